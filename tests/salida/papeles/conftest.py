"""Lo que se reparte en las pruebas de los papeles: el plan de `data/`, el inventado y los suyos."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.indices import Indices
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de
from vistas.conftest import ACTORES, CALENDARIO, MANDATOS, OBJETIVOS

Encargar: TypeAlias = Callable[..., Encargo]


@pytest.fixture(scope="session")
def encargo_real(indices_reales: Indices) -> Encargo:
    """El plan de `data/`, entero."""
    return encargo_de(indices_reales)


@pytest.fixture(scope="session")
def encargar(levantar: Callable[..., Indices]) -> Encargar:
    """Un plan escrito en la prueba: `encargar(calendario=…, actores=…)`, y lo pedido de él."""

    def encargado(pedido: Seleccion | None = None, **archivos: str) -> Encargo:
        return encargo_de(levantar(**archivos), pedido)

    return encargado


@pytest.fixture(scope="session")
def encargo(encargar: Encargar) -> Encargo:
    """El plan inventado, que tiene de todo: días y horas, estados, invitados, documentos…"""
    return encargar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=CALENDARIO)
