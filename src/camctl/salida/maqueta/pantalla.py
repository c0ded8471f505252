"""Las líneas, con sus estilos, en una terminal."""

from collections.abc import Iterable, Mapping
from typing import Final

from camctl.salida.maqueta.lineas import Linea
from camctl.vistas.respuesta import Estilo

# Los colores con nombre, que cada terminal dibuja con su tema, claro u oscuro.
_ESTILOS: Final[Mapping[Estilo, str]] = {
    "": "",
    "id": "cyan",
    "tenue": "dim",
    "aviso": "yellow",
    "error": "bold red",
    "bien": "green",
    "fuerte": "bold",
}


def mostrar(lineas: Iterable[Linea]) -> None:
    """Escribe `lineas` en la salida estándar, tal como están partidas."""
    from rich.console import Console
    from rich.text import Text

    texto = Text()
    for linea in lineas:
        for trozo, estilo in linea:
            texto.append(trozo, _ESTILOS[estilo])
        texto.append("\n")
    # Un `Text` no pasa por el marcado de Rich: los corchetes de los datos son corchetes.
    Console(highlight=False).print(texto, soft_wrap=True, end="")
