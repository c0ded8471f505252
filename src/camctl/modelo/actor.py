"""Las instituciones que actúan: `actores.yaml`."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from camctl.modelo.base import (
    Booleano,
    Id,
    Referencia,
    Registro,
    Rotulo,
    TextoOficialOptativo,
    solo_el_id,
)


class ObjetivoServido(Registro):
    """Un objetivo al que sirve la misión de un actor, con las palabras que lo dicen."""

    id: Referencia = Field(title="Objetivo", description="El ID del objetivo.", examples=["B8"])
    cita: str | None = Field(
        None,
        title="Cita",
        description="Las palabras de su misión o su función que lo dicen, tal cual.",
        examples=["acercar los libros a la primera infancia"],
    )


class Actor(Registro):
    """Una institución que el plan nombra."""

    id: Id = Field(title="ID", description="Su sigla.", examples=["ILI"])
    nombre: str = Field(
        title="Nombre",
        description="El nombre completo.",
        examples=["Instituto de Lectura Infantil"],
    )
    alias: tuple[str, ...] = Field(
        (),
        title="Alias",
        description="Otros nombres y siglas por los que se la encuentra.",
        examples=[["ILIN"]],
    )
    categoria: str | None = Field(
        None,
        title="Categoría",
        description="La letra de su categoría; se omite si el plan no la da.",
        examples=["B"],
    )
    transversal: Booleano = Field(
        default=False,
        title="Transversal",
        description="Si su misión atraviesa todos los objetivos.",
        examples=["sí"],
    )
    colectivo: Booleano = Field(
        default=False,
        title="Colectivo",
        description="Si bajo su nombre hay muchas delegaciones.",
        examples=["sí"],
    )
    funcion: TextoOficialOptativo = Field(
        None,
        title="Función",
        description="Para qué existe, palabra por palabra.",
        examples=["fomenta la lectura desde la infancia"],
    )
    mision: TextoOficialOptativo = Field(
        None,
        title="Misión",
        description="Su misión respecto del programa, palabra por palabra.",
        examples=["le corresponde acercar los libros a la primera infancia"],
    )
    objetivos: tuple[Annotated[ObjetivoServido, BeforeValidator(solo_el_id)], ...] = Field(
        (),
        title="Objetivos",
        description="Los objetivos a los que sirve su misión, cada uno con su cita.",
        examples=[["B8"]],
    )
    nota: str | None = Field(
        None, title="Nota", description="Una aclaración.", examples=["El plan usa dos siglas."]
    )


class ArchivoDeActores(Registro):
    """El archivo `actores.yaml` entero."""

    categorias: dict[Rotulo, Rotulo] = Field(
        {},
        title="Categorías",
        description="La letra de cada categoría de actores y su nombre.",
        examples=[{"B": "Organismos especializados"}],
    )
    actores: tuple[Actor, ...] = Field(
        (), title="Actores", description="Las instituciones, en el orden en que se listan."
    )
