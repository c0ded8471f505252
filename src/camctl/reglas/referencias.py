"""Lo que se cita tiene que existir: R301, R302 y R303."""

from collections.abc import Iterator, Sequence
from typing import Final

from camctl.castellano import enumerar, quiso_decir
from camctl.comparacion import Sugerencias
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.modelo.actor import Actor
from camctl.modelo.plan import CLASES
from camctl.referencias import ClaseDeRegistro
from camctl.reglas.contexto import Contexto
from camctl.reglas.motor import Hallazgo, comprueba

_POCOS: Final = 12


@comprueba("R301", Gravedad.ERROR)
def objetivo_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Se cita un objetivo que no existe.

    Una actividad, un actor o un avance nombran un objetivo que no está en `objetivos.yaml`. La
    cobertura no puede contarlo: quien lo lea creerá que se trata y no se trata.
    """
    return _citas_rotas(contexto, "objetivo", "el objetivo")


@comprueba("R302", Gravedad.ERROR)
def actor_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Se cita un actor que no existe.

    Una actividad, un invitado, un mandato o el propio plan nombran una institución que no está en
    `actores.yaml`, ni por su ID ni por un alias.
    """
    return _citas_rotas(contexto, "actor", "el actor")


@comprueba("R303", Gravedad.ERROR)
def mandato_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Se cita un mandato que no existe.

    El plan, el programa o una actividad descansan en una resolución que no está en
    `mandatos.yaml`.
    """
    return _citas_rotas(contexto, "mandato", "el mandato")


def _citas_rotas(contexto: Contexto, clase: ClaseDeRegistro, nombre: str) -> Iterator[Hallazgo]:
    if not contexto.se_leyo_entera(clase):
        return
    existentes = contexto.indices.por_clase(clase)
    sugerencias = Sugerencias(nombre for uno in existentes for nombre in _nombres(uno))
    for texto, sitios in contexto.citas_dudosas(clase).items():
        if contexto.existe(clase, texto):
            continue
        parecidos = sugerencias.para(texto)
        for sitio in sitios:
            yield Hallazgo(
                sitio,
                f"cita {nombre} «{texto}», que no existe",
                ayuda=quiso_decir(parecidos) or _los_que_hay(clase, existentes),
                sustituto=parecidos[0] if len(parecidos) == 1 else "",
            )


def _nombres(registro: RegistroConId) -> tuple[str, ...]:
    return (registro.id, *registro.alias) if isinstance(registro, Actor) else (registro.id,)


def _los_que_hay(clase: ClaseDeRegistro, existentes: Sequence[RegistroConId]) -> str:
    archivo = next(una.archivo for una in CLASES if una.nombre == clase)
    if not 0 < len(existentes) <= _POCOS:
        return f"corríjalo o, si falta, añádalo a {archivo}"
    cuales = "el único que hay es" if len(existentes) == 1 else "los que hay son"
    ids = enumerar([uno.id for uno in existentes])
    return f"{cuales} {ids}; si falta, añádalo a {archivo}"
