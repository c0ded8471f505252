"""Lo que dice de una actividad quien abre su suceso en la agenda."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from camctl.castellano import en_mayuscula
from camctl.modelo.actividad import TODOS, Actividad
from camctl.salida.limpieza import limpio
from camctl.vistas import palabras
from camctl.vistas.demas import Campo, Repaso
from camctl.vistas.encargo import Encargo
from camctl.vistas.nombres import rotulo, titular, unir
from camctl.vistas.ver.comun import (
    ABARCA_TODO,
    documento_en_palabras,
    invitado_en_palabras,
)

_Lineas: TypeAlias = Sequence[str]

# Lo que ya dice el propio suceso o el comienzo de su descripción; lo que se informó y se acordó no
# es para la agenda de nadie, y de cuándo cambió tiene el suceso su propia señal.
_APARTE: Final = (
    *("id", "fecha", "hasta", "hora", "tipo", "titulo", "texto", "estado", "objetivos"),
    *("avances", "acuerdos", "actualizado"),
)


def descripcion(actividad: Actividad, encargo: Encargo) -> str:
    """Texto corrido, que es lo único que todas las agendas enseñan; sin nada que actúe."""
    parrafos = filter(None, _parrafos(actividad, encargo))
    return "\n\n".join("\n".join(map(limpio, lineas)) for lineas in parrafos)


def _parrafos(actividad: Actividad, encargo: Encargo) -> Iterator[_Lineas]:
    yield list(_que_es(actividad, encargo))
    yield palabras.parrafos_de(actividad.texto)
    for nombre, lineas in _campos(actividad, encargo):
        yield _con_rotulo(nombre, lineas)
    yield [unir(palabras.rotulo_del_plan(encargo.indices), actividad.id)]


def _que_es(actividad: Actividad, encargo: Encargo) -> Iterator[str]:
    cuando = palabras.cuando(actividad)
    if actividad.hora and (zona := encargo.cabecera.zona_horaria):
        cuando = f"{cuando} ({zona})"
    yield unir(en_mayuscula(palabras.tipo(actividad)), actividad.estado, cuando)
    falta = palabras.dia_que_falta(actividad)
    if falta and actividad.estado != "cancelada":
        yield f"Aún no se sabe el {falta}."


def _con_rotulo(nombre: str, lineas: _Lineas) -> _Lineas:
    if len(lineas) < 2:
        return [f"{nombre}: {linea}" for linea in lineas]
    return [f"{nombre}:", *(f"- {linea}" for linea in lineas)]


def _campos(actividad: Actividad, encargo: Encargo) -> Iterator[Campo]:
    indices, prevista = encargo.indices, actividad.fecha_prevista
    repaso = Repaso(actividad, indices, aparte=_APARTE)
    yield from repaso.campo("lugar", palabras.parrafos_de(actividad.lugar))
    yield from repaso.campo("fecha_prevista", [prevista.en_palabras] if prevista else [])
    yield from repaso.campo("motivo", palabras.parrafos_de(actividad.motivo))
    yield from repaso.campo("actores", [titular(uno) for uno in indices.presentes(actividad)])
    yield from repaso.campo(
        "invitados", [invitado_en_palabras(uno, indices) for uno in actividad.invitados]
    )
    yield from _objetivos(actividad, encargo)
    yield from repaso.campo(
        "mandatos",
        [
            unir(titular(mandato), palabras.parrafos_citados(numeros))
            for mandato, numeros in indices.mandatos_de(actividad)
        ],
    )
    yield from repaso.campo(
        "documentos",
        map(documento_en_palabras, actividad.documentos),
    )
    yield from repaso.campo("nota", palabras.parrafos_de(actividad.nota))
    yield from repaso.demas()


def _objetivos(actividad: Actividad, encargo: Encargo) -> Iterator[Campo]:
    """Los que cubre y con qué criterio o, si no es una sesión que cuente, los que nombra."""
    nombre, criterio = rotulo(Actividad, "objetivos"), encargo.criterio
    abarca_todo = actividad.objetivos == TODOS
    if abarca_todo:
        yield nombre, (ABARCA_TODO,)
    elif not actividad.es_sesion:
        nombrados = encargo.indices.objetivos_nombrados(actividad)
        yield nombre, tuple(map(titular, nombrados))
    # Si los abarca todos y eso cuenta, ya está dicho.
    if not (abarca_todo and criterio == "general"):
        cubiertos = encargo.cobertura.cubiertos_por(actividad, criterio)
        yield (
            f"{nombre} que cubre ({palabras.criterio_usado(criterio)})",
            tuple(map(titular, cubiertos)),
        )
