"""Piso 4: cada sitio de un registro que remite a otro, y a cuál."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any, Final, NamedTuple, get_origin

from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import TODOS, Actividad, Acuerdo, Avance, Invitado, MandatoCitado
from camctl.modelo.actor import ObjetivoServido
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import Cabecera, ClaseDeRegistro, Plan

# Los campos que remiten a un registro, y de qué clase. No hay otra lista que esta.
_REMITEN: Final[Mapping[type[Registro], Mapping[str, ClaseDeRegistro]]] = {
    Cabecera: {"comision": "actor", "apoyo": "actor", "mandatos": "mandato"},
    Programa: {"mandato": "mandato"},
    Mandato: {"organo": "actor"},
    ObjetivoServido: {"id": "objetivo"},
    Actividad: {"actores": "actor", "objetivos": "objetivo"},
    Invitado: {"actor": "actor"},
    MandatoCitado: {"id": "mandato"},
    Avance: {"objetivo": "objetivo", "actor": "actor"},
    Acuerdo: {"responsable": "actor"},
}


_NINGUNO: Final[frozenset[str]] = frozenset()


class Cita(NamedTuple):
    """Un sitio de un registro que remite a otro: `ruta` desde el registro, y el ID escrito."""

    ruta: Ruta
    clase: ClaseDeRegistro
    texto: str


def clase_citada(modelo: type[Registro], campo: str) -> ClaseDeRegistro | None:
    """La clase de registros que nombra un campo, sea por su ID o con fichas que lo llevan."""
    ficha = ficha_de(modelo.model_fields[campo].annotation)
    de_la_ficha = _REMITEN.get(ficha, {}).get("id") if ficha else None
    return _REMITEN.get(modelo, {}).get(campo) or de_la_ficha


def ids_citados(
    clase: ClaseDeRegistro, columna: Callable[[type[Registro], str], Iterable[Any]]
) -> set[str]:
    """Todo lo que se escribe donde va el ID de un registro de `clase`.

    `columna` da lo que llevan en un campo todas las fichas de un tipo.
    """
    citados: set[Any] = set()
    for ficha, remiten in _REMITEN.items():
        for campo in (campo for campo, suya in remiten.items() if suya == clase):
            valores = columna(ficha, campo)
            if get_origin(ficha.model_fields[campo].annotation) is tuple:
                valores = chain.from_iterable(valor for valor in valores if valor != TODOS)
            citados.update(valores)
    return citados - {None}


def los_que_citan(plan: Plan) -> Iterator[Registro]:
    """Los registros de `plan` que pueden remitir a otros: todos menos los objetivos."""
    yield from (uno for uno in (plan.cabecera, plan.programa) if uno)
    yield from chain(plan.mandatos, plan.actores, plan.actividades)


def citas_de(
    registro: Registro, menos: Mapping[ClaseDeRegistro, frozenset[str]] = MappingProxyType({})
) -> list[Cita]:
    """Las citas de `registro` y de las fichas que lleva dentro, en el orden de sus campos.

    Se saltan las que dicen, de cada clase, uno de los textos de `menos`.
    """
    citas: list[Cita] = []
    for campo, clase in _campos_que_miran(type(registro)):
        valor = getattr(registro, campo)
        if not valor:
            continue
        varios = isinstance(valor, tuple)
        dichos = valor if varios else (valor,)
        saltados = menos.get(clase, _NINGUNO) if clase else _NINGUNO
        # Casi siempre se saltan todos, y así se sabe sin mirarlos uno a uno.
        if valor == TODOS or (clase and saltados.issuperset(dichos)):
            continue
        for orden, uno in enumerate(dichos):
            ruta: Ruta = (campo, orden) if varios else (campo,)
            if clase:
                if uno not in saltados:
                    citas.append(Cita(ruta, clase, uno))
            elif suyas := citas_de(uno, menos):
                citas += [cita._replace(ruta=ruta + cita.ruta) for cita in suyas]
    return citas


@cache
def _campos_que_miran(modelo: type[Registro]) -> tuple[tuple[str, ClaseDeRegistro | None], ...]:
    remiten = _REMITEN.get(modelo, {})
    return tuple(
        (nombre, remiten.get(nombre))
        for nombre, campo in modelo.model_fields.items()
        if nombre in remiten or _tiene_citas(ficha_de(campo.annotation))
    )


def _tiene_citas(ficha: type[Registro] | None) -> bool:
    return ficha is not None and bool(_campos_que_miran(ficha))
