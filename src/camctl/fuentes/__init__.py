"""Piso 1: de dónde salen los bytes de un plan. Cada módulo, una procedencia."""

from typing import Protocol

ARCHIVOS = ("objetivos.yaml", "mandatos.yaml", "actores.yaml", "calendario.yaml")


class Fuente(Protocol):
    """Una carpeta, el plan del paquete, la memoria…: nombre de archivo → bytes."""

    @property
    def nombre(self) -> str:
        """Cómo se llama ante una persona: «data», «el plan que trae camctl»."""
        ...

    def rotulo(self, archivo: str) -> str:
        """Cómo se nombra uno de sus archivos en un diagnóstico: «data/calendario.yaml»."""
        ...

    def leer(self, archivo: str) -> bytes:
        """Los bytes de `archivo`.

        Raises:
            ArchivoIlegible: con el motivo.
        """
        ...

    def hermanos(self, archivo: str) -> list[str]:
        """Los archivos presentes que alguien pudo querer llamar `archivo`: «calendario.yml»."""
        ...
