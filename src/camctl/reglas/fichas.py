"""Las fichas del plan por columnas: lo que llevan en un campo todas las de un tipo.

Saber que en una columna entera no hay nada malo cuesta mucho menos que mirar cada ficha.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from camctl.modelo.base import Registro
from camctl.modelo.campos import campos_con_fichas

_R = TypeVar("_R", bound=Registro)


class _Tabla(NamedTuple):
    """Las fichas de un tipo y, de cada una, lo que lleva en cada campo."""

    fichas: list[Any]
    # Pydantic guarda ahí los campos; pedírselos como atributos cuesta el triple.
    campos: list[dict[str, Any]]


class Fichas:
    """Las fichas del plan: sus registros y las que llevan dentro."""

    def __init__(self, *listas: Sequence[Registro]) -> None:
        """`listas`: los registros del plan, cada lista de un tipo."""
        self._listas = listas
        self._columnas: dict[tuple[type[Registro], str], Sequence[Any]] = {}

    @property
    def tipos(self) -> Collection[type[Registro]]:
        """Los tipos de los que hay alguna."""
        return self._tablas.keys()

    def columna(self, tipo: type[Registro], campo: str) -> Sequence[Any]:
        """Lo que llevan en un campo todas las de un tipo, en su orden."""
        if (tipo, campo) not in self._columnas:
            campos = self._tablas[tipo].campos if tipo in self._tablas else ()
            self._columnas[tipo, campo] = tuple(map(itemgetter(campo), campos))
        return self._columnas[tipo, campo]

    def con(self, tipo: type[_R], campo: str) -> Iterator[tuple[_R, Any]]:
        """Las de un tipo que llevan algo en un campo, con lo que llevan, en su orden."""
        fichas = self._tablas[tipo].fichas if tipo in self._tablas else ()
        columna = self.columna(tipo, campo)
        return compress(zip(fichas, columna, strict=True), columna)

    def con_tal(
        self, tipo: type[_R], campo: str, es_tal: Callable[[Any], bool]
    ) -> Iterator[tuple[_R, Any]]:
        """Las de un tipo que llevan en un campo algo que `es_tal`, con lo que llevan.

        Se pregunta una vez por cada valor distinto.
        """
        tales = set(filter(es_tal, filter(None, {*self.columna(tipo, campo)})))
        if tales:
            yield from (par for par in self.con(tipo, campo) if par[1] in tales)

    @cached_property
    def _tablas(self) -> Mapping[type[Registro], _Tabla]:
        tablas: dict[type[Registro], _Tabla] = {}
        # Es una cola: las fichas que cada lista lleva dentro se añaden detrás.
        listas = list(self._listas)
        for lista in filter(None, listas):
            tipo, campos = type(lista[0]), list(map(vars, lista))
            tabla = tablas.setdefault(tipo, _Tabla([], []))
            tabla.fichas.extend(lista)
            tabla.campos.extend(campos)
            for campo, va_en_lista in campos_con_fichas(tipo):
                valores = map(itemgetter(campo), campos)
                dentro = chain.from_iterable(valores) if va_en_lista else filter(None, valores)
                listas.append(list(dentro))
        return tablas
