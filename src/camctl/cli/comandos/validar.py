"""`camctl validar`."""

from typing import Annotated

import typer

from camctl.cli.comun import (
    COMPROBAR,
    OpcionDatos,
    OpcionSalida,
    datos_pedidos,
    entregar_informe,
    localizar_datos,
    mal_uso,
)

PANEL = COMPROBAR


def validar(
    ctx: typer.Context,
    carpeta: Annotated[
        str | None,
        typer.Argument(metavar="CARPETA", help="La carpeta de los datos: lo mismo que --datos."),
    ] = None,
    formato: Annotated[
        str | None,
        typer.Option("--formato", "-f", metavar="FORMATO", help="texto o json."),
    ] = None,
    maximo: Annotated[
        int,
        typer.Option(
            "--maximo", metavar="NÚMERO", min=0, help="Cuántos hallazgos se muestran; 0, todos."
        ),
    ] = 1000,
    datos: OpcionDatos = None,
    salida: OpcionSalida = None,
) -> None:
    """Todo lo que está mal en los datos: dónde, por qué y qué escribir. No cambia nada.

    Termina con un 0 si no hay errores y con un 1 si los hay.
    """
    from camctl.carga import cargar
    from camctl.informe import informar

    pedida = datos_pedidos(ctx, datos)
    if carpeta is not None and pedida not in (None, carpeta):
        raise mal_uso(f"¿qué carpeta se comprueba, «{carpeta}» o «{pedida}»? Diga una sola")
    fuente = localizar_datos(pedida if carpeta is None else carpeta, con_paquete=False).fuente
    informe = informar(cargar(fuente), maximo=maximo)
    entregar_informe(informe, formato, salida)
    raise typer.Exit(int(informe.tiene_errores))
