"""Lo que la página web dice de un plan, antes de que nadie lo escriba en HTML."""

from collections.abc import Callable

import pytest

from camctl.indices import Indices
from camctl.modelo.fecha import Fecha
from camctl.vistas.pagina.cobertura import matriz, recuentos
from camctl.vistas.pagina.filtros import Valores
from camctl.vistas.pagina.relaciones import Relaciones
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de

from .conftest import CON_DOS_CITAS, UN_OBJETIVO, UNA_SESION


@pytest.fixture(scope="module")
def con_dos_citas(levantar: Callable[..., Indices]) -> Indices:
    return levantar(objetivos=UN_OBJETIVO, actores=CON_DOS_CITAS, calendario=UNA_SESION)


def test_los_objetivos_de_una_actividad_con_su_porque(indices: Indices) -> None:
    relaciones = Relaciones(encargo_de(indices, Seleccion(criterio="directo")))
    assert {
        una.id: {uno.id: motivo for uno, motivo in relaciones.objetivos_de(una)}
        for una in indices.plan.actividades
    } == {
        "ACT-1": {"B1": "lo nombra"},
        "ACT-2": {"B1": "lo nombra; (misión de ILI)", "B2": "(misión de ILI)", "B3": "lo nombra"},
        "ACT-3": {"B3": "lo nombra", "B4": "misión de ARC"},
        "ACT-4": {"B1": "(misión de ILI)", "B2": "(misión de ILI)"},
        # Abarca todo: se dice una vez.
        "ACT-5": {},
    }


def test_quien_sirve_con_dos_citas_es_un_servidor(con_dos_citas: Indices) -> None:
    (objetivo,) = con_dos_citas.plan.objetivos
    (servidor,) = Relaciones(encargo_de(con_dos_citas)).servidores_de(objetivo)
    assert (servidor.actor.id, servidor.citas) == ("ILI", ("uno", "dos"))
    assert servidor.sesiones == con_dos_citas.plan.actividades


def test_quien_sirve_con_dos_citas_es_una_razon(con_dos_citas: Indices) -> None:
    suya = matriz(encargo_de(con_dos_citas).cobertura)
    (razon,) = suya.celda(*con_dos_citas.plan.objetivos, *con_dos_citas.plan.actividades)
    assert razon.actor is con_dos_citas.plan.actores[0]


def test_de_la_comision_no_se_cuenta_ninguna_sesion(indices: Indices) -> None:
    (servidor,) = Relaciones(encargo_de(indices)).servidores_de(indices.plan.objetivos[0])
    assert (servidor.actor, servidor.sesiones) == (indices.comision, ())


def test_lo_que_alcanza_a_todos_y_lo_que_alcanzaria(indices: Indices) -> None:
    relaciones = Relaciones(encargo_de(indices))
    assert [(una.id, porque) for una, porque in relaciones.generales] == [
        ("ACT-2", "transversal: RED")
    ]
    assert [(una.id, porque) for una, porque in relaciones.generales_que_no_cuentan] == [
        ("ACT-5", "abarca todo el programa; no cuenta: está cancelada")
    ]


def test_cuantos_objetivos_cuenta_cada_criterio(indices: Indices) -> None:
    assert [
        (uno.criterio, uno.cubiertos, uno.porcentaje)
        for uno in recuentos(encargo_de(indices).cobertura)
    ] == [("directo", 2, 40), ("actor", 3, 60), ("general", 5, 100)]


def test_se_filtra_por_lo_que_deja_algo(indices: Indices) -> None:
    valores = Valores(encargo_de(indices, Seleccion(tipos=("formal",))))
    assert valores.meses == [Fecha.de_partes(2030, 3), Fecha.de_partes(2030, 6)]
    assert [uno.id for uno in valores.actores] == ["CB", "ILI", "RED"]
    assert [uno.id for uno, cubierto in valores.objetivos if cubierto] == ["B1", "B2", "B3"]
    assert valores.tipos == {"formal": "sesión formal"}
    assert valores.estados == ["realizada", "cancelada"]
