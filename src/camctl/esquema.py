"""Piso 5: el modelo, dicho en JSON Schema para los editores que completan y señalan al escribir.

Un editor lee YAML 1.2: donde camctl ve siempre un texto, él ve un número en `2030`, un sí o no en
`true` y nada en `null` o tras los dos puntos. El esquema admite cada una de esas formas donde el
modelo admite el texto que la escribe. Así nunca señala lo que `camctl validar` da por bueno; lo que
calla, lo dice `camctl validar`. Las razones están en `docs/decisiones/0007-esquemas.md`.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from camctl.castellano import enumerar
from camctl.modelo.actividad import TODOS
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo
from camctl.modelo.plan import MODELO_DE_ARCHIVO

Esquema = dict[str, Any]

VERSION: Final = "http://json-schema.org/draft-07/schema#"

# Textos que un lector de YAML 1.2 no toma por textos, de cada tipo de los suyos.
_ESCRITURAS: Final[Mapping[str, tuple[str, ...]]] = {
    "integer": ("5", "2030", "-5", "0o17", "0x1F"),
    "number": ("1.5", "-1.5", "5e3", "-.inf", ".nan"),
    "boolean": ("true", "True", "TRUE", "false", "False", "FALSE"),
    "null": ("null", "Null", "NULL", "~"),
}
_TIPOS: Final = ("string", "number", "boolean", "null", "array", "object")
_CON_ALGO: Final = r"\S"


def esquema_de(archivo: str) -> Esquema:
    """El JSON Schema de uno de los cuatro archivos: `esquema_de("calendario.yaml")`."""
    return {
        "$schema": VERSION,
        "title": archivo,
        **_ficha(MODELO_DE_ARCHIVO[archivo]),
    }


def en_json(valor: object) -> str:
    """Un esquema, o varios, tal como se guardan en un archivo."""
    return json.dumps(valor, ensure_ascii=False, indent=2) + "\n"


# --- Fichas y campos ------------------------------------------------------------------------------


def _ficha(modelo: type[Registro]) -> Esquema:
    campos = modelo.model_fields
    obligatorios = [clave for clave, campo in campos.items() if campo.is_required()]
    return {
        "description": (modelo.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {clave: _campo(campo) for clave, campo in campos.items()},
        **({"required": obligatorios} if obligatorios else {}),
        "additionalProperties": False,
        "errorMessage": _que_campos_lleva(list(campos), obligatorios),
    }


def _que_campos_lleva(claves: list[str], obligatorios: list[str]) -> str:
    otros = [clave for clave in claves if clave not in obligatorios]
    siempre = f"lleva siempre {enumerar(obligatorios)}" if obligatorios else ""
    quiza = f"puede llevar {enumerar(otros)}" if otros else ""
    return f"Esta ficha {' y '.join(filter(None, (siempre, quiza)))}; ningún campo más."


def _campo(campo: FieldInfo) -> Esquema:
    tipo = _anotado(campo)
    forma = _forma(tipo, _ayuda(campo), vacio=not campo.is_required())
    # La descripción de un campo dice más que la de la ficha que lleva dentro.
    forma.pop("description", None)
    return {
        "title": campo.title,
        "description": campo.description,
        **forma,
        **_por_omision(campo),
        **_ejemplos(campo, tipo),
    }


def _anotado(campo: FieldInfo) -> Any:
    """El tipo de `campo` con todo lo que el modelo le exige."""
    tipo: Any = campo.annotation
    for dato in campo.metadata:
        tipo = Annotated[tipo, dato]
    return tipo


def _ayuda(campo: FieldInfo) -> str:
    """Lo que el editor dice cuando el valor no es de los del campo."""
    uno = ejemplo(campo)
    if _sin_adornos(campo.annotation) is bool:
        return f"{campo.description} Se escribe sí o no."
    if not isinstance(uno, str):
        return campo.description or ""
    return f"{campo.description} Por ejemplo: {uno}"


def _por_omision(campo: FieldInfo) -> Esquema:
    if isinstance(campo.default, bool):
        return {"default": "sí" if campo.default else "no"}
    return {"default": campo.default} if isinstance(campo.default, str) else {}


def _ejemplos(campo: FieldInfo, tipo: Any) -> Esquema:
    """Los ejemplos que el editor propone al escribir; los de una ficha, en cada campo suyo."""
    base = _sin_adornos(tipo)
    if base is bool:
        # Se escriben también de otras maneras; se proponen estas.
        return {"examples": ["sí", "no"]}
    if get_origin(base) is Literal or not campo.examples:
        return {}
    otro = [TODOS] if _es_lista(base) and _acepta(tipo, TODOS) else []
    ejemplos = [*filter(_es_sencillo, campo.examples), *otro]
    return {"examples": ejemplos} if ejemplos else {}


def _es_sencillo(uno: Any) -> bool:
    partes = uno if isinstance(uno, list) else [uno]
    return all(isinstance(parte, str) for parte in partes)


# --- Formas de un valor ---------------------------------------------------------------------------


def _forma(tipo: Any, ayuda: str, *, vacio: bool = False) -> Esquema:
    """Las formas que puede tomar un valor de `tipo`, o nada si puede quedar `vacio`.

    Un campo sin valor es lo mismo que un campo omitido. `ayuda` es lo que dice el editor si el
    valor no tiene ninguna de ellas.
    """
    base = _sin_adornos(tipo)
    if _es_lista(base):
        return _lista(tipo, base, ayuda, vacio=vacio)
    if get_origin(base) is dict:
        de_dentro = _forma(get_args(base)[1], ayuda, vacio=True)
        ficha = _de_tipos(["object"], f"Aquí va una ficha. {ayuda}", vacio=vacio)
        return {**ficha, "additionalProperties": de_dentro}
    if _es_ficha(base):
        return _ficha_o_texto(tipo, base)
    return _texto(tipo, base, ayuda, vacio=vacio)


def _es_lista(base: Any) -> bool:
    return get_origin(base) is tuple


def _es_ficha(tipo: Any) -> bool:
    base = _sin_adornos(tipo)
    return isinstance(base, type) and issubclass(base, Registro)


def _sin_adornos(tipo: Any) -> Any:
    """El tipo de dentro: sin lo que exige `Annotated` y sin la posibilidad de faltar."""
    if get_origin(tipo) is Annotated:
        return _sin_adornos(get_args(tipo)[0])
    otros = [parte for parte in get_args(tipo) if parte is not NoneType]
    return _sin_adornos(otros[0]) if NoneType in get_args(tipo) else tipo


def _lista(tipo: Any, base: Any, ayuda: str, *, vacio: bool) -> Esquema:
    elementos = {"items": _forma(get_args(base)[0], f"Cada elemento es un texto. {ayuda}")}
    if not _acepta(tipo, TODOS):
        return {**_de_tipos(["array"], f"Aquí va una lista. {ayuda}", vacio=vacio), **elementos}
    mensaje = f"Aquí va una lista o la palabra {TODOS}. {ayuda}"
    tipos = _de_tipos(["array", "string"], mensaje, vacio=vacio)
    return {**tipos, **elementos, "pattern": _entero(_como_sea(TODOS)), "errorMessage": mensaje}


def _ficha_o_texto(tipo: Any, modelo: type[Registro]) -> Esquema:
    ficha = _ficha(modelo)
    if not _acepta(tipo, "x"):
        return ficha
    # Cada exigencia cuenta solo para los valores de su tipo: no hace falta separarlas en ramas,
    # y un error en la ficha se señala en su sitio.
    del ficha["type"]
    tipos = ["object", *_tipos_de(_adaptador(tipo))]
    return {**ficha, **_de_tipos(tipos, ficha["errorMessage"]), "pattern": _CON_ALGO}


def _texto(tipo: Any, base: Any, ayuda: str, *, vacio: bool) -> Esquema:
    if get_origin(base) is Literal:
        return _vocabulario(get_args(base), vacio=vacio)
    adaptador = _adaptador(tipo)
    tipos = _de_tipos(_tipos_de(adaptador), ayuda, vacio=vacio)
    return {**tipos, "pattern": _patron(adaptador), "errorMessage": ayuda}


def _patron(adaptador: "TypeAdapter[Any]") -> str:
    dicho = adaptador.json_schema()
    dicho = next((rama for rama in dicho.get("anyOf", ()) if rama.get("type") != "null"), dicho)
    if "enum" in dicho:  # un sí o no, escrito de cualquier manera
        textos = (palabra for palabra in dicho["enum"] if isinstance(palabra, str))
        return _entero("|".join(map(_como_sea, textos)))
    return _tolerante(dicho["pattern"]) if "pattern" in dicho else _CON_ALGO


def _vocabulario(palabras: Sequence[str], *, vacio: bool) -> Esquema:
    mensaje = {
        "errorMessage": f"Aquí va una de estas palabras: {enumerar(palabras, conjuncion='o')}."
    }
    palabra = {"enum": list(palabras), **mensaje}
    if not vacio:
        return palabra
    # Dicho así, y no con su tipo, el editor no propone la palabra «null».
    nada = {"not": {"type": [tipo for tipo in _TIPOS if tipo != "null"]}}
    return {"anyOf": [palabra, nada], **mensaje}


def _de_tipos(tipos: Sequence[str], mensaje: str, *, vacio: bool = False) -> Esquema:
    """La exigencia de que un valor sea de uno de esos tipos, o nada."""
    admitidos = {*tipos, "null"} if vacio else {*tipos}
    dicho = {"errorMessage": mensaje}
    if not admitidos & {"null", "boolean"}:
        return {"type": tipos[0] if len(tipos) == 1 else list(tipos), **dicho}
    # Dicho por lo que no puede ser, el editor no propone «true», «false» ni «null».
    otros: Esquema = {"type": [tipo for tipo in _TIPOS if tipo not in admitidos]}
    if "integer" in admitidos and "number" not in admitidos:
        otros["not"] = {"type": "integer"}
    return {"if": otros, "then": {"type": tipos[0], **dicho}}


# --- Lo que el modelo admite ----------------------------------------------------------------------


def _acepta(tipo: Any, valor: str) -> bool:
    return _admite(_adaptador(tipo), valor)


def _admite(adaptador: "TypeAdapter[Any]", valor: str) -> bool:
    try:
        adaptador.validate_python(valor)
    except ValidationError:
        return False
    return True


def _adaptador(tipo: Any) -> "TypeAdapter[Any]":
    """El validador de `tipo`; a un texto le quita los blancos de fuera, como hace la carga."""
    sin_blancos = ConfigDict(**Registro.model_config, str_strip_whitespace=True)
    return TypeAdapter(tipo, config=None if _es_ficha(tipo) else sin_blancos)


def _tipos_de(adaptador: "TypeAdapter[Any]") -> list[str]:
    """Por qué toma un lector de YAML 1.2 los textos que el modelo admite."""
    otros = [
        clase
        for clase, textos in _ESCRITURAS.items()
        if any(_admite(adaptador, texto) for texto in textos)
    ]
    return ["string", *otros]


def _tolerante(patron: str) -> str:
    """`patron` con blancos alrededor: la carga los quita antes de que el modelo lo mire."""
    dentro = patron.removeprefix("^").removesuffix("$").replace(" *", r"\s*")
    return _entero(dentro)


def _entero(patron: str) -> str:
    return rf"^\s*(?:{patron})\s*$"


def _como_sea(palabra: str) -> str:
    """`palabra` en mayúsculas o minúsculas, con la tilde junta o suelta: `[sS](?:[íÍ]|[iI]́)`."""
    return "".join(map(_letra_como_sea, palabra))


def _letra_como_sea(letra: str) -> str:
    partes = unicodedata.normalize("NFD", letra)
    suelta, tildes = partes[0], partes[1:]
    junta = f"[{letra.lower()}{letra.upper()}]"
    if not tildes:
        return junta
    escritas = "".join(rf"\u{ord(tilde):04x}" for tilde in tildes)
    return f"(?:{junta}|[{suelta.lower()}{suelta.upper()}]{escritas})"
