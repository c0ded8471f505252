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
    mes: Annotated[
        list[str] | None,
        typer.Option("--mes", metavar="MES", help="Un mes: 2030-03, marzo… Se puede repetir."),
    ] = None,
    desde: Annotated[
        str | None,
        typer.Option("--desde", metavar="FECHA", help="Desde un día o un mes, incluido."),
    ] = None,
    hasta: Annotated[
        str | None,
        typer.Option("--hasta", metavar="FECHA", help="Hasta un día o un mes, incluido."),
    ] = None,
    actor: OpcionActor = None,
    objetivo: OpcionObjetivo = None,
    mandato: Annotated[
        list[str] | None,
        typer.Option(
            "--mandato",
            metavar="MANDATO",
            help="Lo que descansa en este mandato.",
            autocompletion=completar("mandato"),
        ),
    ] = None,
    tipo: Annotated[
        list[str] | None,
        typer.Option("--tipo", metavar="TIPO", help="circulacion, informal, formal u otra."),
    ] = None,
    estado: Annotated[
        list[str] | None,
        typer.Option(
            "--estado",
            metavar="ESTADO",
            help="propuesta, convocada, realizada, aplazada o cancelada.",
        ),
    ] = None,
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
    from camctl.modelo.actividad import ESTADOS, TIPOS
    from camctl.vistas.calendario import calendario as responder
    from camctl.vistas.seleccion import Seleccion

    consulta = Consulta(ctx, datos)
    indices = consulta.indices
    primera, ultima = resolver.tramo(indices, desde, hasta)
    pedido = Seleccion(
        meses=resolver.fechas(indices, mes or (), "--mes"),
        desde=primera,
        hasta=ultima,
        actores=(
            *resolver.registros(indices, "actor", actor or (), "--actor"),
            *([resolver.actor(indices, quien)] if quien else []),
        ),
        objetivos=resolver.registros(indices, "objetivo", objetivo or (), "--objetivo"),
        mandatos=resolver.registros(indices, "mandato", mandato or (), "--mandato"),
        tipos=resolver.vocablos(tipo or (), TIPOS, "--tipo"),
        estados=resolver.vocablos(estado or (), ESTADOS, "--estado"),
        criterio=resolver.criterio(criterio),
    )
    consulta.responder(responder(indices, consulta.cobertura, pedido), formato, salida)
