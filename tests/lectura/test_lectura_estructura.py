"""Lo que es YAML y un plan no admite: claves repetidas o raras, alias, etiquetas, honduras."""

from typing import Final

import pytest

from camctl.diagnostico import Diagnostico
from camctl.lectura import ILEGIBLE, Valor, leer
from camctl.lectura.limites import CAMPOS_MAXIMOS, HONDURA_MAXIMA
from camctl.lectura.nombres import Nombres

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


def test_una_seccion_repetida_oculta_sus_registros() -> None:
    lectura = leer(b"objetivos: [{id: A1}]\nobjetivos: [{id: A2}, {id: A3}]\n", "x")
    assert lectura.valor == {"objetivos": [{"id": "A1"}]}
    assert lectura.ocultos == {"objetivos": [{"id": "A2"}, {"id": "A3"}]}
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
    ("clave", "columna"), [("[a]", 1), ("{a: b}", 1), ("? [a, {b: c}]\n", 3), ("''", 1), ('""', 1)]
)
def test_claves_que_no_son_textos(clave: str, columna: int) -> None:
    lectura = leer(f"{clave}: {{d: [e]}}\nz: 1\n".encode(), "x")
    assert lectura.valor == {"z": "1"}
    (uno,) = lectura.diagnosticos
    assert (uno.codigo, uno.lugar.linea, uno.lugar.columna) == ("L125", 1, columna)
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


# Un campo sin sangría corta su registro: se dice de él, y lo que quedó cortado no se conserva.

DOS: Final = "plan:\n  titulo: x\n  periodo: y\n\nactividades:\n  - id: ACT-1\n\n"
NOMBRES: Final = Nombres(
    ("actividades",), frozenset({"fecha", "tipo", "invitados", "actor", "nota"})
)


@pytest.mark.parametrize(
    ("registro", "mensaje", "ayuda"),
    [
        (
            "    tipo: x\nfecha: 2030\n    titulo: x\n",
            "a «fecha» le falta la sangría",
            "escríbalo con 4 espacios delante, como «tipo», de la línea 9",
        ),
        (
            "fecha: '2030'\n    titulo: x\n",
            "a «fecha» le falta la sangría",
            "escríbalo con 4 espacios delante, como «id», de la línea 8",
        ),
        (
            "fecha: [a, b]\n    titulo: x\n",
            "a «fecha» le falta la sangría",
            "escríbalo con 4 espacios delante, como «id», de la línea 8",
        ),
        (
            "fecha: 2030\ntipo: x\n    titulo: x\n",
            "a «fecha» y «tipo» les falta la sangría",
            "escríbalos con 4 espacios delante, como «id», de la línea 8",
        ),
        (
            "invitados:\n      - nombre: x\n    titulo: x\n",
            "a «invitados» le falta la sangría",
            "escríbalo con 4 espacios delante, como «id», de la línea 8",
        ),
        (
            "    invitados:\n      - nombre: x\nactor: x\n        estado: x\n",
            "a «actor» le falta la sangría",
            "escríbalo con 8 espacios delante, como «nombre», de la línea 10",
        ),
        (
            "    invitados:\n      - nombre: x\nactor: x\n      - nombre: x\n",
            "a «actor» le falta la sangría",
            "escríbalo con 8 espacios delante, como «nombre», de la línea 10",
        ),
        (
            "    invitados:\n      - nombre: x\nnota: >-\n      x\n\n  - id: ACT-3\n",
            "a «nota» le falta la sangría",
            "escríbalo con 4 espacios delante, como «invitados», de la línea 9",
        ),
    ],
)
def test_un_campo_sin_sangria(registro: str, mensaje: str, ayuda: str) -> None:
    texto = f"{DOS}  - id: ACT-2\n{registro}"
    lectura = leer(texto.encode(), "x", lambda: NOMBRES)
    assert [(uno.codigo, uno.mensaje, uno.ayuda) for uno in lectura.diagnosticos] == [
        ("L114", mensaje, ayuda)
    ]
    assert lectura.diagnosticos[0].lugar.columna == 1
    assert lectura.valor == {
        "plan": {"titulo": "x", "periodo": "y"},
        "actividades": [{"id": "ACT-1"}],
    }


def test_un_campo_sin_sangria_en_una_seccion_de_una_sola_ficha() -> None:
    for roto in ("plan:\n  a: x\nnota: x\n  b: x\n", "plan:\nnota: x\n  b: x\n"):
        lectura = leer(roto.encode(), "x", lambda: NOMBRES)
        assert [uno.mensaje for uno in lectura.diagnosticos] == ["a «nota» le falta la sangría"]
        assert lectura.valor == {}


@pytest.mark.parametrize(
    "roto", ["nota: x\n  b: x\n", "plan: x\n  nota: x\n", "a: 1\nb: 2\n  c: 3\n"]
)
def test_lo_que_no_es_un_campo_sin_sangria(roto: str) -> None:
    (uno,) = leer(roto.encode(), "x", lambda: NOMBRES).diagnosticos
    assert "es un campo de" in uno.mensaje


# A una lista o a un registro le falta lo primero.

CON_PRIMEROS: Final = NOMBRES._replace(primeros={"actividades": "id"})
SIN_SU_GUION: Final = "a esta línea, la primera de un registro, le falta su guion"


@pytest.mark.parametrize(
    ("texto", "linea", "mensaje", "ayuda"),
    [
        (
            "plan:\n  titulo: x\n\n  - id: ACT-1\n    tipo: x\n",
            4,
            "encima de esta línea falta «actividades:», que es la lista en que está",
            "escriba en la línea de encima, sin espacios delante: actividades:",
        ),
        (
            "actividades:\n    id: ACT-1\n    tipo: x\n\n  - id: ACT-2\n",
            2,
            SIN_SU_GUION,
            "escríbala con 2 espacios delante: - id: ACT-1",
        ),
        (
            "actividades:\n  id: ACT-1\n    tipo: x\n\n  - id: ACT-2\n",
            2,
            SIN_SU_GUION,
            "escríbala con 2 espacios delante: - id: ACT-1",
        ),
        (
            "actividades:\n    tipo: x\n    fecha: x\n\n  - id: ACT-2\n",
            2,
            "encima de esta línea falta la primera de su registro, «- id: …»",
            "escriba en la línea de encima, con 2 espacios delante: - id: …",
        ),
    ],
)
def test_falta_lo_primero(texto: str, linea: int, mensaje: str, ayuda: str) -> None:
    lectura = leer(texto.encode(), "x", lambda: CON_PRIMEROS)
    assert [
        (uno.codigo, uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in lectura.diagnosticos
    ] == [("L114", linea, mensaje, ayuda)]
    assert lectura.valor == {}


@pytest.mark.parametrize(
    "texto",
    [
        "plan:\n  a: x\n  - tipo: x\n",
        "plan:\n  a: x\nactividades:\n  - id: x\n   tipo: x\n",
        "otra:\n  - id: x\n    a: x\n   - id: x\n",
        "actividades:\n    a: x\n   b: x\n",
        "- id: x\n id: x\n",
    ],
)
def test_no_falta_lo_primero(texto: str) -> None:
    (uno,) = leer(texto.encode(), "x", lambda: CON_PRIMEROS).diagnosticos
    assert "encima de esta línea falta" not in uno.mensaje
    assert "le falta su guion" not in uno.mensaje


def test_un_registro_sin_su_primera_linea() -> None:
    lectura = leer(
        b"actividades:\n  - id: ACT-1\n    tipo: x\n    fecha: x\n    nota: x\n\n"
        b"    tipo: y\n    fecha: y\n    nota: y\n  - id: ACT-3\n",
        "x",
    )
    (uno,) = lectura.diagnosticos
    assert (uno.codigo, uno.lugar.linea) == ("L120", 7)
    assert uno.mensaje == "desde «tipo» se repiten los campos de la misma ficha"
    assert uno.ayuda == (
        "si aquí empieza otro registro, le falta su primera línea; escríbala encima, con 2 "
        "espacios delante: - id: …; si no, borre lo repetido"
    )
    assert ILEGIBLE in lectura.ocultos["actividades"]
    assert lectura.valor == {
        "actividades": [{"id": "ACT-1", "tipo": "x", "fecha": "x", "nota": "x"}, {"id": "ACT-3"}]
    }


@pytest.mark.parametrize(
    "texto",
    [
        "actividades:\n  - id: x\n    a: x\n    b: x\n    a: y\n    c: x\n    b: x\n",
        "plan:\n  a: x\n  b: x\n  a: y\n  b: y\n",
        "actividades:\n  - {id: x, a: x, b: x, a: y, b: y}\n",
        "actividades:\n  - id: x\n    a: x\n    a: x\n    a: x\n",
    ],
)
def test_dos_claves_repetidas_que_no_son_otro_registro(texto: str) -> None:
    lectura = leer(texto.encode(), "x")
    assert [uno.mensaje.split("» ")[1] for uno in lectura.diagnosticos] == [
        "está dos veces en la misma ficha"
    ] * 2


def test_dos_fichas_sin_guion_entre_ellas_se_dicen_una_vez() -> None:
    texto = "invitados:\n  - nombre: x\n    actor: x\n    nombre: y\n    actor: y\n"
    assert [uno.lugar.linea for uno in leer(texto.encode(), "x").diagnosticos] == [4]
