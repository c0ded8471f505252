"""Lo que cambia entre dos momentos del plan, por apartados y, en cada uno, por registros."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from camctl.cobertura import POR_OMISION, Criterio
from camctl.modelo.base import Registro
from camctl.modelo.plan import CLASES
from camctl.vistas.cambios.calendario import cambios_del_calendario
from camctl.vistas.cambios.campos import cambios_de_valor, campos_cambiados
from camctl.vistas.cambios.cobertura import cambios_de_cobertura, consecuencias
from camctl.vistas.cambios.comun import Cambio, Momento, pareja, parejas, solo_en
from camctl.vistas.nombres import titulo, unir


class RegistroCambiado(NamedTuple):
    """Lo que cambia de un registro.

    Sin `id` ni `titulo` es lo que no es un registro, que su clase nombra: «plan», «programa»…
    """

    clase: str
    id: str
    titulo: str
    cambios: tuple[Cambio, ...]


class Comparacion(NamedTuple):
    """Lo que cambia: del calendario, de la cobertura, para cada actor, y de todo lo demás."""

    antes: Momento
    despues: Momento
    criterio: Criterio
    calendario: tuple[RegistroCambiado, ...]
    cobertura: tuple[RegistroCambiado, ...]
    actores: tuple[RegistroCambiado, ...]
    textos: tuple[RegistroCambiado, ...]

    @property
    def cambios(self) -> list[Cambio]:
        """Todos, uno a uno."""
        apartados = (self.calendario, self.cobertura, self.actores, self.textos)
        return [cambio for suyos in apartados for registro in suyos for cambio in registro.cambios]


def comparar(antes: Momento, despues: Momento, criterio: Criterio = POR_OMISION) -> Comparacion:
    """Lo que cambia de `antes` a `despues`; las sesiones, contadas con `criterio`."""

    def por_registros(cambios: Iterable[Cambio]) -> tuple[RegistroCambiado, ...]:
        return tuple(
            RegistroCambiado(clase, id_, _titulo(clase, id_, antes, despues), tuple(juntos))
            for (clase, id_), juntos in groupby(cambios, key=lambda uno: (uno.clase, uno.id))
        )

    return Comparacion(
        antes,
        despues,
        criterio,
        calendario=por_registros(cambios_del_calendario(antes, despues)),
        cobertura=por_registros(cambios_de_cobertura(antes, despues, criterio)),
        actores=por_registros(consecuencias(antes, despues, criterio)),
        textos=por_registros(_de_lo_demas(antes, despues)),
    )


def _titulo(clase: str, id_: str, antes: Momento, despues: Momento) -> str:
    """El título del registro, ahora o, si ya no está, antes; nada si no es un registro."""
    clases = [una.nombre for una in CLASES if una.nombre == clase]
    hallados = (uno.indices.por_id(suya, id_) for suya in clases for uno in (despues, antes))
    return next((titulo(uno) for uno in hallados if uno), "")


def _de_lo_demas(antes: Momento, despues: Momento) -> Iterator[Cambio]:
    primero, segundo = antes.indices, despues.indices
    yield from _de_la_ficha("plan", primero.plan.cabecera, segundo.plan.cabecera, antes, despues)
    yield from _de_la_ficha(
        "programa", primero.plan.programa, segundo.plan.programa, antes, despues
    )
    yield from _de_los_nombres("grupo", primero.plan.grupos, segundo.plan.grupos)
    yield from _de_los_nombres("categoría", primero.plan.categorias, segundo.plan.categorias)
    for clase, viejos, nuevos in (
        ("objetivo", primero.plan.objetivos, segundo.plan.objetivos),
        ("mandato", primero.plan.mandatos, segundo.plan.mandatos),
        ("actor", primero.plan.actores, segundo.plan.actores),
    ):
        for nuevo in solo_en(nuevos, viejos):
            yield Cambio(clase, nuevo.id, "nuevo", "Entra en el plan.")
        for suya in parejas(viejos, nuevos, primero, segundo):
            yield from campos_cambiados(clase, suya)
        for viejo in solo_en(viejos, nuevos):
            yield Cambio(clase, viejo.id, "retirado", "Sale del plan.")


def _de_la_ficha(
    clase: str, vieja: Registro | None, nueva: Registro | None, antes: Momento, despues: Momento
) -> Iterator[Cambio]:
    if vieja is not None and nueva is not None:
        yield from campos_cambiados(clase, pareja(vieja, nueva, antes.indices, despues.indices))


def _de_los_nombres(
    clase: str, viejos: Mapping[str, str], nuevos: Mapping[str, str]
) -> Iterator[Cambio]:
    for letra in dict.fromkeys([*nuevos, *viejos]):
        antes, despues = viejos.get(letra), nuevos.get(letra)
        if antes != despues:
            yield from cambios_de_valor(clase, "", letra, unir(clase, letra), antes, despues)
