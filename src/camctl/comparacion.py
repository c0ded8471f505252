"""Piso 0: comparar textos como los compara una persona, y proponer «¿quiso decir…?»."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

PARECIDO = 0.6
# Hasta aquí comparar con todos los candidatos es inmediato.
_POCOS = 100
# Un texto más largo no es un nombre mal tecleado, y el índice crece con el cuadrado del largo.
_LARGO_DE_UN_NOMBRE = 100
_SIN_VALOR_EN_ASCII = " .-_"
_SIN_VALOR_EN_UN_ID = str.maketrans("", "", f"{_SIN_VALOR_EN_ASCII}‐‑‒–—")


@lru_cache(maxsize=65536)
def plegar(texto: str) -> str:
    """`texto` sin mayúsculas, acentos ni espacios de más: «Migración  Ágil» → «migracion agil»."""
    return _plegado(texto)


def _plegado(texto: str) -> str:
    if not texto.isascii():
        descompuesto = unicodedata.normalize("NFKD", texto)
        texto = "".join(letra for letra in descompuesto if not unicodedata.combining(letra))
    return sin_blancos_de_mas(texto.casefold())


@lru_cache(maxsize=65536)
def plegar_id(texto: str) -> str:
    """Un ID tal como se compara: sin mayúsculas, acentos, espacios, puntos ni guiones.

    `B.8`, `b 8` y `b8` son el mismo; `ACT-4` y `act4`, también.
    """
    # Sin pasar por lo que `plegar` recuerda: no hace falta recordarlo dos veces.
    return _plegado(texto).translate(_SIN_VALOR_EN_UN_ID)


def plegar_ids(textos: Sequence[str]) -> list[str]:
    """Lo que `plegar_id` da de cada uno, mucho antes cuando son miles."""
    juntos = "\n".join(textos)
    corriente = juntos.replace("\n", "")
    se_separan = len(corriente) + len(textos) - 1 == len(juntos)
    if not (se_separan and corriente.isascii() and corriente.isprintable()):
        return [plegar_id(texto) for texto in textos]
    juntos = juntos.lower()
    for signo in _SIN_VALOR_EN_ASCII:
        juntos = juntos.replace(signo, "")
    return juntos.split("\n")


def sin_blancos_de_mas(texto: str) -> str:
    """`texto` con cada tramo de blancos, también los de no separación, en un solo espacio."""
    return " ".join(texto.split())


def tramos_de(buscado: str, texto: str) -> list[tuple[int, int]]:
    """Dónde está `buscado` en `texto`, sin cortar palabras."""
    tramos: list[tuple[int, int]] = []
    if not buscado:
        return tramos
    desde = texto.find(buscado)
    while desde >= 0:
        hasta = desde + len(buscado)
        entero = not (
            _sigue_la_palabra(texto[max(desde - 1, 0) : desde])
            or _sigue_la_palabra(texto[hasta : hasta + 1])
        )
        if entero:
            tramos.append((desde, hasta))
        desde = texto.find(buscado, hasta if entero else desde + 1)
    return tramos


def _sigue_la_palabra(caracter: str) -> bool:
    return caracter.isalnum() or caracter == "_"


class Sugerencias:
    """Los candidatos entre los que alguien quiso escribir uno.

    Busca primero los que distan un error de tecleo, mediante un índice de variantes con una letra
    menos; solo si no hay ninguno, y los candidatos son pocos, los compara todos. Así el coste no
    crece con su número.
    """

    def __init__(self, candidatos: Iterable[str]) -> None:
        """`candidatos`: los textos correctos, en el orden en que se proponen."""
        formas = ((plegar_id(candidato), candidato) for candidato in candidatos)
        self._por_forma = {f: c for f, c in formas if 0 < len(f) <= _LARGO_DE_UN_NOMBRE}
        self._orden = {forma: orden for orden, forma in enumerate(self._por_forma)}

    def para(self, texto: str, *, cuantas: int = 3, parecido: float = PARECIDO) -> list[str]:
        """Hasta `cuantas` candidatos que se parecen a `texto`, el más parecido primero.

        `parecido`, de 0 a 1, es lo que han de parecerse para venir a cuento.
        """
        if len(texto) > 2 * _LARGO_DE_UN_NOMBRE:
            return []
        forma = plegar_id(texto)
        formas: Collection[str] = self._a_un_error(forma)
        if not formas and len(self._por_forma) <= _POCOS:
            formas = self._por_forma
        halladas = _parecidos(forma, formas, parecido)
        parecidas = [(-cuanto, self._orden[hallada], hallada) for hallada, cuanto in halladas]
        return [self._por_forma[cercana] for *_, cercana in sorted(parecidas)[:cuantas]]

    def _a_un_error(self, forma: str) -> set[str]:
        return {
            hallada
            for variante in _con_una_letra_menos(forma)
            for hallada in self._variantes.get(variante, ())
        }

    @cached_property
    def _variantes(self) -> dict[str, list[str]]:
        variantes: dict[str, list[str]] = {}
        for forma in self._por_forma:
            for variante in _con_una_letra_menos(forma):
                variantes.setdefault(variante, []).append(forma)
        return variantes


def _parecidos(forma: str, otras: Collection[str], minimo: float) -> Iterator[tuple[str, float]]:
    # difflib tarda en importarse y solo hace falta cuando algo no se encuentra.
    from difflib import SequenceMatcher

    comparador = SequenceMatcher(b=forma)
    for otra in otras:
        comparador.set_seq1(otra)
        # Las dos primeras son cotas de la tercera, y mucho más rápidas.
        if comparador.real_quick_ratio() < minimo or comparador.quick_ratio() < minimo:
            continue
        parecido = comparador.ratio()
        if parecido >= minimo:
            yield otra, parecido


def _con_una_letra_menos(forma: str) -> set[str]:
    return {forma} | {forma[:i] + forma[i + 1 :] for i in range(len(forma))}
