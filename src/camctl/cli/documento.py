"""El documento que alguien nombra en una orden, leído."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from camctl.archivos import TAMANO_MAXIMO, ArchivoIlegible, leer_archivo
from camctl.cli.comun import SALIDA_ESTANDAR

if TYPE_CHECKING:
    from camctl.lectura.documento import Pasaje


def pasajes_de(documento: str) -> "tuple[tuple[Pasaje, ...], str]":
    """Los pasajes del documento y cómo se le nombra; «-» es la entrada estándar.

    Raises:
        BadParameter: si no se puede leer, con el motivo.
    """
    from camctl.lectura.documento import DocumentoIlegible, leer_documento

    try:
        pasajes = leer_documento(_bytes_de(documento))
    except ArchivoIlegible as ilegible:
        detalle = f" ({ilegible.detalle})" if ilegible.detalle else ""
        raise _error(f"«{documento}» {ilegible.motivo.value}{detalle}") from None
    except DocumentoIlegible as ilegible:
        raise _error(f"«{documento}» {ilegible}") from None
    de_la_entrada = documento == SALIDA_ESTANDAR
    if not pasajes:
        quien = "la entrada estándar" if de_la_entrada else f"«{documento}»"
        raise _error(f"{quien} no tiene ningún texto")
    return pasajes, "la entrada estándar" if de_la_entrada else documento


def _bytes_de(documento: str) -> bytes:
    if documento == SALIDA_ESTANDAR:
        leido = sys.stdin.buffer.read(TAMANO_MAXIMO + 1)
        if len(leido) > TAMANO_MAXIMO:
            raise _error("lo que llega por la entrada estándar es demasiado")
        return leido
    return leer_archivo(Path(documento), carpeta=None)


def _error(mensaje: str) -> typer.BadParameter:
    return typer.BadParameter(mensaje, param_hint="DOCUMENTO")
