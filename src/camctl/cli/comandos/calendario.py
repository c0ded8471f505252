"""`camctl calendario`."""

from typing import TYPE_CHECKING, Annotated

import typer

from camctl.cli.completado import completar
from camctl.cli.comun import CONSULTAR
from camctl.cli.con_papel import AGENDA, formato_elegido, opcion_de_formato
from camctl.cli.consulta import Consulta
from camctl.cli.filtros import (
    OpcionDesde,
    OpcionEstado,
    OpcionHasta,
    OpcionMandato,
    OpcionMes,
    OpcionTipo,
)
from camctl.cli.opciones import (
    OpcionActor,
    OpcionCriterio,
    OpcionDatos,
    OpcionObjetivo,
    OpcionSalida,
)

if TYPE_CHECKING:
    from camctl.cli.reparto import Taller

PANEL = CONSULTAR


def _taller(ctx: typer.Context, datos: str | None) -> "Taller":
    from camctl.cli.reparto import Taller

    return Taller(ctx, datos)


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
    formato: Annotated[
        str | None,
        opcion_de_formato(AGENDA, "para la agenda de quien lo pida"),
    ] = None,
    salida: OpcionSalida = None,
) -> None:
    """Qué pasa y cuándo, mes a mes.

    Una opción repetida vale por cualquiera de sus valores; entre opciones distintas se cumplen
    todas.
    """
    from camctl.cli import resolver
    from camctl.cli.filtros import seleccion
    from camctl.vistas.calendario import calendario as responder

    elegido = formato_elegido(formato, salida, AGENDA)
    taller = _taller(ctx, datos) if elegido == AGENDA else None
    consulta = taller or Consulta(ctx, datos)
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
    if taller:
        taller.repartir(taller.encargo(pedido), AGENDA, salida, {})
    else:
        consulta.responder(responder(indices, consulta.cobertura, pedido), elegido, salida)
