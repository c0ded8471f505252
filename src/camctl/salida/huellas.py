"""Lo que distingue un hallazgo de los demás para los programas que los siguen de un día a otro."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from camctl.diagnostico import Diagnostico


def huellas(diagnosticos: Iterable[Diagnostico]) -> Iterator[str]:
    """Por cada hallazgo, en su orden, lo que lo distingue de los demás y no cambia si se mueve.

    Es el SHA-256 de su código, archivo, registro y mensaje, y de cuántos iguales van delante.
    """
    vistos: Counter[tuple[str, ...]] = Counter()
    for uno in diagnosticos:
        partes = (uno.codigo, uno.lugar.archivo, uno.registro, uno.mensaje)
        yield hashlib.sha256(json.dumps([*partes, vistos[partes]]).encode()).hexdigest()
        vistos[partes] += 1
