"""Lo que las plantillas de la página preguntan: qué se muestra, dónde está y con qué señas.

Los campos de cada registro los toma la plantilla del propio registro; lo que hay que buscar o
contar, de `vistas/pagina/`.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from typing import Final, NamedTuple

from camctl.castellano import en_mayuscula
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actividad import Actividad
from camctl.modelo.fecha import Fecha
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.salida.papeles.html.anclas import Anclas
from camctl.salida.papeles.html.filtros import Filtros
from camctl.vistas import palabras
from camctl.vistas.agrupacion import por_letras
from camctl.vistas.encargo import Encargo
from camctl.vistas.pagina.cobertura import matriz, recuentos
from camctl.vistas.pagina.relaciones import Relaciones
from camctl.vistas.ver.actor import papel_en_el_plan

SECCIONES: Final = {
    "calendario": "Calendario",
    "objetivos": "Objetivos",
    "cobertura": "Cobertura",
    "actores": "Actores",
    "mandatos": "Mandatos",
    "plan": "Sobre el plan",
}
_OTROS_SITIOS: Final = ("contenido", "inicio", "de-modo-general")


class Mes(NamedTuple):
    """Lo que empieza en un mes, en el orden del calendario."""

    ancla: str
    nombre: str
    actividades: tuple[Actividad, ...]


class Pagina:
    """Lo que las plantillas preguntan."""

    def __init__(self, encargo: Encargo) -> None:
        self.encargo = encargo
        self.cabecera = encargo.cabecera
        self.plan = encargo.plan
        self.indices: Indices = encargo.indices
        self.cobertura = encargo.cobertura
        self.criterio = encargo.criterio
        self.actividades = encargo.actividades
        self.meses = tuple(_por_meses(self.actividades))
        self.anclas = Anclas(
            self.plan, chain(SECCIONES, _OTROS_SITIOS, (mes.ancla for mes in self.meses))
        )
        self.filtros = Filtros(encargo, self.anclas)
        self.relaciones = Relaciones(encargo)
        self.recuentos = recuentos(self.cobertura)
        self.matriz = matriz(self.cobertura)
        self.grupos = por_letras(
            self.plan.objetivos, lambda uno: uno.grupo, self.plan.grupos, con_vacias=True
        )
        self.categorias = por_letras(
            self.plan.actores, lambda uno: uno.categoria, self.plan.categorias, con_vacias=True
        )
        self._mostradas = frozenset(map(id, self.actividades))

    def muestra(self, registro: RegistroConId) -> bool:
        """Si `registro` está en la página: del calendario, solo lo pedido."""
        return not isinstance(registro, Actividad) or id(registro) in self._mostradas

    def senas(self, registro: RegistroConId) -> list[tuple[str, str]]:
        """Lo que distingue a un registro a primera vista, y su clase en la hoja de estilo."""
        if isinstance(registro, Actividad):
            return [(palabras.tipo(registro), ""), (registro.estado, registro.estado)]
        if isinstance(registro, Objetivo):
            cubierto = self.cobertura.esta_cubierto(registro, self.criterio)
            return [("con sesión", "con-sesion") if cubierto else ("sin sesión", "sin-sesion")]
        if isinstance(registro, Mandato):
            return [(registro.resolucion, "")]
        rasgos = {"transversal": registro.transversal, "colectivo": registro.colectivo}
        papeles = [(papel, "papel") for papel in papel_en_el_plan(registro, self.indices)]
        return papeles + [(rasgo, "") for rasgo, lo_es in rasgos.items() if lo_es]


def _por_meses(actividades: Sequence[Actividad]) -> Iterable[Mes]:
    for (anio, mes), suyas in groupby(actividades, key=lambda una: una.fecha.mes):
        fecha = Fecha.de_partes(anio, mes)
        yield Mes(f"mes-{fecha}", en_mayuscula(fecha.en_palabras), tuple(suyas))
