"""Piso 0: leer con límites y escribir de una vez."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Final

# Un plan de cien mil actividades ocupa unos 30 MB: por encima de esto no es un plan.
TAMANO_MAXIMO = 48 * 1024 * 1024
_TROZO: Final = 1 << 16

# Sin esperar a nadie y, en Windows, sin tocar los saltos de línea.
_PARA_LEER: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# El sistema dice las causas en inglés, o en el idioma de la máquina.
_CAUSAS: Final = {
    errno.ELOOP: "el enlace da vueltas sobre sí mismo",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
    errno.ENOTDIR: "la ruta pasa por un archivo como si fuera una carpeta",
    errno.EIO: "el disco falla",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.ENFILE: "hay demasiados archivos abiertos",
    errno.ENOSPC: "no queda sitio en el disco",
    errno.EFBIG: "pasa del tamaño que el sistema deja escribir",
    errno.EACCES: "no hay permiso",
    errno.EPERM: "no hay permiso",
    errno.EROFS: "el disco es de solo lectura",
    errno.EBUSY: "el sistema lo tiene ocupado",
    errno.ENOENT: "la carpeta no existe",
    errno.EISDIR: "es una carpeta",
    errno.EEXIST: "ya hay algo con ese nombre",
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


def leer_archivo(ruta: Path, *, carpeta: Path | None, maximo: int = TAMANO_MAXIMO) -> bytes:
    """Los bytes de un archivo corriente que está, de verdad, dentro de `carpeta`.

    Sin `carpeta`, esté donde esté: quien da la ruta sabe adónde lleva, aunque sea por un enlace.
    No espera jamás: ni a una tubería ni a un dispositivo.

    Raises:
        ArchivoIlegible: si falta, no es un archivo corriente, pasa de `maximo` bytes, sale de la
            carpeta por un enlace o el sistema lo niega.
    """
    try:
        if carpeta is not None:
            _exigir_dentro(ruta, carpeta)
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


def _exigir_dentro(ruta: Path, carpeta: Path) -> None:
    if not Path(os.path.realpath(ruta)).is_relative_to(os.path.realpath(carpeta)):
        raise ArchivoIlegible(Motivo.FUERA)


def _leer_abierto(descriptor: int, maximo: int) -> bytes:
    estado = os.fstat(descriptor)
    if not stat.S_ISREG(estado.st_mode):
        raise ArchivoIlegible(Motivo.NO_ES_ARCHIVO)
    if estado.st_size > maximo:
        raise ArchivoIlegible(Motivo.ENORME)
    # De una vez si es lo que dice; puede crecer mientras se lee (o mentir, como los de /proc).
    trozos: list[bytes] = []
    quedan = maximo + 1
    try:
        while trozo := os.read(descriptor, min(max(estado.st_size, _TROZO), quedan)):
            trozos.append(trozo)
            quedan -= len(trozo)
    except OSError as fallo:
        raise ArchivoIlegible(Motivo.SISTEMA, _causa(fallo)) from None
    if not quedan:
        raise ArchivoIlegible(Motivo.ENORME)
    return b"".join(trozos)


def _causa(fallo: OSError | ValueError) -> str:
    if isinstance(fallo, OSError) and fallo.errno is not None:
        return causa(fallo)
    return "su ruta lleva un carácter nulo"


def causa(fallo: OSError) -> str:
    """Por qué el sistema negó algo, en español y sea cual sea el idioma de la máquina."""
    numero = fallo.errno or 0
    return _CAUSAS.get(numero, f"error {numero} del sistema")


def hay_otra_cosa(carpeta: Path) -> bool:
    """Si ahí no cabe esa carpeta: hay un archivo, o un enlace que no lleva a ninguna."""
    # Path.is_dir lanza si el sistema no deja mirar.
    return os.path.lexists(carpeta) and not os.path.isdir(carpeta)  # noqa: PTH112


def escribir_archivo(ruta: Path, contenido: bytes) -> None:
    """Deja `contenido` en `ruta` de una vez: o el archivo anterior entero, o el nuevo entero.

    Raises:
        OSError: si la carpeta no existe, no deja escribir o el disco está lleno.
    """
    destino = Path(os.path.realpath(ruta))
    with _preparado(destino, contenido) as temporal:
        temporal.replace(destino)


class ArchivoCambiado(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Alguien cambió `archivo` después de que se leyera: no se ha escrito nada."""

    def __init__(self, archivo: str) -> None:
        super().__init__(f"«{archivo}» ha cambiado desde que se leyó")
        self.archivo = archivo


def reemplazar_si_no_cambio(
    carpeta: Path, antes: Mapping[str, bytes], despues: Mapping[str, bytes]
) -> None:
    """Deja en los archivos de `carpeta` lo que dice `despues`, si siguen como decía `antes`.

    `antes` es todo lo que se leyó para decidir el cambio, también lo que no cambia; un archivo de
    `despues` que no esté en él no ha de existir. Se escriben todos o ninguno: si uno no se deja
    poner en su sitio, los anteriores vuelven a ser lo que eran. Entre quienes usan `bloqueada` no
    hay carreras; la de quien guarda desde un editor se reduce a un instante.

    Raises:
        ArchivoCambiado: si alguno no es ya el que se leyó.
        OSError: si el sistema no deja leer o escribir; también si un archivo es de solo lectura,
            aunque su carpeta dejara poner otro en su lugar.
    """
    from contextlib import ExitStack

    with ExitStack() as pila:
        preparados = []
        for archivo, contenido in despues.items():
            destino = Path(os.path.realpath(carpeta / archivo))
            if destino.exists() and not _se_puede_cambiar(destino):
                raise PermissionError(errno.EACCES, "de solo lectura", archivo)
            preparados.append(
                (archivo, pila.enter_context(_preparado(destino, contenido)), destino)
            )
        for archivo in {**antes, **despues}:
            if not _esta_igual(carpeta / archivo, antes.get(archivo)):
                raise ArchivoCambiado(archivo)
        deshacer = pila.enter_context(ExitStack())
        for archivo, temporal, destino in preparados:
            try:
                temporal.replace(destino)
            except OSError as fallo:
                raise OSError(fallo.errno, fallo.strerror, archivo) from None
            deshacer.callback(_devolver, destino, antes.get(archivo))
        deshacer.pop_all()


def _devolver(destino: Path, contenido: bytes | None) -> None:
    if contenido is None:
        destino.unlink()
    else:
        escribir_archivo(destino, contenido)


def _se_puede_cambiar(ruta: Path) -> bool:
    return bool(ruta.stat().st_mode & 0o222) and os.access(ruta, os.W_OK)


def _esta_igual(ruta: Path, antes: bytes | None) -> bool:
    try:
        return leer_archivo(ruta, carpeta=ruta.parent) == antes
    except ArchivoIlegible as ilegible:
        return antes is None and ilegible.motivo is Motivo.FALTA


@contextmanager
def _preparado(destino: Path, contenido: bytes) -> Iterator[Path]:
    """Un archivo temporal con `contenido`, junto a `destino` y con sus permisos.

    Quien lo recibe lo pone en su sitio; si no, desaparece.
    """
    # Importarlo tarda, y quien solo consulta no escribe nada.
    import tempfile

    descriptor, nombre = tempfile.mkstemp(prefix=".camctl-", dir=destino.parent)
    temporal = Path(nombre)
    try:
        with os.fdopen(descriptor, "wb") as abierto:
            abierto.write(contenido)
            abierto.flush()
            os.fsync(abierto.fileno())
        temporal.chmod(_permisos_de(destino))
        yield temporal
    finally:
        temporal.unlink(missing_ok=True)


def _permisos_de(destino: Path) -> int:
    try:
        return stat.S_IMODE(destino.stat().st_mode)
    except FileNotFoundError:
        mascara = os.umask(0)
        os.umask(mascara)
        return 0o666 & ~mascara
