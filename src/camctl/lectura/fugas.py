"""Campos que perdieron su sangría y cortan el registro en que estaban."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import NamedTuple

from camctl.diagnostico import Diagnostico
from camctl.lectura.campos import campo_parecido
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import DE_BLOQUE, LINEAS_DE_UN_REGISTRO, Renglon, anteriores
from camctl.lectura.sangria import SANGRIA, con_que_se_alinea, falta_la_sangria


class Fuga(NamedTuple):
    """Lo que hay que decir de unos campos sin sangría, y el primero de ellos."""

    diagnostico: Diagnostico
    campo: str


def fuga_ante(mapa: Mapa, linea: int, nombres: Nombres) -> Fuga | None:
    """Los campos sin sangría por los que no encaja una `linea`; nada si no es eso."""
    caida = Renglon.de(mapa, linea)
    previos = anteriores(mapa, linea, cuantas=LINEAS_DE_UN_REGISTRO)
    fuera = list(_sin_sangria(mapa, previos, nombres))
    duenos = list(anteriores(mapa, fuera[0].numero)) if fuera else []
    if not duenos:
        return None
    primero = fuera[0]
    # Los de la primera columna no son de su registro, ni lo que haya por encima de ellos.
    suyos = list(takewhile(lambda uno: uno.columna, duenos))
    columna = _columna_de(mapa, primero, caida, suyos)
    inicio = mapa.comienzo_de_linea(primero.numero)
    iguales = (uno for uno in (*suyos, caida) if uno.columna == columna and uno.campo)
    modelo = next(((uno.campo, uno.numero) for uno in iguales), ("", 0))
    mensaje, ayuda = falta_la_sangria(
        [uno.campo for uno in fuera], con_que_se_alinea(columna, *modelo)
    )
    lugar = mapa.lugar(inicio, inicio + len(primero.campo))
    return Fuga(SANGRIA.en(lugar, mensaje, ayuda=ayuda), primero.campo)


def _sin_sangria(mapa: Mapa, previos: Iterator[Renglon], nombres: Nombres) -> Iterator[Renglon]:
    """Los campos sin sangría más cercanos, de arriba abajo."""
    primera = next((uno for uno in previos if not uno.sangria), None)
    seguidas = chain((primera,) if primera else (), previos)
    fuera = takewhile(
        lambda uno: (
            not uno.columna
            and (uno.campo in nombres.campos or _no_es_una_seccion(mapa, uno, nombres))
        ),
        seguidas,
    )
    return reversed(list(fuera))


def _no_es_una_seccion(mapa: Mapa, uno: Renglon, nombres: Nombres) -> bool:
    """Si un campo de la primera columna, con su valor, no es de ella aunque no se conozca."""
    if not (uno.campo and uno.valor) or campo_parecido(uno.campo, nombres.raiz):
        return False
    encima = list(anteriores(mapa, uno.numero, cuantas=LINEAS_DE_UN_REGISTRO))
    if not any(otro.campo in nombres.raiz and not otro.columna for otro in encima):
        return False
    # Detrás de un texto en varias líneas puede ser una de ellas.
    return bool(encima[0].campo) and encima[0].valor[:1] not in DE_BLOQUE


def _columna_de(mapa: Mapa, campo: Renglon, caida: Renglon, suyos: list[Renglon]) -> int:
    """Dónde iría un campo: donde va en otros registros o, si no está en ninguno, con lo que sigue.

    Lo que sigue a un campo de una ficha que va dentro de otra puede ser ya de la de fuera.
    """
    forma = rf"(?m)^( +(?:- +)*){re.escape(campo.campo)}:(?: |\r?$)"
    usadas = {len(uno) for uno in re.findall(forma, mapa.texto)}
    posibles = [uno.columna for uno in (caida, *suyos) if uno.campo] or [caida.columna]
    return next((columna for columna in posibles if columna in usadas), posibles[0])
