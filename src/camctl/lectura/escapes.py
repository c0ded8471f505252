"""Los caracteres que no se ven, escritos con una barra inversa entre comillas dobles: L105."""

from camctl.lectura.obra import Obra
from camctl.lectura.texto import CARACTER_PROHIBIDO, nombrar


def rechazar_escape(obra: Obra, tramo: tuple[int, int], caracter: str) -> None:
    """Dice que el texto de `tramo` escribe un `caracter` que no puede estar en ninguno."""
    obra.decir(
        CARACTER_PROHIBIDO,
        tramo,
        f"la barra inversa escribe aquí {nombrar(caracter)}, que no puede estar en un texto",
        ayuda="bórrelo; si la barra es parte del texto, use comillas simples ('…')",
    )
