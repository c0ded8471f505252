"""Las plantillas de Word en una orden: usar la de uno, y llevarse la de camctl para cambiarla."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from camctl.cli.comun import SALIDA_ESTANDAR, mal_uso
from camctl.cli.opciones import con_nombre
from camctl.cli.salidas import dejar_archivo, emitir_bytes

OpcionPlantilla = Annotated[
    str | None,
    typer.Option(
        "--plantilla",
        metavar="ARCHIVO",
        help="Una plantilla de Word (.docx) propia, en lugar de la de camctl.",
    ),
]
OpcionPlantillaBase = Annotated[
    str | None,
    typer.Option(
        "--plantilla-base",
        metavar="ARCHIVO",
        help="Escribe ahí la plantilla de camctl, para cambiarla en Word, y no hace nada más.",
        callback=con_nombre,
    ),
]


def dejar_base(nombre: str, destino: str) -> None:
    """Deja en `destino` la plantilla de camctl de ese nombre; no pisa nada."""
    from camctl.salida.word import plantilla_propia

    contenido = plantilla_propia(nombre).contenido
    if destino == SALIDA_ESTANDAR:
        if sys.stdout.isatty():
            raise mal_uso("una plantilla no se lee en una terminal; diga un archivo")
        emitir_bytes(contenido)
        return
    if os.path.lexists(destino):
        raise mal_uso(
            f"«{destino}» ya existe, y no se pisa, que quizá sea una plantilla ya cambiada; diga "
            "otro nombre"
        )
    dejar_archivo(destino, contenido)


def no_sobre_la_plantilla(plantilla: str | None, destino: str) -> None:
    """Que lo que se va a escribir en `destino` no pise la plantilla con que se hizo.

    Raises:
        UsageError: si son el mismo archivo.
    """
    if plantilla is not None and _son_el_mismo(destino, plantilla):
        raise mal_uso(f"«{destino}» es la propia plantilla; diga otro archivo con --salida")


def _son_el_mismo(uno: str, otro: str) -> bool:
    try:
        return Path(uno).samefile(otro)
    except OSError:
        # Uno no está; o no se puede mirar, y al escribir se dirá por qué.
        return False
