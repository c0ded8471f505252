"""Qué cambia de un plan entre dos momentos, en palabras que se pueden mandar en una circular."""

from collections.abc import Iterable
from typing import Final

from camctl.vistas.cambios.cobertura import resumen
from camctl.vistas.cambios.comparacion import Comparacion, RegistroCambiado, comparar
from camctl.vistas.cambios.comun import Cambio, Momento
from camctl.vistas.respuesta import Ficha, Respuesta

__all__ = ["Cambio", "Comparacion", "Momento", "cambios", "comparar"]

_CALENDARIO: Final = "Calendario"
_SESIONES: Final = "Objetivos que ganan o pierden sesión"
_ACTORES: Final = "Qué supone para cada institución"
_TEXTOS: Final = "El programa, los mandatos y las instituciones"


def cambios(comparacion: Comparacion) -> Respuesta:
    """Lo que cambia, por apartados; como datos, una lista de cambios."""
    antes, despues, criterio = comparacion.antes, comparacion.despues, comparacion.criterio
    apartados = (
        (_CALENDARIO, comparacion.calendario),
        (_SESIONES, comparacion.cobertura),
        (_ACTORES, comparacion.actores),
        (_TEXTOS, comparacion.textos),
    )
    entre = f"{antes.nombre} y {despues.nombre}"
    todos = comparacion.cambios
    return Respuesta(
        tuple(_ficha(titulo, suyos) for titulo, suyos in apartados if suyos),
        [uno._asdict() for uno in todos],
        encabezado=(f"Cambios entre {entre}", resumen(antes, despues, criterio)),
        vacio="" if todos else f"nada ha cambiado entre {entre}",
    )


def _ficha(apartado: str, suyos: Iterable[RegistroCambiado]) -> Ficha:
    """Cada registro, con su título por delante de lo que cambia de él."""
    campos = (
        (
            uno.id or uno.clase,
            (*([uno.titulo] if uno.titulo else []), *(cambio.texto for cambio in uno.cambios)),
        )
        for uno in suyos
    )
    return Ficha(apartado, tuple(campos))
