"""Signos que no pueden ir donde van: L110 y L113."""

import re
from typing import Final

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import Nombres
from camctl.lectura.renglon import (
    CADA_DATO_EN_SU_LINEA,
    Renglon,
    breve,
    espacios_para,
    parece_una_fila,
)
from camctl.lectura.tropiezo import Tropiezo

TABULADOR = Regla(
    "L110",
    Gravedad.ERROR,
    """Hay un tabulador donde YAML pide espacios.

    La sangría de YAML son espacios, dos por nivel. El tabulador se ve igual y no lo es.
    """,
)

SIGNO_INICIAL = Regla(
    "L113",
    Gravedad.ERROR,
    """Un texto sin comillas empieza por un signo que YAML reserva.

    Son @ ` % & * ! | > ? - , [ ] { }. Un texto que empiece por uno de ellos va entre comillas.
    """,
)

# Lo que alguien pone en lugar del guion de una lista.
VINETAS: Final = "*•·●○▪‣–—"
# «3. id: ACT-3»
_NUMERO: Final = re.compile(r"([0-9]{1,3}[.)])\s+(?=[a-z_]+:(?:\s|$))")
# A solas, o entre los elementos de una lista.
_ASTERISCO: Final = re.compile(r"(?:^|[\[,])\s*\*(?=\s*(?:[\],]|$))")
_CABEZA_DE_BLOQUE = re.compile(r"[|>][-+0-9]*")


def tabulador(aqui: Tropiezo) -> Diagnostico:
    """Un tabulador en la sangría, o donde va un espacio."""
    texto = aqui.mapa.texto
    posicion = max(texto.find("\t", aqui.posicion), aqui.posicion)
    renglon = aqui.renglon(posicion)
    detras = texto[posicion : posicion + 80]
    cuantos = len(detras) - len(detras.lstrip("\t"))
    borre = "bórrelo" if cuantos == 1 else "bórrelos"
    if renglon.texto[: aqui.mapa.lugar(posicion, posicion).columna - 1].strip():
        mensaje, ayuda = "hay un tabulador donde va un espacio", f"{borre} y escriba un espacio"
    else:
        mensaje = "hay un tabulador, y la sangría se hace con espacios"
        sin_margen = Renglon.de_texto(renglon.numero, renglon.texto.lstrip())
        espacios = espacios_para(aqui.mapa, sin_margen)
        ayuda = f"{borre} y escriba en su lugar {espacios or 'espacios, como en las demás líneas'}"
    return aqui.en(TABULADOR, posicion, cuantos, mensaje, ayuda)


def signo_suelto(aqui: Tropiezo) -> Diagnostico:
    """Un signo con el que no puede empezar nada."""
    return tabulador(aqui) if aqui.signo == "\t" else signo_inicial(aqui)


def signo_inicial(aqui: Tropiezo) -> Diagnostico:
    """Un texto que empieza por un signo reservado, o una lista hecha con otros guiones."""
    # El texto empieza donde dice el contexto: el lector puede llegar más allá de su signo.
    renglon = aqui.renglon(aqui.contexto)
    if es_vineta := vineta(aqui.mapa, renglon):
        return es_vineta
    valor = aqui.valor(aqui.contexto)
    return aqui.en(
        SIGNO_INICIAL,
        aqui.contexto,
        1,
        f"un texto no puede empezar por «{valor[:1]}» si no va entre comillas",
        f"escriba: {renglon.citando(valor)}",
    )


def vineta(mapa: Mapa, renglon: Renglon) -> Diagnostico | None:
    """Si la línea empieza por una viñeta, una raya o un número en lugar de un guion."""
    contenido = renglon.contenido
    inicio = mapa.comienzo_de_linea(renglon.numero) + renglon.columna
    if numero := _NUMERO.match(contenido):
        return SIGNO_INICIAL.en(
            mapa.lugar(inicio, inicio + numero.end(1)),
            f"los registros no se numeran: empiezan por un guion, y aquí hay «{numero[1]}»",
            ayuda=f"escriba: - {breve(contenido[numero.end() :])}",
        )
    # Un asterisco pegado al texto es un alias, o una negrita de otro programa.
    if not contenido.startswith(tuple(VINETAS)) or re.match(r"\*\S", contenido):
        return None
    return SIGNO_INICIAL.en(
        mapa.lugar(inicio, inicio + 1),
        f"las listas se hacen con guiones corrientes (-), y aquí hay «{contenido[0]}»",
        ayuda=f"escriba: - {breve(contenido[1:])}",
    )


def todos_con_un_signo(mapa: Mapa, dicho: Diagnostico, nombres: Nombres) -> Diagnostico | None:
    """Si en la línea de lo `dicho` hay un asterisco en lugar de los elementos de una lista."""
    linea = dicho.lugar.linea
    renglon = Renglon.de(mapa, linea)
    signo = _ASTERISCO.search(renglon.valor)
    if signo is None or renglon.campo not in nombres.listas:
        return None
    palabra = nombres.listas[renglon.campo]
    inicio = mapa.comienzo_de_linea(linea) + renglon.texto.rindex(renglon.valor) + signo.end() - 1
    return SIGNO_INICIAL.en(
        mapa.lugar(inicio, inicio + 1),
        f"un asterisco no vale en «{renglon.campo}»",
        ayuda=f"escriba: {renglon.con_valor(palabra)}"
        if palabra
        else "escriba cada uno, separados por comas",
    )


def interrogacion(aqui: Tropiezo) -> Diagnostico:
    """Un texto que empieza por una interrogación y un espacio."""
    return signo_inicial(Tropiezo(aqui.mapa, aqui.posicion, aqui.posicion, aqui.corchete))


def bloque(aqui: Tropiezo) -> Diagnostico:
    """Algo detrás del signo que anuncia un texto en las líneas de debajo."""
    valor = aqui.valor(aqui.contexto)
    cabeza = _CABEZA_DE_BLOQUE.match(valor)
    signo = cabeza.group() if cabeza else aqui.signo
    mensaje = f"detrás de «{signo}» no va nada más en la misma línea"
    if parece_una_fila(valor):
        return aqui.en(SIGNO_INICIAL, aqui.contexto, len(signo), mensaje, CADA_DATO_EN_SU_LINEA)
    return aqui.en(
        SIGNO_INICIAL,
        aqui.contexto,
        len(signo),
        mensaje,
        f"escriba el texto en la línea siguiente, con más sangría; si «{signo}» es parte del "
        "texto, escríbalo entre comillas",
    )
