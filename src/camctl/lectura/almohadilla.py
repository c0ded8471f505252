"""Un valor que YAML toma por comentario: L129."""

import re
from typing import Final

from camctl.castellano import recortar
from camctl.diagnostico import Gravedad, Regla
from camctl.lectura.obra import Obra

ALMOHADILLA = Regla(
    "L129",
    Gravedad.ERROR,
    """Un campo se queda sin valor, porque lo que lleva detrás empieza por #.

    Para YAML, # empieza un comentario, y un comentario no se lee. Pasa con los números de orden
    (#3) y con los errores que se copian de Excel (#N/A). Un comentario de verdad lleva un espacio
    detrás.
    """,
)

_ERROR_DE_EXCEL: Final = r"#(?:N/[AD]|[¡¿]?[A-Z/0]+[!?])"


def se_lo_come_una_almohadilla(obra: Obra, fin: int) -> bool:
    """Si el valor vacío que acaba en `fin` lo está porque lo escrito empieza por «#»; y lo dice."""
    abierto = obra.abiertos[-1]
    comido = re.compile(r"[ \t]+(#(?=[^\s#])[^\r\n]*)").match(obra.mapa.texto, fin)
    if comido is None or abierto.espera_clave:
        return False
    texto = comido[1].rstrip()
    linea = f"{abierto.clave}: " if abierto.ficha is not None else "- "
    cual = f"«{abierto.clave}»" if abierto.ficha is not None else "el elemento"
    obra.decir(
        ALMOHADILLA,
        (comido.start(1), comido.start(1) + len(texto)),
        f"lo que sigue a una almohadilla no se lee: {cual} se queda sin valor",
        ayuda="es un error de Excel: escriba el dato o, si no lo hay, borre la línea"
        if re.fullmatch(_ERROR_DE_EXCEL, texto)
        else f'si es su valor, escriba: {linea}"{recortar(texto, 60)}"; si es un comentario, '
        "ponga un espacio detrás de la almohadilla",
    )
    return True
