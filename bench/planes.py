"""Planes de cualquier tamaño, siempre los mismos: sin errores, o con uno en cada actividad.

Uso: `python bench/planes.py 10000 CARPETA [--con-errores]`
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ACTORES = ("ILI", "SA", "BN", "CE", "FL")
GRUPO = 12  # objetivos

PROGRAMA = "programa: {titulo: Programa Nacional de Lectura, mandato: AG-101}\nobjetivos:\n"
OBJETIVOS = PROGRAMA + "".join(
    f"  - id: B{n}\n    titulo: Objetivo número {n}\n    texto: Lo que dice el objetivo {n}.\n"
    for n in range(1, GRUPO + 1)
)
MANDATOS = """\
mandatos:
  - id: AG-101
    resolucion: AG/RES. 101 (X-O/30)
    titulo: Programa Nacional de Lectura
"""
INSTITUCIONES = "actores:\n" + "".join(
    f"  - id: {sigla}\n    nombre: Institución {sigla}\n" for sigla in ("CB", *ACTORES)
)
CABECERA = """\
plan:
  titulo: Plan de trabajo de la Comisión de Bibliotecas
  periodo: 2030-2031
  comision: CB
  mandatos: [AG-101]
actividades:
"""


def actividades(cuantas: int, *, con_errores: bool) -> Iterator[str]:
    """El YAML de cada actividad, unos 300 octetos, repartidas por orden en los días laborables."""
    dias = [dia for n in range(730) if (dia := date(2030, 1, 1) + timedelta(n)).weekday() < 5]
    for n in range(1, cuantas + 1):
        actor = ACTORES[n % len(ACTORES)]
        # Un estado que no existe: el error más corriente, y uno por registro.
        estado = "quizás" if con_errores else "por_confirmar"
        yield f"""\
  - id: ACT-{n}
    fecha: {dias[(n - 1) * len(dias) // cuantas]}
    tipo: informal
    titulo: Sesión informal número {n}
    texto: >-
      Sesión informal de la Comisión con personal de la institución {actor}, incluida la persona
      invitada o quien la sustituya
    actores: [CB, {actor}]
    invitados:
      - nombre: Persona {n}
        actor: {actor}
        estado: {estado}
    objetivos: [B{n % GRUPO + 1}]
"""


def escribir(carpeta: Path, cuantas: int, *, con_errores: bool = False) -> None:
    """Deja en `carpeta` los cuatro archivos de un plan con `cuantas` actividades."""
    carpeta.mkdir(parents=True, exist_ok=True)
    calendario = "".join([CABECERA, *actividades(cuantas, con_errores=con_errores)])
    archivos = {
        "objetivos.yaml": OBJETIVOS,
        "mandatos.yaml": MANDATOS,
        "actores.yaml": INSTITUCIONES,
        "calendario.yaml": calendario,
    }
    for nombre, texto in archivos.items():
        (carpeta / nombre).write_text(texto, encoding="utf-8")


if __name__ == "__main__":
    argumentos = argparse.ArgumentParser(description="Un plan de prueba de cualquier tamaño")
    argumentos.add_argument("cuantas", type=int)
    argumentos.add_argument("carpeta", type=Path)
    argumentos.add_argument("--con-errores", action="store_true")
    pedido = argumentos.parse_args()
    escribir(pedido.carpeta, pedido.cuantas, con_errores=pedido.con_errores)
    sys.exit(0)
