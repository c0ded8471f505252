"""El plan en Word: el documento que la comisión reparte."""

from typing import Final

from camctl.salida.word import documento
from camctl.vistas.encargo import Encargo
from camctl.vistas.redaccion.plan import documento_del_plan

TITULO: Final = "Documento de Word"
ES_TEXTO: Final = False
# La segunda la atiende la orden: quien pide la plantilla no pide el papel.
OPCIONES: Final = frozenset({"plantilla", "plantilla_base"})
# La que se da a quien quiere hacer la suya.
PLANTILLA: Final = "plan"


def escribir(encargo: Encargo, plantilla: str | None = None) -> bytes:
    """El plan entero; `plantilla` es la ruta de la de uno.

    Raises:
        PapelImposible: si la plantilla no se puede usar, con lo que tiene mal.
    """
    return documento.escribir(
        encargo,
        documento_del_plan(encargo),
        PLANTILLA,
        titulo=encargo.cabecera.titulo,
        plantilla=plantilla,
    )
