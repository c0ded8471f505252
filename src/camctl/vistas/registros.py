"""Los registros de un plan como los toma otro programa: las claves del YAML y los ID canónicos."""

from typing import Any

from camctl.indices import Indices
from camctl.modelo.base import Registro
from camctl.referencias import citas_de


def como_registro(indices: Indices, registro: Registro) -> dict[str, Any]:
    """Las claves de `registro`: las que faltan, nulas; las listas, `[]`; los ID, canónicos."""
    datos: dict[str, Any] = registro.model_dump(mode="json")
    for cita in citas_de(registro):
        citado = indices.por_id(cita.clase, cita.texto)
        if citado:
            dentro: Any = datos
            for paso in cita.ruta[:-1]:
                dentro = dentro[paso]
            dentro[cita.ruta[-1]] = citado.id
    return datos
