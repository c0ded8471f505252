"""Lo común a las fichas de todas las clases."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from camctl.castellano import enumerar
from camctl.cobertura import Razon
from camctl.indices import Indices
from camctl.modelo.actividad import TIPOS_DE_SESION, Actividad, Acuerdo, Avance, Documento, Invitado
from camctl.vistas import palabras
from camctl.vistas.demas import Campo, en_linea
from camctl.vistas.nombres import rotulo, unir

# Los rótulos de lo que no es un campo de ningún registro; los demás los da el modelo.
FALTA: Final = "Falta"
GRUPO: Final = "Grupo"
OTRAS_ACTIVIDADES: Final = "Otras actividades"
PAPEL: Final = "Papel"
SESIONES: Final = "Sesiones"
SUSTENTA: Final = "Sustenta"
TRANSVERSALES: Final = "Transversales"

LO_NOMBRA: Final = "lo nombra"
ABARCA_TODO: Final = "abarca todo el programa"
FUERA_DEL_PLAN: Final = "no está en el plan"


class Retrato(NamedTuple):
    """Lo que se sabe de un registro: sus campos, lo mismo como datos, y lo que le falta."""

    campos: Iterable[Campo]
    datos: dict[str, Any]
    falta: tuple[str, ...]


def id_de_actor(referencia: str | None, indices: Indices) -> str | None:
    """El ID canónico de un actor citado, o lo escrito si no está en el plan."""
    actor = indices.actor(referencia) if referencia else None
    return actor.id if actor else referencia


def mision_de(actor: str, cita: str | None = None) -> str:
    """«misión de ABC: «las palabras que lo dicen»»."""
    return f"misión de {actor}: «{cita}»" if cita else f"misión de {actor}"


def transversales(ids: list[str]) -> str:
    """«transversal: ABC», sin artículo: de una sigla no se sabe el género."""
    return f"transversal{'es' if len(ids) > 1 else ''}: {enumerar(ids)}" if ids else ""


def por_que_cubre(razon: Razon, *, con_cita: bool = False) -> str:
    """Por qué una sesión cubre un objetivo, en pocas palabras."""
    if razon.criterio == "directo":
        return LO_NOMBRA
    if razon.actor is None:
        return ABARCA_TODO
    if razon.criterio == "general":
        return transversales([razon.actor.id])
    return mision_de(razon.actor.id, razon.cita if con_cita else None)


def por_que_cubren(razones: Iterable[Razon], *, con_cita: bool = False) -> tuple[str, ...]:
    """Lo mismo de varias, sin repetir: sin la cita, dos de un actor se dicen igual."""
    return tuple(dict.fromkeys(por_que_cubre(razon, con_cita=con_cita) for razon in razones))


def por_que_no_cuenta(actividad: Actividad) -> str:
    """Por qué la actividad no cubre nada, o nada si es una sesión que cuenta."""
    if actividad.es_sesion:
        return ""
    es_de_sesion = actividad.tipo in TIPOS_DE_SESION
    return f"no cuenta: {f'está {actividad.estado}' if es_de_sesion else 'no es una sesión'}"


def invitado_en_palabras(invitado: Invitado, indices: Indices) -> str:
    """La persona en una línea: quién es, si viene, su cargo y de dónde."""
    return unir(
        palabras.invitado(invitado),
        invitado.cargo,
        id_de_actor(invitado.actor, indices),
        invitado.nota,
        *en_linea(invitado, "nombre", "estado", "cargo", "actor", "nota"),
    )


def documento_en_palabras(documento: Documento) -> str:
    """El documento en una línea: cómo se llama, su signatura y su dirección."""
    return unir(
        documento.titulo,
        documento.signatura,
        documento.enlace,
        *en_linea(documento, "titulo", "signatura", "enlace"),
    )


def acuerdo_en_palabras(acuerdo: Acuerdo, *detalles: str) -> str:
    """El acuerdo en una línea, con los `detalles` que se quieran tras su texto."""
    plazo = (
        f"{rotulo(Acuerdo, 'plazo').lower()}: {acuerdo.plazo.en_palabras}" if acuerdo.plazo else ""
    )
    return unir(
        acuerdo.texto,
        *detalles,
        plazo,
        "cumplido" if acuerdo.cumplido else "pendiente",
        *en_linea(acuerdo, "texto", "responsable", "plazo", "cumplido"),
    )


def avance_en_palabras(avance: Avance, *contexto: str | None) -> str:
    """El avance en una línea, tras su `contexto`: el objetivo, la actividad o quién informó."""
    otros = en_linea(avance, "objetivo", "actor", "texto", "enlace")
    return unir(*contexto, avance.texto, avance.enlace, *otros)
