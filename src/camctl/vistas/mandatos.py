"""Las resoluciones y lo que descansa en cada una."""

from typing import Final

from camctl.indices import Indices
from camctl.modelo.mandato import Mandato
from camctl.vistas import palabras
from camctl.vistas.derivados import mandato_con_apoyos
from camctl.vistas.filtro import por_que_ninguno
from camctl.vistas.respuesta import Columna, Respuesta, una_tabla

_COLUMNAS: Final = (
    Columna("ID", estilo="id"),
    Columna("Resolución", flexible=True, prioridad=1),
    Columna("Título", flexible=True),
    Columna("Párrafos", flexible=True),
    Columna("Sustenta", flexible=True),
)


def mandatos(indices: Indices) -> Respuesta:
    """Todos los mandatos, en su orden."""
    todos = indices.plan.mandatos
    return Respuesta(
        una_tabla(_COLUMNAS, (_fila(uno, indices) for uno in todos)),
        lambda: [mandato_con_apoyos(uno, indices) for uno in todos],
        vacio=""
        if todos
        else por_que_ninguno(todos, (), singular="ningún mandato", plural="mandatos"),
    )


def _fila(mandato: Mandato, indices: Indices) -> tuple[str, ...]:
    apoyos = indices.apoyos_en(mandato)
    return (
        mandato.id,
        mandato.resolucion,
        mandato.titulo,
        mandato.parrafos or "",
        "\n".join(map(palabras.sustentado, apoyos)) or "nada",
    )
