"""El uso, la ayuda y las órdenes mal escritas de un comando o de un grupo de ellos."""

import os
import sys
from collections.abc import MutableMapping, Sequence
from contextlib import suppress
from typing import Any

from typer import Abort, TyperException, echo
from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup, TyperOption

from camctl.castellano import con_ayuda, entre_comillas, enumerar, quiso_decir
from camctl.cli.idioma.parametros import en_espanol, opcion_de_salida
from camctl.comparacion import Sugerencias

# El código de salida de Ctrl-C.
INTERRUMPIDO = 130

# El primero es el que se recomienda.
NOMBRES_DE_LA_AYUDA = ("--ayuda", "--help", "-h")

_USO = {"[OPTIONS]": "[OPCIONES]", "COMMAND [ARGS]...": "COMANDO [ARGUMENTOS]..."}


class _EnEspanol(Command):
    """Lo que comparten `Comando` y `Grupo`: el uso, la ayuda, los errores y el completado."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Ejecuta el programa y sale con su código: el entero que devuelva el comando, o cero.

        Con `standalone_mode=False` devuelve lo que el comando y deja subir sus errores.
        """
        try:
            resultado = super().main(  # type: ignore[safe-super]  # lo completan las subclases
                args=args,
                prog_name=prog_name,
                complete_var=complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except (TyperException, Abort) as error:
            if not standalone_mode:
                raise
            from camctl.cli.idioma.errores import mostrar_error

            mostrar_error(error)
            sys.exit(INTERRUMPIDO if isinstance(error, Abort) else error.exit_code)
        if standalone_mode:
            sys.exit(resultado if isinstance(resultado, int) else 0)
        return resultado

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Lee `args` en `ctx` y devuelve los que sobran, si el comando los admite."""
        admite_otros = ctx.allow_extra_args
        ctx.allow_extra_args = True
        try:
            otros = super().parse_args(ctx, args)
        except UsageError as error:
            # El analizador no dice en qué comando estaba.
            error.ctx = error.ctx or ctx
            raise
        finally:
            ctx.allow_extra_args = admite_otros
        if otros and not admite_otros and not ctx.resilient_parsing:
            verbo = "sobra el argumento" if len(otros) == 1 else "sobran los argumentos"
            raise UsageError(f"{verbo} {enumerar([*map(entre_comillas, otros)])}", ctx)
        return otros

    def invoke(self, ctx: Context) -> Any:
        """Ejecuta el comando y devuelve lo que devuelva."""
        if self.deprecated:
            echo(f"aviso: el comando «{ctx.command_path}» está en desuso", err=True)
            # El aviso de Typer iría detrás.
            self.deprecated = False
        return super().invoke(ctx)

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Los parámetros del comando, y la opción de ayuda al final."""
        return [en_espanol(parametro) for parametro in super().get_params(ctx)]

    def get_help_option_names(self, ctx: Context) -> list[str]:  # noqa: ARG002 — lo llama Typer
        """Los nombres de la ayuda que el comando no usa para otra cosa, siempre en un orden."""
        usados = {nombre for p in self.params for nombre in (*p.opts, *p.secondary_opts)}
        return [nombre for nombre in NOMBRES_DE_LA_AYUDA if nombre not in usados]

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """La opción de ayuda, o `None` si el comando no la tiene."""
        opcion = super().get_help_option(ctx)
        if opcion is not None:
            opcion.help = "Muestra esta ayuda y termina."
        return opcion

    def get_usage(self, ctx: Context) -> str:
        """La línea de uso, en una sola línea: «Uso: camctl calendario [OPCIONES] [ACTOR]»."""
        return " ".join(["Uso:", ctx.command_path, *self.collect_usage_pieces(ctx)])

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Lo que sigue al nombre del comando en la línea de uso."""
        return [_USO.get(pieza, pieza) for pieza in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 45) -> str:
        """La primera frase de la ayuda, cortada a unos `limit` caracteres."""
        return super().get_short_help_str(limit).replace("(DEPRECATED", "(en desuso")

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 — ídem
        """Escribe la ayuda en la salida con Rich, que solo entonces se importa."""
        from typer import rich_utils

        from camctl.cli.idioma.ayuda import preparar_rich
        from camctl.cli.salidas import escribiendo

        preparar_rich()
        # Si quien leía se fue, Rich acabaría el programa con un 1.
        with escribiendo(), suppress(SystemExit):
            rich_utils.rich_format_help(obj=self, ctx=ctx, markup_mode="rich")

    def _main_shell_completion(
        self, ctx_args: MutableMapping[str, Any], prog_name: str, complete_var: str | None = None
    ) -> None:
        variable = complete_var or _variable_de_completado(prog_name)
        if instruccion := os.environ.get(variable):
            from camctl.cli.idioma.completado import completar
            from camctl.cli.salidas import emitir

            emitir(f"{completar(self, ctx_args, prog_name, variable, instruccion)}\n")
            sys.exit()


class Comando(_EnEspanol, TyperCommand):
    """Un comando que habla español: `@app.command(cls=Comando)`."""


class Grupo(_EnEspanol, TyperGroup):
    """Un grupo de comandos que habla español: `typer.Typer(cls=Grupo, add_completion=False)`.

    El grupo raíz trae las opciones `--instalar-completado` y `--mostrar-completado`.
    """

    def __init__(self, **atributos: Any) -> None:
        super().__init__(**atributos)
        self._completado: list[Parameter] = [
            opcion_de_salida(
                "--instalar-completado",
                "Instala el completado de órdenes en el intérprete en uso y termina.",
                _instalar,
            ),
            opcion_de_salida(
                "--mostrar-completado",
                "Muestra el guion del completado, para adaptarlo, y termina.",
                _mostrar,
            ),
        ]

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Los parámetros del grupo; en el raíz, con los del completado delante de la ayuda."""
        parametros = super().get_params(ctx)
        if ctx.parent is None:
            cuantos = len(self.params)
            parametros[cuantos:cuantos] = self._completado
        return parametros

    def invoke(self, ctx: Context) -> Any:
        """Ejecuta el comando pedido y devuelve lo que devuelva."""
        if not ctx._protected_args and not self.invoke_without_command:  # noqa: SLF001
            raise UsageError(self._cuales_hay(ctx) or "falta el comando", ctx)
        return super().invoke(ctx)

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """El nombre del comando que encabeza `args`, el comando y los argumentos que le siguen."""
        nombre, *resto = args
        comando = self.get_command(ctx, nombre)
        if comando is not None:
            return nombre, comando, resto
        if ctx.resilient_parsing:
            return None, None, resto
        # Los comandos se cargan al pedirlos: los conoce `list_commands`, no `self.commands`.
        sugerencias = quiso_decir(Sugerencias(self.list_commands(ctx)).para(nombre))
        ayuda = sugerencias or self._cuales_hay(ctx)
        raise UsageError(con_ayuda(f"no existe el comando «{nombre}»", ayuda), ctx)

    def _cuales_hay(self, ctx: Context) -> str:
        """Los comandos de un grupo que no es el raíz: los de este no caben en una frase."""
        nombres = self.list_commands(ctx) if ctx.parent else []
        return f"diga cuál: {enumerar(nombres, conjuncion='o')}" if nombres else ""


def _instalar(ctx: Context, _opcion: Parameter, pedido: bool) -> None:
    if pedido and not ctx.resilient_parsing:
        from camctl.cli.idioma import completado

        completado.instalar(ctx, _variable_de_completado(ctx.command_path))


def _mostrar(ctx: Context, _opcion: Parameter, pedido: bool) -> None:
    if pedido and not ctx.resilient_parsing:
        from camctl.cli.idioma import completado

        completado.mostrar(ctx, _variable_de_completado(ctx.command_path))


def _variable_de_completado(programa: str) -> str:
    """La variable de entorno con que el intérprete pide al programa que complete."""
    return f"_{programa}_COMPLETE".replace("-", "_").upper()
