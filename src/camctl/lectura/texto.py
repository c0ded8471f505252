"""De los bytes de un archivo a texto que el lector de YAML puede leer sin peligro."""

import codecs
import re
from typing import Final, NamedTuple

from camctl.diagnostico import Diagnostico, Gravedad, Lugar, Regla
from camctl.lectura.mapa import Mapa

CODIFICACION = Regla(
    "L104",
    Gravedad.ERROR,
    """El archivo no está en UTF-8.

    Los archivos del plan se guardan en UTF-8, con o sin marca inicial. El Bloc de notas y Excel
    guardan a veces en «ANSI» o «Unicode» (UTF-16): las tildes se pierden o el archivo no se lee.
    """,
)

CARACTER_PROHIBIDO = Regla(
    "L105",
    Gravedad.ERROR,
    """Un carácter que no se ve y que no puede estar en un texto.

    Suele llegar al pegar desde Word o desde un PDF: saltos de línea manuales, caracteres de
    control. YAML los prohíbe o los entiende de otro modo que quien los mira.
    """,
)

DIRECTIVA = Regla(
    "L124",
    Gravedad.ERROR,
    """Una línea empieza por %, que YAML reserva para sus directivas.

    Los archivos del plan no llevan directivas. Si el % es parte de un texto, el texto va entre
    comillas.
    """,
)

# U+0085, U+2028 y U+2029 son saltos de línea para YAML 1.1 y no para YAML 1.2 ni para un editor.
_PROHIBIDO: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_CORRIENTES: Final = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DE_OFICINA = b"PK\x03\x04"  # .docx, .xlsx, .odt: todos son archivos comprimidos
_GUARDAR = "ábralo y guárdelo de nuevo con la codificación UTF-8"
_NOMBRES: Final = {
    "\0": "un carácter nulo",
    "\x1b": "un carácter de escape",
    "\x85": "un salto de línea invisible",
    "\u2028": "un salto de línea invisible",
    "\u2029": "un salto de párrafo invisible",
    "\ufeff": "una marca invisible de comienzo de archivo",
}


class TextoIlegible(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """El archivo entero no se puede leer; `diagnostico` dice por qué.

    `texto` es lo que de él se puede enseñar, para quien quiera mostrar la línea.
    """

    def __init__(self, diagnostico: Diagnostico, texto: str = "") -> None:
        super().__init__(diagnostico.mensaje)
        self.diagnostico = diagnostico
        self.texto = texto


class Decodificado(NamedTuple):
    """El texto de un archivo, y si lleva otros blancos que los corrientes."""

    texto: str
    lleva_blancos_raros: bool


def decodificar(contenido: bytes, archivo: str) -> Decodificado:
    """El texto de `contenido`, sin la marca inicial de UTF-8 si la trae.

    Raises:
        TextoIlegible: si no es UTF-8, lleva caracteres prohibidos o directivas de YAML.
    """
    _comprobar_que_es_texto(contenido, archivo)
    contenido = contenido.removeprefix(codecs.BOM_UTF8)
    try:
        texto = contenido.decode("utf-8")
    except UnicodeDecodeError as fallo:
        raise _no_es_utf8(contenido, fallo.start, archivo) from None
    # Sin lo corriente queda muy poco que mirar.
    raros = contenido.translate(None, _CORRIENTES).decode("utf-8")
    se_ve_todo = raros.isprintable()
    if not se_ve_todo and (malo := caracter_prohibido(texto)):
        raise TextoIlegible(
            CARACTER_PROHIBIDO.en(
                Mapa(archivo, texto).lugar(malo.start(), malo.end()),
                f"hay {nombrar(malo.group())}, que no puede estar en el archivo",
                ayuda="bórrelo; si estaba en un texto pegado, vuelva a escribir ese trozo a mano",
            ),
            texto,
        )
    directiva = _donde_hay_directiva(texto)
    if directiva is not None:
        raise TextoIlegible(
            DIRECTIVA.en(
                Mapa(archivo, texto).lugar(directiva, directiva + 1),
                "una línea no puede empezar por %, que YAML reserva para sí",
                ayuda="si es parte de un texto, escriba el texto entre comillas en una sola línea",
            ),
            texto,
        )
    return Decodificado(texto, not se_ve_todo and any(map(str.isspace, raros)))


def caracter_prohibido(texto: str) -> re.Match[str] | None:
    """El primer carácter que no puede estar en un texto, o nada."""
    # Casi ningún texto lo tiene, y así se sabe sin compilar la expresión.
    if texto.replace("\n", "").isprintable():
        return None
    return re.search(_PROHIBIDO, texto)


def _donde_hay_directiva(texto: str) -> int | None:
    if "%" not in texto:
        return None
    if texto.startswith("%"):
        return 0
    # Un retorno de carro solo también acaba una línea para el lector de YAML.
    tras_salto = [texto.find("\n%") + 1, texto.find("\r%") + 1]
    return min(filter(None, tras_salto), default=None)


def nombrar(caracter: str) -> str:
    """Un carácter prohibido, con su nombre y su número: «un carácter nulo (U+0000)»."""
    return f"{_NOMBRES.get(caracter, 'un carácter de control')} (U+{ord(caracter):04X})"


def _comprobar_que_es_texto(contenido: bytes, archivo: str) -> None:
    if contenido.startswith(_DE_OFICINA):
        mensaje = "el archivo es un documento de Word o de Excel, o un archivo comprimido"
        ayuda = "ábralo, copie su texto en un archivo de texto y guárdelo con la codificación UTF-8"
    elif contenido.startswith(_UTF_16) or _parece_utf_16(contenido[:1000]):
        mensaje = "el archivo está en UTF-16 («Unicode» en el Bloc de notas) y no en UTF-8"
        ayuda = _GUARDAR
    else:
        return
    raise TextoIlegible(CODIFICACION.en(Lugar(archivo), mensaje, ayuda=ayuda))


def _parece_utf_16(contenido: bytes) -> bool:
    # Sin marca inicial se reconoce por los ceros: uno de cada dos bytes, siempre el mismo.
    ceros = sorted((contenido[::2].count(0), contenido[1::2].count(0)))
    return ceros[0] == 0 and ceros[1] > len(contenido) // 4


def _no_es_utf8(contenido: bytes, desde: int, archivo: str) -> TextoIlegible:
    # Lo anterior al primer byte malo sí es UTF-8: dice la línea y la columna en caracteres.
    previo = len(contenido[:desde].decode("utf-8"))
    probable = contenido[desde : desde + 1].decode("cp1252", "replace")
    texto = contenido.decode("utf-8", "replace")
    diagnostico = CODIFICACION.en(
        Mapa(archivo, texto).lugar(previo, previo + 1),
        "el archivo no está en UTF-8: aquí hay un byte que no corresponde a ningún carácter"
        + (f" (¿«{probable}» guardada en «ANSI»?)" if probable.isalpha() else ""),
        ayuda=_GUARDAR,
    )
    return TextoIlegible(diagnostico, texto)
