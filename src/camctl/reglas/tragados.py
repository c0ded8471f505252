"""Los campos y los registros que se quedan dentro de un texto de varias líneas."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from camctl.castellano import recortar
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import DE_BLOQUE
from camctl.lectura.valores import Ruta
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de, ficha_en, obligatorios_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO
from camctl.reglas.contexto import Contexto, IdDicho, Sitio
from camctl.reglas.texto_libre import escritos

_LARGO: Final = 60
_COMIENZA_UN_VALOR: Final = frozenset("|>[{")  # y no una frase


class Tragado(NamedTuple):
    """La línea de un texto en que parece empezar un campo o, con su guion, una ficha.

    `sangria` es la que le tocaría, `seccion`, en la que está el texto, e `ids`, los de las fichas
    que empiezan en él. `es_seguro` si no puede ser parte del texto; `se_junta` si, siéndolo, puede
    seguir a la línea de encima.
    """

    sitio: Sitio
    linea: int
    escrito: str
    sangria: int
    seccion: str
    ids: tuple[str, ...]
    abre_ficha: bool
    es_seguro: bool
    se_junta: bool


def ids_tragados(contexto: Contexto) -> Iterator[IdDicho]:
    """Los ID de los registros que están dentro de un texto."""
    for uno in contexto.una_vez(tragados):
        for id_ in uno.ids:
            yield uno.seccion, id_


def tragados(contexto: Contexto) -> Iterator[Tragado]:
    """Lo que parece haberse tragado cada texto, uno por texto."""
    for sitio, _, _ in escritos(contexto, _los_que_nombran_campos):
        mapa, remiendo, base = contexto.origen[id(sitio.registro)]
        tragado = _tragado(sitio, mapa, remiendo.en_el_archivo(base + sitio.ruta))
        if tragado:
            yield tragado


def _los_que_nombran_campos(textos: Sequence[str]) -> Iterable[str]:
    # Casi nunca hay ninguno, y de todos a la vez se sabe antes.
    if ":" not in "".join(textos):
        return ()
    nombrados = frozenset(f"{campo}:" for campo in _todos_los_campos())
    return (uno for uno in textos if ":" in uno and not nombrados.isdisjoint(uno.split()))


@cache
def _todos_los_campos() -> frozenset[str]:
    campos: set[str] = set()
    pendientes = list(MODELO_DE_ARCHIVO.values())
    while pendientes:
        suyos = pendientes.pop().model_fields
        campos.update(suyos)
        pendientes += [dentro for campo in suyos.values() if (dentro := ficha_de(campo.annotation))]
    return frozenset(campos)


@cache
def _linea_de_campo() -> re.Pattern[str]:
    un_campo = rf"(?:{'|'.join(sorted(_todos_los_campos()))})"
    return re.compile(
        rf"[\r\n][ \t]*(?P<guion>- +)?(?P<campo>{un_campo}):(?P<valor>[ \t][^\r\n]*)?(?=[\r\n]|$)"
        rf"(?=(?:\s*[\r\n][ \t]*(?P<otro>- +)?(?P<siguiente>{un_campo}):(?=\s|$))?)"
    )


def _tragado(sitio: Sitio, mapa: Mapa, ruta: Ruta) -> Tragado | None:
    inicio, fin = mapa.posiciones(mapa.lugar_de(ruta))
    texto = mapa.texto[inicio:fin]
    if not texto.startswith(DE_BLOQUE):
        return None
    fichas = _fichas(ruta)
    candidatos = [
        (hallado, ficha, donde)
        for hallado in _linea_de_campo().finditer(texto)
        if (suya := _de_quien_es(hallado, fichas))
        for ficha, donde in (suya,)
    ]
    if not candidatos:
        return None
    seguros = [uno for uno in candidatos if _es_seguro(texto, *uno[:2])]
    hallado, _, donde = (seguros or candidatos)[0]
    abre_ficha = bool(hallado["guion"])
    posicion = inicio + hallado.start("guion" if abre_ficha else "campo")
    return Tragado(
        sitio,
        linea=mapa.lugar(posicion, posicion).linea,
        escrito=recortar(hallado.group().strip(), _LARGO),
        sangria=_sangria(mapa, donde[:-1] if abre_ficha else donde),
        seccion=str(ruta[0]),
        ids=tuple(
            uno["valor"].partition(" #")[0].strip(" \t\"'")
            for uno, _, _ in seguros
            if uno["guion"] and uno["campo"] == "id" and uno["valor"]
        ),
        abre_ficha=abre_ficha,
        es_seguro=bool(seguros),
        se_junta=texto[0] == ">" and "\n" in texto[: hallado.start()].strip(),
    )


def _fichas(ruta: Ruta) -> list[tuple[type[Registro], Ruta]]:
    """Las fichas en que está un valor, de dentro afuera, y la ruta de cada una."""
    archivo = next(uno for uno in MODELO_DE_ARCHIVO.values() if ruta[0] in uno.model_fields)
    return [
        (ficha, ruta[:orden])
        for orden in range(len(ruta) - 1, -1, -1)
        if isinstance(ruta[orden], str) and (ficha := ficha_en(archivo, ruta[: orden + 1]))
    ]


def _de_quien_es(
    hallado: re.Match[str], fichas: Sequence[tuple[type[Registro], Ruta]]
) -> tuple[type[Registro], Ruta] | None:
    """La ficha de la que sería un campo, y su ruta; con guion, una como la que sería otra."""
    posibles = [
        (ficha, ruta)
        for ficha, ruta in fichas
        if hallado["campo"] in ficha.model_fields
        and (not hallado["guion"] or (ruta and isinstance(ruta[-1], int)))
    ]
    # Un `id` puede serlo de la ficha de dentro o de la de fuera: lo dice el campo que lo sigue.
    con_los_dos = [una for una in posibles if hallado["siguiente"] in una[0].model_fields]
    return next(iter(con_los_dos or posibles), None)


def _es_seguro(texto: str, hallado: re.Match[str], ficha: type[Registro]) -> bool:
    sigue_su_campo = hallado["siguiente"] in ficha.model_fields and not hallado["otro"]
    if hallado["guion"]:
        return sigue_su_campo and hallado["campo"] in obligatorios_de(ficha)
    de_dentro = ficha_de(ficha.model_fields[hallado["campo"]].annotation)
    if hallado["otro"] and de_dentro and hallado["siguiente"] in de_dentro.model_fields:
        return True  # una lista de fichas
    # En un texto de `|`, que guarda sus líneas, alguien puede apuntar datos, uno en cada una.
    return (hallado["valor"] or "").strip()[:1] in _COMIENZA_UN_VALOR or (
        sigue_su_campo and texto[0] == ">"
    )


def _sangria(mapa: Mapa, ruta: Ruta) -> int:
    return mapa.lugar_de(ruta).columna - 1 if ruta else 0
