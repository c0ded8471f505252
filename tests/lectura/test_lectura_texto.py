"""De bytes a texto: codificaciones, caracteres prohibidos y directivas."""

import codecs

import pytest
import yaml
from yaml._yaml import CParser

from camctl.diagnostico import Lugar
from camctl.lectura import leer
from camctl.lectura.texto import TextoIlegible, caracter_prohibido, decodificar

GUARDAR = "ábralo y guárdelo de nuevo con la codificación UTF-8"


def unico(contenido: bytes) -> tuple[str, Lugar, str, str, str]:
    """Código, lugar, mensaje, ayuda y línea del único diagnóstico."""
    lectura = leer(contenido, "x")
    assert lectura.valor is None
    assert not lectura.completa
    (uno,) = lectura.diagnosticos
    return uno.codigo, uno.lugar, uno.mensaje, uno.ayuda, lectura.mapa.linea(uno.lugar.linea)


@pytest.mark.parametrize(
    "contenido",
    [
        "título: é\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "título: é\n".encode("utf-16-be"),
        "titulo: e\n".encode("utf-16-le"),
        "titulo: e\n".encode("utf-16-be"),
        "titulo: e\n".encode("utf-32"),
    ],
    ids=["LE con marca", "BE con marca", "LE", "BE", "UTF-32"],
)
def test_utf_16(contenido: bytes) -> None:
    assert unico(contenido) == (
        "L104",
        Lugar("x"),
        "el archivo está en UTF-16 («Unicode» en el Bloc de notas) y no en UTF-8",
        GUARDAR,
        "",
    )


def test_unos_ceros_en_todas_partes_no_son_utf_16() -> None:
    assert unico(b"a\0b\0c\0\0d\0\0")[0] == "L105"


def test_un_documento_de_word() -> None:
    codigo, lugar, mensaje, ayuda, _ = unico(b"PK\x03\x04\x14\x00\x06\x00resto")
    assert (codigo, lugar) == ("L104", Lugar("x"))
    assert mensaje == "el archivo es un documento de Word o de Excel, o un archivo comprimido"
    assert ayuda.startswith("ábralo, copie su texto")


def test_latin_1() -> None:
    contenido = "título: uno\nñu: más canción\n".encode("cp1252")
    assert unico(contenido) == (
        "L104",
        Lugar("x", 1, 2, 1, 3),
        (
            "el archivo no está en UTF-8: aquí hay un byte que no corresponde a ningún carácter "
            "(¿«í» guardada en «ANSI»?)"
        ),
        GUARDAR,
        "t�tulo: uno",
    )


def test_utf_8_a_medias() -> None:
    codigo, lugar, mensaje, _, linea = unico("ñandú: ".encode() + b"\xe2\x80 y m\xc3\xa1s\n")
    assert (codigo, lugar, linea) == ("L104", Lugar("x", 1, 8, 1, 9), "ñandú: � y más")
    assert "(¿«â» guardada en «ANSI»?)" in mensaje


@pytest.mark.parametrize("contenido", [b"a: \x81\n", b"a: \xed\xa0\x80\n", b"a: \xf4\x90\x80\x80"])
def test_bytes_que_no_son_nada(contenido: bytes) -> None:
    assert unico(contenido)[0] == "L104"


@pytest.mark.parametrize(
    ("caracter", "nombre"),
    [
        ("\0", "un carácter nulo (U+0000)"),
        ("\x1b", "un carácter de escape (U+001B)"),
        ("\x07", "un carácter de control (U+0007)"),
        ("\x0b", "un carácter de control (U+000B)"),
        ("\x0c", "un carácter de control (U+000C)"),
        ("\x7f", "un carácter de control (U+007F)"),
        ("\x9b", "un carácter de control (U+009B)"),
        ("\x85", "un salto de línea invisible (U+0085)"),
        ("\u2028", "un salto de línea invisible (U+2028)"),
        ("\u2029", "un salto de párrafo invisible (U+2029)"),
        ("\ufeff", "una marca invisible de comienzo de archivo (U+FEFF)"),
        ("\ufffe", "un carácter de control (U+FFFE)"),
    ],
)
def test_caracteres_prohibidos(caracter: str, nombre: str) -> None:
    assert unico(f"a: 1\nñ: x{caracter}y\n".encode()) == (
        "L105",
        Lugar("x", 2, 5, 2, 6),
        f"hay {nombre}, que no puede estar en el archivo",
        "bórrelo; si estaba en un texto pegado, vuelva a escribir ese trozo a mano",
        f"ñ: x{caracter}y",
    )


def test_la_segunda_marca_inicial_sobra() -> None:
    assert unico("\ufeff\ufeffa: 1\n".encode())[:2] == ("L105", Lugar("x", 1, 1, 1, 2))


def test_todo_lo_demas_lo_admite_libyaml() -> None:
    """Ningún carácter que se deja pasar tropieza en el lector, que lo diría en inglés."""
    todos = (chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000)
    permitidos = "".join(
        letra for letra in todos if not caracter_prohibido(letra) and letra not in "'\\"
    )
    lector = CParser(f"'{permitidos}'".encode())
    sucesos = [lector.get_event() for _ in range(4)]
    assert isinstance(sucesos[2], yaml.ScalarEvent)


@pytest.mark.parametrize(
    ("escrito", "nombre"),
    [
        (r'"\0"', "un carácter nulo (U+0000)"),
        (r'"a\e[31m"', "un carácter de escape (U+001B)"),
        (r'"\x9b"', "un carácter de control (U+009B)"),
        (r'"\L"', "un salto de línea invisible (U+2028)"),
        (r'"\uFFFE"', "un carácter de control (U+FFFE)"),
    ],
)
def test_la_barra_inversa_no_los_cuela(escrito: str, nombre: str) -> None:
    lectura = leer(f"a: {escrito}\nb: 1\n".encode(), "x")
    assert lectura.completa
    assert [(d.codigo, d.lugar, d.mensaje, d.ayuda) for d in lectura.diagnosticos] == [
        (
            "L105",
            Lugar("x", 1, 4, 1, 4 + len(escrito)),
            f"la barra inversa escribe aquí {nombre}, que no puede estar en un texto",
            "bórrelo; si la barra es parte del texto, use comillas simples ('…')",
        )
    ]


def test_los_saltos_y_tabuladores_escritos_con_barra_valen() -> None:
    assert leer(rb'a: "uno\ndos\ttres\r"', "x").valor == {"a": "uno\ndos\ttres\r"}


@pytest.mark.parametrize(
    ("contenido", "lugar"),
    [
        (b"%YAML 1.2\n---\na: 1\n", Lugar("x", 1, 1, 1, 2)),
        (b"%TAG ! x\n---\na: 1\n", Lugar("x", 1, 1, 1, 2)),
        (b"a: 1\n%b\n", Lugar("x", 2, 1, 2, 2)),
        (b"a: 1\r%TAG ! x\r", Lugar("x", 2, 1, 2, 2)),
        (b"a: 1\r\n%b\r\n", Lugar("x", 2, 1, 2, 2)),
        (b"\xef\xbb\xbf%b\n", Lugar("x", 1, 1, 1, 2)),
        (b"a: 1\n%b\n\r%c", Lugar("x", 2, 1, 2, 2)),
    ],
)
def test_directivas(contenido: bytes, lugar: Lugar) -> None:
    codigo, donde, mensaje, ayuda, linea = unico(contenido)
    assert (codigo, donde, linea[:1]) == ("L124", lugar, "%")
    assert mensaje == "una línea no puede empezar por %, que YAML reserva para sí"
    assert ayuda == "si es parte de un texto, escriba el texto entre comillas en una sola línea"


def test_un_porcentaje_que_no_empieza_una_linea() -> None:
    assert leer(b"a: 33 %\nb:\n  - x %\n", "x").diagnosticos == ()


def test_decodificar_dice_por_que_no() -> None:
    with pytest.raises(TextoIlegible, match="carácter nulo") as hallado:
        decodificar(b"abc\0", "x")
    assert hallado.value.texto == "abc\0"
