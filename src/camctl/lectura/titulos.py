"""Títulos, separadores y comentarios de otros lenguajes entre los registros: llevan almohadilla."""

import re
from collections.abc import Iterator
from typing import Final

from camctl.diagnostico import Diagnostico
from camctl.lectura.lineas import NO_ES_CAMPO_Y_VALOR, SIN_DOS_PUNTOS
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import (
    DE_BLOQUE,
    Renglon,
    anteriores,
    breve,
    parece_una_fila,
    siguientes,
)
from camctl.lectura.sangria import DOS_PUNTOS, SANGRIA
from camctl.lectura.signos import SIGNO_INICIAL

_SEPARADOR: Final = re.compile(r"([-=*_~+·•—–─═/])(?:\s*\1){2,}")
_COMENTARIO: Final = re.compile(
    r"(?://+|/\*+|<!--)\s+(?P<dicho>.*?\w.*?)\s*(?:\*+/|-+>)?"
    r"|(?P<signo>[-=*_~])(?P=signo)+\s*(?P<titulo>\w.*?)\s*(?P=signo){2,}"
)
_ES_UN_NOMBRE: Final = re.compile(r"[a-z_]+")  # el de una sección, sin sus dos puntos
_DUDOSOS: Final = frozenset(
    {SIN_DOS_PUNTOS.codigo, SIGNO_INICIAL.codigo, SANGRIA.codigo, DOS_PUNTOS.codigo}
)
_ALMOHADILLA: Final = "póngale delante una almohadilla y un espacio"


def titulo_suelto(mapa: Mapa, dicho: Diagnostico) -> Diagnostico | None:
    """Lo `dicho`, si su línea, o la de encima, solo titula, separa o comenta lo demás."""
    if dicho.codigo not in _DUDOSOS:
        return None
    linea = Renglon.de(mapa, dicho.lugar.linea)
    for renglon in (linea, *_texto_de_encima(mapa, dicho)):
        if ayuda := _de_adorno(renglon.texto.strip()):
            return _en(mapa, renglon, ayuda)
    if dicho.codigo in (SIN_DOS_PUNTOS.codigo, SANGRIA.codigo) and _parece_un_titulo(mapa, linea):
        titulo = breve(linea.contenido)
        return _en(mapa, linea, f"si es un título, {_ALMOHADILLA}: # {titulo}; {dicho.ayuda}")
    return None


def _texto_de_encima(mapa: Mapa, dicho: Diagnostico) -> Iterator[Renglon]:
    """La línea de encima, si el lector la tomó por el comienzo de un texto."""
    if dicho.codigo not in (SANGRIA.codigo, DOS_PUNTOS.codigo):
        return
    previos = anteriores(mapa, dicho.lugar.linea)
    encima = next(previos, None)
    campo = next((uno for uno in previos if uno.campo), None)
    if encima and not (campo and campo.valor.startswith(DE_BLOQUE)):
        yield encima


def _de_adorno(texto: str) -> str:
    """Qué hacer con una línea que separa o comenta; nada si no es de esas."""
    if _SEPARADOR.fullmatch(texto):
        return f"si solo separa lo demás, bórrela, o {_ALMOHADILLA}: # {breve(texto)}"
    if comentario := _COMENTARIO.fullmatch(texto):
        suyo = breve(comentario["dicho"] or comentario["titulo"])
        return f"un comentario empieza por una almohadilla y un espacio; escriba: # {suyo}"
    return ""


def _parece_un_titulo(mapa: Mapa, linea: Renglon) -> bool:
    """Si no sigue a nada, y debajo empieza un registro o una sección, o no hay más."""
    if linea.campo or linea.guiones or parece_una_fila(linea.contenido):
        return False
    previo = next(anteriores(mapa, linea.numero), None)
    if previo is None or _ES_UN_NOMBRE.fullmatch(linea.contenido):
        return False
    abre_una_seccion = previo.campo and not previo.columna and not previo.valor
    if previo.numero == linea.numero - 1 and not abre_una_seccion:
        return False
    ultima = mapa.lugar(len(mapa.texto), len(mapa.texto)).linea
    siguiente = next(siguientes(mapa, linea.numero, cuantas=ultima - linea.numero), None)
    return siguiente is None or bool(siguiente.guiones or not siguiente.columna)


def _en(mapa: Mapa, renglon: Renglon, ayuda: str) -> Diagnostico:
    inicio = mapa.comienzo_de_linea(renglon.numero) + renglon.sangria
    return SIN_DOS_PUNTOS.en(
        mapa.lugar(inicio, inicio + len(renglon.texto) - renglon.sangria),
        NO_ES_CAMPO_Y_VALOR,
        ayuda=ayuda,
    )
