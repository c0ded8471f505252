"""En qué estado está el plan en una fecha: lo hecho, lo vencido, lo que viene y lo pendiente."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from camctl.cobertura import POR_OMISION, Cobertura, Criterio
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad, Acuerdo, Avance, Invitado
from camctl.modelo.actor import Actor
from camctl.modelo.fecha import Tramo
from camctl.modelo.mandato import Mandato, tramos_de_parrafos
from camctl.modelo.objetivo import Objetivo
from camctl.vistas.calendario import en_orden
from camctl.vistas.filtro import Filtro, filtrar
from camctl.vistas.seleccion import Seleccion, filtros_de

DIAS: Final = 30


class Pedido(NamedTuple):
    """En qué fecha se mira, cuántos días por delante, y de qué actor, objetivo o mandato.

    `parrafos` son los del mandato que interesan: «4», «1, 4-6».
    """

    al: date
    dias: int = DIAS
    actores: tuple[Actor, ...] = ()
    objetivos: tuple[Objetivo, ...] = ()
    mandatos: tuple[Mandato, ...] = ()
    parrafos: str | None = None
    criterio: Criterio = POR_OMISION

    @property
    def seleccion(self) -> Seleccion:
        """Lo pedido que también se puede pedir del calendario: todo menos los párrafos."""
        return Seleccion(
            actores=self.actores,
            objetivos=self.objetivos,
            mandatos=self.mandatos,
            criterio=self.criterio,
        )


class Estado:
    """El plan visto en una fecha; cada pregunta, una lista en el orden del calendario.

    De una actividad que solo dice el mes no vence el plazo hasta que el mes acaba.
    """

    def __init__(self, indices: Indices, cobertura: Cobertura, pedido: Pedido) -> None:
        self.indices = indices
        self.pedido = pedido
        self._cobertura = cobertura

    @cached_property
    def filtros(self) -> tuple[Filtro[Actividad], ...]:
        """Los filtros de las actividades, cada uno rotulado con la opción que lo pidió."""
        return self._filtros_de(self.pedido.seleccion)

    @cached_property
    def actividades(self) -> tuple[Actividad, ...]:
        """Las actividades que interesan."""
        return self._filtradas(self.pedido.seleccion)

    @property
    def hay_algo(self) -> bool:
        """Si hay actividades que interesen, o avances o acuerdos de otras."""
        acuerdos = (self.acuerdos_vencidos, self.acuerdos_en_plazo, self.acuerdos_cumplidos)
        return any((self.actividades, self.avances, *acuerdos))

    @cached_property
    def vencidas(self) -> tuple[Actividad, ...]:
        """Las de fecha pasada que no consta que se celebraran, aplazaran ni cancelaran."""
        return self._las(lambda una: una.estado in ("propuesta", "convocada") and self._paso(una))

    @cached_property
    def sin_nueva_fecha(self) -> tuple[Actividad, ...]:
        """Las aplazadas cuya fecha ya ha pasado."""
        return self._las(lambda una: una.estado == "aplazada" and self._paso(una))

    @cached_property
    def proximas(self) -> tuple[Actividad, ...]:
        """Las que pueden ocurrir desde esa fecha y en los días pedidos."""
        al = self.pedido.al
        dias = min(self.pedido.dias, (date.max - al).days)
        plazo = Tramo(al, al + timedelta(days=dias))
        return self._las(
            lambda una: (
                una.estado not in ("realizada", "cancelada") and plazo.coincide_con(una.tramo)
            )
        )

    @cached_property
    def realizadas(self) -> tuple[Actividad, ...]:
        """Las que se han celebrado."""
        return self._las(self._consta_realizada)

    @cached_property
    def canceladas(self) -> tuple[Actividad, ...]:
        """Las que no se celebrarán."""
        return self._las(lambda una: una.estado == "cancelada")

    @cached_property
    def por_confirmar(self) -> tuple[tuple[Actividad, Invitado], ...]:
        """Los invitados por confirmar en lo que aún no se ha celebrado ni cancelado."""
        pendientes = self._las(lambda una: una.estado not in ("realizada", "cancelada"))
        return tuple(
            (una, invitado)
            for una in pendientes
            for invitado in una.invitados
            if invitado.estado == "por_confirmar" and self._es_de_los_pedidos(invitado.actor)
        )

    @cached_property
    def avances(self) -> tuple[tuple[Objetivo, tuple[tuple[Actividad, Avance], ...]], ...]:
        """Lo informado hasta esa fecha sobre cada objetivo que interesa; solo si hay algo."""
        halladas = ((uno, tuple(self._avances_de(uno))) for uno in self.objetivos)
        return tuple((objetivo, suyos) for objetivo, suyos in halladas if suyos)

    @cached_property
    def acuerdos_vencidos(self) -> tuple[tuple[Actividad, Acuerdo], ...]:
        """Los acuerdos sin cumplir cuyo plazo ha pasado."""
        return self._los_acuerdos(lambda uno: not uno.cumplido and self._vencio(uno))

    @cached_property
    def acuerdos_en_plazo(self) -> tuple[tuple[Actividad, Acuerdo], ...]:
        """Los acuerdos sin cumplir cuyo plazo no ha pasado, o que no lo tienen."""
        return self._los_acuerdos(lambda uno: not uno.cumplido and not self._vencio(uno))

    @cached_property
    def acuerdos_cumplidos(self) -> tuple[tuple[Actividad, Acuerdo], ...]:
        """Los acuerdos que constan como cumplidos."""
        return self._los_acuerdos(lambda uno: uno.cumplido)

    @cached_property
    def objetivos(self) -> tuple[Objetivo, ...]:
        """Los objetivos que interesan: los pedidos o, si no se piden, todos."""
        return self.pedido.objetivos or self.indices.plan.objetivos

    @cached_property
    def prevista(self) -> Cobertura:
        """La cobertura con todas las sesiones del plan, salvo las canceladas y las aplazadas."""
        return self._cobertura

    @cached_property
    def celebrada(self) -> Cobertura:
        """La cobertura con solo las sesiones ya celebradas."""
        hechas = tuple(una for una in self.indices.plan.actividades if self._consta_realizada(una))
        return Cobertura(Indices(self.indices.plan._replace(actividades=hechas)))

    @cached_property
    def sin_nada(self) -> tuple[Objetivo, ...]:
        """Los objetivos sin sesión, celebrada ni prevista, ni avances."""
        # De los avances cuentan todos, también los de actores o mandatos que no se piden.
        return tuple(
            uno
            for uno in self.objetivos
            if not self.prevista.esta_cubierto(uno, self.pedido.criterio)
            and not any(self._ha_llegado(una) for una, _ in self.indices.avances_de(uno))
        )

    def _las(self, cumple: Callable[[Actividad], bool]) -> tuple[Actividad, ...]:
        return tuple(una for una in self.actividades if cumple(una))

    def _paso(self, actividad: Actividad) -> bool:
        return actividad.tramo.fin < self.pedido.al

    def _consta_realizada(self, actividad: Actividad) -> bool:
        # Al mirar el plan en una fecha anterior, lo celebrado después aún no lo estaba.
        return actividad.estado == "realizada" and self._ha_llegado(actividad)

    def _ha_llegado(self, actividad: Actividad) -> bool:
        return actividad.tramo.inicio <= self.pedido.al

    def _vencio(self, acuerdo: Acuerdo) -> bool:
        return acuerdo.plazo is not None and acuerdo.plazo.fin < self.pedido.al

    def _los_acuerdos(
        self, cumple: Callable[[Acuerdo], bool]
    ) -> tuple[tuple[Actividad, Acuerdo], ...]:
        return tuple(
            (una, acuerdo)
            for una in self._filtradas(self.pedido.seleccion._replace(actores=()))
            if self._ha_llegado(una)
            for acuerdo in una.acuerdos
            if cumple(acuerdo) and self._toca(acuerdo, una)
        )

    def _toca(self, acuerdo: Acuerdo, actividad: Actividad) -> bool:
        """Si es de los actores pedidos; de lo que no tiene responsable, son todos los presentes."""
        if acuerdo.responsable is None:
            return id(actividad) in self._interesan
        return self._es_de_los_pedidos(acuerdo.responsable)

    @cached_property
    def _interesan(self) -> frozenset[int]:
        return frozenset(map(id, self.actividades))

    def _avances_de(self, objetivo: Objetivo) -> Iterator[tuple[Actividad, Avance]]:
        for actividad, avance in self.indices.avances_de(objetivo):
            interesa = id(actividad) in self._de_los_mandatos and self._ha_llegado(actividad)
            if interesa and self._es_de_los_pedidos(avance.actor):
                yield actividad, avance

    @cached_property
    def _de_los_mandatos(self) -> frozenset[int]:
        return frozenset(map(id, self._filtradas(Seleccion(mandatos=self.pedido.mandatos))))

    def _es_de_los_pedidos(self, referencia: str | None) -> bool:
        """Si no se pide ningún actor, o este es de los que se piden."""
        if not self.pedido.actores:
            return True
        return referencia is not None and self.indices.actor(referencia) in self.pedido.actores

    def _filtros_de(self, seleccion: Seleccion) -> tuple[Filtro[Actividad], ...]:
        por_relacion = filtros_de(seleccion, self.indices, self._cobertura)
        return (*por_relacion, *self._por_parrafos())

    def _filtradas(self, seleccion: Seleccion) -> tuple[Actividad, ...]:
        return filtrar(en_orden(self.indices.plan.actividades), self._filtros_de(seleccion))

    def _por_parrafos(self) -> Iterator[Filtro[Actividad]]:
        parrafos = self.pedido.parrafos
        if parrafos is not None:
            yield Filtro(f"--parrafo {parrafos}", lambda una: self._descansa_en(una, parrafos))

    def _descansa_en(self, actividad: Actividad, parrafos: str) -> bool:
        pedidos = tramos_de_parrafos(parrafos)
        for mandato, citados in self.indices.mandatos_de(actividad):
            suyos = citados or mandato.parrafos
            if mandato in self.pedido.mandatos and (
                suyos is None
                or any(
                    desde <= ultimo and primero <= hasta
                    for desde, hasta in pedidos
                    for primero, ultimo in tramos_de_parrafos(suyos)
                )
            ):
                return True
        return False
