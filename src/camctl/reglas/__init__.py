"""Piso 5: lo que puede estar mal en un plan bien escrito. Un módulo por regla o por familia.

Toda `Comprobacion` de un módulo de esta carpeta se aplica: no hay lista que mantener.
"""
