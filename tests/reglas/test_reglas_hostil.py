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
    "actores.yaml": b"actores:\\n- {id: CB, nombre: x}\\n" + eval(sys.argv[2]).encode(),
    "calendario.yaml": b"plan: {titulo: x, periodo: 2030, comision: CB}\\nactividades:\\n"
    + eval(sys.argv[1]).encode(),
}))
print(Counter(uno.codigo for uno in diagnosticar(carga)))
"""
)

ACTOR = "- id: {id}\n  nombre: x\n  mision: {mision}\n  objetivos:\n"
UNA = "- {{id: A{n}, fecha: 2030-01-02, tipo: otra, titulo: x, actores: [{actores}]}}\n"
UNA_SOLA = f"{UNA!r}.format(n=1, actores='CB')"

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
    "400 000 invisibles en un texto": (
        f"{UNA_SOLA}.replace('x', '\"' + '\\u200b' * 400_000 + '\"')",
        {"E504': 1"},
    ),
    "tres millones de comentarios sin su espacio detrás de un texto": (
        f"{UNA_SOLA} + '#x\\n' * 3_000_000",
        {"Counter()"},
    ),
}


# Lo mismo, con más actores.
DE_ACTORES: dict[str, tuple[str, set[str]]] = {
    "30 000 citas que no están en un texto que se les parece": (
        f"{ACTOR!r}.format(id='X', mision='a ' * 500_000)"
        " + ''.join('  - {id: B8, cita: a a b %d}\\n' % n for n in range(30_000))",
        {"R308': 1"},
    ),
}


@pytest.mark.parametrize(
    ("actividades", "actores", "codigos"),
    [
        *((expresion, "''", codigos) for expresion, codigos in CASOS.values()),
        *((UNA_SOLA, expresion, codigos) for expresion, codigos in DE_ACTORES.values()),
    ],
    ids=[*CASOS, *DE_ACTORES],
)
def test_hostil(actividades: str, actores: str, codigos: set[str]) -> None:
    escrito = lo_que_escribe(PROGRAMA, actividades, actores)
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
