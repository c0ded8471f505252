"""Qué cambia de un plan entre dos momentos, en palabras que se pueden mandar en una circular."""

from collections.abc import Iterable
from typing import Final

from camctl.cobertura import POR_OMISION, Criterio
from camctl.vistas.cambios.cobertura import resumen
from camctl.vistas.cambios.comparacion import RegistroCambiado, comparar
from camctl.vistas.cambios.comun import Cambio, Momento
from camctl.vistas.respuesta import Ficha, Respuesta

__all__ = ["Cambio", "Momento", "cambios"]

_CALENDARIO: Final = "Calendario"
_SESIONES: Final = "Objetivos que ganan o pierden sesión"
_ACTORES: Final = "Qué supone para cada institución"
_TEXTOS: Final = "El programa, los mandatos y las instituciones"


def cambios(antes: Momento, despues: Momento, criterio: Criterio = POR_OMISION) -> Respuesta:
    """Lo que cambia, por apartados; como datos, una lista de cambios."""
    comparacion = comparar(antes, despues, criterio)
    apartados = zip((_CALENDARIO, _SESIONES, _ACTORES, _TEXTOS), comparacion, strict=True)
    entre = f"{antes.nombre} y {despues.nombre}"
    return Respuesta(
        tuple(_ficha(titulo, suyos) for titulo, suyos in apartados if suyos),
        [uno._asdict() for uno in comparacion.cambios],
        encabezado=(f"Cambios entre {entre}", resumen(antes, despues, criterio)),
        vacio="" if comparacion.cambios else f"nada ha cambiado entre {entre}",
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
