"""`camctl convocatoria`: qué se convoca, dónde quedan las cartas y qué falta por saber."""

import io
from pathlib import Path

import docx
import pytest

from .conftest import Camctl, Lanzar


def dice(contenido: bytes) -> list[str]:
    return [uno.text for uno in docx.Document(io.BytesIO(contenido)).paragraphs]


def test_una_carta_con_el_nombre_de_la_actividad(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    assert camctl_("convocatoria", "act4") == (
        0,
        "",
        "Escrito: CAM-2018-2019-ACT-4.docx\n"
        "A ACT-4 le falta: día, hora, lugar y confirmar a Beatriz Piñeres.\n",
    )
    assert dice((aislada / "CAM-2018-2019-ACT-4.docx").read_bytes())[0] == "Convocatoria"


def test_una_carta_para_cada_persona(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    hecho = camctl_(
        "convocatoria", "ACT-3", "--por-invitado", "--fecha", "14/1/2019", "-o", "cartas"
    )
    assert hecho.codigo == 0
    assert sorted(una.name for una in (aislada / "cartas").iterdir()) == [
        "ACT-3-Alvaro-Botero.docx",
        "ACT-3-Luis-Ernesto-Vargas-Silva.docx",
    ]
    carta = dice((aislada / "cartas" / "ACT-3-Alvaro-Botero.docx").read_bytes())
    assert carta[2:6] == [
        "14 de enero de 2019",
        "Alvaro Botero",
        "experto en temas migratorios de la CIDH",
        "Comisión Interamericana de Derechos Humanos (CIDH)",
    ]


def test_sin_decir_donde_las_cartas_van_a_una_carpeta_con_su_nombre(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    assert camctl_("convocatoria", "ACT-5", "--por-invitado").codigo == 0
    assert [una.name for una in (aislada / "CAM-2018-2019-ACT-5").iterdir()] == [
        "ACT-5-Victor-Giorgi.docx"
    ]


def con_estado(datos: Path, estado: str) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    calendario.write_text(
        texto.replace("    actores: [CAM, CIM]\n", f"    actores: [CAM, CIM]\n    {estado}\n"),
        "utf-8",
    )


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        (["ACT-1"], "ACT-1 «Circulación del Plan de Trabajo» es una circulación: no se convoca"),
        (["ACT-6", "--por-invitado"], "no tiene a quién escribir: ni una persona invitada"),
        ([], "diga cuál: ACT-1, ACT-2, ACT-3, ACT-4, ACT-5 o ACT-6"),
        (["ACT-44"], "no existe la actividad «ACT-44»; ¿quiso decir «ACT-4»?"),
        (["B8"], "no existe la actividad «B8»"),
        (["ACT-4", "--fecha", "marzo"], "«marzo» no dice un solo día"),
        (["ACT-4", "--fecha", "14 de marzo"], "«14 de marzo» no dice un solo día"),
        (["ACT-4", "--criterio", "x"], "«x» no está entre los valores admitidos"),
        (
            ["ACT-4", "--por-invitado", "-o", "x.docx"],
            "se escribe una carpeta, y «x.docx» no lo es",
        ),
        (
            ["ACT-4", "--por-invitado", "-o", "x.DOCX"],
            "se escribe una carpeta, y «x.DOCX» no lo es",
        ),
        (["ACT-4", "-o", "data"], "«data» es una carpeta; diga también el nombre del archivo"),
        (["ACT-4", "--por-invitado", "-o", "-"], "se escribe una carpeta, y «-» no lo es"),
        (["ACT-4", "--plantilla", "nada.docx"], "«nada.docx» no se puede usar: no existe"),
        (["ACT-4", "-o", "data/actores.yaml"], "es un archivo de datos"),
    ],
)
def test_lo_que_no_se_puede_se_dice(
    camctl_: Camctl, datos: Path, aislada: Path, orden: list[str], mensaje: str
) -> None:
    hecho = camctl_("convocatoria", *orden)
    assert hecho.codigo == 2
    assert mensaje in " ".join(hecho.errores.split())
    assert [una.name for una in aislada.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("estado", "mensaje"),
    [
        ("estado: cancelada", "está cancelada: no se convoca"),
        (
            "estado: aplazada",
            "está aplazada: no se convoca; cuando tenga nueva fecha, cambie su estado",
        ),
    ],
)
def test_lo_que_no_va_a_celebrarse_no_se_convoca(
    camctl_: Camctl, datos: Path, estado: str, mensaje: str
) -> None:
    con_estado(datos, f"{estado}\n    motivo: Falta de quórum.")
    hecho = camctl_("convocatoria", "ACT-4")
    assert hecho.codigo == 2
    assert mensaje in " ".join(hecho.errores.split())


def test_de_lo_ya_celebrado_se_avisa(camctl_: Camctl, datos: Path) -> None:
    con_estado(datos, "estado: realizada")
    hecho = camctl_("convocatoria", "ACT-4", "-o", "c.docx")
    assert hecho == (0, "", "Escrito: c.docx\nACT-4 ya consta como realizada.\n")


def test_a_quien_se_excuso_no_se_le_escribe_y_se_dice(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    calendario.write_text(
        texto.replace(
            "Anna Ochoa\n        actor: SSM",
            "Anna Ochoa\n        actor: SSM\n        estado: excusado",
        ),
        "utf-8",
    )
    hecho = camctl_("convocatoria", "ACT-2", "--por-invitado", "-o", "c")
    assert hecho.codigo == 0
    assert "Sin carta, por haberse excusado: Anna Ochoa.\n" in hecho.errores
    assert [una.name for una in (aislada / "c").iterdir()] == ["ACT-2-Cristian-Taboada.docx"]
    assert hecho.errores.startswith("Escrito: 1 archivo en c\n")


def test_con_errores_en_los_datos_no_se_convoca(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    con_estado(datos, "objetivos: [B88]")
    hecho = camctl_("convocatoria", "ACT-4")
    assert (hecho.codigo, hecho.salida) == (1, "")
    assert "no se reparte un plan a medias" in hecho.errores
    assert [una.name for una in aislada.iterdir()] == ["data"]


def test_sin_datos_no_se_convoca_el_plan_del_paquete(camctl_: Camctl, del_paquete: Path) -> None:
    assert camctl_("convocatoria", "ACT-4").codigo == 2


def test_la_plantilla_de_uno(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    propia = docx.Document()
    propia.add_paragraph("Se convoca {{ actividad.titulo }}")
    propia.save(str(aislada / "mía.docx"))
    assert camctl_("convocatoria", "ACT-4", "--plantilla", "mía.docx", "-o", "c.docx").codigo == 0
    assert dice((aislada / "c.docx").read_bytes()) == ["Se convoca Sesión informal con la CIM"]
    hecho = camctl_("convocatoria", "ACT-4", "--plantilla", "mía.docx", "-o", "mía.docx")
    assert hecho.codigo == 2
    assert "«mía.docx» es la propia plantilla" in hecho.errores


def test_la_plantilla_de_camctl_no_pide_datos_ni_pisa_nada(camctl_: Camctl, aislada: Path) -> None:
    assert camctl_("convocatoria", "--plantilla-base", "base.docx") == (
        0,
        "",
        "Escrito: base.docx\n",
    )
    assert "{{ actividad.titulo }}" in dice((aislada / "base.docx").read_bytes())
    hecho = camctl_("convocatoria", "--plantilla-base", "base.docx")
    assert hecho.codigo == 2
    assert "«base.docx» ya existe, y no se pisa" in " ".join(hecho.errores.split())


def test_la_plantilla_de_camctl_da_lo_mismo_que_sin_ella(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    camctl_("convocatoria", "--plantilla-base", "base.docx")
    camctl_("convocatoria", "ACT-5", "-o", "una.docx")
    camctl_("convocatoria", "ACT-5", "-o", "otra.docx", "--plantilla", "base.docx")
    assert (aislada / "una.docx").read_bytes() == (aislada / "otra.docx").read_bytes()


def test_por_la_salida_estandar(lanzar: Lanzar, datos: Path) -> None:
    primera, segunda = (
        lanzar("convocatoria", "ACT-5", "-o", "-", PYTHONHASHSEED=semilla).stdout
        for semilla in ("1", "2")
    )
    assert dice(primera)[1] == "Sesión informal con el IIN"
    assert primera == segunda
