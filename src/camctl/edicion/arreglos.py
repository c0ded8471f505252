"""Hacer en los archivos de un plan los arreglos seguros que sus hallazgos proponen."""

import codecs
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from camctl.carga import Carga, cargar
from camctl.diagnostico import Arreglo, Diagnostico, Gravedad
from camctl.fuentes import Fuente
from camctl.fuentes.memoria import Copia, contenidos
from camctl.lectura.mapa import Mapa
from camctl.reglas.motor import diagnosticar

# Un arreglo puede descubrir otro (un punto final detrás de dos espacios); no hay cadenas largas.
_PASADAS: Final = 10


class Correccion(NamedTuple):
    """Lo que quedaría tras arreglar.

    `archivos` son los que cambian y `originales`, todos los que se leyeron; `remediados` son los
    hallazgos que ya no estarían, y `quedan`, los que seguirían.
    """

    archivos: Mapping[str, bytes]
    originales: Mapping[str, bytes]
    remediados: tuple[Diagnostico, ...]
    quedan: tuple[Diagnostico, ...]


class EmpeoraElPlan(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Los arreglos traerían un error que no había: es un fallo de quien los propone."""


class Hecho(NamedTuple):
    """Un arreglo hecho, y dónde empieza lo que puso en el texto nuevo."""

    arreglo: Arreglo
    inicio: int


class _Estado(NamedTuple):
    """Los archivos a medio arreglar y lo que se halla en ellos."""

    archivos: Mapping[str, bytes]
    carga: Carga
    hallazgos: Sequence[Diagnostico]

    @property
    def errores(self) -> list[Diagnostico]:
        return [uno for uno in self.hallazgos if uno.gravedad is Gravedad.ERROR]


def corregir(fuente: Fuente) -> Correccion:
    """Los arreglos seguros de `fuente`, hechos en memoria.

    El que deja un error en su propio sitio no se hace: una fecha bien escrita y de otro año, por
    ejemplo, se deja como está para que la mire una persona. En otros sitios pueden aparecer errores
    que el arreglado no dejaba ver.

    Raises:
        EmpeoraElPlan: si en otros sitios trajeran errores sin haber quitado ninguno.
    """
    originales = contenidos(fuente)
    estado = _mirar(originales, fuente)
    remediados: list[Diagnostico] = []
    descartados: set[Arreglo] = set()
    for _ in range(_PASADAS):
        por_arreglo = {
            arreglo: hallazgo
            for hallazgo in estado.hallazgos
            for arreglo in hallazgo.arreglos
            if arreglo.seguro and arreglo not in descartados
        }
        if not por_arreglo:
            break
        archivos, hechos = _hacer(por_arreglo, estado)
        nuevo = _mirar(archivos, fuente)
        if malos := {*_los_que_dejan_un_error(hechos, estado, nuevo)}:
            descartados |= malos
            continue
        quitados = [por_arreglo[hecho.arreglo] for hecho in hechos]
        _comprobar_que_no_empeora(estado, nuevo, quitados)
        remediados += quitados
        estado = nuevo
    cambiados = {n: bytes_ for n, bytes_ in estado.archivos.items() if bytes_ != originales[n]}
    return Correccion(cambiados, originales, tuple(remediados), tuple(estado.hallazgos))


def empalmar(mapa: Mapa, arreglos: Iterable[Arreglo]) -> tuple[str, list[Hecho]]:
    """El texto de `mapa` con los arreglos hechos, y cuáles se hicieron.

    De dos que se pisan se hace el primero: el otro volverá a proponerse, o ya no hará falta.
    """
    trozos: list[str] = []
    hechos: list[Hecho] = []
    posicion = largo = 0
    for arreglo in sorted(set(arreglos)):
        inicio, fin = mapa.posiciones(arreglo.lugar)
        if inicio < posicion:
            continue
        trozos += [mapa.texto[posicion:inicio], arreglo.texto]
        largo += inicio - posicion
        hechos.append(Hecho(arreglo, largo))
        largo += len(arreglo.texto)
        posicion = fin
    return "".join([*trozos, mapa.texto[posicion:]]), hechos


def _mirar(archivos: Mapping[str, bytes], fuente: Fuente) -> _Estado:
    carga = cargar(Copia(archivos, fuente))
    return _Estado(archivos, carga, diagnosticar(carga))


def _hacer(arreglos: Collection[Arreglo], estado: _Estado) -> tuple[dict[str, bytes], list[Hecho]]:
    archivos = dict(estado.archivos)
    todos: list[Hecho] = []
    for nombre, contenido in estado.archivos.items():
        lectura = estado.carga.archivos[nombre].lectura
        if lectura is None:
            continue
        rotulo = lectura.mapa.archivo
        suyos = [arreglo for arreglo in arreglos if arreglo.lugar.archivo == rotulo]
        texto, hechos = empalmar(lectura.mapa, suyos)
        marca = codecs.BOM_UTF8 if contenido.startswith(codecs.BOM_UTF8) else b""
        archivos[nombre] = marca + texto.encode("utf-8")
        todos += hechos
    return archivos, todos


def _los_que_dejan_un_error(
    hechos: Iterable[Hecho], antes: _Estado, despues: _Estado
) -> Iterator[Arreglo]:
    """Los arreglos en cuyo sitio hay, una vez hechos, un error que no había."""
    habia = {(uno.lugar.archivo, uno.lugar.linea, uno.codigo) for uno in antes.errores}
    hay: dict[str, list[tuple[int, str]]] = {}
    for uno in despues.errores:
        if uno.lugar.linea:
            inicio, _ = despues.carga.mapas[uno.lugar.archivo].posiciones(uno.lugar)
            hay.setdefault(uno.lugar.archivo, []).append((inicio, uno.codigo))
    for posiciones in hay.values():
        posiciones.sort()
    for arreglo, inicio in hechos:
        archivo, linea = arreglo.lugar[:2]
        posiciones = hay.get(archivo, [])
        desde = bisect_left(posiciones, (inicio, ""))
        hasta = bisect_left(posiciones, (inicio + len(arreglo.texto), ""))
        # Un arreglo puede dejar en una sola varias líneas: se compara con la que él tenía.
        if any((archivo, linea, codigo) not in habia for _, codigo in posiciones[desde:hasta]):
            yield arreglo


def _comprobar_que_no_empeora(
    antes: _Estado, despues: _Estado, quitados: Iterable[Diagnostico]
) -> None:
    # Un error que se quita puede dejar ver otros: los de un registro que no se podía leer.
    quita_alguno = any(uno.gravedad is Gravedad.ERROR for uno in quitados)
    if len(despues.errores) > len(antes.errores) and not quita_alguno:
        raise EmpeoraElPlan(", ".join(sorted({uno.codigo for uno in despues.errores})))
