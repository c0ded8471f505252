"""Un ID nombra un solo registro: R305."""

from collections.abc import Iterator, Sequence

from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.lectura.valores import Ruta
from camctl.modelo.actor import Actor
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba


@comprueba("R305", Gravedad.ERROR)
def id_repetido(contexto: Contexto) -> Iterator[Hallazgo]:
    """Dos registros se llaman igual.

    Un ID nombra un solo registro de su clase; entre actores, tampoco un alias puede ser el ID o el
    alias de otro. No cuentan mayúsculas, acentos, espacios, puntos ni guiones: `b.8` y `B8` son
    el mismo. Con dos iguales, nadie sabe a cuál se refiere quien lo cita.
    """
    plan = contexto.plan
    listas: tuple[Sequence[RegistroConId], ...] = (
        plan.objetivos,
        plan.mandatos,
        plan.actores,
        plan.actividades,
    )
    for registros in listas:
        yield from _repetidos(contexto, registros)


def _repetidos(contexto: Contexto, registros: Sequence[RegistroConId]) -> Iterator[Hallazgo]:
    primeros: dict[str, tuple[RegistroConId, Ruta]] = {}
    for registro in registros:
        for ruta, nombre in _nombres(registro):
            primero, ruta_del_primero = primeros.setdefault(plegar_id(nombre), (registro, ruta))
            if primero is not registro:
                yield Hallazgo(
                    Sitio(registro, ruta),
                    f"se llama «{nombre}», y así se llama ya {contexto.nombrar(primero)}",
                    ayuda="dé a cada uno un nombre distinto, o borre el que sobre",
                    relacionados=((Sitio(primero, ruta_del_primero), "el primero está aquí"),),
                )


def _nombres(registro: RegistroConId) -> Iterator[tuple[Ruta, str]]:
    yield ("id",), registro.id
    if isinstance(registro, Actor):
        for orden, alias in enumerate(registro.alias):
            yield ("alias", orden), alias
