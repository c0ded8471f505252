"""`camctl cobertura`."""

from typing import Annotated

import typer

from camctl.cli.comun import CONSULTAR
from camctl.cli.consulta import Consulta
from camctl.cli.opciones import OpcionCriterio, OpcionDatos, OpcionFormato, OpcionSalida
from camctl.cli.salidas import avisar

PANEL = CONSULTAR


def cobertura(
    ctx: typer.Context,
    criterio: OpcionCriterio = None,
    huecos: Annotated[
        bool, typer.Option("--huecos", help="Solo los objetivos que ninguna sesión cubre.")
    ] = False,
    minimo: Annotated[
        str | None,
        typer.Option(
            "--minimo",
            metavar="PORCENTAJE",
            help="Termina con un 1 si la cobertura no llega; no vale con el plan del paquete.",
        ),
    ] = None,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Qué sesión cubre cada objetivo y por qué, y qué porcentaje está cubierto."""
    from camctl.castellano import contar, porcentaje
    from camctl.cli import resolver
    from camctl.vistas.matriz import matriz

    exigido = resolver.porcentaje(minimo, "--minimo")
    consulta = Consulta(ctx, datos, con_paquete=exigido is None)
    pedido = resolver.criterio(criterio)
    respuesta = matriz(consulta.cobertura, pedido, huecos=huecos)
    alcanzado = consulta.cobertura.porcentaje(pedido)
    por_debajo = exigido is not None and alcanzado < exigido
    if exigido is not None and por_debajo:
        total = len(consulta.indices.plan.objetivos)
        cubiertos = total - len(consulta.cobertura.sin_sesion(pedido))
        # Redondeados, lo alcanzado y lo exigido podrían parecer lo mismo.
        avisar(
            f"La cobertura, {cubiertos} de {contar(total, 'objetivo', 'objetivos')} "
            f"({porcentaje(alcanzado)}), no llega al mínimo pedido, {_tal_cual(exigido)}."
        )
    consulta.responder(respuesta, formato, salida, codigo=int(por_debajo))


def _tal_cual(minimo: float) -> str:
    return f"{minimo:.15g}".replace(".", ",") + "\u00a0%"
