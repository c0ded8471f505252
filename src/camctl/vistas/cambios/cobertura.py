"""Qué objetivos ganan o pierden sesión, y qué supone lo que cambia para cada institución."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from camctl.castellano import concordar, enumerar, porcentaje
from camctl.cobertura import Criterio
from camctl.comparacion import plegar_id
from camctl.modelo.actividad import ESTADOS_SIN_SESION, Actividad
from camctl.modelo.actor import Actor
from camctl.vistas import palabras
from camctl.vistas.cambios.comun import Cambio, Momento, solo_en
from camctl.vistas.cambios.cuando import QueCambia, que_cambia
from camctl.vistas.nombres import unir

_CON_OTRA_FECHA: Final[Mapping[QueCambia, str]] = {
    "movida": "Con nueva fecha",
    "fecha_fijada": "Con fecha fijada",
    "hora": "Con cambio de hora",
}


def resumen(antes: Momento, despues: Momento, criterio: Criterio) -> str:
    """«Cobertura: 33,3 % antes, 40 % ahora (criterio actor: …)»."""
    de, a = (porcentaje(uno.cobertura.porcentaje(criterio)) for uno in (antes, despues))
    cuanto = f"{de}, como antes" if de == a else f"{de} antes, {a} ahora"
    return f"Cobertura: {cuanto} ({palabras.criterio_usado(criterio)})"


def cambios_de_cobertura(antes: Momento, despues: Momento, criterio: Criterio) -> Iterator[Cambio]:
    """Los objetivos que ahora tienen sesión, o ya no la tienen, y no era así."""
    viejos = {plegar_id(uno.id): uno for uno in antes.indices.plan.objetivos}
    for objetivo in despues.indices.plan.objetivos:
        viejo = viejos.get(plegar_id(objetivo.id))
        tenia = viejo is not None and antes.cobertura.esta_cubierto(viejo, criterio)
        tiene = despues.cobertura.esta_cubierto(objetivo, criterio)
        if tiene and not tenia:
            razones = despues.cobertura.razones_de(objetivo, criterio)
            cuales = enumerar(palabras.razones(razones))
            yield Cambio("objetivo", objetivo.id, "con_sesion", f"Ya tiene sesión: {cuales}.")
        elif tenia and not tiene:
            yield Cambio("objetivo", objetivo.id, "sin_sesion", "Se queda sin sesión.")


def consecuencias(antes: Momento, despues: Momento, criterio: Criterio) -> Iterator[Cambio]:
    """Por cada institución, las sesiones que gana, pierde o ve moverse, y sus objetivos."""
    viejos = {plegar_id(uno.id): uno for uno in antes.indices.plan.actores}
    for actor in despues.indices.plan.actores:
        # La comisión está en todas: lo suyo es el calendario entero.
        if actor is despues.indices.comision:
            continue
        for frase in _frases(viejos.get(plegar_id(actor.id)), actor, antes, despues, criterio):
            yield Cambio("actor", actor.id, "consecuencia", frase)


def _frases(
    viejo: Actor | None, actor: Actor, antes: Momento, despues: Momento, criterio: Criterio
) -> Iterator[str]:
    entonces = antes.indices.sesiones_de(viejo) if viejo else ()
    ahora = despues.indices.sesiones_de(actor)
    if nuevas := solo_en(ahora, entonces):
        yield f"Sesiones que gana: {_con_fecha(nuevas)}."
    if perdidas := solo_en(entonces, ahora):
        yield f"Sesiones que deja de tener: {_perdidas(perdidas, despues)}."
    for que, dicho in _CON_OTRA_FECHA.items():
        if suyas := [una for una in ahora if _que_cambia(una, entonces) == que]:
            yield f"{dicho}: {_con_fecha(suyas)}."
    if entonces and not ahora:
        yield "Se queda sin ninguna sesión."
    yield from _sobre_sus_objetivos(viejo, actor, antes, despues, criterio)


def _sobre_sus_objetivos(
    viejo: Actor | None, actor: Actor, antes: Momento, despues: Momento, criterio: Criterio
) -> Iterator[str]:
    entonces = _cubiertos(viejo, antes, criterio) if viejo else {}
    ahora = _cubiertos(actor, despues, criterio)
    ganan = [uno for uno, cubierto in ahora.items() if cubierto and not entonces.get(uno)]
    pierden = [uno for uno, cubierto in ahora.items() if not cubierto and entonces.get(uno)]
    if ganan:
        verbo = concordar(len(ganan), "ya tiene", "ya tienen")
        yield f"De los objetivos de su misión, {verbo} sesión: {enumerar(ganan)}."
    if pierden:
        verbo = concordar(len(pierden), "se queda", "se quedan")
        yield f"De los objetivos de su misión, {verbo} sin sesión: {enumerar(pierden)}."


def _cubiertos(actor: Actor, momento: Momento, criterio: Criterio) -> dict[str, bool]:
    return {
        objetivo.id: momento.cobertura.esta_cubierto(objetivo, criterio)
        for objetivo in momento.indices.objetivos_servidos(actor)
    }


def _que_cambia(sesion: Actividad, entonces: Sequence[Actividad]) -> QueCambia | None:
    vieja = next((una for una in entonces if plegar_id(una.id) == plegar_id(sesion.id)), None)
    return que_cambia(vieja, sesion) if vieja else None


def _con_fecha(sesiones: Sequence[Actividad]) -> str:
    return "; ".join(unir(una.id, palabras.cuando(una)) for una in sesiones)


def _perdidas(sesiones: Sequence[Actividad], despues: Momento) -> str:
    def porque(vieja: Actividad) -> str:
        ahora = despues.indices.actividad(vieja.id)
        if ahora is None:
            return "ya no está en el plan"
        return ahora.estado if ahora.estado in ESTADOS_SIN_SESION else "ya no participa"

    return "; ".join(f"{una.id} ({porque(una)})" for una in sesiones)
