"""Corchetes y llaves que faltan o sobran: L115."""

import re
from typing import Final

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.documentos import otro_documento
from camctl.lectura.renglon import Renglon, anteriores, breve, citado, hasta_donde_acaba
from camctl.lectura.signos import signo_inicial
from camctl.lectura.tropiezo import Tropiezo

CORCHETES = Regla(
    "L115",
    Gravedad.ERROR,
    """Falta cerrar un corchete o una llave, o sobra uno.

    Una lista en una línea se escribe [B1, B8]; una ficha en una línea, {id: B8, cita: …}.
    """,
)

_ABRE_Y_CIERRA: Final = {"[": "]", "{": "}"}
_ABREN: Final = ("[", "{")
_CIERRAN: Final = ("]", "}")
LARGA: Final = 100  # la línea que ya no se repite en la ayuda


def de_mas(aqui: Tropiezo) -> Diagnostico:
    """Algo que no puede ir donde va: un corchete, una coma, texto detrás de una lista."""
    if aqui.corchete is not None and aqui.signo in ("", "\r", "\n"):
        return _sin_cerrar(aqui, aqui.corchete)
    if aqui.mapa.texto.startswith("...", aqui.posicion):
        return otro_documento(aqui.mapa, aqui.posicion)
    renglon = aqui.renglon(aqui.posicion)
    valor = hasta_donde_acaba(aqui.mapa, aqui.posicion)
    if aqui.corchete is None and renglon.valor == valor and len(valor) > 1:
        return signo_inicial(Tropiezo(aqui.mapa, aqui.posicion, aqui.posicion, None))
    if enlace := re.fullmatch(r"\[[^\]]*\]\((\S+)\)", renglon.valor):
        return aqui.en(
            CORCHETES,
            aqui.posicion,
            1,
            "un enlace se escribe aquí sin el nombre entre corchetes",
            f"deje solo la dirección: {renglon.con_valor(enlace[1])}",
        )
    if otro := _otro_campo(aqui):
        return otro
    entero = f": {renglon.con_valor(citado(renglon.valor))}" if renglon.valor else ""
    return aqui.en(
        CORCHETES,
        aqui.posicion,
        1,
        f"aquí sobra «{aqui.signo}»",
        f"{_sin_lo_que_sobra(aqui, renglon)}; si es parte de un texto, escriba el texto entero "
        f"entre comillas{entero}",
    )


def _otro_campo(aqui: Tropiezo) -> Diagnostico | None:
    """Si lo que hay detrás de una lista o una ficha cerradas es un campo que va en otra línea."""
    detras = hasta_donde_acaba(aqui.mapa, aqui.posicion)
    otro = re.match(r"[.,;]?\s*(\w[\w.-]*) *:(?: |$)", detras)
    if aqui.corchete is not None or otro is None:
        return None
    return aqui.en(
        CORCHETES,
        aqui.posicion + otro.start(1),
        len(otro[1]),
        f"«{otro[1]}» empieza detrás de lo que ya se cerró, y cada campo va en su línea",
        f"páselo a la línea siguiente: {breve(detras[otro.start(1) :])}",
    )


def _sin_lo_que_sobra(aqui: Tropiezo, renglon: Renglon) -> str:
    """Cómo queda una lista o una ficha sin lo que hay detrás de cerrarla, o sin su coma de más."""
    comienzo = aqui.mapa.comienzo_de_linea(renglon.numero)
    antes = renglon.texto[renglon.columna : aqui.posicion - comienzo].rstrip()
    detras = renglon.texto[aqui.posicion - comienzo + 1 :].strip()
    resto = hasta_donde_acaba(aqui.mapa, aqui.posicion).strip(" .,;[]{}")
    va_detras = aqui.corchete is None and antes.endswith(_CIERRAN)
    if va_detras and resto and aqui.signo not in _CIERRAN:
        # Puede ser otro de los elementos: borrarlo lo perdería.
        dentro = f"{antes[:-1]}, {resto}]"
        cual = f": {dentro}" if antes[-1] == "]" and len(dentro) <= LARGA else ""
        return f"si es parte de lo que se cierra, va dentro{cual}; si no, bórrelo"
    if aqui.signo == "," and detras:
        previo = antes.rstrip(",")
        previo += ", " if previo and not previo.endswith(_ABREN) else ""
        return f"bórrela; escriba: {previo}{detras}"
    if aqui.corchete is None and renglon.valor.startswith(_ABREN) and len(antes) <= LARGA:
        return f"bórrelo; escriba: {antes}"
    return "bórrelo"


def corchete_abierto(aqui: Tropiezo) -> Diagnostico:
    """Un corchete o una llave que no se cierra, se cierra con otro o al que le falta una coma."""
    abre = aqui.mapa.texto[aqui.contexto : aqui.contexto + 1]
    cierre = _ABRE_Y_CIERRA.get(abre, "]")
    if aqui.signo in _ABRE_Y_CIERRA.values():
        return aqui.en(
            CORCHETES,
            aqui.posicion,
            1,
            f"lo que se abre con «{abre}» no se cierra con «{aqui.signo}»",
            f"escriba «{cierre}» en su lugar",
        )
    detras = hasta_donde_acaba(aqui.mapa, aqui.posicion)
    esta_en_su_linea = (
        aqui.renglon(aqui.posicion).numero == aqui.renglon(aqui.contexto).numero
        and cierre in detras
    )
    if not esta_en_su_linea:
        return _sin_cerrar(aqui, aqui.contexto)
    if aqui.signo == ":":
        mensaje = "aquí hay dos puntos de más, o falta una coma antes"
    else:
        mensaje = "aquí falta una coma, o unas comillas que abarquen el texto entero"
    con_coma = _con_la_coma(aqui)
    return aqui.en(
        CORCHETES,
        aqui.posicion,
        1,
        mensaje,
        f"{con_coma}; un texto con dos puntos, comas o comillas va entero entre comillas",
    )


def _con_la_coma(aqui: Tropiezo) -> str:
    renglon = aqui.renglon(aqui.posicion)
    aqui_mismo = aqui.posicion - aqui.mapa.comienzo_de_linea(renglon.numero)
    antes, detras = renglon.texto[renglon.columna : aqui_mismo], renglon.texto[aqui_mismo:]
    # Ante unos dos puntos, la coma va delante del campo que los lleva.
    partes = re.fullmatch(r"(.*\S)\s+(\S+)", antes) if aqui.signo == ":" else None
    previo, siguiente = partes.groups() if partes else (antes.rstrip(), "")
    con_sus_puntos = re.fullmatch(r"([^,\]}]+)(.*)", detras) if previo.endswith(":") else None
    if con_sus_puntos:  # {titulo: Nota: uno}
        texto, resto = con_sus_puntos.groups()
        entera = f"{previo} {citado(siguiente + texto)}{resto}"
        si_falta = "escriba"
    else:
        entera, si_falta = f"{previo}, {siguiente}{detras}", "si falta la coma, escriba"
    if len(entera) > LARGA:
        return 'separe los elementos con comas: [B1, B8], {id: B8, cita: "…"}'
    return f"{si_falta}: {entera}"


def _sin_cerrar(aqui: Tropiezo, donde: int) -> Diagnostico:
    abre = aqui.mapa.texto[donde : donde + 1]
    que, cierre_de = ("la llave", "ciérrela") if abre == "{" else ("el corchete", "ciérrelo")
    cierre = _ABRE_Y_CIERRA.get(abre, "]")
    escrito = hasta_donde_acaba(aqui.mapa, donde).rstrip(",) ")
    renglon = aqui.renglon(donde)
    ayuda = f"{cierre_de} con «{cierre}» detrás de su último elemento"
    if len(escrito) > 1:
        ayuda += f": {renglon.con_valor(breve(escrito) + cierre)}"
    return aqui.en(
        CORCHETES,
        donde,
        1,
        f"{que} que se abre aquí no se cierra",
        f"{ayuda}; si ocupa varias líneas, todas acaban en coma; si es un texto, va entre comillas",
    )


def tras_una_lista_vacia(aqui: Tropiezo) -> Diagnostico | None:
    """Los elementos que se añadieron debajo de una lista sin borrar su «[]»."""
    renglon = aqui.renglon(aqui.posicion)
    previo = next(anteriores(aqui.mapa, renglon.numero), None)
    if previo is None or previo.valor not in ("[]", "{}") or renglon.columna <= previo.columna:
        return None
    return aqui.en_renglon(
        CORCHETES,
        previo,
        previo.texto.index(previo.valor, previo.columna),
        2,
        f"«{previo.valor}» dice que «{previo.campo}» está vacío, y debajo hay más",
        f"bórrelo; escriba: {previo.campo}:",
    )
