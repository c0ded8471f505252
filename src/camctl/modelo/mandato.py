"""Las resoluciones que encargan el trabajo: `mandatos.yaml`."""

from typing import Final, TypeAlias

from pydantic import Field

from camctl.modelo.base import (
    Enlace,
    Id,
    Parrafos,
    Referencia,
    Registro,
    Rotulo,
    TextoOficial,
    TextoOficialOptativo,
)


class Mandato(Registro):
    """Una resolución en la que descansa el plan."""

    id: Id = Field(title="ID", description="Corto, como se cita de palabra.", examples=["AG-101"])
    resolucion: TextoOficial = Field(
        title="Resolución",
        description="Su signatura completa.",
        examples=["AG/RES. 101 (X-O/30)"],
    )
    organo: Referencia | None = Field(
        None,
        title="Órgano",
        description="El actor que la adoptó: su ID.",
        examples=["AG"],
    )
    titulo: TextoOficial = Field(
        title="Título", description="El título oficial.", examples=["Bibliotecas para todos"]
    )
    seccion: TextoOficialOptativo = Field(
        None,
        title="Sección",
        description="La sección de la resolución, si el mandato es solo una parte.",
        examples=["Sección II"],
    )
    parrafos: Parrafos | None = Field(
        None,
        title="Párrafos",
        description="Los párrafos resolutivos: 1-3, o bien 1, 4-6.",
        examples=["1-3"],
    )
    enlaces: dict[Rotulo, Enlace] = Field(
        {},
        title="Enlaces",
        description="La dirección https del texto en cada idioma.",
        examples=[{"es": "https://ejemplo.org/es/101.pdf"}],
    )
    nota: str | None = Field(
        None, title="Nota", description="Una aclaración.", examples=["Falta cerrar unas comillas."]
    )


class ArchivoDeMandatos(Registro):
    """El archivo `mandatos.yaml` entero."""

    mandatos: tuple[Mandato, ...] = Field(
        (), title="Mandatos", description="Las resoluciones, en el orden del plan."
    )


Tramos: TypeAlias = list[tuple[int, int]]

# Ninguna resolución tiene tantos párrafos; un número más largo se compara por sus primeras cifras.
_CIFRAS: Final = 15


def tramos_de_parrafos(parrafos: str) -> Tramos:
    """El primero y el último de cada tramo de «1, 4-6», tal como están escritos."""
    tramos = []
    for parte in parrafos.split(","):
        primero, _, ultimo = parte.strip().partition("-")
        tramos.append((int(primero[:_CIFRAS]), int((ultimo or primero)[:_CIFRAS])))
    return tramos
