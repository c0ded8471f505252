"""Las fechas del calendario: C401, C402, C404, C406 y C412."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from camctl.castellano import DIAS_DE_LA_SEMANA
from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad
from camctl.modelo.fecha import Fecha, Periodo
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

_VARIAS: Final = 2
_SABADO: Final = 5
_QUE_PASA: Final = {
    "fecha": "es",
    "hasta": "acaba",
    "fecha_prevista": "estaba prevista",
}


@comprueba("C401", Gravedad.ERROR)
def fecha_fuera_del_periodo(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una fecha está fuera del periodo del plan.

    El periodo se declara en `plan`, al principio de `calendario.yaml`, y va del 1 de enero del
    primer año al 31 de diciembre del último. Casi siempre es el año lo que está mal escrito.
    """
    cabecera = contexto.plan.cabecera
    if cabecera is None or contexto.esta_danado(cabecera, "periodo"):
        return
    periodo = cabecera.periodo
    fechas = [una.fecha for una in contexto.con_fiables(contexto.plan.actividades, "fecha")]
    if ninguna_dentro := _anios_si_ninguna_cae_en(periodo, fechas):
        yield Hallazgo(
            Sitio(cabecera, ("periodo",)),
            f"es de {periodo}, y ninguna actividad cae en él",
            ayuda="corrija el periodo, o las fechas de las actividades.",
            sustituto=ninguna_dentro,
        )
        return
    for campo, que_pasa in _QUE_PASA.items():
        for actividad, fecha in contexto.fichas.con_tal(
            Actividad, campo, partial(_se_sale, periodo)
        ):
            yield Hallazgo(
                Sitio(actividad, (campo,)),
                f"{que_pasa} {_en_frase(fecha)}, fuera del periodo del plan, {periodo}",
                ayuda="corrija la fecha, o el periodo del plan",
            )


def _se_sale(periodo: Periodo, fecha: Fecha) -> bool:
    return not periodo.contiene(fecha)


def _anios_si_ninguna_cae_en(periodo: Periodo, fechas: Sequence[Fecha]) -> str:
    """El periodo de las actividades de esas `fechas`, si son varias y ninguna es de `periodo`."""
    if len(fechas) < _VARIAS or any(periodo.coincide_con(fecha) for fecha in fechas):
        return ""
    primero = min(fecha.inicio.year for fecha in fechas)
    ultimo = max(fecha.inicio.year for fecha in fechas)
    return str(primero) if primero == ultimo else f"{primero}-{ultimo}"


def _en_frase(fecha: Fecha) -> str:
    return f"el {fecha.en_palabras}" if fecha.es_dia else f"en {fecha.en_palabras}"


@comprueba("C402", Gravedad.ERROR)
def acaba_antes_de_empezar(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una actividad acaba antes de empezar.

    `hasta` es el último día de una actividad que dura varios: no puede ser anterior a `fecha`.
    """
    for actividad, hasta in contexto.fichas.con(Actividad, "hasta"):
        if hasta.fin < actividad.fecha.inicio and not contexto.esta_danado(actividad, "fecha"):
            yield Hallazgo(
                Sitio(actividad, ("hasta",)),
                f"acaba {_en_frase(hasta)}, antes de empezar {_en_frase(actividad.fecha)}",
                ayuda="corrija una de las dos fechas; si dura un solo día, borre «hasta»",
                relacionados=((Sitio(actividad, ("fecha",)), "empieza aquí"),),
            )


@comprueba("C404", Gravedad.AVISO)
def actividad_fuera_de_su_orden(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una actividad está detrás de otra que es posterior.

    Las actividades se escriben por orden de fecha, y en ese orden salen en las tablas y en los
    documentos. Una fuera de su sitio suele tener mal el mes.
    """
    comienzos = [fecha.inicio for fecha in contexto.fichas.columna(Actividad, "fecha")]
    if comienzos == sorted(comienzos):
        return
    actividades = contexto.con_fiables(contexto.plan.actividades, "fecha")
    cabecera = contexto.plan.cabecera
    periodo = cabecera.periodo if cabecera else None
    ultima: Actividad | None = None
    for actividad in actividades:
        # Una fecha de otro año ya tiene su error.
        if periodo and not periodo.coincide_con(actividad.fecha):
            continue
        if ultima and actividad.fecha.inicio < ultima.fecha.inicio:
            # Dentro de un mes, las que no tienen día no dicen nada de las que sí.
            if not ultima.fecha.es_posterior_a(actividad.fecha):
                continue
            yield Hallazgo(
                Sitio(actividad, ("fecha",)),
                f"es {_en_frase(actividad.fecha)} y va detrás de {contexto.nombrar(ultima)}, "
                f"que es {_en_frase(ultima.fecha)}",
                ayuda="llévela a su lugar, por orden de fecha, o corrija la fecha",
                relacionados=((Sitio(ultima, ("fecha",)), "esta es posterior"),),
            )
        ultima = actividad


@comprueba("C406", Gravedad.AVISO)
def sesion_en_fin_de_semana(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una sesión se celebra en sábado o en domingo.

    Puede ser, pero es raro: lo habitual es que el día esté mal copiado o sea de otro año.
    """
    for campo, que_hace in (("fecha", "se celebra"), ("hasta", "acaba")):
        for actividad, fecha in contexto.fichas.con_tal(Actividad, campo, _es_fin_de_semana):
            # De un final anterior al principio ya se dice lo que tiene mal.
            if contexto.es_sesion(actividad) and fecha.inicio >= actividad.fecha.inicio:
                dia = DIAS_DE_LA_SEMANA[fecha.inicio.weekday()]
                yield Hallazgo(
                    Sitio(actividad, (campo,)),
                    f"{que_hace} en {dia}, {fecha.en_palabras}",
                    ayuda="compruebe el día y el año",
                )


def _es_fin_de_semana(fecha: Fecha) -> bool:
    return fecha.es_dia and fecha.inicio.weekday() >= _SABADO


@comprueba("C412", Gravedad.AVISO)
def plazo_anterior_a_la_actividad(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un acuerdo vence antes de la actividad en que se tomó.

    El plazo de un acuerdo es posterior a la actividad que lo adopta. Si es anterior, el año o el
    mes de alguna de las dos fechas está mal escrito.
    """
    for actividad, acuerdos in contexto.fichas.con(Actividad, "acuerdos"):
        if contexto.esta_danado(actividad, "fecha"):
            continue
        for orden, acuerdo in enumerate(acuerdos):
            if acuerdo.plazo and acuerdo.plazo.fin < actividad.fecha.inicio:
                yield Hallazgo(
                    Sitio(actividad, ("acuerdos", orden, "plazo")),
                    f"toma un acuerdo que vence {_en_frase(acuerdo.plazo)}, antes de ella misma, "
                    f"que es {_en_frase(actividad.fecha)}",
                    ayuda="corrija el plazo, o la fecha de la actividad",
                    relacionados=((Sitio(actividad, ("fecha",)), "la actividad es"),),
                )
