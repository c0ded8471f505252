"""Cada regla dice lo que su ejemplo espera, todo lo que espera y nada más."""

import pytest

from camctl.carga import cargar
from camctl.reglas.catalogo import reglas
from camctl.reglas.ejemplos import casos_de, codigos_con_ejemplo
from camctl.reglas.motor import comprobaciones, diagnosticar


def test_toda_regla_tiene_su_ejemplo_y_todo_ejemplo_su_regla() -> None:
    codigos = [regla.codigo for regla in reglas() if regla.codigo[0] in "CER"]
    assert codigos == codigos_con_ejemplo()


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
