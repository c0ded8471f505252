"""Los cambios de hora de una zona, para quien no la conozca: el VTIMEZONE de RFC 5545 §3.6.5.

icalendar sabe hacer uno, con una lista de fechas (RDATE) que Outlook no lee y con el comienzo del
horario de verano una hora después. Aquí se dice, donde se puede, como lo dicen las agendas: «el
segundo domingo de marzo, a las dos». Las razones están en `docs/decisiones/0016-agenda.md`.
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from camctl import zonas
from camctl.modelo.fecha import Periodo

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Timezone

_DIAS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Ninguna zona ha cambiado nunca de hora dos veces en tan poco tiempo.
_PASO: Final = timedelta(days=6)
_SEGUNDO: Final = timedelta(seconds=1)


class _Hora(NamedTuple):
    """Qué hora se lleva: cuánto dista de la universal, si es la de verano y cómo se llama."""

    distancia: timedelta
    es_de_verano: bool
    nombre: str


class _Cambio(NamedTuple):
    """De una hora a otra, y el momento en que ocurre según la que acaba, que es el que se dice."""

    antes: _Hora
    despues: _Hora
    cuando: datetime


def es_universal(nombre: str) -> bool:
    """Si es la hora universal, que en una agenda se escribe sin zona y con una Z detrás."""
    return _hora(zonas.zona(nombre), datetime(MINYEAR + 1, 1, 1, tzinfo=UTC)).nombre == "UTC"


def horario(nombre: str, periodo: Periodo) -> "Timezone | None":
    """Los cambios de hora que `periodo` necesita; nada si la zona es la hora universal.

    Raises:
        ValueError: si no hay ninguna zona que se llame así.
    """
    if es_universal(nombre):
        return None
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    horas = Timezone()
    horas.add("TZID", nombre)
    for cambios in _agrupados(_necesarios(zonas.zona(nombre), periodo)):
        uno = cambios[0]
        parte = TimezoneDaylight() if uno.despues.es_de_verano else TimezoneStandard()
        parte.add("DTSTART", uno.cuando)
        parte.add("TZOFFSETFROM", uno.antes.distancia)
        parte.add("TZOFFSETTO", uno.despues.distancia)
        parte.add("TZNAME", uno.despues.nombre)
        cuando = [cambio.cuando for cambio in cambios]
        va_y_viene = uno.antes.es_de_verano != uno.despues.es_de_verano
        if va_y_viene and (regla := _regla(cuando, periodo.fin.year)):
            parte.add("RRULE", regla)
        else:
            # Una propiedad por fecha: hay quien de una lista solo toma la primera.
            for otro in cuando[1:]:
                parte.add("RDATE", otro)
        horas.add_component(parte)
    return horas


def _regla(cuando: Sequence[datetime], ultimo_anio: int) -> dict[str, str | int] | None:
    """«Cada año, tal domingo de tal mes», si así caen todos hasta el último año; si no, nada."""
    primero = cuando[0]
    if [uno.year for uno in cuando] != [*range(primero.year, ultimo_anio + 1)]:
        return None
    if len({(uno.month, uno.weekday(), uno.time()) for uno in cuando}) > 1:
        return None
    if all(uno.day > monthrange(uno.year, uno.month)[1] - 7 for uno in cuando):
        semana = -1
    elif len({(uno.day - 1) // 7 for uno in cuando}) == 1:
        semana = (primero.day - 1) // 7 + 1
    else:
        return None
    dia = f"{semana}{_DIAS[primero.weekday()]}"
    return {"FREQ": "YEARLY", "BYMONTH": primero.month, "BYDAY": dia}


def _agrupados(cambios: Sequence[_Cambio]) -> list[list[_Cambio]]:
    """Los que llevan de una misma hora a otra misma, juntos; cada grupo donde va su primero."""
    grupos: dict[tuple[_Hora, _Hora], list[_Cambio]] = {}
    for cambio in cambios:
        grupos.setdefault((cambio.antes, cambio.despues), []).append(cambio)
    return list(grupos.values())


def _necesarios(zona: "ZoneInfo", periodo: Periodo) -> Sequence[_Cambio]:
    """El último cambio anterior al periodo, que dice con qué hora empieza, y los que caen en él.

    Si el año de antes no hubo ninguno, en su lugar va la hora que se lleva.
    """
    primer_anio = periodo.inicio.year
    # En los extremos del calendario no hay dónde poner la hora de otro sitio.
    desde = datetime(max(primer_anio - 1, MINYEAR + 1), 1, 1, tzinfo=UTC)
    hasta = datetime(min(periodo.fin.year + 1, MAXYEAR), 1, 1, tzinfo=UTC)
    al_empezar = _hora(zona, desde)
    ya_estaba = _Cambio(al_empezar, al_empezar, desde.replace(tzinfo=None))
    cambios = [ya_estaba, *_cambios(zona, desde, hasta)]
    de_antes = sum(cambio.cuando.year < primer_anio for cambio in cambios)
    return cambios[max(de_antes - 1, 0) :]


def _cambios(zona: "ZoneInfo", desde: datetime, hasta: datetime) -> Iterator[_Cambio]:
    momento, antes = desde, _hora(zona, desde)
    while momento < hasta:
        despues = _hora(zona, momento + _PASO)
        if antes != despues:
            instante = _primero_distinto(zona, momento, antes)
            yield _Cambio(antes, despues, (instante + antes.distancia).replace(tzinfo=None))
        momento, antes = momento + _PASO, despues


def _primero_distinto(zona: "ZoneInfo", momento: datetime, antes: _Hora) -> datetime:
    """El primer segundo, después de `momento`, en que ya no se lleva la hora de `antes`."""

    def es_otra(segundos: int) -> int:
        return int(_hora(zona, momento + segundos * _SEGUNDO) != antes)

    return momento + bisect_left(range(_PASO // _SEGUNDO), 1, key=es_otra) * _SEGUNDO


def _hora(zona: "ZoneInfo", instante: datetime) -> _Hora:
    local = instante.astimezone(zona)
    return _Hora(
        local.utcoffset() or timedelta(),
        bool(local.dst()),
        local.tzname() or "",
    )
