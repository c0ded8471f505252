"""Los hallazgos en SARIF 2.1.0 (OASIS), el formato que leen los analizadores y los editores.

Los números de sección son los de la norma. No lleva horas: lo mismo da siempre lo mismo.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

from camctl import __version__
from camctl.castellano import recortar
from camctl.diagnostico import Arreglo, Diagnostico, Gravedad, Lugar, Regla, Relacionado
from camctl.informe import Informe
from camctl.reglas.catalogo import reglas_con_nombre
from camctl.reglas.ejemplos import codigos_con_ejemplo, texto_de
from camctl.salida.hallazgos import sin_mostrar, uno_a_uno
from camctl.salida.huellas import huellas
from camctl.salida.limpieza import limpio
from camctl.salida.ordenes import json_sin_ordenes

_ESQUEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NIVEL: Final[Mapping[Gravedad, str]] = {Gravedad.ERROR: "error", Gravedad.AVISO: "warning"}
_LLAVE: Final = re.compile(r"[{}]")
_ABSOLUTA: Final = re.compile(r"(?P<unidad>[A-Za-z]:)?/")


def escribir(informe: Informe) -> str:
    """El registro SARIF (§3.13), con una sola corrida."""
    catalogo = reglas_con_nombre()
    orden = {regla.codigo: numero for numero, (regla, _) in enumerate(catalogo)}
    corrida = {
        "tool": {"driver": _herramienta(catalogo)},
        "language": "es",
        "columnKind": "unicodeCodePoints",
        "invocations": [_ejecucion(informe)],
        "results": [
            _resultado(uno, huella, orden.get(uno.codigo))
            for uno, huella in zip(uno_a_uno(informe), huellas(informe.diagnosticos), strict=True)
        ],
    }
    return json_sin_ordenes({"$schema": _ESQUEMA, "version": "2.1.0", "runs": [corrida]})


def _herramienta(catalogo: Iterable[tuple[Regla, str]]) -> dict[str, Any]:
    """El componente que analiza (§3.19), con todas sus reglas, se incumplan o no."""
    ejemplos = frozenset(codigos_con_ejemplo())
    return {
        "name": "camctl",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "es",
        "rules": [
            _regla(regla, nombre, texto_de(regla.codigo) if regla.codigo in ejemplos else "")
            for regla, nombre in catalogo
        ],
    }


def _regla(regla: Regla, nombre: str, ejemplo: str) -> dict[str, Any]:
    """La descripción de una regla (§3.49)."""
    parrafos = [" ".join(parrafo.split()) for parrafo in regla.explicacion.strip().split("\n\n")]
    explicacion = "\n\n".join(parrafos)
    return {
        "id": regla.codigo,
        "name": "".join(palabra.capitalize() for palabra in nombre.split("_")),
        "shortDescription": {"text": f"{regla.titulo}."},
        "fullDescription": {"text": explicacion},
        "help": {
            "text": explicacion,
            "markdown": f"{explicacion}\n\n## Ejemplo\n\n{ejemplo}" if ejemplo else explicacion,
        },
        "defaultConfiguration": {"level": _NIVEL[regla.gravedad]},
    }


def _ejecucion(informe: Informe) -> dict[str, Any]:
    """Cómo fue la ejecución (§3.20): bien, aunque queden hallazgos sin mostrar."""
    resto = sin_mostrar(informe)
    avisos = [{"level": "note", "message": _mensaje(resto)}] if resto else []
    return {"executionSuccessful": True, "toolExecutionNotifications": avisos}


def _resultado(uno: Diagnostico, huella: str, orden: int | None) -> dict[str, Any]:
    """Un hallazgo (§3.27)."""
    resultado: dict[str, Any] = {"ruleId": uno.codigo}
    if orden is not None:
        resultado["ruleIndex"] = orden
    resultado |= {
        "level": _NIVEL[uno.gravedad],
        "message": _mensaje(uno.mensaje, uno.ayuda),
        "locations": [_lugar(uno.lugar)],
        "partialFingerprints": {"camctl/v1": huella},
    }
    if relacionados := _sin_repetir(map(_relacionado, uno.relacionados)):
        resultado["relatedLocations"] = relacionados
    # Un arreglo quita siempre un tramo: el archivo entero no lo es.
    if arreglos := _sin_repetir(_arreglo(otro) for otro in uno.arreglos if otro.lugar.linea):
        resultado["fixes"] = arreglos
    if uno.registro:
        resultado["properties"] = {"registro": limpio(uno.registro)}
    return resultado


def _sin_repetir(objetos: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """`objetos`, cada uno una vez: la norma no los quiere repetidos (§3.7.3)."""
    return list({json.dumps(objeto): objeto for objeto in objetos}.values())


def _mensaje(mensaje: str, ayuda: str = "") -> dict[str, str]:
    """Un mensaje en texto llano (§3.11): la primera frase es el qué; la segunda, la ayuda.

    Las llaves van dobles, para que ninguna sea un hueco que rellenar (§3.11.5), y entre un
    corchete y un paréntesis hay un espacio, para que ninguno sea un enlace (§3.11.6).
    """
    texto = f"{_frase(mensaje)}\nAyuda: {_frase(ayuda)}" if ayuda else _frase(mensaje)
    return {"text": _LLAVE.sub(r"\g<0>\g<0>", texto.replace("](", "] ("))}


def _frase(texto: str) -> str:
    escrito = limpio(texto)
    return escrito if escrito.endswith((".", "?", "!", "…")) else f"{escrito}."


def _relacionado(otro: Relacionado) -> dict[str, Any]:
    return {**_lugar(otro.lugar), "message": _mensaje(otro.mensaje)}


def _lugar(lugar: Lugar) -> dict[str, Any]:
    """Un lugar (§3.28); lo que es del archivo entero no lleva región (§3.29.4)."""
    fisico: dict[str, Any] = {"artifactLocation": {"uri": _uri(lugar.archivo)}}
    if lugar.linea:
        fisico["region"] = _region(lugar)
    return {"physicalLocation": fisico}


def _region(lugar: Lugar) -> dict[str, int]:
    """Un tramo de texto (§3.30.2): cuenta desde 1 y no incluye su última columna."""
    return {
        "startLine": lugar.linea,
        "startColumn": lugar.columna,
        "endLine": lugar.linea_fin,
        "endColumn": lugar.columna_fin,
    }


def _arreglo(arreglo: Arreglo) -> dict[str, Any]:
    """Una manera de arreglarlo (§3.55): qué tramo se quita y qué se escribe en su lugar."""
    reemplazo: dict[str, Any] = {"deletedRegion": _region(arreglo.lugar)}
    if arreglo.texto:
        reemplazo["insertedContent"] = {"text": arreglo.texto}
    cambio = {
        "artifactLocation": {"uri": _uri(arreglo.lugar.archivo)},
        "replacements": [reemplazo],
    }
    que = f"Escriba: {recortar(limpio(arreglo.texto))}" if arreglo.texto else "Bórrelo"
    return {
        "description": _mensaje(que),
        "artifactChanges": [cambio],
        "properties": {"seguro": arreglo.seguro},
    }


def _uri(archivo: str) -> str:
    """La ruta como referencia URI (§3.4.3): relativa si la ruta lo es; si no, `file:`."""
    absoluta = _ABSOLUTA.match(archivo)
    if not absoluta:
        return quote(archivo, errors="surrogatepass")
    unidad = absoluta["unidad"] or ""
    ruta = quote(archivo[len(unidad) :], errors="surrogatepass")
    if unidad:
        return f"file:///{unidad}{ruta}"
    # La de una carpeta de red ya empieza por el nombre de su máquina (§3.10.2).
    return f"file:{ruta}" if ruta.startswith("//") else f"file://{ruta}"
