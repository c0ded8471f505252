"""Qué campo se quiso escribir, y cómo queda su línea."""

from collections.abc import Iterable
from typing import Final

from camctl.comparacion import Sugerencias
from camctl.lectura.escrito import escrito
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import DE_BLOQUE, breve, sin_comillas

_PARECIDO: Final = 0.8


def campo_parecido(palabra: str, nombres: Iterable[str]) -> str:
    """El de `nombres` que es `palabra`, o que se quiso escribir con ella; vacío si ninguno."""
    nombres = sorted(nombres)
    if palabra in nombres:
        return palabra
    parecidos = Sugerencias(nombres).para(palabra, cuantas=1, parecido=_PARECIDO)
    return next(iter(parecidos), "")


def admite(nombres: Nombres, campo: str, texto: str) -> bool:
    """Si `texto` vale en `campo` tal cual; también si no se conoce el campo."""
    entera = f"{campo}: {escrito(texto, en_corchetes=False)}"
    return nombres.como_se_escribe(campo, texto) in (None, entera)


def linea_de(nombres: Nombres, campo: str, valor: str) -> str:
    """La línea de un `campo` con un `valor` que se sacó de otra línea."""
    # Lo que anuncia un texto en las líneas de debajo no es el texto.
    entera = "" if valor[:1] in DE_BLOQUE else nombres.como_se_escribe(campo, sin_comillas(valor))
    return entera or f"{campo}: {breve(valor)}".rstrip()
