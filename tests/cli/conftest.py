"""La línea de comandos, probada aparte de la máquina: ni su entorno, ni su carpeta, ni su ancho."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest
from typer import rich_utils

import camctl
from camctl.cli.app import ejecutar
from camctl.fuentes import paquete

CODIGO = Path(camctl.__file__).parents[1]
DATOS = Path(__file__).resolve().parents[2] / "data"


class Hecho(NamedTuple):
    """Lo que hizo una orden: su código y lo que escribió en cada salida."""

    codigo: int
    salida: str
    errores: str


Camctl: TypeAlias = Callable[..., Hecho]
Lanzar: TypeAlias = Callable[..., "subprocess.CompletedProcess[bytes]"]


def error_de(hecho: Hecho) -> str:
    """El error de una orden mal dada, que no responde nada: su tercera línea, sin «error: »."""
    assert hecho.codigo == 2
    assert hecho.salida == ""
    uso, pista, error = hecho.errores.splitlines()
    assert uso.startswith("Uso: camctl ")
    assert re.fullmatch(r"Pruebe «camctl \w+ --ayuda» para ver la ayuda\.", pista)
    return error.removeprefix("error: ")


@pytest.fixture
def aislada(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Una carpeta vacía, y nada en el entorno que cambie lo que hace camctl."""
    ajenas = ("LINES", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "CI")
    for variable in [*ajenas, *(nombre for nombre in os.environ if "CAMCTL" in nombre)]:
        monkeypatch.delenv(variable, raising=False)
    # Typer los toma del entorno al importarse.
    monkeypatch.setattr(rich_utils, "FORCE_TERMINAL", None)
    monkeypatch.setattr(rich_utils, "MAX_WIDTH", None)
    monkeypatch.setenv("COLUMNS", "80")
    vacia = tmp_path / "vacia"
    vacia.mkdir()
    monkeypatch.chdir(vacia)
    return vacia


@pytest.fixture
def camctl_(aislada: Path, capsys: pytest.CaptureFixture[str]) -> Camctl:
    """Ejecuta una orden en este proceso: `camctl_("ver", "B8")`."""

    def hacer(*orden: str) -> Hecho:
        codigo = ejecutar([*orden])
        return Hecho(codigo, *capsys.readouterr())

    return hacer


@pytest.fixture
def lanzar(aislada: Path) -> Lanzar:
    """Ejecuta una orden en su propio proceso: `lanzar("calendario", LC_ALL="C")`."""

    def hacer(*orden: str, **entorno: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "camctl", *orden],
            env=entorno_limpio(**entorno),
            capture_output=True,
            check=False,
            timeout=60,
        )

    return hacer


def entorno_limpio(**entorno: str) -> dict[str, str]:
    """El entorno de un proceso: lo justo para encontrar Python y camctl, y `entorno`."""
    propio = {
        nombre: os.environ[nombre]
        for nombre in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "TEMP", "LD_LIBRARY_PATH")
        if nombre in os.environ
    }
    return {**propio, "PYTHONPATH": str(CODIGO), **entorno}


@pytest.fixture
def datos(aislada: Path) -> Path:
    """Una copia de `data/` que se puede estropear, en la carpeta `data` de la actual."""
    copia = aislada / "data"
    shutil.copytree(DATOS, copia)
    return copia


@pytest.fixture
def del_paquete(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El plan que trae el paquete: aquí, una copia de `data/`."""
    copia = tmp_path_factory.mktemp("paquete") / "plan"
    shutil.copytree(DATOS, copia)
    monkeypatch.setattr(paquete, "_CARPETA", copia)
    return copia
