"""Piso 3: la ficha que se quiso escribir con unas palabras: «Ana Pérez (SBP)», «B8: se informó»."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from camctl.castellano import enumerar, recortar
from camctl.lectura.escrito import escrito
from camctl.lectura.signos import VINETAS

BREVE: Final = 60  # hasta aquí se repite lo escrito al decir qué escribir en su lugar
LARGA: Final = 200
LAS_VINETAS: Final = f"-{VINETAS} "
_TEXTO: Final = "texto"
# El primer campo de las fichas que alguien escribiría en un par de palabras.
_CON_QUE_SE_ABREVIA: Final = frozenset({"id", "nombre", "titulo", "objetivo"})
# «B8», «B.8», «B8: se informó», «B8 – se informó».
_UN_ID: Final = r"[^\W\d_]{1,5}[ .-]?[0-9]+"
_UN_ID_Y_SU_TEXTO: Final = re.compile(rf"({_UN_ID})(?:\s*[:,.–—-]\s+(.+))?", re.DOTALL)


def ficha_supuesta(texto: str, campos: Sequence[str], obligatorios: Sequence[str]) -> str:
    """La ficha con `texto` en su primer campo obligatorio: `{nombre: Ana Pérez}`.

    De «Ana Pérez (SBP)» y «Ana Pérez, Relatora» se sabe además de dónde viene o qué es. Si la ficha
    ha de llevar un texto, lo que no es un ID va en él: `{objetivo: …, texto: Se informó}`.
    """
    texto = recortar(texto, LARGA).lstrip(LAS_VINETAS)
    con_actor = re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", texto) if "actor" in campos else None
    con_cargo = re.fullmatch(r"([^,]+),\s+(.+)", texto) if "cargo" in campos else None
    ficha = dict.fromkeys(obligatorios, "")
    if con_actor:
        ficha |= _repartido(con_actor[1], obligatorios) | {"actor": con_actor[2]}
    elif con_cargo:
        ficha |= _repartido(con_cargo[1], obligatorios) | {"cargo": con_cargo[2]}
    else:
        ficha |= _repartido(texto, obligatorios)
    return _con_huecos(ficha)


def _repartido(texto: str, obligatorios: Sequence[str]) -> dict[str, str]:
    """Lo que `texto` dice de los campos que la ficha ha de llevar."""
    primero, *otros = obligatorios
    if _TEXTO not in otros:
        return {primero: texto}
    partes = _UN_ID_Y_SU_TEXTO.fullmatch(texto)
    return {primero: partes[1], _TEXTO: partes[2] or ""} if partes else {_TEXTO: texto}


def _con_huecos(ficha: dict[str, str]) -> str:
    """`ficha` en una línea, con «…» en los campos de los que no se sabe nada."""
    lineas = (f"{campo}: {escrito(valor) if valor else '…'}" for campo, valor in ficha.items())
    return "{" + ", ".join(lineas) + "}"


def ficha_sin_campos(nombre: str, valor: object, claves: tuple[str, ...], ya: Sequence[str]) -> str:
    """La ficha que se quiso escribir con «Ana Pérez: SBP», o los campos que puede llevar."""
    todos = f"los campos de esta ficha son {enumerar(claves)}"
    if len(ya) != 1 or not claves[1:] or claves[0] not in _CON_QUE_SE_ABREVIA:
        return todos
    if not isinstance(valor, str):
        return todos
    if claves[0] == "objetivo" and _TEXTO in claves and len(nombre) <= BREVE:
        ficha = {claves[0]: nombre, _TEXTO: valor if len(valor) <= LARGA else ""}
        return f"escriba: {_con_huecos(ficha)}; {todos}"
    if len(nombre) + len(valor) > BREVE:
        return todos
    return f"escriba: {escrito(_de_dos(nombre, valor, claves))}; {todos}"


def fichas_por_su_clave(valor: Mapping[str, object], claves: Sequence[str]) -> list[dict[str, str]]:
    """Las fichas que se quisieron escribir con una línea cada una, «B1: Se informó»."""
    if len(claves) < 2 or claves[0] not in _CON_QUE_SE_ABREVIA:
        return []
    textos = {nombre: suyo for nombre, suyo in valor.items() if isinstance(suyo, str)}
    enteros = textos if len(textos) == len(valor) else {}
    return [_de_dos(nombre, suyo, claves) for nombre, suyo in enteros.items()]


def _de_dos(nombre: str, valor: str, claves: Sequence[str]) -> dict[str, str]:
    if claves[0] == "objetivo" and _TEXTO in claves:
        return {claves[0]: nombre, _TEXTO: valor}
    es_un_enlace = valor.startswith("http") and "enlace" in claves
    return {claves[0]: nombre, "enlace" if es_un_enlace else claves[1]: valor}
