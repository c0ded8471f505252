"""Cuánto mide de alto una fila: los renglones en que se parte su celda más larga.

Excel lo calcula al abrir el libro, pero LibreOffice, los visores y los teléfonos no: sin alto, cada
fila mide un renglón y tapa lo que sobra.
"""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import Final

# Lo que mide cada letra de Arial, en cifras, que es como se miden las columnas.
_LETRAS: Final = {
    **dict.fromkeys(" ijlftIíìÍ.,:;/!¡|'·[]", 0.5),
    **dict.fromkeys('rJ-()"*«»°', 0.7),
    **dict.fromkeys("mwMW&%@…—", 1.5),
}
_MAYUSCULA: Final = 1.3
_DE_OTRA_ESCRITURA: Final = 2.0
_PRIMERA_DE_OTRA: Final = "\u2e80"
_NEGRITA: Final = 1.1
# Lo que puede dibujar de más una pantalla que ajusta las letras a sus puntos.
_HOLGURA: Final = 1.03
_PUNTOS_POR_RENGLON: Final = 12.75
_MARGEN: Final = 2.25
_MAXIMO: Final = 409.0  # de Excel


def alto(celdas: Iterable[tuple[str, int, bool]]) -> float:
    """Los puntos de alto de una fila con esas celdas: texto, ancho de columna y si es negrita."""
    renglones = max((_renglones(*celda) for celda in celdas), default=1)
    return min(_MAXIMO, _PUNTOS_POR_RENGLON * renglones + _MARGEN)


def _renglones(texto: str, columna: int, es_negrita: bool) -> int:
    ancho = columna / _HOLGURA / (_NEGRITA if es_negrita else 1)
    return sum(_partida(linea, ancho) for linea in texto.split("\n"))


def _partida(linea: str, ancho: float) -> int:
    if len(linea) <= ancho / 2:
        return 1
    cuantos, ocupado = 1, 0.0
    for palabra in linea.split(" "):
        mide = _mide(palabra)
        if ocupado and ocupado + mide > ancho:
            cuantos, ocupado = cuantos + 1, 0.0
        cuantos += ceil(mide / ancho) - 1 if mide > ancho else 0
        ocupado += mide % ancho + _LETRAS[" "]
    return cuantos


@lru_cache(maxsize=65536)
def _mide(palabra: str) -> float:
    return sum(map(_letra, palabra))


def _letra(letra: str) -> float:
    if letra in _LETRAS:
        return _LETRAS[letra]
    if letra >= _PRIMERA_DE_OTRA:
        return _DE_OTRA_ESCRITURA
    return _MAYUSCULA if letra.isupper() else 1.0
