"""`camctl corregir`."""

from typing import Annotated

import typer

from camctl.castellano import contar
from camctl.cli.comun import COMPROBAR, OpcionDatos, datos_pedidos
from camctl.cli.consulta import localizar_datos
from camctl.cli.salidas import avisar, emitir, reemplazar

PANEL = COMPROBAR


def corregir(
    ctx: typer.Context,
    carpeta: Annotated[
        str | None,
        typer.Argument(metavar="CARPETA", help="La carpeta de los datos: lo mismo que --datos."),
    ] = None,
    simular: Annotated[
        bool,
        typer.Option(
            "--simular", help="Muestra lo que cambiaría, sin cambiarlo; termina con un 1 si algo."
        ),
    ] = False,
    datos: OpcionDatos = None,
) -> None:
    """Arregla lo que se puede arreglar sin mirar, y deja lo demás como está.

    Espacios de más, puntos finales, un ID escrito de otra manera… Comentarios, orden y sangrías no
    se tocan, y cada archivo se cambia de una vez o no se cambia.
    """
    from camctl.edicion.arreglos import corregir as preparar

    fuente = localizar_datos(carpeta or datos_pedidos(ctx, datos), con_paquete=False).fuente
    correccion = preparar(fuente)
    if not correccion.archivos:
        avisar("Nada que corregir.")
        return
    hechos = contar(len(correccion.remediados), "arreglo", "arreglos")
    donde = contar(len(correccion.archivos), "archivo", "archivos")
    if simular:
        from camctl.salida.diferencias import diferencias

        for nombre, nuevo in correccion.archivos.items():
            emitir(diferencias(fuente.leer(nombre), nuevo, fuente.rotulo(nombre)))
        avisar(f"Se harían {hechos} en {donde}.")
        raise typer.Exit(1)
    for nombre, nuevo in correccion.archivos.items():
        reemplazar(fuente.ruta / nombre, nuevo)
    avisar(f"Hechos: {hechos} en {donde}.")
