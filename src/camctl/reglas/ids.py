"""Los ID se escriben y se citan siempre igual: E512 y R314."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad
from camctl.modelo.objetivo import Objetivo
from camctl.referencias import ClaseDeRegistro
from camctl.reglas.contexto import Contexto, Sitio
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


@comprueba("E512", Gravedad.AVISO)
def id_escrito_de_otra_manera(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un ID no está escrito como los demás de su serie.

    `Act 4` y `ACT-4` son el mismo ID, pero en una lista en que los otros son `ACT-1`, `ACT-2` y
    `ACT-3` parece otra cosa, y así sale en las tablas.
    """
    yield from _distintos(contexto.plan.objetivos)
    yield from _distintos(contexto.plan.actividades)


def _distintos(registros: Sequence[Objetivo] | Sequence[Actividad]) -> Iterator[Hallazgo]:
    prefijos = Counter(uno.id.rstrip("0123456789") for uno in registros)
    corrientes: dict[str, str] = {}
    for prefijo, _ in prefijos.most_common():
        corrientes.setdefault(plegar_id(prefijo), prefijo)
    if len(corrientes) == len(prefijos):
        return
    veces = Counter(plegar_id(uno.id) for uno in registros)
    for uno in registros:
        prefijo = uno.id.rstrip("0123456789")
        corriente = corrientes[plegar_id(prefijo)]
        # De uno repetido ya se dice, y cambiará.
        if prefijo != corriente and veces[plegar_id(uno.id)] == 1:
            queda = f"{corriente}{uno.id[len(prefijo) :]}"
            yield Hallazgo(
                Sitio(uno, ("id",)),
                "tiene el ID escrito de otra manera que los demás",
                ayuda="escríbalo como ellos.",
                sustituto=queda,
            )
