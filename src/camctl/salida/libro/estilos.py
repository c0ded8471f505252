"""El aspecto de las celdas: se entiende igual impreso sin color.

Lo que importa se dice además con palabras, con negrita o con cursiva; los fondos son claros.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle

# La que tienen igual Excel y, con otro nombre y las mismas medidas, LibreOffice.
LETRA: Final = "Arial"
PUNTOS: Final = 10
AUMENTO: Final = {"título": 1.3}
_RAYA: Final = "BFBFBF"
_FONDO: Final = {"encabezado": "D9E2EC", "aviso": "FFE8B3", "bien": "DCEBDD"}
_TINTA: Final = {"enlace": "0B5394", "tenue": "595959"}
NEGRITAS: Final = ("título", "encabezado", "aviso", "bien", "fuerte")

TEXTO: Final = "@"
# El mes con letras y en español: en cualquier máquina se sabe cuál es el día y cuál el mes.
DIA: Final = "[$-C0A]d mmm yyyy"
HORA: Final = "hh:mm"
INSTANTE: Final = "[$-C0A]d mmm yyyy hh:mm"


class Aspecto(NamedTuple):
    """Cómo se ve una celda: `clase` es la de lo que dice."""

    clase: str = ""
    es_enlace: bool = False
    formato: str = TEXTO

    @property
    def nombre(self) -> str:
        """Cómo se llama en la lista de estilos de Excel."""
        formato = {TEXTO: "", DIA: "día", HORA: "hora", INSTANTE: "instante"}[self.formato]
        partes = (self.clase or formato or "texto", "con enlace" if self.es_enlace else "")
        return " ".join(filter(None, ("camctl", *partes)))


def estilo(aspecto: Aspecto) -> "NamedStyle":
    """El estilo con nombre de ese aspecto."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    clase = aspecto.clase
    es_tabla = clase not in ("título", "nota")
    subrayado = aspecto.es_enlace and es_tabla
    tinta = _TINTA["enlace"] if subrayado and clase != "encabezado" else _TINTA.get(clase)
    raya = Side("medium" if clase == "encabezado" else "thin", color=_RAYA)
    fondo = _FONDO.get(clase)
    return NamedStyle(
        name=aspecto.nombre,
        font=Font(
            name=LETRA,
            size=PUNTOS * AUMENTO.get(clase, 1.0),
            bold=clase in NEGRITAS,
            italic=clase in ("tenue", "nota"),
            underline="single" if subrayado else None,
            color=tinta,
        ),
        fill=PatternFill("solid", fgColor=fondo) if fondo else PatternFill(),
        border=Border(bottom=raya, right=Side("hair", color=_RAYA)) if es_tabla else Border(),
        alignment=Alignment(
            horizontal="left",
            vertical="center" if clase in ("título", "encabezado") else "top",
            wrap_text=True,
        ),
        number_format=aspecto.formato,
    )
