"""Los formatos se descubren por su nombre, y los de datos se leen igual con cualquier lector."""

import csv
import io
import json
import pkgutil
import re
import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from camctl.salida import tablas
from camctl.salida.limpieza import PELIGROSO
from camctl.salida.tablas import consola
from camctl.vistas.respuesta import Columna, Registros, Respuesta, una_tabla

ACTIVIDADES: Registros = [
    {
        "id": "ACT-2",
        "fecha": "2030-05",
        "hora": "10:30",
        "titulo": "Sesión «informal»: ¿riego?, sí",
        "actores": ["CB", "IRN"],
        "invitados": [
            {"nombre": "Inés Ochoa", "actor": "IRN", "cargo": None, "estado": "por_confirmar"},
            {"nombre": "Luis Vargas", "actor": None, "cargo": None, "estado": None},
        ],
        "objetivos": "todos",
        "mandatos": [],
        "publica": True,
        "lugar": None,
    },
    {"id": "ACT-3", "acuerdos": [{"texto": "Medir", "plazo": "2030-06", "cumplido": False}]},
]


def _respuesta(registros: Registros | dict[str, Any]) -> Respuesta:
    return Respuesta((), registros)


def _csv(registros: Registros | dict[str, Any]) -> list[list[str]]:
    texto = tablas.escribir(_respuesta(registros), "csv")
    return list(csv.reader(io.StringIO(texto, newline=""), strict=True))


# El paquete


def test_los_formatos_son_los_modulos_y_la_tabla_va_primero() -> None:
    modulos = {modulo.name for modulo in pkgutil.iter_modules(tablas.__path__)}
    assert tablas.formatos() == ("tabla", *sorted(modulos - {"consola"}))
    assert {"csv", "json", "md", "yaml"} <= modulos


def test_cada_formato_va_en_un_archivo_en_su_codificacion() -> None:
    respuesta = Respuesta((), [{"id": "ñ"}])
    for formato in tablas.formatos():
        # Excel no ve que un CSV es UTF-8 si no lo dice su marca.
        marca = "\ufeff" if formato == "csv" else ""
        dicho = tablas.escribir(respuesta, formato)
        assert tablas.en_archivo(respuesta, formato) == f"{marca}{dicho}".encode()


def test_nombrar_los_formatos_no_carga_ninguno() -> None:
    orden = (
        "import sys; from camctl.salida import tablas;"
        "tablas.formatos(); tablas.formato_de('a.md');"
        "nombres = ('json', 'csv', 'yaml', 'camctl.salida.tablas.', 'camctl.salida.maqueta');"
        "sys.exit(any(nombre.startswith(nombres) for nombre in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", orden], check=False).returncode == 0


@pytest.mark.parametrize(
    ("ruta", "formato"),
    [
        ("plan.json", "json"),
        ("carpeta.csv/plan.CSV", "csv"),
        ("plan.yaml", "yaml"),
        ("plan.yml", "yaml"),
        ("plan.v2.md", "md"),
        ("plan.txt", "tabla"),
        ("plan.docx", None),
        ("plan.consola", None),
        ("json", None),
        (".json", None),
        ("carpeta.json/plan", None),
        ("", None),
    ],
)
def test_el_formato_de_una_ruta_es_el_de_su_extension(ruta: str, formato: str | None) -> None:
    assert tablas.formato_de(ruta) == formato


@pytest.mark.parametrize("formato", tablas.formatos())
def test_todo_formato_acaba_en_un_solo_salto_de_linea(formato: str) -> None:
    respuesta = Respuesta(una_tabla([Columna("ID")], [("A1",)]), [{"id": "A1"}], ("Plan",))
    texto = tablas.escribir(respuesta, formato)
    assert texto.endswith("\n")
    assert not texto.removesuffix("\n").endswith("\n")


def test_el_ancho_es_de_la_tabla() -> None:
    respuesta = Respuesta(una_tabla([Columna("ID", flexible=True)], [("palabra " * 20,)]), [])
    assert tablas.escribir(respuesta, "tabla", ancho=40) == consola.escribir(respuesta, 40)
    assert tablas.escribir(respuesta, "tabla") == consola.escribir(respuesta, 80)


@pytest.mark.parametrize("formato", ["consola", "docx", "", "os", "../json", "__init__"])
def test_un_formato_que_no_existe_no_se_carga(formato: str) -> None:
    with pytest.raises(ValueError, match="no hay ningún formato"):
        tablas.escribir(_respuesta([]), formato)


# JSON


def test_json_se_lee_y_se_entiende() -> None:
    assert tablas.escribir(_respuesta([{"id": "ñ", "lista": [], "nada": None}]), "json") == (
        '[\n  {\n    "id": "ñ",\n    "lista": [],\n    "nada": null\n  }\n]\n'
    )


def test_json_escapa_lo_que_actuaria_en_una_terminal() -> None:
    texto = tablas.escribir(_respuesta([{"a": "\x1b\x7f\x9b\u202e\u2028\U000e0041\n"}]), "json")
    assert '"\\u001b\\u007f\\u009b\\u202e\\u2028\\udb40\\udc41\\n"' in texto


# YAML


def test_yaml_se_lee_y_se_entiende() -> None:
    assert tablas.escribir(_respuesta(ACTIVIDADES), "yaml").startswith(
        "- id: ACT-2\n"
        "  fecha: 2030-05\n"
        "  hora: '10:30'\n"
        "  titulo: 'Sesión «informal»: ¿riego?, sí'\n"
        "  actores:\n"
        "  - CB\n"
    )


def test_yaml_escapa_lo_que_actuaria_en_una_terminal() -> None:
    texto = tablas.escribir(_respuesta([{"a": "ñ\x1b\x9b\u202e\u2028\U000e0041"}]), "yaml")
    assert texto.startswith('- a: "ñ\\e\\x9B\\u202E\\L\\U000E0041"')


def test_yaml_escribe_los_parrafos_en_sus_lineas() -> None:
    texto = tablas.escribir(_respuesta([{"nota": "Uno.\n\nDos."}]), "yaml")
    assert texto == "- nota: |-\n    Uno.\n\n    Dos.\n"


def test_yaml_no_lleva_anclas_aunque_un_valor_se_repita() -> None:
    lista = [{"id": "A1"}]
    texto = tablas.escribir(_respuesta([{"a": lista, "b": lista}]), "yaml")
    assert texto == "- a:\n  - id: A1\n  b:\n  - id: A1\n"


_TEXTOS = st.text(max_size=40) | st.text(
    st.sampled_from("ab ñ:#-'\"\\\n\t\r\x1b\x85\x9b\u202e\u200b\u2028\ufeff😀\U000e0041"),
    max_size=120,
)
_VALORES = st.recursive(
    _TEXTOS | st.none() | st.booleans() | st.floats(0, 100) | st.sampled_from(["no", "010", "~"]),
    lambda hijos: st.lists(hijos, max_size=3) | st.dictionaries(_TEXTOS, hijos, max_size=3),
    max_leaves=8,
)
_REGISTROS = st.lists(st.dictionaries(_TEXTOS, _VALORES, max_size=4), max_size=3)


@given(_REGISTROS)
def test_json_y_yaml_devuelven_lo_mismo_y_no_actuan(registros: Registros) -> None:
    en_json = tablas.escribir(_respuesta(registros), "json")
    en_yaml = tablas.escribir(_respuesta(registros), "yaml")
    assert json.loads(en_json) == registros
    assert yaml.safe_load(en_yaml) == registros
    assert not re.search(PELIGROSO, en_json + en_yaml)


# CSV


def test_csv_aplana_lo_anidado_de_modo_legible() -> None:
    assert _csv(ACTIVIDADES) == [
        [
            *("id", "fecha", "hora", "titulo", "actores", "invitados"),
            *("objetivos", "mandatos", "publica", "lugar", "acuerdos"),
        ],
        [
            *("ACT-2", "2030-05", "10:30", "Sesión «informal»: ¿riego?, sí", "CB; IRN"),
            "Inés Ochoa (IRN, por_confirmar); Luis Vargas",
            *("todos", "", "sí", "", ""),
        ],
        ["ACT-3", *[""] * 9, "Medir (2030-06, cumplido: no)"],
    ]


@pytest.mark.parametrize(
    ("valor", "celda"),
    [
        (None, ""),
        (True, "sí"),
        (False, "no"),
        (33.3, "33.3"),
        (-3, "-3"),
        ([], ""),
        ({}, ""),
        ({"es": "https://ejemplo.org", "en": None}, "es: https://ejemplo.org"),
        ({"a": "1", "b": ["2", "3"]}, "a: 1; b: 2, 3"),
        ([{"id": "B1"}, {"id": "B2", "cita": None}], "B1; B2"),
        ([{"id": "B1", "de": [{"id": "X", "n": 1}, {"id": "Y"}]}], "B1 (X (1), Y)"),
        ([{"clave": "v", "otra": "w"}], "clave: v, otra: w"),
        ([["a", "b"], ["c"]], "a, b; c"),
        ("=1+1", "'=1+1"),
        (["-1", "=2"], "'-1; '=2"),
        ("uno\ndos", "uno dos"),
        ("\x1b[31m", "<U+001B>[31m"),
    ],
)
def test_csv_celda(valor: Any, celda: str) -> None:
    assert _csv([{"clave": valor, "fin": "."}])[1] == [celda, "."]


def test_csv_de_una_respuesta_con_una_lista_son_las_filas_de_la_lista() -> None:
    objetivos = [{"id": "A1", "cubierto": True}, {"id": "A2", "cubierto": False}]
    assert _csv({"criterio": "actor", "porcentaje": 50.0, "objetivos": objetivos}) == [
        ["id", "cubierto"],
        ["A1", "sí"],
        ["A2", "no"],
    ]


def test_csv_de_una_respuesta_sin_una_sola_lista_es_una_fila() -> None:
    assert _csv({"al": "2030-05-01", "antes": [{"id": "A"}], "despues": []}) == [
        ["al", "antes", "despues"],
        ["2030-05-01", "A", ""],
    ]
    assert _csv({"id": "A1", "alias": ["x", "y"]}) == [["id", "alias"], ["A1", "x; y"]]


@pytest.mark.parametrize("registros", [[], {"criterio": "actor", "objetivos": []}])
def test_csv_sin_registros_no_tiene_ni_cabecera(registros: Registros | dict[str, Any]) -> None:
    assert tablas.escribir(_respuesta(registros), "csv") == ""


def test_csv_cumple_la_rfc_4180() -> None:
    texto = tablas.escribir(_respuesta([{"a": 'x "y", z', "=b": "1"}]), "csv")
    assert texto == 'a,\'=b\r\n"x ""y"", z",1\r\n'


@given(_REGISTROS)
def test_csv_tiene_tantas_celdas_como_claves_y_ninguna_actua(registros: Registros) -> None:
    filas = _csv(registros)
    claves = {clave for registro in registros for clave in registro}
    assert len(filas) == (len(registros) + 1 if claves else 0)
    for celda in (celda for fila in filas for celda in fila):
        assert not re.search(PELIGROSO, celda)
        assert celda.lstrip()[:1] not in {"=", "@", "＝", "＠"}
    assert {len(fila) for fila in filas} <= {len(claves)}
