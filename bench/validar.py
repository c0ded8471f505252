"""Mide `camctl validar` sobre planes grandes contra lo que cualquiera puede ejecutar.

Uso, con el paquete instalado y, si se quiere esa comparación, también check-jsonschema:

    .venv/bin/python bench/validar.py

Cada razón se toma par a par, por turnos, con procesos enteros; la memoria es la máxima del proceso.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from medir import CAMCTL, compilar
from planes import escribir

ARCHIVOS = ("objetivos.yaml", "mandatos.yaml", "actores.yaml", "calendario.yaml")
CARGAR = (
    "import sys, yaml\n"
    "for ruta in sys.argv[1:]:\n"
    "    yaml.load(open(ruta, encoding='utf-8'), yaml.CSafeLoader)"
)


def medir(orden: list[str], carpeta: Path) -> tuple[float, float]:
    """Segundos y MB de un proceso entero; que termine con 0 o con 1 da igual."""
    comienzo = time.perf_counter()
    proceso = subprocess.Popen(
        orden, cwd=carpeta, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, estado, uso = os.wait4(proceso.pid, 0)
    proceso.returncode = os.waitstatus_to_exitcode(estado)
    return time.perf_counter() - comienzo, uso.ru_maxrss / 1024


def comparar(
    una: list[str], otra: list[str], carpeta: Path, veces: int
) -> tuple[float, float, float]:
    """Mediana de las razones, de los segundos de `una` y de sus MB."""
    pares = [(medir(una, carpeta), medir(otra, carpeta)) for _ in range(veces)]
    razon = median(a[0] / b[0] for a, b in pares)
    return razon, median(a[0] for a, _ in pares), max(a[1] for a, _ in pares)


def principal() -> int:
    """Escribe las tablas en Markdown."""
    argumentos = argparse.ArgumentParser(description="camctl validar sobre planes grandes")
    argumentos.add_argument("--veces", type=int, default=5)
    argumentos.add_argument("--tamanos", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    pedido = argumentos.parse_args()
    compilar()
    validar = [*CAMCTL, "validar", "."]
    with tempfile.TemporaryDirectory() as temporal:
        print(
            "| actividades | MB | veces CSafeLoader | s | memoria | con errores, veces sin ellos |"
        )
        print("|---|---|---|---|---|---|")
        for cuantas in pedido.tamanos:
            bien, mal = Path(temporal, f"{cuantas}"), Path(temporal, f"{cuantas}-mal")
            escribir(bien, cuantas)
            escribir(mal, cuantas, con_errores=True)
            rutas = [str(bien / archivo) for archivo in ARCHIVOS]
            cargar = [sys.executable, "-c", CARGAR, *rutas]
            razon, tarda, memoria = comparar(validar, cargar, bien, pedido.veces)
            errores = median(
                medir(validar, mal)[0] / medir(validar, bien)[0] for _ in range(pedido.veces)
            )
            tamano = sum(Path(ruta).stat().st_size for ruta in rutas) / 1e6
            print(
                f"| {cuantas} | {tamano:.1f} | {razon:.2f} | {tarda:.2f} | {memoria:.0f} MB "
                f"| {errores:.2f} |"
            )
        con_esquema(Path(temporal, "10000"), validar)
    return 0


def con_esquema(carpeta: Path, validar: list[str]) -> None:
    """Lo mismo contra check-jsonschema con nuestro esquema, si está instalado."""
    otro = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    if otro is None or not carpeta.exists():
        print("\ncheck-jsonschema no está instalado: no se compara con él.", file=sys.stderr)
        return
    esquema = Path(__file__).resolve().parent.parent / "data" / ".esquemas" / "calendario.json"
    orden = [otro, "--schemafile", str(esquema), "calendario.yaml"]
    razon, tarda, _ = comparar(orden, validar, carpeta, 3)
    print(f"\ncheck-jsonschema, 10 000 actividades: {razon:.0f} veces camctl ({tarda:.1f} s).")


if __name__ == "__main__":
    sys.exit(principal())
