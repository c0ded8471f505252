"""La tabla o las fichas en Markdown, como lo entiende GitHub."""

from collections.abc import Iterator

from camctl.salida.maqueta.lineas import lineas_limpias
from camctl.salida.maqueta.rejilla import Bloque, Rejilla, rejilla_de
from camctl.salida.markdown import en_linea, en_lineas, fila, parrafo
from camctl.vistas.respuesta import Ficha, Respuesta, Tabla


def escribir(respuesta: Respuesta) -> str:
    """`respuesta` en Markdown: nada de lo que digan los datos es marcado, enlace ni HTML.

    El encabezado es el título; cada grupo o ficha, un apartado. Sin cuerpo, solo el encabezado.
    """
    titulo, *resto = respuesta.encabezado or ("",)
    partes = [f"# {en_linea(titulo)}"] if titulo else []
    partes += map(parrafo, resto)
    cuerpo = list(_cuerpo(respuesta))
    if cuerpo:
        partes += [*cuerpo, *map(parrafo, respuesta.pie)]
    return "\n\n".join(partes) + "\n"


def _cuerpo(respuesta: Respuesta) -> Iterator[str]:
    if not isinstance(respuesta.cuerpo, Tabla):
        for ficha in respuesta.cuerpo:
            yield f"## {en_linea(ficha.titulo)}"
            if campos := list(_campos(ficha)):
                yield "\n".join(campos)
    elif rejilla := rejilla_de(respuesta.cuerpo):
        for bloque in rejilla.bloques:
            if bloque.titulo:
                yield f"## {en_linea(bloque.titulo)}"
            yield "\n".join(_tabla(rejilla, bloque))


def _campos(ficha: Ficha) -> Iterator[str]:
    for rotulo, textos in ficha.campos:
        if limpias := [linea for texto in textos for linea in lineas_limpias(texto)]:
            yield f"- **{en_linea(rotulo)}:** {en_lineas(limpias)}"


def _tabla(rejilla: Rejilla, bloque: Bloque) -> Iterator[str]:
    yield fila(map(en_linea, rejilla.titulos))
    yield fila("---" for _ in rejilla.titulos)
    for celdas in bloque.filas:
        yield fila(map(en_lineas, celdas))
