"""Lo que se dice a quien sustituye una agenda por otra."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.fecha import Fecha, Periodo
from camctl.salida.papeles import avisos, ics, json
from camctl.vistas.encargo import Encargo
from conftest import encargo_de

Cambiar: TypeAlias = Callable[..., Encargo]

CONSEJO = "Lo que no se va a celebrar se deja en el plan, con estado: cancelada."
ABRIL = Fecha.de_partes(2030, 4, 9)


@pytest.fixture
def cambiar(encargo: Encargo) -> Cambiar:
    """El plan inventado con unos campos cambiados en las actividades de ese número."""

    def cambiado(*numeros: int, **campos: Any) -> Encargo:
        actividades = tuple(
            una.model_copy(update=campos) if puesto in numeros else una
            for puesto, una in enumerate(encargo.plan.actividades, 1)
        )
        return encargo_de(Indices(encargo.plan._replace(actividades=actividades)))

    return cambiado


def dichos(viejo: Encargo, nuevo: Encargo) -> list[str]:
    """Lo que se dice al dejar la agenda de `nuevo` donde estaba la de `viejo`."""
    return avisos(nuevo, "ics", {}, ics.escribir(nuevo), ics.escribir(viejo))


def test_sin_cambios_no_se_dice_nada(encargo: Encargo, encargo_real: Encargo) -> None:
    assert dichos(encargo, encargo) == []
    assert dichos(encargo_real, encargo_real) == []


def test_un_cambio_sin_actualizado_se_dice(encargo: Encargo, cambiar: Cambiar) -> None:
    assert dichos(encargo, cambiar(4, fecha=ABRIL)) == [
        "ACT-4 ha cambiado y su «actualizado» no: quien ya la tenga en su agenda puede no ver el "
        "cambio. Escriba en ella el día y la hora en que cambió: actualizado: 2030-02-11T10:30Z."
    ]
    assert dichos(encargo, cambiar(2, 4, lugar="Otro salón")) == [
        "ACT-2 y ACT-4 han cambiado y su «actualizado» no: quien ya las tenga en su agenda puede "
        "no ver el cambio. Escriba en cada una el día y la hora en que cambió: "
        "actualizado: 2030-02-11T10:30Z."
    ]


@pytest.mark.parametrize(
    ("cuando", "avisa"),
    [
        ("2030-03-16T10:30:00", True),
        ("2030-03-16T10:29:00", True),
        # En el mismo minuto la SEQUENCE es la misma, y manda el DTSTAMP.
        ("2030-03-16T10:30:01", False),
        ("2030-03-16T10:31:00", False),
    ],
)
def test_un_cambio_mas_reciente_se_ve(
    encargo: Encargo, cambiar: Cambiar, cuando: str, *, avisa: bool
) -> None:
    instante = Actividad.model_validate(
        {"id": "X", "fecha": "2030-03", "tipo": "otra", "titulo": "X", "actualizado": f"{cuando}Z"}
    ).actualizado
    nuevo = cambiar(2, lugar="Otro salón", actualizado=instante)
    assert [aviso[:5] for aviso in dichos(encargo, nuevo)] == ["ACT-2"] * avisa


def test_lo_que_cambio_en_otro_registro_tambien_cambia_el_suceso(
    encargo: Encargo, cambiar: Cambiar
) -> None:
    objetivos = tuple(
        uno.model_copy(update={"titulo": "Otro título"}) if uno.id == "B1" else uno
        for uno in encargo.plan.objetivos
    )
    nuevo = encargo_de(Indices(encargo.plan._replace(objetivos=objetivos)))
    assert [aviso[:24] for aviso in dichos(encargo, nuevo)] == ["ACT-1, ACT-2 y ACT-4 han"]


def test_de_lo_que_ya_no_esta_se_dice_que_hacer(encargo: Encargo, cambiar: Cambiar) -> None:
    def sin(*ids: str) -> Encargo:
        actividades = tuple(una for una in encargo.plan.actividades if una.id not in ids)
        return encargo_de(Indices(encargo.plan._replace(actividades=actividades)))

    assert dichos(encargo, sin("ACT-4")) == [
        "Ya no está en esta agenda «Sesión con invitados»: quien la importó la conserva. " + CONSEJO
    ]
    assert dichos(encargo, sin("ACT-4", "ACT-1")) == [
        "Ya no están en esta agenda «Circulación del plan» y «Sesión con invitados»: quien las "
        "importó las conserva. " + CONSEJO
    ]
    # Si es nueva, o es de otra agenda, no hay nada que decir.
    assert dichos(sin("ACT-4"), encargo) == []


def test_la_agenda_de_otro_plan_no_se_compara(encargo: Encargo, encargo_real: Encargo) -> None:
    assert dichos(encargo_real, encargo) == []
    # Ni la de uno de dos años con la de uno del primero de ellos.
    primero = encargo.cabecera.periodo.inicio
    de_un_anio = Periodo(primero, primero.replace(month=12, day=31))
    otro = encargo._replace(cabecera=encargo.cabecera.model_copy(update={"periodo": de_un_anio}))
    assert dichos(encargo, otro) == []


def test_da_lo_mismo_que_otro_programa_la_guardara_a_su_manera(
    encargo: Encargo, cambiar: Cambiar
) -> None:
    con_saltos_de_unix = ics.escribir(encargo).replace(b"\r\n", b"\n")
    assert list(ics.avisos(encargo, ics.escribir(encargo), con_saltos_de_unix)) == []
    nuevo = cambiar(4, fecha=ABRIL)
    assert len(list(ics.avisos(nuevo, ics.escribir(nuevo), con_saltos_de_unix))) == 1


@settings(max_examples=60, deadline=None)
@given(
    anterior=st.binary()
    | st.lists(
        st.sampled_from(
            [
                b"BEGIN:VEVENT",
                b"END:VEVENT",
                b"UID:cb-2030-2031-act4@camctl",
                b"SEQUENCE:9999999999999999",
                b"SEQUENCE:-1",
                b"SUMMARY:\\",
                b"DTSTAMP",
                b" ",
                b"\xff",
            ]
        )
    ).map(b"\n".join)
)
def test_sea_lo_que_sea_lo_que_habia_no_rompe_nada(encargo: Encargo, anterior: bytes) -> None:
    assert len(list(ics.avisos(encargo, ics.escribir(encargo), anterior))) <= 1


def test_un_papel_sin_avisos_no_dice_nada(encargo: Encargo) -> None:
    escrito = json.escribir(encargo)
    assert avisos(encargo, "json", {}, escrito, b"lo que hubiera") == []
