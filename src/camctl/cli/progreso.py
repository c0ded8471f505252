"""Por dónde va lo que tarda, en la última línea de la terminal de quien espera."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Final, ParamSpec, TextIO, TypeVar

from camctl.progreso import oyendo

# En segundos: lo que no llega a la espera no dice nada, y lo demás, no más a menudo que la pausa.
ESPERA: Final = 1.0
PAUSA: Final = 0.1

_P = ParamSpec("_P")
_R = TypeVar("_R")


@contextmanager
def mostrando_progreso() -> Iterator[None]:
    """Lo que dentro tarde más de un segundo dice por dónde va, y al acabar no deja rastro.

    Solo en una terminal, por la salida de errores. Dentro no se escribe ninguna otra cosa.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    linea = _Linea(sys.stderr)
    with oyendo(linea.pintar):
        try:
            yield
        finally:
            linea.borrar()


def a_la_vista(hacer: Callable[_P, _R], *args: _P.args, **kwargs: _P.kwargs) -> _R:
    """Lo que devuelve `hacer`, mostrando mientras tanto por dónde va."""
    with mostrando_progreso():
        return hacer(*args, **kwargs)


class _Linea:
    """La línea de la terminal en que se dice, que se escribe encima de sí misma."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._proxima = monotonic() + ESPERA
        self._largo = 0  # de lo que hay escrito

    def pintar(self, que: str, hecho: int, total: int) -> None:
        """Escribe qué se hace y cuánto va, si toca."""
        import shutil

        ahora = monotonic()
        if ahora < self._proxima:
            return
        self._proxima = ahora + PAUSA
        # Delante lo que cambia, que es lo que queda si la terminal es estrecha.
        texto = f"{100 * hecho // max(total, 1)} % {que}"
        # En la última columna, algunas terminales saltan de línea.
        texto = texto[: shutil.get_terminal_size().columns - 1]
        self._escribir(texto.ljust(self._largo))
        self._largo = len(texto)

    def borrar(self) -> None:
        """Deja la línea como si nada se hubiera escrito en ella."""
        if self._largo:
            self._escribir(" " * self._largo + "\r")

    def _escribir(self, texto: str) -> None:
        # Si la terminal ya no está, el trabajo sigue.
        with suppress(OSError):
            self._terminal.write(f"\r{texto}")
            self._terminal.flush()
