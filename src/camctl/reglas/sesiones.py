"""Lo que se espera de una actividad según su tipo y su estado: C407, C408 y C409."""

from collections.abc import Iterator

from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import ESTADOS_SIN_SESION, Actividad
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba


@comprueba("C407", Gravedad.AVISO)
def sesion_sin_actores(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una sesión no tiene actores.

    Los actores de una sesión son las instituciones presentes, también la comisión que convoca. Por
    su misión se sabe qué objetivos cubre: sin ellos, la sesión no cubre más que los que nombre.
    """
    for actividad in contexto.plan.actividades:
        if (
            not actividad.actores
            and contexto.es_sesion(actividad)
            and not any(invitado.actor for invitado in actividad.invitados)
            and not contexto.esta_danado(actividad, "invitados")
        ):
            yield Hallazgo(
                Sitio(actividad, ("actores",)),
                "es una sesión y no tiene actores",
                ayuda=f"escriba quién estará, por su ID: {_ejemplo(contexto)}",
            )


def _ejemplo(contexto: Contexto) -> str:
    comision = contexto.indices.comision
    return f"actores: [{comision.id}, …]" if comision else "actores: […]"


@comprueba("C408", Gravedad.AVISO)
def realizada_con_invitados_por_confirmar(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una actividad ya realizada tiene invitados por confirmar.

    Cuando la actividad se ha hecho ya se sabe quién fue: cada invitado asistió o se excusó. De eso
    sale lo que se informa después.
    """
    for actividad in contexto.plan.actividades:
        if actividad.estado != "realizada":
            continue
        for orden, invitado in enumerate(actividad.invitados):
            if invitado.estado == "por_confirmar":
                yield Hallazgo(
                    Sitio(actividad, ("invitados", orden, "estado")),
                    f"ya se ha realizado, y {invitado.nombre} sigue por confirmar",
                    ayuda="escriba «asistio» o «excusado», o borre «estado» si no se sabe",
                )


@comprueba("C409", Gravedad.AVISO)
def cambio_sin_motivo(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una actividad se movió, se aplazó o se canceló, y no se dice por qué.

    Quien lea el plan dentro de un año querrá saberlo. El motivo se escribe en `motivo`, en una
    frase.
    """
    for actividad in contexto.plan.actividades:
        se_movio = actividad.estado in ESTADOS_SIN_SESION or actividad.fecha_prevista
        if not se_movio or actividad.motivo or contexto.esta_danado(actividad, "motivo"):
            continue
        if actividad.estado in ESTADOS_SIN_SESION:
            yield _sin_motivo(actividad, "estado", f"está {actividad.estado}")
        elif (
            actividad.fecha_prevista
            and not actividad.fecha.coincide_con(actividad.fecha_prevista)
            and not contexto.esta_danado(actividad, "fecha")
        ):
            prevista = actividad.fecha_prevista.en_palabras
            yield _sin_motivo(actividad, "fecha_prevista", f"se ha movido (era {prevista})")


def _sin_motivo(actividad: Actividad, campo: str, que_pasa: str) -> Hallazgo:
    return Hallazgo(
        Sitio(actividad, (campo,)),
        f"{que_pasa} y no dice por qué",
        ayuda="añada «motivo», con una frase: motivo: A petición de …",
    )
