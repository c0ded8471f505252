"""`camctl seguimiento`."""

from typing import Annotated

import typer

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
from camctl.cli.filtros import OpcionMandato

PANEL = CONSULTAR


def seguimiento(
    ctx: typer.Context,
    al: Annotated[
        str,
        typer.Option("--al", metavar="FECHA", help="En qué fecha se mira el plan; si no, hoy."),
    ] = "hoy",
    dias: Annotated[
        int, typer.Option("--dias", metavar="NÚMERO", min=0, max=3660, help="Cuántos por delante.")
    ] = 30,
    actor: OpcionActor = None,
    objetivo: OpcionObjetivo = None,
    mandato: OpcionMandato = None,
    parrafo: Annotated[
        str | None,
        typer.Option(
            "--parrafo", metavar="NÚMEROS", help="Del mandato, solo estos párrafos: 4, 1-3…"
        ),
    ] = None,
    criterio: OpcionCriterio = None,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Cómo va el plan: qué venció, qué viene, qué se hizo y qué está pendiente.

    Un mes sin día no vence hasta que acaba.
    """
    from camctl.cli import resolver
    from camctl.vistas.seguimiento import Pedido
    from camctl.vistas.seguimiento import seguimiento as responder

    consulta = Consulta(ctx, datos)
    indices = consulta.indices
    pedido = Pedido(
        al=resolver.dia(indices, al, "--al"),
        dias=dias,
        actores=resolver.registros(indices, "actor", actor or (), "--actor"),
        objetivos=resolver.registros(indices, "objetivo", objetivo or (), "--objetivo"),
        mandatos=resolver.registros(indices, "mandato", mandato or (), "--mandato"),
        parrafos=resolver.parrafos(parrafo, "--parrafo", con_mandato=bool(mandato)),
        criterio=resolver.criterio(criterio),
    )
    consulta.responder(responder(indices, consulta.cobertura, pedido), formato, salida)
