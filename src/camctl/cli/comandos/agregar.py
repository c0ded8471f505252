"""`camctl agregar`."""

from typing import Any

from camctl.cli.comun import SEGUIR
from camctl.cli.idioma import Grupo

PANEL = SEGUIR


class GRUPO(Grupo):
    """Un comando por clase de registro, que se construye al pedirlo con los campos del modelo."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 — la firma es de Typer
        """Las clases de registro, por orden alfabético."""
        from camctl.cli.altas import ALTAS

        return sorted(ALTAS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 — la firma es de Typer
        """El comando que añade un registro de esa clase, o nada si no la hay."""
        from camctl.cli.ordenes_de_alta import comando_de

        return comando_de(cmd_name)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Lo que sigue a «camctl agregar»: lo que se nombra es la clase de lo que se añade."""
        return [pieza.replace("COMANDO", "CLASE") for pieza in super().collect_usage_pieces(ctx)]


def agregar() -> None:
    """Añade un registro: una actividad, un actor, un objetivo o un mandato.

    En una terminal pregunta lo que haga falta; fuera de ella, se dice todo con
    opciones: camctl agregar actividad --ayuda.
    """
