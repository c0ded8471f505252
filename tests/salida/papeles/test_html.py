"""La página web: lo que dice, sin navegador. La lee html5lib, como la leería uno."""

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.cobertura import CRITERIOS, Criterio
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo, ficha_de
from camctl.modelo.plan import CLASES, MODELO_DE_ARCHIVO, Plan
from camctl.referencias import citas_de
from camctl.salida import papeles
from camctl.salida.limpieza import PELIGROSO, limpio
from camctl.salida.papeles.html.anclas import Anclas
from camctl.salida.papeles.html.textos import instante, marcado
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.pagina.cobertura import matriz
from camctl.vistas.seleccion import Seleccion
from camctl.vistas.textos import textos_de
from conftest import encargo_de
from test_genericidad import nombres_propios

from .conftest import Encargar

DATOS: Final = Path(__file__).resolve().parents[3] / "data"
MAXIMO: Final = 300_000
_DE_FUERA: Final = re.compile(r"\w+:|//")


class Leida:
    """Una página leída por html5lib, que falla si no es HTML bien escrito."""

    def __init__(self, pagina: bytes) -> None:
        self.fuente = pagina.decode("utf-8")
        lector = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.raiz: Element = lector.parse(self.fuente)

    def todos(self, nombre: str) -> list[Element]:
        return list(self.raiz.iter(nombre))

    def de_ancla(self, ancla: str) -> Element:
        (hallado,) = [uno for uno in self.raiz.iter() if uno.get("id") == ancla]
        return hallado

    @property
    def registros(self) -> list[Element]:
        return self.todos("article")

    @property
    def texto(self) -> str:
        """Lo que se lee en la página, con sus blancos como los muestra un navegador."""
        (cuerpo,) = self.todos("body")
        return texto_de(cuerpo)

    @property
    def atributos(self) -> list[tuple[str, str]]:
        return [(nombre, valor) for uno in self.raiz.iter() for nombre, valor in uno.items()]


def texto_de(elemento: Element) -> str:
    """Lo que se lee dentro de `elemento`, sin guiones ni estilos."""
    return " ".join("".join(_trozos(elemento)).split())


def _trozos(elemento: Element) -> Iterator[str]:
    if elemento.tag not in ("script", "style"):
        yield elemento.text or ""
        for hijo in elemento:
            yield from _trozos(hijo)
            yield hijo.tail or ""


def leer(encargo: Encargo) -> Leida:
    contenido = papeles.escribir(encargo, "html", {})
    assert isinstance(contenido, bytes)
    return Leida(contenido)


def enlaces_de(elemento: Element) -> set[str]:
    """Las anclas a las que lleva algo de `elemento`."""
    destinos = (str(enlace.get("href")) for enlace in elemento.iter("a"))
    return {destino[1:] for destino in destinos if destino.startswith("#")}


@pytest.fixture(scope="session")
def real(encargo_real: Encargo) -> Leida:
    """La página del plan de `data/`."""
    return leer(encargo_real)


@pytest.fixture(scope="session")
def inventada(encargo: Encargo) -> Leida:
    """La página del plan inventado."""
    return leer(encargo)


# Los textos


def un_plan_con_todo() -> dict[str, str]:
    """Los cuatro archivos con un registro de cada clase y todos los campos del modelo."""

    def llena(modelo: type[Registro]) -> dict[str, Any]:
        return {nombre: _valor(campo) for nombre, campo in modelo.model_fields.items()}

    def _valor(campo: Any) -> Any:
        ficha = ficha_de(campo.annotation)
        if ficha is None:
            return ejemplo(campo)
        return [llena(ficha)] if "tuple" in str(campo.annotation) else llena(ficha)

    return {
        archivo.removesuffix(".yaml"): json.dumps(llena(modelo), default=str)
        for archivo, modelo in MODELO_DE_ARCHIVO.items()
    }


def _registros(plan: Plan) -> Iterator[Registro]:
    assert plan.cabecera is not None
    assert plan.programa is not None
    yield plan.cabecera
    yield plan.programa
    for clase in CLASES:
        yield from getattr(plan, clase.clave)


def _debidos(registro: Registro, indices: Indices) -> Iterator[str]:
    """Todo lo que dice un registro, como ha de leerse en la página."""
    citados = {cita.texto: indices.por_id(cita.clase, cita.texto) for cita in citas_de(registro)}
    for campo, _, texto in textos_de(registro, indices):
        if campo in ("fecha", "hasta", "hora") or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", texto):
            continue  # una fecha se dice una vez, en palabras
        if campo == "invitados.estado":
            continue
        citado = citados.get(texto)
        yield from [citado.id] if citado else texto.splitlines()
    if isinstance(registro, Actividad):
        yield palabras.cuando(registro)
        yield from (
            palabras.ESTADO_DE_INVITADO[uno.estado] for uno in registro.invitados if uno.estado
        )
    if momento := getattr(registro, "actualizado", None):
        yield instante(momento)


def _con_todo(encargar: Encargar) -> Encargo:
    return encargar(**un_plan_con_todo())


def faltan(encargo: Encargo, pagina: Leida) -> list[str]:
    dicho = "\n".join([pagina.texto, *(valor for _, valor in pagina.atributos)])
    return [
        texto
        for registro in _registros(encargo.plan)
        for texto in _debidos(registro, encargo.indices)
        if " ".join(texto.split()) not in dicho
    ]


def test_esta_todo_lo_que_dice_el_plan(encargo_real: Encargo, real: Leida) -> None:
    assert faltan(encargo_real, real) == []


def test_esta_todo_lo_del_plan_inventado(encargo: Encargo, inventada: Leida) -> None:
    assert faltan(encargo, inventada) == []


def test_esta_cada_campo_del_modelo(encargar: Encargar) -> None:
    # El día que el modelo tenga un campo más, aquí se verá si la página lo dice.
    con_todo = _con_todo(encargar)
    assert con_todo.cabecera.nota
    assert con_todo.plan.actividades[0].invitados[0].nota
    assert faltan(con_todo, leer(con_todo)) == []


def test_los_nombres_de_grupos_y_categorias_tambien(encargo_real: Encargo, real: Leida) -> None:
    plan = encargo_real.plan
    rotulos = {texto_de(uno) for uno in real.todos("h3")}
    debidos = [*plan.grupos.items(), *plan.categorias.items()]
    assert {f"{letra} · {nombre}" for letra, nombre in debidos} <= rotulos


def test_los_textos_largos_no_se_repiten(encargo_real: Encargo, real: Leida) -> None:
    plan = encargo_real.plan
    largos = [
        *(uno.texto for uno in plan.objetivos),
        *(una.texto for una in plan.actividades),
        *(uno.funcion for uno in plan.actores),
        *(uno.mision for uno in plan.actores),
        *(uno.seccion for uno in plan.mandatos),
        *(uno.nota for clase in CLASES for uno in getattr(plan, clase.clave)),
        encargo_real.cabecera.texto,
        plan.programa.nota if plan.programa else None,
    ]
    veces = {
        texto: real.texto.count(" ".join(texto.split()))
        for texto in largos
        # De lo que es parte de otro texto no se sabe cuántas veces está.
        if texto and not any(texto in str(otro) for otro in largos if otro is not texto)
    }
    assert len(veces) > 30
    assert set(veces.values()) == {1}


def test_las_palabras_citadas_se_senalan_en_la_mision(real: Leida) -> None:
    (marca,) = real.de_ancla("IIN").iter("mark")
    assert texto_de(marca) == (
        "el interés superior de los niños, niñas y adolescentes, así como el principio de unidad "
        "familiar"
    )
    assert f"«{texto_de(marca)}»" in texto_de(real.de_ancla("B8"))


def test_una_cita_se_reconoce_con_otros_blancos_y_parte_parrafos() -> None:
    assert marcado("Abrir  salas\nde lectura.\n\nY más.", ["salas de lectura", None]) == [
        [("Abrir  ", False), ("salas", True)],
        [("de lectura", True), (".", False)],
        [("Y más.", False)],
    ]
    assert marcado("uno dos tres", ["uno dos", "dos tres"]) == [[("uno dos tres", True)]]
    assert marcado("a+b", ["+"]) == [[("a", False), ("+", True), ("b", False)]]


# Las anclas y los enlaces


def test_cada_registro_esta_en_su_ancla(encargo_real: Encargo, real: Leida) -> None:
    plan = encargo_real.plan
    debidas = [uno.id for clase in CLASES for uno in getattr(plan, clase.clave)]
    assert sorted(str(uno.get("id")) for uno in real.registros) == sorted(debidas)
    assert {"B8", "ACT-4", "SADyE", "AG-2883"} <= set(debidas)


@pytest.mark.parametrize("cual", ["real", "inventada"])
def test_los_id_son_unicos_y_los_enlaces_llevan_a_alguno(
    cual: str, request: pytest.FixtureRequest
) -> None:
    pagina: Leida = request.getfixturevalue(cual)
    ids = Counter(valor.lower() for nombre, valor in pagina.atributos if nombre == "id")
    assert ids.most_common(1)[0][1] == 1
    propios = {valor for nombre, valor in pagina.atributos if nombre == "id"}
    assert enlaces_de(pagina.raiz) <= propios
    nombrados = ("for", "aria-labelledby", "data-de")
    assert {valor for nombre, valor in pagina.atributos if nombre in nombrados} <= propios


@pytest.mark.parametrize("cual", ["real", "inventada"])
def test_los_enlaces_entre_registros_van_en_los_dos_sentidos(
    cual: str, request: pytest.FixtureRequest
) -> None:
    pagina: Leida = request.getfixturevalue(cual)
    enlaces = {str(uno.get("id")): enlaces_de(uno) for uno in pagina.registros}
    idas = {(desde, hacia) for desde, suyos in enlaces.items() for hacia in suyos & set(enlaces)}
    assert len(idas) > len(enlaces)
    assert {(hacia, desde) for desde, hacia in idas} == idas


def test_un_objetivo_enlaza_con_quien_lo_sirve_y_sus_sesiones(real: Leida) -> None:
    assert enlaces_de(real.de_ancla("B8")) == {"B8", "IIN", "ACT-5"}
    assert enlaces_de(real.de_ancla("ACT-6")) == {"ACT-6", "CAM", "CIDI", "AG-2883", "AG-2910"}
    assert enlaces_de(real.de_ancla("AG-2883")) == {"AG-2883", "AG", "plan", "ACT-1", "ACT-6"}


def test_las_anclas_son_seguras_y_unicas(encargar: Encargar) -> None:
    encargo = encargar(
        objetivos="""
            programa: {titulo: Programa}
            objetivos:
              - {id: B.8, titulo: Uno, texto: Uno.}
              - {id: A1, titulo: Dos, texto: Dos.}
        """,
        mandatos="mandatos: [{id: Res. 1/30, resolucion: RES 1, titulo: Tres}]",
        actores="""
            actores:
              - {id: A1, nombre: Cuatro}
              - {id: Ñandú 2, nombre: Cinco, alias: [Ñandúes]}
              - {id: Calendario, nombre: Seis}
              - {id: a1-actor, nombre: Siete}
        """,
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - {id: A1, fecha: 2030-03, tipo: otra, titulo: Ocho}
              - {id: MES-2030-03, fecha: 2030-03, tipo: otra, titulo: Nueve}
        """,
    )
    pagina = leer(encargo)
    anclas = {texto_de(next(uno.iter("header")))[:40]: uno.get("id") for uno in pagina.registros}
    assert sorted(map(str, anclas.values())) == sorted(
        [
            "B-8",
            "A1",
            "Res-1-30",
            "A1-actor",
            "Nandu-2",
            "Calendario-actor",
            "a1-actor-actor",
            "A1-actividad",
            "MES-2030-03-actividad",
        ]
    )
    assert pagina.de_ancla("Nandu-2").get("data-claves") == "nandu2 nandues"
    assert pagina.de_ancla("Res-1-30").get("data-claves") == "res130 res1/30 res1 1 30"


def test_un_id_repetido_no_repite_el_ancla() -> None:
    repetido = Plan(actores=(Actor(id="CB", nombre="Una"), Actor(id="CB", nombre="Otra")))
    anclas = Anclas(repetido, ())
    assert [anclas.de(uno) for uno in repetido.actores] == ["CB", "CB-actor"]


# La seguridad


@pytest.mark.parametrize("cual", ["real", "inventada"])
def test_la_politica_solo_admite_el_estilo_y_el_guion_de_dentro(
    cual: str, request: pytest.FixtureRequest
) -> None:
    pagina: Leida = request.getfixturevalue(cual)
    (politica,) = [
        str(uno.get("content"))
        for uno in pagina.todos("meta")
        if uno.get("http-equiv") == "Content-Security-Policy"
    ]
    (estilo,), (guion,) = pagina.todos("style"), pagina.todos("script")
    assert [parte.strip() for parte in politica.split(";")] == [
        "default-src 'none'",
        f"style-src '{_resumen(estilo)}'",
        f"script-src '{_resumen(guion)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    # Solo vale para lo que viene detrás.
    assert pagina.fuente.index("Content-Security-Policy") < pagina.fuente.index("<style>")


def _resumen(elemento: Element) -> str:
    resumen = sha256((elemento.text or "").encode("utf-8")).digest()
    return f"sha256-{b64encode(resumen).decode()}"


@pytest.mark.parametrize("cual", ["real", "inventada"])
def test_nada_se_carga_de_fuera_ni_lleva_guiones_sueltos(
    cual: str, request: pytest.FixtureRequest
) -> None:
    pagina: Leida = request.getfixturevalue(cual)
    nombres = {nombre for nombre, _ in pagina.atributos}
    assert not {nombre for nombre in nombres if nombre.startswith("on")}
    assert nombres.isdisjoint({"style", "src", "srcset", "action", "background", "target"})
    for enlace in pagina.todos("a"):
        destino = str(enlace.get("href"))
        if _DE_FUERA.match(destino):
            assert destino.startswith("https://ejemplo.org/")
            assert enlace.get("rel") == "external noreferrer"
    (icono,) = pagina.todos("link")
    assert str(icono.get("href")).startswith("data:image/svg+xml,")
    (estilo,) = pagina.todos("style")
    assert "url(" not in str(estilo.text)
    assert "@import" not in str(estilo.text)


def test_la_cabecera_dice_lo_que_debe(real: Leida) -> None:
    (html,) = [real.raiz] if real.raiz.tag == "html" else real.todos("html")
    assert html.get("lang") == "es"
    (titulo,) = real.todos("title")
    assert titulo.text == "Plan 2018-2019 · CAM"
    metas = {uno.get("name"): uno.get("content") for uno in real.todos("meta")}
    assert metas["referrer"] == "no-referrer"
    assert metas["color-scheme"] == "light dark"
    assert str(metas["description"]).startswith("Plan de Trabajo de la Vicepresidencia")


@pytest.mark.parametrize("propio", ["pagina.css", "pagina.js"])
def test_lo_que_va_dentro_no_se_sale(propio: str) -> None:
    texto = files(papeles).joinpath("html", propio).read_text(encoding="utf-8")
    assert "</" not in texto
    assert "<!--" not in texto
    assert not re.search(PELIGROSO, texto)


HOSTIL: Final = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`><b>{{ 7*7 }}{% raw %}"
    "&lt;&amp;]]>--><!--\u202e\u200b ${7*7} javascript:alert(3)"
)


def _hostil(valor: Any, clave: str = "") -> Any:
    """`valor` con cada texto libre cambiado por uno hostil y distinto."""
    if isinstance(valor, dict):
        return {clave: _hostil(uno, clave) for clave, uno in valor.items()}
    if isinstance(valor, list):
        return [_hostil(uno, clave) for uno in valor]
    return f"{clave}{HOSTIL}" if clave in _LIBRES else valor


_LIBRES: Final = frozenset({
    "titulo", "texto", "nombre", "cargo", "motivo", "lugar", "nota", "signatura", "seccion", "cita",
    "funcion", "mision", "presenta", "alias", "resolucion", "motivo_sin_sesion", "zona_horaria",
})  # fmt: skip


def test_un_texto_hostil_se_lee_y_no_actua(encargar: Encargar) -> None:
    archivos = {
        nombre: json.dumps(_hostil(json.loads(texto)))
        for nombre, texto in un_plan_con_todo().items()
    }
    encargo = encargar(**archivos)
    pagina = leer(encargo)
    assert len(pagina.todos("script")) == 1
    assert pagina.todos("img") == []
    assert pagina.todos("b") == []
    assert not re.search(PELIGROSO, pagina.fuente)
    for clave in _LIBRES:
        assert limpio(f"{clave}{HOSTIL}") in pagina.texto
    assert "49" not in pagina.texto


def test_las_letras_y_los_idiomas_hostiles_tampoco(encargar: Encargar) -> None:
    encargo = encargar(
        objetivos=f"programa: {{titulo: P}}\ngrupos: {{A: {json.dumps(HOSTIL)}}}",
        actores=f"categorias: {{{json.dumps(HOSTIL)}: N}}",
        mandatos="mandatos: [{id: R1, resolucion: R, titulo: T, enlaces: "
        f"{{{json.dumps(HOSTIL)}: 'https://ejemplo.org/\"><script>alert(1)</script>'}}}}]",
    )
    pagina = leer(encargo)
    assert len(pagina.todos("script")) == 1
    assert pagina.texto.count(limpio(HOSTIL)) == 3
    (enlace,) = [uno for uno in pagina.todos("a") if uno.get("rel")]
    assert enlace.get("href") == 'https://ejemplo.org/"><script>alert(1)</script>'


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_cualquier_texto_se_lee_como_se_escribio(encargo: Encargo, texto: str) -> None:
    una = encargo.plan.actividades[0].model_copy(update={"titulo": texto, "lugar": texto})
    plan = encargo.plan._replace(actividades=(una,))
    pagina = leer(encargo_de(Indices(plan)))
    ficha = pagina.de_ancla(una.id)
    visto = " ".join(limpio(texto).split())
    assert texto_de(next(ficha.iter("h4"))) == f"{una.id} {visto}".strip()
    assert not re.search(PELIGROSO, pagina.fuente)


# Lo que se pide


def test_con_filtros_se_dice_y_solo_estan_las_pedidas(encargo_real: Encargo) -> None:
    actor = encargo_real.indices.actor("INNA")
    assert actor is not None
    pagina = leer(encargo_real._replace(pedido=Seleccion(actores=(actor,))))
    (aviso,) = [texto_de(uno) for uno in pagina.todos("p") if uno.get("class") == "aviso"]
    assert aviso == "Aquí solo está parte del calendario: actor: IIN."
    assert [uno.get("id") for uno in pagina.registros if str(uno.get("id")).startswith("ACT")] == [
        "ACT-5"
    ]
    # Las demás se nombran sin enlace: no hay adónde ir.
    assert "ACT-2 Sesión informal con la SSM" in texto_de(pagina.de_ancla("B1"))
    assert enlaces_de(pagina.raiz) <= {
        valor for nombre, valor in pagina.atributos if nombre == "id"
    }
    # La cobertura es la del plan, no la de lo pedido.
    assert "33,3 % 5 de 15 objetivos" in pagina.texto


def test_sin_filtros_no_se_dice_nada(real: Leida) -> None:
    assert "parte del calendario" not in real.texto


def test_un_filtro_que_no_deja_nada(encargo_real: Encargo) -> None:
    pagina = leer(encargo_real._replace(pedido=Seleccion(tipos=("otra",))))
    assert "No hay ninguna actividad." in pagina.texto
    assert len(pagina.registros) == 15 + 4 + 9


def test_el_filtro_por_mes_tiene_los_de_en_medio(encargar: Encargar) -> None:
    calendario = """
plan: {titulo: Plan, periodo: 2030-2031, comision: CB}
actividades:
  - {id: ACT-1, fecha: 2030-11-20, hasta: 2031-01, tipo: otra, titulo: Consulta}
  - {id: ACT-2, fecha: 2031-12, hasta: 2032-02, tipo: otra, titulo: Encuesta}
"""
    pagina = leer(encargar(calendario=calendario))
    (filtro,) = [uno for uno in pagina.todos("select") if uno.get("name") == "mes"]
    meses = ["2030-11", "2030-12", "2031-01", "2031-12", "2032-02"]
    assert [uno.get("value") for uno in filtro.iter("option")] == ["", *meses]
    assert pagina.de_ancla("ACT-1").get("data-mes") == " ".join(meses[:3])


@pytest.mark.parametrize(
    ("criterio", "cubiertos", "otro"),
    [("directo", "0 % 0 de 15", "general"), ("actor", "33,3 % 5 de 15", "general"),
     ("general", "100 % 15 de 15", "actor")],
)  # fmt: skip
def test_dice_con_que_criterio_cuenta_y_como_contar_de_otro_modo(
    criterio: Criterio, cubiertos: str, otro: str, encargo_real: Encargo
) -> None:
    pagina = leer(encargo_real._replace(pedido=Seleccion(criterio=criterio)))
    (usado,) = [texto_de(uno) for uno in pagina.todos("li") if uno.get("class") == "usado"]
    assert usado.startswith(f"{cubiertos} objetivos Criterio {criterio}: ")
    assert usado.endswith("el de esta página")
    assert f"camctl exportar html --criterio {otro}" in pagina.texto
    senas = Counter(
        texto_de(sena)
        for uno in pagina.registros
        for sena in uno.iter("span")
        if sena.get("class") in ("sena con-sesion", "sena sin-sesion")
    )
    assert senas["con sesión"] == int(cubiertos.split()[-3])
    for todos in CRITERIOS:
        assert f"Criterio {todos}: " in pagina.texto


def _matriz(pagina: Leida) -> list[list[str]]:
    (tabla,) = pagina.todos("table")
    return [[texto_de(celda) for celda in fila] for fila in tabla.iter("tr")]


def test_la_matriz_da_la_razon_de_cada_celda(real: Leida) -> None:
    cabeza, *filas = _matriz(real)
    assert [celda.split()[0] for celda in cabeza] == [
        "Objetivo", "ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6",
    ]  # fmt: skip
    por_objetivo = {fila[0].split()[0]: fila[1:] for fila in filas}
    general = ["(CIM transversal)", "(todo el programa)"]
    assert por_objetivo["B8"] == ["", "", general[0], "IIN misión", general[1]]
    assert por_objetivo["B5"] == ["", "CIDH misión", general[0], "", general[1]]
    assert por_objetivo["A1"] == ["", "", general[0], "", general[1]]
    assert filas[0][0] == "A1 Derechos humanos y políticas migratorias integrales sin sesión"
    assert len(filas) == 15


def test_la_matriz_del_plan_inventado(inventada: Leida) -> None:
    filas = {fila[0].split()[0]: fila[1:] for fila in _matriz(inventada)}
    assert filas["B1"] == ["lo nombra ILI misión (RED transversal)", "ILI misión"]
    assert filas["B4"] == ["(RED transversal)", ""]


def test_con_mas_sesiones_que_objetivos_la_matriz_baja(encargar: Encargar) -> None:
    encargo = encargar(
        objetivos="programa: {titulo: P}\nobjetivos: [{id: B1, titulo: T, texto: X}]",
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - {id: ACT-1, fecha: 2030-03, tipo: formal, titulo: Una, objetivos: [B1]}
              - {id: ACT-2, fecha: 2030-04, tipo: formal, titulo: Otra}
        """,
    )
    assert matriz(encargo.cobertura).columnas == encargo.plan.objetivos
    assert _matriz(leer(encargo)) == [
        ["Sesión", "B1"],
        ["ACT-1 Una marzo de 2030", "lo nombra"],
        ["ACT-2 Otra abril de 2030", ""],
    ]


def test_lo_que_no_esta_en_el_plan_se_dice(encargar: Encargar) -> None:
    encargo = encargar(
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB, apoyo: [SEC], mandatos: [R9]}
            actividades:
              - id: ACT-1
                fecha: 2030-03
                tipo: formal
                titulo: Una
                actores: [OTRO]
                invitados: [{nombre: Ana, actor: NADIE}]
                objetivos: [Z9]
                mandatos: [R8]
                avances: [{objetivo: Z8, texto: Algo.}]
                acuerdos: [{texto: Hacerlo., responsable: QUIEN}]
        """
    )
    texto = leer(encargo).texto
    for citado in ("CB", "SEC", "R9", "OTRO", "NADIE", "Z9", "R8", "Z8", "QUIEN"):
        assert f"{citado} (no está en el plan)" in texto


def test_un_plan_vacio_tambien_es_una_pagina(encargar: Encargar) -> None:
    pagina = leer(encargar())
    assert pagina.registros == []
    for nada in (
        "No hay ninguna actividad.",
        "No hay ningún objetivo.",
        "Sin objetivos o sin sesiones no hay nada que cruzar.",
        "No hay ningún actor.",
        "No hay ningún mandato.",
    ):
        assert nada in pagina.texto


def test_sin_guion_no_hay_controles_y_esta_todo_a_la_vista(real: Leida) -> None:
    ocultos = [uno for uno in real.raiz.iter() if uno.get("hidden") is not None]
    assert {uno.tag for uno in ocultos} == {"form", "button", "p"}
    assert {uno.get("class") for uno in ocultos if uno.tag == "p"} == {"nada"}
    assert len([uno for uno in ocultos if uno.tag == "form"]) == len(real.todos("form")) == 3
    assert not set(ocultos) & set(real.registros)


_SOBRE: Final = {
    "tinta": ("fondo", "papel", "acento-suave", "marca"),
    "tenue": ("fondo", "papel", "acento-suave"),
    "acento": ("fondo", "papel", "acento-suave"),
    "bien": ("bien-suave",),
    "ojo": ("papel", "ojo-suave"),
    "mal": ("mal-suave",),
}


def _luz(color: str) -> float:
    """La luminancia relativa de un color, según WCAG 2.2."""
    partes = [int(color[lugar : lugar + 2], 16) / 255 for lugar in (1, 3, 5)]
    rojo, verde, azul = (
        parte / 12.92 if parte <= 0.04045 else ((parte + 0.055) / 1.055) ** 2.4 for parte in partes
    )
    return 0.2126 * rojo + 0.7152 * verde + 0.0722 * azul


@pytest.mark.parametrize("tema", ["claro", "oscuro"])
def test_los_colores_se_leen_unos_sobre_otros(tema: str) -> None:
    # axe-core no se pronuncia donde algo pegado al borde puede tapar el texto; esto, sí.
    estilo = files(papeles).joinpath("html", "pagina.css").read_text(encoding="utf-8")
    claro, oscuro = re.findall(r":root \{([^}]*--fondo[^}]*--marca[^}]*)\}", estilo)
    colores = dict(re.findall(r"--([\w-]+): (#\w{6});", claro if tema == "claro" else oscuro))
    for letra, fondos in _SOBRE.items():
        for fondo in fondos:
            menos, mas = sorted((_luz(colores[letra]), _luz(colores[fondo])))
            assert (mas + 0.05) / (menos + 0.05) >= 4.5, (letra, fondo)


# Lo de todos los papeles


def test_es_pequena(real: Leida) -> None:
    assert len(real.fuente.encode("utf-8")) < MAXIMO


def test_es_la_misma_cada_vez() -> None:
    primera, segunda = (
        subprocess.run(
            [sys.executable, "-m", "camctl", "exportar", "html", "--datos", str(DATOS)],
            env={**os.environ, "PYTHONHASHSEED": semilla},
            capture_output=True,
            check=True,
        ).stdout
        for semilla in ("1", "2")
    )
    assert primera == segunda
    assert primera.startswith(b"<!doctype html>\n")


def test_de_otra_comision_no_dice_nada_de_la_primera(inventada: Leida) -> None:
    assert not set(re.findall(r"\w+", inventada.fuente)) & nombres_propios()


def test_la_fecha_es_la_de_los_datos(encargar: Encargar) -> None:
    plan = "plan: {titulo: P, periodo: 2030, comision: CB, actualizado: 2030-02-11T10:30Z}"
    pagina = leer(encargar(calendario=plan))
    assert pagina.texto.count("11 de febrero de 2030, 10:30 UTC") == 2
