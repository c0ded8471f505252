"""Adónde lleva una celda: a una fila de otra hoja o a una dirección https."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from camctl.castellano import recortar
from camctl.salida.limpieza import limpio
from camctl.vistas.hojas.hoja import Destino, Hoja

if TYPE_CHECKING:
    from openpyxl.worksheet.hyperlink import Hyperlink

# De una hoja con más enlaces, Excel dice que está dañada.
MAXIMO_POR_HOJA: Final = 65_530
_LARGO_DE_UNA_DIRECCION: Final = 2_079
_LARGO_DE_UN_LUGAR: Final = 255
# Con letras de otros alfabetos se puede disfrazar una dirección de otra.
_DIRECCION: Final = r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#].*)?"
_SIN_ESCAPAR: Final = "%/:?=&;,+$!*'()@~"


def filas_por_clave(hojas: Iterable[tuple[Hoja, int]]) -> dict[Destino, int]:
    """La fila de cada sitio al que se puede ir; de cada hoja se dice dónde empieza su tabla."""
    filas: dict[Destino, int] = {}
    for hoja, primera in hojas:
        filas[Destino(hoja.nombre)] = 1
        for numero, fila in enumerate(hoja.filas, primera):
            filas.setdefault(Destino(hoja.nombre, fila.clave), numero)
    return filas


def enlace(
    celda: str, lleva_a: Destino | str | None, filas: Mapping[Destino, int]
) -> "Hyperlink | None":
    """El enlace de `celda`, o nada si no lleva a ningún sitio que exista y se pueda decir."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    if isinstance(lleva_a, Destino):
        if lleva_a not in filas:
            return None
        return Hyperlink(
            ref=celda,
            location=f"'{lleva_a.hoja}'!A{filas[lleva_a]}",
            tooltip=recortar(limpio(f"Ir a {' · '.join(filter(None, lleva_a))}")),
        )
    return _hacia_fuera(celda, lleva_a) if lleva_a else None


def _hacia_fuera(celda: str, direccion: str) -> "Hyperlink | None":
    from openpyxl.worksheet.hyperlink import Hyperlink

    # La que lleva algo que no se ve no es la que parece.
    if limpio(direccion) != direccion or not re.fullmatch(_DIRECCION, direccion):
        return None
    pagina, _, lugar = (quote(parte, safe=_SIN_ESCAPAR) for parte in direccion.partition("#"))
    if len(pagina) > _LARGO_DE_UNA_DIRECCION or len(lugar) > _LARGO_DE_UN_LUGAR:
        return None
    return Hyperlink(ref=celda, target=pagina, location=lugar or None)
