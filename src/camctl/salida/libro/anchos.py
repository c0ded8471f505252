"""Cuánto mide cada columna de una hoja: lo que pide, mientras lo impreso quepa en una página."""

from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import Final, NamedTuple

from camctl.salida.maqueta.medida import anchura

# Los caracteres que, apaisados a lo ancho de una página, aún se leen.
DE_PAGINA: Final = 210
_MARGEN: Final = 2
_MINIMO: Final = 13
# Un texto largo se lee mejor en un bloque que en una tira: su ancho crece con la raíz de su largo.
_BASE: Final = 16
_POR_RAIZ: Final = 1.7
# Una dirección no se parte, mientras no sea de las que no caben en ningún sitio.
_PALABRA_LARGA: Final = 60
# Lo que no se imprime se lee en pantalla, y no ha de hacer más altas las filas de lo impreso.
_DE_PANTALLA: Final = 80
# Lo que ocupa en un título el botón de filtrar.
BOTON: Final = 3


class _Pedido(NamedTuple):
    """Lo que una columna pide: lo menos en que se lee, a gusto y sin partir ninguna línea."""

    minimo: int
    comodo: int
    entero: int


def repartidos(
    titulos: Sequence[str], celdas: Sequence[Sequence[str]], *, fijas: int, impresas: int
) -> list[int]:
    """El ancho de cada columna, de su título y los textos de sus celdas; incluye su margen.

    Las `impresas` que no son fijas se estrechan, las que más piden más, para caber en una página;
    si no pueden, ocupan las justas.
    """
    pedidos = [_pedido(*columna) for columna in zip(titulos, celdas, strict=True)]
    pedidos[:fijas] = [uno._replace(minimo=uno.comodo) for uno in pedidos[:fijas]]
    aparte = (max(uno.comodo, min(_DE_PANTALLA, uno.entero)) for uno in pedidos[impresas:])
    return [ancho + _MARGEN for ancho in (*_estrechados(pedidos[:impresas]), *aparte)]


def paginas_de(ancho: int) -> int:
    """Las páginas que ocupa una tabla a lo ancho."""
    return ceil(ancho / DE_PAGINA)


def _estrechados(pedidos: Sequence[_Pedido]) -> Iterator[int]:
    margenes = _MARGEN * len(pedidos)
    menos = sum(uno.minimo for uno in pedidos)
    sobra = sum(uno.comodo for uno in pedidos) - menos
    cabe = paginas_de(menos + margenes) * DE_PAGINA - margenes - menos
    parte = min(1.0, cabe / sobra) if sobra else 1.0
    return (uno.minimo + int((uno.comodo - uno.minimo) * parte) for uno in pedidos)


def _pedido(titulo: str, celdas: Sequence[str]) -> _Pedido:
    lineas = [linea for celda in celdas for linea in celda.split("\n")]
    entero = max(map(anchura, lineas), default=0)
    palabra = max((anchura(una) for linea in lineas for una in linea.split(" ")), default=0)
    del_titulo = max(map(anchura, titulo.split())) + BOTON
    bloque = max(round(_BASE + _POR_RAIZ * sqrt(entero)), min(palabra, _PALABRA_LARGA))
    comodo = max(del_titulo, min(entero, bloque))
    return _Pedido(max(del_titulo, min(_MINIMO, comodo)), comodo, entero)
