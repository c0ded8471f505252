"""Lo que un plan deja por decidir al acabar su periodo."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from camctl.castellano import contar
from camctl.cobertura import POR_OMISION, Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import TIPOS_DE_SESION
from camctl.vistas import palabras
from camctl.vistas.nombres import unir
from camctl.vistas.respuesta import Ficha, Respuesta
from camctl.vistas.ver.comun import acuerdo_en_palabras, id_de_actor


class Pendiente(NamedTuple):
    """Un punto por decidir: el registro del que se trata y lo que se sabe de él."""

    id: str
    texto: str


def pendientes(indices: Indices, cobertura: Cobertura) -> dict[str, list[Pendiente]]:
    """Por apartados: sesiones aplazadas o sin celebrar, objetivos sin sesión y acuerdos."""
    apartados = {
        "Sesiones aplazadas": list(_sesiones(indices, "aplazada")),
        "Sesiones que no consta que se celebraran": list(
            _sesiones(indices, "propuesta", "convocada")
        ),
        "Objetivos sin sesión": list(_sin_sesion(cobertura)),
        "Acuerdos sin cumplir": list(_acuerdos(indices)),
    }
    return {titulo: puntos for titulo, puntos in apartados.items() if puntos}


def como_respuesta(apartados: Mapping[str, Sequence[Pendiente]]) -> Respuesta:
    """Los pendientes, para leerlos en una terminal."""
    cuantos = sum(map(len, apartados.values()))
    return Respuesta(
        tuple(
            Ficha(titulo, tuple((uno.id, (uno.texto,)) for uno in puntos))
            for titulo, puntos in apartados.items()
        ),
        [
            {"apartado": titulo, **uno._asdict()}
            for titulo, puntos in apartados.items()
            for uno in puntos
        ],
        encabezado=(f"Por decidir: {contar(cuantos, 'punto', 'puntos')}",),
    )


def _sesiones(indices: Indices, *estados: str) -> Iterator[Pendiente]:
    for una in indices.plan.actividades:
        if una.tipo in TIPOS_DE_SESION and una.estado in estados:
            yield Pendiente(una.id, unir(una.titulo, palabras.cuando(una), una.motivo))


def _sin_sesion(cobertura: Cobertura) -> Iterator[Pendiente]:
    for objetivo in cobertura.sin_sesion(POR_OMISION):
        yield Pendiente(objetivo.id, unir(objetivo.titulo, objetivo.motivo_sin_sesion))


def _acuerdos(indices: Indices) -> Iterator[Pendiente]:
    for una in indices.plan.actividades:
        for acuerdo in una.acuerdos:
            if not acuerdo.cumplido:
                quien = id_de_actor(acuerdo.responsable, indices)
                yield Pendiente(una.id, acuerdo_en_palabras(acuerdo, quien or ""))
