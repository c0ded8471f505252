"""Lo que alguien quiso escribir en un campo que se escribe de una sola manera.

Nada de esto vale como dato: sirve para que el error diga exactamente qué poner en su lugar.
"""

import re
from datetime import date, timedelta
from typing import Final

from camctl.comparacion import plegar, sin_blancos_de_mas
from camctl.invisibles import CLASE as INVISIBLES
from camctl.modelo.errores import Propuesta
from camctl.modelo.fecha import Fecha, interpretar, numero_de_mes

_LARGO: Final = 80  # lo que pase de aquí no es un valor mal escrito: es otra cosa
_LARGA_DIRECCION: Final = 300
_RAYAS: Final = str.maketrans("‐‑‒–—−", "------")
_COMILLAS: Final = "\"'“”‘’„«»`´"

# Lo que se escribe en una casilla para no dejarla vacía, como se compara: sin tildes.
NADA: Final = frozenset(
    {
        *("tbd", "tba", "tbc", "t.b.d", "n/a", "n.a", "na", "n/d", "nd", "s/d", "s/n", "s/f"),
        *("null", "none", "pdte", "pendiente", "pendiente de definir"),
        *("pendiente de confirmar", "pendiente de confirmacion", "pendiente de fecha"),
        *("ninguno", "ninguna", "ningun", "nada", "vacio", "desconocido", "desconocida"),
        *("no aplica", "no consta", "no hay", "no se sabe", "no disponible", "no definido"),
        *("sin dato", "sin datos", "sin informacion", "sin fecha", "a la espera", "en espera"),
        *(
            f"{antes} {verbo}"
            for antes in ("por", "a", "sin")
            for verbo in (
                *("definir", "determinar", "confirmar", "designar", "fijar", "decidir"),
                *("anunciar", "completar", "precisar", "asignar", "acordar"),
            )
        ),
    }
)
COMIENZO: Final = 4
_COMIENZOS: Final = frozenset(
    frase[:hasta] for frase in (*NADA, "x" * COMIENZO) for hasta in range(COMIENZO + 1)
)


def llano(texto: str) -> str:
    """`texto` sin mayúsculas ni tildes, con guiones corrientes y sin lo que lo rodea o lo acaba."""
    texto = plegar(texto.translate(_RAYAS)).strip(_COMILLAS + " ")
    if texto.startswith("(") and texto.endswith(")"):
        texto = texto[1:-1]
    return texto.strip() if set(texto) <= {"."} else texto.strip(" .,;")


def no_dice_nada(texto: str) -> bool:
    """Si `texto` solo dice que falta algo: «TBD», «por definir», «n/a», «…»."""
    if len(texto) > _LARGO:
        return False
    dicho = llano(texto)
    return dicho in NADA or dicho == "~" or bool(re.fullmatch(r"x{2,}|\.{2,}|\?+|-+|_+", dicho))


def puede_no_decir_nada(comienzo: str) -> bool:
    """Si puede no decir nada un texto cuyas primeras letras, hasta `COMIENZO`, son `comienzo`.

    De miles de textos, se sabe mucho antes que si lo dice cada uno: casi todos empiezan igual.
    """
    letras = plegar(comienzo.translate(_RAYAS)).strip(_COMILLAS + " .,;()?-_~")
    return letras[:COMIENZO] in _COMIENZOS


# Fechas


_CON_HORA: Final = r"(.*[0-9])(?:,? a las |,? |t)([0-9]{1,2}:[0-9]{2})(?::[0-9]{2})?z?"
_DESDE: Final = r"^(?:(?:la )?semana )?(?:desde el |del? |entre el )"
_HASTA: Final = r" al? | hasta el | y el | y |-"
_MAS_O_MENOS: Final = (
    r"(?:a )?(?:(?:principios|comienzos|inicios|mediados|finales|fines)"
    r"|(?:(?:primera|segunda|tercera|cuarta|ultima) (?:semana|quincena))"
    r"|(?:la )?semana del (?:lunes )?[0-9]{1,2}) de (.+)"
)
_ANIO_CORTO: Final = r"(.*[a-z](?:[/.-]| de | )|[0-9]{1,2}[/.-][0-9]{1,2}[/.-])([0-9]{2})"
_CASI_ISO: Final = r"([0-9o]{4})[-, ]?([0-9o]{2})(?:[- ]?([0-9o]{2}))?"
_DOS_NUMEROS: Final = r"^([0-9]{1,2})([/.-])([0-9]{1,2})\b"
# Excel cuenta los días desde el 30 de diciembre de 1899; estos son de 2000 a 2099.
_CERO_DE_EXCEL: Final = date(1899, 12, 30)
_DIAS_DE_EXCEL: Final = range(36_526, 73_051)


def fechas(texto: str) -> list[Propuesta]:
    """Cómo se escriben en el plan las fechas que `texto` puede querer decir."""
    if len(texto) > _LARGO:
        return []
    texto = re.sub(r" ?([/-]) ?", r"\1", llano(texto))
    return _de_una_fecha(texto) or _con_hora(texto) or _de_varios_dias(texto)


def _de_una_fecha(texto: str) -> list[Propuesta]:
    texto = re.sub(r" ?\([^)]*\)$", "", texto)
    primera = _fecha(texto)
    if primera is None:
        return []
    # En inglés el mes va delante del día.
    otra = _fecha(re.sub(_DOS_NUMEROS, r"\3\2\1", texto, count=1))
    if otra in (None, primera):
        return [Propuesta(str(primera))]
    return [Propuesta(str(una), en_palabras=una.en_palabras) for una in (primera, otra) if una]


def _fecha(texto: str) -> Fecha | None:
    if aproximada := re.fullmatch(_MAS_O_MENOS, texto):
        texto = aproximada[1]
    if re.fullmatch("[0-9]{5}", texto) and int(texto) in _DIAS_DE_EXCEL:
        dia = _CERO_DE_EXCEL + timedelta(int(texto))
        return Fecha(dia, dia)
    intentos = [texto]
    if corta := re.fullmatch(_ANIO_CORTO, texto):
        intentos.append(f"{corta[1]}20{corta[2]}")
    if casi := re.fullmatch(_CASI_ISO, texto):
        intentos.append("-".join(parte.replace("o", "0") for parte in casi.groups() if parte))
    halladas = (fecha for intento in intentos for fecha in interpretar(intento))
    return next(halladas, None)


def _con_hora(texto: str) -> list[Propuesta]:
    partes = re.fullmatch(_CON_HORA, texto)
    propuestas = _de_una_fecha(partes[1]) if partes else []
    escrita = _hora(partes[2]) if partes else ""
    # La que Excel pone por su cuenta no es de nadie.
    aparte = f"hora: {escrita}" if escrita not in ("", '"00:00"') else ""
    return [una._replace(aparte=aparte) for una in propuestas]


def _de_varios_dias(texto: str) -> list[Propuesta]:
    texto = re.sub(_DESDE, "", texto)
    for separa in re.finditer(_HASTA, texto):
        hasta = _fecha(texto[separa.end() :])
        desde = hasta and _fecha_a_medias(texto[: separa.start()], hasta)
        if hasta and desde and desde.inicio < hasta.inicio:
            return [Propuesta(str(desde), aparte=f"hasta: {hasta}")]
    return []


def _fecha_a_medias(texto: str, hasta: Fecha) -> Fecha | None:
    """La fecha de `texto`, que puede callar el mes y el año porque los dice la otra."""
    anio, mes = hasta.mes
    if re.fullmatch("[0-9]{1,2}", texto):
        return _fecha(f"{texto}/{mes}/{anio}")
    return _fecha(texto) or _fecha(f"{texto} de {anio}")


# Horas


_UNA_HORA: Final = r"([0-9]{1,2})(?: ?(?:h\.?:?|[:.,])? ?([0-9]{2})(?::[0-9]{2})?)?"
_SUFIJO: Final = r" ?(?:h|hs|hrs?|horas?)?\.?(?: ?([ap])\.? ?m)?\.? ?(?:h|hs|hrs?|horas?)?\.?"
_HORA: Final = (
    rf"(?:de |desde )?(?:las? )?{_UNA_HORA}{_SUFIJO}"
    rf"(?: ?(?:-|/|al?|hasta) ?(?:las? )?{_UNA_HORA}{_SUFIJO})?"
)
_DE_LA_TARDE: Final = r" de la (?:tarde|noche)"
_DE_LA_MANANA: Final = r" de la manana"


def hora(texto: str) -> list[Propuesta]:
    """Cómo se escribe en el plan la hora que `texto` quiere decir: `"10:00-13:00"`."""
    return _unica(_hora(texto) if len(texto) <= _LARGO else "")


def _unica(valor: str) -> list[Propuesta]:
    return [Propuesta(valor)] if valor else []


def _hora(texto: str) -> str:
    texto = re.sub(_DE_LA_TARDE, " pm", re.sub(_DE_LA_MANANA, " am", llano(texto)))
    partes = re.fullmatch(_HORA, re.sub(r" ?\([^)]*\)$", "", texto))
    if not partes:
        return ""
    una, minutos, mitad, otra, otros_minutos, otra_mitad = partes.groups()
    horas = [_en_24(una, minutos, mitad or (otra_mitad if otra else None))]
    if otra:
        horas.append(_en_24(otra, otros_minutos, otra_mitad))
        # «de 10 a 1 pm»: la primera es de la mañana, si no acabaría antes de empezar.
        if not mitad and horas[0] >= horas[1]:
            horas[0] = _en_24(una, minutos, None)
    return f'"{"-".join(horas)}"' if all(horas) else ""


def _en_24(hora_: str, minutos: str | None, mitad: str | None) -> str:
    numero = int(hora_)
    if mitad and not 1 <= numero <= 12:
        mitad = None
    if mitad:
        numero = numero % 12 + (12 if mitad == "p" else 0)
    return f"{numero:02}:{minutos or '00'}" if numero < 24 and int(minutos or 0) < 60 else ""


# Lo demás que se escribe de una sola manera


def periodo(texto: str) -> list[Propuesta]:
    """El periodo que `texto` quiere decir: «2030/31», «marzo de 2030 a mayo de 2031»."""
    if len(texto) > _LARGO:
        return []
    texto = llano(texto)
    anios = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", texto)
    if len(anios) == 1 and (corto := re.search(r"[0-9]{4} ?[-/] ?([0-9]{2})$", texto)):
        anios.append(anios[0][:2] + corto[1])
    return _unica("-".join(sorted(set(anios))) if len(anios) <= 2 else "")


def instante(texto: str) -> list[Propuesta]:
    """El día, y la hora si la dice, que `texto` quiere decir: «11/2/2030 10:30»."""
    propuestas = [
        una
        for una in fechas(texto)
        if len(una.valor) > len("2030-02") and "hasta" not in una.aparte
    ]
    horas = [una.aparte.removeprefix("hora: ").strip('"') for una in propuestas]
    return [
        una._replace(valor=f"{una.valor}T{hora_}" if hora_ else una.valor, aparte="")
        for una, hora_ in zip(propuestas, horas, strict=True)
    ]


_SI: Final = {"verdadero", "cierto", "x", "1", "yes", "y", "s", "v", "ok", "hecho", "ya"}
_NO: Final = {"falso", "0", "n", "f", "todavia no", "aun no"}


def si_o_no(texto: str) -> list[Propuesta]:
    """El sí o no que `texto` quiere decir: «FALSO», «x»."""
    dicho = llano(texto) if len(texto) <= _LARGO else ""
    return _unica("sí" if dicho in _SI else "no" if dicho in _NO else "")


_PALABRAS_DE_PARRAFOS: Final = (
    r"\b(?:parrafos?|parrs?|pp?|resolutivos?|numeros?|nros?|los|del|desde|el)\b\.?"
)


def parrafos(texto: str) -> list[Propuesta]:
    """Los párrafos que `texto` quiere decir: «del 26 al 33 y 40» → `26-33, 40`."""
    if len(texto) > _LARGO:
        return []
    texto = llano(texto)
    # Excel toma «1-3» por una fecha, y lo que se copia de él es «01-mar».
    if como_fecha := re.fullmatch(r"0?([0-9]{1,2})[-/]([a-z]{3})[a-z]*\.?", texto):
        mes = numero_de_mes(como_fecha[2])
        return _unica(f"{como_fecha[1]}-{mes}" if mes else "")
    texto = re.sub(_PALABRAS_DE_PARRAFOS, " ", texto)
    texto = re.sub(r"\s*(?:-|\bal?\b|\bhasta\b)\s*", "-", texto)
    texto = re.sub(r"\s*(?:[,;/+&]|\by\b)\s*", ", ", texto).strip()
    # Entre llaves, la coma separaría dos campos.
    return _unica(f'"{texto}"' if "," in texto else texto)


def enlace(texto: str) -> list[Propuesta]:
    """La dirección que `texto` quiere decir: «www.ejemplo.org» → `https://www.ejemplo.org`."""
    texto = texto.strip(_COMILLAS + " <>.,;") if len(texto) <= _LARGA_DIRECCION else ""
    sin_esquema = re.sub(r"^(?:h[tps]{2,5})?:?/{0,3}", "", texto, flags=re.IGNORECASE)
    es_de_la_web = re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)", sin_esquema)
    return _unica(f"https://{sin_esquema}" if es_de_la_web else "")


_CON_PUNTOS: Final = re.compile(r"(?:[^\W_]\.)+[^\W_]?")
_RESOLUCION: Final = re.compile(r"([A-Z]{2,})/[^0-9]*([0-9]+)\b.*")
_AL_REVES: Final = re.compile("([0-9]+)([A-Za-z])")
_PALABRA: Final = re.compile(r"[^\s():;,]+")
_NUMERADO: Final = re.compile("[A-Za-z]{1,5}[.-]?[0-9]{1,5}")


def identificador(texto: str) -> list[Propuesta]:
    """Un ID con guiones y espacios corrientes y sin lo que le sobra: «ACT–3.» → `ACT-3`.

    Si lleva algo más, también lo que de él puede ser el ID, lo más probable primero:
    «Instituto de Lectura (ILI)» → `ILI`; «Objetivo B8» → `B8`.
    """
    if len(texto) > _LARGO:
        return []
    texto = sin_blancos_de_mas(re.sub(f"[{INVISIBLES}]", "", texto))
    texto = re.sub(" ?- ?", "-", texto.translate(_RAYAS))
    limpio = texto.strip(_COMILLAS + " .,;:()-")
    posibles = [limpio]
    if _CON_PUNTOS.fullmatch(limpio):
        posibles.insert(0, limpio.replace(".", ""))
    if al_reves := _AL_REVES.fullmatch(limpio):
        posibles.append(f"{al_reves[2]}{al_reves[1]}")
    if resolucion := _RESOLUCION.fullmatch(limpio):
        posibles.append(f"{resolucion[1]}-{resolucion[2]}")
    palabras = (una.strip(_COMILLAS + ".-") for una in _PALABRA.findall(texto))
    posibles += [una for una in palabras if una.isupper() or _NUMERADO.fullmatch(una)]
    return [Propuesta(uno) for uno in dict.fromkeys(posibles) if uno]
