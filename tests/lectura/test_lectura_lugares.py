"""Cada valor sabe dónde está: línea y columna desde 1, en caracteres, con el fin excluido."""

import re

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from camctl.diagnostico import Lugar
from camctl.lectura import Lectura, Valor, leer
from camctl.lectura.limites import HONDURA_MAXIMA
from camctl.lectura.renglon import ESPACIOS_RAROS
from camctl.lectura.signos import VINETAS
from camctl.lectura.valores import Ruta

Tramo = tuple[int, int, int, int]


def tramo(lugar: Lugar) -> Tramo:
    return lugar.linea, lugar.columna, lugar.linea_fin, lugar.columna_fin


def texto_en(lectura: Lectura, ruta: Ruta) -> str:
    """Lo que hay en el archivo en el lugar de `ruta`."""
    mapa, lugar = lectura.mapa, lectura.mapa.lugar_de(ruta)
    inicio = mapa.comienzo_de_linea(lugar.linea) + lugar.columna - 1
    fin = mapa.comienzo_de_linea(lugar.linea_fin) + lugar.columna_fin - 1
    return mapa.texto[inicio:fin]


ACTIVIDADES = """\
# Un comentario, con acentos: ñandú
actividades:
  - id: ACT-1
    título: «Sesión» única
    nota: 'entre comillas'
    lugar: "con \\"dobles\\""
    texto: >-
      Un texto
      en dos líneas
    actores: [CB, "SBP"]
    datos: {clave: valor, otra: [1, 2]}
    vacio:
  - id: ACT-2
    invitados:
      - nombre: Ana Pérez
        cargo: |
          Presidenta

      -
"""


@pytest.mark.parametrize(
    ("ruta", "lugar", "texto"),
    [
        (("actividades", 0, "id"), (3, 9, 3, 14), "ACT-1"),
        (("actividades", 0, "título"), (4, 13, 4, 27), "«Sesión» única"),
        (("actividades", 0, "nota"), (5, 11, 5, 27), "'entre comillas'"),
        (("actividades", 0, "lugar"), (6, 12, 6, 28), '"con \\"dobles\\""'),
        (
            ("actividades", 0, "texto"),
            (7, 12, 9, 20),
            ">-\n      Un texto\n      en dos líneas",
        ),
        (("actividades", 0, "actores"), (10, 14, 10, 25), '[CB, "SBP"]'),
        (("actividades", 0, "actores", 0), (10, 15, 10, 17), "CB"),
        (("actividades", 0, "actores", 1), (10, 19, 10, 24), '"SBP"'),
        (("actividades", 0, "datos"), (11, 12, 11, 40), "{clave: valor, otra: [1, 2]}"),
        (("actividades", 0, "datos", "otra", 1), (11, 37, 11, 38), "2"),
        (("actividades", 0, "vacio"), (12, 11, 12, 11), ""),
        (
            ("actividades", 1),
            (13, 5, 19, 8),
            (
                "id: ACT-2\n    invitados:\n      - nombre: Ana Pérez\n        cargo: |\n"
                "          Presidenta\n\n      -"
            ),
        ),
        (("actividades", 1, "invitados", 0, "cargo"), (16, 16, 17, 21), "|\n          Presidenta"),
        (("actividades", 1, "invitados", 1), (19, 8, 19, 8), ""),
    ],
)
def test_lugar_de_cada_valor(ruta: Ruta, lugar: Tramo, texto: str) -> None:
    lectura = leer(ACTIVIDADES.encode(), "calendario.yaml")
    assert lectura.completa
    assert not lectura.diagnosticos
    assert tramo(lectura.mapa.lugar_de(ruta)) == lugar
    assert texto_en(lectura, ruta) == texto


def test_la_lista_empieza_en_su_primer_guion() -> None:
    lectura = leer(ACTIVIDADES.encode(), "calendario.yaml")
    lugar = lectura.mapa.lugar_de(("actividades",))
    assert (lugar.linea, lugar.columna, lugar.linea_fin) == (3, 3, 19)


def test_el_lugar_de_la_clave_y_el_de_la_cabeza() -> None:
    mapa = leer(ACTIVIDADES.encode(), "calendario.yaml").mapa
    assert tramo(mapa.lugar_de_la_clave(("actividades", 0, "título"))) == (4, 5, 4, 11)
    assert tramo(mapa.lugar_de_la_clave(("actividades", 0))) == tramo(
        mapa.lugar_de(("actividades", 0))
    )
    # Un registro se reconoce por su id; lo que no lo tiene, por su primera clave.
    assert tramo(mapa.lugar_de_la_cabeza(("actividades", 1))) == (13, 9, 13, 14)
    assert tramo(mapa.lugar_de_la_cabeza(("actividades", 0, "datos"))) == (11, 13, 11, 18)
    assert tramo(mapa.lugar_de_la_cabeza(())) == (2, 1, 2, 12)


def test_lo_que_hay_alrededor_de_un_lugar_en_su_linea() -> None:
    mapa = leer(b"uno: 1\r\nlista: [a, bb, ccc]  # ya\r\notra: 2\r\n", "a.yaml").mapa
    lugar = mapa.lugar_de(("lista", 1))
    assert mapa.alrededor(lugar, 100) == ("lista: [a, ", ", ccc]  # ya")
    assert mapa.alrededor(lugar, 3) == ("a, ", ", c")
    assert mapa.alrededor(mapa.lugar_de_la_clave(("uno",)), 100) == ("", ": 1")


def test_lo_que_no_esta_escrito_se_senala_en_lo_que_lo_contiene() -> None:
    mapa = leer(b"a: {b: [c]}\n", "x.yaml").mapa
    assert mapa.lugar_de(("a", "falta")) == mapa.lugar_de(("a",))
    assert mapa.lugar_de(("a", "b", 7)) == mapa.lugar_de(("a", "b"))
    assert leer(b"", "x.yaml").mapa.lugar_de(("a",)) == Lugar("x.yaml")
    assert leer(b"", "x.yaml").mapa.lugar_de_la_cabeza(()) == Lugar("x.yaml")


@pytest.mark.parametrize(
    "contenido",
    [
        "a: 1\r\nñ: «é»\r\n",
        "a: 1\rñ: «é»\r",
        "\ufeffa: 1\nñ: «é»",
        "a: 1\nñ: «é»\n",
    ],
    ids=["CRLF", "CR", "marca inicial", "LF"],
)
def test_saltos_de_linea_y_marca_inicial(contenido: str) -> None:
    lectura = leer(contenido.encode(), "x.yaml")
    assert lectura.valor == {"a": "1", "ñ": "«é»"}
    assert tramo(lectura.mapa.lugar_de(("ñ",))) == (2, 4, 2, 7)
    assert lectura.mapa.linea(2) == "ñ: «é»"
    assert lectura.mapa.linea(0) == lectura.mapa.linea(9) == ""


def test_los_caracteres_de_fuera_del_plano_basico_cuentan_uno() -> None:
    lectura = leer("a: 😀😀\nb: {c: 😀, d: e}\n".encode(), "x.yaml")
    assert tramo(lectura.mapa.lugar_de(("a",))) == (1, 4, 1, 6)
    assert tramo(lectura.mapa.lugar_de(("b", "d"))) == (2, 14, 2, 15)


@pytest.mark.parametrize(
    "repetida",
    ["b: 2", "b: [1, {x: [2]}]", "b: {c: d, e: {f: g}}", "b:\n  - 1\n  - x: y\n  -", "b: *alias"],
)
def test_tras_una_clave_repetida_los_lugares_no_se_mueven(repetida: str) -> None:
    lectura = leer(f"a: 1\nb: 1\n{repetida}\nc: {{d: ñ}}\ne: fin\n".encode(), "x.yaml")
    ultima = 4 + repetida.count("\n")
    assert lectura.valor == {"a": "1", "b": "1", "c": {"d": "ñ"}, "e": "fin"}
    assert tramo(lectura.mapa.lugar_de(("c", "d"))) == (ultima, 8, ultima, 9)
    assert tramo(lectura.mapa.lugar_de(("e",))) == (ultima + 1, 4, ultima + 1, 7)
    assert [d.codigo for d in lectura.diagnosticos][:1] == ["L120"]


@pytest.mark.parametrize("clave", ["':'", "'·'"])
def test_una_clave_con_signos_no_hace_sospechosa_la_linea_en_que_esta(clave: str) -> None:
    # La segunda línea empieza dentro de un texto: parece un campo sin su espacio.
    lectura = leer(f"a: {{b: 'uno\n  dos:tres', {clave}: c}}\n".encode(), "x.yaml")
    assert lectura.diagnosticos == ()
    assert lectura.valor == {"a": {"b": "uno dos:tres", clave.strip("'"): "c"}}


def test_lo_que_se_abria_al_parar_por_hondo_tiene_su_lugar() -> None:
    guiones = "- " * (HONDURA_MAXIMA + 1)
    lectura = leer(f"a: b\nc:\n  {guiones}x\nd: e\n".encode(), "x.yaml")
    assert [uno.codigo for uno in lectura.diagnosticos] == ["L126"]
    # Hasta donde empieza el primero que ya no cabe.
    assert tramo(lectura.mapa.lugar_de(("c",))) == (3, 3, 3, 2 * HONDURA_MAXIMA)


def test_tras_claves_que_no_son_textos_los_lugares_no_se_mueven() -> None:
    lectura = leer(b"? [a, {b: c}]\n: {d: e}\n*x : [1]\n'': 3\nf: {g: h}\n", "x.yaml")
    assert lectura.valor == {"f": {"g": "h"}}
    assert tramo(lectura.mapa.lugar_de(("f", "g"))) == (5, 8, 5, 9)


# El lugar de cada valor de un árbol cualquiera, vuelto a leer, da ese valor.

ALFABETO = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
TEXTOS = st.text(ALFABETO.filter(lambda c: c not in "\ufeff\ufffe\uffff"), max_size=12)
ARBOLES = st.recursive(
    TEXTOS,
    lambda dentro: (
        st.lists(dentro, max_size=4)
        | st.dictionaries(TEXTOS.filter(lambda t: bool(t.strip())), dentro, max_size=4)
    ),
    max_leaves=12,
)


def rutas(valor: Valor, hasta: Ruta = ()) -> list[tuple[Ruta, Valor]]:
    halladas: list[tuple[Ruta, Valor]] = [(hasta, valor)]
    if isinstance(valor, dict):
        for clave, suyo in valor.items():
            halladas += rutas(suyo, (*hasta, clave))
    elif isinstance(valor, list):
        for orden, suyo in enumerate(valor):
            halladas += rutas(suyo, (*hasta, orden))
    return halladas


@given(
    arbol=ARBOLES,
    estilo=st.sampled_from([None, '"', "'"]),
    en_linea=st.sampled_from([True, False, None]),
    ancho=st.sampled_from([10, 80]),
)
def test_el_lugar_de_cada_valor_da_ese_valor(
    arbol: Valor, estilo: str | None, en_linea: bool | None, ancho: int
) -> None:
    escrito = yaml.safe_dump(
        arbol,
        allow_unicode=True,
        default_style=estilo,
        default_flow_style=en_linea,
        width=ancho,
        sort_keys=False,
    )
    # La marca de fin que PyYAML pone a un texto a solas no es de este caso.
    escrito = escrito.removesuffix("...\n")
    lectura = leer(escrito.encode(), "x.yaml")
    assume("\n%" not in escrito)
    # Un campo que empieza así lo rechaza la lectura, sea YAML o no: es un guion o una viñeta.
    assume(not any(re.match(f"[-{VINETAS}{ESPACIOS_RAROS}]", clave) for clave in _claves(arbol)))
    assert lectura.diagnosticos == ()
    assert _iguales(lectura.valor, arbol)
    for ruta, valor in rutas(lectura.valor):
        lugar = lectura.mapa.lugar_de(ruta)
        # Con la sangría de su línea, porque las líneas que siguen la llevan.
        trozo = " " * (lugar.columna - 1) + texto_en(lectura, ruta)
        assert _iguales(leer(trozo.encode(), "x.yaml").valor, valor), (ruta, trozo)


def _claves(valor: Valor) -> list[str]:
    return [paso for ruta, _ in rutas(valor) for paso in ruta if isinstance(paso, str)]


def _iguales(uno: Valor, otro: Valor) -> bool:
    """Iguales, si no se mira que un texto vacío sin comillas se lee como nada."""
    if isinstance(uno, dict) and isinstance(otro, dict):
        return list(uno) == list(otro) and all(_iguales(uno[c], otro[c]) for c in uno)
    if isinstance(uno, list) and isinstance(otro, list):
        return len(uno) == len(otro) and all(map(_iguales, uno, otro))
    return (uno or "") == (otro or "")
