"""LibreOffice, que lee lo que se reparte como lo leerá quien lo reciba.

Sin él, las pruebas que lo piden se saltan y lo dicen.
"""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

SOFFICE: Final = shutil.which("soffice")
hace_falta = pytest.mark.skipif(SOFFICE is None, reason="no está LibreOffice")


def convertir(archivos: Sequence[Path], formato: str, carpeta: Path) -> None:
    """Deja en `carpeta` lo que LibreOffice saca de cada archivo en `formato`."""
    # Con un perfil propio: dos a la vez, o uno abierto en la pantalla, se estorbarían.
    orden = [
        f"-env:UserInstallation={(carpeta.parent / 'perfil').as_uri()}",
        *("--headless", "--convert-to", formato, "--outdir", str(carpeta)),
    ]
    subprocess.run(
        [str(SOFFICE), *orden, *map(str, archivos)], check=True, capture_output=True, timeout=300
    )
