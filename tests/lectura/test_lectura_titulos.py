"""Títulos, separadores y comentarios de otros lenguajes entre los registros."""

import pytest

from camctl.lectura import leer

NO_ES = "esta línea no es «campo: valor»"
ANTES = "actividades:\n  - id: ACT-1\n    titulo: Una\n"
DESPUES = "  - id: ACT-2\n    titulo: Dos\n"


def dicho(texto: str) -> list[tuple[str, int, str, str]]:
    diagnosticos = leer(texto.encode(), "calendario.yaml").diagnosticos
    return [(uno.codigo, uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in diagnosticos]


@pytest.mark.parametrize("sangria", ["", "  ", "    "])
@pytest.mark.parametrize("raya", ["-----", "***", "* * *", "===========", "_____", "— — —"])
def test_una_raya_se_borra_o_se_comenta(sangria: str, raya: str) -> None:
    ayuda = (
        "si solo separa lo demás, bórrela, o póngale delante una almohadilla y un espacio: "
        f"# {raya}"
    )
    assert dicho(f"{ANTES}{sangria}{raya}\n{DESPUES}") == [("L117", 4, NO_ES, ayuda)]
    assert dicho(f"actividades:\n{sangria}{raya}\n{DESPUES}") == [("L117", 2, NO_ES, ayuda)]


@pytest.mark.parametrize(
    ("escrito", "comentado"),
    [
        ("// comentario", "# comentario"),
        ("<!-- lo de abril -->", "# lo de abril"),
        ("/* lo de abril */", "# lo de abril"),
        ("  --- Abril ---", "# Abril"),
        ("=== Abril de 2031 ===", "# Abril de 2031"),
    ],
)
def test_un_comentario_lleva_almohadilla(escrito: str, comentado: str) -> None:
    ayuda = f"un comentario empieza por una almohadilla y un espacio; escriba: {comentado}"
    assert dicho(f"{ANTES}\n{escrito}\n{DESPUES}") == [("L117", 5, NO_ES, ayuda)]


@pytest.mark.parametrize(
    ("antes", "despues"),
    [(f"{ANTES}\n", f"\n{DESPUES}"), ("actividades:\n", DESPUES), (f"{ANTES}\n", "")],
)
def test_un_titulo_tambien(antes: str, despues: str) -> None:
    ((codigo, _, mensaje, ayuda),) = dicho(f"{antes}Abril de 2031\n{despues}")
    assert (codigo, mensaje) == ("L117", NO_ES)
    assert ayuda.startswith(
        "si es un título, póngale delante una almohadilla y un espacio: # Abril de 2031; "
    )


@pytest.mark.parametrize(
    "texto",
    [
        f"{ANTES}sigue el título\n{DESPUES}",
        f"{ANTES}\nsigue el título\n    tipo: otra\n",
    ],
)
def test_lo_que_sigue_a_un_texto_no_es_un_titulo(texto: str) -> None:
    ((_, _, _, ayuda),) = dicho(texto)
    assert "título, póngale" not in ayuda


def test_una_raya_dentro_de_un_texto_no_tiene_que_ver() -> None:
    ((codigo, linea, _, _),) = dicho(f"{ANTES}    texto: |-\n      Uno\n      -----\n   mal: x\n")
    assert (codigo, linea) == ("L114", 7)
