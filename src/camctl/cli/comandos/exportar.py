"""`camctl exportar`."""

from typing import Annotated

import typer

from camctl.cli.comun import REPARTIR
from camctl.cli.filtros import (
    OpcionDesde,
    OpcionEstado,
    OpcionHasta,
    OpcionMandato,
    OpcionMes,
    OpcionTipo,
)
from camctl.cli.opciones import (
    OpcionActor,
    OpcionCriterio,
    OpcionDatos,
    OpcionObjetivo,
    con_nombre,
)
from camctl.cli.plantillas import OpcionPlantilla, OpcionPlantillaBase, dejar_base

PANEL = REPARTIR


def _formatos(incompleto: str) -> list[str]:
    from camctl.salida.papeles import formatos

    return [formato for formato in formatos() if formato.startswith(incompleto)]


def exportar(
    ctx: typer.Context,
    formato: Annotated[
        str | None,
        typer.Argument(
            metavar="FORMATO",
            help="Qué papel: docx, ics, xlsx, html, csv, json, yaml o md; todo, todos a la vez. "
            "Si no se dice, el de la extensión de --salida.",
            autocompletion=_formatos,
        ),
    ] = None,
    salida: Annotated[
        str | None,
        typer.Option(
            "--salida",
            "-o",
            metavar="DÓNDE",
            help="El archivo, o la carpeta si son varios. «-» es la salida estándar.",
            callback=con_nombre,
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
    solo_fechadas: Annotated[
        bool,
        typer.Option(
            "--solo-fechadas", help="En una agenda, solo las actividades de las que se sabe el día."
        ),
    ] = False,
    separador: Annotated[
        str | None,
        typer.Option(
            "--separador",
            metavar="SIGNO",
            help="Qué separa las columnas de un csv: «,» si no se dice; «;» para un Excel en "
            "español. Vale su nombre: coma, punto y coma, barra o tab.",
        ),
    ] = None,
    plantilla: OpcionPlantilla = None,
    plantilla_base: OpcionPlantillaBase = None,
    datos: OpcionDatos = None,
) -> None:
    """El plan en papel, en una agenda, en una hoja de cálculo o en una página web.

    Los textos van a la salida estándar si no se dice otra cosa; lo demás, a un archivo con el
    nombre de la comisión y el periodo. Los filtros son los de calendario, y solo miran a él.
    """
    from camctl.cli.filtros import seleccion
    from camctl.cli.reparto import Taller, comprobar_opciones, elegir_papel

    elegido = elegir_papel(formato, salida or plantilla_base)
    if plantilla_base is not None:
        from camctl.salida.papeles.docx import PLANTILLA

        comprobar_opciones(elegido, {"plantilla_base": plantilla_base})
        dejar_base(PLANTILLA, plantilla_base)
        return
    taller = Taller(ctx, datos)
    pedido = seleccion(
        taller.indices,
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
    opciones = {
        "solo_fechadas": solo_fechadas,
        "separador": separador,
        "plantilla": plantilla,
    }
    dadas = {nombre: valor for nombre, valor in opciones.items() if valor not in (None, False)}
    taller.repartir(taller.encargo(pedido), elegido, salida, dadas)
