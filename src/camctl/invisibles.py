"""Piso 0: los caracteres que no se ven, y los que cambian el orden de lo que se lee.

No están los que YAML no admite ni los controles: de esos no hace falta buscar más en un texto
leído. Tampoco los selectores de variante de los emojis.
"""

from typing import Final

_TRAMOS: Final = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F)),  # guion opcional y unión de grafemas: no ocupan sitio
    *((0x115F, 0x1160), (0x17B4, 0x17B5)),  # letras que se dibujan vacías…
    *((0x3164, 0x3164), (0xFFA0, 0xFFA0)),  # …y otras
    *((0x061C, 0x061C), (0x200B, 0x200F)),  # anchura cero y sentido de la escritura
    *((0x202A, 0x202E), (0x2060, 0x206F)),  # más sentidos, uniones y operadores
    (0x180B, 0x180F),  # marcas del mongol
    (0xFFF0, 0xFFFB),  # anotaciones interlineales y lo que las rodea, sin asignar
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A)),  # controles de taquigrafía y de partitura
    (0xE0000, 0xE0FFF),  # etiquetas: un texto entero que no se ve
)

# Lo que va entre los corchetes de una expresión regular.
CLASE: Final = "".join(f"\\U{primero:08x}-\\U{ultimo:08x}" for primero, ultimo in _TRAMOS)


def invisibles() -> str:
    """Todos, uno detrás de otro."""
    return "".join(chr(uno) for primero, ultimo in _TRAMOS for uno in range(primero, ultimo + 1))
