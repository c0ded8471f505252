"""La hoja del calendario: una fila por actividad."""

from collections.abc import Iterator, Sequence
from datetime import time
from typing import Final

from camctl.indices import Indices
from camctl.modelo.actividad import ESTADOS_SIN_SESION, TODOS, Actividad
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas.hoja import Dicho, Fila, Hoja, Valor, en_lineas, si_o_no
from camctl.vistas.hojas.nombres import CALENDARIO, ids, rotulos_de_los_demas, valores_de_los_demas
from camctl.vistas.nombres import rotulo
from camctl.vistas.ver.actividad import falta_a
from camctl.vistas.ver.comun import FALTA

DESDE: Final = "Desde"
HASTA: Final = "Hasta"
DIA_FIJADO: Final = "Día fijado"

_COLUMNAS: Final = (
    rotulo(Actividad, "id"),
    "Actividad",
    rotulo(Actividad, "fecha"),
    "Hora de inicio",
    "Hora de fin",
    rotulo(Actividad, "tipo"),
    rotulo(Actividad, "estado"),
    rotulo(Actividad, "lugar"),
    rotulo(Actividad, "actores"),
    rotulo(Actividad, "invitados"),
    "Objetivos que cubre",
    "Objetivos que nombra",
    rotulo(Actividad, "mandatos"),
    rotulo(Actividad, "fecha_prevista"),
    rotulo(Actividad, "motivo"),
)
# Lo que dicen las columnas de arriba, y lo que tiene su hoja; lo demás va en otras.
_DICHOS: Final = frozenset(
    {"id", "titulo", "fecha", "hasta", "hora", "tipo", "estado", "lugar", "actores", "invitados"}
    | {"objetivos", "mandatos", "fecha_prevista", "motivo", "texto", "nota", "actualizado"}
    | {"documentos", "avances", "acuerdos"}
)
_APARTE: Final = (
    DESDE,
    HASTA,
    DIA_FIJADO,
    FALTA,
    rotulo(Actividad, "texto"),
    rotulo(Actividad, "nota"),
    f"{rotulo(Actividad, 'actualizado')} (UTC)",
)


def calendario(encargo: Encargo, actividades: Sequence[Actividad]) -> Hoja:
    """Una fila por actividad.

    La fecha se dice como la dice una persona, y además por el primer día y el último entre los que
    cae: de una actividad de la que solo se sabe el mes, los de ese mes.
    """
    filas = tuple(Fila(una.id, tuple(_valores(una, encargo))) for una in actividades)
    return Hoja(
        CALENDARIO,
        (*_COLUMNAS, *rotulos_de_los_demas(Actividad, _DICHOS), *_APARTE),
        filas,
        notas=que_se_pidio(encargo),
        fijas=2,
        aparte=_APARTE,
    )


def que_se_pidio(encargo: Encargo) -> tuple[str, ...]:
    """«Solo mes: marzo de 2030; actor: ILI.», o nada si se pidió todo el calendario."""
    return (f"Solo {'; '.join(encargo.filtros)}.",) if encargo.filtros else ()


def _valores(una: Actividad, encargo: Encargo) -> Iterator[Valor]:
    indices = encargo.indices
    yield una.id
    yield una.titulo
    yield palabras.fechas(una)
    yield from _horas(una)
    yield palabras.tipo(una)
    yield Dicho((una.estado,), estilo="aviso" if una.estado in ESTADOS_SIN_SESION else "")
    yield una.lugar
    yield _actores(una, indices)
    yield en_lineas(map(palabras.invitado, una.invitados))
    yield _cubiertos(una, encargo)
    yield TODOS if una.objetivos == TODOS else ids(indices, "objetivo", *una.objetivos)
    yield _mandatos(una, indices)
    yield una.fecha_prevista.en_palabras if una.fecha_prevista else None
    yield una.motivo
    yield from valores_de_los_demas(una, _DICHOS, indices)
    yield una.tramo.inicio
    yield una.tramo.fin
    yield si_o_no(una.tiene_dias)
    yield ", ".join(falta_a(una)) or None
    yield una.texto
    yield una.nota
    yield una.actualizado


def _horas(una: Actividad) -> tuple[time | None, time | None]:
    inicio, _, fin = (una.hora or "").partition("-")
    return _hora(inicio), _hora(fin)


def _hora(texto: str) -> time | None:
    return time.fromisoformat(texto) if texto else None


def _actores(una: Actividad, indices: Indices) -> Dicho | None:
    de_los_invitados = (uno.actor for uno in una.invitados)
    return ids(indices, "actor", *una.actores, *de_los_invitados, salvo=indices.comision)


def _cubiertos(una: Actividad, encargo: Encargo) -> Valor:
    cubiertos = encargo.cobertura.cubiertos_por(una, encargo.criterio)
    todos = len(encargo.plan.objetivos)
    if palabras.son_todos(una, cubiertos, encargo.criterio, todos=todos):
        return TODOS
    return ids(encargo.indices, "objetivo", *(uno.id for uno in cubiertos))


def _mandatos(una: Actividad, indices: Indices) -> Dicho | None:
    citas = [(ids(indices, "mandato", cita.id), cita.parrafos) for cita in una.mandatos]
    textos = (_mandato(cita, parrafos) for cita, parrafos in citas if cita)
    lleva_a = next((cita.lleva_a for cita, _ in citas if cita and cita.lleva_a), None)
    return Dicho((", ".join(textos),), lleva_a) if citas else None


def _mandato(cita: Dicho, parrafos: str | None) -> str:
    (id_,) = cita.lineas
    return f"{id_} ({palabras.parrafos_citados(parrafos)})" if parrafos else id_
