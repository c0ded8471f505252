"""Los hallazgos, uno por línea, para buscar en ellos y para los editores; al final, el resumen.

La forma `archivo:línea:columna: mensaje` es la que reconocen grep, Vim, Emacs y VS Code. La ayuda
y el otro extremo de cada relación están en los demás formatos.
"""

from collections.abc import Iterator

from camctl.informe import Informe
from camctl.salida.hallazgos import donde, sin_mostrar, uno_a_uno
from camctl.salida.limpieza import limpio
from camctl.salida.ordenes import sin_ordenes


def escribir(informe: Informe) -> str:
    """Una línea por hallazgo y el resumen en la última."""
    return "".join(f"{sin_ordenes(limpio(linea))}\n" for linea in _lineas(informe))


def _lineas(informe: Informe) -> Iterator[str]:
    for uno in uno_a_uno(informe):
        yield f"{donde(uno.lugar)}: {uno.gravedad.value}[{uno.codigo}] {uno.mensaje}"
    if resto := sin_mostrar(informe):
        yield resto
    yield informe.resumen
