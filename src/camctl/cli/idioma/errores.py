"""Los errores de uso de Typer, de Pydantic y del sistema, en una frase en español."""

import re
from ast import literal_eval
from typing import TYPE_CHECKING, get_args

from typer import Abort, TyperException, echo
from typer._click.core import Context, Parameter, ParameterSource
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
from typer._display import get_error_msg
from typer._param_types import choice_as_str
from typer.core import TyperArgument, TyperOption, _TyperParameter

from camctl import archivos
from camctl.castellano import con_ayuda, entre_comillas, enumerar, quiso_decir
from camctl.comparacion import Sugerencias
from camctl.salida.limpieza import limpio

if TYPE_CHECKING:
    from pydantic import ValidationError


def mostrar_error(error: TyperException | Abort) -> None:
    """Escribe el error en la salida de errores: el uso del comando, cómo pedir ayuda y qué pasó."""
    if isinstance(error, NoArgsIsHelpError):
        # Typer ya mostró la ayuda al crear el error.
        return
    if isinstance(error, Abort):
        lineas = [explicar(error)]
    else:
        lineas = [*_orientacion(getattr(error, "ctx", None)), f"error: {explicar(error)}"]
    echo("\n".join(map(limpio, lineas)), err=True)


def _orientacion(ctx: Context | None) -> list[str]:
    if ctx is None:
        return []
    ayuda = ctx.command.get_help_option(ctx)
    if ayuda is None:
        return [ctx.get_usage()]
    pista = f"Pruebe «{ctx.command_path} {ayuda.opts[0]}» para ver la ayuda."
    return [ctx.get_usage(), pista]


def explicar(error: TyperException | Abort) -> str:
    """Lo que pasó, en una frase en español sin punto final; los textos propios quedan como están.

    Lo que se escribió va tal cual: quien la muestre ha de limpiarla.
    """
    match error:
        case Abort():
            return "Interrumpido."
        case NoSuchOption():
            # Typer compara también los guiones, y así todo se parece.
            parecidas = Sugerencias(error.possibilities or ()).para(error.option_name)
            return con_ayuda(f"no existe la opción «{error.option_name}»", quiso_decir(parecidas))
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
    (r"(?:file|dir|path) (.*) is a file\.", "{} es un archivo, y hace falta una carpeta"),
    (r"(?:file|dir|path) (.*) is a directory\.", "{} es una carpeta, y hace falta un archivo"),
    (r"(?:file|dir|path) (.*) is not readable\.", "no hay permiso para leer {}"),
    (r"(?:file|dir|path) (.*) is not writable\.", "no hay permiso para escribir en {}"),
    (r"Value (.*) is not a valid .*\.", "{} no es un valor admitido"),
    (r"unknown error", "el sistema no lo permite"),
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
        return motivo(causa) if isinstance(error, FileError) else no_se_abre(causa)
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
    return con_ayuda(fallo["msg"], datos.get("ayuda", ""))


def no_se_abre(fallo: OSError) -> str:
    """Qué archivo no se puede abrir, y por qué."""
    return f"no se puede abrir «{fallo.filename}»: {motivo(fallo)}"


def motivo(fallo: OSError) -> str:
    """Por qué se niega el sistema."""
    # Al leer, lo que falta puede ser el propio archivo.
    return "no existe" if isinstance(fallo, FileNotFoundError) else archivos.causa(fallo)


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
