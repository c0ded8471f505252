"""Piso 3: los errores de Pydantic, dichos en español.

Se parte del tipo del error y de sus datos, jamás de su frase en inglés.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from pydantic_core import ErrorDetails

from camctl.castellano import (
    en_mayuscula,
    en_minuscula,
    entre_comillas,
    enumerar,
    quiso_decir,
    recortar,
)
from camctl.comparacion import Sugerencias, plegar_id
from camctl.diagnostico import Gravedad, Regla
from camctl.lectura.escrito import escrito
from camctl.modelo.base import FORMA, VALOR, Enmienda
from camctl.modelo.enmiendas import enmendar_lista, enmendar_parrafos, enmendar_vocablo

FALTA_EL_CAMPO = Regla(
    "M201",
    Gravedad.ERROR,
    """Falta un campo obligatorio.

    Sin él el registro no se puede usar: un objetivo sin título no cabe en ninguna tabla.
    """,
)

CAMPO_DESCONOCIDO = Regla(
    "M202",
    Gravedad.ERROR,
    """Un campo que no existe en esa ficha.

    Casi siempre es una errata, y lo escrito en él se perdería sin que nadie lo viera.
    """,
)

FORMA_EQUIVOCADA = Regla(
    "M203",
    Gravedad.ERROR,
    """Una lista donde va un texto, o un texto donde va una lista.

    Las listas se escriben [B1, B8], o con un guion por línea; los textos, sin corchetes.
    """,
)

FUERA_DEL_VOCABULARIO = Regla(
    "M204",
    Gravedad.ERROR,
    """Un valor que no está entre los que el campo admite.

    El tipo y el estado de una actividad, o el estado de un invitado, tienen sus palabras contadas.
    """,
)

VALOR_MAL_ESCRITO = Regla(
    "M206",
    Gravedad.ERROR,
    """Un valor que no tiene la forma que pide su campo.

    Un ID, unos párrafos, una hora, un enlace o un sí o no se escriben de una sola manera.
    """,
)

FECHA_MAL_ESCRITA = Regla(
    "M207",
    Gravedad.ERROR,
    """Una fecha que no existe o no está escrita como año-mes-día.

    Las fechas del plan son un mes, 2030-03, o un día, 2030-03-14.
    """,
)

ARCHIVO_VACIO = Regla(
    "M209",
    Gravedad.ERROR,
    """El archivo está vacío, o no empieza por sus campos.

    Cada archivo del plan es una ficha con sus claves propias, aunque sus listas estén vacías.
    """,
)

_CAMPOS_DE_FECHA: Final = frozenset({"fecha", "hasta", "fecha_prevista", "plazo", "actualizado"})
_FORMAS: Final[Mapping[str, tuple[str, str]]] = {
    "string_type": (
        "un solo texto",
        "escriba un solo texto, sin guion delante; si empieza por un corchete, entre comillas",
    ),
    "tuple_type": ("una lista", "escriba una lista: entre corchetes, o un guion por línea"),
    "dict_type": ("una ficha", "escriba debajo, en cada línea, una clave y su valor"),
    "model_type": ("una ficha", "escriba debajo sus campos, uno por línea"),
    "bool_type": ("sí o no", "escriba sí o no"),
}
_DE_UN_PATRON: Final[Mapping[str, str]] = {
    "parrafos": "escriba números, guiones y comas: 1-3, o bien 1, 4-6",
    "enlace": "los enlaces empiezan por https:// y no llevan espacios",
    "enlaces": "los enlaces empiezan por https:// y no llevan espacios",
}


class Campo(NamedTuple):
    """Lo que la traducción necesita saber del sitio de un error."""

    nombre: str  # `estado`, `objetivos`
    claves_posibles: tuple[str, ...] = ()  # las de la ficha en que está, si el campo no existe
    claves_de_dentro: tuple[str, ...] = ()  # las de las fichas que esa contiene
    ejemplo: str = ""  # cómo se escribe: `estado: por_confirmar`
    descripcion: str = ""
    ficha: str = ""  # el campo en que está, si es de una ficha que va dentro del registro
    esta_vacio: bool = False  # la clave está escrita, sin nada detrás
    es_elemento: bool = False  # el error está en un elemento de la lista
    admite_textos: bool = False  # es una lista de textos, o de fichas que se abrevian con su ID


class Frase(NamedTuple):
    """Un error de Pydantic en español, sin su lugar; con lo que se quiso escribir, si se sabe."""

    regla: Regla
    mensaje: str
    ayuda: str = ""
    enmienda: Enmienda | None = None


def traducir(error: ErrorDetails, campo: Campo) -> Frase:
    """La frase de un error de `ValidationError.errors()`; `campo` dice dónde está."""
    return _TRADUCTORES.get(error["type"], _no_vale)(error, campo)


def traducciones() -> frozenset[str]:
    """Los tipos de error que se saben decir: todos los que el modelo puede dar."""
    return frozenset(_TRADUCTORES)


def _falta(error: ErrorDetails, campo: Campo) -> Frase:
    if campo.es_elemento:
        return Frase(
            FALTA_EL_CAMPO,
            f"hay un elemento vacío en «{campo.nombre}»",
            "escriba algo en él, o bórrelo",
        )
    esta_vacio = campo.esta_vacio or error["type"] != "missing"
    mensaje = f"«{campo.nombre}» está vacío" if esta_vacio else f"falta «{campo.nombre}»"
    if campo.ficha:
        mensaje += f" en «{campo.ficha}»"
    return Frase(FALTA_EL_CAMPO, mensaje, f"escriba, por ejemplo: {campo.ejemplo}")


def _desconocido(error: ErrorDetails, campo: Campo) -> Frase:
    del error
    ayuda, enmienda = _remedio_de_un_campo(campo)
    mensaje = f"el campo {entre_comillas(campo.nombre)} no existe aquí"
    return Frase(CAMPO_DESCONOCIDO, mensaje, ayuda, enmienda)


def _remedio_de_un_campo(campo: Campo) -> tuple[str, Enmienda | None]:
    nombre, _, valor = campo.nombre.partition(":")
    if valor and nombre in campo.claves_posibles:
        return f"falta un espacio detrás de los dos puntos: {nombre}: {recortar(valor)}", None
    if campo.nombre in campo.claves_de_dentro:
        return "va dentro de otra ficha: dele la misma sangría que a los demás campos de esta", None
    parecidos = _sugerencias(campo.claves_posibles).para(campo.nombre)
    if not parecidos:
        return f"los campos de esta ficha son {enumerar(campo.claves_posibles)}", None
    el_mas, unico = parecidos[0], len(parecidos) == 1
    if plegar_id(el_mas) == plegar_id(campo.nombre):
        return f"escríbalo así, sin mayúsculas ni tildes: {el_mas}", Enmienda(el_mas)
    return quiso_decir([el_mas]), Enmienda(el_mas, segura=False) if unico else None


@lru_cache(maxsize=64)
def _sugerencias(candidatos: tuple[str, ...]) -> Sugerencias:
    return Sugerencias(candidatos)


def _mal_escrito(error: ErrorDetails, campo: Campo) -> Frase:
    contexto = error["ctx"]
    if error["type"] == FORMA:
        regla = FORMA_EQUIVOCADA
    else:
        regla = FECHA_MAL_ESCRITA if campo.nombre in _CAMPOS_DE_FECHA else VALOR_MAL_ESCRITO
    enmienda = contexto["enmienda"]
    if error["type"] == FORMA:
        enmienda = enmendar_lista(error["input"])
    return Frase(regla, str(contexto["mensaje"]), str(contexto["ayuda"]), enmienda)


def _fuera_del_vocabulario(error: ErrorDetails, campo: Campo) -> Frase:
    if not isinstance(error["input"], str):
        return _forma({**error, "type": "string_type"}, campo)
    # Pydantic da los valores como «'a', 'b' or 'c'».
    posibles = tuple(str(error["ctx"]["expected"]).split("'")[1::2])
    enmienda = enmendar_vocablo(error["input"], posibles)
    lista = f"los valores de «{campo.nombre}» son {enumerar(posibles)}"
    sugerencia = f"{quiso_decir([str(enmienda.valor)])} " if enmienda else ""
    return Frase(
        FUERA_DEL_VOCABULARIO,
        f"{entre_comillas(error['input'])} no vale en «{campo.nombre}»",
        f"{sugerencia}{en_mayuscula(lista)}" if sugerencia else lista,
        enmienda,
    )


def _no_vale(error: ErrorDetails, campo: Campo) -> Frase:
    descripcion = en_minuscula(campo.descripcion.rstrip("."))
    ayuda = _DE_UN_PATRON.get(campo.nombre, f"{descripcion}; por ejemplo: {campo.ejemplo}")
    enmienda = enmendar_parrafos(error["input"]) if campo.nombre == "parrafos" else None
    return Frase(
        VALOR_MAL_ESCRITO,
        f"{entre_comillas(str(error['input']))} no vale en «{campo.nombre}»",
        f"escriba: {escrito(enmienda.valor)}" if enmienda else ayuda,
        enmienda,
    )


def _forma(error: ErrorDetails, campo: Campo) -> Frase:
    esperado, ayuda = _FORMAS[error["type"]]
    valor = error["input"]
    enmienda = None
    if isinstance(valor, str) and error["type"] == "tuple_type":
        ayuda = f"escriba una lista: {campo.nombre}: [{recortar(valor)}]"
        enmienda = enmendar_lista(valor) if campo.admite_textos else None
    elif error["type"] == "string_type" and (texto := _con_dos_puntos(valor)):
        ayuda = f"si los dos puntos son parte del texto, escriba: {texto}"
    if campo.es_elemento and error["type"] == "model_type":
        mensaje = f"aquí va una ficha con sus campos, y {_lo_que_hay(valor)}"
    elif campo.es_elemento:
        mensaje = f"cada elemento de «{campo.nombre}» es {esperado}, y aquí {_lo_que_hay(valor)}"
    else:
        mensaje = f"en «{campo.nombre}» va {esperado}, y {_lo_que_hay(valor)}"
    return Frase(FORMA_EQUIVOCADA, mensaje, ayuda, enmienda)


def _con_dos_puntos(valor: object) -> str:
    """El texto que quiso ser una ficha de un solo campo: «Trata: sus causas»."""
    if not isinstance(valor, dict) or len(valor) != 1:
        return ""
    for clave, suyo in valor.items():
        if isinstance(suyo, str):
            return escrito(recortar(f"{clave}: {suyo}"))
    return ""


def _lo_que_hay(valor: object) -> str:
    if valor is None:
        return "no hay nada"
    if isinstance(valor, dict):
        return "hay una ficha con campos"
    return (
        "hay una lista"
        if isinstance(valor, list)
        else f"hay un texto, {entre_comillas(str(valor))}"
    )


_TRADUCTORES: Final[Mapping[str, Callable[[ErrorDetails, Campo], Frase]]] = {
    **dict.fromkeys(_FORMAS, _forma),
    "missing": _falta,
    "string_too_short": _falta,
    "extra_forbidden": _desconocido,
    VALOR: _mal_escrito,
    FORMA: _mal_escrito,
    "literal_error": _fuera_del_vocabulario,
    "string_pattern_mismatch": _no_vale,
}
