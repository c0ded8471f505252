"""Mide órdenes enteras de camctl contra B, lo que cuesta importar sus bibliotecas.

Uso, con el paquete instalado (no en modo editable) y la carpeta del repositorio como actual:

    .venv/bin/python bench/medir.py

B es `python -c "import typer, yaml, pydantic"`. Cada orden y B se ejecutan por turnos, y la razón
se toma par a par: así no la mueve que la máquina vaya más o menos deprisa. Solo las razones valen;
los milisegundos son los de una máquina y un día.
"""

import argparse
import compileall
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

B = [sys.executable, "-c", "import typer, yaml, pydantic"]
CAMCTL = [str(Path(sys.executable).with_name("camctl"))]

# Cada orden con lo que no debe pasar, en veces B; sin límite, solo se informa.
ORDENES: dict[str, float | None] = {
    "actores --objetivo B8": 1.6,
    "calendario": 1.6,
    "--ayuda": 1.6,
    "objetivos --sin-sesion": None,
    "ver B8": None,
    "validar": None,
}


def segundos(orden: list[str]) -> float:
    """Lo que tarda un proceso entero, con su salida a una tubería que nadie mira."""
    comienzo = time.perf_counter()
    subprocess.run(orden, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - comienzo


def razon(orden: list[str], otra: list[str], veces: int) -> tuple[float, float]:
    """Mediana de las razones `orden`/`otra`, par a par, y mediana de los segundos de `orden`."""
    segundos(orden)
    segundos(otra)
    pares = [(segundos(orden), segundos(otra)) for _ in range(veces)]
    return median(a / b for a, b in pares), median(a for a, _ in pares)


def compilar() -> None:
    """Compila lo instalado: hay máquinas que no dejan que Python guarde lo que compila."""
    for paquete in ("camctl", "typer", "pydantic", "yaml", "rich"):
        hallado = importlib.util.find_spec(paquete)
        for carpeta in hallado.submodule_search_locations or () if hallado else ():
            compileall.compile_dir(carpeta, quiet=2)


def principal() -> int:
    """Mide, escribe una tabla en Markdown y devuelve 1 si algo pasa de su límite."""
    argumentos = argparse.ArgumentParser(description="Razones de órdenes enteras contra B")
    argumentos.add_argument("--veces", type=int, default=21, help="pares por orden (21)")
    argumentos.add_argument("--exigir", action="store_true", help="termina con 1 si se pasa")
    opciones = argumentos.parse_args()
    os.environ.pop("COLUMNS", None)
    compilar()
    print(f"<!-- {opciones.veces} pares -->\n")
    print("| orden | veces B | límite | ms |\n|---|---|---|---|")
    excedidas = []
    for orden, limite in ORDENES.items():
        veces_b, tarda = razon([*CAMCTL, *orden.split()], B, opciones.veces)
        print(f"| `camctl {orden}` | {veces_b:.2f} | {limite or '—'} | {tarda * 1000:.0f} |")
        if limite and veces_b > limite:
            excedidas.append(orden)
    if excedidas:
        print(f"\nPasan de su límite: {', '.join(excedidas)}", file=sys.stderr)
    return int(bool(excedidas) and opciones.exigir)


if __name__ == "__main__":
    sys.exit(principal())
