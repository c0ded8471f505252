"""De qué tipo es lo que dice una marca, sabiendo los nombres que valen donde está."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any, Final

from jinja2 import TemplateSyntaxError, nodes

from camctl.castellano import entre_comillas, enumerar, quiso_decir
from camctl.comparacion import Sugerencias
from camctl.salida.word.lenguaje import Entorno, no_admitido
from camctl.salida.word.tipos import (
    CUALQUIERA,
    LISTA_DE_TEXTOS,
    NUMERO,
    SI_O_NO,
    TEXTO,
    Tipo,
    campos_de,
)

_TOMA_EL_FILTRO: Final = {
    "upper": TEXTO,
    "lower": TEXTO,
    "capitalize": TEXTO,
    "join": LISTA_DE_TEXTOS,
}
_MUESTRA: Final = 8


class Defecto(Exception):  # noqa: N818 — el nombre dice qué es, en español
    """Lo que está mal en una marca, en una frase."""


def arbol_de(jinja: Entorno, texto: str) -> Any:
    """La primera orden o el primer dato de `texto`, como lo entiende Jinja2.

    Raises:
        Defecto: si no se entiende, o hace lo que no se admite.
    """
    try:
        arbol = jinja.parse(texto)
    except TemplateSyntaxError as fallo:
        raise Defecto(_en_espanol(fallo.message or "")) from None
    except RecursionError:
        raise Defecto("es demasiado enrevesada") from None
    for defecto in no_admitido(arbol):
        raise Defecto(defecto)
    return arbol.body[0]


def _en_espanol(mensaje: str) -> str:
    """De lo que dice Jinja2, en inglés y con nombres suyos, dónde dejó de entender."""
    donde = re.search(r"(?:got|unexpected(?: char)?) '(.+?)'", mensaje)
    # Así llama a los finales de una marca.
    if donde is None or donde[1].startswith("end of"):
        return "no se entiende: le falta algo"
    return f"no se entiende a partir de {entre_comillas(donde[1])}"


def tipo_de(nodo: nodes.Node, nombres: Mapping[str, Tipo]) -> Tipo:
    """El tipo de una expresión.

    Raises:
        Defecto: si nombra algo que no existe, o pide a algo lo que no tiene.
    """
    return _SEGUN_LO_QUE_ES[type(nodo)](nodo, nombres)


def escribible(nodo: nodes.Node, nombres: Mapping[str, Tipo]) -> None:
    """Que la expresión se pueda escribir tal cual.

    Raises:
        Defecto: si no es un texto ni un número, con lo que se puede hacer.
    """
    tipo = tipo_de(nodo, nombres)
    if not tipo.se_escribe:
        raise Defecto(f"es {tipo}, y no un texto; {_que_hacer(tipo)}")


def _que_hacer(tipo: Tipo) -> str:
    if tipo.lista:
        return "se recorre con «{% for … %}»"
    if tipo == SI_O_NO:
        return "se pregunta con «{% if … %}»"
    return f"diga cuál de sus campos: {_muestra(campos_de(tipo.de))}"


def _muestra(nombres: Iterable[str]) -> str:
    primeros = [*islice(nombres, _MUESTRA + 1)]
    if len(primeros) <= _MUESTRA:
        return enumerar(primeros, conjuncion="o")
    return f"{', '.join(primeros[:_MUESTRA])}…"


def _con_ese_nombre(nombre: str, nombres: Mapping[str, Tipo], si_falta: str) -> Tipo:
    hallado = nombres.get(nombre)
    if hallado is None:
        sugerencia = quiso_decir(Sugerencias(nombres).para(nombre)[:1])
        ayuda = sugerencia or f"puede ser {_muestra(nombres)}"
        raise Defecto(f"{si_falta} {entre_comillas(nombre)}; {ayuda}")
    return hallado


def _campo(nodo: nodes.Getattr, nombres: Mapping[str, Tipo]) -> Tipo:
    tipo = tipo_de(nodo.node, nombres)
    if tipo == CUALQUIERA:
        return tipo
    if not tipo.es_pieza:
        raise Defecto(f"{entre_comillas(nodo.attr)} se pide a {tipo}, que no tiene campos")
    campos = {nombre: campo.tipo for nombre, campo in campos_de(tipo.de).items()}
    de_quien = f"{entre_comillas(nodo.node.name)} " if isinstance(nodo.node, nodes.Name) else ""
    return _con_ese_nombre(nodo.attr, campos, f"{de_quien}no tiene ningún campo")


def _constante(nodo: nodes.Const, _nombres: Mapping[str, Tipo]) -> Tipo:
    if nodo.value is None or isinstance(nodo.value, bool):
        return SI_O_NO
    return NUMERO if isinstance(nodo.value, int) else TEXTO


def _comparado(nodo: nodes.Compare, nombres: Mapping[str, Tipo]) -> Tipo:
    antes = tipo_de(nodo.expr, nombres)
    for paso in nodo.ops:
        otro = tipo_de(paso.expr, nombres)
        if CUALQUIERA in (antes, otro):
            continue
        if paso.op in ("in", "notin"):
            # Un texto está en otro, o es uno de los de una lista.
            if antes != TEXTO or otro not in (TEXTO, LISTA_DE_TEXTOS):
                raise Defecto(f"no se puede buscar {antes} en {otro}")
        elif paso.op not in ("eq", "ne") and (antes != otro or not antes.se_escribe):
            raise Defecto(f"no se puede saber si {antes} es mayor o menor que {otro}")
        antes = otro
    return SI_O_NO


def _filtrado(nodo: nodes.Filter, nombres: Mapping[str, Tipo]) -> Tipo:
    if nodo.node is None:
        raise Defecto(f"el filtro «{nodo.name}» va detrás de algo: campo|{nodo.name}")
    tipo = tipo_de(nodo.node, nombres)
    for argumento in nodo.args:
        escribible(argumento, nombres)
    if nodo.name == "length":
        if not tipo.lista and tipo not in (TEXTO, CUALQUIERA):
            raise Defecto(f"«length» cuenta los de una lista, y esto es {tipo}")
        return NUMERO
    toma = _TOMA_EL_FILTRO[nodo.name]
    if tipo not in (toma, CUALQUIERA):
        raise Defecto(f"«{nodo.name}» necesita {toma}, y esto es {tipo}")
    if len(nodo.args) > int(nodo.name == "join") or nodo.kwargs:
        raise Defecto(f"a «{nodo.name}» le sobra lo que va entre paréntesis")
    return TEXTO


def _condicionado(nodo: nodes.CondExpr, nombres: Mapping[str, Tipo]) -> Tipo:
    if nodo.expr2 is None:
        raise Defecto("falta qué poner si no se cumple: … if … else ''")
    tipo_de(nodo.test, nombres)
    return _uno_de_los_dos(nodo.expr1, nodo.expr2, nombres)


def _uno_de_los_dos(uno: nodes.Node, otro: nodes.Node, nombres: Mapping[str, Tipo]) -> Tipo:
    """El tipo de `a or b`: el de los dos, o un sí o no si son distintos y solo se pregunta."""
    primero, segundo = tipo_de(uno, nombres), tipo_de(otro, nombres)
    ambos_se_escriben = primero.se_escribe and segundo.se_escribe
    return primero if primero == segundo else TEXTO if ambos_se_escriben else SI_O_NO


def _unido(nodo: nodes.Concat, nombres: Mapping[str, Tipo]) -> Tipo:
    for trozo in nodo.nodes:
        escribible(trozo, nombres)
    return TEXTO


def _negado(nodo: nodes.Not, nombres: Mapping[str, Tipo]) -> Tipo:
    tipo_de(nodo.node, nombres)
    return SI_O_NO


# Lo que `lenguaje` admite, y nada más.
_SEGUN_LO_QUE_ES: Final[dict[type[nodes.Node], Callable[[Any, Mapping[str, Tipo]], Tipo]]] = {
    nodes.Name: lambda nodo, nombres: _con_ese_nombre(nodo.name, nombres, "no existe"),
    nodes.Getattr: _campo,
    nodes.Const: _constante,
    nodes.Filter: _filtrado,
    nodes.Compare: _comparado,
    nodes.CondExpr: _condicionado,
    nodes.And: lambda nodo, nombres: _uno_de_los_dos(nodo.left, nodo.right, nombres),
    nodes.Or: lambda nodo, nombres: _uno_de_los_dos(nodo.left, nodo.right, nombres),
    nodes.Concat: _unido,
    nodes.Not: _negado,
}
