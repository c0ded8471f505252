"""Lo común a todos los registros: inmutables, sin claves de más, con textos limpios por fuera."""

from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar


class Registro(BaseModel):
    """Una ficha del plan: sus atributos se llaman como las claves del YAML.

    Los textos llegan sin blancos alrededor y nunca vacíos; los nombres de las listas son tuplas.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        str_min_length=1,
        # Lo que toma otro programa lleva todas las claves, también las que el plan no dice.
        json_schema_serialization_defaults_required=True,
        # Solo se construyen los validadores de los archivos enteros, y esos incluyen los demás.
        defer_build=True,
    )

    def model_post_init(self, context: Any, /) -> None:
        """Comparte con los demás registros el conjunto de los campos que este trae escritos.

        Pydantic le da a cada registro el suyo, que ocupa tanto como el registro; distintos hay
        muy pocos, y nadie los cambia.
        """
        del context
        escritos = self.__pydantic_fields_set__
        compartidos = _CAMPOS_ESCRITOS.setdefault(frozenset(escritos), escritos)
        object.__setattr__(self, "__pydantic_fields_set__", compartidos)


_CAMPOS_ESCRITOS: dict[frozenset[str], set[str]] = {}


class _Oficial:
    """La marca de un texto que ha de estar, palabra por palabra, en el documento oficial."""


OFICIAL: Final = _Oficial()
TextoOficial = Annotated[str, OFICIAL]
TextoOficialOptativo = Annotated[str | None, OFICIAL]


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


_SI_O_NO: Final = {"true": True, "si": True, "false": False, "no": False}
_COMO_SI_O_NO: Final = {"verdadero": True, "yes": True, "falso": False}


def solo_el_id(valor: Any) -> Any:
    """La ficha de quien escribió solo su ID: `B8` es lo mismo que `{id: B8}`."""
    return {"id": valor} if isinstance(valor, str) else valor


def _booleano(valor: Any) -> Any:
    if not isinstance(valor, str):
        return valor
    leido = _SI_O_NO.get(plegar(valor))
    if leido is None:
        from camctl.modelo.descuidos import si_o_no

        dicho = _COMO_SI_O_NO.get(plegar(valor))
        mensaje = f"{entre_comillas(valor)} no es ni sí ni no"
        raise mal_escrito(
            mensaje,
            "escriba sí o no",
            propuestas=si_o_no(valor),
            enmienda=None if dicho is None else Enmienda(dicho),
        )
    return leido


Booleano = Annotated[
    bool,
    BeforeValidator(_booleano),
    WithJsonSchema({"enum": [True, False, "sí", "si", "no", "true", "false"]}, mode="validation"),
]

# Un ID es lo que la gente teclea: letras y cifras, y entre ellas guiones, puntos o espacios.
_LETRA = "A-Za-z0-9ÁÉÍÓÚÜÑáéíóúüñ"
Id = Annotated[str, StringConstraints(pattern=rf"^[{_LETRA}]([{_LETRA} ._/-]*[{_LETRA}])?$")]
IdDeObjetivo = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]+[ .-]?[0-9]+$")]

# Una referencia se resuelve al cruzar los archivos; aquí basta con que sea un texto.
Referencia = str

Enlace = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+(/\S*)?$")]
Parrafos = Annotated[str, StringConstraints(pattern=r"^[0-9]+(-[0-9]+)?( *, *[0-9]+(-[0-9]+)?)*$")]
