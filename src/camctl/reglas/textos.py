"""Los textos que no son lo que su campo pide: E509, E510 y E511."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from camctl.castellano import entre_comillas, enumerar, recortar
from camctl.diagnostico import Gravedad
from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import Actividad, Acuerdo, Avance, Documento, Invitado
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.descuidos import NADA, no_dice_nada
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo, Programa
from camctl.modelo.plan import Cabecera, Plan
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

# Una `nota` puede decir solo que algo está pendiente: para eso está.
_CAMPOS: Final[Mapping[type[Registro], tuple[str, ...]]] = {
    Cabecera: ("titulo", "texto", "presenta"),
    Programa: ("titulo",),
    Objetivo: ("titulo", "texto", "motivo_sin_sesion"),
    Mandato: ("id", "titulo", "resolucion", "seccion"),
    Actor: ("id", "nombre", "funcion", "mision"),
    Actividad: ("id", "titulo", "texto", "lugar", "motivo"),
    Invitado: ("nombre", "cargo"),
    Documento: ("titulo", "signatura"),
    Avance: ("texto",),
    Acuerdo: ("texto",),
}
_LARGA: Final = 200
_FICHAS: Final = ("invitados", "documentos", "avances", "acuerdos")

# Casi ningún texto empieza así ni es una de estas frases: los demás no se miran más.
_COMIENZOS: Final = frozenset("=.…?-–—_~(«“‘„\"'")
_FRASES: Final = frozenset(
    f"{escrita}{punto}"
    for frase in (*NADA, "sin información", "xx", "xxx", "xxxx")
    for escrita in (frase, frase.upper(), frase.capitalize())
    for punto in ("", ".")
)


class _Texto(NamedTuple):
    """Un texto que hay que mirar, su sitio y la ficha en que está."""

    sitio: Sitio
    ficha: type[Registro]
    texto: str


def _sospechosos(contexto: Contexto) -> Iterator[_Texto]:
    for registro in _registros(contexto.plan):
        yield from _los_de(registro, registro, ())
    for actividad in contexto.plan.actividades:
        yield from _los_de(actividad, actividad, ())
        for lista in _FICHAS:
            for orden, ficha in enumerate(getattr(actividad, lista)):
                yield from _los_de(actividad, ficha, (lista, orden))


def _registros(plan: Plan) -> Iterator[Registro]:
    yield from filter(None, (plan.cabecera, plan.programa))
    yield from plan.objetivos
    yield from plan.mandatos
    yield from plan.actores


def _los_de(registro: Registro, ficha: Registro, ruta: Ruta) -> list[_Texto]:
    return [
        _Texto(Sitio(registro, (*ruta, campo)), type(ficha), texto)
        for campo in _CAMPOS[type(ficha)]
        if (texto := getattr(ficha, campo)) and (texto[0] in _COMIENZOS or texto in _FRASES)
    ]


@comprueba("E509", Gravedad.AVISO)
def texto_que_no_dice_nada(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto solo dice que falta, o es una fórmula de Excel.

    Lo que aún no se sabe no se escribe: ni «TBD», ni «por definir», ni «n/a». Escrito, sale en las
    tablas y en los documentos como si fuera el dato, y nadie ve que falta. Una fórmula aquí no se
    calcula.
    """
    for sitio, ficha, texto in contexto.una_vez(_sospechosos):
        campo = str(sitio.ruta[-1])
        if no_dice_nada(texto):
            yield Hallazgo(
                sitio,
                f"tiene en «{campo}» {entre_comillas(texto)}, que no dice nada",
                ayuda=_si_no_se_sabe(campo, ficha),
            )
        elif re.match(r"=\s*[\w(\"'+-]", texto):
            yield Hallazgo(
                sitio,
                f"tiene en «{campo}» la fórmula {entre_comillas(texto)}, que aquí no se calcula",
                ayuda="escriba su resultado; si no es una fórmula, quítele el «=»",
            )


def _si_no_se_sabe(campo: str, ficha: type[Registro]) -> str:
    if not ficha.model_fields[campo].is_required():
        return "si aún no se sabe, borre la línea"
    if ficha is Invitado:
        return "si aún no se sabe quién vendrá, borre el invitado: «actores» ya dice de dónde"
    return "escríbalo; y si aún no se sabe, espere a saberlo para añadir esta ficha"


@comprueba("E510", Gravedad.AVISO)
def texto_entre_comillas_de_word(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto está entero entre las comillas curvas de Word.

    Para YAML esas comillas son letras: no encierran nada, y salen en las tablas y en los documentos
    como parte del texto. Si hacen falta unas, son las rectas del teclado.
    """
    for sitio, _, texto in contexto.una_vez(_sospechosos):
        dentro = re.fullmatch(r"“([^“”]+)”|‘([^‘’]+)’|„([^„“”]+)[“”]", texto)
        if dentro:
            yield Hallazgo(
                sitio,
                f"tiene «{sitio.ruta[-1]}» entero entre comillas de Word",
                ayuda="quítelas: aquí son letras.",
                sustituto=next(filter(None, dentro.groups())).strip(),
            )


@comprueba("E511", Gravedad.AVISO)
def invitado_que_son_varios(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un invitado parece ser varios, o no se sabe si vendrá.

    Cada persona va en su ficha, con su institución, su cargo y su estado. Si quizá venga otra en su
    lugar, lo dice el estado `por_confirmar`, y no el nombre.
    """
    for actividad in contexto.plan.actividades:
        for orden, invitado in enumerate(actividad.invitados):
            nombre = invitado.nombre
            ruta: Ruta = ("invitados", orden, "nombre")
            if ";" in nombre or " / " in nombre:
                from camctl.lectura.escrito import escrito

                partes = [parte.strip() for parte in re.split(r";| / ", nombre) if parte.strip()]
                fichas = enumerar([f"{{nombre: {escrito(parte)}}}" for parte in partes])
                yield Hallazgo(
                    Sitio(actividad, ruta),
                    f"tiene a varias personas en un invitado, {entre_comillas(nombre)}",
                    ayuda=f"escriba a cada una en su ficha: {recortar(fichas, _LARGA)}",
                )
            elif " o " in nombre and no_dice_nada(nombre.rpartition(" o ")[2]):
                yield Hallazgo(
                    Sitio(actividad, ruta),
                    f"dice en el nombre de un invitado que no es seguro, {entre_comillas(nombre)}",
                    ayuda="eso lo dice su estado, por_confirmar.",
                    sustituto=nombre.rpartition(" o ")[0].strip(),
                )
