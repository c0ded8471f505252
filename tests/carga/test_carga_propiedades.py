"""Sea lo que sea lo que traigan los archivos, `cargar` responde, y en español."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from camctl.carga import Carga, cargar
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo, ficha_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO
from camctl.traduccion import _TRADUCTORES

DATOS = Path(__file__).resolve().parents[2] / "data"
REALES = {archivo: (DATOS / archivo).read_bytes() for archivo in ARCHIVOS}

# Palabras de Pydantic y de libyaml, que no han de llegar a nadie.
AJENAS = re.compile(
    r"\b(input|should|valid|string|field|required|extra|inputs|permitted|tuple|list|dict|dictionary|"
    r"instance|error|type|value|match|pattern|at least|character|boolean|mapping|scalar|token|"
    r"expected|found)\b",
    re.IGNORECASE,
)


def comprobar(carga: Carga) -> None:
    """Lo que ha de cumplirse de cualquier carga."""
    for uno in carga.diagnosticos:
        assert uno.mensaje
        assert not AJENAS.search(re.sub("«[^»]*»", "", uno.mensaje)), uno.mensaje
        if uno.lugar.linea and uno.lugar.archivo in carga.mapas:
            linea = carga.mapas[uno.lugar.archivo].linea(uno.lugar.linea)
            assert 1 <= uno.lugar.columna <= len(linea) + 2
            assert uno.lugar[1:3] <= uno.lugar[3:5]
    assert list(carga.diagnosticos) == sorted(carga.diagnosticos)
    for archivo, cargado in carga.archivos.items():
        # Siempre que haya una ficha que leer, hay contenido; y si no hay ninguno, se dice por qué.
        lectura = cargado.lectura
        assert cargado.contenido is not None or cargado.diagnosticos
        if lectura is not None and isinstance(lectura.valor, dict):
            assert isinstance(cargado.contenido, MODELO_DE_ARCHIVO[archivo])
    sanos = {id(uno) for uno in _registros(carga.plan)}
    assert not sanos & carga.danos.keys()
    assert sanos | carga.danos.keys() == {id(uno) for uno in _registros(carga.borrador)}
    if not carga.diagnosticos:
        assert not carga.danos


def _registros(plan: Any) -> Iterator[Registro]:
    for parte in ("cabecera", "programa", "objetivos", "mandatos", "actores", "actividades"):
        valor = getattr(plan, parte)
        yield from valor if isinstance(valor, tuple) else [valor] * (valor is not None)


# Bytes cualesquiera, en cualquiera de los cuatro archivos


@given(st.sampled_from(ARCHIVOS), st.binary(max_size=200))
def test_bytes_cualesquiera(archivo: str, contenido: bytes) -> None:
    comprobar(cargar(Memoria({**REALES, archivo: contenido})))


RETAZOS = st.sampled_from(
    [
        *"\t:-'\"[]{},&*!%@`|>?#\n\r \\\0\x85",
        ": ",
        "- ",
        "\n  - id: A1",
        "titulo: x",
        "\u00a0",
        "<<: ",
    ]
)


@given(st.sampled_from(ARCHIVOS), st.data())
def test_los_archivos_de_verdad_con_destrozos(archivo: str, datos: st.DataObject) -> None:
    texto = REALES[archivo].decode()
    for _ in range(datos.draw(st.integers(1, 4))):
        donde = datos.draw(st.integers(0, len(texto)))
        quita = datos.draw(st.sampled_from([0, 0, 1, 5, 40, len(texto)]))
        texto = texto[:donde] + datos.draw(RETAZOS) + texto[donde + quita :]
    comprobar(cargar(Memoria({**REALES, archivo: texto.encode()})))


# Árboles con las claves del modelo y valores de todas las formas


def _claves(modelo: type[Registro]) -> Iterator[str]:
    for nombre, campo in modelo.model_fields.items():
        yield nombre
        ficha = ficha_de(campo.annotation)
        if ficha:
            yield from _claves(ficha)


CLAVES = sorted({clave for modelo in MODELO_DE_ARCHIVO.values() for clave in _claves(modelo)})
EJEMPLOS = ["B8", "ACT-4", "AG-101", "2030-03", "2030", "formal", "10:00", "todos", "sí", "1-3"]
HOJAS = (
    st.none()
    | st.sampled_from(EJEMPLOS)
    | st.text(max_size=8)
    | st.integers(-5, 99_999)
    | st.booleans()
    | st.dates()
    | st.floats(allow_nan=False)
)
VALORES = st.recursive(
    HOJAS,
    lambda dentro: (
        st.lists(dentro, max_size=4)
        | st.dictionaries(st.sampled_from(CLAVES) | st.text(max_size=5), dentro, max_size=6)
    ),
    max_leaves=20,
)


@given(st.fixed_dictionaries(dict.fromkeys(ARCHIVOS, VALORES)), st.booleans())
def test_arboles_cualesquiera(valores: Mapping[str, object], en_linea: bool) -> None:
    comprobar(
        cargar(
            Memoria(
                {
                    archivo: yaml.safe_dump(
                        valor, allow_unicode=True, default_flow_style=en_linea, sort_keys=False
                    ).encode()
                    for archivo, valor in valores.items()
                }
            )
        )
    )


# Un archivo bueno en todo menos en un campo, que toma cualquier forma


@st.composite
def casi_buenos(sacar: st.DrawFn) -> tuple[str, object]:
    archivo = sacar(st.sampled_from(ARCHIVOS))
    return archivo, _ficha(sacar, MODELO_DE_ARCHIVO[archivo])


def _ficha(sacar: st.DrawFn, modelo: type[Registro]) -> dict[str, object]:
    ficha: dict[str, object] = {}
    for nombre, campo in modelo.model_fields.items():
        if not campo.is_required() and sacar(st.integers(0, 2)):
            continue
        dentro = ficha_de(campo.annotation)
        if not sacar(st.integers(0, 9)):
            ficha[nombre] = sacar(VALORES)
        elif dentro and campo.is_required() and not str(campo.annotation).startswith("tuple"):
            ficha[nombre] = _ficha(sacar, dentro)
        elif dentro:
            cuantos = sacar(st.integers(0, 2))
            ficha[nombre] = [_ficha(sacar, dentro) for _ in range(cuantos)]
        else:
            ficha[nombre] = ejemplo(campo)
    return ficha


@given(casi_buenos())
def test_casi_buenos(caso: tuple[str, object]) -> None:
    archivo, valor = caso
    texto = yaml.safe_dump(valor, allow_unicode=True, sort_keys=False)
    comprobar(cargar(Memoria({**REALES, archivo: texto.encode()})))


# Todo tipo de error que el modelo puede dar tiene su traducción

FORMAS: list[object] = ["", " ", "x", "@", "2030-13", None, [], ["x"], [""], [[]], {}, {"x": "y"}]
FORMAS += [[None], [{}], [{"x": "y"}], {" ": "x"}, {"x": []}]


def _errores_posibles() -> Counter[str]:
    """Los tipos de error de cada campo de cada ficha, con un valor de cada forma en él."""
    tipos: Counter[str] = Counter()
    for modelo in MODELO_DE_ARCHIVO.values():
        for valor in _variantes(modelo):
            try:
                modelo.model_validate(valor)
            except ValidationError as fallo:
                tipos.update(error["type"] for error in fallo.errors())
    return tipos


def _variantes(modelo: type[Registro]) -> Iterator[dict[str, object]]:
    yield {"no_existe": "x"}
    for nombre, campo in modelo.model_fields.items():
        for forma in FORMAS:
            yield {nombre: forma}
        if dentro := ficha_de(campo.annotation):
            for variante in _variantes(dentro):
                yield {nombre: variante}
                yield {nombre: [variante]}


def test_todo_error_posible_esta_traducido() -> None:
    assert set(_errores_posibles()) == set(_TRADUCTORES)


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_cada_forma_en_cada_campo(archivo: str) -> None:
    for valor in _variantes(MODELO_DE_ARCHIVO[archivo]):
        texto = yaml.safe_dump(valor, allow_unicode=True)
        comprobar(cargar(Memoria({archivo: texto.encode()})))
