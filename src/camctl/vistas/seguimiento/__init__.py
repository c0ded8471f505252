"""Cómo va el plan en una fecha: qué se hizo, qué venció, qué viene y qué está pendiente."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from camctl.castellano import con_un_decimal, contar, dia_en_palabras, porcentaje
from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad, Acuerdo
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.filtro import por_que_ninguno
from camctl.vistas.nombres import unir
from camctl.vistas.registros import como_registro
from camctl.vistas.respuesta import Ficha, Respuesta
from camctl.vistas.seguimiento.estado import DIAS, Estado, Pedido
from camctl.vistas.ver.comun import acuerdo_en_palabras, avance_en_palabras, id_de_actor

__all__ = ["DIAS", "Estado", "Pedido", "seguimiento"]

_VENCIDAS: Final = "Vencido: ha pasado su fecha y no consta que se celebrara"
_SIN_NUEVA_FECHA: Final = "Aplazado, sin nueva fecha"
_PROXIMAS: Final = "Próximo"
_REALIZADAS: Final = "Celebrado"
_POR_CONFIRMAR: Final = "Por confirmar"
_COBERTURA: Final = "Objetivos con sesión"
_AVANCES: Final = "Avances informados, por objetivo"
_ACUERDOS: Final = "Acuerdos sin cumplir"
_SIN_NADA: Final = "Objetivos sin sesión ni avances"


def seguimiento(indices: Indices, cobertura: Cobertura, pedido: Pedido) -> Respuesta:
    """El estado del plan en la fecha pedida, por apartados; solo los que tienen algo."""
    estado = Estado(indices, cobertura, pedido)
    apartados = (
        Ficha(_VENCIDAS, _actividades(estado.vencidas)),
        Ficha(_SIN_NUEVA_FECHA, _actividades(estado.sin_nueva_fecha)),
        Ficha(f"{_PROXIMAS}: {plazo_en_palabras(pedido)}", _actividades(estado.proximas)),
        Ficha(_POR_CONFIRMAR, _por_confirmar(estado)),
        Ficha(_ACUERDOS, tuple(_acuerdos(estado))),
        Ficha(_REALIZADAS, _actividades(estado.realizadas)),
        Ficha(_COBERTURA, tuple(_cobertura_por_objetivos(estado))),
        Ficha(_AVANCES, _avances(estado)),
        Ficha(_SIN_NADA, tuple((uno.id, (uno.titulo,)) for uno in estado.sin_nada)),
    )
    return Respuesta(
        tuple(ficha for ficha in apartados if ficha.campos),
        lambda: _datos(estado),
        encabezado=(f"Seguimiento al {dia_en_palabras(pedido.al)}", _resumen(estado)),
        pie=(palabras.como_pedir_otro(pedido.criterio),),
        vacio=""
        if estado.hay_algo or not estado.filtros
        else por_que_ninguno(
            indices.plan.actividades,
            estado.filtros,
            singular="ninguna actividad",
            plural="actividades",
        ),
    )


def plazo_en_palabras(pedido: Pedido) -> str:
    """«en 30 días», o «ese mismo día» si no se mira por delante."""
    return f"en {contar(pedido.dias, 'día', 'días')}" if pedido.dias else "ese mismo día"


def _resumen(estado: Estado) -> str:
    criterio = estado.pedido.criterio
    hecha, prevista = (
        porcentaje(una.porcentaje(criterio)) for una in (estado.celebrada, estado.prevista)
    )
    return (
        f"Cobertura celebrada: {hecha}; prevista: {prevista} ({palabras.criterio_usado(criterio)})"
    )


def _actividades(actividades: Iterable[Actividad]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((una.id, (unir(una.titulo, _cuando(una)),)) for una in actividades)


def _cuando(una: Actividad) -> str:
    estado = "" if una.estado in ("propuesta", "realizada") else una.estado
    return unir(palabras.cuando(una), estado, una.motivo if una.estado == "aplazada" else "")


def _por_confirmar(estado: Estado) -> tuple[tuple[str, tuple[str, ...]], ...]:
    por_actividad: dict[str, list[str]] = {}
    for una, invitado in estado.por_confirmar:
        quien = unir(invitado.nombre, id_de_actor(invitado.actor, estado.indices))
        por_actividad.setdefault(una.id, []).append(f"{quien}, para {palabras.cuando(una)}")
    return tuple((id_, tuple(lineas)) for id_, lineas in por_actividad.items())


def _acuerdos(estado: Estado) -> Iterator[tuple[str, tuple[str, ...]]]:
    vencidos = [
        (una, _acuerdo(acuerdo, estado, "vencido")) for una, acuerdo in estado.acuerdos_vencidos
    ]
    en_plazo = [(una, _acuerdo(acuerdo, estado)) for una, acuerdo in estado.acuerdos_en_plazo]
    por_actividad: dict[str, list[str]] = {}
    for una, linea in (*vencidos, *en_plazo):
        por_actividad.setdefault(una.id, []).append(linea)
    yield from ((id_, tuple(lineas)) for id_, lineas in por_actividad.items())


def _acuerdo(acuerdo: Acuerdo, estado: Estado, *detalles: str) -> str:
    quien = id_de_actor(acuerdo.responsable, estado.indices)
    return acuerdo_en_palabras(acuerdo, *detalles, quien or "")


def _avances(estado: Estado) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (
            objetivo.id,
            tuple(
                avance_en_palabras(avance, una.id, id_de_actor(avance.actor, estado.indices))
                for una, avance in suyos
            ),
        )
        for objetivo, suyos in estado.avances
    )


def _datos(estado: Estado) -> dict[str, Any]:
    pedido, indices = estado.pedido, estado.indices
    return {
        "al": pedido.al.isoformat(),
        "dias": pedido.dias,
        "criterio": pedido.criterio,
        **{
            clave: [como_registro(indices, una) for una in actividades]
            for clave, actividades in (
                ("vencidas", estado.vencidas),
                ("sin_nueva_fecha", estado.sin_nueva_fecha),
                ("proximas", estado.proximas),
                ("realizadas", estado.realizadas),
                ("canceladas", estado.canceladas),
            )
        },
        "por_confirmar": [
            {"actividad": una.id, **como_registro(indices, invitado)}
            for una, invitado in estado.por_confirmar
        ],
        "avances": [
            {"actividad": una.id, **como_registro(indices, avance)}
            for _, suyos in estado.avances
            for una, avance in suyos
        ],
        "acuerdos_vencidos": _acuerdos_como_datos(estado.acuerdos_vencidos, indices),
        "acuerdos_en_plazo": _acuerdos_como_datos(estado.acuerdos_en_plazo, indices),
        "cobertura": {
            "celebrada": _cobertura(estado.celebrada, estado),
            "prevista": _cobertura(estado.prevista, estado),
        },
        "sin_sesion_ni_avances": _ids(estado.sin_nada),
    }


def _acuerdos_como_datos(
    acuerdos: Iterable[tuple[Actividad, Acuerdo]], indices: Indices
) -> list[dict[str, Any]]:
    return [{"actividad": una.id, **como_registro(indices, acuerdo)} for una, acuerdo in acuerdos]


def _cobertura_por_objetivos(estado: Estado) -> Iterator[tuple[str, tuple[str, ...]]]:
    celebrada, prevista = (
        _cobertura(una, estado)["objetivos"] for una in (estado.celebrada, estado.prevista)
    )
    if celebrada:
        yield "celebrada", (", ".join(celebrada),)
    if por_celebrar := [uno for uno in prevista if uno not in celebrada]:
        yield "prevista", (", ".join(por_celebrar),)


def _cobertura(cobertura: Cobertura, estado: Estado) -> dict[str, Any]:
    criterio = estado.pedido.criterio
    cubiertos = [uno for uno in estado.objetivos if cobertura.esta_cubierto(uno, criterio)]
    porciento = con_un_decimal(cobertura.porcentaje(criterio))
    return {"porcentaje": porciento, "objetivos": _ids(cubiertos)}


def _ids(objetivos: Sequence[Objetivo]) -> list[str]:
    return [uno.id for uno in objetivos]
