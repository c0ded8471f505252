"""Lo que se cita tiene que existir: R301, R302 y R303."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.lectura.valores import Ruta
from camctl.modelo.plan import ClaseDeRegistro
from camctl.referencias import ids_citados
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

if TYPE_CHECKING:
    from camctl.reglas.propuestas import Propuestas

_TROZOS: Final = 8  # en que las comas parten un nombre, como mucho
_LARGA: Final = 100  # de una lista mayor no se mira, por cada cita rota, qué más tiene


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


def mandatos_con_otro_id(contexto: Contexto) -> Iterator[tuple[RegistroConId, str]]:
    """Los que todos citan por lo que dice su resolución, y su ID es otro; y cómo los citan."""
    return _con_otro_id(contexto, "mandato")


def objetivos_con_otro_id(contexto: Contexto) -> Iterator[tuple[RegistroConId, str]]:
    """Los que todos citan sin los ceros que lleva su número, y cómo los citan."""
    return _con_otro_id(contexto, "objetivo")


def _con_otro_id(contexto: Contexto, clase: ClaseDeRegistro) -> Iterator[tuple[RegistroConId, str]]:
    rotas = _rotas(contexto, clase)
    if not rotas:
        return
    from camctl.reglas.propuestas import Propuestas

    propuestas = Propuestas(contexto.indices, clase)
    bien_citados = ids_citados(clase, contexto.fichas.columna)
    for texto in rotas:
        suyo = propuestas.con_otro_id(texto)
        if suyo and suyo.id not in bien_citados:
            bien_citados.add(suyo.id)  # citado de dos maneras, basta con la primera
            yield suyo, texto


_CON_OTRO_ID: Final = {"mandato": mandatos_con_otro_id, "objetivo": objetivos_con_otro_id}


def _rotas(contexto: Contexto, clase: ClaseDeRegistro) -> list[str]:
    """Lo que se cita y no es ningún registro de `clase`; nada si no se leyeron todos."""
    if not contexto.se_conocen_todos(clase):
        return []
    return [uno for uno in contexto.citas_dudosas(clase) if not contexto.existe(clase, uno)]


def _citas_rotas(contexto: Contexto, clase: ClaseDeRegistro, nombre: str) -> Iterator[Hallazgo]:
    rotas, dudosas = _rotas(contexto, clase), contexto.citas_dudosas(clase)
    if not rotas:
        return
    con_otro_id = contexto.una_vez(_CON_OTRO_ID[clase]) if clase in _CON_OTRO_ID else ()
    dichas = {plegar_id(texto) for _, texto in con_otro_id}
    rotas = [texto for texto in rotas if plegar_id(texto) not in dichas]
    for suyo, texto in con_otro_id:
        yield Hallazgo(
            Sitio(suyo, ("id",)),
            f"se cita como «{texto}», y su ID es otro",
            ayuda="escríbalo como se cita.",
            sustituto=texto,
            relacionados=((dudosas[texto][0], "aquí se cita"),),
        )
    from camctl.reglas.propuestas import Propuestas

    propuestas = Propuestas(contexto.indices, clase)
    partidos = list(_nombres_partidos(propuestas, [s for t in rotas for s in dudosas[t]]))
    trozos = {(id(sitio.registro), ruta) for sitio, rutas, _ in partidos for ruta in rutas}
    for sitio, rutas, id_ in partidos:
        yield Hallazgo(
            sitio,
            f"cita {nombre} {id_} por su nombre, y sus comas lo parten en {len(rutas)}",
            ayuda="aquí va su ID.",
            sustituto=id_,
            hasta=Sitio(sitio.registro, rutas[-1]),
        )
    for texto in rotas:
        for sitio in dudosas[texto]:
            if (id(sitio.registro), sitio.ruta) in trozos:
                continue
            # `mandatos: [AG-101]` se cita como la ficha que abrevia.
            en_lista = isinstance(sitio.ruta[-1], int) or sitio.ruta[-1] == "id"
            ya = _los_demas_de_su_lista(contexto, clase, sitio) if en_lista else frozenset()
            propuesta = propuestas.para(texto, en_lista=en_lista, ya=ya)
            yield Hallazgo(
                sitio,
                f"cita {nombre} {entre_comillas(texto)}, que no existe",
                ayuda=propuesta.ayuda,
                sustituto=propuesta.ids,
            )


def _nombres_partidos(
    propuestas: "Propuestas", sitios: Iterable[Sitio]
) -> Iterator[tuple[Sitio, list[Ruta], str]]:
    """Los nombres que sus comas partieron en varios elementos: dónde empiezan, cuáles, y su ID."""
    for sitio in sitios:
        campo, desde = sitio.ruta[0], sitio.ruta[-1]
        # Los mandatos se citan con fichas, y una ficha no es un trozo de un nombre.
        if len(sitio.ruta) != 2 or not isinstance(desde, int):
            continue
        lista: Sequence[str] = getattr(sitio.registro, str(campo))
        cuantos, id_ = propuestas.de_un_nombre_partido(lista[desde : desde + _TROZOS])
        if cuantos:
            yield sitio, [(campo, orden) for orden in range(desde, desde + cuantos)], id_


def _los_demas_de_su_lista(
    contexto: Contexto, clase: ClaseDeRegistro, sitio: Sitio
) -> frozenset[str]:
    """Los ID que cita bien la lista en que está `sitio`."""
    lista = getattr(sitio.registro, str(sitio.ruta[0]), ())
    if not isinstance(lista, tuple) or len(lista) > _LARGA:
        return frozenset()
    citados = (uno if isinstance(uno, str) else getattr(uno, "id", "") for uno in lista)
    hallados = (contexto.indices.por_id(clase, citado) for citado in citados)
    return frozenset(uno.id for uno in hallados if uno)
