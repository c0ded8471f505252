"""Lo que un archivo de Office dice de sí mismo, a quien lo busca y a quien lo recibe."""

from datetime import datetime
from typing import NamedTuple

from camctl.vistas.encargo import Encargo
from camctl.vistas.palabras import rotulo_del_plan


class Propiedades(NamedTuple):
    """Las que Word y Excel enseñan; `instante` es cuándo se hizo y cuándo cambió."""

    titulo: str
    asunto: str
    autor: str
    instante: datetime


def propiedades_de(encargo: Encargo, titulo: str) -> Propiedades:
    """Las de un papel que se titula así; lo firma quien presenta el plan o, si no, la comisión."""
    cabecera, comision = encargo.cabecera, encargo.indices.comision
    return Propiedades(
        titulo=titulo,
        asunto="; ".join((rotulo_del_plan(encargo.indices), *encargo.filtros)),
        autor=cabecera.presenta or (comision.nombre if comision else encargo.comision),
        instante=encargo.instante,
    )
