"""Los argumentos y las opciones: sus nombres, sus tipos y sus valores."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, get_args, get_origin

from typer._click.core import Context, Parameter, ParameterSource
from typer._click.exceptions import BadOptionUsage
from typer._coercion import RuntimeParam, bool_flag_type_descriptor, build_runtime_param
from typer._param_types import (
    choice_as_str,
    choice_coercion_annotation,
    is_file_annotation,
    path_type_name,
    routes_to_path,
)
from typer.core import TyperArgument, TyperOption, _TyperParameter

from camctl.comparacion import plegar

if TYPE_CHECKING:
    from typer.models import ParameterInfo


class _TextoTalCual(RuntimeParam):
    """Un texto ya es un texto: levantar un validador de Pydantic por opción sería más lento."""

    def _coerce_value(self, value: Any, param: _TyperParameter, ctx: Context) -> Any:  # noqa: ARG002
        return list(value) if isinstance(value, list | tuple) else value


class _AlConvertir(RuntimeParam):
    """Lo que Typer convierte con Pydantic: sin nada que convertir, no levanta su validador."""

    def _coerce_value(self, value: Any, param: _TyperParameter, ctx: Context) -> Any:
        return build_runtime_param(param.type_descriptor)._coerce_value(value, param, ctx)  # noqa: SLF001 — es el método que se sustituye


class _ParametroEnEspanol(_TyperParameter):
    """Lo que comparten argumentos y opciones: el nombre de su tipo, los textos y los booleanos."""

    def get_runtime_param(self) -> RuntimeParam:
        """Quien convierte lo escrito en un valor de Python."""
        descripcion = self.type_descriptor
        opciones, anotacion = descripcion.parameter_info, descripcion.annotation
        es_texto = anotacion in (str, list[str]) and opciones.parser is None
        return (_TextoTalCual if es_texto else _AlConvertir)(opciones, anotacion)

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


class Opcion(_ParametroEnEspanol, TyperOption):
    """Una opción que solo dice su tipo si lleva un valor, y «...» si se puede repetir."""

    def display_type_rich(self, ctx: Context) -> str | None:
        """El tipo del valor, para la ayuda, o `None` si no lleva ninguno."""
        if self.is_flag or self.count:
            return None
        tipo = self.metavar or self.display_type(ctx)
        return f"{tipo}..." if self.multiple else tipo

    def process_value(self, ctx: Context, value: Any) -> Any:
        """El valor de Python que corresponde a lo escrito; otra opción no es un valor.

        Raises:
            BadOptionUsage: si a `--nota --simular` le falta el suyo. Con `--nota=--simular` no se
                distingue, y nadie lo escribe.
        """
        escrita = ctx.get_parameter_source(self.name) is ParameterSource.COMMANDLINE
        if escrita and not (self.is_flag or self.count) and not ctx.resilient_parsing:
            nombres = {
                uno for p in ctx.command.get_params(ctx) for uno in (*p.opts, *p.secondary_opts)
            }
            if any(uno in nombres for uno in _textos(value)):
                raise BadOptionUsage(self.opts[-1], "", ctx)
        return super().process_value(ctx, value)

    def _extract_default_help_str(self, *, ctx: Context) -> Any:
        valor = super()._extract_default_help_str(ctx=ctx)
        return valor if self.is_flag and not valor else _por_omision(valor)


def _textos(valor: Any) -> Iterator[str]:
    """Lo escrito en una opción, que puede llevar varios valores y repetirse."""
    if isinstance(valor, str):
        yield valor
    elif isinstance(valor, list | tuple):
        for uno in valor:
            yield from _textos(uno)


_CLASES: dict[type[Parameter], type[Parameter]] = {
    TyperArgument: _Argumento,
    TyperOption: Opcion,
}


def en_espanol(parametro: Parameter) -> Parameter:
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
_TIPOS_DE_RUTA = {"file": "archivo", "dir": "carpeta", "path": "ruta"}


def _nombre_del_tipo(anotacion: Any, opciones: "ParameterInfo") -> str:
    """Cómo se llama en la ayuda un valor de tipo `anotacion`."""
    if get_origin(anotacion) in (list, tuple):
        return ",".join(_nombre_del_tipo(parte, opciones) for parte in get_args(anotacion))
    eleccion = choice_coercion_annotation(anotacion, opciones)
    if eleccion is not None:
        return "|".join(map(choice_as_str, eleccion[0])) if opciones.show_choices else "texto"
    if is_file_annotation(anotacion):
        return "archivo"
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


def opcion_de_salida(
    nombre: str, ayuda: str, accion: Callable[[Context, Parameter, bool], None]
) -> TyperOption:
    """Una opción que hace algo y termina, antes de mirar las demás."""
    return Opcion(
        param_decls=[nombre],
        type_descriptor=bool_flag_type_descriptor(),
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=accion,
        help=ayuda,
    )
