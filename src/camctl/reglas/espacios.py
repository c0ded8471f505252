"""Los espacios de más y lo que no se ve: E503 y E504."""

from collections.abc import Iterator
from typing import Final

from camctl.castellano import entre_comillas
from camctl.diagnostico import Gravedad
from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import Actividad
from camctl.modelo.base import Registro
from camctl.modelo.plan import Plan
from camctl.reglas.contexto import Contexto, Entrada, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

_DOS: Final = "  "
_TABULADOR: Final = "\t"
_BREVE: Final = 100


@comprueba("E503", Gravedad.AVISO)
def espacios_de_mas(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto de una línea lleva espacios de más.

    Dos espacios seguidos o un tabulador dentro de un título o de un nombre son un descuido: en una
    tabla descuadran, y quien busque el texto con un solo espacio no lo encuentra.
    """
    for sitio, texto in _de_una_linea(contexto):
        if _DOS in texto or _TABULADOR in texto:
            yield Hallazgo(
                sitio,
                f"lleva espacios de más en {entre_comillas(_a_la_vista(texto))}",
                ayuda="deje uno solo.",
                sustituto=" ".join(trozo for trozo in _partido(texto) if trozo),
                seguro=True,
            )


def _partido(texto: str) -> list[str]:
    # Los espacios de no separación se quedan: alguien los quiso.
    return texto.replace(_TABULADOR, " ").split(" ")


def _a_la_vista(texto: str) -> str:
    """`texto` con un signo en lugar de los espacios que sobran."""
    return texto.replace(_DOS, "··").replace("· ", "··").replace(_TABULADOR, "→")


def _de_una_linea(contexto: Contexto) -> Iterator[tuple[Sitio, str]]:
    yield from _nombres(contexto.plan)
    for registro, campos in _registros(contexto.plan):
        for campo in campos:
            if texto := getattr(registro, campo):
                yield Sitio(registro, (campo,)), texto
    for actividad in contexto.plan.actividades:
        # Son muchas: el sitio no se construye hasta que hace falta.
        for ruta, texto in _de_una_actividad(actividad):
            if _DOS in texto or _TABULADOR in texto:
                yield Sitio(actividad, ruta), texto


def _nombres(plan: Plan) -> Iterator[tuple[Sitio, str]]:
    for seccion, entradas in (("grupos", plan.grupos), ("categorias", plan.categorias)):
        for letra, nombre in entradas.items():
            yield Sitio(Entrada(seccion, letra, nombre), ("nombre",)), nombre
    for actor in plan.actores:
        for orden, alias in enumerate(actor.alias):
            yield Sitio(actor, ("alias", orden)), alias


def _registros(plan: Plan) -> Iterator[tuple[Registro, tuple[str, ...]]]:
    if plan.cabecera:
        yield plan.cabecera, ("titulo", "presenta")
    if plan.programa:
        yield plan.programa, ("titulo",)
    yield from ((uno, ("titulo",)) for uno in plan.objetivos)
    yield from ((uno, ("titulo", "resolucion", "seccion")) for uno in plan.mandatos)
    yield from ((uno, ("nombre",)) for uno in plan.actores)


def _de_una_actividad(actividad: Actividad) -> list[tuple[Ruta, str]]:
    textos: list[tuple[Ruta, str]] = [(("titulo",), actividad.titulo)]
    if actividad.lugar:
        textos.append((("lugar",), actividad.lugar))
    for orden, invitado in enumerate(actividad.invitados):
        textos.append((("invitados", orden, "nombre"), invitado.nombre))
        if invitado.cargo:
            textos.append((("invitados", orden, "cargo"), invitado.cargo))
    for orden, documento in enumerate(actividad.documentos):
        textos.append((("documentos", orden, "titulo"), documento.titulo))
        if documento.signatura:
            textos.append((("documentos", orden, "signatura"), documento.signatura))
    return textos


# Lo que cambia el sentido de la escritura, lo que no ocupa sitio y lo que solo ven los programas.
_INVISIBLES: Final = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
)
_NOMBRES: Final = {
    "\u00ad": "un guion invisible",
    "\u200b": "un espacio invisible",
    "\u200c": "una separación invisible",
    "\u200d": "una unión invisible",
    "\u2060": "una unión invisible",
}
_DE_SENTIDO: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@comprueba("E504", Gravedad.AVISO)
def caracter_invisible(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto lleva caracteres que no se ven.

    Llegan al pegar desde Word, de un PDF o de una página web. El texto parece el mismo, pero no se
    encuentra al buscarlo, y algunos cambian el orden en que se leen las letras.
    """
    import re

    invisibles = "".join(map(chr, _INVISIBLES))
    uno_o_mas = f"[{invisibles}]+"
    vistos: set[tuple[int, int]] = set()
    # También escritos con una barra inversa, dentro de unas comillas dobles.
    for pasaje in contexto.pasajes(rf"[{invisibles}]|\\[xuU][0-9A-Fa-f]+", con=f"{invisibles}\\"):
        sitio, valor = pasaje.sitio, pasaje.valor
        hallado = re.search(uno_o_mas, valor) if pasaje.hallado.start() < pasaje.fin else None
        donde = (id(pasaje.hallado.string), pasaje.inicio)
        if hallado is None or donde in vistos:
            continue
        vistos.add(donde)
        breve = len(valor) <= _BREVE
        yield Hallazgo(
            sitio,
            f"lleva {_nombrar(hallado.group()[0])} {_tras_que(valor[: hallado.start()])}",
            ayuda="bórrelo." if breve else "bórrelo: vuelva a escribir a mano ese trozo",
            sustituto=re.sub(uno_o_mas, "", valor).strip() if breve else "",
        )


def _nombrar(caracter: str) -> str:
    if caracter in _DE_SENTIDO:
        nombre = "un carácter que cambia el sentido de la escritura"
    else:
        nombre = _NOMBRES.get(caracter, "un carácter invisible")
    return f"{nombre} (U+{ord(caracter):04X})"


def _tras_que(previo: str) -> str:
    palabras = previo.split()
    return f"detrás de {entre_comillas(' '.join(palabras[-3:]))}" if palabras else "al principio"
