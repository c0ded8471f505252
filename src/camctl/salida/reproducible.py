"""Ficheros de Office que, con lo mismo dentro, son los mismos bytes."""

import io
import zipfile
from typing import Final

# La primera fecha que cabe en un ZIP.
_SIN_FECHA: Final = (1980, 1, 1, 0, 0, 0)


def sin_fechas(paquete: bytes) -> bytes:
    """El ZIP `paquete` con sus mismas partes, en su orden, y sin la hora en que se hizo.

    Quien escribe un Word o un libro de Excel apunta en cada parte la hora de la máquina.
    """
    destino = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(paquete)) as origen,
        zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED) as copia,
    ):
        for parte in origen.infolist():
            copia.writestr(
                zipfile.ZipInfo(parte.filename, _SIN_FECHA),
                origen.read(parte),
                zipfile.ZIP_DEFLATED,
            )
    return destino.getvalue()
