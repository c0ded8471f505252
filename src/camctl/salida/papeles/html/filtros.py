"""Por qué se puede filtrar la página, y con qué valores se encuentra cada registro."""

from functools import cached_property
from itertools import chain
from typing import NamedTuple

from camctl.castellano import en_mayuscula
from camctl.indices import RegistroConId
from camctl.modelo.actividad import ESTADOS, TIPOS, Actividad
from camctl.modelo.fecha import Fecha
from camctl.modelo.objetivo import Objetivo
from camctl.salida.papeles.html.anclas import Anclas
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo


class Opcion(NamedTuple):
    """Un valor por el que se puede filtrar; el que no daría nada no se puede elegir."""

    valor: str
    nombre: str
    vale: bool = True


class Filtro(NamedTuple):
    """Un filtro: cómo se llama en la dirección, su rótulo y sus valores."""

    nombre: str
    rotulo: str
    opciones: list[Opcion]


class Filtros:
    """Los de la página: los del calendario, y el de los objetivos.

    Un valor es un ancla, un mes en ISO o una palabra del modelo: ninguno lleva espacios.
    """

    def __init__(self, encargo: Encargo, anclas: Anclas) -> None:
        self._encargo = encargo
        self._anclas = anclas
        self._actividades = encargo.actividades

    def valores(self, registro: RegistroConId) -> dict[str, list[str]]:
        """Por qué filtros se encuentra un registro, y con qué valores de cada uno."""
        if isinstance(registro, Objetivo):
            cubierto = self._encargo.cobertura.esta_cubierto(registro, self._encargo.criterio)
            return {"sesion": ["con" if cubierto else "sin"]}
        if not isinstance(registro, Actividad):
            return {}
        meses = [mes for mes in self._meses if registro.tramo.coincide_con(mes)]
        actores = self._encargo.indices.presentes(registro)
        return {
            "mes": [str(mes) for mes in meses],
            "actor": [self._anclas.de(uno) for uno in actores],
            "objetivo": [self._anclas.de(uno) for uno in self._cubiertos(registro)],
            "tipo": [registro.tipo],
            "estado": [registro.estado],
        }

    @property
    def de_los_objetivos(self) -> list[Filtro]:
        """Si los cubre alguna sesión."""
        opciones = [Opcion("con", "Con sesión"), Opcion("sin", "Sin sesión")]
        return [Filtro("sesion", "Sesión", opciones)]

    @property
    def del_calendario(self) -> list[Filtro]:
        """Los de `camctl calendario` que caben en una lista, con los valores que dan algo."""
        return [
            Filtro(
                "mes", "Mes", [Opcion(str(m), en_mayuscula(m.en_palabras)) for m in self._meses]
            ),
            Filtro("actor", "Actor", self._actores()),
            Filtro("objetivo", "Objetivo", self._objetivos()),
            Filtro("tipo", "Tipo", self._tipos()),
            Filtro("estado", "Estado", self._estados()),
        ]

    @cached_property
    def _meses(self) -> list[Fecha]:
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

    def _actores(self) -> list[Opcion]:
        indices = self._encargo.indices
        presentes = {id(uno) for una in self._actividades for uno in indices.presentes(una)}
        return [
            Opcion(self._anclas.de(uno), f"{uno.id} · {uno.nombre}")
            for uno in self._encargo.plan.actores
            if id(uno) in presentes
        ]

    def _objetivos(self) -> list[Opcion]:
        cubiertos = {id(uno) for una in self._actividades for uno in self._cubiertos(una)}
        return [
            Opcion(self._anclas.de(uno), f"{uno.id} · {uno.titulo}", vale=id(uno) in cubiertos)
            for uno in self._encargo.plan.objetivos
        ]

    def _cubiertos(self, actividad: Actividad) -> tuple[Objetivo, ...]:
        return self._encargo.cobertura.cubiertos_por(actividad, self._encargo.criterio)

    def _tipos(self) -> list[Opcion]:
        nombres = {una.tipo: en_mayuscula(palabras.tipo(una)) for una in self._actividades}
        return [Opcion(tipo, nombres[tipo]) for tipo in TIPOS if tipo in nombres]

    def _estados(self) -> list[Opcion]:
        presentes = {una.estado for una in self._actividades}
        return [Opcion(uno, en_mayuscula(uno)) for uno in ESTADOS if uno in presentes]
