"""Los registros en CSV, para una hoja de cálculo."""

from collections.abc import Mapping
from typing import Any, Final

from camctl.salida.separado import EN_ARCHIVO, separado
from camctl.vistas.respuesta import Registros, Respuesta

# Por una tubería va sin la marca que Excel necesita: a otro programa le estorba.
CODIFICACION: Final = EN_ARCHIVO

# Por cuál de sus claves se nombra un registro dentro de una celda.
_NOMBRES = ("id", "nombre", "titulo", "texto")


def escribir(respuesta: Respuesta) -> str:
    """Una fila por registro, como pide la RFC 4180; sin registros, nada.

    Las columnas son todas las claves, por orden de aparición.
    """
    filas = _filas(respuesta.registros)
    claves = list(dict.fromkeys(clave for fila in filas for clave in fila))
    if not claves:
        return ""
    valores = ([_plano(fila.get(clave), "; ") for clave in claves] for fila in filas)
    return separado([claves, *valores])


def _filas(registros: Registros | dict[str, Any]) -> Registros:
    """Los registros; de una respuesta con una sola lista de ellos, los de la lista."""
    if isinstance(registros, list):
        return registros
    listas = [valor for valor in registros.values() if _es_de_registros(valor)]
    return listas[0] if len(listas) == 1 else [registros]


def _es_de_registros(valor: Any) -> bool:
    return isinstance(valor, list) and all(isinstance(uno, Mapping) for uno in valor)


def _plano(valor: Any, separador: str) -> str:
    """`valor` en una línea legible; `separador`, entre los elementos de una lista o una ficha."""
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, Mapping):
        return separador.join(
            _con_clave(clave, suyo) for clave, suyo in valor.items() if _dice(suyo)
        )
    if isinstance(valor, list):
        return separador.join(
            _nombrado(uno) if isinstance(uno, Mapping) else _plano(uno, ", ") for uno in valor
        )
    return str(valor)


def _dice(valor: Any) -> bool:
    return valor is not None and valor != [] and valor != {}


def _con_clave(clave: str, valor: Any) -> str:
    return f"{clave}: {_plano(valor, ', ')}"


def _nombrado(registro: Mapping[str, Any]) -> str:
    """Un registro en pocas palabras: cómo se llama y, entre paréntesis, lo demás que diga."""
    nombre = next((clave for clave in _NOMBRES if _dice(registro.get(clave))), None)
    if nombre is None:
        return _plano(registro, ", ")
    demas = [
        _con_clave(clave, valor) if isinstance(valor, bool) else _plano(valor, ", ")
        for clave, valor in registro.items()
        if clave != nombre and _dice(valor)
    ]
    detalle = f" ({', '.join(demas)})" if demas else ""
    return f"{_plano(registro[nombre], ', ')}{detalle}"
