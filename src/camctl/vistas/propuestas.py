"""Quién podría tratar un objetivo sin sesión, y qué palabras lo justifican. Nunca es un hecho.

Se propone a quien ya lo sirve según su ficha; a quien, al decir para qué existe o cuál es su
misión, usa expresiones del objetivo que no usa todo el plan; y a los actores colectivos, en los que
cabe cualquiera. Una expresión son dos palabras seguidas: una suelta («apoyo») no dice nada.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from math import log
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from camctl.castellano import entre_comillas, enumerar
from camctl.comparacion import plegar
from camctl.indices import Indices
from camctl.modelo.actor import Actor
from camctl.modelo.objetivo import Objetivo

# Dos palabras seguidas, por sus raíces.
Expresion: TypeAlias = tuple[str, str]
Pareja: TypeAlias = tuple["re.Match[str]", "re.Match[str]"]

Motivo: TypeAlias = Literal["mision", "expresiones", "colectivo"]

_PROPUESTOS: Final = 3
_DICHAS: Final = 3  # expresiones que se enseñan de cada actor
_COMUN: Final = 0.25  # de los textos del plan: lo que está en más es su manera de hablar
_RAIZ: Final = 6  # letras: «migratorio» y «migratorias», como «sala» y «salas», son la misma
_PALABRA: Final = re.compile(r"\w+")
# Pegada a otra, o con solo un «de»: «derechos humanos», «trata de personas».
_PEGADA_DETRAS: Final = re.compile(r"\b(\w+)\s+(?:de\s+)?$")
_PEGADA_DELANTE: Final = re.compile(r"\s+(?:de\s+)?(\w+)")
_CERCA: Final = 60  # letras: donde cabe la palabra anterior
_UNEN: Final = frozenset(
    plegar(
        """
    a al ante así como con contra cual cuales cuando de del desde donde e el ella ellas ellos en
    entre es esta estas este esto estos fin ha han hasta incluido incluida incluidos incluidas
    incluso incluyendo la las le les lo los más mediante mismo ni no o otra otras otro otros para
    pero por que se según ser si sin sido sobre son su sus tal tales también toda todas todo todos
    través tras u un una uno unos y ya
        """
    ).split()
)
_LAS_DICE_CUALQUIERA: Final = frozenset(
    plegar(
        """
    acción acciones actividad actividades actores acuerdo conformidad crear creación fomentar
    fortalecer fortalecimiento garantizar implementación impulsar materia misión objetivo
    objetivos parte participar plan programa programas promoción promover realizar respecto
    trabajo
    """
    ).split()
)


class Propuesta(NamedTuple):
    """Un actor que podría tratar un objetivo, por qué y las palabras suyas que lo dicen.

    `motivo` es «mision» si su ficha ya dice que lo sirve; «expresiones», si habla de lo mismo;
    «colectivo», si cabe en cualquier objetivo.
    """

    actor: Actor
    motivo: Motivo
    palabras: tuple[str, ...]

    @property
    def texto(self) -> str:
        """«ILI también habla de «salas de lectura»»."""
        if self.motivo == "colectivo":
            return f"{self.actor.id}, colectivo"
        dichas = enumerar([*map(entre_comillas, self.palabras)])
        como = "ya lo sirve" if self.motivo == "mision" else "también habla de"
        return f"{self.actor.id} {como} {dichas}".rstrip()

    @property
    def datos(self) -> dict[str, Any]:
        """Lo mismo, para otro programa."""
        return {"actor": self.actor.id, "motivo": self.motivo, "palabras": list(self.palabras)}


class Propuestas:
    """Las propuestas de un plan: compara cada objetivo con lo que dicen de sí sus actores."""

    def __init__(self, indices: Indices) -> None:
        self._indices = indices

    def para(self, objetivo: Objetivo) -> tuple[Propuesta, ...]:
        """Quien ya lo sirve; hasta tres que hablan de lo mismo, por su peso; los colectivos."""
        ya = [
            Propuesta(servidor, "mision", (servido.cita,) if servido.cita else ())
            for servidor, servido in self._indices.servidores_de(objetivo)
            if servidor is not self._indices.comision
        ]
        con_peso = [(self._peso(objetivo, actor), actor) for actor in self._menos(ya)]
        por_peso = sorted((uno for uno in con_peso if uno[0]), key=lambda uno: -uno[0])
        afines = [self._afin(objetivo, actor) for _, actor in por_peso[:_PROPUESTOS]]
        colectivos = [
            Propuesta(actor, "colectivo", (actor.mision,) if actor.mision else ())
            for actor in self._menos([*ya, *afines])
            if actor.colectivo
        ]
        return (*ya, *afines, *colectivos)

    def _menos(self, propuestas: Iterable[Propuesta]) -> list[Actor]:
        propuestos = {una.actor.id for una in propuestas}
        return [actor for actor in self._candidatos if actor.id not in propuestos]

    @cached_property
    def _candidatos(self) -> tuple[Actor, ...]:
        """Todos menos la comisión, que convoca y no cubre nada por estar."""
        comision = self._indices.comision
        return tuple(actor for actor in self._indices.plan.actores if actor is not comision)

    @cached_property
    def _de_los_actores(self) -> Mapping[str, frozenset[Expresion]]:
        return {actor.id: _expresiones(_texto_de(actor)) for actor in self._candidatos}

    @cached_property
    def _veces(self) -> Mapping[Expresion, int]:
        """En cuántos textos del plan está cada expresión."""
        textos = [
            *(_expresiones(uno.texto) for uno in self._indices.plan.objetivos),
            *self._de_los_actores.values(),
        ]
        return Counter(expresion for suyas in textos for expresion in suyas)

    @cached_property
    def _pesos(self) -> Mapping[Expresion, float]:
        """Lo que vale cada expresión: más, en cuantos menos textos esté; nada si está en muchos."""
        textos = len(self._indices.plan.objetivos) + len(self._de_los_actores)
        # Dos textos que comparten algo no bastan para que sea de todos.
        muchas = max(2.0, _COMUN * textos)
        return {
            una: log(1 + textos / n)
            for una, n in self._veces.items()
            if n <= muchas and una not in self._nombres
        }

    @cached_property
    def _nombres(self) -> frozenset[Expresion]:
        """Las de los nombres de actores, programa y mandatos: nombrarlos no es ser afín."""
        plan = self._indices.plan
        nombres = [uno.titulo for uno in (*plan.mandatos, plan.programa) if uno]
        for actor in plan.actores:
            nombres += [actor.nombre, *actor.alias]
        return frozenset(una for nombre in nombres for una in _expresiones(nombre))

    @cached_property
    def _fijas(self) -> frozenset[Expresion]:
        """Las que el plan dice más de una vez: no se parten."""
        return self._nombres | {una for una, n in self._veces.items() if n > 1}

    def _en_comun(self, objetivo: Objetivo, actor: Actor) -> frozenset[Expresion]:
        return self._de_los_actores[actor.id] & _expresiones(objetivo.texto)

    def _peso(self, objetivo: Objetivo, actor: Actor) -> float:
        return sum(self._pesos.get(una, 0) for una in self._en_comun(objetivo, actor))

    def _afin(self, objetivo: Objetivo, actor: Actor) -> Propuesta:
        dichas: set[Expresion] = set()
        palabras = []
        trozos = [
            (trozo, suyas & self._pesos.keys())
            for trozo, suyas in _trozos(
                _texto_de(actor), self._en_comun(objetivo, actor), self._fijas
            )
        ]
        for trozo, suyas in sorted(trozos, key=lambda uno: -len(uno[1])):
            # Lo mismo dicho dos veces se enseña una.
            if not suyas <= dichas:
                dichas |= suyas
                palabras.append(trozo)
        return Propuesta(actor, "expresiones", tuple(palabras[:_DICHAS]))


def _texto_de(actor: Actor) -> str:
    return ". ".join(filter(None, (actor.funcion, actor.mision)))


def _raiz(palabra: str) -> str:
    """Lo que hace iguales a dos palabras; nada si no dicen nada por sí solas."""
    plegada = plegar(palabra)
    dice_algo = plegada not in _UNEN and plegada not in _LAS_DICE_CUALQUIERA
    return plegada.removesuffix("s")[:_RAIZ] if dice_algo else ""


def _expresiones(texto: str) -> frozenset[Expresion]:
    return frozenset(map(_expresion, _seguidas(texto)))


def _expresion(pareja: Pareja) -> Expresion:
    return _raiz(pareja[0][0]), _raiz(pareja[1][0])


def _seguidas(texto: str) -> Iterator[Pareja]:
    """Las parejas de palabras con sentido entre las que solo hay palabras que unen."""
    previa: re.Match[str] | None = None
    fin = 0
    for palabra in _PALABRA.finditer(texto):
        if not texto[fin : palabra.start()].isspace():
            previa = None
        fin = palabra.end()
        if _raiz(palabra[0]):
            if previa is not None:
                yield previa, palabra
            previa = palabra


def _trozos(
    texto: str, comunes: frozenset[Expresion], fijas: frozenset[Expresion]
) -> Iterator[tuple[str, frozenset[Expresion]]]:
    """Los tramos de `texto` hechos de expresiones de `comunes`, tan largos como se pueda.

    Se alargan hasta no empezar ni acabar a mitad de lo que va junto; las de `fijas` no se parten.
    """
    parejas = [una for una in _seguidas(texto) if _expresion(una) in comunes]
    while parejas:
        tramo = [parejas.pop(0)]
        while parejas and parejas[0][0].start() == tramo[-1][1].start():
            tramo.append(parejas.pop(0))
        desde = _comienzo(texto, tramo[0][0].start())
        trozo = texto[desde : _final(texto, tramo[-1][1], fijas)]
        yield " ".join(trozo.split()), frozenset(map(_expresion, tramo))


def _comienzo(texto: str, desde: int) -> int:
    """Dónde empieza lo que va pegado a lo de `desde`: «derechos humanos», «trata de personas»."""
    while previa := _PEGADA_DETRAS.search(texto, max(0, desde - _CERCA), desde):
        if plegar(previa[1]) in _UNEN:
            break
        desde = previa.start()
    return desde


def _final(texto: str, ultima: "re.Match[str]", fijas: frozenset[Expresion]) -> int:
    """Dónde acaba lo que empieza en `ultima`. Lo que la sigue puede ser un verbo: solo lo fijo."""
    siguiente = _PEGADA_DELANTE.match(texto, ultima.end())
    if siguiente is None or (_raiz(ultima[0]), _raiz(siguiente[1])) not in fijas:
        return ultima.end()
    return siguiente.end()
