"""Las convocatorias: lo que dice cada carta, y en qué archivo va cada una."""

import io

import docx
import pytest
from docx.document import Document

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.salida.word.cartas import carta, cartas
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion
from conftest import Levantar

PLAN = """
plan: {titulo: Plan de trabajo, periodo: 2030, comision: CB, mandatos: [RES-1]}
actividades:
  - id: ACT-1
    fecha: 2030-03-14
    hora: "10:00-13:00"
    tipo: informal
    titulo: Sesión sobre las salas
    texto: Sesión informal sobre las salas.
    lugar: Salón Azul
    actores: [CB, ILI]
    invitados: INVITADOS
"""
MANDATOS = "mandatos: [{id: RES-1, resolucion: ASA/RES. 1, titulo: Leer, parrafos: 1-3}]\n"
ACTORES = "actores: [{id: CB, nombre: Comisión}, {id: ILI, nombre: Instituto de la Lectura}]\n"


def de_la_sesion(levantar: Levantar, invitados: str) -> tuple[Encargo, Actividad]:
    indices = levantar(
        calendario=PLAN.replace("INVITADOS", invitados), mandatos=MANDATOS, actores=ACTORES
    )
    return encargo_y(indices, "ACT-1")


def encargo_y(
    indices: Indices, id_: str, pedido: Seleccion | None = None
) -> tuple[Encargo, Actividad]:
    cabecera, actividad = indices.plan.cabecera, indices.actividad(id_)
    assert cabecera is not None
    assert actividad is not None
    return Encargo(cabecera, indices, Cobertura(indices), pedido or Seleccion()), actividad


def leida(contenido: bytes) -> Document:
    documento: Document = docx.Document(io.BytesIO(contenido))
    return documento


def parrafos(documento: Document) -> list[str]:
    return [uno.text for uno in documento.paragraphs]


def datos(documento: Document) -> dict[str, str]:
    (tabla,) = documento.tables
    return {fila.cells[0].text: fila.cells[1].text for fila in tabla.rows}


def test_lo_que_el_plan_no_dice_va_por_fijar(indices_reales: Indices) -> None:
    encargo, actividad = encargo_y(indices_reales, "ACT-4")
    documento = leida(carta(encargo, actividad))
    assert datos(documento) == {
        "Convoca": "Comisión de Asuntos Migratorios (CAM)",
        "Actividad": "Sesión Informal de la CAM con personal de la Comisión Interamericana de las "
        "Mujeres incluida Beatriz Piñeres o TBD\nACT-4, sesión informal",
        "Fecha": "Marzo de 2019 (día por fijar)",
        "Hora": "Por fijar",
        "Lugar": "Por fijar",
        "Participan": "Comisión Interamericana de las Mujeres (CIM)\n"
        "Beatriz Piñeres (CIM) — por confirmar",
    }
    dichos = parrafos(documento)
    assert dichos[:3] == [
        "Convocatoria",
        "Sesión informal con la CIM",
        "Comisión Interamericana de las Mujeres (CIM)",
    ]
    assert dichos[3].endswith("Se agradecerá confirmar la participación.")
    assert "Participa CIM, cuya misión atraviesa todos los objetivos." in dichos
    # La sesión no cita mandatos: son los del plan.
    assert "Mandatos del plan" in dichos
    assert any("AG/RES. 2916 (XLVIII-O/18)" in uno and "26 a 33" in uno for uno in dichos)


def test_los_objetivos_van_con_su_texto_y_su_porque(indices_reales: Indices) -> None:
    encargo, actividad = encargo_y(indices_reales, "ACT-5")
    documento = leida(carta(encargo, actividad))
    dichos = parrafos(documento)
    objetivo = indices_reales.objetivo("B8")
    assert objetivo is not None
    titulo = dichos.index("B8. Interés superior del niño y unidad familiar")
    assert dichos[titulo + 1 : titulo + 4] == [
        objetivo.texto,
        "Por qué lo trata la actividad — misión de IIN: «el interés superior de los niños, niñas y "
        "adolescentes, así como el principio de unidad familiar».",
        "Con el criterio actor: cuentan la sesión que lo nombra y la misión de sus actores.",
    ]
    orden = dichos.index("Proyecto de orden del día")
    assert dichos[orden + 1 : orden + 6] == [
        "Sesión informal con el IIN (marzo de 2019)",
        "Aprobación del proyecto de orden del día",
        "Sesión informal con el IIN",
        "Objetivos del programa que se tratan: B8",
        "Otros asuntos",
    ]


def test_con_el_criterio_general_una_sesion_que_lo_abarca_todo_los_trata_todos(
    indices_reales: Indices,
) -> None:
    encargo, actividad = encargo_y(indices_reales, "ACT-6")
    por_omision = parrafos(leida(carta(encargo, actividad)))
    assert "La actividad abarca el programa entero." in por_omision
    assert not any(uno.startswith("B12. ") for uno in por_omision)
    encargo, actividad = encargo_y(indices_reales, "ACT-6", Seleccion(criterio="general"))
    general = parrafos(leida(carta(encargo, actividad)))
    assert sum(uno.startswith("Por qué lo trata la actividad") for uno in general) == 15
    # Sus mandatos son suyos, y dos.
    assert "Mandatos" in general
    assert not any("2738" in uno for uno in general)


def test_el_dia_la_hora_y_el_lugar_que_se_saben(levantar: Levantar) -> None:
    encargo, actividad = de_la_sesion(levantar, "[{nombre: Eva Sol}]")
    documento = leida(carta(encargo, actividad, fecha="1 de marzo de 2030"))
    suyos = datos(documento)
    assert suyos["Fecha"] == "Jueves 14 de marzo de 2030"
    assert (suyos["Hora"], suyos["Lugar"]) == ("10:00-13:00", "Salón Azul")
    assert parrafos(documento)[2:5] == [
        "1 de marzo de 2030",
        "Instituto de la Lectura (ILI)",
        "Eva Sol",
    ]


@pytest.mark.parametrize(
    ("invitados", "archivos"),
    [
        (
            "[{nombre: Ana Núñez, actor: ILI}, {nombre: Eva Sol}]",
            ["ACT-1-Ana-Núñez.docx", "ACT-1-Eva-Sol.docx"],
        ),
        (
            "[{nombre: ../../Ana}, {nombre: ANA}, {nombre: 'Ana '}, {nombre: 'C:\\Ana?'}]",
            ["ACT-1-Ana.docx", "ACT-1-ANA-2.docx", "ACT-1-Ana-3.docx", "ACT-1-C-Ana.docx"],
        ),
        ("[{nombre: '···'}, {nombre: '?'}]", ["ACT-1.docx", "ACT-1-2.docx"]),
        ("[{nombre: Ana, estado: excusado}, {nombre: Eva}]", ["ACT-1-Eva.docx"]),
    ],
)
def test_cada_persona_tiene_su_archivo(
    levantar: Levantar, invitados: str, archivos: list[str]
) -> None:
    assert [*cartas(*de_la_sesion(levantar, invitados))] == archivos


def test_un_nombre_larguisimo_cabe_en_cualquier_disco(levantar: Levantar) -> None:
    largos = f"[{{nombre: {'ñ' * 300}}}, {{nombre: {'ñ' * 301}}}]"
    nombres = [*cartas(*de_la_sesion(levantar, largos))]
    assert len(set(nombres)) == 2
    assert all(len(nombre.encode()) <= 255 for nombre in nombres)


def test_cada_carta_se_dirige_a_una_persona(levantar: Levantar) -> None:
    encargo, actividad = de_la_sesion(
        levantar,
        "[{nombre: Ana, actor: ILI, cargo: Directora, estado: por_confirmar}, "
        "{nombre: Eva, estado: confirmado}]",
    )
    ana, eva = (parrafos(leida(una)) for una in cartas(encargo, actividad).values())
    assert ana[2:5] == ["Ana", "Directora", "Instituto de la Lectura (ILI)"]
    assert ana[5].endswith("Se agradecerá confirmar la participación.")
    assert eva[2] == "Eva"
    assert eva[3].endswith("Se adjunta el proyecto de orden del día.")


def test_una_carta_no_supone_el_genero_de_nadie(indices_reales: Indices) -> None:
    for actividad in indices_reales.plan.actividades:
        encargo, _ = encargo_y(indices_reales, actividad.id)
        todo = " ".join(parrafos(leida(carta(encargo, actividad))))
        for formula in ("Estimad", "Señor", "Sr.", "Sra.", "Invitado", "el invitado", "/a "):
            assert formula not in todo


def test_la_firma_quien_presenta_el_plan(indices_reales: Indices, levantar: Levantar) -> None:
    suya = leida(carta(*encargo_y(indices_reales, "ACT-4")))
    firmas = [uno.text for uno in suya.paragraphs if uno.style and uno.style.name == "Signature"]
    assert firmas == ["Vicepresidencia de la CAM"]
    otra = leida(carta(*de_la_sesion(levantar, "[]")))
    assert "Comisión (CB)" in parrafos(otra)
