"""`camctl cotejar`: el plan de `data/` contra su documento oficial."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from .conftest import Camctl, entorno_limpio

DOCUMENTO = Path(__file__).resolve().parents[2] / "docs" / "documento" / "plan-2018-2019.txt"

# De cada archivo, una palabra que se lee en un texto oficial y por cuál se cambia.
ALTERADAS = {
    "objetivos.yaml": [
        ("impulsar la formulación", "impulsar la formulacion"),
        ("contribución de los migrantes", "aportación de los migrantes"),
        ("sector académico, la sociedad civil", "sector privado, la sociedad civil"),
        ("trata de personas, el tráfico", "trata de seres, el tráfico"),
        ("Convención de Viena", "convención de Viena"),
        ("celebración cultural de los", "celebración cultural, de los"),
    ],
    "actores.yaml": [("tiene como meta", "tiene por meta")],
    "mandatos.yaml": [("RES. 2883 (XLVI-O/16)", "RES. 2883 (XLVI-O/17)")],
    "calendario.yaml": [
        ("personal de la Comisión Interamericana", "personal de la Comisión"),
        ("TBD", ""),
    ],
}


def documento_de_word(texto: str) -> bytes:
    """El documento como lo tendría una oficina: con tablas, comillas y espacios de Word."""
    escrito = docx.Document()
    for linea in texto.splitlines():
        if linea.startswith("\t"):
            escrito.add_table(1, 1).rows[0].cells[0].text = linea.strip()
        else:
            escrito.add_paragraph(
                linea.replace("“", "«").replace("”", "»").replace(" de ", "\u00a0de ")
            )
    destino = io.BytesIO()
    escrito.save(destino)
    return destino.getvalue()


def test_los_datos_constan_en_el_documento(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("cotejar", str(DOCUMENTO))
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert " ".join(hecho.salida.split()).endswith(
        f" Cotejo con {DOCUMENTO}: 47 de 47 textos oficiales, al pie de la letra"
    )


def test_los_datos_constan_en_el_documento_de_word(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    (aislada / "plan.docx").write_bytes(documento_de_word(DOCUMENTO.read_text("utf-8")))
    hecho = camctl_("cotejar", "plan.docx", "-f", "json")
    assert hecho.codigo == 0
    assert {uno["resultado"] for uno in json.loads(hecho.salida)} == {"consta"}


def alterar(datos: Path, archivo: str, antes: str, despues: str) -> None:
    """Cambia unas palabras de un archivo, aunque entre ellas haya un salto de línea."""
    texto = (datos / archivo).read_text("utf-8")
    buscado = re.sub(r"\\? ", r"\\s+", re.escape(antes))
    nuevo, veces = re.subn(buscado, despues, texto, count=1)
    assert veces == 1, antes
    (datos / archivo).write_text(nuevo, "utf-8")


def test_diez_palabras_alteradas_son_las_diez_que_se_muestran(camctl_: Camctl, datos: Path) -> None:
    for archivo, pares in ALTERADAS.items():
        for antes, despues in pares:
            alterar(datos, archivo, antes, despues)
    hecho = camctl_("cotejar", str(DOCUMENTO), "-f", "json")
    assert hecho.codigo == 1
    difieren = [uno for uno in json.loads(hecho.salida) if uno["resultado"] != "consta"]
    assert {uno["resultado"] for uno in difieren} == {"difiere"}
    halladas = [(d["documento"], d["datos"]) for uno in difieren for d in uno["diferencias"]]
    assert sorted(halladas, key=str) == sorted(
        [
            ("formulación,", "formulacion,"),
            ("contribución", "aportación"),
            ("académico,", "privado,"),
            ("personas,", "seres,"),
            ("Convención", "convención"),
            ("cultural", "cultural,"),
            ("como", "por"),
            ("(XLVI-O/16)", "(XLVI-O/17)"),
            ("Interamericana", None),
            ("TBD", None),
        ],
        key=str,
    )


def test_las_diferencias_se_leen_palabra_por_palabra(camctl_: Camctl, datos: Path) -> None:
    alterar(datos, "objetivos.yaml", "superior del niño,", "superior de los niños,")
    hecho = camctl_("cotejar", str(DOCUMENTO))
    assert hecho.codigo == 1
    assert hecho.salida.splitlines()[-3:] == [
        "Con diferencias",
        " B8 · texto  el documento dice «el interés superior del niño, así como»; los",
        "             datos, «el interés superior de los niños, así como»",
    ]


def test_lo_que_no_esta_en_el_documento_se_dice(camctl_: Camctl, datos: Path) -> None:
    calendario = datos / "calendario.yaml"
    inventada = (
        "  - {id: ACT-7, fecha: 2019-05, tipo: otra, titulo: Ver, texto: Visita al museo naval}\n"
    )
    calendario.write_text(calendario.read_text("utf-8") + inventada, "utf-8")
    hecho = camctl_("cotejar", str(DOCUMENTO))
    assert hecho.codigo == 1
    assert hecho.salida.splitlines()[-2:] == [
        "No constan en el documento",
        " ACT-7 · texto  «Visita al museo naval»",
    ]


def test_un_punto_de_una_lista_que_los_datos_no_recogen_se_dice(
    camctl_: Camctl, datos: Path
) -> None:
    objetivos = datos / "objetivos.yaml"
    texto = objetivos.read_text("utf-8")
    desde, hasta = texto.index("  - id: B3\n"), texto.index("  - id: B4\n")
    objetivos.write_text(texto[:desde] + texto[hasta:], "utf-8")
    hecho = camctl_("cotejar", str(DOCUMENTO), "-f", "json")
    # Los textos de los datos constan todos: que el documento diga más no los desmiente.
    assert hecho.codigo == 0
    (falta,) = [uno for uno in json.loads(hecho.salida) if uno["resultado"] != "consta"]
    assert falta["resultado"] == "falta_en_los_datos"
    assert falta["texto"].startswith("Proveer información, notificación, comunicación")


def test_el_documento_puede_llegar_por_la_entrada(datos: Path) -> None:
    hecho = subprocess.run(
        [sys.executable, "-m", "camctl", "cotejar", "-"],
        input=DOCUMENTO.read_bytes(),
        env=entorno_limpio(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert hecho.returncode == 0
    assert "Cotejo con la entrada estándar: 47 de 47" in hecho.stdout.decode()


@pytest.mark.parametrize(
    ("nombre", "mensaje"),
    [
        ("nada.txt", "«nada.txt» no existe"),
        ("data", "«data» no es un archivo corriente"),
        ("cola", "«cola» no es un archivo corriente"),
        ("vacio.txt", "«vacio.txt» no tiene ningún texto"),
        ("plan.pdf", "«plan.pdf» es un PDF: guárdelo como texto"),
    ],
)
def test_lo_que_no_se_puede_leer_se_dice(
    camctl_: Camctl, datos: Path, aislada: Path, nombre: str, mensaje: str
) -> None:
    os.mkfifo(aislada / "cola")
    (aislada / "vacio.txt").write_text("\n\n", "utf-8")
    (aislada / "plan.pdf").write_bytes(b"%PDF-1.7\n")
    hecho = camctl_("cotejar", nombre)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert mensaje in " ".join(hecho.errores.split())
