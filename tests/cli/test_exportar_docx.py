"""`camctl exportar docx`: la plantilla de uno, y la que se le da para empezar."""

import io
from pathlib import Path

import docx
import pytest

from .conftest import Camctl, Lanzar


def dice(contenido: bytes) -> list[str]:
    return [uno.text for uno in docx.Document(io.BytesIO(contenido)).paragraphs]


def con_parrafos(ruta: Path, *parrafos: str) -> None:
    documento = docx.Document()
    for uno in parrafos:
        documento.add_paragraph(uno)
    documento.save(str(ruta))


def test_el_plan_en_word(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    assert camctl_("exportar", "docx") == (0, "", "Escrito: CAM-2018-2019.docx\n")
    camctl_("exportar", "-o", "plan.docx")
    assert (aislada / "plan.docx").read_bytes() == (aislada / "CAM-2018-2019.docx").read_bytes()
    assert "Calendario" in dice((aislada / "plan.docx").read_bytes())


def test_los_filtros_se_dicen(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    camctl_("exportar", "-o", "plan.docx", "--actor", "inna")
    assert "Solo lo pedido: actor: IIN." in dice((aislada / "plan.docx").read_bytes())


def test_con_la_plantilla_de_uno(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    con_parrafos(aislada / "mía.docx", "Periodo {{ plan.periodo }}")
    assert camctl_("exportar", "docx", "--plantilla", "mía.docx", "-o", "p.docx").codigo == 0
    assert dice((aislada / "p.docx").read_bytes()) == ["Periodo 2018-2019"]


def test_una_plantilla_rota_dice_que_marca_es_y_no_escribe(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    con_parrafos(aislada / "mía.docx", "El plan: {{ plan.titlo }}")
    hecho = camctl_("exportar", "docx", "--plantilla", "mía.docx", "-o", "p.docx")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert (
        "error: la plantilla «mía.docx» no se puede usar: «{{ plan.titlo }}», en «El plan: {{ "
        "plan.titlo }}»: «plan» no tiene ningún campo «titlo»; ¿quiso decir «titulo»?"
    ) in " ".join(hecho.errores.split())
    assert not (aislada / "p.docx").exists()


def test_varios_errores_van_uno_por_linea(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    con_parrafos(aislada / "mía.docx", "{{ a }}", "{{ b }}", *["{{ c }}"] * 10)
    hecho = camctl_("exportar", "docx", "--plantilla", "mía.docx", "-o", "p.docx")
    assert hecho.codigo == 2
    lineas = hecho.errores.splitlines()
    assert lineas[0] == "error: la plantilla «mía.docx» no se puede usar: 12 errores"
    assert lineas[1].startswith("  · «{{ a }}»: no existe «a»; puede ser plan, comision, ")
    assert lineas[-1] == "  · y 2 errores más"
    assert len(lineas) == 12


def test_la_plantilla_de_camctl_para_empezar(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    assert camctl_("exportar", "docx", "--plantilla-base", "base.docx").codigo == 0
    assert camctl_("exportar", "--plantilla-base", "otra.docx").codigo == 0
    camctl_("exportar", "docx", "-o", "una.docx")
    camctl_("exportar", "docx", "-o", "con.docx", "--plantilla", "base.docx")
    assert (aislada / "una.docx").read_bytes() == (aislada / "con.docx").read_bytes()
    assert "{{ plan.titulo }}" in dice((aislada / "otra.docx").read_bytes())


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        (["json", "--plantilla", "mía.docx"], "«--plantilla»: no vale para json, sino para docx"),
        (
            ["json", "--plantilla-base", "b.docx"],
            "«--plantilla-base»: no vale para json, sino para docx",
        ),
        (["docx", "--plantilla-base", "mía.docx"], "«mía.docx» ya existe, y no se pisa"),
        (["docx", "--plantilla-base", "data/calendario.yaml"], "ya existe, y no se pisa"),
        (["docx", "--plantilla-base", "no/está.docx"], "la carpeta no existe"),
        (
            ["docx", "--plantilla", "mía.docx", "-o", "mía.docx"],
            "«mía.docx» es la propia plantilla",
        ),
        (
            ["docx", "--plantilla", "mía.docx", "-o", f"{'n' * 300}.docx"],
            f"no se puede escribir «{'n' * 300}.docx»: el nombre es demasiado largo",
        ),
        (["docx", "--plantilla", "data"], "«data» no se puede usar: no es un archivo corriente"),
    ],
)
def test_lo_que_no_se_puede_se_dice(
    camctl_: Camctl, datos: Path, aislada: Path, orden: list[str], mensaje: str
) -> None:
    con_parrafos(aislada / "mía.docx", "x")
    antes = (aislada / "mía.docx").read_bytes()
    hecho = camctl_("exportar", *orden)
    assert hecho.codigo == 2
    assert mensaje in " ".join(hecho.errores.split())
    assert (aislada / "mía.docx").read_bytes() == antes


def test_el_archivo_por_omision_tampoco_pisa_la_plantilla(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    con_parrafos(aislada / "CAM-2018-2019.docx", "x")
    hecho = camctl_("exportar", "docx", "--plantilla", "CAM-2018-2019.docx")
    assert hecho.codigo == 2
    assert "es la propia plantilla" in hecho.errores


def test_es_el_mismo_cada_vez(lanzar: Lanzar, datos: Path) -> None:
    primero, segundo = (
        lanzar("exportar", "docx", "-o", "-", PYTHONHASHSEED=semilla, TZ=zona).stdout
        for semilla, zona in (("1", "UTC"), ("2", "Asia/Tokyo"))
    )
    assert primero == segundo != b""
