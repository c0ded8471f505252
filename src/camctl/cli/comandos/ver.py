"""`camctl ver`."""

from typing import Annotated

import typer

from camctl.cli.completado import completar
from camctl.cli.comun import CONSULTAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import OpcionDatos, OpcionFormato, OpcionSalida

PANEL = CONSULTAR


def ver(
    ctx: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="Un ID, una sigla, un alias o el número de una resolución, escrito como sea.",
            autocompletion=completar("actividad", "objetivo", "actor", "mandato"),
        ),
    ],
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Un registro entero, con todo lo que remite a él y lo que aún le falta."""
    from camctl.cli import resolver
    from camctl.vistas.ver import ver as responder

    consulta = Consulta(ctx, datos)
    registros = resolver.de_cualquier_clase(consulta.indices, ids)
    consulta.responder(responder(registros, consulta.indices, consulta.cobertura), formato, salida)
