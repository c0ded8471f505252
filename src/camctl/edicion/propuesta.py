"""Cómo quedaría un archivo con unos cambios, y qué traerían de malo a su plan."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from camctl.carga import Carga, cargar
from camctl.diagnostico import Diagnostico, Gravedad
from camctl.edicion.cambios import Cambio
from camctl.edicion.editor import editar
from camctl.fuentes.memoria import Copia, contenidos
from camctl.reglas.motor import diagnosticar


class Propuesta(NamedTuple):
    """Cómo queda un archivo, el plan que quedaría y lo malo que trae.

    `leidos` son los bytes de todos los archivos de que se partió.
    """

    archivo: str
    leidos: Mapping[str, bytes]
    despues: bytes
    carga: Carga
    errores: tuple[Diagnostico, ...]
    avisos: tuple[Diagnostico, ...]

    @property
    def antes(self) -> bytes:
        """Cómo estaba el archivo."""
        return self.leidos[self.archivo]


def proponer(carga: Carga, archivo: str, cambios: Iterable[Cambio]) -> Propuesta:
    """Los `cambios` hechos en `archivo`, en memoria, con los hallazgos que antes no había.

    La fuente de `carga` ha de dar los bytes de que salió, aunque el archivo haya cambiado: los
    cambios dicen el puesto que tenía en ellos cada registro.

    Raises:
        NoSePuedeEmpalmar: si alguno no se puede hacer sin tocar otra cosa.
    """
    fuente = carga.fuente
    leidos = contenidos(fuente)
    despues = editar(leidos[archivo], archivo, fuente.rotulo(archivo), cambios)
    quedaria = cargar(Copia({**leidos, archivo: despues}, fuente))
    nuevos = _estrenados(diagnosticar(carga), diagnosticar(quedaria))
    return Propuesta(
        archivo,
        leidos,
        despues,
        quedaria,
        tuple(uno for uno in nuevos if uno.gravedad is Gravedad.ERROR),
        tuple(uno for uno in nuevos if uno.gravedad is not Gravedad.ERROR),
    )


def _estrenados(
    antes: Iterable[Diagnostico], despues: Iterable[Diagnostico]
) -> tuple[Diagnostico, ...]:
    """Los hallazgos de `despues` que no estaban: el mismo en otra línea no es otro."""
    ya_estaban = Counter(map(_sin_lugar, antes))
    nuevos = []
    for uno in despues:
        forma = _sin_lugar(uno)
        if ya_estaban[forma]:
            ya_estaban[forma] -= 1
        else:
            nuevos.append(uno)
    return tuple(nuevos)


def _sin_lugar(uno: Diagnostico) -> tuple[str, ...]:
    return uno.codigo, uno.lugar.archivo, uno.registro, uno.mensaje
