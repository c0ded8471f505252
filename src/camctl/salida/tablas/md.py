"""La tabla o las fichas en Markdown, como lo entiende GitHub."""

import re
from collections.abc import Iterable, Iterator

from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.lineas import lineas_limpias
from camctl.salida.maqueta.rejilla import Bloque, Rejilla, rejilla_de
from camctl.vistas.respuesta import Ficha, Respuesta, Tabla

_SIGNO = re.compile(r"[\\`*_{}\[\]#|~$<>&@]")
# Lo que una barra delante no desarma. GitHub hace de una arroba un enlace de correo, o avisa a
# quien se llame así, salvo que algo la separe de lo que la sigue.
_SUSTITUTOS = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@<!-- -->"}
# También hace un enlace de lo que parece una dirección, aunque nadie lo haya pedido.
_DIRECCION = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
# Al principio de un párrafo, esto es una lista o un subrayado.
_COMIENZO = re.compile(r"^([0-9]*)([-+=.)])")


def escribir(respuesta: Respuesta) -> str:
    """`respuesta` en Markdown: nada de lo que digan los datos es marcado, enlace ni HTML.

    El encabezado es el título; cada grupo o ficha, un apartado. Sin cuerpo, solo el encabezado.
    """
    titulo, *resto = respuesta.encabezado or ("",)
    partes = [f"# {_texto(titulo)}"] if titulo else []
    partes += map(_parrafo, resto)
    cuerpo = list(_cuerpo(respuesta))
    if cuerpo:
        partes += [*cuerpo, *map(_parrafo, respuesta.pie)]
    return "\n\n".join(partes) + "\n"


def _cuerpo(respuesta: Respuesta) -> Iterator[str]:
    if not isinstance(respuesta.cuerpo, Tabla):
        for ficha in respuesta.cuerpo:
            yield f"## {_texto(ficha.titulo)}"
            if campos := list(_campos(ficha)):
                yield "\n".join(campos)
    elif rejilla := rejilla_de(respuesta.cuerpo):
        for bloque in rejilla.bloques:
            if bloque.titulo:
                yield f"## {_texto(bloque.titulo)}"
            yield "\n".join(_tabla(rejilla, bloque))


def _campos(ficha: Ficha) -> Iterator[str]:
    for rotulo, textos in ficha.campos:
        if limpias := [linea for texto in textos for linea in lineas_limpias(texto)]:
            yield f"- **{_texto(rotulo)}:** {_lineas(limpias)}"


def _tabla(rejilla: Rejilla, bloque: Bloque) -> Iterator[str]:
    yield _fila(map(_texto, rejilla.titulos))
    yield _fila("---" for _ in rejilla.titulos)
    for fila in bloque.filas:
        yield _fila(map(_lineas, fila))


def _fila(celdas: Iterable[str]) -> str:
    return f"| {' | '.join(celdas)} |"


def _lineas(textos: Iterable[str]) -> str:
    return "<br>".join(map(_texto, textos))


def _parrafo(texto: str) -> str:
    return _COMIENZO.sub(r"\1\\\2", _texto(texto), count=1)


def _texto(texto: str) -> str:
    """`texto` en una línea, con lo que Markdown entendería como marcado escapado."""
    escapado = _SIGNO.sub(_escape, limpio(texto).strip())
    return _DIRECCION.sub(_escape, escapado)


def _escape(hallado: re.Match[str]) -> str:
    return _SUSTITUTOS.get(hallado[0], f"\\{hallado[0]}")
