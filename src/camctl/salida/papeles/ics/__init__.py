"""El calendario para la agenda de cada uno: iCalendar (RFC 5545), con la biblioteca icalendar."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from camctl.castellano import contar, enumerar_pocos
from camctl.modelo.actividad import Actividad
from camctl.salida.limpieza import limpio
from camctl.salida.papeles import PapelImposible
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo

TITULO: Final = "Agenda con todo el calendario"
ES_TEXTO: Final = True
OPCIONES: Final = frozenset({"solo_fechadas"})

# Sin la versión de camctl: lo mismo ha de dar los mismos bytes.
_PRODUCTO: Final = "-//camctl//Agenda//ES"
# Cada cuánto vuelve a mirar la agenda de quien se ha suscrito.
_CADA: Final = timedelta(days=1)


def escribir(encargo: Encargo, *, solo_fechadas: bool = False) -> bytes:
    """Un suceso por actividad pedida; con `solo_fechadas`, solo de las que tienen día.

    Raises:
        PapelImposible: si la zona horaria del plan no existe.
    """
    from icalendar import Calendar, vDuration, vText

    from camctl.salida.papeles.ics.horario import horario
    from camctl.salida.papeles.ics.suceso import suceso

    agenda = Calendar()
    agenda.add("PRODID", _PRODUCTO)
    agenda.add("VERSION", "2.0")
    agenda.add("CALSCALE", "GREGORIAN")
    agenda.add("METHOD", "PUBLISH")
    # RFC 7986 y, para las agendas que no lo siguen, las propiedades que había antes.
    for propiedad in ("NAME", "X-WR-CALNAME"):
        agenda.add(propiedad, vText(_nombre(encargo)))
    for propiedad in ("DESCRIPTION", "X-WR-CALDESC"):
        agenda.add(propiedad, vText(limpio(encargo.cabecera.titulo)))
    agenda.add("REFRESH-INTERVAL", _CADA, parameters={"VALUE": "DURATION"})
    agenda.add("X-PUBLISHED-TTL", vDuration(_CADA))
    if zona := encargo.cabecera.zona_horaria:
        agenda.add("X-WR-TIMEZONE", vText(zona))
        try:
            suyo = horario(zona, encargo.cabecera.periodo)
        except ValueError as fallo:
            raise PapelImposible(f"{fallo}; corrija «zona_horaria» en el plan") from None
        if suyo:
            agenda.add_component(suyo)
    for actividad in _elegidas(encargo, solo_fechadas=solo_fechadas):
        agenda.add_component(suceso(actividad, encargo))
    contenido: bytes = agenda.to_ical()
    return contenido


def avisos(
    encargo: Encargo, escrito: bytes, anterior: bytes | None, *, solo_fechadas: bool = False
) -> Iterator[str]:
    """Lo que la agenda no dice: qué se quedó fuera, qué horas no son de ningún sitio.

    Y, si sustituye a otra, qué no van a ver quienes ya la tienen.
    """
    from camctl.salida.papeles.ics.novedades import novedades

    if fuera := [una.id for una in encargo.actividades if solo_fechadas and not una.tiene_dias]:
        cuantas = contar(len(fuera), "actividad sin día", "actividades sin día")
        yield f"Fuera de la agenda, {cuantas}: {enumerar_pocos(fuera)}."
    if not encargo.cabecera.zona_horaria and any(una.hora for una in encargo.actividades):
        yield (
            "El plan no dice su «zona_horaria»: cada agenda tomará las horas por las de donde esté."
        )
    if anterior is not None:
        yield from novedades(encargo, escrito, anterior)


def _elegidas(encargo: Encargo, *, solo_fechadas: bool) -> tuple[Actividad, ...]:
    todas = encargo.actividades
    return tuple(una for una in todas if una.tiene_dias) if solo_fechadas else todas


def _nombre(encargo: Encargo) -> str:
    """«Plan 2030-2031 · CB», y lo que se pidió si no es todo: es como se llamará en la lista."""
    del_plan = palabras.rotulo_del_plan(encargo.indices)
    return limpio(" · ".join([del_plan, *encargo.filtros]))
