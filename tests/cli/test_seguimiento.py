"""`camctl seguimiento`: en qué fecha se mira el plan de `data/`."""

import json
from pathlib import Path

import pytest

from .conftest import Camctl


@pytest.mark.parametrize(
    ("al", "vencidas", "proximas"),
    [
        ("1/2/2019", [], ["ACT-1", "ACT-2", "ACT-3", "ACT-4", "ACT-5"]),
        ("2019-02", [], ["ACT-1", "ACT-2", "ACT-3", "ACT-4", "ACT-5"]),
        ("2019-03-01", ["ACT-1", "ACT-2", "ACT-3"], ["ACT-4", "ACT-5"]),
        # De un mes se mira su último día, en el último año del plan.
        ("marzo", ["ACT-1", "ACT-2", "ACT-3"], ["ACT-4", "ACT-5", "ACT-6"]),
        ("2018", [], []),
        ("2019", ["ACT-1", "ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6"], []),
        ("hoy", ["ACT-1", "ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6"], []),
    ],
)
def test_en_que_fecha(
    camctl_: Camctl, datos: Path, al: str, vencidas: list[str], proximas: list[str]
) -> None:
    hecho = camctl_("seguimiento", "--al", al, "-f", "json")
    assert (hecho.codigo, hecho.errores) == (0, "")
    estado = json.loads(hecho.salida)
    assert [una["id"] for una in estado["vencidas"]] == vencidas
    assert [una["id"] for una in estado["proximas"]] == proximas


def test_sin_fecha_es_hoy(camctl_: Camctl, datos: Path) -> None:
    assert camctl_("seguimiento") == camctl_("seguimiento", "--al", "hoy")


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        (["--al", "ayer"], "«ayer» no es una fecha"),
        (["--dias", "-1"], "«--dias»"),
        (["--parrafo", "4"], "«--parrafo»: diga de qué mandato con --mandato"),
        (["--mandato", "2910", "--parrafo", "cuatro"], "«cuatro» no son párrafos"),
    ],
)
def test_lo_que_no_se_entiende_se_dice(
    camctl_: Camctl, datos: Path, orden: list[str], mensaje: str
) -> None:
    hecho = camctl_("seguimiento", *orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert mensaje in " ".join(hecho.errores.split())
