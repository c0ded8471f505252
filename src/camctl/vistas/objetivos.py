"""Los objetivos y sus sesiones: la pregunta sobre la que gira todo."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from camctl.castellano import contar, enumerar
from camctl.cobertura import POR_OMISION, Cobertura, Criterio
from camctl.comparacion import plegar_id
from camctl.indices import Indices
from camctl.modelo.actor import Actor
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.agrupacion import por_letras
from camctl.vistas.derivados import objetivo_con_sesiones
from camctl.vistas.filtro import Filtro, filtrar, por_que_ninguno
from camctl.vistas.respuesta import Columna, Grupo, Respuesta, Tabla

if TYPE_CHECKING:
    from camctl.vistas.propuestas import Propuesta

_COLUMNAS: Final = (
    Columna("ID", estilo="id"),
    Columna("Objetivo", flexible=True),
    Columna("Sesiones", flexible=True),
    Columna("Motivo sin sesión", estilo="tenue", flexible=True),
    Columna("Quién podría", flexible=True),
)


class Pedido(NamedTuple):
    """Qué objetivos se piden."""

    sin_sesion: bool = False
    con_sesion: bool = False
    grupos: tuple[str, ...] = ()
    actores: tuple[Actor, ...] = ()
    criterio: Criterio = POR_OMISION
    propuestas: bool = False


def objetivos(indices: Indices, cobertura: Cobertura, pedido: Pedido) -> Respuesta:
    """Los objetivos pedidos, por grupos, con las sesiones que `pedido.criterio` les cuenta."""
    filtros = tuple(_filtros(indices, cobertura, pedido))
    hallados = filtrar(indices.plan.objetivos, filtros)
    propuestas = _propuestas(hallados, indices, cobertura, pedido)
    return Respuesta(
        Tabla(_COLUMNAS, tuple(_por_grupos(hallados, propuestas, cobertura, pedido))),
        lambda: [
            {**objetivo_con_sesiones(uno, indices, cobertura), **_datos(uno, propuestas, pedido)}
            for uno in hallados
        ],
        encabezado=(_resumen(hallados, cobertura, pedido),),
        pie=(*_aviso(propuestas), *_pie(cobertura, pedido.criterio)),
        vacio=""
        if hallados
        else por_que_ninguno(
            indices.plan.objetivos, filtros, singular="ningún objetivo", plural="objetivos"
        ),
    )


def _propuestas(
    hallados: Sequence[Objetivo], indices: Indices, cobertura: Cobertura, pedido: Pedido
) -> Mapping[str, tuple["Propuesta", ...]]:
    """Quién podría tratar cada objetivo sin sesión, si se pide."""
    if not pedido.propuestas:
        return {}
    from camctl.vistas.propuestas import Propuestas

    propuestas = Propuestas(indices)
    return {
        uno.id: propuestas.para(uno)
        for uno in hallados
        if not cobertura.esta_cubierto(uno, pedido.criterio)
    }


def _datos(
    objetivo: Objetivo, propuestas: Mapping[str, tuple["Propuesta", ...]], pedido: Pedido
) -> dict[str, Any]:
    if not pedido.propuestas:
        return {}
    return {"propuestas": [una.datos for una in propuestas.get(objetivo.id, ())]}


def _aviso(propuestas: Mapping[str, tuple["Propuesta", ...]]) -> Iterator[str]:
    if not propuestas:
        return
    yield (
        "Quién podría tratarlos, por las palabras que comparten: son propuestas, y nadie se ha "
        "comprometido a nada."
    )
    todas = [una for suyas in propuestas.values() for una in suyas if una.motivo == "colectivo"]
    for una in {una.actor.id: una for una in todas}.values():
        if una.palabras:
            yield f"{una.actor.id} cabe en cualquiera: «{una.palabras[0]}»"


def _filtros(indices: Indices, cobertura: Cobertura, pedido: Pedido) -> Iterator[Filtro[Objetivo]]:
    criterio = pedido.criterio
    if pedido.sin_sesion:
        yield Filtro(
            f"--sin-sesion (criterio {criterio})",
            lambda uno: not cobertura.esta_cubierto(uno, criterio),
        )
    if pedido.con_sesion:
        yield Filtro(
            f"--con-sesion (criterio {criterio})",
            lambda uno: cobertura.esta_cubierto(uno, criterio),
        )
    if pedido.grupos:
        letras = {plegar_id(grupo) for grupo in pedido.grupos}
        yield Filtro(
            f"--grupo {enumerar(pedido.grupos, conjuncion='o')}",
            lambda uno: plegar_id(uno.grupo) in letras,
        )
    if pedido.actores:
        yield Filtro(
            f"--actor {enumerar([actor.id for actor in pedido.actores], conjuncion='o')}",
            lambda uno: any(
                _le_toca(actor, uno, indices, cobertura, criterio) for actor in pedido.actores
            ),
        )


def _le_toca(
    actor: Actor, objetivo: Objetivo, indices: Indices, cobertura: Cobertura, criterio: Criterio
) -> bool:
    """Si su misión sirve al objetivo, o está en una sesión que lo cubre por él o lo nombra."""
    if actor in indices.quienes_sirven(objetivo):
        return True
    return any(
        razon.actor is actor
        or (razon.criterio == "directo" and actor in indices.presentes(razon.actividad))
        for razon in cobertura.razones_de(objetivo, criterio)
    )


def _por_grupos(
    hallados: Sequence[Objetivo],
    propuestas: Mapping[str, tuple["Propuesta", ...]],
    cobertura: Cobertura,
    pedido: Pedido,
) -> Iterator[Grupo]:
    grupos = cobertura.indices.plan.grupos
    for grupo in por_letras(hallados, lambda uno: uno.grupo, grupos):
        filas = (
            _fila(uno, propuestas.get(uno.id, ()), cobertura, pedido) for uno in grupo.registros
        )
        yield Grupo(tuple(filas), grupo.titulo)


def _fila(
    objetivo: Objetivo,
    propuestas: Iterable["Propuesta"],
    cobertura: Cobertura,
    pedido: Pedido,
) -> tuple[str, ...]:
    sesiones = palabras.razones(cobertura.razones_de(objetivo, pedido.criterio))
    falta = "" if pedido.sin_sesion else "sin sesión"
    return (
        objetivo.id,
        objetivo.titulo,
        "\n".join(sesiones) or falta,
        objetivo.motivo_sin_sesion or "",
        "\n".join(una.texto for una in propuestas),
    )


def _resumen(hallados: Sequence[Objetivo], cobertura: Cobertura, pedido: Pedido) -> str:
    todos = cobertura.indices.plan.objetivos
    total = contar(len(todos), "objetivo", "objetivos")
    criterio = palabras.criterio_usado(pedido.criterio)
    if pedido.sin_sesion:
        return f"{len(hallados)} de {total} sin sesión ({criterio})"
    if pedido.con_sesion:
        return f"{len(hallados)} de {total} con sesión ({criterio})"
    sin_sesion = sum(not cobertura.esta_cubierto(uno, pedido.criterio) for uno in hallados)
    cuantos = total if len(hallados) == len(todos) else f"{len(hallados)} de {total}"
    return f"{cuantos}, {sin_sesion} sin sesión ({criterio})"


def _pie(cobertura: Cobertura, criterio: Criterio) -> Iterator[str]:
    generales = cobertura.razones_generales
    if criterio == "general" or not generales:
        yield palabras.como_pedir_otro(criterio)
        return
    yield f"{palabras.porques_generales(generales)}. Para contarlo: --criterio general."
    if criterio != POR_OMISION:
        yield palabras.como_pedir_otro(criterio)
