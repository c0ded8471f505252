"""Qué actividades se piden: los filtros del calendario, ya resueltos a registros y fechas."""

from collections.abc import Iterator
from typing import NamedTuple

from camctl.castellano import enumerar
from camctl.cobertura import POR_OMISION, Cobertura, Criterio
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.fecha import Fecha
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.vistas.filtro import Filtro


class Seleccion(NamedTuple):
    """Lo pedido: dentro de un campo basta con uno; entre campos se cumplen todos.

    Un mes incluye sus días, y quien envía a un invitado está presente.
    """

    meses: tuple[Fecha, ...] = ()
    desde: Fecha | None = None
    hasta: Fecha | None = None
    actores: tuple[Actor, ...] = ()
    objetivos: tuple[Objetivo, ...] = ()
    mandatos: tuple[Mandato, ...] = ()
    tipos: tuple[str, ...] = ()
    estados: tuple[str, ...] = ()
    criterio: Criterio = POR_OMISION


def filtros_de(
    pedido: Seleccion, indices: Indices, cobertura: Cobertura
) -> tuple[Filtro[Actividad], ...]:
    """Los filtros de lo pedido, cada uno rotulado con la opción que lo pidió."""
    return (*_por_fecha(pedido), *_por_relacion(pedido, indices, cobertura), *_por_clase(pedido))


def _por_fecha(pedido: Seleccion) -> Iterator[Filtro[Actividad]]:
    if pedido.meses:
        yield Filtro(
            f"--mes {_o([str(mes) for mes in pedido.meses])}",
            lambda una: any(una.tramo.coincide_con(mes) for mes in pedido.meses),
        )
    if desde := pedido.desde:
        yield Filtro(f"--desde {desde}", lambda una: una.tramo.fin >= desde.inicio)
    if hasta := pedido.hasta:
        yield Filtro(f"--hasta {hasta}", lambda una: una.tramo.inicio <= hasta.fin)


def _por_relacion(
    pedido: Seleccion, indices: Indices, cobertura: Cobertura
) -> Iterator[Filtro[Actividad]]:
    if pedido.actores:
        yield Filtro(
            f"--actor {_o([actor.id for actor in pedido.actores])}",
            lambda una: any(actor in pedido.actores for actor in indices.presentes(una)),
        )
    if pedido.objetivos:
        yield Filtro(
            f"--objetivo {_o([uno.id for uno in pedido.objetivos])}",
            lambda una: any(
                uno in pedido.objetivos for uno in cobertura.cubiertos_por(una, pedido.criterio)
            ),
        )
    if pedido.mandatos:
        yield Filtro(
            f"--mandato {_o([uno.id for uno in pedido.mandatos])}",
            lambda una: any(uno in pedido.mandatos for uno, _ in indices.mandatos_de(una)),
        )


def _por_clase(pedido: Seleccion) -> Iterator[Filtro[Actividad]]:
    if pedido.tipos:
        yield Filtro(f"--tipo {_o(pedido.tipos)}", lambda una: una.tipo in pedido.tipos)
    if pedido.estados:
        yield Filtro(f"--estado {_o(pedido.estados)}", lambda una: una.estado in pedido.estados)


def _o(partes: tuple[str, ...] | list[str]) -> str:
    return enumerar(partes, conjuncion="o")


def en_palabras(pedido: Seleccion) -> tuple[str, ...]:
    """Lo pedido, para quien no tecleó las opciones: «actor: ILI», «desde: marzo de 2030»."""
    partes = {
        "mes": [mes.en_palabras for mes in pedido.meses],
        "desde": [pedido.desde.en_palabras] if pedido.desde else [],
        "hasta": [pedido.hasta.en_palabras] if pedido.hasta else [],
        "actor": [actor.id for actor in pedido.actores],
        "objetivo": [objetivo.id for objetivo in pedido.objetivos],
        "mandato": [mandato.id for mandato in pedido.mandatos],
        "tipo": list(pedido.tipos),
        "estado": list(pedido.estados),
    }
    return tuple(f"{nombre}: {_o(valores)}" for nombre, valores in partes.items() if valores)
