"""Los formatos de las consultas: uno por módulo, descubiertos por su nombre.

Un formato es un módulo de este paquete con `escribir(respuesta) -> str` y, si en un archivo no va
en UTF-8, la `CODIFICACION` en que va. Se llama como lo pide quien usa camctl, salvo `consola`, que
se pide `tabla`. Nombrarlos no carga ninguno.
"""

import pkgutil
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from camctl.vistas.respuesta import Respuesta

TABLA = "tabla"
_MODULO_DE_TABLA = "consola"
_OTRAS_EXTENSIONES = {"txt": TABLA, "yml": "yaml"}


def formatos() -> tuple[str, ...]:
    """Los nombres de los formatos: `tabla` y, por orden alfabético, los demás."""
    modulos = {modulo.name for modulo in pkgutil.iter_modules(__path__)}
    return (TABLA, *sorted(modulos - {_MODULO_DE_TABLA}))


def formato_de(ruta: str) -> str | None:
    """El formato que pide la extensión de `ruta`, o nada si no es la de ninguno."""
    extension = PurePath(ruta).suffix[1:].lower()
    nombre = _OTRAS_EXTENSIONES.get(extension, extension)
    return nombre if nombre in formatos() else None


def escribir(respuesta: Respuesta, formato: str, *, ancho: int | None = None) -> str:
    """`respuesta` en `formato`; `ancho` son las celdas de la tabla, el único que las mide.

    Raises:
        ValueError: si `formato` no es ninguno de `formatos()`.
    """
    if formato == TABLA:
        from camctl.salida.tablas import consola

        return consola.escribir(respuesta, ancho or consola.ANCHO)
    texto: str = _modulo(formato).escribir(respuesta)
    return texto


def en_archivo(respuesta: Respuesta, formato: str) -> bytes:
    """Lo mismo que `escribir`, como va en un archivo.

    Raises:
        ValueError: si `formato` no es ninguno de `formatos()`.
    """
    codificacion: str = getattr(_modulo(formato), "CODIFICACION", "utf-8")
    return escribir(respuesta, formato).encode(codificacion)


def _modulo(formato: str) -> ModuleType:
    if formato not in formatos():
        raise ValueError(f"no hay ningún formato «{formato}»")
    return import_module(f"{__name__}.{_MODULO_DE_TABLA if formato == TABLA else formato}")
