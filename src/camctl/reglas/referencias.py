"""Lo que se cita tiene que existir: R301, R302 y R303."""

from collections.abc import Iterator

from camctl.castellano import entre_comillas
from camctl.diagnostico import Gravedad
from camctl.referencias import ClaseDeRegistro
from camctl.reglas.contexto import Contexto
from camctl.reglas.motor import Hallazgo, comprueba


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
    dudosas = contexto.citas_dudosas(clase)
    rotas = [texto for texto in dudosas if not contexto.existe(clase, texto)]
    if not rotas:
        return
    from camctl.reglas.propuestas import Propuestas

    propuestas = Propuestas(contexto.indices, clase)
    for texto in rotas:
        for sitio in dudosas[texto]:
            # `mandatos: [AG-101]` se cita como la ficha que abrevia.
            en_lista = isinstance(sitio.ruta[-1], int) or sitio.ruta[-1] == "id"
            propuesta = propuestas.para(texto, en_lista=en_lista)
            yield Hallazgo(
                sitio,
                f"cita {nombre} {entre_comillas(texto)}, que no existe",
                ayuda=propuesta.ayuda,
                sustituto=propuesta.ids,
            )
