"""Lo que el modelo sabe de cada campo: a qué ficha pertenece y cómo se escribe un ejemplo."""

from functools import cache, lru_cache
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from camctl.modelo.base import Registro, solo_el_id


def ficha_de(anotacion: Any) -> type[Registro] | None:
    """La ficha que hay dentro de una anotación: `tuple[Invitado, ...] | None` → `Invitado`."""
    if isinstance(anotacion, type) and issubclass(anotacion, Registro):
        return anotacion
    for dentro in get_args(anotacion):
        if dentro is not NoneType and (ficha := ficha_de(dentro)):
            return ficha
    return None


@cache
def campos_con_fichas(modelo: type[Registro]) -> tuple[tuple[str, bool], ...]:
    """Los campos de `modelo` que llevan fichas dentro, y si las llevan en una lista."""
    return tuple(
        (nombre, get_origin(campo.annotation) is tuple)
        for nombre, campo in modelo.model_fields.items()
        if ficha_de(campo.annotation)
    )


def se_abrevia(anotacion: Any) -> bool:
    """Si en ella basta el ID de una ficha, `B8` por `{id: B8}`; también dentro de una lista."""
    funciones = (getattr(dato, "func", None) for dato in getattr(anotacion, "__metadata__", ()))
    return solo_el_id in funciones or any(map(se_abrevia, get_args(anotacion)))


def ficha_en(modelo: type[Registro], ruta: tuple[str | int, ...]) -> type[Registro] | None:
    """La ficha que contiene el último paso de `ruta`, o nada si no está dentro de ninguna."""
    return _ficha_tras(modelo, tuple(paso for paso in ruta[:-1] if isinstance(paso, str)))


def lista_de(ruta: tuple[str | int, ...]) -> str:
    """La lista de la que es elemento la ficha de un campo; nada si no va en ninguna."""
    return str(ruta[-3]) if len(ruta) > 2 and isinstance(ruta[-2], int) else ""


def campo_en(modelo: type[Registro], ruta: tuple[str | int, ...]) -> FieldInfo | None:
    """El campo que nombra el último paso de `ruta`, o nada si no es de ninguna ficha."""
    ficha, paso = ficha_en(modelo, ruta), ruta[-1]
    return ficha.model_fields.get(paso) if ficha and isinstance(paso, str) else None


@lru_cache(maxsize=1024)
def _ficha_tras(modelo: type[Registro], nombres: tuple[str, ...]) -> type[Registro] | None:
    ficha: type[Registro] | None = modelo
    for nombre in nombres:
        campo = ficha.model_fields.get(nombre) if ficha else None
        ficha = ficha_de(campo.annotation) if campo else None
    return ficha


def claves_de_dentro(modelo: type[Registro]) -> frozenset[str]:
    """Los campos de las fichas que `modelo` lleva dentro: en un archivo, los de sus registros."""
    fichas = (ficha_de(campo.annotation) for campo in modelo.model_fields.values())
    return frozenset(clave for ficha in fichas if ficha for clave in ficha.model_fields)


def obligatorios_de(ficha: type[Registro] | None) -> tuple[str, ...]:
    """Los campos que `ficha` ha de llevar, en su orden; ninguno si no hay ficha."""
    campos = ficha.model_fields if ficha else {}
    return tuple(nombre for nombre, campo in campos.items() if campo.is_required())


def ejemplo(campo: FieldInfo) -> Any:
    """Un valor válido de `campo`; si es una ficha obligatoria, la ficha con lo imprescindible."""
    if campo.examples:
        return campo.examples[0]
    ficha = ficha_de(campo.annotation)
    return ficha_minima(ficha) if ficha else None


def ficha_minima(modelo: type[Registro]) -> dict[str, Any]:
    """Los campos obligatorios de `modelo`, con el ejemplo de cada uno."""
    return {
        nombre: ejemplo(campo)
        for nombre, campo in modelo.model_fields.items()
        if campo.is_required()
    }
