"""Piso 3: de una fuente a un plan, con todos sus diagnósticos.

Los errores de los datos son datos: `cargar` no lanza por ellos.
"""

import gc
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from camctl.carga.archivo import ArchivoCargado, cargar_archivo
from camctl.diagnostico import Diagnostico
from camctl.fuentes import ARCHIVOS, Fuente
from camctl.lectura.mapa import Mapa
from camctl.lectura.valores import Ruta
from camctl.modelo.base import Registro
from camctl.modelo.plan import MODELO_DE_ARCHIVO, Plan


class Carga(NamedTuple):
    """Lo que salió de cargar una fuente.

    `plan` trae los registros sin ningún error de lectura ni de modelo. `borrador` trae además los
    dañados, remendados, para que las reglas digan en la misma pasada lo demás que les pasa:
    `danos` da, por el `id()` de cada uno, los sitios de los que ya se ha dicho algo: sus rutas
    desde el registro, tal como están en el archivo.
    """

    plan: Plan
    borrador: Plan
    danos: Mapping[int, frozenset[Ruta]]
    fuente: Fuente
    archivos: Mapping[str, ArchivoCargado]
    diagnosticos: tuple[Diagnostico, ...]

    @property
    def mapas(self) -> dict[str, Mapa]:
        """El mapa de cada archivo leído, por el rótulo que llevan sus lugares."""
        leidos = (archivo.lectura for archivo in self.archivos.values())
        return {leido.mapa.archivo: leido.mapa for leido in leidos if leido is not None}

    def archivo_de(self, seccion: str) -> ArchivoCargado:
        """El archivo en que va una sección, la lleve o no: «grupos», «actividades»."""
        modelos = MODELO_DE_ARCHIVO.items()
        return self.archivos[next(uno for uno, suyo in modelos if seccion in suyo.model_fields)]

    def esta_entero(self, archivo: str) -> bool:
        """Si se sabe el ID de cada registro de `archivo`: lo que no esté en él, no existe."""
        return self.archivos[archivo].entero


@contextmanager
def sin_recoger_basura() -> Iterator[None]:
    """Detiene el recolector de ciclos: al levantar árboles grandes es lo que más tarda."""
    estaba = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if estaba:
            gc.enable()


def cargar(fuente: Fuente) -> Carga:
    """El plan de `fuente` y todo lo que la lectura y el modelo tienen que decir de él."""
    with sin_recoger_basura():
        archivos = {archivo: cargar_archivo(fuente, archivo) for archivo in ARCHIVOS}
    danos = dict(_danos(archivos.values()))
    borrador = _plan(archivos.values())
    return Carga(
        plan=_plan(archivos.values(), sin=danos) if danos else borrador,
        borrador=borrador,
        danos=danos,
        fuente=fuente,
        archivos=archivos,
        diagnosticos=tuple(sorted(d for a in archivos.values() for d in a.diagnosticos)),
    )


def _plan(archivos: Iterable[ArchivoCargado], *, sin: Container[int] = ()) -> Plan:
    """El plan con el contenido de `archivos`, menos los registros cuyo `id()` está en `sin`."""
    partes: dict[str, Any] = {}
    for archivo in archivos:
        for seccion, valor in archivo.contenido or ():
            partes["cabecera" if seccion == "plan" else seccion] = _parte(valor, sin)
    return Plan(**partes)


def _parte(valor: Any, sin: Container[int]) -> Any:
    if isinstance(valor, tuple) and sin:
        return tuple(registro for registro in valor if id(registro) not in sin)
    return None if id(valor) in sin else valor


def _danos(archivos: Iterable[ArchivoCargado]) -> Iterator[tuple[int, frozenset[Ruta]]]:
    for archivo in archivos:
        for (seccion, numero), rutas in archivo.remiendo.danos.items():
            valor = getattr(archivo.contenido, seccion)
            registro = valor if numero is None else valor[numero]
            if isinstance(registro, Registro):
                yield id(registro), rutas
