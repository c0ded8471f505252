"""Una plantilla que no es lo que dice, o que quiere hacer daño antes de abrirse."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from camctl.salida.word import Plantilla, PlantillaRota
from camctl.salida.word.escritor import ELEMENTOS_MAXIMO, rellenar
from camctl.salida.word.paquete import PARTE_MAXIMO, leer

from .muestras import PROPIEDADES, Biblioteca, con_partes, parte, plantilla

SANA = plantilla("{{ nombre }}").contenido
TIPOS = parte(SANA, "[Content_Types].xml")
DOCUMENTO = parte(SANA, "word/document.xml")
NO_ES_WORD = "no es un documento de Word (.docx)"


def por_que_no(contenido: bytes) -> str:
    with pytest.raises(PlantillaRota) as rota:
        rellenar(Plantilla("mía.docx", contenido), Biblioteca(), PROPIEDADES)
    return str(rota.value)


def un_zip(**partes: bytes) -> bytes:
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w") as paquete:
        for nombre, contenido in partes.items():
            paquete.writestr(nombre, contenido)
    return destino.getvalue()


def con_otro_tipo(tipo: str) -> bytes:
    propio = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return con_partes(SANA, {"[Content_Types].xml": TIPOS.replace(propio, tipo).encode()})


NO_SON: dict[str, tuple[bytes, str]] = {
    "vacía": (b"", f"{NO_ES_WORD}, o está dañado"),
    "un texto": (b"plan:\n  titulo: x\n", f"{NO_ES_WORD}, o está dañado"),
    "cortada": (SANA[:-300], f"{NO_ES_WORD}, o está dañado"),
    "otro zip": (un_zip(mimetype=b"application/vnd.oasis.opendocument.text"), NO_ES_WORD),
    "de excel": (
        con_otro_tipo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "es un libro de Excel, y no un documento de Word",
    ),
    "antigua": (
        b"\xd0\xcf\x11\xe0" + bytes(600),
        "es un documento de Word antiguo (.doc) o con contraseña; guárdelo en Word como "
        "«Documento de Word (.docx)», sin contraseña",
    ),
    "dotx": (
        con_otro_tipo(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
        ),
        "es una plantilla de Word (.dotx); guárdela en Word como «Documento de Word (.docx)»",
    ),
    "docm": (
        con_otro_tipo("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "lleva macros; guárdela en Word como «Documento de Word (.docx)»",
    ),
    "con macros": (
        con_partes(SANA, {"word/vbaProject.bin": b"x"}),
        "lleva macros; guárdela en Word como «Documento de Word (.docx)»",
    ),
    "bomba": (
        con_partes(SANA, {"word/media/fondo.png": bytes(90 << 20)}),
        "descomprimida, pasa de 80 MB",
    ),
    "parte enorme": (
        con_partes(SANA, {"word/styles.xml": b" " * (PARTE_MAXIMO + 1)}),
        "su parte «word/styles.xml» pasa de 4 MB",
    ),
    "entidades": (
        con_partes(
            SANA, {"word/document.xml": b'<!DOCTYPE w [<!ENTITY a "aaa">]>' + DOCUMENTO.encode()}
        ),
        "su parte «word/document.xml» define entidades de XML",
    ),
    "xml roto": (
        con_partes(SANA, {"word/document.xml": DOCUMENTO[:-40].encode()}),
        f"{NO_ES_WORD}, o está dañado",
    ),
    "sin documento": (
        con_partes(SANA, {"_rels/.rels": b"<x/>"}),
        f"{NO_ES_WORD}, o está dañado",
    ),
    "de otra forma": (
        con_partes(SANA, {"word/document.xml": b"<x/>"}),
        f"{NO_ES_WORD}, o está dañado",
    ),
    "sin estilos": (
        con_partes(SANA, {"word/styles.xml": b"<x/>"}),
        f"{NO_ES_WORD}, o está dañado",
    ),
    "sin propiedades": (
        con_partes(SANA, {"docProps/core.xml": b"<x/>"}),
        f"{NO_ES_WORD}, o está dañado",
    ),
    "larguísima": (
        con_partes(
            SANA,
            {
                "word/document.xml": DOCUMENTO.replace(
                    "<w:sectPr", "<w:p/>" * ELEMENTOS_MAXIMO + "<w:sectPr", 1
                ).encode()
            },
        ),
        "es demasiado larga para ser una plantilla",
    ),
}


@pytest.mark.parametrize("cual", NO_SON)
def test_lo_que_no_es_una_plantilla_se_dice(cual: str) -> None:
    contenido, motivo = NO_SON[cual]
    assert por_que_no(contenido) == motivo


def test_las_entidades_no_se_expanden_aunque_no_se_vean_venir() -> None:
    # En UTF-16 no se reconocen a simple vista, y el lector de XML tampoco las resuelve.
    bomba = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + DOCUMENTO.split("?>", 1)[1]
    rota = bomba.replace("{{ nombre }}", "&b;{{ nombre }}")
    por_que_no(con_partes(SANA, {"word/document.xml": rota.encode("utf-16")}))


def test_de_donde_no_se_puede_leer_se_dice_por_que(tmp_path: Path) -> None:
    for ruta, motivo in (
        (tmp_path / "nada.docx", "no existe"),
        (tmp_path, "no es un archivo corriente"),
    ):
        with pytest.raises(PlantillaRota, match=motivo):
            leer(str(ruta))


def test_una_tuberia_no_hace_esperar(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tuberia")
    with pytest.raises(PlantillaRota, match="no es un archivo corriente"):
        leer(str(tmp_path / "tuberia"))


def test_se_lee_por_un_enlace(tmp_path: Path) -> None:
    (tmp_path / "otra").mkdir()
    (tmp_path / "otra" / "suya.docx").write_bytes(SANA)
    (tmp_path / "mía.docx").symlink_to(tmp_path / "otra" / "suya.docx")
    assert leer(str(tmp_path / "mía.docx")) == Plantilla("mía.docx", SANA)
