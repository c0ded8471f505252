"""Piso 1: de los bytes de un YAML a sus valores, con el lugar de cada uno.

Todo escalar es texto: ni `no` es un booleano ni `010` un número; cada campo del modelo decide.
"""

from codecs import BOM_UTF8
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from camctl.diagnostico import Diagnostico
from camctl.lectura.eventos import recorrer
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import ComoSeLlama, Nombres
from camctl.lectura.texto import TextoIlegible, decodificar
from camctl.lectura.valores import ILEGIBLE, Ruta, Sitio, Valor

__all__ = ["ILEGIBLE", "Lectura", "Valor", "leer"]


class Lectura(NamedTuple):
    """Lo que se pudo leer de un archivo.

    `completa` es falso cuando un error de sintaxis dejó el resto sin leer: `valor` trae entonces
    los registros que ya estaban enteros. `tiene_vacios`, si alguna clave no lleva nada detrás;
    `tiene_blancos`, si los lleva algún texto por fuera. `danos` da los registros en que algo no se
    pudo leer, y en qué sitios de ellos; `sitios`, en cuál está cada diagnóstico, por su orden;
    `ocultos`, los registros que quedan tras una clave repetida, por sección: no se leen, pero
    existen para quien los cite, aunque de alguno, ilegible, no se sepa ni el ID.
    """

    valor: Valor
    mapa: Mapa
    diagnosticos: tuple[Diagnostico, ...]
    completa: bool
    tiene_vacios: bool = False
    tiene_blancos: bool = False
    danos: Mapping[Sitio, set[Ruta]] = MappingProxyType({})
    sitios: Mapping[int, Sitio] = MappingProxyType({})
    ocultos: Mapping[str, list[Valor]] = MappingProxyType({})


def leer(contenido: bytes, archivo: str, como_se_llama: ComoSeLlama = Nombres) -> Lectura:
    """Los valores de `contenido`; `archivo` es solo el nombre que llevarán sus lugares.

    `como_se_llama` sirve para explicar mejor lo que no se pueda leer.

    Nunca lanza por culpa del contenido: lo que esté mal sale en `diagnosticos`.
    """
    try:
        decodificado = decodificar(contenido, archivo)
    except TextoIlegible as ilegible:
        mapa = Mapa(archivo, ilegible.texto)
        return Lectura(None, mapa, (ilegible.diagnostico,), completa=False)
    obra = recorrer(contenido.removeprefix(BOM_UTF8), decodificado, archivo, como_se_llama)
    return Lectura(
        valor=obra.raiz,
        mapa=obra.mapa,
        diagnosticos=tuple(obra.diagnosticos),
        completa=obra.completa,
        tiene_vacios=obra.hay_vacios,
        tiene_blancos=obra.hay_blancos,
        danos=obra.danos,
        sitios=obra.sitios,
        ocultos=obra.ocultos,
    )
