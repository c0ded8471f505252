"""El informe en JSON, con el esquema que se da a quien lo lea desde otro programa."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from camctl.diagnostico import Gravedad
from camctl.informe import Informe
from camctl.salida.diagnosticos.json import VERSION, escribir

from .muestras import (
    DEL_ARCHIVO,
    RELACION,
    VARIAS_LINEAS,
    informe,
    informe_de_los_datos,
    informes,
    repetido,
)

RAIZ: Final = Path(__file__).resolve().parents[3]
ARCHIVO: Final = RAIZ / "docs" / "esquemas" / f"diagnosticos-{VERSION}.json"
ESQUEMA: Final[dict[str, Any]] = json.loads(ARCHIVO.read_text(encoding="utf-8"))
VALIDADOR: Final = Draft202012Validator(ESQUEMA)

Objeto = dict[str, Any]


def leer(hallado: Informe) -> Objeto:
    """Lo que dice el informe, si cumple su esquema."""
    dicho: Objeto = json.loads(escribir(hallado))
    VALIDADOR.validate(dicho)
    return dicho


def test_lo_que_dice() -> None:
    assert leer(informe(RELACION, DEL_ARCHIVO, avisos=3)) == {
        "version": 1,
        "resumen": {"errores": 2, "avisos": 3, "omitidos": 3, "archivos": 4},
        "diagnosticos": [
            {
                "codigo": "R301",
                "gravedad": "error",
                "mensaje": RELACION.mensaje,
                "ayuda": RELACION.ayuda,
                "archivo": "data/calendario.yaml",
                "linea": 41,
                "columna": 21,
                "linea_fin": 41,
                "columna_fin": 24,
                "registro": "ACT-4",
                "relacionados": [
                    {
                        "mensaje": "aquí está B8",
                        "archivo": "data/objetivos.yaml",
                        "linea": 12,
                        "columna": 9,
                        "linea_fin": 12,
                        "columna_fin": 11,
                    }
                ],
            },
            {
                "codigo": "L101",
                "gravedad": "error",
                "mensaje": DEL_ARCHIVO.mensaje,
                "ayuda": DEL_ARCHIVO.ayuda,
                "archivo": "data/mandatos.yaml",
                "linea": None,
                "columna": None,
                "linea_fin": None,
                "columna_fin": None,
                "registro": None,
                "relacionados": [],
            },
        ],
    }


@pytest.mark.parametrize(
    "hallado",
    [informe(), informe(VARIAS_LINEAS), informe(*repetido(RELACION, 40), errores=7)],
    ids=["sin nada", "varias líneas", "muchos"],
)
def test_las_muestras_cumplen_el_esquema(hallado: Informe) -> None:
    assert len(leer(hallado)["diagnosticos"]) == len(hallado.diagnosticos)


def test_un_plan_roto_de_verdad_cumple_el_esquema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dicho = leer(informe_de_los_datos(tmp_path, monkeypatch))
    assert {uno["codigo"][0] for uno in dicho["diagnosticos"]} >= {"L", "R"}
    assert any(uno["relacionados"] for uno in dicho["diagnosticos"])


@given(informes)
def test_cualquier_informe_cumple_el_esquema(hallado: Informe) -> None:
    leer(hallado)


# El esquema


def test_el_esquema_es_un_esquema_y_es_el_de_la_version() -> None:
    Draft202012Validator.check_schema(ESQUEMA)
    assert ESQUEMA["properties"]["version"]["const"] == VERSION
    gravedades = ESQUEMA["$defs"]["diagnostico"]["properties"]["gravedad"]["enum"]
    assert gravedades == [una.value for una in Gravedad]


def _objetos(esquema: Any) -> Iterator[Objeto]:
    if isinstance(esquema, dict):
        if esquema.get("type") == "object":
            yield esquema
        for dentro in esquema.values():
            yield from _objetos(dentro)


def test_las_claves_estan_todas_y_cada_una_se_explica() -> None:
    objetos = list(_objetos(ESQUEMA))
    assert len(objetos) == 4
    for objeto in objetos:
        assert objeto["additionalProperties"] is False
        assert objeto["required"] == list(objeto["properties"])
        for clave, suyo in objeto["properties"].items():
            explicado = suyo if "description" in suyo else ESQUEMA["$defs"][clave]
            assert explicado["description"].endswith(".")


def _un_diagnostico(cambio: Callable[[Objeto], object]) -> Objeto:
    dicho = leer(informe(RELACION))
    cambio(dicho["diagnosticos"][0])
    return dicho


@pytest.mark.parametrize(
    "cambio",
    [
        lambda uno: uno.update(otra=1),
        lambda uno: uno.pop("ayuda"),
        lambda uno: uno.update(ayuda=""),
        lambda uno: uno.update(gravedad="grave"),
        lambda uno: uno.update(codigo="R30"),
        lambda uno: uno.update(linea=0),
        lambda uno: uno.update(linea=None),
        lambda uno: uno.update(columna_fin=None),
        lambda uno: uno["relacionados"][0].update(registro="B8"),
        lambda uno: uno["relacionados"][0].update(linea=None),
    ],
)
def test_lo_que_no_es_de_la_version_1_no_lo_cumple(cambio: Callable[[Objeto], object]) -> None:
    assert not VALIDADOR.is_valid(_un_diagnostico(cambio))


def test_otra_version_no_lo_cumple() -> None:
    assert not VALIDADOR.is_valid({**leer(informe()), "version": 2})
    assert not VALIDADOR.is_valid({**leer(informe()), "camctl": "1.0"})
