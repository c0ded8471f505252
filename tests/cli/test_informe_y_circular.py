"""`camctl seguimiento` y `camctl cambios` en Word: el informe del año y la circular."""

import io
import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from .conftest import DATOS, Camctl, Lanzar
from .test_cambios import guardar

AL = ("--al", "31/12/2019")


def dice(contenido: bytes) -> list[str]:
    """Los párrafos, también los de las tablas, en el orden en que se leen."""
    documento = docx.Document(io.BytesIO(contenido))
    return [
        "".join(trozo.text or "" for trozo in uno.iter(qn("w:t")))
        for uno in documento.element.body.iter(qn("w:p"))
    ]


def registrar(camctl_: Camctl, *orden: str) -> None:
    assert camctl_("registrar", *orden).codigo == 0


@pytest.fixture
def con_un_anio(camctl_: Camctl, datos: Path, aislada: Path) -> Path:
    """Los datos tras unos meses; los adoptados quedan en la carpeta `adoptado`."""
    shutil.copytree(DATOS, aislada / "adoptado")
    registrar(camctl_, "act2", "--fecha", "20/2/2019", "--lugar", "Sala Rubén Darío")
    registrar(camctl_, "act2", "--estado", "realizada", "--asistio", "taboada")
    registrar(camctl_, "act2", "--excusar", "ochoa")
    registrar(camctl_, "act2", "--avance", "B1", "Catorce países lo tienen.", "--actor", "SSM")
    registrar(camctl_, "act2", "--acuerdo", "Remitir los datos", "--plazo", "2019-04-15")
    registrar(camctl_, "act2", "--documento", "Presentación", "https://ejemplo.org/p.pdf")
    registrar(camctl_, "act5", "--estado", "aplazada", "--motivo", "A petición del IIN")
    registrar(camctl_, "act4", "--estado", "cancelada", "--motivo", "Falta de quórum")
    return datos


def test_el_informe_del_anio(camctl_: Camctl, con_un_anio: Path, aislada: Path) -> None:
    assert camctl_("seguimiento", *AL, "-o", "informe.docx") == (0, "", "Escrito: informe.docx\n")
    dicho = dice((aislada / "informe.docx").read_bytes())
    resumen = dicho.index("Resumen")
    celebradas, avances = dicho.index("Actividades celebradas"), dicho.index("Avances informados")
    acuerdos, objetivos = (
        dicho.index("Acuerdos", celebradas),
        dicho.index("Sesiones de cada objetivo"),
    )
    pendiente = dicho.index("Lo pendiente")
    assert dicho[0] == "Informe de seguimiento"
    assert dicho[2:4] == [
        "Periodo 2018-2019, al 31 de diciembre de 2019",
        "Presenta: Vicepresidencia de la CAM",
    ]
    assert dicho[resumen + 3 : celebradas - 1] == [
        "Actividades",
        "Celebradas: 1 de 6",
        "Con su fecha pasada, sin que conste que se celebraran: 3",
        "Aplazadas, sin nueva fecha: 1",
        "Canceladas: 1",
        "Objetivos",
        "Con sesión celebrada: 2 de 15 (13,3\u00a0%)",
        "Con sesión prevista, celebrada o no: 4 de 15 (26,7\u00a0%)",
        "Con avances informados: 1",
        "Acuerdos",
        "Sin cumplir: 1 de 1",
    ]
    assert dicho[celebradas + 1 : avances] == [
        "ACT-2. Sesión informal con la SSM",
        "Miércoles 20 de febrero de 2019. Sala Rubén Darío",
        "Sesión Informal de la CAM con personal de la Secretaría de Seguridad Multidimensional "
        "incluyendo Cristian Taboada y Anna Ochoa",
        "Instituciones: CAM, SSM.",
        "Cristian Taboada (SSM) — asistió",
        "Anna Ochoa (SSM) — se excusó",
        "Objetivos: B1, B6.",
        "Documentos",
        "Presentaciónhttps://ejemplo.org/p.pdf",
    ]
    assert dicho[avances + 1 : acuerdos] == [
        "B1. Migración ordenada y segura; lucha contra la trata y la explotación",
        "Catorce países lo tienen.SSM, ACT-2 (20 de febrero de 2019)",
    ]
    assert dicho[acuerdos + 5 : objetivos] == [
        "Remitir los datos",
        "ACT-2",
        "—",
        "15 de abril de 2019",
        "Vencido",
    ]
    assert dicho[objetivos + 5 : objetivos + 9] == [
        "A1 Derechos humanos y políticas migratorias integrales",
        "—",
        "—",
        "0",
    ]
    assert dicho[pendiente + 1 :] == [
        "Con su fecha pasada, sin que conste que se celebraran",
        "ACT-1 Circulación del Plan de Trabajo (febrero de 2019)",
        "ACT-3 Sesión informal con la CIDH (febrero de 2019)",
        "ACT-6 Sesión formal con el CIDI sobre los avances del Programa (abril de 2019)",
        "Aplazadas, sin nueva fecha",
        "ACT-5 Sesión informal con el IIN (marzo de 2019). Motivo: A petición del IIN",
        "Por confirmar",
        "Victor Giorgi (IIN), para ACT-5 (marzo de 2019)",
        "Canceladas",
        "ACT-4 Sesión informal con la CIM (marzo de 2019). Motivo: Falta de quórum",
        "Vicepresidencia de la CAM",
    ]


def test_la_circular_de_los_cambios(camctl_: Camctl, con_un_anio: Path, aislada: Path) -> None:
    hecho = camctl_("cambios", "adoptado", "data", "-o", "circular.docx")
    assert hecho == (0, "", "Escrito: circular.docx\n")
    dicho = dice((aislada / "circular.docx").read_bytes())
    calendario, objetivos = (
        dicho.index("Calendario"),
        dicho.index("Objetivos que ganan o pierden sesión"),
    )
    assert dicho[:2] == ["Circular", "Cambios en el plan 2018-2019"]
    assert dicho[2].startswith("Se comunican los cambios introducidos en «Plan de Trabajo de la ")
    assert dicho[calendario + 3 : objetivos] == [
        "ACT-2",
        "Sesión informal con la SSM",
        "Se ha realizado.",
        "Se fija la fecha: 20 de febrero de 2019.",
        "Cristian Taboada asistió.",
        "Anna Ochoa se excusa.",
        "Documento: Presentación · https://ejemplo.org/p.pdf.",
        "Avance: B1 · SSM · Catorce países lo tienen.",
        "Acuerdo: Remitir los datos · plazo: 15 de abril de 2019 · pendiente.",
        "Lugar: «Sala Rubén Darío».",
        "ACT-4",
        "Sesión informal con la CIM",
        "Se cancela. Motivo: Falta de quórum.",
        "ACT-5",
        "Sesión informal con el IIN",
        "Se aplaza; estaba prevista para: marzo de 2019. Motivo: A petición del IIN.",
    ]
    assert dicho[objetivos + 3 :][:3] == [
        "B8",
        "Interés superior del niño y unidad familiar",
        "Se queda sin sesión.",
    ]
    assert dicho[-1] == "Vicepresidencia de la CAM"


def test_de_lo_guardado_en_git_se_dice_el_dia(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    guardar(aislada, "El plan adoptado", "2019-02-01T12:00:00Z")
    registrar(camctl_, "act6", "--fecha", "11/4/2019")
    assert camctl_("cambios", "--formato", "docx").codigo == 0
    dicho = dice((aislada / "CAM-2018-2019-circular.docx").read_bytes())
    assert " (2018-2019) desde el 1 de febrero de 2019 hasta el " in dicho[2]


def test_sin_cambios_la_circular_lo_dice(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    shutil.copytree(DATOS, aislada / "adoptado")
    hecho = camctl_("cambios", "adoptado", "data", "-o", "circular.docx")
    assert hecho == (
        0,
        "",
        "Escrito: circular.docx\nNada que mostrar: nada ha cambiado entre adoptado y data.\n",
    )
    assert dice((aislada / "circular.docx").read_bytes())[3:] == [
        "No hay ninguno.",
        "Vicepresidencia de la CAM",
    ]


def test_el_informe_de_una_institucion(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    hecho = camctl_("seguimiento", *AL, "--actor", "cim", "--formato", "docx")
    assert hecho == (0, "", "Escrito: CAM-2018-2019-informe-2019-12-31.docx\n")
    dicho = dice((aislada / "CAM-2018-2019-informe-2019-12-31.docx").read_bytes())
    assert "Solo lo pedido: actor: CIM" in dicho
    assert "Celebradas: 0 de 1" in dicho


ORDENES = {"informe": ["seguimiento", *AL], "circular": ["cambios", "adoptado", "data"]}


@pytest.fixture(params=ORDENES)
def orden(request: pytest.FixtureRequest, datos: Path, aislada: Path) -> list[str]:
    shutil.copytree(DATOS, aislada / "adoptado")
    return ORDENES[request.param]


def test_la_plantilla_de_uno_pide_word(camctl_: Camctl, orden: list[str], aislada: Path) -> None:
    propia = docx.Document()
    propia.add_paragraph("De {{ comision.id }}")
    propia.save(str(aislada / "mía.docx"))
    assert camctl_(*orden, "--plantilla", "mía.docx").codigo == 0
    (hecho,) = aislada.glob("CAM-*.docx")
    assert dice(hecho.read_bytes()) == ["De CAM"]


@pytest.mark.parametrize(
    ("opciones", "mensaje"),
    [
        (
            ["--plantilla", "mía.docx", "-f", "json"],
            "«--plantilla»: no vale para json, sino para docx",
        ),
        (["--plantilla", "mía.docx", "-o", "x.md"], "no vale para md, sino para docx"),
        (["--plantilla", "nada.docx"], "«nada.docx» no se puede usar: no existe"),
        (["--plantilla", "mía.docx", "-o", "mía.docx"], "«mía.docx» es la propia plantilla"),
        (["--plantilla-base", "mía.docx"], "«mía.docx» ya existe, y no se pisa"),
        (["-f", "docx", "-o", "data/actores.yaml"], "es un archivo de datos"),
        (["-f", "pdf"], "«pdf» no está entre los valores admitidos: «tabla»"),
    ],
)
def test_lo_que_no_se_puede_se_dice(
    camctl_: Camctl, orden: list[str], aislada: Path, opciones: list[str], mensaje: str
) -> None:
    docx.Document().save(str(aislada / "mía.docx"))
    habia = (aislada / "mía.docx").read_bytes()
    hecho = camctl_(*orden, *opciones)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert mensaje in " ".join(hecho.errores.split())
    assert sorted(uno.name for uno in aislada.iterdir()) == ["adoptado", "data", "mía.docx"]
    assert (aislada / "mía.docx").read_bytes() == habia


def test_la_plantilla_de_camctl_da_lo_mismo_que_sin_ella(
    camctl_: Camctl, orden: list[str], aislada: Path
) -> None:
    assert camctl_(orden[0], "--plantilla-base", "base.docx").codigo == 0
    assert camctl_(*orden, "-o", "una.docx").codigo == 0
    assert camctl_(*orden, "-o", "otra.docx", "--plantilla", "base.docx").codigo == 0
    assert (aislada / "una.docx").read_bytes() == (aislada / "otra.docx").read_bytes()


def test_con_errores_en_los_datos_no_se_reparte(
    camctl_: Camctl, orden: list[str], datos: Path, aislada: Path
) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text("utf-8")
    calendario.write_text(texto.replace("actores: [CAM, CIM]", "actores: [CAM, CIMM]"), "utf-8")
    hecho = camctl_(*orden, "-o", "x.docx")
    assert (hecho.codigo, hecho.salida) == (1, "")
    assert "1 error en los datos: no se reparte un plan a medias" in hecho.errores
    assert not (aislada / "x.docx").exists()


def test_los_errores_de_antes_no_impiden_la_circular(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    shutil.copytree(DATOS, aislada / "adoptado")
    calendario = aislada / "adoptado" / "calendario.yaml"
    texto = calendario.read_text("utf-8")
    calendario.write_text(texto.replace("actores: [CAM, CIM]", "actores: [CAM, CIMM]"), "utf-8")
    hecho = camctl_("cambios", "adoptado", "data", "-o", "circular.docx")
    assert hecho == (
        1,
        "",
        "Escrito: circular.docx\n1 error en adoptado: se compara lo que está sano.\n",
    )


def test_el_plan_del_paquete_no_se_reparte(camctl_: Camctl, del_paquete: Path) -> None:
    assert camctl_("seguimiento", "-f", "docx").codigo == 2
    assert [*Path().glob("*.docx")] == []


def test_dos_veces_lo_mismo_son_los_mismos_bytes(lanzar: Lanzar, orden: list[str]) -> None:
    primera, segunda = (
        lanzar(*orden, "-f", "docx", "-o", "-", PYTHONHASHSEED=semilla).stdout
        for semilla in ("1", "2")
    )
    assert len(dice(primera)) > 3
    assert primera == segunda
