"""El documento oficial, preparado para buscar en él textos que pueden no estar tal cual."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, Literal, NamedTuple, TypeAlias

from camctl.comparacion import tramos_de
from camctl.lectura.documento import Pasaje
from camctl.vistas.diferencias import Diferencia, diferencias

Resultado: TypeAlias = Literal["consta", "difiere", "no_consta"]

# De las palabras de un texto: con menos en común, no es el mismo con erratas.
_PARECIDO: Final = 0.5
# De las letras de un pasaje: con menos, los datos no lo recogen.
_RECOGIDO: Final = 0.5
_PALABRAS_DE_UNA_CELDA: Final = 4  # con menos, es una fecha o un encabezado
_HOLGURA: Final = 0.3  # cuánto más largo que el texto puede ser el tramo que se le parece
_CASI_IGUAL: Final = 0.7  # de las palabras de un texto: con tantas, su tramo entero es él
_EMPATADOS: Final = 20
_PALABRAS_DE_UN_TITULO: Final = 30  # de un texto más largo no hay dos sitios igual de parecidos
_PUNTUACION: Final = "\"'.,;:()[]-"
_SIGNOS: Final = {
    **dict.fromkeys(map(ord, "«»“”„‟‹›″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛´`′"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None),
}


def igualado(texto: str) -> str:
    """`texto` con los blancos, las comillas y las rayas de una sola clase: lo que no se coteja."""
    return " ".join(unicodedata.normalize("NFC", texto).translate(_SIGNOS).split())


class Hallazgo(NamedTuple):
    """Cómo está un texto en el documento, y en qué difiere: lo que dice el documento, primero."""

    resultado: Resultado
    diferencias: tuple[Diferencia, ...] = ()


class Documento:
    """Los pasajes de un documento, juntos en un solo texto igualado."""

    def __init__(self, pasajes: Sequence[Pasaje]) -> None:
        self._pasajes = pasajes
        self._iguales = [igualado(pasaje.texto) for pasaje in pasajes]
        self._texto = " ".join(self._iguales)

    def buscar(self, texto: str, *, entero: bool = False) -> Hallazgo:
        """Si `texto` está tal cual, con diferencias o no está.

        Con `entero`, ha de ocupar frases enteras: a uno que está pero se queda a medias le faltan
        las palabras que siguen en el documento.
        """
        buscado = igualado(texto)
        tramos = tramos_de(buscado, self._texto)
        frases = (
            [self._hasta_los_cortes(inicio, fin) for inicio, fin in tramos] if entero else tramos
        )
        if any(frase == tramo for frase, tramo in zip(frases, tramos, strict=True)):
            return Hallazgo("consta")
        if frases:
            inicio, fin = frases[0]
            return Hallazgo("difiere", diferencias(self._texto[inicio:fin], buscado))
        parecido = self._lo_mas_parecido(buscado.split())
        if parecido is None:
            return Hallazgo("no_consta")
        return Hallazgo("difiere", diferencias(parecido, buscado))

    def sin_recoger(self, textos: Iterable[str]) -> list[str]:
        """Los pasajes de sus listas y tablas de los que `textos` dicen menos de la mitad."""
        dicho = bytearray(len(self._texto))
        for texto in dict.fromkeys(map(igualado, textos)):
            for inicio, fin in tramos_de(texto, self._texto) or self._trozos(texto.split()):
                dicho[inicio:fin] = b"\1" * (fin - inicio)
        faltan, posicion = [], 0
        for pasaje, igual in zip(self._pasajes, self._iguales, strict=True):
            recogido = sum(dicho[posicion : posicion + len(igual)])
            if _cuenta(pasaje) and recogido < _RECOGIDO * len(igual):
                faltan.append(pasaje.texto)
            posicion += len(igual) + 1
        return faltan

    def _hasta_los_cortes(self, inicio: int, fin: int) -> tuple[int, int]:
        """El tramo, alargado hasta donde empieza y acaba una frase o un pasaje."""
        orden = bisect_right(self._cortes, inicio) - 1
        siguiente = bisect_left(self._cortes, fin)
        return self._cortes[orden], min(self._cortes[siguiente], len(self._texto))

    @cached_property
    def _cortes(self) -> list[int]:
        """Dónde empiezan y acaban los pasajes y, dentro de ellos, las frases."""
        cortes = {0, len(self._texto)}
        posicion = 0
        for igual in self._iguales:
            cortes |= {posicion, posicion + len(igual)}
            for hallado in re.finditer(r"[.;:](?= )|[.;:]$", igual):
                cortes |= {posicion + hallado.start(), posicion + hallado.end()}
                cortes.add(posicion + hallado.end() + 1)
            posicion += len(igual) + 1
        return sorted(cortes)

    def _trozos(self, palabras: Sequence[str]) -> list[tuple[int, int]]:
        """Dónde están los trozos que coinciden, o el tramo entero si casi todo coincide."""
        trozos = self._bloques(palabras)
        if sum(hasta - desde for desde, hasta, _ in trozos) >= _CASI_IGUAL * len(palabras):
            desde, hasta = self._tramo(trozos, len(palabras))
            trozos = [(desde, hasta, 0)]
        return [(self._comienzos[desde], self._fin(hasta - 1)) for desde, hasta, _ in trozos]

    def _lo_mas_parecido(self, palabras: Sequence[str]) -> str | None:
        bloques = self._bloques(palabras)
        if not bloques:
            return None
        desde, hasta = self._tramo(bloques, len(palabras))
        parecido = self._palabras[desde:hasta]
        # La puntuación que va detrás del texto, o delante, no es suya.
        for punta in (0, -1):
            if _pelada(parecido[punta]) == _pelada(palabras[punta]):
                parecido[punta] = palabras[punta]
        return " ".join(parecido)

    def _bloques(self, palabras: Sequence[str]) -> list[tuple[int, int, int]]:
        """De qué palabra a cuál coincide el documento, y con la que hace cuántas del texto."""
        ventana = self._ventana(palabras)
        if ventana is None:
            return []
        desde, hasta = ventana
        comparadas = SequenceMatcher(
            None, [*map(_pelada, palabras)], self._peladas[desde:hasta], autojunk=False
        )
        return [
            (desde + uno.b, desde + uno.b + uno.size, uno.a)
            for uno in comparadas.get_matching_blocks()
            if uno.size
        ]

    def _tramo(self, bloques: Sequence[tuple[int, int, int]], cuantas: int) -> tuple[int, int]:
        """El tramo que va con un texto de `cuantas` palabras del que coinciden `bloques`.

        Lo que al texto le sobra por una punta se compara con otro tanto del documento.
        """
        primera, _, antes = bloques[0]
        desde, hasta, hechas = bloques[-1]
        sobran = cuantas - (hechas + hasta - desde)
        return max(0, primera - antes), min(hasta + sobran, len(self._palabras))

    def _ventana(self, palabras: Sequence[str]) -> tuple[int, int] | None:
        """El tramo de palabras del documento que más se parece a `palabras`, o nada.

        Cada palabra que coincide vota por dónde empezaría el texto; gana el comienzo más votado y,
        entre iguales, aquel con el que más letras coinciden.
        """
        votos: Counter[int] = Counter()
        for orden, palabra in enumerate(palabras):
            sitios = self._sitios.get(_pelada(palabra), ())
            votos.update(sitio - orden for sitio in sitios)
        if not votos:
            return None
        holgura = 2 + int(_HOLGURA * len(palabras))
        inicio = self._el_mas_parecido(palabras, votos)
        desde = max(0, inicio - holgura)
        hasta = min(len(self._palabras), inicio + len(palabras) + holgura)
        comunes = Counter(map(_pelada, palabras)) & Counter(self._peladas[desde:hasta])
        if comunes.total() < _PARECIDO * len(palabras):
            return None
        return desde, hasta

    def _el_mas_parecido(self, palabras: Sequence[str], votos: Counter[int]) -> int:
        maximo = max(votos.values())
        iguales = [inicio for inicio, suyos in votos.items() if suyos == maximo]
        if len(iguales) == 1 or len(iguales) > _EMPATADOS or len(palabras) > _PALABRAS_DE_UN_TITULO:
            return min(iguales, key=abs)
        letras = SequenceMatcher(None, b=" ".join(palabras), autojunk=False)

        def parecido(inicio: int) -> float:
            letras.set_seq1(" ".join(self._palabras[max(0, inicio) : inicio + len(palabras)]))
            return letras.ratio()

        return max(iguales, key=parecido)

    @cached_property
    def _palabras(self) -> list[str]:
        return self._texto.split()

    @cached_property
    def _peladas(self) -> list[str]:
        return [*map(_pelada, self._palabras)]

    @cached_property
    def _comienzos(self) -> list[int]:
        comienzos, posicion = [], 0
        for palabra in self._palabras:
            comienzos.append(posicion)
            posicion += len(palabra) + 1
        return comienzos

    @cached_property
    def _sitios(self) -> dict[str, list[int]]:
        sitios: dict[str, list[int]] = {}
        for orden, palabra in enumerate(self._peladas):
            sitios.setdefault(palabra, []).append(orden)
        return sitios

    def _fin(self, orden: int) -> int:
        return self._comienzos[orden] + len(self._palabras[orden])


def _pelada(palabra: str) -> str:
    """La palabra sin la puntuación de alrededor, con la que en otro sitio no va."""
    return palabra.strip(_PUNTUACION) or palabra


def _cuenta(pasaje: Pasaje) -> bool:
    """Si es algo que los datos podrían recoger, y no un encabezado de una tabla."""
    largo = len(pasaje.texto.split()) >= _PALABRAS_DE_UNA_CELDA
    return pasaje.de_lista and (pasaje.numerado or largo)
