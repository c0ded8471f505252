"""Los títulos de objetivos y actividades: E501 y E502."""

from collections.abc import Iterator
from typing import Final

from camctl.castellano import contar
from camctl.comparacion import plegar
from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad
from camctl.modelo.objetivo import Objetivo
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

_LARGO_MAXIMO: Final = 70
# Sin su punto. Las que llevan otro dentro («S.A.») se reconocen por él.
_ABREVIATURAS: Final = {
    *("art", "arts", "av", "cap", "cia", "dr", "dra", "ed", "etc", "inc", "ing", "lic", "ltda"),
    *("nro", "num", "pag", "pags", "prof", "pte", "sr", "sra", "srta", "uu", "vol", "vols"),
}


def _con_titulo(contexto: Contexto) -> Iterator[tuple[Objetivo | Actividad, str]]:
    yield from contexto.fichas.con(Objetivo, "titulo")
    yield from contexto.fichas.con(Actividad, "titulo")


@comprueba("E501", Gravedad.AVISO)
def titulo_demasiado_largo(contexto: Contexto) -> Iterator[Hallazgo]:
    """El título de un objetivo o de una actividad pasa de 70 caracteres.

    Estos títulos son editoriales: cortos, para las tablas y las agendas, que los parten o los
    recortan si no caben. El texto oficial va entero en `texto`.
    """
    for registro, titulo in _con_titulo(contexto):
        if len(titulo) > _LARGO_MAXIMO:
            sobran = contar(len(titulo) - _LARGO_MAXIMO, "carácter", "caracteres")
            yield Hallazgo(
                Sitio(registro, ("titulo",)),
                f"tiene un título de {len(titulo)} caracteres, y caben {_LARGO_MAXIMO}",
                ayuda=f"quítele {sobran}; el texto oficial va entero en «texto»",
            )


_SIGNOS: Final = {".": "punto", ",": "coma", ";": "punto y coma", ":": "dos puntos"}


@comprueba("E502", Gravedad.AVISO)
def titulo_con_punto_final(contexto: Contexto) -> Iterator[Hallazgo]:
    """El título de un objetivo o de una actividad acaba en punto, o en coma.

    Un título no lleva punto final: en una tabla unos lo tendrían y otros no. El de una abreviatura
    («etc.», «S.A.») y los puntos suspensivos no cuentan. La coma, o los dos puntos, son de una
    lista de la que se copió.
    """
    for registro, titulo in _con_titulo(contexto):
        signo = titulo[-1]
        if signo in _SIGNOS and (signo != "." or _es_punto_final(titulo)):
            yield Hallazgo(
                Sitio(registro, ("titulo",)),
                f"tiene un título que acaba en {_SIGNOS[signo]}",
                ayuda="quítelos." if signo == ":" else "quítelo." if signo != "," else "quítela.",
                sustituto=titulo[:-1].rstrip(),
                seguro=True,
            )


def _es_punto_final(titulo: str) -> bool:
    sin_el = titulo[:-1].rstrip()
    ultima = sin_el.rpartition(" ")[2].lstrip("(«\"'¿¡")
    es_abreviatura = "." in ultima or len(ultima) < 2 or plegar(ultima) in _ABREVIATURAS
    return bool(sin_el) and not es_abreviatura
