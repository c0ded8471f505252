"""El XML de JUnit, con el esquema del complemento xUnit de Jenkins y con junitparser."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from junitparser import JUnitXml, TestCase, TestSuite
from xmlschema import XMLSchema

from camctl.informe import Informe
from camctl.progreso import oyendo
from camctl.salida.diagnosticos.junit import escribir

from .muestras import (
    CALENDARIO,
    DEL_ARCHIVO,
    ESQUEMAS,
    OBJETIVOS,
    RELACION,
    VARIAS_LINEAS,
    informe,
    informe_de_los_datos,
    informes,
    obedece_a,
)

_ESQUEMA = XMLSchema(ESQUEMAS / "junit-10.xsd")


def leer(hallado: Informe) -> list[TestSuite]:
    """Los grupos de pruebas del documento, si cumple el esquema y sus cuentas cuadran."""
    escrito = escribir(hallado).encode("utf-8")
    _ESQUEMA.validate(fromstring(escrito))  # noqa: S314 — lo acabamos de escribir
    documento = JUnitXml.fromstring(escrito)
    grupos = [grupo for grupo in documento if isinstance(grupo, TestSuite)]
    for grupo in grupos:
        casos = list(grupo)
        assert (grupo.tests, grupo.failures) == (len(casos), sum(map(_falla, casos)))
        assert len({caso.name for caso in casos}) == len(casos)
    assert documento.tests == sum(grupo.tests for grupo in grupos)
    assert documento.failures == sum(grupo.failures for grupo in grupos)
    return grupos


def _falla(caso: TestCase) -> bool:
    return any(True for _ in caso.result)


def test_los_hallazgos_se_recorren_una_vez() -> None:
    dicho: list[int] = []
    hallado = informe(RELACION, VARIAS_LINEAS, DEL_ARCHIVO, leidos=[CALENDARIO, OBJETIVOS])
    with oyendo(lambda _, hecho, __: dicho.append(hecho)):
        escribir(hallado)
    assert dicho == [0]


def test_un_grupo_por_archivo_y_una_prueba_por_hallazgo() -> None:
    hallado = informe(RELACION, VARIAS_LINEAS, DEL_ARCHIVO, leidos=[CALENDARIO, OBJETIVOS])
    assert escribir(hallado) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="camctl" tests="4" failures="2" errors="0">\n'
        '  <testsuite name="data/calendario.yaml" tests="2" failures="1" errors="0">\n'
        '    <testcase classname="data/calendario" name="R301 data/calendario.yaml:41:21">\n'
        '      <failure type="R301" message="la actividad ACT-4 «100 % digital, por fin» cita el '
        'objetivo «B88», que no existe">error[R301]: la actividad ACT-4 «100 % digital, por fin» '
        "cita el objetivo «B88», que no existe\n"
        "lugar: data/calendario.yaml:41:21\n"
        "relacionado: data/objetivos.yaml:12:9: aquí está B8\n"
        "ayuda: ¿quiso decir «B8»? Escriba: objetivos: [B1, B8]</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="data/calendario" name="E501 data/calendario.yaml:50:5">\n'
        "      <system-out>aviso[E501]: el texto es largo\n"
        "lugar: data/calendario.yaml:50:5</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="data/mandatos.yaml" tests="1" failures="1" errors="0">\n'
        '    <testcase classname="data/mandatos" name="L101 data/mandatos.yaml">\n'
        '      <failure type="L101" message="falta el archivo">error[L101]: falta el archivo\n'
        "lugar: data/mandatos.yaml\n"
        "ayuda: escríbalo con su lista vacía: mandatos: []</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="data/objetivos.yaml" tests="1" failures="0" errors="0">\n'
        '    <testcase classname="data/objetivos" name="sin hallazgos" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_un_plan_sin_errores_pasa() -> None:
    grupos = leer(informe(leidos=[CALENDARIO, OBJETIVOS]))
    assert [(grupo.name, grupo.tests, grupo.failures) for grupo in grupos] == [
        (CALENDARIO, 1, 0),
        (OBJETIVOS, 1, 0),
    ]


def test_dos_hallazgos_en_el_mismo_sitio_se_llaman_distinto() -> None:
    (grupo,) = leer(informe(RELACION, RELACION._replace(mensaje="otra cosa")))
    assert [caso.name for caso in grupo] == [
        "R301 data/calendario.yaml:41:21",
        "R301 data/calendario.yaml:41:21 (2)",
    ]


@pytest.mark.parametrize(("errores", "avisos", "fallos"), [(1, 1, 1), (0, 2, 0)])
def test_lo_que_no_se_muestra_no_pasa_por_limpio(errores: int, avisos: int, fallos: int) -> None:
    hallado = informe(VARIAS_LINEAS, leidos=[OBJETIVOS], errores=errores, avisos=avisos)
    *_, objetivos, resto = leer(hallado)
    assert (objetivos.name, objetivos.tests) == (OBJETIVOS, 0)
    assert (resto.name, resto.tests, resto.failures) == ("camctl", 1, fallos)
    assert "… y 2 hallazgos más (para verlos: --maximo 0)" in escribir(hallado)


def test_si_un_aviso_basta_para_no_pasar_sus_pruebas_fallan() -> None:
    hallado = informe(VARIAS_LINEAS, leidos=[CALENDARIO], avisos=1)._replace(estricto=True)
    assert [(grupo.name, grupo.tests, grupo.failures) for grupo in leer(hallado)] == [
        (CALENDARIO, 1, 1),
        ("camctl", 1, 1),
    ]


def test_ningun_caracter_prohibido_en_xml() -> None:
    (grupo,) = leer(informe(DEL_ARCHIVO._replace(mensaje="a\x00b\ufffe]]>&<\ud800##[error]")))
    (caso,) = grupo
    (fallo,) = caso.result
    assert fallo.message == "a<U+0000>b<U+FFFE>]]>&<<U+D800>##[error]"


def test_los_datos_con_erratas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hallado = informe_de_los_datos(tmp_path, monkeypatch)
    grupos = leer(hallado)
    assert [(grupo.name, grupo.failures) for grupo in grupos] == [
        ("data/actores.yaml", 0),
        ("data/calendario.yaml", 2),
        ("data/mandatos.yaml", 1),
        ("data/objetivos.yaml", 1),
    ]


@given(informes)
def test_todo_texto_se_lee_y_nada_es_una_orden(hostil: Informe) -> None:
    escrito = escribir(hostil)
    assert not obedece_a(escrito)
    assert sum(grupo.tests for grupo in leer(hostil)) >= len(hostil.diagnosticos)
