"""Líneas desalineadas, y dos puntos o guiones donde no van: L111 y L114."""

import re
from collections.abc import Sequence

from camctl.castellano import entre_comillas, enumerar
from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.claves import COMO_ES_UN_CAMPO
from camctl.lectura.comillas import tras_las_comillas
from camctl.lectura.corchetes import LARGA, de_mas, tras_una_lista_vacia
from camctl.lectura.escrito import escrito
from camctl.lectura.lineas import SIN_DOS_PUNTOS, linea_mal_hecha, no_es_campo_y_valor
from camctl.lectura.renglon import Renglon, anteriores, breve, citado, con_espacios, donde_va
from camctl.lectura.signos import SIGNO_INICIAL
from camctl.lectura.tropiezo import Tropiezo

DOS_PUNTOS = Regla(
    "L111",
    Gravedad.ERROR,
    """Sobran unos dos puntos, o falta ponerlos entre comillas.

    Dos puntos seguidos de espacio separan un campo de su valor. Dentro de un texto obligan a
    escribirlo entero entre comillas.
    """,
)

SANGRIA = Regla(
    "L114",
    Gravedad.ERROR,
    """Una línea no está alineada con las de su ficha.

    Los campos de un mismo registro empiezan todos en la misma columna, y los guiones de una misma
    lista, también.
    """,
)


def dos_puntos(aqui: Tropiezo) -> Diagnostico:
    """Unos dos puntos que no pueden estar donde están."""
    inicio, _ = aqui.previo or (aqui.posicion, aqui.posicion)
    renglon = aqui.renglon(aqui.posicion)
    primero = aqui.renglon(inicio)
    if primero.numero == renglon.numero:
        return _dos_puntos_de_mas(aqui, renglon)
    # El texto viene de más arriba: o su línea está mal, o esta.
    if mal := linea_mal_hecha(aqui.mapa, primero):
        return mal
    if inicio == aqui.mapa.comienzo_de_linea(primero.numero) + primero.columna:
        return no_es_campo_y_valor(aqui, primero)
    if renglon.guiones:
        return _elemento_inesperado(aqui, renglon, primero)
    if renglon.campo:
        return _con_mas_sangria(aqui, renglon)
    return _dos_puntos_de_mas(aqui, renglon, primero)


def _dos_puntos_de_mas(
    aqui: Tropiezo, renglon: Renglon, primero: Renglon | None = None
) -> Diagnostico:
    if primero is not None:
        campo = f"{primero.campo}: >-" if primero.campo else ">-"
        remedio = f"escriba «{campo}» y, debajo, el texto entero con más sangría"
    elif renglon.valor:
        remedio = f"escriba: {renglon.con_valor(citado(renglon.valor))}"
    else:
        remedio = "escriba el texto entero entre comillas"
    return aqui.en(
        DOS_PUNTOS,
        aqui.posicion,
        1,
        "aquí hay dos puntos de más",
        f"si son parte del texto, {remedio}",
    )


def falta_la_sangria(campos: Sequence[str], con_que_se_alinean: str) -> tuple[str, str]:
    """Qué decir de unos `campos` que perdieron su sangría, y cómo dársela."""
    cuales = enumerar([entre_comillas(uno) for uno in campos])
    if len(campos) > 1:
        return f"a {cuales} les falta la sangría", f"escríbalos {con_que_se_alinean}"
    return f"a {cuales} le falta la sangría", f"escríbalo {con_que_se_alinean}"


def falta_el_nombre(seccion: str, que_es: str) -> tuple[str, str]:
    """Qué decir de lo que no tiene encima el nombre de su `seccion`, que es una lista o ficha."""
    return (
        f"encima de esta línea falta «{seccion}:», que es la {que_es} en que está",
        f"escriba en la línea de encima, sin espacios delante: {seccion}:",
    )


def con_que_se_alinea(sangria: int, campo: str, linea: int) -> str:
    """«con 4 espacios delante, como «id», de la línea 3»; sin `campo`, solo los espacios."""
    espacios = con_espacios(sangria)
    return f"{espacios}, como {entre_comillas(campo)}, de la línea {linea}" if campo else espacios


def _con_mas_sangria(aqui: Tropiezo, renglon: Renglon) -> Diagnostico:
    previo = next(anteriores(aqui.mapa, renglon.numero), None)
    # En la primera columna solo van las secciones, y ninguna es un texto.
    if previo and previo.valor and not previo.columna:
        return aqui.en_renglon(
            SANGRIA,
            renglon,
            renglon.columna,
            len(renglon.campo),
            f"«{renglon.campo}» es un campo de «{previo.campo}», que lleva ya un texto detrás",
            f"borre el texto de la línea {previo.numero}; escriba: {previo.campo}:",
        )
    remedio = donde_va(aqui.mapa, renglon) or "alinéela con el campo de arriba"
    if es_el_de_arriba := _el_que_no_la_tiene(aqui, renglon):
        remedio = f"{es_el_de_arriba}; si no, {remedio}"
    return aqui.en_renglon(
        SANGRIA,
        renglon,
        renglon.columna,
        len(renglon.campo),
        f"«{renglon.campo}» tiene más sangría que los demás campos de su ficha",
        f"{remedio}; si es parte del texto de arriba, escriba ese texto entero entre comillas",
    )


def _el_que_no_la_tiene(aqui: Tropiezo, renglon: Renglon) -> str:
    """Qué hacer si la sangría le falta al campo de encima; nada si no hay con qué alinearlo."""
    encima, *previos = [*anteriores(aqui.mapa, renglon.numero)][:2]
    if not previos or not encima.campo or encima.guiones or not previos[0].campo:
        return ""
    (modelo,) = previos
    if modelo.columna != renglon.columna:
        return ""
    como = con_que_se_alinea(modelo.columna, modelo.campo, modelo.numero)
    return (
        f"si a «{encima.campo}», de la línea {encima.numero}, le falta la sangría, escríbalo {como}"
    )


def _elemento_inesperado(aqui: Tropiezo, renglon: Renglon, primero: Renglon) -> Diagnostico:
    return aqui.en_renglon(
        SANGRIA,
        renglon,
        renglon.sangria,
        1,
        "aquí empieza un elemento de una lista, y encima no hay ninguna lista abierta",
        f"{donde_va(aqui.mapa, renglon) or 'alinee el guion con los de su lista'}; "
        f"revise también la sangría de la línea {primero.numero}",
    )


def pegado_en_corchetes(aqui: Tropiezo) -> Diagnostico:
    """Unos dos puntos sin espacio detrás, entre corchetes."""
    return aqui.en(
        DOS_PUNTOS,
        aqui.posicion,
        1,
        "detrás de estos dos puntos falta un espacio con su valor",
        f"si son parte de un texto, escríbalo entre comillas: {citado(aqui.valor(aqui.contexto))}",
    )


def guion_a_destiempo(aqui: Tropiezo) -> Diagnostico:
    """Un guion detrás del nombre de un campo."""
    if antes := tras_las_comillas(aqui):
        return antes
    valor = aqui.valor(aqui.posicion)
    if valor == "-":
        mensaje = "un guion a solas no es un valor"
        ayuda = "si no hay nada que poner, borre el guion"
    else:
        mensaje = "un guion no puede ir en la misma línea que el nombre del campo"
        ayuda = (
            f"si es una lista, {_como_lista(aqui.renglon(aqui.posicion), valor)}; "
            f"si es un texto, escriba: {aqui.renglon(aqui.posicion).citando(valor)}"
        )
    return aqui.en(SIGNO_INICIAL, aqui.posicion, 1, mensaje, ayuda)


def _como_lista(renglon: Renglon, valor: str) -> str:
    elementos = re.split(r"(?:^|\s)-\s+", valor)[1:]
    lista = f"[{', '.join(map(escrito, elementos))}]"
    if not renglon.campo or len(lista) > LARGA or any(": " in uno for uno in elementos):
        return "escriba cada elemento en su propia línea, debajo y con más sangría"
    return f"escriba: {renglon.campo}: {lista}"


def alineacion(aqui: Tropiezo) -> Diagnostico:
    """Una línea que no encaja en la ficha ni en la lista en que está."""
    if antes := tras_las_comillas(aqui) or tras_una_lista_vacia(aqui):
        return antes
    renglon = aqui.renglon(aqui.posicion)
    columna = aqui.mapa.lugar(aqui.posicion, aqui.posicion).columna - 1
    # Un signo con algo detrás puede ser de un texto que perdió su sangría.
    if renglon.texto[:columna].strip() or renglon.contenido in (",", "]", "}"):
        return de_mas(aqui)
    if mal := linea_mal_hecha(aqui.mapa, renglon):
        return mal
    if sobra := _guion_de_mas(aqui, renglon):
        return sobra
    if aqui.signo == ":":
        return aqui.en(
            SIN_DOS_PUNTOS,
            aqui.posicion,
            1,
            "falta el nombre del campo delante de los dos puntos",
            COMO_ES_UN_CAMPO,
        )
    return aqui.en(
        SANGRIA,
        aqui.posicion,
        len(renglon.texto) - columna,
        "esta línea no está alineada con las de su ficha o su lista",
        donde_va(aqui.mapa, renglon)
        or "los campos de un registro empiezan en la misma columna, y los guiones de una lista, "
        "también",
    )


def _guion_de_mas(aqui: Tropiezo, renglon: Renglon) -> Diagnostico | None:
    """Un guion delante de un campo del registro de arriba, o dos delante de uno nuevo."""
    previos = list(anteriores(aqui.mapa, renglon.numero))
    if previos and previos[0].guiones.count("-") > 1 and previos[0].campo and renglon.campo:
        doble = previos[0]
        return aqui.en_renglon(
            SANGRIA,
            doble,
            doble.sangria,
            len(doble.guiones),
            f"sobra un guion delante de «{doble.campo}»",
            f"escriba uno solo: - {breve(doble.contenido)}",
        )
    primeros = {previo.campo for previo in previos if previo.guiones}
    if not renglon.guiones or not renglon.campo or not previos or renglon.campo in primeros:
        return None
    if not renglon.sangria or previos[0].columna != renglon.sangria:
        return None
    return aqui.en_renglon(
        SANGRIA,
        renglon,
        renglon.sangria,
        1,
        f"sobra el guion: delante de «{renglon.campo}» no empieza otro registro",
        f"si es un campo del registro de arriba, escriba: {breve(renglon.contenido)}; "
        "si empieza otro, alinee su guion con los de los demás",
    )
