"""Los valores de una fila en sus celdas: texto que no es más que texto, fechas, horas y enlaces."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final, cast

from camctl.salida.libro.altos import alto
from camctl.salida.libro.enlaces import MAXIMO_POR_HOJA, enlace
from camctl.salida.libro.estilos import AUMENTO, DIA, HORA, INSTANTE, NEGRITAS, Aspecto, estilo
from camctl.salida.libro.textos import de_celda
from camctl.salida.limpieza import sin_formula
from camctl.salida.maqueta.medida import anchura
from camctl.vistas.hojas.hoja import Destino, Dicho, Valor

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

# Excel cuenta los días desde 1900, y en sus dos primeros meses se equivoca de uno.
_PRIMER_DIA: Final = date(1900, 3, 1)
# Lo más que ocupa lo que escribe cada formato.
_MUESTRA: Final = {DIA: "28 sept 2030", HORA: "00:00", INSTANTE: "28 sept 2030 00:00"}


def muestra(valor: Valor) -> str:
    """Lo que se verá en la celda, o lo más largo que podría verse."""
    return _MUESTRA.get(_formato(valor)) or de_celda(_como_dicho(valor).lineas)


class Pluma:
    """Escribe las filas de una hoja, cuyas columnas miden `anchos`."""

    def __init__(
        self, pliego: "Worksheet", filas: Mapping[Destino, int], anchos: Sequence[int]
    ) -> None:
        """`filas` dice en qué fila está cada sitio del libro."""
        self._pliego = pliego
        self._filas = filas
        self._anchos = anchos
        self._enlaces = 0

    def fila(self, numero: int, valores: Sequence[Valor], clases: Sequence[str]) -> None:
        """Escribe una fila; el aspecto de cada valor es el de su clase si él no dice otro."""
        medidas = [
            self._celda(cast("Cell", self._pliego.cell(numero, columna)), valor, clase, ancho)
            for columna, (valor, clase, ancho) in enumerate(
                zip(valores, clases, self._anchos, strict=True), 1
            )
        ]
        self._pliego.row_dimensions[numero].height = alto(medidas)

    def suelto(self, numero: int, valor: Valor, clase: str, *, ancho: int) -> None:
        """Escribe un solo valor en una fila, que ocupa `ancho` caracteres de letra corriente."""
        celda = cast("Cell", self._pliego.cell(numero, 1))
        aumento = AUMENTO.get(clase, 1.0)
        medida = self._celda(celda, valor, clase, int(ancho / aumento))
        self._pliego.row_dimensions[numero].height = aumento * alto([medida])

    def _celda(self, celda: "Cell", valor: Valor, clase: str, ancho: int) -> tuple[str, int, bool]:
        formato = _formato(valor)
        if formato:
            celda.value = _de_excel(valor)
            self._vestir(celda, Aspecto(formato=formato))
            return "", ancho, False
        dicho = _como_dicho(valor)
        texto = de_celda(dicho.lineas)
        clase = dicho.estilo or clase
        celda.value = texto or None
        if texto:
            # Si no se dice que es texto, openpyxl hace una fórmula de lo que empieza por «=».
            celda.data_type = "s"
        es_enlace = _cabe(dicho, texto, ancho) and self._enlazar(celda, dicho.lleva_a)
        self._vestir(celda, Aspecto(clase, es_enlace))
        # Para que tampoco lo sea si alguien vuelve a teclearlo.
        celda.quotePrefix = sin_formula(texto) != texto
        return texto, ancho, clase in NEGRITAS

    def _enlazar(self, celda: "Cell", lleva_a: Destino | str | None) -> bool:
        hallado = enlace(celda.coordinate, lleva_a, self._filas)
        if hallado is None or self._enlaces == MAXIMO_POR_HOJA:
            return False
        self._enlaces += 1
        celda.hyperlink = hallado
        return True

    def _vestir(self, celda: "Cell", aspecto: Aspecto) -> None:
        libro = cast("Workbook", self._pliego.parent)
        if aspecto.nombre not in libro.named_styles:
            libro.add_named_style(estilo(aspecto))
        celda.style = aspecto.nombre


def _cabe(dicho: Dicho, texto: str, ancho: int) -> bool:
    """Si un enlace se leería entero: LibreOffice los escribe en un renglón y corta lo que sobra.

    El de una dirección se pone siempre, que es a lo que está.
    """
    cabe = "\n" not in texto and anchura(texto) <= ancho
    return bool(texto) and (cabe or isinstance(dicho.lleva_a, str))


def _formato(valor: Valor) -> str:
    """El formato de una fecha o una hora; nada si es texto, o un día que Excel no sabe contar."""
    if isinstance(valor, time):
        return HORA
    dia = valor.date() if isinstance(valor, datetime) else valor
    if not isinstance(dia, date) or dia < _PRIMER_DIA:
        return ""
    return INSTANTE if isinstance(valor, datetime) else DIA


def _de_excel(valor: Valor) -> date | time | None:
    if isinstance(valor, datetime):
        return valor.astimezone(UTC).replace(tzinfo=None)
    return valor if isinstance(valor, date | time) else None


def _como_dicho(valor: Valor) -> Dicho:
    if valor is None:
        return Dicho(())
    if isinstance(valor, str):
        return Dicho((valor,))
    return valor if isinstance(valor, Dicho) else Dicho((valor.isoformat(),))
