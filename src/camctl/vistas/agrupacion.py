"""Registros agrupados por su letra: los objetivos por grupos, los actores por categorías."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Generic, NamedTuple, TypeVar

from camctl.comparacion import plegar_id
from camctl.vistas.nombres import unir

_R = TypeVar("_R")

SIN_CATEGORIA: Final = "Sin categoría"


class PorLetra(NamedTuple, Generic[_R]):
    """Los registros de una letra; `nombre` está vacío si nadie se lo da."""

    letra: str
    nombre: str
    registros: tuple[_R, ...]

    @property
    def titulo(self) -> str:
        """«B · Organismos especializados», o solo la letra."""
        return unir(self.letra, self.nombre)


def por_letras(
    registros: Iterable[_R],
    letra_de: Callable[[_R], str | None],
    nombres: Mapping[str, str],
    *,
    con_vacias: bool = False,
) -> tuple[PorLetra[_R], ...]:
    """Los registros por letras: las de `nombres`, en su orden; las que salgan; y los que no tienen.

    Las letras se comparan como los ID, y se escriben como en `nombres`. De una sin registros se
    dice algo solo `con_vacias`.
    """
    suyos: dict[str, tuple[str, list[_R]]] = {plegar_id(letra): (letra, []) for letra in nombres}
    sin_letra: list[_R] = []
    for registro in registros:
        if letra := letra_de(registro):
            suyos.setdefault(plegar_id(letra), (letra, []))[1].append(registro)
        else:
            sin_letra.append(registro)
    return tuple(
        PorLetra(letra, nombres.get(letra, ""), tuple(grupo))
        for letra, grupo in (*suyos.values(), ("", sin_letra))
        if grupo or (con_vacias and letra)
    )
