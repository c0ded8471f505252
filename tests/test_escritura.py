"""Un plan escrito se lee igual: aquí, con PyYAML y con un lector de YAML 1.2."""

import re
from datetime import datetime
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.carga import cargar
from camctl.escritura import escribir_documento
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.lectura import leer
from camctl.modelo.actividad import ListaOTodos
from camctl.modelo.base import Booleano, Enlace, Id, IdDeObjetivo, Parrafos, Registro
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import MODELO_DE_ARCHIVO, Plan
from camctl.modelo.tiempo import FechaDelPlan, Hora, Instante, PeriodoDelPlan
from camctl.reglas.motor import diagnosticar
from lectores import leido

# Lo que para un lector de YAML, o para alguno, significa algo.
TRAMPAS = [
    *("no", "y", "Sí", "true", "~", "null", "010", "0o17", "1e3", ".5", "12:30", "1_0", "=", "<<"),
    *("2030-03-14", "2030-03-14 10:00:00", "2030-03", "-", "- x", "?", "? x", "# x", "x #y", "x:y"),
    *(": ", "a: b", "a:", ":x", "[x", "x]", "{x}", "a, b", "*x", "&x y", "!x", "!!int 3", "%x"),
    *("@x", "`x`", "| x", "> x", "'x'", '"x"', "it's", 'di "x"', "\\x", "---", "...", "--- x"),
    *("dos\nlíneas", "dos\n\npárrafos", "uno\n  dos", "uno  dos", "uno \ndos", "a\tb", "a\rb"),
    *("x\n\n\ny", "# a\n# b", "- a\n- b", "a: b\nc: d", "\u00a0x\u00a0y", "\u202ex", "a\u200db"),
    *("\U0001f600", "n\u0303", "“x”", "palabra " * 40 + "fin", "x" * 200, "dos  espacios " * 9),
    *("con comas: y # y más, " * 9, "a " * 60 + "\n" + "b " * 60),
]
_PROHIBIDAS = "\x85\u2028\u2029\ufeff\ufffe\uffff"
LETRAS = st.characters(codec="utf-8", exclude_characters=_PROHIBIDAS).filter(
    lambda letra: letra.isprintable() or letra in "\n\t\r\u200d\u202e"
)
SIGNOS = st.sampled_from(" \n\t:-#,[]{}&*!|>'\"%@`?0a\\ñ")


# Como los deja el modelo: sin blancos alrededor y con algo dentro.
TEXTOS = (
    st.sampled_from(TRAMPAS).map(str.strip)
    | st.text(LETRAS, min_size=1, max_size=20).map(str.strip)
    | st.text(SIGNOS, min_size=1, max_size=12).map(str.strip)
    | st.lists(st.sampled_from(TRAMPAS), min_size=2, max_size=9).map(" ".join).map(str.strip)
).filter(bool)
CLAVES = st.from_regex(r"[A-Za-z0-9ñÁ]{1,3}", fullmatch=True) | st.sampled_from(
    ["no", "y", "010", "12:30", "a b", "a: b", "#x", "null", "2030-03-14", "a, b", "'", "~"]
)
DIAS = st.dates().map(str)
INSTANTES = st.datetimes().map(lambda uno: f"{uno.isoformat(timespec='seconds')}Z")
HORAS = st.times().map(lambda hora: f"{hora:%H:%M}")

# Cómo se escribe un valor de cada tipo del modelo; el de otro tipo no se sabría probar.
DE_UN_TIPO: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (str, TEXTOS),
    (FechaDelPlan, DIAS | DIAS.map(lambda dia: dia[:7])),
    (Hora, HORAS | st.tuples(HORAS, HORAS).map("-".join)),
    (PeriodoDelPlan, st.sampled_from(["2030", "2030-2031", "0009-9999"])),
    (Instante, INSTANTES),
    (Booleano, st.sampled_from(["sí", "no"])),
    (Id, st.from_regex(r"[A-Za-z0-9Ññ]([A-Za-zé ._/-]{0,6}[0-9Á])?", fullmatch=True)),
    (IdDeObjetivo, st.from_regex(r"[A-Z]{1,2}[ .-]?[0-9]{1,2}", fullmatch=True)),
    (Parrafos, st.from_regex(r"[0-9]{1,3}(-[0-9])?( ?, ?[0-9](-[0-9]{2})?){0,3}", fullmatch=True)),
    (Enlace, st.from_regex(r"https://[!\"$-.0->A-\[\]-~]{1,9}([/?#][!-~]{0,9})?", fullmatch=True)),
    (ListaOTodos, st.just("todos") | st.lists(TEXTOS, max_size=3)),
]


def _de(tipo: Any) -> st.SearchStrategy[Any]:
    for uno, estrategia in DE_UN_TIPO:
        if tipo == uno:
            return estrategia
    if isinstance(tipo, type) and issubclass(tipo, Registro):
        return _fichas(tipo)
    primero, *otros = get_args(tipo)
    if get_origin(tipo) is tuple:
        return st.lists(_de(primero), max_size=2)
    if get_origin(tipo) is dict:
        return st.dictionaries(CLAVES, _de(otros[0]), max_size=3)
    if get_origin(tipo) is Literal:
        return st.sampled_from([primero, *otros])
    # Lo que puede faltar se omite en su ficha, y lo anotado solo se exige al leer.
    assert otros == [type(None)] or get_origin(tipo) is Annotated, tipo
    return _de(primero)


def _fichas(modelo: type[Registro]) -> st.SearchStrategy[Any]:
    de_cada: dict[bool, dict[str, st.SearchStrategy[Any]]] = {True: {}, False: {}}
    for nombre, campo in modelo.model_fields.items():
        tipo: Any = campo.annotation
        for dato in campo.metadata:
            tipo = Annotated[tipo, dato]
        de_cada[campo.is_required()][nombre] = _de(tipo)
    return st.fixed_dictionaries(de_cada[True], optional=de_cada[False])


def _plan(fichas: dict[str, Any]) -> Plan:
    partes: dict[str, Any] = {}
    for archivo, modelo in MODELO_DE_ARCHIVO.items():
        contenido = modelo.model_validate(fichas[archivo])
        partes |= {clave: getattr(contenido, clave) for clave in modelo.model_fields}
    return Plan(cabecera=partes.pop("plan"), **partes)


PLANES = st.fixed_dictionaries(
    {archivo: _fichas(modelo) for archivo, modelo in MODELO_DE_ARCHIVO.items()}
).map(_plan)


def leen_lo_mismo(nuestro: Any, suyo: Any, campo: str = "") -> bool:
    """Si otro lector tiene lo que lee camctl, que todo lo tiene por texto."""
    if isinstance(nuestro, dict):
        return list(nuestro) == list(suyo) and all(
            leen_lo_mismo(nuestro[clave], suyo[clave], clave) for clave in nuestro
        )
    if isinstance(nuestro, list):
        return len(nuestro) == len(suyo) and all(
            leen_lo_mismo(uno, otro, campo) for uno, otro in zip(nuestro, suyo, strict=True)
        )
    if campo in {"transversal", "colectivo", "cumplido"}:
        return suyo is (nuestro == "true")
    if campo in {"fecha", "hasta", "fecha_prevista", "plazo", "actualizado"}:
        # Puede tomarla por una fecha; ha de ser la misma.
        if isinstance(suyo, datetime):
            return suyo == datetime.fromisoformat(str(nuestro))
        return str(nuestro) == str(suyo)
    return isinstance(suyo, str) and nuestro == suyo


def en_archivos(plan: Plan) -> dict[str, bytes]:
    """El documento de `plan` repartido en los archivos de que son sus secciones."""
    archivos: dict[str, list[str]] = {archivo: [] for archivo in ARCHIVOS}
    # Lo de dentro de una sección lleva sangría: en la primera columna solo hay claves.
    for seccion in re.split(r"(?m)^(?=\w)", escribir_documento(plan).decode())[1:]:
        clave = seccion.partition(":")[0]
        de_quien = (uno for uno, suyo in MODELO_DE_ARCHIVO.items() if clave in suyo.model_fields)
        archivos[next(de_quien)].append(seccion.strip("\n"))
    return {uno: ("\n\n".join(suyas) + "\n").encode() for uno, suyas in archivos.items()}


@settings(max_examples=150)
@given(PLANES)
def test_lo_escrito_se_lee_igual(plan: Plan) -> None:
    archivos = en_archivos(plan)
    carga = cargar(Memoria(archivos))
    assert carga.diagnosticos == ()
    assert carga.plan == plan
    assert en_archivos(carga.plan) == archivos
    de_comillas = {uno.codigo for uno in diagnosticar(carga)} & {"E506", "E507"}
    assert de_comillas == set()
    todo: dict[str, Any] = {}
    for archivo, contenido in archivos.items():
        nuestro = leer(contenido, archivo).valor
        assert isinstance(nuestro, dict)
        assert leen_lo_mismo(nuestro, leido(contenido.decode()))
        assert leen_lo_mismo(nuestro, yaml.load(contenido, Loader=yaml.CSafeLoader))
        todo |= nuestro
    assert leer(escribir_documento(plan), "plan.yaml").valor == todo


def test_el_plan_de_verdad_vuelve_igual(plan_real: Plan) -> None:
    archivos = en_archivos(plan_real)
    carga = cargar(Memoria(archivos))
    assert diagnosticar(carga) == ()
    assert carga.plan == plan_real
    lineas = [linea for uno in archivos.values() for linea in uno.decode().split("\n")]
    assert max(map(len, lineas)) <= 88
    assert not any(linea != linea.rstrip() for linea in lineas)


def test_sin_registros_quedan_las_listas() -> None:
    archivos = en_archivos(Plan())
    assert archivos == {
        "objetivos.yaml": b"objetivos: []\n",
        "mandatos.yaml": b"mandatos: []\n",
        "actores.yaml": b"actores: []\n",
        "calendario.yaml": b"actividades: []\n",
    }
    assert cargar(Memoria(archivos)).plan == Plan()


COMO_SE_ESCRIBE = """\
plan:
  titulo: "Plan de trabajo: la Presidencia"
  actualizado: 2030-02-11T10:30Z
  periodo: "2030"
  comision: CB
  apoyo:
    - Una secretaría de nombre muy largo que no cabe con las demás
    - Otra secretaría igual de larga, con una coma
    - "no"

actividades:
  - id: ACT-1
    fecha: 2030-03-14
    hora: "10:00-13:00"
    tipo: informal
    titulo: Sesión informal, con el ILI
    texto: >-
      Sesión informal de la Comisión con el Instituto de Lectura Infantil: se hablará de
      # lo que queda por hacer, y de lo ya hecho

      Y en otro párrafo, de lo demás.
    actores: [CB, ILI, "Instituto, el"]
    invitados:
      - nombre: Ana Pérez
        actor: ILI
        estado: por_confirmar
      - nombre: "2030-03-14"
    objetivos: [B1, B8]
    mandatos:
      - AG-101
      - id: AG-102
        parrafos: 4-6
    acuerdos:
      - texto: |-
          Remitir la guía.
          Buscar fondos.
        plazo: 2030-05
        cumplido: true
    nota: "con\\u200B algo que no se ve"

  - id: ACT-2
    fecha: 2030-04
    tipo: otra
    titulo: Otra
    objetivos: todos
"""


def test_como_se_escribe() -> None:
    archivos = {**en_archivos(Plan()), "calendario.yaml": COMO_SE_ESCRIBE.encode()}
    carga = cargar(Memoria(archivos))
    assert [uno.codigo for uno in carga.diagnosticos] == ["M201"]
    assert carga.plan.actividades[0].nota == "con\u200b algo que no se ve"
    assert en_archivos(carga.plan)["calendario.yaml"].decode() == COMO_SE_ESCRIBE


@pytest.mark.parametrize(
    ("texto", "marca"),
    [
        ("palabra " * 20 + "fin", ">-"),
        ("uno\ndos", "|-"),
        ("uno\n\ndos", "|-"),
        ("uno\n" + "palabra " * 20 + "fin", ">-"),
        # Lo que en varias líneas perdería algo va entre comillas.
        ("uno\n  dos", '"'),
        ("uno \ndos", '"'),
        ("uno\rdos", '"'),
        ("palabra " * 20 + "\u202efin", '"'),
    ],
)
def test_un_texto_largo_va_en_varias_lineas_si_no_pierde_nada(texto: str, marca: str) -> None:
    plan = Plan(programa=Programa.model_construct(titulo=texto))
    (linea,) = (
        una for una in en_archivos(plan)["objetivos.yaml"].decode().split("\n") if "titulo:" in una
    )
    assert linea.removeprefix("  titulo: ").startswith(marca)
    assert leer(escribir_documento(plan), "x").valor == {
        "programa": {"titulo": texto}, "objetivos": [], "mandatos": [], "actores": [],
        "actividades": [],
    }  # fmt: skip
