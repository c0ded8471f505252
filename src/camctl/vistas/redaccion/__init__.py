"""Lo que dicen los documentos que se reparten, ya en palabras y sin darle forma.

Un documento es una pieza hecha de piezas (`piezas`), cada una con sus campos descritos: de ahí los
toma la plantilla que le da forma, la comprobación de esa plantilla y `docs/plantillas.md`.
"""
