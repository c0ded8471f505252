"""El programa: descubre los comandos, carga solo el que se pide y sale con su código."""

import os
import pkgutil
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Annotated, Any, Final, TextIO, cast

import typer

from camctl import __version__
from camctl.cli import comandos
from camctl.cli.comun import APARTADOS, MAL_USO, Opciones
from camctl.cli.idioma import INTERRUMPIDO, Comando, Grupo
from camctl.cli.opciones import OpcionDatos
from camctl.cli.salidas import emitir

_PROGRAMA: Final = "camctl"
_FALLO_DE_CAMCTL: Final = 3


class _GrupoPerezoso(Grupo):
    """Los comandos de `cli/comandos/`: el nombre del módulo es el del comando."""

    _por_apartados = False

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Escribe la ayuda, con los comandos por apartados: primero, lo que se consulta."""
        self._por_apartados = True
        super().format_help(ctx, formatter)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 — la firma es de Typer
        """Los nombres de todos los comandos; si no es para la ayuda, sin importar ninguno."""
        if not self._por_apartados:
            return nombres_de_comandos()
        apartados = {nombre: _comando(nombre).rich_help_panel for nombre in nombres_de_comandos()}
        return sorted(apartados, key=lambda nombre: APARTADOS.index(apartados[nombre]))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 — la firma es de Typer
        """El comando de ese nombre, recién importado, o nada si no existe."""
        return _comando(cmd_name) if cmd_name in nombres_de_comandos() else None


@cache
def nombres_de_comandos() -> list[str]:
    """Los nombres de los comandos, por orden alfabético."""
    return sorted(modulo.name for modulo in pkgutil.iter_modules(comandos.__path__))


@cache
def _comando(nombre: str) -> Any:
    modulo = import_module(f"{comandos.__name__}.{nombre}")
    funcion, grupo = getattr(modulo, nombre), getattr(modulo, "GRUPO", None)
    if grupo is not None:
        # Un comando que se divide en otros.
        suyo = typer.Typer(name=nombre, cls=grupo, add_completion=False)
        suyo.callback(rich_help_panel=modulo.PANEL)(funcion)
    else:
        suyo = typer.Typer(add_completion=False)
        suyo.command(nombre, cls=Comando, rich_help_panel=modulo.PANEL)(funcion)
    return typer.main.get_command(suyo)


def _raiz(
    ctx: typer.Context,
    datos: OpcionDatos = None,
    version: Annotated[
        bool, typer.Option("--version", help="Muestra la versión y termina.", is_eager=True)
    ] = False,
) -> None:
    """El plan de trabajo de una comisión, como datos: se consulta, se comprueba y se reparte."""
    if version:
        emitir(f"{_PROGRAMA} {__version__}\n")
        raise typer.Exit
    ctx.obj = Opciones(datos)
    if ctx.invoked_subcommand is None:
        emitir(ctx.get_help())
        raise typer.Exit


@cache
def aplicacion() -> Any:
    """El comando raíz, con todos los demás por cargar."""
    app = typer.Typer(cls=_GrupoPerezoso, add_completion=False, invoke_without_command=True)
    app.callback()(_raiz)
    return typer.main.get_command(app)


def ejecutar(argumentos: list[str]) -> int:
    """Ejecuta una orden y devuelve su código de salida; nunca lanza.

    0 bien · 1 hallazgos · 2 mal uso o datos ilegibles · 3 fallo de camctl · 130 Ctrl-C.
    """
    try:
        codigo = aplicacion().main(argumentos, prog_name=_PROGRAMA, standalone_mode=False)
    except KeyboardInterrupt:
        return INTERRUMPIDO
    except typer.Abort as interrumpido:
        _decir(interrumpido)
        return INTERRUMPIDO
    except typer.TyperException as error:
        _decir(error)
        return MAL_USO
    except typer.Exit as salida:
        # La del completado, que se da antes de que haya orden.
        return salida.exit_code
    except SystemExit as salida:
        return salida.code if isinstance(salida.code, int) else 0
    except Exception as fallo:  # noqa: BLE001 — quien usa camctl no ha de ver nunca un volcado
        from camctl.cli.fallos import contar_fallo

        contar_fallo(fallo)
        return _FALLO_DE_CAMCTL
    return codigo if isinstance(codigo, int) else 0


def _decir(error: typer.TyperException | typer.Abort) -> None:
    from camctl.cli.idioma.errores import mostrar_error

    # Si nadie lee los errores, queda el código de salida.
    with suppress(OSError):
        mostrar_error(error)


def principal() -> None:
    """Lo que ejecuta la orden `camctl`: termina el proceso con el código que toque."""
    # Sin una de las salidas, que la orden haga lo mismo y no lo diga a nadie.
    sys.stdout = sys.stdout or _a_ninguna_parte("w")
    sys.stderr = sys.stderr or _a_ninguna_parte("w")
    sys.stdin = sys.stdin or _a_ninguna_parte("r")
    for salida in (sys.stdout, sys.stderr):
        # Con una codificación pobre, antes un signo de interrogación que un volcado.
        salida.reconfigure(errors="replace")  # type: ignore[union-attr]  # son las de verdad
    codigo = ejecutar(sys.argv[1:])
    for salida in (sys.stdout, sys.stderr):
        # Si quien leía ya no está, no hay a quién decírselo.
        with suppress(OSError):
            salida.flush()
    # Desmontar el intérprete, módulo a módulo, tardaría más que muchas consultas.
    os._exit(codigo)


def _a_ninguna_parte(modo: str) -> TextIO:
    return cast("TextIO", open(os.devnull, modo, encoding="utf-8"))  # noqa: PTH123 — vive lo que el proceso
