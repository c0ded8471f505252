"""Mover, invitar, sustituir, y el sitio de cada actividad según su fecha."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.edicion.calendario import (
    fechas_de,
    invitar,
    mover,
    puesto_de_la_movida,
    puesto_de_una_nueva,
    sustituir,
    traslado,
)
from camctl.edicion.cambios import Agregar, Poner, Quitar, Trasladar
from camctl.edicion.ficha import FichaEnEdicion
from camctl.modelo.fecha import Fecha

RUTA = ("actividades", 0)


def ficha(**campos: Any) -> FichaEnEdicion:
    return FichaEnEdicion(RUTA, {"id": "ACT-1", "fecha": "2030-03", **campos})


def fecha(iso: str) -> Fecha:
    leida = Fecha.de_iso(iso)
    assert leida is not None
    return leida


@pytest.mark.parametrize(
    ("tenia", "prevista", "nueva", "cambios"),
    [
        # Fijar el día del mes adoptado no es moverla, ni dejar otra vez por fijar el día.
        ("2030-03", "", "2030-03-14", {"fecha": "2030-03-14"}),
        ("2030-03-14", "", "2030-03", {"fecha": "2030-03"}),
        # Moverla guarda la adoptada, la primera vez.
        ("2030-03", "", "2030-04", {"fecha_prevista": "2030-03", "fecha": "2030-04"}),
        ("2030-03-14", "", "2030-03-20", {"fecha_prevista": "2030-03-14", "fecha": "2030-03-20"}),
        ("2030-04", "2030-03", "2030-05", {"fecha": "2030-05"}),
        ("2030-04", "2030-03", "2030-03", {"fecha": "2030-03"}),
        ("2030-03", "", "2030-03", {}),
    ],
)
def test_mover(tenia: str, prevista: str, nueva: str, cambios: dict[str, str]) -> None:
    una = ficha(fecha=tenia, **({"fecha_prevista": prevista} if prevista else {}))
    mover(una, fecha(nueva))
    assert una.cambios == [Poner((*RUTA, campo), valor) for campo, valor in cambios.items()]


def test_invitar_a_quien_no_esta_y_a_quien_ya_esta() -> None:
    una = ficha(invitados=[{"nombre": "Ana Pérez", "estado": "confirmado"}])
    invitar(una, "Luz Gil", cargo="Directora")
    invitar(una, "ana perez", actor="SBP")
    invitar(una, "Luz  Gil")
    assert una.cambios == [
        Agregar(
            (*RUTA, "invitados"),
            {"nombre": "Luz Gil", "cargo": "Directora", "estado": "por_confirmar"},
        ),
        Poner((*RUTA, "invitados", 0, "actor"), "SBP"),
    ]


def test_sustituir_se_lleva_el_cargo_la_nota_y_el_estado() -> None:
    quien = {"nombre": "Ana", "actor": "SBP", "cargo": "Directora", "estado": "confirmado"}
    quien["nota"] = "Llega a las once."
    una = ficha(invitados=[quien, {"nombre": "Eva"}])
    sustituir(una, 0, "Luz")
    sustituir(una, 1, "Sol", actor="ILI", cargo="Relatora")
    suya, otra = (*RUTA, "invitados", 0), (*RUTA, "invitados", 1)
    assert una.cambios == [
        Poner((*suya, "nombre"), "Luz"),
        Quitar((*suya, "cargo")),
        Quitar((*suya, "nota")),
        Poner((*suya, "estado"), "por_confirmar"),
        Poner((*otra, "nombre"), "Sol"),
        Poner((*otra, "cargo"), "Relatora"),
        Poner((*otra, "actor"), "ILI"),
    ]


FECHAS = ["2030-02", "2030-03-05", "2030-03", "2030-03-20", "2030-04"]


@pytest.mark.parametrize(
    ("nueva", "puesto"),
    [
        ("2030-01", 0),
        ("2030-02", 1),
        ("2030-03-01", 1),
        ("2030-03-05", 3),
        ("2030-03-10", 3),
        ("2030-03", 4),
        ("2030-03-31", 4),
        ("2030-12", 5),
    ],
)
def test_el_puesto_de_una_nueva(nueva: str, puesto: int) -> None:
    assert puesto_de_una_nueva([*map(Fecha.de_iso, FECHAS)], fecha(nueva)) == puesto


@pytest.mark.parametrize(
    ("puesto", "nueva", "destino"),
    [
        # Lo que sigue en orden donde está, ahí se queda.
        (2, "2030-03-10", 2),
        (0, "2030-03", 0),
        (4, "2030-03-25", 4),
        # Lo demás, al sitio más cercano que le vale.
        (0, "2030-03-06", 1),
        (1, "2030-04", 3),
        (4, "2030-02-28", 1),
        (1, "2030-12-01", 4),
    ],
)
def test_el_puesto_de_la_que_se_mueve(puesto: int, nueva: str, destino: int) -> None:
    assert puesto_de_la_movida([*map(Fecha.de_iso, FECHAS)], puesto, fecha(nueva)) == destino


def test_un_calendario_en_otro_orden_no_se_reordena() -> None:
    fechas = [*map(Fecha.de_iso, ["2030-05", "2030-03", "2030-01"])]
    assert puesto_de_la_movida(fechas, 1, fecha("2030-03-14")) == 1
    assert puesto_de_la_movida(fechas, 1, fecha("2030-02")) == 1


def test_una_fecha_mal_escrita_no_cuenta() -> None:
    escritas = [{"fecha": "marzo"}, "nada", {"fecha": " 2030-03 "}, {"id": "ACT-4"}]
    assert fechas_de(escritas) == [None, None, fecha("2030-03"), None]
    assert puesto_de_una_nueva(fechas_de(escritas), fecha("2030-02")) == 2


def test_el_traslado_sale_de_la_ficha_y_de_las_demas() -> None:
    escritas: list[Any] = [{"fecha": uno} for uno in FECHAS]
    una = FichaEnEdicion(("actividades", 1), escritas[1])
    assert list(traslado(una, escritas)) == []
    mover(una, fecha("2030-12"))
    assert list(traslado(una, escritas)) == [Trasladar(("actividades", 1), 4)]


def estorbos(fechas: list[Fecha]) -> int:
    return sum(una.es_posterior_a(otra) for n, una in enumerate(fechas) for otra in fechas[n + 1 :])


fechas_al_azar = st.builds(
    Fecha.de_partes, st.just(2030), st.integers(1, 3), st.none() | st.integers(1, 3)
)


@settings(max_examples=200, deadline=None)
@given(st.lists(fechas_al_azar, min_size=1, max_size=6), fechas_al_azar, st.data())
def test_en_un_calendario_en_orden_todo_queda_en_orden(
    fechas: list[Fecha], nueva: Fecha, data: st.DataObject
) -> None:
    # Ordenadas por el programa: cada una en su puesto de nueva.
    en_orden: list[Fecha] = []
    for una in fechas:
        en_orden.insert(puesto_de_una_nueva([*en_orden], una), una)
    assert estorbos(en_orden) == 0
    puesto = data.draw(st.integers(0, len(en_orden) - 1))
    destino = puesto_de_la_movida([*en_orden], puesto, nueva)
    del en_orden[puesto]
    assert estorbos([*en_orden[:destino], nueva, *en_orden[destino:]]) == 0
