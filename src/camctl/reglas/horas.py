"""Las horas del calendario: C403, C405 y C411."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from camctl.castellano import enumerar
from camctl.comparacion import plegar
from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

# Una sesión más larga tiene mal las fechas: de ella se miran los primeros días.
_DIAS_MAXIMOS: Final = 31
_QUIENES_MAXIMOS: Final = 5
_MEDIO_DIA: Final = 12


@comprueba("C403", Gravedad.ERROR)
def hora_sin_dia(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una actividad tiene hora y no tiene día.

    La hora es la de un día. Mientras solo se sepa el mes, no hay hora que poner.
    """
    for actividad, _ in contexto.fichas.con(Actividad, "hora"):
        if not actividad.fecha.es_dia and not contexto.esta_danado(actividad, "fecha"):
            yield Hallazgo(
                Sitio(actividad, ("hora",)),
                f"tiene hora y no tiene día: solo se sabe que es en {actividad.fecha.en_palabras}",
                ayuda=f"escriba el día (fecha: {actividad.fecha}-…), o borre «hora» hasta saberlo",
                relacionados=((Sitio(actividad, ("fecha",)), "falta el día"),),
            )


@comprueba("C411", Gravedad.ERROR)
def hora_al_reves(contexto: Contexto) -> Iterator[Hallazgo]:
    """La hora en que acaba una actividad no es posterior a la hora en que empieza.

    Se escribe primero la hora en que empieza y después la hora en que acaba, contando hasta las 24
    horas: de las diez de la mañana a la una de la tarde es `"10:00-13:00"`.
    """
    for actividad, hora in contexto.fichas.con(Actividad, "hora"):
        empieza, _, acaba = hora.partition("-")
        if acaba and acaba <= empieza:
            tarde = _de_la_tarde(empieza, acaba)
            yield Hallazgo(
                Sitio(actividad, ("hora",)),
                f"acaba a las {acaba} y empieza a las {empieza}",
                ayuda="si acaba por la tarde, cuente las horas hasta 24."
                if tarde
                else "escriba primero la hora en que empieza",
                sustituto=tarde,
                citado=True,
            )


def _de_la_tarde(empieza: str, acaba: str) -> str:
    """La hora con su final doce horas después, si así es posterior: «10:00-1:00»."""
    hora, _, minutos = acaba.partition(":")
    tarde = f"{int(hora) + _MEDIO_DIA}:{minutos}"
    return f"{empieza}-{tarde}" if int(hora) < _MEDIO_DIA and tarde > empieza else ""


class _Rato(NamedTuple):
    """Lo que una sesión ocupa de un día; `acaba` es `empieza` si no se sabe."""

    empieza: str
    acaba: str
    puesto: int

    def choca_con(self, siguiente: "_Rato") -> bool:
        return siguiente.empieza < self.acaba or siguiente.empieza == self.empieza


@comprueba("C405", Gravedad.ERROR)
def sesiones_a_la_vez(contexto: Contexto) -> Iterator[Hallazgo]:
    """Dos sesiones coinciden en día y hora.

    La comisión convoca todas las sesiones y no puede celebrar dos a un tiempo; tampoco un actor
    ni una persona pueden estar en las dos. Una de las horas, o de las fechas, está equivocada. Las
    sesiones aplazadas o canceladas no cuentan.
    """
    sesiones = [
        una
        for una, _ in contexto.fichas.con(Actividad, "hora")
        if contexto.es_sesion(una)
        and una.fecha.es_dia
        and not contexto.esta_danado(una, "fecha", "hasta", "hora")
    ]
    ya_dichas: set[int] = set()
    for ratos in _ratos_por_dia(sesiones).values():
        ratos.sort()
        ultimo = ratos[0]
        for rato in ratos[1:]:
            una, otra = sesiones[ultimo.puesto], sesiones[rato.puesto]
            if ultimo.choca_con(rato) and rato.puesto not in ya_dichas:
                ya_dichas.add(rato.puesto)
                yield _choque(contexto, una, otra)
            ultimo = max(ultimo, rato, key=lambda uno: uno.acaba)


def _ratos_por_dia(sesiones: Sequence[Actividad]) -> dict[date, list[_Rato]]:
    por_dia: dict[date, list[_Rato]] = {}
    for puesto, sesion in enumerate(sesiones):
        empieza, _, acaba = (sesion.hora or "").partition("-")
        if acaba and acaba <= empieza:
            continue
        rato = _Rato(empieza, acaba or empieza, puesto)
        ultimo = sesion.hasta.fin if sesion.hasta else sesion.fecha.fin
        for dias in range(min((ultimo - sesion.fecha.inicio).days + 1, _DIAS_MAXIMOS)):
            por_dia.setdefault(sesion.fecha.inicio + timedelta(dias), []).append(rato)
    return por_dia


def _choque(contexto: Contexto, una: Actividad, otra: Actividad) -> Hallazgo:
    quienes = _en_las_dos(contexto, una, otra)
    en_las_dos = f"; en las dos {_estan(quienes)}" if quienes else ""
    return Hallazgo(
        Sitio(otra, ("hora",)),
        f"coincide en día y hora con {contexto.nombrar(una)}{en_las_dos}",
        ayuda="cambie el día o la hora de una de las dos",
        relacionados=((Sitio(una, ("hora",)), "coincide con esta"),),
    )


def _estan(quienes: Sequence[str]) -> str:
    verbo = "está" if len(quienes) == 1 else "están"
    return f"{verbo} {enumerar(list(quienes[:_QUIENES_MAXIMOS]))}"


def _en_las_dos(contexto: Contexto, una: Actividad, otra: Actividad) -> list[str]:
    """Los actores y las personas que tendrían que estar en dos sitios a la vez."""
    presentes = contexto.indices.presentes(una)
    ids = {actor.id for actor in presentes}
    # Un invitado al que le falta el nombre lleva uno de ejemplo, que no es de nadie.
    sanas = len(contexto.con_fiables((una, otra), "invitados")) == 2
    nombres = {plegar(invitado.nombre) for invitado in una.invitados if sanas}
    return [
        # Bajo un actor colectivo hay muchos, que sí pueden repartirse.
        *(a.id for a in contexto.indices.presentes(otra) if a.id in ids and not a.colectivo),
        *(i.nombre for i in otra.invitados if plegar(i.nombre) in nombres),
    ]
