"""Cuánto ocupa un texto en una pantalla, y cómo se parte para que quepa."""

import re
from collections.abc import Iterator

# Caracteres de una celda de ancho. Con ellos se escribe casi todo el español, y basta contarlos:
# cargar las tablas de Unicode de Rich cuesta más que componer la tabla.
_NO_MIDE_UNO = (
    r"[^ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc]"
)
_PRIMERA_MARCA = "\u0300"  # hasta aquí todas las letras miden uno
# Dentro de una palabra que no cabe, detrás de estos signos se parte mejor que en otro sitio.
_COSTURA = r"[-/_.,;:?&=·]"


def anchura(texto: str) -> int:
    """Las celdas de pantalla que ocupa `texto`, que ya está limpio."""
    # Un texto limpio no lleva controles ni guiones opcionales, que no miden nada.
    if texto.isascii() or max(texto) < _PRIMERA_MARCA or not re.search(_NO_MIDE_UNO, texto):
        return len(texto)
    from rich.cells import cell_len

    return cell_len(texto)


def partir(texto: str, ancho: int) -> list[str]:
    """Las líneas de `texto`, de `ancho` celdas como mucho, partidas entre palabras.

    Una palabra que no cabe entera en una línea se parte por donde menos estorba. Ninguna línea
    acaba en espacio; si el texto está vacío, hay una, vacía.
    """
    texto = texto.rstrip(" ")
    if anchura(texto) <= ancho:
        return [texto]
    lineas: list[str] = []
    actual, ocupado = "", 0
    for palabra in texto.split(" "):
        mide = anchura(palabra)
        # Entre dos espacios seguidos hay una palabra vacía: va con lo anterior, quepa o no.
        if not palabra or ocupado + mide <= ancho:
            actual += f"{palabra} "
            ocupado += mide + 1
            continue
        if actual.strip(" "):
            lineas.append(actual.rstrip(" "))
        *enteras, ultima = _trozos(palabra, ancho) if mide > ancho else [palabra]
        lineas += enteras
        actual, ocupado = f"{ultima} ", anchura(ultima) + 1
    return [*lineas, actual.rstrip(" ")]


def _trozos(palabra: str, ancho: int) -> list[str]:
    """Trozos de `palabra` que caben en `ancho`, acabados en una costura si la hay a mano."""
    trozos: list[str] = []
    inicio = ocupado = 0
    for desde, hasta in _racimos(palabra):
        mide = anchura(palabra[desde:hasta])
        if ocupado + mide > ancho and desde > inicio:
            corte = _costura(palabra, inicio, desde)
            trozos.append(palabra[inicio:corte])
            inicio, ocupado = corte, anchura(palabra[corte:desde])
        ocupado += mide
    return [*trozos, palabra[inicio:]]


def _racimos(palabra: str) -> Iterator[tuple[int, int]]:
    """Dónde empieza y acaba cada carácter con las tildes y marcas sin ancho que lo siguen."""
    inicios = [lugar for lugar, caracter in enumerate(palabra) if not lugar or anchura(caracter)]
    return zip(inicios, [*inicios[1:], len(palabra)], strict=True)


def _costura(palabra: str, inicio: int, fin: int) -> int:
    """El mejor corte hasta `fin`: la última costura, si no deja la línea a menos de la mitad."""
    costuras = [hallada.end() for hallada in re.compile(_COSTURA).finditer(palabra, inicio, fin)]
    return costuras[-1] if costuras and (costuras[-1] - inicio) * 2 > fin - inicio else fin
