"""Las series de ID, que solo se distinguen en su número: `ACT-1`, `ACT-2`, `ACT-3`.

Si todos son, por orden, los de una sola serie, no hay nada que decir de ella y no se da ninguna: es
lo corriente, y se sabe mucho antes que partiendo cada ID.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, starmap
from operator import eq
from typing import NamedTuple, TypeAlias

from camctl.libres import CIFRAS_MAXIMAS, sin_numero
from camctl.modelo.actividad import Actividad
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.reglas.contexto import Contexto

Numerado: TypeAlias = Objetivo | Mandato | Actividad


class Serie(NamedTuple):
    """Los registros cuyo ID acaba en cifras y lleva lo mismo delante de ellas, con su ID."""

    prefijo: str
    registros: list[tuple[Numerado, str]]

    @property
    def numeros(self) -> set[int]:
        """Los de sus registros."""
        return {numero for numero, _ in self._numerados()}

    @property
    def por_numero(self) -> dict[int, Numerado]:
        """Sus registros por su número; si varios tienen el mismo, el primero."""
        por_numero: dict[int, Numerado] = {}
        for numero, registro in self._numerados():
            por_numero.setdefault(numero, registro)
        return por_numero

    def _numerados(self) -> Iterator[tuple[int, Numerado]]:
        largo = len(self.prefijo)
        for registro, id_ in self.registros:
            if largo < len(id_) <= largo + CIFRAS_MAXIMAS:
                yield int(id_[largo:]), registro


def de_objetivos(contexto: Contexto) -> Iterable[Serie]:
    """Las series de los objetivos, en el orden en que aparecen."""
    return _series(contexto, Objetivo)


def de_mandatos(contexto: Contexto) -> Iterable[Serie]:
    """Las series de los mandatos, en el orden en que aparecen."""
    return _series(contexto, Mandato)


def de_actividades(contexto: Contexto) -> Iterable[Serie]:
    """Las series de las actividades, en el orden en que aparecen."""
    return _series(contexto, Actividad)


def _series(contexto: Contexto, tipo: type[Numerado]) -> Iterable[Serie]:
    if _van_seguidos(contexto.fichas.columna(tipo, "id")):
        return ()
    series: dict[str, list[tuple[Numerado, str]]] = defaultdict(list)
    for con_su_id in contexto.fichas.con(tipo, "id"):
        prefijo = sin_numero(con_su_id[1])
        if prefijo != con_su_id[1]:
            series[prefijo].append(con_su_id)
    return starmap(Serie, series.items())


def _van_seguidos(ids: Sequence[str]) -> bool:
    """Si no se salta ningún número ni cambia lo que hay delante."""
    prefijo = sin_numero(ids[0]) if ids else ""
    cifras = ids[0][len(prefijo) :] if ids else ""
    if not 0 < len(cifras) <= CIFRAS_MAXIMAS:
        return False
    return all(map(eq, ids, (f"{prefijo}{numero}" for numero in count(int(cifras)))))
