"""Piso 5: los hallazgos que alguien decidió callar, y por qué: `# camctl: ignora R304 — motivo`.

En la línea del hallazgo lo calla ahí; sola en una línea, en todo el registro o el campo que
empieza debajo.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from camctl.castellano import enumerar
from camctl.diagnostico import Diagnostico, Gravedad, Lugar, Regla
from camctl.lectura.mapa import Mapa

SIN_MOTIVO: Final = Regla(
    "E601",
    Gravedad.AVISO,
    """Se pide ignorar una regla sin decir por qué.

    Quien venga después tiene que saber si el motivo sigue valiendo. Sin él, el hallazgo no se
    calla. Se escribe `# camctl: ignora R304 — el motivo`.
    """,
)

SIN_EFECTO: Final = Regla(
    "E602",
    Gravedad.AVISO,
    """Se pide ignorar algo que no ocurre.

    El comentario se quedó de antes, está en otra línea o nombra otra regla. Si se deja, callará
    el día menos pensado algo que sí importaba.
    """,
)

_NO_SE_CALLAN: Final = "LM"
_COMENTARIO: Final = re.compile(r"#[ \t]*camctl[ \t]*:([^\r\n]*)", re.IGNORECASE)
_ORDEN: Final = r"\s*ignora\s+([A-Z]\d{3}(?:\s*,\s*[A-Z]\d{3})*)\s*(?:[—–:-]\s*(.*))?"
_COMO_SE_ESCRIBE: Final = "escriba: # camctl: ignora {} — el motivo"


class Ignorado(NamedTuple):
    """Un comentario que calla `codigos` entre dos líneas, ambas incluidas."""

    lugar: Lugar
    codigos: tuple[str, ...]
    motivo: str
    desde: int
    hasta: int

    def calla(self, uno: Diagnostico) -> bool:
        """Si `uno` es de los que el comentario pide callar."""
        linea = uno.lugar.linea
        return uno.codigo in self.codigos and self.desde <= linea <= self.hasta


def callar(
    diagnosticos: Iterable[Diagnostico], mapas: Iterable[Mapa], aplicadas: Collection[str]
) -> Iterator[Diagnostico]:
    """Los hallazgos que nadie pidió callar, y los avisos sobre los que se pidieron mal.

    Solo se echa en falta un hallazgo de las reglas `aplicadas`.
    """
    por_archivo = {mapa.archivo: list(ignorados_de(mapa)) for mapa in mapas}
    usados: set[Ignorado] = set()
    for uno in diagnosticos:
        # Lo que no se pudo leer o validar no está en el plan: callarlo no lo arregla.
        candidatos = por_archivo.get(uno.lugar.archivo, [])
        suyos = [i for i in candidatos if i.motivo and i.calla(uno) and _se_calla(uno)]
        usados.update(suyos)
        if not suyos:
            yield uno
    for ignorado in (uno for lista in por_archivo.values() for uno in lista):
        yield from _defectos(ignorado, aplicadas, usado=ignorado in usados)


def _se_calla(uno: Diagnostico) -> bool:
    return uno.codigo[0] not in _NO_SE_CALLAN


def ignorados_de(mapa: Mapa) -> Iterator[Ignorado]:
    """Los comentarios de un archivo que piden callar algo, también los mal escritos."""
    for hallado in _COMENTARIO.finditer(mapa.texto):
        if mapa.esta_en_un_texto(hallado.start()):
            continue
        lugar = mapa.lugar(hallado.start(), hallado.end())
        dicho, _, _ = hallado[1].partition(" #")
        orden = re.fullmatch(_ORDEN, dicho.rstrip(), re.IGNORECASE)
        codigos = tuple(re.split(r"\s*,\s*", orden[1].upper())) if orden else ()
        motivo = (orden[2] or "").strip() if orden else ""
        yield Ignorado(lugar, codigos, motivo, *_alcance(mapa, lugar, hallado))


def _alcance(mapa: Mapa, lugar: Lugar, hallado: re.Match[str]) -> tuple[int, int]:
    esta_solo = not mapa.linea(lugar.linea)[: lugar.columna - 1].strip(" \t-")
    siguiente = mapa.lugar_de_lo_que_sigue(hallado.end()) if esta_solo else None
    return (siguiente.linea, siguiente.linea_fin) if siguiente else (lugar.linea, lugar.linea)


def _defectos(
    ignorado: Ignorado, aplicadas: Collection[str], *, usado: bool
) -> Iterator[Diagnostico]:
    if not ignorado.motivo:
        codigos = ", ".join(ignorado.codigos) or "R304"
        yield SIN_MOTIVO.en(
            ignorado.lugar,
            "este comentario pide ignorar algo sin decir por qué"
            if ignorado.codigos
            else "este comentario no dice qué regla se ignora",
            ayuda=_COMO_SE_ESCRIBE.format(codigos),
        )
    elif not usado and set(ignorado.codigos) <= set(aplicadas):
        yield SIN_EFECTO.en(
            ignorado.lugar,
            f"se ignora {enumerar(ignorado.codigos)}, y aquí no ocurre",
            ayuda="borre el comentario, o llévelo a la línea del hallazgo",
        )
