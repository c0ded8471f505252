"""Los objetivos y las sesiones que los cubren, con cada criterio y cada filtro."""

from collections.abc import Callable
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas.objetivos import Pedido, objetivos
from camctl.vistas.respuesta import Respuesta

from .conftest import CON_DOS_CITAS, UN_OBJETIVO, UNA_SESION
from .miradas import actores, columna, ids, por_grupos

A, B = "A · Objetivos generales", "B · Objetivos específicos"
SIN_SESION = ["A1", "A2", "A3", "B2", "B3", "B4", "B7", "B9", "B10", "B12"]
POR_ACTOR = "criterio actor: cuentan la sesión que lo nombra y la misión de sus actores"
DIRECTO = "criterio directo: cuenta solo la sesión que lo nombra"
GENERAL = (
    "criterio general: cuentan también las sesiones sobre todo el programa y los actores "
    "transversales"
)


def pedir(indices: Indices, **pedido: Any) -> Respuesta:
    return objetivos(indices, Cobertura(indices), Pedido(**pedido))


# El plan real


def test_todos_por_por_grupos(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales)
    assert por_grupos(respuesta) == {
        A: ["A1", "A2", "A3"],
        B: [f"B{numero}" for numero in range(1, 13)],
    }
    assert columna(respuesta, "Sesiones") == {
        **dict.fromkeys(SIN_SESION, "sin sesión"),
        "B1": "ACT-2 (SSM)",
        "B5": "ACT-3 (CIDH)",
        "B6": "ACT-2 (SSM)",
        "B8": "ACT-5 (IIN)",
        "B11": "ACT-3 (CIDH)",
    }
    assert respuesta.encabezado == (f"15 objetivos, 10 sin sesión ({POR_ACTOR})",)
    assert respuesta.pie == (
        (
            "ACT-6 abarca el programa entero; CIM, transversal, está en ACT-4. "
            "Para contarlo: --criterio general."
        ),
    )
    assert respuesta.vacio == ""


@pytest.mark.parametrize(
    ("criterio", "esperados", "encabezado"),
    [
        (
            "directo",
            ["A1", "A2", "A3", *(f"B{numero}" for numero in range(1, 13))],
            f"15 de 15 objetivos sin sesión ({DIRECTO})",
        ),
        ("actor", SIN_SESION, f"10 de 15 objetivos sin sesión ({POR_ACTOR})"),
        ("general", [], f"0 de 15 objetivos sin sesión ({GENERAL})"),
    ],
)
def test_sin_sesion_segun_el_criterio(
    indices_reales: Indices, criterio: str, esperados: list[str], encabezado: str
) -> None:
    respuesta = pedir(indices_reales, sin_sesion=True, criterio=criterio)
    assert ids(respuesta) == esperados
    assert respuesta.encabezado == (encabezado,)
    # Que no tienen sesión ya se sabe.
    assert columna(respuesta, "Sesiones") == {}


def test_por_que_no_hay_ninguno_sin_sesion(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales, sin_sesion=True, criterio="general")
    assert respuesta.vacio == "ningún objetivo con --sin-sesion (criterio general)"


def test_con_sesion(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales, con_sesion=True)
    assert ids(respuesta) == ["B1", "B5", "B6", "B8", "B11"]
    assert respuesta.encabezado == (f"5 de 15 objetivos con sesión ({POR_ACTOR})",)
    general = pedir(indices_reales, con_sesion=True, criterio="general")
    assert len(ids(general)) == 15
    assert columna(general, "Sesiones")["A1"] == "ACT-4 (CIM)\nACT-6 (todos)"
    assert columna(general, "Sesiones")["B8"] == "ACT-4 (CIM)\nACT-5 (IIN)\nACT-6 (todos)"


@pytest.mark.parametrize(
    ("criterio", "pie"),
    [
        (
            "directo",
            (
                (
                    "ACT-6 abarca el programa entero; CIM, transversal, está en ACT-4. "
                    "Para contarlo: --criterio general."
                ),
                "Para contar de otro modo: --criterio actor o --criterio general.",
            ),
        ),
        ("general", ("Para contar de otro modo: --criterio directo o --criterio actor.",)),
    ],
)
def test_como_pedir_otro_criterio(
    indices_reales: Indices, criterio: str, pie: tuple[str, ...]
) -> None:
    assert pedir(indices_reales, criterio=criterio).pie == pie


def test_por_grupo(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales, grupos=("A",))
    assert por_grupos(respuesta) == {A: ["A1", "A2", "A3"]}
    assert respuesta.encabezado == (f"3 de 15 objetivos, 3 sin sesión ({POR_ACTOR})",)
    assert len(ids(pedir(indices_reales, grupos=("a", "B")))) == 15


@pytest.mark.parametrize(
    ("pedidos", "criterio", "esperados"),
    [
        (["IIN"], "actor", ["B8"]),
        (["INNA"], "directo", ["B8"]),
        (["CIDH", "SSM"], "actor", ["B1", "B5", "B6", "B11"]),
        # Transversal: le tocan todos, si se cuenta lo general.
        (["CIM"], "actor", []),
        (["CIM"], "general", ["A1", "A2", "A3", *(f"B{numero}" for numero in range(1, 13))]),
        # Está en la sesión que abarca el programa, pero no por ella.
        (["CIDI"], "general", []),
        (["CAM"], "general", []),
    ],
)
def test_por_actor(
    indices_reales: Indices, pedidos: list[str], criterio: str, esperados: list[str]
) -> None:
    respuesta = pedir(indices_reales, actores=actores(indices_reales, *pedidos), criterio=criterio)
    assert ids(respuesta) == esperados


def test_filtros_combinados(indices_reales: Indices) -> None:
    respuesta = pedir(
        indices_reales,
        con_sesion=True,
        grupos=("B",),
        actores=actores(indices_reales, "IIN", "CIDH"),
    )
    assert ids(respuesta) == ["B5", "B8", "B11"]
    vacia = pedir(
        indices_reales, sin_sesion=True, grupos=("A", "B"), actores=actores(indices_reales, "IIN")
    )
    assert ids(vacia) == []
    assert vacia.vacio == (
        "hay 10 objetivos con --sin-sesion (criterio actor), 15 con --grupo A o B y 1 con "
        "--actor IIN, pero ningún objetivo con todo a la vez"
    )


def test_los_registros_llevan_las_sesiones_de_todos_los_criterios(
    indices_reales: Indices,
) -> None:
    respuesta = pedir(indices_reales, actores=actores(indices_reales, "IIN"), criterio="directo")
    b8 = indices_reales.objetivo("B8")
    assert b8
    assert respuesta.registros == [
        {
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
    ]


# Un plan inventado


def test_la_sesion_que_lo_nombra_no_lleva_actor(indices: Indices) -> None:
    respuesta = pedir(indices)
    assert por_grupos(respuesta) == {
        "A · Objetivos generales": ["A1"],
        "B": ["B1", "B2", "B3", "B4"],
    }
    assert columna(respuesta, "Sesiones") == {
        "A1": "sin sesión",
        "B1": "ACT-2\nACT-2 (ILI)\nACT-4 (ILI)",
        "B2": "ACT-2 (ILI)\nACT-4 (ILI)",
        "B3": "ACT-2",
        # La sesión de ARC está aplazada.
        "B4": "sin sesión",
    }
    assert columna(respuesta, "Motivo sin sesión") == {"B3": "Lo trata otra comisión."}


def test_a_un_actor_le_toca_lo_que_se_nombra_donde_esta(indices: Indices) -> None:
    assert ids(pedir(indices, actores=actores(indices, "RED"))) == ["B1", "B3"]
    # La misión sirve, aunque no haya sesión.
    assert ids(pedir(indices, actores=actores(indices, "ARC"))) == ["B4"]


def test_dos_citas_del_mismo_actor_son_una_sesion(levantar: Callable[..., Indices]) -> None:
    indices = levantar(
        objetivos=UN_OBJETIVO,
        actores=CON_DOS_CITAS,
        calendario=UNA_SESION,
    )
    respuesta = pedir(indices)
    assert columna(respuesta, "Sesiones") == {"A1": "ACT-1 (ILI)"}
    assert respuesta.encabezado == (f"1 objetivo, 0 sin sesión ({POR_ACTOR})",)
    # No hay nada general que contar.
    assert respuesta.pie == ("Para contar de otro modo: --criterio directo o --criterio general.",)


def test_muchas_sesiones_generales_se_cuentan(levantar: Callable[..., Indices]) -> None:
    sesiones = "".join(
        f"""
              - id: ACT-{numero}
                fecha: 2030-02
                tipo: formal
                titulo: Sesión
                actores: [RED{", CIR" if numero < 3 else ""}]
                objetivos: {"todos" if numero < 7 else "[]"}"""
        for numero in range(1, 11)
    )
    indices = levantar(
        objetivos=UN_OBJETIVO,
        actores="""
            actores:
              - {id: RED, nombre: Red, transversal: sí}
              - {id: CIR, nombre: Círculo, transversal: sí}
            """,
        calendario=f"""
            plan: {{titulo: Plan, periodo: 2030, comision: CB}}
            actividades:{sesiones}
            """,
    )
    assert pedir(indices).pie == (
        (
            "6 sesiones abarcan el programa entero; RED, transversal, está en 10 sesiones; CIR, "
            "transversal, está en ACT-1 y ACT-2. Para contarlo: --criterio general."
        ),
    )


def test_un_plan_sin_objetivos(levantar: Callable[..., Indices]) -> None:
    respuesta = pedir(levantar(), sin_sesion=True)
    assert respuesta.vacio == "el plan no tiene ningún objetivo"
    assert respuesta.encabezado == (f"0 de 0 objetivos sin sesión ({POR_ACTOR})",)
