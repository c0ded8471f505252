"""`camctl actores`."""

from typing import Annotated

import typer

from camctl.cli.comun import CONSULTAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import OpcionDatos, OpcionFormato, OpcionObjetivo, OpcionSalida

PANEL = CONSULTAR


def actores(
    ctx: typer.Context,
    objetivo: OpcionObjetivo = None,
    categoria: Annotated[
        list[str] | None,
        typer.Option("--categoria", metavar="LETRA", help="Solo los de esta categoría."),
    ] = None,
    sin_sesion: Annotated[
        bool, typer.Option("--sin-sesion", help="Solo los que no están en ninguna sesión.")
    ] = False,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Las instituciones; con --objetivo, quién sirve a un objetivo y qué palabras lo dicen."""
    from camctl.cli import resolver
    from camctl.vistas.actores import Pedido
    from camctl.vistas.actores import actores as responder

    consulta = Consulta(ctx, datos)
    indices = consulta.indices
    pedido = Pedido(
        objetivos=resolver.registros(indices, "objetivo", objetivo or (), "--objetivo"),
        categorias=resolver.vocablos(categoria or (), resolver.categorias(indices), "--categoria"),
        sin_sesion=sin_sesion,
    )
    consulta.responder(responder(indices, pedido), formato, salida)
