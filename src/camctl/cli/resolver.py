"""De lo que alguien teclea a los registros y fechas del plan, o al error que dice qué escribir."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from camctl.castellano import entre_comillas, enumerar, quiso_decir
from camctl.cli.comun import mal_valor
from camctl.cli.consulta import remision_de_la_orden
from camctl.cobertura import CRITERIOS, POR_OMISION, Criterio
from camctl.comparacion import Sugerencias, plegar, plegar_id
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.modelo.base import PARRAFOS
from camctl.modelo.fecha import CUALQUIER_ANIO, Fecha, Periodo, interpretar, por_que_no_existe
from camctl.modelo.plan import ClaseDeRegistro, clase_llamada
from camctl.modelo.tiempo import PeriodoDelPlan

if TYPE_CHECKING:
    from datetime import date

_ANIO: Final = r"[1-9][0-9]{3}"
_CIFRA: Final = r"[0-9]{1,3}(\.[0-9]*)?|\.[0-9]+"
_MUESTRA: Final = 8
_TODAS: Final[tuple[ClaseDeRegistro, ...]] = ("actividad", "objetivo", "actor", "mandato")


def registros(
    indices: Indices, clase: ClaseDeRegistro, textos: Iterable[str], opcion: str
) -> tuple[Any, ...]:
    """Los registros de `clase` que nombran `textos`, sin repetir y en su orden.

    Raises:
        BadParameter: si alguno no nombra ninguno, o puede ser de varios.
    """
    return _sin_repetir(_uno(indices, (clase,), texto, opcion) for texto in textos)


def actor(indices: Indices, texto: str) -> Actor:
    """El actor que nombra el argumento de `calendario`, donde es fácil escribir un mes o un año."""
    es_actor = indices.encontrar(texto, "actor") or indices.sugerencias(texto, "actor")
    if not es_actor and (opciones := _las_de_un_mes_o_un_anio(texto)):
        raise mal_valor(f"no existe el actor «{texto}»; {opciones}", "ACTOR")
    hallado: Actor = registros(indices, "actor", [texto], "ACTOR")[0]
    return hallado


def uno_de_cualquier_clase(indices: Indices, texto: str, opcion: str) -> RegistroConId:
    """El registro, de la clase que sea, que nombra `texto`."""
    return _uno(indices, _TODAS, texto, opcion)


def una_actividad(indices: Indices, texto: str | None) -> Actividad:
    """La actividad que nombra el argumento de un comando que trata de una sola."""
    if texto is None:
        cuales = enumerar([una.id for una in indices.plan.actividades[:_MUESTRA]], conjuncion="o")
        raise mal_valor(
            f"diga cuál: {cuales}" if cuales else "el plan no tiene ninguna", "ACTIVIDAD"
        )
    hallada: Actividad = registros(indices, "actividad", [texto], "ACTIVIDAD")[0]
    return hallada


def de_cualquier_clase(indices: Indices, textos: Iterable[str]) -> tuple[RegistroConId, ...]:
    """Los registros, de la clase que sean, que nombran `textos`; de un ID de varias, todos."""
    return _sin_repetir(
        registro
        for texto in textos
        for registro in _con_ese_id(indices, _TODAS, texto) or [_uno(indices, _TODAS, texto, "ID")]
    )


def fechas(indices: Indices, textos: Iterable[str], opcion: str) -> tuple[Fecha, ...]:
    """Las fechas que dicen `textos`; un mes sin año vale por el de cada año del plan."""
    if anio := next(filter(None, map(un_anio, textos)), None):
        raise mal_valor(f"«{anio}» es un año; para verlo entero: {_el_anio_entero(anio)}", opcion)
    return tuple(fecha for texto in textos for fecha in _fechas(indices, texto, opcion))


def fecha(indices: Indices, texto: str | None, opcion: str, *, ultima: bool) -> Fecha | None:
    """La fecha que dice `texto`: de un mes sin año, el del primer año del plan, o el del último.

    De un año, su primer mes o el último.
    """
    if texto is None:
        return None
    return _fechas_o_anio(indices, texto, opcion)[-1 if ultima else 0]


def dia(indices: Indices, texto: str, opcion: str) -> "date":
    """El día que dice `texto`: de un mes o de un año, el último; sin año, el último del plan."""
    return _fechas_o_anio(indices, texto, opcion)[-1].fin


def un_anio(texto: str) -> int | None:
    """El año que dice `texto`, si no dice más."""
    return int(texto) if re.fullmatch(_ANIO, texto.strip()) else None


def _las_de_un_mes_o_un_anio(texto: str) -> str | None:
    if anio := un_anio(texto):
        return f"para ver un año: {_el_anio_entero(anio)}"
    return f"para ver un mes: --mes {texto}" if interpretar(texto, CUALQUIER_ANIO) else None


def _el_anio_entero(anio: int) -> str:
    return f"--desde {anio} --hasta {anio}"


def parrafos(texto: str | None, opcion: str, *, con_mandato: bool) -> str | None:
    """Los párrafos que dice `texto`: «4», «1-3», «1, 4-6»; solo tienen sentido con su mandato."""
    if texto is None:
        return None
    if not con_mandato:
        raise mal_valor("diga de qué mandato con --mandato", opcion)
    if not re.fullmatch(PARRAFOS, texto.strip()):
        raise mal_valor(f"«{texto}» no son párrafos; escriba 4, 1-3 o «1, 4-6»", opcion)
    return texto.strip()


def periodo(texto: str, opcion: str) -> Periodo:
    """El periodo que dice `texto`: «2030-2031» o «2030»."""
    from pydantic import TypeAdapter, ValidationError

    try:
        leido: Periodo = TypeAdapter(PeriodoDelPlan).validate_python(texto)
    except ValidationError as errado:
        # El modelo dice ya en español qué pasa y qué escribir.
        dicho = errado.errors()[0]["ctx"]
        propuesto = next((f"escriba {una.valor}" for una in dicho["propuestas"]), dicho["ayuda"])
        raise mal_valor(f"{dicho['mensaje']}; {propuesto}", opcion) from None
    return leido


def una_fecha(indices: Indices, texto: str, opcion: str, *, cerca_de: Fecha | None = None) -> Fecha:
    """La fecha que dice `texto`; un mes sin año, el más cercano a otra fecha si se da.

    Raises:
        BadParameter: si no es una fecha, o puede ser de varios años y no se sabe cuál.
    """
    halladas = _fechas(indices, texto, opcion)
    if len(halladas) > 1 and cerca_de is None:
        posibles = enumerar([una.en_palabras for una in halladas], conjuncion="o")
        raise mal_valor(f"«{texto}» puede ser {posibles}; escriba el año", opcion)
    return min(
        halladas, key=lambda una: abs(una.inicio - cerca_de.inicio) if cerca_de else una.inicio
    )


def un_dia(indices: Indices, texto: str | None, opcion: str) -> Fecha | None:
    """El día que dice `texto`, con su año."""
    if texto is None:
        return None
    halladas = _fechas(indices, texto, opcion)
    if len(halladas) != 1 or not halladas[0].es_dia:
        raise mal_valor(f"«{texto}» no dice un solo día; escriba 2030-03-14 o 14/3/2030", opcion)
    return halladas[0]


def tramo(
    indices: Indices, desde: str | None, hasta: str | None
) -> tuple[Fecha | None, Fecha | None]:
    """Desde cuándo y hasta cuándo; que el fin no sea anterior al principio."""
    primera = fecha(indices, desde, "--desde", ultima=False)
    ultima = fecha(indices, hasta, "--hasta", ultima=True)
    if primera and ultima and ultima.fin < primera.inicio:
        raise mal_valor(f"{ultima} es anterior a --desde {primera}", "--hasta")
    return primera, ultima


def porcentaje(texto: str | None, opcion: str) -> float | None:
    """El porcentaje que dice `texto`: «50», «33.3», «33,3 %»."""
    if texto is None:
        return None
    cifra = texto.strip().removesuffix("%").strip().replace(",", ".")
    if not re.fullmatch(_CIFRA, cifra) or float(cifra) > 100:
        raise mal_valor(f"«{texto}» no es un porcentaje; escriba un número de 0 a 100", opcion)
    return float(cifra)


def vocablos(textos: Iterable[str], validos: Iterable[str], opcion: str) -> tuple[str, ...]:
    """Las palabras de `validos` que dicen `textos`, sin mirar mayúsculas ni acentos."""
    por_forma = {plegar_id(valido): valido for valido in validos}
    for texto in textos:
        if plegar_id(texto) not in por_forma:
            raise mal_valor(_no_esta(texto, list(por_forma.values())), opcion)
    return tuple(dict.fromkeys(por_forma[plegar_id(texto)] for texto in textos))


def _no_esta(texto: str, validos: list[str]) -> str:
    from camctl.modelo.sinonimos import valores_que_son

    if not validos:
        return f"no hay «{texto}», porque el plan no tiene ninguno"
    donde = "entre los valores admitidos"
    if len(dichos := valores_que_son(texto, validos)) == 1:
        return f"«{texto}» no está {donde}; aquí se dice «{dichos[0]}»"
    sugerencia = quiso_decir(Sugerencias(validos).para(texto)[:1])
    if sugerencia:
        return f"«{texto}» no está {donde}; {sugerencia}"
    return f"«{texto}» no está {donde}: {enumerar([*map(entre_comillas, validos)])}"


def criterio(texto: str | None) -> Criterio:
    """El criterio de cobertura que dice `texto`; el de por omisión si no dice ninguno."""
    dicho = vocablos([texto] if texto else (), CRITERIOS, "--criterio")
    return next((uno for uno in CRITERIOS if uno in dicho), POR_OMISION)


def grupos(indices: Indices) -> list[str]:
    """Las letras de los grupos de objetivos, declaradas o usadas."""
    usadas = (objetivo.grupo for objetivo in indices.plan.objetivos)
    return list(dict.fromkeys([*indices.plan.grupos, *usadas]))


def categorias(indices: Indices) -> list[str]:
    """Las letras de las categorías de actores, declaradas o usadas."""
    usadas = (actor.categoria for actor in indices.plan.actores if actor.categoria)
    return list(dict.fromkeys([*indices.plan.categorias, *usadas]))


def _uno(
    indices: Indices, clases: tuple[ClaseDeRegistro, ...], texto: str, opcion: str
) -> RegistroConId:
    hallados = _con_ese_id(indices, clases, texto) or [
        r for clase in clases for r in indices.encontrar(texto, clase)
    ]
    if len(hallados) == 1:
        return hallados[0]
    if hallados:
        cuales = enumerar([entre_comillas(uno.id) for uno in hallados], conjuncion="o")
        raise mal_valor(f"«{texto}» puede ser {cuales}", opcion)
    if danado := indices.danado(texto, *clases):
        no_esta = f"«{danado.id}» tiene errores y no se muestra"
        raise mal_valor(f"{no_esta}{remision_de_la_orden()}", opcion)
    que = _que_es(clases)
    sugerencia = quiso_decir(indices.sugerencias(texto, *clases))
    raise mal_valor(
        f"no existe {que} «{texto}»" + (f"; {sugerencia}" if sugerencia else ""), opcion
    )


def _con_ese_id(
    indices: Indices, clases: tuple[ClaseDeRegistro, ...], texto: str
) -> list[RegistroConId]:
    return [registro for clase in clases if (registro := indices.por_id(clase, texto))]


def _que_es(clases: tuple[ClaseDeRegistro, ...]) -> str:
    if len(clases) > 1:
        return "ningún registro"
    return clase_llamada(clases[0]).con_articulo


def _fechas(indices: Indices, texto: str, opcion: str) -> list[Fecha]:
    from datetime import date

    cabecera = indices.plan.cabecera
    anios = cabecera.periodo.anios if cabecera else range(0)
    # Solo «hoy» depende del día en que se pregunta.
    hoy = date.today() if plegar(texto) == "hoy" else None  # noqa: DTZ011 — el día de quien pregunta
    halladas = interpretar(texto, anios, hoy)
    if not halladas:
        porque = por_que_no_existe(texto)
        ayuda = f": {porque}" if porque else "; escriba 2030-03-14, 14/3/2030, 2030-03, marzo u hoy"
        raise mal_valor(f"«{texto}» no es una fecha{ayuda}", opcion)
    return halladas


def _fechas_o_anio(indices: Indices, texto: str, opcion: str) -> list[Fecha]:
    """Como `_fechas`; de un año, el primer mes y el último."""
    if anio := un_anio(texto):
        return [Fecha.de_partes(anio, mes) for mes in (1, 12)]
    return _fechas(indices, texto, opcion)


def _sin_repetir(hallados: Iterable[RegistroConId]) -> tuple[RegistroConId, ...]:
    return tuple({id(uno): uno for uno in hallados}.values())
