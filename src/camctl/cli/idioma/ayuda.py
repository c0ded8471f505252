"""Los textos de la ayuda que Typer pinta con Rich."""

import inspect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text


def preparar_rich() -> None:
    """Pone en español los textos de la ayuda de Typer, que son constantes de un módulo."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "Argumentos"
    rich_utils.OPTIONS_PANEL_TITLE = "Opciones"
    rich_utils.COMMANDS_PANEL_TITLE = "Comandos"
    rich_utils.DEFAULT_STRING = "[por omisión: {}]"
    rich_utils.ENVVAR_STRING = "[variable de entorno: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[obligatorio]"
    rich_utils.DEPRECATED_STRING = "(en desuso) "
    rich_utils.OptionHighlighter.highlights = [
        patron.replace("Usage: ", "Uso: ") for patron in rich_utils.OptionHighlighter.highlights
    ]
    # Con las marcas de Rich, «[actor]» desaparecería de un texto.
    rich_utils._make_rich_text = _texto_de_la_ayuda  # noqa: SLF001


def _texto_de_la_ayuda(*, text: str, style: str = "", markup_mode: str) -> "Text":  # noqa: ARG001
    """`text` sin más marcas que el color de las opciones que nombra.

    Dentro de un párrafo, un salto de línea lo puso el ancho del código, no quien lo escribió.
    """
    from rich.text import Text
    from typer import rich_utils

    parrafos = (" ".join(parrafo.split()) for parrafo in inspect.cleandoc(text).split("\n\n"))
    return rich_utils.highlighter(Text("\n\n".join(parrafos), style=style))
