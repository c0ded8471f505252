"""Piso 7: todo lo que Typer dice en inglés, dicho en español.

Typer lleva casi todos sus textos escritos en el código, sin traducción posible. Aquí se reemplazan
los de la ayuda, los errores de uso y el completado, sea cual sea el idioma de la máquina; una
prueba avisa si una versión nueva de Typer trae otros. Cada cosa se importa cuando hace falta.
"""

from camctl.cli.idioma.comandos import INTERRUMPIDO, NOMBRES_DE_LA_AYUDA, Comando, Grupo

__all__ = ["INTERRUMPIDO", "NOMBRES_DE_LA_AYUDA", "Comando", "Grupo"]
