"""La línea que la ayuda de un hallazgo manda escribir.

Va con todo lo que se halló en ella ya arreglado: si cada ayuda arreglara solo lo suyo, hacer caso a
una desharía la otra.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from camctl.castellano import enumerar
from camctl.diagnostico import Diagnostico
from camctl.lectura.mapa import Mapa

_MAXIMO: Final = 100  # la línea entera
_COMO_MUCHO: Final = 300  # el valor a solas


class Situado(NamedTuple):
    """Un diagnóstico, sin la línea que su ayuda ha de dar, y lo que en ella va en su lugar."""

    diagnostico: Diagnostico
    escritos: tuple[str, ...]


def con_sus_lineas(situados: Sequence[Situado], mapas: Mapping[str, Mapa]) -> Iterator[Diagnostico]:
    """Los diagnósticos, con la línea que hay que escribir en su ayuda."""
    de_cada_linea: defaultdict[tuple[str, int], list[Situado]] = defaultdict(list)
    for uno in situados:
        lugar = uno.diagnostico.lugar
        if uno.escritos and lugar.linea == lugar.linea_fin:
            de_cada_linea[lugar.archivo, lugar.linea].append(uno)
    for uno in situados:
        if not uno.escritos:
            yield uno.diagnostico
            continue
        lugar = uno.diagnostico.lugar
        otros = de_cada_linea[lugar.archivo, lugar.linea]
        yield uno.diagnostico._replace(ayuda=_ayuda(uno, otros, mapas[lugar.archivo]))


def _ayuda(situado: Situado, de_su_linea: Sequence[Situado], mapa: Mapa) -> str:
    lugar, ayuda, escritos = situado.diagnostico.lugar, situado.diagnostico.ayuda, situado.escritos
    antes, _ = mapa.alrededor(lugar, 2 * _MAXIMO)
    if len(escritos) > 1 and antes.rstrip().endswith("-"):
        cuales = enumerar([f"- {escrito}" for escrito in escritos])
        return f"{ayuda} Escriba cada uno en su línea: {cuales}"
    if len(escritos) > 1 and not _va_entre_corchetes(antes):
        return ayuda
    nueva = _linea_entera(situado, de_su_linea, mapa) or ", ".join(escritos)
    if len(nueva) > _COMO_MUCHO:
        return ayuda
    return f"{ayuda} Escriba: {nueva.strip()}".strip()


def _linea_entera(situado: Situado, de_su_linea: Sequence[Situado], mapa: Mapa) -> str:
    """La línea con lo suyo y con lo demás que se halló en ella; nada si es larga."""
    lugar = situado.diagnostico.lugar
    # Una línea puede tener millones de caracteres, y un hallazgo en cada uno.
    if lugar.linea != lugar.linea_fin or max(lugar.columna, len(de_su_linea)) > 2 * _MAXIMO:
        return ""
    linea = mapa.linea(lugar.linea, largo=lugar.columna_fin + 2 * _MAXIMO)
    # El suyo, el primero: si otro se halló en el mismo sitio, el que vale es él.
    cambios: list[tuple[int, int, str]] = []
    for uno in (situado, *de_su_linea):
        _, _, columna, _, columna_fin = uno.diagnostico.lugar
        es_de_lista = len(uno.escritos) == 1 or _va_entre_corchetes(linea[: columna - 1])
        if es_de_lista and all(
            columna_fin <= desde or hasta <= columna for desde, hasta, _ in cambios
        ):
            cambios.append((columna, columna_fin, ", ".join(uno.escritos)))
    for columna, columna_fin, escrito in sorted(cambios, reverse=True):
        linea = linea[: columna - 1] + escrito + linea[columna_fin - 1 :]
    return linea if len(linea) <= _MAXIMO else ""


def _va_entre_corchetes(antes: str) -> bool:
    return antes.rstrip()[-1:] in ("[", ",")
