"""Piso 2: lo que puede decir un plan. Cada campo lleva aquí su nombre, su porqué y un ejemplo."""
