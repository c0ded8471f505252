"""El formato corto: una línea por hallazgo, y ninguna que sea una orden."""

from pathlib import Path

import pytest
from hypothesis import given

from camctl.informe import Informe
from camctl.salida.diagnosticos.corto import escribir

from .muestras import (
    DEL_ARCHIVO,
    RELACION,
    VARIAS_LINEAS,
    informe,
    informe_de_los_datos,
    informes,
    obedece_a,
)


def test_una_linea_por_hallazgo_y_el_resumen() -> None:
    assert escribir(informe(RELACION, VARIAS_LINEAS, DEL_ARCHIVO)) == (
        "data/calendario.yaml:41:21: error[R301] la actividad ACT-4 «100 % digital, por fin» cita "
        "el objetivo «B88», que no existe\n"
        "data/calendario.yaml:50:5: aviso[E501] el texto es largo\n"
        "data/mandatos.yaml: error[L101] falta el archivo\n"
        "2 errores y 1 aviso en 2 de 4 archivos\n"
    )


def test_sin_hallazgos_dice_lo_que_se_comprobo() -> None:
    assert escribir(informe()) == (
        "Sin errores: 15 objetivos, 4 mandatos, 9 actores, 6 actividades\n"
    )


def test_dice_cuantos_se_quedan_sin_mostrar() -> None:
    assert escribir(informe(DEL_ARCHIVO, errores=1, avisos=2)) == (
        "data/mandatos.yaml: error[L101] falta el archivo\n"
        "… y 3 hallazgos más (para verlos: --maximo 0)\n"
        "2 errores y 2 avisos en 1 de 4 archivos\n"
    )


def test_lo_que_seria_una_orden_lleva_un_espacio_en_medio() -> None:
    hostil = DEL_ARCHIVO._replace(
        lugar=DEL_ARCHIVO.lugar._replace(archivo="::error file=x::y"),
        mensaje="el título es «##[group]x», y «#\ufe0f#[group]»\n::error::z \x1b[31m",
    )
    primera, _ = escribir(informe(hostil)).splitlines()
    assert primera == (
        ": :error file=x::y: error[L101] el título es «# #[group]x», y «# \ufe0f#[group]» "
        "::error::z <U+001B>[31m"
    )


def test_los_datos_con_erratas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hallado = informe_de_los_datos(tmp_path, monkeypatch)
    lineas = escribir(hallado).splitlines()
    assert len(lineas) == len(hallado.diagnosticos) + 1
    assert lineas[-1] == hallado.resumen
    assert {linea.partition(":")[0] for linea in lineas[:-1]} == {
        "data/calendario.yaml",
        "data/mandatos.yaml",
        "data/objetivos.yaml",
    }


@given(informes)
def test_ningun_texto_rompe_las_lineas_ni_da_ordenes(hostil: Informe) -> None:
    escrito = escribir(hostil)
    assert escrito.encode("utf-8")
    esperadas = len(hostil.diagnosticos) + bool(hostil.omitidos) + 1
    assert len(escrito.splitlines()) == esperadas
    assert not obedece_a(escrito)
