"""Las hojas de lo que cuelga de cada actividad: invitados, avances, acuerdos y documentos."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from camctl.indices import Indices
from camctl.modelo.actividad import Actividad, Acuerdo, Avance, Documento, Invitado
from camctl.modelo.base import Registro
from camctl.vistas import palabras
from camctl.vistas.hojas.hoja import Destino, Dicho, Fila, Hoja, Valor, enlace, si_o_no
from camctl.vistas.hojas.nombres import (
    ACUERDOS,
    AVANCES,
    CALENDARIO,
    DOCUMENTOS,
    INVITADOS,
    ids,
    rotulos_de_los_demas,
    valores_de_los_demas,
)
from camctl.vistas.nombres import rotulo

_DE_LA_ACTIVIDAD: Final = ("Actividad", rotulo(Actividad, "fecha"))


_DE_CADA_UNO: Final[Mapping[type[Registro], tuple[str, ...]]] = {
    Invitado: ("nombre", "cargo", "actor", "estado", "nota"),
    Avance: ("objetivo", "actor", "texto", "enlace"),
    Acuerdo: ("texto", "responsable", "plazo", "cumplido"),
    Documento: ("titulo", "signatura", "enlace"),
}


def invitados(indices: Indices, actividades: Sequence[Actividad]) -> Hoja:
    """Una fila por persona invitada a cada actividad."""
    return Hoja(
        INVITADOS,
        (*_DE_LA_ACTIVIDAD, *_rotulos(Invitado), *_otros_rotulos(Invitado)),
        tuple(
            _fila(
                una,
                uno.nombre,
                uno.cargo,
                ids(indices, "actor", uno.actor),
                _estado(uno),
                uno.nota,
                *_otros_valores(uno, indices),
            )
            for una in actividades
            for uno in una.invitados
        ),
    )


def avances(indices: Indices, actividades: Sequence[Actividad]) -> Hoja:
    """Una fila por cada cosa que se informó de un objetivo."""
    return Hoja(
        AVANCES,
        (*_DE_LA_ACTIVIDAD, *_rotulos(Avance), *_otros_rotulos(Avance)),
        tuple(
            _fila(
                una,
                ids(indices, "objetivo", uno.objetivo),
                ids(indices, "actor", uno.actor),
                uno.texto,
                enlace(uno.enlace),
                *_otros_valores(uno, indices),
            )
            for una in actividades
            for uno in una.avances
        ),
    )


def acuerdos(indices: Indices, actividades: Sequence[Actividad]) -> Hoja:
    """Una fila por acuerdo; el que tiene por plazo un mes vence su último día."""
    texto, responsable, plazo, cumplido = _rotulos(Acuerdo)
    return Hoja(
        ACUERDOS,
        (*_DE_LA_ACTIVIDAD, texto, responsable, plazo, "Vence", cumplido, *_otros_rotulos(Acuerdo)),
        tuple(
            _fila(
                una,
                uno.texto,
                ids(indices, "actor", uno.responsable),
                uno.plazo.en_palabras if uno.plazo else None,
                uno.plazo.fin if uno.plazo else None,
                si_o_no(uno.cumplido),
                *_otros_valores(uno, indices),
            )
            for una in actividades
            for uno in una.acuerdos
        ),
    )


def documentos(indices: Indices, actividades: Sequence[Actividad]) -> Hoja:
    """Una fila por documento de cada actividad."""
    return Hoja(
        DOCUMENTOS,
        (*_DE_LA_ACTIVIDAD, *_rotulos(Documento), *_otros_rotulos(Documento)),
        tuple(
            _fila(
                una,
                uno.titulo,
                uno.signatura,
                enlace(uno.enlace),
                *_otros_valores(uno, indices),
            )
            for una in actividades
            for uno in una.documentos
        ),
    )


def _rotulos(modelo: type[Registro]) -> tuple[str, ...]:
    return tuple(rotulo(modelo, campo) for campo in _DE_CADA_UNO[modelo])


def _otros_rotulos(modelo: type[Registro]) -> tuple[str, ...]:
    return rotulos_de_los_demas(modelo, _DE_CADA_UNO[modelo])


def _otros_valores(ficha: Registro, indices: Indices) -> Iterator[Valor]:
    return valores_de_los_demas(ficha, _DE_CADA_UNO[type(ficha)], indices)


def _fila(una: Actividad, *valores: Valor) -> Fila:
    actividad = Dicho((una.id,), Destino(CALENDARIO, una.id))
    return Fila(una.id, (actividad, palabras.fechas(una), *valores))


def _estado(uno: Invitado) -> Dicho | None:
    if uno.estado is None:
        return None
    return Dicho(
        (palabras.ESTADO_DE_INVITADO[uno.estado],),
        estilo="aviso" if uno.estado == "por_confirmar" else "",
    )
