"""`camctl calendario`."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from camctl.cli.completado import completar
from camctl.cli.comun import (
    CONSULTAR,
    OpcionActor,
    OpcionCriterio,
    OpcionDatos,
    OpcionObjetivo,
    OpcionSalida,
)
from camctl.cli.consulta import Consulta
from camctl.cli.entrega import elegir_formato
from camctl.cli.filtros import (
    OpcionDesde,
    OpcionEstado,
    OpcionHasta,
    OpcionMandato,
    OpcionMes,
    OpcionTipo,
)

if TYPE_CHECKING:
    from camctl.cli.reparto import Taller

PANEL = CONSULTAR

# El único de sus formatos que es un papel: sale de aquí hacia la agenda de otro.
_AGENDA: Final = "ics"


def _formatos() -> tuple[str, ...]:
    from camctl.salida.tablas import formatos

    return (*formatos(), _AGENDA)


def _formato_de(ruta: str) -> str | None:
    from camctl.salida.tablas import formato_de

    return _AGENDA if ruta.lower().endswith(f".{_AGENDA}") else formato_de(ruta)


def _taller(ctx: typer.Context, datos: str | None) -> "Taller":
    from camctl.cli.reparto import Taller

    return Taller(ctx, datos)


def _que_empiezan(incompleto: str) -> list[str]:
    return [formato for formato in _formatos() if formato.startswith(incompleto)]


def calendario(
    ctx: typer.Context,
    quien: Annotated[
        str | None,
        typer.Argument(
            metavar="ACTOR",
            help="Solo lo de esta institución: lo mismo que --actor.",
            autocompletion=completar("actor"),
        ),
    ] = None,
    mes: OpcionMes = None,
    desde: OpcionDesde = None,
    hasta: OpcionHasta = None,
    actor: OpcionActor = None,
    objetivo: OpcionObjetivo = None,
    mandato: OpcionMandato = None,
    tipo: OpcionTipo = None,
    estado: OpcionEstado = None,
    criterio: OpcionCriterio = None,
    datos: OpcionDatos = None,
    formato: Annotated[
        str | None,
        typer.Option(
            "--formato",
            "-f",
            metavar="FORMATO",
            help="tabla, json, csv, yaml o md; ics, para la agenda de quien lo pida.",
            autocompletion=_que_empiezan,
        ),
    ] = None,
    salida: OpcionSalida = None,
) -> None:
    """Qué pasa y cuándo, mes a mes.

    Una opción repetida vale por cualquiera de sus valores; entre opciones distintas se cumplen
    todas.
    """
    from camctl.cli import resolver
    from camctl.cli.filtros import seleccion
    from camctl.vistas.calendario import calendario as responder

    elegido = elegir_formato(formato, salida, _formatos(), _formato_de)
    taller = _taller(ctx, datos) if elegido == _AGENDA else None
    consulta = taller or Consulta(ctx, datos)
    indices = consulta.indices
    pedido = seleccion(
        indices,
        mes=mes,
        desde=desde,
        hasta=hasta,
        actor=actor,
        objetivo=objetivo,
        mandato=mandato,
        tipo=tipo,
        estado=estado,
        criterio=criterio,
    )
    if quien:
        pedido = pedido._replace(actores=(*pedido.actores, resolver.actor(indices, quien)))
    if taller:
        taller.repartir(taller.encargo(pedido), _AGENDA, salida, {})
    else:
        consulta.responder(responder(indices, consulta.cobertura, pedido), elegido, salida)
