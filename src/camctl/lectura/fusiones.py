"""Las marcas de dos versiones de un archivo que se juntaron sin elegir entre ellas: L130."""

import re
from collections.abc import Iterator
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
_CIERRE: Final = ">>>>>>>"


def fusion_a_medias(mapa: Mapa, posicion: int) -> Diagnostico | None:
    """La primera marca que haya hasta la línea en que cae `posicion`, si es que hay alguna."""
    # El lector cae en la propia marca o más abajo: las que sigan no son por lo que se detuvo.
    marcas = _MARCA.finditer(mapa.texto)
    primera = next(marcas, None)
    if primera is None or primera.start() > posicion:
        return None
    signo, inicio = primera.group()[:7], primera.start()
    lugar = mapa.lugar(inicio, inicio + len(primera.group().rstrip()))
    signos, ultima = _hasta_su_cierre(mapa, signo, marcas)
    if len(signos) < 3 or signos[-1] != _CIERRE:
        return FUSION_A_MEDIAS.en(
            lugar,
            f"«{signo}» es una marca de dos versiones del archivo que se juntaron sin elegir "
            "entre ellas",
            ayuda="si ya solo queda una de las dos, borre la línea",
        )
    previas = ", ".join(f"«{uno}»" for uno in signos[:-1])
    return FUSION_A_MEDIAS.en(
        lugar,
        f"entre esta línea y la {ultima} hay dos versiones de lo mismo, que se juntaron sin elegir "
        "entre ellas",
        ayuda=f"deje una de las dos y borre las líneas que empiezan por {previas} y "
        f"«{signos[-1]}»{_la_de_antes(signos)}",
    )


def _hasta_su_cierre(
    mapa: Mapa, signo: str, siguientes: Iterator[re.Match[str]]
) -> tuple[list[str], int]:
    """Los signos de las marcas que van juntas y la línea de la última de ellas."""
    signos, ultima = [signo], 0
    if signo == "<<<<<<<":
        for marca in siguientes:
            otro = marca.group()[:7]
            if otro in signos:
                break
            signos.append(otro)
            ultima = mapa.lugar(marca.start(), marca.start()).linea
    return signos, ultima


def _la_de_antes(signos: list[str]) -> str:
    if "|||||||" not in signos:
        return ""
    return "; lo que hay entre «|||||||» y «=======» es lo de antes, y también sobra"
