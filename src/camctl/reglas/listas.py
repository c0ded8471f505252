"""En una lista, cada cosa está una vez: R309."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Literal

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar, plegar_id
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import TODOS, Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba


@comprueba("R309", Gravedad.AVISO)
def elemento_repetido(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una lista dice dos veces lo mismo.

    El mismo actor, objetivo, mandato o alias está repetido, quizá escrito de otra manera (un ID y
    su alias); o la misma persona, invitada dos veces por la misma institución. Sobra uno, o en su
    lugar se quiso escribir otro.
    """
    indices, cabecera = contexto.indices, contexto.plan.cabecera
    if cabecera:
        yield from _repetidos(cabecera, "apoyo", cabecera.apoyo, indices.actores)
        yield from _repetidos(cabecera, "mandatos", cabecera.mandatos, indices.mandatos)
    for actor in contexto.plan.actores:
        yield from _alias_repetidos(actor)
        servidos = [servido.id for servido in actor.objetivos]
        yield from _repetidos(actor, "objetivos", servidos, indices.objetivos)
    # Unos mismos van juntos muchas veces.
    se_repiten = partial(_se_repiten, existentes=indices.actores)
    for actividad, textos in contexto.fichas.con_tal(Actividad, "actores", se_repiten):
        yield from _repetidos(actividad, "actores", textos, indices.actores)
    se_repiten = partial(_se_repiten, existentes=indices.objetivos)
    for actividad, textos in contexto.fichas.con_tal(Actividad, "objetivos", se_repiten):
        yield from _repetidos(actividad, "objetivos", textos, indices.objetivos)
    for actividad, _ in contexto.fichas.con(Actividad, "mandatos"):
        yield from _mandatos_repetidos(contexto, actividad)
    for actividad, invitados in contexto.fichas.con(Actividad, "invitados"):
        if len(invitados) > 1:
            yield from _invitados_repetidos(actividad, indices.actores)


def _se_repiten(
    textos: Sequence[str] | Literal["todos"], existentes: Mapping[str, RegistroConId]
) -> bool:
    if textos == TODOS:
        return False
    nombrados = [_nombrado(texto, existentes) for texto in textos]
    return len(set(nombrados)) < len(nombrados)


def _repetidos(
    registro: Registro, campo: str, textos: Sequence[str], existentes: Mapping[str, RegistroConId]
) -> Iterator[Hallazgo]:
    primeros: dict[str, int] = {}
    for orden, texto in enumerate(textos):
        primero = primeros.setdefault(_nombrado(texto, existentes), orden)
        if primero != orden:
            yield _repetido(registro, (campo, orden), texto, (campo, primero), textos[primero])


def _nombrado(texto: str, existentes: Mapping[str, RegistroConId]) -> str:
    """El ID de lo que `texto` nombra, también por un alias; si no existe, el texto sin adornos."""
    forma = plegar_id(texto)
    return existentes[forma].id if forma in existentes else forma


def _mandatos_repetidos(contexto: Contexto, actividad: Actividad) -> Iterator[Hallazgo]:
    # Un mandato puede estar dos veces si es por párrafos distintos.
    primeros: dict[tuple[str, str], int] = {}
    for orden, citado in enumerate(actividad.mandatos):
        mandato = contexto.indices.mandato(citado.id)
        nombrado = mandato.id if mandato else plegar_id(citado.id)
        parrafos = (citado.parrafos or "").replace(" ", "")
        primero = primeros.setdefault((nombrado, parrafos), orden)
        if primero != orden:
            yield _repetido(
                actividad,
                ("mandatos", orden),
                citado.id,
                ("mandatos", primero),
                actividad.mandatos[primero].id,
            )


def _invitados_repetidos(
    actividad: Actividad, actores: Mapping[str, RegistroConId]
) -> Iterator[Hallazgo]:
    # Dos personas de instituciones distintas pueden llamarse igual.
    primeros: dict[tuple[str, str], int] = {}
    for orden, uno in enumerate(actividad.invitados):
        quien = (plegar(uno.nombre), _nombrado(uno.actor or "", actores))
        primero = primeros.setdefault(quien, orden)
        if primero != orden:
            yield _repetido(
                actividad,
                ("invitados", orden, "nombre"),
                uno.nombre,
                ("invitados", primero, "nombre"),
                actividad.invitados[primero].nombre,
            )


def _alias_repetidos(actor: Actor) -> Iterator[Hallazgo]:
    if not actor.alias:
        return
    primeros: dict[str, tuple[Ruta, str]] = {plegar_id(actor.id): (("id",), actor.id)}
    for orden, alias in enumerate(actor.alias):
        ruta: Ruta = ("alias", orden)
        primera, primero = primeros.setdefault(plegar_id(alias), (ruta, alias))
        if primera != ruta:
            yield _repetido(actor, ruta, alias, primera, primero)


def _repetido(registro: Registro, ruta: Ruta, texto: str, primera: Ruta, primero: str) -> Hallazgo:
    escrito = entre_comillas(texto)
    if texto == primero:
        mensaje = f"tiene dos veces {escrito} en «{ruta[0]}»"
    else:
        mensaje = f"tiene {escrito} en «{ruta[0]}», y ya está como {entre_comillas(primero)}"
    return Hallazgo(
        Sitio(registro, ruta),
        mensaje,
        ayuda="borre uno de los dos, o escriba el que falte",
        relacionados=((Sitio(registro, primera), "el primero está aquí"),),
    )
