"""Un documento oficial, de Word o de texto, como una sucesión de pasajes."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document

# Un documento de cien páginas ocupa unos megas, también desplegado.
TAMANO_DESPLEGADO: Final = 200 * 1024 * 1024

# «1.», «12)», «IV.», «A.», «B)», «·», «•», «-»: cómo empieza un punto de una lista.
_PUNTO: Final = re.compile(r"\s*(?:[0-9]{1,3}[.)]|[IVXLCDM]{1,6}[.)]|[A-Za-z][.)]|[·•◦▪‣*–—-])\s+")
_ZIP: Final = b"PK\x03\x04"
_AJENOS: Final = {
    b"%PDF": "es un PDF: guárdelo como texto (.txt) o como Word (.docx)",
    b"\xd0\xcf\x11\xe0": "es un Word antiguo (.doc): ábralo y guárdelo como .docx",
    b"{\\rtf": "es un RTF: ábralo y guárdelo como .docx",
}
_ESTROPEADO: Final = (
    "no es un documento de Word, o está estropeado; ábralo y guárdelo de nuevo como .docx"
)
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class DocumentoIlegible(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Un documento que no se puede leer; el mensaje dice por qué y qué hacer."""


class Pasaje(NamedTuple):
    """Un párrafo, o una celda de una tabla.

    `de_lista` si es un punto de una lista o está en una tabla: algo que los datos podrían recoger.
    `numerado`, si lleva delante un número o un signo.
    """

    texto: str
    de_lista: bool = False
    numerado: bool = False


def leer_documento(contenido: bytes) -> tuple[Pasaje, ...]:
    """Los pasajes con algo escrito de un .docx o de un texto, en su orden.

    Un texto puede venir en UTF-8, en UTF-16 con su marca o, como lo guarda Word, en Windows-1252.

    Raises:
        DocumentoIlegible: si es de otra clase o está estropeado.
    """
    if contenido.startswith(_ZIP):
        return tuple(_de_word(contenido))
    for comienzo, motivo in _AJENOS.items():
        if contenido.startswith(comienzo):
            raise DocumentoIlegible(motivo)
    return tuple(_de_texto(_decodificado(contenido)))


def _decodificado(contenido: bytes) -> str:
    if contenido.startswith((b"\xff\xfe", b"\xfe\xff")):
        return contenido.decode("utf-16", "replace")
    if b"\0" in contenido:
        raise DocumentoIlegible("no es un texto ni un documento de Word")
    try:
        return contenido.decode("utf-8-sig")
    except UnicodeDecodeError:
        return contenido.decode("cp1252", "replace")


def _de_texto(texto: str) -> Iterator[Pasaje]:
    for linea in texto.splitlines():
        if linea.strip():
            # Al guardar como texto, Word pone cada celda de una tabla tras un tabulador.
            yield _pasaje(linea, de_tabla=linea.startswith("\t"))


def _pasaje(texto: str, *, de_tabla: bool = False, con_numero: bool = False) -> Pasaje:
    marca = _PUNTO.match(texto)
    numerado = con_numero or marca is not None
    return Pasaje(texto[marca.end() if marca else 0 :].strip(), de_tabla or numerado, numerado)


def _de_word(contenido: bytes) -> Iterator[Pasaje]:
    cuerpo = _documento_de_word(contenido).element.body
    for parrafo in cuerpo.iter(f"{_W}p"):
        texto = _texto_de(parrafo)
        if texto.strip():
            yield _pasaje(
                texto,
                de_tabla=next(parrafo.iterancestors(f"{_W}tc"), None) is not None,
                con_numero=parrafo.find(f"{_W}pPr/{_W}numPr") is not None,
            )


def _documento_de_word(contenido: bytes) -> "Document":
    import docx

    if _desplegado(contenido) > TAMANO_DESPLEGADO:
        raise DocumentoIlegible("ocupa demasiado una vez desplegado")
    try:
        return docx.Document(io.BytesIO(contenido))
    # Un paquete estropeado falla de muchas maneras, según dónde lo esté.
    except Exception:  # noqa: BLE001
        raise DocumentoIlegible(_ESTROPEADO) from None


def _desplegado(contenido: bytes) -> int:
    """Cuántos bytes ocupan las partes de un .docx."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(contenido)) as paquete:
            return sum(parte.file_size for parte in paquete.infolist())
    except zipfile.BadZipFile:
        raise DocumentoIlegible(_ESTROPEADO) from None


def _texto_de(parrafo: Any) -> str:
    """El texto de un párrafo, con lo insertado y sin lo suprimido en el control de cambios."""
    partes = []
    for nodo in parrafo.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        # Un cuadro de texto dentro de un párrafo trae los suyos, que se leen aparte.
        if next(nodo.iterancestors(f"{_W}p"), None) is not parrafo:
            continue
        partes.append({f"{_W}t": nodo.text or "", f"{_W}noBreakHyphen": "-"}.get(nodo.tag, " "))
    return "".join(partes)
