"""Piso 7: la línea de comandos."""
