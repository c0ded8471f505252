"""Cómo se nombra un registro en una línea, y cómo se rotula cada uno de sus campos."""

from collections.abc import Mapping
from typing import Final

from camctl.comparacion import plegar_id, sin_blancos_de_mas
from camctl.indices import RegistroConId
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.mandato import Mandato
from camctl.vistas import palabras

SEPARADOR: Final = " · "


def rotulo(modelo: type[Registro], campo: str) -> str:
    """El rótulo que el modelo da a `campo`: «Fecha prevista»."""
    return modelo.model_fields[campo].title or campo


def unir(*partes: str | None) -> str:
    """Las partes que dicen algo, en una línea: «A · B · C»."""
    return SEPARADOR.join(sin_blancos_de_mas(parte) for parte in partes if parte)


def titulo(registro: RegistroConId) -> str:
    """El título de un registro; de un actor, su nombre."""
    return registro.nombre if isinstance(registro, Actor) else registro.titulo


def titular(registro: RegistroConId) -> str:
    """El ID y lo que hace falta para reconocer el registro.

    Por ejemplo: «ACT-4 · Sesión sobre las salas de lectura · propuesta · marzo de 2030».
    """
    if isinstance(registro, Actividad):
        cuando = palabras.cuando(registro)
        return unir(registro.id, registro.titulo, registro.estado, cuando)
    if isinstance(registro, Mandato):
        # Su título oficial puede ser un párrafo; la resolución basta para reconocerlo.
        return unir(registro.id, registro.resolucion)
    return unir(registro.id, titulo(registro))


def con_su_nombre(letra: str, nombres: Mapping[str, str]) -> str:
    """«B · Organismos especializados»: una letra y su nombre, si `nombres` lo da."""
    forma = plegar_id(letra)
    return unir(letra, *(nombre for otra, nombre in nombres.items() if plegar_id(otra) == forma))
