"""Lo que todos los apartados de una comparación comparten."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from camctl.cobertura import Cobertura
from camctl.comparacion import plegar_id
from camctl.indices import Indices, RegistroConId
from camctl.modelo.base import Registro
from camctl.vistas.registros import como_registro

_R = TypeVar("_R", bound=RegistroConId)


class Momento(NamedTuple):
    """Un plan en uno de los dos momentos que se comparan.

    `nombre` es el que se le da a quien compara; `dia`, el día de que es, si se sabe por fuera de
    los datos.
    """

    nombre: str
    indices: Indices
    cobertura: Cobertura
    dia: date | None = None


class Cambio(NamedTuple):
    """Una diferencia entre los dos momentos.

    `que` es una palabra para otro programa («nueva», «movida», «con_sesion»…); `texto`, la frase
    que se lee; `antes` y `despues`, los valores, si son de un campo.
    """

    clase: str
    id: str
    que: str
    texto: str
    campo: str | None = None
    antes: Any = None
    despues: Any = None


class Pareja(NamedTuple):
    """Un registro que está en los dos momentos, y cómo es en cada uno."""

    antes: Any
    despues: Any
    datos_antes: dict[str, Any]
    datos_despues: dict[str, Any]

    @property
    def campos(self) -> list[str]:
        """Los campos que no dicen lo mismo, salvo el ID y cuándo se cambió."""
        return [
            campo
            for campo, valor in self.datos_despues.items()
            if campo not in ("id", "actualizado") and valor != self.datos_antes.get(campo)
        ]


def pareja(antes: Registro, despues: Registro, primero: Indices, segundo: Indices) -> Pareja:
    """Las dos formas de un registro, con sus citas por su ID canónico."""
    return Pareja(antes, despues, como_registro(primero, antes), como_registro(segundo, despues))


def parejas(
    antes: Sequence[_R], despues: Sequence[_R], primero: Indices, segundo: Indices
) -> Iterator[Pareja]:
    """Los registros que están en las dos listas, en el orden de la segunda."""
    viejos = {plegar_id(uno.id): uno for uno in antes}
    for nuevo in despues:
        if viejo := viejos.get(plegar_id(nuevo.id)):
            yield pareja(viejo, nuevo, primero, segundo)


def solo_en(unos: Sequence[_R], otros: Sequence[_R]) -> tuple[_R, ...]:
    """Los registros de `unos` que no están en `otros`."""
    presentes = {plegar_id(otro.id) for otro in otros}
    return tuple(uno for uno in unos if plegar_id(uno.id) not in presentes)
