"""Lo que cambia de un campo sin frase propia: un texto, palabra por palabra; lo demás, entero."""

from collections.abc import Collection, Iterator
from typing import Any, Final

from camctl.castellano import entre_comillas, enumerar
from camctl.vistas.cambios.comun import Cambio, Pareja
from camctl.vistas.diferencias import diferencias
from camctl.vistas.nombres import rotulo

_NADA: Final[tuple[Any, ...]] = (None, [], {})
_CORTO: Final = 60  # hasta aquí se dice el texto entero; más, las palabras que cambian


def campos_cambiados(clase: str, suya: Pareja, *, sin: Collection[str] = ()) -> Iterator[Cambio]:
    """Los campos de un registro que cambian, salvo los de `sin`."""
    id_ = getattr(suya.despues, "id", "")
    for campo in suya.campos:
        if campo in sin:
            continue
        antes, despues = suya.datos_antes.get(campo), suya.datos_despues[campo]
        nombre = rotulo(type(suya.despues), campo)
        yield from cambios_de_valor(clase, id_, campo, nombre, antes, despues)


def cambios_de_valor(
    clase: str, id_: str, campo: str, nombre: str, antes: Any, despues: Any
) -> Iterator[Cambio]:
    """Un valor que cambia; de un texto largo, un cambio por cada tramo distinto."""
    largo = isinstance(antes, str) and isinstance(despues, str) and len(antes) > _CORTO
    if largo:
        for una in diferencias(antes, despues):
            frase = f"{nombre}: {una.en_palabras}."
            yield Cambio(clase, id_, "enmendado", frase, campo, una.antes, una.despues)
    else:
        yield Cambio(clase, id_, "cambiado", _frase(nombre, antes, despues), campo, antes, despues)


def _frase(nombre: str, antes: Any, despues: Any) -> str:
    if antes in _NADA:
        return f"{nombre}: {_dicho(despues)}."
    if despues in _NADA:
        return f"{nombre}: ya no lo dice (antes, {_dicho(antes)})."
    return f"{nombre}: {_dicho(despues)} (antes, {_dicho(antes)})."


def _dicho(valor: Any) -> str:
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, list):
        return enumerar([_dicho(uno) for uno in valor])
    if isinstance(valor, dict):
        return ", ".join(_dicho(uno) for uno in valor.values() if uno not in _NADA)
    return entre_comillas(str(valor))
