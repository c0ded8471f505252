"""Lo que cambia de las personas invitadas a una actividad."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from camctl.castellano import concordar, enumerar
from camctl.comparacion import plegar
from camctl.modelo.actividad import Invitado
from camctl.vistas import palabras
from camctl.vistas.cambios.comun import Cambio, Pareja

_FRASES: Final = {
    "por_confirmar": "{} queda por confirmar.",
    "confirmado": "{} confirma su asistencia.",
    "excusado": "{} se excusa.",
    "asistio": "{} asistió.",
    None: "De {} ya no se dice si asiste.",
}


class _Cotejo(NamedTuple):
    """Los invitados de antes y los de ahora: los que siguen, como eran y como son, y los demás."""

    siguen: list[tuple[Invitado, Invitado]]
    entran: list[Invitado]
    salen: list[Invitado]


def cambios_de_invitados(suya: Pareja) -> Iterator[Cambio]:
    """Quién se suma, quién sustituye a quién, quién ya no está, y qué cambia de quien sigue."""
    # De los datos, que llevan los ID canónicos: escribirlos de otra manera no es un cambio.
    cotejo = _cotejar(*map(_invitados, (suya.datos_antes, suya.datos_despues)))
    yield from _relevos(suya, cotejo.entran, cotejo.salen)
    for viejo, nuevo in cotejo.siguen:
        yield from _de_uno(suya, viejo, nuevo)


def _invitados(datos: dict[str, Any]) -> list[Invitado]:
    return [Invitado.model_validate(uno) for uno in datos["invitados"]]


def _cotejar(antes: list[Invitado], despues: list[Invitado]) -> _Cotejo:
    salen, quien_era = [*antes], dict[int, Invitado]()
    # Dos personas pueden llamarse igual: primero, quien sigue en su institución.
    for con_actor in (True, False):
        for orden, nuevo in enumerate(despues):
            suyos = (
                uno
                for uno in salen
                if plegar(uno.nombre) == plegar(nuevo.nombre)
                and (uno.actor == nuevo.actor or not con_actor)
            )
            if orden not in quien_era and (viejo := next(suyos, None)):
                quien_era[orden] = viejo
                salen.remove(viejo)
    return _Cotejo(
        [(quien_era[orden], uno) for orden, uno in enumerate(despues) if orden in quien_era],
        [uno for orden, uno in enumerate(despues) if orden not in quien_era],
        salen,
    )


def _de_uno(suya: Pareja, viejo: Invitado, nuevo: Invitado) -> Iterator[Cambio]:
    if viejo.estado != nuevo.estado:
        frase = _FRASES[nuevo.estado].format(nuevo.nombre)
        yield _cambio(suya, nuevo.estado or "sin_estado", frase)
        # El estado y el nombre ya están dichos; queda por decir lo demás.
        viejo = viejo.model_copy(update={"estado": None, "nombre": nuevo.nombre})
        nuevo = nuevo.model_copy(update={"estado": None})
    if viejo != nuevo:
        yield _cambio(suya, "invitado", f"{_quien(nuevo)} (antes, {_quien(viejo)}).")


def _relevos(suya: Pareja, entran: list[Invitado], salen: list[Invitado]) -> Iterator[Cambio]:
    for nuevo in entran:
        # Una sola salida de la misma institución es un relevo; con más, no se sabe de quién.
        suyos = [uno for uno in salen if uno.actor == nuevo.actor]
        if len(suyos) == 1 and sum(uno.actor == nuevo.actor for uno in entran) == 1:
            salen.remove(suyos[0])
            frase = f"{_quien(nuevo)} sustituye a {suyos[0].nombre}."
            yield _cambio(suya, "sustituido", frase)
        else:
            yield _cambio(suya, "invitado", f"Se suma, por invitación: {_quien(nuevo)}.")
    if salen:
        nombres = enumerar([uno.nombre for uno in salen])
        verbo = concordar(len(salen), "Ya no figura", "Ya no figuran")
        yield _cambio(suya, "invitado", f"{verbo}: {nombres}.")


def _quien(uno: Invitado) -> str:
    """«Ana Pérez (Directora, ILI, por confirmar)»."""
    estado = palabras.ESTADO_DE_INVITADO[uno.estado] if uno.estado else None
    nota = (uno.nota or "").rstrip(".")
    detalles = ", ".join(filter(None, (uno.cargo, uno.actor, estado, nota)))
    return f"{uno.nombre} ({detalles})" if detalles else uno.nombre


def _cambio(suya: Pareja, que: str, texto: str) -> Cambio:
    return Cambio("actividad", suya.despues.id, que, texto, "invitados")
