"""Diez veces más hallazgos cuestan diez veces más: se cuentan llamadas, no segundos."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeAlias

import pytest

from camctl.carga import Carga
from camctl.reglas.motor import diagnosticar

Cargar: TypeAlias = Callable[..., Carga]

MALA = """
  - id: ACT-{impar}
    fecha: 2030-03-16
    hora: "10:00-12:00"
    tipo: informal
    titulo: no
    lugar: Sala  #2
    actores: [CB, cb, Instituto Infantil, X{impar}]
    objetivos: [b.1, A1, B1, Z{impar}]
    mandatos: [{{id: AG-101, parrafos: 5-4}}, AG-101, AG-101]
    fecha_prevista: 2029-02
    estado: realizada
    motivo: TBD
    invitados:
      - {{nombre: "Ana; Juan", cargo: n/a}}
      - {{nombre: "Ana\\u200b", estado: por_confirmar}}
    acuerdos: [{{texto: no, plazo: 2029-01}}]
    nota: uno #dos
"""


def llamadas(carga: Carga) -> tuple[int, int]:
    """Cuántas llamadas y cuántos hallazgos cuesta diagnosticar."""
    cuantas = 0

    def contar(_marco: FrameType, suceso: str, _dato: Any) -> None:
        nonlocal cuantas
        cuantas += suceso in ("call", "c_call")

    anterior = sys.getprofile()
    sys.setprofile(contar)
    try:
        hallados = diagnosticar(carga)
    finally:
        sys.setprofile(anterior)
    return cuantas, len(hallados)


@pytest.mark.filterwarnings("default")
def test_el_coste_crece_como_los_hallazgos(cargar_con: Cargar) -> None:
    def mala(cuantas: int) -> Carga:
        return cargar_con("".join(MALA.format(impar=2 * n + 1) for n in range(1, cuantas + 1)))

    diagnosticar(mala(10))
    pocas, hallazgos = llamadas(mala(100))
    muchas, mas_hallazgos = llamadas(mala(400))
    assert mas_hallazgos > 3.9 * hallazgos > 3000
    assert muchas < 4.5 * pocas


@pytest.mark.filterwarnings("default")
def test_callar_cuesta_lo_que_los_comentarios_mas_los_hallazgos(cargar_con: Cargar) -> None:
    def callada(cuantas: int) -> Carga:
        # Tantos sobre un mismo registro como registros, y cada uno con el suyo.
        comentarios = "\n  # camctl: ignora R301 — de prueba" * cuantas
        registros = (
            f"{comentarios if n == 1 else comentarios[: len(comentarios) // cuantas]}\n"
            f"  - {{id: ACT-{2 * n + 1}, fecha: 2030-03, tipo: otra, titulo: S, objetivos: [Z{n}]}}"
            for n in range(1, cuantas + 1)
        )
        return cargar_con("".join(registros) + "\n")

    diagnosticar(callada(10))
    pocas, _ = llamadas(callada(100))
    muchas, _ = llamadas(callada(400))
    assert muchas < 5 * pocas
