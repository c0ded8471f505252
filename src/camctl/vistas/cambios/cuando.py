"""Qué ha pasado con la fecha y la hora de una actividad. Fijar el día de un mes no es moverla."""

from typing import Literal, TypeAlias

from camctl.modelo.actividad import Actividad
from camctl.modelo.fecha import Fecha

QueCambia: TypeAlias = Literal["fecha_fijada", "movida", "hora"]


def que_cambia(antes: Actividad, despues: Actividad) -> QueCambia | None:
    """Lo que cambia de cuándo es una actividad, si cambia algo: de la fecha y la hora, la fecha."""
    if antes.fecha == despues.fecha and antes.hasta == despues.hasta:
        return None if antes.hora == despues.hora else "hora"
    return "fecha_fijada" if _se_fija(antes, despues) else "movida"


def _se_fija(antes: Actividad, despues: Actividad) -> bool:
    if antes.fecha != despues.fecha:
        return _es_un_dia_de(antes.fecha, despues.fecha)
    return _es_un_dia_de(antes.hasta, despues.hasta)


def _es_un_dia_de(mes: Fecha | None, fecha: Fecha | None) -> bool:
    if not mes or not fecha or mes.es_dia:
        return False
    return fecha.es_dia and bool(mes.coincide_con(fecha))
