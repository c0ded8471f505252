"""Escribir un valor en una línea de YAML: con comillas solo donde hacen falta."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from camctl.lectura import leer
from camctl.lectura.escrito import entre_comillas, escrito


@pytest.mark.parametrize(
    ("valor", "texto"),
    [
        ("Uno y dos", "Uno y dos"),
        ("2030-03", "2030-03"),
        ("2030-03-14", "2030-03-14"),
        ("1-3", "1-3"),
        ("sí", "sí"),
        ("no", '"no"'),
        ("Y", '"Y"'),
        ("n", '"n"'),
        ("ya", "ya"),
        ("010", '"010"'),
        ("10:30", '"10:30"'),
        ("10:00-13:00", '"10:00-13:00"'),
        ("1e3", '"1e3"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        (" x ", '" x "'),
        ("Préstamo: causas", '"Préstamo: causas"'),
        ("x #2", '"x #2"'),
        ("a, b", '"a, b"'),
        ("*x", '"*x"'),
        ("- x", '"- x"'),
        ("-", '"-"'),
        ("?", '"?"'),
        ("¿sí?", '"¿sí?"'),
        ("[a", '"[a"'),
        ("it's", "it's"),
        ('dice "hola"', 'dice "hola"'),
        ('"hola"', '"\\"hola\\""'),
        ("C:\\datos", "C:\\datos"),
        ("dos\nlíneas", '"dos\\nlíneas"'),
        ("a\r\tb", '"a\\r\\tb"'),
        ("a\u200bb", '"a\\u200Bb"'),
        ("a\U000e0001b", '"a\\U000E0001b"'),
        ("a:\u00a0b: c", '"a:\u00a0b: c"'),
        ("a\u00a0b", "a\u00a0b"),
        ("!x", '"!x"'),
        ("!%c0%80 x", '"!%c0%80 x"'),
        (["B1", "B8"], "[B1, B8]"),
        (("a, b", "c"), '["a, b", c]'),
        ([], "[]"),
        ({"id": "B8", "cita": "la trata: sus causas"}, '{id: B8, cita: "la trata: sus causas"}'),
        ([{"id": "B8"}, "B1"], "[{id: B8}, B1]"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
    ],
)
def test_escrito(valor: object, texto: str) -> None:
    assert escrito(valor) == texto


def test_fuera_de_corchetes_las_comas_no_piden_comillas() -> None:
    assert escrito("a, b", en_corchetes=False) == "a, b"
    assert escrito("¿sí?", en_corchetes=False) == "¿sí?"


def test_una_ristra_de_corchetes_no_lo_tumba() -> None:
    assert escrito("a, " + "[" * 5_000).startswith('"')


TEXTOS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff")
    .filter(lambda c: c.isprintable() or c in "\n\t\r"),
    max_size=20,
)  # fmt: skip


@given(TEXTOS)
def test_lo_escrito_se_lee_igual(texto: str) -> None:
    for en_linea in (f"a: {escrito(texto)}\n", f"a: [{escrito(texto)}, x]\n"):
        lectura = leer(en_linea.encode(), "x")
        assert lectura.diagnosticos == ()
        assert lectura.valor == {"a": texto if "[" not in en_linea[:4] else [texto, "x"]}
    # Y cualquier otro lector lo toma por un texto, o por una fecha.
    leido = yaml.safe_load(f"a: {entre_comillas(texto)}\n")
    assert leido == {"a": texto}
