"""Qué pasa y cuándo, mes a mes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from camctl.castellano import en_mayuscula
from camctl.cobertura import Cobertura, Criterio
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.fecha import mes_en_palabras
from camctl.vistas import palabras
from camctl.vistas.derivados import actividad_con_cobertura
from camctl.vistas.filtro import filtrar, por_que_ninguno
from camctl.vistas.respuesta import Columna, Grupo, Respuesta, Tabla
from camctl.vistas.seleccion import Seleccion, filtros_de

_COLUMNAS: Final = (
    Columna("ID", estilo="id"),
    Columna("Día"),
    Columna("Actividad", flexible=True),
    Columna("Estado", estilo="aviso"),
    Columna("Actores", flexible=True),
    Columna("Invitados", flexible=True),
    Columna("Objetivos", flexible=True),
    Columna("Tipo", estilo="tenue", prioridad=2),
    Columna("Lugar", flexible=True, prioridad=1),
)


def calendario(indices: Indices, cobertura: Cobertura, pedido: Seleccion) -> Respuesta:
    """Las actividades pedidas, por meses, con los objetivos que cubre cada una."""
    filtros = filtros_de(pedido, indices, cobertura)
    actividades = filtrar(en_orden(indices.plan.actividades), filtros)
    grupos = tuple(_por_meses(actividades, indices, cobertura, pedido.criterio))
    return Respuesta(
        Tabla(_COLUMNAS, grupos),
        lambda: [actividad_con_cobertura(una, indices, cobertura) for una in actividades],
        pie=tuple(_pie(grupos, pedido.criterio)),
        vacio=""
        if actividades
        else por_que_ninguno(
            indices.plan.actividades, filtros, singular="ninguna actividad", plural="actividades"
        ),
    )


def en_orden(actividades: Iterable[Actividad]) -> tuple[Actividad, ...]:
    """Las actividades por meses y, dentro de cada uno, las que tienen día por días y horas.

    Un mes sin día no va ni antes ni después de un día: se queda en el sitio que le da el plan.
    """
    por_meses = sorted(actividades, key=lambda una: una.fecha.mes)
    con_dia = iter(
        sorted(
            (una for una in por_meses if una.fecha.es_dia),
            key=lambda una: (una.fecha, una.hora or ""),
        )
    )
    return tuple(next(con_dia) if una.fecha.es_dia else una for una in por_meses)


def _por_meses(
    actividades: Sequence[Actividad], indices: Indices, cobertura: Cobertura, criterio: Criterio
) -> Iterator[Grupo]:
    for mes, suyas in groupby(actividades, key=lambda una: una.fecha.mes):
        filas = tuple(_fila(una, indices, cobertura, criterio) for una in suyas)
        yield Grupo(filas, en_mayuscula(mes_en_palabras(mes)))


def _fila(
    una: Actividad, indices: Indices, cobertura: Cobertura, criterio: Criterio
) -> tuple[str, ...]:
    cubiertos = cobertura.cubiertos_por(una, criterio)
    return (
        una.id,
        palabras.dia(una),
        una.titulo,
        "" if una.estado == "propuesta" else una.estado,
        ", ".join(actor.id for actor in indices.presentes(una)),
        "\n".join(map(palabras.invitado, una.invitados)),
        palabras.objetivos_de(una, cubiertos, criterio, todos=len(indices.plan.objetivos)),
        palabras.tipo(una),
        una.lugar or "",
    )


def _pie(grupos: Iterable[Grupo], criterio: Criterio) -> Iterator[str]:
    numero = [columna.titulo for columna in _COLUMNAS].index("Objetivos")
    celdas = [fila[numero] for grupo in grupos for fila in grupo.filas]
    usado = palabras.criterio_usado(criterio)
    if any(celdas):
        yield f"Objetivos que cubre cada sesión, {usado}."
    else:
        yield f"Ningún objetivo cubierto, {usado}."
    if any(celda.endswith(")") for celda in celdas):
        yield palabras.ENTRE_PARENTESIS
    yield palabras.como_pedir_otro(criterio)
