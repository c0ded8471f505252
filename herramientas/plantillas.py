"""Las plantillas de Word que trae camctl, a partir de los XML de `word/`.

`<si que="…">` y `<cada uno="… in …">` se convierten en `{%p if … %}` y `{%p for … %}` o, dentro de
un párrafo, en `{% if … %}` y `{% for … %}`; `<l estilo="…">` da estilo a unas letras. Una `<tabla>`
tiene una fila por vuelta, y una `<ficha>`, una por dato.

Las rehace y las comprueba `generar.py`: son siempre los mismos bytes. Nadie las cambia en Word, que
escribiría en ellas quién, cuándo y con qué.
"""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from camctl.salida.reproducible import sin_fechas

NOMBRES: Final = ("plan", "convocatoria", "informe", "circular")

_CARPETA: Final = Path(__file__).resolve().parent / "word"
# A4. El ancho de lo escrito, 16 cm, cabe también en una hoja de tamaño carta.
_ANCHO, _ALTO, _MARGEN = 11906, 16838, 1418
_ANCHOS_DE_FICHA: Final = (1900, 7170)
_INSTANTE: Final = datetime(2000, 1, 1, tzinfo=UTC)
# Del documento con que empieza python-docx, lo que aquí no hace falta.
_SOBRAN: Final = {
    "stylesWithEffects", "webSettings", "fontTable", "theme", "customXml", "thumbnail",
    "extended-properties",
}  # fmt: skip


def plantilla(nombre: str) -> bytes:
    """La plantilla que describe `word/{nombre}.xml`."""
    descrita = parse_xml((_CARPETA / f"{nombre}.xml").read_bytes())
    documento = docx.Document()
    _vestir(documento)
    _describir(documento, descrita.get("titulo"))
    seccion = documento.sections[0]
    seccion.header.paragraphs[0].text = descrita.findtext("encabezado")
    seccion.header.paragraphs[0].style = "Header"
    _numerar(seccion.footer.paragraphs[0])
    for pieza in _piezas(descrita):
        _anadir(documento, pieza)
    destino = io.BytesIO()
    documento.save(destino)
    return sin_fechas(destino.getvalue(), comprimido=False)


def _anadir(documento: Document, pieza: Any) -> None:
    if pieza.tag == "tabla":
        _tabla(documento, pieza)
    elif pieza.tag == "ficha":
        _ficha(documento, pieza)
    elif pieza.tag == "p":
        _escribir(documento.add_paragraph(), pieza, "Normal")


# --- Párrafos y marcas ----------------------------------------------------------------------------


def _piezas(elemento: Any) -> Iterator[Any]:
    """Lo que hay en `elemento`, con los `<si>` y los `<cada>` ya hechos marcas de párrafo."""
    for hijo in elemento.iterchildren("p", "tabla", "ficha", "si", "cada"):
        if hijo.tag not in ("si", "cada"):
            yield hijo
            continue
        abre, cierra = _marcas(hijo, "p ")
        yield _parrafo_de_marca(abre)
        yield from _piezas(hijo)
        yield _parrafo_de_marca(cierra)


def _marcas(elemento: Any, ambito: str = " ") -> tuple[str, str]:
    if elemento.tag == "si":
        return f"{{%{ambito}if {elemento.get('que')} %}}", f"{{%{ambito}endif %}}"
    return f"{{%{ambito}for {elemento.get('uno')} %}}", f"{{%{ambito}endfor %}}"


def _parrafo_de_marca(marca: str) -> Any:
    parrafo = parse_xml('<p estilo="Marca"/>')
    parrafo.text = marca
    return parrafo


def _escribir(parrafo: Paragraph, pieza: Any, estilo: str) -> None:
    parrafo.style = pieza.get("estilo", estilo)
    for texto, letras in _trozos(pieza, None):
        # Un salto de línea, para python-docx, es eso mismo dentro del párrafo.
        parrafo.add_run(texto, style=letras)


def _trozos(elemento: Any, letras: str | None) -> Iterator[tuple[str, str | None]]:
    """Los textos de un párrafo, cada uno con el estilo de sus letras."""
    propias = elemento.get("estilo") if elemento.tag == "l" else letras
    if elemento.tag == "br":
        yield "\n", letras
    abre, cierra = _marcas(elemento) if elemento.tag in ("si", "cada") else ("", "")
    yield from _texto(f"{abre}{elemento.text or ''}", propias)
    for hijo in elemento.iterchildren("l", "si", "cada", "br"):
        yield from _trozos(hijo, propias)
        yield from _texto(hijo.tail, propias)
    yield from _texto(cierra, propias)


def _texto(texto: str | None, letras: str | None) -> Iterator[tuple[str, str | None]]:
    # Los saltos de línea del XML son solo para leerlo.
    if llano := re.sub(r"\n\s*", " ", texto or ""):
        yield llano, letras


# --- Tablas ---------------------------------------------------------------------------------------


def _tabla(documento: Document, pieza: Any) -> None:
    """Una fila por vuelta, y un encabezado que se repite en cada página."""
    columnas = pieza.findall("columna")
    tabla = _nueva(documento, pieza, [int(una.get("ancho")) for una in columnas], "firstRow")
    encabezado = _fila(tabla)
    encabezado[0]._tc.getparent().get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 — python-docx no lo da de otro modo
    for celda, columna in zip(encabezado, columnas, strict=True):
        _escribir(celda.paragraphs[0], _titulo(columna), "Encabezado de tabla")
    _escribir(
        _fila(tabla)[0].paragraphs[0], _parrafo_de_marca(f"{{%tr for {pieza.get('uno')} %}}"), ""
    )
    for celda, columna in zip(_fila(tabla), columnas, strict=True):
        _llenar(celda, columna)
    _escribir(_fila(tabla)[0].paragraphs[0], _parrafo_de_marca("{%tr endfor %}"), "")


def _ficha(documento: Document, pieza: Any) -> None:
    """Una fila por dato: qué es, y el dato."""
    tabla = _nueva(documento, pieza, _ANCHOS_DE_FICHA, "firstColumn")
    for dato in pieza.findall("dato"):
        que, cual = _fila(tabla)
        _escribir(que.paragraphs[0], _titulo(dato), "Encabezado de tabla")
        _llenar(cual, dato)


def _titulo(elemento: Any) -> Any:
    titulo = parse_xml("<p/>")
    titulo.text = elemento.get("titulo")
    return titulo


def _llenar(celda: _Cell, elemento: Any) -> None:
    for numero, pieza in enumerate(_piezas(elemento)):
        parrafo = celda.add_paragraph() if numero else celda.paragraphs[0]
        _escribir(parrafo, pieza, "Texto de tabla")


def _nueva(documento: Document, pieza: Any, anchos: Sequence[int], encabezado: str) -> Table:
    tabla: Table = documento.add_table(rows=0, cols=len(anchos))
    tabla.style = documento.styles["Tabla del plan"]
    tabla.autofit = False
    for columna, ancho in zip(tabla.columns, anchos, strict=True):
        columna.width = Twips(ancho)
    propiedades = tabla._tbl.tblPr  # noqa: SLF001 — python-docx no lo da de otro modo
    medida = propiedades.find(qn("w:tblW"))
    medida.set(qn("w:w"), str(sum(anchos)))
    medida.set(qn("w:type"), "dxa")
    aspecto = propiedades.find(qn("w:tblLook"))
    aspecto.set(qn("w:val"), {"firstRow": "0620", "firstColumn": "0680"}[encabezado])
    for rasgo in ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"):
        aspecto.set(qn(f"w:{rasgo}"), str(int(rasgo in (encabezado, "noHBand", "noVBand"))))
    # Lo que de la tabla oye quien no la ve.
    descripcion = OxmlElement("w:tblDescription")
    descripcion.set(qn("w:val"), pieza.get("describe"))
    aspecto.addnext(descripcion)
    return tabla


def _fila(tabla: Table) -> tuple[_Cell, ...]:
    """Una fila más, que no se parte entre dos páginas."""
    fila: Any = tabla.add_row()  # type: ignore[no-untyped-call]  # python-docx no le pone tipos
    fila._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 — python-docx no lo da de otro modo
    celdas: tuple[_Cell, ...] = fila.cells
    for celda, columna in zip(celdas, tabla.columns, strict=True):
        celda.width = columna.width
    return celdas


# --- La hoja --------------------------------------------------------------------------------------


def _vestir(documento: Document) -> None:
    """Cambia los estilos y los ajustes de python-docx por los nuestros, y quita lo que sobra."""
    for suyo, nombre in (
        (documento.styles.element, "estilos"),
        (documento.part.numbering_part.element, "numeracion"),
        (documento.settings.element, "ajustes"),
    ):
        suyo[:] = [*parse_xml((_CARPETA / f"{nombre}.xml").read_bytes())]
    for relaciones in (documento.part.rels, documento.part.package.rels):
        for clave, relacion in [*relaciones.items()]:
            if relacion.reltype.rpartition("/")[2] in _SOBRAN:
                del relaciones[clave]
    seccion = documento.sections[0]
    seccion.page_width, seccion.page_height = Twips(_ANCHO), Twips(_ALTO)
    seccion.left_margin = seccion.right_margin = Twips(_MARGEN)
    seccion.top_margin = seccion.bottom_margin = Twips(_MARGEN)


def _describir(documento: Document, titulo: str) -> None:
    suyas = documento.core_properties
    suyas.title, suyas.language, suyas.comments = titulo, "es", ""
    suyas.author = suyas.last_modified_by = "camctl"
    suyas.created = suyas.modified = _INSTANTE
    suyas.revision = 1


def _numerar(pie: Paragraph) -> None:
    """«Página 1 de 2»: los números los pone quien abre el documento."""
    pie.style = "Footer"
    pie.add_run("Página ")
    _campo(pie, "PAGE")
    pie.add_run(" de ")
    _campo(pie, "NUMPAGES")


def _campo(parrafo: Paragraph, instruccion: str) -> None:
    campo = OxmlElement("w:fldSimple")
    campo.set(qn("w:instr"), f" {instruccion} ")
    campo.append(OxmlElement("w:r"))
    campo[0].append(OxmlElement("w:t"))
    campo[0][0].text = "1"
    parrafo._p.append(campo)  # noqa: SLF001 — python-docx no sabe de campos
