"""El programa sirve a cualquier comisión: nada de `src/` sabe de qué plan son los datos.

Los datos se distribuyen aparte. Lo que aquí se busca son los nombres propios del plan de `data/`:
siglas de sus actores, números de sus mandatos, apellidos de sus invitados, años de su periodo.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from camctl.carga import cargar
from camctl.fuentes.carpeta import Carpeta

RAIZ = Path(__file__).resolve().parents[1]
BINARIOS = {".pyc", ".docx", ".png", ".ico", ".woff2"}
# Un apellido o un nombre de pila puede ser una palabra corriente del programa.
LARGO_DE_UN_NOMBRE = 5


def _siglas(texto: str) -> Iterator[str]:
    """Las palabras de `texto` con tres mayúsculas o más: «CAM», «SADyE»."""
    yield from (
        palabra for palabra in re.findall(r"\w+", texto) if sum(map(str.isupper, palabra)) > 2
    )


@cache
def nombres_propios() -> frozenset[str]:
    """Las palabras que solo el plan de `data/` tiene por qué conocer."""
    plan = cargar(Carpeta(RAIZ / "data")).plan
    assert plan.cabecera is not None
    nombres = {str(anio) for anio in plan.cabecera.periodo.anios}
    for actor in plan.actores:
        for suyo in (actor.id, *actor.alias):
            nombres.update(_siglas(suyo))
    for mandato in plan.mandatos:
        nombres.update(re.findall(r"\d{3,}", mandato.id))
    for actividad in plan.actividades:
        for invitado in actividad.invitados:
            palabras = invitado.nombre.split()
            nombres.update(uno for uno in palabras if len(uno) >= LARGO_DE_UN_NOMBRE)
    return frozenset(nombres)


def test_se_buscan_los_nombres_que_se_deben() -> None:
    assert {"CAM", "CIDH", "IIN", "INNA", "OEA", "SADyE", "2738", "2019", "Piñeres"} <= (
        nombres_propios()
    )


ARCHIVOS = sorted(
    ruta.relative_to(RAIZ).as_posix()
    for ruta in (RAIZ / "src").rglob("*")
    if ruta.is_file() and ruta.suffix not in BINARIOS
)


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_no_sabe_de_que_plan_son_los_datos(archivo: str) -> None:
    palabras = set(re.findall(r"\w+", (RAIZ / archivo).read_text(encoding="utf-8")))
    assert not palabras & nombres_propios()
    assert not set(re.findall(r"\w+", archivo)) & nombres_propios()
