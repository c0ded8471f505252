"""`camctl cambios`."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from camctl.castellano import contar
from camctl.cli.comun import CONSULTAR, mal_uso
from camctl.cli.con_papel import WORD, dejar_documento, formato_elegido, opcion_de_formato
from camctl.cli.consulta import Consulta, ConsultaDe
from camctl.cli.opciones import OpcionCriterio, OpcionDatos, OpcionSalida
from camctl.cli.plantillas import OpcionPlantilla, OpcionPlantillaBase, dejar_base
from camctl.cli.salidas import avisar

if TYPE_CHECKING:
    from camctl.vistas.cambios import Comparacion

PANEL = CONSULTAR

# La plantilla que trae camctl para la circular.
_CIRCULAR: Final = "circular"


def cambios(
    ctx: typer.Context,
    antes: Annotated[
        str | None,
        typer.Argument(
            metavar="ANTES",
            help="Una carpeta, una revisión de git o una fecha; si no se dice, lo último guardado.",
        ),
    ] = None,
    despues: Annotated[
        str | None,
        typer.Argument(
            metavar="DESPUÉS",
            help="Lo mismo; si no se dice, los archivos como están ahora.",
        ),
    ] = None,
    desde: Annotated[
        str | None,
        typer.Option(
            "--desde",
            metavar="FECHA",
            help="Desde como estaba todo al empezar este día, mes o año.",
        ),
    ] = None,
    criterio: OpcionCriterio = None,
    datos: OpcionDatos = None,
    formato: Annotated[str | None, opcion_de_formato(WORD, "la circular para repartir")] = None,
    salida: OpcionSalida = None,
    plantilla: OpcionPlantilla = None,
    plantilla_base: OpcionPlantillaBase = None,
) -> None:
    """Qué ha cambiado entre dos momentos del plan, en palabras para una circular.

    Entre dos carpetas, dos revisiones de git o dos fechas. Sin decir nada, entre lo último que se
    guardó en git y los archivos de ahora. En Word (-o circular.docx) es la circular.
    """
    from camctl.cli import resolver
    from camctl.cli.momentos import abrir, abrir_al, abrir_lo_guardado, momento
    from camctl.vistas.cambios import cambios as responder
    from camctl.vistas.cambios import comparar

    if plantilla_base is not None:
        dejar_base(_CIRCULAR, plantilla_base)
        return
    elegido = formato_elegido(formato, salida, WORD, plantilla)
    if desde is not None and antes is not None:
        raise mal_uso("«--desde» ya dice desde cuándo: sobra el argumento, o sobra la opción")
    ahora = Consulta(ctx, datos, con_paquete=False)
    pedido = resolver.criterio(criterio)
    if desde is not None:
        primero = abrir_al(ahora, desde, "--desde")
    elif antes is not None:
        primero = abrir(ahora, antes, "ANTES")
    else:
        primero = abrir_lo_guardado(ahora)
    segundo: ConsultaDe = ahora if despues is None else abrir(ahora, despues, "DESPUÉS")
    comparacion = comparar(momento(primero), momento(segundo), pedido)
    respuesta = responder(comparacion)
    if elegido == WORD:
        _dejar_circular(segundo, comparacion, plantilla, salida)
    if primero.errores:
        cuantos = contar(primero.errores, "error", "errores")
        avisar(f"{cuantos} en {primero.fuente.nombre}: se compara lo que está sano.")
    codigo = int(primero.errores > 0)
    if elegido == WORD:
        segundo.terminar(respuesta.vacio, codigo=codigo)
    segundo.responder(respuesta, elegido, salida, codigo=codigo)


def _dejar_circular(
    consulta: ConsultaDe,
    comparacion: "Comparacion",
    plantilla: str | None,
    salida: str | None,
) -> None:
    from camctl.cli.reparto import encargo_de
    from camctl.vistas.redaccion.circular import circular
    from camctl.vistas.seleccion import Seleccion

    # Se reparte el plan de después: el de antes puede tener errores que ya se corrigieron.
    encargo = encargo_de(consulta, Seleccion(criterio=comparacion.criterio))
    dejar_documento(
        encargo,
        circular(encargo, comparacion),
        _CIRCULAR,
        titulo=f"Cambios · {encargo.cabecera.titulo}",
        plantilla=plantilla,
        salida=salida,
        nombre=f"{encargo.nombre}-circular",
    )
