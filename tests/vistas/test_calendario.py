"""Qué pasa y cuándo: los filtros del calendario, sus meses y sus celdas."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.fecha import Fecha
from camctl.vistas.calendario import calendario
from camctl.vistas.respuesta import Respuesta, Tabla
from camctl.vistas.seleccion import Seleccion

from .miradas import actores, columna, ids, mandatos, objetivos, por_grupos

OTRO = "Para contar de otro modo: --criterio directo o --criterio general."
PARENTESIS = "Entre paréntesis, lo que este criterio no cuenta."
POR_ACTOR = "criterio actor: cuentan la sesión que lo nombra y la misión de sus actores."

OBJETIVOS = """
programa: {titulo: Programa}
objetivos:
  - {id: A1, titulo: Leer, texto: Leer.}
  - {id: B1, titulo: Escribir, texto: Escribir.}
  - {id: B2, titulo: Contar, texto: Contar.}
"""
MANDATOS = """
mandatos:
  - {id: RES-1, resolucion: RES. 1, titulo: Una}
  - {id: RES-2, resolucion: RES. 2, titulo: Otra}
"""
ACTORES = """
actores:
  - {id: CB, nombre: Comisión de Bibliotecas, transversal: sí, objetivos: [A1]}
  - {id: ILI, nombre: Instituto de la Lectura, alias: [INLE], objetivos: [B1]}
  - {id: RED, nombre: Red de Lectoras, transversal: sí}
  - {id: SEC, nombre: Secretaría}
"""
CALENDARIO = """
plan: {titulo: Plan, periodo: 2030-2031, comision: CB}
actividades:
  - {id: ACT-9, fecha: 2030-05, tipo: formal, titulo: Cierre, actores: [CB], objetivos: todos}
  - {id: ACT-1, fecha: 2030-03, tipo: circulacion, titulo: Circulación, objetivos: [B2]}
  - {id: ACT-2, fecha: 2030-03-20, hora: "15:00", tipo: informal, titulo: Tarde, actores: [ILI]}
  - {id: ACT-3, fecha: 2030-03, tipo: otra, titulo: Visita, actores: [SEC]}
  - id: ACT-4
    fecha: 2030-03-20
    hora: "9:00-10:30"
    tipo: informal
    titulo: Mañana
    actores: [CB]
    invitados:
      - {nombre: Ana Núñez, actor: inle, estado: por_confirmar}
      - {nombre: Luis Paz, actor: ILI}
      - {nombre: Eva Sol, estado: excusado}
    objetivos: [b.2]
    mandatos: [RES-1, {id: res2, parrafos: 1-3}]
    lugar: Salón Azul
    estado: convocada
  - {id: ACT-5, fecha: 2030-03-04, hasta: 2030-03-06, tipo: otra, titulo: Taller, actores: [RED]}
  - {id: ACT-6, fecha: 2030-03-30, hasta: 2030-04-02, tipo: formal, titulo: Puente, actores: [RED]}
  - id: ACT-7
    fecha: 2030-06
    hasta: 2030-08
    tipo: informal
    titulo: Verano
    objetivos: [A1]
    estado: aplazada
  - {id: ACT-8, fecha: 2031-03, tipo: formal, titulo: Otro, objetivos: todos, estado: cancelada}
"""


@pytest.fixture(scope="module")
def plan(levantar: Callable[..., Indices]) -> Indices:
    return levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=CALENDARIO)


def fecha(texto: str) -> Fecha:
    leida = Fecha.de_iso(texto)
    assert leida
    return leida


def pedir(indices: Indices, **pedido: Any) -> Respuesta:
    return calendario(indices, Cobertura(indices), Seleccion(**pedido))


def fechas(textos: Iterable[str]) -> tuple[Fecha, ...]:
    return tuple(map(fecha, textos))


# El plan real


def test_el_calendario_de_2018_2019(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales)
    assert isinstance(respuesta.cuerpo, Tabla)
    assert [
        (grupo.titulo, [fila[:7] for fila in grupo.filas]) for grupo in respuesta.cuerpo.grupos
    ] == [
        (
            "Febrero de 2019",
            [
                ("ACT-1", "", "Circulación del Plan de Trabajo", "", "CAM", "", ""),
                (
                    "ACT-2",
                    "",
                    "Sesión informal con la SSM",
                    "",
                    "CAM, SSM",
                    "Cristian Taboada\nAnna Ochoa",
                    "B1, B6",
                ),
                (
                    "ACT-3",
                    "",
                    "Sesión informal con la CIDH",
                    "",
                    "CAM, CIDH",
                    "Luis Ernesto Vargas Silva\nAlvaro Botero",
                    "B5, B11",
                ),
            ],
        ),
        (
            "Marzo de 2019",
            [
                (
                    "ACT-4",
                    "",
                    "Sesión informal con la CIM",
                    "",
                    "CAM, CIM",
                    "Beatriz Piñeres (por confirmar)",
                    "",
                ),
                (
                    "ACT-5",
                    "",
                    "Sesión informal con el IIN",
                    "",
                    "CAM, IIN",
                    "Victor Giorgi (por confirmar)",
                    "B8",
                ),
            ],
        ),
        (
            "Abril de 2019",
            [
                (
                    "ACT-6",
                    "",
                    "Sesión formal con el CIDI sobre los avances del Programa",
                    "",
                    "CAM, CIDI",
                    "",
                    "(todos)",
                )
            ],
        ),
    ]
    assert columna(respuesta, "Tipo") == {
        "ACT-1": "circulación",
        "ACT-2": "sesión informal",
        "ACT-3": "sesión informal",
        "ACT-4": "sesión informal",
        "ACT-5": "sesión informal",
        "ACT-6": "sesión formal",
    }
    assert columna(respuesta, "Lugar") == {}
    assert respuesta.encabezado == ()
    assert respuesta.pie == (f"Objetivos que cubre cada sesión, {POR_ACTOR}", PARENTESIS, OTRO)
    assert respuesta.vacio == ""


def test_los_registros_de_2018_2019(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales)
    assert ids(respuesta) == ["ACT-1", "ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6"]
    assert isinstance(respuesta.registros, list)
    cuarta = respuesta.registros[3]
    # Todas las claves, en su orden; lo que el plan no dice, nulo o una lista vacía.
    assert list(cuarta) == [*Actividad.model_fields, "objetivos_cubiertos"]
    assert {clave: valor for clave, valor in cuarta.items() if valor not in (None, [])} == {
        "id": "ACT-4",
        "fecha": "2019-03",
        "tipo": "informal",
        "titulo": "Sesión informal con la CIM",
        "texto": cuarta["texto"],
        "actores": ["CAM", "CIM"],
        "invitados": [
            {
                "nombre": "Beatriz Piñeres",
                "actor": "CIM",
                "cargo": None,
                "estado": "por_confirmar",
                "nota": None,
            }
        ],
        "estado": "propuesta",
        "nota": cuarta["nota"],
    }
    assert cuarta["hora"] is None
    assert cuarta["acuerdos"] == []
    assert cuarta["texto"].startswith("Sesión Informal de la CAM")
    sexta = respuesta.registros[5]
    assert sexta["objetivos"] == "todos"
    assert sexta["objetivos_cubiertos"] == []
    assert [uno["id"] for uno in sexta["mandatos"]] == ["AG-2883", "AG-2910"]


# El orden


def test_por_meses_y_dentro_por_dias_y_horas(plan: Indices) -> None:
    respuesta = pedir(plan)
    # Las que no tienen día se quedan en el sitio que les da el plan.
    assert por_grupos(respuesta) == {
        "Marzo de 2030": ["ACT-1", "ACT-5", "ACT-3", "ACT-4", "ACT-2", "ACT-6"],
        "Mayo de 2030": ["ACT-9"],
        "Junio de 2030": ["ACT-7"],
        "Marzo de 2031": ["ACT-8"],
    }


def test_la_tabla_y_los_registros_van_en_el_mismo_orden(plan: Indices) -> None:
    respuesta = pedir(plan)
    assert ids(respuesta) == [uno for mes in por_grupos(respuesta).values() for uno in mes]


# Las celdas


def test_los_dias_y_las_horas(plan: Indices) -> None:
    assert columna(pedir(plan), "Día") == {
        "ACT-5": "4-6",
        "ACT-4": "20, 09:00-10:30",
        "ACT-2": "20, 15:00",
        "ACT-6": "30-2/4",
        "ACT-7": "hasta agosto",
    }


@pytest.mark.parametrize(
    ("desde", "hasta", "dia"),
    [
        ("2030-03", "2030-03", ""),
        ("2030-03", "2030-03-20", "hasta el 20"),
        ("2030-03", "2030-04-20", "hasta el 20/4"),
        ("2030-03-14", "2030-03-14", "14"),
        ("2030-03-14", "2030-03", "14"),
        ("2030-03-14", "2030-05", "14 a mayo"),
        ("2030-12-30", "2031-01-02", "30-2/1/2031"),
        ("2030-03-14", "2031-03-16", "14-16/3/2031"),
        ("2030-03", "2031-03-16", "hasta el 16/3/2031"),
        ("2030-11", "2031-11", "hasta noviembre de 2031"),
        ("2030-03-14", "2031-03", "14 a marzo de 2031"),
    ],
)
def test_lo_que_dura_varios_dias(
    levantar: Callable[..., Indices], desde: str, hasta: str, dia: str
) -> None:
    indices = levantar(
        calendario=f"""
            plan: {{titulo: Plan, periodo: 2030, comision: CB}}
            actividades:
              - {{id: ACT-1, fecha: {desde}, hasta: {hasta}, tipo: otra, titulo: Taller}}
            """
    )
    assert columna(pedir(indices), "Día").get("ACT-1", "") == dia


def test_solo_se_dice_el_estado_que_no_es_el_de_partida(plan: Indices) -> None:
    assert columna(pedir(plan), "Estado") == {
        "ACT-4": "convocada",
        "ACT-7": "aplazada",
        "ACT-8": "cancelada",
    }


def test_quienes_estan_y_quien_envia_un_invitado(plan: Indices) -> None:
    respuesta = pedir(plan)
    assert columna(respuesta, "Actores") == {
        "ACT-9": "CB",
        "ACT-2": "ILI",
        "ACT-3": "SEC",
        "ACT-4": "CB, ILI",
        "ACT-5": "RED",
        "ACT-6": "RED",
    }
    assert columna(respuesta, "Invitados") == {
        "ACT-4": "Ana Núñez (por confirmar)\nLuis Paz\nEva Sol (se excusó)"
    }
    assert columna(respuesta, "Lugar") == {"ACT-4": "Salón Azul"}


@pytest.mark.parametrize(
    ("criterio", "cubiertos"),
    [
        ("directo", {"ACT-4": "B2", "ACT-9": "(todos)"}),
        ("actor", {"ACT-2": "B1", "ACT-4": "B1, B2", "ACT-9": "(todos)"}),
        # RED es transversal; de la comisión, que también lo es, no cuenta la presencia.
        ("general", {"ACT-2": "B1", "ACT-4": "B1, B2", "ACT-6": "todos", "ACT-9": "todos"}),
    ],
)
def test_lo_que_cubre_cada_una(plan: Indices, criterio: str, cubiertos: dict[str, str]) -> None:
    # Ni la circulación ACT-1, ni el taller ACT-5, ni las aplazadas o canceladas.
    assert columna(pedir(plan, criterio=criterio), "Objetivos") == cubiertos


def test_una_sesion_que_abarca_todo_y_cubre_algo_por_su_actor(
    levantar: Callable[..., Indices],
) -> None:
    indices = levantar(
        objetivos=OBJETIVOS,
        actores="actores: [{id: ILI, nombre: Instituto, objetivos: [B1]}]",
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - id: ACT-1
                fecha: 2030-02
                tipo: formal
                titulo: Sesión
                actores: [ILI]
                objetivos: todos
            """,
    )
    assert columna(pedir(indices), "Objetivos") == {"ACT-1": "B1, (todos)"}
    assert columna(pedir(indices, criterio="general"), "Objetivos") == {"ACT-1": "todos"}


def test_el_criterio_usado_se_dice(plan: Indices) -> None:
    assert pedir(plan, criterio="directo").pie == (
        ("Objetivos que cubre cada sesión, criterio directo: cuenta solo la sesión que lo nombra."),
        PARENTESIS,
        "Para contar de otro modo: --criterio actor o --criterio general.",
    )
    assert pedir(plan, criterio="general").pie == (
        (
            "Objetivos que cubre cada sesión, criterio general: cuentan también las sesiones sobre "
            "todo el programa y los actores transversales."
        ),
        "Para contar de otro modo: --criterio directo o --criterio actor.",
    )


def test_si_no_se_cubre_nada_se_dice(indices_reales: Indices) -> None:
    respuesta = pedir(indices_reales, actores=actores(indices_reales, "CIM"))
    assert respuesta.pie == (f"Ningún objetivo cubierto, {POR_ACTOR}", OTRO)


def test_objetivos_cubiertos_es_siempre_lo_del_criterio_por_omision(plan: Indices) -> None:
    for criterio in ("directo", "actor", "general"):
        registros = pedir(plan, criterio=criterio).registros
        assert isinstance(registros, list)
        assert {uno["id"]: uno["objetivos_cubiertos"] for uno in registros} == {
            "ACT-9": [],
            "ACT-1": [],
            "ACT-2": ["B1"],
            "ACT-3": [],
            "ACT-4": ["B1", "B2"],
            "ACT-5": [],
            "ACT-6": [],
            "ACT-7": [],
            "ACT-8": [],
        }


# Los filtros, uno a uno


@pytest.mark.parametrize(
    ("pedidos", "esperadas"),
    [
        # Un mes toma sus días, y lo que viene de antes o sigue después.
        (["2030-03"], ["ACT-1", "ACT-5", "ACT-3", "ACT-4", "ACT-2", "ACT-6"]),
        (["2030-04"], ["ACT-6"]),
        (["2030-07"], ["ACT-7"]),
        (["2030-09"], []),
        # Un día también, y un mes sin día puede caer en él.
        (["2030-03-05"], ["ACT-1", "ACT-5", "ACT-3"]),
        (["2030-03-20"], ["ACT-1", "ACT-3", "ACT-4", "ACT-2"]),
        # Marzo, de los dos años del plan.
        (["2030-03", "2031-03"], ["ACT-1", "ACT-5", "ACT-3", "ACT-4", "ACT-2", "ACT-6", "ACT-8"]),
        (["2030-04", "2030-05"], ["ACT-6", "ACT-9"]),
    ],
)
def test_por_mes(plan: Indices, pedidos: list[str], esperadas: list[str]) -> None:
    assert ids(pedir(plan, meses=fechas(pedidos))) == esperadas


@pytest.mark.parametrize(
    ("desde", "hasta", "esperadas"),
    [
        ("2030-05", None, ["ACT-9", "ACT-7", "ACT-8"]),
        ("2030-04-02", None, ["ACT-6", "ACT-9", "ACT-7", "ACT-8"]),
        ("2030-04-03", None, ["ACT-9", "ACT-7", "ACT-8"]),
        ("2030-08-31", None, ["ACT-7", "ACT-8"]),
        (None, "2030-03-03", ["ACT-1", "ACT-3"]),
        (None, "2030-03-04", ["ACT-1", "ACT-5", "ACT-3"]),
        (None, "2030-03", ["ACT-1", "ACT-5", "ACT-3", "ACT-4", "ACT-2", "ACT-6"]),
        ("2030-03-21", "2030-04", ["ACT-1", "ACT-3", "ACT-6"]),
        ("2030-04", "2030-04", ["ACT-6"]),
        ("2030-09", "2031-02", []),
    ],
)
def test_desde_y_hasta(
    plan: Indices, desde: str | None, hasta: str | None, esperadas: list[str]
) -> None:
    pedido = {
        "desde": fecha(desde) if desde else None,
        "hasta": fecha(hasta) if hasta else None,
    }
    assert ids(pedir(plan, **pedido)) == esperadas


@pytest.mark.parametrize(
    ("pedidos", "esperadas"),
    [
        (["SEC"], ["ACT-3"]),
        # En ACT-4 está por sus invitados.
        (["ILI"], ["ACT-4", "ACT-2"]),
        (["inle"], ["ACT-4", "ACT-2"]),
        (["SEC", "RED"], ["ACT-5", "ACT-3", "ACT-6"]),
        (["CB"], ["ACT-4", "ACT-9"]),
    ],
)
def test_por_actor(plan: Indices, pedidos: list[str], esperadas: list[str]) -> None:
    assert ids(pedir(plan, actores=actores(plan, *pedidos))) == esperadas


@pytest.mark.parametrize(
    ("criterio", "pedidos", "esperadas"),
    [
        ("directo", ["B2"], ["ACT-4"]),
        ("directo", ["B1"], []),
        ("actor", ["B1"], ["ACT-4", "ACT-2"]),
        ("actor", ["B1", "B2"], ["ACT-4", "ACT-2"]),
        # ACT-7 nombra A1, y está aplazada; la comisión lo sirve, y no cuenta.
        ("actor", ["A1"], []),
        ("general", ["A1"], ["ACT-6", "ACT-9"]),
        ("general", ["B2"], ["ACT-4", "ACT-6", "ACT-9"]),
    ],
)
def test_por_objetivo_segun_el_criterio(
    plan: Indices, criterio: str, pedidos: list[str], esperadas: list[str]
) -> None:
    respuesta = pedir(plan, objetivos=objetivos(plan, *pedidos), criterio=criterio)
    assert ids(respuesta) == esperadas


@pytest.mark.parametrize(
    ("campo", "valores", "esperadas"),
    [
        ("tipos", ("circulacion",), ["ACT-1"]),
        ("tipos", ("circulacion", "otra"), ["ACT-1", "ACT-5", "ACT-3"]),
        ("tipos", ("formal",), ["ACT-6", "ACT-9", "ACT-8"]),
        ("estados", ("aplazada",), ["ACT-7"]),
        ("estados", ("aplazada", "cancelada"), ["ACT-7", "ACT-8"]),
        ("estados", ("realizada",), []),
    ],
)
def test_por_tipo_y_por_estado(
    plan: Indices, campo: str, valores: tuple[str, ...], esperadas: list[str]
) -> None:
    assert ids(pedir(plan, **{campo: valores})) == esperadas


def test_por_mandato(plan: Indices, indices_reales: Indices) -> None:
    assert ids(pedir(plan, mandatos=mandatos(plan, "res 2"))) == ["ACT-4"]
    assert ids(pedir(indices_reales, mandatos=mandatos(indices_reales, "AG-2910"))) == [
        "ACT-1",
        "ACT-6",
    ]
    # En este descansa el plan entero, pero ninguna actividad lo cita.
    assert ids(pedir(indices_reales, mandatos=mandatos(indices_reales, "AG-2738"))) == []


# Combinados


def test_entre_filtros_se_cumplen_todos(plan: Indices) -> None:
    assert ids(
        pedir(
            plan,
            meses=fechas(["2030-03"]),
            actores=actores(plan, "ILI", "RED"),
            tipos=("informal", "formal"),
        )
    ) == ["ACT-4", "ACT-2", "ACT-6"]
    assert ids(
        pedir(
            plan,
            desde=fecha("2030-03-20"),
            hasta=fecha("2030-03-20"),
            actores=actores(plan, "ILI"),
            objetivos=objetivos(plan, "B2"),
            mandatos=mandatos(plan, "RES-1"),
            tipos=("informal",),
            estados=("convocada", "propuesta"),
        )
    ) == ["ACT-4"]


# Lo que queda vacío


def test_por_que_no_hay_ninguna(plan: Indices) -> None:
    respuesta = pedir(plan, meses=fechas(["2030-09"]))
    assert isinstance(respuesta.cuerpo, Tabla)
    assert respuesta.cuerpo.grupos == ()
    assert respuesta.registros == []
    assert respuesta.vacio == "ninguna actividad con --mes 2030-09"


def test_que_filtros_no_casan(plan: Indices) -> None:
    assert (
        pedir(plan, meses=fechas(["2030-09", "2031-09"]), estados=("realizada",)).vacio
        == "ninguna actividad con --mes 2030-09 o 2031-09 ni --estado realizada"
    )
    assert pedir(
        plan,
        desde=fecha("2030-06"),
        hasta=fecha("2030-06-30"),
        actores=actores(plan, "ILI", "SEC"),
        objetivos=objetivos(plan, "B1"),
        tipos=("informal",),
    ).vacio == (
        "hay 2 actividades con --desde 2030-06, 8 con --hasta 2030-06-30, 3 con --actor ILI o SEC, "
        "2 con --objetivo B1 y 3 con --tipo informal, pero ninguna actividad con todo a la vez"
    )


def test_un_plan_sin_actividades(levantar: Callable[..., Indices]) -> None:
    assert pedir(levantar()).vacio == "el plan no tiene ninguna actividad"
    assert pedir(levantar(), tipos=("otra",)).vacio == "el plan no tiene ninguna actividad"
