"""Piso 5: de unos bytes y un cambio a otros bytes. Solo cambia lo dicho, y no escribe nada.

Se empalma texto en su sitio: comentarios, orden, comillas y sangrías quedan como estaban, porque
un archivo no se vuelve a escribir nunca a partir de sus valores.
"""
