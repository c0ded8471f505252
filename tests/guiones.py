"""Los guiones de `herramientas/`, que no están en ningún paquete."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

RAIZ = Path(__file__).resolve().parent.parent


def guion(nombre: str) -> ModuleType:
    """El guion `herramientas/NOMBRE.py`, como un módulo."""
    hallado = spec_from_file_location(nombre, RAIZ / "herramientas" / f"{nombre}.py")
    assert hallado is not None
    assert hallado.loader is not None
    modulo = module_from_spec(hallado)
    hallado.loader.exec_module(modulo)
    return modulo


generar = guion("generar")
