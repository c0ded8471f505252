"""Validar un archivo enorme por tramos: sus errores se cuentan antes de apuntarlos todos.

Pydantic guarda cada error de lo que se le da: un archivo de 48 MB hecho de ellos pasaba de 4 GB. Y
con tantos registros, lo que les sobra también cuenta.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from camctl.lectura.obra import ERRORES_MAXIMOS
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de
from camctl.progreso import decir

_TRAMO: Final = 2_000  # registros
# De las listas de un registro; más elementos no son de un registro, y sus errores tampoco cabrían.
_ELEMENTOS_DE_UN_REGISTRO: Final = 20_000


def validado_por_tramos(modelo: type[Registro], valor: dict[str, Any]) -> dict[str, Any] | None:
    """`valor` con sus registros ya validados, salvo los de un tramo en que alguno está mal.

    Nada si hay tantos errores que basta con decirlo.
    """
    quedan = ERRORES_MAXIMOS
    validado = dict(valor)
    for clave, lista in valor.items():
        campo = modelo.model_fields.get(clave)
        ficha = ficha_de(campo.annotation) if campo else None
        if ficha is None or not isinstance(lista, list):
            continue
        registros: list[Any] = []
        for trozo, errores in _trozos(ficha, lista):
            registros += trozo
            quedan -= errores
            if quedan < 0:
                return None
        validado[clave] = registros
    return validado


def _trozos(ficha: type[Registro], lista: list[Any]) -> Iterator[tuple[list[Any], int]]:
    """Cada tramo, validado si está bien, y cuántos errores tiene."""
    adaptador: TypeAdapter[list[Any]] = TypeAdapter(list[ficha])  # type: ignore[valid-type]  # solo se sabe aquí
    for desde in range(0, len(lista), _TRAMO):
        decir("comprobando los registros", desde, len(lista))
        trozo = lista[desde : desde + _TRAMO]
        if any(map(_es_enorme, trozo)):
            yield trozo, ERRORES_MAXIMOS + 1
            return
        try:
            validados = adaptador.validate_python(trozo)
        except ValidationError as fallo:
            yield trozo, fallo.error_count()
        else:
            _compartir_los_campos(validados)
            yield validados, 0


def _compartir_los_campos(registros: Iterable[Registro]) -> None:
    """Deja un solo conjunto de campos escritos para los registros que tienen los mismos.

    Pydantic le da a cada uno el suyo, que ocupa tanto como el registro; distintos hay muy pocos, y
    nadie los cambia.
    """
    distintos: dict[frozenset[str], set[str]] = {}
    for registro in registros:
        escritos = registro.model_fields_set
        suyos = distintos.setdefault(frozenset(escritos), escritos)
        object.__setattr__(registro, "__pydantic_fields_set__", suyos)


def _es_enorme(registro: Any) -> bool:
    if not isinstance(registro, dict):
        return False
    listas = (suyo for suyo in registro.values() if isinstance(suyo, list))
    return sum(map(len, listas)) > _ELEMENTOS_DE_UN_REGISTRO
