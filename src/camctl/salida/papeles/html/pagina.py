"""Lo que la página muestra de un encargo, agrupado y con sus relaciones a mano.

Los campos de cada registro los toma la plantilla del propio registro; aquí está lo que hay que
buscar, agrupar o contar.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, groupby
from typing import Final, NamedTuple

from camctl.castellano import en_mayuscula
from camctl.cobertura import CRITERIOS, EN_PALABRAS, POR_OMISION, Criterio
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actividad import TIPOS_DE_SESION, TODOS, Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.fecha import Fecha
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.salida.papeles.html.anclas import Anclas
from camctl.salida.papeles.html.filtros import Filtros
from camctl.salida.papeles.html.matriz import Matriz, matriz
from camctl.vistas import palabras
from camctl.vistas.agrupacion import PorLetra, por_letras
from camctl.vistas.encargo import Encargo
from camctl.vistas.ver.actor import papel_en_el_plan
from camctl.vistas.ver.comun import ABARCA_TODO, por_que_cubre, por_que_no_cuenta
from camctl.vistas.ver.objetivo import las_que_no_cuentan

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


class Servidor(NamedTuple):
    """Un actor cuya misión sirve a un objetivo: las palabras que lo dicen, y en qué sesiones está.

    La comisión convoca todas y no cubre nada por estar: no se le cuenta ninguna.
    """

    actor: Actor
    citas: tuple[str, ...]
    sesiones: tuple[Actividad, ...]


class Recuento(NamedTuple):
    """Cuántos objetivos cubre un criterio."""

    criterio: Criterio
    en_palabras: str
    cubiertos: int
    porcentaje: float


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
        self._mostradas = frozenset(map(id, self.actividades))

    # Dónde está cada cosa

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

    def convoca(self, actor: Actor, actividad: Actividad) -> bool:
        """Si `actor` está en la sesión por ser la comisión que la convoca."""
        return actor is self.indices.comision and actividad.tipo in TIPOS_DE_SESION

    # Grupos

    @property
    def grupos(self) -> tuple[PorLetra[Objetivo], ...]:
        """Los objetivos por grupos."""
        plan = self.plan
        return por_letras(plan.objetivos, lambda uno: uno.grupo, plan.grupos, con_vacias=True)

    @property
    def categorias(self) -> tuple[PorLetra[Actor], ...]:
        """Los actores por categorías, y al final los que no son de ninguna."""
        plan = self.plan
        return por_letras(plan.actores, lambda uno: uno.categoria, plan.categorias, con_vacias=True)

    # Cobertura

    def objetivos_de(self, actividad: Actividad) -> list[tuple[Objetivo, str]]:
        """Los objetivos con que la actividad tiene que ver, y por qué.

        Lo que el criterio no cuenta, entre paréntesis. Lo que alcanza a todos no está: se dice una
        vez para todos.
        """
        return self._objetivos_por_actividad.get(id(actividad), [])

    @cached_property
    def _objetivos_por_actividad(self) -> dict[int, list[tuple[Objetivo, str]]]:
        suyos: dict[int, list[tuple[Objetivo, str]]] = {}
        for objetivo in self.plan.objetivos:
            motivos: dict[int, dict[str, None]] = {}
            for razon in self.cobertura.razones_de(objetivo, POR_OMISION):
                dicha = por_que_cubre(razon)
                cuenta = razon.cuenta_con(self.criterio)
                motivo = dicha if cuenta else f"({dicha})"
                motivos.setdefault(id(razon.actividad), {})[motivo] = None
            for actividad, motivo in self._las_que_no_cuentan(objetivo):
                motivos[id(actividad)] = {motivo: None}
            for cual, dichos in motivos.items():
                suyos.setdefault(cual, []).append((objetivo, "; ".join(dichos)))
        return suyos

    def ajenos(self, actividad: Actividad) -> list[str]:
        """Los objetivos que la actividad nombra y no están en el plan."""
        nombrados = () if actividad.objetivos == TODOS else actividad.objetivos
        return [uno for uno in nombrados if not self.indices.objetivo(uno)]

    def sesiones_que_nombran(self, objetivo: Objetivo) -> tuple[Actividad, ...]:
        """Las sesiones que cuentan y nombran `objetivo`."""
        razones = self.cobertura.razones_de(objetivo, "directo")
        return tuple(razon.actividad for razon in razones)

    def servidores_de(self, objetivo: Objetivo) -> list[Servidor]:
        """Los actores cuya misión sirve a `objetivo`, una vez cada uno."""
        citas: dict[str, list[str]] = {}
        actores: dict[str, Actor] = {}
        for actor, servido in self.indices.servidores_de(objetivo):
            actores[actor.id] = actor
            citas.setdefault(actor.id, []).extend([servido.cita] if servido.cita else [])
        return [
            Servidor(actor, tuple(citas[id_]), self._cubriendo(actor))
            for id_, actor in actores.items()
        ]

    def _cubriendo(self, actor: Actor) -> tuple[Actividad, ...]:
        return () if actor is self.indices.comision else self.indices.sesiones_de(actor)

    @cached_property
    def generales(self) -> list[tuple[Actividad, str]]:
        """Las sesiones que alcanzan a todos los objetivos, y por qué."""
        return [
            (razon.actividad, por_que_cubre(razon)) for razon in self.cobertura.razones_generales
        ]

    @cached_property
    def generales_que_no_cuentan(self) -> list[tuple[Actividad, str]]:
        """Las actividades que abarcan todo el programa y no cubren nada, y por qué."""
        return [
            (una, f"{ABARCA_TODO}; {por_que_no_cuenta(una)}")
            for una in self.plan.actividades
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
        otras = las_que_no_cuentan(objetivo, self.indices)
        return [(una, motivo) for una, motivo in otras if una.objetivos != TODOS]

    @property
    def recuentos(self) -> list[Recuento]:
        """Lo que cuenta cada criterio."""
        todos = len(self.plan.objetivos)
        return [
            Recuento(
                criterio,
                EN_PALABRAS[criterio],
                todos - len(self.cobertura.sin_sesion(criterio)),
                self.cobertura.porcentaje(criterio),
            )
            for criterio in CRITERIOS
        ]

    @cached_property
    def matriz(self) -> Matriz:
        """Objetivos por sesiones."""
        return matriz(self.cobertura)


def _por_meses(actividades: Sequence[Actividad]) -> Iterable[Mes]:
    for (anio, mes), suyas in groupby(actividades, key=lambda una: una.fecha.mes):
        fecha = Fecha.de_partes(anio, mes)
        yield Mes(f"mes-{fecha}", en_mayuscula(fecha.en_palabras), tuple(suyas))
