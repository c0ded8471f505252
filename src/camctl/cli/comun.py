"""Lo que comparten los comandos: sus apartados en la ayuda, sus códigos y sus errores de uso."""

from typing import Final, NamedTuple

import typer

CONSULTAR: Final = "Consultar"
COMPROBAR: Final = "Comprobar"
REPARTIR: Final = "Repartir"
SEGUIR: Final = "Llevar el año"
# En el orden de la ayuda.
APARTADOS: Final = (CONSULTAR, SEGUIR, COMPROBAR, REPARTIR)

CON_HALLAZGOS: Final = 1
MAL_USO: Final = 2
SALIDA_ESTANDAR: Final = "-"


class Opciones(NamedTuple):
    """Lo que se dijo antes del nombre del comando."""

    datos: str | None = None


def datos_pedidos(ctx: typer.Context, datos: str | None) -> str | None:
    """La carpeta dicha tras el comando o, si no, antes de él."""
    antes = ctx.obj if isinstance(ctx.obj, Opciones) else Opciones()
    return antes.datos if datos is None else datos


def opcion_de(nombre: str) -> str:
    """La opción que se llama así, como se teclea: «--por-confirmar»."""
    return f"--{nombre.replace('_', '-')}"


def mal_valor(mensaje: str, opcion: str) -> typer.BadParameter:
    """El error de un valor que no se entiende, o que no está en el plan."""
    return typer.BadParameter(mensaje, param_hint=opcion)


def mal_uso(mensaje: str) -> typer.TyperException:
    """El error de una orden que no se puede cumplir, sin que lo cause un valor suyo."""
    from typer._click.exceptions import UsageError

    return UsageError(mensaje)


def no_se_puede(mensaje: str) -> typer.TyperException:
    """El error de una orden bien dada que el sistema, u otra orden, no deja cumplir."""
    error = typer.TyperException(mensaje)
    error.exit_code = MAL_USO
    return error
