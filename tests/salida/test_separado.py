"""Lo separado por comas lo lee cualquiera, y nada de lo que diga se calcula en ninguna parte."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.salida.limpieza import PELIGROSO
from camctl.salida.separado import EN_ARCHIVO, SEPARADORES, separado

_TEXTOS = st.text(st.sampled_from("ab ñ,;|\"'=+-@1\t\n\r\x00\u202e＝"), max_size=30)


def leidas(texto: str, separador: str) -> list[list[str]]:
    """Las filas que ve quien abra `texto` creyendo que lo separa `separador`."""
    return list(csv.reader(io.StringIO(texto, newline=""), delimiter=separador))


def test_es_como_pide_la_rfc_4180() -> None:
    assert separado([["a", "b c"], ['x "y", z', ""]]) == 'a,b c\r\n"x ""y"", z",\r\n'


@pytest.mark.parametrize("separador", SEPARADORES)
def test_con_cualquier_separador_se_lee_lo_mismo(separador: str) -> None:
    filas = [["uno;dos", "tres,cuatro"], ["cinco|seis", 'siete "ocho"']]
    assert leidas(separado(filas, separador), separador) == filas


def test_un_parrafo_no_parte_la_linea() -> None:
    assert separado([["uno\ndos\ttres"]]) == "uno dos tres\r\n"


def test_en_un_archivo_excel_ve_que_es_utf_8() -> None:
    assert separado([["ñ"]]).encode(EN_ARCHIVO) == b"\xef\xbb\xbf\xc3\xb1\r\n"


@pytest.mark.parametrize(
    ("texto", "celda"),
    [
        ("=1+1", "'=1+1"),
        ("hola;=1+1", "hola;'=1+1"),
        ("hola, @SUM(A1)", "hola, '@SUM(A1)"),
        ('hola;"=1+1', "hola;\"'=1+1"),
        ("uno|-2", "uno|'-2"),
        ("a;\n=1", "a; '=1"),
        ("1-3", "1-3"),
        ("1, 4-6", "1, 4-6"),
        ("CB; RED", "CB; RED"),
    ],
)
def test_nada_se_calcula_aunque_se_abra_con_otro_separador(texto: str, celda: str) -> None:
    assert leidas(separado([[texto]]), ",") == [[celda]]


@given(
    st.lists(st.lists(_TEXTOS, min_size=2, max_size=2), max_size=3),
    st.sampled_from(SEPARADORES),
    st.sampled_from(",;|"),
)
def test_ninguna_celda_es_una_formula_la_abra_quien_la_abra(
    filas: list[list[str]], separador: str, otro: str
) -> None:
    texto = separado(filas, separador)
    assert not re.search(PELIGROSO, texto.replace("\r\n", ""))
    assert [len(fila) for fila in leidas(texto, separador)] == [2] * len(filas)
    bien_leidas = [celda for fila in leidas(texto, separador) for celda in fila]
    # Quien crea que se separa con otro signo parte por él, entienda o no las comillas.
    lineas = texto.splitlines() if otro != separador else []
    mal_leidas = [celda for linea in lineas for celda in re.split(f"[{otro}]", linea)[1:]]
    for celda in [*bien_leidas, *(celda.lstrip('"') for celda in mal_leidas)]:
        assert not re.match(r"\s*[=@＝＋－＠]", celda)
        assert not re.match(r"\s*[+-](?![0-9]+([.,][0-9]+)?$)", celda)
