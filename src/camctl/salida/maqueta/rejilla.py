"""Una tabla lista para dibujarse: textos limpios, y nada que no diga nada."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.lineas import lineas_limpias
from camctl.vistas.respuesta import Columna, Tabla

Celda: TypeAlias = tuple[str, ...]
Fila: TypeAlias = tuple[Celda, ...]


class Bloque(NamedTuple):
    """Las filas de un grupo; cada celda, en sus líneas."""

    titulo: str
    filas: tuple[Fila, ...]


class Rejilla(NamedTuple):
    """Las columnas y los grupos de una tabla que dicen algo."""

    columnas: tuple[Columna, ...]
    titulos: tuple[str, ...]
    bloques: tuple[Bloque, ...]

    @property
    def filas(self) -> Iterator[Fila]:
        """Las filas de todos los grupos."""
        return (fila for bloque in self.bloques for fila in bloque.filas)


def rejilla_de(tabla: Tabla) -> Rejilla | None:
    """Lo que hay que dibujar de `tabla`; nada si ninguna celda dice nada."""
    bloques = [
        (limpio(grupo.titulo), [tuple(map(lineas_limpias, fila)) for fila in grupo.filas])
        for grupo in tabla.grupos
        if grupo.filas
    ]
    llenas = [
        numero
        for numero in range(len(tabla.columnas))
        if any(fila[numero] for _, filas in bloques for fila in filas)
    ]
    if not llenas:
        return None
    columnas = tuple(tabla.columnas[numero] for numero in llenas)
    return Rejilla(
        columnas,
        tuple(limpio(columna.titulo) for columna in columnas),
        tuple(
            Bloque(titulo, tuple(tuple(fila[numero] for numero in llenas) for fila in filas))
            for titulo, filas in bloques
        ),
    )
