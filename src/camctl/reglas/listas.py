"""En una lista, cada cosa está una vez: R309."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from math import inf
from typing import Final, Literal, NamedTuple

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar, plegar_id
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import TODOS, Actividad, MandatoCitado
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.mandato import tramos_de_parrafos
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

# Por qué campo se conoce una ficha de cada lista.
_CON_SU_NOMBRE: Final = {"documentos": "titulo", "avances": "texto", "acuerdos": "texto"}


@comprueba("R309", Gravedad.AVISO)
def elemento_repetido(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una lista dice dos veces lo mismo.

    El mismo actor, objetivo, mandato o alias está repetido, quizá escrito de otra manera (un ID y
    su alias); o la misma persona, invitada dos veces por la misma institución; o un documento, un
    avance o un acuerdo, con los mismos datos. Sobra uno, o en su lugar se quiso escribir otro.

    Un actor puede servir a un objetivo con dos citas distintas, y un mandato puede citarse dos
    veces por párrafos distintos.
    """
    indices, cabecera = contexto.indices, contexto.plan.cabecera
    if cabecera:
        yield from _repetidos(cabecera, "apoyo", cabecera.apoyo, indices.actores)
        yield from _repetidos(cabecera, "mandatos", cabecera.mandatos, indices.mandatos)
    for actor in contexto.plan.actores:
        yield from _alias_repetidos(actor)
        yield from _servidos_repetidos(actor, indices.objetivos)
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
    for campo, nombre in _CON_SU_NOMBRE.items():
        for actividad, fichas in contexto.fichas.con(Actividad, campo):
            yield from _fichas_repetidas(actividad, campo, nombre, fichas)


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


def _servidos_repetidos(actor: Actor, objetivos: Mapping[str, RegistroConId]) -> Iterator[Hallazgo]:
    citados: dict[str, dict[str, int]] = {}
    for orden, servido in enumerate(actor.objetivos):
        citas = citados.setdefault(_nombrado(servido.id, objetivos), {})
        cita = plegar(servido.cita or "")
        # Al lado de otra con sus palabras, una sin cita no añade nada.
        if cita:
            primero = min(citas.get(cita, orden), citas.get("", orden))
        else:
            primero = next(iter(citas.values()), orden)
        citas.setdefault(cita, orden)
        if primero != orden:
            ruta, primera = ("objetivos", orden), ("objetivos", primero)
            yield _repetido(actor, ruta, servido.id, primera, actor.objetivos[primero].id)


class _Parrafos(NamedTuple):
    """Unos párrafos seguidos de un mandato, y el puesto de la cita que los nombra."""

    primero: float
    ultimo: float
    puesto: int


def _mandatos_repetidos(contexto: Contexto, actividad: Actividad) -> Iterator[Hallazgo]:
    citados = actividad.mandatos
    por_mandato: dict[str, list[_Parrafos]] = {}
    for puesto, citado in enumerate(citados):
        tramos = tramos_de_parrafos(citado.parrafos) if citado.parrafos else [(0, inf)]
        por_mandato.setdefault(_nombrado(citado.id, contexto.indices.mandatos), []).extend(
            _Parrafos(min(tramo), max(tramo), puesto) for tramo in tramos
        )
    for suyos in por_mandato.values():
        for segundo, primero in _que_se_pisan(suyos).items():
            yield _cita_repetida(actividad, segundo, primero)


def _que_se_pisan(parrafos: list[_Parrafos]) -> dict[int, int]:
    """De cada cita que comparte párrafos con una anterior, el puesto de las dos."""
    pisados: dict[int, int] = {}
    parrafos.sort()
    ultimo = parrafos[0]
    for uno in parrafos[1:]:
        if uno.primero <= ultimo.ultimo and uno.puesto != ultimo.puesto:
            pisados.setdefault(max(uno.puesto, ultimo.puesto), min(uno.puesto, ultimo.puesto))
        ultimo = max(ultimo, uno, key=lambda tramo: tramo.ultimo)
    return pisados


def _cita_repetida(actividad: Actividad, segundo: int, primero: int) -> Hallazgo:
    una, otra = actividad.mandatos[segundo], actividad.mandatos[primero]
    ruta, primera = ("mandatos", segundo), ("mandatos", primero)
    hallazgo = _repetido(actividad, ruta, una.id, primera, otra.id)
    if (una.parrafos or "").replace(" ", "") == (otra.parrafos or "").replace(" ", ""):
        return hallazgo
    dicha, ya_dicha = (entre_comillas(_cita_en_palabras(cita)) for cita in (una, otra))
    return hallazgo._replace(
        mensaje=f"cita {dicha}, y algo de ello está ya en {ya_dicha}",
        ayuda="deje una sola de las dos citas, o corrija sus párrafos",
    )


def _cita_en_palabras(cita: MandatoCitado) -> str:
    return f"{cita.id}, párrafos {cita.parrafos}" if cita.parrafos else cita.id


def _fichas_repetidas(
    actividad: Actividad, campo: str, nombre: str, fichas: Sequence[Registro]
) -> Iterator[Hallazgo]:
    primeras: dict[tuple[str, ...], int] = {}
    for orden, ficha in enumerate(fichas):
        datos = tuple(plegar(str(valor)) for valor in vars(ficha).values())
        primera = primeras.setdefault(datos, orden)
        if primera != orden:
            # Tienen los mismos datos: con el nombre de una se reconocen las dos.
            texto = getattr(ficha, nombre)
            yield _repetido(actividad, (campo, orden), texto, (campo, primera), texto)


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
