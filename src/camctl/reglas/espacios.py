"""Los espacios de más y lo que no se ve: E503 y E504."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from camctl.castellano import entre_comillas
from camctl.diagnostico import Gravedad
from camctl.invisibles import CLASE, invisibles
from camctl.reglas.contexto import Contexto, Entrada, Sitio
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.texto_libre import escritos

_DOS: Final = "  "
_TABULADOR: Final = "\t"
_SALTO: Final = "\n"
_BREVE: Final = 100
# Los que pueden ocupar varias líneas: en ellos unos espacios pueden ser sangría, y los que son
# copia de un documento se dejan como estén.
_LARGOS: Final = frozenset(
    {"texto", "funcion", "mision", "cita", "motivo", "motivo_sin_sesion", "nota"}
)


@comprueba("E503", Gravedad.AVISO)
def espacios_de_mas(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto de una línea lleva espacios de más, o va en varias.

    Dos espacios seguidos, un tabulador o un salto de línea dentro de un título o de un nombre son
    un descuido: en una tabla descuadran, y quien busque el texto con un solo espacio no lo
    encuentra.
    """
    for sitio, texto in _con_espacios_de_mas(contexto):
        en_varias = _SALTO in texto
        que_pasa = "va en varias líneas" if en_varias else "lleva espacios de más"
        yield Hallazgo(
            sitio,
            f"{que_pasa} en {entre_comillas(_a_la_vista(texto))}",
            ayuda="escríbalo en una sola." if en_varias else "deje uno solo.",
            sustituto=" ".join(trozo for trozo in _partido(texto) if trozo),
            seguro=True,
        )


def _partido(texto: str) -> list[str]:
    # Los espacios de no separación se quedan: alguien los quiso.
    return texto.replace(_TABULADOR, " ").replace(_SALTO, " ").split(" ")


def _a_la_vista(texto: str) -> str:
    """`texto` con un signo en lugar de los espacios que sobran."""
    con_puntos = texto.replace(_DOS, "··").replace("· ", "··")
    return con_puntos.replace(_TABULADOR, "→").replace(_SALTO, "↵")


def _lleva_de_mas(texto: str) -> bool:
    return _DOS in texto or _TABULADOR in texto or _SALTO in texto


def _los_que_llevan_de_mas(textos: Sequence[str]) -> Iterable[str]:
    return filter(_lleva_de_mas, textos) if _lleva_de_mas("".join(textos)) else ()


def _con_espacios_de_mas(contexto: Contexto) -> Iterator[tuple[Sitio, str]]:
    plan = contexto.plan
    for seccion, entradas in (("grupos", plan.grupos), ("categorias", plan.categorias)):
        for letra, nombre in entradas.items():
            if _lleva_de_mas(nombre):
                yield Sitio(Entrada(seccion, letra, nombre), ("nombre",)), nombre
    for sitio, _, texto in escritos(contexto, _los_que_llevan_de_mas, menos=_LARGOS):
        yield sitio, texto


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

    uno_o_mas = f"[{CLASE}]+"
    # También escritos con una barra inversa, dentro de unas comillas dobles.
    escritos_asi = rf"[{CLASE}]|\\[xuU][0-9A-Fa-f]+"
    for pasaje in contexto.pasajes(escritos_asi, con=f"{invisibles()}\\", uno_por_valor=True):
        sitio, valor = pasaje.sitio, pasaje.valor
        hallado = re.search(uno_o_mas, valor) if pasaje.hallado.start() < pasaje.fin else None
        if hallado is None:
            continue
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
