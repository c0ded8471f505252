"""Registros que siguen a una lista de dentro de otro, y guiones que faltan o sobran."""

import pytest

from camctl.lectura import leer
from cargas import cargado

ANTES = """\
actividades:
  - id: ACT-1
    titulo: Una
    invitados:
      - nombre: Ana
        actor: CB
"""


def dicho(texto: str) -> list[tuple[str, int, str, str]]:
    diagnosticos = leer(texto.encode(), "calendario.yaml").diagnosticos
    return [(uno.codigo, uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in diagnosticos]


def test_un_registro_con_un_tabulador_va_con_los_demas() -> None:
    ((codigo, linea, _, ayuda),) = dicho(f"{ANTES}\t- id: ACT-2\n    titulo: Dos\n")
    assert (codigo, linea) == ("L110", 7)
    assert ayuda == "bórrelo y escriba en su lugar 2 espacios"


def test_un_registro_con_mas_sangria_va_con_los_demas() -> None:
    ((codigo, linea, _, ayuda),) = dicho(f"{ANTES}    - id: ACT-2\n      titulo: Dos\n")
    assert (codigo, linea) == ("L114", 7)
    assert ayuda == "alinéela con el guion de la línea 2: escríbala con 2 espacios delante"


def test_a_un_registro_le_falta_su_guion() -> None:
    ((codigo, linea, _, ayuda),) = dicho(f"{ANTES}  id: ACT-2\n    titulo: Dos\n")
    assert (codigo, linea) == ("L114", 7)
    assert ayuda == "si empieza otro registro, le falta el guion: escriba: - id: ACT-2"


@pytest.mark.parametrize("numero", ["3.", "3)", "12."])
def test_los_registros_no_se_numeran(numero: str) -> None:
    assert dicho(f"{ANTES}  {numero} id: ACT-2\n    titulo: Dos\n") == [
        (
            "L113",
            7,
            f"los registros no se numeran: empiezan por un guion, y aquí hay «{numero}»",
            "escriba: - id: ACT-2",
        )
    ]


def test_de_dos_guiones_sobra_uno() -> None:
    assert dicho(f"{ANTES}  - - id: ACT-2\n    titulo: Dos\n") == [
        ("L114", 7, "sobra un guion delante de «id»", "escriba uno solo: - id: ACT-2")
    ]


def test_a_un_elemento_de_una_lista_le_falta_su_guion() -> None:
    texto = "actividades:\n  - id: ACT-1\n    actores:\n      - CB\n      SA\n    titulo: Una\n"
    (uno,) = cargado(
        calendario=f"plan: {{titulo: x, periodo: 2030, comision: CB}}\n{texto}"
    ).diagnosticos
    assert (uno.codigo, uno.lugar.linea) == ("L117", 6)
    assert uno.ayuda == "si es otro elemento de la lista, escriba: - SA"


def test_la_sangria_puede_faltarle_al_campo_de_encima() -> None:
    texto = ANTES.replace("        actor", "    actor") + "        estado: por_confirmar\n"
    ((codigo, linea, _, ayuda),) = dicho(texto)
    assert (codigo, linea) == ("L114", 7)
    assert ayuda.startswith(
        "si a «actor», de la línea 6, le falta la sangría, "
        "escríbalo con 8 espacios delante, como «nombre», de la línea 5; si no, "
    )
