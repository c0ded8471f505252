"""Un plan sin nada mal, al que cada prueba cambia unos archivos, y lo que se dice al cargarlo."""

from textwrap import dedent
from typing import Final

from camctl.carga import Carga, cargar
from camctl.fuentes.memoria import Memoria

SANOS: Final = {
    "objetivos.yaml": "programa: {titulo: x}\nobjetivos: [{id: B1, titulo: Uno, texto: x}]\n",
    "mandatos.yaml": "mandatos: []\n",
    "actores.yaml": "actores: []\n",
    "calendario.yaml": "plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades: []\n",
}


def cargado(**archivos: str) -> Carga:
    """El plan con esos archivos: `cargado(calendario=…)`."""
    textos = {**SANOS, **{f"{nombre}.yaml": dedent(texto) for nombre, texto in archivos.items()}}
    return cargar(Memoria({nombre: texto.encode() for nombre, texto in textos.items()}))


def dicho(carga: Carga) -> list[tuple[str, str, str]]:
    """El código, el mensaje y la ayuda de cada diagnóstico."""
    return [(uno.codigo, uno.mensaje, uno.ayuda) for uno in carga.diagnosticos]
