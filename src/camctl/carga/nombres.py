"""Los nombres de un modelo que la lectura necesita para explicar lo que no pudo leer."""

from collections.abc import Iterator
from functools import cache
from typing import get_origin

from pydantic.fields import FieldInfo

from camctl.lectura.nombres import Nombres
from camctl.modelo.actividad import TODOS, lista_o_todos
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de


@cache
def nombres_de(modelo: type[Registro]) -> Nombres:
    """Cómo se llaman las secciones de un archivo y los campos de sus fichas."""
    dentro = list(_de_dentro(modelo))
    return Nombres(
        secciones=tuple(
            seccion
            for seccion, campo in modelo.model_fields.items()
            if ficha_de(campo.annotation) and get_origin(campo.annotation) is tuple
        ),
        campos=frozenset(
            campo
            for _, ficha in dentro
            for campo in ficha.model_fields.keys() - modelo.model_fields
        ),
        primeros={nombre: next(iter(ficha.model_fields)) for nombre, ficha in dentro},
        fichas={
            seccion: frozenset(ficha.model_fields) if ficha else frozenset()
            for seccion, campo in modelo.model_fields.items()
            if get_origin(campo.annotation) is not tuple
            for ficha in (ficha_de(campo.annotation),)
        },
        listas={
            nombre: TODOS if _vale_todos(campo) else ""
            for _, ficha in dentro
            for nombre, campo in ficha.model_fields.items()
            if get_origin(campo.annotation) is tuple
        },
    )


def _vale_todos(campo: FieldInfo) -> bool:
    return any(getattr(dato, "func", None) is lista_o_todos for dato in campo.metadata)


def _de_dentro(modelo: type[Registro]) -> Iterator[tuple[str, type[Registro]]]:
    """Los campos que llevan fichas, en `modelo` y en las de dentro, y cuáles son."""
    for nombre, campo in modelo.model_fields.items():
        if ficha := ficha_de(campo.annotation):
            yield nombre, ficha
            yield from _de_dentro(ficha)
