"""Piso 3: qué escribir donde va un solo texto y hay otra cosa: una lista, una ficha, sus trozos."""

from collections.abc import Sequence

from camctl.castellano import enumerar, recortar
from camctl.fichas_supuestas import LARGA
from camctl.lectura.escrito import escrito
from camctl.modelo import descuidos
from camctl.remedios import con_campo, de_propuestas, es_breve


def de_un_texto(campo: str, valor: object) -> str:
    """Cómo se escribe como un texto lo que se escribió como una lista o una ficha."""
    clave, dos_puntos, detras = campo.partition(":")
    if valor is None and clave and dos_puntos and detras.strip():
        return f"falta un espacio detrás de los dos puntos: {clave}: {recortar(detras, LARGA)}"
    if isinstance(valor, list) and valor and es_breve(valor):
        if campo == "parrafos":
            return f"escriba: {campo}: {escrito(', '.join(valor))}"
        if len(valor) == 1:
            return f"escriba: {con_campo(campo, escrito(valor[0]))}"
        return _de_una_a_otra(campo, valor) or _de_varios(campo, valor)
    if isinstance(valor, dict) and len(valor) == 1:
        for clave, suyo in valor.items():
            if isinstance(suyo, str):  # «Trata: sus causas»
                texto = escrito(recortar(f"{clave}: {suyo}"))
                return f"si los dos puntos son parte del texto, escriba: {texto}"
    return "escriba un solo texto, sin guion delante; si empieza por un corchete, entre comillas"


def _de_una_a_otra(campo: str, textos: Sequence[str]) -> str:
    """Cómo se escriben los días, o las dos horas, que se pusieron en una lista."""
    tramo = f"{textos[0]} a {textos[-1]}"
    dias = descuidos.fechas(tramo) if campo == "fecha" else []
    if dias and len(dias[0].valor) == len("2030-03-14"):
        lineas = de_propuestas(campo, dias)
        return f"si son días seguidos, {lineas}; si no, cada día es otra actividad"
    horas = descuidos.hora(tramo) if campo == "hora" and len(textos) == 2 else []
    return de_propuestas(campo, horas) if horas else ""


def _de_varios(campo: str, textos: Sequence[str]) -> str:
    """Qué hacer con los elementos de una lista que va donde cabe uno solo."""
    if not campo:
        sueltos = [escrito(uno) for uno in textos]
        guiones = enumerar([f"- {uno}" for uno in sueltos])
        return (
            f"cada uno va por su cuenta: {', '.join(sueltos)}; o, cada uno en su línea, {guiones}"
        )
    uno_solo = "va uno solo, sin corchetes ni guion; si hay más, cada uno pide otra ficha"
    if not any(" " in uno for uno in textos):
        return uno_solo
    junto = con_campo(campo, escrito(", ".join(textos)))
    return f"si es un solo texto, escriba: {junto}; si no, {uno_solo}"


def de_un_texto_con_comas(campo: str, entero: str, claves: Sequence[str]) -> str:
    """Cómo se escribe en una ficha entre llaves un texto con comas, que lo cortaron."""
    linea = f": {con_campo(campo, escrito(entero))}" if len(entero) <= LARGA else ""
    return (
        f"si es parte de «{campo}», escríbalo entre comillas{linea}; si no, los campos de esta "
        f"ficha son {enumerar(claves)}"
    )
