"""Una tabla hecha líneas: en columnas si caben y, si no, cada fila en varios renglones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from camctl.salida.maqueta.apilado import apilar
from camctl.salida.maqueta.lineas import VACIA, Linea, Tramo, parrafo
from camctl.salida.maqueta.medida import anchura, partir
from camctl.salida.maqueta.rejilla import Fila, Rejilla, rejilla_de
from camctl.salida.maqueta.reparto import SEPARACION, AnchoPedido, repartir
from camctl.vistas.respuesta import Estilo, Tabla

_MARGEN = 1
# Por debajo de esto una columna de texto ya no se lee; una palabra más larga se puede partir.
_MINIMO_LEGIBLE = 12
_PALABRA_LARGA = 20
# El ancho que se procura a un texto: el que lo deja en dos renglones o, si es largo, este.
_COMODO = 24
# Cuando las filas ocupan de media tantos renglones, un blanco las separa.
_FILA_ALTA = 2.5


def componer_tabla(tabla: Tabla, ancho: int) -> list[Linea]:
    """Las líneas de `tabla` para una pantalla de `ancho` celdas; ninguna si no dice nada."""
    rejilla = rejilla_de(tabla)
    if rejilla is None:
        return []
    pedidos = [_pedido(rejilla, numero) for numero in range(len(rejilla.columnas))]
    anchos = repartir(pedidos, ancho - _MARGEN)
    return apilar(rejilla, ancho) if anchos is None else _en_columnas(rejilla, anchos, ancho)


def _pedido(rejilla: Rejilla, numero: int) -> AnchoPedido:
    columna = rejilla.columnas[numero]
    textos = [rejilla.titulos[numero]]
    textos += [linea for fila in rejilla.filas for linea in fila[numero]]
    natural = max(map(anchura, textos)) or 1
    if not columna.flexible:
        return AnchoPedido(natural, natural, natural, columna.prioridad)
    palabra = max(anchura(palabra) for texto in textos for palabra in texto.split(" "))
    minimo = min(natural, max(_MINIMO_LEGIBLE, min(palabra, _PALABRA_LARGA)))
    comodo = max(minimo, min(natural // 2, _COMODO))
    return AnchoPedido(natural, comodo, minimo, columna.prioridad)


def _en_columnas(rejilla: Rejilla, anchos: Mapping[int, int], ancho: int) -> list[Linea]:
    estilos = {numero: rejilla.columnas[numero].estilo for numero in anchos}
    titulos: Fila = tuple((titulo,) for titulo in rejilla.titulos)
    bloques = [
        (bloque.titulo, [_renglones(fila, anchos, estilos) for fila in bloque.filas])
        for bloque in rejilla.bloques
    ]
    alturas = [len(fila) for _, filas in bloques for fila in filas]
    son_altas = sum(alturas) >= _FILA_ALTA * len(alturas)
    lineas = _renglones(titulos, anchos, dict.fromkeys(anchos, "fuerte"))
    lineas.append(_raya(anchos))
    for orden, (titulo, filas) in enumerate(bloques):
        if orden:
            lineas.append(VACIA)
        if titulo:
            lineas += parrafo(titulo, ancho, "fuerte")
        for lugar, fila in enumerate(filas):
            if lugar and son_altas:
                lineas.append(VACIA)
            lineas += fila
    return lineas


def _raya(anchos: Mapping[int, int]) -> Linea:
    total = sum(anchos.values()) + SEPARACION * (len(anchos) - 1)
    return ((" " * _MARGEN, ""), ("─" * total, "tenue"))


def _renglones(fila: Fila, anchos: Mapping[int, int], estilos: Mapping[int, Estilo]) -> list[Linea]:
    """Los renglones de una fila, cada celda partida al ancho de su columna."""
    celdas = [
        [trozo for linea in fila[numero] for trozo in partir(linea, ancho)]
        for numero, ancho in anchos.items()
    ]
    return [
        tuple(_renglon(trozos, anchos, estilos)) for trozos in zip_longest(*celdas, fillvalue="")
    ] or [VACIA]


def _renglon(
    trozos: Sequence[str], anchos: Mapping[int, int], estilos: Mapping[int, Estilo]
) -> Iterator[Tramo]:
    # Los espacios van delante de cada trozo y no detrás: así ninguna línea acaba en ellos.
    hueco = _MARGEN
    for trozo, (numero, ancho) in zip(trozos, anchos.items(), strict=True):
        if trozo:
            yield " " * hueco, ""
            yield trozo, estilos[numero]
            hueco = -anchura(trozo)
        hueco += ancho + SEPARACION
