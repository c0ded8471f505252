"""`camctl esquema`."""

from typing import Annotated, Final

import typer

from camctl.cli.comun import COMPROBAR, SALIDA_ESTANDAR
from camctl.cli.opciones import con_nombre
from camctl.cli.salidas import dejar_archivo, emitir

PANEL = COMPROBAR

# Lo que no es un archivo que se escriba, sino lo que toma otro programa.
_ENTERO: Final = "plan"


def _nombres(incompleto: str) -> list[str]:
    from camctl.fuentes import ARCHIVOS

    nombres = (archivo.removesuffix(".yaml") for archivo in ARCHIVOS)
    return [nombre for nombre in (*nombres, _ENTERO) if nombre.startswith(incompleto)]


def esquema(
    archivo: Annotated[
        str | None,
        typer.Argument(
            metavar="ARCHIVO",
            help="objetivos, mandatos, actores o calendario; sin decir ninguno, los cuatro juntos. "
            "O plan: lo que da camctl exportar json.",
            autocompletion=_nombres,
        ),
    ] = None,
    salida: Annotated[
        str | None,
        typer.Option(
            "--salida",
            "-o",
            metavar="ARCHIVO",
            help="Escribe en un archivo. «-» es la salida estándar.",
            callback=con_nombre,
        ),
    ] = None,
) -> None:
    """El esquema de los archivos, para que un editor complete y señale mientras se escribe.

    Es JSON Schema, y lo entiende la extensión YAML de Visual Studio Code.
    """
    from camctl.esquema import en_json, esquema_de
    from camctl.fuentes import ARCHIVOS

    if archivo is None:
        texto = en_json({cada_uno: esquema_de(cada_uno) for cada_uno in ARCHIVOS})
    elif (nombrado := _nombrado(archivo)) == _ENTERO:
        from camctl.vistas.esquema_entero import esquema_entero

        texto = en_json(esquema_entero())
    else:
        texto = en_json(esquema_de(nombrado))
    if salida in (None, SALIDA_ESTANDAR):
        emitir(texto, exacto=True)
    else:
        dejar_archivo(str(salida), texto.encode("utf-8"))


def _nombrado(dicho: str) -> str:
    """El archivo del plan que alguien nombró: `calendario`, `Calendario.yaml`, `data/actores.yaml`.

    O `plan`, si nombró el plan entero.

    Raises:
        BadParameter: si no es ninguno.
    """
    from camctl.castellano import entre_comillas, enumerar, quiso_decir
    from camctl.comparacion import Sugerencias, plegar
    from camctl.fuentes import ARCHIVOS

    nombre = plegar(dicho.replace("\\", "/").rpartition("/")[2])
    nombre = nombre.removesuffix(".yaml").removesuffix(".yml").removesuffix(".json")
    por_nombre = {archivo.removesuffix(".yaml"): archivo for archivo in ARCHIVOS}
    por_nombre[_ENTERO] = _ENTERO
    if nombre in por_nombre:
        return por_nombre[nombre]
    remedio = quiso_decir(Sugerencias(por_nombre).para(nombre, cuantas=1))
    cuales = f"los hay de {enumerar([*map(entre_comillas, por_nombre)])}"
    raise typer.BadParameter(
        f"no hay esquema de {entre_comillas(dicho)}; {remedio or cuales}",
        param_hint="ARCHIVO",
    )
