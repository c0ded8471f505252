"""Registros agrupados por su letra: los objetivos por grupos, los actores por categorías."""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from camctl.comparacion import plegar_id

_R = TypeVar("_R")


class PorLetra(NamedTuple, Generic[_R]):
    """Los registros de una letra; `nombre` está vacío si nadie se lo da."""

    letra: str
    nombre: str
    registros: tuple[_R, ...]

    @property
    def titulo(self) -> str:
        """«B · Organismos especializados», o solo la letra."""
        return f"{self.letra} · {self.nombre}" if self.nombre else self.letra


def por_letras(
    registros: Iterable[_R], letra_de: Callable[[_R], str], nombres: Mapping[str, str]
) -> tuple[PorLetra[_R], ...]:
    """Los registros por letras: primero las de `nombres`, en su orden; después, las que salgan.

    Las letras se comparan como los ID, y de una sin registros no se dice nada.
    """
    nombre_de = {plegar_id(letra): nombre for letra, nombre in nombres.items()}
    suyos: dict[str, list[_R]] = {letra: [] for letra in nombre_de}
    for registro in registros:
        suyos.setdefault(plegar_id(letra_de(registro)), []).append(registro)
    return tuple(
        PorLetra(letra_de(grupo[0]), nombre_de.get(letra, ""), tuple(grupo))
        for letra, grupo in suyos.items()
        if grupo
    )
