"""Lo que cambia de las personas invitadas a una actividad."""

from collections.abc import Iterator
from typing import Final

from camctl.castellano import concordar, enumerar
from camctl.comparacion import plegar
from camctl.modelo.actividad import Actividad, Invitado
from camctl.vistas import palabras
from camctl.vistas.cambios.comun import Cambio, Pareja

_FRASES: Final = {
    "por_confirmar": "{} queda por confirmar.",
    "confirmado": "{} confirma su asistencia.",
    "excusado": "{} se excusa.",
    "asistio": "{} asistió.",
    None: "De {} ya no se dice si asiste.",
}


def cambios_de_invitados(suya: Pareja) -> Iterator[Cambio]:
    """Quién se suma, quién sustituye a quién, quién ya no está y quién confirma o se excusa."""
    antes, despues = _por_nombre(suya.antes), _por_nombre(suya.despues)
    entran = [uno for forma, uno in despues.items() if forma not in antes]
    salen = [uno for forma, uno in antes.items() if forma not in despues]
    yield from _relevos(suya, entran, salen)
    for forma, nuevo in despues.items():
        viejo = antes.get(forma)
        if viejo is None or viejo == nuevo:
            continue
        if viejo.estado != nuevo.estado:
            yield _cambio(suya, str(nuevo.estado), _FRASES[nuevo.estado].format(nuevo.nombre))
        else:
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


def _por_nombre(actividad: Actividad) -> dict[str, Invitado]:
    return {plegar(uno.nombre): uno for uno in actividad.invitados}


def _quien(uno: Invitado) -> str:
    """«Ana Pérez (Directora, ILI, por confirmar)»."""
    estado = palabras.ESTADO_DE_INVITADO[uno.estado] if uno.estado else None
    detalles = ", ".join(filter(None, (uno.cargo, uno.actor, estado, uno.nota)))
    return f"{uno.nombre} ({detalles})" if detalles else uno.nombre


def _cambio(suya: Pareja, que: str, texto: str) -> Cambio:
    return Cambio("actividad", suya.despues.id, que, texto, "invitados")
