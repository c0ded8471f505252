"""Los hallazgos como informe de calidad de GitLab («Code Quality report format»).

Es una parte de lo que define Code Climate: de cada hallazgo, las claves que GitLab lee.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from camctl.diagnostico import Diagnostico, Gravedad
from camctl.informe import Informe
from camctl.salida.hallazgos import sin_mostrar, uno_a_uno
from camctl.salida.huellas import huellas
from camctl.salida.limpieza import limpio
from camctl.salida.ordenes import json_sin_ordenes

_GRAVEDAD: Final[Mapping[Gravedad, str]] = {Gravedad.ERROR: "major", Gravedad.AVISO: "minor"}


def escribir(informe: Informe) -> str:
    """Una lista JSON; lo que se queda sin mostrar se dice junto al último hallazgo."""
    hallazgos = [
        _hallazgo(uno, huella)
        for uno, huella in zip(uno_a_uno(informe), huellas(informe.diagnosticos), strict=True)
    ]
    if hallazgos and informe.omitidos:
        hallazgos.append({**hallazgos[-1], **_resto(sin_mostrar(informe))})
    return json_sin_ordenes(hallazgos)


def _hallazgo(uno: Diagnostico, huella: str) -> dict[str, Any]:
    ayuda = f" — ayuda: {uno.ayuda}" if uno.ayuda else ""
    return {
        "description": limpio(uno.mensaje + ayuda),
        "check_name": uno.codigo,
        "fingerprint": huella,
        "severity": _GRAVEDAD[uno.gravedad],
        # GitLab pide siempre una línea: lo que es del archivo entero va en la primera.
        "location": {"path": limpio(uno.lugar.archivo), "lines": {"begin": uno.lugar.linea or 1}},
    }


def _resto(cuantos: str) -> dict[str, str]:
    return {
        "description": cuantos,
        "check_name": "camctl",
        "fingerprint": hashlib.sha256(b"camctl").hexdigest(),
        "severity": "info",
    }
