"""Las fechas que una persona escribe, y las que el plan admite."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from camctl.modelo.fecha import Fecha, Periodo, Tramo, interpretar, mes_en_palabras
from camctl.modelo.tiempo import FechaDelPlan, Instante, PeriodoDelPlan

ANIOS = range(2030, 2032)
HOY = date(2030, 5, 17)


def fechas(texto: str) -> list[str]:
    return [str(fecha) for fecha in interpretar(texto, ANIOS, HOY)]


@pytest.mark.parametrize(
    ("texto", "esperadas"),
    [
        # Como se escriben en el plan, y casi
        ("2030-03-14", ["2030-03-14"]),
        ("2030-03", ["2030-03"]),
        ("2030-3-4", ["2030-03-04"]),
        ("2030/3", ["2030-03"]),
        ("2030.03.14", ["2030-03-14"]),
        (" 2030-03 ", ["2030-03"]),
        # El día delante
        ("14/3/2030", ["2030-03-14"]),
        ("14-03-2030", ["2030-03-14"]),
        ("14.3.2030", ["2030-03-14"]),
        ("3/2030", ["2030-03"]),
        ("03-2030", ["2030-03"]),
        # Con el nombre del mes
        ("14 de marzo de 2030", ["2030-03-14"]),
        ("14 de marzo del 2030", ["2030-03-14"]),
        ("14 marzo 2030", ["2030-03-14"]),
        ("14 de Marzo, 2030", ["2030-03-14"]),
        ("1.º de marzo de 2030", ["2030-03-01"]),
        ("1º de marzo de 2030", ["2030-03-01"]),
        ("1o de marzo de 2030", ["2030-03-01"]),
        ("14-mar-2030", ["2030-03-14"]),
        ("14/mar/2030", ["2030-03-14"]),
        ("jueves 14 de marzo de 2030", ["2030-03-14"]),
        ("Miércoles, 13 de marzo de 2030", ["2030-03-13"]),
        ("marzo de 2030", ["2030-03"]),
        ("marzo del 2030", ["2030-03"]),
        ("marzo 2030", ["2030-03"]),
        ("mar-2030", ["2030-03"]),
        ("MARZO   DE   2030", ["2030-03"]),
        # Sin el año: en cada uno de los del plan
        ("marzo", ["2030-03", "2031-03"]),
        ("mar", ["2030-03", "2031-03"]),
        ("mar.", ["2030-03", "2031-03"]),
        ("14 de marzo", ["2030-03-14", "2031-03-14"]),
        ("septiembre", ["2030-09", "2031-09"]),
        ("setiembre", ["2030-09", "2031-09"]),
        ("sept.", ["2030-09", "2031-09"]),
        ("set", ["2030-09", "2031-09"]),
        ("29 de febrero", []),
        ("hoy", ["2030-05-17"]),
        ("HOY", ["2030-05-17"]),
        # Las que no lo son
        ("", []),
        ("ma", []),
        ("marzoo", []),
        ("pronto", []),
        ("2030", []),
        ("2030-13", []),
        ("2030-02-30", []),
        ("31/2/2030", []),
        ("3/14/2030", []),
        ("14/3/30", []),
        ("0000-01", []),
        ("٢٠٣٠-٠٣", []),
        ("14 de", []),
        ("ju", []),
        ("j" * 5_000_000, []),
    ],
)
def test_interpretar(texto: str, esperadas: list[str]) -> None:
    assert fechas(texto) == esperadas


def test_interpretar_sin_anios_ni_hoy() -> None:
    assert interpretar("marzo") == []
    assert interpretar("hoy") == []
    assert [str(fecha) for fecha in interpretar("marzo de 2030")] == ["2030-03"]


@given(st.dates(min_value=date(1, 1, 1)))
def test_lo_que_se_escribe_se_interpreta_igual(dia: date) -> None:
    fecha = Fecha(dia, dia)
    mes = Fecha.de_partes(dia.year, dia.month)
    for una in (fecha, mes):
        assert Fecha.de_iso(str(una)) == una
        assert interpretar(str(una)) == [una]
        if dia.year >= 1000:
            assert interpretar(una.en_palabras) == [una]


def test_un_mes_y_un_dia() -> None:
    mes, dia = Fecha.de_partes(2028, 2), Fecha.de_partes(2028, 2, 29)
    assert (mes.inicio, mes.fin, mes.es_dia, str(mes)) == (
        date(2028, 2, 1), date(2028, 2, 29), False, "2028-02",
    )  # fmt: skip
    assert (dia.es_dia, str(dia), dia.mes) == (True, "2028-02-29", (2028, 2))
    assert (mes.en_palabras, dia.en_palabras) == ("febrero de 2028", "29 de febrero de 2028")
    assert mes_en_palabras((2028, 12)) == "diciembre de 2028"
    assert mes.coincide_con(dia)
    assert dia.coincide_con(mes)
    assert not dia.coincide_con(Fecha.de_partes(2028, 3))
    assert sorted([dia, mes]) == [mes, dia]
    with pytest.raises(ValueError, match="day is out of range"):
        Fecha.de_partes(2027, 2, 29)
    assert Fecha.de_iso("2030-3") is None
    assert Fecha.de_iso("2027-02-29") is None


def test_lo_que_ya_es_una_fecha_no_se_toca() -> None:
    mes = Fecha.de_partes(2030, 3)
    assert TypeAdapter[Fecha](FechaDelPlan).validate_python(mes) is mes


def test_un_periodo() -> None:
    adaptador = TypeAdapter[Periodo](PeriodoDelPlan)
    periodo = adaptador.validate_python("2030-2031")
    assert periodo == Periodo(date(2030, 1, 1), date(2031, 12, 31))
    assert list(periodo.anios) == [2030, 2031]
    assert adaptador.dump_python(periodo) == "2030-2031"
    assert str(adaptador.validate_python(" 2030 ")) == "2030"
    assert periodo.coincide_con(Tramo(date(2031, 12, 31), date(2032, 1, 1)))
    assert periodo.contiene(Tramo(date(2030, 1, 1), date(2031, 12, 31)))
    assert not periodo.contiene(Tramo(date(2031, 12, 31), date(2032, 1, 1)))
    assert not periodo.contiene(Tramo(date(2029, 12, 31), date(2030, 1, 1)))


@pytest.mark.parametrize(
    ("texto", "momento", "escrito"),
    [
        ("2030-02-11T10:30Z", datetime(2030, 2, 11, 10, 30, tzinfo=UTC), "2030-02-11T10:30Z"),
        ("2030-02-11T10:30", datetime(2030, 2, 11, 10, 30, tzinfo=UTC), "2030-02-11T10:30Z"),
        ("2030-02-11T10:30-05:00", datetime(2030, 2, 11, 15, 30, tzinfo=UTC), "2030-02-11T15:30Z"),
        ("2030-02-11", datetime(2030, 2, 11, tzinfo=UTC), "2030-02-11T00:00Z"),
        (
            "2030-02-11T10:30:15Z",
            datetime(2030, 2, 11, 10, 30, 15, tzinfo=UTC),
            "2030-02-11T10:30:15Z",
        ),
        ("0999-02-11T10:30Z", datetime(999, 2, 11, 10, 30, tzinfo=UTC), "0999-02-11T10:30Z"),
    ],
)
def test_un_instante(texto: str, momento: datetime, escrito: str) -> None:
    adaptador = TypeAdapter[datetime](Instante)
    leido = adaptador.validate_python(texto)
    assert leido == momento
    assert adaptador.dump_python(leido) == escrito
    assert adaptador.validate_python(escrito) == leido


@pytest.mark.parametrize(
    "texto",
    ["2030-02-30T10:30Z", "2030-02-11T25:00Z", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00",
     "2030-02-11 10:30", "٢٠٣٠-٠٢-١١", "ayer"],
)  # fmt: skip
def test_un_instante_que_no_existe(texto: str) -> None:
    with pytest.raises(ValidationError, match="no es un día con su hora"):
        TypeAdapter[datetime](Instante).validate_python(texto)
