"""Una tabla con tipos: fechas que son fechas, y celdas que llevan a otra fila.

No sabe de ningún formato: la toman por igual un libro de Excel y una carpeta de CSV.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import compress
from typing import Final, NamedTuple, TypeAlias

from camctl.vistas.respuesta import Estilo


class Destino(NamedTuple):
    """Una fila de una hoja, por su clave; sin clave, el principio de la hoja."""

    hoja: str
    clave: str = ""


class Dicho(NamedTuple):
    """Lo que dice una celda, línea a línea: `lleva_a` es una fila o una dirección https.

    Si la fila no está en ninguna hoja, la celda dice lo mismo y no lleva a ningún sitio.
    """

    lineas: tuple[str, ...]
    lleva_a: Destino | str | None = None
    estilo: Estilo = ""


# Nada, en una columna que importa aunque no diga nada en ninguna fila.
EN_BLANCO: Final = Dicho(())

# Un instante lleva su zona horaria; una hora, no: es la del plan.
Valor: TypeAlias = str | Dicho | date | datetime | time | None


class Fila(NamedTuple):
    """Una fila: la clave con que se la encuentra y un valor por columna.

    Si varias tienen la misma clave, se encuentra la primera.
    """

    clave: str
    valores: tuple[Valor, ...]


class Hoja(NamedTuple):
    """Una tabla con su nombre.

    `notas` la explican, y `encima` va sobre el título de cada columna. Las primeras, `fijas`, están
    siempre a la vista; las que se llaman como algo de `aparte` son para trabajar, no para repartir:
    van al final y no se imprimen. Una ficha es una lista de campos con su valor, en la que no hay
    nada que filtrar.
    """

    nombre: str
    columnas: tuple[str | Dicho, ...]
    filas: tuple[Fila, ...]
    notas: tuple[str, ...] = ()
    encima: tuple[str | None, ...] = ()
    fijas: int = 1
    aparte: tuple[str, ...] = ()
    es_ficha: bool = False

    @property
    def impresas(self) -> int:
        """Cuántas columnas se imprimen."""
        return sum(columna not in self.aparte for columna in self.columnas)

    def sin_columnas_vacias(self) -> "Hoja":
        """La misma, sin las columnas de las que ninguna fila dice nada."""
        if not self.filas:
            return self
        columnas = zip(*(fila.valores for fila in self.filas), strict=True)
        llenas = [any(valor is not None for valor in columna) for columna in columnas]
        return self._replace(
            columnas=tuple(compress(self.columnas, llenas)),
            filas=tuple(
                Fila(fila.clave, tuple(compress(fila.valores, llenas))) for fila in self.filas
            ),
            encima=tuple(compress(self.encima, llenas)),
        )


def en_lineas(lineas: Iterable[str], lleva_a: Destino | str | None = None) -> Dicho | None:
    """Una celda de varias líneas, o nada si no hay ninguna."""
    todas = tuple(lineas)
    return Dicho(todas, lleva_a) if todas else None


def enlace(direccion: str | None) -> Dicho | None:
    """Una dirección que se puede seguir, o nada si no la hay."""
    return Dicho((direccion,), direccion) if direccion else None


def si_o_no(es: bool) -> str:
    """«sí» o «no»: lo que una persona filtra."""
    return "sí" if es else "no"
