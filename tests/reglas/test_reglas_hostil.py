"""Planes hechos para que las reglas no acaben: respuesta en segundos, memoria acotada.

Cada caso corre en su propio proceso, con la memoria limitada y un plazo holgado, como los de la
lectura.
"""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.carga import Carga
from camctl.reglas import motor
from camctl.reglas.motor import Eleccion, diagnosticar
from procesos import ACOTAR_LA_MEMORIA, lo_que_escribe

pytest.importorskip("resource", reason="Windows no sabe limitar la memoria de un proceso")

Cargar: TypeAlias = Callable[..., Carga]

PROGRAMA = (
    ACOTAR_LA_MEMORIA
    + """
import sys
from collections import Counter
from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria
from camctl.reglas.motor import diagnosticar
carga = cargar(Memoria({
    "objetivos.yaml": b"programa: {titulo: x}\\nobjetivos: []\\n",
    "mandatos.yaml": b"mandatos: []\\n",
    "actores.yaml": b"actores: [{id: CB, nombre: x}]\\n",
    "calendario.yaml": b"plan: {titulo: x, periodo: 2030, comision: CB}\\nactividades:\\n"
    + eval(sys.argv[1]).encode(),
}))
print(Counter(uno.codigo for uno in diagnosticar(carga)))
"""
)

UNA = "- {{id: A{n}, fecha: 2030-01-02, tipo: otra, titulo: x, actores: [{actores}]}}\n"

CASOS: dict[str, tuple[str, set[str]]] = {
    # expresión que da las actividades, códigos que han de salir
    "300 000 ID mal escritos en una línea": (
        f"{UNA!r}.format(n=1, actores='cb, ' * 300_000)",
        {"R309", "L128"},
    ),
    "49 000 ID mal escritos en una línea": (
        f"{UNA!r}.format(n=1, actores='cb, ' + 'c b, ' * 49_000)",
        {"R309", "R314"},
    ),
    "un millón de citas de quien no existe": (
        f"''.join({UNA!r}.format(n=n, actores='zzz, ' * 19_000) for n in range(55))",
        {"R302", "L128"},
    ),
}


@pytest.mark.parametrize(("expresion", "codigos"), CASOS.values(), ids=CASOS)
def test_hostil(expresion: str, codigos: set[str]) -> None:
    escrito = lo_que_escribe(PROGRAMA, expresion)
    assert all(codigo in escrito for codigo in codigos), escrito


def test_a_partir_de_tantos_hallazgos_no_se_sigue_y_se_dice(
    cargar_con: Cargar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motor, "ERRORES_MAXIMOS", 10)
    sin_actores = "  - {{id: ACT-{n}, fecha: 2030-03, tipo: formal, titulo: Una}}\n"
    carga = cargar_con("\n" + "".join(sin_actores.format(n=n) for n in range(2, 20)))
    hallados = diagnosticar(carga, Eleccion(solo=("C407",)))
    assert [uno.codigo for uno in hallados] == ["L128", *["C407"] * 10]
    assert hallados[0].lugar.archivo.endswith("calendario.yaml")
    assert hallados[0].mensaje == (
        "las reglas encuentran más de 10 cosas: aquí no están más que las primeras"
    )
