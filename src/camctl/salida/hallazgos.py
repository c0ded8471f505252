"""Lo que varios formatos dicen igual de los hallazgos: dónde está cada uno y cuántos faltan."""

from collections.abc import Iterable

from camctl.castellano import contar
from camctl.diagnostico import Diagnostico, Lugar
from camctl.informe import Informe
from camctl.progreso import siguiendo


def uno_a_uno(informe: Informe) -> Iterable[Diagnostico]:
    """Los hallazgos que se muestran, diciendo por cuál se va."""
    return siguiendo("escribiendo los hallazgos", informe.diagnosticos)


def donde(lugar: Lugar) -> str:
    """«data/calendario.yaml:41:21»; solo el archivo, si se trata de todo él."""
    return f"{lugar.archivo}:{lugar.linea}:{lugar.columna}" if lugar.linea else lugar.archivo


def sin_mostrar(informe: Informe) -> str:
    """«… y 12 hallazgos más (para verlos: --maximo 0)», o nada si se muestran todos."""
    return "".join(lo_omitido(informe))


def lo_omitido(informe: Informe) -> tuple[str, ...]:
    """Las tres partes de `sin_mostrar`, con el número en la de en medio; ninguna si no hay nada."""
    if not informe.omitidos:
        return ()
    cuantos = contar(informe.omitidos, "hallazgo más", "hallazgos más")
    return "… y ", cuantos, " (para verlos: --maximo 0)"
