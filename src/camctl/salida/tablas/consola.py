"""La tabla que se lee en una pantalla: con estilos en una terminal, sin ellos fuera."""

from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.lineas import VACIA, Linea, parrafo, texto_de
from camctl.vistas.respuesta import Respuesta, Tabla

ANCHO = 80


def componer(respuesta: Respuesta, ancho: int = ANCHO) -> list[Linea]:
    """Las líneas de `respuesta` para una pantalla de `ancho` celdas.

    El encabezado, el cuerpo y el pie, con un blanco entre ellos; sin cuerpo, solo el encabezado.
    """
    lineas: list[Linea] = []
    for orden, texto in enumerate(respuesta.encabezado):
        lineas += parrafo(limpio(texto), ancho, "" if orden else "fuerte")
    cuerpo = _cuerpo(respuesta, ancho)
    if not cuerpo:
        return lineas
    if lineas:
        lineas.append(VACIA)
    lineas += cuerpo
    if respuesta.pie:
        lineas.append(VACIA)
    for texto in respuesta.pie:
        lineas += parrafo(limpio(texto), ancho, "tenue")
    return lineas


def _cuerpo(respuesta: Respuesta, ancho: int) -> list[Linea]:
    if isinstance(respuesta.cuerpo, Tabla):
        from camctl.salida.maqueta.tabla import componer_tabla

        return componer_tabla(respuesta.cuerpo, ancho)
    from camctl.salida.maqueta.fichas import componer_fichas

    return componer_fichas(respuesta.cuerpo, ancho)


def escribir(respuesta: Respuesta, ancho: int = ANCHO) -> str:
    """`respuesta` en texto corriente, de `ancho` celdas."""
    return "\n".join(map(texto_de, componer(respuesta, ancho))) + "\n"


def mostrar(respuesta: Respuesta, ancho: int = ANCHO) -> None:
    """Escribe en la terminal las mismas líneas que `escribir`, con sus estilos."""
    from camctl.salida.maqueta.pantalla import mostrar as mostrar_lineas

    mostrar_lineas(componer(respuesta, ancho))
