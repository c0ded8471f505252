"""`camctl cambios`."""

from typing import Annotated

import typer

from camctl.castellano import contar
from camctl.cli.comun import (
    CONSULTAR,
    OpcionCriterio,
    OpcionDatos,
    OpcionFormato,
    OpcionSalida,
    mal_uso,
)
from camctl.cli.consulta import Consulta
from camctl.cli.salidas import avisar

PANEL = CONSULTAR


def cambios(
    ctx: typer.Context,
    antes: Annotated[
        str | None,
        typer.Argument(
            metavar="ANTES",
            help="Una carpeta, una revisión de git o una fecha; si no se dice, lo último guardado.",
        ),
    ] = None,
    despues: Annotated[
        str | None,
        typer.Argument(
            metavar="DESPUÉS",
            help="Lo mismo; si no se dice, los archivos como están ahora.",
        ),
    ] = None,
    desde: Annotated[
        str | None,
        typer.Option(
            "--desde", metavar="FECHA", help="Desde como estaba todo al empezar este día o mes."
        ),
    ] = None,
    criterio: OpcionCriterio = None,
    datos: OpcionDatos = None,
    formato: OpcionFormato = None,
    salida: OpcionSalida = None,
) -> None:
    """Qué ha cambiado entre dos momentos del plan, en palabras para una circular.

    Entre dos carpetas, dos revisiones de git o dos fechas. Sin decir nada, entre lo último que se
    guardó en git y los archivos de ahora.
    """
    from camctl.cli import resolver
    from camctl.cli.momentos import abrir, abrir_al, abrir_lo_guardado
    from camctl.vistas.cambios import Momento
    from camctl.vistas.cambios import cambios as responder

    if desde is not None and antes is not None:
        raise mal_uso("«--desde» ya dice desde cuándo: sobra el argumento, o sobra la opción")
    ahora = Consulta(ctx, datos, con_paquete=False)
    pedido = resolver.criterio(criterio)
    if desde is not None:
        primero = abrir_al(ahora, desde, "--desde")
    elif antes is not None:
        primero = abrir(ahora, antes, "ANTES")
    else:
        primero = abrir_lo_guardado(ahora)
    segundo = ahora if despues is None else abrir(ahora, despues, "DESPUÉS")
    de, a = (Momento(una.fuente.nombre, una.indices, una.cobertura) for una in (primero, segundo))
    respuesta = responder(de, a, pedido)
    if primero.errores:
        cuantos = contar(primero.errores, "error", "errores")
        avisar(f"{cuantos} en {primero.fuente.nombre}: se compara lo que está sano.")
    segundo.responder(respuesta, formato, salida, codigo=int(primero.errores > 0))
