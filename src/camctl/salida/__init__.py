"""Piso 6: lo que se escribe, en cada formato y sin que los datos manden en quien lo lee."""
