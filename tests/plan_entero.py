"""Todos los campos del modelo, y un plan que los dice todos."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_origin

import yaml

from camctl.fuentes.memoria import Memoria
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo, ficha_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO


class Campo(NamedTuple):
    """Un campo de una ficha, y por qué claves y puestos se llega a él en su archivo."""

    archivo: str
    ficha: type[Registro]
    nombre: str
    ruta: tuple[str | int, ...]

    def __str__(self) -> str:
        return f"{self.ficha.__name__}.{self.nombre}"


def _los_de(
    archivo: str, ficha: type[Registro], ruta: tuple[str | int, ...] = ()
) -> Iterator[Campo]:
    for nombre, campo in ficha.model_fields.items():
        suya = (*ruta, nombre)
        yield Campo(archivo, ficha, nombre, suya)
        if dentro := ficha_de(campo.annotation):
            puesto = (0,) if get_origin(campo.annotation) is tuple else ()
            yield from _los_de(archivo, dentro, (*suya, *puesto))


# Los de los registros y sus fichas; un archivo, además, tiene sus secciones.
CAMPOS = [
    campo
    for archivo, modelo in MODELO_DE_ARCHIVO.items()
    for campo in _los_de(archivo, modelo)
    if campo.ficha is not modelo
]
FICHAS = list(dict.fromkeys(campo.ficha for campo in CAMPOS))


def entera(ficha: type[Registro]) -> dict[str, Any]:
    """Una ficha con todos sus campos, cada uno con el ejemplo del modelo."""
    dicha = {}
    for nombre, campo in ficha.model_fields.items():
        dentro = ficha_de(campo.annotation)
        if dentro is None:
            dicha[nombre] = copy.deepcopy(ejemplo(campo))
        else:
            suya = entera(dentro)
            dicha[nombre] = [suya] if get_origin(campo.annotation) is tuple else suya
    return dicha


def plan_entero() -> dict[str, dict[str, Any]]:
    """Un plan con un registro de cada clase, que dice todos los campos."""
    return {archivo: entera(modelo) for archivo, modelo in MODELO_DE_ARCHIVO.items()}


def con_valor(campo: Campo, valor: Any) -> dict[str, dict[str, Any]]:
    """El mismo plan con otro valor en `campo`."""
    plan = plan_entero()
    sitio: Any = plan[campo.archivo]
    for paso in campo.ruta[:-1]:
        sitio = sitio[paso]
    sitio[campo.nombre] = valor
    return plan


def fuente(plan: Mapping[str, Mapping[str, Any]]) -> Memoria:
    """El plan como archivos."""
    return Memoria(
        {
            archivo: yaml.safe_dump(dict(dicho), allow_unicode=True, sort_keys=False).encode()
            for archivo, dicho in plan.items()
        }
    )
