"""Piso 4: quién remite a quién, en los dos sentidos. Se construye una vez por plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from camctl.comparacion import Sugerencias, plegar, plegar_id, plegar_ids
from camctl.modelo.actividad import TODOS, Actividad, Avance, Invitado
from camctl.modelo.actor import Actor, ObjetivoServido
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.modelo.plan import CLASES, ClaseDeRegistro, Plan
from camctl.referencias import citas_de, los_que_citan

RegistroConId: TypeAlias = Objetivo | Mandato | Actor | Actividad
ClaseQueSeApoya: TypeAlias = Literal["plan", "programa", "actividad"]

_R = TypeVar("_R", Objetivo, Mandato, Actor, Actividad)


class Apoyo(NamedTuple):
    """Algo que descansa en un mandato: el plan, el programa o una actividad."""

    clase: ClaseQueSeApoya
    id: str | None = None
    parrafos: str | None = None


class Indices:
    """Las relaciones de un plan. Lo que se cita y no existe no aparece en ninguna.

    `borrador` trae además los registros dañados, que existen y no se consultan.
    """

    def __init__(self, plan: Plan, *, borrador: Plan | None = None) -> None:
        self.plan = plan
        self._borrador = borrador
        self.objetivos = _por_id(plan.objetivos)
        self.mandatos = _por_id(plan.mandatos)
        self.actividades = _por_id(plan.actividades)
        self.actores = _por_id(plan.actores)
        for actor in plan.actores:
            for alias in actor.alias:
                self.actores.setdefault(plegar_id(alias), actor)
        self._por_clase: Mapping[ClaseDeRegistro, tuple[RegistroConId, ...]] = {
            "objetivo": plan.objetivos,
            "mandato": plan.mandatos,
            "actor": plan.actores,
            "actividad": plan.actividades,
        }
        self._tablas: Mapping[ClaseDeRegistro, Mapping[str, RegistroConId]] = {
            "objetivo": self.objetivos,
            "mandato": self.mandatos,
            "actor": self.actores,
            "actividad": self.actividades,
        }

    @property
    def cuadran(self) -> bool:
        """Si nada de lo que está mal cambia lo que se pregunte.

        Ningún ID está repetido, existe todo lo que se cita, también grupos y categorías, y nada
        acaba antes de empezar ni cae fuera del periodo del plan.
        """
        unicos = all(self.son_unicos(clase.nombre) for clase in CLASES)
        al_derecho = all(una.tramo.inicio <= una.tramo.fin for una in self.plan.actividades)
        en_fecha = al_derecho and self._caen_en_el_periodo()
        return unicos and en_fecha and self._existe_lo_citado() and self._existen_las_letras()

    def son_unicos(self, clase: ClaseDeRegistro) -> bool:
        """Si ningún ID de `clase` está repetido, ni es tampoco el alias de otro."""
        alias = sum(len(a.alias) for a in self.plan.actores) if clase == "actor" else 0
        return len(self._tablas[clase]) == len(self.por_clase(clase)) + alias

    def _caen_en_el_periodo(self) -> bool:
        if self.plan.cabecera is None:
            return True
        contiene = self.plan.cabecera.periodo.contiene
        previstas = (una.fecha_prevista for una in self.plan.actividades if una.fecha_prevista)
        tramos = (una.tramo for una in self.plan.actividades)
        return all(map(contiene, tramos)) and all(map(contiene, previstas))

    def _existe_lo_citado(self) -> bool:
        return all(
            self.por_id(cita.clase, cita.texto)
            for registro in los_que_citan(self.plan)
            for cita in citas_de(registro)
        )

    def _existen_las_letras(self) -> bool:
        grupos = {*map(plegar_id, self.plan.grupos)}
        categorias = {*map(plegar_id, self.plan.categorias)}
        usadas = {plegar_id(actor.categoria) for actor in self.plan.actores if actor.categoria}
        usados = {plegar_id(objetivo.grupo) for objetivo in self.plan.objetivos}
        return usadas <= categorias and (not grupos or usados <= grupos)

    # Por su ID

    def objetivo(self, referencia: str) -> Objetivo | None:
        """El objetivo con ese ID, escrito como sea."""
        return self.objetivos.get(plegar_id(referencia))

    def mandato(self, referencia: str) -> Mandato | None:
        """El mandato con ese ID, escrito como sea."""
        return self.mandatos.get(plegar_id(referencia))

    def actor(self, referencia: str) -> Actor | None:
        """El actor con ese ID o ese alias, escrito como sea."""
        return self.actores.get(plegar_id(referencia))

    def actividad(self, referencia: str) -> Actividad | None:
        """La actividad con ese ID, escrito como sea."""
        return self.actividades.get(plegar_id(referencia))

    def por_id(self, clase: ClaseDeRegistro, referencia: str) -> RegistroConId | None:
        """El registro de `clase` con ese ID, escrito como sea."""
        return self._tablas[clase].get(plegar_id(referencia))

    @cached_property
    def comision(self) -> Actor | None:
        """La comisión que convoca todas las sesiones."""
        cabecera = self.plan.cabecera
        return self.actor(cabecera.comision) if cabecera else None

    # De una actividad a lo que remite

    def presentes(self, actividad: Actividad) -> tuple[Actor, ...]:
        """Los actores de la actividad y los de sus invitados, sin repetir, en su orden."""
        return self._presentes.get(id(actividad), ())

    def mandatos_de(self, actividad: Actividad) -> tuple[tuple[Mandato, str | None], ...]:
        """Los mandatos que la actividad cita, con los párrafos que cita de cada uno."""
        citados = ((self.mandato(cita.id), cita.parrafos) for cita in actividad.mandatos)
        return tuple((mandato, parrafos) for mandato, parrafos in citados if mandato)

    def objetivos_nombrados(self, actividad: Actividad) -> tuple[Objetivo, ...]:
        """Los objetivos que la propia actividad nombra; ninguno si dice «todos»."""
        if actividad.objetivos == TODOS:
            return ()
        return _sin_repetir(self.objetivo(referencia) for referencia in actividad.objetivos)

    # De cada registro a lo que remite a él

    def actividades_de(self, actor: Actor) -> tuple[Actividad, ...]:
        """Las actividades en que `actor` está presente, en el orden del calendario."""
        return tuple(self._actividades_por_actor.get(actor.id, ()))

    def sesiones_de(self, actor: Actor) -> tuple[Actividad, ...]:
        """Las sesiones que cuentan en que `actor` está presente."""
        return tuple(una for una in self.actividades_de(actor) if una.es_sesion)

    def invitados_de(self, actor: Actor) -> tuple[tuple[Actividad, Invitado], ...]:
        """Las personas invitadas de parte de `actor`, con la actividad de cada una."""
        return tuple(
            (actividad, invitado)
            for actividad in self.actividades_de(actor)
            for invitado in actividad.invitados
            if invitado.actor and self.actor(invitado.actor) is actor
        )

    def objetivos_servidos(self, actor: Actor) -> tuple[Objetivo, ...]:
        """Los objetivos a los que sirve su misión; a uno puede servir con dos citas."""
        return _sin_repetir(self.objetivo(servido.id) for servido in actor.objetivos)

    def quienes_sirven(self, objetivo: Objetivo) -> tuple[Actor, ...]:
        """Los actores cuya misión sirve al objetivo, una vez cada uno."""
        return _sin_repetir(actor for actor, _ in self.servidores_de(objetivo))

    def servidores_de(self, objetivo: Objetivo) -> tuple[tuple[Actor, ObjetivoServido], ...]:
        """Los actores cuya misión sirve a `objetivo`, con las palabras que lo dicen."""
        return tuple(self._servidores.get(objetivo.id, ()))

    @cached_property
    def transversales(self) -> tuple[Actor, ...]:
        """Los actores cuya misión atraviesa todos los objetivos."""
        return tuple(actor for actor in self.plan.actores if actor.transversal)

    def apoyos_en(self, mandato: Mandato) -> tuple[Apoyo, ...]:
        """Lo que descansa en `mandato`: el plan, el programa y las actividades que lo citan."""
        return tuple(self._apoyos.get(mandato.id, ()))

    def mandatos_adoptados_por(self, actor: Actor) -> tuple[Mandato, ...]:
        """Los mandatos cuyo órgano es `actor`."""
        return tuple(m for m in self.plan.mandatos if m.organo and self.actor(m.organo) is actor)

    def avances_de(self, objetivo: Objetivo) -> tuple[tuple[Actividad, Avance], ...]:
        """Lo que se informó sobre `objetivo`, con la actividad en que se informó."""
        return tuple(self._avances.get(objetivo.id, ()))

    # Lo que alguien escribió

    def por_clase(self, clase: ClaseDeRegistro) -> tuple[RegistroConId, ...]:
        """Los registros de una clase, en el orden de su archivo."""
        return self._por_clase[clase]

    def encontrar(self, texto: str, clase: ClaseDeRegistro) -> tuple[RegistroConId, ...]:
        """Los registros de `clase` que alguien quiere decir con `texto`.

        Vale el ID, un alias, el nombre de un actor o la resolución de un mandato; de un mandato,
        también su número o el comienzo de su resolución, que pueden ser de varios.
        """
        forma = plegar_id(texto)
        if not forma:
            return ()
        exacto = self.por_id(clase, texto)
        if exacto:
            return (exacto,)
        return tuple(
            registro for registro in self.por_clase(clase) if _lo_nombra(registro, texto, forma)
        )

    def danado(self, texto: str, *clases: ClaseDeRegistro) -> RegistroConId | None:
        """El registro de `clases` que nombra `texto`, si existe y está dañado."""
        if self._borrador is None or self._borrador is self.plan:
            return None
        todos = Indices(self._borrador)
        hallados = (uno for clase in clases for uno in todos.encontrar(texto, clase))
        return next(hallados, None)

    def sugerencias(self, texto: str, *clases: ClaseDeRegistro) -> list[str]:
        """Los ID de `clases` que se parecen a `texto`."""
        formas = {
            forma: registro.id
            for clase in clases
            for forma, registro in self._tablas[clase].items()
        }
        parecidos = Sugerencias(formas).para(texto)
        return list(dict.fromkeys(formas[forma] for forma in parecidos))

    @cached_property
    def _presentes(self) -> dict[int, tuple[Actor, ...]]:
        return {
            id(actividad): _sin_repetir(map(self.actor, _quienes(actividad)))
            for actividad in self.plan.actividades
        }

    @cached_property
    def _actividades_por_actor(self) -> dict[str, list[Actividad]]:
        por_actor: dict[str, list[Actividad]] = {}
        for actividad in self.plan.actividades:
            for actor in self.presentes(actividad):
                por_actor.setdefault(actor.id, []).append(actividad)
        return por_actor

    @cached_property
    def _servidores(self) -> dict[str, list[tuple[Actor, ObjetivoServido]]]:
        servidores: dict[str, list[tuple[Actor, ObjetivoServido]]] = {}
        for actor in self.plan.actores:
            for servido in actor.objetivos:
                if objetivo := self.objetivo(servido.id):
                    servidores.setdefault(objetivo.id, []).append((actor, servido))
        return servidores

    @cached_property
    def _apoyos(self) -> dict[str, list[Apoyo]]:
        apoyos: dict[str, list[Apoyo]] = {}
        for referencia, apoyo in self._citas_de_mandatos():
            if mandato := self.mandato(referencia):
                apoyos.setdefault(mandato.id, []).append(apoyo)
        return apoyos

    def _citas_de_mandatos(self) -> Iterator[tuple[str, Apoyo]]:
        cabecera, programa = self.plan.cabecera, self.plan.programa
        for referencia in cabecera.mandatos if cabecera else ():
            yield referencia, Apoyo("plan")
        if programa and programa.mandato:
            yield programa.mandato, Apoyo("programa")
        for actividad in self.plan.actividades:
            for cita in actividad.mandatos:
                yield cita.id, Apoyo("actividad", actividad.id, cita.parrafos)

    @cached_property
    def _avances(self) -> dict[str, list[tuple[Actividad, Avance]]]:
        avances: dict[str, list[tuple[Actividad, Avance]]] = {}
        for actividad in self.plan.actividades:
            for avance in actividad.avances:
                if objetivo := self.objetivo(avance.objetivo):
                    avances.setdefault(objetivo.id, []).append((actividad, avance))
        return avances


def _por_id(registros: Sequence[_R]) -> dict[str, _R]:
    tabla: dict[str, _R] = {}
    formas = plegar_ids([registro.id for registro in registros])
    for forma, registro in zip(formas, registros, strict=True):
        # Con un ID repetido manda el primero; que esté repetido lo dirán las reglas.
        tabla.setdefault(forma, registro)
    return tabla


def _sin_repetir(registros: Iterable[_R | None]) -> tuple[_R, ...]:
    return tuple({registro.id: registro for registro in registros if registro}.values())


def _quienes(actividad: Actividad) -> Iterator[str]:
    yield from actividad.actores
    for invitado in actividad.invitados:
        if invitado.actor:
            yield invitado.actor


def _lo_nombra(registro: RegistroConId, texto: str, forma: str) -> bool:
    if isinstance(registro, Mandato):
        resolucion = plegar_id(registro.resolucion)
        numero = "".join(letra for letra in registro.id if letra.isdigit())
        return forma == numero or (len(forma) > 2 and resolucion.startswith(forma))
    return isinstance(registro, Actor) and plegar(registro.nombre) == plegar(texto)
