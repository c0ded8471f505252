"""Una consulta que, además de en una tabla, sale en un papel: una agenda o un documento de Word."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import typer

from camctl.cli.comun import SALIDA_ESTANDAR
from camctl.cli.entrega import elegir_formato

if TYPE_CHECKING:
    from collections.abc import Callable

    from camctl.salida.papeles import Contenido
    from camctl.vistas.encargo import Encargo

AGENDA: Final = "ics"
WORD: Final = "docx"


def opcion_de_formato(papel: str, para_que: str) -> Any:
    """La opción `--formato` de una orden que admite además `papel`."""

    def que_empiezan(incompleto: str) -> list[str]:
        return [formato for formato in _formatos(papel) if formato.startswith(incompleto)]

    return typer.Option(
        "--formato",
        "-f",
        metavar="FORMATO",
        help=f"tabla, json, csv, yaml o md; {papel}, {para_que}.",
        autocompletion=que_empiezan,
    )


def formato_elegido(
    formato: str | None, salida: str | None, papel: str, plantilla: str | None = None
) -> str:
    """El formato pedido, el de la extensión de `salida`, o la tabla.

    Una plantilla de Word pide Word, si no se dice otra cosa.

    Raises:
        BadParameter: si no hay ningún formato así, o la plantilla es para otro.
    """
    if plantilla is not None and formato is None and salida in (None, SALIDA_ESTANDAR):
        return WORD
    elegido = elegir_formato(formato, salida, _formatos(papel), partial(_formato_de, papel))
    if plantilla is not None and elegido != WORD:
        raise typer.BadParameter(
            f"no vale para {elegido}, sino para {WORD}", param_hint="--plantilla"
        )
    return elegido


def dejar_documento(
    encargo: "Encargo",
    dicho: Any,
    propia: str,
    *,
    titulo: str,
    plantilla: str | None,
    salida: str | None,
    nombre: str,
) -> None:
    """Escribe en Word lo que dice `dicho`, y lo deja en `salida` o en un archivo con su nombre.

    Args:
        encargo: de qué plan es.
        dicho: la pieza con lo que la plantilla puede decir.
        propia: cómo se llama la plantilla que trae camctl.
        titulo: el del documento.
        plantilla: la ruta de la de quien lo pide, en lugar de la propia.
        salida: dónde se pidió.
        nombre: el del archivo, sin extensión, si no se pidió dónde.
    """
    from camctl.salida.word import documento

    hacer = partial(documento.escribir, encargo, dicho, propia, titulo=titulo, plantilla=plantilla)
    dejar_en_word(hacer, plantilla=plantilla, salida=salida, nombre=nombre)


def dejar_en_word(
    hacer: "Callable[[], Contenido]", *, plantilla: str | None, salida: str | None, nombre: str
) -> None:
    """Deja lo que se hace en Word donde se pidió, y nunca encima de la plantilla."""
    from camctl.cli.plantillas import no_sobre_la_plantilla
    from camctl.cli.reparto import dejar, haciendo

    with haciendo():
        hecho = hacer()
    no_sobre_la_plantilla(plantilla, salida or f"{nombre}.{WORD}")
    dejar(hecho, WORD, salida, nombre)


def _formatos(papel: str) -> tuple[str, ...]:
    from camctl.salida.tablas import formatos

    return (*formatos(), papel)


def _formato_de(papel: str, ruta: str) -> str | None:
    from camctl.salida.tablas import formato_de

    return papel if ruta.lower().endswith(f".{papel}") else formato_de(ruta)
