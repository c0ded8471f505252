"""Cómo se nombra en una frase un registro sin validar."""

from typing import Any

from camctl.castellano import entre_comillas, recortar


def nombrar(clase: str, ficha: Any, orden: int) -> tuple[str, str]:
    """El ID de un registro sin validar y cómo nombrarlo: «la actividad ACT-4 «Sesión…»»."""
    datos = ficha if isinstance(ficha, dict) else {}
    id_, titulo = datos.get("id"), datos.get("titulo") or datos.get("nombre")
    id_ = recortar(id_) if isinstance(id_, str) else ""
    nombre = f"{clase} {id_}" if id_ else f"{clase} número {orden + 1}"
    if isinstance(titulo, str) and titulo.strip():
        nombre += f" {entre_comillas(titulo)}"
    return id_, nombre
