"""Retrata los papeles del plan de `data/` para el README.

    python herramientas/fotos.py

Hacen falta Chromium, LibreOffice y pdftoppm (poppler-utils). No se comprueba que las imágenes estén
al día: dependen de las fuentes de cada máquina. Una agenda no tiene aspecto propio: se lo da cada
programa.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from camctl.cli.app import ejecutar

RAIZ: Final = Path(__file__).resolve().parent.parent
IMAGENES: Final = RAIZ / "docs" / "imagenes"
_PUNTOS: Final = "60"  # por pulgada: para reconocer un papel, no para leerlo
_NAVEGADOR: Final = (
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


class Retrato(NamedTuple):
    """Una página de un papel de oficina: con qué orden se hace, y cuál se enseña."""

    nombre: str
    archivo: str
    orden: tuple[str, ...]
    pagina: int = 1


RETRATOS: Final = (
    Retrato("plan", "plan.docx", ("exportar", "docx")),
    Retrato("carta", "carta.docx", ("convocatoria", "ACT-4")),
    Retrato("libro", "libro.xlsx", ("exportar", "xlsx"), 2),
)


def principal() -> int:
    """Escribe las imágenes; 1 si falta con qué."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    soffice, pdftoppm = shutil.which("soffice"), shutil.which("pdftoppm")
    if not chromium or not soffice or not pdftoppm:
        sys.stderr.write("hacen falta chromium, soffice y pdftoppm, y alguno no está\n")
        return 1
    with tempfile.TemporaryDirectory() as temporal:
        carpeta = Path(temporal)
        _retratar_la_pagina(chromium, carpeta)
        for retrato in RETRATOS:
            _retratar(retrato, soffice, pdftoppm, carpeta)
    return 0


def _retratar_la_pagina(chromium: str, carpeta: Path) -> None:
    pagina, imagen = carpeta / "plan.html", IMAGENES / "pagina.png"
    _hacer(("exportar", "html"), pagina)
    perfil = f"--user-data-dir={carpeta}/perfil"
    _ejecutar([chromium, *_NAVEGADOR, perfil, f"--screenshot={imagen}", pagina.as_uri()])


def _retratar(retrato: Retrato, soffice: str, pdftoppm: str, carpeta: Path) -> None:
    archivo = carpeta / retrato.archivo
    _hacer(retrato.orden, archivo)
    perfil = f"-env:UserInstallation={(carpeta / 'oficina').as_uri()}"
    salida = ["--headless", "--convert-to", "pdf", "--outdir", str(carpeta)]
    _ejecutar([soffice, perfil, *salida, str(archivo)])
    pagina = str(retrato.pagina)
    que = ["-png", "-r", _PUNTOS, "-f", pagina, "-l", pagina, "-singlefile"]
    pdf = archivo.with_suffix(".pdf")
    _ejecutar([pdftoppm, *que, str(pdf), str(IMAGENES / retrato.nombre)])


def _hacer(orden: tuple[str, ...], archivo: Path) -> None:
    if codigo := ejecutar([*orden, "--datos", str(RAIZ / "data"), "-o", str(archivo)]):
        raise SystemExit(codigo)


def _ejecutar(orden: list[str]) -> None:
    subprocess.run(orden, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(principal())
