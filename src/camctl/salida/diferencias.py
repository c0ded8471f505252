"""Qué líneas cambian de un archivo, como las muestra `diff -u`."""

from difflib import unified_diff

from camctl.salida.limpieza import limpio


def diferencias(antes: bytes, despues: bytes, nombre: str, *, hecho: str = "corregido") -> str:
    """Las líneas que se quitan (-) y se ponen (+), con las tres de alrededor; limpias.

    `hecho` dice de qué es el resultado: «corregido», «con el cambio»…
    """
    lineas = unified_diff(
        _lineas(antes), _lineas(despues), f"{nombre} (ahora)", f"{nombre} ({hecho})", lineterm=""
    )
    return "".join(f"{limpio(linea)}\n" for linea in lineas)


def _lineas(contenido: bytes) -> list[str]:
    return contenido.decode("utf-8-sig", "replace").splitlines()
