"""La orden `camctl`, que también es `python -m camctl`."""

import gc
import os


def principal() -> None:
    """Ejecuta la orden y termina el proceso con su código de salida."""
    # Antes de importar nada: un proceso que dura décimas paga el recolector de ciclos y no lo usa,
    # y buscar complementos de Pydantic entre todo lo instalado cuesta más que validar un plan.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from camctl.cli.app import principal as ejecutar
    except KeyboardInterrupt:
        # Quien interrumpe nada más empezar tampoco ha de ver un volcado.
        os._exit(130)
    ejecutar()


if __name__ == "__main__":
    principal()
