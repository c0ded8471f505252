"""`camctl calendario`."""

from typing import Annotated

import typer

from camctl.cli.completado import completar
from camctl.cli.comun import (
    CONSULTAR,
    OpcionActor,
    OpcionCriterio,
    OpcionDatos,
    OpcionFormato,
    OpcionObjetivo,
    OpcionSalida,
)
from camctl.cli.consulta import Consulta
from camctl.cli.filtros import (
    OpcionDesde,
    OpcionEstado,
    OpcionHasta,
    OpcionMandato,
    OpcionMes,
    OpcionTipo,
)

PANEL = CONSULTAR


def calendario(
    ctx: typer.Context,
    quien: Annotated[
        str | None,
        typer.Argument(
            metavar="ACTOR",
            help="Solo lo de esta institución: lo mismo que --actor.",
            autocompletion=completar("actor"),
        ),
    ] = None,
    mes: OpcionMes = None,
    desde: OpcionDesde = None,
    hasta: OpcionHasta = None,
    actor: OpcionActor = None,
    objetivo: OpcionObjetivo = None,
    mandato: OpcionMandato = None,
    tipo: OpcionTipo = None,
    estado: OpcionEstado = None,
    criterio: OpcionCriterio = None,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Qué pasa y cuándo, mes a mes.

    Una opción repetida vale por cualquiera de sus valores; entre opciones distintas se cumplen
    todas.
    """
    from camctl.cli import resolver
    from camctl.cli.filtros import seleccion
    from camctl.vistas.calendario import calendario as responder

    consulta = Consulta(ctx, datos)
    indices = consulta.indices
    pedido = seleccion(
        indices,
        mes=mes,
        desde=desde,
        hasta=hasta,
        actor=actor,
        objetivo=objetivo,
        mandato=mandato,
        tipo=tipo,
        estado=estado,
        criterio=criterio,
    )
    if quien:
        pedido = pedido._replace(actores=(*pedido.actores, resolver.actor(indices, quien)))
    consulta.responder(responder(indices, consulta.cobertura, pedido), formato, salida)
