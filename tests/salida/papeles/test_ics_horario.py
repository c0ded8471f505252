"""Los cambios de hora que una agenda explica, entendidos por un lector de otros."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from camctl import zonas
from camctl.modelo.fecha import Periodo
from camctl.salida.papeles.ics.horario import horario

from .lectores import zona_segun_vobject

UNIVERSALES = {"UTC", "UCT", "Universal", "Zulu"}


def periodo(primero: int, ultimo: int) -> Periodo:
    return Periodo(date(primero, 1, 1), date(ultimo, 12, 31))


def escrito(zona: str, suyo: Periodo) -> list[str]:
    hecho = horario(zona, suyo)
    assert hecho is not None
    texto: str = hecho.to_ical().decode()
    return texto.split("\r\n")


@pytest.mark.parametrize(
    ("zona", "anios", "partes"),
    [
        (
            "America/New_York",
            (2030, 2031),
            [
                ("STANDARD", "20291104T020000", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "-0500"),
                ("DAYLIGHT", "20300310T020000", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "-0400"),
            ],
        ),
        # Con un solo año ya hay regla; el último domingo, aunque sea el cuarto o el quinto.
        (
            "Europe/Madrid",
            (2029, 2029),
            [
                ("STANDARD", "20281029T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "+0100"),
                ("DAYLIGHT", "20290325T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "+0200"),
            ],
        ),
        # El primer domingo desde el día 2 no es siempre el primero: van las fechas.
        (
            "America/Santiago",
            (2030, 2031),
            [
                (
                    "DAYLIGHT",
                    "20290902T000000",
                    "RDATE:20300908T000000 RDATE:20310907T000000",
                    "-0300",
                ),
                ("STANDARD", "20300407T000000", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", "-0400"),
            ],
        ),
        # México dejó de cambiar la hora en medio: una regla diría que sigue.
        (
            "America/Mexico_City",
            (2022, 2023),
            [
                ("STANDARD", "20211031T020000", "RDATE:20221030T020000", "-0600"),
                ("DAYLIGHT", "20220403T020000", "", "-0500"),
            ],
        ),
        ("America/Mexico_City", (2023, 2024), [("STANDARD", "20221030T020000", "", "-0600")]),
        # Un cambio que no es de verano, y un año entero antes sin ninguno.
        (
            "America/Caracas",
            (2016, 2016),
            [
                ("STANDARD", "20150101T000000", "", "-0430"),
                ("STANDARD", "20160501T023000", "", "-0400"),
            ],
        ),
        ("America/Lima", (2030, 2031), [("STANDARD", "20290101T000000", "", "-0500")]),
    ],
)
def test_como_se_explican(
    zona: str, anios: tuple[int, int], partes: list[tuple[str, str, str, str]]
) -> None:
    lineas = escrito(zona, periodo(*anios))
    assert lineas[:2] == ["BEGIN:VTIMEZONE", f"TZID:{zona}"]
    assert list(_partes(lineas)) == partes


def _partes(lineas: list[str]) -> Iterator[tuple[str, str, str, str]]:
    valores = {"": ""}
    for linea in lineas[2:-2]:
        clave, _, valor = linea.partition(":")
        valores[clave] = valor
        if clave in ("RRULE", "RDATE"):
            valores["cuando"] = f"{valores.get('cuando', '')} {linea}".strip()
        elif clave == "END":
            yield valor, valores["DTSTART"], valores.get("cuando", ""), valores["TZOFFSETTO"]
            valores = {}


@pytest.mark.parametrize("zona", sorted(UNIVERSALES))
def test_la_hora_universal_no_se_explica(zona: str) -> None:
    assert horario(zona, periodo(2030, 2030)) is None


@pytest.mark.parametrize(
    "zona",
    [
        "America/New_York",
        "America/Santiago",
        "America/Asuncion",
        "America/Havana",
        "America/St_Johns",
        "America/Lima",
        "America/Mexico_City",
        "America/Argentina/Buenos_Aires",
        "Europe/Madrid",
        "Europe/Dublin",
        "Africa/Casablanca",
        "Asia/Gaza",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Etc/GMT+5",
    ],
)
@pytest.mark.parametrize("primero", [1999, 2010, 2030])
def test_vobject_entiende_las_mismas_horas(zona: str, primero: int) -> None:
    suyo = periodo(primero, primero + 1)
    leida = zona_segun_vobject(zona, "\r\n".join(escrito(zona, suyo)))
    assert [
        local
        for local in _de_vez_en_cuando(suyo)
        if _existe(local, zonas.zona(zona))
        and local.replace(tzinfo=leida).utcoffset()
        != local.replace(tzinfo=zonas.zona(zona)).utcoffset()
    ] == []


def _de_vez_en_cuando(suyo: Periodo) -> Iterator[datetime]:
    momento = datetime.fromisoformat(f"{suyo.inicio}T01:30")
    while momento.year <= suyo.fin.year:
        yield momento
        momento += timedelta(hours=11)


def _existe(local: datetime, zona: tzinfo) -> bool:
    """Si algún reloj llega a dar esa hora: al adelantarlos, se saltan unas."""
    situado = local.replace(tzinfo=zona)
    return situado.astimezone(UTC).astimezone(zona) == situado
