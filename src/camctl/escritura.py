"""Piso 3: de un plan al YAML que lo dice, como lo escribiría una persona con cuidado.

Es la vuelta de `carga`: lo escrito se lee igual, aquí y en cualquier otro lector de YAML. Sirve a
quien lo exporta; un archivo que ya existe se cambia con `edicion`, que conserva sus comentarios.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from camctl.fuentes import ARCHIVOS
from camctl.lectura.escrito import COMO_FECHA, entre_comillas, escrito, tiene_invisibles
from camctl.modelo.base import Registro
from camctl.modelo.campos import se_abrevia
from camctl.modelo.fecha import Fecha, Periodo
from camctl.modelo.plan import MODELO_DE_ARCHIVO, Plan
from camctl.modelo.tiempo import instante_escrito

_ANCHO: Final = 88
_ANCHO_MINIMO: Final = 40
_SANGRIA: Final = "  "
# Ni antes ni después de otro blanco: un salto de línea no diría cuántos había.
_ENTRE_PALABRAS: Final = r"(?<=[^ \t]) (?=[^ \t])"


def escribir_documento(plan: Plan) -> bytes:
    """El plan entero en un solo documento: las secciones de los cuatro archivos, seguidas.

    Los campos van en el orden del modelo, y los que no dicen nada se omiten; las listas de
    registros están siempre, aunque estén vacías: un archivo sin nada no es un archivo del plan.
    """
    return "\n".join(_archivo(plan, archivo) for archivo in ARCHIVOS).encode("utf-8")


def _archivo(plan: Plan, archivo: str) -> str:
    secciones = []
    for clave in MODELO_DE_ARCHIVO[archivo].model_fields:
        valor = _llano(getattr(plan, "cabecera" if clave == "plan" else clave))
        if isinstance(valor, list):
            secciones.append(_seccion(clave, valor))
        elif valor:
            secciones.append("\n".join(_entrada(clave, valor, "")))
    return "\n\n".join(secciones) + "\n"


def _seccion(clave: str, registros: list[Any]) -> str:
    if not registros:
        return f"{clave}: []"
    # Entre registro y registro, una línea en blanco: son largos, y así se ve dónde acaba cada uno.
    return f"{clave}:\n" + "\n\n".join("\n".join(_elemento(uno, _SANGRIA)) for uno in registros)


# --- De los registros a textos, listas y fichas ---------------------------------------------------


class _Tal(str):
    """Un valor que se escribe tal cual: una fecha va siempre sin comillas."""

    __slots__ = ()


def _llano(valor: Any) -> Any:
    if isinstance(valor, Registro):
        return {
            nombre: _llano(getattr(valor, nombre))
            if not se_abrevia(campo.annotation)
            else [_abreviado(_llano(uno)) for uno in getattr(valor, nombre)]
            for nombre, campo in type(valor).model_fields.items()
            if campo.is_required() or getattr(valor, nombre) != campo.default
        }
    if isinstance(valor, Mapping):
        return dict(valor)
    if isinstance(valor, Fecha):
        return _Tal(valor)
    if isinstance(valor, datetime):
        return _Tal(instante_escrito(valor))
    if isinstance(valor, Periodo):
        return str(valor)
    return [_llano(uno) for uno in valor] if isinstance(valor, tuple) else valor


def _abreviado(ficha: dict[str, Any]) -> Any:
    """De una ficha de las que pueden ser solo su ID, el ID si no dice más."""
    return ficha if len(ficha) > 1 else ficha["id"]


# --- De textos, listas y fichas a líneas ----------------------------------------------------------


def _entrada(clave: str, valor: Any, sangria: str) -> Iterator[str]:
    """Las líneas de un campo y su valor."""
    return _tras(f"{sangria}{_en_linea(clave, en_corchetes=True)}:", valor, sangria + _SANGRIA)


def _elemento(valor: Any, sangria: str) -> Iterator[str]:
    """Las líneas de un elemento de una lista, con su guion."""
    dentro = sangria + _SANGRIA
    if not isinstance(valor, dict):
        yield from _tras(f"{sangria}-", valor, dentro)
        return
    primera, *demas = (linea for par in valor.items() for linea in _entrada(*par, dentro))
    yield f"{sangria}- {primera.removeprefix(dentro)}"
    yield from demas


def _tras(cabeza: str, valor: Any, dentro: str) -> Iterator[str]:
    """Las líneas de un valor, la primera detrás de `cabeza` y las demás con su sangría."""
    en_linea = f"{cabeza} {_en_linea(valor)}"
    if isinstance(valor, dict):
        yield cabeza
        for par in valor.items():
            yield from _entrada(*par, dentro)
    elif isinstance(valor, list) and not _cabe(valor, en_linea):
        yield cabeza
        for uno in valor:
            yield from _elemento(uno, dentro)
    elif isinstance(valor, str) and (bloque := _en_bloque(valor, en_linea, len(dentro))):
        marca, *lineas = bloque
        yield f"{cabeza} {marca}"
        yield from (f"{dentro}{linea}" if linea else "" for linea in lineas)
    else:
        yield en_linea


def _cabe(lista: list[Any], en_linea: str) -> bool:
    return len(en_linea) <= _ANCHO and not any(isinstance(uno, dict) for uno in lista)


def _en_linea(valor: Any, *, en_corchetes: bool = False) -> str:
    if isinstance(valor, _Tal):
        return valor
    if isinstance(valor, list):
        return f"[{', '.join(_en_linea(uno, en_corchetes=True) for uno in valor)}]"
    # En un campo de texto, lo que parece una fecha también va entre comillas.
    parece_fecha = isinstance(valor, str) and re.fullmatch(COMO_FECHA, valor)
    return entre_comillas(valor) if parece_fecha else escrito(valor, en_corchetes=en_corchetes)


def _en_bloque(texto: str, en_linea: str, sangria: int) -> list[str]:
    """El texto en varias líneas y sin comillas, detrás de la marca que lo anuncia.

    Tras «>-» un salto es un espacio y una línea en blanco, un salto; tras «|-», cada salto es uno.
    Nada si cabe en una línea, o si así se perdería algo.
    """
    lineas = texto.split("\n")
    if len(lineas) == 1 and len(en_linea) <= _ANCHO:
        return []
    con_blancos = any(linea != linea.strip(" \t") for linea in lineas)
    if con_blancos or not (lineas[0] and lineas[-1]) or any(map(tiene_invisibles, lineas)):
        return []
    ancho = max(_ANCHO - sangria, _ANCHO_MINIMO)
    if len(lineas) > 1 and all(len(linea) <= ancho for linea in lineas):
        return ["|-", *lineas]
    return [">-", *_dobladas(lineas, ancho)]


def _dobladas(lineas: Iterable[str], ancho: int) -> Iterator[str]:
    for orden, linea in enumerate(lineas):
        if orden:
            yield ""
        yield from _partida(linea, ancho)


def _partida(linea: str, ancho: int) -> list[str]:
    """Una línea en varias de hasta `ancho` letras; ninguna si está vacía."""
    partes: list[str] = []
    for palabra in re.split(_ENTRE_PALABRAS, linea):
        if partes and len(partes[-1]) + 1 + len(palabra) <= ancho:
            partes[-1] += f" {palabra}"
        elif palabra:
            partes.append(palabra)
    return partes
