"""Registros por letras: con qué letra, en qué orden y qué pasa con los que no tienen."""

from typing import NamedTuple

import pytest

from camctl.vistas.agrupacion import por_letras


class Ficha(NamedTuple):
    """Lo que se agrupa."""

    nombre: str
    letra: str | None


FICHAS = [Ficha("uno", None), Ficha("dos", "z"), Ficha("tres", "b"), Ficha("cuatro", "Z")]
NOMBRES = {"A": "Órganos", "B": "Organismos"}


@pytest.mark.parametrize(
    ("con_vacias", "vacias"), [(False, []), (True, [("A", "A · Órganos", [])])]
)
def test_la_letra_es_la_declarada_y_al_final_van_los_que_no_tienen(
    con_vacias: bool, vacias: list[tuple[str, str, list[str]]]
) -> None:
    grupos = por_letras(FICHAS, lambda una: una.letra, NOMBRES, con_vacias=con_vacias)
    assert [
        (grupo.letra, grupo.titulo, [una.nombre for una in grupo.registros]) for grupo in grupos
    ] == [
        *vacias,
        ("B", "B · Organismos", ["tres"]),
        ("z", "z", ["dos", "cuatro"]),
        ("", "", ["uno"]),
    ]


def test_de_nada_no_hay_grupos() -> None:
    assert por_letras([], lambda una: una.letra, {}, con_vacias=True) == ()
