"""Listas y registros a los que les falta lo primero: el nombre de la lista, o su guion."""

import re
from collections.abc import Iterable

from camctl.diagnostico import Diagnostico
from camctl.lectura.fugas import Fuga
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import LINEAS_DE_UN_REGISTRO, Renglon, anteriores, breve, con_espacios
from camctl.lectura.sangria import SANGRIA, falta_el_nombre


def sin_comienzo(mapa: Mapa, linea: int, nombres: Nombres) -> Diagnostico | None:
    """Lo que falta más arriba y por lo que no encaja una `linea`; nada si no es eso."""
    caida = Renglon.de(mapa, linea)
    dentro: list[Renglon] = []
    for renglon in anteriores(mapa, linea, cuantas=LINEAS_DE_UN_REGISTRO):
        if renglon.campo and not renglon.columna:
            if renglon.campo in nombres.secciones:
                return _sin_el_primer_guion(mapa, caida, renglon, dentro[::-1], nombres)
            return _sin_el_nombre_de_la_lista(mapa, caida, dentro, nombres)
        dentro.append(renglon)
    return None


def _sin_el_nombre_de_la_lista(
    mapa: Mapa, caida: Renglon, dentro: list[Renglon], nombres: Nombres
) -> Diagnostico | None:
    """Unos registros detrás de una ficha: son de la única lista que el archivo no nombra."""
    faltan = _las_que_faltan(mapa, nombres.secciones)
    if len(faltan) != 1 or not caida.guiones or caida.campo != nombres.primeros[faltan[0]]:
        return None
    if any(uno.guiones and uno.campo for uno in dentro):
        return None
    return _en(mapa, caida, *falta_el_nombre(faltan[0], "lista"))


def ficha_sin_nombre(mapa: Mapa, linea: int, nombres: Nombres) -> Fuga | None:
    """La ficha que encabeza el archivo sin su nombre, por lo que no encaja una `linea`."""
    caida = Renglon.de(mapa, linea)
    if linea > LINEAS_DE_UN_REGISTRO:
        return None
    encima = list(anteriores(mapa, linea, cuantas=linea))[::-1]
    if not encima or not caida.campo or caida.columna or not all(uno.sangria for uno in encima):
        return None
    primera = encima[0]
    suyos = {uno.campo for uno in encima if uno.columna == primera.columna}
    faltan = _las_que_faltan(mapa, nombres.fichas)
    de_quien = [uno for uno in faltan if suyos <= nombres.fichas[uno]] or [
        uno for uno in faltan if not nombres.fichas[uno] and suyos.isdisjoint(nombres.campos)
    ]
    if primera.guiones or not primera.campo or len(de_quien) != 1:
        return None
    return Fuga(_en(mapa, primera, *falta_el_nombre(de_quien[0], "ficha")), primera.campo)


def _las_que_faltan(mapa: Mapa, secciones: Iterable[str]) -> list[str]:
    return [uno for uno in secciones if not re.search(rf"(?m)^{uno} *:", mapa.texto)]


def _sin_el_primer_guion(
    mapa: Mapa, caida: Renglon, lista: Renglon, dentro: list[Renglon], nombres: Nombres
) -> Diagnostico | None:
    """Una lista cuyo primer registro no empieza por un guion."""
    if not dentro or dentro[0].guiones or not dentro[0].campo:
        return None
    primera, nombre = dentro[0], nombres.primeros[lista.campo]
    if caida.guiones and caida.columna == primera.columna:
        sangria = caida.sangria
    elif len(dentro) == 1 and primera.campo == nombre and caida.columna > primera.columna:
        sangria = primera.columna  # los demás campos ya están donde irían tras el guion
    else:
        return None
    donde = con_espacios(sangria)
    if primera.campo == nombre:
        return _en(
            mapa,
            primera,
            "a esta línea, la primera de un registro, le falta su guion",
            f"escríbala {donde}: - {breve(primera.contenido)}",
        )
    return _en(
        mapa,
        primera,
        f"encima de esta línea falta la primera de su registro, «- {nombre}: …»",
        f"escriba en la línea de encima, {donde}: - {nombre}: …",
    )


def _en(mapa: Mapa, renglon: Renglon, mensaje: str, ayuda: str) -> Diagnostico:
    inicio = mapa.comienzo_de_linea(renglon.numero) + renglon.sangria
    largo = len(renglon.guiones) + len(renglon.campo)
    return SANGRIA.en(mapa.lugar(inicio, inicio + largo), mensaje, ayuda=ayuda)
