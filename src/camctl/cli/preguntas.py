"""Preguntar en una terminal lo que falta de un registro, hasta que lo contestado valga."""

import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import typer

from camctl.castellano import en_mayuscula
from camctl.cli.salidas import ancho, emitir
from camctl.comparacion import plegar
from camctl.salida.limpieza import limpio

if TYPE_CHECKING:
    from camctl.cli.campos import CampoNuevo

_INVITACION: Final = "> "


def hay_a_quien_preguntar() -> bool:
    """Si la orden se da en una terminal, y no en un guion ni en una tubería."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def preguntar(campo: "CampoNuevo", posibles: str, leer: Callable[[str], Any]) -> Any:
    """Lo contestado a un campo, ya leído; nada si es optativo y no se contesta.

    `posibles` dice qué se puede contestar, o un ejemplo.

    Raises:
        Abort: si quien contesta lo deja.
    """
    varios = "Uno por línea; una línea vacía los acaba." if campo.es_lista else ""
    que_es = " ".join(filter(None, (campo.descripcion, posibles, varios)))
    if campo.info.is_required():
        return preguntar_por(campo.titulo, que_es, leer)
    _presentar(f"{campo.titulo} (optativo)", que_es)
    leidos = list(_contestados(leer, hasta=None if campo.es_lista else 1))
    if not leidos:
        return None
    return campo.juntar(leidos) if campo.es_lista else leidos[0]


def preguntar_por(titulo: str, que_es: str, leer: Callable[[str], Any]) -> Any:
    """Lo contestado a algo que hace falta, ya leído.

    Raises:
        Abort: si quien contesta lo deja.
    """
    _presentar(titulo, que_es)
    while not (leidos := list(_contestados(leer, hasta=1))):
        decir("Sin esto no se puede escribir el registro.")
    return leidos[0]


def _presentar(titulo: str, que_es: str) -> None:
    decir(f"\n{titulo}. {que_es}")


def _contestados(leer: Callable[[str], Any], *, hasta: int | None) -> Iterator[Any]:
    """Lo que se contesta, ya leído; de lo que no vale se dice por qué. Una línea vacía acaba."""
    cuantos = 0
    while cuantos != hasta and (dicho := linea()):
        try:
            yield leer(dicho)
            cuantos += 1
        except typer.BadParameter as error:
            punto = "" if error.message.endswith((".", "?")) else "."
            decir(f"{en_mayuscula(error.message)}{punto}")


def confirmar(pregunta: str) -> bool:
    """Si se contesta que sí a una pregunta; no contestar nada es que sí.

    Raises:
        Abort: si quien contesta lo deja.
    """
    while True:
        decir(f"\n{pregunta} [sí/no]")
        dicho = plegar(linea())
        if dicho in ("", "s", "si"):
            return True
        if dicho in ("n", "no"):
            return False


def decir(texto: str) -> None:
    """Escribe un texto en la terminal, partido por palabras."""
    lineas = [textwrap.fill(limpio(una), max(ancho(), 20)) for una in texto.split("\n")]
    emitir("\n".join(lineas) + "\n")


def linea() -> str:
    """La línea que alguien teclea, con las flechas para corregirla.

    Raises:
        Abort: con Ctrl-C o Ctrl-D.
    """
    with suppress(ImportError):
        import readline  # noqa: F401 — con importarlo basta, y no está en todos los sistemas
    try:
        return input(_INVITACION).strip()
    except (EOFError, KeyboardInterrupt):
        emitir("\n")
        raise typer.Abort from None
