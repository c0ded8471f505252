"""Los ID libres de una serie: los huecos primero, y ninguno dos veces."""

import pytest

from camctl.libres import Libres


@pytest.mark.parametrize(
    ("ids", "tras", "libre"),
    [
        (["ACT-1", "ACT-2", "ACT-4", "ACT-6"], "ACT-4", "ACT-5"),
        (["ACT-1", "ACT-2"], "ACT-1", "ACT-3"),
        (["act 1", "ACT-2"], "ACT-1", "ACT-3"),
        (["ILI"], "ILI", ""),
        ([], f"ACT-{'9' * 5000}", ""),
    ],
)
def test_el_primero_libre(ids: list[str], tras: str, libre: str) -> None:
    assert Libres(ids).tras(tras) == libre


def test_ninguno_se_da_dos_veces() -> None:
    libres = Libres(["B1", "B3"])
    assert [libres.tras("B1") for _ in range(3)] == ["B2", "B4", "B5"]


class Preguntas(dict[tuple[str, int], int]):
    """Por dónde seguir, que cuenta cuántas veces se pregunta."""

    cuantas = 0

    def __contains__(self, numero: object) -> bool:
        self.cuantas += 1
        return super().__contains__(numero)


def test_miles_seguidos_no_cuestan_el_cuadrado() -> None:
    libres = Libres(f"ACT-{n}" for n in range(2_000))
    preguntas = libres._sigue = Preguntas(libres._sigue)
    dados = [libres.tras("ACT-0") for _ in range(2_000)]
    assert dados == [f"ACT-{n}" for n in range(2_000, 4_000)]
    # El primero los recorre todos; los demás, unos pocos.
    assert preguntas.cuantas <= 5 * 2_000
