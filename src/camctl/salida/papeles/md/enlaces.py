"""Las anclas de los registros de un documento, y los enlaces que llevan a ellas."""

import re
from collections.abc import Iterable
from functools import cached_property

from camctl.comparacion import plegar_id
from camctl.indices import RegistroConId
from camctl.modelo.plan import ClaseDeRegistro, clase_de
from camctl.salida.markdown import en_linea, enlace
from camctl.vistas.encargo import Encargo


class Enlaces:
    """Adónde lleva cada registro; los ID son únicos dentro de su clase, y aquí conviven todas."""

    def __init__(self, encargo: Encargo, ocupadas: Iterable[str]) -> None:
        """`ocupadas`: las anclas que el documento ya tiene."""
        self._encargo = encargo
        self._ocupadas = frozenset(ocupadas)

    def ancla(self, registro: RegistroConId) -> str:
        """La de un registro del documento: «b8», «act4»."""
        return self._anclas[id(registro)]

    def a(self, registro: RegistroConId) -> str:
        """«[B8](#b8)», o solo su ID si el documento no lo lleva."""
        texto = en_linea(registro.id)
        ancla = self._anclas.get(id(registro))
        return enlace(texto, f"#{ancla}") if ancla else texto

    def a_lo_citado(self, clase: ClaseDeRegistro, referencia: str) -> str:
        """Un enlace a lo que `referencia` nombra, o lo escrito si no está en el plan."""
        registro = self._encargo.indices.por_id(clase, referencia)
        return self.a(registro) if registro else en_linea(referencia)

    @cached_property
    def _anclas(self) -> dict[int, str]:
        plan, anclas, usadas = self._encargo.plan, {}, set(self._ocupadas)
        todos: tuple[RegistroConId, ...] = (
            *plan.objetivos,
            *plan.mandatos,
            *plan.actores,
            *self._encargo.actividades,
        )
        for registro in todos:
            corta = re.sub(r"[^a-z0-9]+", "-", plegar_id(registro.id))
            larga = f"{clase_de(registro).nombre}-{corta}"
            posibles = (corta, larga, *(f"{larga}-{numero}" for numero in range(2, len(todos) + 2)))
            anclas[id(registro)] = next(una for una in posibles if una not in usadas)
            usadas.add(anclas[id(registro)])
        return anclas
