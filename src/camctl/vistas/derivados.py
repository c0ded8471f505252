"""Las claves que se añaden a las de cada registro cuando las toma otro programa."""

from typing import Any

from camctl.cobertura import Cobertura, una_por_actor
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.mandato import Mandato
from camctl.modelo.objetivo import Objetivo
from camctl.vistas.registros import como_registro


def con_derivados(registro: Registro, indices: Indices, cobertura: Cobertura) -> dict[str, Any]:
    """El registro con las claves derivadas de su clase; el plan y el programa no tienen ninguna."""
    if isinstance(registro, Objetivo):
        return objetivo_con_sesiones(registro, indices, cobertura)
    if isinstance(registro, Actor):
        return actor_con_sesiones(registro, indices)
    if isinstance(registro, Actividad):
        return actividad_con_cobertura(registro, indices, cobertura)
    if isinstance(registro, Mandato):
        return mandato_con_apoyos(registro, indices)
    return como_registro(indices, registro)


def objetivo_con_sesiones(
    objetivo: Objetivo, indices: Indices, cobertura: Cobertura
) -> dict[str, Any]:
    """El objetivo y `sesiones`: una entrada por sesión, criterio y actor, con los tres criterios.

    `actor` es nulo cuando lo cubre la propia sesión.
    """
    sesiones = [
        {
            **con_fecha(razon.actividad),
            "criterio": razon.criterio,
            "actor": razon.actor.id if razon.actor else None,
        }
        for razon in una_por_actor(cobertura.razones_de(objetivo))
    ]
    return {**como_registro(indices, objetivo), "sesiones": sesiones}


def actor_con_sesiones(actor: Actor, indices: Indices) -> dict[str, Any]:
    """El actor y `sesiones`: las que cuentan y en que está presente."""
    sesiones = [con_fecha(sesion) for sesion in indices.sesiones_de(actor)]
    return {**como_registro(indices, actor), "sesiones": sesiones}


def actividad_con_cobertura(
    actividad: Actividad, indices: Indices, cobertura: Cobertura
) -> dict[str, Any]:
    """La actividad y `objetivos_cubiertos`: los que cubre según el criterio de por omisión."""
    cubiertos = [objetivo.id for objetivo in cobertura.cubiertos_por(actividad)]
    return {**como_registro(indices, actividad), "objetivos_cubiertos": cubiertos}


def mandato_con_apoyos(mandato: Mandato, indices: Indices) -> dict[str, Any]:
    """El mandato y `sustenta`: lo que descansa en él; el plan y el programa no tienen ID."""
    # Una actividad puede citar el mismo mandato dos veces, por párrafos distintos.
    apoyos = dict.fromkeys((apoyo.clase, apoyo.id) for apoyo in indices.apoyos_en(mandato))
    sustenta = [{"clase": clase, "id": id_} for clase, id_ in apoyos]
    return {**como_registro(indices, mandato), "sustenta": sustenta}


def con_fecha(actividad: Actividad) -> dict[str, str]:
    """Una actividad citada desde otro registro: su ID y su fecha."""
    return {"id": actividad.id, "fecha": str(actividad.fecha)}
