"""Un actor entero: qué papel tiene, a qué sirve su misión y en qué está presente."""

from collections.abc import Iterator
from typing import Any

from camctl.castellano import enumerar
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad, Acuerdo, Avance
from camctl.modelo.actor import Actor
from camctl.modelo.plan import ArchivoDeCalendario
from camctl.vistas import palabras
from camctl.vistas.demas import Campo, Repaso, en_linea
from camctl.vistas.derivados import actor_con_sesiones, con_fecha
from camctl.vistas.nombres import con_su_nombre, rotulo, titular, unir
from camctl.vistas.registros import como_registro
from camctl.vistas.respuesta import campo
from camctl.vistas.ver.comun import (
    FUERA_DEL_PLAN,
    PAPEL,
    Retrato,
    acuerdo_en_palabras,
    avance_en_palabras,
)


def retratar(actor: Actor, indices: Indices) -> Retrato:
    """Lo que el actor es, en qué está y qué le falta."""
    return Retrato(_campos(actor, indices), _datos(actor, indices), falta_a(actor, indices))


def falta_a(actor: Actor, indices: Indices) -> tuple[str, ...]:
    """Una sesión, si su misión sirve a algún objetivo y no está presente en ninguna.

    A la comisión y a los actores colectivos no les falta nada: no se los convoca por su misión.
    """
    sirve = actor.transversal or any(indices.objetivo(uno.id) for uno in actor.objetivos)
    if not sirve or actor.colectivo or actor is indices.comision or indices.sesiones_de(actor):
        return ()
    return ("una sesión en la que esté presente",)


def _datos(actor: Actor, indices: Indices) -> dict[str, Any]:
    return {
        **actor_con_sesiones(actor, indices),
        "actividades": [con_fecha(actividad) for actividad in indices.actividades_de(actor)],
        "invitados": [
            {"actividad": actividad.id, **como_registro(indices, invitado)}
            for actividad, invitado in indices.invitados_de(actor)
        ],
        "avances": [
            {"actividad": actividad.id, **como_registro(indices, avance)}
            for actividad, avance in avances_de(actor, indices)
        ],
        "acuerdos": [
            {"actividad": actividad.id, **como_registro(indices, acuerdo)}
            for actividad, acuerdo in acuerdos_de(actor, indices)
        ],
        "mandatos": [mandato.id for mandato in indices.mandatos_adoptados_por(actor)],
    }


def _campos(actor: Actor, indices: Indices) -> Iterator[Campo]:
    categoria = actor.categoria
    # Lo demás está en el título de la ficha.
    repaso = Repaso(actor, indices, aparte=("id", "nombre"))
    yield from repaso.campo("alias", ", ".join(actor.alias) or None)
    yield from repaso.campo(
        "categoria",
        con_su_nombre(categoria, indices.plan.categorias) if categoria else "sin categoría",
    )
    yield from campo(PAPEL, papeles_de(actor, indices))
    yield from repaso.campo("transversal", "sí" if actor.transversal else None)
    yield from repaso.campo("colectivo", "sí" if actor.colectivo else None)
    yield from repaso.campo("funcion", palabras.parrafos_de(actor.funcion))
    yield from repaso.campo("mision", palabras.parrafos_de(actor.mision))
    yield from repaso.campo("objetivos", _objetivos(actor, indices))
    yield from campo(
        rotulo(ArchivoDeCalendario, "actividades"), map(titular, indices.actividades_de(actor))
    )
    yield from campo(rotulo(Actividad, "invitados"), _invitados(actor, indices))
    yield from campo(rotulo(Actividad, "avances"), _avances(actor, indices))
    yield from campo(rotulo(Actividad, "acuerdos"), _acuerdos(actor, indices))
    yield from repaso.campo("nota", palabras.parrafos_de(actor.nota))
    yield from repaso.demas()


def papel_en_el_plan(actor: Actor, indices: Indices) -> Iterator[str]:
    """Lo que el actor es en el plan: la comisión que convoca, quien da apoyo técnico."""
    cabecera = indices.plan.cabecera
    if actor is indices.comision:
        yield "comisión que convoca"
    if cabecera and any(indices.actor(uno) is actor for uno in cabecera.apoyo):
        yield "apoyo técnico del plan"


def papeles_de(actor: Actor, indices: Indices) -> Iterator[str]:
    """Lo que el actor es en este plan: quien convoca, quien apoya, quien adopta mandatos."""
    yield from papel_en_el_plan(actor, indices)
    if adoptados := [mandato.id for mandato in indices.mandatos_adoptados_por(actor)]:
        yield f"órgano que adopta {enumerar(adoptados)}"


def _objetivos(actor: Actor, indices: Indices) -> Iterator[str]:
    for servido in actor.objetivos:
        objetivo = indices.objetivo(servido.id)
        nombre = titular(objetivo) if objetivo else unir(servido.id, FUERA_DEL_PLAN)
        cita = f"«{servido.cita}»" if servido.cita else ""
        yield unir(nombre, cita, *en_linea(servido, "id", "cita"))


def _invitados(actor: Actor, indices: Indices) -> Iterator[str]:
    for actividad, invitado in indices.invitados_de(actor):
        yield unir(palabras.invitado(invitado), invitado.cargo, actividad.id)


def _avances(actor: Actor, indices: Indices) -> Iterator[str]:
    for actividad, avance in avances_de(actor, indices):
        objetivo = indices.objetivo(avance.objetivo)
        sobre = objetivo.id if objetivo else avance.objetivo
        yield avance_en_palabras(avance, sobre, actividad.id, palabras.cuando(actividad))


def _acuerdos(actor: Actor, indices: Indices) -> Iterator[str]:
    for actividad, acuerdo in acuerdos_de(actor, indices):
        yield acuerdo_en_palabras(acuerdo, actividad.id)


def avances_de(actor: Actor, indices: Indices) -> Iterator[tuple[Actividad, Avance]]:
    """Lo que el actor informó; pudo hacerlo donde no consta presente."""
    for actividad in indices.plan.actividades:
        for avance in actividad.avances:
            if avance.actor and indices.actor(avance.actor) is actor:
                yield actividad, avance


def acuerdos_de(actor: Actor, indices: Indices) -> Iterator[tuple[Actividad, Acuerdo]]:
    """Los acuerdos de los que responde, también los de sesiones en que no estuvo."""
    for actividad in indices.plan.actividades:
        for acuerdo in actividad.acuerdos:
            if acuerdo.responsable and indices.actor(acuerdo.responsable) is actor:
                yield actividad, acuerdo
