"""`camctl corregir`."""

from typing import TYPE_CHECKING

import typer

from camctl.castellano import concordar, contar, enumerar
from camctl.cli.carpetas import ArgumentoCarpeta, carpeta_pedida, para_escribir
from camctl.cli.comun import COMPROBAR
from camctl.cli.consulta import remite_a_validar
from camctl.cli.opciones import OpcionDatos, OpcionSimular
from camctl.cli.salidas import avisar, emitir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from camctl.diagnostico import Diagnostico
    from camctl.edicion.arreglos import Correccion
    from camctl.fuentes.carpeta import Carpeta

PANEL = COMPROBAR


def corregir(
    ctx: typer.Context,
    carpeta: ArgumentoCarpeta = None,
    simular: OpcionSimular = False,
    datos: OpcionDatos = None,
) -> None:
    """Arregla lo que se puede arreglar sin mirar, y deja lo demás como está.

    Espacios de más, puntos finales, un ID o una fecha escritos de otra manera… Comentarios, orden y
    sangrías no se tocan, y los archivos se cambian de una vez o no se cambian.
    """
    from camctl.edicion.arreglos import corregir as preparar

    fuente, origen = carpeta_pedida(ctx, carpeta, datos)
    correccion = preparar(fuente)
    if simular:
        _ensenar(fuente, correccion)
    elif correccion.archivos:
        correccion = _hacer(fuente, correccion)
    if correccion.archivos:
        cuantos = len(correccion.remediados)
        hechos = contar(cuantos, "arreglo", "arreglos")
        verbo = (
            concordar(cuantos, "Se haría", "Se harían")
            if simular
            else concordar(cuantos, "Hecho:", "Hechos:")
        )
        donde = enumerar([fuente.rotulo(archivo) for archivo in correccion.archivos])
        avisar(f"{verbo} {hechos} en {donde}.")
    else:
        avisar("Nada que corregir.")
    if correccion.quedan:
        queda = _lo_que_queda(correccion.quedan, simular=simular)
        avisar(f"{queda}{remite_a_validar(fuente, origen)}.")
    raise typer.Exit(int(simular and bool(correccion.archivos)))


def _ensenar(fuente: "Carpeta", correccion: "Correccion") -> None:
    from camctl.salida.diferencias import diferencias

    for nombre, nuevo in correccion.archivos.items():
        emitir(diferencias(correccion.originales[nombre], nuevo, fuente.rotulo(nombre)))


def _hacer(fuente: "Carpeta", correccion: "Correccion") -> "Correccion":
    from camctl.archivos import ArchivoCambiado, reemplazar_si_no_cambio
    from camctl.edicion.arreglos import corregir as preparar

    with para_escribir(fuente):
        try:
            reemplazar_si_no_cambio(fuente.ruta, correccion.originales, correccion.archivos)
        except ArchivoCambiado:
            # Otra orden acabó de escribir entretanto: se parte de lo que dejó.
            correccion = preparar(fuente)
            reemplazar_si_no_cambio(fuente.ruta, correccion.originales, correccion.archivos)
    return correccion


def _lo_que_queda(quedan: "Sequence[Diagnostico]", *, simular: bool) -> str:
    """«Quedan 2 errores y 1 aviso», que ha de mirar una persona."""
    from camctl.informe import cuenta

    errores = sum(uno.gravedad == "error" for uno in quedan)
    verbo = f"{'Quedaría' if simular else 'Queda'}{concordar(len(quedan), '', 'n')}"
    return f"{verbo} {cuenta(errores, len(quedan) - errores)}"
