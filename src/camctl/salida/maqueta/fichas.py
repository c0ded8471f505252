"""Las fichas hechas líneas: rótulos a la izquierda y, a su derecha, lo que dicen."""

from collections.abc import Iterator, Sequence

from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.apilado import sangria_de
from camctl.salida.maqueta.lineas import VACIA, Linea, lineas_limpias, parrafo, sangrar, sin_cola
from camctl.salida.maqueta.medida import anchura, partir
from camctl.vistas.respuesta import Ficha

_MARGEN = 1
_SEPARACION = 2
# Con menos sitio que este a la derecha del rótulo, el texto va debajo; y un renglón de más de
# cien caracteres cansa, por ancha que sea la pantalla.
_MINIMO_LEGIBLE = 24
_MAXIMO_LEGIBLE = 100


def componer_fichas(fichas: Sequence[Ficha], ancho: int) -> list[Linea]:
    """Las líneas de `fichas` para una pantalla de `ancho` celdas, con un blanco entre ellas."""
    rotulos = [anchura(limpio(rotulo)) for ficha in fichas for rotulo, _ in ficha.campos]
    columna = _MARGEN + max(rotulos, default=0) + _SEPARACION
    lineas: list[Linea] = []
    for ficha in fichas:
        lineas += parrafo(limpio(ficha.titulo), ancho, "fuerte")
        for rotulo, textos in ficha.campos:
            limpias = [linea for texto in textos for linea in lineas_limpias(texto)]
            if not limpias:
                continue
            if ancho - columna >= _MINIMO_LEGIBLE:
                lineas += _al_lado(limpio(rotulo), limpias, columna, ancho)
            else:
                lineas += _debajo(limpio(rotulo), limpias, ancho)
        lineas.append(VACIA)
    return lineas[:-1]


def _al_lado(rotulo: str, textos: Sequence[str], columna: int, ancho: int) -> Iterator[Linea]:
    primero, *resto = _renglones(textos, min(ancho - columna, _MAXIMO_LEGIBLE))
    hueco = columna - _MARGEN - anchura(rotulo)
    yield sin_cola(((" " * _MARGEN, ""), (rotulo, "tenue"), (" " * hueco, ""), (primero, "")))
    yield from sangrar(resto, columna)


def _debajo(rotulo: str, textos: Sequence[str], ancho: int) -> Iterator[Linea]:
    sangria = sangria_de(ancho)
    yield from parrafo(rotulo, ancho, "tenue", sangria)
    yield from sangrar(_renglones(textos, ancho - 2 * sangria), 2 * sangria)


def _renglones(textos: Sequence[str], ancho: int) -> list[str]:
    """Los textos partidos; si son varios, lo que no cabe de cada uno va un poco más adentro."""
    if len(textos) == 1:
        return partir(textos[0], max(1, ancho))
    sangria = sangria_de(ancho)
    renglones = []
    for texto in textos:
        primero, *resto = partir(texto, max(1, ancho - sangria))
        renglones += [primero, *(" " * sangria + trozo for trozo in resto)]
    return renglones
