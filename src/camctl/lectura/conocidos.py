"""Líneas que no son «campo: valor», miradas por quien sabe cómo se llaman los campos."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from camctl.diagnostico import Diagnostico
from camctl.lectura.campos import admite, campo_parecido, linea_de
from camctl.lectura.claves import COMO_ES_UN_CAMPO
from camctl.lectura.elementos_sin_campo import elemento_sin_campo
from camctl.lectura.lineas import FALTAN_LOS_DOS_PUNTOS, NO_ES_CAMPO_Y_VALOR, SIN_DOS_PUNTOS
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import (
    DE_BLOQUE,
    LINEAS_DE_UN_REGISTRO,
    Renglon,
    anteriores,
    breve,
    como_se_sigue,
    parece_una_fila,
    siguientes,
)

_OTRO_SEPARADOR: Final = re.compile(r"(-?)((?!\d)\w+)\s*[=：﹕;](?=\s*\S)(.*)")
# Con qué empieza un valor que no es un texto a secas.
_DE_OTRA_FORMA: Final = (*DE_BLOQUE, "[", "{", '"', "'")
_MARGEN: Final = 80  # la sangría que se mira de una línea
_SI_NO_SE_SABE: Final = f"{COMO_ES_UN_CAMPO}; si sobra la línea, bórrela"


def sin_dos_puntos_conocido(mapa: Mapa, dicho: Diagnostico, nombres: Nombres) -> Diagnostico | None:
    """Lo `dicho` de una línea sin sus dos puntos, si se ve qué campo es, o que ninguno."""
    renglon = Renglon.de(mapa, dicho.lugar.linea)
    return (
        _con_otro_separador(mapa, renglon, nombres)
        or elemento_sin_campo(mapa, dicho, nombres)
        or _sin_separador(mapa, dicho, renglon, nombres)
    )


def _con_otro_separador(mapa: Mapa, renglon: Renglon, nombres: Nombres) -> Diagnostico | None:
    """«tipo=informal»: sin espacios, puede ser parte de un texto si no es el nombre de un campo."""
    partes = _OTRO_SEPARADOR.match(renglon.contenido)
    if partes is None:
        return None
    campo = campo_parecido(partes[2], nombres.todos)
    if not campo and _los_nombres_son_libres(mapa, renglon, nombres):
        campo = partes[2]
    if not campo:
        return None
    guion, escrita, valor = partes.groups()
    inicio = mapa.comienzo_de_linea(renglon.numero) + renglon.columna
    return SIN_DOS_PUNTOS.en(
        mapa.lugar(inicio, inicio + len(renglon.contenido) - len(valor)),
        FALTAN_LOS_DOS_PUNTOS.format(escrita),
        ayuda=f"escriba: {'- ' if guion else ''}{linea_de(nombres, campo, valor.strip())}",
    )


def _sin_separador(
    mapa: Mapa, dicho: Diagnostico, renglon: Renglon, nombres: Nombres
) -> Diagnostico | None:
    sin_mas = dicho.mensaje == NO_ES_CAMPO_Y_VALOR and not parece_una_fila(renglon.contenido)
    if not sin_mas or not nombres.todos or _los_nombres_son_libres(mapa, renglon, nombres):
        return None
    if partido := _nombre_partido(mapa, dicho, renglon, nombres):
        return partido
    palabra, _, resto = renglon.contenido.partition(" ")
    campo, hermanos = campo_parecido(palabra, nombres.todos), _hermanos(mapa, renglon)
    cabe = campo not in hermanos and campo in (nombres.campos if renglon.columna else nombres.raiz)
    como_campo = _como_campo(mapa, renglon, nombres, campo, resto)
    if campo == palabra and cabe and hermanos and _puede_valer(nombres, campo, resto.strip()):
        mensaje = FALTAN_LOS_DOS_PUNTOS.format(campo)
        return dicho._replace(mensaje=mensaje, ayuda=como_campo)
    remedios = []
    es_lo_primero = bool(campo and renglon.guiones)
    if not es_lo_primero and (como_sigue := _como_sigue(mapa, renglon, nombres)):
        remedios.append(como_sigue)
    if campo and campo == palabra:
        remedios.append(f"si «{palabra}» es un campo, {como_campo}")
    elif campo and cabe:
        remedios.append(f"si «{palabra}» es «{campo}», {como_campo}")
    if cabe and (not resto or (hermanos and campo != palabra)):
        remedios.reverse()
    return dicho._replace(ayuda="; ".join(remedios) or _SI_NO_SE_SABE)


def _puede_valer(nombres: Nombres, campo: str, valor: str) -> bool:
    """Si un `valor` puede ser el de un campo, tal cual o mal escrito."""
    de_otra_forma = valor[:1] in ("", *_DE_OTRA_FORMA)
    return de_otra_forma or nombres.como_se_escribe(campo, valor) != ""


def _como_campo(mapa: Mapa, renglon: Renglon, nombres: Nombres, campo: str, resto: str) -> str:
    debajo = next(siguientes(mapa, renglon.numero), None)
    if resto or (debajo and debajo.columna > renglon.columna):
        return f"escriba: {linea_de(nombres, campo, resto.strip())}"
    return f"escriba «{campo}:» y su valor"


def _nombre_partido(
    mapa: Mapa, dicho: Diagnostico, renglon: Renglon, nombres: Nombres
) -> Diagnostico | None:
    """El nombre de un campo que un salto de línea partió en dos."""
    debajo = Renglon.de(mapa, renglon.numero + 1)
    junto = Renglon.de_texto(renglon.numero, renglon.texto + debajo.texto.lstrip())
    if junto.campo not in nombres.todos or debajo.campo in nombres.todos:
        return None
    return dicho._replace(
        mensaje=f"«{junto.campo}» está partido en dos líneas",
        ayuda=f"borre la línea {debajo.numero}; escriba: {breve(junto.contenido)}",
    )


def _los_nombres_son_libres(mapa: Mapa, renglon: Renglon, nombres: Nombres) -> bool:
    """Si los campos de la ficha en que está una línea los pone quien la escribe."""
    if not renglon.columna:
        return False
    encima = anteriores(mapa, renglon.numero, cuantas=LINEAS_DE_UN_REGISTRO)
    seccion = next((uno.campo for uno in encima if not uno.columna and uno.campo), "")
    return nombres.son_libres(seccion)


def _como_sigue(mapa: Mapa, renglon: Renglon, nombres: Nombres) -> str:
    """Qué hacer con una línea si sigue lo de arriba; vacío si no puede seguirlo."""
    encima = mapa.linea(renglon.numero - 1, largo=_MARGEN)
    if encima.lstrip().startswith("#") and " " in renglon.contenido:
        return f"si es un comentario, escriba: # {breve(renglon.contenido)}"
    previo = next(anteriores(mapa, renglon.numero), None)
    if previo is None or not previo.campo or previo.valor[:1] in _DE_OTRA_FORMA:
        return como_se_sigue(mapa, renglon)
    if previo.campo in nombres.raiz and not previo.columna:
        return ""
    pegado, es_un_id = f"{previo.valor}{renglon.contenido}", previo.campo == "id"
    separado = f"{previo.valor} {renglon.contenido}".strip()
    # En un ID no hay espacios, ni suele haber minúsculas.
    if not es_un_id and admite(nombres, previo.campo, separado):
        return como_se_sigue(mapa, renglon)
    es_parte = not (es_un_id and renglon.contenido[:1].islower())
    una_palabra = " " not in renglon.contenido
    if previo.valor and una_palabra and es_parte and admite(nombres, previo.campo, pegado):
        return (
            "si sigue el texto de la línea de arriba, escríbalo en ella: "
            f"{linea_de(nombres, previo.campo, pegado)}"
        )
    return ""


def _hermanos(mapa: Mapa, renglon: Renglon) -> set[str]:
    """Los demás campos de la ficha en que está una línea, por su columna."""
    encima = anteriores(mapa, renglon.numero, cuantas=LINEAS_DE_UN_REGISTRO)
    debajo = siguientes(mapa, renglon.numero, cuantas=LINEAS_DE_UN_REGISTRO)
    de_encima = () if renglon.guiones else _de_su_ficha(encima, renglon.columna, hacia_arriba=True)
    de_debajo = _de_su_ficha(debajo, renglon.columna, hacia_arriba=False)
    return {*de_encima, *de_debajo}


def _de_su_ficha(
    renglones: Iterable[Renglon], columna: int, *, hacia_arriba: bool
) -> Iterator[str]:
    for uno in renglones:
        otra = uno.guiones and uno.sangria < columna
        if uno.columna < columna or (otra and not hacia_arriba):
            return
        if uno.columna == columna and uno.campo:
            yield uno.campo
        if otra and uno.columna == columna:
            return
