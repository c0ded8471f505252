"""El plan entero en JSON, para otros programas."""

import json
from typing import Final

from camctl.salida.limpieza import escapado_en_json
from camctl.vistas.encargo import Encargo
from camctl.vistas.entero import plan_entero

TITULO: Final = "Datos en JSON"
ES_TEXTO: Final = True
OPCIONES: Final = frozenset[str]()


def escribir(encargo: Encargo) -> bytes:
    """Los registros con sus claves derivadas y la cobertura; lo peligroso, escapado."""
    texto = json.dumps(plan_entero(encargo), ensure_ascii=False, indent=2)
    return (escapado_en_json(texto) + "\n").encode("utf-8")
