"""El sitio de cada registro dentro de la página: `#B8`, `#ACT-4`."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import Final

from camctl.comparacion import plegar_id
from camctl.indices import RegistroConId
from camctl.modelo.actor import Actor
from camctl.modelo.mandato import Mandato
from camctl.modelo.plan import CLASES, Plan, clase_de

# Lo que en una dirección no hay que escapar, y un atributo de HTML admite sin comillas.
_FUERA: Final = re.compile(r"[^A-Za-z0-9_-]+")


class Anclas:
    """Una para cada registro del plan: su ID sin acentos ni espacios, y ninguna repetida.

    Un mismo ID puede ser de un objetivo y de un actor: el segundo lleva además su clase. Tampoco
    se repiten si se leen sin mirar mayúsculas, ni coinciden con ninguna de `reservadas`.
    """

    def __init__(self, plan: Plan, reservadas: Iterable[str]) -> None:
        self._de: dict[int, str] = {}
        usadas = {una.lower() for una in reservadas}
        for clase in CLASES:
            for registro in getattr(plan, clase.clave):
                ancla = next(una for una in _posibles(registro) if una.lower() not in usadas)
                usadas.add(ancla.lower())
                self._de[id(registro)] = ancla

    def de(self, registro: RegistroConId) -> str:
        """El ancla de `registro`."""
        return self._de[id(registro)]

    def claves(self, registro: RegistroConId) -> list[str]:
        """Todo por lo que se puede pedir `registro` en la dirección, plegado: `#b8`, `#act4`.

        Valen también los alias de un actor, y la resolución de un mandato o su número.
        """
        nombres = [self.de(registro), registro.id]
        if isinstance(registro, Actor):
            nombres += registro.alias
        if isinstance(registro, Mandato):
            nombres += [registro.resolucion, *re.findall(r"[0-9]+", registro.id)]
        return list(dict.fromkeys(map(plegar_id, nombres)))


def _posibles(registro: RegistroConId) -> Iterator[str]:
    sin_acentos = unicodedata.normalize("NFKD", registro.id).encode("ascii", "ignore").decode()
    ancla = _FUERA.sub("-", sin_acentos)
    con_clase = f"{ancla}-{clase_de(registro).nombre}"
    return chain([ancla, con_clase], (f"{con_clase}-{n}" for n in count(2)))
