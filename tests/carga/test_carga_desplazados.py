"""Lo que por su sangría, o por un guion de más, cayó en otra ficha se dice una vez."""

from textwrap import indent

import pytest

from camctl.reglas.motor import diagnosticar
from cargas import cargado

ACTIVIDADES = """\
plan: {titulo: Plan, periodo: 2030, comision: CB}
actividades:
  - id: ACT-1
    fecha: 2030-02
    tipo: formal
    titulo: Una
    actores: [CB]
"""
DUENA = "la actividad ACT-1 «Una»"


def dicho(debajo: str, calendario: str = ACTIVIDADES) -> list[tuple[str, int, str, str]]:
    carga = cargado(calendario=calendario + debajo)
    return [(uno.codigo, uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in carga.diagnosticos]


def test_el_estado_de_un_invitado_no_es_el_de_la_actividad() -> None:
    debajo = "    invitados:\n      - nombre: Ana\n        actor: CB\n    estado: por_confirmar\n"
    assert dicho(debajo) == [
        (
            "M202",
            11,
            f"{DUENA}: a «estado» le falta la sangría",
            "escríbalo con 8 espacios delante, como «nombre», de la línea 9",
        )
    ]


def test_varios_campos_del_invitado_se_dicen_juntos() -> None:
    debajo = "    invitados:\n      - nombre: Ana\n    actor: CB\n    estado: por_confirmar\n"
    assert dicho(debajo) == [
        (
            "M202",
            10,
            f"{DUENA}: a «actor» y «estado» les falta la sangría",
            "escríbalos con 8 espacios delante, como «nombre», de la línea 9",
        )
    ]


def test_tambien_el_que_al_invitado_le_falta() -> None:
    ((_, linea, mensaje, _),) = dicho("    invitados:\n      - cargo: Jefa\n    nombre: Ana\n")
    assert (linea, mensaje) == (10, f"{DUENA}: a «nombre» le falta la sangría")


@pytest.mark.parametrize(
    "debajo",
    [
        # El invitado ya lo tiene.
        "    invitados:\n      - {nombre: Ana, estado: asistio}\n    estado: por_confirmar\n",
        "    invitados:\n      - nombre: Ana\n        estado: asistio\n    estado: por_confirmar\n",
        # No vale tampoco en un invitado.
        "    invitados:\n      - nombre: Ana\n    estado: pendientísimo\n",
        # Entre los dos hay uno que es de la actividad.
        "    invitados:\n      - nombre: Ana\n    lugar: Sala\n    estado: por_confirmar\n",
        "    invitados: [{nombre: Ana}]\n    estado: por_confirmar\n",
    ],
)
def test_un_estado_que_no_es_del_invitado_no_vale(debajo: str) -> None:
    ((codigo, _, mensaje, _),) = dicho(debajo)
    assert codigo == "M204"
    assert mensaje.endswith("no vale en «estado»")


def test_un_campo_mal_llamado_que_no_esta_es_del_registro() -> None:
    sin_actores = ACTIVIDADES.replace("    actores: [CB]\n", "")
    ((_, _, mensaje, ayuda),) = dicho(
        "    invitados:\n      - nombre: Ana\n    actor: CB\n", sin_actores
    )
    assert mensaje == f"{DUENA}: el campo «actor» no existe aquí"
    assert ayuda.startswith("¿quiso decir «actores»?")


def test_los_invitados_que_cayeron_entre_las_actividades() -> None:
    debajo = "    invitados:\n  - nombre: Ana\n    actor: CB\n    estado: por_confirmar\n"
    assert dicho(debajo) == [
        (
            "M202",
            9,
            f"{DUENA}: a «nombre», «actor» y «estado» les falta la sangría: "
            "son de «invitados», de la línea 8",
            "escriba su guion con 6 espacios delante, y los demás con 8 espacios",
        )
    ]


def test_con_otros_bien_puestos_van_como_ellos() -> None:
    debajo = "    invitados:\n    - nombre: Ana\n  - nombre: Luis\n    actor: CB\n"
    ((_, linea, _, ayuda),) = dicho(debajo)
    assert linea == 10
    assert ayuda == "escriba su guion con 4 espacios delante, y los demás con 6 espacios"


def test_de_varios_se_dice_hasta_donde() -> None:
    debajo = "    invitados:\n  - nombre: Ana\n  - nombre: Luis\n    cargo: Jefe\n"
    assert dicho(debajo) == [
        (
            "M202",
            9,
            f"{DUENA}: a «nombre» le falta la sangría: es de «invitados», de la línea 8",
            "escriba su guion con 6 espacios delante; y lo mismo con lo que sigue, "
            "hasta la línea 11",
        )
    ]


def test_lo_que_sigue_del_registro_no_le_falta() -> None:
    sin_titulo = ACTIVIDADES.replace("    titulo: Una\n", "")
    debajo = "    invitados:\n  - nombre: Ana\n    cargo: Jefa\n    titulo: Una\n    lugar: Sala\n"
    ((codigo, linea, mensaje, _),) = dicho(debajo, sin_titulo)
    assert (codigo, linea) == ("M202", 8)
    assert mensaje == (
        "la actividad ACT-1: a «nombre» y «cargo» les falta la sangría: "
        "son de «invitados», de la línea 7"
    )


def test_tambien_los_que_se_escriben_en_una_palabra() -> None:
    sin_actores = ACTIVIDADES.replace(" [CB]", "")
    assert dicho("  - CB\n  - ILI\n", sin_actores) == [
        (
            "M202",
            8,
            f"{DUENA}: a «CB» le falta la sangría: es de «actores», de la línea 7",
            "escriba su guion con 6 espacios delante; y lo mismo con lo que sigue, "
            "hasta la línea 9",
        )
    ]


def test_los_campos_que_tiene_la_actividad_no_bastan_para_que_no_lo_sea() -> None:
    debajo = "    documentos:\n      - titulo: Nota\n  - id: ACT-2\n    titulo: Dos\n"
    assert [uno[2] for uno in dicho(debajo)] == [
        "la actividad ACT-2 «Dos»: falta «fecha»",
        "la actividad ACT-2 «Dos»: falta «tipo»",
    ]


def test_sobra_el_guion_de_delante_de_un_campo() -> None:
    con_guion = ACTIVIDADES.replace("    tipo", "  - tipo")
    assert dicho("", con_guion) == [
        (
            "M202",
            5,
            "la actividad ACT-1: sobra el guion delante de «tipo»: no empieza ahí otro registro",
            "bórrelo y escriba «tipo» con 4 espacios delante, como «id», de la línea 3",
        )
    ]


def test_sobran_los_de_delante_de_cada_uno() -> None:
    con_guiones = ACTIVIDADES.replace("    ", "  - ").replace("- id", "- id", 1)
    cuales = "«fecha», «tipo», «titulo» y «actores»"
    assert dicho("", con_guiones) == [
        (
            "M202",
            4,
            f"la actividad ACT-1: sobran los guiones delante de {cuales}: "
            "no empieza ahí otro registro",
            f"bórrelos y escriba {cuales} con 4 espacios delante, como «id», de la línea 3",
        )
    ]


def test_lo_que_le_falta_al_registro_entero_se_dice() -> None:
    con_guion = ACTIVIDADES.replace("    tipo", "  - tipo").replace("    titulo: Una\n", "")
    assert [(uno[1], uno[2].rpartition(": ")[2]) for uno in dicho("", con_guion)] == [
        (3, "falta «titulo»"),
        (5, "no empieza ahí otro registro"),
    ]


def test_lo_que_repite_algo_del_de_delante_es_otro_registro() -> None:
    dichos = dicho("  - fecha: 2030-03\n    tipo: otra\n    titulo: Dos\n")
    assert [uno[2] for uno in dichos] == ["la actividad número 2 «Dos»: falta «id»"]


def test_todos_los_campos_de_una_seccion_sin_su_sangria() -> None:
    plan = "# El plan\nplan:\ntitulo: Plan\nperiodo: 2030\ncomision: CB\nmandatos: [AG-1]\n"
    assert dicho("actividades: []\n", plan) == [
        (
            "M202",
            3,
            "a «titulo», «periodo», «comision» y «mandatos» les falta la sangría",
            "escríbalos con 2 espacios delante, debajo de «plan», de la línea 2",
        )
    ]


def test_las_letras_de_una_seccion_sin_su_sangria() -> None:
    carga = cargado(actores="categorias:\nA: Órganos\nB: Institutos\nactores: []\n")
    assert [(uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in carga.diagnosticos] == [
        (
            2,
            "a «A» y «B» les falta la sangría",
            "escríbalos con 2 espacios delante, debajo de «categorias», de la línea 1",
        )
    ]


def test_una_letra_que_perdio_la_sangria_va_con_las_demas() -> None:
    carga = cargado(actores="categorias:\n  A: Órganos\nB: Institutos\nactores: []\n")
    assert [(uno.mensaje, uno.ayuda) for uno in carga.diagnosticos] == [
        (
            "a «B» le falta la sangría",
            "escríbalo con 2 espacios delante, como «A», de la línea 2",
        )
    ]


ES_UNA_SECCION = "es una sección del archivo: escríbala sin espacios delante"


def test_una_seccion_que_cayo_en_la_ficha_de_encima() -> None:
    plan = "plan:\n  titulo: Plan\n  periodo: 2030\n  comision: CB\n"
    assert dicho("  actividades:\n  - id: ACT-1\n", plan) == [
        ("M202", 5, "el plan: el campo «actividades» no existe aquí", ES_UNA_SECCION)
    ]


def test_de_los_grupos_que_cayeron_con_sus_letras_se_habla_una_vez() -> None:
    carga = cargado(objetivos="programa:\n  titulo: x\n  grupos:\n  A: Uno\n  B: Dos\n")
    assert [(uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in carga.diagnosticos] == [
        (3, "el programa: el campo «grupos» no existe aquí", ES_UNA_SECCION)
    ]


def test_los_registros_de_una_seccion_que_cayo_entre_letras_existen() -> None:
    carga = cargado(actores="categorias:\n  A: Uno\n  actores:\n  - id: CB\n    nombre: Comisión\n")
    assert [(uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in diagnosticar(carga)] == [
        (3, "el campo «actores» no existe aquí", ES_UNA_SECCION)
    ]


HUNDIDA = "  - id: ACT-2\n    fecha: 2030-03\n    tipo: otra\n    titulo: Dos\n    actores: [CB]\n"


def test_una_actividad_que_cayo_entre_los_invitados() -> None:
    debajo = "    invitados:\n      - nombre: Ana\n"
    assert dicho(debajo + indent(HUNDIDA, " " * 4)) == [
        (
            "M202",
            10,
            f"{DUENA}: «ACT-2» no va en «invitados»: por sus campos es otro registro",
            "escriba su guion con 2 espacios delante, y los demás campos con 4 espacios",
        )
    ]


def test_de_varias_se_habla_una_vez() -> None:
    debajo = "    documentos:\n      - titulo: Nota\n"
    dos = HUNDIDA + HUNDIDA.replace("ACT-2", "ACT-3")
    assert [uno[1:] for uno in dicho(debajo + indent(dos, " " * 4))] == [
        (
            10,
            f"{DUENA}: «ACT-2» y «ACT-3» no van en «documentos»: "
            "por sus campos son otros registros",
            "escriba sus guiones con 2 espacios delante, y los demás campos con 4 espacios",
        )
    ]


def test_a_un_invitado_con_un_campo_de_mas_le_sobra_el_campo() -> None:
    ((_, _, mensaje, _),) = dicho("    invitados:\n      - nombre: Ana\n        fecha: 2030-02\n")
    assert mensaje == f"{DUENA}: el campo «fecha» no existe aquí"
