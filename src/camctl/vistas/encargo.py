"""Lo que se va a repartir: el plan entero y, de su calendario, las actividades pedidas."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import Final, NamedTuple

from camctl.cobertura import Cobertura, Criterio
from camctl.indices import Indices
from camctl.modelo.actividad import Actividad
from camctl.modelo.plan import Cabecera, Plan
from camctl.vistas.calendario import en_orden
from camctl.vistas.filtro import filtrar
from camctl.vistas.seleccion import Seleccion, en_palabras, filtros_de

# Los sistemas de archivos admiten 255 octetos, y hay que añadirle la extensión y un número.
_OCTETOS_DE_UN_NOMBRE: Final = 200


class Encargo(NamedTuple):
    """Un plan con su cabecera y lo que se pide de su calendario; de lo demás, todo."""

    cabecera: Cabecera
    indices: Indices
    cobertura: Cobertura
    pedido: Seleccion = Seleccion()

    @property
    def plan(self) -> Plan:
        """Los registros del plan."""
        return self.indices.plan

    @property
    def criterio(self) -> Criterio:
        """Con qué criterio se dice qué cubre cada sesión."""
        return self.pedido.criterio

    @property
    def actividades(self) -> tuple[Actividad, ...]:
        """Las actividades pedidas, en el orden del calendario."""
        filtros = filtros_de(self.pedido, self.indices, self.cobertura)
        return filtrar(en_orden(self.plan.actividades), filtros)

    @property
    def filtros(self) -> tuple[str, ...]:
        """Qué se pidió del calendario, en palabras: «mes: marzo de 2030»; nada si se pidió todo."""
        return en_palabras(self.pedido)

    @property
    def comision(self) -> str:
        """El ID de la comisión, o lo que el plan escribe si no es de ningún actor."""
        comision = self.indices.comision
        return comision.id if comision else self.cabecera.comision

    @property
    def nombre(self) -> str:
        """Cómo se llama un archivo que lo contiene, sin extensión: «CB-2030-2031»."""
        return f"{nombre_de_archivo(self.comision)}-{self.cabecera.periodo}"

    @property
    def instante(self) -> datetime:
        """Cuándo cambió el plan por última vez o, si no lo dice, cuándo empieza su periodo.

        Es la fecha que llevan los papeles: la de hoy haría distintos dos iguales.
        """
        inicio = datetime.combine(self.cabecera.periodo.inicio, time(), UTC)
        return self.cabecera.actualizado or inicio


def nombre_de_archivo(texto: str) -> str:
    """`texto` con un guion en lugar de lo que no sean letras o cifras."""
    return re.sub(r"\W+", "-", unicodedata.normalize("NFC", texto)).strip("-") or "plan"


def nombres_de_archivo(textos: Iterable[str]) -> Iterator[str]:
    """Un nombre para cada texto, cortos y distintos también donde no cuentan las mayúsculas."""
    usados: set[str] = set()
    for texto in textos:
        corto = nombre_de_archivo(texto).encode()[:_OCTETOS_DE_UN_NOMBRE].decode("utf-8", "ignore")
        propio, numero = corto, 1
        while propio.casefold() in usados:
            numero += 1
            propio = f"{corto}-{numero}"
        usados.add(propio.casefold())
        yield propio
