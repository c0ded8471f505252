"""El plan que el paquete lleva consigo, para consultar sin carpeta de datos."""

from pathlib import Path
from typing import Final, Self

from camctl.fuentes.carpeta import Carpeta

_SENAL: Final = "calendario.yaml"
# En un paquete instalado, el plan está junto al código; con `pip install -e` no se copia nada, y es
# el del repositorio.
_CARPETA: Final = Path(__file__).resolve().parent.parent / "plan"
_DEL_REPOSITORIO: Final = Path(__file__).resolve().parents[3] / "data"


class Paquete(Carpeta):
    """El plan instalado junto al código."""

    @classmethod
    def buscar(cls) -> Self | None:
        """El plan que haya; nada si el código está solo."""
        carpetas = (_CARPETA, _DEL_REPOSITORIO)
        return next((cls(una) for una in carpetas if (una / _SENAL).exists()), None)

    @property
    def nombre(self) -> str:
        """Un nombre para personas: la ruta no diría nada."""
        return "el plan que trae camctl"

    def rotulo(self, archivo: str) -> str:
        """El archivo, con el paquete por carpeta."""
        return f"camctl/plan/{archivo}"
