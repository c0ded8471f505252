"""Más de un documento en un archivo: L123."""

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.mapa import Mapa

VARIOS_DOCUMENTOS = Regla(
    "L123",
    Gravedad.ERROR,
    """Hay más de un documento en el archivo.

    Una línea con tres guiones (---) empieza otro documento de YAML. Cada archivo del plan es uno
    solo; lo que sigue a esa línea no se lee.
    """,
)


def otro_documento(mapa: Mapa, posicion: int) -> Diagnostico:
    """Una línea que acaba el archivo, o que empieza otro, antes de su final."""
    signo = mapa.texto[posicion : posicion + 3]
    if signo == "...":
        mensaje = "los tres puntos (...) dan por acabado el archivo, y detrás hay más"
    else:
        mensaje = "los tres guiones (---) empiezan otro archivo dentro de este"
    return VARIOS_DOCUMENTOS.en(
        mapa.lugar(posicion, posicion + 3),
        f"{mensaje}; lo que sigue no se lee",
        ayuda="borre la línea, o lleve lo que sigue a su propio archivo",
    )
