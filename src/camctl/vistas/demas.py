"""Los campos que una vista no dice a su manera: se dicen todos, con el rótulo que les da el modelo.

Así un campo nuevo se ve desde que está en el modelo, sin que ninguna vista lo nombre.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from camctl.indices import Indices
from camctl.lectura.valores import Ruta
from camctl.modelo.base import Registro
from camctl.modelo.fecha import Fecha, Tramo
from camctl.referencias import citas_de
from camctl.vistas.nombres import rotulo, titular, unir
from camctl.vistas.palabras import parrafos_de
from camctl.vistas.respuesta import campo

Campo = tuple[str, tuple[str, ...]]


class Repaso:
    """Los campos de un registro: los que se van diciendo y, al final, los que nadie ha dicho."""

    def __init__(
        self, registro: Registro, indices: Indices, *, aparte: Collection[str] = ()
    ) -> None:
        """`aparte` son los campos que se dicen en otro sitio, como el título de la ficha."""
        self._registro = registro
        self._indices = indices
        self._dichos = set(aparte)

    def campo(self, nombre: str, lineas: str | Iterable[str] | None) -> Iterable[Campo]:
        """El campo de ese nombre con lo que se dice de él, o nada si no tiene qué decir."""
        self._dichos.add(nombre)
        return campo(rotulo(type(self._registro), nombre), lineas)

    def demas(self) -> Iterator[Campo]:
        """Los campos que quedan por decir y dicen algo."""
        return demas(self._registro, self._dichos, self._indices)


def demas(
    registro: Registro, dichos: Collection[str], indices: Indices | None = None
) -> Iterator[Campo]:
    """Los campos de `registro` que no son de los `dichos` y dicen algo, en el orden del modelo.

    Con `indices`, lo que citan se dice con su título.
    """
    for nombre in los_demas(type(registro), dichos):
        yield from campo(rotulo(type(registro), nombre), lineas_de(registro, nombre, indices))


def los_demas(modelo: type[Registro], dichos: Collection[str]) -> Iterator[str]:
    """Los nombres de los campos de `modelo` que no son de los `dichos`."""
    return (nombre for nombre in modelo.model_fields if nombre not in dichos)


def en_linea(ficha: Registro, *dichos: str) -> Iterator[str]:
    """Lo mismo que `demas`, de una ficha que va en una línea: «modalidad: híbrida»."""
    return (f"{suyo.lower()}: {unir(*lineas)}" for suyo, lineas in demas(ficha, dichos))


def lineas_de(registro: Registro, nombre: str, indices: Indices | None = None) -> list[str]:
    """Lo que dice un campo, línea a línea; nada si no dice nada, o si solo dice que no."""
    citas = {cita.ruta: cita.clase for cita in citas_de(registro)}

    def lineas(valor: Any, ruta: Ruta) -> Iterator[str]:
        if clase := citas.get(ruta):
            citado = indices.por_id(clase, valor) if indices else None
            yield titular(citado) if citado else valor
        elif isinstance(valor, Registro):
            yield unir(*en_linea(valor))
        elif isinstance(valor, Mapping):
            yield from (f"{clave}: {suyo}" for clave, suyo in valor.items())
        elif isinstance(valor, tuple) and not isinstance(valor, Tramo):
            for orden, uno in enumerate(valor):
                yield from lineas(uno, (*ruta, orden))
        elif valor is not None and valor is not False:
            yield from parrafos_de(dicho(valor))

    return list(lineas(getattr(registro, nombre), (nombre,)))


def dicho(valor: Any) -> str:
    """Un valor suelto, como lo dice una persona: «sí», «marzo de 2030», «2030-02-11 10:30 UTC»."""
    if valor is True:
        return "sí"
    if isinstance(valor, datetime):
        return f"{valor:%Y-%m-%d %H:%M} UTC"
    return valor.en_palabras if isinstance(valor, Fecha) else str(valor)
