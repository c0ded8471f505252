"""Los cambios que se pueden pedir en los valores de un archivo, y cómo quedan esos valores."""

from collections.abc import Mapping
from copy import copy
from typing import Any, NamedTuple, TypeAlias

from camctl.lectura.valores import Ruta, Valor


class Poner(NamedTuple):
    """El campo de `ruta` pasa a ser `valor`, lo haya o no: un texto, un sí o no, una lista…"""

    ruta: Ruta
    valor: Any


class Quitar(NamedTuple):
    """El campo de `ruta` deja de estar."""

    ruta: Ruta


class Agregar(NamedTuple):
    """Un elemento más en la lista de `ruta`, que puede faltar: en el puesto `orden`, o al final."""

    ruta: Ruta
    valor: Any
    orden: int | None = None


class Trasladar(NamedTuple):
    """El elemento de `ruta` pasa al puesto `orden` de su lista."""

    ruta: Ruta
    orden: int


Cambio: TypeAlias = Poner | Quitar | Agregar | Trasladar


def tras(valor: Valor, cambio: Cambio) -> Valor:
    """`valor` como queda con el cambio hecho; el original no se toca."""
    queda: Valor = _tras(valor, cambio.ruta, cambio)
    return queda


def _tras(valor: Any, ruta: Ruta, cambio: Cambio) -> Any:
    nuevo = copy(valor)
    paso, *resto = ruta
    if resto:
        nuevo[paso] = _tras(valor[paso], tuple(resto), cambio)
    elif isinstance(cambio, Poner):
        nuevo[paso] = _leido(cambio.valor)
    elif isinstance(cambio, Quitar):
        del nuevo[paso]
    elif isinstance(cambio, Trasladar):
        nuevo.insert(cambio.orden, nuevo.pop(paso))
    else:
        lista = list(valor.get(paso) or ())
        lista.insert(len(lista) if cambio.orden is None else cambio.orden, _leido(cambio.valor))
        nuevo[paso] = lista
    return nuevo


def _leido(valor: Any) -> Any:
    """`valor` como lo dará la lectura, para la que todo es texto."""
    if isinstance(valor, Mapping):
        return {clave: _leido(suyo) for clave, suyo in valor.items()}
    if isinstance(valor, bool):
        return "true" if valor else "false"
    return valor if isinstance(valor, str) else [_leido(suyo) for suyo in valor]
