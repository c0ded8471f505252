"""En una lista, cada cosa está una vez: R309."""

from collections.abc import Iterator, Mapping, Sequence

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
    sin_repetir: set[Sequence[str]] = set()  # unos mismos actores van juntos muchas veces
    for actividad in contexto.plan.actividades:
        if len(actividad.actores) > 1 and actividad.actores not in sin_repetir:
            nombrados = _nombrados(actividad.actores, indices.actores)
            if len(set(nombrados)) == len(nombrados):
                sin_repetir.add(actividad.actores)
            yield from _repetidos(actividad, "actores", actividad.actores, indices.actores)
        if len(actividad.objetivos) > 1 and actividad.objetivos != TODOS:
            yield from _repetidos(actividad, "objetivos", actividad.objetivos, indices.objetivos)
        if len(actividad.mandatos) > 1:
            yield from _mandatos_repetidos(contexto, actividad)
        if len(actividad.invitados) > 1:
            yield from _invitados_repetidos(actividad, indices.actores)


def _repetidos(
    registro: Registro, campo: str, textos: Sequence[str], existentes: Mapping[str, RegistroConId]
) -> Iterator[Hallazgo]:
    if len(textos) < 2:
        return
    nombrados = _nombrados(textos, existentes)
    if len(set(nombrados)) == len(nombrados):
        return
    primeros: dict[str, int] = {}
    for orden, nombrado in enumerate(nombrados):
        primero = primeros.setdefault(nombrado, orden)
        if primero != orden:
            yield _repetido(
                registro, (campo, orden), textos[orden], (campo, primero), textos[primero]
            )


def _nombrados(textos: Sequence[str], existentes: Mapping[str, RegistroConId]) -> list[str]:
    return [_nombrado(texto, existentes) for texto in textos]


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
