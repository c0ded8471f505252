"""`camctl cobertura`: el mínimo que se pide y los huecos."""

import json

import pytest

from .conftest import Camctl, error_de

pytestmark = pytest.mark.usefixtures("datos")


@pytest.mark.parametrize(
    ("minimo", "codigo"),
    [("33.33", 0), ("33", 0), ("0", 0), ("33,3 %", 0), ("33.34", 1), ("34%", 1), ("100", 1)],
)
def test_la_cobertura_minima_se_compara_sin_redondear(
    camctl_: Camctl, minimo: str, codigo: int
) -> None:
    hecho = camctl_("cobertura", "--minimo", minimo)
    assert hecho.codigo == codigo
    # Se responde igual, llegue o no.
    assert hecho.salida == camctl_("cobertura").salida
    assert bool(hecho.errores) == bool(codigo)


def test_por_que_no_llega(camctl_: Camctl) -> None:
    assert camctl_("cobertura", "--minimo", "33.34").errores == (
        "La cobertura, 5 de 15 objetivos (33,3\u00a0%), no llega al mínimo pedido, 33,34\u00a0%.\n"
    )
    assert camctl_("cobertura", "--minimo", "1", "--criterio", "directo").errores == (
        "La cobertura, 0 de 15 objetivos (0\u00a0%), no llega al mínimo pedido, 1\u00a0%.\n"
    )


def test_el_minimo_sigue_el_criterio(camctl_: Camctl) -> None:
    assert camctl_("cobertura", "--minimo", "100", "--criterio", "general").codigo == 0


@pytest.mark.parametrize("minimo", ["", "x", "-1", "100.1", "nan", "inf", "1e1", "5 5", "%"])
def test_un_minimo_que_no_es_un_porcentaje(camctl_: Camctl, minimo: str) -> None:
    assert error_de(camctl_("cobertura", f"--minimo={minimo}")) == (
        f"valor no válido para «--minimo»: «{minimo}» no es un porcentaje; escriba un número de 0 "
        "a 100"
    )


def test_los_huecos_de_la_cobertura(camctl_: Camctl) -> None:
    hecho = camctl_("cobertura", "--huecos", "-f", "json")
    respuesta = json.loads(hecho.salida)
    assert (respuesta["criterio"], respuesta["porcentaje"]) == ("actor", 33.3)
    sin_sesion = json.loads(camctl_("objetivos", "--sin-sesion", "-f", "json").salida)
    assert [uno["id"] for uno in respuesta["objetivos"]] == [uno["id"] for uno in sin_sesion]
    assert len(sin_sesion) == 10
