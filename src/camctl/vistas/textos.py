"""Todo lo que un registro dice, texto por texto y con el rótulo de su campo."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from camctl.indices import Indices
from camctl.modelo.actividad import Actividad, Invitado
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.fecha import Fecha, Periodo
from camctl.modelo.objetivo import ArchivoDeObjetivos, Objetivo
from camctl.vistas import palabras
from camctl.vistas.nombres import con_su_nombre, rotulo


class Texto(NamedTuple):
    """Un texto de un registro: `campo` es el camino de sus claves, «invitados.nombre»."""

    campo: str
    rotulo: str
    texto: str


def textos_de(registro: Registro, indices: Indices) -> Iterator[Texto]:
    """Los textos de `registro` y de las fichas que lleva dentro, en el orden de sus campos.

    Las fechas, los tipos y los estados se dicen también como los dice una persona.
    """
    for nombre in type(registro).model_fields:
        valor = _en_palabras(registro, nombre, indices)
        yield from _textos(valor, nombre, rotulo(type(registro), nombre), indices)
    if isinstance(registro, Objetivo):
        grupo = con_su_nombre(registro.grupo, indices.plan.grupos)
        yield Texto("grupo", rotulo(ArchivoDeObjetivos, "grupos"), grupo)


def _en_palabras(registro: Registro, nombre: str, indices: Indices) -> Any:
    if isinstance(registro, Actividad) and nombre == "tipo":
        return palabras.tipo(registro)
    if isinstance(registro, Invitado) and nombre == "estado" and registro.estado:
        return registro.estado.replace("_", " ")
    if isinstance(registro, Actor) and nombre == "categoria" and registro.categoria:
        return con_su_nombre(registro.categoria, indices.plan.categorias)
    return getattr(registro, nombre)


def _textos(valor: Any, campo: str, rotulo_suyo: str, indices: Indices) -> Iterator[Texto]:
    if isinstance(valor, str):
        yield Texto(campo, rotulo_suyo, valor)
    elif isinstance(valor, Fecha):
        yield Texto(campo, rotulo_suyo, valor.en_palabras)
        yield Texto(campo, rotulo_suyo, str(valor))
    elif isinstance(valor, Periodo):
        yield Texto(campo, rotulo_suyo, str(valor))
    elif isinstance(valor, tuple):
        for uno in valor:
            yield from _textos(uno, campo, rotulo_suyo, indices)
    elif isinstance(valor, Mapping):
        for clave, uno in valor.items():
            yield from _textos(uno, f"{campo}.{clave}", f"{rotulo_suyo}, {clave}", indices)
    elif isinstance(valor, Registro):
        for dentro in textos_de(valor, indices):
            # «Mandatos: …» se entiende; «Mandatos, mandato: …» sobra.
            suyo = "" if dentro.campo == "id" else f", {dentro.rotulo.lower()}"
            yield Texto(f"{campo}.{dentro.campo}", f"{rotulo_suyo}{suyo}", dentro.texto)
