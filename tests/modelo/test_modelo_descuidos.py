"""Lo que se adivina de un valor mal escrito, y lo que no."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.modelo import descuidos
from camctl.modelo.errores import Propuesta
from camctl.modelo.fecha import Fecha
from camctl.modelo.sinonimos import campo_que_es, valores_que_son
from dichos import NO_DICEN_NADA


def lineas(propuestas: list[Propuesta]) -> list[str]:
    return [f"{una.valor} {una.aparte}".strip() for una in propuestas]


@pytest.mark.parametrize(
    ("texto", "escritas"),
    [
        # Como en una carta
        ("abril 2031", ["2031-04"]),
        ("1º de abril de 2031", ["2031-04-01"]),
        ("1° de abril de 2031", ["2031-04-01"]),
        ("1ro. de abril de 2031", ["2031-04-01"]),
        ("1.er de abril de 2031", ["2031-04-01"]),
        ("mártes, 8 de abril de 2031.", ["2031-04-08"]),
        ("«abril de 2031»", ["2031-04"]),
        ("primera semana de abril de 2031", ["2031-04"]),
        ("semana del 8 de abril de 2031", ["2031-04"]),
        ("la semana del lunes 8 de abril de 2031", ["2031-04"]),
        ("a fines de abril de 2031", ["2031-04"]),
        ("abril de 2031 (por confirmar)", ["2031-04"]),
        # Como en Excel
        ("abr-31", ["2031-04"]),
        ("8-abr-31", ["2031-04-08"]),
        ("28/4/31", ["2031-04-28"]),
        ("28/04/2031 0:00", ["2031-04-28"]),
        ("28/04/2031 9:30:00", ['2031-04-28 hora: "09:30"']),
        ("47951", ["2031-04-13"]),
        # Casi como aquí
        ("2031-4-8", ["2031-04-08"]),
        ("2031–04–08", ["2031-04-08"]),
        ("2031 -04", ["2031-04"]),
        ("20310408", ["2031-04-08"]),
        ("2031,04", ["2031-04"]),
        ("2O31-04", ["2031-04"]),
        # El día y el mes, en el orden de allí o en el de acá
        ("8/4/2031", ["2031-04-08", "2031-08-04"]),
        ("8.4.31", ["2031-04-08", "2031-08-04"]),
        ("4/4/2031", ["2031-04-04"]),
        # Varios días
        ("del 8 al 10 de abril de 2031", ["2031-04-08 hasta: 2031-04-10"]),
        ("semana del 8 al 12 de abril de 2031", ["2031-04-08 hasta: 2031-04-12"]),
        ("8-10 de abril de 2031", ["2031-04-08 hasta: 2031-04-10"]),
        ("8 y 9 de abril de 2031", ["2031-04-08 hasta: 2031-04-09"]),
        ("2031-04-08 a 2031-04-10", ["2031-04-08 hasta: 2031-04-10"]),
        ("30 de marzo al 2 de abril de 2031", ["2031-03-30 hasta: 2031-04-02"]),
        ("8 de abril de 2031 a las 10:00", ['2031-04-08 hora: "10:00"']),
        # Lo que no se sabe no se inventa
        ("31 de febrero de 2031", []),
        ("10 al 8 de abril de 2031", []),
        ("2031", []),
        ("abril", []),
        ("10-04", []),
        ("abril o mayo de 2031", []),
        ("segundo trimestre de 2031", []),
        ("٤٧٩٥١", []),
        ("por definir", []),
        ("", []),
        (f"abril de 2031{' ' * 100}", []),
    ],
)
def test_fechas(texto: str, escritas: list[str]) -> None:
    assert lineas(descuidos.fechas(texto)) == escritas


def test_de_dos_fechas_se_dice_cual_es_cual() -> None:
    assert [una.en_palabras for una in descuidos.fechas("8/4/2031")] == [
        "8 de abril de 2031",
        "4 de agosto de 2031",
    ]


@given(st.text(st.sampled_from("0123456789/.- :aábdelmoyrz"), max_size=40))
def test_toda_fecha_que_se_propone_es_una_fecha(texto: str) -> None:
    for una in descuidos.fechas(texto):
        assert Fecha.de_iso(una.valor)
        assert not una.aparte or una.aparte.startswith(("hora: ", "hasta: "))


@pytest.mark.parametrize(
    ("texto", "escrita"),
    [
        ("10h00", "10:00"),
        ("10.30", "10:30"),
        ("10,30 hs.", "10:30"),
        ("1030", "10:30"),
        ("10", "10:00"),
        ("10:00:00", "10:00"),
        ("“12:30”", "12:30"),
        ("9:00 h", "09:00"),
        ("10 a.m.", "10:00"),
        ("3 PM", "15:00"),
        ("12 pm", "12:00"),
        ("12 am", "00:00"),
        ("3:00 de la tarde", "15:00"),
        ("9 de la mañana", "09:00"),
        ("de 10:00 a 13:00 hrs", "10:00-13:00"),
        ("10 a 13", "10:00-13:00"),
        ("10h-13h", "10:00-13:00"),
        ("10:00/13:00", "10:00-13:00"),
        ("10:00 a.m. a 1:00 p.m.", "10:00-13:00"),
        ("3 a 5 pm", "15:00-17:00"),
        ("10 a 1 pm", "10:00-13:00"),
        ("15:00 (hora de Lima)", "15:00"),
        ("24:00", ""),
        ("10:60", ""),
        ("10:00 y 15:00", ""),
        ("mañana", ""),
        ("0,416666667", ""),
        ("10" + " " * 100, ""),
    ],
)
def test_hora(texto: str, escrita: str) -> None:
    assert lineas(descuidos.hora(texto)) == ([f'"{escrita}"'] if escrita else [])


@pytest.mark.parametrize(
    ("texto", "escrito"),
    [
        ("2030/31", "2030-2031"),
        ("2030-31", "2030-2031"),
        ("2030 y 2031", "2030-2031"),
        ("marzo de 2030 a abril de 2031", "2030-2031"),
        ("año 2030", "2030"),
        ("2031, 2030", "2030-2031"),
        ("2030, 2031 y 2032", ""),
        ("este año", ""),
        ("0000", ""),
        ("20300", ""),
    ],
)
def test_periodo(texto: str, escrito: str) -> None:
    assert lineas(descuidos.periodo(texto)) == ([escrito] if escrito else [])


@pytest.mark.parametrize(
    ("texto", "escrito"),
    [
        ("26 a 33", "26-33"),
        ("del 26 al 33", "26-33"),
        ("párrafos resolutivos 26–33", "26-33"),
        ("2 y 3", '"2, 3"'),
        # Lo que Excel hace de «1-3»
        ("01-mar", "1-3"),
        ("4-jun.", "4-6"),
        ("Párr. 1; 3 a 5.", '"1, 3-5"'),
    ],
)
def test_parrafos(texto: str, escrito: str) -> None:
    assert lineas(descuidos.parrafos(texto)) == [escrito]


@pytest.mark.parametrize(
    ("texto", "escrito"),
    [
        ("www.ejemplo.org/plan.pdf", "https://www.ejemplo.org/plan.pdf"),
        ("http://ejemplo.org", "https://ejemplo.org"),
        ("https//ejemplo.org", "https://ejemplo.org"),
        ("htpps://ejemplo.org", "https://ejemplo.org"),
        ("<https://ejemplo.org>.", "https://ejemplo.org"),
        ("ftp://ejemplo.org", ""),
        ("ana@ejemplo.org", ""),
        ("C:\\plan.docx", ""),
        ("pendiente", ""),
    ],
)
def test_enlace(texto: str, escrito: str) -> None:
    assert lineas(descuidos.enlace(texto)) == ([escrito] if escrito else [])


@pytest.mark.parametrize(
    ("texto", "escrito"),
    [("FALSO", "no"), ("Verdadero", "sí"), ("x", "sí"), ("0", "no"), ("casi", ""), ("", "")],
)
def test_si_o_no(texto: str, escrito: str) -> None:
    assert lineas(descuidos.si_o_no(texto)) == ([escrito] if escrito else [])


@pytest.mark.parametrize(
    ("texto", "escritos"),
    [
        ("ACT–3.", ["ACT-3"]),
        ("(B8)", ["B8"]),
        ("2B", ["2B", "B2"]),
        ("ACT - 3", ["ACT-3"]),
        ("I.L.I.", ["ILI", "I.L.I"]),
        ("ILI (SBP)", ["ILI (SBP", "ILI", "SBP"]),
        ("Instituto de Lectura (ILI)", ["Instituto de Lectura (ILI", "ILI"]),
        ("Objetivo b8", ["Objetivo b8", "b8"]),
        ("B8: Trata", ["B8: Trata", "B8"]),
        ("AG/RES. 101 (X-O/30)", ["AG/RES. 101 (X-O/30", "AG-101", "AG/RES", "X-O/30"]),
    ],
)
def test_identificador(texto: str, escritos: list[str]) -> None:
    assert lineas(descuidos.identificador(texto)) == escritos


@pytest.mark.parametrize(
    ("texto", "escritos"),
    [
        ("25/2/2030 10:30", ["2030-02-25T10:30"]),
        ("25/2/2030", ["2030-02-25"]),
        ("febrero de 2030", []),
        ("del 8 al 10 de abril de 2031", []),
        ("ayer", []),
    ],
)
def test_instante(texto: str, escritos: list[str]) -> None:
    assert lineas(descuidos.instante(texto)) == escritos


@pytest.mark.parametrize("texto", NO_DICEN_NADA)
def test_lo_que_no_dice_nada(texto: str) -> None:
    assert descuidos.no_dice_nada(texto)


@st.composite
def frases(draw: st.DrawFn) -> str:
    frase = draw(st.sampled_from(sorted(descuidos.NADA)))
    escritas = (draw(st.sampled_from(_COMO_SE_ESCRIBE.get(letra, letra))) for letra in frase)
    return f"{draw(RODEOS)}{''.join(escritas)}{draw(RODEOS)}"


_COMO_SE_ESCRIBE: Final = {"a": "aAáÀ", "d": "dD", "i": "iÍ", "n": "nN", "p": "pP", " ": " \xa0"}
RODEOS: Final = st.text("\"'“”«»`´ .,;()…?-–—_~\xa0", max_size=3)


@given(frases() | st.text('xX.-—?_~…()"« ', max_size=7))
def test_por_su_comienzo_se_sabe_lo_que_quiza_no_diga_nada(texto: str) -> None:
    if descuidos.no_dice_nada(texto):
        assert descuidos.puede_no_decir_nada(texto[: descuidos.COMIENZO])


@pytest.mark.parametrize("texto", ["Sesión", "ACT-1", "(Sala 1)", "«Leer»", "= 2", "2030"])
def test_por_su_comienzo_se_sabe_lo_que_dice_algo(texto: str) -> None:
    assert not descuidos.puede_no_decir_nada(texto[: descuidos.COMIENZO])


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "Sala 1",
        "no",
        "sí",
        "X",
        "S.A.",
        "La pendiente",
        "Nadia",
        "NA-1",
        "A definir el mar",
        "10",
    ],
)
def test_lo_que_dice_algo(texto: str) -> None:
    assert not descuidos.no_dice_nada(texto)


@pytest.mark.parametrize(
    ("nombre", "claves", "campo"),
    [
        ("Observaciones", ("titulo", "nota"), "nota"),
        ("sala", ("lugar",), "lugar"),
        ("fecha_fin", ("fecha", "hasta"), "hasta"),
        ("instituciones", ("actores", "actor"), "actores"),
        ("institución", ("nombre", "actor"), "actor"),
        ("sala", ("titulo",), ""),
        ("zzz", ("titulo",), ""),
    ],
)
def test_otros_nombres_de_los_campos(nombre: str, claves: tuple[str, ...], campo: str) -> None:
    assert campo_que_es(nombre, claves) == campo


@pytest.mark.parametrize(
    ("dicho", "posibles", "valores"),
    [
        ("Celebrada", ("propuesta", "realizada"), ["realizada"]),
        ("sesiones informales", ("informal", "formal"), ["informal"]),
        ("formal e informal", ("informal", "formal"), ["informal", "formal"]),
        ("no formal", ("informal", "formal"), []),
        ("por definir", ("por_confirmar", "confirmado"), ["por_confirmar"]),
    ],
)
def test_otras_palabras_de_los_valores(
    dicho: str, posibles: tuple[str, ...], valores: list[str]
) -> None:
    assert valores_que_son(dicho, posibles) == valores
