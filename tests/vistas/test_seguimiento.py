"""Cómo va un plan en una fecha: lo vencido, lo que viene, lo hecho y lo pendiente."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas.seguimiento import Estado, Pedido, seguimiento

from .conftest import ACTORES, MANDATOS, OBJETIVOS

CALENDARIO = """
plan: {titulo: Plan, periodo: 2030-2031, comision: CB, mandatos: [RES-10]}
actividades:
  - id: ACT-1
    fecha: 2030-02
    tipo: informal
    titulo: Sesión celebrada
    actores: [CB, ILI]
    estado: realizada
    mandatos: [{id: RES-10, parrafos: 1-3}]
    invitados: [{nombre: Ana Paz, actor: ILI, estado: por_confirmar}]
    avances:
      - {objetivo: b1, actor: inle, texto: Diez salas.}
      - {objetivo: B4, actor: ARC, texto: Cien relatos.}
    acuerdos:
      - {texto: Remitir la guía, responsable: ILI, plazo: 2030-03}
      - {texto: Buscar fondos, plazo: 2030-04-15}
      - {texto: Dar las gracias}
      - {texto: Ya hecho, plazo: 2030-03, cumplido: sí}
  - id: ACT-2
    fecha: 2030-03-14
    tipo: informal
    titulo: Sesión de marzo
    actores: [CB, MAE]
    estado: convocada
    mandatos: [RES-10]
    invitados:
      - {nombre: Luz Mar, actor: MAE, estado: por_confirmar}
      - {nombre: Eva Sol, actor: MAE, estado: confirmado}
  - {id: ACT-3, fecha: 2030-03, tipo: formal, titulo: Sin día, objetivos: [B3], mandatos: [RES-11]}
  - {id: ACT-4, fecha: 2030-02, tipo: otra, titulo: Aplazada, estado: aplazada, motivo: Obras}
  - {id: ACT-5, fecha: 2030-02, tipo: otra, titulo: Cancelada, estado: cancelada, motivo: Obras}
  - {id: ACT-6, fecha: 2030-04-01, hasta: 2030-04-03, tipo: otra, titulo: Taller}
  - {id: ACT-7, fecha: 2030-09, tipo: formal, titulo: Cierre, objetivos: todos}
"""


@pytest.fixture(scope="module")
def plan(levantar: Callable[..., Indices]) -> Indices:
    return levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=CALENDARIO)


def estado(plan: Indices, al: date, **pedido: Any) -> Estado:
    return Estado(plan, Cobertura(plan), Pedido(al, **pedido))


def ids(registros: Any) -> list[str]:
    return [uno.id for uno in registros]


@pytest.mark.parametrize(
    ("al", "vencidas", "proximas"),
    [
        (date(2030, 3, 14), [], ["ACT-2", "ACT-3", "ACT-6"]),
        # Un día vence al día siguiente; un mes, cuando acaba.
        (date(2030, 3, 15), ["ACT-2"], ["ACT-3", "ACT-6"]),
        (date(2030, 3, 31), ["ACT-2"], ["ACT-3", "ACT-6"]),
        (date(2030, 4, 1), ["ACT-2", "ACT-3"], ["ACT-6"]),
        # Lo que dura varios días, tras el último.
        (date(2030, 4, 3), ["ACT-2", "ACT-3"], ["ACT-6"]),
        (date(2030, 4, 4), ["ACT-2", "ACT-3", "ACT-6"], []),
    ],
)
def test_que_ha_vencido_y_que_viene(
    plan: Indices, al: date, vencidas: list[str], proximas: list[str]
) -> None:
    suyo = estado(plan, al)
    assert ids(suyo.vencidas) == vencidas
    assert ids(suyo.proximas) == proximas


@pytest.mark.parametrize(
    ("dias", "proximas"),
    [(0, ["ACT-3"]), (1, ["ACT-3", "ACT-6"]), (200, ["ACT-3", "ACT-6", "ACT-7"])],
)
def test_cuantos_dias_por_delante(plan: Indices, dias: int, proximas: list[str]) -> None:
    assert ids(estado(plan, date(2030, 3, 31), dias=dias).proximas) == proximas


def test_lo_aplazado_queda_sin_nueva_fecha_cuando_pasa_la_suya(plan: Indices) -> None:
    assert ids(estado(plan, date(2030, 2, 28)).sin_nueva_fecha) == []
    assert ids(estado(plan, date(2030, 3, 1)).sin_nueva_fecha) == ["ACT-4"]


def test_lo_celebrado_no_lo_estaba_antes_de_su_fecha(plan: Indices) -> None:
    assert ids(estado(plan, date(2030, 1, 31)).realizadas) == []
    assert ids(estado(plan, date(2030, 2, 1)).realizadas) == ["ACT-1"]


def test_por_confirmar_estan_los_de_lo_que_falta(plan: Indices) -> None:
    suyos = estado(plan, date(2030, 3, 1)).por_confirmar
    assert [(una.id, invitado.nombre) for una, invitado in suyos] == [("ACT-2", "Luz Mar")]


def test_los_acuerdos_vencen_con_su_plazo(plan: Indices) -> None:
    suyo = estado(plan, date(2030, 4, 1))
    assert [acuerdo.texto for _, acuerdo in suyo.acuerdos_vencidos] == ["Remitir la guía"]
    assert [acuerdo.texto for _, acuerdo in suyo.acuerdos_en_plazo] == [
        "Buscar fondos",
        "Dar las gracias",
    ]
    assert estado(plan, date(2030, 1, 1)).acuerdos_en_plazo == ()
    # El día en que vence un plazo aún se está a tiempo.
    assert len(estado(plan, date(2030, 4, 15)).acuerdos_vencidos) == 1
    assert len(estado(plan, date(2030, 4, 16)).acuerdos_vencidos) == 2


def test_la_cobertura_celebrada_y_la_prevista(plan: Indices) -> None:
    suyo = estado(plan, date(2030, 4, 1))
    assert suyo.celebrada.porcentaje() == 40.0
    assert suyo.prevista.porcentaje() == 60.0
    # B4 tiene un avance, aunque no tenga sesión.
    assert ids(suyo.sin_nada) == ["A1"]


@pytest.mark.parametrize(
    ("filtros", "actividades"),
    [
        ({"actores": ["MAE"]}, ["ACT-2"]),
        ({"objetivos": ["B3"]}, ["ACT-3"]),
        ({"mandatos": ["RES-10"]}, ["ACT-1", "ACT-2"]),
        ({"mandatos": ["RES-10"], "parrafos": "2"}, ["ACT-1", "ACT-2"]),
        # El mandato entero llega hasta el 9; ACT-1 solo descansa en tres.
        ({"mandatos": ["RES-10"], "parrafos": "1, 3-4"}, ["ACT-1", "ACT-2"]),
        ({"mandatos": ["RES-10"], "parrafos": "4-6"}, ["ACT-2"]),
        ({"mandatos": ["RES-10"], "parrafos": "12"}, []),
        ({"mandatos": ["RES-10"], "parrafos": "3"}, ["ACT-1", "ACT-2"]),
        # De un mandato sin párrafos descansa en todos.
        ({"mandatos": ["RES-11"], "parrafos": "12"}, ["ACT-3"]),
    ],
)
def test_de_quien_o_de_que(plan: Indices, filtros: dict[str, Any], actividades: list[str]) -> None:
    clases = {"actores": "actor", "objetivos": "objetivo", "mandatos": "mandato"}
    pedido = {
        nombre: tuple(plan.por_id(clases[nombre], uno) for uno in valor)  # type: ignore[arg-type]  # son las clases de verdad
        if nombre in clases
        else valor
        for nombre, valor in filtros.items()
    }
    assert ids(estado(plan, date(2030, 3, 1), **pedido).actividades) == actividades


def test_con_un_actor_solo_sus_invitados_y_avances(plan: Indices) -> None:
    instituto = plan.actor("ILI")
    assert instituto is not None
    suyo = estado(plan, date(2030, 3, 1), actores=(instituto,))
    assert suyo.por_confirmar == ()
    assert [objetivo.id for objetivo, _ in suyo.avances] == ["B1"]


@pytest.mark.parametrize(
    ("quien", "acuerdos"),
    [
        ("ILI", ["Remitir la guía", "Buscar fondos", "Dar las gracias"]),
        # No estuvo, y es quien lo hará; lo que no tiene responsable es de quien estaba.
        ("MAE", ["Pedir los libros"]),
        ("ARC", []),
    ],
)
def test_con_un_actor_los_acuerdos_de_que_responde(
    levantar: Callable[..., Indices], quien: str, acuerdos: list[str]
) -> None:
    calendario = CALENDARIO.replace(
        "      - {texto: Ya hecho,",
        "      - {texto: Pedir los libros, responsable: MAE}\n      - {texto: Ya hecho,",
    )
    plan = levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=calendario)
    actor = plan.actor(quien)
    assert actor is not None
    suyo = estado(plan, date(2030, 3, 1), actores=(actor,))
    assert [acuerdo.texto for _, acuerdo in suyo.acuerdos_en_plazo] == acuerdos


def test_un_avance_de_otro_actor_tambien_es_un_avance(plan: Indices) -> None:
    maestros = plan.actor("MAE")
    assert maestros is not None
    # B4 no tiene sesión, y un avance que informó el ARC.
    assert ids(estado(plan, date(2030, 4, 1), actores=(maestros,)).sin_nada) == ["A1"]
    assert ids(estado(plan, date(2030, 1, 31), actores=(maestros,)).sin_nada) == ["A1", "B4"]


def test_los_avances_de_un_mandato_son_los_de_sus_actividades(plan: Indices) -> None:
    por_mandato = {
        id_: [
            objetivo.id
            for objetivo, _ in estado(plan, date(2030, 4, 1), mandatos=(mandato,)).avances
        ]
        for id_ in ("RES-10", "RES-11")
        if (mandato := plan.mandato(id_))
    }
    assert por_mandato == {"RES-10": ["B1", "B4"], "RES-11": []}


def test_en_el_ultimo_dia_del_calendario_no_se_sale_de_el(plan: Indices) -> None:
    assert estado(plan, date.max, dias=3660).proximas == ()


def test_se_lee_por_apartados(plan: Indices) -> None:
    respuesta = seguimiento(plan, Cobertura(plan), Pedido(date(2030, 4, 1)))
    cuerpo: Any = respuesta.cuerpo
    assert respuesta.encabezado[0] == "Seguimiento al 1 de abril de 2030"
    assert respuesta.encabezado[1].startswith("Cobertura celebrada: 40\u00a0%; prevista: 60\u00a0%")
    assert [(ficha.titulo, list(ficha.campos)) for ficha in cuerpo] == [
        (
            "Vencido: ha pasado su fecha y no consta que se celebrara",
            [
                ("ACT-2", ("Sesión de marzo · 14 de marzo de 2030 · convocada",)),
                ("ACT-3", ("Sin día · marzo de 2030",)),
            ],
        ),
        (
            "Aplazado, sin nueva fecha",
            [("ACT-4", ("Aplazada · febrero de 2030 · aplazada · Obras",))],
        ),
        ("Próximo: en 30 días", [("ACT-6", ("Taller · del 1 al 3 de abril de 2030",))]),
        ("Por confirmar", [("ACT-2", ("Luz Mar · MAE, para 14 de marzo de 2030",))]),
        (
            "Acuerdos sin cumplir",
            [
                (
                    "ACT-1",
                    (
                        "Remitir la guía · vencido · ILI · plazo: marzo de 2030 · pendiente",
                        "Buscar fondos · plazo: 15 de abril de 2030 · pendiente",
                        "Dar las gracias · pendiente",
                    ),
                )
            ],
        ),
        ("Celebrado", [("ACT-1", ("Sesión celebrada · febrero de 2030",))]),
        ("Objetivos con sesión", [("celebrada", ("B1, B2",)), ("prevista", ("B3",))]),
        (
            "Avances informados, por objetivo",
            [
                ("B1", ("ACT-1 · ILI · Diez salas.",)),
                ("B4", ("ACT-1 · ARC · Cien relatos.",)),
            ],
        ),
        ("Objetivos sin sesión ni avances", [("A1", ("Acceso a la lectura",))]),
    ]


def test_como_datos(plan: Indices) -> None:
    datos: Any = seguimiento(plan, Cobertura(plan), Pedido(date(2030, 4, 1))).registros
    assert datos["al"] == "2030-04-01"
    assert {clave: ids_de(datos[clave]) for clave in ("vencidas", "proximas", "realizadas")} == {
        "vencidas": ["ACT-2", "ACT-3"],
        "proximas": ["ACT-6"],
        "realizadas": ["ACT-1"],
    }
    assert datos["cobertura"]["celebrada"] == {"porcentaje": 40.0, "objetivos": ["B1", "B2"]}
    assert datos["cobertura"]["prevista"] == {"porcentaje": 60.0, "objetivos": ["B1", "B2", "B3"]}
    assert datos["acuerdos_vencidos"] == [
        {
            "actividad": "ACT-1",
            "texto": "Remitir la guía",
            "responsable": "ILI",
            "plazo": "2030-03",
            "cumplido": False,
        }
    ]
    assert [(uno["objetivo"], uno["actor"]) for uno in datos["avances"]] == [
        ("B1", "ILI"),
        ("B4", "ARC"),
    ]


def ids_de(registros: list[dict[str, Any]]) -> list[str]:
    return [uno["id"] for uno in registros]


def test_un_filtro_que_no_deja_nada_se_explica(plan: Indices) -> None:
    secretaria, archivo = plan.actor("SEC"), plan.actor("ARC")
    assert secretaria is not None
    assert archivo is not None
    respuesta = seguimiento(plan, Cobertura(plan), Pedido(date(2030, 4, 1), actores=(secretaria,)))
    assert respuesta.vacio == "ninguna actividad con --actor SEC"
    # Este no estuvo en ninguna, y en una se informó por él.
    respuesta = seguimiento(plan, Cobertura(plan), Pedido(date(2030, 4, 1), actores=(archivo,)))
    assert respuesta.vacio == ""


def test_sin_dias_por_delante_se_mira_ese_dia(plan: Indices) -> None:
    cuerpo: Any = seguimiento(plan, Cobertura(plan), Pedido(date(2030, 4, 2), dias=0)).cuerpo
    assert [ficha.titulo for ficha in cuerpo][2] == "Próximo: ese mismo día"
