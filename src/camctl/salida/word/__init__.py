"""El escritor de Word: una plantilla que se cambia en Word y lo que se dice en ella, rellenada.

Sirve a todo documento de Word que se reparta: `paquete` abre la plantilla sin fiarse de ella,
`marcas` encuentra lo que hay que rellenar, `comprobacion` dice qué está mal y dónde, `lenguaje` es
lo poco que una marca puede hacer, y `escritor` escribe el documento.
"""

from importlib import resources
from typing import NamedTuple


class Plantilla(NamedTuple):
    """Una plantilla de Word: cómo se llama, para nombrarla en un error, y sus bytes."""

    nombre: str
    contenido: bytes


class PlantillaRota(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Una plantilla que no se puede rellenar: `faltas` dice, en frases, todo lo que tiene mal."""

    def __init__(self, *faltas: str) -> None:
        super().__init__("; ".join(faltas))
        self.faltas = faltas


def plantilla_propia(nombre: str) -> Plantilla:
    """La plantilla de ese nombre que trae camctl: «plan», «convocatoria»…"""
    archivo = resources.files(__name__).joinpath("plantillas", f"{nombre}.docx")
    return Plantilla(nombre, archivo.read_bytes())
