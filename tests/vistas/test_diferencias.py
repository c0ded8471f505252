"""Las palabras que cambian, dichas como en una fe de erratas."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.vistas.diferencias import Diferencia, diferencias

ORIGINAL = "Tomar en consideración el interés superior del niño, así como la unidad familiar"


@pytest.mark.parametrize(
    ("despues", "dichas"),
    [
        (ORIGINAL, []),
        (f"  {ORIGINAL.replace(' ', chr(10))} ", []),
        (
            ORIGINAL.replace("del niño,", "de los niños,"),
            [
                "donde decía «el interés superior del niño, así como», "
                "dice «el interés superior de los niños, así como»"
            ],
        ),
        (
            ORIGINAL.replace("unidad", "sagrada unidad"),
            ["tras «así como la», se añade «sagrada»"],
        ),
        (
            ORIGINAL.replace(" superior", ""),
            ["tras «consideración el interés», se suprime «superior»"],
        ),
        (f"Sí: {ORIGINAL}", ["al principio, se añade «Sí:»"]),
        # Dos palabras separadas por una son dos diferencias, no una más larga.
        (
            ORIGINAL.replace("Tomar en consideración", "Tener en cuenta"),
            [
                "donde decía «Tomar en», dice «Tener en»",
                "donde decía «en consideración el interés», dice «en cuenta el interés»",
            ],
        ),
        ("", [f"al principio, se suprime «{ORIGINAL}»"]),
    ],
)
def test_cada_diferencia_se_dice_con_su_contexto(despues: str, dichas: list[str]) -> None:
    assert [una.en_palabras for una in diferencias(ORIGINAL, despues)] == dichas


def test_un_texto_enorme_no_se_compara_palabra_por_palabra() -> None:
    enorme = "a " * 6000
    assert diferencias(enorme, enorme) == ()
    (una,) = diferencias(enorme, f"{enorme} b")
    assert una == Diferencia(enorme.strip(), f"{enorme.strip()} b")


PALABRAS = st.lists(st.sampled_from(["uno", "dos", "tres", "Uno", "uno,"]), max_size=12)


@given(antes=PALABRAS, despues=PALABRAS)
@settings(max_examples=200, deadline=None)
def test_con_las_diferencias_se_llega_de_un_texto_al_otro(
    antes: list[str], despues: list[str]
) -> None:
    todas = diferencias(" ".join(antes), " ".join(despues))
    assert (todas == ()) == (antes == despues)
    # Lo que no cambia es lo mismo en los dos.
    quitadas = sum(len(una.antes.split()) for una in todas)
    puestas = sum(len(una.despues.split()) for una in todas)
    assert len(antes) - quitadas == len(despues) - puestas
