"""Qué sesiones cubren cada objetivo: los tres criterios, y lo que ninguno cuenta."""

from collections.abc import Callable, Iterable

import pytest

from camctl.cobertura import (
    CRITERIOS,
    EN_PALABRAS,
    POR_OMISION,
    Cobertura,
    Criterio,
    Razon,
    una_por_actor,
)
from camctl.indices import Indices

SIN_SESION = ["A1", "A2", "A3", "B2", "B3", "B4", "B7", "B9", "B10", "B12"]
TODOS = ["A1", "A2", "A3", *(f"B{numero}" for numero in range(1, 13))]

OBJETIVOS = """
programa: {titulo: Programa}
objetivos:
  - {id: A1, titulo: Leer, texto: Leer.}
  - {id: B1, titulo: Escribir, texto: Escribir.}
  - {id: B2, titulo: Contar, texto: Contar.}
"""
ACTORES = """
actores:
  - {id: CB, nombre: Comisión, alias: [Biblio], transversal: sí, objetivos: [A1, B1, B2]}
  - {id: ILI, nombre: Instituto, alias: [INLE], objetivos: [{id: b.1, cita: uno}]}
  - {id: RED, nombre: Red, transversal: sí, objetivos: [B2]}
  - {id: SEC, nombre: Secretaría}
"""


def ids(registros: Iterable[object]) -> list[str]:
    return [registro.id for registro in registros]  # type: ignore[attr-defined]


def razones(cobertura: Cobertura, id_: str, criterio: Criterio = "general") -> list[str]:
    """Las razones de un objetivo, cada una en una palabra: «ACT-1 actor ILI uno»."""
    objetivo = cobertura.indices.objetivo(id_)
    assert objetivo
    return [en_una_palabra(razon) for razon in cobertura.razones_de(objetivo, criterio)]


def en_una_palabra(razon: Razon) -> str:
    partes = (
        razon.actividad.id,
        razon.criterio,
        razon.actor.id if razon.actor else "",
        razon.cita or "",
    )
    return " ".join(filter(None, partes))


Montar = Callable[..., Cobertura]


@pytest.fixture
def montar(levantar: Callable[..., Indices]) -> Montar:
    """La cobertura de un plan con esas actividades, cada una dicha por sus campos."""

    def montada(*actividades: str, comision: str = "CB") -> Cobertura:
        lineas = "".join(
            f"\n  - {{id: ACT-{numero}, fecha: 2030-02, titulo: S, {campos}}}"
            for numero, campos in enumerate(actividades, 1)
        )
        return Cobertura(
            levantar(
                objetivos=OBJETIVOS,
                actores=ACTORES,
                calendario=(
                    f"plan: {{titulo: Plan, periodo: 2030, comision: {comision}}}\n"
                    f"actividades:{lineas}\n"
                ),
            )
        )

    return montada


# El plan real


@pytest.mark.parametrize(
    ("criterio", "sin_sesion", "porcentaje"),
    [("directo", TODOS, 0), ("actor", SIN_SESION, 100 / 3), ("general", [], 100)],
)
def test_la_cobertura_del_plan_real(
    cobertura_real: Cobertura, criterio: Criterio, sin_sesion: list[str], porcentaje: float
) -> None:
    assert ids(cobertura_real.sin_sesion(criterio)) == sin_sesion
    assert cobertura_real.porcentaje(criterio) == pytest.approx(porcentaje)


def test_por_omision_cuenta_la_mision_de_los_actores(cobertura_real: Cobertura) -> None:
    assert POR_OMISION == "actor"
    assert ids(cobertura_real.sin_sesion()) == SIN_SESION
    assert cobertura_real.porcentaje() == cobertura_real.porcentaje("actor")
    assert ids(cobertura_real.sesiones) == ["ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6"]


def test_las_razones_del_plan_real(cobertura_real: Cobertura) -> None:
    assert razones(cobertura_real, "A1") == ["ACT-4 general CIM", "ACT-6 general"]
    b8 = razones(cobertura_real, "B8")
    assert [razon.split(" el ")[0] for razon in b8] == [
        "ACT-4 general CIM",
        "ACT-5 actor IIN",
        "ACT-6 general",
    ]
    assert razones(cobertura_real, "B8", "actor") == [b8[1]]
    assert razones(cobertura_real, "B8", "directo") == []


def test_lo_que_cubre_cada_sesion_del_plan_real(cobertura_real: Cobertura) -> None:
    def cubiertos(criterio: Criterio) -> dict[str, list[str]]:
        actividades = cobertura_real.indices.plan.actividades
        return {una.id: ids(cobertura_real.cubiertos_por(una, criterio)) for una in actividades}

    nada: dict[str, list[str]] = {f"ACT-{numero}": [] for numero in range(1, 7)}
    por_actor = {**nada, "ACT-2": ["B1", "B6"], "ACT-3": ["B5", "B11"], "ACT-5": ["B8"]}
    assert cubiertos("directo") == nada
    assert cubiertos("actor") == por_actor
    assert cubiertos("general") == {**por_actor, "ACT-4": TODOS, "ACT-6": TODOS}


# Los tres criterios, en planes inventados


def test_los_criterios_se_suman(montar: Montar) -> None:
    cobertura = montar("tipo: formal, actores: [ILI, RED], objetivos: [A1]")
    assert {criterio: ids(cobertura.sin_sesion(criterio)) for criterio in CRITERIOS} == {
        "directo": ["B1", "B2"],
        "actor": [],
        "general": [],
    }
    assert razones(cobertura, "A1") == ["ACT-1 directo", "ACT-1 general RED"]
    assert razones(cobertura, "B1") == ["ACT-1 actor ILI uno", "ACT-1 general RED"]
    assert razones(cobertura, "B2") == ["ACT-1 actor RED", "ACT-1 general RED"]
    assert razones(cobertura, "B1", "directo") == []


def test_por_orden_de_sesion_y_de_criterio(montar: Montar) -> None:
    cobertura = montar(
        "tipo: informal, actores: [RED]",
        "tipo: formal, actores: [RED, ILI], objetivos: [b1]",
        "tipo: formal, objetivos: todos, actores: [ILI]",
    )
    assert razones(cobertura, "B1") == [
        "ACT-1 general RED",
        "ACT-2 directo",
        "ACT-2 actor ILI uno",
        "ACT-2 general RED",
        "ACT-3 actor ILI uno",
        "ACT-3 general",
    ]


@pytest.mark.parametrize("estado", ["cancelada", "aplazada"])
def test_lo_cancelado_y_lo_aplazado_no_cuentan(montar: Montar, estado: str) -> None:
    cobertura = montar(
        f"tipo: formal, actores: [ILI, RED], objetivos: [A1], estado: {estado}",
        f"tipo: informal, objetivos: todos, estado: {estado}",
    )
    for criterio in CRITERIOS:
        assert ids(cobertura.sin_sesion(criterio)) == ["A1", "B1", "B2"]
        for una in cobertura.indices.plan.actividades:
            assert cobertura.cubiertos_por(una, criterio) == ()
    assert cobertura.sesiones == ()
    assert cobertura.razones_generales == ()


@pytest.mark.parametrize("estado", ["propuesta", "convocada", "realizada"])
def test_los_demas_estados_cuentan(montar: Montar, estado: str) -> None:
    cobertura = montar(f"tipo: formal, objetivos: [A1], estado: {estado}")
    assert ids(cobertura.sin_sesion("directo")) == ["B1", "B2"]


@pytest.mark.parametrize("tipo", ["circulacion", "otra"])
def test_lo_que_no_es_sesion_no_cuenta(montar: Montar, tipo: str) -> None:
    cobertura = montar(
        f"tipo: {tipo}, actores: [ILI, RED], objetivos: [A1]", f"tipo: {tipo}, objetivos: todos"
    )
    assert ids(cobertura.sin_sesion("general")) == ["A1", "B1", "B2"]


@pytest.mark.parametrize("comision", ["CB", "biblio", "c.b."])
def test_la_comision_no_cubre_nada_por_estar(montar: Montar, comision: str) -> None:
    # Aunque su misión sirva a todos y sea transversal; y aunque envíe invitados.
    cobertura = montar(
        "tipo: formal, actores: [CB, SEC], invitados: [{nombre: Ana, actor: Biblio}]",
        comision=comision,
    )
    assert ids(cobertura.sin_sesion("general")) == ["A1", "B1", "B2"]
    assert cobertura.porcentaje("general") == 0


def test_si_la_convoca_otra_si_cubre(montar: Montar) -> None:
    cobertura = montar("tipo: formal, actores: [CB]", comision="SEC")
    assert cobertura.sin_sesion("actor") == ()
    assert razones(cobertura, "A1") == ["ACT-1 actor CB", "ACT-1 general CB"]


def test_lo_que_la_comision_nombra_si_cuenta(montar: Montar) -> None:
    cobertura = montar("tipo: formal, actores: [CB], objetivos: [A1]")
    assert razones(cobertura, "A1") == ["ACT-1 directo"]


def test_quien_envia_un_invitado_esta_presente(montar: Montar) -> None:
    cobertura = montar("tipo: formal, actores: [CB], invitados: [{nombre: Ana, actor: inle}]")
    assert razones(cobertura, "B1") == ["ACT-1 actor ILI uno"]
    # Sin repetir a quien ya estaba.
    doble = montar("tipo: formal, actores: [I-L-I], invitados: [{nombre: Ana, actor: inle}]")
    assert razones(doble, "B1") == ["ACT-1 actor ILI uno"]


def test_las_razones_de_cada_sesion(montar: Montar) -> None:
    cobertura = montar(
        "tipo: informal, actores: [RED]",
        "tipo: formal, actores: [SEC]",
        "tipo: formal, actores: [ILI], objetivos: [b1]",
    )
    objetivo = cobertura.indices.plan.objetivos[1]

    def por_sesiones(criterio: Criterio) -> dict[str, list[str]]:
        return {
            sesion.id: [en_una_palabra(razon) for razon in suyas]
            for sesion, suyas in cobertura.por_sesiones(objetivo, criterio)
        }

    assert por_sesiones("general") == {
        "ACT-1": ["ACT-1 general RED"],
        "ACT-3": ["ACT-3 directo", "ACT-3 actor ILI uno"],
    }
    assert por_sesiones("directo") == {"ACT-3": ["ACT-3 directo"]}


def test_dos_citas_son_dos_razones_y_un_actor(levantar: Callable[..., Indices]) -> None:
    cobertura = Cobertura(
        levantar(
            objetivos=OBJETIVOS,
            actores="""
            actores:
              - id: ILI
                nombre: Instituto
                transversal: sí
                objetivos: [{id: B1, cita: uno}, {id: b1, cita: dos}]
            """,
            calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - {id: ACT-1, fecha: 2030-02, tipo: formal, titulo: S, actores: [ILI]}
            """,
        )
    )
    assert razones(cobertura, "B1") == [
        "ACT-1 actor ILI uno",
        "ACT-1 actor ILI dos",
        "ACT-1 general ILI",
    ]
    todas = cobertura.razones_de(cobertura.indices.plan.objetivos[1])
    assert una_por_actor(todas) == (todas[0], todas[2])


def test_lo_que_se_cita_y_no_existe_no_cuenta(montar: Montar) -> None:
    cobertura = montar("tipo: formal, actores: [NADIE], objetivos: [Z9, B1]")
    assert ids(cobertura.sin_sesion("general")) == ["A1", "B2"]


def test_todos_es_una_razon_general(montar: Montar) -> None:
    cobertura = montar("tipo: formal, objetivos: todos")
    assert cobertura.porcentaje("directo") == 0
    assert cobertura.porcentaje("actor") == 0
    assert cobertura.porcentaje("general") == 100
    assert [en_una_palabra(razon) for razon in cobertura.razones_generales] == ["ACT-1 general"]


def test_el_porcentaje_no_se_redondea(montar: Montar) -> None:
    un_tercio = montar("tipo: formal, objetivos: [A1]").porcentaje("directo")
    assert 33.333 < un_tercio < 33.334
    assert montar("tipo: formal, objetivos: [A1, B1, B2]").porcentaje("directo") == 100


def test_sin_objetivos_no_hay_nada_que_cubrir(levantar: Callable[..., Indices]) -> None:
    cobertura = Cobertura(levantar())
    assert cobertura.porcentaje("directo") == 100
    assert cobertura.sin_sesion() == ()


def test_cada_criterio_se_explica() -> None:
    assert tuple(EN_PALABRAS) == CRITERIOS == ("directo", "actor", "general")
