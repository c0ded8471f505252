"""`camctl corregir`: hace lo seguro, y de cada archivo no cambia nada más."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from camctl import cerrojos
from camctl.cli.app import ejecutar
from camctl.edicion import arreglos

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
    assert salida.err == f"Se harían 3 arreglos en {carpeta}/calendario.yaml.\n"
    assert (carpeta / "calendario.yaml").read_bytes() == antes


def test_corregir_deja_el_plan_limpio_y_lo_demas_como_estaba(
    carpeta: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antes = (carpeta / "calendario.yaml").read_bytes()
    assert ejecutar(["corregir", str(carpeta)]) == 0
    assert capsys.readouterr().err == f"Hechos: 3 arreglos en {carpeta}/calendario.yaml.\n"
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


# Los valores mal escritos que no se pueden leer de otro modo


def con_cambios(carpeta: Path, **cambios: str) -> Path:
    """El `calendario.yaml` de la copia, con unos campos de ACT-5 cambiados o añadidos."""
    calendario = carpeta / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    inicio = texto.index("\n", texto.index("  - id: ACT-5")) + 1
    fin = texto.index("\n\n", inicio)
    lineas = texto[inicio:fin].split("\n")
    for campo, valor in cambios.items():
        lineas = [uno for uno in lineas if not uno.startswith(f"    {campo}:")]
        lineas.insert(0, f"    {campo}: {valor}")
    calendario.write_text(texto[:inicio] + "\n".join(lineas) + texto[fin:], encoding="utf-8")
    return calendario


@pytest.fixture
def copia(tmp_path: Path) -> Path:
    """Una copia de los datos, tal como están."""
    return shutil.copytree(DATOS, tmp_path / "plan")


def test_las_fechas_se_escriben_como_van(copia: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calendario = con_cambios(
        copia,
        fecha="14/3/2019  # confirmada",
        hasta='"15 de marzo de 2019"',
        fecha_prevista="marzo de 2019",
        hora="10h00-13h00",
        acuerdos="[{texto: Remitir la nota., plazo: 31/5/2019, cumplido: FALSO}]",
    )
    assert ejecutar(["corregir", str(copia)]) == 0
    assert capsys.readouterr().err == f"Hechos: 6 arreglos en {copia}/calendario.yaml.\n"
    texto = calendario.read_text(encoding="utf-8")
    assert "    fecha: 2019-03-14  # confirmada\n" in texto
    assert "    hasta: 2019-03-15\n" in texto
    assert "    fecha_prevista: 2019-03\n" in texto
    assert '    hora: "10:00-13:00"\n' in texto
    assert "plazo: 2019-05-31, cumplido: false}]" in texto
    assert ejecutar(["validar", str(copia)]) == 0


def test_un_anio_que_no_es_del_plan_se_deja_a_una_persona(
    copia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendario = con_cambios(copia, fecha="14/3/2091", tipo="Informal")
    assert ejecutar(["corregir", str(copia)]) == 0
    assert capsys.readouterr().err == (
        f"Hecho: 1 arreglo en {copia}/calendario.yaml.\n"
        f"Queda 1 error; vea `camctl validar {copia}`.\n"
    )
    texto = calendario.read_text(encoding="utf-8")
    assert "    fecha: 14/3/2091\n" in texto
    assert "    tipo: informal\n" in texto


def test_un_solo_arreglo_se_dice_en_singular(
    copia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    con_cambios(copia, tipo="Informal")
    assert ejecutar(["corregir", str(copia), "--simular"]) == 1
    assert capsys.readouterr().err == f"Se haría 1 arreglo en {copia}/calendario.yaml.\n"
    assert ejecutar(["corregir", str(copia)]) == 0
    assert capsys.readouterr().err == f"Hecho: 1 arreglo en {copia}/calendario.yaml.\n"


def test_lo_que_cabe_leer_de_dos_maneras_no_se_toca(
    copia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antes = con_cambios(copia, fecha="3/4/2019").read_bytes()
    assert ejecutar(["corregir", str(copia), "--simular"]) == 0
    assert capsys.readouterr() == (
        "", f"Nada que corregir.\nQuedaría 1 error; vea `camctl validar {copia}`.\n"
    )  # fmt: skip
    assert (copia / "calendario.yaml").read_bytes() == antes


def test_un_arreglo_puede_dejar_ver_otros_errores(
    copia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Con la fecha ilegible no se sabe que acaba antes de empezar, ni que la hora sobra.
    calendario = con_cambios(copia, fecha="marzo de 2019", hasta="2019-02-01", hora='"10:00"')
    assert ejecutar(["corregir", str(copia)]) == 0
    assert capsys.readouterr().err == (
        f"Hecho: 1 arreglo en {copia}/calendario.yaml.\n"
        f"Quedan 2 errores; vea `camctl validar {copia}`.\n"
    )
    assert "    fecha: 2019-03\n" in calendario.read_text(encoding="utf-8")


def test_un_campo_bien_llamado_puede_tener_errores_dentro(
    copia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendario = con_cambios(copia, Documentos="[uno, dos, tres]", objetivos="ninguno, B8")
    assert ejecutar(["corregir", str(copia)]) == 0
    assert f"Hecho: 1 arreglo en {copia}/calendario.yaml.\n" in capsys.readouterr().err
    texto = calendario.read_text(encoding="utf-8")
    assert "    documentos: [uno, dos, tres]\n" in texto
    assert "    objetivos: ninguno, B8\n" in texto


def test_una_lista_con_algo_que_no_existe_no_se_da_por_buena(
    copia: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendario = con_cambios(copia, objetivos="B1, B88")
    assert ejecutar(["corregir", str(copia)]) == 0
    assert capsys.readouterr().err.startswith("Nada que corregir.\n")
    con_cambios(copia, objetivos="B1, B8")
    assert ejecutar(["corregir", str(copia)]) == 0
    assert "    objetivos: [B1, B8]\n" in calendario.read_text(encoding="utf-8")


# Nadie pierde lo suyo


def test_lo_que_otro_cambia_entretanto_no_se_pierde(
    carpeta: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    preparar = arreglos.corregir
    veces: list[int] = []

    def con_otro_al_lado(fuente: Any) -> arreglos.Correccion:
        correccion = preparar(fuente)
        if not veces:
            # Alguien guarda otro archivo, del que este depende, y este mismo.
            for nombre in ("actores.yaml", "calendario.yaml"):
                contenido = (carpeta / nombre).read_bytes()
                (carpeta / nombre).write_bytes(contenido + b"# de otra persona\n")
        veces.append(1)
        return correccion

    monkeypatch.setattr(arreglos, "corregir", con_otro_al_lado)
    assert ejecutar(["corregir", str(carpeta)]) == 0
    assert capsys.readouterr().err == f"Hechos: 3 arreglos en {carpeta}/calendario.yaml.\n"
    assert len(veces) == 2
    assert (carpeta / "calendario.yaml").read_bytes().endswith(b"# de otra persona\n")
    assert ejecutar(["validar", str(carpeta)]) == 0


def test_si_no_dejan_de_cambiarlo_no_se_escribe_nada(
    carpeta: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    preparar = arreglos.corregir

    def con_otro_al_lado(fuente: Any) -> arreglos.Correccion:
        correccion = preparar(fuente)
        with (carpeta / "actores.yaml").open("ab") as abierto:
            abierto.write(b"# otra\n")
        return correccion

    antes = (carpeta / "calendario.yaml").read_bytes()
    monkeypatch.setattr(arreglos, "corregir", con_otro_al_lado)
    assert ejecutar(["corregir", str(carpeta)]) == 2
    assert "actores.yaml» ha cambiado mientras tanto, y no se ha escrito nada" in (
        capsys.readouterr().err
    )
    assert (carpeta / "calendario.yaml").read_bytes() == antes
    assert [ruta.name for ruta in carpeta.glob(".camctl*")] == []


def test_si_otra_orden_escribe_se_dice(
    carpeta: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    antes = (carpeta / "calendario.yaml").read_bytes()
    monkeypatch.setattr(cerrojos, "ESPERA", 0.0)
    with cerrojos.bloqueada(carpeta):
        assert ejecutar(["corregir", str(carpeta)]) == 2
        assert ejecutar(["corregir", str(carpeta), "--simular"]) == 1
    assert "otra orden está escribiendo en «" in capsys.readouterr().err
    assert (carpeta / "calendario.yaml").read_bytes() == antes


def test_si_el_sistema_no_deja_escribir_se_dice(
    carpeta: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lleno(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", lleno)
    antes = {ruta.name: ruta.read_bytes() for ruta in carpeta.iterdir() if ruta.is_file()}
    assert ejecutar(["corregir", str(carpeta)]) == 2
    assert "no se puede escribir en «" in capsys.readouterr().err
    assert {r.name: r.read_bytes() for r in carpeta.iterdir() if r.is_file()} == antes


def test_dos_a_la_vez_lo_dejan_todo_corregido(carpeta: Path) -> None:
    ordenes = [
        subprocess.Popen([sys.executable, "-m", "camctl", "corregir", str(carpeta)])
        for _ in range(3)
    ]
    assert [orden.wait(timeout=60) for orden in ordenes] == [0, 0, 0]
    assert ejecutar(["corregir", str(carpeta), "--simular"]) == 0
    assert [ruta.name for ruta in carpeta.glob(".camctl*")] == []
