"""Piso 0: leer con límites y escribir de una vez."""

import errno
import os
import stat
from enum import Enum
from pathlib import Path
from typing import Final

# Un plan de cien mil actividades ocupa unos 30 MB: por encima de esto no es un plan.
TAMANO_MAXIMO = 48 * 1024 * 1024


# Sin esperar a nadie y, en Windows, sin tocar los saltos de línea.
_PARA_LEER: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# El sistema dice las causas en inglés, o en el idioma de la máquina.
_CAUSAS: Final = {
    errno.ELOOP: "el enlace da vueltas sobre sí mismo",
    errno.ENAMETOOLONG: "la ruta es demasiado larga",
    errno.ENOTDIR: "su carpeta no es una carpeta",
    errno.EIO: "el disco falla",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.ENFILE: "hay demasiados archivos abiertos",
}


class Motivo(Enum):
    """Por qué no se pudo leer un archivo."""

    FALTA = "no existe"
    NO_ES_ARCHIVO = "no es un archivo corriente"
    SIN_PERMISO = "no hay permiso para leerlo"
    FUERA = "es un enlace que sale de la carpeta de datos"
    ENORME = "pasa del tamaño máximo"
    SISTEMA = "el sistema no deja leerlo"


class ArchivoIlegible(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Un archivo que no se leyó, con su `motivo`."""

    def __init__(self, motivo: Motivo, detalle: str = "") -> None:
        super().__init__(motivo.value)
        self.motivo = motivo
        self.detalle = detalle


def leer_archivo(ruta: Path, *, carpeta: Path, maximo: int = TAMANO_MAXIMO) -> bytes:
    """Los bytes de un archivo corriente que está, de verdad, dentro de `carpeta`.

    No espera jamás: ni a una tubería ni a un dispositivo.

    Raises:
        ArchivoIlegible: si falta, no es un archivo corriente, pasa de `maximo` bytes, sale de la
            carpeta por un enlace o el sistema lo niega.
    """
    try:
        if not Path(os.path.realpath(ruta)).is_relative_to(os.path.realpath(carpeta)):
            raise ArchivoIlegible(Motivo.FUERA)
        descriptor = os.open(ruta, _PARA_LEER)
    except FileNotFoundError:
        raise ArchivoIlegible(Motivo.FALTA) from None
    except PermissionError:
        raise ArchivoIlegible(Motivo.SIN_PERMISO) from None
    except (OSError, ValueError) as fallo:
        raise ArchivoIlegible(Motivo.SISTEMA, _causa(fallo)) from None
    try:
        return _leer_abierto(descriptor, maximo)
    finally:
        os.close(descriptor)


def _leer_abierto(descriptor: int, maximo: int) -> bytes:
    estado = os.fstat(descriptor)
    if not stat.S_ISREG(estado.st_mode):
        raise ArchivoIlegible(Motivo.NO_ES_ARCHIVO)
    if estado.st_size > maximo:
        raise ArchivoIlegible(Motivo.ENORME)
    try:
        trozos = bytearray()
        while trozo := os.read(descriptor, min(1 << 20, maximo + 1 - len(trozos))):
            trozos += trozo
            # Puede crecer mientras se lee (o mentir, como los de /proc).
            if len(trozos) > maximo:
                raise ArchivoIlegible(Motivo.ENORME)
    except OSError as fallo:
        raise ArchivoIlegible(Motivo.SISTEMA, _causa(fallo)) from None
    return bytes(trozos)


def _causa(fallo: OSError | ValueError) -> str:
    numero = fallo.errno if isinstance(fallo, OSError) else None
    if numero is None:
        return "su ruta lleva un carácter nulo"
    return _CAUSAS.get(numero, f"error {numero} del sistema")


def escribir_archivo(ruta: Path, contenido: bytes) -> None:
    """Deja `contenido` en `ruta` de una vez: o el archivo anterior entero, o el nuevo entero.

    Lo que no es un archivo corriente (/dev/null, una tubería) no se sustituye: se escribe en él.

    Raises:
        OSError: si la carpeta no existe, no deja escribir o el disco está lleno.
    """
    # Importarlo tarda, y quien solo consulta no escribe nada.
    import tempfile

    if ruta.exists() and not ruta.is_file():
        with ruta.open("wb") as abierto:
            abierto.write(contenido)
        return
    destino = Path(os.path.realpath(ruta))
    descriptor, temporal = tempfile.mkstemp(prefix=".camctl-", dir=destino.parent)
    try:
        with os.fdopen(descriptor, "wb") as abierto:
            abierto.write(contenido)
            abierto.flush()
            os.fsync(abierto.fileno())
        Path(temporal).chmod(_permisos_de(destino))
        Path(temporal).replace(destino)
    except BaseException:
        Path(temporal).unlink(missing_ok=True)
        raise


def _permisos_de(destino: Path) -> int:
    try:
        return stat.S_IMODE(destino.stat().st_mode)
    except FileNotFoundError:
        mascara = os.umask(0)
        os.umask(mascara)
        return 0o666 & ~mascara
