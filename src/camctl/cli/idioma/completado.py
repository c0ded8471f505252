"""El guion de completado de cada intérprete, y lo que propone."""

import io
from collections.abc import MutableMapping
from contextlib import redirect_stderr
from subprocess import CalledProcessError
from typing import Any

from typer import Exit, _completion_classes, echo
from typer._click.core import Command, Context
from typer._click.exceptions import UsageError
from typer._click.shell_completion import get_completion_class
from typer._completion_shared import Shells, _get_shell_name, get_completion_script, install

from camctl.cli.idioma.errores import motivo, no_se_abre
from camctl.cli.salidas import emitir


def instalar(ctx: Context, variable: str) -> None:
    """Instala el completado en el intérprete en uso, lo dice y termina.

    `variable` es la de entorno con que el intérprete lo pedirá.
    """
    programa = ctx.command_path
    interprete = _interprete_en_uso(programa, variable)
    try:
        # Con PowerShell, Typer cuenta en inglés sus tropiezos antes de rendirse.
        with redirect_stderr(io.StringIO()):
            _, ruta = install(interprete, programa, variable)
    except OSError as fallo:
        # Un disco lleno no dice en qué archivo.
        causa = no_se_abre(fallo) if fallo.filename else motivo(fallo)
        raise UsageError(f"no se pudo instalar el completado: {causa}", ctx) from fallo
    except (Exit, CalledProcessError, UnicodeError) as fallo:
        raise UsageError(f"no se pudo instalar el completado de {interprete}", ctx) from fallo
    echo(f"Completado de {interprete} instalado en {ruta}")
    echo("Abra otra terminal para usarlo.")
    ctx.exit()


def mostrar(ctx: Context, variable: str) -> None:
    """Muestra el guion del completado y termina."""
    programa = ctx.command_path
    emitir(f"{_guion(_interprete_en_uso(programa, variable), programa, variable)}\n")
    ctx.exit()


def _interprete_en_uso(programa: str, variable: str) -> str:
    """El intérprete de órdenes desde el que se llama al programa.

    Raises:
        UsageError: si no se reconoce o Typer no sabe completar en él.
    """
    try:
        nombre = _get_shell_name()
    except (OSError, RuntimeError):
        nombre = None
    if nombre in list(Shells):
        return str(nombre)
    causa = (
        f"no hay completado para «{nombre}»" if nombre else "no se reconoce el intérprete en uso"
    )
    ejemplo = f"{variable}=source_bash {programa}"
    raise UsageError(
        f"{causa}; para ver el guion de otro ({', '.join(Shells)}), escriba: {ejemplo}"
    )


def _guion(interprete: str, programa: str, variable: str) -> str:
    return get_completion_script(prog_name=programa, complete_var=variable, shell=interprete)


def completar(
    comando: Command,
    ctx_args: MutableMapping[str, Any],
    programa: str,
    variable: str,
    instruccion: str,
) -> str:
    """Lo que el intérprete espera al pedir `instruccion`: `source_bash`, `complete_zsh`…"""
    accion, _, interprete = instruccion.partition("_")
    _completion_classes.completion_init()
    clase = get_completion_class(interprete)
    if clase is None or accion not in ("source", "complete"):
        raise UsageError(f"instrucción de completado desconocida: «{instruccion}»")
    if accion == "source":
        return _guion(interprete, programa, variable)
    # Typer pasa la ayuda por Rich, que la parte en renglones y tarda en importarse.
    _completion_classes._sanitize_help_text = _en_una_linea  # noqa: SLF001
    return clase(comando, ctx_args, programa, variable).complete()


def _en_una_linea(text: str) -> str:
    return " ".join(text.split())
