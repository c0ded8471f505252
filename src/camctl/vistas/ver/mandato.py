"""Un mandato entero, con todo lo que descansa en él."""

from collections.abc import Iterator

from camctl.indices import Apoyo, Indices
from camctl.modelo.mandato import Mandato
from camctl.vistas import palabras
from camctl.vistas.demas import Campo, Repaso
from camctl.vistas.derivados import mandato_con_apoyos
from camctl.vistas.nombres import rotulo, titular, unir
from camctl.vistas.respuesta import campo
from camctl.vistas.ver.comun import (
    FUERA_DEL_PLAN,
    SUSTENTA,
    Retrato,
)


def retratar(mandato: Mandato, indices: Indices) -> Retrato:
    """Lo que el mandato es, qué descansa en él y qué le falta."""
    return Retrato(
        _campos(mandato, indices), mandato_con_apoyos(mandato, indices), falta_a(mandato)
    )


def falta_a(mandato: Mandato) -> tuple[str, ...]:
    """Los enlaces al texto, si no hay ninguno."""
    return () if mandato.enlaces else (rotulo(Mandato, "enlaces").lower(),)


def _campos(mandato: Mandato, indices: Indices) -> Iterator[Campo]:
    enlaces = [f"{idioma}: {enlace}" for idioma, enlace in mandato.enlaces.items()]
    # Lo demás está en el título de la ficha.
    repaso = Repaso(mandato, indices, aparte=("id", "resolucion"))
    yield from repaso.campo("titulo", palabras.parrafos_de(mandato.titulo))
    yield from repaso.campo("organo", _organo(mandato, indices))
    yield from repaso.campo("seccion", palabras.parrafos_de(mandato.seccion))
    yield from repaso.campo("parrafos", mandato.parrafos)
    yield from repaso.campo("enlaces", enlaces)
    yield from campo(SUSTENTA, [_apoyo(uno, indices) for uno in indices.apoyos_en(mandato)])
    yield from repaso.campo("nota", palabras.parrafos_de(mandato.nota))
    yield from repaso.demas()


def _organo(mandato: Mandato, indices: Indices) -> str | None:
    if mandato.organo is None:
        return None
    actor = indices.actor(mandato.organo)
    return titular(actor) if actor else unir(mandato.organo, FUERA_DEL_PLAN)


def _apoyo(apoyo: Apoyo, indices: Indices) -> str:
    cabecera, programa = indices.plan.cabecera, indices.plan.programa
    actividad = indices.actividad(apoyo.id) if apoyo.id else None
    if actividad:
        return unir(titular(actividad), palabras.parrafos_citados(apoyo.parrafos))
    if apoyo.clase == "programa":
        return f"el programa que adopta: {programa.titulo}" if programa else "el programa"
    return f"el plan {cabecera.periodo}" if cabecera else "el plan"
