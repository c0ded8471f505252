"""Qué registros se pueden añadir, y qué se dice de cada uno."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from camctl.cli.campos import CampoNuevo
from camctl.modelo.plan import Clase

# Lo que se dice de un objetivo y no es un campo suyo.
OPCION_GRUPO: Final = "grupo"
# Lo que camctl pone por su cuenta, y lo que se registra cuando ya ha pasado algo.
_SIN_OPCION: Final = frozenset(
    {"actualizado", "fecha_prevista", "documentos", "avances", "acuerdos"}
)


class Alta(NamedTuple):
    """Cómo se añade un registro de una clase.

    `se_preguntan` son los campos optativos por los que también se pregunta en una terminal.
    """

    ayuda: str
    se_preguntan: tuple[str, ...] = ()


ALTAS: Final[Mapping[str, Alta]] = {
    "actividad": Alta(
        "Añade una actividad, con el número que le toca y en su sitio por fecha.",
        ("hora", "lugar", "actores", "invitados", "objetivos", "mandatos"),
    ),
    "actor": Alta("Añade una institución.", ("alias", "categoria", "mision", "objetivos")),
    "mandato": Alta("Añade una resolución.", ("organo", "parrafos")),
    "objetivo": Alta("Añade un objetivo, con el número que le toca en su grupo."),
}


def campos_de(clase: Clase) -> list[CampoNuevo]:
    """Los campos que se pueden decir al añadir un registro, en el orden de su ficha."""
    return [
        CampoNuevo(clase.modelo, nombre)
        for nombre in clase.modelo.model_fields
        if nombre not in _SIN_OPCION
    ]
