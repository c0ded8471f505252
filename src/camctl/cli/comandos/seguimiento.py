"""`camctl seguimiento`."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from camctl.cli.comun import CONSULTAR
from camctl.cli.con_papel import WORD, dejar_documento, formato_elegido, opcion_de_formato
from camctl.cli.consulta import Consulta
from camctl.cli.filtros import OpcionMandato
from camctl.cli.opciones import (
    OpcionActor,
    OpcionCriterio,
    OpcionDatos,
    OpcionObjetivo,
    OpcionSalida,
)
from camctl.cli.plantillas import OpcionPlantilla, OpcionPlantillaBase, dejar_base

if TYPE_CHECKING:
    from camctl.vistas.seguimiento import Pedido

PANEL = CONSULTAR

# La plantilla que trae camctl para el informe.
_INFORME: Final = "informe"


def seguimiento(
    ctx: typer.Context,
    al: Annotated[
        str,
        typer.Option("--al", metavar="FECHA", help="En qué fecha se mira el plan; si no, hoy."),
    ] = "hoy",
    dias: Annotated[
        int, typer.Option("--dias", metavar="NÚMERO", min=0, max=3660, help="Cuántos por delante.")
    ] = 30,
    actor: OpcionActor = None,
    objetivo: OpcionObjetivo = None,
    mandato: OpcionMandato = None,
    parrafo: Annotated[
        str | None,
        typer.Option(
            "--parrafo", metavar="NÚMEROS", help="Del mandato, solo estos párrafos: 4, 1-3…"
        ),
    ] = None,
    criterio: OpcionCriterio = None,
    datos: OpcionDatos = None,
    formato: Annotated[str | None, opcion_de_formato(WORD, "el informe para repartir")] = None,
    salida: OpcionSalida = None,
    plantilla: OpcionPlantilla = None,
    plantilla_base: OpcionPlantillaBase = None,
) -> None:
    """Cómo va el plan: qué venció, qué viene, qué se hizo y qué está pendiente.

    Un mes sin día no vence hasta que acaba. En Word (-o informe.docx) es el informe de seguimiento.
    """
    from camctl.cli import resolver
    from camctl.vistas.seguimiento import Pedido
    from camctl.vistas.seguimiento import seguimiento as responder

    if plantilla_base is not None:
        dejar_base(_INFORME, plantilla_base)
        return
    elegido = formato_elegido(formato, salida, WORD, plantilla)
    consulta = Consulta(ctx, datos, con_paquete=elegido != WORD)
    indices = consulta.indices
    pedido = Pedido(
        al=resolver.dia(indices, al, "--al"),
        dias=dias,
        actores=resolver.registros(indices, "actor", actor or (), "--actor"),
        objetivos=resolver.registros(indices, "objetivo", objetivo or (), "--objetivo"),
        mandatos=resolver.registros(indices, "mandato", mandato or (), "--mandato"),
        parrafos=resolver.parrafos(parrafo, "--parrafo", con_mandato=bool(mandato)),
        criterio=resolver.criterio(criterio),
    )
    respuesta = responder(indices, consulta.cobertura, pedido)
    if elegido != WORD:
        consulta.responder(respuesta, elegido, salida)
    _dejar_informe(consulta, pedido, plantilla, salida)
    consulta.terminar(respuesta.vacio)


def _dejar_informe(
    consulta: Consulta, pedido: "Pedido", plantilla: str | None, salida: str | None
) -> None:
    from camctl.cli.reparto import encargo_de
    from camctl.vistas.redaccion.informe import informe

    encargo = encargo_de(consulta, pedido.seleccion)
    dejar_documento(
        encargo,
        informe(encargo, pedido),
        _INFORME,
        titulo=f"Informe de seguimiento · {encargo.cabecera.titulo}",
        plantilla=plantilla,
        salida=salida,
        nombre=f"{encargo.nombre}-informe-{pedido.al}",
    )
