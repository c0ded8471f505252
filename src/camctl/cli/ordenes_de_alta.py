"""Los comandos que añaden un registro, con las opciones que dan los campos de su clase."""

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any, Final

import typer

from camctl.cli.altas import ALTAS, OPCION_GRUPO, Alta, campos_de
from camctl.cli.campos import CampoNuevo
from camctl.cli.carpetas import ConsultaParaEscribir
from camctl.cli.completado import completar
from camctl.cli.idioma import Comando
from camctl.cli.opciones import OpcionDatos
from camctl.modelo.plan import Clase, clase_llamada
from camctl.referencias import clase_citada

_HACE_FALTA: Final = "Hace falta"


def comando_de(nombre: str) -> Any:
    """El comando que añade un registro de la clase `nombre`, o nada si no hay tal clase."""
    if nombre not in ALTAS:
        return None
    clase = clase_llamada(nombre)
    suyo = typer.Typer(add_completion=False)
    suyo.command(nombre, cls=Comando)(_funcion(clase, ALTAS[nombre]))
    return typer.main.get_command(suyo)


def _funcion(clase: Clase, alta: Alta) -> Callable[..., None]:
    """La función del comando: Typer lee sus opciones de la firma, que sale del modelo."""

    def anadir(ctx: typer.Context, *, simular: bool, datos: str | None, **dichos: Any) -> None:
        from camctl.cli.registro_nuevo import RegistroNuevo

        consultar = partial(ConsultaParaEscribir, ctx, datos)
        RegistroNuevo(clase, alta, campos_de(clase), consultar, dichos).anadir(simular=simular)

    firma = inspect.Signature([*_parametros(clase)])
    anadir.__signature__ = firma  # type: ignore[attr-defined] # la ve `inspect`, y no mypy
    anadir.__doc__ = (
        f"{alta.ayuda}\n\nEn una terminal pregunta lo que falte. No cambia nada si los datos\n"
        "quedarían con un error que no tenían."
    )
    return anadir


def _parametros(clase: Clase) -> Iterator[inspect.Parameter]:
    yield _parametro("ctx", typer.Context, inspect.Parameter.empty)
    if clase.nombre == "objetivo":
        yield _parametro(
            OPCION_GRUPO,
            Annotated[
                str | None,
                typer.Option(
                    metavar="LETRA",
                    help="El grupo en que va: su letra. Con --id no hace falta.",
                    rich_help_panel=_HACE_FALTA,
                ),
            ],
        )
    for campo in campos_de(clase):
        yield _parametro(campo.nombre, *_opcion(campo, clase))
    yield _parametro(
        "simular",
        Annotated[
            bool,
            typer.Option(
                "--simular", help="Muestra lo que cambiaría, sin cambiarlo; termina con un 1."
            ),
        ],
        por_omision=False,
    )
    yield _parametro("datos", OpcionDatos)


def _parametro(nombre: str, anotacion: Any, por_omision: Any = None) -> inspect.Parameter:
    return inspect.Parameter(
        nombre, inspect.Parameter.KEYWORD_ONLY, annotation=anotacion, default=por_omision
    )


def _hace_falta(campo: CampoNuevo, clase: Clase) -> bool:
    return campo.info.is_required() and not (campo.nombre == "id" and clase.se_numera)


def _opcion(campo: CampoNuevo, clase: Clase) -> tuple[Any, Any]:
    ayuda = campo.descripcion
    if campo.es_lista:
        ayuda += " Se puede repetir."
    if campo.nombre == "id" and clase.se_numera:
        ayuda += " Si no se dice, el que sigue."
    citada = clase_citada(campo.modelo, campo.nombre)
    opcion = typer.Option(
        campo.opcion,
        metavar=None if campo.es_si_o_no else campo.opcion.lstrip("-").upper(),
        help=ayuda,
        autocompletion=completar(citada) if citada else None,
        rich_help_panel=_HACE_FALTA if _hace_falta(campo, clase) else None,
    )
    if campo.es_si_o_no:
        return Annotated[bool, opcion], False
    return Annotated[list[str] | None if campo.es_lista else str | None, opcion], None
