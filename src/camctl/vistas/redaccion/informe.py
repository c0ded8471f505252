"""El informe de seguimiento: lo que se hizo en el año, lo que se informó y lo que queda."""

from collections.abc import Iterable, Iterator
from typing import Annotated, NamedTuple

from camctl.castellano import dia_en_palabras, enumerar, porcentaje
from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.modelo import actividad as modelo
from camctl.modelo.objetivo import Objetivo as ObjetivoDelPlan
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.redaccion import desde_registros
from camctl.vistas.redaccion.piezas import Actividad, Institucion, Invitado, Plan, Programa
from camctl.vistas.seguimiento import Estado, Pedido, plazo_en_palabras
from camctl.vistas.seleccion import en_palabras
from camctl.vistas.ver.comun import id_de_actor


class AvanceInformado(NamedTuple):
    """Lo que se informó sobre un objetivo, y dónde."""

    actividad: Annotated[str, "El ID de la actividad en que se informó."]
    cuando: Annotated[str, "Cuándo fue: «14 de marzo de 2030»."]
    actor: Annotated[str, "La sigla de quien informó."]
    texto: Annotated[str, "Qué se informó."]
    enlace: Annotated[str, "La dirección del informe."]


class ObjetivoSeguido(NamedTuple):
    """Un objetivo, las sesiones que lo tratan y lo que se informó sobre él."""

    id: Annotated[str, "Su letra y su número."]
    titulo: Annotated[str, "Su título corto."]
    celebradas: Annotated[str, "Las sesiones celebradas que lo tratan: «ACT-2 y ACT-3»."]
    por_celebrar: Annotated[str, "Las previstas que aún no se han celebrado."]
    avances: Annotated[tuple[AvanceInformado, ...], "Lo que se informó sobre él."]
    motivo_sin_sesion: Annotated[str, "Por qué se deja a propósito sin sesión."]


class AcuerdoSeguido(NamedTuple):
    """Un acuerdo y cómo está."""

    actividad: Annotated[str, "El ID de la actividad en que se acordó."]
    texto: Annotated[str, "Qué se acordó."]
    responsable: Annotated[str, "La sigla de quien lo hará."]
    plazo: Annotated[str, "Para cuándo."]
    estado: Annotated[str, "«vencido», «pendiente» o «cumplido»."]


class PorConfirmar(NamedTuple):
    """Una persona invitada que aún no ha contestado, y a qué."""

    invitado: Annotated[Invitado, "La persona."]
    actividad: Annotated[Actividad, "A qué se la invita."]


class InformeDeSeguimiento(NamedTuple):
    """Lo que puede decir la plantilla del informe de seguimiento."""

    plan: Annotated[Plan, "El plan."]
    comision: Annotated[Institucion, "La comisión que convoca."]
    programa: Annotated[Programa, "El programa cuyos objetivos sigue."]
    al: Annotated[str, "El día en que se mira: «31 de diciembre de 2030»."]
    plazo: Annotated[str, "Cuánto se mira por delante: «en 30 días», «ese mismo día»."]
    filtros: Annotated[str, "Qué se pidió: «actor: ILI»; vacío si todo."]
    criterio: Annotated[str, "Qué sesiones se cuentan: «criterio actor: cuentan…»."]
    actividades: Annotated[int, "Cuántas actividades hay."]
    objetivos_del_plan: Annotated[int, "Cuántos objetivos tiene el programa."]
    objetivos_celebrados: Annotated[int, "Cuántos tienen una sesión celebrada."]
    cobertura_celebrada: Annotated[str, "Los mismos, en tanto por ciento: «33,3 %»."]
    objetivos_previstos: Annotated[int, "Cuántos tienen una sesión, celebrada o por celebrar."]
    cobertura_prevista: Annotated[str, "Los mismos, en tanto por ciento."]
    realizadas: Annotated[tuple[Actividad, ...], "Las actividades celebradas."]
    vencidas: Annotated[
        tuple[Actividad, ...], "Las de fecha pasada que no consta que se celebraran."
    ]
    sin_nueva_fecha: Annotated[tuple[Actividad, ...], "Las aplazadas cuya fecha ha pasado."]
    proximas: Annotated[tuple[Actividad, ...], "Las de los días que se miran por delante."]
    canceladas: Annotated[tuple[Actividad, ...], "Las que no se celebrarán."]
    por_confirmar: Annotated[tuple[PorConfirmar, ...], "A quién falta confirmar."]
    acuerdos: Annotated[
        tuple[AcuerdoSeguido, ...], "Los acuerdos: vencidos, pendientes y cumplidos."
    ]
    acuerdos_sin_cumplir: Annotated[int, "Cuántos no se han cumplido."]
    objetivos: Annotated[tuple[ObjetivoSeguido, ...], "Los objetivos que interesan."]
    con_avances: Annotated[tuple[ObjetivoSeguido, ...], "Los que tienen algún avance."]
    sin_nada: Annotated[tuple[ObjetivoSeguido, ...], "Los que no tienen ni sesión ni avances."]
    firma: Annotated[str, "Quién presenta el plan o, si no se dice, la comisión."]


def informe(encargo: Encargo, pedido: Pedido) -> InformeDeSeguimiento:
    """El estado del plan en la fecha pedida, con el criterio y los filtros del pedido."""
    estado = Estado(encargo.indices, encargo.cobertura, pedido)
    informados = {objetivo.id: suyos for objetivo, suyos in estado.avances}
    seguidos = {
        uno.id: _objetivo(uno, estado, informados.get(uno.id, ())) for uno in estado.objetivos
    }
    return InformeDeSeguimiento(
        plan=desde_registros.plan(encargo),
        comision=desde_registros.comision(encargo),
        programa=desde_registros.programa(encargo),
        al=dia_en_palabras(pedido.al),
        plazo=plazo_en_palabras(pedido),
        filtros="; ".join(_filtros(pedido)),
        criterio=palabras.criterio_usado(pedido.criterio),
        actividades=len(estado.actividades),
        objetivos_del_plan=len(encargo.plan.objetivos),
        objetivos_celebrados=_cuantos(estado.celebrada, pedido),
        cobertura_celebrada=porcentaje(estado.celebrada.porcentaje(pedido.criterio)),
        objetivos_previstos=_cuantos(estado.prevista, pedido),
        cobertura_prevista=porcentaje(estado.prevista.porcentaje(pedido.criterio)),
        realizadas=_actividades(estado.realizadas, encargo),
        vencidas=_actividades(estado.vencidas, encargo),
        sin_nueva_fecha=_actividades(estado.sin_nueva_fecha, encargo),
        proximas=_actividades(estado.proximas, encargo),
        canceladas=_actividades(estado.canceladas, encargo),
        por_confirmar=tuple(
            PorConfirmar(
                desde_registros.invitado(invitado, encargo.indices),
                desde_registros.actividad(una, encargo),
            )
            for una, invitado in estado.por_confirmar
        ),
        acuerdos=tuple(_acuerdos(estado)),
        acuerdos_sin_cumplir=len(estado.acuerdos_vencidos) + len(estado.acuerdos_en_plazo),
        objetivos=tuple(seguidos.values()),
        con_avances=tuple(seguidos[id_] for id_ in informados),
        sin_nada=tuple(seguidos[uno.id] for uno in estado.sin_nada),
        firma=desde_registros.firma(encargo),
    )


def _filtros(pedido: Pedido) -> Iterator[str]:
    yield from en_palabras(pedido.seleccion)
    if pedido.parrafos is not None:
        yield f"párrafos: {pedido.parrafos}"


def _cuantos(cobertura: Cobertura, pedido: Pedido) -> int:
    return len(cobertura.indices.plan.objetivos) - len(cobertura.sin_sesion(pedido.criterio))


def _actividades(unas: Iterable[modelo.Actividad], encargo: Encargo) -> tuple[Actividad, ...]:
    return tuple(desde_registros.actividad(una, encargo) for una in unas)


def _objetivo(
    uno: ObjetivoDelPlan,
    estado: Estado,
    informado: Iterable[tuple[modelo.Actividad, modelo.Avance]],
) -> ObjetivoSeguido:
    celebradas = _sesiones(uno, estado.celebrada, estado)
    previstas = _sesiones(uno, estado.prevista, estado)
    return ObjetivoSeguido(
        id=uno.id,
        titulo=uno.titulo,
        celebradas=enumerar(celebradas),
        por_celebrar=enumerar([id_ for id_ in previstas if id_ not in celebradas]),
        avances=tuple(_avance(una, avance, estado.indices) for una, avance in informado),
        motivo_sin_sesion=uno.motivo_sin_sesion or "",
    )


def _sesiones(objetivo: ObjetivoDelPlan, cobertura: Cobertura, estado: Estado) -> list[str]:
    return [sesion.id for sesion, _ in cobertura.por_sesiones(objetivo, estado.pedido.criterio)]


def _avance(una: modelo.Actividad, avance: modelo.Avance, indices: Indices) -> AvanceInformado:
    return AvanceInformado(
        actividad=una.id,
        cuando=palabras.fechas(una),
        actor=id_de_actor(avance.actor, indices) or "",
        texto=avance.texto,
        enlace=avance.enlace or "",
    )


def _acuerdos(estado: Estado) -> Iterator[AcuerdoSeguido]:
    for como_esta, suyos in (
        ("vencido", estado.acuerdos_vencidos),
        ("pendiente", estado.acuerdos_en_plazo),
        ("cumplido", estado.acuerdos_cumplidos),
    ):
        for una, acuerdo in suyos:
            yield AcuerdoSeguido(
                actividad=una.id,
                texto=acuerdo.texto,
                responsable=id_de_actor(acuerdo.responsable, estado.indices) or "",
                plazo=acuerdo.plazo.en_palabras if acuerdo.plazo else "",
                estado=como_esta,
            )
