"""Lo que se quiso escribir donde lo escrito no vale; aparte, porque casi nunca hace falta.

Una enmienda es segura si lo escrito no se puede leer de otro modo: las seguras las hace
`camctl corregir` sin preguntar. Las razones están en `docs/decisiones/0012-enmiendas.md`.
"""

import re
from collections.abc import Sequence
from typing import Final

from camctl.castellano import DIAS_DE_LA_SEMANA
from camctl.comparacion import Sugerencias, plegar, plegar_id
from camctl.modelo.descuidos import hora, llano, parrafos
from camctl.modelo.errores import Enmienda
from camctl.modelo.fecha import DIA_DE_LA_SEMANA, DIA_PRIMERO, Fecha, interpretar

_COMILLAS: Final = " \t\n'\"`´‘’“”«»"
# «10:00», «10.00», «10h00», «10 h», «10:00 hrs.», «9 a. m.»
_UNA_HORA: Final = (
    r"([0-9]{1,2})(?: ?(?:[:.]|h\.?:?) ?([0-9]{2}))?"
    r"(?: ?(h|hs|hrs?|horas)\.?)?(?: ?([ap])\.? ?m\.?)?"
)
_LARGO_DE_UNA_HORA: Final = 60
_HORAS: Final = rf"(?:de )?(?:las? )?{_UNA_HORA}(?:(?: ?- ?| a | hasta )(?:las? )?{_UNA_HORA})?"
_RAYAS: Final = r"[‐‑‒–—−]"
_PARRAFOS: Final = r"[0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*"
_UN_ID: Final = r"[^\W_](?:[\w.-]*[^\W_])?"
# Lo que acompaña al tipo o al estado de una actividad sin cambiarlo: «sesión informal».
_SOBRAN: Final = frozenset({"sesion", "actividad"})


def enmendar_fecha(texto: str) -> tuple[Enmienda, str] | None:
    """La fecha que dice `texto` y qué se le dice a quien la escribió; nada si no dice ninguna.

    En «3/4/2030» el día va primero, como en español; pero quien venga de una hoja de cálculo en
    inglés pudo querer decir el 4 de marzo, y eso lo ha de mirar una persona.
    """
    texto = plegar(texto.strip(_COMILLAS))
    leida = next(iter(interpretar(texto)), None)
    if leida is None:
        return None
    dudosa = Enmienda(str(leida), segura=False)
    dia = re.match(DIA_DE_LA_SEMANA, texto)
    if dia and leida.es_dia and not _cae_en(leida, dia[1]):
        que_dia = f"el {leida.en_palabras} es {_dia_de(leida)}, y no {_con_tilde(dia[1])}"
        return dudosa, f"escriba: {leida}; pero compruebe el día: {que_dia}"
    otra = _con_el_mes_primero(texto)
    if otra and not (dia and not _cae_en(otra, dia[1])):
        cual = f"{leida} si es el {leida.en_palabras}, o {otra} si es el {otra.en_palabras}"
        return dudosa, f"escriba: {cual}"
    return Enmienda(str(leida)), f"escriba: {leida}"


def _con_el_mes_primero(texto: str) -> Fecha | None:
    """La fecha que leería quien escribe el mes delante, si es otra."""
    partes = re.fullmatch(DIA_PRIMERO, re.sub(DIA_DE_LA_SEMANA, "", texto))
    if not partes or int(partes[1]) > 12 or int(partes[1]) == int(partes[2]):
        return None
    return Fecha.de_partes(int(partes[3]), int(partes[1]), int(partes[2]))


def _cae_en(fecha: Fecha, dia: str) -> bool:
    return plegar(_dia_de(fecha)) == dia


def _dia_de(fecha: Fecha) -> str:
    return DIAS_DE_LA_SEMANA[fecha.inicio.weekday()]


def _con_tilde(dia: str) -> str:
    return next(uno for uno in DIAS_DE_LA_SEMANA if plegar(uno) == dia)


def enmendar_hora(texto: str) -> Enmienda | None:
    """La hora, o las dos, que dice `texto` de otra manera: «10h00», «de 10.00 a 13.00 h»."""
    limpio = re.sub(_RAYAS, "-", plegar(texto.strip(_COMILLAS)))
    partes = re.fullmatch(_HORAS, limpio) if len(limpio) <= _LARGO_DE_UNA_HORA else None
    if not partes:
        return None
    una, otra = partes.groups("")[:4], partes.groups("")[4:]
    horas = [una, otra] if otra[0] else [una]
    # «De 10:00 a 1:00 p. m.» no dice de qué mitad del día es la primera.
    if not all(_esta_clara(*suya) for suya in horas) or len({bool(h[3]) for h in horas}) > 1:
        return None
    valor = next((propuesta.valor.strip('"') for propuesta in hora(texto)), "")
    empieza, _, acaba = valor.partition("-")
    return Enmienda(valor, segura=not acaba or empieza < acaba) if valor else None


def _esta_clara(numero: str, minutos: str, sufijo: str, mitad: str) -> bool:
    """Si es una hora, y no se puede leer de otro modo."""
    # Las doce «a. m.» son para unos la medianoche y para otros el mediodía.
    return 1 <= int(numero) <= 11 if mitad else bool(minutos or sufijo)


def enmendar_parrafos(texto: str) -> Enmienda | None:
    """Los párrafos que dice `texto` de otra manera: «1 a 3», «párrafos 1, 4–6 y 9»."""
    valor = next((una.valor.strip('"') for una in parrafos(texto)), "")
    if not re.fullmatch(_PARRAFOS, valor):
        return None
    # «1/3» no se sabe si son dos o tres, y «01-mar» lo escribió Excel.
    return Enmienda(valor, segura=not re.search("/|[0-9]-[a-z]", llano(texto)))


def enmendar_vocablo(texto: str, vocabulario: Sequence[str]) -> Enmienda | None:
    """La palabra de `vocabulario` que dice `texto`: «Por confirmar», «Sesión formal», «formla».

    Ninguna si dice varias, o nada que se les parezca.
    """
    por_forma = {plegar_id(vocablo): vocablo for vocablo in vocabulario}
    limpio = texto.strip(_COMILLAS)
    if igual := por_forma.get(plegar_id(limpio)):
        return Enmienda(igual)
    palabras = [plegar_id(palabra) for palabra in limpio.split()]
    dichas = {por_forma[palabra] for palabra in palabras if palabra in por_forma}
    if len(dichas) == 1:
        otras = {palabra for palabra in palabras if palabra not in por_forma}
        return Enmienda(dichas.pop(), segura=otras <= _SOBRAN)
    parecidas = [] if dichas else Sugerencias(vocabulario).para(limpio, cuantas=1)
    return Enmienda(parecidas[0], segura=False) if parecidas else None


def enmendar_lista(texto: str) -> Enmienda | None:
    """La lista que se quiso escribir, si cada parte de `texto` puede ser un ID: «B1, B8».

    Con una palabra corriente, «ninguno», no se sabe si se quiso escribir una lista.
    """
    partes = [parte.strip() for parte in texto.split(",")]
    if not all(re.fullmatch(_UN_ID, parte) for parte in partes):
        return None
    return Enmienda(partes, segura=all(map(_es_de_siglas, partes)))


def _es_de_siglas(texto: str) -> bool:
    return any(letra.isdigit() for letra in texto) or sum(map(str.isupper, texto)) > 1
