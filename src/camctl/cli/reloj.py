"""La hora en que se cambia un registro, que una prueba o un guion pueden fijar."""

import os
from datetime import UTC, datetime
from typing import Final

from camctl.cli.comun import mal_uso

# La de https://reproducible-builds.org/specs/source-date-epoch/: segundos desde 1970, en UTC.
VARIABLE: Final = "SOURCE_DATE_EPOCH"


def ahora() -> str:
    """El minuto en que se está, como va en los archivos: «2030-02-11T10:30Z»."""
    fijada = os.environ.get(VARIABLE)
    try:
        momento = datetime.fromtimestamp(int(fijada), UTC) if fijada else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise mal_uso(f"la variable {VARIABLE} no es un número de segundos") from None
    return f"{momento:%Y-%m-%dT%H:%MZ}"
