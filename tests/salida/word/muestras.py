"""Una pieza pequeña, plantillas de unos pocos párrafos, y cómo se lee lo que sale de ellas."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple

import docx
from docx.document import Document
from docx.oxml import parse_xml

from camctl.salida.word import Plantilla
from camctl.salida.word.escritor import rellenar
from camctl.vistas.propiedades import Propiedades


class Libro(NamedTuple):
    titulo: Annotated[str, "El título."]
    paginas: Annotated[int, "Cuántas tiene."]
    temas: Annotated[tuple[str, ...], "De qué trata."] = ()


class Biblioteca(NamedTuple):
    nombre: Annotated[str, "Cómo se llama."] = "Biblioteca Sur"
    abierta: Annotated[bool, "Si abre."] = True
    nota: Annotated[str, "Una aclaración."] = ""
    libros: Annotated[tuple[Libro, ...], "Los que tiene."] = (
        Libro("Rayuela", 600, ("juego", "París")),
        Libro("Ficciones", 200),
    )


PROPIEDADES = Propiedades(
    "El título", "El asunto", "Quien lo firma", datetime(2030, 2, 1, tzinfo=UTC)
)


def plantilla(*parrafos: str, encabezado: str = "", cuerpo: str = "") -> Plantilla:
    """Una plantilla con esos párrafos y, al final, el XML de `cuerpo`."""
    documento = docx.Document()
    for texto in parrafos:
        documento.add_paragraph(texto)
    if encabezado:
        documento.sections[0].header.paragraphs[0].text = encabezado
    for elemento in en_xml(cuerpo):
        documento.element.body.insert_element_before(elemento, "w:sectPr")
    return Plantilla("mía.docx", guardado(documento))


def en_xml(cuerpo: str) -> Iterator[Any]:
    """Los elementos de un trozo de WordprocessingML."""
    espacio = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    yield from parse_xml(f'<w:body xmlns:w="{espacio}">{cuerpo}</w:body>')


def tabla(*filas: str) -> str:
    """El XML de una tabla de una columna, con una fila por texto."""
    dichas = "".join(f"<w:tr><w:tc>{parrafo(texto)}</w:tc></w:tr>" for texto in filas)
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{dichas}</w:tbl>"


def parrafo(*trozos: str) -> str:
    """El XML de un párrafo que Word ha partido en esos trozos."""
    partido = "<w:proofErr/>".join(
        f'<w:r><w:t xml:space="preserve">{trozo}</w:t></w:r>' for trozo in trozos
    )
    return f"<w:p>{partido}</w:p>"


def guardado(documento: Document) -> bytes:
    destino = io.BytesIO()
    documento.save(destino)
    return destino.getvalue()


def con_partes(paquete: bytes, partes: Mapping[str, bytes]) -> bytes:
    """Un .docx con algunas partes cambiadas o añadidas."""
    destino = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(paquete)) as origen,
        zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED) as copia,
    ):
        for nombre in dict.fromkeys([*origen.namelist(), *partes]):
            copia.writestr(nombre, partes[nombre] if nombre in partes else origen.read(nombre))
    return destino.getvalue()


def parte(paquete: bytes, nombre: str) -> str:
    with zipfile.ZipFile(io.BytesIO(paquete)) as abierto:
        return abierto.read(nombre).decode()


def abierto(paquete: bytes) -> Document:
    documento: Document = docx.Document(io.BytesIO(paquete))
    return documento


def hecho(usada: Plantilla, contexto: Any = None) -> Document:
    """El documento de una plantilla, leído de vuelta."""
    return abierto(rellenar(usada, contexto or Biblioteca(), PROPIEDADES))


def lineas(*parrafos: str, contexto: Any = None) -> list[str]:
    """Los párrafos que salen de una plantilla que solo tiene esos."""
    return [uno.text for uno in hecho(plantilla(*parrafos), contexto).paragraphs]
