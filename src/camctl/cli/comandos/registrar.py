"""`camctl registrar`."""

from typing import Annotated, Final

import typer

from camctl.cli.carpetas import ConsultaParaEscribir
from camctl.cli.completado import completar
from camctl.cli.comun import SEGUIR
from camctl.cli.opciones import OpcionDatos, OpcionSimular

PANEL = SEGUIR

_CUANDO: Final = "Cuándo, dónde y cómo está"
_QUIENES: Final = "Quiénes están"
_HECHO: Final = "Lo que se acordó y se presentó"

Texto = str | None
Textos = list[str] | None
Par = tuple[str, str] | None


def registrar(
    ctx: typer.Context,
    registro: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Una actividad; o un objetivo, un actor o un mandato, para su --nota.",
            autocompletion=completar("actividad", "objetivo", "actor", "mandato"),
        ),
    ],
    fecha: Annotated[
        Texto,
        typer.Option(
            "--fecha",
            metavar="FECHA",
            help="El día o el mes: 14/3/2030, marzo… Si se mueve, la adoptada queda en"
            " fecha_prevista.",
            rich_help_panel=_CUANDO,
        ),
    ] = None,
    hasta: Annotated[
        Texto,
        typer.Option(
            "--hasta",
            metavar="FECHA",
            help="El último día, si dura varios.",
            rich_help_panel=_CUANDO,
        ),
    ] = None,
    hora: Annotated[
        Texto,
        typer.Option("--hora", metavar="HORA", help="10:00-13:00.", rich_help_panel=_CUANDO),
    ] = None,
    lugar: Annotated[
        Texto, typer.Option("--lugar", metavar="LUGAR", help="Dónde.", rich_help_panel=_CUANDO)
    ] = None,
    estado: Annotated[
        Texto,
        typer.Option(
            "--estado",
            metavar="ESTADO",
            help="propuesta, convocada, realizada, aplazada o cancelada.",
            rich_help_panel=_CUANDO,
        ),
    ] = None,
    motivo: Annotated[
        Texto,
        typer.Option(
            "--motivo",
            metavar="TEXTO",
            help="Por qué se mueve, se aplaza o se cancela.",
            rich_help_panel=_CUANDO,
        ),
    ] = None,
    participa: Annotated[
        Textos,
        typer.Option(
            "--participa",
            metavar="ACTOR",
            help="Una institución que también estará.",
            autocompletion=completar("actor"),
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    invitado: Annotated[
        Textos,
        typer.Option(
            "--invitado",
            metavar="NOMBRE",
            help="Una persona más, por confirmar.",
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    confirmar: Annotated[
        Textos,
        typer.Option(
            "--confirmar",
            metavar="NOMBRE",
            help="Confirma su asistencia. Basta una parte del nombre que no tenga nadie más.",
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    excusar: Annotated[
        Textos,
        typer.Option("--excusar", metavar="NOMBRE", help="Se excusa.", rich_help_panel=_QUIENES),
    ] = None,
    asistio: Annotated[
        Textos,
        typer.Option("--asistio", metavar="NOMBRE", help="Asistió.", rich_help_panel=_QUIENES),
    ] = None,
    por_confirmar: Annotated[
        Textos,
        typer.Option(
            "--por-confirmar",
            metavar="NOMBRE",
            help="Vuelve a estar por confirmar.",
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    sustituir: Annotated[
        Par,
        typer.Option(
            "--sustituir",
            metavar="NOMBRE NOMBRE",
            help="En lugar de la primera irá la segunda.",
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    actor: Annotated[
        Texto,
        typer.Option(
            "--actor",
            metavar="ACTOR",
            help="De qué institución viene quien se invita o quien informa.",
            autocompletion=completar("actor"),
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    cargo: Annotated[
        Texto,
        typer.Option(
            "--cargo",
            metavar="TEXTO",
            help="En calidad de qué se la invita.",
            rich_help_panel=_QUIENES,
        ),
    ] = None,
    acuerdo: Annotated[
        Textos,
        typer.Option(
            "--acuerdo", metavar="TEXTO", help="Algo que se acordó.", rich_help_panel=_HECHO
        ),
    ] = None,
    responsable: Annotated[
        Texto,
        typer.Option(
            "--responsable",
            metavar="ACTOR",
            help="Quién hará lo acordado.",
            autocompletion=completar("actor"),
            rich_help_panel=_HECHO,
        ),
    ] = None,
    plazo: Annotated[
        Texto,
        typer.Option("--plazo", metavar="FECHA", help="Para cuándo.", rich_help_panel=_HECHO),
    ] = None,
    cumplido: Annotated[
        Textos,
        typer.Option(
            "--cumplido",
            metavar="ACUERDO",
            help="Un acuerdo ya cumplido: su número de orden o una parte de su texto.",
            rich_help_panel=_HECHO,
        ),
    ] = None,
    avance: Annotated[
        Par,
        typer.Option(
            "--avance",
            metavar="OBJETIVO TEXTO",
            help="Lo que se informó de un objetivo.",
            rich_help_panel=_HECHO,
        ),
    ] = None,
    enlace: Annotated[
        Texto,
        typer.Option(
            "--enlace",
            metavar="ENLACE",
            help="La dirección https del informe.",
            rich_help_panel=_HECHO,
        ),
    ] = None,
    documento: Annotated[
        Par,
        typer.Option(
            "--documento",
            metavar="TÍTULO ENLACE",
            help='Un papel y su dirección https, que puede ser "".',
            rich_help_panel=_HECHO,
        ),
    ] = None,
    signatura: Annotated[
        Texto,
        typer.Option(
            "--signatura",
            metavar="TEXTO",
            help="La signatura del documento.",
            rich_help_panel=_HECHO,
        ),
    ] = None,
    nota: Annotated[
        Texto,
        typer.Option("--nota", metavar="TEXTO", help="La nota, en lugar de la que hubiera."),
    ] = None,
    motivo_sin_sesion: Annotated[
        Texto,
        typer.Option(
            "--motivo-sin-sesion",
            metavar="TEXTO",
            help="De un objetivo: por qué se deja a propósito sin sesión.",
        ),
    ] = None,
    simular: OpcionSimular = False,
    datos: OpcionDatos = None,
) -> None:
    """Anota lo que pasa: una fecha que se fija, alguien que confirma, lo que se acordó.

    Cambia solo las líneas que hacen falta, y ninguna si los datos quedarían con
    un error que no tenían. Un valor vacío, "", quita lo que hubiera.

    Las opciones con puntos suspensivos se pueden repetir en la misma orden.
    """
    from camctl.cli.pedido import Pedido
    from camctl.cli.registro import registrar_en

    pedido = Pedido(
        fecha=fecha,
        hasta=hasta,
        hora=hora,
        lugar=lugar,
        estado=estado,
        motivo=motivo,
        nota=nota,
        sustituir=sustituir,
        participa=participa,
        invitado=invitado,
        actor=actor,
        cargo=cargo,
        confirmar=confirmar,
        excusar=excusar,
        asistio=asistio,
        por_confirmar=por_confirmar,
        acuerdo=acuerdo,
        responsable=responsable,
        plazo=plazo,
        cumplido=cumplido,
        avance=avance,
        enlace=enlace,
        documento=documento,
        signatura=signatura,
        motivo_sin_sesion=motivo_sin_sesion,
    )
    registrar_en(ConsultaParaEscribir(ctx, datos), registro, pedido, simular=simular)
