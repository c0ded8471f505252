"""Las convocatorias: una carta para todos, o una para cada persona invitada."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from camctl.modelo.actividad import Actividad, Invitado
from camctl.salida.word import documento
from camctl.vistas.encargo import Encargo, nombre_de_fichero
from camctl.vistas.redaccion.convocatoria import convocatoria, invitables

# La plantilla que trae camctl.
PLANTILLA: Final = "convocatoria"

# Los sistemas de ficheros admiten 255 octetos, y hay que añadirle la extensión y un número.
_OCTETOS_DE_UN_NOMBRE: Final = 200


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
    """Una carta por persona invitada que no se haya excusado, cada una en su fichero.

    Raises:
        PapelImposible: si la plantilla no se puede usar, con lo que tiene mal.
    """
    invitados = invitables(actividad)
    nombres = _sin_repetir(
        nombre_de_fichero(unicodedata.normalize("NFC", f"{actividad.id}-{uno.nombre}"))
        for uno in invitados
    )
    return {
        f"{nombre}.docx": carta(encargo, actividad, fecha=fecha, para=uno, plantilla=plantilla)
        for nombre, uno in zip(nombres, invitados, strict=True)
    }


def _sin_repetir(nombres: Iterable[str]) -> Iterator[str]:
    """Los nombres, cortos y distintos también donde no cuentan las mayúsculas."""
    usados: set[str] = set()
    for nombre in nombres:
        corto = nombre.encode()[:_OCTETOS_DE_UN_NOMBRE].decode("utf-8", "ignore")
        propio, numero = corto, 1
        while propio.casefold() in usados:
            numero += 1
            propio = f"{corto}-{numero}"
        usados.add(propio.casefold())
        yield propio
