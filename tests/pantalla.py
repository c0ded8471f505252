"""Lo que se ve en la pantalla, y cómo se dibuja en una prueba."""

from camctl.salida.tablas import consola
from camctl.vistas.respuesta import Respuesta


def dibujo(texto: str) -> list[str]:
    """Las líneas de un dibujo sangrado, sin la primera ni la última."""
    return [linea[4:] for linea in texto.split("\n")[1:-1]]


def en_pantalla(respuesta: Respuesta, ancho: int = 80) -> list[str]:
    """Las líneas de `respuesta` en una pantalla de ese ancho."""
    texto = consola.escribir(respuesta, ancho)
    assert texto.endswith("\n")
    return texto[:-1].split("\n")
