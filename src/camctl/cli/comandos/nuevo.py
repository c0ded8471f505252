"""`camctl nuevo`."""

from typing import Annotated

import typer

from camctl.cli.comun import REPARTIR, mal_uso
from camctl.cli.opciones import OpcionDatos

PANEL = REPARTIR


def nuevo(
    ctx: typer.Context,
    carpeta: Annotated[
        str, typer.Argument(metavar="CARPETA", help="Dónde se hace; lo que ya haya no se toca.")
    ],
    periodo: Annotated[
        str, typer.Option("--periodo", metavar="AÑOS", help="El del plan nuevo: 2030-2031, o 2030.")
    ],
    vacio: Annotated[
        bool, typer.Option("--vacio", help="El de otra comisión, sin nada de este plan.")
    ] = False,
    comision: Annotated[
        str | None,
        typer.Option("--comision", metavar="SIGLA", help="Con --vacio, quién convoca."),
    ] = None,
    nombre: Annotated[
        str | None,
        typer.Option("--nombre", metavar="NOMBRE", help="Con --vacio, el de la comisión."),
    ] = None,
    titulo: Annotated[
        str | None, typer.Option("--titulo", metavar="TÍTULO", help="Con --vacio, el del plan.")
    ] = None,
    datos: OpcionDatos = None,
) -> None:
    """La carpeta del periodo siguiente: lo que sigue, como está; el calendario, vacío.

    Lo que este plan deja por decidir se muestra y queda comentado en el calendario nuevo.
    """
    from camctl.cli import resolver
    from camctl.cli.siembra import del_que_acaba, sembrar
    from camctl.edicion.nuevo import plan_vacio

    anios = resolver.periodo(periodo, "--periodo")
    if not vacio:
        del_vacio = {"--comision": comision, "--nombre": nombre, "--titulo": titulo}
        if sobran := [opcion for opcion, dicho in del_vacio.items() if dicho is not None]:
            raise mal_uso(f"«{sobran[0]}» solo vale con --vacio: aquí sale de este plan")
        del_que_acaba(ctx, datos, carpeta, anios)
        return
    if comision is None:
        raise mal_uso("diga con --comision la sigla de quien convoca")
    sembrar(carpeta, plan_vacio(anios, comision, nombre=nombre, titulo=titulo))
