"""El plan en una carpeta de CSV: un archivo por tabla, las mismas que en el libro de Excel."""

from datetime import date, datetime, time
from typing import Final

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar
from camctl.salida.papeles import PapelImposible
from camctl.salida.separado import COMA, EN_ARCHIVO, SEPARADORES, separado
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas import de_detalle, principales
from camctl.vistas.hojas.hoja import Dicho, Hoja, Valor

TITULO: Final = "Tabla en CSV"
ES_TEXTO: Final = True
OPCIONES: Final = frozenset({"separador"})
# En una terminal, «;» acaba la orden y un tabulador no se puede teclear.
_CON_NOMBRE: Final = {
    "coma": ",",
    "punto y coma": ";",
    "barra": "|",
    "tab": "\t",
    "tabulador": "\t",
    "\\t": "\t",
}


def escribir(encargo: Encargo, separador: str = COMA) -> dict[str, bytes]:
    """Cada tabla, también las vacías: así, hecho de nuevo, no queda ninguna de antes.

    Raises:
        PapelImposible: si `separador` no es ninguno de los que una hoja de cálculo entiende.
    """
    signo = _signo(separador)
    return {
        f"{hoja.nombre.lower()}.csv": separado(_filas(hoja), signo).encode(EN_ARCHIVO)
        for hoja in (*principales(encargo), *de_detalle(encargo))
    }


def _signo(separador: str) -> str:
    signo = _CON_NOMBRE.get(plegar(separador), separador)
    if len(signo) != 1 or signo not in SEPARADORES:
        raise PapelImposible(
            f"{entre_comillas(separador)} no separa columnas; escriba coma, «punto y coma», barra "
            "o tab, o el signo entre comillas: --separador ';'"
        )
    return signo


def _filas(hoja: Hoja) -> list[list[str]]:
    return [
        [*map(_texto, hoja.columnas)],
        *([*map(_texto, fila.valores)] for fila in hoja.filas),
    ]


def _texto(valor: Valor) -> str:
    """El valor como lo entiende cualquier programa: las fechas, en ISO 8601."""
    if valor is None:
        return ""
    if isinstance(valor, Dicho):
        return "; ".join(valor.lineas)
    if isinstance(valor, datetime):
        return valor.isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(valor, time):
        return valor.isoformat(timespec="minutes")
    return valor.isoformat() if isinstance(valor, date) else valor
