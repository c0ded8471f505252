"""Lo que le pasa a una actividad a lo largo del año, hecho cambios en su ficha y en su lugar."""

from collections.abc import Iterator, Sequence
from typing import Any

from camctl.edicion.cambios import Trasladar
from camctl.edicion.ficha import FichaEnEdicion
from camctl.modelo.fecha import Fecha


def mover(ficha: FichaEnEdicion, fecha: Fecha) -> None:
    """La actividad pasa a ser en `fecha`; la primera vez que se mueve, se guarda la adoptada.

    Fijar el día dentro del mes que tenía, o dejarlo otra vez por fijar, no es moverla.
    """
    tenia = Fecha.de_iso(ficha.texto("fecha"))
    if tenia and not tenia.coincide_con(fecha) and not ficha.texto("fecha_prevista"):
        ficha.poner("fecha_prevista", valor=str(tenia))
    ficha.poner("fecha", valor=str(fecha))


def invitar(ficha: FichaEnEdicion, nombre: str, *, actor: str = "", cargo: str = "") -> None:
    """Una persona más entre las invitadas, por confirmar; si ya está, lo que falte de ella."""
    ficha.anadir_o_completar(
        "invitados",
        {"nombre": nombre, "actor": actor, "cargo": cargo},
        claves=("nombre",),
        si_es_nuevo={"estado": "por_confirmar"},
    )


def sustituir(
    ficha: FichaEnEdicion, puesto: int, nombre: str, *, actor: str = "", cargo: str = ""
) -> None:
    """Otra persona en el lugar de la invitada de `puesto`, con su institución si no se da otra.

    El cargo y la nota eran de quien deja el sitio; y lo que dijera de si asiste, también.
    """
    suya = ("invitados", puesto)
    ficha.poner(*suya, "nombre", valor=nombre)
    ficha.poner(*suya, "cargo", valor=cargo)
    ficha.poner(*suya, "nota", valor="")
    if actor:
        ficha.poner(*suya, "actor", valor=actor)
    if ficha.texto(*suya, "estado"):
        ficha.poner(*suya, "estado", valor="por_confirmar")


def traslado(ficha: FichaEnEdicion, escritas: Sequence[Any]) -> Iterator[Trasladar]:
    """El cambio que lleva la actividad a su sitio entre las `escritas`, si su fecha lo pide."""
    puesto, fecha = ficha.ruta[-1], Fecha.de_iso(ficha.texto("fecha"))
    if not isinstance(puesto, int) or fecha is None:
        return
    destino = puesto_de_la_movida(fechas_de(escritas), puesto, fecha)
    if destino != puesto:
        yield Trasladar(ficha.ruta, destino)


def fechas_de(escritas: Sequence[Any]) -> list[Fecha | None]:
    """Las fechas de unas actividades tal como están escritas; nada por la que esté mal."""
    dichas = (str(uno.get("fecha")) if isinstance(uno, dict) else "" for uno in escritas)
    return [Fecha.de_iso(dicha.strip()) for dicha in dichas]


def puesto_de_una_nueva(fechas: Sequence[Fecha | None], fecha: Fecha) -> int:
    """Dónde va una actividad nueva: delante de la primera que es posterior, o al final."""
    posteriores = (n for n, otra in enumerate(fechas) if otra and otra.es_posterior_a(fecha))
    return next(posteriores, len(fechas))


def puesto_de_la_movida(fechas: Sequence[Fecha | None], puesto: int, fecha: Fecha) -> int:
    """Dónde va una actividad que pasa a ser en `fecha`; donde está, si ahí no estorba más.

    Un calendario que alguien quiso en otro orden no se reordena.
    """
    tenia = fechas[puesto]
    if tenia and _estorbos(fechas, puesto, fecha) <= _estorbos(fechas, puesto, tenia):
        return puesto
    otras = [*fechas[:puesto], *fechas[puesto + 1 :]]
    anteriores = (n for n, otra in enumerate(otras) if otra and fecha.es_posterior_a(otra))
    desde, hasta = max(anteriores, default=-1) + 1, puesto_de_una_nueva(otras, fecha)
    # Entre los sitios que le valen, el más cercano: un mes sin día cabe entre los días del mes.
    return min(max(puesto, desde), hasta)


def _estorbos(fechas: Sequence[Fecha | None], puesto: int, fecha: Fecha) -> set[int]:
    """Las actividades con las que una de `fecha`, en `puesto`, estaría fuera de orden."""
    antes = {n for n, otra in enumerate(fechas[:puesto]) if otra and otra.es_posterior_a(fecha)}
    despues = enumerate(fechas[puesto + 1 :], puesto + 1)
    return antes | {n for n, otra in despues if otra and fecha.es_posterior_a(otra)}
