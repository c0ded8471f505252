"""El plan entero en un solo YAML: las secciones de los cuatro archivos, seguidas."""

from typing import Final

from camctl.escritura import escribir_documento
from camctl.vistas.encargo import Encargo

TITULO: Final = "Datos en YAML"
ES_TEXTO: Final = True
OPCIONES: Final = frozenset[str]()


def escribir(encargo: Encargo) -> bytes:
    """El plan como lo escribiría una persona; del calendario, lo pedido."""
    return escribir_documento(encargo.plan._replace(actividades=encargo.actividades))
