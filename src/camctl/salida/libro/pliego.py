"""Una hoja del libro: su título, sus notas y su tabla, cada cosa en su sitio."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from camctl.salida.libro.anchos import BOTON, paginas_de, repartidos
from camctl.salida.libro.pagina import preparar_pagina
from camctl.salida.libro.pluma import Pluma, muestra
from camctl.vistas.hojas.hoja import Destino, Dicho, Hoja, Valor

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def primera_fila(hoja: Hoja) -> int:
    """La primera fila de datos: antes van el título, las notas y los títulos de las columnas."""
    return len(hoja.notas) + bool(hoja.encima) + 3


def componer(pliego: "Worksheet", hoja: Hoja, titulo: Dicho, filas: Mapping[Destino, int]) -> None:
    """Escribe `hoja` en `pliego`, aún vacío, encabezada por `titulo`.

    `filas` dice en cuál está cada sitio del libro.
    """
    filas_de_texto = [hoja.encima or (None,) * len(hoja.columnas), *(f.valores for f in hoja.filas)]
    celdas = [[*map(muestra, columna)] for columna in zip(*filas_de_texto, strict=True)]
    # El valor de una ficha es casi siempre un texto: que mida lo que se lee.
    impresas = 1 if hoja.es_ficha else hoja.impresas
    titulos = [*map(muestra, hoja.columnas)]
    anchos = repartidos(titulos, celdas, fijas=hoja.fijas, impresas=impresas)
    primera = primera_fila(hoja)
    _encabezar(pliego, hoja, titulo, anchos, filas)
    pluma = Pluma(pliego, filas, anchos)
    clases = ["fuerte", *[""] * (len(anchos) - 1)]
    for numero, fila in enumerate(hoja.filas, primera):
        pluma.fila(numero, fila.valores, clases)
    _ordenar(pliego, hoja, anchos, primera)
    preparar_pagina(pliego, hoja, primera - 1, paginas_de(sum(anchos[: hoja.impresas])))


def _encabezar(
    pliego: "Worksheet",
    hoja: Hoja,
    titulo: Dicho,
    anchos: Sequence[int],
    filas: Mapping[Destino, int],
) -> None:
    pluma = Pluma(pliego, filas, [ancho - BOTON for ancho in anchos])
    # El título y las notas ocupan la tabla entera o, si son varias páginas, lo que está en todas.
    columnas = hoja.impresas if paginas_de(sum(anchos[: hoja.impresas])) == 1 else hoja.fijas
    dichos: tuple[Valor, ...] = (titulo, *hoja.notas)
    for numero, dicho in enumerate(dichos, 1):
        clase = "título" if numero == 1 else "nota"
        pluma.suelto(numero, dicho, clase, ancho=sum(anchos[:columnas]))
        pliego.merge_cells(start_row=numero, end_row=numero, start_column=1, end_column=columnas)
    primera = primera_fila(hoja)
    if hoja.encima:
        pluma.fila(primera - 2, hoja.encima, ["nota"] * len(anchos))
    pluma.fila(primera - 1, hoja.columnas, ["encabezado"] * len(anchos))


def _ordenar(pliego: "Worksheet", hoja: Hoja, anchos: Sequence[int], primera: int) -> None:
    """Deja a la vista los títulos y las columnas fijas, y pone los filtros."""
    from openpyxl.utils import get_column_letter

    for numero, ancho in enumerate(anchos, 1):
        pliego.column_dimensions[get_column_letter(numero)].width = ancho
    fijas = 0 if hoja.es_ficha else hoja.fijas
    pliego.freeze_panes = f"{get_column_letter(fijas + 1)}{primera}"
    pliego.sheet_view.showGridLines = False
    if not hoja.es_ficha:
        ultima = get_column_letter(len(anchos))
        pliego.auto_filter.ref = f"A{primera - 1}:{ultima}{primera + len(hoja.filas) - 1}"
