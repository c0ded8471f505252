"""Las convocatorias: una carta para todos, o una para cada persona invitada."""

from typing import Final

from camctl.modelo.actividad import Actividad, Invitado
from camctl.salida.word import documento
from camctl.vistas.encargo import Encargo, nombres_de_archivo
from camctl.vistas.redaccion.convocatoria import convocatoria, invitables

# La plantilla que trae camctl.
PLANTILLA: Final = "convocatoria"


def carta(
    encargo: Encargo,
    actividad: Actividad,
    *,
    fecha: str = "",
    para: Invitado | None = None,
    plantilla: str | None = None,
) -> bytes:
    """La convocatoria de `actividad` para todos, o `para` una persona invitada.

    Raises:
        PapelImposible: si la plantilla no se puede usar, con lo que tiene mal.
    """
    dicho = convocatoria(encargo, actividad, fecha=fecha, para=para)
    titulo = f"Convocatoria · {actividad.titulo}"
    return documento.escribir(encargo, dicho, PLANTILLA, titulo=titulo, plantilla=plantilla)


def cartas(
    encargo: Encargo, actividad: Actividad, *, fecha: str = "", plantilla: str | None = None
) -> dict[str, bytes]:
    """Una carta por persona invitada que no se haya excusado, cada una en su archivo.

    Raises:
        PapelImposible: si la plantilla no se puede usar, con lo que tiene mal.
    """
    invitados = invitables(actividad)
    nombres = nombres_de_archivo(f"{actividad.id}-{uno.nombre}" for uno in invitados)
    return {
        f"{nombre}.docx": carta(encargo, actividad, fecha=fecha, para=uno, plantilla=plantilla)
        for nombre, uno in zip(nombres, invitados, strict=True)
    }
