"""`camctl mandatos`."""

import typer

from camctl.cli.comun import CONSULTAR, OpcionDatos, OpcionFormato, OpcionSalida
from camctl.cli.consulta import Consulta

PANEL = CONSULTAR


def mandatos(
    ctx: typer.Context,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Las resoluciones, sus párrafos y lo que descansa en cada una."""
    from camctl.vistas.mandatos import mandatos as responder

    consulta = Consulta(ctx, datos)
    consulta.responder(responder(consulta.indices), formato, salida)
