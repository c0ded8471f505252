"""La forma común de toda respuesta: lo que se lee y lo que toma otro programa."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

Registros: TypeAlias = list[dict[str, Any]]
Datos: TypeAlias = Registros | dict[str, Any]
Estilo: TypeAlias = Literal["", "id", "tenue", "aviso", "error", "bien", "fuerte"]


class Columna(NamedTuple):
    """Una columna de una tabla.

    Cuando la tabla no cabe se parten primero las líneas de las columnas `flexible`, y después se
    van dejando fuera las de `prioridad` más alta; las de prioridad 0 están siempre.
    """

    titulo: str
    estilo: Estilo = ""
    flexible: bool = False
    prioridad: int = 0


class Grupo(NamedTuple):
    """Unas filas bajo un título, como un mes; sin título si la tabla no se divide.

    Cada fila tiene una celda por columna; una celda puede llevar varias líneas.
    """

    filas: tuple[tuple[str, ...], ...]
    titulo: str = ""


class Tabla(NamedTuple):
    """Columnas y filas en grupos. Una columna sin nada en ninguna fila no se muestra."""

    columnas: tuple[Columna, ...]
    grupos: tuple[Grupo, ...]


class Ficha(NamedTuple):
    """Un registro entero: su título y, por cada rótulo, las líneas de lo que dice."""

    titulo: str
    campos: tuple[tuple[str, tuple[str, ...]], ...]


class Respuesta(NamedTuple):
    """Lo que una consulta contesta.

    `encabezado` y `pie` acompañan a la tabla o a las fichas; `datos` es lo mismo para otro
    programa, o cómo obtenerlo; `vacio` explica, si no hay nada, qué lo dejó sin nada.
    """

    cuerpo: Tabla | tuple[Ficha, ...]
    datos: Datos | Callable[[], Datos]
    encabezado: tuple[str, ...] = ()
    pie: tuple[str, ...] = ()
    vacio: str = ""

    @property
    def registros(self) -> Datos:
        """Lo que toma otro programa; se prepara al pedirlo, que una tabla no lo necesita."""
        return self.datos() if callable(self.datos) else self.datos


def una_tabla(columnas: Iterable[Columna], filas: Iterable[tuple[str, ...]]) -> Tabla:
    """Una tabla sin grupos."""
    return Tabla(tuple(columnas), (Grupo(tuple(filas)),))


def campo(rotulo: str, lineas: str | Iterable[str] | None) -> Iterable[tuple[str, tuple[str, ...]]]:
    """El campo de una ficha, o nada si no tiene qué decir."""
    lista = (lineas,) if isinstance(lineas, str) else tuple(lineas or ())
    return ((rotulo, lista),) if lista else ()
