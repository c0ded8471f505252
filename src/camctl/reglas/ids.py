"""Los ID se escriben y se citan siempre igual: E512 y R314."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import Final

from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.libres import Libres
from camctl.modelo.plan import ClaseDeRegistro
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.referencias import objetivos_con_otro_id
from camctl.reglas.series import Serie, de_actividades, de_objetivos

_SE_CITAN: Final[tuple[ClaseDeRegistro, ...]] = ("objetivo", "mandato", "actor")


@comprueba("R314", Gravedad.AVISO)
def id_citado_de_otra_manera(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un ID no está escrito como es.

    `b.8` se entiende como `B8`, y un alias, como el ID de su actor. Pero escrito siempre igual se
    encuentra con cualquier buscador, y dos planes se comparan sin sorpresas.
    """
    for clase in _SE_CITAN:
        for texto, sitios in contexto.citas_dudosas(clase).items():
            registro = contexto.indices.por_id(clase, texto)
            if registro is None:
                continue
            for sitio in sitios:
                yield Hallazgo(
                    sitio,
                    f"cita el {clase} {registro.id} como «{texto}»",
                    ayuda="escriba su ID tal cual.",
                    sustituto=registro.id,
                    seguro=True,
                )


@comprueba("E512", Gravedad.AVISO)
def id_escrito_de_otra_manera(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un ID no está escrito como los demás de su serie.

    `Act 4` y `ACT-4` son el mismo ID, pero en una lista en que los otros son `ACT-1`, `ACT-2` y
    `ACT-3` parece otra cosa, y así sale en las tablas. `B08` y `B8` no son el mismo, y nadie lo
    diría.
    """
    dichos = {id(uno) for uno, _ in contexto.una_vez(objetivos_con_otro_id)}
    for series in (contexto.una_vez(de_objetivos), contexto.una_vez(de_actividades)):
        yield from _distintos(series)
        for serie in series:
            yield from _con_ceros(serie, dichos)


def _distintos(series: Sequence[Serie]) -> Iterator[Hallazgo]:
    corrientes: dict[str, str] = {}
    for serie in sorted(series, key=lambda una: len(una.registros), reverse=True):
        corrientes.setdefault(plegar_id(serie.prefijo), serie.prefijo)
    if len(corrientes) == len(series):
        return
    veces = Counter(plegar_id(id_) for serie in series for _, id_ in serie.registros)
    for serie in series:
        corriente = corrientes[plegar_id(serie.prefijo)]
        if serie.prefijo == corriente:
            continue
        for uno, id_ in serie.registros:
            # De uno repetido ya se dice, y cambiará.
            if veces[plegar_id(id_)] == 1:
                yield Hallazgo(
                    Sitio(uno, ("id",)),
                    "tiene el ID escrito de otra manera que los demás",
                    ayuda="escríbalo como ellos.",
                    sustituto=f"{corriente}{id_.removeprefix(serie.prefijo)}",
                )


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
