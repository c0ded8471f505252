"""`camctl cotejar`."""

from typing import Annotated

import typer

from camctl.cli.comun import COMPROBAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import OpcionDatos, OpcionFormato, OpcionSalida

PANEL = COMPROBAR


def cotejar(
    ctx: typer.Context,
    documento: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENTO",
            help="El documento oficial, de Word (.docx) o de texto (.txt); «-», lo que llegue.",
        ),
    ],
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Si los textos oficiales de los datos están en el documento, palabra por palabra.

    Termina con un 1 si alguno no está o difiere. También dice qué puntos de las listas del
    documento no están en los datos.
    """
    from camctl.cli.documento import pasajes_de
    from camctl.vistas.cotejo import cotejar as responder

    consulta = Consulta(ctx, datos, con_paquete=False)
    pasajes, nombre = pasajes_de(documento)
    cotejo = responder(consulta.indices, pasajes, nombre)
    consulta.responder(cotejo.respuesta, formato, salida, codigo=int(not cotejo.todo_consta))
