"""Nada de lo que digan los datos actúa en una terminal ni en una hoja de cálculo."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.salida.limpieza import PELIGROSO, escapado_en_json, limpio, sin_formula


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "Sesión informal con la niñez: ¿cuándo?, ¡ya! «así» — 50 % · 1.º",
        "n\u0303andu\u0301",  # tildes sueltas, detrás de su letra
        "10\u00a0000",  # el espacio que no se parte
        "🙂 ❤️ 漢字 العربية",  # un emoji con selector de variante; otras escrituras
        "[bold]texto[/bold] \\[x]",  # el marcado de Rich es texto
    ],
)
def test_lo_corriente_queda_como_esta(texto: str) -> None:
    assert limpio(texto) is texto


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("\x1b[31mrojo", "<U+001B>[31mrojo"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x1b]0;título\x07", "<U+001B>]0;título<U+0007>"),
        ("uno\rdos\b", "uno<U+000D>dos<U+0008>"),
        ("\x00\x7f", "<U+0000><U+007F>"),
        ("uno\ndos\ttres", "uno dos tres"),
        ("\u202eods\u2066", "<U+202E>ods<U+2066>"),
        ("\u200e\u200f\u061c", "<U+200E><U+200F><U+061C>"),
        ("B\u200b8\u200d", "B<U+200B>8<U+200D>"),
        ("\ufeffA1\u00ad", "<U+FEFF>A1<U+00AD>"),
        ("a\u2028b\u2029", "a<U+2028>b<U+2029>"),
        ("\U000e0041", "<U+E0041>"),
        ("\ufff9x\ufffb", "<U+FFF9>x<U+FFFB>"),
        ("\ud83d", "<U+D83D>"),
        ("👩\u200d🚀", "👩<U+200D>🚀"),
    ],
)
def test_lo_que_actua_o_no_se_ve_se_escribe_a_la_vista(texto: str, esperado: str) -> None:
    assert limpio(texto) == esperado


@given(st.text(st.characters(exclude_categories=())))
def test_limpio_no_deja_pasar_nada_y_no_tiene_mas_que_hacer(texto: str) -> None:
    salida = limpio(texto)
    assert not re.search(PELIGROSO, salida)
    assert "\n" not in salida
    assert "\t" not in salida
    assert limpio(salida) is salida


def test_no_se_escapa_ningun_caracter_de_control_ni_de_formato() -> None:
    # Cc controles, Cf formato, Cs mitades sueltas, Zl y Zp saltos: según la base de Unicode.
    visibles = {0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891}
    visibles |= {0x08E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
    quedan = {
        codigo
        for codigo in range(0x110000)
        if unicodedata.category(chr(codigo)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and limpio(chr(codigo)) == chr(codigo)
    }
    assert quedan <= visibles


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_el_json_escapado_se_lee_igual_y_no_actua(texto: str) -> None:
    escapado = escapado_en_json(json.dumps({"clave": texto}, ensure_ascii=False))
    assert json.loads(escapado) == {"clave": texto}
    assert not re.search(PELIGROSO, escapado)


def test_el_json_escapado_conserva_sus_saltos_y_parte_en_dos_lo_que_no_cabe() -> None:
    assert escapado_en_json('{\n "a": "ñ\u202e\U000e0041"\n}') == (
        '{\n "a": "ñ\\u202e\\udb40\\udc41"\n}'
    )


@pytest.mark.parametrize(
    "texto",
    [
        "=1+1",
        "+34 600 000 000",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "-",
        "- punto de una lista",
        '=HYPERLINK("https://ejemplo.org")',
        "-3\n=1",
        "-٣",
    ],
)
def test_lo_que_una_hoja_calcularia_lleva_un_apostrofo(texto: str) -> None:
    assert sin_formula(texto) == f"'{texto}"


@pytest.mark.parametrize(
    "texto", ["", "-3", "+3", "-3.5", "-3,5", "3", "2019-03", "B1; B6", "'=1", "a=1", "«=1»", "—"]
)
def test_lo_demas_no_lo_lleva(texto: str) -> None:
    assert sin_formula(texto) is texto
