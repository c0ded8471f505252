"""Todas las reglas que puede citar un diagnóstico: de lectura, de modelo y de contenido.

Se descubren donde se declaran: una constante `Regla`, o una función con `@comprueba`.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Final

from camctl.diagnostico import Regla
from camctl.reglas.motor import Comprobacion

_DONDE: Final = (
    "camctl.lectura",
    "camctl.carga",
    "camctl.traduccion",
    "camctl.reglas",
    "camctl.ignorados",
)


def reglas() -> list[Regla]:
    """Todas las reglas, por código."""
    return [regla for regla, _ in reglas_con_nombre()]


def reglas_con_nombre() -> list[tuple[Regla, str]]:
    """Las reglas, por código, con el nombre que cada una tiene donde se declara."""
    halladas = {
        regla.codigo: (regla, nombre)
        for modulo in _modulos()
        for nombre, valor in vars(modulo).items()
        if (regla := _regla(valor))
    }
    return [halladas[codigo] for codigo in sorted(halladas)]


def _regla(valor: object) -> Regla | None:
    if isinstance(valor, Comprobacion):
        return valor.regla
    return valor if isinstance(valor, Regla) else None


def _modulos() -> Iterator[ModuleType]:
    for nombre in _DONDE:
        modulo = importlib.import_module(nombre)
        yield modulo
        for hijo in pkgutil.iter_modules(getattr(modulo, "__path__", ())):
            yield importlib.import_module(f"{nombre}.{hijo.name}")
