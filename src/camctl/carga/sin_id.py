"""A qué registros les falta el ID, y cuál se les propone: uno que no sea ya de otro."""

from collections.abc import Container, Sequence
from itertools import count
from typing import Any

from camctl.comparacion import plegar_id
from camctl.libres import Libres, sin_numero
from camctl.modelo.plan import Clase


def propuestos(clase: Clase, registros: Sequence[Any], muestra: str) -> dict[int, str]:
    """El ID que se propone a cada registro que no lo lleva, por su orden.

    El primero libre detrás del que lleva el registro de delante; si no hay de dónde, de los que van
    numerados, el primero de la serie de la `muestra`, y de los demás, ella u otro que se le
    parezca. De los numerados, el que no tiene ninguna cifra es como si no lo llevara.
    """
    ids = [_id_de(uno) for uno in registros]
    libres = Libres(ids)
    numerados = (id_ for id_ in ids if _acaba_en_numero(id_))
    previo = next(numerados, f"{sin_numero(muestra)}0")
    hallados: dict[int, str] = {}
    ocupados = {plegar_id(id_) for id_ in ids if id_}
    for orden, id_ in enumerate(ids):
        if _acaba_en_numero(id_):
            previo = id_
        elif not id_ or (clase.se_numera and not any(map(str.isdigit, id_))):
            libre = libres.tras(previo) if clase.se_numera else ""
            hallados[orden] = libre or _parecido_a(muestra, ocupados)
            ocupados.add(plegar_id(hallados[orden]))
    return hallados


def _id_de(registro: Any) -> str:
    id_ = registro.get("id") if isinstance(registro, dict) else None
    return id_ if isinstance(id_, str) else ""


def _acaba_en_numero(id_: str) -> bool:
    return sin_numero(id_) != id_


def _parecido_a(muestra: str, ocupados: Container[str]) -> str:
    if plegar_id(muestra) not in ocupados:
        return muestra
    otros = (f"{muestra}-{numero}" for numero in count(2))
    return next(otro for otro in otros if plegar_id(otro) not in ocupados)
