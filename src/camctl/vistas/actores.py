"""Las instituciones: a qué objetivos sirven y en qué sesiones están."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from camctl.castellano import entre_comillas, enumerar
from camctl.comparacion import plegar_id
from camctl.indices import Indices
from camctl.modelo.actor import Actor
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.agrupacion import SIN_CATEGORIA, por_letras
from camctl.vistas.derivados import actor_con_sesiones
from camctl.vistas.filtro import Filtro, filtrar, por_que_ninguno
from camctl.vistas.respuesta import Columna, Grupo, Respuesta, Tabla

_COLUMNAS: Final = (
    Columna("ID", estilo="id"),
    Columna("Institución", flexible=True),
    Columna("Objetivos", flexible=True),
    Columna("Sesiones", flexible=True),
)
_COLUMNAS_DE_UN_OBJETIVO: Final = (
    Columna("ID", estilo="id"),
    Columna("Por qué", flexible=True),
    Columna("Sesiones", flexible=True),
)
_NO_CUBRE: Final = "es la comisión que convoca: no cubre nada por estar"


class Pedido(NamedTuple):
    """Qué actores se piden."""

    objetivos: tuple[Objetivo, ...] = ()
    categorias: tuple[str, ...] = ()
    sin_sesion: bool = False


def actores(indices: Indices, pedido: Pedido) -> Respuesta:
    """Los actores pedidos, por categorías; con objetivos, primero a quién se lo pide su misión.

    Con objetivos, las sesiones son las que los cubren: la comisión que convoca no tiene ninguna.
    """
    filtros = tuple(_filtros(indices, pedido))
    hallados = filtrar(indices.plan.actores, filtros)
    vacio = (
        ""
        if hallados
        else por_que_ninguno(
            indices.plan.actores, filtros, singular="ningún actor", plural="actores"
        )
    )
    if pedido.objetivos:
        return _de_unos_objetivos(hallados, indices, pedido, vacio)
    return Respuesta(
        Tabla(_COLUMNAS, tuple(_por_categorias(hallados, indices))),
        lambda: [actor_con_sesiones(actor, indices) for actor in hallados],
        vacio=vacio,
    )


def _filtros(indices: Indices, pedido: Pedido) -> Iterator[Filtro[Actor]]:
    if pedido.objetivos:
        yield Filtro(
            f"--objetivo {enumerar([uno.id for uno in pedido.objetivos], conjuncion='o')}",
            lambda actor: (
                (actor.transversal and actor is not indices.comision)
                or bool(_servidos(actor, indices, pedido))
            ),
        )
    if pedido.categorias:
        letras = {plegar_id(letra) for letra in pedido.categorias}
        yield Filtro(
            f"--categoria {enumerar(pedido.categorias, conjuncion='o')}",
            lambda actor: bool(actor.categoria) and plegar_id(actor.categoria or "") in letras,
        )
    if pedido.sin_sesion:
        yield Filtro("--sin-sesion", lambda actor: not indices.sesiones_de(actor))


def _servidos(actor: Actor, indices: Indices, pedido: Pedido) -> list[tuple[Objetivo, str | None]]:
    return [
        (objetivo, servido.cita)
        for objetivo in pedido.objetivos
        for servidor, servido in indices.servidores_de(objetivo)
        if servidor is actor
    ]


def _por_categorias(hallados: Sequence[Actor], indices: Indices) -> Iterator[Grupo]:
    for grupo in por_letras(hallados, lambda uno: uno.categoria, indices.plan.categorias):
        titulo = grupo.titulo or SIN_CATEGORIA
        yield Grupo(tuple(_fila(actor, indices) for actor in grupo.registros), titulo)


def _fila(actor: Actor, indices: Indices) -> tuple[str, ...]:
    sirve = ", ".join(uno.id for uno in indices.objetivos_servidos(actor))
    return (
        actor.id,
        actor.nombre,
        "transversal" if actor.transversal and not sirve else sirve,
        ", ".join(una.id for una in indices.sesiones_de(actor)),
    )


def _de_unos_objetivos(
    hallados: Sequence[Actor],
    indices: Indices,
    pedido: Pedido,
    vacio: str,
) -> Respuesta:
    por_mision = [actor for actor in hallados if _servidos(actor, indices, pedido)]
    transversales = [actor for actor in hallados if actor not in por_mision]
    varios = len(pedido.objetivos) > 1
    filas = [
        (actor.id, _por_que(objetivo, cita, varios=varios), _sesiones(actor, indices))
        for actor in por_mision
        for objetivo, cita in _servidos(actor, indices, pedido)
    ]
    filas += [(actor.id, "transversal", _sesiones(actor, indices)) for actor in transversales]
    return Respuesta(
        Tabla(_COLUMNAS_DE_UN_OBJETIVO, (Grupo(tuple(filas)),)),
        lambda: [
            *(
                _registro(actor, indices, "mision", objetivo.id, cita)
                for actor in por_mision
                for objetivo, cita in _servidos(actor, indices, pedido)
            ),
            *(_registro(uno, indices, "transversal") for uno in transversales),
        ],
        encabezado=tuple(f"{uno.id} · {uno.titulo}" for uno in pedido.objetivos),
        vacio=vacio,
    )


def _por_que(objetivo: Objetivo, cita: str | None, *, varios: bool) -> str:
    dicho = entre_comillas(cita) if cita else "su misión lo sirve, sin cita"
    return f"{objetivo.id}: {dicho}" if varios else dicho


def _sesiones(actor: Actor, indices: Indices) -> str:
    if actor is indices.comision:
        return _NO_CUBRE
    sesiones = indices.sesiones_de(actor)
    return "\n".join(f"{una.id}, {palabras.cuando(una)}" for una in sesiones) or "sin sesión"


def _registro(
    actor: Actor,
    indices: Indices,
    relacion: str,
    objetivo: str | None = None,
    cita: str | None = None,
) -> dict[str, Any]:
    registro = actor_con_sesiones(actor, indices)
    if actor is indices.comision:
        registro["sesiones"] = []
    return {**registro, "relacion": relacion, "objetivo": objetivo, "cita": cita}
