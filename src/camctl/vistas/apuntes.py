"""Lo que acaba de cambiar en un registro, dicho a quien lo ha cambiado: una línea por cosa."""

from collections.abc import Iterator, Sequence
from typing import Any

from camctl.castellano import en_minuscula, entre_comillas, enumerar
from camctl.modelo.actividad import Acuerdo, Avance, Documento, Invitado
from camctl.modelo.base import Registro
from camctl.modelo.fecha import Fecha
from camctl.vistas import palabras
from camctl.vistas.nombres import rotulo

_SIN_DECIR = ("id", "actualizado")


def apuntes(antes: Registro, despues: Registro) -> Iterator[str]:
    """Los campos que ya no dicen lo mismo: «fecha, de marzo de 2030 a 14 de marzo de 2030»."""
    for campo in type(despues).model_fields:
        viejo, nuevo = getattr(antes, campo), getattr(despues, campo)
        if viejo == nuevo or campo in _SIN_DECIR:
            continue
        if _es_de_fichas(viejo) and _es_de_fichas(nuevo):
            yield from _de_una_lista(viejo, nuevo)
        else:
            yield _de_un_campo(en_minuscula(rotulo(type(despues), campo)), viejo, nuevo)


def _es_de_fichas(valor: Any) -> bool:
    return isinstance(valor, tuple) and all(isinstance(uno, Registro) for uno in valor)


def _de_un_campo(nombre: str, viejo: Any, nuevo: Any) -> str:
    if viejo in (None, ()):
        return f"{nombre}, {_dicho(nuevo)}"
    if nuevo in (None, ()):
        return f"{nombre}, que era {_dicho(viejo)}, se quita"
    return f"{nombre}, de {_dicho(viejo)} a {_dicho(nuevo)}"


def _dicho(valor: Any) -> str:
    if isinstance(valor, Fecha):
        return valor.en_palabras
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, tuple):
        return enumerar([_dicho(uno) for uno in valor])
    # Una sola palabra se lee bien sin comillas.
    return str(valor) if valor.split() == [valor] else entre_comillas(valor)


def _de_una_lista(viejos: Sequence[Any], nuevos: Sequence[Any]) -> Iterator[str]:
    for viejo, nuevo in zip(viejos, nuevos, strict=False):
        if viejo != nuevo:
            yield from _de_un_elemento(viejo, nuevo)
    for nuevo in nuevos[len(viejos) :]:
        yield _uno_mas(nuevo)


def _de_un_elemento(viejo: Any, nuevo: Any) -> Iterator[str]:
    if isinstance(nuevo, Invitado) and viejo.nombre != nuevo.nombre:
        yield f"{palabras.invitado(nuevo)} sustituye a {viejo.nombre}"
        return
    for campo in type(nuevo).model_fields:
        antes, ahora = getattr(viejo, campo), getattr(nuevo, campo)
        if antes == ahora:
            continue
        if campo == "estado":
            dichos = [palabras.ESTADO_DE_INVITADO.get(uno, "") for uno in (antes, ahora)]
            yield f"{_quien(nuevo)}, {_de_a(*dichos)}"
        elif campo == "cumplido" and ahora:
            yield f"{_quien(nuevo)}, cumplido"
        else:
            nombre = en_minuscula(rotulo(type(nuevo), campo))
            yield f"{_quien(nuevo)}: {_de_un_campo(nombre, antes, ahora)}"


def _de_a(antes: str, ahora: str) -> str:
    if not ahora:
        return "sin decir si asiste"
    return f"de {antes} a {ahora}" if antes else ahora


def _uno_mas(nuevo: Any) -> str:
    if isinstance(nuevo, Invitado):
        return f"se invita a {palabras.invitado(nuevo)}"
    if isinstance(nuevo, Avance):
        return f"avance sobre {nuevo.objetivo}, {entre_comillas(nuevo.texto)}"
    return f"{_quien(nuevo)}, nuevo"


def _quien(uno: Any) -> str:
    """Cómo se nombra un elemento de una lista: por su nombre, o por su título o su texto."""
    if isinstance(uno, Invitado):
        return uno.nombre
    if isinstance(uno, Documento):
        return f"documento {entre_comillas(uno.titulo)}"
    clase = "acuerdo" if isinstance(uno, Acuerdo) else "avance"
    return f"{clase} {entre_comillas(uno.texto)}"
