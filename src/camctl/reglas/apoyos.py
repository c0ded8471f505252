"""Lo que está en el plan tiene que servir para algo: R304 y R312."""

from collections.abc import Iterator
from itertools import chain

from camctl.castellano import enumerar
from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad, Invitado
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba


@comprueba("R304", Gravedad.AVISO)
def mandato_en_que_no_descansa_nada(contexto: Contexto) -> Iterator[Hallazgo]:
    """En un mandato no descansa nada.

    Ni el plan, ni el programa, ni ninguna actividad lo citan. O falta citarlo donde hace falta, o
    sobra en `mandatos.yaml`.
    """
    if not _se_sabe_en_que_descansa(contexto):
        return
    for mandato in contexto.plan.mandatos:
        if not contexto.indices.apoyos_en(mandato):
            yield Hallazgo(
                Sitio(mandato, ("id",)),
                "está en la lista y nada descansa en él: ni el plan, ni el programa, "
                "ni ninguna actividad",
                ayuda="cítelo en «mandatos» del plan o de una actividad, o bórrelo",
            )


def _se_sabe_en_que_descansa(contexto: Contexto) -> bool:
    return (
        contexto.plan.cabecera is not None
        and contexto.plan.programa is not None
        and contexto.estan_todos("actividad")
        and contexto.se_conocen_todos("objetivo")
        and not contexto.hay_danos_en("mandatos", "mandato")
        # Una cita mal escrita puede ser la que falta: eso ya tiene su error.
        and not contexto.hay_citas_rotas("mandato")
    )


@comprueba("R312", Gravedad.AVISO)
def actor_que_no_esta_en_ninguna_actividad(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un actor sirve a unos objetivos y no está en ninguna actividad.

    Su misión toca objetivos del programa, pero nadie cuenta con él: ni figura entre los actores de
    una actividad ni viene de su parte ningún invitado. Esos objetivos quedan sin quien los trate.
    """
    if not _se_sabe_quien_esta(contexto):
        return
    nombrados = {*contexto.fichas.columna(Invitado, "actor")} - {None}
    nombrados.update(chain.from_iterable(contexto.fichas.columna(Actividad, "actores")))
    presentes = {id(contexto.indices.actor(nombre)) for nombre in nombrados}
    presentes.add(id(contexto.indices.comision))
    for actor in contexto.plan.actores:
        if actor.objetivos and id(actor) not in presentes:
            cuales = enumerar([servido.id for servido in actor.objetivos])
            yield Hallazgo(
                Sitio(actor, ("objetivos",)),
                f"sirve a {cuales} y no está en ninguna actividad",
                ayuda=f"añada {actor.id} a «actores» de la actividad en que vaya a estar",
            )


def _se_sabe_quien_esta(contexto: Contexto) -> bool:
    return (
        bool(contexto.plan.actividades)
        and contexto.estan_todos("actividad")
        and not contexto.hay_danos_en("actores", "invitados")
        and not contexto.hay_citas_rotas("actor")
    )
