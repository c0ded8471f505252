"""Filtrar registros y explicar, si no queda ninguno, qué filtro los dejó fuera."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from camctl.castellano import contar, enumerar, miles

_R = TypeVar("_R")


class Filtro(NamedTuple, Generic[_R]):
    """Una opción que alguien puso: `rotulo` es tal como la escribió («--mes febrero»)."""

    rotulo: str
    cumple: Callable[[_R], bool]


def filtrar(registros: Iterable[_R], filtros: Sequence[Filtro[_R]]) -> tuple[_R, ...]:
    """Los registros que cumplen todos los filtros."""
    return tuple(uno for uno in registros if all(filtro.cumple(uno) for filtro in filtros))


def por_que_ninguno(
    registros: Sequence[_R], filtros: Sequence[Filtro[_R]], *, singular: str, plural: str
) -> str:
    """Por qué los filtros no dejan ninguno; `singular` lleva delante «ningún» o «ninguna».

    Por ejemplo: «ninguna actividad con --tipo otra», o «hay 3 actividades con --mes febrero y 1
    con --tipo formal, pero ninguna actividad con todo a la vez».
    """
    ninguno, nombre = singular.split(" ", 1)
    if not registros:
        return f"el plan no tiene {ninguno} {nombre}"
    if not filtros:
        return f"no hay {ninguno} {nombre}"
    cuentas = [(filtro, sum(map(filtro.cumple, registros))) for filtro in filtros]
    culpables = [filtro.rotulo for filtro, cuantos in cuentas if not cuantos]
    if culpables:
        return f"{ninguno} {nombre} con {enumerar(culpables, conjuncion='ni')}"
    (primero, cuantos), *resto = cuentas
    partes = [
        f"{contar(cuantos, nombre, plural)} con {primero.rotulo}",
        *(f"{miles(cuantos)} con {filtro.rotulo}" for filtro, cuantos in resto),
    ]
    return f"hay {enumerar(partes)}, pero {ninguno} {nombre} con todo a la vez"
