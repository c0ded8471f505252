"""Qué ve una persona cuando el fallo es de camctl y no de sus datos."""

import os
import platform
import sys
import tempfile
import traceback
from contextlib import suppress

from camctl import __version__
from camctl.archivos import causa


def contar_fallo(fallo: BaseException) -> None:
    """Dice que camctl ha fallado y dónde guardó los detalles; no enseña el volcado."""
    donde = _guardar_detalles(fallo)
    # Si nadie lee los errores, quedan el código de salida y los detalles.
    with suppress(OSError):
        sys.stderr.write(
            "camctl ha fallado; el error es suyo, no de sus datos ni de lo que ha escrito.\n"
            "Cuéntelo a quien lo mantiene, con la orden que dio y este archivo:\n"
            f"  {donde}\n"
        )
        sys.stderr.flush()


def _guardar_detalles(fallo: BaseException) -> str:
    detalles = "\n".join(
        [
            f"camctl {__version__} · Python {platform.python_version()} · {platform.system()}",
            f"orden: {sys.argv}",
            "".join(traceback.format_exception(fallo)),
        ]
    )
    try:
        descriptor, ruta = tempfile.mkstemp(prefix="camctl-fallo-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as abierto:
            abierto.write(detalles)
    except OSError as otro:
        return f"(no se pudieron guardar los detalles: {causa(otro)}; {fallo!r})"
    return ruta
