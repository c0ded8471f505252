"""Cuánto ancho le toca a cada columna de una tabla, y cuáles se quedan fuera."""

from collections.abc import Sequence
from typing import NamedTuple

SEPARACION = 2


class AnchoPedido(NamedTuple):
    """Lo que una columna pide.

    Su ancho natural; aquel en que se lee a gusto, que se respeta mientras haya columnas de las que
    prescindir; el menor en que aún se lee; y su prioridad, 0 si no puede faltar.
    """

    natural: int
    comodo: int
    minimo: int
    prioridad: int = 0


def repartir(pedidos: Sequence[AnchoPedido], disponible: int) -> dict[int, int] | None:
    """El ancho de cada columna que queda, por su número; nada si no caben ni las imprescindibles.

    Las que ceden, ceden hasta igualarse: se estrecha siempre la más ancha. Cuando ninguna puede
    ceder más, sale la de prioridad más alta, y de ellas la de más a la derecha.
    """
    quedan = dict(enumerate(pedidos))
    while True:
        libre = disponible - SEPARACION * (len(quedan) - 1)
        # Aunque se pueda prescindir de todas, alguna ha de quedar.
        optativas = [numero for numero, pedido in quedan.items() if pedido.prioridad]
        sobran = optativas if len(quedan) > 1 else []
        pisos = [pedido.comodo if sobran else pedido.minimo for pedido in quedan.values()]
        if sum(pisos) <= libre:
            naturales = [pedido.natural for pedido in quedan.values()]
            return dict(zip(quedan, _igualar(naturales, pisos, libre), strict=True))
        if not sobran:
            return None
        del quedan[max(sobran, key=lambda numero: (pedidos[numero].prioridad, numero))]


def _igualar(naturales: Sequence[int], pisos: Sequence[int], libre: int) -> list[int]:
    """El ancho de cada una: el natural, recortado por igual a las más anchas hasta que caben."""
    tope = libre
    anchos = _recortados(naturales, pisos, tope)
    while sum(anchos) > libre:
        tope -= 1
        anchos = _recortados(naturales, pisos, tope)
    # El tope es entero: lo que falta para llenar el ancho se da de uno en uno.
    resto = libre - sum(anchos)
    for numero, natural in enumerate(naturales):
        if resto and anchos[numero] < natural:
            anchos[numero] += 1
            resto -= 1
    return anchos


def _recortados(naturales: Sequence[int], pisos: Sequence[int], tope: int) -> list[int]:
    return [max(piso, min(natural, tope)) for natural, piso in zip(naturales, pisos, strict=True)]
