"""Un libro de Excel hecho de tablas: con sus filtros, sus enlaces y su página, y nada que actúe."""
