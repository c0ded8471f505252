"""`camctl mandatos`."""

import typer

from camctl.cli.comun import CONSULTAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import OpcionDatos, OpcionFormato, OpcionSalida

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
