"""La convocatoria de una sesión: a quién se dirige, qué se trata y en qué descansa."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from camctl.castellano import enumerar
from camctl.modelo.actividad import TODOS, Invitado
from camctl.modelo.actividad import Actividad as ActividadDelPlan
from camctl.modelo.objetivo import Objetivo as ObjetivoDelPlan
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.redaccion import desde_registros
from camctl.vistas.redaccion.piezas import Actividad, Institucion, Mandato, Plan, Programa
from camctl.vistas.ver.comun import LO_NOMBRA, por_que_cubren


class Destinatario(NamedTuple):
    """A quién se dirige la carta: una persona, una institución o una persona de ella."""

    nombre: Annotated[str, "El nombre de la persona; vacío si se dirige a la institución."]
    cargo: Annotated[str, "En calidad de qué se la invita."]
    institucion: Annotated[str, "El nombre y la sigla de su institución."]


class ObjetivoTratado(NamedTuple):
    """Un objetivo que la sesión trata."""

    id: Annotated[str, "Su letra y su número."]
    titulo: Annotated[str, "Su título corto."]
    texto: Annotated[str, "Su texto oficial, palabra por palabra."]
    razon: Annotated[str, "Por qué lo trata: «lo nombra», «misión de ILI: «…»»."]


class Convocatoria(NamedTuple):
    """Lo que puede decir la plantilla de una convocatoria."""

    plan: Annotated[Plan, "El plan."]
    comision: Annotated[Institucion, "La comisión que convoca."]
    programa: Annotated[Programa, "El programa cuyos objetivos sigue."]
    fecha: Annotated[str, "El día que lleva la carta; vacío si no se pide."]
    destinatarios: Annotated[tuple[Destinatario, ...], "A quién se dirige."]
    actividad: Annotated[Actividad, "La sesión que se convoca."]
    pide_confirmacion: Annotated[bool, "Si alguien a quien se dirige está por confirmar."]
    instituciones: Annotated[tuple[Institucion, ...], "Las presentes, menos la comisión."]
    objetivos: Annotated[tuple[ObjetivoTratado, ...], "Los objetivos que la sesión trata."]
    alcance: Annotated[str, "«La actividad abarca el programa entero.»; vacío si nada."]
    criterio: Annotated[str, "Qué objetivos se cuentan: «criterio actor: cuentan…»."]
    mandatos: Annotated[
        tuple[Mandato, ...], "Los de la sesión o, si no cita ninguno, los del plan."
    ]
    mandatos_del_plan: Annotated[bool, "Si los mandatos son los del plan."]
    firma: Annotated[str, "Quién presenta el plan o, si no se dice, la comisión."]


def convocatoria(
    encargo: Encargo, actividad: ActividadDelPlan, *, fecha: str = "", para: Invitado | None = None
) -> Convocatoria:
    """La convocatoria de `actividad`: para una de las personas invitadas, o para todos."""
    indices = encargo.indices
    propios = indices.mandatos_de(actividad)
    del_plan = (indices.mandato(referencia) for referencia in encargo.cabecera.mandatos)
    invitados = [para] if para else invitables(actividad)
    instituciones = tuple(
        desde_registros.institucion(uno, indices)
        for uno in indices.presentes(actividad)
        if uno is not indices.comision
    )
    return Convocatoria(
        plan=desde_registros.plan(encargo),
        comision=desde_registros.comision(encargo),
        programa=desde_registros.programa(encargo),
        fecha=fecha,
        destinatarios=(
            # Para todos: a las instituciones, y a quien no viene de ninguna.
            *(Destinatario("", "", una.nombre_y_sigla) for una in instituciones if not para),
            *(_destinatario(uno, encargo) for uno in invitados if para or not uno.actor),
        ),
        actividad=desde_registros.actividad(actividad, encargo),
        pide_confirmacion=any(uno.estado == "por_confirmar" for uno in invitados),
        instituciones=instituciones,
        objetivos=tuple(_objetivos(encargo, actividad)),
        alcance=" ".join(_alcance(encargo, actividad)),
        criterio=palabras.criterio_usado(encargo.criterio),
        mandatos=tuple(desde_registros.mandato(uno, indices, parrafos) for uno, parrafos in propios)
        or tuple(desde_registros.mandato(uno, indices) for uno in del_plan if uno),
        mandatos_del_plan=not propios,
        firma=desde_registros.firma(encargo),
    )


def invitables(actividad: ActividadDelPlan) -> tuple[Invitado, ...]:
    """Las personas invitadas a las que se escribe: todas menos las que se han excusado."""
    return tuple(uno for uno in actividad.invitados if uno.estado != "excusado")


def _destinatario(invitado: Invitado, encargo: Encargo) -> Destinatario:
    institucion = desde_registros.nombre_de(invitado.actor, encargo.indices)
    return Destinatario(invitado.nombre, invitado.cargo or "", institucion)


def _objetivos(encargo: Encargo, actividad: ActividadDelPlan) -> Iterator[ObjetivoTratado]:
    """Los que el criterio cuenta; de lo que no es una sesión, los que nombra."""
    if not actividad.es_sesion:
        for objetivo in encargo.indices.objetivos_nombrados(actividad):
            yield _tratado(objetivo, LO_NOMBRA)
        return
    for objetivo in encargo.cobertura.cubiertos_por(actividad, encargo.criterio):
        razones = encargo.cobertura.razones_de(objetivo, encargo.criterio)
        suyas = (razon for razon in razones if razon.actividad is actividad)
        yield _tratado(objetivo, "; ".join(por_que_cubren(suyas, con_cita=True)))


def _tratado(objetivo: ObjetivoDelPlan, razon: str) -> ObjetivoTratado:
    return ObjetivoTratado(objetivo.id, objetivo.titulo, objetivo.texto, razon)


def _alcance(encargo: Encargo, actividad: ActividadDelPlan) -> Iterator[str]:
    """Lo que toca a todos los objetivos, se cuente o no con el criterio pedido."""
    if actividad.objetivos == TODOS:
        yield "La actividad abarca el programa entero."
    indices = encargo.indices
    transversales = [
        uno.id
        for uno in indices.presentes(actividad)
        if uno.transversal and uno is not indices.comision
    ]
    if len(transversales) == 1:
        yield f"Participa {transversales[0]}, cuya misión atraviesa todos los objetivos."
    elif transversales:
        quienes = enumerar(transversales)
        yield f"Participan {quienes}, cuyas misiones atraviesan todos los objetivos."
