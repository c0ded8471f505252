"""El informe de calidad, con las claves que GitLab documenta y las reglas con que lo valida."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from camctl.informe import Informe
from camctl.salida.diagnosticos.gitlab import escribir

from .muestras import (
    DEL_ARCHIVO,
    RELACION,
    VARIAS_LINEAS,
    informe,
    informe_de_los_datos,
    informes,
    obedece_a,
    repetido,
)

# Lo que pide «Code Quality report format»: estas claves y estas gravedades, y ninguna otra.
_TEXTO = {"type": "string"}
_FORMA = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": _TEXTO,
                "check_name": _TEXTO,
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "additionalProperties": False,
                    "properties": {
                        "path": _TEXTO,
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "additionalProperties": False,
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def leer(hallado: Informe) -> list[dict[str, Any]]:
    """Lo que dice el informe, si tiene la forma debida y ninguna huella repetida."""
    leido: list[dict[str, Any]] = json.loads(escribir(hallado))
    _FORMA.validate(leido)
    huellas = [uno["fingerprint"] for uno in leido]
    assert len(set(huellas)) == len(huellas)
    return leido


def test_un_hallazgo() -> None:
    assert escribir(informe(RELACION)) == (
        "[\n"
        "  {\n"
        '    "description": "la actividad ACT-4 «100 % digital, por fin» cita el objetivo «B88», '
        'que no existe — ayuda: ¿quiso decir «B8»? Escriba: objetivos: [B1, B8]",\n'
        '    "check_name": "R301",\n'
        '    "fingerprint": '
        '"b364de7f21905724c6cba641c124872505ae9a8273f635b75c2be271f455a77f",\n'
        '    "severity": "major",\n'
        '    "location": {\n'
        '      "path": "data/calendario.yaml",\n'
        '      "lines": {\n'
        '        "begin": 41\n'
        "      }\n"
        "    }\n"
        "  }\n"
        "]\n"
    )


def test_la_gravedad_y_la_linea() -> None:
    leidos = leer(informe(RELACION, VARIAS_LINEAS, DEL_ARCHIVO))
    assert [
        (uno["check_name"], uno["severity"], uno["location"]["lines"]["begin"]) for uno in leidos
    ] == [("R301", "major", 41), ("E501", "minor", 50), ("L101", "major", 1)]


def test_sin_hallazgos_la_lista_esta_vacia() -> None:
    assert escribir(informe()) == "[]\n"


def test_la_huella_no_cambia_si_el_hallazgo_se_mueve() -> None:
    movido = RELACION._replace(lugar=RELACION.lugar._replace(linea=60, linea_fin=60))
    (aqui,), (alli,) = leer(informe(RELACION)), leer(informe(movido))
    assert aqui["fingerprint"] == alli["fingerprint"]


def test_los_iguales_se_distinguen_por_su_orden() -> None:
    dos, tres = (leer(informe(*repetido(RELACION, veces))) for veces in (2, 3))
    assert [uno["fingerprint"] for uno in tres[:2]] == [uno["fingerprint"] for uno in dos]


def test_lo_que_se_queda_sin_mostrar_se_dice() -> None:
    *_, resto = leer(informe(RELACION, errores=2))
    assert (resto["description"], resto["severity"], resto["location"]["lines"]["begin"]) == (
        "… y 2 hallazgos más (para verlos: --maximo 0)",
        "info",
        41,
    )


def test_los_datos_con_erratas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hallado = informe_de_los_datos(tmp_path, monkeypatch)
    assert [
        (uno["check_name"], uno["location"]["path"], uno["location"]["lines"]["begin"])
        for uno in leer(hallado)
    ] == [(uno.codigo, uno.lugar.archivo, uno.lugar.linea or 1) for uno in hallado.diagnosticos]


@given(informes)
def test_todo_texto_se_lee_y_nada_es_una_orden(hostil: Informe) -> None:
    escrito = escribir(hostil)
    assert escrito.encode("utf-8")
    assert not obedece_a(escrito)
    assert len(leer(hostil)) == len(hostil.diagnosticos) + bool(
        hostil.diagnosticos and hostil.omitidos
    )
