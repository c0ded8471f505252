"""Las fechas de un plan, un mes o un día, y lo que una persona quiere decir al escribirlas."""

import re
from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple, Self, TypeAlias

from camctl.castellano import MESES, dia_en_palabras
from camctl.comparacion import plegar

# Sin compilar: casi todas hacen falta solo ante una fecha mal escrita o tecleada en una opción.
# Y con cifras corrientes, que \d también toma por cifras las de otros alfabetos.
ISO: Final = r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?"
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
# Uno bisiesto, para saber si a una fecha solo le falta el año: también hay 29 de febrero.
CUALQUIER_ANIO: Final = range(2000, 2001)


class _Dias(NamedTuple):
    inicio: date
    fin: date


class Tramo(_Dias):
    """Los días de `inicio` a `fin`, ambos incluidos."""

    __slots__ = ()

    def coincide_con(self, otro: "Tramo") -> bool:
        """Si los dos tramos tienen algún día en común."""
        return self.inicio <= otro.fin and otro.inicio <= self.fin

    def contiene(self, otro: "Tramo") -> bool:
        """Si todos los días de `otro` son también suyos."""
        return self.inicio <= otro.inicio and otro.fin <= self.fin


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
        partes = re.fullmatch(ISO, texto)
        if not partes:
            return None
        try:
            return cls.de_partes(*(int(parte) for parte in partes.groups() if parte))
        except ValueError:
            return None


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
    for anio, mes, dia in partes_de(texto, anios):
        try:
            fechas.append(Fecha.de_partes(anio, mes, dia))
        except ValueError:
            continue
    return fechas


def por_que_no_existe(texto: str) -> str:
    """Qué le falta a una fecha bien escrita para existir: «febrero de 2030 no tiene día 31»."""
    for anio, mes, dia in partes_de(texto):
        if not 1 <= mes <= 12:
            return f"no hay mes {mes:02}"
        if anio < 1:
            return "no hay año 0"
        if dia is not None and not 1 <= dia <= monthrange(anio, mes)[1]:
            return f"{mes_en_palabras((anio, mes))} no tiene día {dia}"
    return ""


_Partes: TypeAlias = tuple[int, int, int | None]


def partes_de(texto: str, anios: range | None = None) -> list[_Partes]:
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
