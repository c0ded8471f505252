"""`camctl convocatoria`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from camctl.cli.completado import completar
from camctl.cli.comun import REPARTIR, SALIDA_ESTANDAR
from camctl.cli.con_papel import WORD, dejar_en_word
from camctl.cli.opciones import OpcionCriterio, OpcionDatos, con_nombre
from camctl.cli.plantillas import OpcionPlantilla, OpcionPlantillaBase, dejar_base

if TYPE_CHECKING:
    from camctl.modelo.actividad import Actividad

PANEL = REPARTIR


def convocatoria(
    ctx: typer.Context,
    actividad: Annotated[
        str | None,
        typer.Argument(
            metavar="ACTIVIDAD",
            help="El ID de lo que se convoca, escrito como sea.",
            autocompletion=completar("actividad"),
        ),
    ] = None,
    por_invitado: Annotated[
        bool,
        typer.Option(
            "--por-invitado", help="Una carta para cada persona invitada, en una carpeta."
        ),
    ] = False,
    fecha: Annotated[
        str | None,
        typer.Option(
            "--fecha",
            metavar="DÍA",
            help="El día que lleva la carta: 14/3/2030, hoy… Si no se dice, no lleva ninguno.",
        ),
    ] = None,
    salida: Annotated[
        str | None,
        typer.Option(
            "--salida",
            "-o",
            metavar="DÓNDE",
            help="El archivo o, con --por-invitado, la carpeta. «-» es la salida estándar.",
            callback=con_nombre,
        ),
    ] = None,
    criterio: OpcionCriterio = None,
    plantilla: OpcionPlantilla = None,
    plantilla_base: OpcionPlantillaBase = None,
    datos: OpcionDatos = None,
) -> None:
    """La invitación a una sesión y su orden del día, en Word.

    Dice los objetivos que la sesión trata, con su texto y su porqué, los mandatos, el lugar y la
    hora; lo que el plan no dice va «por fijar».
    """
    from camctl.cli import resolver
    from camctl.cli.reparto import Taller
    from camctl.salida.word import cartas
    from camctl.vistas.encargo import nombre_de_archivo
    from camctl.vistas.seleccion import Seleccion

    if plantilla_base is not None:
        dejar_base(cartas.PLANTILLA, plantilla_base)
        return
    comprobar_donde(salida, por_invitado=por_invitado)
    taller = Taller(ctx, datos)
    encargo = taller.encargo(Seleccion(criterio=resolver.criterio(criterio)))
    una = resolver.una_actividad(taller.indices, actividad)
    comprobar_que_se_convoca(una, por_invitado=por_invitado)
    dia = resolver.un_dia(taller.indices, fecha, "--fecha")
    dicho = dia.en_palabras if dia else ""
    nombre = f"{encargo.nombre}-{nombre_de_archivo(una.id)}"
    escribir = cartas.cartas if por_invitado else cartas.carta
    hacer = partial(escribir, encargo, una, fecha=dicho, plantilla=plantilla)
    dejar_en_word(hacer, plantilla=plantilla, salida=salida, nombre=nombre)
    _avisar_de_lo_que_falta(una, por_invitado=por_invitado)


def comprobar_donde(salida: str | None, *, por_invitado: bool) -> None:
    """Que varias cartas vayan a una carpeta.

    Raises:
        BadParameter: si se pide que vayan a un archivo o a la salida estándar.
    """
    es_un_archivo = (salida or "").lower().endswith(f".{WORD}")
    if por_invitado and (salida == SALIDA_ESTANDAR or es_un_archivo):
        raise typer.BadParameter(
            f"con --por-invitado se escribe una carpeta, y «{salida}» no lo es",
            param_hint="--salida",
        )


def comprobar_que_se_convoca(una: "Actividad", *, por_invitado: bool) -> None:
    """Que sea algo que se convoca y, si es para cada invitado, que los haya.

    Raises:
        BadParameter: si no lo es.
    """
    from camctl.castellano import entre_comillas
    from camctl.modelo.actividad import ESTADOS_SIN_SESION
    from camctl.vistas import palabras
    from camctl.vistas.redaccion.convocatoria import invitables

    cual = f"{una.id} {entre_comillas(una.titulo)}"
    if una.tipo == "circulacion":
        raise _no_se_puede(f"{cual} es una {palabras.tipo(una)}: no se convoca")
    if una.estado in ESTADOS_SIN_SESION:
        ayuda = "; cuando tenga nueva fecha, cambie su estado" if una.estado == "aplazada" else ""
        raise _no_se_puede(f"{cual} está {una.estado}: no se convoca{ayuda}")
    if por_invitado and not invitables(una):
        raise _no_se_puede(f"{cual} no tiene a quién escribir: ni una persona invitada")


def _no_se_puede(mensaje: str) -> typer.BadParameter:
    return typer.BadParameter(mensaje, param_hint="ACTIVIDAD")


def _avisar_de_lo_que_falta(una: "Actividad", *, por_invitado: bool) -> None:
    from camctl.castellano import enumerar
    from camctl.cli.salidas import avisar
    from camctl.vistas.ver.actividad import falta_a

    excusados = [uno.nombre for uno in una.invitados if uno.estado == "excusado"]
    if por_invitado and excusados:
        avisar(f"Sin carta, por haberse excusado: {enumerar(excusados)}.")
    if una.estado == "realizada":
        avisar(f"{una.id} ya consta como realizada.")
    elif falta := falta_a(una):
        avisar(f"A {una.id} le falta: {enumerar(falta)}.")
