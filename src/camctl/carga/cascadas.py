"""Un desliz, un hallazgo: qué errores del modelo no son más que consecuencia de otro."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, get_origin

from camctl.campo_errado import Cortado
from camctl.campos_de_mas import al_reves, el_id
from camctl.carga.remiendo import SOBRA, Fallo
from camctl.lectura.valores import Ruta
from camctl.modelo.base import Registro
from camctl.modelo.campos import (
    claves_de_dentro,
    ficha_de,
    ficha_en,
    lista_de,
    obligatorios_de,
)
from camctl.modelo.plan import CLASES, MODELO_DE_ARCHIVO, Clase
from camctl.remedios import campo_parecido
from camctl.traduccion import DE_OTRA_CLASE

_BASTAN: Final = 2  # los campos ajenos con que se conoce que un registro es de otra clase
_CERCA: Final = 8  # hasta dónde se mira hacia atrás por un guion de más


class Fugados(NamedTuple):
    """Los campos de un registro que se escribieron sin sangría, como si fueran del archivo."""

    dueno: Ruta  # el registro al que le faltan
    campos: tuple[str, ...]


def fugados(modelo: type[Registro], valor: Mapping[str, Any]) -> list[Fugados]:
    """Los campos sin sangría de un archivo, juntos los que van seguidos."""
    hallados: list[Fugados] = []
    dueno: Ruta = ()
    suyo: Collection[str] = ()
    for clave, dicho in valor.items():
        if clave in modelo.model_fields:
            dueno, suyo = _ultimo_registro(clave, dicho, modelo)
        elif archivo_de(clave, dicho, modelo):
            dueno, suyo = (), ()
        elif dueno and clave not in suyo and _puede_ser_de(str(dueno[0]), clave, modelo):
            previos = hallados.pop().campos if hallados and hallados[-1].dueno == dueno else ()
            hallados.append(Fugados(dueno, (*previos, clave)))
    return hallados


def _lleva_letras(modelo: type[Registro], seccion: str) -> bool:
    return get_origin(modelo.model_fields[seccion].annotation) is dict


def secciones_sin_nombre(
    modelo: type[Registro], valor: Mapping[str, Any]
) -> dict[Ruta, tuple[str, tuple[str, ...]]]:
    """Las letras que cayeron en la ficha de encima porque a su sección le falta el nombre.

    Por la ruta de cada ficha: la sección que falta, y las letras.
    """
    faltan = [
        seccion
        for seccion in modelo.model_fields
        if _lleva_letras(modelo, seccion) and seccion not in valor
    ]
    hallados: dict[Ruta, tuple[str, tuple[str, ...]]] = {}
    for seccion, ficha in valor.items() if len(faltan) == 1 else ():
        letras = [clave for clave in ficha if len(clave) == 1] if isinstance(ficha, dict) else []
        if seccion in modelo.model_fields and letras:
            hallados[seccion,] = faltan[0], tuple(letras)
    return hallados


def es_una_seccion(ruta: Ruta, modelo: type[Registro], valor: Mapping[str, Any]) -> bool:
    """Si en `ruta`, dentro de una ficha, está el nombre de una sección que el archivo no tiene."""
    return len(ruta) > 1 and ruta[-1] in modelo.model_fields and ruta[-1] not in valor


def con_las_secciones_de_dentro(
    fallos: Sequence[Fallo], modelo: type[Registro], valor: Mapping[str, Any]
) -> list[Fallo]:
    """Los `fallos`, con uno solo por cada sección que cayó entre las letras de otra."""
    dentro: dict[Ruta, Fallo] = {}
    otros: list[Fallo] = []
    for fallo in fallos:
        ruta = fallo.ruta[:2]
        if not fallo.sobra and es_una_seccion(ruta, modelo, valor):
            dicho = valor[str(ruta[0])][ruta[1]]
            dentro[ruta] = Fallo({"type": SOBRA, "loc": ruta, "msg": "", "input": dicho}, ruta)
        else:
            otros.append(fallo)
    return [*otros, *dentro.values()]


def cortados(
    ficha: Mapping[str, Any], suyos: tuple[str, ...], sueltas: Collection[str]
) -> dict[str, Cortado | None]:
    """Lo que en una ficha entre llaves no es un campo, sino el resto de uno que llevaba comas.

    `sueltas` son las claves sin dos puntos detrás. Con el primer resto va lo que se cortó; con los
    que lo siguen, nada.
    """
    seguidos: list[list[str]] = []
    sigue_a_un_texto = False
    for clave, dicho in ficha.items():
        if clave in suyos:
            sigue_a_un_texto = isinstance(dicho, str)
            seguidos.append([clave])
        elif sigue_a_un_texto and clave in sueltas and _es_un_resto(clave, seguidos[-1], suyos):
            seguidos[-1].append(clave)
        else:
            sigue_a_un_texto = False
    hallados: dict[str, Cortado | None] = {}
    for campo, *restos in seguidos:
        hallados |= dict.fromkeys(restos)
        if restos:
            entero = ", ".join((ficha[campo], *restos))
            hallados[restos[0]] = Cortado(campo, ficha[campo], entero)
    return hallados


def _es_un_resto(clave: str, previos: Sequence[str], suyos: tuple[str, ...]) -> bool:
    # El primero puede ser un campo mal escrito y sin su valor.
    return len(previos) > 1 or not campo_parecido(clave, suyos)


def archivo_de(clave: str, dicho: Any, modelo: type[Registro]) -> str:
    """El otro archivo al que pertenece una `clave` que este no tiene; nada si no es de ninguno.

    `mandatos: [AG-101]` puede ser de un registro de este archivo; con las fichas enteras, no.
    """
    es_de_uno = isinstance(dicho, list) and not any(isinstance(uno, dict) for uno in dicho)
    if es_de_uno and clave in claves_de_dentro(modelo):
        return ""
    for clase in CLASES:
        if clave == clase.clave and isinstance(dicho, list):
            imprescindibles = obligatorios_de(clase.modelo)
            fichas = [uno for uno in dicho if isinstance(uno, dict)]
            es_suyo = all(uno in ficha for ficha in fichas for uno in imprescindibles)
            return clase.archivo if es_suyo else ""
    otros = MODELO_DE_ARCHIVO.items() if isinstance(dicho, dict) else ()
    return next((archivo for archivo, otro in otros if clave in otro.model_fields), "")


def _ultimo_registro(
    seccion: str, dicho: Any, modelo: type[Registro]
) -> tuple[Ruta, Collection[str]]:
    if isinstance(dicho, dict) and dicho:
        return (seccion,), dicho
    if dicho is None and get_origin(modelo.model_fields[seccion].annotation) is not tuple:
        return (seccion,), ()
    if isinstance(dicho, list) and dicho and isinstance(dicho[-1], dict) and dicho[-1]:
        return (seccion, len(dicho) - 1), dicho[-1]
    return (), ()


def _puede_ser_de(seccion: str, clave: str, modelo: type[Registro]) -> bool:
    """Si una `clave` puede ser de la ficha de una sección, o de las de su lista."""
    if _lleva_letras(modelo, seccion):
        return len(clave) == 1
    ficha = ficha_de(modelo.model_fields[seccion].annotation)
    return ficha is not None and clave in ficha.model_fields


def consecuencias(
    fallos: Sequence[Fallo],
    modelo: type[Registro],
    valor: Mapping[str, Any],
    fuera: Collection[Fugados],
) -> set[Ruta]:
    """Las rutas de los campos que no es que falten: están con otro nombre, o `fuera` de ella."""
    faltan = [fallo.ruta for fallo in fallos if fallo.falta]
    if not faltan:
        return set()
    estan: set[Ruta] = {(*uno.dueno, campo) for uno in fuera for campo in uno.campos}
    # Una sección de la que salieron todos sus campos no está vacía.
    estan |= {uno.dueno for uno in fuera}
    for fallo in fallos:
        if fallo.sobra:
            *ficha, nombre = fallo.ruta
            claves = _claves(modelo, fallo.ruta)
            estan.add((*ficha, campo_parecido(str(nombre), claves)))
            estan.add((*ficha, al_reves(str(nombre), fallo.error["input"], claves)))
            estan.add((*ficha, el_id(str(nombre), lista_de(fallo.ruta), claves)))
    return {ruta for ruta in faltan if ruta in estan or _no_tiene_ninguno_suyo(modelo, ruta, valor)}


def _claves(modelo: type[Registro], ruta: Ruta) -> tuple[str, ...]:
    ficha = ficha_en(modelo, ruta)
    return tuple(ficha.model_fields) if ficha else ()


def _no_tiene_ninguno_suyo(modelo: type[Registro], ruta: Ruta, valor: Any) -> bool:
    """Si de una ficha que tiene algo, nada es suyo: de cada cosa se dice ya que no existe."""
    for paso in ruta[:-1]:
        valor = valor[paso]
    return bool(valor) and set(valor).isdisjoint(_claves(modelo, ruta))


def con_los_de_otra_clase(fallos: Sequence[Fallo], valor: Mapping[str, Any]) -> list[Fallo]:
    """Los `fallos`, con uno solo por cada registro que se escribió en el archivo de otra clase."""
    ajenos: dict[Ruta, set[str]] = {}
    for fallo in fallos:
        if fallo.sobra and len(fallo.ruta) == 3:
            ajenos.setdefault(fallo.ruta[:2], set()).add(str(fallo.ruta[2]))
    clases = {
        ruta: clase
        for ruta, campos in ajenos.items()
        if (clase := _la_clase_de(campos, valor[str(ruta[0])][ruta[1]]))
        and (len(campos) >= _BASTAN or _es_solo_de(clase, ruta, campos, valor))
    }
    otros = [fallo for fallo in fallos if fallo.ruta[:2] not in clases]
    return [*otros, *(_de_otra_clase(ruta, clase, valor) for ruta, clase in clases.items())]


def _la_clase_de(ajenos: Collection[str], registro: Mapping[str, Any]) -> Clase | None:
    for clase in CLASES:
        campos, imprescindibles = clase.modelo.model_fields, obligatorios_de(clase.modelo)
        if all(uno in campos for uno in ajenos) and all(uno in registro for uno in imprescindibles):
            return clase
    return None


def _es_solo_de(clase: Clase, ruta: Ruta, ajenos: Iterable[str], valor: Mapping[str, Any]) -> bool:
    """Si un registro con un campo ajeno, que no es una errata, solo puede ser de `clase`."""
    registro = valor[str(ruta[0])][ruta[1]]
    suya = next((una for una in CLASES if una.clave == ruta[0]), None)
    if suya is None or not all(uno in clase.modelo.model_fields for uno in registro):
        return False
    if all(uno in registro for uno in obligatorios_de(suya.modelo)):
        return False
    claves = tuple(suya.modelo.model_fields)
    parecidos = (campo_parecido(uno, claves) for uno in ajenos)
    return all(not uno or uno in registro for uno in parecidos)


def _de_otra_clase(ruta: Ruta, clase: Clase, valor: Mapping[str, Any]) -> Fallo:
    registro = valor[str(ruta[0])][ruta[1]]
    return Fallo(
        {"type": DE_OTRA_CLASE, "loc": ruta, "msg": "", "input": registro, "ctx": {"clase": clase}},
        ruta,
    )


def ficha_que_sigue(fichas: Sequence[Any], orden: int, campo: str) -> tuple[int, dict[str, Any]]:
    """La ficha a la que le sobró un guion: cuántas van delante de la `orden` y todas en una.

    Es la más cercana de delante que tiene `campo`, si ninguna de las que siguen repite nada suyo;
    una palabra a solas es el ID de la suya. Nada, y ninguna, si no la hay.
    """
    entera: dict[str, Any] = {}
    for cuantas in range(min(orden + 1, _CERCA)):
        ficha = fichas[orden - cuantas]
        if isinstance(ficha, str) and campo == "id":
            ficha = {campo: ficha}
        if not isinstance(ficha, dict) or not entera.keys().isdisjoint(ficha):
            break
        entera = {**ficha, **entera}
        if campo in ficha:
            return cuantas, entera
    return 0, {}
