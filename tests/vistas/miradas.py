"""Lo que se mira de una respuesta, y los registros por los que se pregunta."""

from typing import Any

from camctl.indices import Indices
from camctl.vistas.respuesta import Respuesta, Tabla


def ids(respuesta: Respuesta) -> list[str]:
    """Los ID de sus registros, en su orden."""
    assert isinstance(respuesta.registros, list)
    return [registro["id"] for registro in respuesta.registros]


def por_grupos(respuesta: Respuesta) -> dict[str, list[str]]:
    """La primera celda de cada fila, por el título de su grupo."""
    assert isinstance(respuesta.cuerpo, Tabla)
    return {grupo.titulo: [fila[0] for fila in grupo.filas] for grupo in respuesta.cuerpo.grupos}


def columna(respuesta: Respuesta, titulo: str) -> dict[str, str]:
    """Lo que dice esa columna de cada registro, si dice algo."""
    assert isinstance(respuesta.cuerpo, Tabla)
    numero = [una.titulo for una in respuesta.cuerpo.columnas].index(titulo)
    filas = (fila for grupo in respuesta.cuerpo.grupos for fila in grupo.filas)
    return {fila[0]: fila[numero] for fila in filas if fila[numero]}


def actores(indices: Indices, *textos: str) -> tuple[Any, ...]:
    return tuple(map(indices.actor, textos))


def objetivos(indices: Indices, *textos: str) -> tuple[Any, ...]:
    return tuple(map(indices.objetivo, textos))


def mandatos(indices: Indices, *textos: str) -> tuple[Any, ...]:
    return tuple(map(indices.mandato, textos))
