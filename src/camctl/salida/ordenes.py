"""Textos que un ejecutor de integración continua no toma por órdenes suyas.

El de GitHub Actions obedece a `::orden::` al comienzo de una línea y a `##[orden]` en cualquier
parte de ella, y al buscarlas se salta los caracteres que no ocupan sitio, como los selectores de
variante (`ActionCommand.TryParseV2` y `TryParse`, en actions/runner). Por eso basta con que no
haya dos almohadillas, ni dos puntos dobles al comienzo, aunque entre una y otra haya signos.
"""

import re
from typing import Final

from camctl.salida.limpieza import escapado_en_json

_ALMOHADILLAS: Final = re.compile(r"#(?=[^\w\s#]*#)")
_COMIENZO: Final = re.compile(r"^(\W*?:)(?=[^\w\s:]*:)")


def sin_ordenes(linea: str) -> str:
    """Una línea de texto, con un espacio en medio de lo que empezaría una orden."""
    return _COMIENZO.sub(r"\1 ", sin_almohadillas(linea))


def sin_almohadillas(texto: str, almohadilla: str = "# ") -> str:
    """`texto` sin dos almohadillas seguidas: la que tiene otra detrás se escribe `almohadilla`."""
    return _ALMOHADILLAS.sub(lambda _: almohadilla, texto)


def json_sin_ordenes(objeto: object) -> str:
    """`objeto` en JSON: quien lo lea encuentra el mismo texto, y quien lo imprima, ni una orden."""
    import json

    escrito = escapado_en_json(json.dumps(objeto, ensure_ascii=False, indent=2))
    return sin_almohadillas(escrito, r"\u0023") + "\n"
