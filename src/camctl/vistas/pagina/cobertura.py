"""La cobertura en la página: lo que cuenta cada criterio, y la matriz con todos."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from camctl.cobertura import CRITERIOS, EN_PALABRAS, Cobertura, Criterio, Razon, una_por_actor
from camctl.modelo.actividad import Actividad
from camctl.modelo.objetivo import Objetivo

Cabeza: TypeAlias = Objetivo | Actividad


class Recuento(NamedTuple):
    """Cuántos objetivos cubre un criterio."""

    criterio: Criterio
    en_palabras: str
    cubiertos: int
    porcentaje: float


def recuentos(cobertura: Cobertura) -> list[Recuento]:
    """Lo que cuenta cada criterio."""
    todos = len(cobertura.indices.plan.objetivos)
    return [
        Recuento(
            criterio,
            EN_PALABRAS[criterio],
            todos - len(cobertura.sin_sesion(criterio)),
            cobertura.porcentaje(criterio),
        )
        for criterio in CRITERIOS
    ]


class Matriz(NamedTuple):
    """Por qué cubre cada sesión cada objetivo, con todos los criterios.

    Las filas son los objetivos o, si hay más sesiones que objetivos, las sesiones: una página se
    recorre hacia abajo.
    """

    filas: tuple[Cabeza, ...]
    columnas: tuple[Cabeza, ...]
    celdas: Mapping[frozenset[int], tuple[Razon, ...]]

    def celda(self, fila: Cabeza, columna: Cabeza) -> tuple[Razon, ...]:
        """Las razones por las que una sesión cubre un objetivo; ninguna si no lo cubre."""
        return self.celdas.get(frozenset((id(fila), id(columna))), ())


def matriz(cobertura: Cobertura) -> Matriz:
    """La matriz de todos los objetivos y de todas las sesiones que cuentan."""
    objetivos, sesiones = cobertura.indices.plan.objetivos, cobertura.sesiones
    celdas = {
        frozenset((id(objetivo), id(sesion))): una_por_actor(razones)
        for objetivo in objetivos
        for sesion, razones in cobertura.por_sesiones(objetivo)
    }
    if len(sesiones) > len(objetivos):
        return Matriz(sesiones, objetivos, celdas)
    return Matriz(objetivos, sesiones, celdas)
