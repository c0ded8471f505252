"""Rellenar una plantilla: de sus bytes y de lo que se dice en ella, al documento."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELACION
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from camctl.castellano import recortar
from camctl.salida.limpieza import limpio
from camctl.salida.reproducible import sin_fechas
from camctl.salida.word import Plantilla, PlantillaRota
from camctl.salida.word.comprobacion import faltas_de
from camctl.salida.word.lenguaje import Desbordada, Entorno
from camctl.salida.word.marcas import tecleado
from camctl.salida.word.paquete import comprobar_paquete
from camctl.vistas.propiedades import Propiedades

# Las propiedades de un documento de Office no pasan de aquí.
_LARGO_DE_UNA_PROPIEDAD: Final = 255
# Unas trescientas páginas: más es hacer esperar.
ELEMENTOS_MAXIMO: Final = 100_000
# Nadie va a leer más, y puede haber millones.
_FALTAS_MAXIMO: Final = 100
_MARCA: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Lo que, sin un párrafo al final, Word no abre.
_CON_PARRAFOS: Final = (qn("w:tc"), qn("w:hdr"), qn("w:ftr"), qn("w:txbxContent"))


def rellenar(plantilla: Plantilla, contexto: Any, propiedades: Propiedades) -> bytes:
    """El documento: los mismos bytes para la misma plantilla y lo mismo que decir.

    Args:
        plantilla: de quien sea; no se fía de ella.
        contexto: la pieza con los campos que la plantilla puede nombrar.
        propiedades: lo que el documento dice de sí mismo.

    Raises:
        PlantillaRota: si la plantilla no se puede rellenar, con todo lo que está mal.
    """
    comprobar_paquete(plantilla.contenido)
    word = _Word(io.BytesIO(plantilla.contenido))
    with _sin_danos():
        documento = _abierto(word)
        faltas = (*islice(faltas_de(documento, type(contexto)), _FALTAS_MAXIMO),)
    if faltas:
        raise PlantillaRota(*faltas)
    try:
        word.render(contexto._asdict(), Entorno())
    except Desbordada:
        raise PlantillaRota("repite demasiado: revise sus «{% for … %}»") from None
    except (TemplateError, SyntaxError, RecursionError):
        # Las marcas están bien: es que una parte en dos algo que Word necesita entero.
        raise PlantillaRota(
            "alguna marca empieza dentro de un enlace, un control de contenido o un cuadro de "
            "texto, y la que la cierra está fuera"
        ) from None
    with _sin_danos():
        _enlazar(documento)
        _describir(documento, propiedades)
        destino = io.BytesIO()
        documento.save(destino)
    return sin_fechas(destino.getvalue())


@contextmanager
def _sin_danos() -> Iterator[None]:
    """Lo que python-docx lanza ante un archivo que no está como él espera."""
    try:
        yield
    except (AttributeError, LookupError, SyntaxError, TypeError, ValueError):
        raise PlantillaRota("no es un documento de Word (.docx), o está dañado") from None


class _Word(DocxTemplate):  # type: ignore[misc]  # docxtpl no trae tipos
    """docxtpl, que comprueba lo que escribe y no rellena más que los textos."""

    def patch_xml(self, src_xml: str) -> str:
        """El XML con las marcas de una pieza, y en ellas los signos que se teclearon."""
        return _MARCA.sub(
            lambda marca: tecleado(marca[0]).replace("&amp;", "&"), super().patch_xml(src_xml)
        )

    def render_xml_part(
        self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Entorno | None = None
    ) -> str:
        """Una parte rellenada y, a diferencia de docxtpl, con su XML entero."""
        assert jinja_env is not None  # noqa: S101 — siempre se llama con uno
        self.current_rendering_part = part
        arbol = parse_xml(self.resolve_listing(jinja_env.rellenar(src_xml, context)))
        _remendar(arbol)
        return str(self.xml_to_string(arbol))

    def fix_tables(self, xml: str) -> Any:
        """El cuerpo ya rellenado; sin celdas que se repitan, no hay columnas que recontar."""
        return parse_xml(xml)

    def fix_docpr_ids(self, tree: Any) -> None:
        """Da a cada imagen su número: una que se repite con lo suyo repetiría también el suyo."""
        for numero, imagen in enumerate(tree.iter(qn("wp:docPr")), 1):
            imagen.set("id", str(numero))

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Nada: las propiedades son las del documento, y no las de la plantilla."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Nada: docxtpl las rellenaría una vez por sección, y lo ya rellenado es texto."""


def _abierto(word: _Word) -> Document:
    word.init_docx()
    abierto: Document = word.docx
    partes = (parte for parte in abierto.part.package.iter_parts() if isinstance(parte, XmlPart))
    if sum(1 for parte in partes for _ in parte.element.iter()) > ELEMENTOS_MAXIMO:
        raise PlantillaRota("es demasiado larga para ser una plantilla")
    if abierto.element.body is None:
        raise PlantillaRota("no tiene nada dentro")
    return abierto


def _remendar(arbol: Any) -> None:
    """Quita las tablas que quedaron sin filas y da un párrafo a lo que quedó sin ninguno."""
    for tabla in [*arbol.iter(qn("w:tbl"))]:
        if tabla.find(qn("w:tr")) is None:
            tabla.getparent().remove(tabla)
    for recinto in arbol.iter(*_CON_PARRAFOS):
        if not len(recinto) or recinto[-1].tag != qn("w:p"):
            recinto.append(OxmlElement("w:p"))


def _enlazar(documento: Document) -> None:
    """Hace un enlace de cada dirección escrita con el estilo de los enlaces."""
    estilos = {estilo.style_id for estilo in documento.styles if estilo.name == "Hyperlink"}
    for marca in [*documento.element.body.iter(qn("w:rStyle"))]:
        trozo = marca.getparent().getparent()
        if marca.get(qn("w:val")) not in estilos or trozo.tag != qn("w:r"):
            continue
        if trozo.text.startswith("https://") and trozo.getparent().tag != qn("w:hyperlink"):
            relacion = documento.part.relate_to(trozo.text, RELACION.HYPERLINK, is_external=True)
            enlace = OxmlElement("w:hyperlink")
            enlace.set(qn("r:id"), relacion)
            trozo.addprevious(enlace)
            enlace.append(trozo)


def _describir(documento: Document, propiedades: Propiedades) -> None:
    suyas = documento.core_properties
    suyas.title = _propiedad(propiedades.titulo)
    suyas.subject = _propiedad(propiedades.asunto)
    suyas.author = suyas.last_modified_by = _propiedad(propiedades.autor)
    suyas.created = suyas.modified = propiedades.instante
    suyas.revision = 1
    suyas.language = "es"


def _propiedad(texto: str) -> str:
    return recortar(limpio(texto), _LARGO_DE_UNA_PROPIEDAD)
