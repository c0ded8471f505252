"""Cómo se escriben un campo, un texto o una ficha nuevos, a la manera de su archivo."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from camctl.edicion.pagina import Pagina
from camctl.lectura.escrito import entre_comillas, escrito
from camctl.lectura.renglon import DE_BLOQUE
from camctl.lectura.valores import Ruta

_ANCHO: Final = 90
_ANCHOS_ADMITIDOS: Final = (60, 120)
_PLEGADO: Final = ">-"
_MUESTRA: Final = 100  # textos que se miran para saber dónde parte sus líneas un archivo
# Su ficha pide las comillas, aunque YAML no las necesite.
_ENTRE_COMILLAS: Final = frozenset({"hora"})
_CABEZA_DE_BLOQUE: Final = re.compile(r"([|>])([+-]?)[0-9]?([+-]?)")


class Hechura(NamedTuple):
    """Las costumbres de un archivo: dónde se parten sus líneas y cuánto entran sus listas."""

    ancho: int = _ANCHO
    lista: int = 2  # del campo al guion de su lista
    guion: int = 2  # del guion a lo que lleva detrás
    sangria: int = 2  # del campo a su texto plegado


class Escalar(NamedTuple):
    """Un texto en YAML: lo que va detrás de «campo: » y, si sigue debajo, sus líneas."""

    cabeza: str
    cuerpo: tuple[str, ...] = ()


def hechura_de(pagina: Pagina, ruta: Ruta) -> Hechura:
    """Las costumbres del archivo para lo que cuelga de `ruta`."""
    lista, guion = _lista_de_muestra(pagina, ruta) or (Hechura().lista, Hechura().guion)
    plegados = list(islice(_plegados(pagina), _MUESTRA))
    ancho = max((largo for _, largo in plegados), default=_ANCHO)
    minimo, maximo = _ANCHOS_ADMITIDOS
    sangria = plegados[0][0] if plegados else Hechura().sangria
    return Hechura(min(max(ancho, minimo), maximo), lista, guion, sangria)


def _lista_de_muestra(pagina: Pagina, ruta: Ruta) -> tuple[int, int] | None:
    """Cuánto entra el guion de una lista, y lo que lleva detrás: de la más cercana a `ruta`."""
    for hasta in range(len(ruta), -1, -1):
        ficha = pagina.valor(ruta[:hasta])
        if not isinstance(ficha, dict):
            continue
        for clave, valor in ficha.items():
            suya = (*ruta[:hasta], clave)
            if isinstance(valor, list) and valor and pagina.es_bloque(suya):
                en_el_guion = pagina.columna(pagina.tramo(suya)[0])
                dentro = pagina.columna(pagina.tramo((*suya, 0))[0])
                entra = en_el_guion - pagina.columna(pagina.clave(suya)[0])
                return entra, max(dentro - en_el_guion, 2)
    return None


def _plegados(pagina: Pagina) -> Iterator[tuple[int, int]]:
    """De cada texto plegado del archivo, su sangría y el largo de su línea más larga."""
    for cabeza in re.finditer(r"(?m)^([ -]*)[\w-]+:[ \t]+>[+-]?[ \t]*(?:#.*)?\r?$", pagina.texto):
        comienzo = pagina.linea_siguiente(cabeza.start())
        if comienzo is None:
            continue
        primera = pagina.resto_de_linea(comienzo)
        sangria = len(primera) - len(primera.lstrip(" "))
        largo = 0
        siguiente: int | None = comienzo
        while siguiente is not None:
            linea = pagina.resto_de_linea(siguiente)
            if linea.strip() and len(linea) - len(linea.lstrip(" ")) < sangria:
                break
            largo = max(largo, len(linea))
            siguiente = pagina.linea_siguiente(siguiente)
        if sangria > len(cabeza[1]):
            yield sangria - len(cabeza[1]), largo


def escalar(
    texto: str | bool, usado: int, columna: int, hechura: Hechura, viejo: str = ""
) -> Escalar:
    """`texto` en YAML: en la línea si cabe en ella tras `usado` caracteres, y si no, plegado.

    El texto plegado entra respecto de `columna`. `viejo` es lo que sustituye: se conservan sus
    comillas, y si iba plegado, así sigue.
    """
    en_linea = de_una_linea(texto, viejo)
    if isinstance(texto, bool):
        return Escalar(en_linea)
    era_bloque = viejo[:1] in DE_BLOQUE
    if not era_bloque and not _conviene_plegar(texto, usado + len(en_linea), hechura):
        return Escalar(en_linea)
    cuerpo = _plegado(texto, columna + hechura.sangria, hechura.ancho)
    if not cuerpo:
        return Escalar(en_linea)
    return Escalar(_cabeza(viejo), cuerpo)


def de_una_linea(texto: str | bool, viejo: str = "") -> str:
    """`texto` en YAML y en una línea, con las comillas que llevaba `viejo` o las que necesite."""
    if isinstance(texto, bool):
        return escrito(texto)
    if viejo.startswith("'") and texto.isprintable():
        return "'" + texto.replace("'", "''") + "'"
    return entre_comillas(texto) if viejo.startswith('"') else escrito(texto)


def _conviene_plegar(texto: str, largo: int, hechura: Hechura) -> bool:
    return "\n" in texto or (" " in texto and largo > hechura.ancho)


def _cabeza(viejo: str) -> str:
    bloque = _CABEZA_DE_BLOQUE.match(viejo)
    # Un texto literal no se parte: pasa a ser plegado.
    return f">{bloque[2]}{bloque[3]}" if bloque else _PLEGADO


def _plegado(texto: str, sangria: int, ancho: int) -> tuple[str, ...]:
    """Las líneas de `texto` plegado; ninguna si plegado no diría lo mismo."""
    lineas: list[str] = []
    for parrafo in texto.split("\n"):
        partido = textwrap.wrap(
            parrafo, max(ancho - sangria, 20), break_long_words=False, break_on_hyphens=False
        )
        if " ".join(partido) != parrafo:
            return ()
        # Un salto es una línea en blanco; dos seguidos, dos.
        lineas += [*([""] if lineas else []), *partido]
    return tuple(f"{' ' * sangria}{linea}" if linea else "" for linea in lineas)


def campo(clave: str, valor: Any, columna: int, hechura: Hechura) -> list[str]:
    """Las líneas de `clave: valor` en un bloque cuyos campos empiezan en `columna`."""
    margen = " " * columna
    nombre = f"{margen}{escrito(clave)}:"
    if isinstance(valor, str | bool):
        if clave in _ENTRE_COMILLAS:
            return [f"{nombre} {entre_comillas(str(valor))}"]
        suyo = escalar(valor, len(nombre) + 1, columna, hechura)
        return [f"{nombre} {suyo.cabeza}", *suyo.cuerpo]
    en_linea = f"{nombre} {escrito(valor)}"
    cabe = len(en_linea) <= hechura.ancho
    if isinstance(valor, Mapping) or not any(isinstance(uno, Mapping) for uno in valor):
        return [en_linea]
    if cabe and any(isinstance(uno, str) for uno in valor):
        return [en_linea]
    return [nombre, *elementos(valor, columna + hechura.lista, hechura)]


def elementos(lista: Sequence[Any], columna: int, hechura: Hechura) -> list[str]:
    """Las líneas de unos elementos de lista, con su guion en `columna`."""
    lineas: list[str] = []
    for uno in lista:
        suyas = ficha(uno, columna + hechura.guion, hechura)
        guion = f"{' ' * columna}-".ljust(columna + hechura.guion)
        lineas += [guion + suyas[0][columna + hechura.guion :], *suyas[1:]]
    return lineas


def ficha(valor: Any, columna: int, hechura: Hechura) -> list[str]:
    """Las líneas de una ficha en un bloque, o de un texto suelto."""
    if not isinstance(valor, Mapping):
        return [f"{' ' * columna}{escrito(valor)}"]
    return [
        linea for clave, suyo in valor.items() for linea in campo(clave, suyo, columna, hechura)
    ]
