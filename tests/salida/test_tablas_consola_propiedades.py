"""Lo que ha de cumplir la pantalla con cualquier texto y a cualquier ancho."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from camctl.salida.limpieza import PELIGROSO
from camctl.salida.maqueta.lineas import texto_de
from camctl.salida.tablas import consola
from camctl.vistas.respuesta import Columna, Ficha, Grupo, Respuesta, Tabla

_TEXTOS = st.text(max_size=30) | st.text(
    st.sampled_from("ab ñ—漢❤🙂\ufe0f\u0301\n\t\x1b\x9b\u202e\u200b\u2028\ud800\U000e0041[]"),
    max_size=60,
)
_COLUMNAS = st.builds(
    Columna,
    _TEXTOS,
    st.sampled_from(["", "id", "tenue"]),
    st.booleans(),
    st.integers(0, 2),
)


@st.composite
def _tablas(draw: st.DrawFn) -> Tabla:
    columnas = tuple(draw(st.lists(_COLUMNAS, max_size=5)))
    filas = st.lists(st.tuples(*[_TEXTOS] * len(columnas)), max_size=4).map(tuple)
    return Tabla(columnas, tuple(draw(st.lists(st.builds(Grupo, filas, _TEXTOS), max_size=3))))


_FICHAS = st.lists(
    st.builds(
        Ficha,
        _TEXTOS,
        st.lists(st.tuples(_TEXTOS, st.lists(_TEXTOS, max_size=3).map(tuple)), max_size=3).map(
            tuple
        ),
    ),
    max_size=3,
).map(tuple)


@given(
    st.builds(
        Respuesta,
        _tablas() | _FICHAS,
        st.just([]),
        st.lists(_TEXTOS, max_size=2).map(tuple),
        st.lists(_TEXTOS, max_size=2).map(tuple),
    ),
    st.integers(1, 200),
)
@example(Respuesta((Ficha("", (("0\n", ("\t\n0",)),)),), []), 29)
def test_a_cualquier_ancho_cabe_y_no_hay_nada_peligroso(respuesta: Respuesta, ancho: int) -> None:
    for linea in map(texto_de, consola.componer(respuesta, ancho)):
        # En una celda de ancho no cabe un carácter de dos.
        assert cell_len(linea) <= max(2, ancho)
        assert not re.search(PELIGROSO, linea)
        assert "\n" not in linea
        assert not linea.endswith(" ")


@given(_tablas() | _FICHAS)
def test_en_una_pantalla_ancha_no_se_pierde_nada(cuerpo: Tabla | tuple[Ficha, ...]) -> None:
    if isinstance(cuerpo, Tabla):
        textos = [celda for grupo in cuerpo.grupos for fila in grupo.filas for celda in fila]
    else:
        textos = [texto for ficha in cuerpo for _, lineas in ficha.campos for texto in lineas]
    escrito = consola.escribir(Respuesta(cuerpo, []), 1000).replace(" ", "")
    palabras = {palabra for texto in textos for palabra in re.findall(r"[ab]+", texto)}
    assert all(palabra in escrito for palabra in palabras)
