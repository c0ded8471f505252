"""Los formatos de `validar`: uno por módulo, descubiertos por su nombre."""

import pkgutil
from importlib import import_module
from typing import Final

from camctl.informe import Informe

TEXTO: Final = "texto"
_EXTENSIONES: Final = {"json": "json", "sarif": "sarif", "txt": TEXTO, "xml": "junit"}


def formatos() -> tuple[str, ...]:
    """Los nombres de los formatos, `texto` el primero."""
    nombres = sorted(modulo.name for modulo in pkgutil.iter_modules(__path__))
    return (TEXTO, *(nombre for nombre in nombres if nombre != TEXTO))


def formato_de(ruta: str) -> str | None:
    """El formato que dice la extensión de `ruta`, o nada si no dice ninguno."""
    return _EXTENSIONES.get(ruta.rpartition(".")[2].lower())


def escribir(informe: Informe, formato: str) -> str:
    """`informe` en `formato`, que es uno de `formatos()`."""
    escrito: str = import_module(f"{__name__}.{formato}").escribir(informe)
    return escrito


def mostrar(informe: Informe, ancho: int) -> None:
    """Muestra `informe` en la terminal, con sus colores, en `ancho` columnas."""
    from camctl.salida.diagnosticos.texto import componer
    from camctl.salida.maqueta.pantalla import mostrar as mostrar_lineas

    mostrar_lineas(componer(informe, ancho))
