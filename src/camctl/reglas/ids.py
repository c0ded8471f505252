"""Los ID se citan como son: R314."""

from collections.abc import Iterator
from typing import Final

from camctl.diagnostico import Gravedad
from camctl.referencias import ClaseDeRegistro
from camctl.reglas.contexto import Contexto
from camctl.reglas.motor import Hallazgo, comprueba

_SE_CITAN: Final[tuple[ClaseDeRegistro, ...]] = ("objetivo", "mandato", "actor")


@comprueba("R314", Gravedad.AVISO)
def id_citado_de_otra_manera(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un ID no está escrito como es.

    `b.8` se entiende como `B8`, y un alias, como el ID de su actor. Pero escrito siempre igual se
    encuentra con cualquier buscador, y dos planes se comparan sin sorpresas.
    """
    for clase in _SE_CITAN:
        for texto, sitios in contexto.citas_dudosas(clase).items():
            registro = contexto.indices.por_id(clase, texto)
            if registro is None:
                continue
            for sitio in sitios:
                yield Hallazgo(
                    sitio,
                    f"cita el {clase} {registro.id} como «{texto}»",
                    ayuda="escriba su ID tal cual.",
                    sustituto=registro.id,
                    seguro=True,
                )
