"""El archivo con unos cambios hechos, y la prueba de que no dice nada más."""

import codecs
from collections.abc import Iterable
from typing import Any

from camctl.carga import sin_recoger_basura
from camctl.edicion.cambios import Cambio, tras
from camctl.edicion.empalmes import empalmado
from camctl.lectura import Lectura, leer


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


def _dice_lo_pedido(nueva: Lectura, antes: Lectura, cambio: Cambio) -> bool:
    # Lo que ya estaba mal sigue estándolo; el orden de los campos no se compara, y da igual.
    if not nueva.completa or len(nueva.diagnosticos) != len(antes.diagnosticos):
        return False
    pedido = tras(antes.valor, cambio)
    # Un texto plegado puede acabar en más o menos saltos, que el modelo quita.
    return nueva.valor == pedido or _sin_bordes(nueva.valor) == _sin_bordes(pedido)


def _sin_bordes(valor: Any) -> Any:
    """`valor` con sus textos sin blancos alrededor."""
    if isinstance(valor, dict):
        return {clave: _sin_bordes(suyo) for clave, suyo in valor.items()}
    if isinstance(valor, list):
        return [_sin_bordes(suyo) for suyo in valor]
    return valor.strip() if isinstance(valor, str) else valor
