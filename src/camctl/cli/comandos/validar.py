"""`camctl validar`."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from camctl.cli.carpetas import ArgumentoCarpeta, carpeta_pedida
from camctl.cli.comun import COMPROBAR
from camctl.cli.entrega import entregar_informe
from camctl.cli.opciones import OpcionDatos, OpcionSalida

if TYPE_CHECKING:
    from camctl.carga import Carga

PANEL = COMPROBAR

# La carga, que así no se deshace antes de que acabe el proceso: si el plan tiene miles de
# actividades tarda, y el sistema lo hace de una vez.
_ULTIMA: Final[list["Carga"]] = []


def validar(
    ctx: typer.Context,
    carpeta: ArgumentoCarpeta = None,
    formato: Annotated[
        str | None,
        typer.Option(
            "--formato",
            "-f",
            metavar="FORMATO",
            help="texto, corto, json, github, gitlab, sarif o junit.",
        ),
    ] = None,
    regla: Annotated[
        list[str] | None,
        typer.Option(
            "--regla",
            metavar="CÓDIGO",
            help="Solo esta regla, o las de su letra. Se puede repetir.",
        ),
    ] = None,
    ignorar: Annotated[
        list[str] | None,
        typer.Option("--ignorar", metavar="CÓDIGO", help="Sin esta regla, o sin las de su letra."),
    ] = None,
    estricto: Annotated[
        bool, typer.Option("--estricto", help="Termina con un 1 también si hay avisos.")
    ] = False,
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

    Termina con un 0 si no hay errores y con un 1 si los hay. Dentro de GitHub Actions, si no se
    pide otro, el formato es github.
    """
    from camctl.carga import cargar
    from camctl.cli.elegidas import codigos
    from camctl.cli.progreso import mostrando_progreso
    from camctl.informe import informar
    from camctl.reglas.motor import Eleccion

    fuente = carpeta_pedida(ctx, carpeta, datos).fuente
    eleccion = Eleccion(codigos(regla or (), "--regla"), codigos(ignorar or (), "--ignorar"))
    with mostrando_progreso():
        carga = cargar(fuente)
        _ULTIMA[:] = [carga]
        informe = informar(carga, maximo=maximo, eleccion=eleccion, estricto=estricto)
    entregar_informe(informe, formato, salida)
    raise typer.Exit(int(not informe.pasa))
