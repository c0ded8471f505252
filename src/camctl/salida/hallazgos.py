"""Lo que varios formatos dicen igual de un hallazgo: dónde está, cuál es y cuántos faltan."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from camctl.castellano import contar
from camctl.diagnostico import Diagnostico, Lugar
from camctl.informe import Informe


def donde(lugar: Lugar) -> str:
    """«data/calendario.yaml:41:21»; solo el archivo, si se trata de todo él."""
    return f"{lugar.archivo}:{lugar.linea}:{lugar.columna}" if lugar.linea else lugar.archivo


def sin_mostrar(informe: Informe) -> str:
    """«… y 12 hallazgos más (para verlos: --maximo 0)», o nada si se muestran todos."""
    if not informe.omitidos:
        return ""
    omitidos = contar(informe.omitidos, "hallazgo más", "hallazgos más")
    return f"… y {omitidos} (para verlos: --maximo 0)"


def huellas(diagnosticos: Iterable[Diagnostico]) -> Iterator[str]:
    """Por cada hallazgo, en su orden, lo que lo distingue de los demás y no cambia si se mueve.

    Es el SHA-256 de su código, archivo, registro y mensaje, y de cuántos iguales van delante.
    """
    vistos: Counter[tuple[str, ...]] = Counter()
    for uno in diagnosticos:
        partes = (uno.codigo, uno.lugar.archivo, uno.registro, uno.mensaje)
        yield hashlib.sha256(json.dumps([*partes, vistos[partes]]).encode()).hexdigest()
        vistos[partes] += 1
