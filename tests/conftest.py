"""Los planes con que se prueba: el de `data/` y los que cada prueba escribe."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import TypeAlias

import pytest
from hypothesis import settings

from camctl.carga import cargar
from camctl.cobertura import Cobertura
from camctl.fuentes.carpeta import Carpeta
from camctl.fuentes.memoria import Memoria
from camctl.indices import Indices
from camctl.modelo.plan import Plan
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion

# Cuánto tarda un ejemplo depende de la máquina y de lo que haga otro en ella.
settings.register_profile("sin prisa", deadline=None)
settings.load_profile("sin prisa")

DATOS = Path(__file__).resolve().parent.parent / "data"

# Un plan sin nada dentro: cada prueba escribe solo los archivos que le importan.
VACIOS = {
    "objetivos": "programa: {titulo: Programa de Bibliotecas}\n",
    "mandatos": "mandatos: []\n",
    "actores": "actores: []\n",
    "calendario": "plan: {titulo: Plan de trabajo, periodo: 2030, comision: CB}\n",
}

Levantar: TypeAlias = Callable[..., Indices]


def encargo_de(indices: Indices, pedido: Seleccion | None = None) -> Encargo:
    """Todo lo de `indices`, o lo pedido de su calendario."""
    assert indices.plan.cabecera is not None
    return Encargo(indices.plan.cabecera, indices, Cobertura(indices), pedido or Seleccion())


@pytest.fixture(scope="session")
def plan_real() -> Plan:
    """El plan de `data/`."""
    carga = cargar(Carpeta(DATOS))
    assert carga.diagnosticos == ()
    return carga.plan


@pytest.fixture(scope="session")
def indices_reales(plan_real: Plan) -> Indices:
    """Las relaciones del plan de `data/`."""
    return Indices(plan_real)


@pytest.fixture(scope="session")
def cobertura_real(indices_reales: Indices) -> Cobertura:
    """La cobertura del plan de `data/`."""
    return Cobertura(indices_reales)


@pytest.fixture(scope="session")
def levantar() -> Levantar:
    """De textos YAML a las relaciones de su plan: `levantar(actores=…, calendario=…)`.

    Los archivos que no se dan están vacíos; los que se dan no pueden tener errores.
    """

    def levantado(**archivos: str) -> Indices:
        textos = {**VACIOS, **archivos}
        carga = cargar(
            Memoria({f"{nombre}.yaml": dedent(texto).encode() for nombre, texto in textos.items()})
        )
        assert carga.diagnosticos == ()
        return Indices(carga.plan)

    return levantado
