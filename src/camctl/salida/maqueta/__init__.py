"""Tablas y fichas hechas líneas de texto con estilo, a la medida de una pantalla."""
