"""Piso 0: el español de los mensajes: plurales, enumeraciones, meses y cifras."""

from collections.abc import Sequence
from datetime import date

LARGO_EN_UNA_FRASE = 100

MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
# Por su orden en `date.weekday`.
DIAS_DE_LA_SEMANA = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def contar(cuantos: int, singular: str, plural: str) -> str:
    """`cuantos` con su nombre: «1 error», «3 errores», «10 000 errores»."""
    return f"{miles(cuantos)} {concordar(cuantos, singular, plural)}"


def concordar(cuantos: int, singular: str, plural: str) -> str:
    """La forma que va con `cuantos`: «falta» un campo, «faltan» dos."""
    return singular if cuantos == 1 else plural


def dia_en_palabras(dia: date) -> str:
    """«14 de marzo de 2030»."""
    return f"{dia.day} de {MESES[dia.month - 1]} de {dia.year}"


def miles(numero: int) -> str:
    """Un entero con espacio de no separación entre millares, desde cinco cifras."""
    return f"{numero:,}".replace(",", "\u00a0") if abs(numero) >= 10_000 else str(numero)


def porcentaje(valor: float) -> str:
    """«33,3 %», con la coma decimal y el espacio del español; sin decimal si es un entero."""
    cifra = f"{con_un_decimal(valor):.1f}".removesuffix(".0").replace(".", ",")
    return f"{cifra}\u00a0%"


def con_un_decimal(valor: float) -> float:
    """Un porcentaje redondeado a un decimal; 0 y 100 se quedan para lo que es nada o es todo."""
    redondeado = round(valor, 1)
    if redondeado in (0, 100) and redondeado != valor:
        return 99.9 if redondeado else 0.1
    return redondeado


def enumerar(partes: Sequence[str], *, conjuncion: str = "y") -> str:
    """«a, b y c»; la conjunción cambia ante su propio sonido: «uno u otro», «Ana e Inés»."""
    if len(partes) < 2:
        return "".join(partes)
    return f"{', '.join(partes[:-1])} {_eufonica(conjuncion, partes[-1])} {partes[-1]}"


def enumerar_pocos(partes: Sequence[str], *, maximo: int = 5) -> str:
    """Las partes en una frase; si son más de `maximo`, las primeras y cuántas quedan."""
    if len(partes) <= maximo:
        return enumerar(partes)
    return f"{', '.join(partes[:maximo])} y {miles(len(partes) - maximo)} más"


def _eufonica(conjuncion: str, siguiente: str) -> str:
    palabra = siguiente.lstrip("«¿¡\"'(").lower()
    sonido = palabra.removeprefix("h")
    # Ante un diptongo no cambia: «agua y hielo», «moléculas y iones».
    if conjuncion == "y" and sonido.startswith(("i", "í")) and sonido[1:2] not in ("a", "e", "o"):
        return "e"
    # También las cifras se pronuncian: «7 u 8», «10 u 11».
    if conjuncion == "o" and (sonido.startswith(("o", "ó", "8")) or palabra == "11"):
        return "u"
    return conjuncion


def entre_comillas(texto: str) -> str:
    """«texto», recortado si es largo: en una frase basta con que se reconozca."""
    return f"«{recortar(texto)}»"


def recortar(texto: str, maximo: int = LARGO_EN_UNA_FRASE) -> str:
    """`texto` en una línea y con `maximo` caracteres como mucho; si no cabe, acaba en «…»."""
    # Lo que no va a verse no se mira: un texto puede ocupar millones de caracteres.
    comienzo = " ".join(texto[: 4 * maximo].split())
    if len(texto) <= 4 * maximo and len(comienzo) <= maximo:
        return comienzo
    return f"{comienzo[: maximo - 1].rstrip()}…"


def quiso_decir(sugerencias: Sequence[str]) -> str:
    """«¿quiso decir «B8» o «B9»?», o nada si no hay sugerencias."""
    if not sugerencias:
        return ""
    return f"¿quiso decir {enumerar([*map(entre_comillas, sugerencias)], conjuncion='o')}?"


def con_ayuda(frase: str, ayuda: str) -> str:
    """La frase y, si la hay, la ayuda detrás."""
    return f"{frase}; {ayuda}" if ayuda else frase


def en_minuscula(texto: str) -> str:
    """`texto` con la inicial en minúscula, si no es de una sigla."""
    return texto if texto[1:2].isupper() else texto[:1].lower() + texto[1:]


def en_mayuscula(texto: str) -> str:
    """`texto` con la inicial en mayúscula y el resto como está."""
    return texto[:1].upper() + texto[1:]
