"""Listas y registros a los que les falta lo primero: el nombre de la lista, o su guion."""

import re

from camctl.castellano import contar
from camctl.diagnostico import Diagnostico
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import LINEAS_DE_UN_REGISTRO, Renglon, anteriores, breve
from camctl.lectura.sangria import SANGRIA


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
    faltan = [uno for uno in nombres.secciones if not re.search(rf"(?m)^{uno} *:", mapa.texto)]
    if len(faltan) != 1 or not caida.guiones or caida.campo != nombres.primeros[faltan[0]]:
        return None
    if any(uno.guiones and uno.campo for uno in dentro):
        return None
    return _en(
        mapa,
        caida,
        f"encima de esta línea falta «{faltan[0]}:», que es la lista en que está",
        f"escriba en la línea de encima, sin espacios delante: {faltan[0]}:",
    )


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
    espacios = contar(sangria, "espacio", "espacios")
    if primera.campo == nombre:
        return _en(
            mapa,
            primera,
            "a esta línea, la primera de un registro, le falta su guion",
            f"escríbala con {espacios} delante: - {breve(primera.contenido)}",
        )
    return _en(
        mapa,
        primera,
        f"encima de esta línea falta la primera de su registro, «- {nombre}: …»",
        f"escriba en la línea de encima, con {espacios} delante: - {nombre}: …",
    )


def _en(mapa: Mapa, renglon: Renglon, mensaje: str, ayuda: str) -> Diagnostico:
    inicio = mapa.comienzo_de_linea(renglon.numero) + renglon.sangria
    largo = len(renglon.guiones) + len(renglon.campo)
    return SANGRIA.en(mapa.lugar(inicio, inicio + largo), mensaje, ayuda=ayuda)
