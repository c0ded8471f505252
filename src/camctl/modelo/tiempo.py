"""Los campos de tiempo de un registro: una fecha, una hora, un periodo o un instante."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Any, Final

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from camctl.castellano import entre_comillas
from camctl.modelo.errores import Propuesta, mal_escrito
from camctl.modelo.fecha import CUALQUIER_ANIO, ISO, Fecha, Periodo, partes_de, por_que_no_existe

_PERIODO: Final = r"([0-9]{4})(?:-([0-9]{4}))?"
_HORA: Final = r"([0-9]{1,2}):([0-9]{2})(?:-([0-9]{1,2}):([0-9]{2}))?"
_INSTANTE: Final = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)


@lru_cache(maxsize=65536)
def _fecha_de_texto(texto: str) -> Fecha:
    texto = texto.strip()
    fecha = Fecha.de_iso(texto)
    if fecha is not None:
        return fecha
    from camctl.modelo.descuidos import fechas
    from camctl.modelo.enmiendas import enmendar_fecha

    enmienda, ayuda = enmendar_fecha(texto) or (None, "escriba el año, el mes y el día")
    propuestas = fechas(texto)
    # Una sola lectura y dudosa: lo que no cuadra es el día de la semana, y eso se explica.
    no_cuadra = enmienda is not None and not enmienda.segura and len(propuestas) == 1
    if propuestas and not re.fullmatch(ISO, texto):
        raise mal_escrito(
            f"{entre_comillas(texto)} no está escrita como se escriben aquí las fechas: "
            "año-mes-día o año-mes",
            ayuda,
            propuestas=() if no_cuadra else propuestas,
            enmienda=enmienda,
        )
    raise _no_es_una_fecha(texto)


def _no_es_una_fecha(texto: str) -> PydanticCustomError:
    no_es = f"{entre_comillas(texto)} no es una fecha"
    ayuda = "escriba el año y el mes, y el día si se sabe: 2030-03 o 2030-03-14"
    if re.fullmatch("[0-9]{4}", texto):
        el_mes = f"escriba también el mes, aunque no se sepa el día: {texto}-03"
        return mal_escrito(f"{no_es}: falta el mes", el_mes)
    if porque := por_que_no_existe(texto):
        anio, mes, _ = partes_de(texto)[0]
        solo_el_mes = Fecha.de_iso(f"{anio:04}-{mes:02}")
        return mal_escrito(
            f"{no_es}: {porque}",
            ayuda,
            antes="corrija el día o, si no se sabe,",
            propuestas=[Propuesta(str(solo_el_mes))] if solo_el_mes else [],
        )
    le_falta_el_anio = bool(partes_de(texto, CUALQUIER_ANIO))
    return mal_escrito(f"{no_es}{': falta el año' * le_falta_el_anio}", ayuda)


def _fecha(valor: Any) -> Any:
    return _fecha_de_texto(valor) if isinstance(valor, str) else _texto_o_nada(valor)


def _texto_o_nada(valor: Any) -> Any:
    if isinstance(valor, Fecha | Periodo | datetime):
        return valor
    raise PydanticKnownError("string_type")


FechaDelPlan = Annotated[
    Fecha,
    PlainValidator(_fecha),
    PlainSerializer(str),
    WithJsonSchema(
        {"type": "string", "pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"}
    ),
]


def _periodo(valor: Any) -> Any:
    if not isinstance(valor, str):
        return _texto_o_nada(valor)
    partes = re.fullmatch(_PERIODO, re.sub(r"\s*[-–—/]\s*", "-", valor.strip()))
    if not partes or "0000" in partes.groups():
        from camctl.modelo.descuidos import periodo

        raise mal_escrito(
            f"{entre_comillas(valor)} no es un periodo",
            "escriba el primer año y el último, 2030-2031, o un solo año",
            propuestas=periodo(valor),
        )
    primero = int(partes[1])
    ultimo = int(partes[2] or primero)
    if primero > ultimo:
        raise mal_escrito(
            f"el periodo {entre_comillas(valor)} acaba antes de empezar",
            "escriba primero el año en que empieza",
            propuestas=[Propuesta(f"{partes[2]}-{partes[1]}")],
        )
    return Periodo(date(primero, 1, 1), date(ultimo, 12, 31))


PeriodoDelPlan = Annotated[
    Periodo,
    PlainValidator(_periodo),
    PlainSerializer(str),
    WithJsonSchema(
        {"type": "string", "pattern": r"^[0-9]{4}( *[-–—/] *[0-9]{4})?$"}, mode="validation"
    ),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}(-[0-9]{4})?$"}, mode="serialization"),
]


def _hora(valor: Any) -> Any:
    if not isinstance(valor, str):
        return _texto_o_nada(valor)
    partes = re.fullmatch(_HORA, re.sub(r"\s*[-–—]\s*", "-", valor.strip()))
    if not partes:
        from camctl.modelo.descuidos import hora
        from camctl.modelo.enmiendas import enmendar_hora

        propuestas = hora(valor)
        no_es = (
            "no está escrita como se escriben aquí las horas" if propuestas else "no es una hora"
        )
        raise mal_escrito(
            f"{entre_comillas(valor)} {no_es}",
            'escriba "10:00" o "10:00-13:00"',
            propuestas=propuestas,
            enmienda=enmendar_hora(valor),
        )
    horas = [int(hora) for hora in partes.group(1, 3) if hora]
    minutos = [int(minuto) for minuto in partes.group(2, 4) if minuto]
    if max(horas) > 23 or max(minutos) > 59:
        raise mal_escrito(
            f"{entre_comillas(valor)} no es una hora que exista", 'escriba, por ejemplo, "10:00"'
        )
    return "-".join(f"{h:02}:{m:02}" for h, m in zip(horas, minutos, strict=True))


Hora = Annotated[
    str,
    PlainValidator(_hora),
    WithJsonSchema(
        {"type": "string", "pattern": r"^[0-9]{1,2}:[0-9]{2}( *[-–—] *[0-9]{1,2}:[0-9]{2})?$"},
        mode="validation",
    ),
    WithJsonSchema(
        {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}(-[0-9]{2}:[0-9]{2})?$"},
        mode="serialization",
    ),
]


def _instante(valor: Any) -> Any:
    if not isinstance(valor, str):
        return _texto_o_nada(valor)
    texto = valor.strip()
    leido = _en_hora_universal(texto) if re.fullmatch(_INSTANTE, texto) else None
    if leido is None:
        from camctl.modelo.descuidos import instante

        raise mal_escrito(
            f"{entre_comillas(valor)} no es un día con su hora",
            "escriba, por ejemplo, 2030-02-11T10:30Z",
            propuestas=instante(valor),
        )
    return leido


def _en_hora_universal(texto: str) -> datetime | None:
    try:
        leido = datetime.fromisoformat(texto)
        return leido.astimezone(UTC) if leido.tzinfo else leido.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None  # un día o una hora que no existen, o fuera del calendario en esa hora


def instante_escrito(instante: datetime) -> str:
    """Un instante en hora universal, como se escribe en el plan: `2030-02-11T10:30Z`."""
    precision = "seconds" if instante.second else "minutes"
    return instante.isoformat(timespec=precision).replace("+00:00", "Z")


Instante = Annotated[
    datetime,
    PlainValidator(_instante),
    PlainSerializer(instante_escrito),
    WithJsonSchema({"type": "string", "pattern": f"^{_INSTANTE}$"}, mode="validation"),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z$",
        },
        mode="serialization",
    ),
]
