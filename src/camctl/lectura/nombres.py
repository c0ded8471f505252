"""Cómo se llama lo que un archivo puede llevar: lo dice quien lo sabe, y solo si hace falta."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

# La línea de un campo con un texto que se quiso escribir en él, por su nombre; vacía si el texto no
# vale ni se adivina, y nada si no hay tal campo.
ComoSeEscribe: TypeAlias = Callable[[str, str], str | None]


def _no_se_sabe(_campo: str, _texto: str) -> None:
    return None


class Nombres(NamedTuple):
    """Los nombres con que se conoce qué quiso escribir quien se equivocó.

    `secciones` son las de la primera columna que llevan una lista de fichas; `campos`, los que no
    van nunca en esa columna; `primeros`, el primer campo de las fichas que lleva cada campo que las
    lleva, por su nombre. `fichas`, las de la primera columna que llevan una sola, con los campos
    de ella; ninguno, si sus nombres los pone quien la escribe. `listas`, los campos que son una
    lista, con la palabra que vale en su lugar; vacía si ninguna.
    """

    secciones: tuple[str, ...] = ()
    campos: frozenset[str] = frozenset()
    primeros: Mapping[str, str] = MappingProxyType({})
    fichas: Mapping[str, frozenset[str]] = MappingProxyType({})
    listas: Mapping[str, str] = MappingProxyType({})
    como_se_escribe: ComoSeEscribe = _no_se_sabe

    @property
    def raiz(self) -> frozenset[str]:
        """Los que pueden ir en la primera columna."""
        return frozenset((*self.secciones, *self.fichas))

    @property
    def todos(self) -> frozenset[str]:
        """Los que el archivo puede llevar, sin los que pone quien lo escribe."""
        return self.raiz | self.campos

    def son_libres(self, ficha: str) -> bool:
        """Si los campos de una `ficha` de la primera columna los pone quien la escribe."""
        return ficha in self.fichas and not self.fichas[ficha]


# De un archivo sin errores no se piden.
ComoSeLlama: TypeAlias = Callable[[], Nombres]
