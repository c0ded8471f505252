"""El ID que toca a un registro nuevo, según los que ya hay."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from camctl.comparacion import plegar_id
from camctl.libres import CIFRAS_MAXIMAS, sin_numero


def ids_de(escritas: Sequence[Any]) -> list[str]:
    """Los ID de unas fichas tal como están escritas, estén bien o mal las fichas."""
    dichos = (uno.get("id") if isinstance(uno, dict) else None for uno in escritas)
    return [dicho.strip() for dicho in dichos if isinstance(dicho, str) and dicho.strip()]


def prefijo_corriente(ids: Iterable[str], por_omision: str) -> str:
    """Lo que va delante del número en los más de los `ids`; si no hay ninguno, `por_omision`."""
    cuenta = Counter(sin_numero(uno) for uno in ids)
    return cuenta.most_common(1)[0][0] if cuenta else por_omision


def siguiente_id(ids: Iterable[str], prefijo: str) -> str:
    """El ID que sigue al más alto de los que llevan `prefijo`, con los ceros que ellos lleven."""
    formas = [uno for uno in ids if plegar_id(sin_numero(uno)) == plegar_id(prefijo)]
    cifras = [uno[len(sin_numero(uno)) :] for uno in formas]
    numeros = [numero for numero in cifras if 0 < len(numero) <= CIFRAS_MAXIMAS]
    con_ceros = max((len(uno) for uno in numeros if uno.startswith("0")), default=0)
    siguiente = max(map(int, numeros), default=0) + 1
    propio = sin_numero(formas[-1]) if formas else prefijo
    return f"{propio}{siguiente:0{con_ceros}}"
