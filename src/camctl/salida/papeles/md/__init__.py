"""El plan entero en Markdown, para la página de un repositorio: con apartados, tablas y enlaces."""

from collections.abc import Iterable, Iterator
from typing import Final

from camctl.salida.markdown import en_linea, enlace
from camctl.salida.papeles.md.apartados import APARTADOS
from camctl.salida.papeles.md.campos import campos
from camctl.salida.papeles.md.enlaces import Enlaces
from camctl.vistas.encargo import Encargo

TITULO: Final = "Texto en Markdown"
ES_TEXTO: Final = True
OPCIONES: Final = frozenset[str]()


def escribir(encargo: Encargo) -> bytes:
    """Cada texto del plan, una vez y en su registro; lo que remite a él es un enlace."""
    return ("\n\n".join(filter(None, _bloques(encargo))) + "\n").encode("utf-8")


def _bloques(encargo: Encargo) -> Iterator[str]:
    # GitHub hace de cada título un ancla, y la de una palabra sola es la palabra.
    enlaces = Enlaces(encargo, ocupadas=[_ancla(titulo) for titulo in APARTADOS])
    yield f"# {en_linea(encargo.cabecera.titulo)}"
    yield "\n".join(campos(encargo.cabecera, enlaces, menos=["titulo"]))
    yield _indice(APARTADOS)
    for titulo, apartado in APARTADOS.items():
        yield f"## {titulo}"
        yield from apartado(encargo, enlaces)


def _indice(titulos: Iterable[str]) -> str:
    return " · ".join(enlace(titulo, f"#{_ancla(titulo)}") for titulo in titulos)


def _ancla(titulo: str) -> str:
    return titulo.lower()
