"""Quién podría tratar un objetivo sin sesión, y con qué palabras se justifica."""

from collections.abc import Callable

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas.objetivos import Pedido, objetivos
from camctl.vistas.propuestas import Propuestas

OBJETIVOS = """
programa: {titulo: Programa de Bibliotecas Escolares}
objetivos:
  - {id: A1, titulo: Salas, texto: "Abrir salas de lectura en bibliotecas escolares, con apoyo."}
  - {id: A2, titulo: Relatos, texto: "Grabar los relatos orales; formar al personal."}
  - {id: A3, titulo: Apoyo, texto: "Dar apoyo a la región."}
  - {id: A4, titulo: Préstamo, texto: "Facilitar el préstamo entre países vecinos."}
"""
ACTORES = """
actores:
  - {id: CB, nombre: Comisión, mision: Abrir salas de lectura}
  - id: ILI
    nombre: Instituto de la Lectura
    funcion: estudia las bibliotecas escolares
    mision: Sostener la Sala de Lecturas, y los relatos orales de la región con su apoyo.
  - {id: ARC, nombre: Archivo, mision: Grabar relatos., objetivos: [{id: A2, cita: Grabar}]}
  - {id: MAE, nombre: Maestros, colectivo: sí, mision: Pueden tomar parte en todo.}
  - {id: SEC, nombre: Secretaría}
"""
CALENDARIO = "plan: {titulo: Plan, periodo: 2030, comision: CB}\n"


@pytest.fixture(scope="module")
def bibliotecas(levantar: Callable[..., Indices]) -> Indices:
    return levantar(objetivos=OBJETIVOS, actores=ACTORES, calendario=CALENDARIO)


@pytest.mark.parametrize(
    ("objetivo", "dichas"),
    [
        # El plural y el singular son la misma palabra; lo que nombra el programa no cuenta.
        ("A1", ["ILI también habla de «Sala de Lecturas»", "MAE, colectivo"]),
        (
            "A2",
            ["ARC ya lo sirve «Grabar»", "ILI también habla de «relatos orales»", "MAE, colectivo"],
        ),
        # Dos palabras en común, pero no seguidas, no dicen nada.
        ("A3", ["MAE, colectivo"]),
        ("A4", ["MAE, colectivo"]),
    ],
)
def test_quien_podria(bibliotecas: Indices, objetivo: str, dichas: list[str]) -> None:
    suyo = bibliotecas.objetivo(objetivo)
    assert suyo is not None
    assert [una.texto for una in Propuestas(bibliotecas).para(suyo)] == dichas


@pytest.mark.parametrize(
    ("texto", "mision", "dichas"),
    [
        # Lo que va pegado por delante entra, aunque el objetivo no lo diga.
        ("orales de la región", "los relatos orales de la región", "relatos orales de la región"),
        ("relatos orales", "sus libros de relatos orales", "libros de relatos orales"),
        ("relatos orales", "los libros y los relatos orales", "relatos orales"),
        # Por detrás puede venir un verbo: solo entra lo que el plan dice más veces.
        ("relatos orales", "los relatos orales animan la región", "relatos orales"),
        ("dar vida a las salas", "la vida en salas de lectura", "vida en salas de lectura"),
        # Lo que nombra el programa no pesa, pero lo que va con ello no se parte.
        (
            "Bibliotecas escolares de los pueblos",
            "por las bibliotecas escolares de sus pueblos",
            "bibliotecas escolares de sus pueblos",
        ),
        # «De acuerdo con» no es hablar de acuerdos.
        ("de acuerdo con la región", "de acuerdo con la región", None),
    ],
)
def test_se_citan_frases_enteras(
    levantar: Callable[..., Indices], texto: str, mision: str, dichas: str | None
) -> None:
    plan = levantar(
        objetivos=f"""
            programa: {{titulo: Programa de Bibliotecas Escolares}}
            objetivos:
              - {{id: A1, titulo: Uno, texto: {texto}}}
              - {{id: A2, titulo: Dos, texto: Abrir salas de lectura}}
        """,
        actores=f"""
            actores:
              - {{id: CB, nombre: Comisión}}
              - {{id: ILI, nombre: Instituto, mision: {mision}}}
        """,
        calendario=CALENDARIO,
    )
    suyo = plan.objetivo("A1")
    assert suyo is not None
    palabras = [una.palabras for una in Propuestas(plan).para(suyo)]
    assert palabras == ([(dichas,)] if dichas else [])


def test_la_respuesta_dice_que_son_propuestas(bibliotecas: Indices) -> None:
    pedido = Pedido(sin_sesion=True, propuestas=True)
    respuesta = objetivos(bibliotecas, Cobertura(bibliotecas), pedido)
    assert respuesta.pie[0] == (
        "Quién podría tratarlos, por las palabras que comparten: son propuestas, y nadie se ha "
        "comprometido a nada."
    )
    assert respuesta.pie[1] == "MAE cabe en cualquiera: «Pueden tomar parte en todo.»"
    registros = respuesta.registros
    assert isinstance(registros, list)
    assert registros[1]["propuestas"] == [
        {"actor": "ARC", "motivo": "mision", "palabras": ["Grabar"]},
        {"actor": "ILI", "motivo": "expresiones", "palabras": ["relatos orales"]},
        {"actor": "MAE", "motivo": "colectivo", "palabras": ["Pueden tomar parte en todo."]},
    ]


def test_sin_pedirlas_no_las_hay(bibliotecas: Indices) -> None:
    respuesta = objetivos(bibliotecas, Cobertura(bibliotecas), Pedido(sin_sesion=True))
    registros = respuesta.registros
    assert isinstance(registros, list)
    assert "propuestas" not in registros[0]
    assert not any("propuestas" in linea for linea in respuesta.pie)


def test_en_el_plan_real_las_palabras_estan_en_la_ficha_del_actor(indices_reales: Indices) -> None:
    propuestas = Propuestas(indices_reales)
    dichas = {
        (objetivo.id, una.actor.id): una.palabras
        for objetivo in indices_reales.plan.objetivos
        for una in propuestas.para(objetivo)
        if una.motivo == "expresiones"
    }
    assert dichas["A1", "CIDH"] == ("derechos humanos de los migrantes y sus familiares",)
    assert dichas["A1", "SSM"] == ("migrantes y sus familiares",)
    assert dichas["A2", "CIM"] == ("perspectiva de género",)
    assert dichas["B12", "SSM"] == ("sociedad civil y otros actores sociales", "sector privado")
    for (_, id_), palabras in dichas.items():
        actor = indices_reales.actor(id_)
        assert actor is not None
        entero = " ".join(f"{actor.funcion} {actor.mision}".split())
        assert all(una in entero for una in palabras)
    # La comisión convoca, y no se propone.
    assert not any(id_ == "CAM" for _, id_ in dichas)
