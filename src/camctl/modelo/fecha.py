"""Fechas de un plan: un mes o un día, horas y periodos."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Any, Final, NamedTuple, Self, TypeAlias

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from camctl.castellano import MESES, dia_en_palabras, entre_comillas
from camctl.comparacion import plegar
from camctl.modelo.base import Propuesta, mal_escrito

# Sin compilar: casi todas hacen falta solo ante una fecha mal escrita o tecleada en una opción.
# Y con cifras corrientes, que \d también toma por cifras las de otros alfabetos.
_ISO: Final = r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?"
_PERIODO: Final = r"([0-9]{4})(?:-([0-9]{4}))?"
_HORA: Final = r"([0-9]{1,2}):([0-9]{2})(?:-([0-9]{1,2}):([0-9]{2}))?"
_INSTANTE: Final = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
DIA_PRIMERO: Final = r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"
_MES_PRIMERO: Final = r"([0-9]{1,2})[/.-]([0-9]{4})"
_ISO_DESCUIDADA: Final = r"([0-9]{4})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{1,2}))?"
DIA_DE_LA_SEMANA: Final = r"^(lunes|martes|miercoles|jueves|viernes|sabado|domingo),? "
# «14 de marzo de 2030», «1.º de marzo», «1ro», «14-mar-2030», «marzo del 2030», «mar.»
_CON_NOMBRE: Final = (
    r"(?:([0-9]{1,2})(?:\.?(?:o|°|er|e?ro)\.?)?(?: de |[ /.-]))?([a-z]+)\.?"
    r"(?:(?: del? |, |[ /.-])([0-9]{4}))?"
)
_LARGO_DE_UNA_FECHA: Final = 60


class _Dias(NamedTuple):
    inicio: date
    fin: date


class Tramo(_Dias):
    """Los días de `inicio` a `fin`, ambos incluidos."""

    __slots__ = ()

    def coincide_con(self, otro: "Tramo") -> bool:
        """Si los dos tramos tienen algún día en común."""
        return self.inicio <= otro.fin and otro.inicio <= self.fin


class Fecha(Tramo):
    """Un mes entero (`2030-03`) o un día (`2030-03-14`), como lo dice el plan (ISO 8601)."""

    __slots__ = ()

    @property
    def es_dia(self) -> bool:
        """Si se sabe el día, y no solo el mes."""
        return self.inicio == self.fin

    @property
    def mes(self) -> tuple[int, int]:
        """Año y mes."""
        return self.inicio.year, self.inicio.month

    @property
    def en_palabras(self) -> str:
        """«marzo de 2030» o «14 de marzo de 2030»."""
        return dia_en_palabras(self.inicio) if self.es_dia else mes_en_palabras(self.mes)

    def es_posterior_a(self, otra: "Fecha") -> bool:
        """Si va detrás de `otra`; de un mes sin día no se sabe dónde va entre los días del mes."""
        if self.es_dia and otra.es_dia:
            return self.inicio > otra.inicio
        return self.mes > otra.mes

    def __str__(self) -> str:
        return self.inicio.isoformat() if self.es_dia else self.inicio.isoformat()[:7]

    @classmethod
    def de_partes(cls, anio: int, mes: int, dia: int | None = None) -> Self:
        """La fecha de un mes o de un día.

        Raises:
            ValueError: si no existe.
        """
        if dia is not None:
            return cls(date(anio, mes, dia), date(anio, mes, dia))
        return cls(date(anio, mes, 1), date(anio, mes, monthrange(anio, mes)[1]))

    @classmethod
    def de_iso(cls, texto: str) -> Self | None:
        """La fecha escrita en ISO, o nada si no lo está o no existe."""
        partes = re.fullmatch(_ISO, texto)
        if not partes:
            return None
        try:
            return cls.de_partes(*(int(parte) for parte in partes.groups() if parte))
        except ValueError:
            return None


def mes_en_palabras(mes: tuple[int, int]) -> str:
    """«marzo de 2030»."""
    return f"{MESES[mes[1] - 1]} de {mes[0]}"


def interpretar(texto: str, anios: range | None = None, hoy: date | None = None) -> list[Fecha]:
    """Las fechas que una persona pudo querer decir con `texto`, en orden; ninguna si no es una.

    Entiende `2030-03-14`, `2030/3`, `14/3/2030`, `3/2030`, `jueves 14 de marzo de 2030`,
    `14-mar-2030`, `marzo` (en cada año de `anios`) y, si se da `hoy`, `hoy`.
    """
    if hoy is not None and len(texto) <= _LARGO_DE_UNA_FECHA and plegar(texto) == "hoy":
        return [Fecha(hoy, hoy)]
    fechas = []
    for anio, mes, dia in _partes_de(texto, anios):
        try:
            fechas.append(Fecha.de_partes(anio, mes, dia))
        except ValueError:
            continue
    return fechas


def por_que_no_existe(texto: str) -> str:
    """Qué le falta a una fecha bien escrita para existir: «febrero de 2030 no tiene día 31»."""
    for anio, mes, dia in _partes_de(texto):
        if not 1 <= mes <= 12:
            return f"no hay mes {mes:02}"
        if anio < 1:
            return "no hay año 0"
        if dia is not None and not 1 <= dia <= monthrange(anio, mes)[1]:
            return f"{mes_en_palabras((anio, mes))} no tiene día {dia}"
    return ""


_Partes: TypeAlias = tuple[int, int, int | None]


def _partes_de(texto: str, anios: range | None = None) -> list[_Partes]:
    """Año, mes y día de las fechas que `texto` escribe, existan o no."""
    if len(texto) > _LARGO_DE_UNA_FECHA:
        return []
    texto = re.sub(DIA_DE_LA_SEMANA, "", plegar(texto))
    if partes := re.fullmatch(_ISO_DESCUIDADA, texto):
        anio, mes, dia = partes.groups()
        return [_en_cifras(anio, mes, dia)]
    if partes := re.fullmatch(DIA_PRIMERO, texto):
        dia, mes, anio = partes.groups()
        return [_en_cifras(anio, mes, dia)]
    if partes := re.fullmatch(_MES_PRIMERO, texto):
        mes, anio = partes.groups()
        return [_en_cifras(anio, mes, None)]
    if partes := re.fullmatch(_CON_NOMBRE, texto):
        dia, nombre, anio = partes.groups()
        mes = numero_de_mes(nombre)
        if mes:
            suyos = [anio] if anio else [str(uno) for uno in anios or ()]
            return [_en_cifras(uno, mes, dia) for uno in suyos]
    return []


def _en_cifras(anio: str, mes: str, dia: str | None) -> _Partes:
    return int(anio), int(mes), int(dia) if dia else None


def numero_de_mes(nombre: str) -> str | None:
    """El número del mes que se llama `nombre`, entero o abreviado; nada si no es de uno solo."""
    nombre = "septiembre" if nombre in ("setiembre", "set") else nombre
    posibles = [n for n, mes in enumerate(MESES, 1) if len(nombre) >= 3 and mes.startswith(nombre)]
    return str(posibles[0]) if len(posibles) == 1 else None


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
    if propuestas and not re.fullmatch(_ISO, texto):
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
        anio, mes, _ = _partes_de(texto)[0]
        solo_el_mes = Fecha.de_iso(f"{anio:04}-{mes:02}")
        return mal_escrito(
            f"{no_es}: {porque}",
            ayuda,
            antes="corrija el día o, si no se sabe,",
            propuestas=[Propuesta(str(solo_el_mes))] if solo_el_mes else [],
        )
    le_falta_el_anio = bool(_partes_de(texto, range(2000, 2001)))
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


class Periodo(Tramo):
    """Los años del plan: `2030-2031` va del 1 de enero de 2030 al 31 de diciembre de 2031."""

    __slots__ = ()

    @property
    def anios(self) -> range:
        """Sus años, en orden."""
        return range(self.inicio.year, self.fin.year + 1)

    def __str__(self) -> str:
        primero, ultimo = self.inicio.year, self.fin.year
        return f"{primero:04}" if primero == ultimo else f"{primero:04}-{ultimo:04}"


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
