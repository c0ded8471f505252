"""Abrir una plantilla sin fiarse de ella: que sea un Word, y que no sea más grande de lo que dice.

Un `.docx` es un ZIP con partes en XML (ECMA-376). Aquí se mira por fuera, antes de que lo abra
ninguna biblioteca.
"""

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final

from camctl.archivos import ArchivoIlegible, Motivo, leer_archivo
from camctl.castellano import entre_comillas
from camctl.salida.word import Plantilla, PlantillaRota

TAMANO_MAXIMO: Final = 20 * 1024 * 1024
# Descomprimida. Las partes en XML son lo que se rellena; el resto, imágenes.
DESCOMPRIMIDA_MAXIMO: Final = 80 * 1024 * 1024
PARTE_MAXIMO: Final = 4 * 1024 * 1024
PARTES_MAXIMO: Final = 2000

_CONTENIDO: Final = "[Content_Types].xml"
_WORD: Final = b"wordprocessingml.document.main+xml"
# Lo que no es un .docx y alguien puede tomar por uno: una señal, y qué es.
_OTROS: Final = {
    b"macroEnabled": "lleva macros; guárdela en Word como «Documento de Word (.docx)»",
    b"wordprocessingml.template.main+xml": (
        "es una plantilla de Word (.dotx); guárdela en Word como «Documento de Word (.docx)»"
    ),
    b"spreadsheetml": "es un libro de Excel, y no un documento de Word",
    b"presentationml": "es una presentación, y no un documento de Word",
}
# Así empiezan los documentos anteriores a 2007 y los cifrados con contraseña.
_OLE: Final = b"\xd0\xcf\x11\xe0"

# Lo que lanza un ZIP que no lo es, está cortado, va cifrado o está comprimido de otra manera.
_DANADO: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
)


def leer(ruta: str) -> Plantilla:
    """La plantilla que está en `ruta`.

    Raises:
        PlantillaRota: si no se puede leer.
    """
    try:
        contenido = leer_archivo(Path(ruta), carpeta=None, maximo=TAMANO_MAXIMO)
    except ArchivoIlegible as ilegible:
        raise PlantillaRota(_por_que(ilegible)) from None
    return Plantilla(Path(ruta).name, contenido)


def _por_que(ilegible: ArchivoIlegible) -> str:
    if ilegible.motivo is Motivo.ENORME:
        return f"pasa de {_megas(TAMANO_MAXIMO)}"
    return ilegible.detalle or ilegible.motivo.value


def comprobar_paquete(contenido: bytes) -> None:
    """Que sea un documento de Word, sin macros ni definiciones de XML, y de un tamaño razonable.

    Raises:
        PlantillaRota: si no lo es.
    """
    if contenido.startswith(_OLE):
        raise PlantillaRota(
            "es un documento de Word antiguo (.doc) o con contraseña; guárdelo en Word como "
            "«Documento de Word (.docx)», sin contraseña"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(contenido)) as paquete:
            _comprobar_tamanos(paquete)
            _comprobar_partes(paquete)
    except _DANADO:
        raise PlantillaRota("no es un documento de Word (.docx), o está dañado") from None


def _comprobar_tamanos(paquete: zipfile.ZipFile) -> None:
    partes = paquete.infolist()
    if len(partes) > PARTES_MAXIMO:
        raise PlantillaRota(f"tiene más de {PARTES_MAXIMO} partes")
    if sum(parte.file_size for parte in partes) > DESCOMPRIMIDA_MAXIMO:
        raise PlantillaRota(f"descomprimida, pasa de {_megas(DESCOMPRIMIDA_MAXIMO)}")
    for parte in partes:
        if _es_xml(parte.filename) and parte.file_size > PARTE_MAXIMO:
            nombre = entre_comillas(parte.filename)
            raise PlantillaRota(f"su parte {nombre} pasa de {_megas(PARTE_MAXIMO)}")


def _comprobar_partes(paquete: zipfile.ZipFile) -> None:
    nombres = paquete.namelist()
    if _CONTENIDO not in nombres:
        raise PlantillaRota("no es un documento de Word (.docx)")
    tipos = paquete.read(_CONTENIDO)
    for senal, defecto in _OTROS.items():
        if senal in tipos and (senal == b"macroEnabled" or _WORD not in tipos):
            raise PlantillaRota(defecto)
    if _WORD not in tipos:
        raise PlantillaRota("no es un documento de Word (.docx)")
    for nombre in nombres:
        if nombre.lower().endswith("vbaproject.bin"):
            raise PlantillaRota(_OTROS[b"macroEnabled"])
        # La norma las prohíbe, y con ellas unas pocas líneas se hacen millones.
        if _es_xml(nombre) and b"<!DOCTYPE" in paquete.read(nombre):
            raise PlantillaRota(f"su parte {entre_comillas(nombre)} define entidades de XML")


def _es_xml(nombre: str) -> bool:
    return nombre.lower().endswith((".xml", ".rels"))


def _megas(octetos: int) -> str:
    return f"{octetos // (1024 * 1024)} MB"
