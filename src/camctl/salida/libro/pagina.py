"""Cómo se imprime una hoja: a lo ancho de la página, con sus títulos en cada una y numerada."""

from typing import TYPE_CHECKING, Final, cast

from camctl.vistas.hojas.hoja import Hoja

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

_A4: Final = 9
_MARGEN: Final = 0.4  # pulgadas


def preparar_pagina(pliego: "Worksheet", hoja: Hoja, titulos: int, paginas: int) -> None:
    """Prepara la impresión de `hoja`; `titulos` es la última fila que se repite en cada página.

    Si a lo ancho ocupa varias, las columnas fijas están en todas.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    pliego.page_setup.orientation = "portrait" if hoja.es_ficha else "landscape"
    pliego.page_setup.paperSize = _A4
    pliego.page_setup.fitToWidth = paginas
    pliego.page_setup.fitToHeight = 0
    pliego.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margenes = pliego.page_margins
    margenes.left = margenes.right = margenes.top = _MARGEN
    margenes.bottom, margenes.header, margenes.footer = 2 * _MARGEN, _MARGEN, _MARGEN
    pliego.print_title_rows = f"1:{titulos}"
    if hoja.impresas < len(hoja.columnas):
        pliego.print_area = f"A1:{get_column_letter(hoja.impresas)}{titulos + len(hoja.filas)}"
    if paginas > 1:
        pliego.print_title_cols = f"A:{get_column_letter(hoja.fijas)}"
    # Los datos no entran aquí: en un pie de página, «&» manda.
    pie = cast("HeaderFooterItem", pliego.oddFooter)
    pie.left.text, pie.right.text = "&A", "Página &P de &N"
