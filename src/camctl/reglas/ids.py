"""Los ID se escriben y se citan siempre igual: E512 y R314."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.libres import CIFRAS_MAXIMAS, Libres, sin_numero
from camctl.modelo.actividad import Actividad
from camctl.modelo.descuidos import identificador
from camctl.modelo.errores import Propuesta
from camctl.modelo.plan import ClaseDeRegistro
from camctl.referencias import citas_de, los_que_citan
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.referencias import objetivos_con_otro_id
from camctl.reglas.series import Serie, de_actividades, de_mandatos, de_objetivos

_SE_CITAN: Final[tuple[ClaseDeRegistro, ...]] = ("objetivo", "mandato", "actor")
_CON_SERIES: Final[Mapping[ClaseDeRegistro, Callable[[Contexto], Iterable[Serie]]]] = {
    "objetivo": de_objetivos,
    "mandato": de_mandatos,
    "actividad": de_actividades,
}


@comprueba("R314", Gravedad.AVISO)
def id_citado_de_otra_manera(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un ID no está citado como es.

    `b.8` se entiende como `B8`, y un alias, como el ID de su actor. Pero escrito siempre igual se
    encuentra con cualquier buscador, y dos planes se comparan sin sorpresas.
    """
    buenos = {id(uno.registro): uno.id for uno in contexto.una_vez(mal_escritos)}
    for clase in _SE_CITAN:
        for texto, sitios in contexto.citas_dudosas(clase).items():
            registro = contexto.indices.por_id(clase, texto)
            if registro is None:
                continue
            bueno = buenos.get(id(registro), registro.id)
            # Si el que está mal escrito es el suyo, de él se dice, y no de quien lo cita bien.
            for sitio in sitios if texto != bueno else ():
                yield Hallazgo(
                    sitio,
                    f"cita el {clase} {bueno} como «{texto}»",
                    ayuda="escriba su ID tal cual.",
                    sustituto=bueno,
                    seguro=True,
                )


@comprueba("E512", Gravedad.AVISO)
def id_escrito_de_otra_manera(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un ID no está escrito como los demás de su serie, o como se cita.

    `Act 4` y `ACT-4` son el mismo ID, pero en una lista en que los otros son `ACT-1`, `ACT-2` y
    `ACT-3` parece otra cosa, y así sale en las tablas. `Ili` e `ILI` son el mismo actor, y en las
    sesiones no lo parece. `B08` y `B8` no son el mismo, y nadie lo diría; ni `ATC-4` es `ACT-4`.
    """
    for uno, bueno, cita in contexto.una_vez(mal_escritos):
        que_los_demas, ayuda = (
            ("donde se cita", "escríbalo como se cita.")
            if cita
            else ("los demás", "escríbalo como ellos.")
        )
        yield Hallazgo(
            Sitio(uno, ("id",)),
            f"tiene el ID escrito de otra manera que {que_los_demas}",
            ayuda=ayuda,
            sustituto=bueno,
            seguro=True,
            relacionados=((cita, "aquí se cita"),) if cita else (),
        )
    for una, otro in contexto.una_vez(actividades_con_otro_id):
        yield Hallazgo(
            Sitio(una, ("id",)),
            f"no tiene el ID como las demás: {sin_numero(otro)} y un número",
            ayuda="escríbalo como ellas.",
            sustituto=otro,
        )
    dichos = {id(uno) for uno, _ in contexto.una_vez(objetivos_con_otro_id)}
    for series in (contexto.una_vez(de_objetivos), contexto.una_vez(de_actividades)):
        for serie in series:
            yield from _con_ceros(serie, dichos)


def actividades_con_otro_id(contexto: Contexto) -> Iterator[tuple[Actividad, str]]:
    """Las que no son de la serie de las demás ni de otra, y el ID que les toca."""
    series, todas = contexto.una_vez(de_actividades), contexto.plan.actividades
    if not series or not contexto.se_conocen_todos("actividad"):
        return
    cuantas: Counter[str] = Counter()
    for serie in series:
        cuantas[plegar_id(serie.prefijo)] += len(serie.registros)
    (comun, suyas), *_ = cuantas.most_common(1)
    if suyas < 2 or 2 * suyas < len(todas):
        return
    prefijo = max(
        (serie for serie in series if plegar_id(serie.prefijo) == comun),
        key=lambda serie: len(serie.registros),
    ).prefijo
    veces = Counter(plegar_id(una.id) for una in todas)
    libres = Libres(una.id for una in todas)
    anterior, dados = f"{prefijo}0", set[str]()
    for una in todas:
        delante = sin_numero(una.id)
        forma = plegar_id(delante)
        if forma == comun and delante != una.id:
            # Del que tiene demasiadas cifras no hay siguiente.
            if len(una.id) <= len(delante) + CIFRAS_MAXIMAS:
                anterior = f"{prefijo}{una.id.removeprefix(delante)}"
        # De uno repetido ya se dice, y cambiará.
        elif (delante == una.id or cuantas[forma] == 1) and veces[plegar_id(una.id)] == 1:
            suyo = _con_su_numero(una.id, prefijo)
            # De un registro dañado solo se sabe el ID, y también es suyo.
            while not suyo or suyo in dados or contexto.existe("actividad", suyo):
                suyo = libres.tras(anterior)
            dados.add(suyo)
            yield una, suyo


def _con_su_numero(id_: str, prefijo: str) -> str:
    """El de una serie con el número que lleva `id_`; nada si no lleva uno solo."""
    numeros = [numero.lstrip("0") for numero in re.findall("[0-9]+", id_)]
    unico = numeros[0] if len(numeros) == 1 else ""
    return f"{prefijo}{unico}" if 0 < len(unico) <= CIFRAS_MAXIMAS else ""


class MalEscrito(NamedTuple):
    """Un registro con el ID escrito de otra manera, y cómo va.

    `cita` es dónde se cita así, si se sabe por sus citas; si no, se sabe por su serie.
    """

    registro: RegistroConId
    id: str
    cita: Sitio | None = None


def mal_escritos(contexto: Contexto) -> Iterator[MalEscrito]:
    """Los registros cuyo propio ID es el que está escrito de otra manera.

    Lo dicen los demás de su serie; si está solo en ella, quienes lo citan.
    """
    for clase, buscar in _CON_SERIES.items():
        yield from _distintos(contexto, clase, contexto.una_vez(buscar))
    for clase in _SE_CITAN:
        yield from _mejor_citados(contexto, clase)


def _distintos(
    contexto: Contexto, clase: ClaseDeRegistro, series: Sequence[Serie]
) -> Iterator[MalEscrito]:
    if len({plegar_id(serie.prefijo) for serie in series}) == len(series):
        return
    citados = Counter(map(sin_numero, _citados(contexto, clase)))
    corrientes: dict[str, str] = {}
    for *_, prefijo in sorted(
        (-len(una.registros), -citados[una.prefijo], _desalino(una.prefijo), orden, una.prefijo)
        for orden, una in enumerate(series)
    ):
        corrientes.setdefault(plegar_id(prefijo), prefijo)
    veces = Counter(plegar_id(id_) for serie in series for _, id_ in serie.registros)
    for serie in series:
        corriente = corrientes[plegar_id(serie.prefijo)]
        if serie.prefijo == corriente:
            continue
        for uno, id_ in serie.registros:
            # De uno repetido ya se dice, y cambiará.
            if veces[plegar_id(id_)] == 1:
                yield MalEscrito(uno, f"{corriente}{id_.removeprefix(serie.prefijo)}")


def _mejor_citados(contexto: Contexto, clase: ClaseDeRegistro) -> Iterator[MalEscrito]:
    dudosas: dict[str, dict[str, Sitio]] = {}
    for texto, sitios in contexto.citas_dudosas(clase).items():
        dudosas.setdefault(plegar_id(texto), {})[texto] = sitios[0]
    suyos = contexto.indices.por_clase(clase) if dudosas else ()
    formas = Counter(plegar_id(uno.id) for uno in suyos)
    dudados = [uno for uno in suyos if dudosas.keys() & {plegar_id(uno.id)}]
    if not dudados:
        return
    series = Counter(plegar_id(sin_numero(uno.id)) for uno in suyos if clase in _CON_SERIES)
    citados = Counter(_citados(contexto, clase))
    for uno in dudados:
        forma = plegar_id(uno.id)
        if formas[forma] == 1 and series[plegar_id(sin_numero(uno.id))] <= 1:
            bueno = _el_mejor(uno.id, dudosas[forma], citados)
            if bueno != uno.id:
                yield MalEscrito(uno, bueno, dudosas[forma][bueno])


def _el_mejor(suyo: str, otros: Iterable[str], citados: Mapping[str, int]) -> str:
    """De las maneras de escribir un ID, la que más se usa que no sea peor que la `suya`."""
    sanos = [
        uno
        for uno in otros
        if _desalino(uno) <= _desalino(suyo) and identificador(uno)[:1] == [Propuesta(uno)]
    ]
    return max(
        (suyo, *sanos),
        key=lambda uno: (citados.get(uno, 0) + (uno == suyo), -_desalino(uno), uno == suyo),
    )


def _desalino(id_: str) -> int:
    """Cuánto lleva un ID que no sean mayúsculas, cifras ni guiones."""
    return sum(not (letra.isupper() or letra.isdigit() or letra == "-") for letra in id_)


def _citados(contexto: Contexto, clase: ClaseDeRegistro) -> Iterator[str]:
    """Lo que dice cada cita de un registro de `clase`."""
    for registro in los_que_citan(contexto.plan):
        for cita in citas_de(registro):
            if cita.clase == clase:
                yield cita.texto


def _con_ceros(serie: Serie, dichos: Container[int]) -> Iterator[Hallazgo]:
    """Los que llevan ceros delante de su número, y los demás de la serie no; menos los `dichos`."""
    ids, largo = [id_ for _, id_ in serie.registros], len(serie.prefijo)
    corto = min((len(id_) for id_ in ids if id_[largo : largo + 1] not in ("", "0")), default=0)
    libres, ocupados = Libres(ids), set(ids)
    for uno, id_ in serie.registros if corto else ():
        numero = id_[largo:].lstrip("0")
        if id_[largo : largo + 1] != "0" or not numero or len(id_) <= corto or id(uno) in dichos:
            continue
        sin_ellos = f"{serie.prefijo}{numero}"
        if sin_ellos in ocupados:
            que_pasa, ayuda, otro = (
                f"{sin_ellos} es otro",
                "dele un número libre.",
                libres.tras(id_),
            )
        else:
            que_pasa, ayuda, otro = "los demás no", "quíteselo.", sin_ellos
        yield Hallazgo(
            Sitio(uno, ("id",)),
            f"tiene un cero delante del número, y {que_pasa}",
            ayuda=ayuda,
            sustituto=otro,
        )
