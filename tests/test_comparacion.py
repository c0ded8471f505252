"""Comparar como compara una persona, y proponer lo que quiso escribir."""

import string
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.comparacion import (
    Sugerencias,
    plegar,
    plegar_id,
    plegar_ids,
    sin_blancos_de_mas,
    tramos_de,
)


@pytest.mark.parametrize(
    ("texto", "plegado"),
    [
        ("Lectura  Ágil", "lectura agil"),
        (" ÑANDÚ\u00a0azul\n", "nandu azul"),
        ("straße", "strasse"),
        ("n\u0303", "n"),
        ("ﬁn", "fin"),
        ("１２", "12"),
        ("", ""),
    ],
)
def test_plegar(texto: str, plegado: str) -> None:
    assert plegar(texto) == plegado


@pytest.mark.parametrize(
    "escrito",
    ["B8", "b8", "B.8", "b 8", "B-8", " B_8 ", "B‑8", "B–8", "B\u00a08", "Ｂ８"],
)
def test_plegar_id(escrito: str) -> None:
    assert plegar_id(escrito) == "b8"


@given(st.lists(st.text("aB8.- _\n\tÁ\u00a0ß–", max_size=6), max_size=6))
def test_plegar_muchos_a_la_vez_es_plegar_cada_uno(textos: list[str]) -> None:
    assert plegar_ids(textos) == [plegar_id(texto) for texto in textos]


@given(st.text(max_size=20))
def test_plegar_dos_veces_es_plegar_una(texto: str) -> None:
    assert plegar(plegar(texto)) == plegar(texto)
    assert plegar_id(plegar_id(texto)) == plegar_id(texto)


@pytest.mark.parametrize(
    ("buscado", "texto", "tramos"),
    [
        ("a", "a ab ba a_ a á «a»", [(0, 1), (11, 12), (16, 17)]),
        ("a a", "a a a a aa a", [(0, 3), (4, 7)]),
        ("«a», b", "c«a», b; «a», bc «a», b", [(17, 23)]),
        ("", "a", []),
        ("ab", "a", []),
    ],
)
def test_tramos_de(buscado: str, texto: str, tramos: list[tuple[int, int]]) -> None:
    assert tramos_de(buscado, texto) == tramos


def test_sin_blancos_de_mas() -> None:
    assert sin_blancos_de_mas("  a\u00a0 b\n\tc ") == "a b c"


@pytest.mark.parametrize(
    ("texto", "sugeridos"),
    [
        ("titlo", ["titulo"]),
        ("titullo", ["titulo"]),
        ("tituol", ["titulo"]),
        ("Título", ["titulo"]),
        ("actor", ["actores"]),
        ("actividad", ["actividades"]),
        ("zzz", []),
        ("", []),
        ("x" * 50_000_000, []),
    ],
)
def test_sugerencias(texto: str, sugeridos: list[str]) -> None:
    campos = Sugerencias(["id", "titulo", "texto", "actores", "actividades", "¿?"])
    assert campos.para(texto) == sugeridos


def test_primero_lo_que_dista_un_error_de_tecleo() -> None:
    ids = Sugerencias([f"B{n}" for n in range(1, 13)])
    assert ids.para("B88") == ["B8"]
    # A igual parecido, en el orden en que se dieron.
    assert ids.para("B13") == ["B1", "B3", "B10"]


def test_lo_que_viene_a_cuento_lo_dice_quien_pregunta() -> None:
    nombres = Sugerencias(["Piñeres", "Integral"])
    assert nombres.para("Pineiro") == ["Piñeres"]
    assert nombres.para("Pineiro", parecido=0.75) == []


def test_con_muchos_candidatos_solo_los_que_distan_un_error() -> None:
    muchos = Sugerencias(f"ACT-{n:05}" for n in range(50_000))
    assert muchos.para("ACT-0123") == ["ACT-00123", "ACT-01023", "ACT-01123"]
    assert "ACT-04321" in muchos.para("ACT-O4321")
    assert muchos.para("cualquier cosa") == []


NOMBRES = st.lists(
    st.sampled_from(string.ascii_lowercase), min_size=5, max_size=8, unique=True
).map("".join)


@given(st.lists(NOMBRES, min_size=1, unique=True), st.data())
def test_a_un_error_de_tecleo_siempre_se_propone(nombres: list[str], datos: st.DataObject) -> None:
    nombre = datos.draw(st.sampled_from(nombres))
    donde = datos.draw(st.integers(0, len(nombre) - 1))
    letra = datos.draw(st.sampled_from(string.ascii_lowercase))
    erratas = [
        nombre[:donde] + nombre[donde + 1 :],
        nombre[:donde] + letra + nombre[donde:],
        nombre[:donde] + letra + nombre[donde + 1 :],
    ]
    sugerencias = Sugerencias(nombres)
    for errata in erratas:
        assert nombre in sugerencias.para(errata, cuantas=len(nombres))


def test_un_candidato_enorme_no_agota_la_memoria() -> None:
    """Un alias de un millón de letras tendría un billón de letras en variantes."""
    programa = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
from camctl.comparacion import Sugerencias
candidatos = Sugerencias(["x" * 1_000_000, *(f"a{n}" for n in range(200))])
assert candidatos.para("a1999") == ["a199"], candidatos.para("a1999")
assert candidatos.para("x" * 1_000_000) == []
"""
    pytest.importorskip("resource", reason="Windows no sabe limitar la memoria de un proceso")
    raiz = Path(__file__).resolve().parents[1]
    subprocess.run(
        [sys.executable, "-c", programa],
        check=True,
        timeout=60,
        env={"PYTHONPATH": str(raiz / "src")},
    )
