"""Los valores de un YAML tal como camctl los lee: textos, listas y fichas (clave → valor)."""

from typing import Final, TypeAlias


class Ilegible:
    """Ocupa el sitio de un valor que ya tiene su diagnóstico, para que no se queje nadie más."""

    def __repr__(self) -> str:
        return "ILEGIBLE"


ILEGIBLE: Final = Ilegible()

# `None` es una clave sin nada detrás; «null» o «~» son textos, como cualquier otro.
Valor: TypeAlias = "str | Ilegible | list[Valor] | dict[str, Valor] | None"
Ruta: TypeAlias = tuple[str | int, ...]

# Un registro de una sección (`actividades`, 3), o la sección que es una sola ficha (`plan`, None).
Sitio: TypeAlias = tuple[str, int | None]
