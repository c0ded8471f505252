"""Piso 0: que dos órdenes no escriban a la vez en la misma carpeta."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ESPERA = 10.0  # segundos
_PAUSA: Final = 0.05


class CarpetaOcupada(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Otra orden está escribiendo en la carpeta, y no acaba."""


@contextmanager
def bloqueada(carpeta: Path) -> Iterator[None]:
    """Mientras dure, nadie más que use esta función escribe en `carpeta`; quien llega, espera.

    El cerrojo es de la propia carpeta: no deja en ella ningún archivo, y el sistema lo suelta
    aunque el proceso muera. Donde el disco no admite cerrojos no se espera a nadie. Quien solo lee
    no lo necesita: lo que se escribe se pone en su sitio de una vez.

    Raises:
        CarpetaOcupada: si otro lo tiene más de `ESPERA` segundos.
        OSError: si la carpeta no se puede abrir.
    """
    descriptor = _abrir(carpeta)
    try:
        limite = time.monotonic() + ESPERA
        while not _echar(descriptor):
            if time.monotonic() >= limite:
                raise CarpetaOcupada(str(carpeta))
            time.sleep(_PAUSA)
        yield
    finally:
        os.close(descriptor)


def _abrir(carpeta: Path) -> int:
    if sys.platform != "win32":
        return os.open(carpeta, os.O_RDONLY)
    else:  # noqa: RET505 — así mypy sabe que cada rama es de su sistema
        import hashlib
        import tempfile

        # Allí una carpeta no se puede abrir: el cerrojo es un archivo temporal que la nombra.
        nombre = hashlib.sha256(os.path.realpath(carpeta).encode()).hexdigest()
        return os.open(Path(tempfile.gettempdir()) / f"camctl-{nombre}", os.O_RDWR | os.O_CREAT)


def _echar(descriptor: int) -> bool:
    """Si ya es de quien lo pide; si no, es de otro."""
    try:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except OSError as fallo:
        return fallo.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True
