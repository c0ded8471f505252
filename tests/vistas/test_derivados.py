"""Las claves que se añaden a cada registro para otro programa."""

from collections.abc import Callable

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.vistas.derivados import (
    actividad_con_cobertura,
    actor_con_sesiones,
    con_derivados,
    mandato_con_apoyos,
    objetivo_con_sesiones,
)
from camctl.vistas.registros import como_registro

from .conftest import CON_DOS_CITAS, UN_OBJETIVO, UNA_SESION


def objetivo(indices: Indices, id_: str) -> Objetivo:
    uno = indices.objetivo(id_)
    assert uno
    return uno


def actor(indices: Indices, id_: str) -> Actor:
    uno = indices.actor(id_)
    assert uno
    return uno


def mandato(indices: Indices, id_: str) -> Mandato:
    uno = indices.mandato(id_)
    assert uno
    return uno


def actividad(indices: Indices, id_: str) -> Actividad:
    una = indices.actividad(id_)
    assert una
    return una


def test_un_objetivo_lleva_sus_sesiones_con_todos_los_criterios(
    indices_reales: Indices, cobertura_real: Cobertura
) -> None:
    b8 = objetivo(indices_reales, "B8")
    assert objetivo_con_sesiones(b8, indices_reales, cobertura_real) == {
        "id": "B8",
        "titulo": "Interés superior del niño y unidad familiar",
        "texto": b8.texto,
        "motivo_sin_sesion": None,
        "nota": None,
        "sesiones": [
            {"id": "ACT-4", "fecha": "2019-03", "criterio": "general", "actor": "CIM"},
            {"id": "ACT-5", "fecha": "2019-03", "criterio": "actor", "actor": "IIN"},
            {"id": "ACT-6", "fecha": "2019-04", "criterio": "general", "actor": None},
        ],
    }


def test_una_sesion_da_una_entrada_por_criterio_y_actor(
    indices: Indices, cobertura: Cobertura
) -> None:
    b1 = objetivo_con_sesiones(objetivo(indices, "B1"), indices, cobertura)
    assert b1["sesiones"] == [
        {"id": "ACT-2", "fecha": "2030-03-14", "criterio": "directo", "actor": None},
        {"id": "ACT-2", "fecha": "2030-03-14", "criterio": "actor", "actor": "ILI"},
        {"id": "ACT-2", "fecha": "2030-03-14", "criterio": "general", "actor": "RED"},
        {"id": "ACT-4", "fecha": "2030-05-20", "criterio": "actor", "actor": "ILI"},
    ]


def test_dos_citas_del_mismo_actor_son_una_entrada(levantar: Callable[..., Indices]) -> None:
    indices = levantar(
        objetivos=UN_OBJETIVO,
        actores=CON_DOS_CITAS,
        calendario=UNA_SESION,
    )
    a1 = objetivo_con_sesiones(objetivo(indices, "A1"), indices, Cobertura(indices))
    assert a1["sesiones"] == [
        {"id": "ACT-1", "fecha": "2030-02", "criterio": "actor", "actor": "ILI"}
    ]


def test_un_actor_lleva_las_sesiones_que_cuentan(indices_reales: Indices, indices: Indices) -> None:
    cim = actor_con_sesiones(actor(indices_reales, "CIM"), indices_reales)
    assert cim["sesiones"] == [{"id": "ACT-4", "fecha": "2019-03"}]
    em = actor_con_sesiones(actor(indices_reales, "EM"), indices_reales)
    assert em["sesiones"] == []
    # La de ACT-3 está aplazada; en ACT-4 está por su invitada.
    assert actor_con_sesiones(actor(indices, "ARC"), indices)["sesiones"] == []
    assert actor_con_sesiones(actor(indices, "inle"), indices)["sesiones"] == [
        {"id": "ACT-2", "fecha": "2030-03-14"},
        {"id": "ACT-4", "fecha": "2030-05-20"},
    ]


def test_una_actividad_lleva_lo_que_cubre_por_omision(
    indices_reales: Indices, cobertura_real: Cobertura, indices: Indices, cobertura: Cobertura
) -> None:
    reales = {
        una.id: actividad_con_cobertura(una, indices_reales, cobertura_real)["objetivos_cubiertos"]
        for una in indices_reales.plan.actividades
    }
    assert reales == {
        "ACT-1": [],
        "ACT-2": ["B1", "B6"],
        "ACT-3": ["B5", "B11"],
        "ACT-4": [],
        "ACT-5": ["B8"],
        "ACT-6": [],
    }
    segunda = actividad_con_cobertura(actividad(indices, "ACT-2"), indices, cobertura)
    assert segunda["objetivos_cubiertos"] == ["B1", "B2", "B3"]
    assert segunda["objetivos"] == ["B3", "B1"]
    assert segunda["actores"] == ["CB", "ILI", "RED"]
    assert segunda["actualizado"] == "2030-03-16T10:30Z"


def test_todos_sigue_siendo_todos(indices_reales: Indices, cobertura_real: Cobertura) -> None:
    sexta = actividad_con_cobertura(
        actividad(indices_reales, "ACT-6"), indices_reales, cobertura_real
    )
    assert sexta["objetivos"] == "todos"


def test_un_mandato_lleva_lo_que_sustenta(indices_reales: Indices, indices: Indices) -> None:
    ag2883 = mandato_con_apoyos(mandato(indices_reales, "ag 2883"), indices_reales)
    assert ag2883["sustenta"] == [
        {"clase": "plan", "id": None},
        {"clase": "programa", "id": None},
        {"clase": "actividad", "id": "ACT-1"},
        {"clase": "actividad", "id": "ACT-6"},
    ]
    # ACT-2 lo cita dos veces, por párrafos distintos.
    assert mandato_con_apoyos(mandato(indices, "RES-10"), indices)["sustenta"] == [
        {"clase": "plan", "id": None},
        {"clase": "programa", "id": None},
        {"clase": "actividad", "id": "ACT-2"},
    ]


def test_cada_clase_lleva_las_suyas(indices: Indices, cobertura: Cobertura) -> None:
    plan = indices.plan
    assert plan.programa
    registros = (plan.objetivos[0], plan.actores[0], plan.actividades[0], plan.mandatos[0])
    anadidas = [
        list(con_derivados(uno, indices, cobertura))[len(como_registro(indices, uno)) :]
        for uno in registros
    ]
    assert anadidas == [["sesiones"], ["sesiones"], ["objetivos_cubiertos"], ["sustenta"]]
    assert con_derivados(plan.programa, indices, cobertura) == {
        "titulo": "Programa de Bibliotecas Escolares",
        "mandato": "RES-10",
        "nota": None,
    }
