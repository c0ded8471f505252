"""Los papeles que se reparten: uno por módulo, descubiertos por su nombre.

Un papel es un módulo de este paquete, con nombre de formato, que cumple `Papel`. Nombrarlos no
carga ninguno, y cada uno importa sus bibliotecas al escribir.
"""

import pkgutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any, Protocol, TypeAlias, cast

from camctl.vistas.encargo import Encargo

# Lo que sale de un papel: un archivo o, si son varios, cada uno por su nombre.
Contenido: TypeAlias = bytes | dict[str, bytes]


class Papel(Protocol):
    """Un formato: cómo se llama, si su salida se lee tal cual y qué opciones propias admite.

    Si tiene algo que decir a quien lo pide, cumple además `Avisador`.
    """

    TITULO: str
    ES_TEXTO: bool
    OPCIONES: Collection[str]

    def escribir(self, encargo: Encargo, **opciones: Any) -> Contenido:
        """El papel de lo encargado: los mismos bytes para los mismos datos y opciones.

        Raises:
            PapelImposible: si una opción no sirve, con lo que hay que hacer.
        """
        ...


class Avisador(Papel, Protocol):
    """Un papel que avisa de lo que no se ve en él."""

    def avisos(
        self, encargo: Encargo, escrito: Contenido, anterior: Contenido | None, **opciones: Any
    ) -> Iterable[str]:
        """Lo que hay que decir de `escrito`, y de que sustituya a `anterior` si había algo."""
        ...


class PapelImposible(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Un papel que no se puede hacer con lo pedido; el mensaje dice por qué y qué hacer.

    Si son varias cosas, `detalles` las dice una a una.
    """

    def __init__(self, mensaje: str, detalles: Sequence[str] = ()) -> None:
        super().__init__(mensaje)
        self.detalles = tuple(detalles)


def formatos() -> tuple[str, ...]:
    """Los nombres de los formatos, por orden alfabético."""
    return tuple(sorted(modulo.name for modulo in pkgutil.iter_modules(__path__)))


def formato_de(ruta: str) -> str | None:
    """El formato que pide la extensión de `ruta`, o nada si no es la de ninguno."""
    extension = PurePath(ruta).suffix[1:].lower()
    nombre = {"yml": "yaml", "htm": "html", "markdown": "md"}.get(extension, extension)
    return nombre if nombre in formatos() else None


def papel(formato: str) -> Papel:
    """El papel de ese formato, recién importado.

    Raises:
        ValueError: si `formato` no es ninguno de `formatos()`.
    """
    if formato not in formatos():
        raise ValueError(f"no hay ningún papel «{formato}»")
    return cast("Papel", import_module(f"{__name__}.{formato}"))


def que_admiten(opcion: str) -> list[str]:
    """Los formatos que admiten `opcion`."""
    return [formato for formato in formatos() if opcion in papel(formato).OPCIONES]


def escribir(encargo: Encargo, formato: str, opciones: Mapping[str, Any]) -> Contenido:
    """El papel de `encargo` en `formato`.

    Raises:
        ValueError: si `formato` no es ninguno de `formatos()`.
        PapelImposible: si una opción no sirve.
    """
    return papel(formato).escribir(encargo, **opciones)


def avisos(
    encargo: Encargo,
    formato: str,
    opciones: Mapping[str, Any],
    escrito: Contenido,
    anterior: Contenido | None = None,
) -> list[str]:
    """Lo que hay que decir de `escrito` a quien lo pidió, una frase por aviso.

    `anterior` es lo que sustituye, si lo hay y se puede leer; de una carpeta, cada archivo.

    Raises:
        ValueError: si `formato` no es ninguno de `formatos()`.
    """
    suyo = papel(formato)
    if not hasattr(suyo, "avisos"):
        return []
    return list(cast("Avisador", suyo).avisos(encargo, escrito, anterior, **opciones))
