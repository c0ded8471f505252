"""Los nombres de un modelo que la lectura necesita para explicar lo que no pudo leer."""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from camctl.lectura.escrito import escrito
from camctl.lectura.nombres import Nombres
from camctl.modelo.actividad import TODOS, admite_todos
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de
from camctl.remedios import con_campo


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
            nombre: TODOS if admite_todos(campo) else ""
            for _, ficha in dentro
            for nombre, campo in ficha.model_fields.items()
            if get_origin(campo.annotation) is tuple
        },
        como_se_escribe=partial(_como_se_escribe, [ficha for _, ficha in dentro]),
    )


def _como_se_escribe(fichas: Iterable[type[Registro]], campo: str, texto: str) -> str | None:
    """La línea de un `campo` de alguna de las `fichas` con `texto`, o con lo que quiso decir."""
    suyas = [ficha for ficha in fichas if campo in ficha.model_fields]
    for ficha in suyas:
        fallo = fallo_de(ficha, campo, texto)
        if fallo is None:
            # Quien escribe `true` no escribe un texto, aunque la lectura se lo dé como tal.
            es_texto = ficha.model_fields[campo].annotation is not bool
            valor = escrito(texto, en_corchetes=False) if es_texto else texto
            return con_campo(campo, valor)
        propuestas = fallo.get("ctx", {}).get("propuestas", ())
        if len(propuestas) == 1 and not propuestas[0].aparte:
            return con_campo(campo, propuestas[0].valor)
    return "" if suyas else None


def fallo_de(ficha: type[Registro], campo: str, valor: object) -> ErrorDetails | None:
    """Lo que `campo` tiene de malo con ese `valor` en una `ficha`; nada si puede ir en ella."""
    try:
        ficha.model_validate({campo: valor})
    except ValidationError as errado:
        suyos = (uno for uno in errado.errors(include_url=False) if uno["loc"] == (campo,))
        return next(suyos, None)
    return None


def _de_dentro(modelo: type[Registro]) -> Iterator[tuple[str, type[Registro]]]:
    """Los campos que llevan fichas, en `modelo` y en las de dentro, y cuáles son."""
    for nombre, campo in modelo.model_fields.items():
        if ficha := ficha_de(campo.annotation):
            yield nombre, ficha
            yield from _de_dentro(ficha)
