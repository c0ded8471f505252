"""Los cambios que se pueden pedir en los valores de un archivo, y el archivo con ellos hechos."""

import codecs
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any, NamedTuple, TypeAlias

from camctl.carga import sin_recoger_basura
from camctl.lectura import Lectura, leer
from camctl.lectura.valores import Ruta, Valor


class Poner(NamedTuple):
    """El campo de `ruta` pasa a ser `valor`, lo haya o no: un texto, un sí o no, una lista…"""

    ruta: Ruta
    valor: Any


class Quitar(NamedTuple):
    """El campo de `ruta` deja de estar."""

    ruta: Ruta


class Agregar(NamedTuple):
    """Un elemento más en la lista de `ruta`, que puede faltar: en el puesto `orden`, o al final."""

    ruta: Ruta
    valor: Any
    orden: int | None = None


class Trasladar(NamedTuple):
    """El elemento de `ruta` pasa al puesto `orden` de su lista."""

    ruta: Ruta
    orden: int


Cambio: TypeAlias = Poner | Quitar | Agregar | Trasladar


class NoSePuedeEmpalmar(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """El archivo está escrito de una manera en que este cambio tocaría algo más."""

    def __init__(self, cambio: Cambio, rotulo: str, linea: int) -> None:
        super().__init__(f"{rotulo}:{linea}")
        self.cambio = cambio
        self.rotulo = rotulo
        self.linea = linea


def editar(contenido: bytes, archivo: str, rotulo: str, cambios: Iterable[Cambio]) -> bytes:
    """Los bytes de `archivo` con los `cambios` hechos, uno tras otro, y todo lo demás igual.

    Cada cambio se comprueba: lo escrito se vuelve a leer y ha de decir lo mismo que antes, y el
    cambio.

    Raises:
        NoSePuedeEmpalmar: si el archivo no se puede cambiar sin tocar otra cosa.
    """
    from camctl.edicion.empalmes import empalmado

    marca = codecs.BOM_UTF8 if contenido.startswith(codecs.BOM_UTF8) else b""
    with sin_recoger_basura():
        lectura = leer(contenido, rotulo)
        for cambio in cambios:
            texto = empalmado(lectura, archivo, cambio)
            nueva = leer(texto.encode("utf-8"), rotulo) if texto is not None else None
            if nueva is None or not _dice_lo_pedido(nueva, lectura, cambio):
                linea = lectura.mapa.lugar_de(cambio.ruta).linea
                raise NoSePuedeEmpalmar(cambio, rotulo, linea)
            lectura = nueva
    return marca + lectura.mapa.texto.encode("utf-8")


def tras(valor: Valor, cambio: Cambio) -> Valor:
    """`valor` como queda con el cambio hecho; el original no se toca."""
    queda: Valor = _tras(valor, cambio.ruta, cambio)
    return queda


def _tras(valor: Any, ruta: Ruta, cambio: Cambio) -> Any:
    nuevo = copy(valor)
    paso, *resto = ruta
    if resto:
        nuevo[paso] = _tras(valor[paso], tuple(resto), cambio)
    elif isinstance(cambio, Poner):
        nuevo[paso] = _leido(cambio.valor)
    elif isinstance(cambio, Quitar):
        del nuevo[paso]
    elif isinstance(cambio, Trasladar):
        nuevo.insert(cambio.orden, nuevo.pop(paso))
    else:
        lista = list(valor.get(paso) or ())
        lista.insert(len(lista) if cambio.orden is None else cambio.orden, _leido(cambio.valor))
        nuevo[paso] = lista
    return nuevo


def _dice_lo_pedido(nueva: Lectura, antes: Lectura, cambio: Cambio) -> bool:
    # Lo que ya estaba mal sigue estándolo; el orden de los campos no se compara, y da igual.
    if not nueva.completa or len(nueva.diagnosticos) != len(antes.diagnosticos):
        return False
    pedido = tras(antes.valor, cambio)
    # Un texto plegado puede acabar en más o menos saltos, que el modelo quita.
    return nueva.valor == pedido or _sin_bordes(nueva.valor) == _sin_bordes(pedido)


def _leido(valor: Any) -> Any:
    """`valor` como lo dará la lectura, para la que todo es texto."""
    if isinstance(valor, Mapping):
        return {clave: _leido(suyo) for clave, suyo in valor.items()}
    if isinstance(valor, bool):
        return "true" if valor else "false"
    return valor if isinstance(valor, str) else [_leido(suyo) for suyo in valor]


def _sin_bordes(valor: Any) -> Any:
    """`valor` con sus textos sin blancos alrededor."""
    if isinstance(valor, dict):
        return {clave: _sin_bordes(suyo) for clave, suyo in valor.items()}
    if isinstance(valor, list):
        return [_sin_bordes(suyo) for suyo in valor]
    return valor.strip() if isinstance(valor, str) else valor
