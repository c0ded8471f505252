"""Hacer en los archivos de un plan los arreglos seguros que sus hallazgos proponen."""

import codecs
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from camctl.archivos import ArchivoIlegible
from camctl.carga import Carga, cargar
from camctl.diagnostico import Arreglo, Diagnostico, Gravedad
from camctl.fuentes import ARCHIVOS, Fuente
from camctl.fuentes.memoria import Memoria
from camctl.lectura.mapa import Mapa
from camctl.reglas.motor import diagnosticar

# Un arreglo puede descubrir otro (un punto final detrás de dos espacios); no hay cadenas largas.
_PASADAS: Final = 10


class Correccion(NamedTuple):
    """Lo que quedaría tras arreglar: los archivos que cambian, y qué hallazgos se remediaron."""

    archivos: Mapping[str, bytes]
    remediados: tuple[Diagnostico, ...]


class EmpeoraElPlan(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Los arreglos traerían un error que no había: es un fallo de quien los propone."""


def corregir(fuente: Fuente) -> Correccion:
    """Los arreglos seguros de `fuente`, hechos en memoria.

    Raises:
        EmpeoraElPlan: si el resultado tuviera más errores que el original.
    """
    originales = _leer(fuente)
    archivos = dict(originales)
    remediados: list[Diagnostico] = []
    errores_al_empezar: int | None = None
    for _ in range(_PASADAS):
        carga = cargar(_Copia(archivos, fuente))
        hallazgos = diagnosticar(carga)
        errores = sum(uno.gravedad is Gravedad.ERROR for uno in hallazgos)
        if errores_al_empezar is None:
            errores_al_empezar = errores
        if errores > errores_al_empezar:
            raise EmpeoraElPlan(", ".join(sorted({uno.codigo for uno in hallazgos})))
        seguros = [uno for uno in hallazgos if any(a.seguro for a in uno.arreglos)]
        if not seguros:
            break
        remediados += _hacer(seguros, carga, archivos)
    cambiados = {n: nuevos for n, nuevos in archivos.items() if nuevos != originales[n]}
    return Correccion(cambiados, tuple(remediados))


def empalmar(mapa: Mapa, arreglos: Iterable[Arreglo]) -> tuple[str, list[Arreglo]]:
    """El texto de `mapa` con los arreglos hechos, y cuáles se hicieron.

    De dos que se pisan se hace el primero: el otro volverá a proponerse, o ya no hará falta.
    """
    trozos: list[str] = []
    hechos: list[Arreglo] = []
    posicion = 0
    for arreglo in sorted(set(arreglos)):
        inicio, fin = mapa.posiciones(arreglo.lugar)
        if inicio < posicion:
            continue
        trozos += [mapa.texto[posicion:inicio], arreglo.texto]
        hechos.append(arreglo)
        posicion = fin
    return "".join([*trozos, mapa.texto[posicion:]]), hechos


def _hacer(
    hallazgos: Iterable[Diagnostico], carga: Carga, archivos: dict[str, bytes]
) -> list[Diagnostico]:
    por_arreglo = {arreglo: uno for uno in hallazgos for arreglo in uno.arreglos if arreglo.seguro}
    remediados: list[Diagnostico] = []
    for nombre, contenido in archivos.items():
        lectura = carga.archivos[nombre].lectura
        if lectura is None:
            continue
        rotulo = lectura.mapa.archivo
        suyos = [arreglo for arreglo in por_arreglo if arreglo.lugar.archivo == rotulo]
        texto, hechos = empalmar(lectura.mapa, suyos)
        marca = codecs.BOM_UTF8 if contenido.startswith(codecs.BOM_UTF8) else b""
        archivos[nombre] = marca + texto.encode("utf-8")
        remediados += [por_arreglo[arreglo] for arreglo in hechos]
    return remediados


def _leer(fuente: Fuente) -> dict[str, bytes]:
    leidos = {}
    for nombre in ARCHIVOS:
        try:
            leidos[nombre] = fuente.leer(nombre)
        except ArchivoIlegible:
            # Lo que no se puede leer no se puede arreglar; `validar` ya lo dice.
            continue
    return leidos


class _Copia(Memoria):
    """Los archivos a medio arreglar, con los rótulos de la fuente de que salieron."""

    def __init__(self, archivos: Mapping[str, bytes], original: Fuente) -> None:
        super().__init__(archivos, nombre=original.nombre)
        self._original = original

    def rotulo(self, archivo: str) -> str:
        return self._original.rotulo(archivo)
