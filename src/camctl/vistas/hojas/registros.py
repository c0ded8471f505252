"""Las hojas de los objetivos, los actores y los mandatos, y las de sus misiones y enlaces."""

from collections.abc import Iterator
from typing import Final

from camctl.indices import Indices
from camctl.modelo.actor import Actor, ObjetivoServido
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas.hoja import Destino, Dicho, Fila, Hoja, Valor, en_lineas, enlace
from camctl.vistas.hojas.nombres import (
    ACTORES,
    CALENDARIO,
    COBERTURA,
    ENLACES,
    MANDATOS,
    MISIONES,
    OBJETIVOS,
    ids,
    rotulos_de_los_demas,
    valores_de_los_demas,
)
from camctl.vistas.nombres import con_su_nombre, rotulo
from camctl.vistas.ver.actor import papeles_de
from camctl.vistas.ver.comun import GRUPO, PAPEL, SESIONES, SUSTENTA

# Lo que dicen las columnas de cada hoja, y lo que tiene la suya; lo demás va en otras.
_DEL_OBJETIVO: Final = frozenset({"id", "titulo", "texto", "motivo_sin_sesion", "nota"})
_DEL_ACTOR: Final = frozenset(
    {"id", "nombre", "categoria", "transversal", "colectivo", "objetivos", "funcion", "mision"}
    | {"alias", "nota"}
)
_DE_LA_MISION: Final = frozenset({"id", "cita"})
_DEL_MANDATO: Final = frozenset(
    {"id", "resolucion", "titulo", "organo", "seccion", "parrafos", "enlaces", "nota"}
)
ALIAS: Final = rotulo(Actor, "alias")
NOTA: Final = rotulo(Actor, "nota")


def objetivos(encargo: Encargo) -> Hoja:
    """Una fila por objetivo, con las sesiones que el criterio pedido le cuenta."""
    columnas = (
        rotulo(Objetivo, "id"),
        "Objetivo",
        GRUPO,
        rotulo(Objetivo, "texto"),
        SESIONES,
        "Actores que lo sirven",
        rotulo(Objetivo, "motivo_sin_sesion"),
        *rotulos_de_los_demas(Objetivo, _DEL_OBJETIVO),
        NOTA,
    )
    filas = (Fila(uno.id, tuple(_objetivo(uno, encargo))) for uno in encargo.plan.objetivos)
    return Hoja(OBJETIVOS, columnas, tuple(filas), aparte=(NOTA,))


def _objetivo(uno: Objetivo, encargo: Encargo) -> Iterator[Valor]:
    servidores = encargo.indices.quienes_sirven(uno)
    yield Dicho((uno.id,), Destino(COBERTURA, uno.id))
    yield uno.titulo
    yield con_su_nombre(uno.grupo, encargo.plan.grupos)
    yield uno.texto
    yield _sesiones(uno, encargo)
    yield ids(encargo.indices, "actor", *(actor.id for actor in servidores))
    yield uno.motivo_sin_sesion
    yield from valores_de_los_demas(uno, _DEL_OBJETIVO, encargo.indices)
    yield uno.nota


def _sesiones(uno: Objetivo, encargo: Encargo) -> Dicho:
    razones = encargo.cobertura.razones_de(uno, encargo.criterio)
    if not razones:
        return Dicho(("sin sesión",), estilo="aviso")
    sesiones = ", ".join(palabras.razones(razones))
    return Dicho((sesiones,), Destino(CALENDARIO, razones[0].actividad.id))


def actores(indices: Indices) -> Hoja:
    """Una fila por institución."""
    columnas = (
        rotulo(Actor, "id"),
        "Institución",
        rotulo(Actor, "categoria"),
        PAPEL,
        rotulo(Actor, "objetivos"),
        SESIONES,
        rotulo(Actor, "funcion"),
        rotulo(Actor, "mision"),
        *rotulos_de_los_demas(Actor, _DEL_ACTOR),
        ALIAS,
        NOTA,
    )
    filas = (Fila(uno.id, tuple(_actor(uno, indices))) for uno in indices.plan.actores)
    return Hoja(ACTORES, columnas, tuple(filas), aparte=(ALIAS, NOTA))


def _actor(uno: Actor, indices: Indices) -> Iterator[Valor]:
    servidos = (servido.id for servido in uno.objetivos)
    sesiones = (sesion.id for sesion in indices.sesiones_de(uno))
    yield uno.id
    yield uno.nombre
    yield con_su_nombre(uno.categoria, indices.plan.categorias) if uno.categoria else None
    yield en_lineas((*papeles_de(uno, indices), *_condiciones(uno)))
    yield ids(indices, "objetivo", *servidos)
    yield ids(indices, "actividad", *sesiones)
    yield uno.funcion
    yield uno.mision
    yield from valores_de_los_demas(uno, _DEL_ACTOR, indices)
    yield en_lineas(uno.alias)
    yield uno.nota


def _condiciones(uno: Actor) -> Iterator[str]:
    for campo in ("transversal", "colectivo"):
        if getattr(uno, campo):
            yield rotulo(Actor, campo).lower()


def misiones(indices: Indices) -> Hoja:
    """Una fila por cada objetivo al que sirve la misión de un actor, con las palabras que lo dicen.

    Son las que buscan las celdas de la cobertura: su clave es la de `clave_de_mision`.
    """
    columnas = (
        "Actor",
        rotulo(ObjetivoServido, "id"),
        rotulo(ObjetivoServido, "cita"),
        *rotulos_de_los_demas(ObjetivoServido, _DE_LA_MISION),
    )
    return Hoja(
        MISIONES,
        columnas,
        tuple(
            Fila(
                clave_de_mision(actor, indices.objetivo(servido.id)),
                (
                    ids(indices, "actor", actor.id),
                    ids(indices, "objetivo", servido.id),
                    servido.cita,
                    *valores_de_los_demas(servido, _DE_LA_MISION, indices),
                ),
            )
            for actor in indices.plan.actores
            for servido in actor.objetivos
        ),
    )


def clave_de_mision(actor: Actor, objetivo: Objetivo | None) -> str:
    """La clave de la fila que dice por qué `actor` sirve a `objetivo`."""
    return f"{actor.id} {objetivo.id}" if objetivo else ""


def mandatos(indices: Indices) -> Hoja:
    """Una fila por mandato, con lo que descansa en él."""
    columnas = (
        rotulo(Mandato, "id"),
        rotulo(Mandato, "resolucion"),
        rotulo(Mandato, "titulo"),
        rotulo(Mandato, "organo"),
        rotulo(Mandato, "seccion"),
        rotulo(Mandato, "parrafos"),
        SUSTENTA,
        *rotulos_de_los_demas(Mandato, _DEL_MANDATO),
        NOTA,
    )
    filas = (Fila(uno.id, tuple(_mandato(uno, indices))) for uno in indices.plan.mandatos)
    return Hoja(MANDATOS, columnas, tuple(filas), aparte=(NOTA,))


def _mandato(uno: Mandato, indices: Indices) -> Iterator[Valor]:
    apoyos = indices.apoyos_en(uno)
    actividades = [apoyo.id for apoyo in apoyos if apoyo.id]
    lleva_a = Destino(CALENDARIO, actividades[0]) if actividades else None
    yield uno.id
    yield uno.resolucion
    yield uno.titulo
    yield ids(indices, "actor", uno.organo)
    yield uno.seccion
    yield uno.parrafos
    yield Dicho((", ".join(map(palabras.sustentado, apoyos)) or "nada",), lleva_a)
    yield from valores_de_los_demas(uno, _DEL_MANDATO, indices)
    yield uno.nota


def enlaces(indices: Indices) -> Hoja:
    """Una fila por cada idioma en que está el texto de un mandato."""
    return Hoja(
        ENLACES,
        ("Mandato", "Idioma", "Enlace"),
        tuple(
            Fila(uno.id, (ids(indices, "mandato", uno.id), idioma, enlace(direccion)))
            for uno in indices.plan.mandatos
            for idioma, direccion in uno.enlaces.items()
        ),
    )
