"""Lo que no encaja por lo que hay, o falta, más arriba: ahí se dice, y una sola vez."""

from typing import Final

import pytest

from camctl.lectura import ILEGIBLE, leer
from camctl.lectura.nombres import Nombres

# Un campo sin sangría corta su registro: se dice de él, y lo que quedó cortado no se conserva.

DOS: Final = "plan:\n  titulo: x\n  periodo: y\n\nactividades:\n  - id: ACT-1\n\n"
LARGO: Final = "      una línea de un texto\n" * 60
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
        (
            "    invitados:\n      - nombre: x\nactor: x\n    titulo: x\n"
            "  - id: ACT-3\n    invitados:\n      - nombre: x\n        actor: x\n",
            "a «actor» le falta la sangría",
            "escríbalo con 8 espacios delante, como «nombre», de la línea 10",
        ),
        (
            "    actores:\n      - ILI\nfecha: [x]\n      - SA\n",
            "a «fecha» le falta la sangría",
            "escríbalo con 4 espacios delante, como «actores», de la línea 9",
        ),
        (
            '    texto: "uno\n    dos"\nfecha: x\n    titulo: x\n',
            "a «fecha» le falta la sangría",
            "escríbalo con 4 espacios delante, como «texto», de la línea 9",
        ),
        (
            f"nota: >-\n{LARGO}\n  - id: ACT-3\n",
            "a «nota» le falta la sangría",
            "escríbalo con 4 espacios delante, como «id», de la línea 8",
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


def test_un_campo_sin_sangria_entre_palabras() -> None:
    roto = "actores:\n  - ILI\nnota: [x]\n  - SA\n"
    (uno,) = leer(roto.encode(), "x", lambda: NOMBRES).diagnosticos
    assert (uno.lugar.linea, uno.mensaje) == (3, "a «nota» le falta la sangría")
    assert uno.ayuda == "escríbalo con 4 espacios delante"


def test_un_campo_sin_sangria_ante_un_guion_que_tampoco_la_lleva() -> None:
    roto = "actividades:\n- id: ACT-1\n  tipo: x\nfecha: y\n- id: ACT-2\n"
    (uno,) = leer(roto.encode(), "x", lambda: NOMBRES).diagnosticos
    assert (uno.lugar.linea, uno.mensaje) == (4, "a «fecha» le falta la sangría")
    assert uno.ayuda == "escríbalo con 2 espacios delante, como «tipo», de la línea 3"


def test_un_campo_sin_sangria_en_una_seccion_de_una_sola_ficha() -> None:
    for roto in ("plan:\n  a: x\nnota: x\n  b: x\n", "plan:\nnota: x\n  b: x\n"):
        lectura = leer(roto.encode(), "x", lambda: NOMBRES)
        assert [uno.mensaje for uno in lectura.diagnosticos] == ["a «nota» le falta la sangría"]
        assert lectura.valor == {}


def test_de_otro_error_se_habla_aunque_encima_haya_un_campo_sin_sangria() -> None:
    texto = f"{DOS}fecha: x\nnota: [a\n"
    (uno,) = leer(texto.encode(), "x", lambda: NOMBRES).diagnosticos
    assert (uno.codigo, uno.lugar.linea) == ("L115", 9)


def test_la_columna_de_un_campo_no_es_la_de_otra_seccion() -> None:
    roto = (
        "plan:\n  titulo: x\n  nota: y\nactividades:\n"
        "  - id: ACT-1\n    titulo: z\nnota: w\n    tipo: v\n"
    )
    (uno,) = leer(roto.encode(), "x", lambda: NOMBRES).diagnosticos
    assert uno.mensaje == "a «nota» le falta la sangría"
    assert uno.ayuda == "escríbalo con 4 espacios delante, como «titulo», de la línea 6"


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
            "plan:\n  titulo: x\n  apoyo:\n    - CB\n\n  - id: ACT-1\n",
            6,
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
            f"actividades:\n    id: ACT-1\n    texto: >-\n{LARGO}\n  - id: ACT-2\n",
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


CON_FICHAS: Final = CON_PRIMEROS._replace(
    campos=NOMBRES.campos | {"titulo"},
    fichas={"plan": frozenset({"titulo", "nota"}), "grupos": frozenset()},
)


@pytest.mark.parametrize(
    ("texto", "linea", "falta"),
    [
        ("  titulo: x\n  nota: >-\n    y\nactividades:\n  - id: ACT-1\n", 1, "plan"),
        ("# De antes.\n\n  # Y más.\n    titulo: x\nactividades: []\n", 4, "plan"),
        ("  A: x\n  B: y\nplan:\n  titulo: x\n", 1, "grupos"),
    ],
)
def test_a_una_ficha_le_falta_su_nombre(texto: str, linea: int, falta: str) -> None:
    lectura = leer(texto.encode(), "x", lambda: CON_FICHAS)
    assert [
        (uno.codigo, uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in lectura.diagnosticos
    ] == [
        (
            "L114",
            linea,
            f"encima de esta línea falta «{falta}:», que es la ficha en que está",
            f"escriba en la línea de encima, sin espacios delante: {falta}:",
        )
    ]
    assert lectura.valor == {}


@pytest.mark.parametrize(
    "texto",
    [
        "  titulo: x\n  A: y\nactividades: []\n",
        "  titulo: x\nplan:\n  nota: x\n",
        "  tipo: x\nactividades: []\n",
        "  - titulo: x\nactividades: []\n",
        "  titulo: x\n - nota: x\n",
        f"  titulo: x\n{400 * chr(10)}actividades: []\n",
    ],
)
def test_a_una_ficha_no_le_falta_su_nombre(texto: str) -> None:
    (uno,) = leer(texto.encode(), "x", lambda: CON_FICHAS).diagnosticos
    assert "encima de esta línea falta" not in uno.mensaje


@pytest.mark.parametrize(
    "texto",
    [
        "plan:\n  a: x\n  - tipo: x\n",
        "plan:\n  a: x\nactividades:\n  - id: x\n   tipo: x\n",
        "otra:\n  - id: x\n    a: x\n   - id: x\n",
        "actividades:\n    a: x\n   b: x\n",
        "- id: x\n id: x\n",
        # Con un guion en «id», los demás campos quedarían fuera de su registro.
        "actividades:\n  id: x\n  tipo: x\n    fecha: x\n",
        "actividades:\n    id: x\n  tipo: x\n",
        "actividades:\n  tipo: x\n    fecha: x\n",
        "actividades:\n     id: x\n  - id: x\n",
        "actividades:\n    - id: x\n  -   id: x\n",
        "actividades:\n  id: x\n  |\n    y\n",
        '"actividades":\n    id: x\n  - id: x\n',
        # Debajo de la lista aún no hay nada.
        "actividades: x\n  id: x\n",
        # Ninguna lista está sin nombre.
        "actividades: []\nplan:\n  a: x\n  - id: x\n",
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


def test_una_ficha_de_dentro_sin_su_primera_linea() -> None:
    lectura = leer(
        b"actividades:\n  - id: ACT-1\n    invitados:\n      - nombre: x\n        actor: x\n"
        b"        estado: x\n        actor: y\n        estado: y\n",
        "x",
    )
    (uno,) = lectura.diagnosticos
    assert (uno.codigo, uno.lugar.linea) == ("L120", 7)
    assert "con 6 espacios delante: - nombre: …" in uno.ayuda
    # No es un registro: nadie la cita.
    assert lectura.ocultos == {}


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
    (uno,) = leer(texto.encode(), "x").diagnosticos
    assert (uno.lugar.linea, uno.mensaje) == (4, "«nombre» está dos veces en la misma ficha")


def test_un_error_entre_dos_claves_repetidas_se_dice_por_su_cuenta() -> None:
    texto = "lista:\n  - id: x\n    a: 1\n    b: 2\n    a: *y\n    b: 3\n"
    dichos = leer(texto.encode(), "x").diagnosticos
    assert [(uno.codigo, uno.lugar.linea) for uno in dichos] == [
        ("L120", 5),
        ("L121", 5),
        ("L120", 6),
    ]


@pytest.mark.parametrize(
    ("lista", "ayuda"),
    [
        ("    objetivos:\n      - B8\n        cita: x\n", "escriba: - id: B8"),
        ("    objetivos:\n    - B8\n      cita: x\n", "escriba: - id: B8"),
        ("    objetivos:\n      - B1\n      - B8\n        cita: x\n", "escriba: - id: B8"),
        (
            "    objetivos:\n      - id: B1\n        cita: x\n      - B8\n        cita: x\n",
            "escriba: - id: B8",
        ),
        (
            "    objetivos:\n      - id: B1\n        cita: x\n      -   B8\n          cita: x\n",
            "escriba: - id: B8",
        ),
        (
            "    objetivos:\n      -   B8\n        cita: x\n",
            "escriba: - id: B8, y alinee con «id» lo de debajo",
        ),
        ("    objetivos:\n      - B8 # el suyo\n        cita: x\n", "escriba: - id: B8"),
        ("    invitados:\n      - Ana Pérez\n        actor: x\n", "escriba: - nombre: Ana Pérez"),
    ],
)
def test_un_elemento_en_una_palabra_y_un_campo_debajo(lista: str, ayuda: str) -> None:
    nombres = Nombres(primeros={"objetivos": "id", "invitados": "nombre"})
    texto = f"actores:\n  - id: CB\n{lista}"
    (uno,) = leer(texto.encode(), "x", lambda: nombres).diagnosticos
    assert (uno.codigo, uno.ayuda) == ("L117", ayuda)
    assert uno.mensaje.endswith("hay otro campo, y a él le falta delante el nombre del suyo")


@pytest.mark.parametrize(
    "lista",
    [
        "    alias:\n      - B8\n        cita: x\n",  # sus elementos no son fichas
        "    objetivos: x\n      - B8\n        cita: x\n",
        "    objetivos:\n      - id = B8\n        cita: x\n",
        "    objetivos:\n      - B8\n        - cita: x\n",
        "    objetivos:\n      - B8\n        y más\n        cita: x\n",
        "    objetivos:\n      - B8\tB9\tB10\n        cita: x\n",
        "    objetivos:\n      - @B8\n        cita: x\n",
        "    objetivos:\n      B8\n        cita: x\n",
        "    objetivos:\n      - id: B8\n          cita: x\n",  # no le falta: es otra sangría
        "    objetivos:\n      - id\n        cita: x\n",
    ],
)
def test_no_es_un_elemento_en_una_palabra(lista: str) -> None:
    nombres = Nombres(primeros={"objetivos": "id"})
    (uno,) = leer(f"actores:\n  - id: CB\n{lista}".encode(), "x", lambda: nombres).diagnosticos
    assert "hay otro campo" not in uno.mensaje
