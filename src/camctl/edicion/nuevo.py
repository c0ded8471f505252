"""Los archivos del periodo siguiente, a partir de los de este, o los de otra comisión, vacíos."""

import textwrap
from collections.abc import Mapping, Sequence
from importlib.resources import files
from string import Template
from typing import Any, Final

from camctl.edicion.hechura import Hechura, campo
from camctl.esquema import en_json, esquema_de
from camctl.fuentes import ARCHIVOS, Fuente
from camctl.lectura.escrito import escrito
from camctl.modelo.fecha import Periodo
from camctl.modelo.plan import Cabecera

_ANCHO: Final = 96  # de un comentario
_SIN_NOMBRE: Final = "Escriba aquí el nombre de la comisión"
_SIN_TITULO: Final = "Escriba aquí el título del plan"
# Lo que se dice del plan que acaba y no del que empieza.
_DEL_QUE_ACABA: Final = ("texto", "actualizado", "nota")


def periodo_siguiente(
    fuente: Fuente,
    cabecera: Cabecera,
    periodo: Periodo,
    pendiente: Mapping[str, Sequence[str]],
) -> dict[str, bytes]:
    """Programa, objetivos, actores y mandatos, como están; el calendario, vacío.

    `pendiente` son los puntos por decidir, por apartados: quedan comentados en el calendario.
    """
    datos = cabecera.model_dump(mode="json", exclude=set(_DEL_QUE_ACABA), exclude_none=True)
    titulo = cabecera.titulo.replace(str(cabecera.periodo), str(periodo))
    datos |= {"titulo": titulo, "periodo": str(periodo)}
    de_antes = f"PENDIENTE DE DECIDIR, del plan {cabecera.periodo}"
    archivos = {nombre: fuente.leer(nombre) for nombre in ARCHIVOS}
    archivos["calendario.yaml"] = _calendario(
        {clave: valor for clave, valor in datos.items() if valor != []},
        periodo,
        _comentario(de_antes, pendiente) if pendiente else "",
    )
    return {**archivos, **_esquemas()}


def plan_vacio(
    periodo: Periodo, comision: str, *, nombre: str | None = None, titulo: str | None = None
) -> dict[str, bytes]:
    """Los archivos de una comisión que empieza, con lo que falta por escribir a la vista."""
    campos = {"comision": escrito(comision), "nombre": escrito(nombre or _SIN_NOMBRE)}
    cabecera = {
        "titulo": titulo or _SIN_TITULO,
        "periodo": str(periodo),
        "comision": comision,
    }
    return {
        **{archivo: _rellenado(archivo, campos) for archivo in ARCHIVOS[:-1]},
        "calendario.yaml": _calendario(cabecera, periodo, ""),
        **_esquemas(),
    }


def _calendario(cabecera: Mapping[str, Any], periodo: Periodo, pendiente: str) -> bytes:
    return _rellenado(
        "calendario.yaml",
        {
            "anio": str(periodo.inicio.year),
            "comision": escrito(cabecera["comision"]),
            "cabecera": "\n".join(
                linea
                for clave, valor in cabecera.items()
                for linea in campo(clave, valor, 2, Hechura())
            ),
            "pendiente": f"\n{pendiente}" if pendiente else "",
        },
    )


def _rellenado(archivo: str, campos: Mapping[str, str]) -> bytes:
    modelo = files("camctl.edicion.modelos").joinpath(archivo).read_text(encoding="utf-8")
    return Template(modelo).substitute(campos).encode("utf-8")


def _comentario(titulo: str, apartados: Mapping[str, Sequence[str]]) -> str:
    """El título y, bajo cada apartado, sus puntos; todo comentado."""
    lineas = [f"# {titulo}"]
    for apartado, puntos in apartados.items():
        lineas += ["#", f"# {apartado}:"]
        for punto in puntos:
            # Lo que en un texto sea un salto de línea no ha de salirse del comentario.
            lineas += textwrap.wrap(
                " ".join(punto.split()),
                _ANCHO,
                initial_indent="#   · ",
                subsequent_indent="#     ",
                break_on_hyphens=False,
            )
    return "\n".join(lineas)


def _esquemas() -> dict[str, bytes]:
    return {
        f".esquemas/{archivo.removesuffix('.yaml')}.json": en_json(esquema_de(archivo)).encode()
        for archivo in ARCHIVOS
    }
