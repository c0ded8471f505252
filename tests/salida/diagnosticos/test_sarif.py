"""El SARIF, con el esquema de la norma; y el catálogo de reglas que lleva dentro."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

import camctl
from camctl.diagnostico import Arreglo, Lugar
from camctl.informe import Informe
from camctl.reglas.catalogo import reglas
from camctl.reglas.ejemplos import texto_de
from camctl.reglas.motor import comprobaciones
from camctl.salida.diagnosticos.sarif import escribir
from camctl.salida.limpieza import limpio

from .muestras import (
    CALENDARIO,
    DEL_ARCHIVO,
    ESQUEMAS,
    RELACION,
    VARIAS_LINEAS,
    informe,
    informe_de_los_datos,
    informes,
    obedece_a,
)

_ESQUEMA = Draft7Validator(
    json.loads((ESQUEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)


def leer(hallado: Informe, *, con_reglas: bool = True) -> dict[str, Any]:
    """La corrida del registro, si cumple el esquema."""
    registro = json.loads(escribir(hallado))
    if not con_reglas:
        # Son siempre las mismas, y comprobarlas es lo que más tarda.
        registro["runs"][0]["tool"]["driver"]["rules"].clear()
    _ESQUEMA.validate(registro)
    (corrida,) = registro["runs"]
    assert isinstance(corrida, dict)
    return corrida


def mostrado(mensaje: dict[str, str]) -> str:
    """Un mensaje como lo muestra un lector que sigue la norma: sin huecos (§3.11.5)."""
    assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", mensaje["text"])
    return mensaje["text"].replace("{{", "{").replace("}}", "}")


def test_un_hallazgo_entero() -> None:
    (resultado,) = leer(informe(RELACION))["results"]
    codigos = [regla.codigo for regla in reglas()]
    assert resultado == {
        "ruleId": "R301",
        "ruleIndex": codigos.index("R301"),
        "level": "error",
        "message": {
            "text": "la actividad ACT-4 «100 % digital, por fin» cita el objetivo «B88», que no "
            "existe.\nAyuda: ¿quiso decir «B8»? Escriba: objetivos: [B1, B8]."
        },
        "locations": [_lugar("data/calendario.yaml", 41, 21, 41, 24)],
        "relatedLocations": [
            {
                **_lugar("data/objetivos.yaml", 12, 9, 12, 11),
                "message": {"text": "aquí está B8."},
            }
        ],
        "partialFingerprints": {
            "camctl/v1": "b364de7f21905724c6cba641c124872505ae9a8273f635b75c2be271f455a77f"
        },
        "fixes": [
            {
                "description": {"text": "Escriba: B8."},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "data/calendario.yaml"},
                        "replacements": [
                            {
                                "deletedRegion": _region(41, 21, 41, 24),
                                "insertedContent": {"text": "B8"},
                            }
                        ],
                    }
                ],
                "properties": {"seguro": False},
            }
        ],
        "properties": {"registro": "ACT-4"},
    }


def _lugar(uri: str, *region: int) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(*region)}}


def _region(linea: int, columna: int, linea_fin: int, columna_fin: int) -> dict[str, int]:
    return {
        "startLine": linea,
        "startColumn": columna,
        "endLine": linea_fin,
        "endColumn": columna_fin,
    }


def test_lo_que_es_del_archivo_entero_no_tiene_region() -> None:
    aviso, archivo = leer(informe(VARIAS_LINEAS, DEL_ARCHIVO))["results"]
    assert aviso["level"] == "warning"
    assert archivo["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "data/mandatos.yaml"}}}
    ]
    assert {"properties", "fixes", "relatedLocations"}.isdisjoint(archivo)


def test_la_corrida() -> None:
    corrida = leer(informe())
    assert corrida["results"] == []
    assert corrida["columnKind"] == "unicodeCodePoints"
    assert corrida["language"] == "es"
    assert corrida["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]
    herramienta = corrida["tool"]["driver"]
    assert (herramienta["name"], herramienta["version"]) == ("camctl", camctl.__version__)


def test_lo_que_se_queda_sin_mostrar_se_dice() -> None:
    (ejecucion,) = leer(informe(RELACION, errores=2))["invocations"]
    assert ejecucion["toolExecutionNotifications"] == [
        {
            "level": "note",
            "message": {"text": "… y 2 hallazgos más (para verlos: --maximo 0)."},
        }
    ]


def test_una_regla_lleva_su_documentacion_y_su_ejemplo() -> None:
    declaradas = leer(informe())["tool"]["driver"]["rules"]
    (regla,) = (una for una in declaradas if una["id"] == "R306")
    explicacion = (
        "Un actor está en una categoría que no existe.\n\n"
        "Las categorías se declaran en `categorias`, al principio de `actores.yaml`, cada una con "
        "su letra. Un actor que el plan no clasifica se deja sin categoría."
    )
    assert regla == {
        "id": "R306",
        "name": "CategoriaQueNoExiste",
        "shortDescription": {"text": "Un actor está en una categoría que no existe."},
        "fullDescription": {"text": explicacion},
        "help": {
            "text": explicacion,
            "markdown": f"{explicacion}\n\n## Ejemplo\n\n{texto_de('R306')}",
        },
        "defaultConfiguration": {"level": "error"},
    }


def test_el_catalogo_trae_todas_las_reglas_y_solo_una_vez() -> None:
    fuentes = Path(camctl.__file__).parent.rglob("*.py")
    texto = "\n".join(fuente.read_text(encoding="utf-8") for fuente in fuentes)
    declarados = re.findall(r'(?:\bRegla|@comprueba)\(\s*"([A-Z]\d{3})"', texto)
    codigos = [regla.codigo for regla in reglas()]
    assert codigos == sorted(declarados)
    assert {una.regla for una in comprobaciones()} < set(reglas())
    assert {"L101", "L110", "M201", "R301"} < set(codigos)


@pytest.mark.parametrize(
    ("archivo", "uri"),
    [
        ("data/calendario.yaml", "data/calendario.yaml"),
        ("el año/100%:#?.yaml", "el%20a%C3%B1o/100%25%3A%23%3F.yaml"),
        ("C:copia/x.yaml", "C%3Acopia/x.yaml"),
        ("/srv/un plan/x.yaml", "file:///srv/un%20plan/x.yaml"),
        ("C:/Mis datos/x.yaml", "file:///C:/Mis%20datos/x.yaml"),
        ("//servidor/planes/x.yaml", "file://servidor/planes/x.yaml"),
    ],
)
def test_las_rutas_son_referencias_uri(archivo: str, uri: str) -> None:
    (resultado,) = leer(informe(DEL_ARCHIVO._replace(lugar=Lugar(archivo))))["results"]
    assert resultado["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize(
    ("mensaje", "texto"),
    [
        ("escriba {id: B8}", "escriba {{id: B8}}."),
        ("el título es «{0}»", "el título es «{{0}}»."),
        ("[pulse aquí](https://ejemplo.org)", "[pulse aquí] (https://ejemplo.org)."),
        ("¿quiso decir «B8»?", "¿quiso decir «B8»?"),
    ],
)
def test_un_mensaje_no_tiene_huecos_ni_enlaces(mensaje: str, texto: str) -> None:
    (resultado,) = leer(informe(DEL_ARCHIVO._replace(mensaje=mensaje, ayuda="")))["results"]
    assert resultado["message"] == {"text": texto}


def test_lo_que_un_arreglo_escribe_va_tal_cual() -> None:
    lugar = Lugar(CALENDARIO, 3, 1, 3, 9)
    arreglos = (Arreglo(lugar, '"{0} ##[x](y)"', seguro=True), Arreglo(lugar, "", seguro=True))
    escritura, borrado = leer(informe(RELACION._replace(arreglos=arreglos)))["results"][0]["fixes"]
    (cambio,) = escritura["artifactChanges"]
    assert cambio["replacements"][0]["insertedContent"] == {"text": '"{0} ##[x](y)"'}
    assert escritura["properties"] == {"seguro": True}
    assert borrado["description"] == {"text": "Bórrelo."}
    assert borrado["artifactChanges"][0]["replacements"] == [{"deletedRegion": _region(3, 1, 3, 9)}]


def test_los_datos_con_erratas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hallado = informe_de_los_datos(tmp_path, monkeypatch)
    corrida = leer(hallado)
    declaradas = corrida["tool"]["driver"]["rules"]
    for resultado, uno in zip(corrida["results"], hallado.diagnosticos, strict=True):
        assert declaradas[resultado["ruleIndex"]]["id"] == resultado["ruleId"] == uno.codigo
        lugar = resultado["locations"][0]["physicalLocation"]
        assert lugar["artifactLocation"]["uri"] == uno.lugar.archivo
        assert lugar.get("region", {}).get("startLine", 0) == uno.lugar.linea
        assert mostrado(resultado["message"]).startswith(uno.mensaje)


@given(informes)
def test_todo_texto_se_lee_y_nada_es_una_orden(hostil: Informe) -> None:
    escrito = escribir(hostil)
    assert escrito.encode("utf-8")
    assert not obedece_a(escrito)
    resultados = leer(hostil, con_reglas=False)["results"]
    for resultado, uno in zip(resultados, hostil.diagnosticos, strict=True):
        uri = resultado["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert urlsplit(uri).scheme in ("", "file")
        assert unquote(uri, errors="surrogatepass").endswith(uno.lugar.archivo)
        texto = mostrado(resultado["message"])
        assert texto.startswith(limpio(uno.mensaje).replace("](", "] ("))
        assert "](" not in texto
