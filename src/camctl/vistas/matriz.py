"""La cobertura como matriz: objetivos por sesiones, con la razón en cada celda."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from camctl.castellano import con_un_decimal, contar, porcentaje
from camctl.cobertura import Cobertura, Criterio, Razon
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.respuesta import Columna, Respuesta, Tabla, una_tabla

# Con más sesiones, una columna para cada una no cabe en ninguna pantalla.
_SESIONES_EN_COLUMNAS: Final = 8


def matriz(cobertura: Cobertura, criterio: Criterio, *, huecos: bool = False) -> Respuesta:
    """La matriz entera o, con `huecos`, solo los objetivos que ninguna sesión cubre."""
    todos = cobertura.indices.plan.objetivos
    cuales = cobertura.sin_sesion(criterio) if huecos else todos
    return Respuesta(
        _tabla(cuales, cobertura, criterio),
        lambda: {
            "criterio": criterio,
            "porcentaje": con_un_decimal(cobertura.porcentaje(criterio)),
            "objetivos": [_registro(uno, cobertura, criterio) for uno in cuales],
        },
        encabezado=(resumen(cobertura, criterio),),
        pie=tuple(_pie(criterio)),
        vacio="" if cuales else _por_que_ninguno(todos, criterio),
    )


def _tabla(cuales: Sequence[Objetivo], cobertura: Cobertura, criterio: Criterio) -> Tabla:
    sesiones = cobertura.sesiones
    if len(sesiones) > _SESIONES_EN_COLUMNAS:
        filas: Iterator[tuple[str, ...]] = (
            (*_fijas(uno, cobertura, criterio), _en_una_celda(uno, cobertura, criterio))
            for uno in cuales
        )
        return una_tabla((*_FIJAS, Columna("Sesiones", flexible=True)), filas)
    filas = (
        (
            *_fijas(uno, cobertura, criterio),
            *("\n".join(motivos(suyas.get(id(sesion), ()), criterio)) for sesion in sesiones),
        )
        for uno in cuales
        for suyas in ({id(sesion): razones for sesion, razones in cobertura.por_sesiones(uno)},)
    )
    return una_tabla((*_FIJAS, *(Columna(sesion.id) for sesion in sesiones)), filas)


_FIJAS: Final = (
    Columna("ID", estilo="id"),
    Columna("Objetivo", flexible=True, prioridad=1),
    Columna("Cubierto"),
)


def _fijas(objetivo: Objetivo, cobertura: Cobertura, criterio: Criterio) -> tuple[str, str, str]:
    cubierto = "sí" if cobertura.esta_cubierto(objetivo, criterio) else "no"
    return objetivo.id, objetivo.titulo, cubierto


def motivos(razones: Iterable[Razon], criterio: Criterio) -> tuple[str, ...]:
    """Por qué cubre una sesión, cada cosa en una palabra; entre paréntesis lo que no se cuenta."""
    return tuple(dict.fromkeys(_motivo(razon, criterio) for razon in razones))


def _motivo(razon: Razon, criterio: Criterio) -> str:
    dicho = palabras.porque(razon)
    return dicho if razon.cuenta_con(criterio) else f"({dicho})"


def _en_una_celda(objetivo: Objetivo, cobertura: Cobertura, criterio: Criterio) -> str:
    return ", ".join(
        f"{sesion.id} {dicho}"
        for sesion, razones in cobertura.por_sesiones(objetivo)
        for dicho in motivos(razones, criterio)
    )


def resumen(cobertura: Cobertura, criterio: Criterio) -> str:
    """«Cobertura: 33,3 %, 5 de 15 objetivos (criterio…)»."""
    total = len(cobertura.indices.plan.objetivos)
    cubiertos = total - len(cobertura.sin_sesion(criterio))
    return (
        f"Cobertura: {porcentaje(cobertura.porcentaje(criterio))}, {cubiertos} de "
        f"{contar(total, 'objetivo', 'objetivos')} ({palabras.criterio_usado(criterio)})"
    )


def _pie(criterio: Criterio) -> Iterator[str]:
    yield from como_se_lee(criterio)
    yield palabras.como_pedir_otro(criterio)


def como_se_lee(criterio: Criterio) -> Iterator[str]:
    """Lo que hace falta saber para leer las celdas de la matriz."""
    yield (
        "En cada celda, por qué lo cubre: el actor; «directo» si la sesión lo nombra; «todos» si "
        "abarca el programa entero."
    )
    if criterio != "general":
        yield palabras.ENTRE_PARENTESIS


def _por_que_ninguno(todos: Sequence[Objetivo], criterio: Criterio) -> str:
    if not todos:
        return "el plan no tiene ningún objetivo"
    return f"ningún objetivo sin sesión (criterio {criterio})"


def _registro(objetivo: Objetivo, cobertura: Cobertura, criterio: Criterio) -> dict[str, Any]:
    razones = cobertura.razones_de(objetivo)

    def de(cual: Criterio) -> list[Razon]:
        return [razon for razon in razones if razon.criterio == cual]

    return {
        "id": objetivo.id,
        "titulo": objetivo.titulo,
        "cubierto": cobertura.esta_cubierto(objetivo, criterio),
        "directo": [{"id": razon.actividad.id} for razon in de("directo")],
        "actor": [
            {"id": r.actividad.id, "actor": r.actor.id if r.actor else None, "cita": r.cita}
            for r in de("actor")
        ],
        "general": [
            {"id": r.actividad.id, "actor": r.actor.id if r.actor else None} for r in de("general")
        ],
    }
