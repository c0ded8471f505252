"""Líneas de texto con estilo: lo mismo para una terminal que para un archivo."""

from collections.abc import Iterable
from typing import TypeAlias

from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.medida import partir
from camctl.vistas.respuesta import Estilo

Tramo: TypeAlias = tuple[str, Estilo]
Linea: TypeAlias = tuple[Tramo, ...]

VACIA: Linea = ()


def texto_de(linea: Linea) -> str:
    """El texto de una línea, sin sus estilos."""
    return "".join(texto for texto, _ in linea)


def sin_cola(linea: Linea) -> Linea:
    """`linea` sin los espacios del final."""
    while linea:
        *antes, (texto, estilo) = linea
        if queda := texto.rstrip(" "):
            return (*antes, (queda, estilo))
        linea = tuple(antes)
    return linea


def lineas_limpias(texto: str) -> tuple[str, ...]:
    """Las líneas de `texto`, cada una limpia; ninguna si no dice nada."""
    lineas = tuple(limpio(linea).rstrip(" ") for linea in texto.strip("\n").split("\n"))
    return lineas if any(lineas) else ()


def parrafo(texto: str, ancho: int, estilo: Estilo = "", sangria: int = 0) -> list[Linea]:
    """Las líneas de `texto`, ya limpio, que caben en `ancho` con `sangria` espacios delante."""
    return sangrar(partir(texto, max(1, ancho - sangria)), sangria, estilo)


def sangrar(textos: Iterable[str], sangria: int, estilo: Estilo = "") -> list[Linea]:
    """Una línea por texto, con `sangria` espacios delante."""
    margen: Linea = ((" " * sangria, ""),) if sangria else ()
    return [(*margen, (texto, estilo)) if texto else VACIA for texto in textos]
