"""Lo que se escribe en una casilla para no dejarla vacía."""

from typing import Final

NO_DICEN_NADA: Final = (
    *("TBD", "t.b.d.", "TBA", "n/a", "N.A.", "s/d", "-", "--", "—", "...", "…", "?", "XXX", "~"),
    *("null", "por definir", "Por confirmar.", "a definir", "sin definir", "pendiente"),
    *("(pendiente)", "«Pendiente de confirmar»", "Ninguno", "nada", "no aplica", "No se sabe"),
    *("desconocido", "sin información", "Por Definir", "por definir...", "A Confirmar", "Vacío"),
    *("pendiente de confirmación", "“(A  definir)”", "NINGÚN", "xxxxx"),
)
