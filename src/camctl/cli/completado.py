"""Lo que se propone al pulsar el tabulador: los ID del plan, con su título."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import typer

from camctl.comparacion import plegar_id

if TYPE_CHECKING:
    from camctl.modelo.plan import ClaseDeRegistro

Completador: TypeAlias = Callable[[typer.Context, str], list[tuple[str, str]]]


def completar(*clases: "ClaseDeRegistro") -> Completador:
    """Un completador de los ID de esas clases."""

    def proponer(ctx: typer.Context, incompleto: str) -> list[tuple[str, str]]:
        try:
            return _propuestas(ctx, incompleto, clases)
        except Exception:  # noqa: BLE001 — al completar no hay dónde decir un error
            return []

    return proponer


def _propuestas(
    ctx: typer.Context, incompleto: str, clases: "tuple[ClaseDeRegistro, ...]"
) -> list[tuple[str, str]]:
    from camctl.carga import cargar
    from camctl.cli.consulta import localizar_datos
    from camctl.indices import Indices
    from camctl.salida.limpieza import limpio
    from camctl.vistas.nombres import titulo

    antes = ctx.parent.params.get("datos") if ctx.parent else None
    fuente = localizar_datos(ctx.params.get("datos") or antes, con_paquete=True).fuente
    indices = Indices(cargar(fuente).plan)
    return [
        (_como_empezo(registro.id, incompleto), limpio(titulo(registro)))
        for clase in clases
        for registro in indices.por_clase(clase)
        if plegar_id(registro.id).startswith(plegar_id(incompleto))
    ]


def _como_empezo(id_: str, incompleto: str) -> str:
    """El ID, con lo ya tecleado tal cual: el intérprete descarta lo que no empiece así."""
    forma = plegar_id(incompleto)
    corte = next(n for n in range(len(id_) + 1) if plegar_id(id_[:n]) == forma)
    return id_ if id_.startswith(incompleto) else incompleto + id_[corte:]
