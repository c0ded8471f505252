"""Piso 4: qué sesiones cubren cada objetivo, y por qué. Los tres criterios se suman.

- `directo`: la sesión nombra el objetivo.
- `actor`, el de por omisión: además, está presente un actor cuya misión sirve al objetivo.
- `general`: además, la sesión abarca «todos», o está presente un actor transversal.

La comisión que convoca no cubre nada por estar.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import Final, Literal, NamedTuple, TypeAlias

from camctl.indices import Indices
from camctl.modelo.actividad import TODOS, Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.objetivo import Objetivo

Criterio: TypeAlias = Literal["directo", "actor", "general"]

CRITERIOS: Final[tuple[Criterio, ...]] = ("directo", "actor", "general")
POR_OMISION: Final[Criterio] = "actor"
EN_PALABRAS: Final[dict[Criterio, str]] = {
    "directo": "cuenta solo la sesión que lo nombra",
    "actor": "cuentan la sesión que lo nombra y la misión de sus actores",
    "general": "cuentan también las sesiones sobre todo el programa y los actores transversales",
}


class Razon(NamedTuple):
    """Por qué una sesión cubre un objetivo.

    `actor` falta cuando lo cubre la propia sesión, por nombrarlo o por abarcar «todos».
    """

    actividad: Actividad
    criterio: Criterio
    actor: Actor | None = None
    cita: str | None = None

    def cuenta_con(self, criterio: Criterio) -> bool:
        """Si `criterio` la cuenta: cada uno cuenta también lo de los anteriores."""
        return CRITERIOS.index(self.criterio) <= CRITERIOS.index(criterio)


def una_por_actor(razones: Iterable[Razon]) -> tuple[Razon, ...]:
    """Las razones sin las que solo cambian de cita: con dos sirve un actor al mismo objetivo."""
    distintas: dict[tuple[int, Criterio, str], Razon] = {}
    for una in razones:
        clave = (id(una.actividad), una.criterio, una.actor.id if una.actor else "")
        distintas.setdefault(clave, una)
    return tuple(distintas.values())


class Cobertura:
    """Las razones de cada objetivo, con todos los criterios; cada consulta cuenta las que pide."""

    def __init__(self, indices: Indices) -> None:
        self.indices = indices
        self._puesto = {id(una): n for n, una in enumerate(indices.plan.actividades)}

    def razones_de(self, objetivo: Objetivo, criterio: Criterio = "general") -> tuple[Razon, ...]:
        """Las razones que `criterio` cuenta, por orden de sesión y de criterio."""
        propias = self._propias.get(objetivo.id, ())
        if criterio == "directo":
            return tuple(razon for razon in propias if razon.criterio == "directo")
        if criterio == "actor" or not self.razones_generales:
            return tuple(propias)
        return tuple(sorted([*propias, *self.razones_generales], key=self._orden))

    def por_sesiones(
        self, objetivo: Objetivo, criterio: Criterio = "general"
    ) -> Iterator[tuple[Actividad, tuple[Razon, ...]]]:
        """Las sesiones que lo cubren, en su orden, y todas las razones de cada una."""
        razones = self.razones_de(objetivo, criterio)
        for _, suyas in groupby(razones, key=lambda razon: id(razon.actividad)):
            unas = tuple(suyas)
            yield unas[0].actividad, unas

    def esta_cubierto(self, objetivo: Objetivo, criterio: Criterio = POR_OMISION) -> bool:
        """Si alguna sesión lo cubre según `criterio`."""
        if criterio == "general" and self.razones_generales:
            return True
        return bool(self.razones_de(objetivo, criterio))

    def cubiertos_por(
        self, actividad: Actividad, criterio: Criterio = POR_OMISION
    ) -> tuple[Objetivo, ...]:
        """Los objetivos que `actividad` cubre según `criterio`, en su orden."""
        if criterio == "general" and next(self._razones_generales(actividad), None):
            return self.indices.plan.objetivos
        hallados = {
            objetivo.id
            for objetivo, razon in self._razones_propias_de(actividad)
            if criterio != "directo" or razon.criterio == "directo"
        }
        return tuple(uno for uno in self.indices.plan.objetivos if uno.id in hallados)

    def sin_sesion(self, criterio: Criterio = POR_OMISION) -> tuple[Objetivo, ...]:
        """Los objetivos que ninguna sesión cubre según `criterio`."""
        return tuple(
            uno for uno in self.indices.plan.objetivos if not self.esta_cubierto(uno, criterio)
        )

    def porcentaje(self, criterio: Criterio = POR_OMISION) -> float:
        """Objetivos cubiertos, de 0 a 100; 100 si no hay ninguno que cubrir."""
        cuantos = len(self.indices.plan.objetivos)
        return 100 * (cuantos - len(self.sin_sesion(criterio))) / cuantos if cuantos else 100.0

    @cached_property
    def sesiones(self) -> tuple[Actividad, ...]:
        """Las sesiones que cuentan, en el orden del calendario."""
        return tuple(una for una in self.indices.plan.actividades if una.es_sesion)

    @cached_property
    def _propias(self) -> dict[str, list[Razon]]:
        propias: dict[str, list[Razon]] = {}
        for sesion in self.sesiones:
            for objetivo, razon in self._razones_propias_de(sesion):
                propias.setdefault(objetivo.id, []).append(razon)
        return propias

    @cached_property
    def razones_generales(self) -> tuple[Razon, ...]:
        """Las razones que solo el criterio general cuenta: las mismas para todos los objetivos."""
        return tuple(razon for sesion in self.sesiones for razon in self._razones_generales(sesion))

    def _razones_propias_de(self, actividad: Actividad) -> Iterator[tuple[Objetivo, Razon]]:
        if not actividad.es_sesion:
            return
        for objetivo in self.indices.objetivos_nombrados(actividad):
            yield objetivo, Razon(actividad, "directo")
        for actor in self._invitadas(actividad):
            for servido in actor.objetivos:
                if servidos := self.indices.objetivo(servido.id):
                    yield servidos, Razon(actividad, "actor", actor, servido.cita)

    def _razones_generales(self, sesion: Actividad) -> Iterator[Razon]:
        if not sesion.es_sesion:
            return
        if sesion.objetivos == TODOS:
            yield Razon(sesion, "general")
        for actor in self._invitadas(sesion):
            if actor.transversal:
                yield Razon(sesion, "general", actor)

    def _invitadas(self, sesion: Actividad) -> Iterator[Actor]:
        comision = self.indices.comision
        return (actor for actor in self.indices.presentes(sesion) if actor is not comision)

    def _orden(self, razon: Razon) -> tuple[int, int]:
        return self._puesto[id(razon.actividad)], CRITERIOS.index(razon.criterio)
