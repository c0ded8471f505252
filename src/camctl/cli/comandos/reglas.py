"""`camctl reglas`."""

from typing import Annotated

import typer

from camctl.cli.comun import COMPROBAR
from camctl.cli.entrega import entregar
from camctl.cli.opciones import OpcionFormato, OpcionSalida

PANEL = COMPROBAR


def reglas(
    codigos: Annotated[
        list[str] | None,
        typer.Argument(metavar="CÓDIGO", help="Un código, R301, o la letra de su clase, R."),
    ] = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Las reglas que aplica `validar`; con un código, qué dice, por qué y un ejemplo."""
    from camctl.cli.elegidas import codigos as codigos_elegidos
    from camctl.manual import fichas, lista
    from camctl.reglas.catalogo import reglas as todas

    elegidas = codigos_elegidos(codigos or (), "CÓDIGO")
    cuales = [regla for regla in todas() if not elegidas or regla.codigo.startswith(elegidas)]
    una_a_una = bool(elegidas) and all(len(codigo) > 1 for codigo in elegidas)
    entregar(fichas(cuales) if una_a_una else lista(cuales), formato, salida)
