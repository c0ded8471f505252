"""El plan entero como lo toma otro programa."""

from typing import Any, Final

from camctl.vistas.derivados import con_derivados
from camctl.vistas.encargo import Encargo
from camctl.vistas.matriz import matriz
from camctl.vistas.registros import como_registro

# Cambia cuando una clave deja de estar o dice otra cosa; una clave nueva no la cambia.
VERSION: Final = 1


def plan_entero(encargo: Encargo) -> dict[str, Any]:
    """El plan, su programa y sus registros con sus claves derivadas, y la cobertura.

    De `actividades`, las pedidas; `filtros` dice en palabras cuáles se pidieron.
    """
    plan, indices, cobertura = encargo.plan, encargo.indices, encargo.cobertura
    return {
        "version": VERSION,
        "filtros": list(encargo.filtros),
        "plan": como_registro(indices, encargo.cabecera),
        "programa": como_registro(indices, plan.programa) if plan.programa else None,
        "grupos": dict(plan.grupos),
        "categorias": dict(plan.categorias),
        **{
            clave: [con_derivados(uno, indices, cobertura) for uno in registros]
            for clave, registros in (
                ("objetivos", plan.objetivos),
                ("mandatos", plan.mandatos),
                ("actores", plan.actores),
                ("actividades", encargo.actividades),
            )
        },
        "cobertura": matriz(cobertura, encargo.criterio).registros,
    }
