"""Piso 0: lo que se dice de un dato equivocado, igual para todos los pisos."""

from enum import StrEnum
from typing import NamedTuple


class Gravedad(StrEnum):
    """Si el plan está roto (`ERROR`) o solo es dudoso (`AVISO`)."""

    ERROR = "error"
    AVISO = "aviso"


class Lugar(NamedTuple):
    """Tramo de un archivo: líneas y columnas cuentan desde 1, en caracteres, con el fin excluido.

    `linea` 0 es el archivo entero: falta, está vacío o no se puede leer.
    """

    archivo: str
    linea: int = 0
    columna: int = 0
    linea_fin: int = 0
    columna_fin: int = 0


class Relacionado(NamedTuple):
    """El otro extremo de una relación rota: dónde está y qué es."""

    lugar: Lugar
    mensaje: str


class Arreglo(NamedTuple):
    """Un cambio que remedia un hallazgo: escribir `texto` en lugar de lo que hay en `lugar`.

    `texto` es YAML, con las comillas que le hagan falta. `seguro` si se puede hacer sin mirar.
    """

    lugar: Lugar
    texto: str
    seguro: bool


class Diagnostico(NamedTuple):
    """Un hallazgo con su lugar; el orden natural es el de lectura: archivo, línea, columna.

    `registro` nombra el registro por su ID (`ACT-4`), vacío si el hallazgo es del archivo.
    """

    lugar: Lugar
    codigo: str
    gravedad: Gravedad
    mensaje: str
    ayuda: str = ""
    registro: str = ""
    relacionados: tuple[Relacionado, ...] = ()
    arreglos: tuple[Arreglo, ...] = ()


class Regla(NamedTuple):
    """Lo que significa un código: una letra y tres cifras que no se reutilizan jamás.

    La letra dice el piso: L lectura, M modelo, R referencias, C calendario, E redacción.
    `explicacion` empieza por una frase corta y sigue, tras una línea en blanco, con el porqué.
    """

    codigo: str
    gravedad: Gravedad
    explicacion: str

    @property
    def titulo(self) -> str:
        """La primera frase de la explicación, sin punto final."""
        return self.explicacion.strip().partition("\n")[0].rstrip(".")

    def en(
        self,
        lugar: Lugar,
        mensaje: str,
        *,
        ayuda: str = "",
        registro: str = "",
        relacionados: tuple[Relacionado, ...] = (),
        arreglos: tuple[Arreglo, ...] = (),
    ) -> Diagnostico:
        """Diagnóstico de esta regla en `lugar`."""
        return Diagnostico(
            lugar, self.codigo, self.gravedad, mensaje, ayuda, registro, relacionados, arreglos
        )
