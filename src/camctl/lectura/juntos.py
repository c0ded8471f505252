"""Lo que parece de más en la línea de un campo, y es otro campo o sigue siendo su valor."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from camctl.castellano import enumerar
from camctl.diagnostico import Diagnostico
from camctl.lectura.campos import admite, linea_de
from camctl.lectura.escrito import escrito
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import DE_BLOQUE, Renglon, se_usa, sin_comillas

_OTRO_CAMPO: Final = re.compile(r"([,;]?\s+)?(\w+):(?:\s+|$)")
# Un valor al que se pegó un nombre: «CIMestado» son dos palabras, y «Factor», una.
_ACABA_EL_VALOR: Final = re.compile(r"(?<=\w)[A-ZÁÉÍÓÚÑ]$|[\d)\].,;!?»”]$|(?<=\S)[\"']$")
_COMILLAS: Final = re.compile("['\"]")


def campos_juntos(mapa: Mapa, dicho: Diagnostico, nombres: Nombres) -> Diagnostico | None:
    """Lo que se ha `dicho` de una línea, si en ella hay más de un campo."""
    renglon = Renglon.de(mapa, dicho.lugar.linea)
    campos = list(_partidos(mapa, renglon, nombres)) if renglon.campo and renglon.valor else []
    if len(campos) < 2:
        return None
    lineas = [linea_de(nombres, uno.campo, uno.valor) for uno in campos]
    cuantos = "dos" if len(campos) == 2 else "varios"
    cada_uno = f"cada uno en su línea: {enumerar(lineas)}"
    es_un_texto = nombres.como_se_escribe(renglon.campo, renglon.valor) != ""
    if es_un_texto and not any(uno.pegado for uno in campos):
        return dicho._replace(ayuda=f"{dicho.ayuda}; si son {cuantos} campos, {cada_uno}")
    mensaje = f"aquí hay {cuantos} campos en la misma línea"
    return dicho._replace(mensaje=mensaje, ayuda=f"escriba {cada_uno}")


class _Campo(NamedTuple):
    """Un campo de los que hay en una línea; `pegado`, si nada lo separa del anterior."""

    campo: str
    valor: str
    pegado: bool


def _partidos(mapa: Mapa, renglon: Renglon, nombres: Nombres) -> Iterator[_Campo]:
    """Los campos que hay en una línea, con sus valores."""
    campo, desde, pegado = renglon.campo, 0, False
    for otro in _OTRO_CAMPO.finditer(renglon.valor):
        if _en_corchetes(renglon.valor[: otro.start()]):
            continue
        suelto = _suelto(mapa, renglon, otro, nombres)
        if nombre := suelto or _pegado(renglon, otro, nombres):
            hasta = otro.start() if suelto else otro.end(2) - len(nombre)
            yield _Campo(campo, renglon.valor[desde:hasta], pegado)
            campo, desde, pegado = nombre, otro.end(), not suelto
    yield _Campo(campo, renglon.valor[desde:], pegado)


def _en_corchetes(antes: str) -> bool:
    """Si lo que sigue a un trozo de un valor es aún de su lista o de su ficha."""
    abiertos = sum(map(antes.count, "[{")) - sum(map(antes.count, "]}"))
    return antes[:1] in ("[", "{") and abiertos > 0


def _suelto(mapa: Mapa, renglon: Renglon, otro: re.Match[str], nombres: Nombres) -> str:
    """La palabra de delante de unos dos puntos, si es el nombre de un campo con su valor."""
    palabra, acaba = otro[2], otro.end(2) + 1 == len(renglon.valor)
    if not otro[1] or acaba:
        return ""
    es_un_campo = nombres.como_se_escribe(palabra, "") is not None or se_usa(mapa, palabra)
    return palabra if es_un_campo else ""


def _pegado(renglon: Renglon, otro: re.Match[str], nombres: Nombres) -> str:
    """El nombre de un campo en que acaba una palabra que empieza por el valor de otro."""
    valor, fin = renglon.valor, otro.end(2)
    acaban = [uno for uno in nombres.campos if otro[2].endswith(uno) and uno != renglon.campo]
    for nombre in sorted(acaban, key=len, reverse=True):
        antes = valor[: fin - len(nombre)]
        if antes.strip(" ") == antes != "" and (
            _ACABA_EL_VALOR.search(antes)
            or valor[otro.end() :][:1] in DE_BLOQUE
            or not admite(nombres, renglon.campo, valor)
        ):
            return nombre
    return ""


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
