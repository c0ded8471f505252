"""Lo común a todos los registros: inmutables, sin claves de más y con textos que dicen algo."""

from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar
from camctl.modelo.errores import Enmienda, mal_escrito


class Registro(BaseModel):
    """Una ficha del plan: sus atributos se llaman como las claves del YAML.

    Los textos no están vacíos, y llegan sin blancos alrededor, que ya les quitó la carga: quitarlos
    aquí haría de cada uno una copia. Las listas son tuplas.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_min_length=1,
        # Lo que toma otro programa lleva todas las claves, también las que el plan no dice.
        json_schema_serialization_defaults_required=True,
        # Solo se construyen los validadores de los archivos enteros, y esos incluyen los demás.
        defer_build=True,
    )


class _Oficial:
    """La marca de un texto que ha de estar, palabra por palabra, en el documento oficial."""


OFICIAL: Final = _Oficial()
TextoOficial = Annotated[str, OFICIAL]
TextoOficialOptativo = Annotated[str | None, OFICIAL]


SI_O_NO: Final = {"true": True, "si": True, "false": False, "no": False}
_COMO_SI_O_NO: Final = {"verdadero": True, "yes": True, "falso": False}


def solo_el_id(valor: Any) -> Any:
    """La ficha de quien escribió solo su ID: `B8` es lo mismo que `{id: B8}`."""
    return {"id": valor} if isinstance(valor, str) else valor


def _booleano(valor: Any) -> Any:
    if not isinstance(valor, str):
        return valor
    leido = SI_O_NO.get(plegar(valor))
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

# A los de un diccionario la carga no les quita los blancos de fuera: son pocos, y aquí se hace.
Rotulo = Annotated[str, StringConstraints(strip_whitespace=True)]
# Sin usuario delante del sitio, que es como se disfraza una dirección de otra.
Enlace = Annotated[
    str, StringConstraints(pattern=r"^https://[^\s/?#@\\]+([/?#]\S*)?$", strip_whitespace=True)
]
PARRAFOS: Final = r"[0-9]+(-[0-9]+)?( *, *[0-9]+(-[0-9]+)?)*"
Parrafos = Annotated[str, StringConstraints(pattern=f"^{PARRAFOS}$")]
