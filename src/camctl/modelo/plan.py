"""El plan entero: lo que dicen sus cuatro archivos."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from pydantic import Field

from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor, ArchivoDeActores
from camctl.modelo.base import Referencia, Registro, TextoOficialOptativo
from camctl.modelo.mandato import ArchivoDeMandatos, Mandato
from camctl.modelo.objetivo import ArchivoDeObjetivos, Objetivo, Programa
from camctl.modelo.tiempo import Instante, PeriodoDelPlan


class Cabecera(Registro):
    """Lo que el plan dice de sí mismo: la clave `plan` de `calendario.yaml`."""

    titulo: str = Field(
        title="Título",
        description="El título del plan, corregido si el original trae erratas.",
        examples=["Plan de trabajo de la Presidencia"],
    )
    texto: TextoOficialOptativo = Field(
        None,
        title="Texto",
        description="El título palabra por palabra, con sus erratas.",
        examples=["PLAN DE TRABAJO DE LA PRESIDENCIA"],
    )
    actualizado: Instante | None = Field(
        None,
        title="Actualizado",
        description="Cuándo cambió por última vez.",
        examples=["2030-02-11T10:30Z"],
    )
    periodo: PeriodoDelPlan = Field(
        title="Periodo", description="2030-2031, o un solo año.", examples=["2030-2031"]
    )
    comision: Referencia = Field(
        title="Comisión",
        description="Quién convoca: el ID de un actor. Su presencia no cubre ningún objetivo.",
        examples=["CB"],
    )
    presenta: str | None = Field(
        None, title="Presenta", description="Quién presenta el plan.", examples=["La Presidencia"]
    )
    apoyo: tuple[Referencia, ...] = Field(
        (), title="Apoyo", description="Quién da apoyo técnico: ID de actores.", examples=[["SBP"]]
    )
    mandatos: tuple[Referencia, ...] = Field(
        (),
        title="Mandatos",
        description="Los mandatos en que descansa el plan entero.",
        examples=[["AG-101", "AG-102"]],
    )
    zona_horaria: str | None = Field(
        None,
        title="Zona horaria",
        description="La de las horas del calendario, con su nombre internacional.",
        examples=["America/Montevideo"],
    )
    nota: str | None = Field(
        None, title="Nota", description="Una aclaración.", examples=["El título trae una errata."]
    )


class ArchivoDeCalendario(Registro):
    """El archivo `calendario.yaml` entero."""

    plan: Cabecera = Field(title="Plan", description="Lo que el plan dice de sí mismo.")
    actividades: tuple[Actividad, ...] = Field(
        (), title="Actividades", description="Las actividades, por orden de fecha."
    )


class Plan(NamedTuple):
    """Los registros de un plan, en el orden de sus archivos.

    `cabecera` y `programa` faltan si sus archivos no los traen bien escritos.
    """

    cabecera: Cabecera | None = None
    programa: Programa | None = None
    grupos: Mapping[str, str] = MappingProxyType({})
    categorias: Mapping[str, str] = MappingProxyType({})
    objetivos: tuple[Objetivo, ...] = ()
    mandatos: tuple[Mandato, ...] = ()
    actores: tuple[Actor, ...] = ()
    actividades: tuple[Actividad, ...] = ()


class Clase(NamedTuple):
    """Una clase de registro: cómo se llama, dónde se escribe y de qué está hecha."""

    nombre: str
    archivo: str
    clave: str
    modelo: type[Registro]
    articulo: str

    @property
    def con_articulo(self) -> str:
        """«la actividad»."""
        return f"{self.articulo} {self.nombre}"


CLASES: Final = (
    Clase("objetivo", "objetivos.yaml", "objetivos", Objetivo, "el"),
    Clase("mandato", "mandatos.yaml", "mandatos", Mandato, "el"),
    Clase("actor", "actores.yaml", "actores", Actor, "el"),
    Clase("actividad", "calendario.yaml", "actividades", Actividad, "la"),
)

MODELO_DE_ARCHIVO: Final[Mapping[str, type[Registro]]] = {
    "objetivos.yaml": ArchivoDeObjetivos,
    "mandatos.yaml": ArchivoDeMandatos,
    "actores.yaml": ArchivoDeActores,
    "calendario.yaml": ArchivoDeCalendario,
}
