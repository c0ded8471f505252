"""Cuándo dos textos son el mismo, y qué se encuentra cuando no lo son."""

import pytest

from camctl.lectura.documento import Pasaje
from camctl.vistas.cotejo.documento import Documento, igualado

PASAJES = (
    Pasaje("PLAN DE TRABAJO"),
    Pasaje("DE LA COMISIÓN"),
    Pasaje("Acercar los libros a todas las personas del país.", de_lista=True, numerado=True),
    Pasaje("Comisión de Bibliotecas (CB):", de_lista=True, numerado=True),
    Pasaje("Sesión informal de la CB con el Instituto o TBD", de_lista=True),
    Pasaje("MARZO – 2030", de_lista=True),
)


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("«Lectura»", "“Lectura”"),
        ("2018 – 2019", "2018 - 2019"),
        ("a\u00a0b", "a  b"),
        ("niño", "nin\u0303o"),
        ("biblio\u00adteca", "biblioteca"),
        ("l’eau", "l'eau"),
    ],
)
def test_blancos_comillas_y_rayas_valen_por_los_de_su_clase(uno: str, otro: str) -> None:
    assert igualado(uno) == igualado(otro)


@pytest.mark.parametrize(
    ("uno", "otro"), [("formulación", "formulacion"), ("La", "la"), ("a.", "a")]
)
def test_acentos_mayusculas_y_puntos_no(uno: str, otro: str) -> None:
    assert igualado(uno) != igualado(otro)


@pytest.mark.parametrize(
    ("texto", "resultado", "diferencias"),
    [
        ("Plan de trabajo de la Comisión".upper(), "consta", []),
        ("Acercar los libros a todas las personas del país.", "consta", []),
        ("Comisión de Bibliotecas", "consta", []),
        # Un trozo de palabra no es la palabra.
        ("Comisión de Biblio", "difiere", [("Bibliotecas", "Biblio")]),
        ("Acercar los discos a toda persona del país.", "difiere",
         [("libros", "discos"), ("todas las personas", "toda persona")]),
        ("Traer los libros a todas las personas del país.", "difiere", [("Acercar", "Traer")]),
        ("Acercar los libros a todas las personas del mundo.", "difiere", [("país.", "mundo.")]),
        ("Acercar los libros a las personas del país.", "difiere", [("todas", "")]),
        ("Acercar muchos libros y discos a casi todas las personas del país.", "difiere",
         [("los", "muchos"), ("", "y discos"), ("", "casi")]),
        ("Visitar el museo naval", "no_consta", []),
        ("Museo", "no_consta", []),
    ],
)  # fmt: skip
def test_como_esta_un_texto(texto: str, resultado: str, diferencias: list[tuple[str, str]]) -> None:
    hallado = Documento(PASAJES).buscar(texto)
    assert hallado.resultado == resultado
    assert [(una.antes, una.despues) for una in hallado.diferencias] == diferencias


@pytest.mark.parametrize(
    ("texto", "diferencias"),
    [
        (PASAJES[2].texto, []),
        (PASAJES[2].texto.rstrip("."), []),
        ("PLAN DE TRABAJO DE LA COMISIÓN", []),
        ("Sesión informal de la CB con el Instituto o", [("TBD", "")]),
        ("los libros a todas las personas del país.", [("Acercar", "")]),
    ],
)
def test_a_un_texto_entero_que_se_queda_a_medias_le_faltan_palabras(
    texto: str, diferencias: list[tuple[str, str]]
) -> None:
    assert Documento(PASAJES).buscar(texto).resultado == "consta"
    hallado = Documento(PASAJES).buscar(texto, entero=True)
    assert [(una.antes, una.despues) for una in hallado.diferencias] == diferencias
    assert hallado.resultado == ("difiere" if diferencias else "consta")


def test_una_errata_en_un_titulo_corto_no_lleva_a_otro_sitio() -> None:
    resolucion = "AG/RES. 12 Lectura en las escuelas. Párrafos 1-20. Español - English"
    textos = ["Los libros en las escuelas.", "Una sala en las escuelas", resolucion]
    documento = Documento([Pasaje(texto, de_lista=True) for texto in textos])
    hallado = documento.buscar("LecturX en las escuelas")
    assert [(una.antes, una.despues) for una in hallado.diferencias] == [("Lectura", "LecturX")]
    dichos = [*textos[:2], "AG/RES. 12", "LecturX en las escuelas", "Párrafos 1-20"]
    assert documento.sin_recoger(dichos) == []


def test_un_documento_sin_palabras_en_comun_no_tiene_nada() -> None:
    assert Documento([]).buscar("Algo").resultado == "no_consta"


def test_lo_que_los_datos_no_recogen() -> None:
    documento = Documento(PASAJES)
    todas = [PASAJES[2].texto, "Comisión de Bibliotecas", PASAJES[4].texto]
    assert documento.sin_recoger(todas) == []
    # Con erratas sigue estando; un encabezado de la tabla no se echa en falta.
    casi = "Acercar los libros a toda persona del país."
    assert documento.sin_recoger([casi, *todas[1:]]) == []
    assert documento.sin_recoger([]) == [uno.texto for uno in PASAJES[2:5]]
