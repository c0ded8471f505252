"""Piso 0: que dos órdenes no escriban a la vez en la misma carpeta."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_NOMBRE: Final = ".camctl-cerrojo"
ESPERA = 5.0  # segundos
_PAUSA: Final = 0.05
# Sin seguir un enlace ni esperar a nadie: en la carpeta puede haber cualquier cosa con ese nombre.
_PARA_CERRAR: Final = (
    os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
)


class CarpetaOcupada(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Otra orden está escribiendo en la carpeta, y no acaba."""


@contextmanager
def bloqueada(carpeta: Path) -> Iterator[None]:
    """Mientras dure, nadie más que use esta función escribe en `carpeta`.

    El cerrojo es un archivo que el sistema suelta solo, aunque el proceso muera; al acabar se
    borra. Quien solo lee no lo necesita: lo que se escribe se pone en su sitio de una vez.

    Raises:
        CarpetaOcupada: si otro lo tiene más de `ESPERA` segundos.
        OSError: si en la carpeta no se puede escribir.
    """
    ruta = carpeta / _NOMBRE
    descriptor = _cerrar(ruta, hasta=time.monotonic() + ESPERA)
    try:
        yield
    finally:
        _abrir(ruta, descriptor)


def _cerrar(ruta: Path, *, hasta: float) -> int:
    while True:
        descriptor = os.open(ruta, _PARA_CERRAR, 0o600)
        if _tomar(descriptor):
            # Mientras se esperaba, quien lo tenía pudo borrarlo, y otro crear el suyo.
            if _es_el_mismo(ruta, descriptor):
                return descriptor
            os.close(descriptor)
            continue
        os.close(descriptor)
        if time.monotonic() >= hasta:
            raise CarpetaOcupada(str(ruta.parent))
        time.sleep(_PAUSA)


def _es_el_mismo(ruta: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(ruta.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _tomar(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _abrir(ruta: Path, descriptor: int) -> None:
        # Windows no borra un archivo abierto: si otro lo abre entretanto, lo borrará él.
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)
        with suppress(OSError):
            ruta.unlink()

else:
    import fcntl

    def _tomar(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _abrir(ruta: Path, descriptor: int) -> None:
        # Se borra antes de soltarlo: así nadie lo toma para perderlo luego.
        with suppress(FileNotFoundError):
            ruta.unlink()
        os.close(descriptor)
