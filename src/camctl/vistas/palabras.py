"""Cómo se dicen en una tabla los valores del plan."""

from collections.abc import Iterable, Sequence
from typing import Final

from camctl.castellano import MESES, enumerar
from camctl.cobertura import EN_PALABRAS, Criterio, Razon
from camctl.indices import Apoyo, Indices
from camctl.modelo.actividad import TODOS, Actividad, Invitado
from camctl.modelo.fecha import Fecha, mes_en_palabras
from camctl.modelo.objetivo import Objetivo

# Sin género: nada dice si quien viene es un invitado o una invitada.
ESTADO_DE_INVITADO: Final = {
    "por_confirmar": "por confirmar",
    "confirmado": "asistencia confirmada",
    "excusado": "se excusó",
    "asistio": "asistió",
}
ENTRE_PARENTESIS: Final = "Entre paréntesis, lo que este criterio no cuenta."
_SESIONES_EN_UNA_FRASE: Final = 5
_TIPO: Final = {
    "circulacion": "circulación",
    "informal": "sesión informal",
    "formal": "sesión formal",
    "otra": "otra",
}


def parrafos_de(texto: str | None) -> list[str]:
    """Los párrafos de un texto largo, uno por línea."""
    return [linea.strip() for linea in (texto or "").splitlines() if linea.strip()]


def tipo(actividad: Actividad) -> str:
    """«sesión informal», «circulación»…"""
    return _TIPO[actividad.tipo]


def invitado(uno: Invitado) -> str:
    """«Ana Pérez», o «Ana Pérez (por confirmar)»."""
    return f"{uno.nombre} ({ESTADO_DE_INVITADO[uno.estado]})" if uno.estado else uno.nombre


def cuando(actividad: Actividad) -> str:
    """«marzo de 2030», «14 de marzo de 2030, 10:00-13:00», «del 14 al 15 de marzo de 2030»."""
    return ", ".join(parte for parte in (fechas(actividad), actividad.hora) if parte)


def fechas(actividad: Actividad) -> str:
    """Lo mismo que `cuando`, sin la hora."""
    fecha, hasta = actividad.fecha, actividad.hasta
    if hasta is None or hasta == fecha:
        return fecha.en_palabras
    if fecha.es_dia and hasta.es_dia:
        mismo_mes = fecha.mes == hasta.mes
        return f"del {fecha.inicio.day if mismo_mes else fecha.en_palabras} al {hasta.en_palabras}"
    desde = f"{'del' if fecha.es_dia else 'de'} {fecha.en_palabras}"
    return f"{desde} {'al' if hasta.es_dia else 'a'} {hasta.en_palabras}"


def dia(actividad: Actividad) -> str:
    """Lo que se sabe dentro del mes: «14», «14-15», «14, 10:00-13:00»; nada si solo el mes.

    De lo que acaba en otro mes se dice cuál, y el año si es otro: «28-3/4», «14 a mayo»,
    «hasta mayo de 2031».
    """
    return ", ".join(parte for parte in (dias(actividad), actividad.hora) if parte)


def dias(actividad: Actividad) -> str:
    """Lo mismo que `dia`, sin la hora."""
    fecha, hasta = actividad.fecha, actividad.hasta
    dicho = str(fecha.inicio.day) if fecha.es_dia else ""
    return _con_el_ultimo(dicho, fecha, hasta) if hasta and hasta != fecha else dicho


def dia_que_falta(actividad: Actividad) -> str:
    """«día», o «último día» si solo falta ese; nada si se saben los dos."""
    if actividad.tiene_dias:
        return ""
    return "último día" if actividad.fecha.es_dia else "día"


def _con_el_ultimo(dia: str, fecha: Fecha, hasta: Fecha) -> str:
    otro_mes, (anio, mes) = hasta.mes != fecha.mes, hasta.mes
    otro_anio = anio != fecha.inicio.year
    if hasta.es_dia:
        partes = (hasta.inicio.day, *([mes] if otro_mes else []), *([anio] if otro_anio else []))
        ultimo = "/".join(map(str, partes))
        return f"{dia}-{ultimo}" if dia else f"hasta el {ultimo}"
    if not otro_mes:
        return dia
    dicho = mes_en_palabras(hasta.mes) if otro_anio else MESES[mes - 1]
    return f"{dia} a {dicho}" if dia else f"hasta {dicho}"


def objetivos_de(
    actividad: Actividad, cubiertos: Sequence[Objetivo], criterio: Criterio, *, todos: int
) -> str:
    """«B1, B6», o «todos» si la sesión abarca los `todos` que hay.

    Lo que abarca una sesión y el criterio no cuenta va entre paréntesis.
    """
    if son_todos(actividad, cubiertos, criterio, todos=todos):
        return TODOS
    aparte = [f"({TODOS})"] if _abarca_todos(actividad) else []
    return ", ".join([*(uno.id for uno in cubiertos), *aparte])


def son_todos(
    actividad: Actividad, cubiertos: Sequence[Objetivo], criterio: Criterio, *, todos: int
) -> bool:
    """Si de lo que cubre se dice «todos»: porque los abarca, o porque son varios y no hay más."""
    cuantos = len(cubiertos)
    return criterio == "general" and (_abarca_todos(actividad) or 1 < cuantos == todos)


def _abarca_todos(actividad: Actividad) -> bool:
    return actividad.es_sesion and actividad.objetivos == TODOS


def razon(una: Razon) -> str:
    """«ACT-5 (ILI)»: la sesión y, si no es que lo nombre, por qué lo cubre."""
    sesion = una.actividad.id
    return sesion if una.criterio == "directo" else f"{sesion} ({porque(una)})"


def razones(todas: Iterable[Razon]) -> list[str]:
    """Lo mismo de varias, sin repetir: un actor cubre con dos citas, o por su misión y por todo."""
    return list(dict.fromkeys(map(razon, todas)))


def porque(una: Razon) -> str:
    """Por qué cubre, en una palabra: un actor, «directo» si lo nombra, «todos» si abarca todo."""
    if una.actor:
        return una.actor.id
    return TODOS if una.criterio == "general" else una.criterio


def porques_generales(razones: Iterable[Razon]) -> str:
    """«ACT-6 abarca el programa entero; ILI, transversal, está en ACT-4 y ACT-5»."""
    por_actor: dict[str, list[str]] = {}
    for una in razones:
        por_actor.setdefault(una.actor.id if una.actor else "", []).append(una.actividad.id)
    enteras = por_actor.pop("", [])
    verbo = "abarca" if len(enteras) == 1 else "abarcan"
    return "; ".join(
        [
            *([f"{_cuales(enteras)} {verbo} el programa entero"] if enteras else []),
            *(f"{actor}, transversal, está en {_cuales(ids)}" for actor, ids in por_actor.items()),
        ]
    )


def _cuales(ids: Sequence[str]) -> str:
    return enumerar(ids) if len(ids) <= _SESIONES_EN_UNA_FRASE else f"{len(ids)} sesiones"


def parrafos_citados(numeros: str | None) -> str:
    """«párrafo 4», «párrafos 4-6», o nada si se cita el mandato entero."""
    if not numeros:
        return ""
    return f"párrafo {numeros}" if numeros.isdigit() else f"párrafos {numeros}"


def sustentado(apoyo: Apoyo) -> str:
    """«el plan», «ACT-2», «ACT-2 (párrafos 4-6)»: algo que descansa en un mandato."""
    nombre = apoyo.id or f"el {apoyo.clase}"
    parrafos = parrafos_citados(apoyo.parrafos)
    return f"{nombre} ({parrafos})" if parrafos else nombre


def criterio_usado(criterio: Criterio) -> str:
    """«criterio actor: cuentan…»."""
    return f"criterio {criterio}: {EN_PALABRAS[criterio]}"


def como_pedir_otro(criterio: Criterio) -> str:
    """Cómo se pide otro criterio que el usado."""
    otros = [uno for uno in EN_PALABRAS if uno != criterio]
    return f"Para contar de otro modo: --criterio {' o --criterio '.join(otros)}."


def rotulo_del_plan(indices: Indices, *, carpeta: str = "") -> str:
    """«Plan 2030-2031 · CB», y la carpeta si se da: de qué plan se está hablando."""
    cabecera, comision = indices.plan.cabecera, indices.comision
    if cabecera is None:
        partes = ["Plan sin cabecera"]
    else:
        partes = [f"Plan {cabecera.periodo}", comision.id if comision else cabecera.comision]
    return " · ".join([*partes, *([carpeta] if carpeta else [])])
