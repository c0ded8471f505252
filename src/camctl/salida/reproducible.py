"""Archivos de Office que, con lo mismo dentro, son los mismos bytes."""

import io
import zipfile
from collections.abc import Callable
from typing import Final

# La primera fecha que cabe en un ZIP.
_SIN_FECHA: Final = (1980, 1, 1, 0, 0, 0)


def _igual(_nombre: str, parte: bytes) -> bytes:
    return parte


def sin_fechas(
    paquete: bytes,
    retocar: Callable[[str, bytes], bytes] = _igual,
    *,
    comprimido: bool = True,
) -> bytes:
    """El ZIP `paquete` con sus mismas partes, en su orden, y sin la hora en que se hizo.

    Quien escribe un Word o un libro de Excel apunta en cada parte la hora de la máquina. `retocar`
    recibe el nombre de cada parte y lo que contiene, y devuelve lo que ha de contener. Lo que no va
    comprimido es igual, además, en dos máquinas con distinto compresor.
    """
    modo = zipfile.ZIP_DEFLATED if comprimido else zipfile.ZIP_STORED
    destino = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(paquete)) as origen,
        zipfile.ZipFile(destino, "w", modo) as copia,
    ):
        for parte in origen.infolist():
            contenido = retocar(parte.filename, origen.read(parte))
            copia.writestr(zipfile.ZipInfo(parte.filename, _SIN_FECHA), contenido, modo)
    return destino.getvalue()
