"""Qué actividades y qué actores tienen que ver con cada objetivo, y por qué."""

from functools import cached_property
from typing import NamedTuple

from camctl.cobertura import POR_OMISION
from camctl.modelo.actividad import TODOS, Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.objetivo import Objetivo
from camctl.vistas.encargo import Encargo
from camctl.vistas.ver.comun import ABARCA_TODO, por_que_cubre, por_que_no_cuenta
from camctl.vistas.ver.objetivo import las_que_no_cuentan


class Servidor(NamedTuple):
    """Un actor cuya misión sirve a un objetivo: las palabras que lo dicen, y en qué sesiones está.

    La comisión convoca todas y no cubre nada por estar: no se le cuenta ninguna.
    """

    actor: Actor
    citas: tuple[str, ...]
    sesiones: tuple[Actividad, ...]


class Relaciones:
    """Las de todo el plan, también las que el criterio del encargo no cuenta."""

    def __init__(self, encargo: Encargo) -> None:
        self._plan = encargo.plan
        self._indices = encargo.indices
        self._cobertura = encargo.cobertura
        self._criterio = encargo.criterio

    def objetivos_de(self, actividad: Actividad) -> list[tuple[Objetivo, str]]:
        """Los objetivos con que la actividad tiene que ver, y por qué.

        Lo que el criterio no cuenta, entre paréntesis. Lo que alcanza a todos no está: se dice una
        vez para todos.
        """
        return self._objetivos_por_actividad.get(id(actividad), [])

    @cached_property
    def _objetivos_por_actividad(self) -> dict[int, list[tuple[Objetivo, str]]]:
        suyos: dict[int, list[tuple[Objetivo, str]]] = {}
        for objetivo in self._plan.objetivos:
            motivos: dict[int, dict[str, None]] = {}
            for razon in self._cobertura.razones_de(objetivo, POR_OMISION):
                dicha = por_que_cubre(razon)
                cuenta = razon.cuenta_con(self._criterio)
                motivo = dicha if cuenta else f"({dicha})"
                motivos.setdefault(id(razon.actividad), {})[motivo] = None
            for actividad, motivo in self._las_que_no_cuentan(objetivo):
                motivos[id(actividad)] = {motivo: None}
            for cual, dichos in motivos.items():
                suyos.setdefault(cual, []).append((objetivo, "; ".join(dichos)))
        return suyos

    def sesiones_que_nombran(self, objetivo: Objetivo) -> tuple[Actividad, ...]:
        """Las sesiones que cuentan y nombran `objetivo`."""
        razones = self._cobertura.razones_de(objetivo, "directo")
        return tuple(razon.actividad for razon in razones)

    def servidores_de(self, objetivo: Objetivo) -> list[Servidor]:
        """Los actores cuya misión sirve a `objetivo`, una vez cada uno."""
        citas: dict[str, list[str]] = {}
        actores: dict[str, Actor] = {}
        for actor, servido in self._indices.servidores_de(objetivo):
            actores[actor.id] = actor
            citas.setdefault(actor.id, []).extend([servido.cita] if servido.cita else [])
        return [
            Servidor(actor, tuple(citas[id_]), self._cubriendo(actor))
            for id_, actor in actores.items()
        ]

    def _cubriendo(self, actor: Actor) -> tuple[Actividad, ...]:
        return () if actor is self._indices.comision else self._indices.sesiones_de(actor)

    @cached_property
    def generales(self) -> list[tuple[Actividad, str]]:
        """Las sesiones que alcanzan a todos los objetivos, y por qué."""
        return [
            (razon.actividad, por_que_cubre(razon)) for razon in self._cobertura.razones_generales
        ]

    @cached_property
    def generales_que_no_cuentan(self) -> list[tuple[Actividad, str]]:
        """Las actividades que abarcan todo el programa y no cubren nada, y por qué."""
        return [
            (una, f"{ABARCA_TODO}; {por_que_no_cuenta(una)}")
            for una in self._plan.actividades
            if una.objetivos == TODOS and not una.es_sesion
        ]

    def las_que_no_cuentan(self, objetivo: Objetivo) -> dict[str, list[Actividad]]:
        """Las actividades que tienen que ver con `objetivo` y no lo cubren, por su motivo."""
        por_motivo: dict[str, list[Actividad]] = {}
        for una, motivo in self._las_que_no_cuentan(objetivo):
            por_motivo.setdefault(f"{motivo}; {por_que_no_cuenta(una)}", []).append(una)
        return por_motivo

    def _las_que_no_cuentan(self, objetivo: Objetivo) -> list[tuple[Actividad, str]]:
        # Las que abarcan todo el programa se dicen una vez para todos los objetivos.
        otras = las_que_no_cuentan(objetivo, self._indices)
        return [(una, motivo) for una, motivo in otras if una.objetivos != TODOS]
