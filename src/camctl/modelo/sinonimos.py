"""Otras palabras con que se llama a los campos y a sus valores, para decir cuál es la de aquí.

Ninguna vale como dato. Van como se comparan: sin tildes, sin mayúsculas y en singular masculino.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from camctl.comparacion import plegar

_LARGO: Final = 100  # lo que pase de aquí no es el nombre de nada
_DE_CAMPOS: Final = {
    "titulo": ("nombre", "tema", "asunto", "title", "denominacion", "encabezado"),
    "nombre": ("titulo", "persona", "invitado", "apellido", "name", "denominacion"),
    "fecha": ("dia", "mes", "cuando", "inicio", "desde", "date"),
    "hasta": ("fin", "final", "termino", "fecha fin", "fecha final", "cierre"),
    "hora": ("horario", "hora inicio", "hora de inicio"),
    "tipo": ("clase", "modalidad", "formato"),
    "texto": ("descripcion", "detalle", "contenido", "texto oficial"),
    "nota": ("observacion", "comentario", "aclaracion", "obs"),
    "actores": ("institucion", "participante", "organismo", "asistente", "entidad"),
    "actor": ("institucion", "organismo", "entidad", "organizacion", "sigla"),
    "invitados": ("participante", "asistente", "ponente", "expositor", "persona", "orador"),
    "objetivos": ("objetivo relacionado", "meta"),
    "mandatos": ("resolucion", "base", "fundamento"),
    "estado": ("situacion", "estatus", "status", "confirmacion"),
    "motivo": ("razon", "causa", "justificacion"),
    "lugar": ("sala", "sede", "salon", "ubicacion", "donde"),
    "documentos": ("adjunto", "archivo", "anexo"),
    "enlace": ("url", "link", "vinculo", "web", "direccion"),
    "enlaces": ("url", "link", "vinculo", "web", "direccion"),
    "signatura": ("numero", "codigo", "referencia"),
    "cargo": ("puesto", "funcion", "titulo"),
    "plazo": ("fecha", "fecha limite", "vencimiento", "hasta"),
    "responsable": ("actor", "encargado", "quien"),
    "cumplido": ("hecho", "estado", "realizado", "completado"),
    "alias": ("sigla", "otro nombre", "acronimo"),
    "parrafos": ("parrafo resolutivo", "parrafo"),
    "resolucion": ("numero", "signatura", "documento"),
    "id": ("codigo", "numero", "sigla", "identificador"),
    "fecha_prevista": ("fecha original", "fecha anterior", "prevista"),
    "comision": ("comite", "organizador"),
    "periodo": ("año", "anio", "gestion", "vigencia"),
}

_DE_VALORES: Final = {
    "realizada": ("hecho", "celebrado", "efectuado", "concluido", "terminado", "cumplido", "ok"),
    "cancelada": ("suspendido", "anulado", "no se hizo", "no realizado"),
    "aplazada": ("pospuesto", "postergado", "diferido", "reprogramado", "movido"),
    "convocada": ("confirmado", "citado", "agendado"),
    "propuesta": (
        "pendiente",
        "previsto",
        "planificado",
        "programado",
        "por confirmar",
        "tentativo",
    ),
    "por_confirmar": ("pendiente", "tbd", "tbc", "por definir", "sin confirmar", "no confirmado"),
    "confirmado": ("si", "acepto", "aceptado", "ok"),
    "excusado": ("disculpado", "justificado", "declino", "rechazo", "no asistira"),
    "asistio": ("presente", "participo", "vino", "estuvo"),
    "circulacion": ("distribucion", "envio", "difusion"),
    "otra": ("otro", "varios"),
}


@lru_cache(maxsize=1024)
def campo_que_es(nombre: str, claves: tuple[str, ...]) -> str:
    """El campo de `claves` al que alguien llamaría `nombre`; vacío si a ninguno."""
    return _el_que_se_llama(nombre, claves, _DE_CAMPOS)


def valores_que_son(dicho: str, posibles: Sequence[str]) -> list[str]:
    """Los valores de los `posibles` que alguien diría con `dicho`; ninguno si lo niega.

    Basta con que lo diga una de sus palabras: «sesión informal» es informal.
    """
    if otro := _el_que_se_llama(dicho, posibles, _DE_VALORES):
        return [otro]
    palabras = re.split(r"[^a-z0-9]+", plegar(dicho[:_LARGO]))
    raices = set() if "no" in palabras else set(map(_raiz, palabras))
    return [posible for posible in posibles if _raiz(posible) in raices]


def es_uno_de(nombre: str, lista: str) -> bool:
    """Si `nombre` es el de cada elemento de una `lista`: «mandato», de `mandatos`."""
    return len(nombre) <= _LARGO and _raiz(plegar(nombre)) == _raiz(lista)


def _el_que_se_llama(
    nombre: str, posibles: Sequence[str], otros: Mapping[str, tuple[str, ...]]
) -> str:
    if len(nombre) > _LARGO:
        return ""
    forma = _raiz(plegar(nombre).replace("_", " "))
    return next((uno for uno in posibles if forma in map(_raiz, otros.get(uno, ()))), "")


def _raiz(palabra: str) -> str:
    """`palabra` sin lo que cambia con el género y el número: «realizados» → «realizad»."""
    palabra = palabra.strip(".,;:()\"'“”«»")
    raiz = re.sub("(?:[aoe]s?|s)$", "", palabra)
    return raiz if len(raiz) > 2 else palabra
