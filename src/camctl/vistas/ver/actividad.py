"""Una actividad entera, con lo que cubre y lo que aún no se sabe de ella."""

from collections.abc import Iterator

from camctl.cobertura import POR_OMISION, Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import ESTADOS_SIN_SESION, TIPOS_DE_SESION, TODOS, Actividad, Acuerdo
from camctl.modelo.actor import Actor
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.demas import Campo, Repaso, dicho, en_linea
from camctl.vistas.derivados import actividad_con_cobertura
from camctl.vistas.nombres import rotulo, titular, unir
from camctl.vistas.ver.comun import (
    ABARCA_TODO,
    FUERA_DEL_PLAN,
    LO_NOMBRA,
    Retrato,
    acuerdo_en_palabras,
    avance_en_palabras,
    documento_en_palabras,
    id_de_actor,
    invitado_en_palabras,
    por_que_cubren,
    por_que_no_cuenta,
    transversales,
)


def retratar(actividad: Actividad, indices: Indices, cobertura: Cobertura) -> Retrato:
    """Lo que la actividad dice, a qué remite y qué le falta."""
    return Retrato(
        _campos(actividad, indices, cobertura),
        actividad_con_cobertura(actividad, indices, cobertura),
        falta_a(actividad),
    )


def falta_a(actividad: Actividad) -> tuple[str, ...]:
    """Lo que aún no se sabe de la actividad: día, hora, lugar, motivo, quién viene."""
    return tuple(_carencias(actividad))


def _carencias(actividad: Actividad) -> Iterator[str]:
    if actividad.estado in ESTADOS_SIN_SESION and not actividad.motivo:
        yield rotulo(Actividad, "motivo").lower()
    # De lo que no va a celebrarse ya no hace falta saber más que el porqué.
    if actividad.estado == "cancelada":
        return
    if falta := palabras.dia_que_falta(actividad):
        yield falta
    if actividad.tipo in TIPOS_DE_SESION:
        yield from (
            rotulo(Actividad, nombre).lower()
            for nombre in ("hora", "lugar")
            if not getattr(actividad, nombre)
        )
    for invitado in actividad.invitados:
        if actividad.estado == "realizada" and invitado.estado in ("por_confirmar", "confirmado"):
            yield f"si asistió {invitado.nombre}"
        elif invitado.estado == "por_confirmar":
            yield f"confirmar a {invitado.nombre}"


def _campos(actividad: Actividad, indices: Indices, cobertura: Cobertura) -> Iterator[Campo]:
    # Lo demás está en el título de la ficha.
    repaso = Repaso(actividad, indices, aparte=("id", "titulo", "estado", "fecha", "hasta"))
    fila = repaso.campo
    prevista, instante = actividad.fecha_prevista, actividad.actualizado
    yield from fila("tipo", palabras.tipo(actividad))
    yield from fila("texto", palabras.parrafos_de(actividad.texto))
    yield from fila("hora", _hora(actividad, indices))
    yield from fila("lugar", actividad.lugar)
    yield from fila("fecha_prevista", prevista.en_palabras if prevista else None)
    yield from fila("motivo", palabras.parrafos_de(actividad.motivo))
    yield from fila("actores", list(_actores(actividad, indices)))
    yield from fila(
        "invitados", [invitado_en_palabras(uno, indices) for uno in actividad.invitados]
    )
    yield from fila("objetivos", list(_objetivos(actividad, indices, cobertura)))
    yield from fila("mandatos", list(_mandatos(actividad, indices)))
    yield from fila("documentos", map(documento_en_palabras, actividad.documentos))
    yield from fila("avances", list(_avances(actividad, indices)))
    yield from fila("acuerdos", [_acuerdo(uno, indices) for uno in actividad.acuerdos])
    yield from fila("nota", palabras.parrafos_de(actividad.nota))
    yield from fila("actualizado", dicho(instante) if instante else None)
    yield from repaso.demas()


def _hora(actividad: Actividad, indices: Indices) -> str | None:
    cabecera = indices.plan.cabecera
    zona = cabecera.zona_horaria if cabecera else None
    return f"{actividad.hora} ({zona})" if actividad.hora and zona else actividad.hora


def _actores(actividad: Actividad, indices: Indices) -> Iterator[str]:
    listados = [indices.actor(referencia) for referencia in actividad.actores]
    for referencia, actor in zip(actividad.actores, listados, strict=True):
        yield _actor(actor, actividad, indices) if actor else unir(referencia, FUERA_DEL_PLAN)
    for actor in indices.presentes(actividad):
        if actor not in listados:
            yield unir(_actor(actor, actividad, indices), "presente por sus invitados")


def _actor(actor: Actor, actividad: Actividad, indices: Indices) -> str:
    return unir(
        titular(actor),
        "convoca" if convoca(actor, actividad, indices) else "",
        "transversal" if actor.transversal else "",
    )


def convoca(actor: Actor, actividad: Actividad, indices: Indices) -> bool:
    """Si `actor` está en la sesión por ser la comisión que la convoca."""
    return actor is indices.comision and actividad.tipo in TIPOS_DE_SESION


def _objetivos(actividad: Actividad, indices: Indices, cobertura: Cobertura) -> Iterator[str]:
    if resumen := resumen_de_objetivos(actividad, indices):
        yield resumen
    if actividad.es_sesion:
        for objetivo in cobertura.cubiertos_por(actividad):
            yield unir(titular(objetivo), _razones(actividad, objetivo, cobertura))
    else:
        for objetivo in indices.objetivos_nombrados(actividad):
            yield unir(titular(objetivo), LO_NOMBRA)
    for referencia in objetivos_ajenos(actividad, indices):
        yield unir(referencia, FUERA_DEL_PLAN)


def objetivos_ajenos(actividad: Actividad, indices: Indices) -> list[str]:
    """Los que la actividad nombra y no están en el plan."""
    return [uno for uno in _nombrados(actividad) if not indices.objetivo(uno)]


def resumen_de_objetivos(actividad: Actividad, indices: Indices) -> str:
    """Lo que se dice de sus objetivos antes de nombrarlos: si los abarca todos, si no cuenta…"""
    return "; ".join(filter(None, _resumen(actividad, indices)))


def _resumen(actividad: Actividad, indices: Indices) -> Iterator[str]:
    nombrados = _nombrados(actividad)
    if actividad.objetivos == TODOS:
        yield ABARCA_TODO
    elif not nombrados and actividad.tipo in TIPOS_DE_SESION:
        yield "ninguno nombrado"
    # La comisión no cubre nada por estar, ni aunque sea transversal.
    presentes = (uno for uno in indices.presentes(actividad) if uno is not indices.comision)
    if actividad.es_sesion:
        yield transversales([actor.id for actor in presentes if actor.transversal])
    elif actividad.objetivos or actividad.tipo in TIPOS_DE_SESION:
        yield por_que_no_cuenta(actividad)


def _nombrados(actividad: Actividad) -> tuple[str, ...]:
    return () if actividad.objetivos == TODOS else actividad.objetivos


def _razones(actividad: Actividad, objetivo: Objetivo, cobertura: Cobertura) -> str:
    razones = cobertura.razones_de(objetivo, POR_OMISION)
    suyas = (razon for razon in razones if razon.actividad is actividad)
    return "; ".join(por_que_cubren(suyas, con_cita=True))


def _mandatos(actividad: Actividad, indices: Indices) -> Iterator[str]:
    for cita in actividad.mandatos:
        mandato = indices.mandato(cita.id)
        nombre = titular(mandato) if mandato else unir(cita.id, FUERA_DEL_PLAN)
        numeros = palabras.parrafos_citados(cita.parrafos)
        yield unir(nombre, numeros, *en_linea(cita, "id", "parrafos"))


def _avances(actividad: Actividad, indices: Indices) -> Iterator[str]:
    for avance in actividad.avances:
        objetivo = indices.objetivo(avance.objetivo)
        sobre = objetivo.id if objetivo else avance.objetivo
        yield avance_en_palabras(avance, sobre, id_de_actor(avance.actor, indices))


def _acuerdo(acuerdo: Acuerdo, indices: Indices) -> str:
    quien = id_de_actor(acuerdo.responsable, indices)
    return acuerdo_en_palabras(
        acuerdo, f"{rotulo(Acuerdo, 'responsable').lower()}: {quien}" if quien else ""
    )
