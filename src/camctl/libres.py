"""Piso 0: los ID que no tiene nadie en una serie numerada: `ACT-5`, entre `ACT-4` y `ACT-6`."""

from collections.abc import Iterable
from typing import Final

from camctl.comparacion import plegar_id

_CIFRAS: Final = "0123456789"
# Con más ya no es un número de orden, y convertirlo podría no acabar nunca.
CIFRAS_MAXIMAS: Final = 9


def sin_numero(id_: str) -> str:
    """Lo que va delante del número de un ID: «ACT-», de «ACT-4»."""
    return id_.rstrip(_CIFRAS)


class Libres:
    """Los ID libres entre los de unos registros, cada uno una sola vez.

    De cada número ocupado se guarda por dónde seguir, y el camino andado se acorta: buscar uno tras
    otro, aunque sean miles, no cuesta el cuadrado.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        """`ids`: los que ya son de alguien."""
        self._sigue: dict[tuple[str, int], int] = {}
        for id_ in ids:
            prefijo, numero = _partido(id_)
            if numero is not None:
                self._sigue[plegar_id(prefijo), numero] = numero + 1

    def tras(self, id_: str) -> str:
        """El primero que está libre detrás de `id_`, en su serie; nada si no lleva número."""
        prefijo, numero = _partido(id_)
        if numero is None:
            return ""
        serie, libre, camino = plegar_id(prefijo), numero + 1, []
        while (serie, libre) in self._sigue:
            camino.append(libre)
            libre = self._sigue[serie, libre]
        for paso in (*camino, libre):
            self._sigue[serie, paso] = libre + 1
        return f"{prefijo}{libre}"


def _partido(id_: str) -> tuple[str, int | None]:
    """Lo que va delante del número de un ID, y el número si lo lleva."""
    prefijo = sin_numero(id_)
    cifras = id_[len(prefijo) :]
    return prefijo, int(cifras) if 0 < len(cifras) <= CIFRAS_MAXIMAS else None
