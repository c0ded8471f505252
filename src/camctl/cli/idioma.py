"""Piso 7: todo lo que Typer dice en inglés, dicho en español.

Typer lleva casi todos sus textos escritos en el código, sin traducción posible. Aquí se reemplazan
los de la ayuda, los errores de uso y el completado, sea cual sea el idioma de la máquina; una
prueba avisa si una versión nueva de Typer trae otros.
"""

import inspect
import io
import os
import re
import sys
import unicodedata
from ast import literal_eval
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import redirect_stderr, suppress
from datetime import date, datetime, time
from subprocess import CalledProcessError
from typing import TYPE_CHECKING, Any, get_args, get_origin

from typer import Abort, Exit, TyperException, _completion_classes, echo
from typer._click.core import Command, Context, Parameter, ParameterSource
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    FileError,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import get_completion_class
from typer._coercion import RuntimeParam, bool_flag_type_descriptor
from typer._completion_shared import Shells, _get_shell_name, get_completion_script, install
from typer._display import get_error_msg
from typer._param_types import (
    choice_as_str,
    choice_coercion_annotation,
    is_file_annotation,
    path_type_name,
    routes_to_path,
)
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption, _TyperParameter

from camctl.castellano import entre_comillas, enumerar, quiso_decir
from camctl.comparacion import Sugerencias, plegar

if TYPE_CHECKING:
    from pydantic import ValidationError
    from rich.text import Text
    from typer.models import ParameterInfo

# El código de salida de Ctrl-C.
INTERRUMPIDO = 130

# El primero es el que se recomienda.
NOMBRES_DE_LA_AYUDA = ("--ayuda", "--help", "-h")

_USO = {"[OPTIONS]": "[OPCIONES]", "COMMAND [ARGS]...": "COMANDO [ARGUMENTOS]..."}


# --- Comandos ------------------------------------------------------------------------------------


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
        return [_en_espanol(parametro) for parametro in super().get_params(ctx)]

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

        from camctl.cli.comun import escribiendo

        _preparar_rich()
        # Si quien leía se fue, Rich acabaría el programa con un 1.
        with escribiendo(), suppress(SystemExit):
            rich_utils.rich_format_help(obj=self, ctx=ctx, markup_mode="rich")

    def _main_shell_completion(
        self, ctx_args: MutableMapping[str, Any], prog_name: str, complete_var: str | None = None
    ) -> None:
        variable = complete_var or _variable_de_completado(prog_name)
        if instruccion := os.environ.get(variable):
            echo(_completar(self, ctx_args, prog_name, variable, instruccion))
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
            _opcion_de_salida(
                "--instalar-completado",
                "Instala el completado de órdenes en el intérprete en uso y termina.",
                _instalar_completado,
            ),
            _opcion_de_salida(
                "--mostrar-completado",
                "Muestra el guion del completado, para adaptarlo, y termina.",
                _mostrar_completado,
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
            raise UsageError("falta el comando", ctx)
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
        raise UsageError(_con_ayuda(f"no existe el comando «{nombre}»", sugerencias), ctx)


# --- Parámetros ----------------------------------------------------------------------------------


class _TextoTalCual(RuntimeParam):
    """Un texto ya es un texto: levantar un validador de Pydantic por opción sería más lento."""

    def _coerce_value(self, value: Any, param: _TyperParameter, ctx: Context) -> Any:  # noqa: ARG002
        return list(value) if isinstance(value, list | tuple) else value


class _ParametroEnEspanol(_TyperParameter):
    """Lo que comparten argumentos y opciones: el nombre de su tipo, los textos y los booleanos."""

    def get_runtime_param(self) -> RuntimeParam:
        """Quien convierte lo escrito en un valor de Python."""
        descripcion = self.type_descriptor
        if descripcion.annotation in (str, list[str]) and descripcion.parameter_info.parser is None:
            return _TextoTalCual(descripcion.parameter_info, descripcion.annotation)
        return super().get_runtime_param()

    def display_type(self, ctx: Context) -> str:  # noqa: ARG002 — lo llama Typer
        """El tipo del valor, para la ayuda: «<texto>», «<directo|actor|general>»."""
        descripcion = self.type_descriptor
        return f"<{_nombre_del_tipo(descripcion.annotation, descripcion.parameter_info)}>"

    def process_value(self, ctx: Context, value: Any) -> Any:
        """El valor de Python que corresponde a lo escrito, `value`."""
        if self.type_descriptor.annotation is bool and isinstance(value, str):
            value = "yes" if plegar(value) == "si" else value
        return super().process_value(ctx, value)


class _Argumento(_ParametroEnEspanol, TyperArgument):
    """Un argumento que se nombra en mayúsculas."""

    @property
    def display_name_raw(self) -> str:
        """El nombre con que se le llama en la ayuda y en los errores."""
        return self.metavar or self.name.upper()

    def _usage_display_name(self) -> str:
        nombre = self.display_name_raw if self.required else f"[{self.display_name_raw}]"
        return nombre if self.nargs == 1 else f"{nombre}..."

    def _extract_default_help_str(self, *, ctx: Context) -> Any:
        return _por_omision(super()._extract_default_help_str(ctx=ctx))


class _Opcion(_ParametroEnEspanol, TyperOption):
    """Una opción que solo dice su tipo si lleva un valor, y «...» si se puede repetir."""

    def display_type_rich(self, ctx: Context) -> str | None:
        """El tipo del valor, para la ayuda, o `None` si no lleva ninguno."""
        if self.is_flag or self.count:
            return None
        tipo = self.metavar or self.display_type(ctx)
        return f"{tipo}..." if self.multiple else tipo

    def _extract_default_help_str(self, *, ctx: Context) -> Any:
        valor = super()._extract_default_help_str(ctx=ctx)
        return valor if self.is_flag and not valor else _por_omision(valor)


_CLASES: dict[type[Parameter], type[Parameter]] = {
    TyperArgument: _Argumento,
    TyperOption: _Opcion,
}


def _en_espanol(parametro: Parameter) -> Parameter:
    """El mismo `parametro`, ya de la clase que habla español.

    Typer crea los parámetros de una función con sus propias clases, que no se pueden elegir.
    """
    parametro.__class__ = _CLASES.get(type(parametro), type(parametro))
    return parametro


_TIPOS: dict[Any, str] = {
    str: "texto",
    int: "número",
    float: "número",
    bool: "sí|no",
    date: "fecha",
    datetime: "fecha",
    time: "hora",
}
_TIPOS_DE_RUTA = {"file": "fichero", "dir": "carpeta", "path": "ruta"}


def _nombre_del_tipo(anotacion: Any, opciones: "ParameterInfo") -> str:
    """Cómo se llama en la ayuda un valor de tipo `anotacion`."""
    if get_origin(anotacion) in (list, tuple):
        return ",".join(_nombre_del_tipo(parte, opciones) for parte in get_args(anotacion))
    eleccion = choice_coercion_annotation(anotacion, opciones)
    if eleccion is not None:
        return "|".join(map(choice_as_str, eleccion[0])) if opciones.show_choices else "texto"
    if is_file_annotation(anotacion):
        return "fichero"
    if routes_to_path(anotacion, opciones):
        return _TIPOS_DE_RUTA[path_type_name(opciones)]
    return _TIPOS.get(anotacion, "valor")


def _por_omision(valor: Any) -> Any:
    """El valor por omisión tal como se muestra en la ayuda."""
    if callable(valor):
        return "(se calcula)"
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    return valor


# --- Ayuda ---------------------------------------------------------------------------------------


def _preparar_rich() -> None:
    """Pone en español los textos de la ayuda de Typer, que son constantes de un módulo."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumentos"
    rich_utils.OPTIONS_PANEL_TITLE = "Opciones"
    rich_utils.COMMANDS_PANEL_TITLE = "Comandos"
    rich_utils.DEFAULT_STRING = "[por omisión: {}]"
    rich_utils.ENVVAR_STRING = "[variable de entorno: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[obligatorio]"
    rich_utils.DEPRECATED_STRING = "(en desuso) "
    rich_utils.OptionHighlighter.highlights = [
        patron.replace("Usage: ", "Uso: ") for patron in rich_utils.OptionHighlighter.highlights
    ]
    # Con las marcas de Rich, «[actor]» desaparecería de un texto.
    rich_utils._make_rich_text = _texto_de_la_ayuda  # noqa: SLF001


def _texto_de_la_ayuda(*, text: str, style: str = "", markup_mode: str) -> "Text":  # noqa: ARG001
    """`text` sin más marcas que el color de las opciones que nombra."""
    from rich.text import Text
    from typer import rich_utils

    return rich_utils.highlighter(Text(inspect.cleandoc(text), style=style))


# --- Errores -------------------------------------------------------------------------------------


def mostrar_error(error: TyperException | Abort) -> None:
    """Escribe el error en la salida de errores: el uso del comando, cómo pedir ayuda y qué pasó."""
    if isinstance(error, NoArgsIsHelpError):
        # Typer ya mostró la ayuda al crear el error.
        return
    if isinstance(error, Abort):
        lineas = [explicar(error)]
    else:
        lineas = [*_orientacion(getattr(error, "ctx", None)), f"error: {explicar(error)}"]
    echo("\n".join(map(_sin_controles, lineas)), err=True)


def _orientacion(ctx: Context | None) -> list[str]:
    if ctx is None:
        return []
    ayuda = ctx.command.get_help_option(ctx)
    if ayuda is None:
        return [ctx.get_usage()]
    pista = f"Pruebe «{ctx.command_path} {ayuda.opts[0]}» para ver la ayuda."
    return [ctx.get_usage(), pista]


def explicar(error: TyperException | Abort) -> str:
    r"""Lo que pasó, en una frase en español sin punto final; los textos propios quedan como están.

    Los caracteres de control de lo que se escribió salen a la vista: `\x1b`.
    """
    return _sin_controles(_explicacion(error))


def _explicacion(error: TyperException | Abort) -> str:
    match error:
        case Abort():
            return "Interrumpido."
        case NoSuchOption():
            # Typer compara también los guiones, y así todo se parece.
            parecidas = Sugerencias(error.possibilities or ()).para(error.option_name)
            return _con_ayuda(f"no existe la opción «{error.option_name}»", quiso_decir(parecidas))
        case NoArgsIsHelpError():
            return "faltan los argumentos"
        case BadOptionUsage():
            return _opcion_mal_usada(error)
        case BadArgumentUsage():
            return _argumento_incompleto(error)
        case MissingParameter():
            return _falta(error)
        case BadParameter():
            return f"valor no válido{_para_quien(error)}: {_defecto(error)}"
        case FileError():
            return f"no se puede abrir «{error.filename}»: {_defecto(error)}"
        case _:
            return error.message


def _opcion_mal_usada(error: BadOptionUsage) -> str:
    for opcion in _parametros(error):
        if error.option_name not in (*opcion.opts, *opcion.secondary_opts):
            continue
        if isinstance(opcion, TyperOption) and (opcion.is_flag or opcion.count):
            return f"la opción «{error.option_name}» no lleva valor"
        valores = "un valor" if opcion.nargs == 1 else f"{opcion.nargs} valores"
        return f"la opción «{error.option_name}» necesita {valores}"
    return error.message


def _argumento_incompleto(error: BadArgumentUsage) -> str:
    # El error no dice cuál: son los que llevan un número fijo de valores.
    varios = [
        f"«{_nombre(argumento)}» lleva {argumento.nargs}"
        for argumento in _parametros(error)
        if isinstance(argumento, TyperArgument) and argumento.nargs > 1
    ]
    return f"faltan valores: {enumerar(varios)}" if varios else error.message


def _parametros(error: UsageError) -> list[Parameter]:
    """Los del comando en que se produjo el error."""
    return error.ctx.command.get_params(error.ctx) if error.ctx else []


def _falta(error: MissingParameter) -> str:
    clase = "la opción" if isinstance(error.param, TyperOption) else "el argumento"
    quien = _nombres(error)
    frase = f"falta {clase} {quien}" if quien else "falta un valor"
    elegibles = error.param.type_descriptor.choices if error.param else None
    if elegibles:
        valores = enumerar([entre_comillas(choice_as_str(valor)) for valor in elegibles])
        return f"{frase}; los valores admitidos son {valores}"
    return frase


def _nombres(error: BadParameter) -> str:
    """A qué parámetro se refiere el error, entre comillas; nada si no se sabe."""
    if error.param_hint is not None:
        pistas = [error.param_hint] if isinstance(error.param_hint, str) else error.param_hint
        return enumerar([*map(entre_comillas, pistas)], conjuncion="o")
    return entre_comillas(_nombre(error.param)) if error.param else ""


def _nombre(parametro: _TyperParameter) -> str:
    if isinstance(parametro, TyperArgument):
        return parametro.display_name_raw
    nombres = [*parametro.opts, *parametro.secondary_opts]
    return next((nombre for nombre in nombres if nombre.startswith("--")), nombres[0])


def _para_quien(error: BadParameter) -> str:
    quien = _nombres(error)
    return f" para {quien}{_procedencia(error)}" if quien else ""


def _procedencia(error: BadParameter) -> str:
    """La variable de entorno de donde salió el valor, que nadie escribió en la orden."""
    parametro, ctx = error.param, error.ctx
    if parametro is None or ctx is None or not parametro.envvar:
        return ""
    if ctx.get_parameter_source(parametro.name) is not ParameterSource.ENVIRONMENT:
        return ""
    variables = parametro.envvar
    nombres = [variables] if isinstance(variables, str) else variables
    return f" (variable de entorno {enumerar(nombres, conjuncion='o')})"


# Lo que no es de Pydantic ni del sistema: Typer solo lo dice con palabras.
_DE_TYPER = (
    (r"(.*) is not one of (.*)\.", "{} no está entre los valores admitidos: {}"),
    (r"(.*) does not match the formats (.*)\.", "{} no sigue ninguno de estos formatos: {}"),
    (r"(\d+) values are required, but (\d+) given\.", "hacen falta {} valores, y hay {}"),
    (r"value is not a valid tuple|Value must be an iterable\.", "hacen falta varios valores"),
    (r"(?:file|dir|path) (.*) does not exist\.", "{} no existe"),
    (r"(?:file|dir|path) (.*) is a file\.", "{} es un fichero, y hace falta una carpeta"),
    (r"(?:file|dir|path) (.*) is a directory\.", "{} es una carpeta, y hace falta un fichero"),
    (r"(?:file|dir|path) (.*) is not readable\.", "no hay permiso para leer {}"),
    (r"(?:file|dir|path) (.*) is not writable\.", "no hay permiso para escribir en {}"),
    (r"Value (.*) is not a valid .*\.", "{} no es un valor admitido"),
    (r"unknown error", "el sistema no lo permite"),
)

_DEL_SISTEMA: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "no existe"),
    (PermissionError, "no hay permiso"),
    (IsADirectoryError, "es una carpeta"),
    (NotADirectoryError, "la ruta pasa por un fichero como si fuera una carpeta"),
    (OSError, "el sistema no lo permite"),
)

# Por el tipo del error; los demás, por el del valor, que es su primera palabra.
_DE_PYDANTIC = {
    "bool_parsing": "«{0}» no es ni sí ni no",
    "finite_number": "«{0}» no es un número finito",
    "greater_than_equal": "{0} no llega al mínimo, {ge}",
    "int_parsing_size": "«{0}» es un número demasiado largo",
    "less_than_equal": "{0} pasa del máximo, {le}",
}
_LO_ESPERADO = {
    "int": "un número entero",
    "float": "un número",
    "decimal": "un número",
    "date": "una fecha",
    "datetime": "una fecha",
    "time": "una hora",
}


def _defecto(error: BadParameter | FileError) -> str:
    """Qué tiene de malo el valor; un mensaje del programa queda como está."""
    from pydantic import ValidationError

    causa = error.__cause__
    if isinstance(causa, ValidationError) and error.message == get_error_msg(causa):
        return _defecto_segun_pydantic(causa)
    if isinstance(causa, OSError) and error.message.endswith(str(causa.strerror)):
        return _motivo(causa) if isinstance(error, FileError) else _no_se_abre(causa)
    return _de_typer(error.message)


def _defecto_segun_pydantic(causa: "ValidationError") -> str:
    """El primer error de `causa`, por su tipo; los de tipos propios ya están en español."""
    from pydantic_core.core_schema import ErrorType

    fallo = causa.errors(include_url=False)[0]
    tipo, datos = fallo["type"], fallo.get("ctx", {})
    if tipo in ("value_error", "assertion_error"):
        return _de_typer(str(datos["error"]))
    if tipo in _DE_PYDANTIC:
        return _DE_PYDANTIC[tipo].format(fallo["input"], **datos)
    if tipo in get_args(ErrorType):
        esperado = _LO_ESPERADO.get(tipo.partition("_")[0], "un valor admitido")
        return f"«{fallo['input']}» no es {esperado}"
    return _con_ayuda(fallo["msg"], datos.get("ayuda", ""))


def _no_se_abre(fallo: OSError) -> str:
    return f"no se puede abrir «{fallo.filename}»: {_motivo(fallo)}"


def _motivo(fallo: OSError) -> str:
    return next(motivo for clase, motivo in _DEL_SISTEMA if isinstance(fallo, clase))


def _de_typer(mensaje: str) -> str:
    """`mensaje` en español si es de los de Typer; si no, como está."""
    for patron, plantilla in _DE_TYPER:
        if hallado := re.fullmatch(patron, mensaje, re.DOTALL):
            return plantilla.format(*map(_valores, hallado.groups()))
    return mensaje


def _valores(escritos: str) -> str:
    """Los valores que un mensaje de Typer muestra como código de Python, enumerados."""
    try:
        valores = literal_eval(f"({escritos},)")
    except (SyntaxError, ValueError):
        # Otra biblioteca puede decir lo mismo sin comillas.
        return entre_comillas(escritos)
    return enumerar([entre_comillas(v) if isinstance(v, str) else str(v) for v in valores])


def _con_ayuda(frase: str, ayuda: str) -> str:
    return f"{frase}; {ayuda}" if ayuda else frase


# Controles, marcas invisibles (también las que invierten el texto), bytes sueltos y saltos.
_OCULTOS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _sin_controles(texto: str) -> str:
    r"""`texto` con los caracteres que actúan sobre la terminal a la vista: `\x1b`."""
    return "".join(
        letra.encode("unicode_escape").decode()
        if unicodedata.category(letra) in _OCULTOS
        else letra
        for letra in texto
    )


# --- Completado ----------------------------------------------------------------------------------


def _opcion_de_salida(
    nombre: str, ayuda: str, accion: Callable[[Context, Parameter, bool], None]
) -> TyperOption:
    """Una opción que hace algo y termina, antes de mirar las demás."""
    return _Opcion(
        param_decls=[nombre],
        type_descriptor=bool_flag_type_descriptor(),
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=accion,
        help=ayuda,
    )


def _instalar_completado(ctx: Context, _opcion: Parameter, pedido: bool) -> None:
    if not pedido or ctx.resilient_parsing:
        return
    programa, variable = ctx.command_path, _variable_de_completado(ctx.command_path)
    interprete = _interprete_en_uso(programa, variable)
    try:
        # Con PowerShell, Typer cuenta en inglés sus tropiezos antes de rendirse.
        with redirect_stderr(io.StringIO()):
            _, ruta = install(interprete, programa, variable)
    except OSError as fallo:
        # Un disco lleno no dice en qué fichero.
        causa = _no_se_abre(fallo) if fallo.filename else _motivo(fallo)
        raise UsageError(f"no se pudo instalar el completado: {causa}", ctx) from fallo
    except (Exit, CalledProcessError, UnicodeError) as fallo:
        raise UsageError(f"no se pudo instalar el completado de {interprete}", ctx) from fallo
    echo(f"Completado de {interprete} instalado en {ruta}")
    echo("Abra otra terminal para usarlo.")
    ctx.exit()


def _mostrar_completado(ctx: Context, _opcion: Parameter, pedido: bool) -> None:
    if not pedido or ctx.resilient_parsing:
        return
    programa, variable = ctx.command_path, _variable_de_completado(ctx.command_path)
    echo(_guion(_interprete_en_uso(programa, variable), programa, variable))
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


def _variable_de_completado(programa: str) -> str:
    """La variable de entorno con que el intérprete pide al programa que complete."""
    return f"_{programa}_COMPLETE".replace("-", "_").upper()


def _completar(
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
