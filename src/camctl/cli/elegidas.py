"""Las reglas que alguien nombra en una orden, por su código o por la letra de su clase."""

from collections.abc import Iterable

import typer

from camctl.castellano import quiso_decir
from camctl.comparacion import Sugerencias


def codigos(textos: Iterable[str], opcion: str) -> tuple[str, ...]:
    """Los códigos o letras que dicen `textos`, en mayúsculas.

    Raises:
        BadParameter: si alguno no es de ninguna regla.
    """
    pedidos = tuple(texto.strip().upper() for texto in textos)
    if not pedidos:
        return ()
    from camctl.reglas.catalogo import reglas

    todos = [regla.codigo for regla in reglas()]
    for pedido in pedidos:
        if pedido not in todos and pedido not in {codigo[0] for codigo in todos}:
            sugerencia = quiso_decir(Sugerencias(todos).para(pedido)) or "vea camctl reglas"
            raise typer.BadParameter(
                f"no hay ninguna regla «{pedido}»; {sugerencia}", param_hint=opcion
            )
    return pedidos
