"""Filas en un texto separado por comas, o por otro signo, que cualquier hoja de cálculo abre.

Lo escriben igual las consultas y los papeles (RFC 4180).
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from camctl.salida.limpieza import limpio, sin_formula

COMA: Final = ","
SEPARADORES: Final = ",;|\t"
# Excel toma por letras de otra página de códigos un UTF-8 que no empiece por su marca.
EN_ARCHIVO: Final = "utf-8-sig"
# Quien lo abra con otro separador parte las celdas por donde no se pensó: en Excel en español, un
# punto y coma acaba la celda.
_CELDA_DENTRO: Final = r"([,;|][\s\"]*)(?=[=+\-@＝＋－＠])"


def separado(filas: Iterable[Iterable[str]], separador: str = COMA) -> str:
    """Las filas, una por línea, sin nada que se calcule, actúe o no se vea."""
    destino = io.StringIO(newline="")
    escritor = csv.writer(destino, delimiter=separador, lineterminator="\r\n")
    escritor.writerows(map(_celda, fila) for fila in filas)
    return destino.getvalue()


def _celda(texto: str) -> str:
    return re.sub(_CELDA_DENTRO, r"\1'", sin_formula(limpio(texto)))
