"""Uno o varios registros enteros: lo que dicen, todo lo que los une a otros y lo que les falta."""

from collections.abc import Iterator, Sequence

from camctl.cobertura import POR_OMISION, Cobertura
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.modelo.plan import clase_de
from camctl.vistas import palabras
from camctl.vistas.nombres import titular
from camctl.vistas.respuesta import Ficha, Respuesta, campo
from camctl.vistas.ver import actividad, actor, mandato, objetivo
from camctl.vistas.ver.comun import FALTA, Retrato


def ver(registros: Sequence[RegistroConId], indices: Indices, cobertura: Cobertura) -> Respuesta:
    """Una ficha por registro, en el orden en que se piden.

    Como datos, cada registro lleva `clase` delante, las claves derivadas de su clase y `falta`.
    """
    retratos = [(uno, _retratar(uno, indices, cobertura)) for uno in registros]
    return Respuesta(
        tuple(_ficha(registro, retrato) for registro, retrato in retratos),
        [
            {"clase": clase_de(registro).nombre, **retrato.datos, "falta": list(retrato.falta)}
            for registro, retrato in retratos
        ],
        pie=tuple(_pie(registros)),
    )


def _pie(registros: Sequence[RegistroConId]) -> Iterator[str]:
    if any(isinstance(uno, Objetivo) or _cubre_algo(uno) for uno in registros):
        yield (
            f"Qué cubre cada sesión, {palabras.criterio_usado(POR_OMISION)}. "
            "Para contar de otro modo, consulte la cobertura con --criterio."
        )


def _cubre_algo(registro: RegistroConId) -> bool:
    return isinstance(registro, Actividad) and registro.es_sesion


def _ficha(registro: RegistroConId, retrato: Retrato) -> Ficha:
    falta = campo(FALTA, ", ".join(retrato.falta) or None)
    return Ficha(titular(registro), (*retrato.campos, *falta))


def _retratar(registro: RegistroConId, indices: Indices, cobertura: Cobertura) -> Retrato:
    if isinstance(registro, Actividad):
        return actividad.retratar(registro, indices, cobertura)
    if isinstance(registro, Actor):
        return actor.retratar(registro, indices)
    if isinstance(registro, Mandato):
        return mandato.retratar(registro, indices)
    return objetivo.retratar(registro, indices, cobertura)
