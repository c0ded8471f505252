"""La zona horaria del plan: C413."""

import re
from collections.abc import Iterator
from typing import Final

from camctl import zonas
from camctl.castellano import entre_comillas, quiso_decir
from camctl.comparacion import Sugerencias, plegar, plegar_id
from camctl.diagnostico import Gravedad
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

# «UTC-5», «GMT +2», «-05:00», «(UTC-05:00) Lima»: lo que va de una hora a otra, y no una zona.
_UNA_DIFERENCIA: Final = re.compile(r"\W*(?:etc/)?(?:utc|gmt|z)?[^\w/]*[0-9]")
# Llevan el signo contrario al que se dice: Etc/GMT-5 va cinco horas por delante.
_CON_EL_SIGNO_AL_REVES: Final = "Etc/GMT"
_LARGO: Final = 60  # el doble de la más larga: con más, no es ninguna mal escrita


@comprueba("C413", Gravedad.ERROR)
def zona_horaria_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """La zona horaria del plan no existe.

    Se escribe con su nombre internacional, que es el de un continente y una ciudad en inglés y sin
    tildes: `America/Montevideo`. De ella depende a qué hora ve cada sesión, en su agenda, quien
    está en otro país.
    """
    cabecera = contexto.plan.cabecera
    if cabecera is None or not cabecera.zona_horaria:
        return
    escrita = cabecera.zona_horaria
    if escrita in zonas.nombres():
        return
    posibles = _posibles(escrita)
    yield Hallazgo(
        Sitio(cabecera, ("zona_horaria",)),
        f"tiene una zona horaria que no existe, {entre_comillas(escrita)}",
        ayuda=quiso_decir(posibles)
        or "escriba su nombre internacional, el continente y la ciudad: America/Montevideo",
        sustituto=posibles[0] if len(posibles) == 1 else "",
        # Por la ciudad sola no se sabe: hay San Juan en más de un país.
        seguro=[plegar_id(una) for una in posibles] == [plegar_id(escrita)],
    )


def _posibles(escrita: str) -> list[str]:
    """Las zonas que se llaman así, escritas de otro modo o por su ciudad; si no, las parecidas.

    De una diferencia de horas, ninguna: no dice en qué país, ni si allí se cambia la hora.
    """
    if len(escrita) > _LARGO or _UNA_DIFERENCIA.match(plegar(escrita)):
        return []
    forma = plegar_id(escrita)
    todas = sorted(
        nombre for nombre in zonas.nombres() if not nombre.startswith(_CON_EL_SIGNO_AL_REVES)
    )
    mismas = [nombre for nombre in todas if forma in _formas(nombre)]
    return mismas or Sugerencias(todas).para(escrita)


def _formas(nombre: str) -> tuple[str, str]:
    return plegar_id(nombre), plegar_id(nombre.rpartition("/")[2])
