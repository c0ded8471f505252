"""Lo que es YAML y un plan no admite: claves repetidas o raras, alias, etiquetas, honduras."""

import pytest

from camctl.diagnostico import Diagnostico
from camctl.lectura import ILEGIBLE, Valor, leer
from camctl.lectura.limites import CAMPOS_MAXIMOS, HONDURA_MAXIMA

Resumen = tuple[str, int, int, int, int, str, str]


def resumen(uno: Diagnostico) -> Resumen:
    lugar = uno.lugar
    return (
        uno.codigo,
        lugar.linea,
        lugar.columna,
        lugar.linea_fin,
        lugar.columna_fin,
        uno.mensaje,
        uno.ayuda,
    )


def test_todo_es_texto() -> None:
    valores = (
        "no",
        "sí",
        "true",
        "010",
        "0x1F",
        "10:30",
        "1e3",
        "2019-02-30",
        "null",
        "~",
        "=",
        "1_0",
    )
    texto = "".join(f"k{n}: {valor}\n" for n, valor in enumerate(valores))
    assert leer(texto.encode(), "x").valor == {f"k{n}": valor for n, valor in enumerate(valores)}


def test_una_clave_sin_nada_detras_no_es_un_texto_vacio() -> None:
    lectura = leer(b"a:\nb: ''\nc: \"\"\nd:\n  -\n  - ''\ne: >-\n\nf: null\n", "x")
    assert lectura.valor == {"a": None, "b": "", "c": "", "d": [None, ""], "e": "", "f": "null"}
    assert lectura.tiene_vacios
    assert not leer(b"a: ''\n", "x").tiene_vacios


@pytest.mark.parametrize(
    ("texto", "tiene"),
    [
        ("a: uno dos\nb: >-\n  uno\n  dos\nc: 'tres'\n", False),
        ("a: ' uno'\n", True),
        ('- "uno\\n"\n', True),
        ("a: |\n  uno\n", True),
        ("a: \u00a0uno\n", True),
        ("a: uno\u00a0dos\n", False),
        ("a: uno \u2014 dos\u3000\n", True),
    ],
)
def test_se_sabe_si_algun_texto_lleva_blancos_por_fuera(texto: str, tiene: bool) -> None:
    assert leer(texto.encode(), "x").tiene_blancos is tiene


def test_un_adorno_en_una_clave_no_es_del_campo_anterior() -> None:
    lectura = leer(b"lista:\n  - id: A1\n    &x titulo: Uno\n    tipo: formal\n", "x")
    assert [uno.codigo for uno in lectura.diagnosticos] == ["L121"]
    assert lectura.danos == {("lista", 0): set()}
    assert lectura.valor == {"lista": [{"id": "A1", "titulo": "Uno", "tipo": "formal"}]}


@pytest.mark.parametrize("contenido", [b"", b"\n\n", b"# nada\n", b"---\n", b"\xef\xbb\xbf"])
def test_un_archivo_sin_nada(contenido: bytes) -> None:
    lectura = leer(contenido, "x")
    assert (lectura.valor, lectura.diagnosticos, lectura.completa) == (None, (), True)


@pytest.mark.parametrize(
    ("contenido", "valor"), [(b"hola\n", "hola"), (b"- a\n- b\n", ["a", "b"]), (b"[]", [])]
)
def test_la_raiz_puede_no_ser_una_ficha(contenido: bytes, valor: Valor) -> None:
    assert leer(contenido, "x").valor == valor


def test_clave_repetida() -> None:
    lectura = leer("título: uno\nñ: 1\ntítulo: dos\n".encode(), "x")
    assert lectura.valor == {"título": "uno", "ñ": "1"}
    assert lectura.completa
    (uno,) = lectura.diagnosticos
    assert resumen(uno) == (
        "L120", 3, 1, 3, 7,
        "«título» está dos veces en la misma ficha",
        "deje una sola, y debajo, lo que había en las dos",
    )  # fmt: skip
    (primera,) = uno.relacionados
    assert (primera.lugar.linea, primera.lugar.columna, primera.mensaje) == (
        1, 1, "la primera está aquí",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texto", "ayuda"),
    [
        ("grupos: {A: x, A: y}", "deje una sola, o cambie el nombre de una de las dos"),
        (
            "actores: [{nombre: x, nombre: y}]",
            "deje una sola; si aquí empieza otro registro, póngale delante su guion: - nombre: …",
        ),
        ("actores: []\nactores: []", "deje una sola, y debajo, lo que había en las dos"),
    ],
)
def test_que_hacer_con_una_clave_repetida(texto: str, ayuda: str) -> None:
    assert [uno.ayuda for uno in leer(texto.encode(), "x").diagnosticos] == [ayuda]


def test_lo_que_se_come_una_almohadilla() -> None:
    lectura = leer(b"a: #3\nb:\n  - x\n  -  #N/A  \nc: # nada\n", "x")
    assert lectura.valor == {"a": ILEGIBLE, "b": ["x", ILEGIBLE], "c": None}
    assert [resumen(uno) for uno in lectura.diagnosticos] == [
        (
            "L129", 1, 4, 1, 6,
            "lo que sigue a una almohadilla no se lee: «a» se queda sin valor",
            'si es su valor, escriba: a: "#3"; si es un comentario, ponga un espacio detrás de la '
            "almohadilla",
        ),
        (
            "L129", 4, 6, 4, 10,
            "lo que sigue a una almohadilla no se lee: el elemento se queda sin valor",
            "es un error de Excel: escriba el dato o, si no lo hay, borre la línea",
        ),
    ]  # fmt: skip
    assert lectura.completa


def test_en_una_lista_la_almohadilla_se_come_el_elemento() -> None:
    (uno,) = leer(b"a:\n  - #3\n", "x").diagnosticos
    assert uno.ayuda == (
        'si es su valor, escriba: - "#3"; si es un comentario, ponga un espacio detrás de la '
        "almohadilla"
    )


@pytest.mark.parametrize("error", ["#N/A", "#N/D", "#¡REF!", "#REF!", "#¿NOMBRE?", "#¡DIV/0!"])
def test_un_error_de_excel(error: str) -> None:
    (uno,) = leer(f"a: {error}\n".encode(), "x").diagnosticos
    assert uno.ayuda == "es un error de Excel: escriba el dato o, si no lo hay, borre la línea"


def test_cada_repeticion_se_dice_en_su_sitio() -> None:
    lectura = leer(b"a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n", "x")
    sitios = [(d.lugar.linea, d.lugar.columna) for d in lectura.diagnosticos]
    assert sitios == [(2, 1), (3, 11), (4, 1)]


def test_sin_el_guion_de_un_registro_se_dice_una_vez() -> None:
    lectura = leer(
        b"actividades:\n  - id: ACT-1\n    titulo: Uno\n    tipo: otra\n"
        b"    id: ACT-2\n    titulo: Dos\n    tipo: formal\n",
        "x",
    )
    assert [(d.codigo, d.lugar.linea) for d in lectura.diagnosticos] == [("L120", 5)]
    assert lectura.valor == {
        "actividades": [{"id": "ACT-1", "titulo": "Uno", "tipo": "otra"}],
    }
    # El segundo existe, para quien lo cite, aunque no se lea.
    assert {"id": "ACT-2"} in lectura.ocultos["actividades"]
    assert lectura.danos == {("actividades", 0): {("id",)}}


def test_sin_el_guion_de_un_registro_que_no_empieza_por_su_id() -> None:
    lectura = leer(
        b"actividades:\n  - titulo: Uno\n    id: ACT-1\n    tipo: otra\n"
        b"    id: ACT-2\n    tipo: formal\n",
        "x",
    )
    (uno,) = lectura.diagnosticos
    assert (uno.codigo, uno.lugar.linea) == ("L120", 5)
    assert uno.mensaje == "«id» está dos veces en la misma ficha"


def test_lo_que_se_olvida_con_una_clave_repetida_no_cuenta_para_lo_que_sigue() -> None:
    lectura = leer(b"a: 1\na: {id: x, id: y}\nb: {c: 2, id: x, id: y}\n", "x")
    assert [
        (uno.lugar.linea, uno.lugar.columna, *((r.lugar.linea, r.lugar.columna)))
        for uno in lectura.diagnosticos
        for r in uno.relacionados
    ] == [(2, 1, 1, 1), (2, 12, 2, 5), (3, 18, 3, 11)]


def test_una_seccion_repetida_oculta_sus_registros() -> None:
    lectura = leer(b"objetivos: [{id: A1}]\nobjetivos: [{id: A2}, {id: A3}]\n", "x")
    assert lectura.valor == {"objetivos": [{"id": "A1"}]}
    assert lectura.ocultos == {"objetivos": [{"id": "A2"}, {"id": "A3"}]}
    assert lectura.danos == {}


def test_lo_ilegible_de_una_seccion_repetida_no_dana_a_la_primera() -> None:
    lectura = leer(b"objetivos: [{id: A1}]\nobjetivos: [{id: A2, texto: *x}]\n", "x")
    assert [uno.codigo for uno in lectura.diagnosticos] == ["L120", "L121"]
    assert lectura.danos == {}


ADORNOS: list[tuple[str, str, int, str, Valor]] = [
    # texto, código, ancho señalado, ayuda, valor que queda
    ("*importante", "L121", 11, 'escriba: nota: "*importante"', ILEGIBLE),
    ("&marca", "L121", 6, 'escriba: nota: "&marca"', ILEGIBLE),
    ("&marca texto # fin", "L121", 12, 'escriba: nota: "&marca texto"', "texto"),
    ("!importante", "L122", 11, 'escriba: nota: "!importante"', ILEGIBLE),
    ("! ojo", "L122", 5, 'escriba: nota: "! ojo"', "ojo"),
    ("!!int hola", "L122", 10, 'escriba: nota: "!!int hola"', "hola"),
    (
        "!!python/object/apply:os.system [ls]",
        "L122",
        31,
        "borre «!!python/object/apply:os.system»",
        ["ls"],
    ),
    ("!<tag:yaml.org,2002:str> x", "L122", 26, 'escriba: nota: "!<tag:yaml.org,2002:str> x"', "x"),
    ("&a {b: c}", "L121", 2, "borre «&a»", {"b": "c"}),
    ("&a\n  b: c", "L121", 2, "borre «&a»", {"b": "c"}),
    ("&a !b c", "L121", 7, 'escriba: nota: "&a !b c"', "c"),
]


@pytest.mark.parametrize(("texto", "codigo", "ancho", "ayuda", "queda"), ADORNOS)
def test_alias_anclas_y_etiquetas(
    texto: str, codigo: str, ancho: int, ayuda: str, queda: Valor
) -> None:
    lectura = leer(f"ñu: 1\nnota: {texto}\nz: 2\n".encode(), "x")
    nombre = {"*": "un alias", "&": "un ancla", "!": "una etiqueta"}[texto[0]]
    assert [resumen(uno) for uno in lectura.diagnosticos] == [
        (
            codigo, 2, 7, 2, 7 + ancho,
            (f"un texto sin comillas no puede empezar por «{texto[0]}»: para YAML es {nombre}, "
            "y aquí no se admiten"),
            ayuda,
        )
    ]  # fmt: skip
    assert lectura.valor == {"ñu": "1", "nota": queda, "z": "2"}
    assert lectura.completa


def test_lo_ilegible_se_reconoce() -> None:
    assert repr(ILEGIBLE) == "ILEGIBLE"


def test_un_alias_dentro_de_una_lista() -> None:
    lectura = leer(b"alias: [uno, *dos, tres]\n", "x")
    assert lectura.valor == {"alias": ["uno", ILEGIBLE, "tres"]}
    assert [d.ayuda for d in lectura.diagnosticos] == ['escriba: "*dos"']


def test_una_bomba_de_alias_no_se_infla() -> None:
    lineas = ["a: &a [x]"] + [
        f"{c}: &{c} [*{p},*{p}]" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    lectura = leer("\n".join(lineas).encode(), "x")
    assert isinstance(lectura.valor, dict)
    assert lectura.valor["i"] == [ILEGIBLE, ILEGIBLE]
    assert {d.codigo for d in lectura.diagnosticos} == {"L121"}


@pytest.mark.parametrize(
    "etiqueta",
    ["!%c0%80", "!%ed%a0%80", "!<%c0%80>", "!a%c0%80!b", "!%f5%80%80%80"],
)
def test_una_etiqueta_que_no_es_texto(etiqueta: str) -> None:
    lectura = leer(f"a: 1\nb: {etiqueta} x\nc: 2\n".encode(), "x")
    assert [(d.codigo, d.lugar.linea, d.lugar.columna) for d in lectura.diagnosticos] == [
        ("L122", 2, 4)
    ]
    assert not lectura.completa


@pytest.mark.parametrize(
    ("texto", "linea", "columna"),
    [
        ("!%c0%80 a: 1\n", 1, 1),
        ("a: ¡Hola!\nb: !%c0%80 x\n", 2, 4),
        ("a: ¡Hola!\nb:\n  - !%c0%80 x\n", 3, 5),
        ("b:\n  - ¡Hola!\n  - !%c0%80 x\n", 3, 5),
    ],
)
def test_cual_es_la_etiqueta_que_no_es_texto(texto: str, linea: int, columna: int) -> None:
    (uno,) = leer(texto.encode(), "x").diagnosticos
    assert (uno.codigo, uno.lugar.linea, uno.lugar.columna) == ("L122", linea, columna)


@pytest.mark.parametrize(
    ("clave", "columna"), [("[a]", 1), ("{a: b}", 1), ("? [a, {b: c}]\n", 3), ("''", 1), ('""', 1)]
)
def test_claves_que_no_son_textos(clave: str, columna: int) -> None:
    lectura = leer(f"{clave}: {{d: [e]}}\nz: 1\n".encode(), "x")
    assert lectura.valor == {"z": "1"}
    (uno,) = lectura.diagnosticos
    assert (uno.codigo, uno.lugar.linea, uno.lugar.columna) == ("L125", 1, columna)
    ancho = len(clave) if clave in ("''", '""') else 1
    assert (uno.lugar.linea_fin, uno.lugar.columna_fin) == (1, columna + ancho)
    assert uno.mensaje == "aquí va el nombre de un campo, y no hay ninguno"


@pytest.mark.parametrize("clave", ["*a ", "&a b", "!t b", "&a", "!t"])
def test_alias_anclas_y_etiquetas_en_una_clave(clave: str) -> None:
    lectura = leer(f"{clave} : 1\nz: 1\n".encode(), "x")
    assert [d.codigo for d in lectura.diagnosticos] == ["L122" if "!" in clave else "L121"]
    assert isinstance(lectura.valor, dict)
    assert lectura.valor["z"] == "1"


def test_la_mezcla_de_fichas_no_se_hace() -> None:
    lectura = leer(b"a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n", "x")
    assert lectura.valor == {"a": {"x": "1"}, "b": {"<<": ILEGIBLE, "y": "2"}}
    assert [d.codigo for d in lectura.diagnosticos] == ["L121", "L121"]


def test_que_registro_dana_cada_diagnostico() -> None:
    lectura = leer(
        b"plan: {titulo: *x, periodo: 2030}\n"
        b"actividades:\n"
        b"  - {id: ACT-1, actores: [CB, *y]}\n"
        b"  - {id: ACT-2}\n"
        b"  - {id: ACT-3, ? [z] : 1}\n"
        b"  - *w\n"
        b"  - {id: ACT-5, tipo: a, tipo: b, lugar: &l sala}\n",
        "x",
    )
    assert lectura.danos == {
        ("plan", None): {("titulo",)},
        ("actividades", 0): {("actores", 1)},
        ("actividades", 2): set(),
        ("actividades", 3): set(),
        ("actividades", 4): {("tipo",), ("lugar",)},
    }
    assert lectura.sitios == {
        0: ("plan", None),
        1: ("actividades", 0),
        2: ("actividades", 2),
        3: ("actividades", 3),
        4: ("actividades", 4),
        5: ("actividades", 4),
    }


def test_hasta_donde_se_baja() -> None:
    honda = "[" * HONDURA_MAXIMA + "]" * HONDURA_MAXIMA
    assert leer(honda.encode(), "x").diagnosticos == ()
    demasiado = leer(f"[{honda}]".encode(), "x")
    assert [resumen(uno) for uno in demasiado.diagnosticos] == [
        (
            "L126", 1, 21, 1, 22,
            "hay más de 20 fichas o listas unas dentro de otras; el resto del archivo no se lee",
            "borre los corchetes, las llaves o los guiones que sobren",
        )
    ]  # fmt: skip
    assert not demasiado.completa


def test_cuantos_campos_caben_en_una_ficha() -> None:
    justa = "".join(f"k{n}: x\n" for n in range(CAMPOS_MAXIMOS))
    assert leer(justa.encode(), "x").diagnosticos == ()
    demasiados = leer(f"{justa}uno: x\ndos: x\n".encode(), "x")
    (uno,) = demasiados.diagnosticos
    assert (uno.codigo, uno.lugar.linea) == ("L127", CAMPOS_MAXIMOS + 1)
    assert not demasiados.completa
