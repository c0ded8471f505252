"""Lo encargado como tablas: el plan, su calendario, sus registros y lo que cuelga de cada uno."""

from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas import listas, registros
from camctl.vistas.hojas.calendario import calendario
from camctl.vistas.hojas.cobertura import cobertura
from camctl.vistas.hojas.hoja import Hoja
from camctl.vistas.hojas.plan import plan


def principales(encargo: Encargo) -> tuple[Hoja, ...]:
    """Las hojas que tiene cualquier plan, aunque estén vacías."""
    actividades = encargo.actividades
    return (
        plan(encargo, len(actividades)),
        calendario(encargo, actividades),
        registros.objetivos(encargo),
        registros.actores(encargo.indices),
        registros.mandatos(encargo.indices),
        cobertura(encargo),
    )


def de_detalle(encargo: Encargo) -> tuple[Hoja, ...]:
    """Las de lo que cuelga de los registros y de las actividades pedidas: puede no haber nada."""
    indices, actividades = encargo.indices, encargo.actividades
    return (
        listas.invitados(indices, actividades),
        listas.avances(indices, actividades),
        listas.acuerdos(indices, actividades),
        listas.documentos(indices, actividades),
        registros.misiones(indices),
        registros.enlaces(indices),
    )
