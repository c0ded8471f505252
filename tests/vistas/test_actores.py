"""Las instituciones: por categorías, o quién sirve a un objetivo y qué palabras lo dicen."""

from collections.abc import Callable
from typing import Any

import pytest

from camctl.indices import Indices
from camctl.vistas.actores import Pedido, actores
from camctl.vistas.respuesta import Respuesta, Tabla

from .conftest import CON_DOS_CITAS, UN_OBJETIVO
from .miradas import ids, objetivos

CITA_IIN = (
    "el interés superior de los niños, niñas y adolescentes, así como el principio de unidad "
    "familiar"
)


def pedir(indices: Indices, **pedido: Any) -> Respuesta:
    return actores(indices, Pedido(**pedido))


def grupos(respuesta: Respuesta) -> dict[str, tuple[tuple[str, ...], ...]]:
    assert isinstance(respuesta.cuerpo, Tabla)
    return {grupo.titulo: grupo.filas for grupo in respuesta.cuerpo.grupos}


def filas(respuesta: Respuesta) -> tuple[tuple[str, ...], ...]:
    (unico,) = grupos(respuesta).values()
    return unico


# El plan real


def test_todos_por_categorias(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales)
    assert grupos(respuesta) == {
        "A · Órganos, organismos y entidades de la OEA y del sistema interamericano": (
            (
                "CAM",
                "Comisión de Asuntos Migratorios",
                "",
                "ACT-2, ACT-3, ACT-4, ACT-5, ACT-6",
            ),
            ("CIDH", "Comisión Interamericana de Derechos Humanos", "B5, B11", "ACT-3"),
        ),
        "B · Organismos especializados": (
            ("CIM", "Comisión Interamericana de las Mujeres", "transversal", "ACT-4"),
            ("IIN", "Instituto Interamericano del Niño, la Niña y Adolescentes", "B8", "ACT-5"),
        ),
        "C · Estados Miembros de la OEA": (("EM", "Estados Miembros de la OEA", "", ""),),
        "Sin categoría": (
            ("SSM", "Secretaría de Seguridad Multidimensional", "B1, B6", "ACT-2"),
            ("CIDI", "Consejo Interamericano para el Desarrollo Integral", "", "ACT-6"),
            ("SADyE", "Secretaría de Acceso a Derechos y Equidad", "", ""),
            ("AG", "Asamblea General", "", ""),
        ),
    }
    assert respuesta.encabezado == ()
    assert respuesta.vacio == ""


def test_quien_sirve_a_un_objetivo(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales, objetivos=objetivos(indices_reales, "b.8"))
    # Primero, a quien se lo pide su misión; después, a quien todo le toca.
    assert filas(respuesta) == (
        ("IIN", f"«{CITA_IIN}»", "ACT-5, marzo de 2019"),
        ("CIM", "transversal", "ACT-4, marzo de 2019"),
    )
    assert respuesta.encabezado == ("B8 · Interés superior del niño y unidad familiar",)
    assert isinstance(respuesta.registros, list)
    iin, cim = respuesta.registros
    assert list(iin) == [
        "id", "nombre", "alias", "categoria", "transversal", "colectivo", "funcion", "mision",
        "objetivos", "nota", "sesiones", "relacion", "objetivo", "cita",
    ]  # fmt: skip
    assert iin["objetivos"] == [{"id": "B8", "cita": CITA_IIN}]
    assert iin["alias"] == ["INNA", "IIN-OEA"]
    assert (iin["relacion"], iin["objetivo"], iin["cita"]) == ("mision", "B8", CITA_IIN)
    assert iin["sesiones"] == [{"id": "ACT-5", "fecha": "2019-03"}]
    assert (cim["id"], cim["relacion"]) == ("CIM", "transversal")
    assert (cim["objetivo"], cim["cita"]) == (None, None)
    assert cim["transversal"] is True
    assert cim["sesiones"] == [{"id": "ACT-4", "fecha": "2019-03"}]


def test_sin_objetivo_no_hay_relacion(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales)
    assert isinstance(respuesta.registros, list)
    assert ids(respuesta) == ["CAM", "CIDH", "CIM", "IIN", "SSM", "EM", "CIDI", "SADyE", "AG"]
    assert {tuple(registro)[-1] for registro in respuesta.registros} == {"sesiones"}
    em = respuesta.registros[5]
    assert em["colectivo"] is True
    assert em["funcion"] is None
    assert em["objetivos"] == []
    assert em["sesiones"] == []


def test_varios_objetivos_dicen_cual_es_cada_uno(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales, objetivos=objetivos(indices_reales, "B1", "B6", "B8"))
    assert [(id_, por_que.split(" ")[0]) for id_, por_que, _ in filas(respuesta)] == [
        ("IIN", "B8:"),
        ("SSM", "B1:"),
        ("SSM", "B6:"),
        ("CIM", "transversal"),
    ]
    assert isinstance(respuesta.registros, list)
    assert [(uno["id"], uno["objetivo"]) for uno in respuesta.registros] == [
        ("IIN", "B8"),
        ("SSM", "B1"),
        ("SSM", "B6"),
        ("CIM", None),
    ]
    assert len(respuesta.encabezado) == 3


@pytest.mark.parametrize(
    ("letras", "esperados"),
    [
        (("A",), ["CAM", "CIDH"]),
        (("c", "B"), ["CIM", "IIN", "EM"]),
    ],
)
def test_por_categoria(
    indices_reales: Indices, letras: tuple[str, ...], esperados: list[str]
) -> None:
    assert ids(pedir(indices_reales, categorias=letras)) == esperados


def test_los_que_no_estan_en_ninguna_sesion(indices_reales: Indices) -> None:
    assert ids(pedir(indices_reales, sin_sesion=True)) == ["EM", "SADyE", "AG"]


def test_filtros_combinados(indices_reales: Indices) -> None:
    b8 = objetivos(indices_reales, "B8")
    assert ids(pedir(indices_reales, objetivos=b8, categorias=("B",))) == ["IIN", "CIM"]
    assert ids(pedir(indices_reales, sin_sesion=True, categorias=("A", "C"))) == ["EM"]
    vacia = pedir(indices_reales, objetivos=b8, sin_sesion=True)
    assert ids(vacia) == []
    assert vacia.vacio == (
        "hay 2 actores con --objetivo B8 y 3 con --sin-sesion, pero ningún actor con todo a la vez"
    )


# Un plan inventado


def test_las_categorias_sin_declarar_y_las_que_no_hay(indices: Indices) -> None:
    assert {
        titulo: [fila[0] for fila in suyas] for titulo, suyas in grupos(pedir(indices)).items()
    } == {
        "B · Organismos especializados": ["ILI"],
        "Sin categoría": ["CB", "ASA", "RED", "ARC", "SEC"],
        # Sin nombre, queda su letra.
        "Z": ["MAE"],
    }


def test_quien_solo_esta_en_una_aplazada_no_esta_en_ninguna(indices: Indices) -> None:
    assert ids(pedir(indices, sin_sesion=True)) == ["ASA", "MAE", "ARC", "SEC"]


def test_sin_cita_y_sin_sesion(indices: Indices) -> None:
    respuesta = pedir(indices, objetivos=objetivos(indices, "B2"))
    assert filas(respuesta) == (
        (
            "ILI",
            "su misión lo sirve, sin cita",
            ("ACT-2, del 14 al 15 de marzo de 2030, 10:00-13:00\nACT-4, 20 de mayo de 2030"),
        ),
        ("MAE", "su misión lo sirve, sin cita", "sin sesión"),
        # CB es transversal también: pero como comisión, su presencia no cubre nada.
        ("RED", "transversal", "ACT-2, del 14 al 15 de marzo de 2030, 10:00-13:00"),
    )


def test_la_comision_que_sirve_a_un_objetivo_no_lo_cubre_por_estar(indices: Indices) -> None:
    respuesta = pedir(indices, objetivos=objetivos(indices, "A1"))
    # Es transversal además, y sale una vez.
    assert filas(respuesta) == (
        (
            "CB",
            "su misión lo sirve, sin cita",
            "es la comisión que convoca: no cubre nada por estar",
        ),
        ("RED", "transversal", "ACT-2, del 14 al 15 de marzo de 2030, 10:00-13:00"),
    )
    assert isinstance(respuesta.registros, list)
    assert respuesta.registros[0]["sesiones"] == []


def test_dos_citas_del_mismo_objetivo(levantar: Callable[..., Indices]) -> None:
    indices = levantar(
        objetivos=UN_OBJETIVO,
        actores=CON_DOS_CITAS,
    )
    assert filas(pedir(indices)) == (("ILI", "Instituto", "A1", ""),)
    respuesta = pedir(indices, objetivos=objetivos(indices, "A1"))
    assert filas(respuesta) == (("ILI", "«uno»", "sin sesión"), ("ILI", "«dos»", "sin sesión"))


def test_nadie_sirve_a_un_objetivo(levantar: Callable[..., Indices]) -> None:
    indices = levantar(
        objetivos=UN_OBJETIVO,
        actores="actores: [{id: ILI, nombre: Instituto}]",
    )
    respuesta = pedir(indices, objetivos=objetivos(indices, "A1"))
    assert filas(respuesta) == ()
    assert respuesta.registros == []
    assert respuesta.vacio == "ningún actor con --objetivo A1"


def test_un_plan_sin_actores(levantar: Callable[..., Indices]) -> None:
    assert pedir(levantar()).vacio == "el plan no tiene ningún actor"
