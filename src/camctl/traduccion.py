"""Piso 3: los errores de Pydantic, dichos en español.

Se parte del tipo del error y de sus datos, jamás de su frase en inglés.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from pydantic_core import ErrorDetails

from camctl import remedios
from camctl.campo_errado import Campo, Cortado
from camctl.campos_de_mas import de_un_campo, enmienda_de
from camctl.castellano import en_minuscula, entre_comillas
from camctl.diagnostico import Gravedad, Regla
from camctl.fichas_supuestas import ficha_supuesta
from camctl.lectura.renglon import CADA_DATO_EN_SU_LINEA, parece_una_fila
from camctl.lectura.sangria import falta_el_nombre, falta_la_sangria
from camctl.modelo.descuidos import no_dice_nada
from camctl.modelo.enmiendas import enmendar_lista, enmendar_parrafos, enmendar_vocablo
from camctl.modelo.errores import FORMA, VALOR, Enmienda
from camctl.modelo.plan import Clase
from camctl.un_solo_texto import de_un_texto, de_un_texto_con_comas

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

    Casi siempre es una errata, y lo escrito en él se perdería sin que nadie lo viera. O es de otra
    ficha, y cayó en esa por su sangría o por un guion de más.
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

# No es de Pydantic: el error de un registro escrito en el archivo de otra clase.
DE_OTRA_CLASE: Final = "de_otra_clase"

_CAMPOS_DE_FECHA: Final = frozenset({"fecha", "hasta", "fecha_prevista", "plazo", "actualizado"})
_FORMAS: Final[Mapping[str, str]] = {
    "string_type": "un solo texto",
    "tuple_type": "una lista",
    "dict_type": "una ficha",
    "model_type": "una ficha",
    "bool_type": "sí o no",
}


class Frase(NamedTuple):
    """Un error de Pydantic en español, sin su lugar; con lo que se quiso escribir, si se sabe."""

    regla: Regla
    mensaje: str
    ayuda: str = ""
    enmienda: Enmienda | None = None


def traducir(error: ErrorDetails, campo: Campo) -> Frase:
    """La frase de un error de `ValidationError.errors()`; `campo` dice dónde está."""
    if error["type"] == DE_OTRA_CLASE:
        return _de_otra_clase(error["ctx"]["clase"])
    return _TRADUCTORES.get(error["type"], _no_vale)(error, campo)


def _de_otra_clase(clase: Clase) -> Frase:
    return Frase(
        CAMPO_DESCONOCIDO,
        f"por sus campos es {clase.con_un}, y esta no es su lista",
        f"lléve{clase.pronombre} a {clase.archivo}, debajo de «{clase.clave}:»",
    )


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
    ayuda = f"escriba, por ejemplo: {campo.ejemplo}"
    if campo.es_optativo:
        ayuda += "; o borre la línea"
    elif campo.es_de_otra:
        ayuda = f"{campo.es_de_otra}; si es otra, {ayuda}"
    return Frase(FALTA_EL_CAMPO, mensaje, ayuda)


def _desconocido(error: ErrorDetails, campo: Campo) -> Frase:
    if campo.fugados:
        return Frase(CAMPO_DESCONOCIDO, *falta_la_sangria(campo.fugados, campo.alineados_con))
    if campo.seccion_sin_nombre:
        return Frase(CAMPO_DESCONOCIDO, *falta_el_nombre(campo.seccion_sin_nombre, "ficha"))
    if campo.cortado:
        return _tras_una_coma(campo.cortado, campo)
    return Frase(
        CAMPO_DESCONOCIDO,
        f"el campo {entre_comillas(campo.nombre)} no existe aquí",
        de_un_campo(campo, error["input"]),
        enmienda_de(campo, error["input"]),
    )


def _tras_una_coma(cortado: Cortado, campo: Campo) -> Frase:
    return Frase(
        CAMPO_DESCONOCIDO,
        f"entre llaves, la coma separa campos: «{cortado.campo}» se queda en "
        f"{entre_comillas(cortado.hasta)}, y {entre_comillas(campo.nombre)} no es un campo",
        de_un_texto_con_comas(cortado.campo, cortado.entero, campo.claves_posibles),
    )


def _mal_escrito(error: ErrorDetails, campo: Campo) -> Frase:
    contexto, valor = error["ctx"], error["input"]
    mensaje = str(contexto["mensaje"])
    if error["type"] == FORMA:
        lista = remedios.de_una_lista(campo.nombre, valor, campo.ejemplo, con_todos=True)
        return Frase(FORMA_EQUIVOCADA, mensaje, lista, enmendar_lista(valor))
    regla = FECHA_MAL_ESCRITA if campo.nombre in _CAMPOS_DE_FECHA else VALOR_MAL_ESCRITO
    if propuestas := contexto["propuestas"]:
        linea = remedios.de_propuestas(campo.linea, propuestas)
        return Frase(regla, mensaje, f"{contexto['antes']} {linea}".strip(), contexto["enmienda"])
    ayuda = _si_no_se_sabe(campo, valor) or str(contexto["ayuda"])
    return Frase(regla, mensaje, ayuda, contexto["enmienda"])


def _si_no_se_sabe(campo: Campo, valor: object) -> str:
    """Qué hacer si lo escrito solo dice que falta: «TBD», «por definir»."""
    if campo.es_elemento or not isinstance(valor, str) or not no_dice_nada(valor):
        return ""
    if campo.es_optativo:
        return remedios.SI_NO_SE_SABE
    if campo.nombre == "fecha":
        return f"escriba el mes en que se prevé, aunque no se sepa el día: {campo.ejemplo}"
    return ""


def _fuera_del_vocabulario(error: ErrorDetails, campo: Campo) -> Frase:
    valor = error["input"]
    if not isinstance(valor, str):
        return _forma({**error, "type": "string_type"}, campo)
    # Pydantic da los valores como «'a', 'b' or 'c'».
    posibles = tuple(str(error["ctx"]["expected"]).split("'")[1::2])
    return Frase(
        FUERA_DEL_VOCABULARIO,
        f"{entre_comillas(valor)} no vale en «{campo.nombre}»",
        remedios.del_vocabulario(campo.nombre, valor, posibles),
        enmendar_vocablo(valor, posibles),
    )


def _no_vale(error: ErrorDetails, campo: Campo) -> Frase:
    valor = str(error["input"])
    descripcion = en_minuscula(campo.descripcion.rstrip("."))
    ayuda = f"{descripcion}; por ejemplo: {campo.ejemplo}"
    patron = error.get("ctx", {}).get("pattern", "")
    return Frase(
        VALOR_MAL_ESCRITO,
        f"{entre_comillas(valor)} no vale en «{campo.nombre}»{remedios.lo_que_no_se_ve(valor)}",
        _si_no_se_sabe(campo, valor)
        or remedios.de_un_patron(campo.nombre, campo.linea, valor, patron, ayuda, campo.muestra),
        enmendar_parrafos(valor) if campo.nombre == "parrafos" else None,
    )


def _forma(error: ErrorDetails, campo: Campo) -> Frase:
    esperado, valor = _FORMAS[error["type"]], error["input"]
    enmienda = None
    if isinstance(valor, str) and error["type"] == "tuple_type" and campo.admite_textos:
        enmienda = enmendar_lista(valor)
    if campo.es_elemento and error["type"] == "model_type":
        mensaje = f"aquí va una ficha con sus campos, y {_lo_que_hay(valor)}"
    elif campo.es_elemento:
        mensaje = f"cada elemento de «{campo.nombre}» es {esperado}, y aquí {_lo_que_hay(valor)}"
    else:
        mensaje = f"en «{campo.nombre}» va {esperado}, y {_lo_que_hay(valor)}"
    return Frase(FORMA_EQUIVOCADA, mensaje, _REMEDIOS[error["type"]](valor, campo), enmienda)


def _ficha_por_texto(valor: object, campo: Campo) -> str:
    if campo.es_elemento and isinstance(valor, str) and parece_una_fila(valor):
        return CADA_DATO_EN_SU_LINEA
    if campo.es_elemento and isinstance(valor, str) and campo.obligatorios:
        return f"escriba una ficha: {ficha_supuesta(valor, campo.campos, campo.obligatorios)}"
    if campo.es_elemento and valor is None:
        return "escriba debajo sus campos, uno por línea, o borre el guion"
    return "escriba debajo sus campos, uno por línea"


def _lista_por_otra_cosa(valor: object, campo: Campo) -> str:
    if isinstance(valor, str):
        return remedios.de_una_lista(
            campo.linea,
            valor,
            campo.ejemplo,
            campos=campo.campos,
            obligatorios=campo.obligatorios,
        )
    if isinstance(valor, dict):
        return remedios.de_una_ficha_suelta(
            campo.linea, valor, campo.campos, campo.obligatorios, entre_llaves=campo.entre_llaves
        )
    return remedios.UNA_LISTA


_REMEDIOS: Final[Mapping[str, Callable[[object, Campo], str]]] = {
    "string_type": lambda valor, campo: de_un_texto(campo.linea, valor),
    "tuple_type": _lista_por_otra_cosa,
    "dict_type": lambda valor, campo: remedios.de_claves(
        campo.linea, valor, campo.muestra, campo.ejemplo
    ),
    "model_type": _ficha_por_texto,
    "bool_type": lambda _valor, _campo: "escriba sí o no",
}


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
