"""Cada regla dice lo que su ejemplo espera, todo lo que espera y nada más."""

import ast
from pathlib import Path

import pytest

from camctl.carga import cargar
from camctl.reglas.catalogo import reglas
from camctl.reglas.ejemplos import casos_de, codigos_con_ejemplo
from camctl.reglas.motor import comprobaciones, diagnosticar

PRUEBAS = Path(__file__).resolve().parents[1]

# Los que un Markdown no puede llevar, y la prueba que los da, con sus bytes o sus archivos.
SIN_EJEMPLO = {
    "L101": "cli/test_validar.py::test_una_carpeta_vacia_no_parece_un_exito",
    "L102": "cli/test_validar.py::test_lo_que_no_es_un_archivo_ni_se_espera_ni_se_lee",
    "L103": "fuentes/test_fuentes.py::test_los_archivos_que_no_se_leen",
    "L104": "lectura/test_lectura_texto.py::test_utf_16",
    "L105": "lectura/test_lectura_texto.py::test_caracteres_prohibidos",
    # Es la red bajo una frase de libyaml que no se conozca: ningún archivo llega a ella.
    "L119": "lectura/test_lectura_sintaxis.py::test_lo_que_libyaml_no_sabe_decir_se_dice_igual",
    "L127": "lectura/test_lectura_estructura.py::test_cuantos_campos_caben_en_una_ficha",
    "L128": "carga/test_carga_remiendo.py::test_con_demasiados_errores_se_ensena_una_muestra",
}


def test_toda_regla_tiene_su_ejemplo_y_todo_ejemplo_su_regla() -> None:
    codigos = {regla.codigo for regla in reglas()}
    assert codigos == {*codigos_con_ejemplo(), *SIN_EJEMPLO}
    assert SIN_EJEMPLO.keys().isdisjoint(codigos_con_ejemplo())


@pytest.mark.parametrize("codigo", SIN_EJEMPLO)
def test_de_los_que_no_caben_en_un_markdown_hay_otra_prueba(codigo: str) -> None:
    archivo, _, nombre = SIN_EJEMPLO[codigo].partition("::")
    arbol = ast.parse((PRUEBAS / archivo).read_text(encoding="utf-8"))
    prueba = next(
        nodo
        for nodo in ast.walk(arbol)
        if isinstance(nodo, ast.FunctionDef) and nodo.name == nombre
    )
    # El código está en la prueba o en los casos con que se repite.
    textos = {nodo.value for nodo in ast.walk(prueba) if isinstance(nodo, ast.Constant)}
    assert codigo in " ".join(map(str, textos))


@pytest.mark.parametrize("codigo", codigos_con_ejemplo())
def test_el_ejemplo_empieza_mal_y_acaba_bien(codigo: str) -> None:
    mal, *_, bien = casos_de(codigo)
    assert {hallado for _, _, hallado in mal.esperados} == {codigo}
    assert bien.esperados == frozenset()


@pytest.mark.parametrize("codigo", codigos_con_ejemplo())
def test_los_hallazgos_son_exactamente_los_senalados(codigo: str) -> None:
    for caso in casos_de(codigo):
        hallados = diagnosticar(cargar(caso.fuente))
        assert {(d.lugar.archivo, d.lugar.linea, d.codigo) for d in hallados} == caso.esperados


@pytest.mark.parametrize("una", comprobaciones(), ids=lambda una: una.regla.codigo)
def test_la_documentacion_de_una_regla_es_un_titulo_y_un_porque(una: object) -> None:
    explicacion = una.regla.explicacion  # type: ignore[attr-defined]
    titulo, _, resto = explicacion.strip().partition("\n")
    assert titulo.endswith(".")
    assert len(titulo) <= 80
    assert len(resto.strip()) > 60
