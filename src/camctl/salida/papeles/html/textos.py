"""Los textos de la página: limpios, en párrafos y en palabras."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from camctl.castellano import contar, dia_en_palabras, porcentaje
from camctl.modelo.base import Registro
from camctl.salida.limpieza import limpio
from camctl.vistas import demas, nombres, palabras
from camctl.vistas.agrupacion import SIN_CATEGORIA
from camctl.vistas.ver import actividad, actor
from camctl.vistas.ver.comun import (
    FALTA,
    FUERA_DEL_PLAN,
    LO_NOMBRA,
    OTRAS_ACTIVIDADES,
    SUSTENTA,
)

# Los de un enlace a un texto oficial; otro se dice por su código.
_IDIOMAS: Final = {"es": "español", "en": "inglés", "fr": "francés", "pt": "portugués"}


def a_la_vista(valor: Any) -> Any:
    """Lo que una plantilla escribe, limpio de lo que actúa o no se ve; después se escapa.

    Pasa por aquí todo lo que una plantilla pone entre llaves, venga de donde venga; lo ya escapado
    (lo que hizo otra plantilla) queda como está.
    """
    return limpio(valor) if isinstance(valor, str) and not hasattr(valor, "__html__") else valor


def rotulo(registro: Registro, campo: str) -> str:
    """El rótulo que el modelo da a un campo de `registro`."""
    return nombres.rotulo(type(registro), campo)


def idioma(codigo: str) -> str:
    """«español», o el código tal cual si no es de los corrientes."""
    return _IDIOMAS.get(codigo.lower(), codigo)


def instante(momento: datetime) -> str:
    """«16 de marzo de 2030, 10:30 UTC»."""
    return f"{dia_en_palabras(momento)}, {momento:%H:%M} UTC"


def marcado(texto: str, citas: Iterable[str | None]) -> list[list[tuple[str, bool]]]:
    """Los párrafos de `texto`, cada uno en trozos: lo que dice alguna cita, y lo que no.

    Una cita se reconoce aunque sus espacios y saltos de línea sean otros.
    """
    dicho = bytearray(len(texto))
    for cita in filter(None, citas):
        for hallada in re.finditer(r"\s+".join(map(re.escape, cita.split())), texto):
            inicio, fin = hallada.span()
            dicho[inicio:fin] = b"\1" * (fin - inicio)
    parrafos: list[list[tuple[str, bool]]] = []
    for linea in re.finditer(r"\S.*", texto):
        letras = zip(linea[0], dicho[slice(*linea.span())], strict=True)
        parrafos.append(
            [
                ("".join(letra for letra, _ in trozo), bool(esta))
                for esta, trozo in groupby(letras, key=lambda una: una[1])
            ]
        )
    return parrafos


# Lo que las plantillas saben decir.
DE_LAS_PLANTILLAS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "palabras": palabras,
        "contar": contar,
        "porcentaje": porcentaje,
        "rotulo": rotulo,
        "titulo": nombres.titulo,
        "idioma": idioma,
        "instante": instante,
        "marcado": marcado,
        "parrafos_de": palabras.parrafos_de,
        "demas": demas.demas,
        "en_linea": demas.en_linea,
        "convoca": actividad.convoca,
        "objetivos_ajenos": actividad.objetivos_ajenos,
        "resumen_de_objetivos": actividad.resumen_de_objetivos,
        "avances_de": actor.avances_de,
        "acuerdos_de": actor.acuerdos_de,
        "falta_a_la_actividad": actividad.falta_a,
        "falta_al_actor": actor.falta_a,
        "FALTA": FALTA,
        "FUERA_DEL_PLAN": FUERA_DEL_PLAN,
        "LO_NOMBRA": LO_NOMBRA,
        "OTRAS_ACTIVIDADES": OTRAS_ACTIVIDADES,
        "SIN_CATEGORIA": SIN_CATEGORIA,
        "SUSTENTA": SUSTENTA,
    }
)
