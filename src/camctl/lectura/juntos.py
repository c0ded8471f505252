"""Lo que parece de más en la línea de un campo, y es otro campo o sigue siendo su valor."""

import re
from collections.abc import Iterator
from typing import Final

from camctl.castellano import enumerar
from camctl.diagnostico import Diagnostico
from camctl.lectura.escrito import escrito
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import Renglon, breve, se_usa, sin_comillas

_OTRO_CAMPO: Final = re.compile(r"[,;]?\s+(\w+):\s+")
_COMILLAS: Final = re.compile("['\"]")


def campos_juntos(mapa: Mapa, dicho: Diagnostico, nombres: Nombres) -> Diagnostico | None:
    """Lo que se ha `dicho` de una línea, si en ella hay más de un campo."""
    renglon = Renglon.de(mapa, dicho.lugar.linea)
    campos = list(_partidos(mapa, renglon, nombres)) if renglon.campo and renglon.valor else []
    if len(campos) < 2:
        return None
    lineas = [
        nombres.como_se_escribe(campo, sin_comillas(valor)) or f"{campo}: {breve(valor)}"
        for campo, valor in campos
    ]
    cuantos = "dos" if len(campos) == 2 else "varios"
    cada_uno = f"cada uno en su línea: {enumerar(lineas)}"
    if nombres.como_se_escribe(renglon.campo, renglon.valor) == "":
        mensaje = f"aquí hay {cuantos} campos en la misma línea"
        return dicho._replace(mensaje=mensaje, ayuda=f"escriba {cada_uno}")
    return dicho._replace(ayuda=f"{dicho.ayuda}; si son {cuantos} campos, {cada_uno}")


def _partidos(mapa: Mapa, renglon: Renglon, nombres: Nombres) -> Iterator[tuple[str, str]]:
    """Los campos que hay en una línea, con sus valores."""
    campo, desde = renglon.campo, 0
    for otro in _OTRO_CAMPO.finditer(renglon.valor):
        if nombres.como_se_escribe(otro[1], "") is not None or se_usa(mapa, otro[1]):
            yield campo, renglon.valor[desde : otro.start()]
            campo, desde = otro[1], otro.end()
    yield campo, renglon.valor[desde:]


def tras_unas_comillas(mapa: Mapa, dicho: Diagnostico, nombres: Nombres) -> Diagnostico | None:
    """Lo que se ha `dicho` de unas comillas, si lo que hay detrás no es parte de un texto."""
    if juntos := campos_juntos(mapa, dicho, nombres):
        return juntos
    renglon = Renglon.de(mapa, dicho.lugar.linea)
    texto = sin_comillas(renglon.valor)
    # Un campo que admite un texto cualquiera admite también sus comillas.
    linea = nombres.como_se_escribe(renglon.campo, texto) or nombres.como_se_escribe(
        renglon.campo, _COMILLAS.sub("", texto)
    )
    if not linea or linea == renglon.con_valor(escrito(texto, en_corchetes=False)):
        return None
    return dicho._replace(ayuda=f"escriba: {linea}")
