"""Las consultas, de punta a punta: lo que alguien teclea y lo que ve, con su código de salida."""

import csv
import datetime as dt
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from markdown_it import MarkdownIt

from camctl import __version__
from camctl.castellano import enumerar
from camctl.cli import consulta
from camctl.salida import tablas
from camctl.vistas import calendario as vista_del_calendario

from .conftest import DATOS, Camctl, Lanzar, entorno_limpio, error_de

SIN_SESION = ["A1", "A2", "A3", "B2", "B3", "B4", "B7", "B9", "B10", "B12"]
POR_ACTOR = "criterio actor: cuentan la sesión que lo nombra y la misión de sus actores"
CITA_IIN = (
    "el interés superior de los niños, niñas y adolescentes, así como el principio de unidad "
    "familiar"
)
SIN_DATOS_AQUI = (
    "no hay datos aquí: ni un archivo del plan en la carpeta actual ni una carpeta data/ que "
    "lo tenga; diga cuál con --datos CARPETA o con la variable CAMCTL_DATOS"
)

pytestmark = pytest.mark.usefixtures("datos")


def en_una_linea(texto: str) -> str:
    return " ".join(texto.split())


def estropear(carpeta: Path, archivo: str, bien: str, mal: str) -> None:
    ruta = carpeta / archivo
    texto = ruta.read_text(encoding="utf-8")
    assert texto.count(bien) == 1
    ruta.write_text(texto.replace(bien, mal), encoding="utf-8")


# Lo que se pide al plan de 2018-2019


def test_el_calendario(camctl_: Camctl) -> None:
    hecho = camctl_("calendario")
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert hecho.salida == (
        "Plan 2018-2019 · CAM\n"
        "\n"
        " ID     Actividad                 Actores    Invitados                 Objetivos\n"
        " ───────────────────────────────────────────────────────────────────────────────\n"
        "Febrero de 2019\n"
        " ACT-1  Circulación del Plan de   CAM\n"
        "        Trabajo\n"
        " ACT-2  Sesión informal con la    CAM, SSM   Cristian Taboada          B1, B6\n"
        "        SSM                                  Anna Ochoa\n"
        " ACT-3  Sesión informal con la    CAM, CIDH  Luis Ernesto Vargas       B5, B11\n"
        "        CIDH                                 Silva\n"
        "                                             Alvaro Botero\n"
        "\n"
        "Marzo de 2019\n"
        " ACT-4  Sesión informal con la    CAM, CIM   Beatriz Piñeres (por\n"
        "        CIM                                  confirmar)\n"
        " ACT-5  Sesión informal con el    CAM, IIN   Victor Giorgi (por        B8\n"
        "        IIN                                  confirmar)\n"
        "\n"
        "Abril de 2019\n"
        " ACT-6  Sesión formal con el      CAM, CIDI                            (todos)\n"
        "        CIDI sobre los avances\n"
        "        del Programa\n"
        "\n"
        "Objetivos que cubre cada sesión, criterio actor: cuentan la sesión que lo nombra\n"
        "y la misión de sus actores.\n"
        "Entre paréntesis, lo que este criterio no cuenta.\n"
        "Para contar de otro modo: --criterio directo o --criterio general.\n"
    )


@pytest.mark.parametrize(
    ("orden", "esperados", "criterio"),
    [
        ([], SIN_SESION, POR_ACTOR),
        (
            ["--criterio", "directo"],
            ["A1", "A2", "A3", *(f"B{numero}" for numero in range(1, 13))],
            "criterio directo: cuenta solo la sesión que lo nombra",
        ),
        (["--criterio", "GENERAL"], [], "criterio general: cuentan también las sesiones sobre"),
    ],
)
def test_objetivos_sin_sesion(
    camctl_: Camctl, orden: list[str], esperados: list[str], criterio: str
) -> None:
    hecho = camctl_("objetivos", "--sin-sesion", *orden)
    assert hecho.codigo == 0
    assert re.findall(r"^ ([AB]\d+) ", hecho.salida, re.MULTILINE) == esperados
    assert f"{len(esperados)} de 15 objetivos sin sesión ({criterio}" in en_una_linea(hecho.salida)
    vacio = "Nada que mostrar: ningún objetivo con --sin-sesion (criterio general).\n"
    assert hecho.errores == ("" if esperados else vacio)


def test_objetivos_dice_a_quien_no_cuenta(camctl_: Camctl) -> None:
    assert en_una_linea(camctl_("objetivos").salida).endswith(
        "ACT-6 abarca el programa entero; CIM, transversal, está en ACT-4. "
        "Para contarlo: --criterio general."
    )


@pytest.mark.parametrize("id_", ["B8", "b.8"])
def test_quien_sirve_a_un_objetivo(camctl_: Camctl, id_: str) -> None:
    hecho = camctl_("actores", "--objetivo", id_)
    assert hecho == (
        0,
        (
            "Plan 2018-2019 · CAM\n"
            "B8 · Interés superior del niño y unidad familiar\n"
            "\n"
            " ID   Por qué                                               Sesiones\n"
            " ───────────────────────────────────────────────────────────────────────────────\n"
            " IIN  «el interés superior de los niños, niñas y            ACT-5, marzo de 2019\n"
            "      adolescentes, así como el principio de unidad\n"
            "      familiar»\n"
            " CIM  transversal                                           ACT-4, marzo de 2019\n"
        ),
        "",
    )


def test_quien_sirve_a_un_objetivo_que_no_existe(camctl_: Camctl) -> None:
    assert error_de(camctl_("actores", "--objetivo", "B88")) == (
        "valor no válido para «--objetivo»: no existe el objetivo «B88»; ¿quiso decir «B8»?"
    )


@pytest.mark.parametrize(
    ("pedido", "titular", "enlazado"),
    [
        (
            "INNA",
            "IIN · Instituto Interamericano del Niño, la Niña y Adolescentes",
            [
                "B8 · Interés superior del niño y unidad familiar",
                "ACT-5 · Sesión informal con el IIN",
                "Victor Giorgi (por confirmar)",
            ],
        ),
        (
            "2738",
            "AG-2738 · AG/RES. 2738 (XLII-O/12)",
            ["AG · Asamblea General", "el plan 2018-2019"],
        ),
        (
            "act4",
            "ACT-4 · Sesión informal con la CIM · propuesta · marzo de 2019",
            [
                "CAM · Comisión de Asuntos Migratorios",
                "CIM · Comisión Interamericana de las Mujeres",
                "Beatriz Piñeres (por confirmar)",
                "día, hora, lugar",
            ],
        ),
        (
            "B8",
            "B8 · Interés superior del niño y unidad familiar",
            [
                "B · Objetivos específicos",
                "IIN · Instituto Interamericano del Niño, la Niña y Adolescentes",
                CITA_IIN,
                "CIM · Comisión Interamericana de las Mujeres",
                "ACT-4 ·",
                "ACT-5 ·",
                "ACT-6 ·",
                "AG-2883 · AG/RES. 2883 (XLVI-O/16)",
            ],
        ),
    ],
)
def test_ver_un_registro_con_todo_lo_suyo(
    camctl_: Camctl, pedido: str, titular: str, enlazado: list[str]
) -> None:
    hecho = camctl_("ver", pedido)
    assert (hecho.codigo, hecho.errores) == (0, "")
    primera, blanca, suya, *_ = hecho.salida.splitlines()
    assert (primera, blanca, suya) == ("Plan 2018-2019 · CAM", "", titular)
    dicho = en_una_linea(hecho.salida)
    assert [trozo for trozo in enlazado if trozo not in dicho] == []


def test_varios_registros_sin_repetir(camctl_: Camctl) -> None:
    hecho = camctl_("ver", "b8", "INNA", "B.8", "-f", "json")
    assert [(uno["clase"], uno["id"]) for uno in json.loads(hecho.salida)] == [
        ("objetivo", "B8"),
        ("actor", "IIN"),
    ]


def test_buscar(camctl_: Camctl) -> None:
    hecho = camctl_("buscar", "NIÑO", "-f", "json")
    assert hecho.codigo == 0
    assert {(uno["clase"], uno["id"]) for uno in json.loads(hecho.salida)} == {
        ("objetivo", "B8"),
        ("actor", "IIN"),
        ("actividad", "ACT-5"),
    }
    assert camctl_("buscar", "Vargas", "Silva").salida.splitlines()[1] == (
        "1 registro contiene «Vargas Silva»"
    )


def test_buscar_lo_que_no_esta(camctl_: Camctl) -> None:
    assert camctl_("buscar", "xyzw") == (
        0,
        "Plan 2018-2019 · CAM\n",
        "Nada que mostrar: nada en el plan contiene «xyzw».\n",
    )
    # Una pregunta no lleva además un punto.
    assert camctl_("buscar", "adolecentes").errores.endswith("?\n")


# Los ID, escritos como sea


@pytest.mark.parametrize(
    ("escrito", "id_"),
    [
        ("b8", "B8"),
        ("B.8", "B8"),
        (" b 8 ", "B8"),
        ("b-8", "B8"),
        ("act4", "ACT-4"),
        ("ACT-4", "ACT-4"),
        ("Act. 4", "ACT-4"),
        ("inna", "IIN"),
        ("iin-oea", "IIN"),
        ("ag/res. 2738", "AG-2738"),
        ("AG/RES. 2738 (XLII-O/12)", "AG-2738"),
        ("ag2738", "AG-2738"),
        ("2916", "AG-2916"),
        ("comision interamericana de las mujeres", "CIM"),
        ("Comisión Interamericana de Mujeres", "CIM"),
        ("ASAMBLEA GENERAL", "AG"),
        ("sadye", "SADyE"),
    ],
)
def test_un_id_escrito_como_sea(camctl_: Camctl, escrito: str, id_: str) -> None:
    hecho = camctl_("ver", escrito, "-f", "json")
    assert hecho.codigo == 0
    assert [uno["id"] for uno in json.loads(hecho.salida)] == [id_]


@pytest.mark.parametrize(
    ("orden", "error"),
    [
        (
            ["ver", "ACT-44"],
            "«ID»: no existe ningún registro «ACT-44»; ¿quiso decir «ACT-4»?",
        ),
        (["ver", "xyzw"], "«ID»: no existe ningún registro «xyzw»"),
        (["calendario", "CIMM"], "«ACTOR»: no existe el actor «CIMM»; ¿quiso decir «CIM»?"),
        (
            ["calendario", "--mandato", "AG-2928"],
            "«--mandato»: no existe el mandato «AG-2928»; ¿quiso decir «AG-2",
        ),
        (
            ["objetivos", "--actor", "SSN"],
            "«--actor»: no existe el actor «SSN»; ¿quiso decir «SSM»?",
        ),
        (
            ["calendario", "marzo"],
            "«ACTOR»: no existe el actor «marzo»; para ver un mes: --mes marzo",
        ),
        (
            ["calendario", "2019"],
            "«ACTOR»: no existe el actor «2019»; para ver un año: --desde 2019 --hasta 2019",
        ),
        (
            ["calendario", "--estado", "canceladas"],
            "«--estado»: «canceladas» no está entre los valores admitidos; aquí se dice "
            "«cancelada»",
        ),
        (
            ["calendario", "--tipo", "x"],
            "«--tipo»: «x» no está entre los valores admitidos: «circulacion», «informal», "
            "«formal» y «otra»",
        ),
        (
            ["objetivos", "--grupo", "Z"],
            "«--grupo»: «Z» no está entre los valores admitidos: «A» y «B»",
        ),
        (
            ["actores", "--categoria", "Z"],
            "«--categoria»: «Z» no está entre los valores admitidos: «A», «B» y «C»",
        ),
        (
            ["objetivos", "--criterio", "actores"],
            "«--criterio»: «actores» no está entre los valores admitidos; aquí se dice «actor»",
        ),
        (
            ["objetivos", "--formato", "xml"],
            "«--formato»: «xml» no está entre los valores admitidos: "
            + enumerar([f"«{uno}»" for uno in tablas.formatos()]),
        ),
        (
            ["objetivos", "--sin-sesion", "--con-sesion"],
            "«--sin-sesion»: no se pueden pedir a la vez los que tienen sesión y los que no",
        ),
        (
            ["calendario", "--desde", "2019-03", "--hasta", "febrero"],
            "«--hasta»: 2019-02 es anterior a --desde 2019-03",
        ),
    ],
)
def test_un_valor_equivocado(camctl_: Camctl, orden: list[str], error: str) -> None:
    dicho = error_de(camctl_(*orden))
    # Qué otros se parecen lo prueba `comparacion`: aquí, el primero.
    assert dicho.startswith(f"valor no válido para {error.removesuffix('?')}")


@pytest.fixture
def ambiguo(aislada: Path) -> Path:
    carpeta = aislada / "ambiguo"
    carpeta.mkdir()
    textos = {
        "objetivos": "programa: {titulo: P}\nobjetivos: [{id: A1, titulo: Uno, texto: t}]\n",
        "mandatos": """
mandatos:
  - {id: AG-10, resolucion: AG/RES. 10, titulo: Una}
  - {id: CP-10, resolucion: CP/RES. 10, titulo: Otra}
""",
        "actores": "actores: [{id: A1, nombre: Actor}, {id: CB, nombre: Comisión}]\n",
        "calendario": "plan: {titulo: P, periodo: 2030-2031, comision: cb}\n",
    }
    for nombre, texto in textos.items():
        (carpeta / f"{nombre}.yaml").write_text(texto, encoding="utf-8")
    return carpeta


def test_un_numero_de_dos_resoluciones(camctl_: Camctl, ambiguo: Path) -> None:
    assert error_de(camctl_("ver", "10", "--datos", str(ambiguo))) == (
        "valor no válido para «ID»: «10» puede ser «AG-10» o «CP-10»"
    )


def test_un_id_de_dos_clases_los_ensena_los_dos(camctl_: Camctl, ambiguo: Path) -> None:
    hecho = camctl_("ver", "a1", "--datos", str(ambiguo), "-f", "json")
    assert [(uno["clase"], uno["id"]) for uno in json.loads(hecho.salida)] == [
        ("objetivo", "A1"),
        ("actor", "A1"),
    ]


def test_un_plan_sin_grupos_ni_categorias(camctl_: Camctl, ambiguo: Path) -> None:
    carpeta = ["--datos", str(ambiguo)]
    assert error_de(camctl_("actores", "--categoria", "A", *carpeta)) == (
        "valor no válido para «--categoria»: no hay «A», porque el plan no tiene ninguno"
    )
    assert camctl_("objetivos", "--grupo", "a", *carpeta).codigo == 0


# Las fechas, escritas como sea


@pytest.mark.parametrize(
    "mes", ["2019-03", "marzo", "Marzo", "mar", "3/2019", "2019/3", "marzo de 2019", "2019-03-14"]
)
def test_un_mes_escrito_como_sea(camctl_: Camctl, mes: str) -> None:
    hecho = camctl_("calendario", "--mes", mes, "-f", "json")
    assert hecho.codigo == 0
    assert [una["id"] for una in json.loads(hecho.salida)] == ["ACT-4", "ACT-5"]


@pytest.mark.parametrize("fecha", ["14/3/2019", "2019-3-14", "14 de marzo de 2019", "3/2019"])
def test_desde_una_fecha_escrita_como_sea(camctl_: Camctl, fecha: str) -> None:
    hecho = camctl_("calendario", "--desde", fecha, "--hasta", fecha, "-f", "json")
    assert [una["id"] for una in json.loads(hecho.salida)] == ["ACT-4", "ACT-5"]


def test_un_mes_sin_anio_es_el_primero_desde_y_el_ultimo_hasta(camctl_: Camctl) -> None:
    hecho = camctl_("calendario", "--desde", "marzo", "--hasta", "marzo", "-f", "json")
    assert [una["id"] for una in json.loads(hecho.salida)] == [
        f"ACT-{numero}" for numero in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("orden", "cuantas"),
    [
        (["--desde", "2019"], 6),
        (["--hasta", "2018"], 0),
        (["--desde", "2018", "--hasta", "2019"], 6),
        (["--desde", " 2020 "], 0),
    ],
)
def test_un_anio_va_de_su_primer_dia_al_ultimo(
    camctl_: Camctl, orden: list[str], cuantas: int
) -> None:
    hecho = camctl_("calendario", *orden, "-f", "json")
    assert hecho.codigo == 0
    assert len(json.loads(hecho.salida)) == cuantas


def test_un_anio_no_es_un_mes(camctl_: Camctl) -> None:
    assert error_de(camctl_("calendario", "--mes", "2019")) == (
        "valor no válido para «--mes»: «2019» es un año; para verlo entero: --desde 2019 "
        "--hasta 2019"
    )


def test_hoy_es_el_dia_en_que_se_pregunta(camctl_: Camctl, monkeypatch: pytest.MonkeyPatch) -> None:
    class Aquel(dt.date):
        @classmethod
        def today(cls) -> "Aquel":
            return cls(2019, 2, 11)

    monkeypatch.setattr(dt, "date", Aquel)
    hecho = camctl_("calendario", "--desde", "hoy", "--hasta", "hoy", "-f", "json")
    assert [una["id"] for una in json.loads(hecho.salida)] == ["ACT-1", "ACT-2", "ACT-3"]


@pytest.mark.parametrize("fecha", ["ayer", "ma", "", "0019", "2018-2019"])
def test_lo_que_no_es_una_fecha(camctl_: Camctl, fecha: str) -> None:
    assert error_de(camctl_("calendario", "--mes", fecha)) == (
        f"valor no válido para «--mes»: «{fecha}» no es una fecha; escriba 2030-03-14, 14/3/2030, "
        "2030-03, marzo u hoy"
    )


@pytest.mark.parametrize(
    ("fecha", "porque"),
    [
        ("2019-13", "no hay mes 13"),
        ("31/2/2019", "febrero de 2019 no tiene día 31"),
        ("0 de marzo de 2019", "marzo de 2019 no tiene día 0"),
        ("0000-03", "no hay año 0"),
    ],
)
def test_de_una_fecha_que_no_existe_se_dice_por_que(
    camctl_: Camctl, fecha: str, porque: str
) -> None:
    assert error_de(camctl_("calendario", "--mes", fecha)) == (
        f"valor no válido para «--mes»: «{fecha}» no es una fecha: {porque}"
    )


# Los filtros, juntos


@pytest.mark.parametrize(
    ("filtros", "esperadas"),
    [
        ("CIM", ["ACT-4"]),
        ("--actor inna", ["ACT-5"]),
        ("CIM --actor IIN", ["ACT-4", "ACT-5"]),
        ("--mes febrero --mes abril", ["ACT-1", "ACT-2", "ACT-3", "ACT-6"]),
        ("--tipo formal --tipo circulación", ["ACT-1", "ACT-6"]),
        ("--objetivo b8 --objetivo b.5", ["ACT-3", "ACT-5"]),
        ("--objetivo B8 --criterio general", ["ACT-4", "ACT-5", "ACT-6"]),
        ("--objetivo B8 --criterio directo", []),
        ("--mandato 2910", ["ACT-1", "ACT-6"]),
        ("--mandato 2910 --mandato AG-2883 --tipo Formal", ["ACT-6"]),
        ("CAM --mes marzo --tipo informal --objetivo B8", ["ACT-5"]),
        ("--desde 2019-03 --actor CIDH --actor CIDI", ["ACT-6"]),
        ("--estado PROPUESTA --hasta feb", ["ACT-1", "ACT-2", "ACT-3"]),
    ],
)
def test_los_filtros_del_calendario(camctl_: Camctl, filtros: str, esperadas: list[str]) -> None:
    hecho = camctl_("calendario", *filtros.split(), "-f", "json")
    assert hecho.codigo == 0
    assert [una["id"] for una in json.loads(hecho.salida)] == esperadas


@pytest.mark.parametrize(
    ("orden", "esperados"),
    [
        ("objetivos --grupo a --sin-sesion", ["A1", "A2", "A3"]),
        ("objetivos --con-sesion --actor CIDH --actor SSM", ["B1", "B5", "B6", "B11"]),
        ("objetivos --grupo A --grupo B --actor INNA", ["B8"]),
        ("actores --sin-sesion", ["EM", "SADyE", "AG"]),
        ("actores --sin-sesion --categoria c --categoria A", ["EM"]),
        ("actores --objetivo B1 --objetivo B5 --categoria a", ["CIDH"]),
    ],
)
def test_los_demas_filtros(camctl_: Camctl, orden: str, esperados: list[str]) -> None:
    hecho = camctl_(*orden.split(), "-f", "json")
    assert hecho.codigo == 0
    assert [uno["id"] for uno in json.loads(hecho.salida)] == esperados


# Lo que queda vacío


@pytest.mark.parametrize(
    ("orden", "por_que"),
    [
        (["calendario", "--mes", "julio"], "ninguna actividad con --mes 2018-07 o 2019-07"),
        (
            ["calendario", "--mes", "febrero", "--tipo", "formal"],
            "hay 3 actividades con --mes 2018-02 o 2019-02 y 1 con --tipo formal, pero ninguna "
            "actividad con todo a la vez",
        ),
        (["objetivos", "--actor", "CAM"], "ningún objetivo con --actor CAM"),
        (
            ["actores", "--categoria", "c", "--objetivo", "B8"],
            "hay 2 actores con --objetivo B8 y 1 con --categoria C, pero ningún actor con todo a "
            "la vez",
        ),
        (
            ["cobertura", "--criterio", "general", "--huecos"],
            "ningún objetivo sin sesión (criterio general)",
        ),
    ],
)
def test_si_no_hay_nada_se_dice_por_que(camctl_: Camctl, orden: list[str], por_que: str) -> None:
    hecho = camctl_(*orden)
    assert hecho.codigo == 0
    assert hecho.errores == f"Nada que mostrar: {por_que}.\n"
    assert hecho.salida.startswith("Plan 2018-2019 · CAM\n")
    assert "──" not in hecho.salida
    como_datos = camctl_(*orden, "-f", "json")
    assert como_datos.codigo == 0
    assert json.loads(como_datos.salida) in (
        [],
        {"criterio": "general", "porcentaje": 100.0, "objetivos": []},
    )
    assert como_datos.errores == hecho.errores


# Los formatos

CONSULTAS = {
    "calendario": (["calendario"], ["ACT-1", "ACT-2", "ACT-3", "ACT-4", "ACT-5", "ACT-6"]),
    "objetivos": (["objetivos", "--sin-sesion"], SIN_SESION),
    "actores": (["actores", "--objetivo", "B8"], ["IIN", "CIM"]),
    "mandatos": (["mandatos"], ["AG-2738", "AG-2883", "AG-2910", "AG-2916"]),
    "ver": (["ver", "B8", "act4", "IIN", "2738"], ["B8", "ACT-4", "IIN", "AG-2738"]),
    "buscar": (["buscar", "niño"], ["B8", "IIN", "ACT-5"]),
    "cobertura": (["cobertura", "--huecos"], SIN_SESION),
}


def id_en_la_lista(respuesta: Any) -> list[str]:
    lista = respuesta["objetivos"] if isinstance(respuesta, dict) else respuesta
    return [uno["id"] for uno in lista]


def id_en_el_csv(texto: str) -> list[str]:
    return [fila["id"] for fila in csv.DictReader(io.StringIO(texto, newline=""))]


def id_en_el_markdown(texto: str) -> list[str]:
    """Los de la primera celda de cada fila, o los del título de cada ficha."""
    fichas = MarkdownIt("commonmark").enable("table").parse(texto)
    hallados = []
    for anterior, ficha in pairwise(fichas):
        if ficha.type != "inline" or anterior.tag not in ("td", "h2"):
            continue
        hallado = re.match(
            r"(?:actor |objetivo |actividad )?([A-Z]+-?\d+|IIN|CIM)\b", ficha.content
        )
        if hallado:
            hallados.append(hallado[1])
    return list(dict.fromkeys(hallados))


LECTORES: dict[str, Callable[[str], list[str]]] = {
    "json": lambda texto: id_en_la_lista(json.loads(texto)),
    "yaml": lambda texto: id_en_la_lista(yaml.safe_load(texto)),
    "csv": id_en_el_csv,
}


@pytest.mark.parametrize("formato", LECTORES)
@pytest.mark.parametrize("comando", CONSULTAS)
def test_cada_consulta_en_cada_formato(camctl_: Camctl, comando: str, formato: str) -> None:
    orden, esperados = CONSULTAS[comando]
    hecho = camctl_(*orden, "--formato", formato)
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert LECTORES[formato](hecho.salida) == esperados
    # El formato se escribe también en mayúsculas.
    assert camctl_(*orden, "-f", formato.upper()).salida == hecho.salida


@pytest.mark.parametrize("comando", CONSULTAS)
def test_json_y_yaml_dicen_lo_mismo(camctl_: Camctl, comando: str) -> None:
    orden, _ = CONSULTAS[comando]
    en_json = json.loads(camctl_(*orden, "-f", "json").salida)
    assert yaml.safe_load(camctl_(*orden, "-f", "yaml").salida) == en_json


@pytest.mark.parametrize("comando", sorted(set(CONSULTAS) - {"buscar"}))
def test_cada_consulta_en_markdown(camctl_: Camctl, comando: str) -> None:
    orden, esperados = CONSULTAS[comando]
    hecho = camctl_(*orden, "-f", "md")
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert hecho.salida.startswith("# Plan 2018-2019 · CAM\n")
    assert set(esperados) <= set(id_en_el_markdown(hecho.salida))


def test_los_registros_de_cada_consulta(camctl_: Camctl) -> None:
    """Las claves que el formato promete, además de las de los datos."""

    def primero(*orden: str) -> dict[str, Any]:
        registros: list[dict[str, Any]] = json.loads(camctl_(*orden, "-f", "json").salida)
        return registros[0]

    assert primero("calendario")["objetivos_cubiertos"] == []
    assert primero("calendario", "--tipo", "formal")["objetivos"] == "todos"
    b8 = primero("objetivos", "--actor", "IIN")
    assert b8["motivo_sin_sesion"] is None
    assert b8["sesiones"][1] == {
        "id": "ACT-5",
        "fecha": "2019-03",
        "criterio": "actor",
        "actor": "IIN",
    }
    iin = primero("actores", "--objetivo", "B8")
    assert (iin["relacion"], iin["cita"]) == ("mision", CITA_IIN)
    assert iin["sesiones"] == [{"id": "ACT-5", "fecha": "2019-03"}]
    assert primero("mandatos")["sustenta"] == [{"clase": "plan", "id": None}]
    assert primero("mandatos")["enlaces"] == {}
    assert primero("ver", "act4")["falta"] == [
        "día",
        "hora",
        "lugar",
        "confirmar a Beatriz Piñeres",
    ]
    assert primero("buscar", "niño")["clase"] == "objetivo"
    cobertura = json.loads(camctl_("cobertura", "-f", "json").salida)
    assert list(cobertura["objetivos"][0]) == [
        "id", "titulo", "cubierto", "directo", "actor", "general",
    ]  # fmt: skip


# En un archivo


@pytest.mark.parametrize(
    ("nombre", "formato"),
    [
        ("c.json", "json"),
        ("c.csv", "csv"),
        ("c.yaml", "yaml"),
        ("c.yml", "yaml"),
        ("c.md", "md"),
        ("c.txt", "tabla"),
        ("C.JSON", "json"),
    ],
)
def test_la_extension_dice_el_formato(camctl_: Camctl, nombre: str, formato: str) -> None:
    hecho = camctl_("calendario", "-o", nombre)
    assert hecho == (0, "", f"Escrito: {nombre}\n")
    dicho = camctl_("calendario", "-f", formato).salida
    # Excel no ve que un CSV es UTF-8 si no lo dice su marca; a otro programa le estorbaría.
    marca = "\ufeff" if formato == "csv" else ""
    assert Path(nombre).read_bytes().decode("utf-8") == marca + dicho


def test_un_formato_nuevo_es_un_modulo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, camctl_: Camctl
) -> None:
    nuevo = 'CODIFICACION = "latin-1"\ndef escribir(respuesta):\n    return "ñ\\n"\n'
    (tmp_path / "nuevo.py").write_text(nuevo, encoding="utf-8")
    monkeypatch.setattr(tablas, "__path__", [*tablas.__path__, str(tmp_path)])
    assert camctl_("mandatos", "--formato", "nuevo").salida == "ñ\n"
    assert camctl_("mandatos", "-o", "mandatos.nuevo").codigo == 0
    assert Path("mandatos.nuevo").read_bytes() == b"\xf1\n"


def test_el_formato_pedido_manda_sobre_la_extension(camctl_: Camctl) -> None:
    camctl_("mandatos", "-o", "m.md", "--formato", "json")
    assert json.loads(Path("m.md").read_text(encoding="utf-8"))[0]["id"] == "AG-2738"
    assert camctl_("mandatos", "-o", "sin_extension", "-f", "csv").codigo == 0


def test_guion_es_la_salida_estandar(camctl_: Camctl) -> None:
    assert camctl_("mandatos", "-o", "-") == camctl_("mandatos")
    assert camctl_("mandatos", "-o", "-", "-f", "json") == camctl_("mandatos", "-f", "json")
    assert not Path("-").exists()


@pytest.mark.parametrize("nombre", ["m.docx", "m", "json", "m.", "carpeta.json/m"])
def test_una_extension_desconocida(camctl_: Camctl, nombre: str) -> None:
    assert error_de(camctl_("mandatos", "-o", nombre)) == (
        f"valor no válido para «--salida»: la extensión de «{nombre}» no dice el formato; diga "
        f"cuál con --formato: {enumerar(tablas.formatos(), conjuncion='o')}"
    )
    assert not Path(nombre).exists()


@pytest.mark.parametrize(
    ("ruta", "causa"),
    [
        ("nada/m.json", "la carpeta no existe"),
        ("data/actores.yaml/m.json", "la ruta pasa por un archivo como si fuera una carpeta"),
        (f"{'m' * 300}.json", "el nombre es demasiado largo"),
    ],
)
def test_donde_no_se_puede_escribir(camctl_: Camctl, ruta: str, causa: str) -> None:
    assert error_de(camctl_("mandatos", "-o", ruta)) == f"no se puede escribir «{ruta}»: {causa}"


@pytest.mark.parametrize("carpeta", ["carpeta.json", ".", "/"])
def test_en_una_carpeta_falta_decir_el_archivo(camctl_: Camctl, carpeta: str) -> None:
    Path("carpeta.json").mkdir()
    assert error_de(camctl_("mandatos", "-f", "json", "-o", carpeta)) == (
        f"«{carpeta}» es una carpeta; diga también el nombre del archivo"
    )


@pytest.mark.parametrize(
    ("orden", "opcion"),
    [
        (["mandatos", "-f", "json", "-o"], "--salida"),
        (["validar", "-f", "json", "-o"], "--salida"),
        (["esquema", "-o"], "--salida"),
        (["exportar", "docx", "-o"], "--salida"),
        (["exportar", "csv", "-o"], "--salida"),
        (["exportar", "docx", "--plantilla-base"], "--plantilla-base"),
        (["calendario", "-f", "ics", "-o"], "--salida"),
        (["convocatoria", "ACT-5", "-o"], "--salida"),
        (["cambios", "-f", "docx", "-o"], "--salida"),
        (["seguimiento", "-f", "docx", "-o"], "--salida"),
    ],
)
def test_un_nombre_vacio_no_es_otro_sitio(
    camctl_: Camctl, aislada: Path, orden: list[str], opcion: str
) -> None:
    assert error_de(camctl_(*orden, "")) == f"valor no válido para «{opcion}»: el nombre está vacío"
    assert [hijo.name for hijo in aislada.iterdir()] == ["data"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a root nada lo para")
def test_sin_permiso(camctl_: Camctl) -> None:
    cerrada = Path("cerrada")
    cerrada.mkdir(mode=0o500)
    assert error_de(camctl_("mandatos", "-o", "cerrada/m.json")) == (
        "no se puede escribir «cerrada/m.json»: no hay permiso"
    )


def test_sin_permiso_sea_quien_sea(camctl_: Camctl, monkeypatch: pytest.MonkeyPatch) -> None:
    def negado(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", negado)
    assert error_de(camctl_("mandatos", "-o", "m.json")) == (
        "no se puede escribir «m.json»: no hay permiso"
    )


@pytest.mark.parametrize("comando", ["mandatos", "validar"])
@pytest.mark.parametrize(
    "ruta",
    [
        "data/mandatos.yaml",
        "./data/../data/calendario.yaml",
        "enlace.yaml",
        "otro/actores.yaml",
        "data/duro.yaml",
        "data/sustituto.yaml",
    ],
)
def test_no_se_escribe_encima_de_los_datos(
    camctl_: Camctl, datos: Path, comando: str, ruta: str
) -> None:
    Path("enlace.yaml").symlink_to(datos / "objetivos.yaml")
    Path("otro").symlink_to(datos)
    # Uno de los archivos puede ser, a su vez, un enlace a otro de la carpeta.
    (datos / "actores.yaml").rename(datos / "sustituto.yaml")
    (datos / "actores.yaml").symlink_to("sustituto.yaml")
    (datos / "duro.yaml").hardlink_to(datos / "mandatos.yaml")
    antes = {ruta.name: ruta.read_bytes() for ruta in datos.glob("*.yaml")}
    formato = "json" if comando == "validar" else "yaml"
    assert error_de(camctl_(comando, "-o", ruta, "-f", formato)) == (
        f"«{ruta}» es un archivo de datos, y no se escribe encima"
    )
    assert {ruta.name: ruta.read_bytes() for ruta in datos.glob("*.yaml")} == antes


def test_un_nombre_de_datos_en_otro_sitio_si_vale(camctl_: Camctl) -> None:
    assert camctl_("mandatos", "-o", "mandatos.yaml") == (0, "", "Escrito: mandatos.yaml\n")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no hay dispositivos")
def test_no_se_reemplaza_un_dispositivo(camctl_: Camctl, tmp_path: Path) -> None:
    tuberia = tmp_path / "tuberia"
    os.mkfifo(tuberia)
    for ruta in (str(tuberia), "/dev/null"):
        assert error_de(camctl_("mandatos", "-o", ruta, "-f", "json")) == (
            f"«{ruta}» no es un archivo corriente; la salida estándar es «-»"
        )
    assert Path("/dev/null").is_char_device()


def test_si_falla_la_escritura_queda_lo_que_habia(
    camctl_: Camctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("m.json").write_text("lo de antes", encoding="utf-8")

    def lleno(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", lleno)
    assert error_de(camctl_("mandatos", "-o", "m.json")) == (
        "no se puede escribir «m.json»: no queda sitio en el disco"
    )
    assert Path("m.json").read_text(encoding="utf-8") == "lo de antes"
    assert sorted(ruta.name for ruta in Path().iterdir()) == ["data", "m.json"]


def test_se_escribe_a_traves_de_un_enlace(camctl_: Camctl) -> None:
    Path("real.json").write_text("{}", encoding="utf-8")
    Path("enlace.json").symlink_to("real.json")
    assert camctl_("mandatos", "-o", "enlace.json").codigo == 0
    assert Path("enlace.json").is_symlink()
    assert json.loads(Path("real.json").read_text(encoding="utf-8"))[0]["id"] == "AG-2738"


# De dónde salen los datos


@pytest.fixture
def otra(aislada: Path) -> Path:
    """Otro plan, de otro periodo, en una carpeta que no es `data`."""
    carpeta = aislada / "otra"
    shutil.copytree(DATOS, carpeta)
    estropear(carpeta, "calendario.yaml", "periodo: 2018-2019", "periodo: 2019-2020")
    return carpeta


def rotulo(hecho: Any) -> str:
    assert hecho.codigo == 0
    return str(hecho.salida.splitlines()[0])


def test_datos_antes_y_despues_del_comando(
    camctl_: Camctl, otra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMCTL_DATOS", "data")
    assert rotulo(camctl_("mandatos", "--datos", "otra")) == "Plan 2019-2020 · CAM · otra"
    assert rotulo(camctl_("--datos", "otra", "mandatos")) == "Plan 2019-2020 · CAM · otra"
    # Lo más cercano a la pregunta manda.
    assert rotulo(camctl_("--datos", "data", "mandatos", "--datos", "otra")).endswith(" · otra")


def test_la_variable_dice_la_carpeta(
    camctl_: Camctl, otra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMCTL_DATOS", str(otra))
    # Una ruta larga puede ocupar más de una línea.
    dicho = "".join(camctl_("mandatos").salida.partition("\n\n")[0].split())
    assert dicho == f"Plan2019-2020·CAM·{otra}"
    monkeypatch.setenv("CAMCTL_DATOS", "")
    assert rotulo(camctl_("mandatos")) == "Plan 2018-2019 · CAM"


def test_la_carpeta_actual_si_tiene_un_calendario(
    camctl_: Camctl, otra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(otra)
    assert rotulo(camctl_("mandatos")) == "Plan 2019-2020 · CAM"


def test_la_carpeta_data_mas_cercana_hacia_arriba(
    camctl_: Camctl, aislada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honda = aislada / "a" / "b"
    honda.mkdir(parents=True)
    monkeypatch.chdir(honda)
    assert rotulo(camctl_("mandatos")) == "Plan 2018-2019 · CAM"
    # Una carpeta data sin calendario no es de datos.
    (honda / "data").mkdir()
    assert rotulo(camctl_("mandatos")) == "Plan 2018-2019 · CAM"


@pytest.fixture
def sin_datos(aislada: Path, datos: Path) -> None:
    shutil.rmtree(datos)


@pytest.mark.usefixtures("sin_datos", "del_paquete")
@pytest.mark.parametrize("comando", CONSULTAS)
def test_a_falta_de_otros_los_del_paquete(camctl_: Camctl, comando: str) -> None:
    orden, _ = CONSULTAS[comando]
    hecho = camctl_(*orden)
    assert rotulo(hecho) == "Plan 2018-2019 · CAM"
    assert hecho.errores == "No hay datos en esta carpeta: se muestra el plan que trae camctl.\n"


@pytest.mark.usefixtures("sin_datos", "del_paquete")
@pytest.mark.parametrize("orden", [["validar"], ["cobertura", "--minimo", "0"]])
def test_comprobar_no_se_conforma_con_los_del_paquete(camctl_: Camctl, orden: list[str]) -> None:
    assert error_de(camctl_(*orden)) == SIN_DATOS_AQUI


@pytest.mark.parametrize("orden", [["mandatos", "--datos"], ["validar"], ["validar", "--datos"]])
@pytest.mark.parametrize(
    ("carpeta", "error"),
    [
        ("nada", "la carpeta de datos «nada» no existe"),
        ("data/actores.yaml", "la carpeta de datos «data/actores.yaml» no es una carpeta"),
        (
            "n" * 300,
            f"la carpeta de datos «{'n' * 300}» no se puede abrir: el nombre es demasiado largo",
        ),
        # Con una variable vacía en la orden, mejor parar que contestar de otro plan.
        ("", "el nombre de la carpeta de datos está vacío"),
    ],
)
def test_una_carpeta_que_no_lo_es(
    camctl_: Camctl, orden: list[str], carpeta: str, error: str
) -> None:
    assert error_de(camctl_(*orden, carpeta)) == error


@pytest.mark.parametrize(
    ("carpeta", "que_pasa"),
    [("nada", "no existe"), ("n" * 300, "no se puede abrir: el nombre es demasiado largo")],
)
def test_una_variable_que_no_dice_una_carpeta(
    camctl_: Camctl, monkeypatch: pytest.MonkeyPatch, carpeta: str, que_pasa: str
) -> None:
    monkeypatch.setenv("CAMCTL_DATOS", carpeta)
    assert error_de(camctl_("mandatos")) == (
        f"la carpeta de datos «{carpeta}» {que_pasa} (la pide la variable CAMCTL_DATOS)"
    )


@pytest.mark.usefixtures("sin_datos")
@pytest.mark.skipif(os.name != "posix", reason="Windows no deja borrar la carpeta actual")
@pytest.mark.parametrize(
    ("orden", "error"),
    [
        (["validar"], SIN_DATOS_AQUI),
        (["corregir", "una", "--datos", "otra"], "¿qué carpeta, «una» o «otra»? Diga una sola"),
        (["mandatos", "-o", "m.json"], "no se puede escribir «m.json»: la carpeta no existe"),
        (["exportar", "md", "-o", "p.md"], "no se puede escribir «p.md»: la carpeta no existe"),
        (["exportar", "csv", "-o", "p"], "no se puede escribir «p/plan.csv»: la carpeta no existe"),
        (
            ["exportar", "docx", "--plantilla", "p.docx"],
            "la plantilla «p.docx» no se puede usar: no existe",
        ),
        (["cotejar", "p.txt"], "valor no válido para «DOCUMENTO»: «p.txt» no existe"),
    ],
)
def test_desde_una_carpeta_que_se_ha_borrado(
    camctl_: Camctl, aislada: Path, orden: list[str], error: str
) -> None:
    antes = ["--datos", str(DATOS)] if orden[0] in ("mandatos", "exportar", "cotejar") else []
    aislada.rmdir()
    assert error_de(camctl_(*antes, *orden)) == error


def test_una_carpeta_de_encima_que_no_deja_mirar(
    camctl_: Camctl, aislada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cerrada = aislada / "a" / "data"
    cerrada.mkdir(parents=True)
    monkeypatch.chdir(cerrada.parent)
    de_verdad = os.stat

    def negar(ruta: Any, *como: Any, **mas: Any) -> os.stat_result:
        if cerrada in (Path.cwd() / os.fspath(ruta)).parents:
            raise PermissionError(13, "Permission denied")
        return de_verdad(ruta, *como, **mas)

    monkeypatch.setattr(os, "stat", negar)
    # Como si no estuviera: los datos son los de más arriba.
    assert camctl_("validar").salida.startswith("Sin errores: ")


def test_la_comision_del_rotulo_es_su_id(camctl_: Camctl, ambiguo: Path) -> None:
    # En los datos dice «cb».
    assert rotulo(camctl_("mandatos", "--datos", "ambiguo")) == "Plan 2030-2031 · CB · ambiguo"


# Datos con errores


def test_se_contesta_con_los_registros_sanos(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "  - id: ACT-2\n", "  - id: ACT-2\n    estado: quizá\n")
    hecho = camctl_("calendario", "-f", "json")
    assert hecho.codigo == 1
    assert [una["id"] for una in json.loads(hecho.salida)] == [
        "ACT-1", "ACT-3", "ACT-4", "ACT-5", "ACT-6",
    ]  # fmt: skip
    assert hecho.errores == "1 error en los datos; vea `camctl validar`.\n"


def test_lo_que_acaba_antes_de_empezar_no_se_deja_fuera_sin_decirlo(
    camctl_: Camctl, datos: Path
) -> None:
    estropear(datos, "calendario.yaml", "  - id: ACT-5\n", "  - id: ACT-5\n    hasta: 2019-02\n")
    hecho = camctl_("calendario", "--mes", "2019-03", "-f", "json")
    assert [una["id"] for una in json.loads(hecho.salida)] == ["ACT-4"]
    assert (hecho.codigo, hecho.errores) == (1, "1 error en los datos; vea `camctl validar`.\n")


def test_una_fecha_fuera_del_periodo_se_avisa_aunque_no_haya_otro_error(
    camctl_: Camctl, datos: Path
) -> None:
    estropear(datos, "calendario.yaml", "fecha: 2019-04\n", "fecha: 2017-04\n")
    hecho = camctl_("calendario", "--mes", "abril", "-f", "json")
    assert (hecho.codigo, json.loads(hecho.salida)) == (1, [])
    assert hecho.errores == (
        "Nada que mostrar: ninguna actividad con --mes 2018-04 o 2019-04.\n"
        "1 error en los datos; vea `camctl validar`.\n"
    )


def test_los_errores_se_cuentan_todos(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "  - id: ACT-2\n", "  - ide: ACT-2\n")
    estropear(datos, "calendario.yaml", "objetivos: todos", "objetivos: [B99]")
    hecho = camctl_("mandatos")
    assert hecho.codigo == 1
    assert hecho.salida.startswith("Plan 2018-2019 · CAM\n")
    assert hecho.errores == "2 errores en los datos; vea `camctl validar`.\n"
    # También cuando no hay nada que mostrar.
    assert camctl_("calendario", "--mes", "julio") == (
        1,
        "Plan 2018-2019 · CAM\n",
        (
            "Nada que mostrar: ninguna actividad con --mes 2018-07 o 2019-07.\n"
            "2 errores en los datos; vea `camctl validar`.\n"
        ),
    )


def test_un_registro_danado_existe_y_no_se_muestra(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "  - id: ACT-4\n", "  - id: ACT-4\n    etado: x\n")
    assert error_de(camctl_("ver", "act4")) == (
        "valor no válido para «ID»: «ACT-4» tiene errores y no se muestra; vea `camctl validar`"
    )
    # De la carpeta que se pide, se dice cuál.
    assert error_de(camctl_("ver", "act4", "--datos", str(datos))).endswith(
        f"tiene errores y no se muestra; vea `camctl validar {datos}`"
    )
    # Uno que no existe, no.
    assert error_de(camctl_("ver", "act44")).startswith(
        "valor no válido para «ID»: no existe ningún registro «act44»"
    )


def test_los_errores_y_la_cobertura_minima(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "objetivos: todos", "objetivos: [B99]")
    assert camctl_("cobertura", "--minimo", "10").codigo == 1
    assert camctl_("cobertura", "--minimo", "90").errores.splitlines()[1] == (
        "1 error en los datos; vea `camctl validar`."
    )


@pytest.mark.parametrize("comando", CONSULTAS)
def test_un_archivo_que_falta_deja_sin_respuesta(
    camctl_: Camctl, datos: Path, comando: str
) -> None:
    (datos / "actores.yaml").unlink()
    orden, _ = CONSULTAS[comando]
    assert camctl_(*orden, "--datos", "data") == (
        2,
        "",
        (
            "data/actores.yaml: falta el archivo «actores.yaml»\n"
            "Los datos no se pueden leer; vea `camctl validar data`.\n"
        ),
    )


@pytest.mark.parametrize(
    ("archivo", "contenido"),
    [
        ("objetivos.yaml", b"programa: {titulo: P}\nobjetivos: [\n"),
        ("mandatos.yaml", b"mandatos:\n\t- x\n"),
        ("actores.yaml", b"\xff\xfe\x00"),
        ("calendario.yaml", b""),
    ],
)
def test_un_archivo_ilegible_deja_sin_respuesta(
    camctl_: Camctl, datos: Path, archivo: str, contenido: bytes
) -> None:
    (datos / archivo).write_bytes(contenido)
    hecho = camctl_("calendario", "-f", "json", "--datos", "data")
    assert (hecho.codigo, hecho.salida) == (2, "")
    *causas, ultima = hecho.errores.splitlines()
    assert causas
    assert all(causa.startswith(f"data/{archivo}:") for causa in causas)
    assert ultima == "Los datos no se pueden leer; vea `camctl validar data`."
    # Tampoco se escribe nada.
    assert camctl_("calendario", "-o", "c.json", "--datos", "data").codigo == 2
    assert not Path("c.json").exists()


def test_de_un_archivo_ilegible_no_se_dice_todo(camctl_: Camctl, datos: Path) -> None:
    malos = "".join(f"  - {{id: X-{numero}, sobra: x}}\n" for numero in range(100))
    (datos / "mandatos.yaml").write_text(f"mandatos:\n{malos}  - [\n", encoding="utf-8")
    hecho = camctl_("mandatos")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert len(hecho.errores.splitlines()) == 9


# Lo que es de todo el programa


def test_la_version(camctl_: Camctl) -> None:
    assert camctl_("--version") == (0, f"camctl {__version__}\n", "")


def test_sin_argumentos_sale_la_ayuda(camctl_: Camctl) -> None:
    hecho = camctl_()
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert hecho.salida.strip() == camctl_("--ayuda").salida.strip()
    for trozo in ("Uso: camctl [OPCIONES] COMANDO", "Consultar", "Comprobar", *CONSULTAS):
        assert trozo in hecho.salida


@pytest.mark.parametrize("comando", [*CONSULTAS, "validar"])
def test_cada_comando_tiene_su_ayuda(camctl_: Camctl, comando: str) -> None:
    hecho = camctl_(comando, "--ayuda")
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert f"Uso: camctl {comando} [OPCIONES]" in hecho.salida
    for trozo in ("--datos", "--formato", "--salida", "--ayuda"):
        assert trozo in hecho.salida


def test_la_ayuda_llena_las_lineas(camctl_: Camctl) -> None:
    # Los saltos de línea del código no son de quien la lee.
    lineas = camctl_("exportar", "--ayuda").salida.splitlines()
    desde = next(n for n, linea in enumerate(lineas) if "salida estándar si no" in linea)
    assert [linea.strip() for linea in lineas[desde : desde + 3]] == [
        "Los textos van a la salida estándar si no se dice otra cosa; lo demás, a un",
        "archivo con el nombre de la comisión y el periodo. Los filtros son los de",
        "calendario, y solo miran a él.",
    ]


@pytest.mark.parametrize(
    ("comando", "argumentos"), [("ver", "ID..."), ("buscar", "TEXTO..."), ("calendario", "[ACTOR]")]
)
def test_el_uso_nombra_los_argumentos(camctl_: Camctl, comando: str, argumentos: str) -> None:
    uso = camctl_(comando, "--nada").errores.splitlines()[0]
    assert uso == f"Uso: camctl {comando} [OPCIONES] {argumentos}"


def test_un_comando_que_no_existe(camctl_: Camctl) -> None:
    hecho = camctl_("calendrio")
    assert hecho.codigo == 2
    assert hecho.errores.endswith(
        "error: no existe el comando «calendrio»; ¿quiso decir «calendario»?\n"
    )


def test_un_fallo_de_camctl_no_ensena_su_volcado(
    camctl_: Camctl, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def falla(*_: object) -> None:
        raise RuntimeError("algo que nadie esperaba, con ñ y \x1b")

    monkeypatch.setattr(vista_del_calendario, "calendario", falla)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["camctl", "calendario"])
    hecho = camctl_("calendario")
    assert (hecho.codigo, hecho.salida) == (3, "")
    dicho, que_hacer, donde = hecho.errores.splitlines()
    assert dicho == "camctl ha fallado; el error es suyo, no de sus datos ni de lo que ha escrito."
    assert que_hacer == "Cuéntelo a quien lo mantiene, con la orden que dio y este archivo:"
    detalles = Path(donde.strip())
    assert detalles.parent == tmp_path
    contado = detalles.read_text(encoding="utf-8")
    assert f"camctl {__version__} · Python " in contado
    assert "orden: ['camctl', 'calendario']" in contado
    assert "Traceback (most recent call last)" in contado
    assert "RuntimeError: algo que nadie esperaba, con ñ" in contado


def test_un_fallo_que_ni_se_puede_guardar(camctl_: Camctl, monkeypatch: pytest.MonkeyPatch) -> None:
    def falla(*_: object) -> None:
        raise RuntimeError("algo")

    def lleno(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(vista_del_calendario, "calendario", falla)
    monkeypatch.setattr("tempfile.mkstemp", lleno)
    hecho = camctl_("calendario")
    assert hecho.codigo == 3
    assert hecho.errores == (
        "camctl ha fallado; el error es suyo, no de sus datos ni de lo que ha escrito.\n"
        "Cuéntelo a quien lo mantiene, con la orden que dio y este archivo:\n"
        "  (no se pudieron guardar los detalles: no queda sitio en el disco; "
        "RuntimeError('algo'))\n"
    )


# Completado


Proponer: TypeAlias = Callable[..., list[str]]


@pytest.fixture
def proponer(camctl_: Camctl, monkeypatch: pytest.MonkeyPatch) -> Proponer:
    """Lo que se propone al pulsar el tabulador tras la última palabra: `proponer("ver", "b1")`."""

    def propuestas(*palabras: str) -> list[str]:
        monkeypatch.setenv("_CAMCTL_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(["camctl", *palabras]))
        monkeypatch.setenv("COMP_CWORD", str(len(palabras)))
        hecho = camctl_()
        assert (hecho.codigo, hecho.errores) == (0, "")
        return hecho.salida.split()

    return propuestas


@pytest.mark.parametrize(
    ("palabras", "esperadas"),
    [
        (["ver", "b1"], ["b1", "b10", "b11", "b12"]),
        (["ver", "B.1"], ["B.1", "B.10", "B.11", "B.12"]),
        (["ver", "ACT-"], [f"ACT-{numero}" for numero in range(1, 7)]),
        (["ver", "act"], [f"act-{numero}" for numero in range(1, 7)]),
        (["ver", "Act4"], ["Act4"]),
        (["calendario", "c"], ["cAM", "cIDH", "cIM", "cIDI"]),
        (["calendario", "--actor", "C"], ["CAM", "CIDH", "CIM", "CIDI"]),
        (["objetivos", "--actor", "II"], ["IIN"]),
        (["actores", "--objetivo", "A"], ["A1", "A2", "A3"]),
        (["calendario", "--mandato", "AG-27"], ["AG-2738"]),
        (["objetivos", "--formato", ""], [*tablas.formatos()]),
        (["calendario", "--formato", ""], [*tablas.formatos(), "ics"]),
        (["mandatos", "-f", "j"], ["json"]),
        (["cobertura", "--criterio", ""], ["directo", "actor", "general"]),
        (["objetivos", "--criterio", "g"], ["general"]),
        (["cal"], ["calendario"]),
        (["ver", "zzz"], []),
    ],
)
def test_lo_que_propone_el_tabulador(
    proponer: Proponer, palabras: list[str], esperadas: list[str]
) -> None:
    assert proponer(*palabras) == esperadas


def test_el_tabulador_sigue_a_los_datos_pedidos(
    proponer: Proponer, ambiguo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert proponer("--datos", "ambiguo", "ver", "CP") == ["CP-10"]
    assert proponer("ver", "--datos", "ambiguo", "CP") == ["CP-10"]
    # Sin datos no se propone nada, ni se dice un error en medio de la orden.
    assert proponer("--datos", "nada", "ver", "C") == []
    monkeypatch.setenv("CAMCTL_DATOS", "ambiguo")
    assert proponer("ver", "CP") == ["CP-10"]


def test_el_tabulador_con_datos_ilegibles(proponer: Proponer, datos: Path) -> None:
    (datos / "calendario.yaml").write_bytes(b"\xff\x00[[[")
    assert proponer("ver", "ACT") == []
    assert proponer("ver", "B8") == ["B8"]


def test_el_tabulador_ensena_los_titulos(lanzar: Lanzar, datos: Path) -> None:
    # Un texto que da la vuelta a la línea no la da.
    estropear(
        datos, "calendario.yaml", "titulo: Sesión informal con la CIM", 'titulo: "A \u202e B"'
    )
    hecho = lanzar(
        _CAMCTL_COMPLETE="complete_fish",
        _TYPER_COMPLETE_ARGS="camctl ver ACT",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_WORD_TO_COMPLETE="ACT",
    )
    lineas = hecho.stdout.decode().splitlines()
    assert lineas[0] == "ACT-1\tCirculación del Plan de Trabajo"
    assert "\u202e" not in hecho.stdout.decode()


def test_un_fallo_al_completar_no_se_cuela_en_la_orden(
    proponer: Proponer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def falla(*_: object, **__: object) -> None:
        raise RuntimeError("algo")

    monkeypatch.setattr(consulta, "localizar_datos", falla)
    assert proponer("ver", "A") == []


# El proceso entero


def test_el_proceso_dice_lo_mismo(lanzar: Lanzar, camctl_: Camctl) -> None:
    hecho = lanzar("calendario")
    assert (hecho.returncode, hecho.stdout.decode(), hecho.stderr) == (
        *camctl_("calendario")[:2],
        b"",
    )
    assert lanzar("ver", "zzz").returncode == 2


@pytest.mark.parametrize(
    "entorno",
    [
        {"LANG": "C", "NO_COLOR": "1"},
        {"LC_ALL": "POSIX", "TERM": "dumb", "FORCE_COLOR": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_el_entorno_no_cambia_lo_que_se_dice(
    lanzar: Lanzar, camctl_: Camctl, entorno: dict[str, str]
) -> None:
    hecho = lanzar("mandatos", **entorno)
    assert (hecho.returncode, hecho.stderr) == (0, b"")
    assert "\x1b" not in hecho.stdout.decode("ascii", "replace")
    esperado = camctl_("mandatos").salida
    if "PYTHONUTF8" in entorno:
        # Sin más letras que las del inglés, un signo de interrogación por cada una.
        esperado = "".join(letra if letra.isascii() else "?" for letra in esperado)
    assert hecho.stdout.decode() == esperado


def test_con_una_codificacion_pobre_no_se_pierden_los_datos(lanzar: Lanzar) -> None:
    hecho = lanzar("objetivos", "-f", "json", PYTHONIOENCODING="ascii")
    assert hecho.returncode == 0
    assert json.loads(hecho.stdout)[0]["titulo"].endswith("políticas migratorias integrales")
    tabla = lanzar("objetivos", PYTHONIOENCODING="ascii")
    assert tabla.returncode == 0
    assert b"pol?ticas migratorias" in tabla.stdout
    error = lanzar("ver", "ñandú", PYTHONIOENCODING="ascii")
    assert error.returncode == 2
    assert b"Traceback" not in error.stderr


@pytest.mark.parametrize("columnas", [20, 40, 80, 120, 200])
def test_ninguna_linea_pasa_del_ancho(
    camctl_: Camctl, monkeypatch: pytest.MonkeyPatch, columnas: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columnas))
    for orden, _ in CONSULTAS.values():
        hecho = camctl_(*orden)
        assert hecho.codigo == 0
        lineas = hecho.salida.splitlines()
        assert max(map(len, lineas)) <= columnas
        assert all(linea == linea.rstrip() for linea in lineas)


@pytest.mark.parametrize("columnas", ["0", "-5", "muchas", ""])
def test_un_ancho_imposible_es_el_de_siempre(
    camctl_: Camctl, monkeypatch: pytest.MonkeyPatch, columnas: str
) -> None:
    esperado = camctl_("mandatos")
    monkeypatch.setenv("COLUMNS", columnas)
    assert camctl_("mandatos") == esperado


def test_una_terminal_de_veinte_columnas(lanzar: Lanzar) -> None:
    hecho = lanzar("calendario", COLUMNS="20")
    assert hecho.returncode == 0
    assert max(map(len, hecho.stdout.decode().splitlines())) <= 20


def proceso(*orden: str, **opciones: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "camctl", *orden], env=entorno_limpio(), **opciones
    )


@pytest.mark.parametrize("orden", [["objetivos"], ["objetivos", "-f", "json"], ["--ayuda"], []])
def test_quien_lee_se_va_antes_de_acabar(aislada: Path, orden: list[str]) -> None:
    lectura, escritura = os.pipe()
    os.close(lectura)
    with proceso(*orden, stdout=escritura, stderr=subprocess.PIPE) as hecho:
        os.close(escritura)
        _, errores = hecho.communicate(timeout=60)
    assert (hecho.returncode, errores) == (0, b"")


def test_quien_lee_se_va_y_el_codigo_queda(aislada: Path) -> None:
    lectura, escritura = os.pipe()
    os.close(lectura)
    with proceso("cobertura", "--minimo", "90", stdout=escritura, stderr=subprocess.PIPE) as hecho:
        os.close(escritura)
        hecho.communicate(timeout=60)
    assert hecho.returncode == 1


def test_quien_lee_los_errores_se_va(aislada: Path) -> None:
    lectura, escritura = os.pipe()
    os.close(lectura)
    with proceso("ver", "zzz", stdout=subprocess.PIPE, stderr=escritura) as hecho:
        os.close(escritura)
        salida, _ = hecho.communicate(timeout=60)
    assert (hecho.returncode, salida) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no hay /dev/full")
@pytest.mark.parametrize(
    "orden",
    [
        ["calendario"],
        ["calendario", "-f", "json"],
        ["--version"],
        ["--ayuda"],
        [],
    ],
)
def test_un_disco_lleno(aislada: Path, orden: list[str]) -> None:
    with (
        Path("/dev/full").open("wb") as lleno,
        proceso(*orden, stdout=lleno, stderr=subprocess.PIPE) as hecho,
    ):
        _, errores = hecho.communicate(timeout=60)
    assert hecho.returncode == 2
    assert errores.decode() == (
        "error: no se pudo escribir la respuesta: no queda sitio en el disco\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no hay /dev/full")
def test_un_disco_lleno_para_el_completado(aislada: Path) -> None:
    with Path("/dev/full").open("wb") as lleno:
        hecho = subprocess.run(
            [sys.executable, "-m", "camctl"],
            env=entorno_limpio(_CAMCTL_COMPLETE="source_bash"),
            stdout=lleno,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert hecho.returncode == 2
    assert hecho.stderr.decode().startswith("error: no se pudo escribir la respuesta")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no hay /dev/full")
def test_un_disco_lleno_para_los_errores(aislada: Path) -> None:
    with (
        Path("/dev/full").open("wb") as lleno,
        proceso("ver", "zzz", stdout=subprocess.PIPE, stderr=lleno) as hecho,
    ):
        salida, _ = hecho.communicate(timeout=60)
    assert (hecho.returncode, salida) == (2, b"")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="las salidas se cierran con el shell")
@pytest.mark.parametrize(
    ("orden", "codigo"),
    [
        ("calendario >&-", 0),
        ("calendario 2>&-", 0),
        ("ver zzz 2>&-", 2),
        ("ver zzz >&- 2>&-", 2),
        ("calendario <&-", 0),
        ("--datos data agregar actividad <&-", 2),
        ("--datos data cotejar - <&-", 2),
    ],
)
def test_sin_la_entrada_o_una_de_las_salidas(aislada: Path, orden: str, codigo: int) -> None:
    hecho = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m camctl {orden}'],
        env=entorno_limpio(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert hecho.returncode == codigo
    assert b"Traceback" not in hecho.stderr


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C es otra cosa en Windows")
@pytest.mark.parametrize("retraso", [0.1, 0.3, 1.0])
def test_ctrl_c(aislada: Path, retraso: float) -> None:
    # La respuesta no cabe en una tubería que nadie vacía: no se acaba antes de la señal.
    fichas = (f"  - {{id: X-{numero}, nombre: Nombre {numero}}}\n" for numero in range(5000))
    (aislada / "data" / "actores.yaml").write_text(f"actores:\n{''.join(fichas)}", "utf-8")
    with proceso("actores", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as hecho:
        time.sleep(retraso)
        hecho.send_signal(signal.SIGINT)
        _, errores = hecho.communicate(timeout=60)
    # Lo que se interrumpe antes de llegar a la primera función de camctl lo cuenta Python.
    assert hecho.returncode in (130, -signal.SIGINT)
    assert b", in principal" not in errores
