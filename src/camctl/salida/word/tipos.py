"""Qué puede decir una marca: los campos de las piezas de un documento, con su descripción.

Un documento es una `NamedTuple` cuyos campos son `Annotated[tipo, "descripción"]`, donde el tipo es
un texto, un número, un sí o no, otra pieza, o una lista (`tuple[…, ...]`) de alguno de ellos.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin, get_type_hints

_LLANOS: Final[dict[type, tuple[str, str]]] = {
    str: ("un texto", "textos"),
    int: ("un número", "números"),
    bool: ("un sí o no", "síes y noes"),
    object: ("algo", "cosas"),
}


class Tipo(NamedTuple):
    """De qué es un campo; `lista`, si son varios."""

    de: type
    lista: bool = False

    @property
    def es_pieza(self) -> bool:
        """Si tiene campos dentro."""
        return not self.lista and self.de not in _LLANOS

    @property
    def se_escribe(self) -> bool:
        """Si una marca lo puede escribir tal cual."""
        return not self.lista and self.de in (str, int, object)

    def __str__(self) -> str:
        singular, plural = _LLANOS.get(self.de, ("un registro", "registros"))
        return f"una lista de {plural}" if self.lista else singular


class Campo(NamedTuple):
    """Un campo de una pieza: su tipo y lo que dice."""

    tipo: Tipo
    descripcion: str


TEXTO: Final = Tipo(str)
NUMERO: Final = Tipo(int)
SI_O_NO: Final = Tipo(bool)
LISTA_DE_TEXTOS: Final = Tipo(str, lista=True)
# De lo que está mal dicho no se sabe qué es, y no se le pide nada.
CUALQUIERA: Final = Tipo(object)


class Vuelta:
    """`loop`, que Jinja2 da dentro de un `for`: por qué vuelta va."""

    index: Annotated[int, "El número de la vuelta, desde 1."]
    first: Annotated[bool, "Si es la primera."]
    last: Annotated[bool, "Si es la última."]
    length: Annotated[int, "Cuántas hay."]


@cache
def campos_de(pieza: type) -> Mapping[str, Campo]:
    """Los campos de una pieza, en su orden."""
    anotaciones = get_type_hints(pieza, include_extras=True)
    return {nombre: _campo(anotaciones[nombre]) for nombre in anotaciones}


def _campo(anotacion: Any) -> Campo:
    descripcion = ""
    if hasattr(anotacion, "__metadata__"):
        anotacion, descripcion = get_args(anotacion)[:2]
    if get_origin(anotacion) is tuple:
        return Campo(Tipo(get_args(anotacion)[0], lista=True), descripcion)
    return Campo(Tipo(anotacion), descripcion)
