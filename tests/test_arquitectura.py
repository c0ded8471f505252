"""Los pisos del código: cada módulo importa de su piso o de los de debajo, y nada de más."""

import ast
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Container, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

import pytest

import camctl
from camctl.__main__ import _SinComplementos
from camctl.cli.app import nombres_de_comandos

CODIGO: Final = Path(camctl.__file__).parent
DATOS: Final = Path(__file__).resolve().parent.parent / "data"
MODULOS: Final = sorted(CODIGO.rglob("*.py"))
LARGO: Final = 400

# El piso de cada módulo o paquete de `camctl`; el que falte aquí no tiene sitio.
PISOS: Final = {
    "diagnostico": 0,
    "comparacion": 0,
    "invisibles": 0,
    "castellano": 0,
    "archivos": 0,
    "zonas": 0,
    "libres": 0,
    "cerrojos": 0,
    "progreso": 0,
    "fuentes": 1,
    "lectura": 1,
    "modelo": 2,
    "carga": 3,
    "traduccion": 3,
    "escritura": 3,
    "fichas_supuestas": 3,
    "remedios": 3,
    "campo_errado": 3,
    "campos_de_mas": 3,
    "un_solo_texto": 3,
    "referencias": 4,
    "indices": 4,
    "cobertura": 4,
    "ignorados": 5,
    "reglas": 5,
    "vistas": 5,
    "informe": 5,
    "edicion": 5,
    "esquema": 5,
    "manual": 5,
    "salida": 6,
    "cli": 7,
    "__main__": 8,
}
# Dentro de un piso, quién no sabe de quién.
EXTRANOS: Final = {
    "lectura": {"fuentes"},
    "fuentes": {"lectura"},
    "vistas": {"reglas", "informe", "ignorados", "edicion", "manual"},
    "reglas": {"vistas", "informe", "edicion", "manual"},
    "edicion": {"vistas", "informe", "manual"},
}


def nombre_de(modulo: Path) -> str:
    """El nombre con que se importa: `camctl.cli.app`."""
    partes = modulo.relative_to(CODIGO.parent).with_suffix("").parts
    return ".".join(partes[:-1] if partes[-1] == "__init__" else partes)


def importados(modulo: Path) -> Iterator[str]:
    """Lo que importa de `camctl`, también dentro de funciones o solo para los tipos."""
    for nodo in ast.walk(ast.parse(modulo.read_text(encoding="utf-8"))):
        if isinstance(nodo, ast.Import):
            yield from (alias.name for alias in nodo.names)
        elif isinstance(nodo, ast.ImportFrom):
            assert nodo.level == 0, f"{modulo}: las importaciones son absolutas"
            yield from (f"{nodo.module}.{alias.name}" for alias in nodo.names)


def parte_de(nombre: str) -> str:
    """De «camctl.cli.app», «cli»; nada si no es de camctl o es solo `camctl`."""
    partes = nombre.split(".")
    return partes[1] if partes[0] == "camctl" and len(partes) > 1 else ""


def partes_importadas(modulo: Path) -> set[str]:
    # `from camctl import __version__` no es un módulo.
    return {parte_de(nombre) for nombre in importados(modulo)} - {"", "__version__"}


@pytest.mark.parametrize("modulo", MODULOS, ids=nombre_de)
def test_cada_modulo_importa_hacia_abajo(modulo: Path) -> None:
    propia = parte_de(nombre_de(modulo))
    if not propia:
        assert partes_importadas(modulo) == set()
        return
    assert propia in PISOS, f"«{propia}» no tiene piso"
    de_arriba = {una for una in partes_importadas(modulo) if PISOS[una] > PISOS[propia]}
    assert de_arriba == set()
    assert partes_importadas(modulo) & EXTRANOS.get(propia, set()) == set()


def test_ningun_modulo_se_importa_a_si_mismo_dando_un_rodeo() -> None:
    # Lo que se importa dentro de una función, o solo para los tipos, también los ata.
    todos = {nombre_de(modulo): modulo for modulo in MODULOS}
    grafo = {
        nombre: {modulo_de(uno, todos) for uno in importados(modulo)} - {"", nombre}
        for nombre, modulo in todos.items()
    }
    rodeo: list[str] = []
    try:
        TopologicalSorter(grafo).prepare()
    except CycleError as hallado:
        rodeo = hallado.args[1]
    assert rodeo == []


def modulo_de(importado: str, todos: Container[str]) -> str:
    """El módulo de lo importado, que puede ser una función suya; nada si no es de camctl."""
    return next((uno for uno in (importado, importado.rpartition(".")[0]) if uno in todos), "")


@pytest.mark.parametrize("modulo", MODULOS, ids=nombre_de)
def test_cada_modulo_dice_para_que_esta(modulo: Path) -> None:
    docstring = ast.get_docstring(ast.parse(modulo.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", ":", "»"))


@pytest.mark.parametrize("parte", [una for una in PISOS if una != "__main__"])
def test_cada_parte_dice_su_piso(parte: str) -> None:
    modulo = next(ruta for ruta in MODULOS if nombre_de(ruta) == f"camctl.{parte}")
    docstring = ast.get_docstring(ast.parse(modulo.read_text(encoding="utf-8"))) or ""
    assert docstring.startswith(f"Piso {PISOS[parte]}: ")


def test_la_tabla_de_quien_contribuye_son_los_pisos() -> None:
    texto = (DATOS.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    filas = re.findall(r"^\| ([0-9]) \| ([^|]*) \|", texto, re.MULTILINE)
    en_la_tabla = [
        (parte, int(piso)) for piso, donde in filas for parte in re.findall("`([a-z_]+)/?`", donde)
    ]
    # Encima de todos está solo lo que arranca el programa.
    assert sorted(en_la_tabla) == sorted(PISOS.items() - {("__main__", 8)})


@pytest.mark.parametrize("modulo", MODULOS, ids=nombre_de)
def test_ningun_modulo_es_demasiado_largo(modulo: Path) -> None:
    assert len(modulo.read_text(encoding="utf-8").splitlines()) <= LARGO


def test_nada_del_codigo_sabe_de_un_plan_concreto() -> None:
    # El de 2018-2019 son datos, y el primero que la usa.
    siglas = re.compile(r"\b(?:CAM|CIDH|CIM|IIN|INNA|SSM|CIDI|SADyE|OEA|2018|2019|migrant\w+)\b")
    hallados = {
        nombre_de(modulo): sorted(set(siglas.findall(modulo.read_text(encoding="utf-8"))))
        for modulo in MODULOS
    }
    assert {nombre: suyas for nombre, suyas in hallados.items() if suyas} == {}


# Lo que se importa al ejecutar una orden


# El proceso acaba con `os._exit`: lo que importó se cuenta justo antes.
_CONTAR: Final = """
import os, sys

def contar(codigo):
    sys.stdout.flush()
    print(*sys.modules, sep="\\n", file=sys.stderr, flush=True)
    salir(codigo)

salir, os._exit = os._exit, contar
from camctl.__main__ import principal
principal()
"""


def modulos_al_ejecutar(*orden: str, carpeta: Path) -> set[str]:
    """Los módulos que importa un proceso entero que ejecuta esa orden."""
    ajenas = {"CAMCTL_DATOS", "GITHUB_ACTIONS", "PYTHONPATH"}
    entorno = {nombre: valor for nombre, valor in os.environ.items() if nombre not in ajenas}
    hecho = subprocess.run(
        [sys.executable, "-c", _CONTAR, *orden],
        cwd=carpeta,
        env={**entorno, "PYTHONPATH": str(CODIGO.parent)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    return set(hecho.stderr.decode().split())


DE_LO_QUE_ESTA_MAL: Final = {
    "camctl.carga.cascadas",
    "camctl.carga.interprete",
    "camctl.carga.nombres",
    "camctl.carga.sin_id",
    "camctl.remedios",
    "camctl.traduccion",
}
# Ni ayuda, ni papeles, ni cómo decir errores que no hay.
SOBRA_EN_UNA_CONSULTA: Final = {
    *DE_LO_QUE_ESTA_MAL,
    "camctl.cli.fallos",
    "camctl.cli.idioma.ayuda",
    "camctl.cli.idioma.completado",
    "camctl.cli.idioma.errores",
    "camctl.cli.reparto",
    "camctl.edicion",
    "camctl.informe",
    "camctl.salida.diagnosticos",
    "camctl.salida.papeles",
}
# Lo que escribe los papeles; en una consulta costaría más que contestarla.
DE_LOS_PAPELES: Final = {"icalendar", "dateutil", "docx", "docxtpl", "lxml", "openpyxl", "jinja2"}

CONSULTAS: Final = {
    "calendario": ["calendario"],
    "objetivos": ["objetivos", "--sin-sesion"],
    "actores": ["actores", "--objetivo", "B8"],
    "mandatos": ["mandatos"],
    "ver": ["ver", "ACT-4"],
    "buscar": ["buscar", "trata"],
    "cobertura": ["cobertura"],
    "seguimiento": ["seguimiento"],
    "cambios": ["cambios", ".", "."],
}


@pytest.mark.parametrize("comando", CONSULTAS)
def test_una_consulta_no_importa_lo_que_no_necesita(comando: str) -> None:
    modulos = modulos_al_ejecutar(*CONSULTAS[comando], carpeta=DATOS)
    assert f"camctl.cli.comandos.{comando}" in modulos
    otros = {f"camctl.cli.comandos.{otro}" for otro in nombres_de_comandos() if otro != comando}
    assert modulos & otros == set()
    assert modulos.isdisjoint({*SOBRA_EN_UNA_CONSULTA, "importlib.metadata"})
    paquetes = {modulo.partition(".")[0] for modulo in modulos}
    assert paquetes.isdisjoint({"rich", *DE_LOS_PAPELES})


def test_lo_que_se_pide_que_no_se_importe_existe() -> None:
    # De un módulo que cambió de nombre no se sabría si se importa.
    assert {*map(nombre_de, MODULOS)} >= SOBRA_EN_UNA_CONSULTA


@pytest.mark.parametrize("orden", [["--version"], ["--ayuda"]])
def test_lo_que_no_mira_los_datos_no_los_carga(orden: list[str], tmp_path: Path) -> None:
    modulos = modulos_al_ejecutar(*orden, carpeta=tmp_path)
    assert "camctl.cli.app" in modulos
    assert not any(modulo.partition(".")[0] in ("yaml", "_yaml") for modulo in modulos)
    assert not any(modulo.startswith(("camctl.modelo", "camctl.lectura")) for modulo in modulos)
    if orden == ["--version"]:
        assert not any(modulo.startswith("camctl.cli.comandos.") for modulo in modulos)
        assert not any(modulo.partition(".")[0] == "rich" for modulo in modulos)


def test_validar_sin_errores_no_importa_como_decirlos() -> None:
    modulos = modulos_al_ejecutar("validar", ".", carpeta=DATOS)
    assert modulos.isdisjoint({*DE_LO_QUE_ESTA_MAL, "importlib.metadata", "json", "rich"})
    assert "camctl.indices" in modulos
    assert not any(modulo.startswith("camctl.salida.tablas") for modulo in modulos)


def test_un_papel_no_importa_las_bibliotecas_de_otro() -> None:
    modulos = modulos_al_ejecutar("exportar", "json", carpeta=DATOS)
    assert "camctl.salida.papeles.json" in modulos
    assert modulos.isdisjoint({"docx", "docxtpl", "jinja2", "lxml", "icalendar", "openpyxl"})


def test_el_cargador_de_complementos_deja_paso_al_de_pydantic(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nombre = "pydantic.plugin._loader"
    monkeypatch.setitem(sys.modules, nombre, _SinComplementos(nombre))
    nuestro = sys.modules[nombre]
    assert tuple(importlib.import_module(nombre).get_plugins()) == ()
    assert sys.modules[nombre] is nuestro
    # Lo que no tiene lo tiene el de verdad, que ocupa entonces su sitio.
    assert nuestro.PYDANTIC_ENTRY_POINT_GROUP == "pydantic"
    assert sys.modules[nombre] is not nuestro
