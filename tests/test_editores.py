"""Lo que ve quien escribe el plan en un editor, con el servidor que usa Visual Studio Code.

Hace falta `yaml-language-server` (npm), en el PATH o donde diga `YAML_LANGUAGE_SERVER`; sin él,
estas pruebas se saltan y lo dicen.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, Any, Final

import pytest

from camctl.fuentes import ARCHIVOS
from camctl.modelo.actividad import ESTADOS, TIPOS, Actividad

DATOS = Path(__file__).resolve().parent.parent / "data"
SERVIDOR: Final = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
_SEGUNDOS: Final = 60

pytestmark = [
    pytest.mark.skipif(shutil.which("node") is None, reason="no está node"),
    pytest.mark.skipif(SERVIDOR is None, reason="no está yaml-language-server"),
]

Respuesta = Any


class Editor:
    """El lado del editor en una conversación con el servidor."""

    def __init__(self, entrada: IO[bytes], salida: IO[bytes]) -> None:
        self._entrada = entrada
        self._salida = salida
        self._avisos: dict[str, list[Respuesta]] = {}
        self._pedidos = 0
        self.pedir("initialize", {"processId": None, "rootUri": None, "capabilities": _SABE})
        self._decir({"method": "initialized", "params": {}})

    def pedir(self, metodo: str, datos: dict[str, Any]) -> Respuesta:
        """La respuesta del servidor a una petición."""
        self._pedidos += 1
        self._decir({"id": self._pedidos, "method": metodo, "params": datos})
        while True:
            recibido = self._oir()
            if "method" not in recibido and recibido.get("id") == self._pedidos:
                return recibido["result"]

    def abrir(self, nombre: str, texto: str) -> list[Respuesta]:
        """Lo que el servidor señala en un archivo de `data/` que dijera `texto`."""
        uri = _uri(nombre)
        self._avisos.pop(uri, None)
        documento = {"uri": uri, "languageId": "yaml", "version": 1, "text": texto}
        self._decir({"method": "textDocument/didOpen", "params": {"textDocument": documento}})
        while uri not in self._avisos:
            self._oir()
        return self._avisos[uri]

    def preguntar(self, que: str, nombre: str, texto: str, tras: str) -> Respuesta:
        """Lo que el servidor propone (`completion`) o explica (`hover`) justo detrás de `tras`."""
        self.abrir(nombre, texto)
        antes = texto[: texto.index(tras) + len(tras)].split("\n")
        sitio = {"line": len(antes) - 1, "character": len(antes[-1])}
        datos = {"textDocument": {"uri": _uri(nombre)}, "position": sitio}
        return self.pedir(f"textDocument/{que}", datos)

    def _decir(self, mensaje: dict[str, Any]) -> None:
        cuerpo = json.dumps({"jsonrpc": "2.0", **mensaje}).encode()
        self._entrada.write(b"Content-Length: %d\r\n\r\n%s" % (len(cuerpo), cuerpo))
        self._entrada.flush()

    def _oir(self) -> dict[str, Any]:
        largo = 0
        while linea := self._salida.readline().strip():
            nombre, _, valor = linea.partition(b":")
            if nombre.lower() == b"content-length":
                largo = int(valor)
        assert largo, "el servidor ha callado"
        mensaje: dict[str, Any] = json.loads(self._salida.read(largo))
        if mensaje.get("method") == "textDocument/publishDiagnostics":
            self._avisos[mensaje["params"]["uri"]] = mensaje["params"]["diagnostics"]
        elif "method" in mensaje and "id" in mensaje:
            self._decir({"id": mensaje["id"], "result": _ajustes(mensaje)})
        return mensaje


_SABE: Final = {
    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {}},
    "workspace": {"configuration": True},
}
# Que no busque esquemas fuera de aquí.
_YAML: Final = {
    "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False},
}  # fmt: skip


def _ajustes(mensaje: dict[str, Any]) -> list[dict[str, Any]] | None:
    if mensaje["method"] != "workspace/configuration":
        return None
    return [_YAML if uno.get("section") == "yaml" else {} for uno in mensaje["params"]["items"]]


def _uri(nombre: str) -> str:
    return (DATOS / nombre).as_uri()


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """Una conversación recién abierta; si el servidor se atasca, se corta."""
    orden = ["node", str(Path(str(SERVIDOR)).resolve()), "--stdio"]
    with subprocess.Popen(
        orden, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as proceso:
        reloj = Timer(_SEGUNDOS, proceso.kill)
        reloj.start()
        assert proceso.stdin is not None
        assert proceso.stdout is not None
        try:
            yield Editor(proceso.stdin, proceso.stdout)
        finally:
            reloj.cancel()
            proceso.kill()
            with suppress(OSError):
                proceso.stdin.close()


ACTIVIDAD: Final = """\
# yaml-language-server: $schema=.esquemas/calendario.json
plan:
  titulo: Plan de trabajo
  periodo: 2030
  comision: CB
actividades:
  - id: ACT-1
    fecha: 2030-03
    titulo: 2030
"""
ESCRITOS: Final = {"id", "fecha", "titulo"}


@pytest.mark.parametrize("archivo", ARCHIVOS)
def test_en_los_datos_no_senala_nada(archivo: str, editor: Editor) -> None:
    assert editor.abrir(archivo, (DATOS / archivo).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("campo", "palabras"), [("tipo", TIPOS), ("estado", ESTADOS)])
def test_propone_las_palabras_del_vocabulario(
    campo: str, palabras: tuple[str, ...], editor: Editor
) -> None:
    texto = f"{ACTIVIDAD}    {campo}: \n"
    propuesto = editor.preguntar("completion", f"con-{campo}.yaml", texto, f"{campo}: ")
    assert [una["label"] for una in propuesto["items"]] == list(palabras)


@pytest.mark.parametrize("campo", ["nota", "hasta", "actores", "objetivos", "acuerdos"])
def test_no_propone_palabras_que_no_son_de_aqui(campo: str, editor: Editor) -> None:
    texto = f"{ACTIVIDAD}    {campo}: \n"
    propuesto = editor.preguntar("completion", f"con-{campo}.yaml", texto, f"{campo}: ")
    etiquetas = {una["label"] for una in propuesto["items"]}
    assert not etiquetas & {"null", "true", "false"}
    assert ("todos" in etiquetas) == (campo == "objetivos")


def test_propone_los_campos_que_faltan(editor: Editor) -> None:
    texto = f"{ACTIVIDAD}    \n"
    propuesto = editor.preguntar("completion", "campos.yaml", texto, "titulo: 2030\n    ")
    etiquetas = {una["label"] for una in propuesto["items"]}
    assert etiquetas & set(Actividad.model_fields) == set(Actividad.model_fields) - ESCRITOS


def test_explica_cada_campo(editor: Editor) -> None:
    explicado = editor.preguntar("hover", "explica.yaml", ACTIVIDAD, "fech")
    assert str(Actividad.model_fields["fecha"].description) in explicado["contents"]["value"]


def test_lo_que_senala_esta_en_espanol_y_en_su_sitio(editor: Editor) -> None:
    mal = {
        "tipo: formla": "palabras: circulacion, informal, formal u otra",
        "hora: 25": "Por ejemplo: 10:00-13:00",
        "hasta: 14/3/2030": "Por ejemplo: 2030-03-15",
        "estado: hecha": "propuesta, convocada",
        "objetivos: todo": "una lista o la palabra todos",
        "actores: CB": "Aquí va una lista",
        "nota: [x]": "Una aclaración",
        "lugra: aquí": "ningún campo más",
        "acuerdos: [{texto: t, cumplido: casi}]": "Se escribe sí o no",
    }
    texto = ACTIVIDAD + "".join(f"    {linea}\n" for linea in mal)
    primera = ACTIVIDAD.count("\n")
    senalado = {
        uno["range"]["start"]["line"]: uno["message"] for uno in editor.abrir("m.yaml", texto)
    }
    assert sorted(senalado) == list(range(primera, primera + len(mal)))
    for linea, frase in enumerate(mal.values(), primera):
        assert frase in senalado[linea]
