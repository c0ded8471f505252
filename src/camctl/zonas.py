"""Piso 0: las zonas horarias, iguales en cualquier máquina.

Son las del paquete `tzdata`, que trae la base de datos de la IANA. Las del sistema cambian de una
máquina a otra, y en alguna faltan: un mismo plan daría agendas distintas.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

# La que un sistema recién instalado tiene antes de que alguien diga cuál es la suya.
_SIN_DECIR: Final = "Factory"


def _carpeta() -> Path:
    return Path(import_module("tzdata").__path__[0])


@cache
def nombres() -> frozenset[str]:
    """Los nombres internacionales: `America/Montevideo`, `Europe/Lisbon`, `UTC`…"""
    escritos = (_carpeta() / "zones").read_text(encoding="utf-8").split()
    return frozenset(escritos) - {_SIN_DECIR}


@cache
def zona(nombre: str) -> "ZoneInfo":
    """La zona que se llama `nombre`, con todos sus cambios de hora.

    Raises:
        ValueError: si no es ninguno de `nombres()`.
    """
    from zoneinfo import ZoneInfo

    if nombre not in nombres():
        raise ValueError(f"no hay ninguna zona horaria «{nombre}»")
    with _carpeta().joinpath("zoneinfo", *nombre.split("/")).open("rb") as abierto:
        return ZoneInfo.from_file(abierto, key=nombre)
