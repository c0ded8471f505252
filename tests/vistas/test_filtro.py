"""Filtrar, y explicar con una frase bien dicha por qué no queda nada."""

from collections.abc import Sequence

import pytest

from camctl.vistas.filtro import Filtro, filtrar, por_que_ninguno

NUMEROS = (1, 2, 3, 4, 5, 6)
PARES = Filtro[int]("--pares", lambda numero: numero % 2 == 0)
IMPARES = Filtro[int]("--impares", lambda numero: numero % 2 == 1)
UNO = Filtro[int]("--uno", lambda numero: numero == 1)
GRANDES = Filtro[int]("--mayor 90", lambda numero: numero > 90)
NULOS = Filtro[int]("--nulos", lambda numero: numero == 0)


def por_que(filtros: Sequence[Filtro[int]], numeros: Sequence[int] = NUMEROS) -> str:
    return por_que_ninguno(numeros, filtros, singular="ninguna cifra", plural="cifras")


def test_sin_filtros_pasan_todos_en_su_orden() -> None:
    assert filtrar((3, 1, 2), ()) == (3, 1, 2)


def test_con_varios_se_cumplen_todos() -> None:
    assert filtrar(NUMEROS, (PARES,)) == (2, 4, 6)
    assert filtrar(NUMEROS, (IMPARES, UNO)) == (1,)
    assert filtrar(NUMEROS, (PARES, IMPARES)) == ()


@pytest.mark.parametrize(
    ("filtros", "frase"),
    [
        ((GRANDES,), "ninguna cifra con --mayor 90"),
        ((GRANDES, NULOS), "ninguna cifra con --mayor 90 ni --nulos"),
        # Los demás filtros no tienen la culpa.
        ((PARES, GRANDES), "ninguna cifra con --mayor 90"),
        (
            (PARES, IMPARES),
            "hay 3 cifras con --pares y 3 con --impares, pero ninguna cifra con todo a la vez",
        ),
        (
            (PARES, UNO, IMPARES),
            (
                "hay 3 cifras con --pares, 1 con --uno y 3 con --impares, "
                "pero ninguna cifra con todo a la vez"
            ),
        ),
    ],
)
def test_se_dice_que_filtro_lo_dejo_vacio(filtros: tuple[Filtro[int], ...], frase: str) -> None:
    assert por_que(filtros) == frase


def test_el_numero_y_el_genero_concuerdan() -> None:
    frase = por_que_ninguno((1, 2), (UNO, PARES), singular="ningún actor", plural="actores")
    assert frase == "hay 1 actor con --uno y 1 con --pares, pero ningún actor con todo a la vez"


def test_muchos_se_cuentan_con_sus_millares() -> None:
    frase = por_que((PARES, IMPARES), range(1, 40_001))
    assert frase == (
        "hay 20\u00a0000 cifras con --pares y 20\u00a0000 con --impares, "
        "pero ninguna cifra con todo a la vez"
    )


def test_donde_no_hay_nada_no_es_culpa_de_los_filtros() -> None:
    assert por_que((PARES,), ()) == "el plan no tiene ninguna cifra"
    assert por_que((), ()) == "el plan no tiene ninguna cifra"


def test_sin_filtros_no_hay_nada_que_explicar() -> None:
    assert por_que(()) == "no hay ninguna cifra"
