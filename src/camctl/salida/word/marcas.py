"""Las marcas de una plantilla: `{{ dato }}`, `{% orden %}` y `{# comentario #}`, y dónde están.

Word parte lo que se teclea en trozos; aquí se leen párrafos enteros, que es lo que ve quien lo
escribe. docxtpl quita con su marca el párrafo de `{%p … %}` y la fila de `{%tr … %}`.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELACION
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from camctl.castellano import recortar

LARGO_MAXIMO: Final = 500

_CIERRES: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ABRE: Final = re.compile(r"\{\{|\{%|\{#")
_SUELTO: Final = re.compile(r"\}\}|%\}")
_AMBITO: Final = re.compile(r"(tr|tc|p|r)(?=\s)")
# Lo que Word y LibreOffice ponen por su cuenta donde alguien tecleó comillas y espacios corrientes.
_TECLEADO: Final = str.maketrans("“”„«»‘’\u00a0", '"""""\'\' ')
_QUE_ES: Final = {
    "tr": "una fila de una tabla, ella sola",
    "p": "un párrafo, ella sola",
}


class Marca(NamedTuple):
    """Una marca: `{%p for x in y %}` es una orden de ámbito `p` y cuerpo `for x in y`.

    `recinto` es lo que contiene lo que la marca quita o repite, `parrafo`, el texto en que está, y
    `defecto`, qué tiene mal aunque se entienda.
    """

    texto: str
    cuerpo: str
    ambito: str
    recinto: Any
    parrafo: str
    defecto: str = ""

    @property
    def es_orden(self) -> bool:
        """Si manda algo: repetir, poner o no poner."""
        return self.texto.startswith("{%")

    @property
    def es_dato(self) -> bool:
        """Si en su lugar se escribe un dato."""
        return self.texto.startswith("{{")


class Tropiezo(NamedTuple):
    """Algo que no llega a ser una marca, o que está donde no se rellena, y por qué."""

    texto: str
    defecto: str
    parrafo: str


def tecleado(texto: str) -> str:
    """`texto` con las comillas y los espacios que se quisieron teclear."""
    return texto.translate(_TECLEADO)


def marcas_de(documento: Document) -> Iterator[Marca | Tropiezo]:
    """Las marcas de la plantilla, parte a parte y en el orden en que se leen.

    Se rellenan el cuerpo, los encabezados y los pies; en las notas no ha de haber ninguna.
    """
    yield from _de_la_parte(documento.element)
    for relacion in documento.part.rels.values():
        if relacion.reltype in (RELACION.HEADER, RELACION.FOOTER):
            yield from _de_la_parte(parse_xml(relacion.target_part.blob))
        elif relacion.reltype in (RELACION.FOOTNOTES, RELACION.ENDNOTES):
            for parrafo in parse_xml(relacion.target_part.blob).iter(qn("w:p")):
                if _ABRE.search(texto_de(parrafo)):
                    yield Tropiezo(texto_de(parrafo), "está en una nota, y ahí no se rellena", "")


def _de_la_parte(parte: Any) -> Iterator[Marca | Tropiezo]:
    for parrafo in parte.iter(qn("w:p")):
        yield from _del_parrafo(parrafo)
    # Lo que no es texto corriente: las instrucciones de un campo, el nombre de una imagen…
    for texto in parte.xpath(".//text()[not(parent::w:t)] | .//@*"):
        if _ABRE.search(texto):
            defecto = "está en un campo o en una imagen, y ahí no se rellena"
            yield Tropiezo(recortar(texto), defecto, "")


def _del_parrafo(parrafo: Any) -> Iterator[Marca | Tropiezo]:
    texto = texto_de(parrafo)
    desde = 0
    while abre := _ABRE.search(texto, desde):
        yield from _sueltos(texto[desde : abre.start()], texto)
        cierre = _CIERRES[abre[0]]
        otra = _ABRE.search(texto, abre.end())
        corte = otra.start() if otra else len(texto)
        fin = texto.find(cierre, abre.end(), corte)
        if fin < 0:
            abierta = recortar(texto[abre.start() : corte])
            yield Tropiezo(abierta, f"no se cierra con «{cierre}» en su mismo párrafo", texto)
            desde = corte
            continue
        desde = fin + len(cierre)
        yield _una(texto[abre.start() : desde], parrafo, texto)
    yield from _sueltos(texto[desde:], texto)


def texto_de(parrafo: Any) -> str:
    """El texto de un párrafo, sin el de los cuadros de texto que lleve dentro."""
    return "".join(
        trozo.text or ""
        for trozo in parrafo.iter(qn("w:t"))
        if next(trozo.iterancestors(qn("w:p"))) is parrafo
    )


def _sueltos(texto: str, parrafo: str) -> Iterator[Tropiezo]:
    for suelto in _SUELTO.finditer(texto):
        yield Tropiezo(suelto[0], "cierra una marca que no se abre en ese párrafo", parrafo)


def _una(texto: str, parrafo: Any, donde: str) -> Marca | Tropiezo:
    if len(texto) > LARGO_MAXIMO:
        return Tropiezo(recortar(texto), f"pasa de {LARGO_MAXIMO} caracteres", donde)
    dentro = texto[2:-2]
    hallado = _AMBITO.match(dentro)
    ambito = hallado[1] if hallado else ""
    quitado = _quitado(parrafo, ambito)
    return Marca(
        texto,
        tecleado(re.sub(r"^[+-]|[+-]$", "", dentro[len(ambito) :])).strip(),
        ambito,
        None if quitado is None else quitado.getparent(),
        donde,
        _defecto(texto, ambito, quitado),
    )


def _defecto(texto: str, ambito: str, quitado: Any) -> str:
    if texto[2] in "+-" or texto[-3] in "+-":
        return "junto a sus llaves sobra «-» o «+»"
    if ambito and (ambito not in _QUE_ES or texto.startswith("{{")):
        return f"detrás de «{texto[:2]}» sobra «{ambito}»"
    if ambito and (quitado is None or not _dice_solo(quitado, texto)):
        return f"con «{ambito}», ha de ocupar {_QUE_ES[ambito]}"
    return ""


def _quitado(parrafo: Any, ambito: str) -> Any:
    """Lo que la marca quita consigo: su fila, si está en una, o su párrafo."""
    return next(parrafo.iterancestors(qn("w:tr")), None) if ambito == "tr" else parrafo


def _dice_solo(elemento: Any, texto: str) -> bool:
    """Si en todo el elemento no se lee más que `texto`."""
    leido = ""
    for trozo in elemento.iter(qn("w:t")):
        leido += trozo.text or ""
        # Una fila puede ser enorme, y aquí se vuelve por cada marca que lleve.
        if len(leido) > 2 * LARGO_MAXIMO:
            return False
    return leido.strip() == texto
