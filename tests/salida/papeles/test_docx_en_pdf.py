"""El Word, abierto por un programa de oficina de verdad: LibreOffice lo pasa a PDF y se lee.

Hacen falta `soffice` y `pdftotext` (poppler) en el PATH; sin ellos, estas pruebas se saltan y lo
dicen.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.salida.papeles.docx import escribir
from camctl.salida.word import documento, plantilla_propia
from camctl.salida.word.cartas import carta
from camctl.vistas.cambios import Momento, comparar
from camctl.vistas.redaccion.circular import circular
from camctl.vistas.redaccion.informe import informe
from camctl.vistas.seguimiento import Pedido
from conftest import Levantar, encargo_de

from .planes import COMPLETO
from .test_docx import UNA_VEZ, leido, parrafos, registros, textos

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="no está soffice"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no está pdftotext"),
]

# El encabezado y el pie de cada página, que parten los párrafos que pasan de una a otra.
_MARGENES = re.compile(r"^(.* \(\w+\)\n+Plan [0-9-]+|Página \d+ de \d+)$", re.MULTILINE)
_PAGINA = re.compile(r"Página (\d+) de (\d+)")

Impreso: TypeAlias = Callable[[bytes], str]


@pytest.fixture(scope="module")
def impreso(tmp_path_factory: pytest.TempPathFactory) -> Impreso:
    """El texto de un Word una vez pasado a PDF."""
    carpeta = tmp_path_factory.mktemp("oficina")

    def imprimir(contenido: bytes) -> str:
        (carpeta / "papel.docx").write_bytes(contenido)
        perfil = f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}"
        ejecutar("soffice", perfil, "--headless", "--convert-to", "pdf", "papel.docx", en=carpeta)
        return ejecutar("pdftotext", "-nopgbrk", "papel.pdf", "-", en=carpeta)

    return imprimir


def ejecutar(*orden: str, en: Path) -> str:
    hecho = subprocess.run(orden, cwd=en, capture_output=True, check=True, timeout=180)
    return hecho.stdout.decode()


def seguido(texto: str) -> str:
    """`texto` sin los márgenes de página y en una sola línea."""
    return " ".join(_MARGENES.sub("", texto).split())


@pytest.mark.parametrize("cual", ["real", "completo"])
def test_en_el_pdf_esta_todo_lo_oficial(
    cual: str, indices_reales: Indices, levantar: Levantar, impreso: Impreso
) -> None:
    indices = indices_reales if cual == "real" else levantar(**COMPLETO)
    texto = impreso(escribir(encargo_de(indices)))
    paginas = _PAGINA.findall(texto)
    total = len(paginas)
    assert paginas == [(str(n), str(total)) for n in range(1, total + 1)]
    corrido = seguido(texto)
    for registro in registros(indices):
        for campo, dicho in textos(registro):
            if campo in UNA_VEZ - {"enlace", "enlaces"}:
                for linea in dicho.split("\n"):
                    assert seguido(linea) in corrido, (campo, linea)


def test_las_cartas_tambien(indices_reales: Indices, impreso: Impreso) -> None:
    encargo = encargo_de(indices_reales)
    actividad = indices_reales.actividad("ACT-5")
    objetivo = indices_reales.objetivo("B8")
    assert actividad is not None
    assert actividad.texto is not None
    assert objetivo is not None
    corrido = seguido(impreso(carta(encargo, actividad)))
    for debido in (
        actividad.texto,
        objetivo.texto,
        "Hora Por fijar",
        "Victor Giorgi (IIN) — por confirmar",
        "Proyecto de orden del día Sesión informal con el IIN (marzo de 2019) 1. Aprobación",
    ):
        assert debido in corrido


def test_el_informe_y_la_circular_tambien(indices_reales: Indices, impreso: Impreso) -> None:
    encargo = encargo_de(indices_reales)
    dicho = informe(encargo, Pedido(date(2019, 12, 31)))
    corrido = seguido(impreso(documento.escribir(encargo, dicho, "informe", titulo="Informe")))
    for debido in (
        "Actividades Celebradas: 0 de 6 Con su fecha pasada, sin que conste que se celebraran: 6",
        "B8 Interés superior del niño y unidad familiar — ACT-5 0",
        "Beatriz Piñeres (CIM), para ACT-4 (marzo de 2019)",
    ):
        assert debido in corrido
    sin_sesiones = Indices(indices_reales.plan._replace(actividades=()))
    antes, ahora = (
        Momento(nombre, indices, Cobertura(indices))
        for nombre, indices in (("antes", sin_sesiones), ("ahora", indices_reales))
    )
    dicha = circular(encargo, comparar(antes, ahora))
    corrido = seguido(impreso(documento.escribir(encargo, dicha, "circular", titulo="Circular")))
    for debido in (
        "Entra en el plan: sesión informal · marzo de 2019 · con CAM y CIM.",
        "Objetivos con sesión: 33,3 % (antes, 0 %).",
        "Sesiones que gana: ACT-5 · marzo de 2019.",
    ):
        assert debido in corrido


def test_una_plantilla_guardada_por_otro_programa_dice_lo_mismo(
    indices_reales: Indices, tmp_path: Path
) -> None:
    """LibreOffice rehace el archivo entero: trozos, estilos y ajustes."""
    (tmp_path / "base.docx").write_bytes(plantilla_propia("plan").contenido)
    perfil = f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}"
    orden = ("soffice", perfil, "--headless", "--convert-to", "docx", "--outdir", "otra")
    ejecutar(*orden, "base.docx", en=tmp_path)
    encargo = encargo_de(indices_reales)
    con_la_otra = escribir(encargo, plantilla=str(tmp_path / "otra" / "base.docx"))
    assert parrafos(leido(con_la_otra)) == parrafos(leido(escribir(encargo)))
