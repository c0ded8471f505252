"""`camctl objetivos`."""

from typing import Annotated

import typer

from camctl.cli.comun import CONSULTAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import (
    OpcionActor,
    OpcionCriterio,
    OpcionDatos,
    OpcionFormato,
    OpcionSalida,
)

PANEL = CONSULTAR


def objetivos(
    ctx: typer.Context,
    sin_sesion: Annotated[
        bool, typer.Option("--sin-sesion", help="Solo los que ninguna sesión cubre.")
    ] = False,
    con_sesion: Annotated[
        bool, typer.Option("--con-sesion", help="Solo los que alguna sesión cubre.")
    ] = False,
    grupo: Annotated[
        list[str] | None,
        typer.Option("--grupo", metavar="LETRA", help="Solo los de este grupo."),
    ] = None,
    actor: OpcionActor = None,
    criterio: OpcionCriterio = None,
    propuestas: Annotated[
        bool,
        typer.Option(
            "--propuestas",
            help="Quién podría tratar los que no tienen sesión, y qué palabras suyas lo dicen.",
        ),
    ] = False,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Los objetivos del programa y las sesiones que los cubren."""
    from camctl.cli import resolver
    from camctl.vistas.objetivos import Pedido
    from camctl.vistas.objetivos import objetivos as responder

    if sin_sesion and con_sesion:
        raise typer.BadParameter(
            "no se pueden pedir a la vez los que tienen sesión y los que no",
            param_hint="--sin-sesion",
        )
    consulta = Consulta(ctx, datos)
    indices = consulta.indices
    pedido = Pedido(
        sin_sesion=sin_sesion,
        con_sesion=con_sesion,
        grupos=resolver.vocablos(grupo or (), resolver.grupos(indices), "--grupo"),
        actores=resolver.registros(indices, "actor", actor or (), "--actor"),
        criterio=resolver.criterio(criterio),
        propuestas=propuestas,
    )
    consulta.responder(responder(indices, consulta.cobertura, pedido), formato, salida)
