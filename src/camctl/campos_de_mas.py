"""Piso 3: qué hacer con un campo que no existe en su ficha, sin perder lo que lleva."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_origin

from camctl.campo_errado import Campo
from camctl.castellano import en_mayuscula, quiso_decir, recortar
from camctl.comparacion import Sugerencias, plegar, plegar_id
from camctl.fichas_supuestas import BREVE, LARGA, ficha_sin_campos
from camctl.lectura.escrito import escrito
from camctl.modelo import descuidos
from camctl.modelo.actividad import admite_todos
from camctl.modelo.base import SI_O_NO, Registro
from camctl.modelo.campos import ejemplo, ficha_de, obligatorios_de
from camctl.modelo.errores import Enmienda
from camctl.modelo.sinonimos import campo_que_es, es_uno_de
from camctl.remedios import (
    campo_parecido,
    con_campo,
    de_una_ficha_suelta,
    de_una_lista,
    es_breve,
)
from camctl.un_solo_texto import de_un_texto

_ID: Final = "id"
_ESCRIBA: Final = "escriba: "
_SOLO_EL_NOMBRE: Final = "cambie solo el nombre y deje lo demás como está"


def al_reves(nombre: str, valor: object, claves: tuple[str, ...], ya: Sequence[str] = ()) -> str:
    """El campo que se escribió como el valor de `nombre`, «formal: tipo»; nada si no es eso."""
    es_otro_campo = isinstance(valor, str) and valor in claves and valor not in ya
    # En «estado: cumplido», de un acuerdo, «estado» es también un campo.
    return str(valor) if es_otro_campo and not campo_que_es(nombre, claves) else ""


def el_id(nombre: str, lista: str, claves: Sequence[str], ya: Sequence[str] = ()) -> str:
    """El campo del ID, si `nombre` es como se llama cada ficha de la `lista`; nada si no."""
    return _ID if _ID in claves and _ID not in ya and es_uno_de(nombre, lista) else ""


def enmienda_de(campo: Campo, valor: object) -> Enmienda | None:
    """El campo con que se arregla uno que no existe y lleva `valor`."""
    nombre, claves, ya = campo.nombre, campo.claves_posibles, campo.claves_escritas
    de_otro_sitio = campo.otro_archivo or campo.es_una_seccion or campo.es_de_dentro
    if de_otro_sitio or ":" in nombre or nombre.startswith("("):
        return None
    if al_reves(nombre, valor, claves, ya):
        return None
    if suyo := el_id(nombre, campo.ficha, claves, ya):
        return Enmienda(suyo, segura=False)
    libres = tuple(uno for uno in claves if uno not in ya)
    parecidos = Sugerencias(libres).para(nombre)
    if parecidos and plegar_id(parecidos[0]) == plegar_id(nombre):
        return Enmienda(parecidos[0])
    return Enmienda(parecidos[0], segura=False) if len(parecidos) == 1 else None


def de_un_campo(campo: Campo, valor: object) -> str:
    """Qué hacer con un campo que no existe y lleva `valor`."""
    nombre, _, detras = campo.nombre.partition(":")
    if detras and nombre in campo.claves_posibles:
        return f"falta un espacio detrás de los dos puntos: {nombre}: {recortar(detras)}"
    if campo.otro_archivo:
        return f"va en {campo.otro_archivo}: llévelo allí con todo lo que tiene debajo"
    if campo.es_una_seccion:
        return "es una sección del archivo: escríbala sin espacios delante"
    if campo.es_de_dentro:
        return "va dentro de otra ficha: dele la misma sangría que a los demás campos de esta"
    return _con_el_suyo(campo, valor)


def _con_el_suyo(campo: Campo, valor: object) -> str:
    """Cuál de los campos de su ficha se quiso escribir con `campo`, y cómo queda."""
    nombre, claves, ya = campo.nombre, campo.claves_posibles, campo.claves_escritas
    ficha, en_su_linea = campo.modelo, campo.en_su_linea
    if nombre.startswith("(") and nombre[1:] in claves:
        return "una ficha va entre llaves: escriba «{» por «(», y «}» por «)»"
    if (suyo := al_reves(nombre, valor, claves, ya)) and len(nombre) <= LARGA:
        return f"el campo va delante; escriba: {suyo}: {escrito(nombre, en_corchetes=False)}"
    if ficha and (suyo := el_id(nombre, campo.ficha, claves, ya)):
        queda = _como_queda(suyo, valor, ficha, en_su_linea=en_su_linea)
        return f"aquí se llama «{suyo}»; {queda}"
    parecido = campo_que_es(nombre, tuple(una for una in claves if una not in ya))
    if not parecido or plegar_id(nombre) in map(plegar_id, claves):
        parecido = campo_parecido(nombre, claves)
    if not parecido or ficha is None:
        return ficha_sin_campos(nombre, valor, claves, ya)
    if parecido in ya:
        deje = "deje una de las dos líneas, con lo que digan ambas"
        return f"{quiso_decir([parecido])} Ya está en esta ficha: {deje}"
    queda = _como_queda(parecido, valor, ficha, en_su_linea=en_su_linea)
    if plegar_id(parecido) == plegar_id(nombre):
        if queda.startswith(_ESCRIBA):
            return f"escríbalo así, sin mayúsculas ni tildes: {queda.removeprefix(_ESCRIBA)}"
        return f"es «{parecido}», sin mayúsculas ni tildes; {queda}"
    if campo_que_es(nombre, (parecido,)):
        return f"aquí se llama «{parecido}»; {queda}"
    return f"{quiso_decir([parecido])} {en_mayuscula(queda)}"


def _como_queda(campo: str, valor: object, ficha: type[Registro], *, en_su_linea: bool) -> str:
    """La línea de `campo`, que es de `ficha`, con `valor` en la forma que pide."""
    info = ficha.model_fields[campo]
    dentro, es_lista = ficha_de(info.annotation), get_origin(info.annotation) is tuple
    campos = tuple(dentro.model_fields) if dentro else ()
    if es_lista and isinstance(valor, str):
        return de_una_lista(
            campo,
            valor,
            f"{campo}: {escrito(ejemplo(info))}",
            campos=campos,
            obligatorios=obligatorios_de(dentro),
            con_todos=admite_todos(info),
        )
    if es_lista and isinstance(valor, dict) and valor:
        suelta = de_una_ficha_suelta(
            campo, valor, campos, obligatorios_de(dentro), entre_llaves=en_su_linea
        )
        return suelta if en_su_linea else f"cambie el nombre y {suelta}"
    if isinstance(valor, list) and _es_un_texto(info.annotation):
        return de_un_texto(campo, valor)
    if info.annotation is bool and isinstance(valor, str) and plegar(valor) not in SI_O_NO:
        dichos = descuidos.si_o_no(valor)
        lineas = [con_campo(campo, uno.valor) for uno in dichos] or [f"{campo}: sí", f"{campo}: no"]
        return f"{_ESCRIBA}{', o bien, '.join(lineas)}"
    if valor is None or (en_su_linea and _cabe(valor)):
        queda = "" if valor is None else f" {escrito(valor, en_corchetes=False)}"
        return f"{_ESCRIBA}{campo}:{queda}"
    return _SOLO_EL_NOMBRE


def _es_un_texto(anotacion: Any) -> bool:
    return get_origin(anotacion) not in (tuple, dict) and ficha_de(anotacion) is None


def _cabe(valor: object) -> bool:
    """Si `valor` se puede repetir en una línea que se lea de un vistazo."""
    partes = valor if isinstance(valor, list) else [valor]
    if len(partes) > BREVE or not all(map(es_breve, partes)):
        return False
    sin_nada = any(None in parte.values() for parte in partes if isinstance(parte, Mapping))
    return not sin_nada and len(escrito(valor)) <= LARGA
