"""El documento oficial: de Word o de texto, con las codificaciones que la gente tiene."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from camctl.lectura import documento
from camctl.lectura.documento import DocumentoIlegible, Pasaje, leer_documento

ESPACIO = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def guardado(escrito: Any) -> bytes:
    destino = io.BytesIO()
    escrito.save(destino)
    return destino.getvalue()


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_un_texto_se_lee_venga_como_venga(codificacion: str) -> None:
    texto = "TÍTULO\r\n\r\n1. Niñas y «niños»\r\n·\tLa CB – otra\r\n\tMarzo\r\n"
    assert leer_documento(texto.encode(codificacion)) == (
        Pasaje("TÍTULO"),
        Pasaje("Niñas y «niños»", de_lista=True, numerado=True),
        Pasaje("La CB – otra", de_lista=True, numerado=True),
        Pasaje("Marzo", de_lista=True),
    )


@pytest.mark.parametrize(
    ("linea", "texto"),
    [
        ("IV. AG/RES. 10", "AG/RES. 10"),
        ("A) Órganos", "Órganos"),
        ("B. Objetivos", "Objetivos"),
        ("12) Doce", "Doce"),
        ("  - Guion", "Guion"),
        ("• Bolo", "Bolo"),
    ],
)
def test_los_puntos_de_una_lista_van_sin_su_marca(linea: str, texto: str) -> None:
    assert leer_documento(linea.encode()) == (Pasaje(texto, de_lista=True, numerado=True),)


@pytest.mark.parametrize("linea", ["AG/RES. 10 (X)", "2030-2031", "Art. 1", "CB. sí", "1.5 veces"])
def test_lo_que_no_es_un_punto_queda_como_esta(linea: str) -> None:
    assert leer_documento(linea.encode()) == (Pasaje(linea),)


def test_de_word_se_leen_parrafos_listas_y_tablas() -> None:
    escrito = docx.Document()
    escrito.add_heading("Plan", 1)
    escrito.add_paragraph("").add_run("Partido en ")
    escrito.paragraphs[-1].add_run("trozos\tcon tabulador")
    escrito.add_paragraph("1. Escrito a mano")
    numerado = escrito.add_paragraph("Numerado por Word")
    numerado._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {ESPACIO}><w:numId w:val="1"/></w:numPr>')
    )
    celdas = escrito.add_table(1, 2).rows[0].cells
    celdas[0].text, celdas[1].text = "Marzo", "Una sesión"
    escrito.add_paragraph("Final")
    assert leer_documento(guardado(escrito)) == (
        Pasaje("Plan"),
        Pasaje("Partido en trozos con tabulador"),
        Pasaje("Escrito a mano", de_lista=True, numerado=True),
        Pasaje("Numerado por Word", de_lista=True, numerado=True),
        Pasaje("Marzo", de_lista=True),
        Pasaje("Una sesión", de_lista=True),
        Pasaje("Final"),
    )


def test_un_cuadro_de_texto_se_lee_aparte_y_lo_vacio_no_se_lee() -> None:
    escrito = docx.Document()
    escrito.add_paragraph("Fuera")._p.append(
        parse_xml(
            f"<w:r {ESPACIO}><w:pict><w:txbxContent><w:p><w:r><w:t>Dentro</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
    )
    escrito.add_paragraph(" ")
    assert leer_documento(guardado(escrito)) == (Pasaje("Fuera"), Pasaje("Dentro"))


def test_del_control_de_cambios_cuenta_lo_insertado_y_no_lo_suprimido() -> None:
    escrito = docx.Document()
    parrafo = escrito.add_paragraph("Los ")
    for marca, texto in (("ins", "<w:t>niños</w:t>"), ("del", "<w:delText>menores</w:delText>")):
        parrafo._p.append(
            parse_xml(f'<w:{marca} {ESPACIO} w:id="1"><w:r>{texto}</w:r></w:{marca}>')
        )
    assert leer_documento(guardado(escrito)) == (Pasaje("Los niños"),)


@pytest.mark.parametrize(
    ("contenido", "motivo"),
    [
        (b"%PDF-1.7", "es un PDF: guárdelo como texto"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "es un Word antiguo"),
        (b"{\\rtf1 hola}", "es un RTF"),
        (b"hola\0", "no es un texto ni un documento de Word"),
        (b"PK\x03\x04 roto", "no es un documento de Word, o está estropeado"),
    ],
)
def test_lo_que_no_se_puede_leer_dice_que_hacer(contenido: bytes, motivo: str) -> None:
    with pytest.raises(DocumentoIlegible, match=motivo):
        leer_documento(contenido)


def test_un_zip_que_no_es_de_word_se_dice() -> None:
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w") as paquete:
        paquete.writestr("hola.txt", "hola")
    with pytest.raises(DocumentoIlegible, match="está estropeado"):
        leer_documento(destino.getvalue())


def test_un_paquete_que_se_despliega_sin_fin_no_se_abre(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documento, "TAMANO_DESPLEGADO", 1000)
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED) as paquete:
        paquete.writestr("word/document.xml", " " * 2000)
    with pytest.raises(DocumentoIlegible, match="ocupa demasiado"):
        leer_documento(destino.getvalue())
