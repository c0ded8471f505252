"""La forma del plan entero, en JSON Schema, para el programa que lo tome.

Los registros son los del modelo; lo que se les añade se declara aquí, al lado de `entero` y de
`derivados`, que son quienes lo escriben.
"""

from typing import Any, Final, TypeAlias, get_args

from camctl.cobertura import CRITERIOS
from camctl.indices import ClaseQueSeApoya
from camctl.modelo.base import Registro
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import CLASES, Cabecera
from camctl.vistas.entero import VERSION

Esquema: TypeAlias = dict[str, Any]

_TEXTO: Final[Esquema] = {"type": "string"}
_TEXTO_O_NADA: Final[Esquema] = {"type": ["string", "null"]}
_CRITERIO: Final[Esquema] = {"enum": [*CRITERIOS]}
_SOBRAN: Final = ("default", "examples")


def esquema_entero() -> Esquema:
    """El JSON Schema (2020-12) de lo que da `plan_entero`: ninguna clave falta, ninguna sobra."""
    from pydantic.json_schema import models_json_schema

    modelos: list[type[Registro]] = [Cabecera, Programa, *(clase.modelo for clase in CLASES)]
    _, generado = models_json_schema([(modelo, "serialization") for modelo in modelos])
    fichas = {nombre: _sin_lo_que_sobra(ficha) for nombre, ficha in generado["$defs"].items()}
    for nombre, anadidos in _DERIVADOS.items():
        fichas[nombre]["properties"] |= anadidos
        fichas[nombre]["required"] += anadidos
    registros = {clase.clave: _lista(_ref(clase.modelo)) for clase in CLASES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"El plan entero, versión {VERSION}",
        **_ficha(
            "Lo que da «camctl exportar json».",
            version={"const": VERSION, "description": "La de esta forma."},
            filtros=_lista(_TEXTO, "Qué actividades se pidieron, en palabras; vacía si todas."),
            plan=_ref(Cabecera),
            programa={"anyOf": [_ref(Programa), {"type": "null"}]},
            grupos=_por_letra("La letra de cada grupo de objetivos y su nombre."),
            categorias=_por_letra("La letra de cada categoría de actores y su nombre."),
            **registros,
            cobertura=_COBERTURA,
        ),
        "$defs": fichas,
    }


def _ficha(descripcion: str = "", **propiedades: Esquema) -> Esquema:
    return {
        **({"description": descripcion} if descripcion else {}),
        "type": "object",
        "properties": propiedades,
        "required": [*propiedades],
        "additionalProperties": False,
    }


def _lista(elemento: Esquema, descripcion: str = "") -> Esquema:
    dicha = {"description": descripcion} if descripcion else {}
    return {**dicha, "type": "array", "items": elemento}


def _por_letra(descripcion: str) -> Esquema:
    return {"description": descripcion, "type": "object", "additionalProperties": _TEXTO}


def _ref(modelo: type[Registro]) -> Esquema:
    return {"$ref": f"#/$defs/{modelo.__name__}"}


def _sin_lo_que_sobra(ficha: Esquema) -> Esquema:
    """La ficha sin cómo se escribe a mano: lo que se omite y los ejemplos son de otro archivo."""
    campos = {
        clave: {palabra: valor for palabra, valor in campo.items() if palabra not in _SOBRAN}
        for clave, campo in ficha["properties"].items()
    }
    return {**ficha, "properties": campos}


_DERIVADOS: Final[dict[str, Esquema]] = {
    "Objetivo": {
        "sesiones": _lista(
            _ficha(id=_TEXTO, fecha=_TEXTO, criterio=_CRITERIO, actor=_TEXTO_O_NADA),
            "Las que lo cubren, con todos los criterios: una entrada por sesión, criterio y actor.",
        )
    },
    "Mandato": {
        "sustenta": _lista(
            _ficha(clase={"enum": [*get_args(ClaseQueSeApoya)]}, id=_TEXTO_O_NADA),
            "Lo que descansa en él; el plan y el programa no tienen ID.",
        )
    },
    "Actor": {
        "sesiones": _lista(
            _ficha(id=_TEXTO, fecha=_TEXTO), "Las que cuentan y en que está presente."
        )
    },
    "Actividad": {
        "objetivos_cubiertos": _lista(
            _TEXTO, "Los que cubre, según el criterio de por omisión: sus ID."
        )
    },
}

_COBERTURA: Final = _ficha(
    "Qué sesiones cubren cada objetivo, y por qué.",
    criterio={**_CRITERIO, "description": "Con cuál se dice si está cubierto."},
    porcentaje={"type": "number", "minimum": 0, "maximum": 100},
    objetivos=_lista(
        _ficha(
            id=_TEXTO,
            titulo=_TEXTO,
            cubierto={"type": "boolean"},
            directo=_lista(_ficha(id=_TEXTO), "Las sesiones que lo nombran."),
            actor=_lista(
                _ficha(id=_TEXTO, actor=_TEXTO_O_NADA, cita=_TEXTO_O_NADA),
                "Las sesiones con un actor cuya misión lo sirve.",
            ),
            general=_lista(
                _ficha(id=_TEXTO, actor=_TEXTO_O_NADA),
                "Las que abarcan el programa, o con un actor transversal.",
            ),
        )
    ),
)
