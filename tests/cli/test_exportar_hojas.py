"""`camctl exportar xlsx` y `csv`: dónde quedan, con qué opciones y siempre iguales."""

import csv
from pathlib import Path

import openpyxl
import pytest

from .conftest import Camctl, Lanzar

TABLAS = [
    *("actores", "acuerdos", "avances", "calendario", "cobertura", "documentos", "enlaces"),
    *("invitados", "mandatos", "misiones", "objetivos", "plan"),
]


def test_el_libro_se_llama_como_el_plan(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    assert camctl_("exportar", "xlsx") == (0, "", "Escrito: CAM-2018-2019.xlsx\n")
    libro = openpyxl.load_workbook(aislada / "CAM-2018-2019.xlsx")
    assert libro["Calendario"]["B3"].value == "Circulación del Plan de Trabajo"


def test_los_filtros_solo_miran_al_calendario(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    camctl_("exportar", "-o", "cidh.xlsx", "--actor", "cidh")
    libro = openpyxl.load_workbook(aislada / "cidh.xlsx")
    assert libro["Calendario"]["A2"].value == "Solo actor: CIDH."
    assert [fila[0].value for fila in libro["Calendario"]["A4:A5"]] == ["ACT-3", None]
    assert libro["Objetivos"].max_row == 17


def test_un_libro_no_se_escribe_en_una_terminal(
    camctl_: Camctl, datos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    hecho = camctl_("exportar", "xlsx", "-o", "-")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert "un xlsx no se lee en una terminal; diga un archivo con --salida" in hecho.errores


def test_un_csv_es_una_carpeta(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    hecho = camctl_("exportar", "csv")
    assert (hecho.codigo, hecho.salida) == (0, "")
    carpeta = aislada / "CAM-2018-2019"
    assert sorted(archivo.stem for archivo in carpeta.iterdir()) == TABLAS
    assert hecho.errores == "Escritos: 12 archivos en CAM-2018-2019\n"
    with (carpeta / "calendario.csv").open(encoding="utf-8-sig", newline="") as abierto:
        assert [fila["ID"] for fila in csv.DictReader(abierto)] == [f"ACT-{n}" for n in range(1, 7)]


def test_se_separa_con_lo_que_se_pida(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    assert camctl_("exportar", "csv", "-o", "hojas", "--separador", ";").codigo == 0
    texto = (aislada / "hojas" / "misiones.csv").read_text(encoding="utf-8-sig")
    assert texto.startswith("Actor;Objetivo;Cita\n")


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        (
            ["csv", "-o", "plan.csv"],
            "son 12 archivos, que van a una carpeta, y «plan.csv» no lo es",
        ),
        (["-o", "plan.csv"], "son 12 archivos, que van a una carpeta, y «plan.csv» no lo es"),
        (
            ["csv", "-o", "data/mandatos.yaml"],
            "son 12 archivos, que van a una carpeta, y «data/mandatos.yaml» no lo es",
        ),
        (["csv", "-o", "-"], "son 12 archivos, que van a una carpeta, y «-» no lo es"),
        (["csv", "--separador", "x"], "«x» no separa columnas; escriba coma, «punto y coma»"),
        (["xlsx", "--separador", ";"], "«--separador»: no vale para xlsx, sino para csv"),
        (["json", "--separador", ";"], "«--separador»: no vale para json, sino para csv"),
    ],
)
def test_lo_que_no_puede_ser_se_dice_y_no_deja_nada(
    camctl_: Camctl, datos: Path, aislada: Path, orden: list[str], mensaje: str
) -> None:
    hecho = camctl_("exportar", *orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert mensaje in " ".join(hecho.errores.split())
    assert [ruta.name for ruta in aislada.iterdir()] == ["data"]


@pytest.mark.parametrize("formato", ["xlsx", "csv"])
def test_una_y_otra_vez_en_cualquier_maquina_son_los_mismos_bytes(
    lanzar: Lanzar, datos: Path, aislada: Path, formato: str
) -> None:
    for numero, zona in enumerate(("America/Lima", "Asia/Tokyo")):
        hecho = lanzar(
            *("exportar", formato, "-o", f"salida-{numero}"), PYTHONHASHSEED=f"{numero}", TZ=zona
        )
        assert hecho.returncode == 0, hecho.stderr.decode()
    primera, segunda = aislada / "salida-0", aislada / "salida-1"
    pares = (
        [(primera, segunda)]
        if primera.is_file()
        else [(ruta, segunda / ruta.name) for ruta in primera.iterdir()]
    )
    assert len(pares) == (1 if formato == "xlsx" else len(TABLAS))
    assert all(uno.read_bytes() == otro.read_bytes() != b"" for uno, otro in pares)
