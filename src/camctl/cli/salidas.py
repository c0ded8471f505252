"""Lo que una orden escribe: en la salida estándar, en un archivo y para quien la dio."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import typer

from camctl.archivos import causa
from camctl.cli.comun import MAL_USO, mal_uso

_ANCHO_SIN_TERMINAL: Final = 80


def dejar_archivo(ruta: str, contenido: bytes, *, de_varios: bool = False) -> None:
    """Deja `contenido` en `ruta` de una vez; si no se puede, es un error de uso.

    Si es uno `de_varios`, hace antes las carpetas que falten, y no se dice cada uno.
    """
    from camctl.archivos import escribir_archivo

    try:
        destino = Path(os.path.realpath(ruta))
        if destino.is_dir():
            raise mal_uso(f"«{ruta}» es una carpeta; diga también el nombre del archivo")
        if _es_de_datos(Path(ruta)) or _es_de_datos(destino):
            raise mal_uso(f"«{ruta}» es un archivo de datos, y no se escribe encima")
        if destino.exists() and not destino.is_file():
            raise mal_uso(f"«{ruta}» no es un archivo corriente; la salida estándar es «-»")
        if de_varios:
            destino.parent.mkdir(parents=True, exist_ok=True)
        escribir_archivo(destino, contenido)
    except OSError as fallo:
        raise mal_uso(f"no se puede escribir «{ruta}»: {causa(fallo)}") from None
    if not de_varios:
        avisar(f"Escrito: {ruta}")


def lo_que_habia(ruta: str) -> bytes | None:
    """Los bytes del archivo que se va a sustituir; nada si no lo hay o no se puede leer."""
    from camctl.archivos import ArchivoIlegible, leer_archivo

    try:
        return leer_archivo(Path(ruta), carpeta=None)
    except ArchivoIlegible:
        return None


def _es_de_datos(destino: Path) -> bool:
    """Si ahí está uno de los archivos de un plan, se llegue a él por el nombre que sea."""
    from camctl.fuentes import ARCHIVOS

    if not destino.exists():
        return False
    vecinos = (destino.with_name(archivo) for archivo in ARCHIVOS)
    return any(vecino.exists() and vecino.samefile(destino) for vecino in vecinos)


def emitir(texto: str, *, exacto: bool = False) -> None:
    """Escribe en la salida estándar; si quien leía se fue, no es un error.

    Con `exacto`, lo que se escribe es para otro programa: va en UTF-8 y con sus saltos de línea,
    sea cual sea la codificación de la máquina.
    """
    if exacto and not sys.stdout.isatty():
        emitir_bytes(texto.encode("utf-8"))
        return
    with escribiendo():
        sys.stdout.write(texto)


def emitir_bytes(contenido: bytes) -> None:
    """Escribe en la salida estándar tal cual; si quien leía se fue, no es un error."""
    octetos = getattr(sys.stdout, "buffer", None)
    with escribiendo():
        if octetos:
            octetos.write(contenido)
        else:
            sys.stdout.write(contenido.decode("utf-8", "replace"))


@contextmanager
def escribiendo() -> Iterator[None]:
    """Lo que dentro se escribe en la salida estándar: si quien leía se fue, no es un error."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Que el cierre del proceso no lo intente otra vez.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fallo:
        avisar(f"error: no se pudo escribir la respuesta: {causa(fallo)}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(MAL_USO) from None


def avisar(texto: str) -> None:
    """Dice algo por la salida de errores, sin que se mezcle con la respuesta."""
    from camctl.salida.limpieza import limpio

    # Si nadie lee los errores, queda el código de salida.
    with suppress(OSError):
        typer.echo(limpio(texto), err=True)


def ancho() -> int:
    """Las celdas de la terminal; las de siempre, si no la hay."""
    import shutil

    return shutil.get_terminal_size((_ANCHO_SIN_TERMINAL, 24)).columns
