"""Los filtros del calendario, que valen también para lo que se reparte de él."""

from typing import TYPE_CHECKING, Annotated

import typer

from camctl.cli.completado import completar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from camctl.indices import Indices
    from camctl.vistas.seleccion import Seleccion

OpcionMes = Annotated[
    list[str] | None,
    typer.Option("--mes", metavar="MES", help="Un mes: 2030-03, marzo… Se puede repetir."),
]
OpcionDesde = Annotated[
    str | None,
    typer.Option("--desde", metavar="FECHA", help="Desde un día, un mes o un año, incluido."),
]
OpcionHasta = Annotated[
    str | None,
    typer.Option("--hasta", metavar="FECHA", help="Hasta un día, un mes o un año, incluido."),
]
OpcionMandato = Annotated[
    list[str] | None,
    typer.Option(
        "--mandato",
        metavar="MANDATO",
        help="Lo que descansa en este mandato.",
        autocompletion=completar("mandato"),
    ),
]
OpcionTipo = Annotated[
    list[str] | None,
    typer.Option("--tipo", metavar="TIPO", help="circulacion, informal, formal u otra."),
]
OpcionEstado = Annotated[
    list[str] | None,
    typer.Option(
        "--estado",
        metavar="ESTADO",
        help="propuesta, convocada, realizada, aplazada o cancelada.",
    ),
]


def seleccion(
    indices: "Indices",
    *,
    mes: "Sequence[str] | None" = None,
    desde: str | None = None,
    hasta: str | None = None,
    actor: "Sequence[str] | None" = None,
    objetivo: "Sequence[str] | None" = None,
    mandato: "Sequence[str] | None" = None,
    tipo: "Sequence[str] | None" = None,
    estado: "Sequence[str] | None" = None,
    criterio: str | None = None,
) -> "Seleccion":
    """Lo que piden las opciones de este nombre, tal como se teclearon.

    Raises:
        BadParameter: si alguna no dice nada que esté en el plan.
    """
    from camctl.cli import resolver
    from camctl.modelo.actividad import ESTADOS, TIPOS
    from camctl.vistas.seleccion import Seleccion

    primera, ultima = resolver.tramo(indices, desde, hasta)
    return Seleccion(
        meses=resolver.fechas(indices, mes or (), "--mes"),
        desde=primera,
        hasta=ultima,
        actores=resolver.registros(indices, "actor", actor or (), "--actor"),
        objetivos=resolver.registros(indices, "objetivo", objetivo or (), "--objetivo"),
        mandatos=resolver.registros(indices, "mandato", mandato or (), "--mandato"),
        tipos=resolver.vocablos(tipo or (), TIPOS, "--tipo"),
        estados=resolver.vocablos(estado or (), ESTADOS, "--estado"),
        criterio=resolver.criterio(criterio),
    )
