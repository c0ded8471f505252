"""Las marcas de dos versiones de un archivo que se juntaron sin elegir entre ellas: L130."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.mapa import Mapa

FUSION_A_MEDIAS = Regla(
    "L130",
    Gravedad.ERROR,
    """Dos versiones del archivo se juntaron sin elegir entre ellas.

    Cuando dos personas cambian las mismas líneas, al juntar sus cambios quedan las dos versiones,
    entre marcas: <<<<<<< abre la primera, ======= las separa y >>>>>>> cierra la segunda. Hay que
    dejar una de las dos y borrar las marcas.
    """,
)

# Entre las dos versiones puede estar la que había antes, tras su propia marca.
_MARCA: Final = re.compile(r"(?m)^(?:(<{7}|\|{7}|>{7})(?: [^\r\n]*)?|={7}[ \t]*)\r?$")
_APERTURA: Final = "<<<<<<<"
_CIERRE: Final = ">>>>>>>"


def fusion_a_medias(mapa: Mapa, posicion: int) -> Diagnostico | None:
    """Las primeras marcas que haya hasta la línea en que cae `posicion`, si es que hay alguna."""
    # El lector cae en la propia marca o más abajo: las que sigan no son por lo que se detuvo.
    primeras = next(_juntas(mapa), None)
    if primeras is None or primeras[0].start() > posicion:
        return None
    return _diagnostico(mapa, primeras)


def demas_fusiones(mapa: Mapa) -> Iterator[Diagnostico]:
    """Las marcas que siguen a las primeras, que el lector no llega a ver."""
    return (_diagnostico(mapa, marcas) for marcas in islice(_juntas(mapa), 1, None))


def _juntas(mapa: Mapa) -> Iterator[list[re.Match[str]]]:
    """Las marcas del archivo, juntas las de cada dos versiones."""
    juntas: list[re.Match[str]] = []
    for marca in _MARCA.finditer(mapa.texto):
        signos = [_signo(una) for una in juntas]
        if juntas and (signos[0] != _APERTURA or signos[-1] == _CIERRE or _signo(marca) in signos):
            yield juntas
            juntas = []
        juntas.append(marca)
    if juntas:
        yield juntas


def _diagnostico(mapa: Mapa, marcas: Sequence[re.Match[str]]) -> Diagnostico:
    signos, primera = [_signo(una) for una in marcas], marcas[0]
    lugar = mapa.lugar(primera.start(), primera.start() + len(primera.group().rstrip()))
    if len(signos) < 3 or signos[-1] != _CIERRE:
        return FUSION_A_MEDIAS.en(
            lugar,
            f"«{signos[0]}» es una marca de dos versiones del archivo que se juntaron sin elegir "
            "entre ellas",
            ayuda="si ya solo queda una de las dos, borre la línea",
        )
    ultima = mapa.lugar(marcas[-1].start(), marcas[-1].start()).linea
    previas = ", ".join(f"«{uno}»" for uno in signos[:-1])
    return FUSION_A_MEDIAS.en(
        lugar,
        f"entre esta línea y la {ultima} hay dos versiones de lo mismo, que se juntaron sin elegir "
        "entre ellas",
        ayuda=f"deje una de las dos y borre las líneas que empiezan por {previas} y "
        f"«{signos[-1]}»{_la_de_antes(signos)}",
    )


def _signo(marca: re.Match[str]) -> str:
    return marca.group()[:7]


def _la_de_antes(signos: list[str]) -> str:
    if "|||||||" not in signos:
        return ""
    return "; lo que hay entre «|||||||» y «=======» es lo de antes, y también sobra"
