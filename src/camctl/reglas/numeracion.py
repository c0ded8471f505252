"""Los números de los ID, sin huecos: C410 y E505."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.modelo.plan import ClaseDeRegistro
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.ids import actividades_con_otro_id
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.series import Numerado, Serie, de_actividades, de_objetivos

# Los que faltan se buscan uno a uno entre los registros rotos solo si son pocos.
_POCOS: Final = 1000


@comprueba("C410", Gravedad.AVISO)
def numeracion_de_actividades_con_huecos(contexto: Contexto) -> Iterator[Hallazgo]:
    """La numeración de las actividades se salta algún número.

    O falta una actividad, o un número está mal. Una actividad que no se va a hacer no se borra: se
    deja con `estado: cancelada` y su motivo.
    """
    return _huecos(contexto, "actividad", de_actividades)


@comprueba("E505", Gravedad.AVISO)
def numeracion_de_objetivos_con_huecos(contexto: Contexto) -> Iterator[Hallazgo]:
    """La numeración de los objetivos de un grupo se salta algún número.

    Los objetivos llevan los números del programa, que van seguidos dentro de cada grupo. O falta
    uno, o su número está mal escrito.
    """
    return _huecos(contexto, "objetivo", de_objetivos)


def _huecos(
    contexto: Contexto, clase: ClaseDeRegistro, series: Callable[[Contexto], Iterable[Serie]]
) -> Iterator[Hallazgo]:
    otros_ids = contexto.una_vez(actividades_con_otro_id) if clase == "actividad" else ()
    ya = {id_ for _, id_ in otros_ids}  # de ellos se dice en la que ha de llevarlos
    for anterior, siguiente, faltan in _saltos(contexto, clase, series):
        if ya.isdisjoint(faltan):
            yield _hueco(anterior, siguiente, faltan)


def _saltos(
    contexto: Contexto, clase: ClaseDeRegistro, series: Callable[[Contexto], Iterable[Serie]]
) -> Iterator[tuple[Numerado, Numerado, list[str]]]:
    """Dónde se salta la numeración: entre qué registros, y los ID que faltan."""
    if not contexto.se_conocen_todos(clase):
        return
    # Escrito de varias maneras, un prefijo es el mismo.
    iguales: dict[str, list[Serie]] = {}
    for serie in contexto.una_vez(series):
        iguales.setdefault(plegar_id(serie.prefijo), []).append(serie)
    for unas in iguales.values():
        numeros: set[int] = set().union(*(una.numeros for una in unas))
        if not numeros or max(numeros) - min(numeros) < len(numeros):
            continue
        suyos = {
            n: (una.prefijo, uno) for una in reversed(unas) for n, uno in una.por_numero.items()
        }
        for anterior, siguiente in pairwise(sorted(numeros)):
            if siguiente - anterior > 1:
                prefijo, uno = suyos[siguiente]
                perdidos = range(anterior + 1, siguiente)
                if len(perdidos) <= _POCOS:
                    faltan = [f"{prefijo}{numero}" for numero in perdidos]
                    faltan = [id_ for id_ in faltan if not contexto.existe(clase, id_)]
                else:
                    faltan = [f"{prefijo}{perdidos[0]}", f"{prefijo}{perdidos[-1]}"]
                if faltan:
                    yield suyos[anterior][1], uno, faltan


def _hueco(anterior: Numerado, siguiente: Numerado, faltan: Sequence[str]) -> Hallazgo:
    varios = len(faltan) > 1
    cuales = f"faltan de {faltan[0]} a {faltan[-1]}" if varios else f"falta {faltan[0]}"
    return Hallazgo(
        Sitio(siguiente, ("id",)),
        f"sigue en la numeración a {anterior.id}: {cuales}",
        ayuda=f"si va detrás de {anterior.id}, escriba: id: {faltan[0]}; si no, añada lo que "
        "falte. Un ID ya citado no se cambia",
        relacionados=((Sitio(anterior, ("id",)), "el número anterior"),),
    )
