"""Todos los campos del modelo, y un plan que los dice todos."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_origin

import yaml

from camctl.fuentes.memoria import Memoria
from camctl.modelo.actividad import Actividad
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo, ficha_de
from camctl.modelo.mandato import Mandato
from camctl.modelo.plan import MODELO_DE_ARCHIVO, Cabecera
from camctl.referencias import clase_citada


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


# Uno de cada clase: lo que cita a otro cita a estos.
_CITADOS = {"objetivo": "B8", "mandato": "AG-101", "actor": "ILI"}
# Donde el ejemplo del modelo no casa con los demás.
_PROPIOS: Mapping[tuple[type[Registro], str], Any] = {
    (Cabecera, "comision"): "CB",
    (Actividad, "fecha"): "2030-03-14",
    # Una institución que no envía a nadie, y un objetivo que no está en la misión de ninguna.
    (Actividad, "actores"): ["CB", "ILI"],
    (Actividad, "objetivos"): ["A1"],
    (Mandato, "organo"): "CB",
}


def entera(ficha: type[Registro]) -> dict[str, Any]:
    """Una ficha con todos sus campos, cada uno con el ejemplo del modelo."""
    dicha: dict[str, Any] = {}
    for nombre, campo in ficha.model_fields.items():
        dentro = ficha_de(campo.annotation)
        en_lista = get_origin(campo.annotation) is tuple
        if dentro is not None:
            dicha[nombre] = [entera(dentro)] if en_lista else entera(dentro)
        elif (ficha, nombre) in _PROPIOS:
            dicha[nombre] = _PROPIOS[ficha, nombre]
        elif clase := clase_citada(ficha, nombre):
            citado = _CITADOS[clase]
            dicha[nombre] = [citado] if isinstance(ejemplo(campo), list) else citado
        else:
            dicha[nombre] = copy.deepcopy(ejemplo(campo))
    return dicha


def plan_entero() -> dict[str, dict[str, Any]]:
    """Un plan con un registro de cada clase que dice todos sus campos.

    Lo acompañan la comisión y un objetivo que nadie sirve, sin más que lo que han de llevar.
    """
    plan = {archivo: entera(modelo) for archivo, modelo in MODELO_DE_ARCHIVO.items()}
    plan["actores.yaml"]["actores"].append({"id": "CB", "nombre": "Comisión de Bibliotecas"})
    otro = {"id": "A1", "titulo": "Lectura en familia", "texto": "Leer en familia."}
    plan["objetivos.yaml"]["objetivos"].append(otro)
    return plan


def con_valor(campo: Campo, valor: Any) -> dict[str, dict[str, Any]]:
    """El mismo plan con otro valor en `campo`; si es `None`, sin él."""
    plan = plan_entero()
    sitio: Any = plan[campo.archivo]
    for paso in campo.ruta[:-1]:
        sitio = sitio[paso]
    sitio[campo.nombre] = valor
    if valor is None:
        del sitio[campo.nombre]
    return plan


def fuente(plan: Mapping[str, Mapping[str, Any]]) -> Memoria:
    """El plan como archivos."""
    return Memoria(
        {
            archivo: yaml.safe_dump(dict(dicho), allow_unicode=True, sort_keys=False).encode()
            for archivo, dicho in plan.items()
        }
    )
