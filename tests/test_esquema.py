"""Los esquemas: lo que prometen a un editor, y que no contradicen a `camctl validar`."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from camctl.carga import cargar
from camctl.esquema import VERSION, en_json, esquema_de
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO
from camctl.reglas.motor import diagnosticar
from lectores import leido

DATOS = Path(__file__).resolve().parent.parent / "data"


# --- YAML 1.2, como lo lee un editor --------------------------------------------------------------


def test_el_lector_de_las_pruebas_lee_yaml_1_2() -> None:
    escritos = "[010, 0o17, 1e3, .inf, yes, no, on, 10:30, 2030-03-14, True, ~, null, '5', 5.]"
    assert leido(escritos) == [
        10, 15, 1000.0, float("inf"), "yes", "no", "on", "10:30", "2030-03-14", True, None, None,
        "5", 5.0,
    ]  # fmt: skip
    assert leido("{a: , 2030: x}") == {"a": None, "2030": "x"}


# --- Lo que se pregunta ---------------------------------------------------------------------------


@cache
def validador(archivo: str) -> Any:
    return Draft7Validator(esquema_de(archivo))


def acepta(archivo: str, texto: str) -> bool:
    """Si el esquema da por bueno lo que un editor lee en `texto`."""
    return bool(validador(archivo).is_valid(leido(texto)))


@cache
def reales() -> dict[str, bytes]:
    return {archivo: (DATOS / archivo).read_bytes() for archivo in ARCHIVOS}


def hallazgos(archivo: str, texto: str) -> list[str]:
    """Los códigos de lo que `camctl validar` dice con `texto` en lugar del archivo bueno."""
    carga = cargar(Memoria({**reales(), archivo: texto.encode()}))
    return [hallazgo.codigo for hallazgo in diagnosticar(carga)]


def errores_de_forma(archivo: str, texto: str) -> list[str]:
    """Los errores de lectura y de modelo de `texto`."""
    carga = cargar(Memoria({**reales(), archivo: texto.encode()}))
    dichos = (uno for uno in carga.diagnosticos if uno.lugar.archivo == archivo)
    return [uno.codigo for uno in dichos if uno.gravedad == "error"]


def partes(esquema: Any, ruta: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Cada esquema de dentro de `esquema`, con su ruta; las condiciones no cuentan."""
    yield ruta, esquema
    for clave, campo in esquema.get("properties", {}).items():
        yield from partes(campo, f"{ruta}.{clave}")
    for clave in ("items", "additionalProperties"):
        if isinstance(esquema.get(clave), dict):
            yield from partes(esquema[clave], f"{ruta}[{clave}]")


def campos(modelo: type[Registro], esquema: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Cada campo del modelo, con el esquema que le toca."""
    assert list(esquema["properties"]) == list(modelo.model_fields)
    for clave, campo in modelo.model_fields.items():
        suyo = esquema["properties"][clave]
        yield campo, suyo
        if dentro := ficha_de(campo.annotation):
            yield from campos(dentro, suyo.get("items", suyo))


# --- Los esquemas, por sí mismos ------------------------------------------------------------------


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_es_un_json_schema_valido(archivo: str) -> None:
    esquema = esquema_de(archivo)
    assert esquema["$schema"] == VERSION == Draft7Validator.META_SCHEMA["$id"]
    Draft7Validator.check_schema(esquema)


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_los_datos_pasan(archivo: str) -> None:
    texto = reales()[archivo].decode()
    assert [error.message for error in validador(archivo).iter_errors(leido(texto))] == []


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_cada_campo_dice_lo_que_dice_el_modelo(archivo: str) -> None:
    for campo, suyo in campos(MODELO_DE_ARCHIVO[archivo], esquema_de(archivo)):
        assert suyo["title"] == campo.title
        assert suyo["description"] == campo.description
        assert suyo["description"]


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_las_fichas_se_describen_y_no_admiten_otros_campos(archivo: str) -> None:
    for ruta, esquema in partes(esquema_de(archivo)):
        if "properties" in esquema:
            assert esquema["description"], ruta
            assert esquema["additionalProperties"] is False, ruta


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_todo_rechazo_se_dice_en_espanol(archivo: str) -> None:
    for ruta, esquema in partes(esquema_de(archivo)):
        for clave in {"type", "pattern", "enum", "anyOf", "properties"} & set(esquema):
            assert esquema.get("errorMessage"), f"{ruta}: {clave}"
        if "if" in esquema:
            assert esquema["then"]["errorMessage"], ruta


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_los_ejemplos_y_los_valores_por_omision_valen(archivo: str) -> None:
    for campo, suyo in campos(MODELO_DE_ARCHIVO[archivo], esquema_de(archivo)):
        ejemplos = [*(campo.examples or ()), *suyo.get("examples", ())]
        por_omision = [suyo["default"]] if "default" in suyo else []
        for valor in [*ejemplos, *por_omision]:
            Draft7Validator(suyo).validate(valor)


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_el_que_esta_en_data_es_el_de_ahora(archivo: str) -> None:
    nombre = archivo.replace(".yaml", ".json")
    assert (DATOS / ".esquemas" / nombre).read_text(encoding="utf-8") == en_json(
        esquema_de(archivo)
    )
    primera = reales()[archivo].decode().partition("\n")[0]
    assert primera == f"# yaml-language-server: $schema=.esquemas/{nombre}"


# --- Casos ----------------------------------------------------------------------------------------

OBJETIVO: Final = "programa: {titulo: x}\nobjetivos: [{id: B8, titulo: t, texto: t%s}]\n"
MANDATO: Final = "mandatos: [{id: AG-1, resolucion: r, titulo: t%s}]\n"
ACTOR: Final = "actores: [{id: CB, nombre: n%s}]\n"
ACTIVIDAD: Final = (
    "plan: {titulo: t, periodo: 2030, comision: CAM}\n"
    "actividades: [{id: ACT-1, fecha: 2030-03, tipo: formal, titulo: t%s}]\n"
)
PLAN: Final = "plan: {titulo: t, periodo: %s, comision: CAM}\n"
MOLDES: Final = {
    OBJETIVO: "objetivos.yaml",
    MANDATO: "mandatos.yaml",
    ACTOR: "actores.yaml",
    ACTIVIDAD: "calendario.yaml",
    PLAN: "calendario.yaml",
}

BUENOS: Final = [
    (OBJETIVO, ""),
    (OBJETIVO, ", nota: 2030"),
    (OBJETIVO, ", nota: , motivo_sin_sesion: null"),
    (OBJETIVO, ", nota: true"),
    (OBJETIVO, ", nota: .inf"),
    (MANDATO, ", parrafos: 5"),
    (MANDATO, ", parrafos: '1, 4-6'"),
    (MANDATO, ", parrafos: "),
    (MANDATO, ", seccion: ~, organo: no"),
    (MANDATO, ", enlaces: {es: https://ejemplo.org/x.pdf}"),
    (MANDATO, ", enlaces: "),
    (ACTOR, ", objetivos: [B8, {id: B9, cita: }]"),
    (ACTOR, ", objetivos: "),
    (ACTOR, ", alias: [010, 1.5, null, true, x]"),
    *[
        (ACTOR, f", transversal: {valor}")
        for valor in ("sí", "si", "no", "Sí", "NO", "true", "True", "'false'", "' sí '", "")
    ],
    (ACTOR, ", transversal: si\u0301"),
    (ACTIVIDAD, ", objetivos: todos"),
    (ACTIVIDAD, ", objetivos: Todos"),
    (ACTIVIDAD, ", objetivos: [B8]"),
    (ACTIVIDAD, ", mandatos: [AG-1, 2738, {id: AG-2, parrafos: 4-6}]"),
    (ACTIVIDAD, ", estado: , hora: , hasta: , actualizado: , invitados: "),
    (ACTIVIDAD, ", hora: 9:30 – 10:00, hasta: ' 2030-03-15 '"),
    (ACTIVIDAD, ", actualizado: 2030-02-11T10:30Z"),
    (PLAN, "2030"),
    (PLAN, "2030 - 2031"),
    (PLAN, "'2030'"),
]  # fmt: skip

MALOS: Final = [
    (OBJETIVO, ", titlo: x"),
    (OBJETIVO, ", nota: [x]"),
    (OBJETIVO, ", nota: {x: y}"),
    (OBJETIVO, ", nota: ''"),
    (OBJETIVO, ", nota: '  '"),
    (MANDATO, ", parrafos: 1.5"),
    (MANDATO, ", parrafos: true"),
    (MANDATO, ", parrafos: 1 a 3"),
    (MANDATO, ", enlaces: {es: http://ejemplo.org}"),
    (MANDATO, ", enlaces: https://ejemplo.org"),
    (ACTOR, ", transversal: quizá"),
    (ACTOR, ", transversal: 1"),
    (ACTOR, ", objetivos: B8"),
    (ACTOR, ", objetivos: [{cita: x}]"),
    (ACTOR, ", objetivos: [[B8]]"),
    (ACTOR, ", alias: INNA"),
    (ACTIVIDAD, ", objetivos: todas"),
    (ACTIVIDAD, ", objetivos: 8"),
    (ACTIVIDAD, ", mandatos: [{id: AG-2, parrafo: 4-6}]"),
    (ACTIVIDAD, ", invitados: [Ana]"),
    (ACTIVIDAD, ", invitados: [{nombre: Ana, estado: quizá}]"),
    (ACTIVIDAD, ", estado: hecha"),
    (ACTIVIDAD, ", hora: 12"),
    (ACTIVIDAD, ", hora: 12.30"),
    (ACTIVIDAD, ", hasta: 14/3/2030"),
    (ACTIVIDAD, ", hasta: 2030-3-14"),
    (ACTIVIDAD, ", hasta: 2030"),
    (ACTIVIDAD, ", acuerdos: [{texto: t, cumplido: casi}]"),
    (ACTIVIDAD, ", documentos: [{titulo: t, enlace: ejemplo.org}]"),
    (PLAN, "30-31"),
    (PLAN, "2030.5"),
    (PLAN, "true"),
    (PLAN, ""),
    (PLAN, "[2030, 2031]"),
]


@pytest.mark.parametrize(("molde", "caso"), BUENOS)
def test_lo_que_camctl_lee_bien_no_se_senala(molde: str, caso: str) -> None:
    archivo, texto = MOLDES[molde], molde % caso
    assert errores_de_forma(archivo, texto) == []
    assert acepta(archivo, texto)


@pytest.mark.parametrize(("molde", "caso"), MALOS)
def test_lo_que_se_senala_tambien_lo_dice_camctl(molde: str, caso: str) -> None:
    archivo, texto = MOLDES[molde], molde % caso
    assert not acepta(archivo, texto)
    assert errores_de_forma(archivo, texto) != []


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_sin_lo_obligatorio_se_senala(archivo: str) -> None:
    bueno = leido(reales()[archivo].decode())
    lista = next(reversed(bueno))
    for clave in esquema_de(archivo)["properties"][lista]["items"]["required"]:
        registro = {k: v for k, v in bueno[lista][0].items() if k != clave}
        assert not validador(archivo).is_valid({**bueno, lista: [registro]})
    assert not validador(archivo).is_valid(None)
    assert not validador(archivo).is_valid([bueno])


# --- El acuerdo -----------------------------------------------------------------------------------

Arbol = Any


class Tal(str):
    """Un valor tal como se escribe, sin comillas: `010`, `~`, `2030-03`, o nada."""

    __slots__ = ()


SIN_COMILLAS: Final = (
    "2030", "0", "5", "-5", "+5", "010", "0o17", "0x1F", "1.5", "1.", ".5", "5e3", "-.inf", ".nan",
    "true", "True", "FALSE", "null", "Null", "~", "no", "NO", "sí", "Sí", "yes", "on", "2030-03",
    "2030-03-14", "2030-02-30", "2030-13", "14/3/2030", "2030-2031", "2031-2030", "0000", "10:30",
    "9:30-10:00", "25:00", "1-3", "3-1", "todos", "Todos", "todas", "B8", "b.8", "AG-2883", "CAM",
    "https://ejemplo.org/x", "https://", "http://ejemplo.org", "formal", "Formal", "propuesta",
    "por_confirmar", "2030-02-11T10:30Z", "2030-02-11T99:30Z", "un texto", "-", "x-",
)  # fmt: skip
CON_COMILLAS: Final = (
    "", " ", "\u00a0", " formal ", " sí ", "2030", " 2030-03 ", "2030 – 2031", "10:30\t- 11:00",
    "1 , 4-6", " B8 ", "todos ", "null", "true", "B8\n", "\n", "ñ", "https://ejemplo.org/ x",
)  # fmt: skip


def en_yaml(arbol: Arbol) -> str:
    """`arbol` en YAML; los textos, entre comillas, salvo los que van tal cual."""
    if isinstance(arbol, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {en_yaml(v)}" for k, v in arbol.items()) + "}"
    if isinstance(arbol, list):
        # En una lista, un hueco sin nada no se puede escribir de este modo.
        return "[" + ", ".join(en_yaml(uno) or "null" for uno in arbol) + "]"
    return str(arbol) if isinstance(arbol, Tal) else json.dumps(arbol, ensure_ascii=False)


ESCALARES = st.one_of(
    st.sampled_from(SIN_COMILLAS).map(Tal),
    st.sampled_from(CON_COMILLAS),
    st.just(Tal("")),
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
)
VALORES: st.SearchStrategy[Arbol] = st.recursive(
    ESCALARES,
    lambda dentro: st.one_of(
        st.lists(dentro, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "titulo", "parrafos", "texto", "cita", "x"]),
            # Una clave que existe en otra ficha, sin nada detrás, no la ve quien valida.
            dentro.filter(lambda valor: valor != ""),
            max_size=3,
        ),
    ),
    max_leaves=5,
)


@cache
def fichas_de_ejemplo(archivo: str) -> dict[str, Any]:
    """Un archivo real y corto, con todos los campos que el modelo sabe poner de ejemplo."""
    arbol: dict[str, Any] = leido(reales()[archivo].decode())
    lista = next(reversed(arbol))
    modelo = ficha_de(MODELO_DE_ARCHIVO[archivo].model_fields[lista].annotation)
    assert modelo is not None
    completo = {
        clave: campo.examples[0] for clave, campo in modelo.model_fields.items() if campo.examples
    }
    return {**arbol, lista: [*arbol[lista][:2], completo]}


def sitios(arbol: Arbol, ruta: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if ruta:
        yield ruta
    dentro: Iterable[tuple[Any, Arbol]] = ()
    if isinstance(arbol, dict | list):
        dentro = arbol.items() if isinstance(arbol, dict) else enumerate(arbol)
    for paso, valor in dentro:
        yield from sitios(valor, (*ruta, paso))


def cambiado(arbol: Arbol, ruta: tuple[Any, ...], cambio: Any) -> Arbol:
    """Una copia de `arbol` con `cambio` en `ruta`; si es `...`, sin lo que allí había."""
    if not ruta:
        return cambio
    paso, *resto = ruta
    copia = dict(arbol) if isinstance(arbol, dict) else list(arbol)
    if cambio is ... and not resto:
        del copia[paso]
    else:
        copia[paso] = cambiado(arbol[paso], tuple(resto), cambio)
    return copia


@st.composite
def estropeados(draw: st.DrawFn, archivo: str) -> str:
    """Un archivo real con uno, dos o tres cambios en cualquier sitio."""
    arbol = fichas_de_ejemplo(archivo)
    for _ in range(draw(st.integers(1, 3))):
        rutas = list(sitios(arbol))
        if not rutas:
            break
        cambio = draw(st.one_of(VALORES, VALORES, VALORES, st.just(...)))
        arbol = cambiado(arbol, draw(st.sampled_from(rutas)), cambio)
    return en_yaml(arbol)


@pytest.mark.parametrize("archivo", ARCHIVOS)
@settings(max_examples=120, deadline=None)
@given(datos=st.data())
def test_el_esquema_y_validar_estan_de_acuerdo(archivo: str, datos: st.DataObject) -> None:
    texto = datos.draw(estropeados(archivo))
    if not acepta(archivo, texto):
        assert hallazgos(archivo, texto) != []
        assert errores_de_forma(archivo, texto) != []
