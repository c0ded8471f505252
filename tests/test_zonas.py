"""Las zonas horarias: las mismas en una máquina que en otra."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from camctl import zonas


def test_estan_las_de_la_iana_y_no_la_de_quien_no_la_ha_dicho() -> None:
    assert {"America/Lima", "Europe/Madrid", "UTC"} < zonas.nombres()
    assert len(zonas.nombres()) > 500
    assert "Factory" not in zonas.nombres()


def test_todas_se_pueden_abrir() -> None:
    assert {zonas.zona(nombre).key for nombre in zonas.nombres()} == zonas.nombres()


@pytest.mark.parametrize(("mes", "horas"), [(1, -5), (7, -4)])
def test_cada_zona_sabe_sus_cambios_de_hora(mes: int, horas: int) -> None:
    momento = datetime(2030, mes, 15, tzinfo=UTC).astimezone(zonas.zona("America/New_York"))
    assert momento.utcoffset() == timedelta(hours=horas)


@pytest.mark.parametrize("nombre", ["", "Factory", "america/lima", "../zones", "/etc/localtime"])
def test_otro_nombre_no_abre_nada(nombre: str) -> None:
    with pytest.raises(ValueError, match="no hay ninguna zona horaria"):
        zonas.zona(nombre)


def test_no_se_miran_las_zonas_del_sistema() -> None:
    # Sin ninguna en el sistema salen las mismas.
    orden = (
        "from datetime import datetime; from camctl.zonas import zona;"
        "print(zona('America/New_York').utcoffset(datetime(2030, 7, 15)))"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", orden],
        env={**os.environ, "PYTHONTZPATH": ""},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert hecho.stdout.strip() == "-1 day, 20:00:00"
