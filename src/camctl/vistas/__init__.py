"""Piso 5: lo que responde cada consulta, como tablas y registros sin más forma que su contenido."""
