"""Líneas que no son «campo: valor»: L117 y L118."""

import re

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import (
    CADA_DATO_EN_SU_LINEA,
    ESPACIOS_RAROS,
    Renglon,
    anteriores,
    breve,
    como_se_sigue,
    parece_una_fila,
    se_usa,
)
from camctl.lectura.signos import vineta
from camctl.lectura.tropiezo import Tropiezo

SIN_DOS_PUNTOS = Regla(
    "L117",
    Gravedad.ERROR,
    """Una línea que no es «campo: valor».

    Le faltan los dos puntos, o el espacio que va detrás de ellos o del guion, o es la continuación
    de un texto con menos sangría de la debida. Un título, una raya o un comentario llevan
    delante una almohadilla y un espacio.
    """,
)

ESPACIO_RARO = Regla(
    "L118",
    Gravedad.ERROR,
    """Un espacio que no es el de la barra espaciadora.

    Word y las páginas web ponen espacios de no separación, que se ven como los demás y que YAML
    toma por letras. Ni en la sangría ni detrás de los dos puntos valen.
    """,
)

NO_ES_CAMPO_Y_VALOR = "esta línea no es «campo: valor»"
FALTAN_LOS_DOS_PUNTOS = "detrás de «{}» van dos puntos y un espacio"

_GUION_PEGADO = re.compile(r" *(?:- +)*-(?=[^\s-])")
_DOS_PUNTOS_PEGADOS = re.compile(r"((?!\d)\w[\w.-]*):(?=[^\s/])(.*)")
_OTRO_SEPARADOR = re.compile(r"((?!\d)\w[\w.-]*)(?:\s*[=：﹕;](?!\w)|\s+[-–—](?=\s))(.*)")
_RARO_EN_SU_SITIO = re.compile(
    rf" *(?:-? *[{ESPACIOS_RAROS}]|(?:- +)*\w[\w.-]* *:?[{ESPACIOS_RAROS}])[\s{ESPACIOS_RAROS}]*"
)

_RAROS_SEGUIDOS = re.compile(rf"[{ESPACIOS_RAROS}]+")


def sin_dos_puntos(aqui: Tropiezo) -> Diagnostico:
    """Una línea en la que se esperaban unos dos puntos."""
    renglon = aqui.renglon(aqui.contexto)
    return linea_mal_hecha(aqui.mapa, renglon) or no_es_campo_y_valor(aqui, renglon)


def linea_mal_hecha(mapa: Mapa, renglon: Renglon) -> Diagnostico | None:
    """Lo que se ve que le pasa a una línea: un espacio, un guion o un signo que no es el suyo."""
    if raro := espacio_raro(mapa, renglon):
        return raro
    if es_vineta := vineta(mapa, renglon):
        return es_vineta
    comienzo = mapa.comienzo_de_linea(renglon.numero)
    if pegado := _GUION_PEGADO.match(renglon.texto):
        return SIN_DOS_PUNTOS.en(
            mapa.lugar(comienzo + pegado.end() - 1, comienzo + pegado.end()),
            "detrás del guion falta un espacio",
            ayuda=f"escriba: - {breve(renglon.texto[pegado.end() :])}",
        )
    for forma, mensaje in (
        (_DOS_PUNTOS_PEGADOS, "detrás de «{}:» falta un espacio"),
        (_OTRO_SEPARADOR, FALTAN_LOS_DOS_PUNTOS),
    ):
        if partes := forma.match(renglon.contenido):
            campo, valor = partes.groups()
            inicio = comienzo + renglon.columna
            return SIN_DOS_PUNTOS.en(
                mapa.lugar(inicio, inicio + len(renglon.contenido) - len(valor)),
                mensaje.format(campo),
                ayuda=f"escriba: {campo}: {breve(valor)}".rstrip(),
            )
    return None


def espacio_raro(mapa: Mapa, renglon: Renglon) -> Diagnostico | None:
    """Si la sangría, o lo que va detrás de un guion o de un campo, no es un espacio corriente."""
    sitio = _RARO_EN_SU_SITIO.match(renglon.texto)
    if sitio is None:
        return None
    desde, hasta = next(_RAROS_SEGUIDOS.finditer(sitio.group())).span()
    comienzo = mapa.comienzo_de_linea(renglon.numero)
    if hasta - desde == 1:
        mensaje, borre = "hay un espacio que no es corriente: se ve igual, y no vale", "bórrelo"
    else:
        mensaje, borre = "hay espacios que no son corrientes: se ven igual, y no valen", "bórrelos"
    return ESPACIO_RARO.en(
        mapa.lugar(comienzo + desde, comienzo + hasta),
        mensaje,
        ayuda=f"{borre} y use la barra espaciadora; suelen venir de Word o de una página web",
    )


def fila(aqui: Tropiezo, renglon: Renglon) -> Diagnostico:
    """Una fila de otra tabla, pegada entera."""
    return _sin_dos_puntos(aqui, renglon, CADA_DATO_EN_SU_LINEA)


def no_es_campo_y_valor(aqui: Tropiezo, renglon: Renglon) -> Diagnostico:
    """Una línea que puede ser un campo sin sus dos puntos, o seguir el texto de arriba."""
    if parece_una_fila(renglon.contenido):
        return fila(aqui, renglon)
    palabra, _, resto = renglon.contenido.partition(" ")
    if not palabra.isidentifier():
        como_campo = "si es un campo, escriba su nombre, dos puntos, un espacio y el valor"
    elif resto:
        como_campo = f"si «{palabra}» es un campo, escriba: {palabra}: {breve(resto)}"
    else:
        como_campo = f"si «{palabra}» es un campo, escriba «{palabra}:» y su valor"
    remedios = [como_se_sigue(aqui.mapa, renglon), como_campo]
    previo = next(anteriores(aqui.mapa, renglon.numero), None)
    # Lo que abre un registro es su ID, y no un texto que pueda seguir en otra línea.
    tras_un_id = previo is not None and bool(previo.guiones)
    if not resto or tras_un_id or se_usa(aqui.mapa, palabra):
        remedios.reverse()
    return _sin_dos_puntos(aqui, renglon, "; ".join(remedios))


def _sin_dos_puntos(aqui: Tropiezo, renglon: Renglon, ayuda: str) -> Diagnostico:
    return aqui.en_renglon(
        SIN_DOS_PUNTOS,
        renglon,
        renglon.columna,
        len(renglon.contenido),
        NO_ES_CAMPO_Y_VALOR,
        ayuda,
    )
