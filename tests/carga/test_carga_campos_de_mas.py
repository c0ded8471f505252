"""Un campo que no existe: lo que se manda escribir lleva todo lo que llevaba, en su forma."""

import pytest

from camctl.carga import Carga
from cargas import cargado

ACTIVIDAD = """\
plan: {titulo: Plan, periodo: 2030, comision: CB}
actividades:
  - id: ACT-1
    fecha: 2030-03
    tipo: formal
    titulo: Uno
"""
UN_INVITADO = "invitados:\n      - nombre: Ana\n        estado: por_confirmar\n        "
UN_ACUERDO = "acuerdos:\n      - texto: Uno.\n        "
SOLO_EL_NOMBRE = "cambie solo el nombre y deje lo demás como está"


def con_lineas(lineas: str) -> Carga:
    return cargado(calendario=f"{ACTIVIDAD}    {lineas}\n")


def la_ayuda(lineas: str) -> str:
    (dicho,) = con_lineas(lineas).diagnosticos
    assert dicho.codigo == "M202"
    return dicho.ayuda


@pytest.mark.parametrize(
    "valor",
    [
        "[{id: AG-101, parrafos: 2-3}]",
        '[AG-102, {id: AG-101, parrafos: "2, 3"}]',
        "[AG-101]",
        "[]",
    ],
)
def test_lo_que_cabe_en_la_linea_se_repite_entero(valor: str) -> None:
    ayuda = la_ayuda(f"Mandatos: {valor}")
    assert ayuda == f"escríbalo así, sin mayúsculas ni tildes: mandatos: {valor}"
    assert not con_lineas(f"mandatos: {valor}").diagnosticos


@pytest.mark.parametrize(
    ("lineas", "ayuda"),
    [
        (
            "Mandatos:\n      - id: AG-101\n        parrafos: 2-3",
            f"es «mandatos», sin mayúsculas ni tildes; {SOLO_EL_NOMBRE}",
        ),
        (
            "Nota: >-\n      Falta la sala.",
            f"es «nota», sin mayúsculas ni tildes; {SOLO_EL_NOMBRE}",
        ),
        (f"Nota: {'Falta. ' * 40}", f"es «nota», sin mayúsculas ni tildes; {SOLO_EL_NOMBRE}"),
        (
            "observaciones: >-\n      Falta la sala.",
            f"aquí se llama «nota»; {SOLO_EL_NOMBRE}",
        ),
        (
            "mandtos:\n      - AG-101",
            f"¿quiso decir «mandatos»? {SOLO_EL_NOMBRE.capitalize()}",
        ),
    ],
)
def test_lo_que_no_cabe_en_la_linea_se_deja_donde_esta(lineas: str, ayuda: str) -> None:
    assert la_ayuda(lineas) == ayuda


def test_un_texto_de_una_linea_se_repite_aunque_sea_largo() -> None:
    texto = "Vela por que todo ello llegue también a quien no ve, a quien no oye y a los demás."
    ayuda = la_ayuda(f"Nota: {texto}")
    assert ayuda == f"escríbalo así, sin mayúsculas ni tildes: nota: {texto}"
