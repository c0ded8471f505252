"""Piso 5: los hallazgos que alguien decidió callar, y por qué: `# camctl: ignora R304 — motivo`.

En la línea del hallazgo lo calla ahí; sola en una línea, en todo el registro o el campo que
empieza debajo.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from camctl.castellano import enumerar, quiso_decir
from camctl.comparacion import Sugerencias
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
    el día menos pensado algo que sí importaba. O nombra una que no existe, o que no se calla: las
    de lectura y de forma (L y M) dicen lo que no se pudo leer, y callarlo no lo arregla.
    """,
)

_NO_SE_CALLAN: Final = "LM"
_DE_AQUI: Final = (SIN_MOTIVO.codigo, SIN_EFECTO.codigo)
# Los dos puntos se olvidan, y entonces nada diría que el comentario no hace nada.
_COMENTARIO: Final = re.compile(
    r"#[ \t]*camctl(?:[ \t]*:|(?=[ \t]+ignorar?\b))([^\r\n]*)", re.IGNORECASE
)
# La raya que separa el motivo también se olvida.
_Y: Final = r"(?:\s*,\s*|\s+[ye]\s+)"
_ORDEN: Final = rf"\s*ignorar?\s+([A-Z]\d{{3}}(?:{_Y}[A-Z]\d{{3}})*)(?:(?:\s*[—–:-]\s*|\s+)(.*))?"
_COMO_SE_ESCRIBE: Final = "escriba: # camctl: ignora {} — el motivo"


class Ignorado(NamedTuple):
    """Un comentario que calla `codigos` entre dos líneas, ambas incluidas."""

    lugar: Lugar
    codigos: tuple[str, ...]
    motivo: str
    desde: int
    hasta: int


def callar(
    diagnosticos: Iterable[Diagnostico],
    mapas: Iterable[Mapa],
    existen: Collection[str],
    aplicadas: Collection[str],
) -> Iterator[Diagnostico]:
    """Los hallazgos que nadie pidió callar, y los avisos sobre los que se pidieron mal.

    De las reglas que `existen`, solo se echa en falta un hallazgo de las `aplicadas`.
    """
    por_archivo = {mapa.archivo: _Ignorados(mapa) for mapa in mapas}
    for uno in diagnosticos:
        ignorados = por_archivo.get(uno.lugar.archivo)
        # Lo que no se pudo leer o validar no está en el plan: callarlo no lo arregla.
        no_se_calla = uno.codigo[0] in _NO_SE_CALLAN
        if no_se_calla or ignorados is None or not ignorados.callan(uno):
            yield uno
    for ignorados in por_archivo.values():
        for ignorado in ignorados.todos:
            usados = ignorados.usados_de(ignorado)
            yield from _defectos(ignorado, existen, aplicadas, usados)


class _Ignorados:
    """Los comentarios de un archivo, por los tramos de líneas que abarcan.

    Quien propone un cambio puede escribir decenas de miles: no se mira cada uno por cada hallazgo.
    """

    def __init__(self, mapa: Mapa) -> None:
        self.todos = list(ignorados_de(mapa))
        codigos: dict[tuple[int, int], set[str]] = {}
        for uno in self.todos:
            codigos.setdefault((uno.desde, uno.hasta), set()).update(uno.codigos * bool(uno.motivo))
        self._codigos = codigos
        self._usados: set[tuple[int, int, str]] = set()
        self._tramos = sorted(codigos)
        # De cada tramo, el último de los que empiezan antes y siguen abiertos.
        self._previos: list[int] = []
        abiertos: list[int] = []
        for orden, (desde, _) in enumerate(self._tramos):
            while abiertos and self._tramos[abiertos[-1]][1] < desde:
                abiertos.pop()
            self._previos.append(abiertos[-1] if abiertos else -1)
            abiertos.append(orden)

    def callan(self, uno: Diagnostico) -> bool:
        """Si alguno pide callar `uno`; se recuerda cuáles."""
        linea, codigo = uno.lugar.linea, uno.codigo
        suyos = {(*t, codigo) for t in self._que_abarcan(linea) if codigo in self._codigos[t]}
        self._usados |= suyos
        return bool(suyos)

    def usados_de(self, ignorado: Ignorado) -> list[str]:
        """Los códigos con que calló algún hallazgo."""
        tramo = (ignorado.desde, ignorado.hasta)
        return [codigo for codigo in ignorado.codigos if (*tramo, codigo) in self._usados]

    def _que_abarcan(self, linea: int) -> Iterator[tuple[int, int]]:
        orden = bisect_right(self._tramos, linea, key=lambda tramo: tramo[0]) - 1
        while orden >= 0:
            if linea <= self._tramos[orden][1]:
                yield self._tramos[orden]
            orden = self._previos[orden]


def ignorados_de(mapa: Mapa) -> Iterator[Ignorado]:
    """Los comentarios de un archivo que piden callar algo, también los mal escritos."""
    for hallado in _COMENTARIO.finditer(mapa.texto):
        if mapa.esta_en_un_texto(hallado.start()):
            continue
        lugar = mapa.lugar(hallado.start(), hallado.end())
        dicho, _, _ = hallado[1].partition(" #")
        orden = re.fullmatch(_ORDEN, dicho.rstrip(), re.IGNORECASE)
        codigos = tuple(re.findall(r"[A-Z]\d{3}", orden[1].upper())) if orden else ()
        motivo = (orden[2] or "").strip() if orden else ""
        yield Ignorado(lugar, codigos, motivo, *_alcance(mapa, lugar, hallado))


def _alcance(mapa: Mapa, lugar: Lugar, hallado: re.Match[str]) -> tuple[int, int]:
    esta_solo = not mapa.linea(lugar.linea)[: lugar.columna - 1].strip(" \t-")
    siguiente = mapa.lugar_de_lo_que_sigue(hallado.end()) if esta_solo else None
    return (siguiente.linea, siguiente.linea_fin) if siguiente else (lugar.linea, lugar.linea)


def _defectos(
    ignorado: Ignorado,
    existen: Collection[str],
    aplicadas: Collection[str],
    usados: Collection[str],
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
        return
    for codigo in ignorado.codigos:
        if codigo not in existen and codigo not in _DE_AQUI:
            mensaje, ayuda = _por_que_es_vano(codigo, existen)
            yield SIN_EFECTO.en(ignorado.lugar, mensaje, ayuda=ayuda)
    sobran = [uno for uno in ignorado.codigos if uno in aplicadas and uno not in usados]
    if sobran:
        quedan = [uno for uno in ignorado.codigos if uno not in sobran]
        yield SIN_EFECTO.en(
            ignorado.lugar,
            f"se ignora {enumerar(sobran)}, y aquí no ocurre",
            ayuda=f"deje en el comentario solo {enumerar(quedan)}"
            if quedan
            else "borre el comentario, o llévelo a la línea del hallazgo",
        )


def _por_que_es_vano(codigo: str, existen: Collection[str]) -> tuple[str, str]:
    """Qué pasa con un código que no calla nada en ninguna parte, y qué hacer."""
    if codigo[0] in _NO_SE_CALLAN:
        return (
            f"se ignora {codigo}, que no se calla: lo que no se pudo leer no está en el plan",
            "corrija lo que señale, y borre el comentario",
        )
    sugerencia = quiso_decir(Sugerencias(sorted(existen)).para(codigo)[:1])
    return f"se ignora {codigo}, que no es ninguna regla", sugerencia or "vea camctl reglas"
