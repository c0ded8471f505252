"""Piso 5: las reglas explicadas a quien las incumple: su título, su porqué y su ejemplo.

Todo sale de donde la regla se declara y de su ejemplo, que es también su prueba.
"""

import inspect
from collections.abc import Sequence
from typing import Any, Final

from camctl.diagnostico import Regla
from camctl.reglas.ejemplos import codigos_con_ejemplo, texto_de
from camctl.vistas.respuesta import Columna, Ficha, Grupo, Respuesta, Tabla, campo

# La letra de un código es la clase de sus reglas.
CLASES: Final = {
    "L": "Lectura: lo que impide leer un archivo",
    "M": "Modelo: lo que un registro no puede decir",
    "R": "Referencias: lo que un registro dice de otro",
    "C": "Calendario: fechas, sesiones y quién está en ellas",
    "E": "Redacción: lo que se escribe y cómo",
}

_COLUMNAS: Final = (
    Columna("Código", estilo="id"),
    Columna("Gravedad", estilo="aviso"),
    Columna("Regla", flexible=True),
)


def lista(cuales: Sequence[Regla]) -> Respuesta:
    """Unas reglas en una tabla, por clases."""
    por_letra: dict[str, list[Regla]] = {}
    for regla in cuales:
        por_letra.setdefault(regla.codigo[0], []).append(regla)
    grupos = tuple(
        Grupo(tuple((r.codigo, r.gravedad.value, r.titulo) for r in suyas), CLASES[letra])
        for letra, suyas in por_letra.items()
    )
    return Respuesta(
        Tabla(_COLUMNAS, grupos),
        lambda: [_registro(regla) for regla in cuales],
        pie=("Para leer una entera: camctl reglas R301.",),
    )


def fichas(cuales: Sequence[Regla]) -> Respuesta:
    """Unas reglas enteras, con su ejemplo."""
    return Respuesta(
        tuple(_ficha(regla) for regla in cuales), lambda: [_registro(regla) for regla in cuales]
    )


def _ficha(regla: Regla) -> Ficha:
    return Ficha(
        f"{regla.codigo} · {regla.titulo}",
        (
            *campo("Gravedad", regla.gravedad.value),
            *campo("Por qué", " ".join(porque_de(regla).split())),
            *campo("Ejemplo", ejemplo_de(regla).splitlines()),
        ),
    )


def _registro(regla: Regla) -> dict[str, Any]:
    return {
        "codigo": regla.codigo,
        "gravedad": regla.gravedad.value,
        "titulo": regla.titulo,
        "explicacion": " ".join(porque_de(regla).split()),
        "ejemplo": ejemplo_de(regla) or None,
    }


def porque_de(regla: Regla) -> str:
    """Por qué está mal lo que dice la regla: su docstring sin el título."""
    return inspect.cleandoc(regla.explicacion).partition("\n")[2].strip()


def ejemplo_de(regla: Regla) -> str:
    """El Markdown de su ejemplo; nada si no cabe en uno."""
    return texto_de(regla.codigo) if regla.codigo in codigos_con_ejemplo() else ""
