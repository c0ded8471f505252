"""Los hallazgos en JSON, versión 1, para otros programas."""

from typing import Any, Final

from camctl.diagnostico import Diagnostico, Lugar
from camctl.informe import Informe
from camctl.salida.hallazgos import uno_a_uno
from camctl.salida.ordenes import json_sin_ordenes

VERSION: Final = 1


def escribir(informe: Informe) -> str:
    """El informe como un objeto JSON; los lugares cuentan desde 1 y son nulos si no los hay."""
    objeto = {
        "version": VERSION,
        "resumen": {
            "errores": informe.errores,
            "avisos": informe.avisos,
            "omitidos": informe.omitidos,
            "archivos": informe.archivos,
        },
        "diagnosticos": [_diagnostico(uno) for uno in uno_a_uno(informe)],
    }
    return json_sin_ordenes(objeto)


def _diagnostico(uno: Diagnostico) -> dict[str, Any]:
    return {
        "codigo": uno.codigo,
        "gravedad": uno.gravedad.value,
        "mensaje": uno.mensaje,
        "ayuda": uno.ayuda or None,
        **_lugar(uno.lugar),
        "registro": uno.registro or None,
        "relacionados": [
            {"mensaje": otro.mensaje, **_lugar(otro.lugar)} for otro in uno.relacionados
        ],
    }


def _lugar(lugar: Lugar) -> dict[str, Any]:
    return {
        "archivo": lugar.archivo,
        "linea": lugar.linea or None,
        "columna": lugar.columna or None,
        "linea_fin": lugar.linea_fin or None,
        "columna_fin": lugar.columna_fin or None,
    }
