"""Qué palabras cambian de un texto a otro, dichas como las dice una fe de erratas."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from camctl.castellano import entre_comillas

_CONTEXTO: Final = 3  # palabras de antes que bastan para encontrar el sitio
_DESPUES: Final = 2
# Comparar palabra por palabra crece con el cuadrado del largo; un texto oficial tiene cientos.
_PALABRAS_MAXIMAS: Final = 5000


class Diferencia(NamedTuple):
    """Un tramo que cambia: lo que decía y lo que dice, sin nada si se añade o se suprime.

    `previas` y `siguientes` son las palabras que lo rodean y no cambian.
    """

    antes: str
    despues: str
    previas: str = ""
    siguientes: str = ""

    @property
    def en_palabras(self) -> str:
        """«donde decía «…», dice «…»», con las palabras de alrededor."""
        if self.antes and self.despues:
            return f"donde decía {self.antes_en_contexto}, dice {self.despues_en_contexto}"
        que = entre_comillas(self.antes or self.despues)
        return f"{self.donde}, {'se suprime' if self.antes else 'se añade'} {que}"

    @property
    def donde(self) -> str:
        """Tras qué palabras está."""
        return f"tras {entre_comillas(self.previas)}" if self.previas else "al principio"

    @property
    def antes_en_contexto(self) -> str:
        """Lo que decía, entre comillas y con las palabras que lo rodean."""
        return self._con_contexto(self.antes)

    @property
    def despues_en_contexto(self) -> str:
        """Lo que dice, entre comillas y con las palabras que lo rodean."""
        return self._con_contexto(self.despues)

    def _con_contexto(self, palabras: str) -> str:
        return f"«{' '.join(filter(None, (self.previas, palabras, self.siguientes)))}»"


def diferencias(antes: str, despues: str) -> tuple[Diferencia, ...]:
    """Los tramos en que dos textos difieren, por orden; los blancos no cuentan."""
    viejas, nuevas = antes.split(), despues.split()
    if max(len(viejas), len(nuevas)) > _PALABRAS_MAXIMAS:
        return () if viejas == nuevas else (Diferencia(" ".join(viejas), " ".join(nuevas)),)
    return tuple(_diferencias(viejas, nuevas))


def _diferencias(viejas: Sequence[str], nuevas: Sequence[str]) -> Iterator[Diferencia]:
    tramos = SequenceMatcher(None, viejas, nuevas, autojunk=False).get_opcodes()
    for anterior, tramo, siguiente in zip(
        [None, *tramos], tramos, [*tramos[1:], None], strict=False
    ):
        clase, desde, hasta, desde_nueva, hasta_nueva = tramo
        if clase == "equal":
            continue
        # Lo que rodea a una diferencia llega, como mucho, hasta la siguiente: es igual en los dos.
        comienzo = max(anterior[1] if anterior else desde, desde - _CONTEXTO)
        fin = min(siguiente[2] if siguiente else hasta, hasta + _DESPUES)
        yield Diferencia(
            " ".join(viejas[desde:hasta]),
            " ".join(nuevas[desde_nueva:hasta_nueva]),
            " ".join(viejas[comienzo:desde]),
            " ".join(viejas[hasta:fin]),
        )
