"""Las opciones que comparten los comandos."""

from typing import Annotated

import typer

from camctl.cli.completado import completar


def _formatos(incompleto: str) -> list[str]:
    from camctl.salida.tablas import formatos

    return [formato for formato in formatos() if formato.startswith(incompleto)]


def _criterios(incompleto: str) -> list[str]:
    from camctl.cobertura import CRITERIOS

    return [criterio for criterio in CRITERIOS if criterio.startswith(incompleto)]


def con_nombre(ruta: str | None) -> str | None:
    """La ruta de lo que se va a escribir, si se dijo.

    Vacía es una variable sin valor, y no ha de acabar en otro sitio.

    Raises:
        BadParameter: si está vacía.
    """
    if ruta == "":
        raise typer.BadParameter("el nombre está vacío")
    return ruta


OpcionDatos = Annotated[
    str | None,
    typer.Option(
        "--datos",
        metavar="CARPETA",
        help="La carpeta de los datos; también con la variable CAMCTL_DATOS.",
    ),
]
OpcionSimular = Annotated[
    bool,
    typer.Option(
        "--simular", help="Muestra lo que cambiaría, sin cambiarlo; termina con un 1 si algo."
    ),
]
OpcionFormato = Annotated[
    str | None,
    typer.Option(
        "--formato",
        "-f",
        metavar="FORMATO",
        help="tabla, json, csv, yaml o md.",
        autocompletion=_formatos,
    ),
]
OpcionSalida = Annotated[
    str | None,
    typer.Option(
        "--salida",
        "-o",
        metavar="ARCHIVO",
        help="Escribe en un archivo; su extensión dice el formato. «-» es la salida estándar.",
        callback=con_nombre,
    ),
]
OpcionActor = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ACTOR",
        help="Lo que toca a esta institución: su ID o un alias. Se puede repetir.",
        autocompletion=completar("actor"),
    ),
]
OpcionObjetivo = Annotated[
    list[str] | None,
    typer.Option(
        "--objetivo",
        metavar="OBJETIVO",
        help="Lo que toca a este objetivo: B8, b.8… Se puede repetir.",
        autocompletion=completar("objetivo"),
    ),
]
OpcionCriterio = Annotated[
    str | None,
    typer.Option(
        "--criterio",
        metavar="CRITERIO",
        help="Qué sesiones cuentan: directo, las que lo nombran; actor, además, por la misión de "
        "quien está (por omisión); general, además, por abarcarlo todo.",
        autocompletion=_criterios,
    ),
]
