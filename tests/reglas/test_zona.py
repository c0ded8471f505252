"""Lo que el ejemplo de C413 no muestra: qué zona se propone, y cuál se puede escribir sin mirar."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.diagnostico import Diagnostico

Hallar: TypeAlias = Callable[..., list[Diagnostico]]

COMISION = "comision: CB"
A_MANO = "escriba su nombre internacional, el continente y la ciudad: America/Montevideo"

DIFERENCIAS = [
    *("GMT-5", "GMT+2", "GMT 5", "gmt5", "UTC-5", "UTC+1", "UTC−5", "utc – 5", "UTC-05:00"),
    *("Etc/GMT 5", "etc/gmt-5", "Etc/UTC-5", "-05:00", "-5", "(UTC-5)", "(GMT-03:00) Montevideo"),
]


def con_zona(hallar: Hallar, zona: str) -> list[Diagnostico]:
    return hallar(calendario=(COMISION, f'{COMISION}\n  zona_horaria: "{zona}"'))


@pytest.mark.parametrize("zona", ["America/Montevideo", "Europe/Kyiv", "US/Eastern", "UTC"])
def test_un_nombre_de_la_iana_esta_bien(hallar: Hallar, zona: str) -> None:
    assert con_zona(hallar, zona) == []


@pytest.mark.parametrize(
    ("zona", "arreglos"),
    [
        ("América/Montevideo", [("America/Montevideo", True)]),
        ("america/new york", [("America/New_York", True)]),
        # De la ciudad sola no se sabe el país, aunque aquí no haya otra.
        ("Lima", [("America/Lima", False)]),
        ("America/New_Yrok", [("America/New_York", False)]),
        ("Louisville", []),
        ("Factory", []),
        ("../zones", []),
        ("hora de aquí", []),
    ],
)
def test_se_propone_la_que_se_quiso_escribir(
    hallar: Hallar, zona: str, arreglos: list[tuple[str, bool]]
) -> None:
    (hallado,) = con_zona(hallar, zona)
    assert hallado.codigo == "C413"
    assert [(uno.texto, uno.seguro) for uno in hallado.arreglos] == arreglos


@pytest.mark.parametrize("signo", ["(", ".", " - "])
def test_de_una_larguisima_no_se_busca_nada(hallar: Hallar, signo: str) -> None:
    # Lo que cuesta buscarla crecía con el cuadrado de su largo.
    (hallado,) = con_zona(hallar, signo * 200_000)
    assert (hallado.codigo, hallado.ayuda) == ("C413", A_MANO)


@pytest.mark.parametrize(
    ("zona", "ayuda"),
    [
        ("Louisville", "¿quiso decir «America/Kentucky/Louisville» o «America/Louisville»?"),
        ("hora de aquí", A_MANO),
        # «Etc/GMT-5» va cinco horas por delante, y no por detrás: el signo es el contrario.
        *((diferencia, A_MANO) for diferencia in DIFERENCIAS),
    ],
)
def test_sin_una_sola_posible_se_dice_como_se_escribe(
    hallar: Hallar, zona: str, ayuda: str
) -> None:
    (hallado,) = con_zona(hallar, zona)
    assert hallado.ayuda == ayuda
