"""Plurales, enumeraciones, cifras y recortes como los escribe una persona."""

import pytest

from camctl.castellano import (
    MESES,
    concordar,
    contar,
    en_mayuscula,
    en_minuscula,
    entre_comillas,
    enumerar,
    enumerar_pocos,
    miles,
    porcentaje,
    quiso_decir,
    recortar,
)


@pytest.mark.parametrize(
    ("cuantos", "texto"),
    [
        (0, "0 errores"),
        (1, "1 error"),
        (2, "2 errores"),
        (9_999, "9999 errores"),
        (10_000, "10\u00a0000 errores"),
        (1_234_567, "1\u00a0234\u00a0567 errores"),
    ],
)
def test_contar(cuantos: int, texto: str) -> None:
    assert contar(cuantos, "error", "errores") == texto


def test_concordar() -> None:
    verbos = [f"qued{concordar(cuantos, 'a', 'an')}" for cuantos in range(3)]
    assert verbos == ["quedan", "queda", "quedan"]


def test_miles_negativos() -> None:
    assert (miles(-9_999), miles(-10_000)) == ("-9999", "-10\u00a0000")


@pytest.mark.parametrize(
    ("valor", "texto"),
    [
        (0, "0\u00a0%"),
        (100, "100\u00a0%"),
        (33.333, "33,3\u00a0%"),
        (66.666, "66,7\u00a0%"),
        (50.0, "50\u00a0%"),
        # Ni «todos» si falta uno, ni «ninguno» si hay alguno.
        (99.96, "99,9\u00a0%"),
        (99.94, "99,9\u00a0%"),
        (0.04, "0,1\u00a0%"),
    ],
)
def test_porcentaje(valor: float, texto: str) -> None:
    assert porcentaje(valor) == texto


@pytest.mark.parametrize(
    ("partes", "conjuncion", "texto"),
    [
        ([], "y", ""),
        (["a"], "y", "a"),
        (["a", "b"], "y", "a y b"),
        (["a", "b", "c"], "y", "a, b y c"),
        (["Ana", "Inés"], "y", "Ana e Inés"),
        (["Ana", "Íñigo"], "y", "Ana e Íñigo"),
        (["padres", "hijos"], "y", "padres e hijos"),
        (["agua", "hielo"], "y", "agua y hielo"),
        (["moléculas", "iones"], "y", "moléculas y iones"),
        (["uno", "otro"], "o", "uno u otro"),
        (["mujer", "hombre"], "o", "mujer u hombre"),
        (["«uno»", "«otro»"], "o", "«uno» u «otro»"),
        (["7", "8"], "o", "7 u 8"),
        (["10", "11"], "o", "10 u 11"),
        (["100", "110"], "o", "100 o 110"),
        (["A1", "B8"], "o", "A1 o B8"),
    ],
)
def test_enumerar(partes: list[str], conjuncion: str, texto: str) -> None:
    assert enumerar(partes, conjuncion=conjuncion) == texto


@pytest.mark.parametrize(
    ("cuantas", "texto"),
    [
        (0, ""),
        (1, "1"),
        (5, "1, 2, 3, 4 y 5"),
        (6, "1, 2, 3, 4, 5 y 1 más"),
        (9, "1, 2, 3, 4, 5 y 4 más"),
    ],
)
def test_enumerar_pocos(cuantas: int, texto: str) -> None:
    assert enumerar_pocos([str(numero + 1) for numero in range(cuantas)]) == texto


@pytest.mark.parametrize(
    ("sugerencias", "texto"),
    [
        ([], ""),
        (["B8"], "¿quiso decir «B8»?"),
        (["B8", "B9"], "¿quiso decir «B8» o «B9»?"),
        (["uno", "dos", "otro"], "¿quiso decir «uno», «dos» u «otro»?"),
    ],
)
def test_quiso_decir(sugerencias: list[str], texto: str) -> None:
    assert quiso_decir(sugerencias) == texto


def test_mayusculas_y_minusculas() -> None:
    assert (en_mayuscula("árbol Alto"), en_mayuscula("")) == ("Árbol Alto", "")
    assert (en_minuscula("La letra"), en_minuscula("ACT- y su número"), en_minuscula("")) == (
        "la letra", "ACT- y su número", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texto", "recortado"),
    [
        ("corto", "corto"),
        ("  dos\n líneas\t", "dos líneas"),
        ("x" * 10, "x" * 10),
        ("x" * 11, "x" * 9 + "…"),
        ("una frase larga", "una frase…"),
        ("x" + " " * 50, "x…"),
        ("", ""),
    ],
)
def test_recortar(texto: str, recortado: str) -> None:
    assert recortar(texto, 10) == recortado
    assert len(recortado) <= 10


def test_entre_comillas_no_ocupa_una_pantalla() -> None:
    assert entre_comillas("corto") == "«corto»"
    assert len(entre_comillas("x" * 5_000_000)) == 102


def test_los_meses() -> None:
    assert (len(MESES), MESES[0], MESES[8], MESES[11]) == (12, "enero", "septiembre", "diciembre")
