"""Los registros en JSON, para otros programas."""

import json

from camctl.salida.limpieza import escapado_en_json
from camctl.vistas.respuesta import Respuesta


def escribir(respuesta: Respuesta) -> str:
    """Los registros en JSON: el español, legible; lo que actuaría en una terminal, escapado."""
    texto = json.dumps(respuesta.registros, ensure_ascii=False, indent=2)
    return escapado_en_json(texto) + "\n"
