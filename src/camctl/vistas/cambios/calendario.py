"""Lo que cambia de cada actividad: cuándo es, cómo está y qué se hizo en ella."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from camctl.castellano import concordar, en_mayuscula, enumerar
from camctl.indices import Indices
from camctl.modelo.actividad import (
    ESTADOS_SIN_SESION,
    TODOS,
    Actividad,
    Acuerdo,
    Avance,
    Documento,
)
from camctl.modelo.base import Registro
from camctl.vistas import palabras
from camctl.vistas.calendario import en_orden
from camctl.vistas.cambios.campos import campos_cambiados
from camctl.vistas.cambios.comun import Cambio, Momento, Pareja, parejas, solo_en
from camctl.vistas.cambios.cuando import que_cambia
from camctl.vistas.cambios.invitados import cambios_de_invitados
from camctl.vistas.nombres import unir
from camctl.vistas.ver.comun import acuerdo_en_palabras, avance_en_palabras

_CUANDO: Final = ("fecha", "hasta", "hora")
_CON_SU_FRASE: Final = frozenset(
    {*_CUANDO, "estado", "motivo", "actores", "invitados", "objetivos"}
    | {"mandatos", "documentos", "avances", "acuerdos"}
)


def cambios_del_calendario(antes: Momento, despues: Momento) -> Iterator[Cambio]:
    """Las actividades nuevas y las que cambian, por orden de calendario, y las que ya no están."""
    primero, segundo = antes.indices, despues.indices
    comunes = {
        id(una.despues): una
        for una in parejas(primero.plan.actividades, segundo.plan.actividades, primero, segundo)
    }
    for actividad in en_orden(segundo.plan.actividades):
        if suya := comunes.get(id(actividad)):
            yield from _de_una(suya, antes, despues)
        else:
            yield Cambio("actividad", actividad.id, "nueva", _nueva(actividad, segundo))
    for actividad in solo_en(primero.plan.actividades, segundo.plan.actividades):
        frase = f"Sale del plan; estaba prevista para: {palabras.cuando(actividad)}."
        yield Cambio("actividad", actividad.id, "retirada", frase)


def _nueva(actividad: Actividad, indices: Indices) -> str:
    presentes = [uno.id for uno in indices.presentes(actividad)]
    partes = unir(
        palabras.tipo(actividad),
        palabras.cuando(actividad),
        "" if actividad.estado == "propuesta" else actividad.estado,
        f"con {enumerar(presentes)}" if presentes else "",
    )
    return f"Entra en el plan: {partes}."


def _de_una(suya: Pareja, antes: Momento, despues: Momento) -> Iterator[Cambio]:
    campos = suya.campos
    yield from _estado(suya, campos)
    yield from _cuando(suya, campos)
    yield from _motivo(suya, campos)
    presentes = list(_presentes(suya, antes, despues))
    yield from presentes
    yield from cambios_de_invitados(suya)
    yield from _nombrados(suya, campos)
    yield from _listas(suya, campos)
    sin = {*_CON_SU_FRASE}
    if que_cambia(suya.antes, suya.despues):
        # La fecha adoptada se guarda al mover la actividad: eso ya se ha dicho.
        sin.add("fecha_prevista")
    if not presentes:
        # Quien está por sus invitados puede pasar a la lista, y no por eso se suma nadie.
        sin.discard("actores")
    yield from campos_cambiados("actividad", suya, sin=sin)


def _estado(suya: Pareja, campos: list[str]) -> Iterator[Cambio]:
    if "estado" not in campos:
        return
    nueva: Actividad = suya.despues
    frases = {
        "propuesta": "Vuelve a estar propuesta.",
        "convocada": "Queda convocada.",
        "realizada": "Se ha realizado.",
        "aplazada": f"Se aplaza; estaba prevista para: {palabras.cuando(suya.antes)}.",
        "cancelada": "Se cancela.",
    }
    frase = frases[nueva.estado]
    if nueva.motivo and _se_suspende(suya, campos):
        frase += f" {_porque(nueva)}"
    yield _cambio(suya, nueva.estado, frase, "estado")


def _se_suspende(suya: Pareja, campos: list[str]) -> bool:
    return "estado" in campos and suya.despues.estado in ESTADOS_SIN_SESION


def _porque(actividad: Actividad) -> str:
    return f"Motivo: {(actividad.motivo or '').rstrip('.')}."


def _cuando(suya: Pareja, campos: list[str]) -> Iterator[Cambio]:
    vieja, nueva = suya.antes, suya.despues
    que = que_cambia(vieja, nueva)
    if que is None:
        return
    if que == "hora":
        frase = f"Hora: {nueva.hora}." if nueva.hora else f"Queda sin hora (antes, {vieja.hora})."
    elif que == "fecha_fijada":
        frase = f"Se fija la fecha: {palabras.cuando(nueva)}."
    else:
        frase = f"Nueva fecha: {palabras.cuando(nueva)} (antes, {palabras.cuando(vieja)})."
        if nueva.motivo and _explica_la_fecha(suya, campos):
            frase += f" {_porque(nueva)}"
    campo = next(uno for uno in _CUANDO if uno in campos)
    yield _cambio(suya, que, frase, campo)


def _explica_la_fecha(suya: Pareja, campos: list[str]) -> bool:
    """Si el motivo es el de la fecha nueva, y no el de lo que ya se sabía."""
    es_de_ahora = "estado" not in campos or "motivo" in campos
    se_mueve = que_cambia(suya.antes, suya.despues) == "movida"
    return se_mueve and es_de_ahora and not _se_suspende(suya, campos)


def _motivo(suya: Pareja, campos: list[str]) -> Iterator[Cambio]:
    """El motivo que cambia sin que lo diga la frase del estado ni la de la fecha."""
    dicho = _se_suspende(suya, campos) or _explica_la_fecha(suya, campos)
    if "motivo" not in campos or dicho:
        return
    if suya.despues.motivo:
        yield _cambio(suya, "motivo", _porque(suya.despues), "motivo")
    elif "estado" not in campos and not que_cambia(suya.antes, suya.despues):
        # Al convocarla o fijar su fecha, el motivo de antes sobra: no es noticia.
        yield _cambio(suya, "motivo", "Ya no dice el motivo.", "motivo")


def _presentes(suya: Pareja, antes: Momento, despues: Momento) -> Iterator[Cambio]:
    viejos = [uno.id for uno in antes.indices.presentes(suya.antes)]
    nuevos = [uno.id for uno in despues.indices.presentes(suya.despues)]
    if entran := [uno for uno in nuevos if uno not in viejos]:
        verbo = concordar(len(entran), "Se suma", "Se suman")
        yield _cambio(suya, "actores", f"{verbo}: {enumerar(entran)}.", "actores")
    if salen := [uno for uno in viejos if uno not in nuevos]:
        verbo = concordar(len(salen), "Ya no participa", "Ya no participan")
        yield _cambio(suya, "actores", f"{verbo}: {enumerar(salen)}.", "actores")


def _nombrados(suya: Pareja, campos: list[str]) -> Iterator[Cambio]:
    for campo in ("objetivos", "mandatos"):
        if campo in campos:
            entonces, ahora = (
                _ids(datos[campo]) for datos in (suya.datos_antes, suya.datos_despues)
            )
            frase = f"{en_mayuscula(campo)}: {ahora or 'ninguno'} (antes, {entonces or 'ninguno'})."
            yield _cambio(suya, campo, frase, campo)


def _ids(valor: Any) -> str:
    if valor == TODOS:
        return "el Programa entero"
    return enumerar(
        [
            uno
            if isinstance(uno, str)
            else " ".join(filter(None, (uno["id"], _entre_parentesis(uno["parrafos"]))))
            for uno in valor
        ]
    )


def _entre_parentesis(parrafos: str | None) -> str:
    return f"({palabras.parrafos_citados(parrafos)})" if parrafos else ""


def _listas(suya: Pareja, campos: list[str]) -> Iterator[Cambio]:
    """Lo que se añade o ya no consta así de los documentos, los avances y los acuerdos."""
    for campo, (nombre, modelo, decir) in _EN_PALABRAS.items():
        if campo not in campos:
            continue
        # De los datos, que llevan los ID canónicos: escribirlos de otra manera no es un cambio.
        viejos, nuevos = (
            [decir(modelo.model_validate(uno)) for uno in datos[campo]]
            for datos in (suya.datos_antes, suya.datos_despues)
        )
        for uno in nuevos:
            if uno not in viejos:
                yield _cambio(suya, campo, f"{nombre}: {uno.rstrip('.')}.", campo)
        for uno in viejos:
            if uno not in nuevos:
                yield _cambio(
                    suya, campo, f"{nombre} que ya no consta así: {uno.rstrip('.')}.", campo
                )


def _documento(uno: Documento) -> str:
    return unir(uno.titulo, uno.signatura, uno.enlace)


def _avance(uno: Avance) -> str:
    return avance_en_palabras(uno, uno.objetivo, uno.actor)


def _acuerdo(uno: Acuerdo) -> str:
    return acuerdo_en_palabras(uno, uno.responsable or "")


_EN_PALABRAS: Final[Mapping[str, tuple[str, type[Registro], Callable[[Any], str]]]] = {
    "documentos": ("Documento", Documento, _documento),
    "avances": ("Avance", Avance, _avance),
    "acuerdos": ("Acuerdo", Acuerdo, _acuerdo),
}


def _cambio(suya: Pareja, que: str, texto: str, campo: str) -> Cambio:
    return Cambio(
        "actividad",
        suya.despues.id,
        que,
        texto,
        campo,
        suya.datos_antes.get(campo),
        suya.datos_despues.get(campo),
    )
