"""Dar una respuesta o un informe en el formato pedido, donde se pidió."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from camctl.archivos import causa
from camctl.castellano import entre_comillas, enumerar
from camctl.cli.comun import SALIDA_ESTANDAR
from camctl.cli.progreso import a_la_vista
from camctl.cli.salidas import ancho, avisar, dejar_archivo, emitir, escribiendo
from camctl.comparacion import plegar

if TYPE_CHECKING:
    from camctl.informe import Informe
    from camctl.vistas.respuesta import Respuesta


def entregar(respuesta: "Respuesta", formato: str | None, salida: str | None) -> None:
    """Da la respuesta en el formato pedido, el de la extensión de `salida` o en una tabla."""
    from camctl.salida.tablas import TABLA, en_archivo, escribir, formato_de, formatos

    elegido = elegir_formato(formato, salida, formatos(), formato_de)
    if salida not in (None, SALIDA_ESTANDAR):
        dejar_archivo(str(salida), en_archivo(respuesta, elegido))
    elif elegido == TABLA and sys.stdout.isatty():
        from camctl.salida.tablas.consola import mostrar

        with escribiendo():
            mostrar(respuesta, ancho())
    else:
        emitir(escribir(respuesta, elegido, ancho=ancho()), exacto=elegido != TABLA)


def entregar_informe(informe: "Informe", formato: str | None, salida: str | None) -> None:
    """Da el informe de `validar` en el formato pedido, el de la extensión de `salida` o texto."""
    from camctl.salida import diagnosticos
    from camctl.salida.diagnosticos import TEXTO

    if formato is None and salida is None and os.environ.get("GITHUB_ACTIONS"):
        _entregar_a_github(informe)
        return
    elegido = elegir_formato(formato, salida, diagnosticos.formatos(), diagnosticos.formato_de)
    if salida not in (None, SALIDA_ESTANDAR):
        dejar_archivo(str(salida), a_la_vista(diagnosticos.escribir, informe, elegido).encode())
    elif elegido == TEXTO and sys.stdout.isatty():
        with escribiendo():
            diagnosticos.mostrar(informe, ancho())
    else:
        emitir(a_la_vista(diagnosticos.escribir, informe, elegido), exacto=elegido != TEXTO)


def _entregar_a_github(informe: "Informe") -> None:
    """Las anotaciones en la salida y, si la tarea tiene dónde, su resumen."""
    from camctl.salida.diagnosticos import github

    emitir(github.escribir(informe), exacto=True)
    if resumen := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(resumen).open("a", encoding="utf-8") as abierto:
                abierto.write(github.resumen_de_la_tarea(informe))
        except OSError as fallo:
            avisar(f"no se pudo escribir el resumen de la tarea: {causa(fallo)}")


def elegir_formato(
    pedido: str | None,
    salida: str | None,
    formatos: Sequence[str],
    formato_de: Callable[[str], str | None],
    *,
    opcion: str = "--formato",
) -> str:
    """El formato pedido o, si no se pide, el de la extensión de `salida`; si no, el primero."""
    if pedido is not None:
        elegido = next((uno for uno in formatos if plegar(uno) == plegar(pedido)), None)
        if elegido is None:
            valores = enumerar([*map(entre_comillas, formatos)])
            raise typer.BadParameter(
                f"«{pedido}» no está entre los valores admitidos: {valores}",
                param_hint=opcion,
            )
        return elegido
    if salida in (None, SALIDA_ESTANDAR):
        return formatos[0]
    deducido = formato_de(str(salida))
    if deducido is None:
        # El de un argumento no se dice con su nombre, sino él solo.
        con_que = f" con {opcion}" if opcion.startswith("--") else ""
        raise typer.BadParameter(
            f"la extensión de «{salida}» no dice el formato; diga cuál{con_que}: "
            f"{enumerar(formatos, conjuncion='o')}",
            param_hint="--salida",
        )
    return deducido
