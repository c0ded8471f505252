"""El plan que el paquete lleva consigo, para consultar sin carpeta de datos."""

from pathlib import Path

from camctl.fuentes.carpeta import Carpeta

_CARPETA = Path(__file__).resolve().parent.parent / "plan"


class Paquete(Carpeta):
    """El plan instalado junto al código."""

    def __init__(self) -> None:
        super().__init__(_CARPETA)

    @property
    def nombre(self) -> str:
        """Un nombre para personas: la ruta no diría nada."""
        return "el plan que trae camctl"

    def rotulo(self, archivo: str) -> str:
        """El archivo, con el paquete por carpeta."""
        return f"camctl/plan/{archivo}"
