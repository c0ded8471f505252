"""Registros enteros que por su sangría cayeron en una lista del de encima."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from camctl.carga.desplazados import NIVEL, Desplazado
from camctl.carga.remiendo import Fallo
from camctl.castellano import entre_comillas, enumerar_pocos
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import Renglon, con_espacios, tantos_espacios
from camctl.lectura.valores import Ruta
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de, obligatorios_de

_HASTA_LA_LISTA: Final = 3  # los pasos: la sección, el registro y su campo


def hundidos(
    modelo: type[Registro], valor: Mapping[str, Any], mapa: Mapa, fallos: Sequence[Fallo]
) -> Iterator[Desplazado]:
    """Los elementos de una lista de un registro que por sus campos son registros como él."""
    por_lista: dict[Ruta, dict[int, set[Ruta]]] = {}
    for fallo in fallos:
        lista, dentro = fallo.ruta[:_HASTA_LA_LISTA], fallo.ruta[_HASTA_LA_LISTA:]
        if len(dentro) > 1 and isinstance(lista[1], int) and isinstance(dentro[0], int):
            por_lista.setdefault(lista, {}).setdefault(dentro[0], set()).add(fallo.ruta)
    for lista, errados in por_lista.items():
        seccion, orden, campo = lista
        elementos = valor[str(seccion)][orden][campo]
        ficha = ficha_de(modelo.model_fields[str(seccion)].annotation)
        suyos = [uno for uno in sorted(errados) if ficha and _es_de(ficha, elementos[uno])]
        if not suyos:
            continue
        ids = [str(elementos[uno]["id"]) for uno in suyos]
        explicados = frozenset(ruta for uno in suyos for ruta in errados[uno])
        yield _dicho((*lista, suyos[0]), ids, mapa, explicados)


def _es_de(ficha: type[Registro], elemento: Any) -> bool:
    """Si un elemento lleva lo que un registro ha de llevar, y nada que no pueda."""
    if not isinstance(elemento, dict) or "id" not in elemento:
        return False
    campos = elemento.keys()
    return campos <= ficha.model_fields.keys() and campos >= set(obligatorios_de(ficha))


def _dicho(ruta: Ruta, ids: Sequence[str], mapa: Mapa, explicados: frozenset[Ruta]) -> Desplazado:
    dueno = ruta[:2]
    guion = Renglon.de(mapa, mapa.lugar_de(dueno).linea).sangria
    cuales = enumerar_pocos([entre_comillas(uno) for uno in ids])
    uno_solo = len(ids) == 1
    return Desplazado(
        (*ruta, "id"),
        dueno,
        f"{cuales} no {'va' if uno_solo else 'van'} en «{ruta[2]}»: por sus campos "
        f"{'es otro registro' if uno_solo else 'son otros registros'}",
        f"escriba {'su guion' if uno_solo else 'sus guiones'} {con_espacios(guion)}, "
        f"y los demás campos con {tantos_espacios(guion + NIVEL)}",
        explicados,
    )
