"""Cuánto ocupa un texto, cómo se parte y cuánto le toca a cada columna."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.medida import anchura, partir
from camctl.salida.maqueta.reparto import AnchoPedido, repartir


def test_cada_caracter_mide_lo_que_dice_unicode() -> None:
    limpios = {limpio(chr(codigo)) for codigo in range(0x20, 0x20000)}
    assert [texto for texto in limpios if anchura(texto) != cell_len(texto)] == []


def test_el_espanol_se_mide_sin_cargar_rich() -> None:
    orden = (
        "import sys; from camctl.salida.maqueta.medida import anchura;"
        "anchura('«Niñez» — ¿qué?, ¡así!… 50 % · 1.º “a” ‘b’ – € → ─ ●');"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", orden], check=False).returncode == 0


@pytest.mark.parametrize(
    ("texto", "ancho", "esperado"),
    [
        ("", 5, [""]),
        ("hola", 4, ["hola"]),
        ("una sesión informal", 10, ["una sesión", "informal"]),
        ("una sesión informal", 9, ["una", "sesión", "informal"]),
        ("  con sangría y más", 13, ["  con sangría", "y más"]),
        ("dos  espacios", 13, ["dos  espacios"]),
        ("dos  espacios", 8, ["dos", "espacios"]),
        ("cola   ", 20, ["cola"]),
        ("10\u00a0000 actividades", 12, ["10\u00a0000", "actividades"]),
        ("internacionalización", 12, ["internaciona", "lización"]),
        ("vea internacionalización", 12, ["vea", "internaciona", "lización"]),
        (
            "https://ejemplo.org/actas/2031-05.pdf",
            16,
            ["https://ejemplo.", "org/actas/2031-", "05.pdf"],
        ),
        ("migraci\u0301on", 7, ["migraci\u0301", "on"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("❤️❤️❤️", 4, ["❤️❤️", "❤️"]),
        ("abc", 1, ["a", "b", "c"]),
        ("漢", 1, ["漢"]),
    ],
)
def test_partir(texto: str, ancho: int, esperado: list[str]) -> None:
    assert partir(texto, ancho) == esperado


@given(st.text(st.sampled_from("ab-/ ñ漢\u0301\ufe0f❤🙂\u00a0")) | st.text(), st.integers(2, 40))
def test_al_partir_todo_cabe_y_nada_se_pierde(texto: str, ancho: int) -> None:
    texto = limpio(texto)
    lineas = partir(texto, ancho)
    assert max(map(cell_len, lineas)) <= ancho
    assert "".join(lineas).replace(" ", "") == texto.replace(" ", "")
    assert not any(linea.endswith(" ") for linea in lineas)


def _rigido(ancho: int, prioridad: int = 0) -> AnchoPedido:
    return AnchoPedido(ancho, ancho, ancho, prioridad)


@pytest.mark.parametrize(
    ("pedidos", "disponible", "esperado"),
    [
        # Si todas caben, cada una el suyo: sobrar, sobra a la derecha.
        ([_rigido(5), AnchoPedido(40, 24, 12)], 100, {0: 5, 1: 40}),
        # La más ancha se estrecha hasta la segunda, y entonces ceden las dos.
        ([AnchoPedido(60, 24, 12), AnchoPedido(20, 20, 12)], 62, {0: 40, 1: 20}),
        ([AnchoPedido(60, 24, 12), AnchoPedido(20, 20, 12)], 33, {0: 16, 1: 15}),
        # Antes de leer con apuro las imprescindibles, salen las demás, de mayor a menor prioridad.
        (
            [_rigido(5), AnchoPedido(60, 24, 12), _rigido(10, 2), _rigido(9, 1)],
            42,
            {0: 5, 1: 24, 3: 9},
        ),
        (
            [_rigido(5), AnchoPedido(60, 24, 12), _rigido(10, 1), _rigido(9, 1)],
            43,
            {0: 5, 1: 24, 2: 10},
        ),
        ([_rigido(5), AnchoPedido(60, 24, 12), _rigido(10, 1)], 30, {0: 5, 1: 23}),
        ([_rigido(5), AnchoPedido(60, 24, 12)], 19, {0: 5, 1: 12}),
        ([_rigido(5), AnchoPedido(60, 24, 12)], 18, None),
        ([_rigido(5)], 0, None),
        # De todas se puede prescindir, pero una tabla sin columnas no es una tabla.
        ([_rigido(5, 1), _rigido(5, 2)], 8, {0: 5}),
        ([_rigido(5, 1), _rigido(5, 2)], 4, None),
    ],
)
def test_reparto(
    pedidos: list[AnchoPedido], disponible: int, esperado: dict[int, int] | None
) -> None:
    assert repartir(pedidos, disponible) == esperado
