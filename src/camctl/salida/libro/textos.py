"""Un texto cualquiera en una celda de Excel: que se lea entero y que no haga nada."""

import re
from collections.abc import Iterable
from typing import Final

from camctl.salida.maqueta.lineas import lineas_limpias

_MAXIMO: Final = 32_767
_CORTADO: Final = "… [sigue en los datos: una celda de Excel no admite más]"
# Excel escribe así los caracteres que no caben en XML, y así los lee: `_x202E_` es uno de ellos.
_ESCAPE: Final = r"_(?=x[0-9A-Fa-f]{4}_)"


def de_celda(lineas: Iterable[str]) -> str:
    """Las líneas, limpias, como las lleva una celda; si no caben, lo que cabe, y lo dice."""
    limpias = (limpia for linea in lineas for limpia in lineas_limpias(linea))
    texto = re.sub(_ESCAPE, "_x005F_", "\n".join(limpias))
    if _mide(texto) <= _MAXIMO:
        return texto
    return _principio(texto, _MAXIMO - _mide(_CORTADO)) + _CORTADO


def _mide(texto: str) -> int:
    # Excel cuenta como UTF-16: un emoji son dos.
    return len(texto.encode("utf-16-le")) // 2


def _principio(texto: str, unidades: int) -> str:
    return texto.encode("utf-16-le")[: 2 * unidades].decode("utf-16-le", "ignore")
