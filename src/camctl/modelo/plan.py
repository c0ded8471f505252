"""El plan entero: lo que dicen sus cuatro archivos."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

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


ClaseDeRegistro: TypeAlias = Literal["objetivo", "mandato", "actor", "actividad"]


class Clase(NamedTuple):
    """Una clase de registro: cómo se llama, dónde se escribe y de qué está hecha.

    `clave` es la de su lista en el archivo, y también su plural. `se_numera` si sus ID acaban en
    un número de orden; los demás son siglas, o los números de otro.
    """

    nombre: ClaseDeRegistro
    archivo: str
    clave: str
    modelo: type[Registro]
    es_femenina: bool = False
    se_numera: bool = False

    @property
    def con_articulo(self) -> str:
        """«la actividad»."""
        return f"{'la' if self.es_femenina else 'el'} {self.nombre}"

    @property
    def con_un(self) -> str:
        """«una actividad»."""
        return f"{'una' if self.es_femenina else 'un'} {self.nombre}"

    @property
    def pronombre(self) -> str:
        """Lo que se pega al verbo: «la», de «llévela»."""
        return "la" if self.es_femenina else "lo"


CLASES: Final = (
    Clase("objetivo", "objetivos.yaml", "objetivos", Objetivo, se_numera=True),
    Clase("mandato", "mandatos.yaml", "mandatos", Mandato),
    Clase("actor", "actores.yaml", "actores", Actor),
    Clase(
        "actividad", "calendario.yaml", "actividades", Actividad, es_femenina=True, se_numera=True
    ),
)


def clase_llamada(nombre: str) -> Clase:
    """La clase de registro que se llama así: «actividad»."""
    return next(una for una in CLASES if una.nombre == nombre)


def clase_de(registro: Registro) -> Clase:
    """La clase de un registro."""
    return next(una for una in CLASES if isinstance(registro, una.modelo))


MODELO_DE_ARCHIVO: Final[Mapping[str, type[Registro]]] = {
    "objetivos.yaml": ArchivoDeObjetivos,
    "mandatos.yaml": ArchivoDeMandatos,
    "actores.yaml": ArchivoDeActores,
    "calendario.yaml": ArchivoDeCalendario,
}
