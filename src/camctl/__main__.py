"""La orden `camctl`, que también es `python -m camctl`."""

import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_CARGADOR: Final = "pydantic.plugin._loader"


class _SinComplementos(ModuleType):
    """Ocupa el sitio del módulo con que Pydantic busca complementos entre todo lo instalado.

    El suyo importa `importlib.metadata`, con el correo y los archivos comprimidos detrás, aunque se
    le diga que no busque: más de lo que cuesta leer y validar un plan. Si algún día le piden a este
    algo que no tiene, deja paso al de verdad.
    """

    get_plugins = staticmethod(tuple[Any, ...])

    def __getattr__(self, nombre: str) -> Any:
        if nombre.startswith("__"):  # lo que Python mira en todo módulo al importarlo
            raise AttributeError(nombre)
        del sys.modules[_CARGADOR]
        return getattr(import_module(_CARGADOR), nombre)


def principal() -> None:
    """Ejecuta la orden y termina el proceso con su código de salida."""
    # Antes de importar nada: un proceso que dura décimas paga el recolector de ciclos y no lo usa.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_CARGADOR, _SinComplementos(_CARGADOR))
    try:
        from camctl.cli.app import principal as ejecutar
    except KeyboardInterrupt:
        # Quien interrumpe nada más empezar tampoco ha de ver un volcado.
        os._exit(130)
    ejecutar()


if __name__ == "__main__":
    principal()
