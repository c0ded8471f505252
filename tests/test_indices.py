"""Quién remite a quién, y a quién se refiere lo que alguien teclea."""

from collections.abc import Callable

import pytest

from camctl.carga import cargar
from camctl.cli.consulta import REGLAS_QUE_CAMBIAN_UNA_RESPUESTA
from camctl.diagnostico import Gravedad
from camctl.indices import Apoyo, Indices
from camctl.modelo.plan import ClaseDeRegistro, Plan
from camctl.reglas.ejemplos import casos_de, codigos_con_ejemplo
from camctl.reglas.motor import diagnosticar

OBJETIVOS = """
programa: {titulo: Programa, mandato: res-1}
objetivos:
  - {id: A1, titulo: Leer, texto: Leer.}
  - {id: B1, titulo: Escribir, texto: Escribir.}
"""
MANDATOS = """
mandatos:
  - {id: RES-1, resolucion: AS/RES. 1 (I/30), titulo: Una, organo: la asamblea}
  - {id: RES-12, resolucion: AS/RES. 12 (I/30), titulo: Otra, organo: AS}
  - {id: CON-12, resolucion: CON/RES. 12, titulo: La del Consejo}
"""
ACTORES = """
actores:
  - {id: CB, nombre: Comisión de Bibliotecas, alias: [Biblio], objetivos: [a1]}
  - {id: AS, nombre: Asamblea General, alias: [La Asamblea]}
  - id: ÍLI
    nombre: Instituto de la Lectura, la Niñez
    alias: [I.L.]
    objetivos: [B1, {id: b-1, cita: x}]
  - {id: RED, nombre: Red, transversal: sí}
"""
CALENDARIO = """
plan: {titulo: Plan, periodo: 2030, comision: biblio, mandatos: [res1, RES-12]}
actividades:
  - {id: ACT-1, fecha: 2030-02, tipo: otra, titulo: Uno, actores: [CB, ili, ILI, NADIE]}
  - id: ACT-2
    fecha: 2030-03
    tipo: formal
    titulo: Dos
    actores: [cb]
    invitados:
      - {nombre: Ana, actor: "i.l."}
      - {nombre: Eva}
      - {nombre: Luz, actor: RED}
      - {nombre: Sol, actor: NADIE}
    objetivos: [b.1, B1, Z9]
    mandatos: [RES-12, {id: res12, parrafos: "4"}, NADA-1]
    avances: [{objetivo: b1, texto: Algo.}, {objetivo: Z9, texto: Nada.}]
  - {id: ACT-3, fecha: 2030-04, tipo: formal, titulo: Tres, actores: [RED], estado: cancelada}
  - {id: ACT-4, fecha: 2030-05, tipo: formal, titulo: Cuatro, objetivos: todos}
"""


@pytest.fixture(scope="module")
def indices(levantar: Callable[..., Indices]) -> Indices:
    return levantar(objetivos=OBJETIVOS, mandatos=MANDATOS, actores=ACTORES, calendario=CALENDARIO)


def ids(registros: object) -> list[str]:
    return [registro.id for registro in registros]  # type: ignore[attr-defined]


# Por su ID


@pytest.mark.parametrize(
    ("clase", "escrito", "canonico"),
    [
        ("objetivo", "b1", "B1"),
        ("objetivo", "B.1", "B1"),
        ("objetivo", " b 1 ", "B1"),
        ("objetivo", "b-1", "B1"),
        ("actividad", "act2", "ACT-2"),
        ("actividad", "ACT 2", "ACT-2"),
        ("mandato", "res1", "RES-1"),
        ("actor", "ili", "ÍLI"),
        ("actor", "il", "ÍLI"),
        ("actor", "LA  ASAMBLEA", "AS"),
        ("actor", "biblio", "CB"),
    ],
)
def test_un_id_escrito_como_sea(
    indices: Indices, clase: ClaseDeRegistro, escrito: str, canonico: str
) -> None:
    hallado = indices.por_id(clase, escrito)
    assert hallado
    assert hallado.id == canonico


def test_cada_clase_tiene_sus_id(indices: Indices) -> None:
    assert indices.objetivo("act2") is None
    assert indices.actividad("b1") is None
    assert indices.mandato("RES-2") is None
    assert indices.actor("") is None


def test_con_un_id_repetido_manda_el_primero(plan_real: Plan) -> None:
    primero, segundo = plan_real.objetivos[:2]
    repetido = segundo.model_copy(update={"id": "a.1"})
    indices = Indices(plan_real._replace(objetivos=(primero, repetido)))
    assert indices.objetivo("A1") is primero


def test_un_alias_no_quita_el_id_a_nadie(plan_real: Plan) -> None:
    cidh, cim = (Indices(plan_real).actor(sigla) for sigla in ("CIDH", "CIM"))
    assert cidh
    assert cim
    con_alias = cidh.model_copy(update={"alias": ("c.i.m.", "Derechos")})
    indices = Indices(plan_real._replace(actores=(con_alias, cim)))
    assert indices.actor("CIM") is cim
    assert indices.actor("derechos") is con_alias


def test_la_comision_es_un_actor_aunque_se_diga_por_un_alias(
    indices: Indices, levantar: Callable[..., Indices]
) -> None:
    assert indices.comision is indices.actor("CB")
    assert levantar().comision is None
    assert Indices(Plan()).comision is None


# De un sentido y del otro


def test_estan_los_actores_y_quien_envia_un_invitado(indices: Indices) -> None:
    presentes = {una.id: ids(indices.presentes(una)) for una in indices.plan.actividades}
    assert presentes == {
        "ACT-1": ["CB", "ÍLI"],
        "ACT-2": ["CB", "ÍLI", "RED"],
        "ACT-3": ["RED"],
        "ACT-4": [],
    }


def test_las_actividades_y_las_sesiones_de_cada_actor(indices: Indices) -> None:
    actividades = {uno.id: ids(indices.actividades_de(uno)) for uno in indices.plan.actores}
    assert actividades == {
        "CB": ["ACT-1", "ACT-2"],
        "AS": [],
        "ÍLI": ["ACT-1", "ACT-2"],
        "RED": ["ACT-2", "ACT-3"],
    }
    # Ni la que no es sesión ni la cancelada.
    sesiones = {uno.id: ids(indices.sesiones_de(uno)) for uno in indices.plan.actores}
    assert sesiones == {"CB": ["ACT-2"], "AS": [], "ÍLI": ["ACT-2"], "RED": ["ACT-2"]}


def test_los_invitados_de_cada_actor(indices: Indices) -> None:
    ili = indices.actor("ili")
    assert ili
    assert [(una.id, uno.nombre) for una, uno in indices.invitados_de(ili)] == [("ACT-2", "Ana")]


def test_los_objetivos_nombrados(indices: Indices) -> None:
    nombrados = {una.id: ids(indices.objetivos_nombrados(una)) for una in indices.plan.actividades}
    # Sin repetir, sin los que no existen; y «todos» no nombra ninguno.
    assert nombrados == {"ACT-1": [], "ACT-2": ["B1"], "ACT-3": [], "ACT-4": []}


def test_los_mandatos_de_una_actividad_con_sus_parrafos(indices: Indices) -> None:
    segunda = indices.actividad("ACT-2")
    assert segunda
    citados = [(mandato.id, parrafos) for mandato, parrafos in indices.mandatos_de(segunda)]
    assert citados == [("RES-12", None), ("RES-12", "4")]


def test_lo_que_descansa_en_un_mandato(indices: Indices) -> None:
    apoyos = {uno.id: indices.apoyos_en(uno) for uno in indices.plan.mandatos}
    assert apoyos == {
        "RES-1": (Apoyo("plan"), Apoyo("programa")),
        "RES-12": (
            Apoyo("plan"),
            Apoyo("actividad", "ACT-2"),
            Apoyo("actividad", "ACT-2", "4"),
        ),
        "CON-12": (),
    }


def test_los_mandatos_de_un_organo(indices: Indices) -> None:
    asamblea = indices.actor("AS")
    assert asamblea
    assert ids(indices.mandatos_adoptados_por(asamblea)) == ["RES-1", "RES-12"]


def test_quien_sirve_a_cada_objetivo(indices: Indices) -> None:
    servidores = {
        objetivo.id: [
            (actor.id, servido.cita) for actor, servido in indices.servidores_de(objetivo)
        ]
        for objetivo in indices.plan.objetivos
    }
    assert servidores == {"A1": [("CB", None)], "B1": [("ÍLI", None), ("ÍLI", "x")]}
    assert [ids(indices.quienes_sirven(uno)) for uno in indices.plan.objetivos] == [["CB"], ["ÍLI"]]
    ili = indices.actor("ÍLI")
    assert ili
    assert ids(indices.objetivos_servidos(ili)) == ["B1"]
    assert ids(indices.transversales) == ["RED"]


def test_los_avances_de_un_objetivo(indices: Indices) -> None:
    b1 = indices.objetivo("B1")
    assert b1
    avances = [(una.id, avance.texto) for una, avance in indices.avances_de(b1)]
    assert avances == [("ACT-2", "Algo.")]


# Lo que alguien teclea


@pytest.mark.parametrize(
    ("clase", "texto", "esperados"),
    [
        ("mandato", "1", ["RES-1"]),
        ("mandato", "12", ["RES-12", "CON-12"]),
        ("mandato", "res 12", ["RES-12"]),
        ("mandato", "as/res. 1", ["RES-1", "RES-12"]),
        ("mandato", "AS/RES. 1 (I/30)", ["RES-1"]),
        ("mandato", "con/res", ["CON-12"]),
        # Con dos letras no basta para una resolución.
        ("mandato", "as", []),
        ("mandato", "2", []),
        ("actor", "instituto de la lectura, la ninez", ["ÍLI"]),
        ("actor", "Instituto", []),
        ("actor", "  ", []),
        ("objetivo", "1", []),
    ],
)
def test_lo_que_se_quiere_decir(
    indices: Indices, clase: ClaseDeRegistro, texto: str, esperados: list[str]
) -> None:
    assert ids(indices.encontrar(texto, clase)) == esperados


def test_las_sugerencias_son_id_sin_repetir(indices: Indices) -> None:
    assert indices.sugerencias("ACT-22", "actividad", "actor") == ["ACT-2"]
    assert indices.sugerencias("la asambleas", "actor") == ["AS"]
    assert indices.sugerencias("xyzw", "actor", "mandato", "objetivo", "actividad") == []


def test_por_clase_en_el_orden_de_su_archivo(indices: Indices) -> None:
    assert ids(indices.por_clase("mandato")) == ["RES-1", "RES-12", "CON-12"]
    assert ids(indices.por_clase("actividad")) == ["ACT-1", "ACT-2", "ACT-3", "ACT-4"]


def test_un_registro_danado_existe_y_no_se_consulta(plan_real: Plan) -> None:
    sano = plan_real._replace(actividades=plan_real.actividades[:3])
    indices = Indices(sano, borrador=plan_real)
    assert indices.actividad("ACT-4") is None
    danado = indices.danado("act4", "objetivo", "actividad")
    assert danado is plan_real.actividades[3]
    assert indices.danado("act4", "objetivo") is None
    assert indices.danado("act44", "actividad") is None
    assert Indices(sano).danado("act4", "actividad") is None
    assert Indices(plan_real, borrador=plan_real).danado("act4", "actividad") is None


# Lo que está mal y cambia una respuesta


@pytest.mark.parametrize("codigo", codigos_con_ejemplo())
def test_cuadran_si_ninguna_regla_que_cambie_una_respuesta_halla_un_error(codigo: str) -> None:
    for caso in casos_de(codigo):
        carga = cargar(caso.fuente)
        # Con algo que no se pudo leer, una consulta no pregunta si cuadran; y de un error que se
        # calló da igual lo que se conteste: se mira entonces quién lo calla.
        if carga.diagnosticos or "camctl: ignora" in "".join(caso.archivos.values()):
            continue
        hallazgos = diagnosticar(carga, modulos=REGLAS_QUE_CAMBIAN_UNA_RESPUESTA)
        errores = [uno.codigo for uno in hallazgos if uno.gravedad is Gravedad.ERROR]
        assert (Indices(carga.plan).cuadran, errores) == (not errores, errores)
