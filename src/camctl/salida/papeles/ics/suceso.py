"""Una actividad como suceso de una agenda: el VEVENT de RFC 5545 §3.6.1."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from camctl.castellano import en_mayuscula
from camctl.comparacion import plegar_id
from camctl.modelo.actividad import ESTADOS_SIN_SESION, Actividad
from camctl.salida.limpieza import limpio
from camctl.salida.papeles.ics.descripcion import descripcion
from camctl.salida.papeles.ics.horario import es_universal
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo

if TYPE_CHECKING:
    from icalendar import Event

_ESTADOS: Final = {
    "propuesta": "TENTATIVE",
    "convocada": "CONFIRMED",
    "realizada": "CONFIRMED",
    "aplazada": "TENTATIVE",
    "cancelada": "CANCELLED",
}
_UN_DIA: Final = timedelta(days=1)
# RFC 5545 §3.3.8: un entero tiene 32 bits.
_ENTERO_MAXIMO: Final = 2**31 - 1


def suceso(actividad: Actividad, encargo: Encargo) -> "Event":
    """El VEVENT de `actividad`, con todo lo que hace falta para reconocerla y ponerla al día."""
    from icalendar import Event

    evento = Event()
    evento.add("UID", uid_de(actividad, encargo))
    _fechar(evento, actividad, encargo)
    _situar(evento, actividad, encargo.cabecera.zona_horaria)
    evento.add("SUMMARY", _resumen(actividad))
    evento.add("DESCRIPTION", descripcion(actividad, encargo))
    if actividad.lugar:
        evento.add("LOCATION", limpio(actividad.lugar))
    evento.add("CATEGORIES", [en_mayuscula(palabras.tipo(actividad))])
    evento.add("STATUS", _estado(actividad))
    evento.add("TRANSP", "OPAQUE" if _ocupa(actividad) else "TRANSPARENT")
    return evento


def uid_de(actividad: Actividad, encargo: Encargo) -> str:
    """«cb-2030-2031-act4@camctl»: la misma siempre, se escriban los ID como se escriban.

    De ella se valen las agendas para poner al día lo que ya tienen en vez de repetirlo.
    """
    return f"{_prefijo(encargo)}{plegar_id(actividad.id)}@camctl"


def es_de_su_plan(uid: str, encargo: Encargo) -> bool:
    """Si `uid` es el de una actividad del plan del encargo, la tenga todavía o no."""
    prefijo = _prefijo(encargo)
    # Un ID no lleva guion: el que haya es de otro periodo, «2030-2031» y no «2030».
    return uid.startswith(prefijo) and "-" not in uid.removeprefix(prefijo)


def _prefijo(encargo: Encargo) -> str:
    return f"{plegar_id(encargo.comision)}-{encargo.cabecera.periodo}-"


def _fechar(evento: "Event", actividad: Actividad, encargo: Encargo) -> None:
    """Cuándo cambió lo que el suceso dice.

    Entre dos con el mismo UID, una agenda se queda con el de SEQUENCE mayor y, si es la misma, con
    el de DTSTAMP más reciente (RFC 5546 §2.1.5). Ninguno sale de la hora de la máquina: lo mismo da
    los mismos bytes.
    """
    cabecera = encargo.cabecera
    inicio = datetime.combine(cabecera.periodo.inicio, time(), UTC)
    instante = actividad.actualizado or encargo.instante
    minutos = (instante - inicio) // timedelta(minutes=1)
    evento.add("DTSTAMP", instante)
    evento.add("LAST-MODIFIED", instante)
    # Lo que se cambia antes de que empiece el periodo se ordena por su DTSTAMP.
    evento.add("SEQUENCE", min(max(minutos, 0), _ENTERO_MAXIMO))


def _situar(evento: "Event", actividad: Actividad, zona: str | None) -> None:
    """Sus días y, si se saben, sus horas.

    Con hora y varios días, se repite cada día a esa hora: de diez a una, tres días seguidos, no es
    una sesión de cincuenta y una horas. Sin hora de acabar no se inventa ninguna: con solo DTSTART,
    un suceso acaba cuando empieza.
    """
    tramo = actividad.tramo
    if not (actividad.tiene_dias and actividad.hora):
        evento.add("DTSTART", tramo.inicio)
        # El día que ya no es suyo, si en el calendario queda alguno.
        evento.add("DTEND", tramo.fin if tramo.fin == date.max else tramo.fin + _UN_DIA)
        return
    empieza, _, acaba = actividad.hora.partition("-")
    _poner_hora(evento, "DTSTART", tramo.inicio, empieza, zona)
    if acaba:
        _poner_hora(evento, "DTEND", tramo.inicio, acaba, zona)
    if (dias := (tramo.fin - tramo.inicio).days + 1) > 1:
        evento.add("RRULE", {"FREQ": "DAILY", "COUNT": dias})


def _poner_hora(evento: "Event", cual: str, dia: date, hora: str, zona: str | None) -> None:
    momento = datetime.combine(dia, time.fromisoformat(hora))
    if zona is None:
        # La de quien la lea: «flotante», en RFC 5545 §3.3.5.
        evento.add(cual, momento)
    elif es_universal(zona):
        evento.add(cual, momento.replace(tzinfo=UTC))
    else:
        evento.add(cual, momento, parameters={"TZID": zona})


def _resumen(actividad: Actividad) -> str:
    """El título, con lo que una agenda no enseña de otro modo: muchas no hacen caso de STATUS."""
    sin_ella = f"{en_mayuscula(actividad.estado)}: "
    delante = sin_ella if actividad.estado in ESTADOS_SIN_SESION else ""
    return limpio(f"{delante}{actividad.titulo}{_por_fijar(actividad)}")


def _por_fijar(actividad: Actividad) -> str:
    # De lo que no va a celebrarse ya no hay fecha que fijar.
    if actividad.tiene_dias or actividad.estado == "cancelada":
        return ""
    return " (último día por fijar)" if actividad.fecha.es_dia else " (fecha por fijar)"


def _estado(actividad: Actividad) -> str:
    """El STATUS de su estado; sin día no hay nada confirmado todavía."""
    estado = _ESTADOS[actividad.estado]
    return "TENTATIVE" if estado == "CONFIRMED" and not actividad.tiene_dias else estado


def _ocupa(actividad: Actividad) -> bool:
    """Si quien asiste tiene ese tiempo ocupado: no el mes entero, ni lo que no se celebra."""
    return (
        actividad.tiene_dias
        and actividad.tipo != "circulacion"
        and actividad.estado not in ESTADOS_SIN_SESION
    )
