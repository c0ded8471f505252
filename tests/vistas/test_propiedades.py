"""Lo que los archivos de Office dicen de sí mismos: el mismo autor y asunto en Word y en Excel."""

import io
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
import pytest

from camctl.indices import Indices
from camctl.salida import papeles
from camctl.vistas.encargo import Encargo
from camctl.vistas.propiedades import propiedades_de
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de


@pytest.fixture(scope="module")
def encargo(indices: Indices) -> Encargo:
    """Un plan que no dice quién lo presenta, y solo una parte de su calendario."""
    return encargo_de(indices, Seleccion(tipos=("formal",)))


def de_word(contenido: bytes) -> Any:
    suyas = docx.Document(io.BytesIO(contenido)).core_properties
    return suyas.title, suyas.subject, suyas.author


def de_excel(contenido: bytes) -> Any:
    suyas = openpyxl.load_workbook(io.BytesIO(contenido)).properties
    return suyas.title, suyas.subject, suyas.creator


@pytest.mark.parametrize(("formato", "leer"), [("docx", de_word), ("xlsx", de_excel)])
def test_el_autor_es_la_comision_y_el_asunto_dice_lo_pedido(
    encargo: Encargo, formato: str, leer: Callable[[bytes], Any]
) -> None:
    assert leer(papeles.escribir(encargo, formato, {})) == (  # type: ignore[arg-type]  # son bytes
        "Plan de trabajo",
        "Plan 2030-2031 · CB; tipo: formal",
        "Comisión de Bibliotecas",
    )


def test_quien_presenta_el_plan_es_su_autor(encargo: Encargo) -> None:
    cabecera = encargo.cabecera.model_copy(update={"presenta": "La Presidencia"})
    suyas = propiedades_de(encargo._replace(cabecera=cabecera), "Informe")
    assert (suyas.titulo, suyas.autor) == ("Informe", "La Presidencia")
