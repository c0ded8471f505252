"""`camctl esquema`: el de un archivo, los de los cuatro, y el del plan entero."""

import json
from pathlib import Path

import pytest

from camctl.esquema import esquema_de
from camctl.fuentes import ARCHIVOS
from camctl.vistas.esquema_entero import esquema_entero

from .conftest import DATOS, Camctl, Lanzar, error_de


@pytest.mark.parametrize(
    "dicho", ["calendario", "calendario.yaml", "Calendario", "data/calendario.yaml"]
)
def test_el_de_un_archivo(camctl_: Camctl, dicho: str) -> None:
    hecho = camctl_("esquema", dicho)
    assert hecho.codigo == 0
    assert json.loads(hecho.salida) == esquema_de("calendario.yaml")


def test_sin_decir_cual_da_los_cuatro(camctl_: Camctl) -> None:
    hecho = camctl_("esquema")
    assert hecho.codigo == 0
    assert json.loads(hecho.salida) == {archivo: esquema_de(archivo) for archivo in ARCHIVOS}


def test_el_del_plan_entero(camctl_: Camctl) -> None:
    assert json.loads(camctl_("esquema", "plan").salida) == esquema_entero()


def test_lo_escribe_en_un_archivo(camctl_: Camctl, aislada: Path) -> None:
    assert camctl_("esquema", "actores", "-o", "actores.json").salida == ""
    escrito = (aislada / "actores.json").read_bytes()
    assert escrito == (DATOS / ".esquemas" / "actores.json").read_bytes()


@pytest.mark.parametrize(
    ("dicho", "respuesta"),
    [("calendaro", "¿quiso decir «calendario»?"), ("zzz", "«mandatos», «actores»"), ("", "«»")],
)
def test_un_archivo_que_no_existe_es_mal_uso(camctl_: Camctl, dicho: str, respuesta: str) -> None:
    assert respuesta in error_de(camctl_("esquema", dicho))


def test_es_siempre_el_mismo(lanzar: Lanzar) -> None:
    primero, segundo = (lanzar("esquema", PYTHONHASHSEED=semilla).stdout for semilla in ("1", "2"))
    assert primero == segundo != b""
