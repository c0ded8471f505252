"""Dos lectores ajenos e independientes de una agenda, y lo que cada uno entiende de ella."""

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Any, Final, NamedTuple, TypeAlias

import icalendar
import vobject
import vobject.icalendar


class Leido(NamedTuple):
    """Un suceso: sus momentos, en hora universal si tienen hora y zona."""

    uid: str
    resumen: str
    empieza: date
    acaba: date | None
    estado: str
    ocupa: str
    secuencia: int
    descripcion: str
    lugar: str
    clases: tuple[str, ...]
    dias: int


def con_icalendar(agenda: bytes) -> list[Leido]:
    """Los sucesos, leídos por icalendar."""
    calendario: Any = icalendar.Calendar.from_ical(agenda)
    assert [parte.errors for parte in calendario.walk() if parte.errors] == []
    return [
        Leido(
            str(uno["UID"]),
            str(uno["SUMMARY"]),
            _momento(uno["DTSTART"].dt),
            _momento(uno["DTEND"].dt) if "DTEND" in uno else None,
            str(uno["STATUS"]),
            str(uno["TRANSP"]),
            int(uno["SEQUENCE"]),
            str(uno["DESCRIPTION"]),
            str(uno.get("LOCATION", "")),
            tuple(map(str, uno["CATEGORIES"].cats)),
            uno["RRULE"]["COUNT"][0] if "RRULE" in uno else 1,
        )
        for uno in calendario.events
    ]


def con_vobject(agenda: bytes) -> list[Leido]:
    """Los sucesos, leídos por vobject, que de las zonas solo sabe lo que la agenda le diga."""
    calendario = _abierto(agenda.decode("utf-8"))
    return [
        Leido(
            uno.uid.value,
            uno.summary.value,
            _momento(uno.dtstart.value),
            _momento(uno.dtend.value) if hasattr(uno, "dtend") else None,
            uno.status.value,
            uno.transp.value,
            int(uno.sequence.value),
            uno.description.value,
            uno.location.value if hasattr(uno, "location") else "",
            tuple(uno.categories.value),
            len(list(uno.rruleset)) if uno.rruleset else 1,
        )
        for uno in calendario.contents.get("vevent", [])
    ]


def zona_segun_vobject(nombre: str, vtimezone: str) -> tzinfo:
    """La zona que ese VTIMEZONE explica."""
    leida: tzinfo = _abierto(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        f"{vtimezone}"
        f"BEGIN:VEVENT\r\nDTSTART;TZID={nombre}:20300101T000000\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    ).vevent.dtstart.value.tzinfo
    return leida


def _abierto(agenda: str) -> Any:
    # La zona que conoce de una agenda anterior le valdría también para esta.
    for nombre in re.findall(r"(?m)^TZID:(.*?)\r$", agenda):
        vobject.icalendar.registerTzid(nombre, None)
    return vobject.readOne(agenda)


def _momento(leido: date) -> date:
    if not isinstance(leido, datetime) or leido.tzinfo is None:
        return leido
    desde_universal = leido.utcoffset()
    assert desde_universal is not None
    return leido.replace(tzinfo=None) - desde_universal


Lector: TypeAlias = Callable[[bytes], list[Leido]]
LECTORES: Final[tuple[Lector, ...]] = (con_icalendar, con_vobject)
