"""Piso 0: por dónde va un trabajo largo: lo dice quien trabaja, y lo oye quien lo mandó.

Quien trabaja no sabe si alguien le oye: si no, decirlo no le cuesta nada.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeAlias, TypeVar

_T = TypeVar("_T")

# Qué se hace, cuánto va hecho y cuánto es todo.
Oyente: TypeAlias = Callable[[str, int, int], None]

_OYENTE: Final[ContextVar[Oyente | None]] = ContextVar("oyente", default=None)
_CADA_CUANTOS: Final = 100


@contextmanager
def oyendo(oyente: Oyente) -> Iterator[None]:
    """Lo que se diga dentro, lo oye `oyente`."""
    ficha = _OYENTE.set(oyente)
    try:
        yield
    finally:
        _OYENTE.reset(ficha)


def alguien_oye() -> bool:
    """Si hay a quien decirle algo."""
    return _OYENTE.get() is not None


def decir(que: str, hecho: int, total: int) -> None:
    """De lo que se está haciendo, `que`, va `hecho` de `total`."""
    if oyente := _OYENTE.get():
        oyente(que, hecho, total)


def siguiendo(que: str, cosas: Sequence[_T], *, cada: int = _CADA_CUANTOS) -> Iterable[_T]:
    """Las mismas `cosas`, diciendo al recorrerlas por cuál se va."""
    return _siguiendo(que, cosas, cada) if alguien_oye() else cosas


def _siguiendo(que: str, cosas: Sequence[_T], cada: int) -> Iterator[_T]:
    for orden, cosa in enumerate(cosas):
        if orden % cada == 0:
            decir(que, orden, len(cosas))
        yield cosa
