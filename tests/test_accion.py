"""La acción, el flujo de ejemplo y el gancho: lo que se ejecuta en los repositorios de otros."""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

RAIZ: Final = Path(__file__).resolve().parent.parent
ACCION: Final[dict[str, Any]] = yaml.safe_load((RAIZ / "action.yml").read_text("utf-8"))
FLUJO: Final[dict[Any, Any]] = yaml.safe_load(
    (RAIZ / "docs" / "ejemplos" / "comprobar-el-plan.yml").read_text("utf-8")
)
(GANCHO,) = yaml.safe_load((RAIZ / ".pre-commit-hooks.yaml").read_text("utf-8"))
PASOS: Final[list[dict[str, Any]]] = ACCION["runs"]["steps"]
(GUION,) = (paso for paso in PASOS if "run" in paso)
BASH: Final = shutil.which("bash")

# Lo que hay en el PATH en lugar de Python: prepara un entorno cuyo camctl dice con qué lo llaman.
PYTHON: Final = """#!/bin/sh
mkdir -p "$4/bin"
printf '#!/bin/sh\\n' >"$4/bin/pip"
printf '#!/bin/sh\\nprintf "%%s\\\\n" "$@"\\n' >"$4/bin/camctl"
chmod +x "$4/bin/pip" "$4/bin/camctl"
"""


def ejecutar(carpeta: Path, idioma: str = "C", **entradas: str) -> subprocess.CompletedProcess[str]:
    """Lo que hace el guion de la acción con esas entradas, sin instalar nada."""
    falso = carpeta / "bin" / "python"
    falso.parent.mkdir()
    falso.write_text(PYTHON, encoding="utf-8")
    falso.chmod(0o755)
    entorno = {"CARPETA": "data", "ESTRICTO": "no", "ACCION": "accion", **entradas}
    return subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", GUION["run"]],
        cwd=carpeta,
        env={
            "PATH": f"{falso.parent}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(carpeta / "temporal"),
            "LC_ALL": idioma,
            **entorno,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


con_bash = pytest.mark.skipif(BASH is None, reason="no está bash")


def test_lo_que_hay_en_el_repositorio_no_se_ejecuta(tmp_path: Path) -> None:
    for modulo in ("venv", "ensurepip", "pip"):
        (tmp_path / f"{modulo}.py").write_text("open('colado', 'w')", encoding="utf-8")
    (orden,) = (linea for linea in GUION["run"].splitlines() if linea.startswith("python "))
    programa, *argumentos = shlex.split(orden.replace("$RUNNER_TEMP", str(tmp_path)))
    assert programa == "python"
    subprocess.run([sys.executable, *argumentos], cwd=tmp_path, check=True, timeout=120)
    assert (tmp_path / "camctl" / "bin" / "pip").exists()
    assert not (tmp_path / "colado").exists()


@con_bash
@pytest.mark.parametrize("idioma", ["C", "C.UTF-8"])
@pytest.mark.parametrize(
    ("estricto", "opciones"),
    [
        *((dicho, ["--estricto"]) for dicho in ("sí", "si", "Sí", "SI", "true")),
        *((dicho, []) for dicho in ("no", "No", "false", "")),
    ],
)
def test_estricto_se_entiende_en_cualquier_idioma(
    tmp_path: Path, idioma: str, estricto: str, opciones: list[str]
) -> None:
    hecho = ejecutar(tmp_path, idioma, ESTRICTO=estricto)
    assert hecho.returncode == 0
    assert hecho.stdout.split() == ["validar", *opciones, "--", "data"]


@con_bash
def test_lo_que_no_es_ni_si_ni_no_se_dice(tmp_path: Path) -> None:
    hecho = ejecutar(tmp_path, ESTRICTO="mucho")
    assert (hecho.returncode, hecho.stdout) == (2, "::error::«estricto» es sí o no\n")


@con_bash
@pytest.mark.parametrize("carpeta", ["-o /tmp/x", "$(touch roto)", '"; touch roto; "', "el plan"])
def test_la_carpeta_no_es_mas_que_una_carpeta(tmp_path: Path, carpeta: str) -> None:
    hecho = ejecutar(tmp_path, CARPETA=carpeta)
    assert hecho.stdout.splitlines() == ["validar", "--", carpeta]
    assert not (tmp_path / "roto").exists()


def test_lo_de_fuera_llega_en_variables() -> None:
    assert "${{" not in GUION["run"]
    usadas = set(re.findall(r"\binputs\.(\w+)", str(GUION["env"])))
    assert usadas == set(ACCION["inputs"])


def test_lo_ajeno_esta_fijado_a_un_commit() -> None:
    textos = [(RAIZ / nombre).read_text("utf-8") for nombre in ("action.yml",)]
    textos.append((RAIZ / "docs" / "ejemplos" / "comprobar-el-plan.yml").read_text("utf-8"))
    usos = re.findall(r"uses: (actions/\S+)(.*)", "\n".join(textos))
    assert len(usos) == 2
    for cual, version in usos:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", cual)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", version)


def test_lo_que_instala_la_accion_esta_fijado() -> None:
    fijadas = dict(
        linea.split("==")
        for linea in (RAIZ / "restricciones.txt").read_text("utf-8").splitlines()
        if not linea.startswith("#")
    )
    proyecto = tomllib.loads((RAIZ / "pyproject.toml").read_text("utf-8"))
    pedidas = [*proyecto["project"]["dependencies"], *proyecto["build-system"]["requires"]]
    sin_fijar = set()
    vistas: set[str] = set()
    while pedidas:
        pedida = Requirement(pedidas.pop())
        nombre = canonicalize_name(pedida.name)
        if nombre in vistas or (pedida.marker and not pedida.marker.evaluate({"extra": ""})):
            continue
        vistas.add(nombre)
        if nombre not in fijadas or not pedida.specifier.contains(fijadas[nombre]):
            sin_fijar.add(str(pedida))
        with contextlib.suppress(PackageNotFoundError):  # lo que construye no hace falta aquí
            pedidas += requires(nombre) or ()
    assert sin_fijar == set()
    ordenes = [linea for linea in GUION["run"].splitlines() if re.search(r"\binstal", linea)]
    assert len(ordenes) == 3
    assert '-c "$ACCION/restricciones.txt"' in ordenes[0]


def test_el_flujo_usa_la_accion_como_es_y_sin_mas_permiso_que_leer() -> None:
    assert FLUJO["permissions"] == {"contents": "read"}
    # YAML 1.1 lee la clave «on» como un sí.
    assert set(FLUJO[True]) == {"push", "pull_request"}
    recoger, comprobar = FLUJO["jobs"]["validar"]["steps"]
    assert recoger["with"] == {"persist-credentials": False}
    assert set(comprobar["with"]) <= set(ACCION["inputs"])
    assert "secrets" not in str(FLUJO)


def test_el_gancho_salta_siempre() -> None:
    # Con `files` no saltaría al borrar un archivo, ni al cambiarle el nombre.
    assert GANCHO["always_run"] is True
    assert not GANCHO.keys() & {"files", "exclude", "types", "types_or"}
    assert GANCHO["entry"] == "camctl validar"
    assert GANCHO["pass_filenames"] is False
