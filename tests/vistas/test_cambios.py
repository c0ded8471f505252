"""Qué cambia entre dos momentos de un plan, frase por frase."""

from collections.abc import Callable
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas import cambios as vista
from camctl.vistas.cambios import Momento
from camctl.vistas.respuesta import Respuesta

from .conftest import ACTORES, CALENDARIO, MANDATOS, OBJETIVOS

ADOPTADO = {
    "objetivos": OBJETIVOS,
    "mandatos": MANDATOS,
    "actores": ACTORES,
    "calendario": CALENDARIO,
}
SESION = """
actividades:
  - id: ACT-1
    fecha: 2030-03
    tipo: informal
    titulo: Sesión con el Instituto
    actores: [CB, ILI]
"""
CABECERA = "plan: {titulo: Plan, periodo: 2030-2031, comision: CB}\n"

Comparar = Callable[..., Respuesta]


@pytest.fixture(scope="session")
def comparar(levantar: Callable[..., Indices]) -> Comparar:
    """Los cambios entre dos planes, cada uno dado por sus archivos."""

    def comparados(antes: dict[str, str], despues: dict[str, str]) -> Respuesta:
        momentos = []
        for nombre, archivos in (("antes", antes), ("ahora", despues)):
            indices = levantar(**archivos)
            momentos.append(Momento(nombre, indices, Cobertura(indices)))
        return vista.cambios(vista.comparar(momentos[0], momentos[1]))

    return comparados


def frases(respuesta: Respuesta) -> list[str]:
    registros: Any = respuesta.registros
    return [f"{uno['id']}: {uno['texto']}" for uno in registros if uno["que"] != "consecuencia"]


def consecuencias(respuesta: Respuesta) -> list[str]:
    registros: Any = respuesta.registros
    return [f"{uno['id']}: {uno['texto']}" for uno in registros if uno["que"] == "consecuencia"]


def sobre_invitados(respuesta: Respuesta) -> list[dict[str, Any]]:
    registros: Any = respuesta.registros
    return [uno for uno in registros if uno["campo"] == "invitados"]


def test_lo_mismo_no_es_ningun_cambio(comparar: Comparar) -> None:
    respuesta = comparar(ADOPTADO, ADOPTADO)
    assert respuesta.registros == []
    assert respuesta.cuerpo == ()
    assert respuesta.vacio == "nada ha cambiado entre antes y ahora"
    assert respuesta.encabezado[1].startswith("Cobertura: 60\u00a0%, como antes (criterio actor")


def test_escribirlo_de_otra_manera_no_es_un_cambio(comparar: Comparar) -> None:
    otra = {
        **ADOPTADO,
        "calendario": CALENDARIO.replace("actores: [CB, inle, RED]", "actores: [cb, ILI, Red]")
        .replace("id: ACT-2", "id: act2")
        .replace("[B3, b-1]", "[b.3, B1]"),
    }
    assert comparar(ADOPTADO, otra).registros == []


@pytest.mark.parametrize(
    ("viejo", "nuevo", "dichas"),
    [
        ("fecha: 2030-03", "fecha: 2030-03-14", ["Se fija la fecha: 14 de marzo de 2030."]),
        (
            "fecha: 2030-03",
            'fecha: 2030-03-14\n    hora: "10:00"\n    lugar: Salón Azul\n    estado: convocada',
            [
                "Queda convocada.",
                "Se fija la fecha: 14 de marzo de 2030, 10:00.",
                "Lugar: «Salón Azul».",
            ],
        ),
        (
            "fecha: 2030-03",
            "fecha: 2030-05\n    fecha_prevista: 2030-03\n    motivo: Obras en la sala.",
            ["Nueva fecha: mayo de 2030 (antes, marzo de 2030). Motivo: Obras en la sala."],
        ),
        (
            "tipo: informal",
            "tipo: informal\n    estado: aplazada\n    motivo: Falta de quórum",
            ["Se aplaza; estaba prevista para: marzo de 2030. Motivo: Falta de quórum."],
        ),
        (
            "tipo: informal",
            "tipo: informal\n    estado: cancelada\n    motivo: Falta de quórum.",
            ["Se cancela. Motivo: Falta de quórum."],
        ),
        ("tipo: informal", "tipo: informal\n    estado: realizada", ["Se ha realizado."]),
        # El motivo se dice una sola vez, con el estado.
        (
            "fecha: 2030-03",
            "fecha: 2030-05\n    estado: cancelada\n    motivo: Obras.",
            ["Se cancela. Motivo: Obras.", "Nueva fecha: mayo de 2030 (antes, marzo de 2030)."],
        ),
        ("[CB, ILI]", "[CB, RED, SEC]", ["Se suman: RED y SEC.", "Ya no participa: ILI."]),
        (
            "[CB, ILI]",
            "[CB, ILI]\n    objetivos: todos",
            ["Objetivos: el Programa entero (antes, ninguno)."],
        ),
        (
            "[CB, ILI]",
            "[CB, ILI]\n    mandatos: [{id: res11, parrafos: 1-2}, RES-10]",
            ["Mandatos: RES-11 (párrafos 1-2) y RES-10 (antes, ninguno)."],
        ),
        (
            "[CB, ILI]",
            "[CB, ILI]\n    avances: [{objetivo: b1, actor: inle, texto: Diez salas.}]\n"
            "    acuerdos: [{texto: Buscar fondos, plazo: 2030-06}]\n"
            "    documentos: [{titulo: Nota, signatura: CB/doc.4}]",
            [
                "Documento: Nota · CB/doc.4.",
                "Avance: B1 · ILI · Diez salas.",
                "Acuerdo: Buscar fondos · plazo: junio de 2030 · pendiente.",
            ],
        ),
        (
            "Sesión con el Instituto",
            "Sesión con el ILI",
            ["Título: «Sesión con el ILI» (antes, «Sesión con el Instituto»)."],
        ),
    ],
)
def test_lo_que_cambia_de_una_actividad(
    comparar: Comparar, viejo: str, nuevo: str, dichas: list[str]
) -> None:
    antes = {**ADOPTADO, "calendario": CABECERA + SESION}
    assert viejo in SESION
    respuesta = comparar(antes, {**antes, "calendario": CABECERA + SESION.replace(viejo, nuevo)})
    suyas = [f for f in frases(respuesta) if f.startswith("ACT-1: ")]
    assert suyas == [f"ACT-1: {dicha}" for dicha in dichas]


@pytest.mark.parametrize(
    ("antes", "despues", "dichas"),
    [
        # El motivo va con lo que explica: el aplazamiento, la cancelación o la fecha nueva.
        (
            "fecha: 2030-03\n    estado: aplazada\n    motivo: Obras.",
            "fecha: 2030-05-02\n    estado: convocada\n    motivo: Había obras en la sala.",
            [
                "Queda convocada.",
                "Nueva fecha: 2 de mayo de 2030 (antes, marzo de 2030). "
                "Motivo: Había obras en la sala.",
            ],
        ),
        (
            "fecha: 2030-03\n    estado: aplazada\n    motivo: Obras.",
            "fecha: 2030-03\n    estado: convocada\n    motivo: Se retrasan las obras.",
            ["Queda convocada.", "Motivo: Se retrasan las obras."],
        ),
        (
            "fecha: 2030-03\n    estado: aplazada\n    motivo: Obras.",
            "fecha: 2030-03\n    estado: convocada",
            ["Queda convocada."],
        ),
        (
            "fecha: 2030-03\n    estado: aplazada\n    motivo: Obras.",
            "fecha: 2030-03\n    estado: aplazada",
            ["Ya no dice el motivo."],
        ),
        # El del aplazamiento ya se dijo al aplazarla.
        (
            "fecha: 2030-03\n    estado: aplazada\n    motivo: Obras.",
            "fecha: 2030-05\n    estado: convocada\n    motivo: Obras.",
            ["Queda convocada.", "Nueva fecha: mayo de 2030 (antes, marzo de 2030)."],
        ),
        (
            "fecha: 2030-03",
            "fecha: 2030-03-14\n    motivo: La pidió el ILI.",
            ["Se fija la fecha: 14 de marzo de 2030.", "Motivo: La pidió el ILI."],
        ),
        (
            "fecha: 2030-03\n    motivo: Obras.",
            "fecha: 2030-05\n    estado: aplazada\n    motivo: Obras.",
            [
                "Se aplaza; estaba prevista para: marzo de 2030. Motivo: Obras.",
                "Nueva fecha: mayo de 2030 (antes, marzo de 2030).",
            ],
        ),
    ],
)
def test_el_motivo_se_dice_una_vez(
    comparar: Comparar, antes: str, despues: str, dichas: list[str]
) -> None:
    planes = [
        {**ADOPTADO, "calendario": CABECERA + SESION.replace("fecha: 2030-03", dicho)}
        for dicho in (antes, despues)
    ]
    suyas = [f for f in frases(comparar(*planes)) if f.startswith("ACT-1: ")]
    assert suyas == [f"ACT-1: {dicha}" for dicha in dichas]


@pytest.mark.parametrize(
    ("antes", "despues", "dichas"),
    [
        ("", "{nombre: Ana Paz, actor: ILI}", ["Se suma, por invitación: Ana Paz (ILI)."]),
        ("{nombre: Ana Paz, actor: ILI}", "", ["Ya no figura: Ana Paz."]),
        (
            "{nombre: Ana Paz, actor: ILI, estado: por_confirmar}",
            "{nombre: Luz Mar, actor: ILI, cargo: Directora, estado: confirmado}",
            ["Luz Mar (Directora, ILI, asistencia confirmada) sustituye a Ana Paz."],
        ),
        (
            "{nombre: Ana Paz, actor: ILI, estado: por_confirmar}",
            "{nombre: ana paz, actor: ILI, estado: confirmado}",
            ["ana paz confirma su asistencia."],
        ),
        ("{nombre: Ana Paz}", "{nombre: Ana Paz, estado: excusado}", ["Ana Paz se excusa."]),
        ("{nombre: Ana Paz}", "{nombre: Ana Paz, estado: asistio}", ["Ana Paz asistió."]),
        (
            "{nombre: Ana Paz, cargo: Jefa}",
            "{nombre: Ana Paz, cargo: Directora}",
            ["Ana Paz (Directora) (antes, Ana Paz (Jefa))."],
        ),
        # Lo que cambia a la vez que el estado se dice también.
        (
            "{nombre: Ana Paz, actor: ILI, estado: por_confirmar}",
            "{nombre: Ana Paz, actor: RED, cargo: Presidenta, estado: confirmado, nota: En línea.}",
            [
                "Ana Paz confirma su asistencia.",
                "Ana Paz (Presidenta, RED, En línea) (antes, Ana Paz (ILI)).",
            ],
        ),
        (
            "{nombre: Ana Paz, actor: ILI, estado: confirmado}",
            "{nombre: Ana Paz, actor: ILI}",
            ["De Ana Paz ya no se dice si asiste."],
        ),
        # El alias es del mismo actor.
        ("{nombre: Ana Paz, actor: ILI}", "{nombre: Ana Paz, actor: inle}", []),
        (
            "{nombre: Ana Paz, actor: INLE, estado: por_confirmar}",
            "{nombre: Luz Mar, actor: ILI}",
            ["Luz Mar (ILI) sustituye a Ana Paz."],
        ),
        # Dos que se llaman igual son dos.
        (
            "{nombre: Ana Paz, actor: ILI}, {nombre: ana paz, actor: RED}",
            "{nombre: ana paz, actor: RED}, {nombre: Ana Paz, actor: ILI, estado: excusado}",
            ["Ana Paz se excusa."],
        ),
        (
            "{nombre: Ana Paz, actor: ILI}",
            "{nombre: Ana Paz, actor: ILI}, {nombre: Ana Paz, actor: RED}",
            ["Se suma, por invitación: Ana Paz (RED)."],
        ),
        (
            "{nombre: Ana Paz, actor: ILI}, {nombre: ana paz, actor: ILI, estado: confirmado}",
            "{nombre: Ana Paz, actor: ILI}",
            ["Ya no figura: ana paz."],
        ),
        # Con dos que salen de la misma casa, no se sabe a quién sustituye.
        (
            "{nombre: Ana Paz, actor: ILI}, {nombre: Eva Sol, actor: ILI}",
            "{nombre: Luz Mar, actor: ILI}",
            ["Se suma, por invitación: Luz Mar (ILI).", "Ya no figuran: Ana Paz y Eva Sol."],
        ),
    ],
)
def test_los_invitados(comparar: Comparar, antes: str, despues: str, dichas: list[str]) -> None:
    planes = [
        {**ADOPTADO, "calendario": f"{CABECERA}{SESION}    invitados: [{invitados}]\n"}
        for invitados in (antes, despues)
    ]
    suyas = [uno["texto"] for uno in sobre_invitados(comparar(*planes))]
    assert suyas == dichas


def test_un_invitado_sin_estado_tiene_su_palabra(comparar: Comparar) -> None:
    planes = [
        {**ADOPTADO, "calendario": f"{CABECERA}{SESION}    invitados: [{{nombre: Ana{estado}}}]\n"}
        for estado in (", estado: confirmado", "")
    ]
    assert [uno["que"] for uno in sobre_invitados(comparar(*planes))] == ["sin_estado"]


def test_una_sesion_aplazada_tiene_consecuencias(comparar: Comparar) -> None:
    antes = {**ADOPTADO, "calendario": CABECERA + SESION}
    aplazada = SESION.replace("informal", "informal\n    estado: aplazada\n    motivo: Obras.")
    respuesta = comparar(antes, {**antes, "calendario": CABECERA + aplazada})
    assert respuesta.encabezado[1].startswith(
        "Cobertura: 40\u00a0% antes, 0\u00a0% ahora (criterio actor"
    )
    assert frases(respuesta)[1:] == ["B1: Se queda sin sesión.", "B2: Se queda sin sesión."]
    assert consecuencias(respuesta) == [
        "ILI: Sesiones que deja de tener: ACT-1 (aplazada).",
        "ILI: Se queda sin ninguna sesión.",
        "ILI: De los objetivos de su misión, se quedan sin sesión: B1 y B2.",
        "MAE: De los objetivos de su misión, se queda sin sesión: B2.",
    ]


def test_una_actividad_nueva_y_una_que_sale(comparar: Comparar) -> None:
    antes = {**ADOPTADO, "calendario": CABECERA + SESION}
    otra = SESION.replace("ACT-1", "ACT-2").replace("2030-03", "2030-04-02")
    respuesta = comparar(antes, {**antes, "calendario": CABECERA + otra})
    assert frases(respuesta) == [
        "ACT-2: Entra en el plan: sesión informal · 2 de abril de 2030 · con CB e ILI.",
        "ACT-1: Sale del plan; estaba prevista para: marzo de 2030.",
    ]
    assert consecuencias(respuesta) == [
        "ILI: Sesiones que gana: ACT-2 · 2 de abril de 2030.",
        "ILI: Sesiones que deja de tener: ACT-1 (ya no está en el plan).",
    ]


@pytest.mark.parametrize(
    ("antes", "despues", "que", "campo", "dicho", "para_el"),
    [
        (
            "2030-03-14",
            '2030-03-14\n    hora: "10:00"',
            "hora",
            "hora",
            "Hora: 10:00.",
            "Con cambio de hora: ACT-1 · 14 de marzo de 2030, 10:00.",
        ),
        (
            "2030-03",
            "2030-03-14",
            "fecha_fijada",
            "fecha",
            "Se fija la fecha: 14 de marzo de 2030.",
            "Con fecha fijada: ACT-1 · 14 de marzo de 2030.",
        ),
        (
            "2030-03-14\n    hasta: 2030-04",
            "2030-03-14\n    hasta: 2030-04-02",
            "fecha_fijada",
            "hasta",
            "Se fija la fecha: del 14 de marzo de 2030 al 2 de abril de 2030.",
            "Con fecha fijada: ACT-1 · del 14 de marzo de 2030 al 2 de abril de 2030.",
        ),
        (
            "2030-03-14\n    hasta: 2030-03-15",
            "2030-03-14\n    hasta: 2030-03-16",
            "movida",
            "hasta",
            "Nueva fecha: del 14 al 16 de marzo de 2030 (antes, del 14 al 15 de marzo de 2030).",
            "Con nueva fecha: ACT-1 · del 14 al 16 de marzo de 2030.",
        ),
        (
            "2030-03",
            "2030-04-14",
            "movida",
            "fecha",
            "Nueva fecha: 14 de abril de 2030 (antes, marzo de 2030).",
            "Con nueva fecha: ACT-1 · 14 de abril de 2030.",
        ),
    ],
)
def test_fijar_mover_y_cambiar_la_hora_son_tres_cosas(
    comparar: Comparar, antes: str, despues: str, que: str, campo: str, dicho: str, para_el: str
) -> None:
    planes = [
        {**ADOPTADO, "calendario": CABECERA + SESION.replace("fecha: 2030-03", f"fecha: {una}")}
        for una in (antes, despues)
    ]
    respuesta = comparar(*planes)
    registros: Any = respuesta.registros
    assert [(uno["que"], uno["campo"], uno["texto"]) for uno in registros] == [
        (que, campo, dicho),
        ("consecuencia", None, para_el),
    ]


def test_de_un_texto_largo_se_dicen_las_palabras(comparar: Comparar) -> None:
    largo = "Acercar los libros a todas las personas que no tienen cerca una biblioteca."
    planes = [
        {**ADOPTADO, "objetivos": OBJETIVOS.replace("Acercar los libros a todos.", texto)}
        for texto in (largo, largo.replace("todas las personas", "toda persona"))
    ]
    respuesta = comparar(*planes)
    assert respuesta.registros == [
        {
            "clase": "objetivo",
            "id": "A1",
            "que": "enmendado",
            "texto": "Texto: donde decía «los libros a todas las personas que no», "
            "dice «los libros a toda persona que no».",
            "campo": "texto",
            "antes": "todas las personas",
            "despues": "toda persona",
        }
    ]


def test_lo_demas_del_plan(comparar: Comparar) -> None:
    despues = {
        "objetivos": OBJETIVOS.replace("A: Objetivos", "A: Fines").replace(
            "mandato: RES-10", "mandato: RES-11"
        ),
        "mandatos": MANDATOS.replace("parrafos: 1-9", "parrafos: 1-8"),
        "actores": ACTORES.replace("alias: [INLE]", "alias: [INLE, Lecturas]").replace(
            "transversal: sí}", "transversal: no}"
        )
        + "  - {id: NUE, nombre: Nueva}\n",
        "calendario": CALENDARIO.replace("titulo: Plan de trabajo", "titulo: Plan de la CB"),
    }
    assert frases(comparar(ADOPTADO, despues)) == [
        ": Título: «Plan de la CB» (antes, «Plan de trabajo»).",
        ": Mandato: «RES-11» (antes, «RES-10»).",
        ": grupo · A: «Fines generales» (antes, «Objetivos generales»).",
        "RES-10: Párrafos: «1-8» (antes, «1-9»).",
        "NUE: Entra en el plan.",
        "ILI: Alias: «INLE» y «Lecturas» (antes, «INLE»).",
        "RED: Transversal: no (antes, sí).",
    ]
