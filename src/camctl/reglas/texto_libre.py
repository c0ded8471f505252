"""Los textos libres del plan: qué campos lo son, según el modelo, y dónde está cada uno.

Un campo de texto que se añada al modelo lo miran desde ese momento las reglas de redacción.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from camctl.modelo.actor import Actor
from camctl.modelo.base import OFICIAL, Registro
from camctl.modelo.campos import ficha_de, ficha_en
from camctl.modelo.plan import MODELO_DE_ARCHIVO, Cabecera
from camctl.referencias import clase_citada
from camctl.reglas.contexto import Contexto, Entrada, Sitio

# Lo que el modelo guarda como un texto cualquiera y ha de ser uno de una lista.
_DE_UNA_LISTA: Final[Collection[tuple[type[Registro], str]]] = (
    (Actor, "categoria"),
    (Cabecera, "zona_horaria"),
)
_UNO: Final = (str, str | None)
_VARIOS: Final = tuple[str, ...]


class Escrito(NamedTuple):
    """Un texto del plan, su sitio y la ficha en que está."""

    sitio: Sitio
    ficha: type[Registro]
    texto: str


@cache
def textos_libres(ficha: type[Registro]) -> tuple[str, ...]:
    """Los campos en que cada cual escribe lo que quiera, en un texto o en una lista de ellos.

    No lo son los ID, las direcciones ni los párrafos, que el modelo obliga a escribir de un modo;
    ni lo que nombra un registro o algo de una lista.
    """
    return tuple(
        nombre
        for nombre, campo in ficha.model_fields.items()
        if campo.annotation in (*_UNO, _VARIOS)
        and all(dato is OFICIAL for dato in campo.metadata)
        and not clase_citada(ficha, nombre)
        and (ficha, nombre) not in _DE_UNA_LISTA
    )


def es_texto_libre(sitio: Sitio) -> bool:
    """Si lo que hay en `sitio` es un texto libre; los nombres de grupos y categorías lo son."""
    if isinstance(sitio.registro, Entrada):
        return True
    ficha, campo = _campo_de(sitio)
    return ficha is not None and campo in textos_libres(ficha)


def es_un_id(sitio: Sitio) -> bool:
    """Si lo que hay en `sitio` es un ID: el de su registro, o el de otro al que remite."""
    ficha, campo = _campo_de(sitio)
    return campo == "id" or (
        ficha is not None and campo in ficha.model_fields and bool(clase_citada(ficha, campo))
    )


def _campo_de(sitio: Sitio) -> tuple[type[Registro] | None, str]:
    """La ficha y el campo de un sitio, aunque esté en una lista."""
    ruta = sitio.ruta
    while ruta and isinstance(ruta[-1], int):
        ruta = ruta[:-1]
    if not ruta or isinstance(sitio.registro, Entrada):
        return None, ""
    return ficha_en(type(sitio.registro), ruta), str(ruta[-1])


def archivos_con_listas() -> Iterator[str]:
    """Los archivos en que algún campo es una lista de textos libres."""
    return (archivo for archivo, modelo in MODELO_DE_ARCHIVO.items() if _tiene_listas(modelo))


def _tiene_listas(ficha: type[Registro]) -> bool:
    dentro = (ficha_de(campo.annotation) for campo in ficha.model_fields.values())
    return any(_es_lista(ficha, campo) for campo in textos_libres(ficha)) or any(
        _tiene_listas(una) for una in dentro if una
    )


def _es_lista(ficha: type[Registro], campo: str) -> bool:
    return ficha.model_fields[campo].annotation == _VARIOS


def escritos(
    contexto: Contexto,
    dudosos: Callable[[Sequence[str]], Iterable[str]],
    *,
    menos: Collection[str] = (),
) -> Iterator[Escrito]:
    """Los textos libres de los registros que son dudosos; `menos`, campos que no se miran.

    `dudosos` recibe todos los textos de un campo y da los que lo sean: casi nunca hay ninguno, y
    eso se sabe de muchos a la vez mejor que de uno en uno.
    """
    for tipo in contexto.fichas.tipos:
        for campo in textos_libres(tipo):
            if campo in menos:
                continue
            malos = frozenset(dudosos(_textos(contexto, tipo, campo)))
            if not malos:
                continue
            es_lista = _es_lista(tipo, campo)
            for ficha, valor in contexto.fichas.con(tipo, campo):
                if es_lista:
                    for orden, texto in enumerate(valor):
                        if texto in malos:
                            yield Escrito(contexto.sitio_en(ficha, campo, orden), tipo, texto)
                elif valor in malos:
                    yield Escrito(contexto.sitio_en(ficha, campo), tipo, valor)


def todos_los_textos(contexto: Contexto, otros: Collection[str] = ()) -> Iterator[str]:
    """Los textos libres del plan y los de los campos que se llamen como uno de los `otros`."""
    columnas = (
        _textos(contexto, tipo, campo)
        for tipo in contexto.fichas.tipos
        for campo in {*textos_libres(tipo), *otros} & tipo.model_fields.keys()
    )
    nombres = (*contexto.plan.grupos.values(), *contexto.plan.categorias.values())
    return chain(nombres, chain.from_iterable(columnas))


def _textos(contexto: Contexto, tipo: type[Registro], campo: str) -> Sequence[str]:
    columna = contexto.fichas.columna(tipo, campo)
    varios = _es_lista(tipo, campo)
    return tuple(chain.from_iterable(columna) if varios else filter(None, columna))
