"""El Markdown se lee con otro lector, y los datos no son marcado, enlaces ni HTML."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from camctl.salida.limpieza import limpio
from camctl.salida.tablas.md import escribir
from camctl.vistas.respuesta import Columna, Ficha, Grupo, Respuesta, Tabla, una_tabla

_LECTOR = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_NUESTRO = {"<br>", "<!-- -->"}


def test_una_tabla() -> None:
    tabla = Tabla(
        (Columna("ID"), Columna("Día"), Columna("Invitados")),
        (
            Grupo((("ACT-2", "", "Inés Ochoa\nLuis Vargas"),), "Mayo de 2030"),
            Grupo((), "Junio de 2030"),
            Grupo((("ACT-3", "", ""),), "Julio de 2030"),
        ),
    )
    assert escribir(Respuesta(tabla, [], ("Plan 2030-2031 · CB", "2 actividades"), ("Pie.",))) == (
        "# Plan 2030-2031 · CB\n"
        "\n"
        "2 actividades\n"
        "\n"
        "## Mayo de 2030\n"
        "\n"
        "| ID | Invitados |\n"
        "| --- | --- |\n"
        "| ACT-2 | Inés Ochoa<br>Luis Vargas |\n"
        "\n"
        "## Julio de 2030\n"
        "\n"
        "| ID | Invitados |\n"
        "| --- | --- |\n"
        "| ACT-3 |  |\n"
        "\n"
        "Pie.\n"
    )


def test_unas_fichas() -> None:
    fichas = (Ficha("A1 · Riego", (("Texto", ("uno", "dos")), ("Nota", ("",)))), Ficha("A2", ()))
    assert escribir(Respuesta(fichas, [], ("Plan",))) == (
        "# Plan\n\n## A1 · Riego\n\n- **Texto:** uno<br>dos\n\n## A2\n"
    )


@pytest.mark.parametrize("cuerpo", [(), una_tabla([Columna("ID")], [])])
def test_sin_nada_que_ensenar_solo_va_el_encabezado(cuerpo: Tabla | tuple[Ficha, ...]) -> None:
    assert escribir(Respuesta(cuerpo, [], ("Plan",), ("Pie.",), "ninguno")) == "# Plan\n"


def _tokens(texto: str) -> list[Token]:
    return [
        token
        for bloque in _LECTOR.parse(texto)
        for token in (bloque, *(bloque.children or ()))
        if token.type != "inline"
    ]


def _leido(texto: str) -> tuple[list[str], str]:
    """Los elementos de un Markdown, en orden, y todo su texto."""
    tokens = _tokens(texto)
    ajeno = {token.content for token in tokens if token.type.startswith("html")} - _NUESTRO
    assert not ajeno
    tipos = [token.type for token in tokens if token.type not in {"text", "html_inline"}]
    return tipos, "".join(token.content for token in tokens if token.type == "text")


def _con(dato: str) -> Respuesta:
    tabla = Tabla((Columna(dato), Columna("B")), (Grupo(((dato, dato),), dato),))
    return Respuesta(tabla, [], (dato, dato), (dato,))


def _fichas_con(dato: str) -> Respuesta:
    return Respuesta((Ficha(dato, ((dato, (dato, dato)),)),), [], (dato, dato), (dato,))


HOSTILES = [
    *("[x](javascript:alert(1))", "![x](https://ejemplo.org)", "<https://ejemplo.org>", "[^1]"),
    *("<script>alert(1)</script>", "<!-- x -->", "&lt;b&gt;", "&#60;b&#62;", "a&copy;b"),
    *("`x`", "**x**", "_x_ __x__", "~~x~~", "*", "\\", "x\\", "\\<b>", "$x$"),
    *("a|b", "a\\|b", "|||", "|", "# x", "x #", "> x", "- x", "+ x", "* x", "1. x", "12) x"),
    *("---", "===", "***", "```", "~~~", "    x", "\tx", "[x]: https://ejemplo.org"),
    *("\x1b[31m", "\u202e", "\x00"),
]


@pytest.mark.parametrize("con", [_con, _fichas_con])
@pytest.mark.parametrize("dato", HOSTILES)
def test_los_datos_no_son_marcado(con: Callable[[str], Respuesta], dato: str) -> None:
    tipos, texto = _leido(escribir(con(dato)))
    esperados, _ = _leido(escribir(con("dato")))
    assert tipos == esperados
    assert texto.count(limpio(dato).strip()) >= 5


@given(st.text(st.sampled_from("ab \\`*_{}[]()#+-.!|<>&~$@:/'\"=1\n"), min_size=1, max_size=20))
def test_ningun_dato_es_marcado(dato: str) -> None:
    if not dato.strip():
        return
    lineas = [linea.strip() for linea in dato.strip("\n").split("\n")]
    for con in (_con, _fichas_con):
        tipos, texto = _leido(escribir(con(dato)))
        esperados, _ = _leido(escribir(con("dato")))
        assert tipos == esperados
        assert texto.count(" ".join(dato.split("\n")).strip()) >= 3
        assert "".join(lineas) in texto


@pytest.mark.parametrize(
    ("dato", "escrito"),
    [
        ("https://ejemplo.org", "https\\://ejemplo.org"),
        ("HTTP://ejemplo.org", "HTTP\\://ejemplo.org"),
        ("WWW.ejemplo.org", "WWW\\.ejemplo.org"),
        ("ana@ejemplo.org", "ana@<!-- -->ejemplo.org"),
        ("@ana", "@<!-- -->ana"),
    ],
)
def test_github_no_hace_enlaces_ni_avisa_a_nadie(dato: str, escrito: str) -> None:
    assert escribir(Respuesta((), [], (dato,))) == f"# {escrito}\n"
