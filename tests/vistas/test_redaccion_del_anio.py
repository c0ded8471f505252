"""Lo que dicen el informe de seguimiento y la circular de los cambios, antes de darles forma."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas.cambios import Momento, comparar
from camctl.vistas.redaccion import circular as la_circular
from camctl.vistas.redaccion import informe as el_informe
from camctl.vistas.redaccion.circular import Circular, circular
from camctl.vistas.redaccion.informe import InformeDeSeguimiento, informe
from camctl.vistas.seguimiento import Pedido
from conftest import encargo_de

from .conftest import ACTORES, MANDATOS, OBJETIVOS
from .test_seguimiento import CALENDARIO

Levantar = Callable[..., Indices]


@pytest.fixture(scope="module")
def plan(levantar: Levantar) -> Indices:
    return levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=CALENDARIO)


def informe_al(plan: Indices, al: date, **pedido: Any) -> InformeDeSeguimiento:
    return informe(encargo_de(plan), Pedido(al, **pedido))


def ids(registros: Any) -> list[str]:
    return [uno.id for uno in registros]


def test_el_informe_dice_lo_mismo_que_el_seguimiento(plan: Indices) -> None:
    dicho = informe_al(plan, date(2030, 4, 20))
    assert (dicho.al, dicho.plazo, dicho.filtros) == ("20 de abril de 2030", "en 30 días", "")
    assert ids(dicho.realizadas) == ["ACT-1"]
    assert ids(dicho.vencidas) == ["ACT-2", "ACT-3", "ACT-6"]
    assert ids(dicho.sin_nueva_fecha) == ["ACT-4"]
    assert ids(dicho.canceladas) == ["ACT-5"]
    assert ids(dicho.proximas) == []
    assert [(uno.invitado.nombre, uno.actividad.id) for uno in dicho.por_confirmar] == [
        ("Luz Mar", "ACT-2")
    ]
    assert (dicho.actividades, dicho.firma) == (7, "Comisión de Bibliotecas (CB)")


def test_los_acuerdos_del_informe_tambien_los_cumplidos(plan: Indices) -> None:
    dicho = informe_al(plan, date(2030, 4, 20))
    assert dicho.acuerdos == (
        el_informe.AcuerdoSeguido("ACT-1", "Remitir la guía", "ILI", "marzo de 2030", "vencido"),
        el_informe.AcuerdoSeguido("ACT-1", "Buscar fondos", "", "15 de abril de 2030", "vencido"),
        el_informe.AcuerdoSeguido("ACT-1", "Dar las gracias", "", "", "pendiente"),
        el_informe.AcuerdoSeguido("ACT-1", "Ya hecho", "", "marzo de 2030", "cumplido"),
    )
    assert dicho.acuerdos_sin_cumplir == 3


def test_cada_objetivo_con_sus_sesiones_celebradas_y_por_celebrar(plan: Indices) -> None:
    dicho = informe_al(plan, date(2030, 4, 20))
    assert [(uno.id, uno.celebradas, uno.por_celebrar) for uno in dicho.objetivos] == [
        ("A1", "", ""),
        ("B1", "ACT-1", ""),
        ("B2", "ACT-1", "ACT-2"),
        ("B3", "", "ACT-3"),
        ("B4", "", ""),
    ]
    assert (dicho.objetivos_celebrados, dicho.objetivos_previstos) == (2, 3)
    assert (dicho.cobertura_celebrada, dicho.cobertura_prevista) == ("40\u00a0%", "60\u00a0%")
    (salas,) = dicho.con_avances[:1]
    assert salas.avances == (
        el_informe.AvanceInformado("ACT-1", "febrero de 2030", "ILI", "Diez salas.", ""),
    )
    assert ids(dicho.sin_nada) == ["A1"]


def test_los_filtros_del_informe_en_palabras(plan: Indices) -> None:
    mandato = plan.mandato("RES-10")
    actor = plan.actor("ILI")
    assert mandato is not None
    assert actor is not None
    dicho = informe_al(
        plan, date(2030, 4, 20), dias=1, actores=(actor,), mandatos=(mandato,), parrafos="2"
    )
    assert dicho.filtros == "actor: ILI; mandato: RES-10; párrafos: 2"
    assert dicho.plazo == "en 1 día"
    assert (dicho.actividades, ids(dicho.realizadas)) == (1, ["ACT-1"])


# La circular


@pytest.fixture(scope="module")
def despues(levantar: Levantar) -> Indices:
    calendario = CALENDARIO.replace("titulo: Plan,", "titulo: Plan corregido,").replace(
        "fecha: 2030-09, tipo: formal", "fecha: 2030-09-12, tipo: formal, actualizado: 2030-03-02"
    )
    return levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=calendario)


def circular_de(antes: Indices, despues: Indices, *, dia: date | None = None) -> Circular:
    comparacion = comparar(
        Momento("antes", antes, Cobertura(antes), dia),
        Momento("ahora", despues, Cobertura(despues)),
    )
    return circular(encargo_de(despues), comparacion)


def test_la_circular_dice_lo_que_cambia(plan: Indices, despues: Indices) -> None:
    dicho = circular_de(plan, despues)
    assert dicho.calendario == (
        la_circular.RegistroQueCambia(
            "ACT-7", "Cierre", ("Se fija la fecha: 12 de septiembre de 2030.",)
        ),
    )
    assert (dicho.objetivos, dicho.instituciones) == ((), ())
    assert dicho.textos == (
        la_circular.RegistroQueCambia("Plan", "", ("Título: «Plan corregido» (antes, «Plan»).",)),
    )
    assert (dicho.cobertura_antes, dicho.cobertura_ahora) == ("60\u00a0%", "60\u00a0%")


@pytest.mark.parametrize(("dia", "desde"), [(None, ""), (date(2030, 1, 9), "9 de enero de 2030")])
def test_de_que_dia_es_cada_plan(
    plan: Indices, despues: Indices, dia: date | None, desde: str
) -> None:
    dicho = circular_de(plan, despues, dia=dia)
    # El de ahora no lo dice nadie: es el del último cambio que consta en él.
    assert (dicho.desde, dicho.hasta) == (desde, "2 de marzo de 2030")
