"""Una tabla en una pantalla donde no caben columnas: cada fila en varios renglones."""

from collections.abc import Iterator

from camctl.salida.maqueta.lineas import VACIA, Linea, parrafo, sangrar
from camctl.salida.maqueta.medida import partir
from camctl.salida.maqueta.rejilla import Celda, Fila, Rejilla
from camctl.vistas.respuesta import Estilo

_SANGRIA = 2
_POR_CADA = 8  # celdas de pantalla que piden una de sangría


def sangria_de(ancho: int) -> int:
    """Los espacios de sangría que se puede permitir una pantalla de `ancho` celdas."""
    return min(_SANGRIA, ancho // _POR_CADA)


def apilar(rejilla: Rejilla, ancho: int) -> list[Linea]:
    """La primera celda de cada fila y, debajo, «Título: valor» de las demás que digan algo."""
    lineas: list[Linea] = []
    for bloque in rejilla.bloques:
        if bloque.titulo:
            lineas += [*parrafo(bloque.titulo, ancho, "fuerte"), VACIA]
        for fila in bloque.filas:
            lineas += [*_fila(rejilla, fila, ancho), VACIA]
    return lineas[:-1]


def _fila(rejilla: Rejilla, fila: Fila, ancho: int) -> Iterator[Linea]:
    primera, *demas = zip(rejilla.columnas, rejilla.titulos, fila, strict=True)
    for linea in primera[2]:
        yield from parrafo(linea, ancho, primera[0].estilo or "fuerte")
    for columna, titulo, celda in demas:
        if celda:
            yield from _valor(titulo, celda, ancho, columna.estilo)


def _valor(titulo: str, celda: Celda, ancho: int, estilo: Estilo) -> Iterator[Linea]:
    """«Título: valor», con lo que no cabe en su renglón un poco más adentro."""
    sangria = sangria_de(ancho)
    rotulo = f"{titulo}:"
    textos = [f"{rotulo} {celda[0]}"] if len(celda) == 1 else [rotulo, *celda]
    libre = max(1, ancho - 2 * sangria)
    inicio, *resto = [trozo for texto in textos for trozo in partir(texto, libre)]
    if inicio.startswith(rotulo):
        (linea,) = sangrar([rotulo], sangria, "tenue")
        yield (*linea, (inicio.removeprefix(rotulo), estilo))
    else:
        yield from sangrar([inicio], sangria)
    yield from sangrar(resto, 2 * sangria, estilo)
