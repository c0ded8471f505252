"""`camctl buscar`."""

from typing import Annotated

import typer

from camctl.cli.comun import CONSULTAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import OpcionDatos, OpcionFormato, OpcionSalida

PANEL = CONSULTAR


def buscar(
    ctx: typer.Context,
    texto: Annotated[
        list[str],
        typer.Argument(metavar="TEXTO", help="Unas palabras, sin mirar acentos ni mayúsculas."),
    ],
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Dónde se habla de algo, en cualquier registro y en cualquier campo."""
    from camctl.vistas.buscar import buscar as responder

    consulta = Consulta(ctx, datos)
    respuesta = responder(" ".join(texto), consulta.indices, consulta.cobertura)
    consulta.responder(respuesta, formato, salida)
