"""El libro entero: sus hojas, sus propiedades y los bytes del archivo."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Final

from camctl.castellano import miles
from camctl.salida.libro.enlaces import filas_por_clave
from camctl.salida.libro.estilos import LETRA, PUNTOS
from camctl.salida.libro.pliego import componer, primera_fila
from camctl.salida.limpieza import limpio
from camctl.salida.papeles import PapelImposible
from camctl.salida.reproducible import sin_fechas
from camctl.vistas.hojas.hoja import Destino, Dicho, Hoja
from camctl.vistas.propiedades import Propiedades

if TYPE_CHECKING:
    from openpyxl import Workbook

_MAXIMO_DE_FILAS: Final = 1_048_576
_MAXIMO_DE_COLUMNAS: Final = 16_384
_FIN_DE_LA_PAGINA: Final = b"</headerFooter>"
# Que un texto parezca un número no es un descuido: Excel no ha de señalarlo. Va detrás de la
# página, y openpyxl no sabe escribirlo.
_NUMEROS_QUE_SON_TEXTO: Final = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
)
# openpyxl da por fijado a mano todo alto de fila, y Excel ya no lo cambiaría con el texto.
_ALTO_FIJADO: Final = rb'(<row [^>]*) customHeight="1"'
# La letra corriente, con que se miden las columnas, openpyxl no deja elegirla.
_LETRA_CORRIENTE: Final = (
    b'<name val="Calibri"/><family val="2"/><color theme="1"/><sz val="11"/><scheme val="minor"/>'
)
_LETRA_NUESTRA: Final = f'<name val="{LETRA}"/><family val="2"/><sz val="{PUNTOS}"/>'.encode()


def escribir_libro(hojas: Sequence[Hoja], rotulo: str, propiedades: Propiedades) -> bytes:
    """Los bytes de un libro con `hojas`, sin sus columnas vacías; `rotulo` encabeza cada una.

    La primera es la portada: los títulos de las demás llevan a ella.

    Raises:
        PapelImposible: si una hoja no cabe en una de Excel, o no hay dónde escribir el libro
            mientras se hace.
    """
    from openpyxl import Workbook

    llenas = [hoja.sin_columnas_vacias() for hoja in hojas]
    for hoja in llenas:
        _comprobar_tamano(hoja)
    libro = Workbook()
    for vacia in libro.worksheets:
        libro.remove(vacia)
    filas = filas_por_clave((hoja, primera_fila(hoja)) for hoja in llenas)
    portada = llenas[0]
    for hoja in llenas:
        titulo = (
            Dicho((rotulo,))
            if hoja is portada
            else Dicho((f"{rotulo} · {hoja.nombre}",), Destino(portada.nombre))
        )
        componer(libro.create_sheet(hoja.nombre), hoja, titulo, filas)
    _poner_propiedades(libro, propiedades)
    return _empaquetado(libro)


def _comprobar_tamano(hoja: Hoja) -> None:
    for cuantas, maximo, que in (
        (primera_fila(hoja) + len(hoja.filas) - 1, _MAXIMO_DE_FILAS, "filas"),
        (len(hoja.columnas), _MAXIMO_DE_COLUMNAS, "columnas"),
    ):
        if cuantas > maximo:
            raise PapelImposible(
                f"la hoja {hoja.nombre} tendría {miles(cuantas)} {que}, y Excel no admite más de "
                f"{miles(maximo)}; en csv cabe"
            )


def _poner_propiedades(libro: "Workbook", propiedades: Propiedades) -> None:
    instante = propiedades.instante.astimezone(UTC).replace(tzinfo=None)
    suyas = libro.properties
    suyas.title, suyas.subject = limpio(propiedades.titulo), limpio(propiedades.asunto)
    suyas.creator = suyas.lastModifiedBy = limpio(propiedades.autor)
    suyas.created = suyas.modified = instante
    suyas.language = "es"


def _empaquetado(libro: "Workbook") -> bytes:
    from openpyxl.writer.excel import ExcelWriter

    destino = io.BytesIO()
    try:
        # `Workbook.save` apuntaría como fecha del cambio la de la máquina.
        ExcelWriter(libro, zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED)).save()
    except OSError:
        # openpyxl deja cada hoja en un archivo temporal antes de meterla en el libro.
        raise PapelImposible(
            "no se puede escribir en la carpeta temporal de la máquina, por la que pasa un libro; "
            "haga sitio en ella o diga otra con la variable TMPDIR"
        ) from None
    return sin_fechas(destino.getvalue(), _retocar)


def _retocar(nombre: str, parte: bytes) -> bytes:
    if nombre == "xl/styles.xml":
        return parte.replace(_LETRA_CORRIENTE, _LETRA_NUESTRA)
    if not nombre.startswith("xl/worksheets/sheet"):
        return parte
    suelta = re.sub(_ALTO_FIJADO, rb"\1", parte)
    return suelta.replace(_FIN_DE_LA_PAGINA, _FIN_DE_LA_PAGINA + _NUMEROS_QUE_SON_TEXTO)
