"""Cuál de las maneras de escribir un ID es la buena, y en quién se dice."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.diagnostico import Diagnostico
from camctl.edicion.arreglos import corregir
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.reglas.ejemplos import Caso

Cambio: TypeAlias = tuple[str, str]
Hallar: TypeAlias = Callable[..., list[Diagnostico]]

BASE = Caso({}, frozenset()).fuente
TEXTO = "    texto: Dotar de biblioteca a cada escuela.\n"
ACTORES = "    actores: [CB, ILI]\n"


def codigos(hallados: list[Diagnostico]) -> list[str]:
    return [uno.codigo for uno in hallados]


def otro_objetivo(id_: str) -> Cambio:
    return (TEXTO, f"{TEXTO}\n  - id: {id_}\n    titulo: Otro\n    texto: Otro.\n")


@pytest.mark.parametrize(
    ("archivo", "cambio", "ayuda", "citas"),
    [
        ("actores", ("- id: ILI", "- id: Ili"), "se cita. Escriba: - id: ILI", 1),
        ("actores", ("- id: ILI", "- id: I.L.I"), "se cita. Escriba: - id: ILI", 1),
        ("mandatos", ("- id: AG-101", "- id: AG 101"), "se cita. Escriba: - id: AG-101", 1),
        ("mandatos", ("- id: AG-101", "- id: ag-101"), "se cita. Escriba: - id: AG-101", 1),
        ("objetivos", ("- id: B1", "- id: b1"), "se cita. Escriba: - id: B1", 1),
        # Basta con los demás de su serie, aunque no se cite.
        ("objetivos", otro_objetivo("b.2"), "ellos. Escriba: - id: B2", 0),
    ],
)
def test_si_el_mal_escrito_es_el_suyo_se_dice_en_su_ficha(
    hallar: Hallar, archivo: str, cambio: Cambio, ayuda: str, citas: int
) -> None:
    (uno,) = hallar(**{archivo: cambio})
    assert (uno.codigo, uno.lugar.archivo) == ("E512", f"{archivo}.yaml")
    assert uno.ayuda == f"escríbalo como {ayuda}"
    assert len(uno.relacionados) == citas
    assert [arreglo.seguro for arreglo in uno.arreglos] == [True]


def test_de_dos_que_no_son_iguales_el_bueno_es_el_que_se_cita(hallar: Hallar) -> None:
    viejo, nuevo = otro_objetivo("B2")
    hallados = hallar(
        objetivos=(
            f"- id: B1\n    titulo: Bibliotecas escolares\n{viejo}",
            f"- id: b1\n    titulo: Bibliotecas escolares\n{nuevo}",
        )
    )
    assert [(uno.codigo, uno.registro) for uno in hallados] == [("E512", "b1")]


@pytest.mark.parametrize(
    ("lineas", "esperados"),
    [
        # Una sola vez, o peor escrito: lo que está mal es la cita.
        ("    objetivos: [B-1]\n", ["R314"]),
        ("    actores: [cb, ili]\n", ["R314"] * 2),
        ("    mandatos: [AG101]\n", ["R314"]),
    ],
)
def test_si_el_suyo_es_el_bueno_se_dice_en_la_cita(
    hallar: Hallar, lineas: str, esperados: list[str]
) -> None:
    lineas = lineas if "actores" in lineas else f"{ACTORES}{lineas}"
    hallados = hallar(calendario=(ACTORES, lineas))
    assert codigos(hallados) == esperados
    assert {uno.lugar.archivo for uno in hallados} == {"calendario.yaml"}


def test_de_su_serie_no_lo_sacan_sus_citas(hallar: Hallar) -> None:
    otro = "    parrafos: 1-3\n\n  - id: AG-102\n    resolucion: R\n    titulo: Otro\n"
    citas = "    mandatos: [AG101]\n    nota: x\n"
    hallados = hallar(
        mandatos=("    parrafos: 1-3\n", otro),
        objetivos=("mandato: AG-101", "mandato: AG101"),
        calendario=(ACTORES, f"{ACTORES}{citas}"),
    )
    assert {(uno.codigo, uno.ayuda.rpartition(" ")[2]) for uno in hallados} >= {("R314", "AG-101")}
    assert "E512" not in codigos(hallados)


def test_corregir_deja_las_citas_buenas_como_estan() -> None:
    contenidos = {nombre: BASE.leer(nombre) for nombre in ARCHIVOS}
    contenidos["actores.yaml"] = contenidos["actores.yaml"].replace(b"- id: ILI", b"- id: Ili")
    contenidos["calendario.yaml"] += b"    avances: [{objetivo: B1, actor: ili, texto: x}]\n"
    correccion = corregir(Memoria(contenidos))
    calendario = contenidos["calendario.yaml"].replace(b"actor: ili", b"actor: ILI")
    assert correccion.archivos == {
        "actores.yaml": BASE.leer("actores.yaml"),
        "calendario.yaml": calendario,
    }
    assert not [uno for uno in correccion.quedan if uno.codigo in {"E512", "R314"}]
