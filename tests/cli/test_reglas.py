"""`camctl reglas`: todas en una tabla, unas cuantas o una entera."""

import json

import pytest

from camctl.reglas.catalogo import reglas

from .conftest import Camctl, error_de


def test_todas_por_clases(camctl_: Camctl) -> None:
    hecho = camctl_("reglas")
    assert (hecho.codigo, hecho.errores) == (0, "")
    lineas = hecho.salida.splitlines()
    assert "Referencias: lo que un registro dice de otro" in lineas
    assert " R301    error     Se cita un objetivo que no existe" in lineas
    assert lineas[-1] == "Para leer una entera: camctl reglas R301."
    dadas = json.loads(camctl_("reglas", "-f", "json").salida)
    assert [una["codigo"] for una in dadas] == [regla.codigo for regla in reglas()]


def test_las_de_una_letra(camctl_: Camctl) -> None:
    dadas = json.loads(camctl_("reglas", "c", "-f", "json").salida)
    assert {una["codigo"][0] for una in dadas} == {"C"}
    assert "Para leer una entera" in camctl_("reglas", "C").salida


def test_una_entera_con_su_porque_y_su_ejemplo(camctl_: Camctl) -> None:
    hecho = camctl_("reglas", "r301")
    lineas = hecho.salida.splitlines()
    assert lineas[0] == "R301 · Se cita un objetivo que no existe"
    assert lineas[1] == " Gravedad  error"
    assert lineas[2].startswith(" Por qué   Una actividad, un actor o un avance nombran")
    assert "objetivos: [A1, B11]  # error: R301" in hecho.salida
    (una,) = json.loads(camctl_("reglas", "R301", "-f", "json").salida)
    assert list(una) == ["codigo", "gravedad", "titulo", "explicacion", "ejemplo"]


@pytest.mark.parametrize(
    ("dicho", "remedio"), [("301", "¿quiso decir «R301»?"), ("X1", "vea camctl reglas")]
)
def test_una_que_no_existe_es_mal_uso(camctl_: Camctl, dicho: str, remedio: str) -> None:
    assert error_de(camctl_("reglas", dicho)) == (
        f"valor no válido para «CÓDIGO»: no hay ninguna regla «{dicho}»; {remedio}"
    )
