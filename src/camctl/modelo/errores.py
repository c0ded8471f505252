"""Lo que el modelo dice de un valor que no admite, y lo que propone en su lugar."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from pydantic_core import PydanticCustomError

# Los errores que el modelo dice ya en español: un valor mal escrito, o de otra forma.
VALOR: Final = "mal_escrito"
FORMA: Final = "de_otra_forma"


class Enmienda(NamedTuple):
    """Lo que se quiso escribir; `segura` si lo escrito no se puede leer de otro modo."""

    valor: str | bool | list[str]
    segura: bool = True


class Propuesta(NamedTuple):
    """Una manera de escribir bien un valor que no lo está."""

    valor: str  # como va en el archivo: `"10:00"`
    aparte: str = ""  # lo que va en otro campo: `hasta: 2030-03-15`
    en_palabras: str = ""  # si hay que elegir entre varias: «14 de marzo de 2030»


def mal_escrito(
    mensaje: str,
    ayuda: str,
    tipo: Literal["mal_escrito", "de_otra_forma"] = VALOR,
    *,
    propuestas: Sequence[Propuesta] = (),
    antes: str = "",
    enmienda: Enmienda | None = None,
) -> PydanticCustomError:
    """El error de un valor que su campo no admite; `traduccion` toma de él lo que hay que decir.

    `ayuda` vale si no hay `propuestas`: con ellas se dice la línea exacta, con su campo, y `antes`
    lo que haya que hacer primero. `enmienda`, si la hay, es lo que se puede arreglar.
    """
    datos = {
        "mensaje": mensaje,
        "ayuda": ayuda,
        "propuestas": tuple(propuestas),
        "antes": antes,
        "enmienda": enmienda,
    }
    return PydanticCustomError(tipo, "{mensaje}", datos)
