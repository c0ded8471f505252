"""La matriz de objetivos y sesiones, con la razón en cada celda."""

from collections.abc import Callable
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas.matriz import matriz
from camctl.vistas.respuesta import Respuesta, Tabla

from .conftest import CON_DOS_CITAS, UN_OBJETIVO

EN_CADA_CELDA = (
    "En cada celda, por qué lo cubre: el actor; «directo» si la sesión lo nombra; «todos» si "
    "abarca el programa entero."
)
PARENTESIS = "Entre paréntesis, lo que este criterio no cuenta."


def filas(respuesta: Respuesta) -> dict[str, dict[str, str]]:
    """Por cada objetivo, lo que dice cada columna suya que dice algo, menos el título."""
    assert isinstance(respuesta.cuerpo, Tabla)
    titulos = [una.titulo for una in respuesta.cuerpo.columnas]
    (unico,) = respuesta.cuerpo.grupos
    return {
        fila[0]: {
            titulo: celda
            for titulo, celda in zip(titulos, fila, strict=True)
            if celda and titulo not in ("ID", "Objetivo")
        }
        for fila in unico.filas
    }


def registros(respuesta: Respuesta) -> dict[str, Any]:
    assert isinstance(respuesta.registros, dict)
    return respuesta.registros


def test_la_matriz_del_plan_real(cobertura_real: Cobertura) -> None:
    respuesta = matriz(cobertura_real, "actor")
    generales = {"ACT-4": "(CIM)", "ACT-6": "(todos)"}
    cubiertos = {
        "B1": {"ACT-2": "SSM"},
        "B5": {"ACT-3": "CIDH"},
        "B6": {"ACT-2": "SSM"},
        "B8": {"ACT-5": "IIN"},
        "B11": {"ACT-3": "CIDH"},
    }
    assert filas(respuesta) == {
        objetivo.id: {
            "Cubierto": "sí" if objetivo.id in cubiertos else "no",
            **generales,
            **cubiertos.get(objetivo.id, {}),
        }
        for objetivo in cobertura_real.indices.plan.objetivos
    }
    assert isinstance(respuesta.cuerpo, Tabla)
    assert [una.titulo for una in respuesta.cuerpo.columnas] == [
        "ID", "Objetivo", "Cubierto", "ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6",
    ]  # fmt: skip
    assert respuesta.encabezado == (
        (
            "Cobertura: 33,3\u00a0%, 5 de 15 objetivos (criterio actor: cuentan la sesión que lo "
            "nombra y la misión de sus actores)"
        ),
    )
    assert respuesta.pie == (
        EN_CADA_CELDA,
        PARENTESIS,
        "Para contar de otro modo: --criterio directo o --criterio general.",
    )


@pytest.mark.parametrize(
    ("criterio", "porcentaje", "encabezado", "b8"),
    [
        (
            "directo",
            0.0,
            (
                "Cobertura: 0\u00a0%, 0 de 15 objetivos (criterio directo: cuenta solo la sesión "
                "que lo nombra)"
            ),
            {"Cubierto": "no", "ACT-4": "(CIM)", "ACT-5": "(IIN)", "ACT-6": "(todos)"},
        ),
        (
            "general",
            100.0,
            (
                "Cobertura: 100\u00a0%, 15 de 15 objetivos (criterio general: cuentan también las "
                "sesiones sobre todo el programa y los actores transversales)"
            ),
            {"Cubierto": "sí", "ACT-4": "CIM", "ACT-5": "IIN", "ACT-6": "todos"},
        ),
    ],
)
def test_con_otro_criterio(
    cobertura_real: Cobertura,
    criterio: Any,
    porcentaje: float,
    encabezado: str,
    b8: dict[str, str],
) -> None:
    respuesta = matriz(cobertura_real, criterio)
    assert respuesta.encabezado == (encabezado,)
    assert filas(respuesta)["B8"] == b8
    assert (PARENTESIS in respuesta.pie) == (criterio != "general")
    assert registros(respuesta)["criterio"] == criterio
    assert registros(respuesta)["porcentaje"] == porcentaje


def test_los_registros_son_los_del_formato(cobertura_real: Cobertura) -> None:
    datos = registros(matriz(cobertura_real, "actor"))
    assert list(datos) == ["criterio", "porcentaje", "objetivos"]
    assert datos["criterio"] == "actor"
    assert datos["porcentaje"] == 33.3
    assert len(datos["objetivos"]) == 15
    assert datos["objetivos"][10] == {
        "id": "B8",
        "titulo": "Interés superior del niño y unidad familiar",
        "cubierto": True,
        "directo": [],
        "actor": [
            {
                "id": "ACT-5",
                "actor": "IIN",
                "cita": (
                    "el interés superior de los niños, niñas y adolescentes, así como el "
                    "principio de unidad familiar"
                ),
            }
        ],
        "general": [{"id": "ACT-4", "actor": "CIM"}, {"id": "ACT-6", "actor": None}],
    }


def test_los_huecos(cobertura_real: Cobertura) -> None:
    respuesta = matriz(cobertura_real, "actor", huecos=True)
    esperados = ["A1", "A2", "A3", "B2", "B3", "B4", "B7", "B9", "B10", "B12"]
    assert list(filas(respuesta)) == esperados
    assert [uno["id"] for uno in registros(respuesta)["objetivos"]] == esperados
    assert not any(uno["cubierto"] for uno in registros(respuesta)["objetivos"])
    # El porcentaje sigue siendo el de todos.
    assert registros(respuesta)["porcentaje"] == 33.3
    assert respuesta.encabezado == matriz(cobertura_real, "actor").encabezado


def test_sin_huecos_se_dice_por_que(cobertura_real: Cobertura) -> None:
    respuesta = matriz(cobertura_real, "general", huecos=True)
    assert registros(respuesta)["objetivos"] == []
    assert respuesta.vacio == "ningún objetivo sin sesión (criterio general)"


def test_varias_razones_en_una_celda(cobertura: Cobertura) -> None:
    # ACT-3 está aplazada y ACT-5 cancelada: no son columnas.
    assert filas(matriz(cobertura, "actor")) == {
        "A1": {"Cubierto": "no", "ACT-2": "(RED)"},
        "B1": {"Cubierto": "sí", "ACT-2": "directo\nILI\n(RED)", "ACT-4": "ILI"},
        "B2": {"Cubierto": "sí", "ACT-2": "ILI\n(RED)", "ACT-4": "ILI"},
        "B3": {"Cubierto": "sí", "ACT-2": "directo\n(RED)"},
        "B4": {"Cubierto": "no", "ACT-2": "(RED)"},
    }
    assert registros(matriz(cobertura, "directo"))["objetivos"][1] == {
        "id": "B1",
        "titulo": "Salas de lectura",
        "cubierto": True,
        "directo": [{"id": "ACT-2"}],
        "actor": [
            {"id": "ACT-2", "actor": "ILI", "cita": "Abrir salas de lectura"},
            {"id": "ACT-4", "actor": "ILI", "cita": "Abrir salas de lectura"},
        ],
        "general": [{"id": "ACT-2", "actor": "RED"}],
    }


def sesiones(cuantas: int) -> str:
    """Un calendario con tantas sesiones del ILI, que sirve a A1 con dos citas."""
    lineas = "".join(
        f"""
              - {{id: ACT-{numero}, fecha: 2030-02, tipo: formal, titulo: S, actores: [ILI]}}"""
        for numero in range(1, cuantas + 1)
    )
    return f"""
            plan: {{titulo: Plan, periodo: 2030, comision: CB}}
            actividades:{lineas}
            """


def test_dos_citas_no_repiten_la_razon(levantar: Callable[..., Indices]) -> None:
    indices = levantar(objetivos=UN_OBJETIVO, actores=CON_DOS_CITAS, calendario=sesiones(2))
    respuesta = matriz(Cobertura(indices), "actor")
    assert filas(respuesta) == {"A1": {"Cubierto": "sí", "ACT-1": "ILI", "ACT-2": "ILI"}}
    # Para otro programa, cada cita.
    assert [uno["cita"] for uno in registros(respuesta)["objetivos"][0]["actor"]] == [
        "uno", "dos", "uno", "dos",
    ]  # fmt: skip


def test_con_muchas_sesiones_una_sola_columna(levantar: Callable[..., Indices]) -> None:
    indices = levantar(objetivos=UN_OBJETIVO, actores=CON_DOS_CITAS, calendario=sesiones(9))
    respuesta = matriz(Cobertura(indices), "directo")
    assert filas(respuesta) == {
        "A1": {
            "Cubierto": "no",
            "Sesiones": ", ".join(f"ACT-{numero} (ILI)" for numero in range(1, 10)),
        }
    }


def test_el_porcentaje_lleva_un_decimal(levantar: Callable[..., Indices]) -> None:
    indices = levantar(
        objetivos="""
            programa: {titulo: Programa}
            objetivos:
              - {id: A1, titulo: Leer, texto: Leer.}
              - {id: A2, titulo: Escribir, texto: Escribir.}
              - {id: A3, titulo: Contar, texto: Contar.}
            """,
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - {id: ACT-1, fecha: 2030-02, tipo: formal, titulo: S, objetivos: [A1, A2]}
            """,
    )
    respuesta = matriz(Cobertura(indices), "directo")
    assert registros(respuesta)["porcentaje"] == 66.7
    assert respuesta.encabezado[0].startswith("Cobertura: 66,7\u00a0%, 2 de 3 objetivos (")


@pytest.mark.parametrize(
    ("nombrados", "porcentaje", "en_palabras"),
    [(range(1, 2), 0.1, "0,1"), (range(2, 2001), 99.9, "99,9"), (range(1, 2001), 100.0, "100")],
)
def test_ni_nada_ni_todo_si_no_lo_es(
    levantar: Callable[..., Indices], nombrados: range, porcentaje: float, en_palabras: str
) -> None:
    objetivos = "".join(f"\n- {{id: A{n}, titulo: O, texto: O.}}" for n in range(1, 2001))
    ids = ", ".join(f"A{n}" for n in nombrados)
    indices = levantar(
        objetivos=f"programa: {{titulo: Programa}}\nobjetivos:{objetivos}\n",
        calendario=f"""
            plan: {{titulo: Plan, periodo: 2030, comision: CB}}
            actividades:
              - {{id: ACT-1, fecha: 2030-02, tipo: formal, titulo: S, objetivos: [{ids}]}}
            """,
    )
    respuesta = matriz(Cobertura(indices), "directo")
    assert registros(respuesta)["porcentaje"] == porcentaje
    assert respuesta.encabezado[0].startswith(f"Cobertura: {en_palabras}\u00a0%, ")


def test_un_plan_sin_objetivos(levantar: Callable[..., Indices]) -> None:
    respuesta = matriz(Cobertura(levantar()), "actor")
    assert respuesta.vacio == "el plan no tiene ningún objetivo"
    assert registros(respuesta) == {"criterio": "actor", "porcentaje": 100.0, "objetivos": []}
