"""Por qué se puede filtrar la página: por lo que, filtrando, deja algo."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from camctl.modelo.actividad import ESTADOS, TIPOS, Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.fecha import Fecha
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo


class Valores:
    """Los valores de cada filtro del calendario, y los que tiene cada actividad."""

    def __init__(self, encargo: Encargo) -> None:
        self._encargo = encargo
        self._actividades = encargo.actividades

    @cached_property
    def meses(self) -> list[Fecha]:
        """Los meses en que pasa algo; fuera del periodo, solo en los que empieza o acaba."""
        extremos = chain.from_iterable((u.fecha, u.hasta or u.fecha) for u in self._actividades)
        del_periodo = (
            Fecha.de_partes(anio, mes)
            for anio in self._encargo.cabecera.periodo.anios
            for mes in range(1, 13)
        )
        ocupados = (
            mes for mes in del_periodo if any(u.tramo.coincide_con(mes) for u in self._actividades)
        )
        return sorted({*ocupados, *(Fecha.de_partes(*fecha.mes) for fecha in extremos)})

    @property
    def actores(self) -> list[Actor]:
        """Los que están en alguna actividad."""
        presentes = {id(uno) for una in self._actividades for uno in self.actores_de(una)}
        return [uno for uno in self._encargo.plan.actores if id(uno) in presentes]

    @property
    def objetivos(self) -> list[tuple[Objetivo, bool]]:
        """Todos, y si alguna actividad cubre cada uno."""
        cubiertos = {id(uno) for una in self._actividades for uno in self.objetivos_de(una)}
        return [(uno, id(uno) in cubiertos) for uno in self._encargo.plan.objetivos]

    @property
    def tipos(self) -> Mapping[str, str]:
        """Los de alguna actividad, y cómo se dice cada uno."""
        dichos = {una.tipo: palabras.tipo(una) for una in self._actividades}
        return {tipo: dichos[tipo] for tipo in TIPOS if tipo in dichos}

    @property
    def estados(self) -> list[str]:
        """Los de alguna actividad."""
        presentes = {una.estado for una in self._actividades}
        return [estado for estado in ESTADOS if estado in presentes]

    def meses_de(self, actividad: Actividad) -> list[Fecha]:
        """Los meses por los que pasa `actividad`."""
        return [mes for mes in self.meses if actividad.tramo.coincide_con(mes)]

    def actores_de(self, actividad: Actividad) -> tuple[Actor, ...]:
        """Los que están en `actividad`, también por quien envían."""
        return self._encargo.indices.presentes(actividad)

    def objetivos_de(self, actividad: Actividad) -> tuple[Objetivo, ...]:
        """Los que `actividad` cubre según el criterio del encargo."""
        return self._encargo.cobertura.cubiertos_por(actividad, self._encargo.criterio)

    def esta_cubierto(self, objetivo: Objetivo) -> bool:
        """Si alguna sesión del plan cubre `objetivo` según el criterio del encargo."""
        return self._encargo.cobertura.esta_cubierto(objetivo, self._encargo.criterio)
