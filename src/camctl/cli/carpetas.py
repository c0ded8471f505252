"""La carpeta en que se trabaja: cuál es, y cómo se escribe en ella sin pisar a nadie."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from camctl.cli.comun import datos_pedidos, mal_uso, no_se_puede
from camctl.cli.consulta import Consulta, localizar_datos

if TYPE_CHECKING:
    from camctl.fuentes.carpeta import Carpeta, CarpetaLeida
    from camctl.fuentes.localizar import Localizada

ArgumentoCarpeta = Annotated[
    str | None,
    typer.Argument(metavar="CARPETA", help="La carpeta de los datos: lo mismo que --datos."),
]


def carpeta_pedida(ctx: typer.Context, carpeta: str | None, datos: str | None) -> "Localizada":
    """La carpeta dicha como argumento o con `--datos`; dos distintas son un error de uso.

    A falta de las dos, la de siempre; la del paquete, nunca.
    """
    pedida = datos_pedidos(ctx, datos)
    if carpeta is not None and pedida is not None and not _son_la_misma(carpeta, pedida):
        raise mal_uso(f"¿qué carpeta, «{carpeta}» o «{pedida}»? Diga una sola")
    return localizar_datos(pedida if carpeta is None else carpeta, con_paquete=False)


def _son_la_misma(una: str, otra: str) -> bool:
    try:
        return una == otra or os.path.realpath(una) == os.path.realpath(otra)
    except OSError:
        # Borraron la carpeta actual.
        return False


class ConsultaParaEscribir(Consulta):
    """Los datos de una orden que los cambia: parte siempre de los bytes que se leyeron."""

    def __init__(self, ctx: typer.Context, datos: str | None) -> None:
        super().__init__(ctx, datos, con_paquete=False)

    @cached_property
    def fuente(self) -> "CarpetaLeida":
        """La carpeta de los datos, como estaba al leerla."""
        from camctl.fuentes.carpeta import CarpetaLeida

        return CarpetaLeida(self.localizada.fuente.ruta)


@contextmanager
def para_escribir(fuente: "Carpeta") -> Iterator[None]:
    """Lo que dentro se escribe en la carpeta no se cruza con lo que escriba otra orden.

    Que esté ocupada, que un archivo no sea ya el que se leyó o que el sistema no deje escribir se
    dice con un 2: nada queda a medias.
    """
    from camctl.archivos import ArchivoCambiado, causa
    from camctl.cerrojos import CarpetaOcupada, bloqueada
    from camctl.fuentes import ARCHIVOS

    try:
        with bloqueada(fuente.ruta):
            yield
    except CarpetaOcupada:
        raise no_se_puede(
            f"otra orden está escribiendo en «{fuente.nombre}»: espere a que acabe y repita esta"
        ) from None
    except ArchivoCambiado as cambiado:
        raise no_se_puede(
            f"«{fuente.rotulo(cambiado.archivo)}» ha cambiado mientras tanto, y no se ha escrito "
            "nada: repita la orden"
        ) from None
    except OSError as fallo:
        es_de_ella = fallo.filename in ARCHIVOS
        donde = f"«{fuente.rotulo(fallo.filename)}»" if es_de_ella else f"en «{fuente.nombre}»"
        raise no_se_puede(f"no se puede escribir {donde}: {causa(fallo)}") from None
