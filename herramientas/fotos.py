"""Retrata los papeles del plan de `data/` para el README. Hace falta Chromium.

    python herramientas/fotos.py

No se comprueba que estén al día: la imagen depende de las fuentes de cada máquina.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from camctl.cli.app import ejecutar

RAIZ: Final = Path(__file__).resolve().parent.parent
PAGINA: Final = RAIZ / "docs" / "imagenes" / "pagina.png"
_OPCIONES: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--window-size=1280,1080",
)


def principal() -> int:
    """Escribe las imágenes; 1 si no hay con qué."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("no está Chromium; diga dónde en la variable CHROMIUM\n")
        return 1
    with tempfile.TemporaryDirectory() as carpeta:
        pagina = Path(carpeta) / "plan.html"
        if codigo := ejecutar(["exportar", "--datos", str(RAIZ / "data"), "-o", str(pagina)]):
            return codigo
        perfil = f"--user-data-dir={carpeta}/perfil"
        orden = [chromium, *_OPCIONES, perfil, f"--screenshot={PAGINA}", pagina.as_uri()]
        subprocess.run(orden, check=True, capture_output=True)
    sys.stdout.write(f"escrito: {PAGINA.relative_to(RAIZ).as_posix()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
