"""Piso 3: qué escribir en lugar de lo que no vale, con la línea exacta siempre que se pueda."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from camctl.castellano import enumerar, quiso_decir, recortar
from camctl.comparacion import Sugerencias, plegar, plegar_id
from camctl.fichas_supuestas import BREVE, LARGA, LAS_VINETAS, ficha_supuesta, fichas_por_su_clave
from camctl.invisibles import CLASE as INVISIBLES
from camctl.lectura.escrito import escrito
from camctl.lectura.renglon import ESPACIOS_RAROS
from camctl.modelo import descuidos
from camctl.modelo.actividad import TODOS
from camctl.modelo.errores import Propuesta
from camctl.modelo.sinonimos import campo_que_es, valores_que_son

_COMODIN: Final = "*"  # por «todos»
UNA_LISTA: Final = "escriba una lista: entre corchetes, o un guion por línea"
SI_NO_SE_SABE: Final = "si aún no se sabe, borre la línea"


def con_campo(campo: str, valor: str) -> str:
    """La línea de un campo, o el valor a solas si es un elemento de una lista."""
    return f"{campo}: {valor}" if campo else valor


def de_propuestas(campo: str, propuestas: Sequence[Propuesta]) -> str:
    """La línea que hay que escribir; si puede ser más de una, cada una con lo que significa."""
    if len(propuestas) > 1:
        lineas = [f"{con_campo(campo, una.valor)} si es el {una.en_palabras}" for una in propuestas]
        return f"escriba: {'; o bien, '.join(lineas)}"
    (una,) = propuestas
    if una.aparte and campo == "fecha":
        return f"escriba en dos líneas: {con_campo(campo, una.valor)} y {una.aparte}"
    return f"escriba: {con_campo(campo, una.valor)}"


# Campos que no existen


@lru_cache(maxsize=64)
def _sugerencias(candidatos: tuple[str, ...]) -> Sugerencias:
    return Sugerencias(candidatos)


@lru_cache(maxsize=1024)
def campo_parecido(nombre: str, claves: tuple[str, ...]) -> str:
    """El campo de `claves` que se quiso escribir con `nombre`; vacío si no se adivina."""
    parecidos = _sugerencias(claves).para(nombre, cuantas=1)
    if parecidos and plegar_id(parecidos[0]) == plegar_id(nombre):
        return parecidos[0]
    return campo_que_es(nombre, claves) or next(iter(parecidos), "")


def es_breve(valor: object) -> bool:
    """Si cabe en una línea: textos, o listas y fichas de textos, con pocas letras en total."""
    if isinstance(valor, str):
        return len(valor) <= LARGA
    if isinstance(valor, Mapping):
        valor = [*valor, *(suyo for suyo in valor.values() if suyo is not None)]
    if not isinstance(valor, list) or len(valor) > LARGA:
        return False
    return all(isinstance(uno, str) for uno in valor) and sum(map(len, valor)) <= LARGA


def _campo_con(campo: str, valor: object) -> str:
    textos = valor if isinstance(valor, list) else [valor]
    if not textos or not all(isinstance(uno, str) for uno in textos):
        return f"{campo}:"
    queda = escrito(valor) if sum(map(len, textos)) <= BREVE else "…"
    return f"{campo}: {queda}"


# Palabras contadas


def del_vocabulario(campo: str, dicho: str, posibles: tuple[str, ...]) -> str:
    """Cuál de las palabras `posibles` se quiso decir, o todas si no se adivina."""
    lista = f"los valores de «{campo}» son {enumerar(posibles)}"
    forma = plegar_id(descuidos.llano(dicho)) if len(dicho) <= LARGA else ""
    for posible in posibles:
        if plegar_id(posible) == forma:
            return f"escríbalo así: {campo}: {posible}"
    dichos = valores_que_son(dicho, posibles)
    if len(dichos) == 1:
        return f"aquí se dice «{dichos[0]}»; escriba: {campo}: {dichos[0]}"
    if descuidos.no_dice_nada(dicho):
        return f"{SI_NO_SE_SABE}; {lista}"
    # «no asistió» se parece mucho a lo contrario.
    niega = plegar(dicho).startswith("no ")
    parecido = [] if niega or dichos else _sugerencias(posibles).para(dicho, cuantas=1)
    if not parecido:
        return lista
    return f"{quiso_decir(parecido)} Escriba: {campo}: {parecido[0]}; {lista}"


# Lo que tiene una sola manera de escribirse

_DE_UN_ENLACE: Final = (
    descuidos.enlace,
    "los enlaces empiezan por https:// y no llevan espacios",
)
_DE_UN_PATRON: Final = {
    "parrafos": (descuidos.parrafos, "escriba números, guiones y comas: 1-3, o bien 1, 4-6"),
    "enlace": _DE_UN_ENLACE,
    "enlaces": _DE_UN_ENLACE,
    "id": (descuidos.identificador, ""),
}


def de_un_patron(
    campo: str, linea: str, dicho: str, patron: str, ayuda: str, muestra: object = ""
) -> str:
    """Cómo se escribe lo que no encaja en el `patron` de su campo; si no se adivina, `ayuda`.

    `linea` es lo que va delante del valor, si va algo; `muestra`, un valor como los del campo.
    """
    adivinar, porque = _DE_UN_PATRON.get(campo, (lambda _: [], ""))
    if campo.startswith("enlace") and "@" in dicho:
        porque += ", ni «@» en el nombre del sitio"
    propuestas = [una for una in adivinar(dicho) if re.search(patron, una.valor.strip('"'))]
    if campo == "id" and re.search("[0-9]", str(muestra)):
        propuestas = [una for una in propuestas if re.search("[0-9]", una.valor)]
    if not propuestas:
        return porque or ayuda
    if campo == "id":
        propuestas = [propuestas[0]._replace(valor=_unido(propuestas[0].valor, str(muestra)))]
    queda = de_propuestas("" if campo == "enlaces" else linea, propuestas[:1])
    return f"{porque}; {queda}" if campo.startswith("enlace") else queda


def lo_que_no_se_ve(texto: str) -> str:
    """Si lo que un texto tiene de malo no se ve, qué es; nada si no lleva nada así."""
    if raro := re.search(f"[{ESPACIOS_RAROS}{INVISIBLES}]", texto):
        que = "un espacio que no es corriente" if raro[0].isspace() else "un carácter que no se ve"
        return f": lleva {que}"
    return ""


def _unido(id_: str, muestra: str) -> str:
    """Un ID con el número unido a sus letras como en la `muestra`: `ACT-3`, y no «ACT 3»."""
    partes = re.fullmatch(r"([^\W\d_]+) ([0-9]+)", id_)
    guion = re.fullmatch(r"[^\W\d_]+(-?)[0-9]+", muestra)
    return f"{partes[1]}{guion[1]}{partes[2]}" if partes and guion else id_


# Listas

_BASTA_EL_ID: Final = ("id",)  # de estas fichas se puede escribir el ID a solas


def elementos_de(texto: str) -> list[str]:
    """Los elementos que alguien quiso poner en una lista: «CB; ILI», «-CB -ILI», «B1 a B3»."""
    if len(texto) > LARGA:
        return [texto]
    texto = texto.strip().strip("()[]{}.")
    if texto[:1] in "-•·*–—":
        trozos = re.split(r"(?:^|\s)[-•·*–—]+\s*", texto)
    else:
        trozos = re.split(r"\s*[;,|\n]\s*|\s+/\s+|\s+&\s+", texto)
    sueltos = (parte for trozo in trozos for parte in _unidas_por_y(trozo.strip(" .\"'“”‘’«»")))
    return [uno for suelto in sueltos for uno in (_serie(suelto) or [suelto]) if uno]


def _unidas_por_y(trozo: str) -> list[str]:
    # En «Derechos y Equidad» la «y» es del nombre; entre siglas, no.
    partes = re.split(r"\s+[ye]\s+", trozo)
    if len(partes) == 1 and re.fullmatch(r"[A-Z][A-Z0-9-]*(?:[ /][A-Z][A-Z0-9-]*)+", trozo):
        return re.split("[ /]", trozo)
    return partes if all(re.fullmatch(r"[\w.-]{1,12}", parte) for parte in partes) else [trozo]


_SERIE: Final = re.compile(
    r"([A-Za-z]{1,3})\.?([0-9]{1,3})\s*(?:-|–|—|\bal?\b)\s*([A-Za-z]{0,3})\.?([0-9]{1,3})"
)
_SERIE_MAXIMA: Final = 30


def _serie(texto: str) -> list[str]:
    """Los ID de una serie: «B1-B3» → B1, B2, B3."""
    partes = _SERIE.fullmatch(texto)
    if not partes or partes[3] not in ("", partes[1]):
        return []
    numeros = range(int(partes[2]), int(partes[4]) + 1)
    return [f"{partes[1]}{n}" for n in numeros] if 1 < len(numeros) <= _SERIE_MAXIMA else []


def de_una_lista(
    campo: str,
    texto: str,
    ejemplo: str,
    *,
    campos: Sequence[str] = (),
    obligatorios: Sequence[str] = (),
    con_todos: bool = False,
) -> str:
    """Cómo se escribe en una lista lo que se escribió como un texto.

    `campos` y `obligatorios` son los de sus elementos, si son fichas; `con_todos`, si en lugar de
    la lista vale la palabra «todos».
    """
    if descuidos.no_dice_nada(texto):
        return "si no hay ninguno, o aún no se sabe, borre la línea"
    dicho = descuidos.llano(texto)
    if dicho == _COMODIN or dicho.startswith(TODOS):
        if con_todos:
            return f"escriba: {campo}: {TODOS}"
        return f"«{TODOS}» no vale aquí: escriba el ID de cada uno; por ejemplo: {ejemplo}"
    texto = recortar(texto, LARGA)
    if obligatorios and tuple(obligatorios) != _BASTA_EL_ID:
        ficha = ficha_supuesta(texto, campos, obligatorios)
        return f"escriba una lista de fichas: {campo}: [{ficha}]"
    partes = elementos_de(texto)
    if all(parte.isdecimal() for parte in partes):
        return f"escriba una lista con sus ID; por ejemplo: {ejemplo}"
    return f"escriba una lista: {con_campo(campo, escrito(partes))}"


def de_una_ficha_suelta(
    campo: str,
    ficha: Mapping[str, Any],
    campos: Sequence[str],
    obligatorios: Sequence[str],
    *,
    entre_llaves: bool,
) -> str:
    """Cómo se escribe en una lista la ficha que se escribió sin ella."""
    claves = list(ficha)
    if all(valor is None for valor in ficha.values()) and es_breve(claves):  # {B1, B2}
        return f"escriba una lista: {campo}: {escrito(claves)}"
    if not obligatorios:
        return UNA_LISTA
    if varias := _una_por_clave(campo, ficha, tuple(campos)):
        return varias
    if entre_llaves:
        cual = f"{campo}: [{escrito(ficha)}]" if es_breve(ficha) else "[{…}]"
        return f"póngala entre corchetes: {cual}"
    clave, valor = next(iter(ficha.items()))
    vineta = recortar(clave.lstrip(LAS_VINETAS))
    return (
        f"escriba un guion delante de su primer campo, - {_campo_con(vineta, valor)}, "
        "y alinee con él los demás"
    )


def _una_por_clave(campo: str, ficha: Mapping[str, Any], campos: tuple[str, ...]) -> str:
    """Cómo se escriben las fichas de las que se puso una en cada línea: «B1: Se informó»."""
    if len(ficha) > BREVE or any(campo_parecido(clave, campos) for clave in ficha):
        return ""
    fichas = fichas_por_su_clave(ficha, campos)
    if not fichas:
        return ""
    if all(map(es_breve, fichas)) and len(linea := f"{campo}: {escrito(fichas)}") <= LARGA:
        return f"escriba una lista de fichas: {linea}"
    primero, segundo = fichas[0]
    clave = escrito(recortar(fichas[0][primero]))
    return (
        f"cada línea es una ficha de la lista: - {primero}: {clave}, "
        f"y en la línea siguiente, alineado con él, {segundo}: con lo demás"
    )


def de_claves(campo: str, valor: object, muestra: Mapping[str, Any] | None, ejemplo: str) -> str:
    """Cómo se escriben debajo de un campo sus claves: las letras de los grupos, los idiomas."""
    uno = valor[0] if isinstance(valor, list) and valor else valor
    if isinstance(valor, list) and isinstance(uno, dict) and uno:
        clave, suyo = next(iter(uno.items()))
        return f"borre los guiones: {_campo_con(recortar(clave), suyo)}"
    if isinstance(uno, str) and muestra and " " not in uno and len(uno) <= LARGA:
        valor = uno
        return f"escriba: {campo}: {{{next(iter(muestra))}: {escrito(valor)}}}"
    return f"escriba debajo, en cada línea, una clave y su valor; por ejemplo: {ejemplo}"
