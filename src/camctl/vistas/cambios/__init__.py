"""Qué cambia de un plan entre dos momentos, en palabras que se pueden mandar en una circular."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Final, cast

from camctl.cobertura import POR_OMISION, Criterio
from camctl.modelo.base import Registro
from camctl.modelo.plan import CLASES
from camctl.referencias import ClaseDeRegistro
from camctl.vistas.cambios.calendario import cambios_del_calendario
from camctl.vistas.cambios.campos import cambios_de_valor, campos_cambiados
from camctl.vistas.cambios.cobertura import cambios_de_cobertura, consecuencias, resumen
from camctl.vistas.cambios.comun import Cambio, Momento, pareja, parejas, solo_en
from camctl.vistas.nombres import titulo, unir
from camctl.vistas.respuesta import Ficha, Respuesta

__all__ = ["Cambio", "Momento", "cambios"]

_CALENDARIO: Final = "Calendario"
_SESIONES: Final = "Objetivos que ganan o pierden sesión"
_ACTORES: Final = "Qué supone para cada institución"
_LO_DEMAS: Final[tuple[ClaseDeRegistro, ...]] = ("objetivo", "mandato", "actor")
_TEXTOS: Final = "El programa, los mandatos y las instituciones"


def cambios(antes: Momento, despues: Momento, criterio: Criterio = POR_OMISION) -> Respuesta:
    """Lo que cambia, por apartados; como datos, una lista de cambios."""
    apartados = {
        _CALENDARIO: list(cambios_del_calendario(antes, despues)),
        _SESIONES: list(cambios_de_cobertura(antes, despues, criterio)),
        _ACTORES: list(consecuencias(antes, despues, criterio)),
        _TEXTOS: list(_de_lo_demas(antes, despues)),
    }
    todos = list(chain.from_iterable(apartados.values()))
    entre = f"{antes.nombre} y {despues.nombre}"
    return Respuesta(
        tuple(
            _ficha(titulo, suyos, antes, despues) for titulo, suyos in apartados.items() if suyos
        ),
        [uno._asdict() for uno in todos],
        encabezado=(f"Cambios entre {entre}", resumen(antes, despues, criterio)),
        vacio="" if todos else f"nada ha cambiado entre {entre}",
    )


def _ficha(apartado: str, suyos: Sequence[Cambio], antes: Momento, despues: Momento) -> Ficha:
    campos = []
    for (clase, id_), juntos in groupby(suyos, key=lambda uno: (uno.clase, uno.id)):
        nombre = _nombre(clase, id_, antes, despues)
        campos.append((id_ or clase, (*nombre, *(uno.texto for uno in juntos))))
    return Ficha(apartado, tuple(campos))


def _nombre(clase: str, id_: str, antes: Momento, despues: Momento) -> tuple[str, ...]:
    """El título del registro, que encabeza lo que cambia de él; nada si no lo es."""
    clases = [suya.nombre for suya in CLASES]
    if clase not in clases:
        return ()
    de_su_clase = cast("ClaseDeRegistro", clase)
    hallados = (uno.indices.por_id(de_su_clase, id_) for uno in (despues, antes))
    return tuple(titulo(uno) for uno in hallados if uno)[:1]


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
