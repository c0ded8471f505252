"""`camctl corregir`: hace lo seguro, y de cada archivo no cambia nada más."""

import shutil
from pathlib import Path

import pytest

from camctl.cli.app import ejecutar

DATOS = Path(__file__).resolve().parent.parent.parent / "data"
CAMBIOS = {
    "titulo: Sesión informal con la CIM": "titulo: Sesión  informal con la CIM.",
    "actores: [CAM, IIN]": "actores: [CAM, i.i.n.]  # el instituto",
}


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """Una copia de los datos con tres descuidos, y finales de línea de Windows."""
    copia = tmp_path / "plan"
    shutil.copytree(DATOS, copia)
    calendario = copia / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    for bien, mal in CAMBIOS.items():
        assert bien in texto
        texto = texto.replace(bien, mal)
    calendario.write_bytes(b"\xef\xbb\xbf" + texto.replace("\n", "\r\n").encode())
    return copia


def test_simular_ensena_las_lineas_y_no_toca_nada(
    carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antes = (carpeta / "calendario.yaml").read_bytes()
    assert ejecutar(["corregir", str(carpeta), "--simular"]) == 1
    salida = capsys.readouterr()
    lineas = salida.out.splitlines()
    assert [linea for linea in lineas if linea.startswith("-  ")] == [
        "-    titulo: Sesión  informal con la CIM.",
        "-    actores: [CAM, i.i.n.]  # el instituto",
    ]
    assert [linea for linea in lineas if linea.startswith("+  ")] == [
        "+    titulo: Sesión informal con la CIM",
        "+    actores: [CAM, IIN]  # el instituto",
    ]
    assert salida.err == "Se harían 3 arreglos en 1 archivo.\n"
    assert (carpeta / "calendario.yaml").read_bytes() == antes


def test_corregir_deja_el_plan_limpio_y_lo_demas_como_estaba(
    carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antes = (carpeta / "calendario.yaml").read_bytes()
    assert ejecutar(["corregir", str(carpeta)]) == 0
    assert capsys.readouterr().err == "Hechos: 3 arreglos en 1 archivo.\n"
    despues = (carpeta / "calendario.yaml").read_bytes()
    for bien, mal in CAMBIOS.items():
        comentario = mal.partition("  #")[1] + mal.partition("  #")[2]
        antes = antes.replace(mal.encode(), (bien + comentario).encode())
    assert despues == antes
    assert ejecutar(["validar", str(carpeta)]) == 0
    assert capsys.readouterr().out.startswith("Sin errores: ")


def test_sin_nada_que_corregir_no_escribe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copia = tmp_path / "plan"
    shutil.copytree(DATOS, copia)
    marcas = {ruta.name: ruta.stat().st_mtime_ns for ruta in copia.glob("*.yaml")}
    assert ejecutar(["corregir", str(copia)]) == 0
    assert capsys.readouterr().err == "Nada que corregir.\n"
    assert {ruta.name: ruta.stat().st_mtime_ns for ruta in copia.glob("*.yaml")} == marcas
