"""Todos los papeles a la vez, con una agenda para cada institución y una página que los reúne.

Lo que sale es una carpeta que se puede publicar tal cual: no hace falta servidor que la entienda.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any, Final

from camctl.salida import papeles
from camctl.vistas.encargo import Encargo, nombres_de_archivo

TITULO: Final = "Todos los papeles"
ES_TEXTO: Final = False
OPCIONES: Final = frozenset({"plantilla", "separador", "solo_fechadas"})
PORTADA: Final = "index.html"
AGENDAS: Final = "agendas"


def escribir(encargo: Encargo, **opciones: Any) -> dict[str, bytes]:
    """Los archivos de cada formato, por su ruta dentro de la carpeta, y la portada.

    La portada va la última: si alguno no se puede escribir, no lleva a lo que no está.
    """
    from camctl.salida.papeles.todo.portada import portada

    archivos: dict[str, bytes] = {}
    for formato in _formatos():
        contenido = papeles.escribir(encargo, formato, _las_de(formato, opciones))
        if isinstance(contenido, dict):
            archivos |= {f"{formato}/{nombre}": suyo for nombre, suyo in contenido.items()}
        else:
            archivos[f"{encargo.nombre}.{formato}"] = contenido
    agendas = dict(_agendas(encargo, opciones))
    archivos |= {nombre: contenido for nombre, (_, contenido) in agendas.items()}
    de_quien = {nombre: actor for nombre, (actor, _) in agendas.items()}
    return {**archivos, PORTADA: portada(encargo, archivos, de_quien)}


def avisos(
    encargo: Encargo,
    escrito: Mapping[str, bytes],
    anterior: Mapping[str, bytes] | None,
    **opciones: Any,
) -> Iterator[str]:
    """Lo que diría cada papel si se hiciera solo."""
    for formato in _formatos():
        nombre = f"{encargo.nombre}.{formato}"
        if nombre in escrito:
            antes = (anterior or {}).get(nombre)
            suyas = _las_de(formato, opciones)
            yield from papeles.avisos(encargo, formato, suyas, escrito[nombre], antes)


def _formatos() -> list[str]:
    propio = PurePath(__file__).parent.name
    return [formato for formato in papeles.formatos() if formato != propio]


def _las_de(formato: str, opciones: Mapping[str, Any]) -> dict[str, Any]:
    admitidas = papeles.papel(formato).OPCIONES
    return {nombre: valor for nombre, valor in opciones.items() if nombre in admitidas}


def _agendas(
    encargo: Encargo, opciones: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """La agenda de cada actor que está en alguna de las actividades pedidas."""
    presentes = {
        actor.id for una in encargo.actividades for actor in encargo.indices.presentes(una)
    }
    # Los nombres, de todos: que el de una agenda no dependa de quién está en lo pedido.
    actores = encargo.plan.actores
    nombres = nombres_de_archivo(f"{encargo.nombre}-{actor.id}" for actor in actores)
    for nombre, actor in zip(nombres, actores, strict=True):
        if actor.id not in presentes:
            continue
        suyo = encargo._replace(pedido=encargo.pedido._replace(actores=(actor,)))
        contenido = papeles.escribir(suyo, "ics", _las_de("ics", opciones))
        if isinstance(contenido, bytes):
            yield f"{AGENDAS}/{nombre}.ics", (f"{actor.id} · {actor.nombre}", contenido)
