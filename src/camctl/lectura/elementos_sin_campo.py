"""Elementos escritos en una palabra, `- B8`, con un campo debajo: les falta el nombre del suyo."""

from camctl.diagnostico import Diagnostico
from camctl.lectura.campos import campo_parecido
from camctl.lectura.lineas import SIN_DOS_PUNTOS, linea_mal_hecha
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import (
    Renglon,
    anteriores,
    breve,
    hasta_donde_acaba,
    parece_una_fila,
)


def elemento_sin_campo(mapa: Mapa, dicho: Diagnostico, nombres: Nombres) -> Diagnostico | None:
    """Si en la línea de lo `dicho` hay un elemento en una palabra, y debajo campos suyos."""
    return _abreviado(mapa, dicho.lugar.linea, nombres)


def elemento_sin_campo_encima(
    mapa: Mapa, dicho: Diagnostico, nombres: Nombres
) -> Diagnostico | None:
    """Si lo `dicho` es de un campo de un elemento en una palabra, que acabó en un comentario."""
    return _abreviado(mapa, dicho.lugar.linea - 1, nombres)


def _abreviado(mapa: Mapa, linea: int, nombres: Nombres) -> Diagnostico | None:
    elemento, debajo = Renglon.de(mapa, linea), Renglon.de(mapa, linea + 1)
    campo = nombres.primeros.get(_lista_de(mapa, elemento), "")
    es_suyo = debajo.campo and not debajo.guiones
    if not (elemento.guiones and not elemento.campo and campo and es_suyo):
        return None
    # Es el campo lo que hay, sin sus dos puntos o sin su valor.
    palabra, _, _ = elemento.contenido.partition(" ")
    if campo_parecido(palabra, [campo]):
        return None
    if linea_mal_hecha(mapa, elemento) or parece_una_fila(elemento.contenido):
        return None
    inicio = mapa.comienzo_de_linea(linea) + elemento.columna
    valor = hasta_donde_acaba(mapa, inicio)
    mal_alineado = debajo.columna != elemento.columna
    return SIN_DOS_PUNTOS.en(
        mapa.lugar(inicio, inicio + len(valor)),
        f"debajo de «{breve(valor)}» hay otro campo, y a él le falta delante el nombre del suyo",
        ayuda=f"escriba: - {campo}: {breve(valor)}"
        f"{f', y alinee con «{campo}» lo de debajo' if mal_alineado else ''}",
    )


def _lista_de(mapa: Mapa, elemento: Renglon) -> str:
    """El nombre de la lista en que está un elemento; vacío si no se ve."""
    previos = anteriores(mapa, elemento.numero)
    dueno = next((uno for uno in previos if uno.columna <= elemento.sangria), None)
    return dueno.campo if dueno and not dueno.valor else ""
