"""El plan de los ejemplos de las reglas, con un cambio, y lo que las reglas dicen de él."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.carga import Carga, cargar
from camctl.diagnostico import Diagnostico
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.reglas.ejemplos import Caso
from camctl.reglas.motor import diagnosticar

Cambio: TypeAlias = tuple[str, str]
Cargar: TypeAlias = Callable[..., Carga]
Hallar: TypeAlias = Callable[..., list[Diagnostico]]

BASE = Caso({}, frozenset()).fuente


@pytest.fixture
def cargar_con() -> Cargar:
    """Carga el plan de los ejemplos con `calendario=("esto", "por esto")` en cada archivo.

    `anadido` va al final de `calendario.yaml`.
    """

    def levantar(anadido: str = "", **cambios: Cambio) -> Carga:
        contenidos = {nombre: BASE.leer(nombre) for nombre in ARCHIVOS}
        for archivo, (viejo, nuevo) in cambios.items():
            texto = contenidos[f"{archivo}.yaml"].decode()
            assert viejo in texto
            contenidos[f"{archivo}.yaml"] = texto.replace(viejo, nuevo).encode()
        contenidos["calendario.yaml"] += anadido.encode()
        return cargar(Memoria(contenidos))

    return levantar


@pytest.fixture
def hallar(cargar_con: Cargar) -> Hallar:
    """Los diagnósticos del plan de los ejemplos con esos cambios."""

    def levantar(anadido: str = "", **cambios: Cambio) -> list[Diagnostico]:
        return list(diagnosticar(cargar_con(anadido, **cambios)))

    return levantar


Actividad: TypeAlias = Callable[..., str]


@pytest.fixture(scope="session")
def actividad() -> Actividad:
    """Una actividad para añadir a `calendario.yaml`, con las líneas `mas`."""

    def escribir(numero: int, fecha: str, *mas: str, tipo: str = "informal") -> str:
        campos = (f"fecha: {fecha}", f"tipo: {tipo}", f"titulo: Sesión {numero}", *mas)
        lineas = "".join(f"    {campo}\n" for campo in campos)
        actores = "" if any("actores" in uno for uno in mas) else "    actores: [CB, ILI]\n"
        return f"\n  - id: ACT-{numero}\n{lineas}{actores}"

    return escribir
