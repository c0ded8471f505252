"""Un objetivo entero: quién lo sirve, qué sesiones lo cubren y qué se ha informado."""

from collections.abc import Iterator
from typing import Any

from camctl.cobertura import POR_OMISION, Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import TIPOS_DE_SESION, TODOS, Actividad
from camctl.modelo.actor import Actor, ArchivoDeActores
from camctl.modelo.objetivo import Objetivo, Programa
from camctl.vistas import palabras
from camctl.vistas.demas import Campo, Repaso
from camctl.vistas.derivados import objetivo_con_sesiones
from camctl.vistas.nombres import con_su_nombre, rotulo, titular, unir
from camctl.vistas.registros import como_registro
from camctl.vistas.respuesta import campo
from camctl.vistas.ver.comun import (
    ABARCA_TODO,
    FUERA_DEL_PLAN,
    GRUPO,
    LO_NOMBRA,
    OTRAS_ACTIVIDADES,
    SESIONES,
    TRANSVERSALES,
    Retrato,
    avance_en_palabras,
    id_de_actor,
    mision_de,
    por_que_cubren,
    por_que_no_cuenta,
)


def retratar(objetivo: Objetivo, indices: Indices, cobertura: Cobertura) -> Retrato:
    """Lo que el objetivo dice, quién y qué se ocupa de él y qué le falta."""
    return Retrato(
        _campos(objetivo, indices, cobertura),
        _datos(objetivo, indices, cobertura),
        falta_a(objetivo, cobertura),
    )


def falta_a(objetivo: Objetivo, cobertura: Cobertura) -> tuple[str, ...]:
    """Una sesión, si ninguna lo cubre según el criterio de por omisión."""
    return () if cobertura.esta_cubierto(objetivo, POR_OMISION) else ("una sesión",)


def _datos(objetivo: Objetivo, indices: Indices, cobertura: Cobertura) -> dict[str, Any]:
    return {
        **objetivo_con_sesiones(objetivo, indices, cobertura),
        "servidores": [
            {"actor": actor.id, "cita": servido.cita}
            for actor, servido in indices.servidores_de(objetivo)
        ],
        "transversales": [actor.id for actor in _transversales(indices)],
        "avances": [
            {"actividad": actividad.id, **como_registro(indices, avance)}
            for actividad, avance in indices.avances_de(objetivo)
        ],
    }


def _campos(objetivo: Objetivo, indices: Indices, cobertura: Cobertura) -> Iterator[Campo]:
    servidores = [
        unir(titular(actor), f"«{servido.cita}»" if servido.cita else "")
        for actor, servido in indices.servidores_de(objetivo)
    ]
    # Lo demás está en el título de la ficha.
    repaso = Repaso(objetivo, indices, aparte=("id", "titulo"))
    yield from campo(GRUPO, con_su_nombre(objetivo.grupo, indices.plan.grupos))
    yield from repaso.campo("texto", palabras.parrafos_de(objetivo.texto))
    yield from campo(rotulo(ArchivoDeActores, "actores"), servidores)
    yield from campo(TRANSVERSALES, map(titular, _transversales(indices)))
    yield from campo(SESIONES, _sesiones(objetivo, cobertura))
    yield from campo(OTRAS_ACTIVIDADES, _otras_actividades(objetivo, indices))
    yield from campo(rotulo(Actividad, "avances"), _avances(objetivo, indices))
    yield from repaso.campo("motivo_sin_sesion", palabras.parrafos_de(objetivo.motivo_sin_sesion))
    yield from campo(rotulo(Programa, "mandato"), _mandato(indices))
    yield from repaso.campo("nota", palabras.parrafos_de(objetivo.nota))
    yield from repaso.demas()


def _transversales(indices: Indices) -> list[Actor]:
    """Los que lo cubrirían por estar; la comisión no cubre nada, aunque sea transversal."""
    return [actor for actor in indices.transversales if actor is not indices.comision]


def _sesiones(objetivo: Objetivo, cobertura: Cobertura) -> Iterator[str]:
    for sesion, razones in cobertura.por_sesiones(objetivo):
        solo_general = all(razon.criterio == "general" for razon in razones)
        salvedad = " (solo con --criterio general)" if solo_general else ""
        yield unir(titular(sesion), "; ".join(por_que_cubren(razones)) + salvedad)


def _otras_actividades(objetivo: Objetivo, indices: Indices) -> Iterator[str]:
    for actividad, motivo in las_que_no_cuentan(objetivo, indices):
        yield unir(titular(actividad), f"{motivo}; {por_que_no_cuenta(actividad)}")


def las_que_no_cuentan(objetivo: Objetivo, indices: Indices) -> Iterator[tuple[Actividad, str]]:
    """Las actividades que no cubren el objetivo y tienen que ver con él, y qué tienen que ver.

    Las aplazadas, las canceladas y las que no son sesiones.
    """
    for actividad in indices.plan.actividades:
        if not actividad.es_sesion and (motivo := _relacion(actividad, objetivo, indices)):
            yield actividad, motivo


def _relacion(actividad: Actividad, objetivo: Objetivo, indices: Indices) -> str:
    if actividad.objetivos == TODOS:
        return ABARCA_TODO
    if objetivo in indices.objetivos_nombrados(actividad):
        return LO_NOMBRA
    if actividad.tipo not in TIPOS_DE_SESION:
        return ""
    presentes = [uno for uno in indices.presentes(actividad) if uno is not indices.comision]
    servidores = indices.quienes_sirven(objetivo)
    return "; ".join(mision_de(actor.id) for actor in servidores if actor in presentes)


def _avances(objetivo: Objetivo, indices: Indices) -> Iterator[str]:
    for actividad, avance in indices.avances_de(objetivo):
        quien = id_de_actor(avance.actor, indices)
        yield avance_en_palabras(avance, actividad.id, palabras.cuando(actividad), quien)


def _mandato(indices: Indices) -> str | None:
    programa = indices.plan.programa
    if programa is None or programa.mandato is None:
        return None
    mandato = indices.mandato(programa.mandato)
    return titular(mandato) if mandato else unir(programa.mandato, FUERA_DEL_PLAN)
