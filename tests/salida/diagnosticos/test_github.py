"""Las anotaciones, leídas como las lee el ejecutor de GitHub; la tabla, con un lector de Markdown.

`leer` sigue a `ActionCommand.TryParseV2`, de actions/runner.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from camctl.diagnostico import Gravedad
from camctl.informe import Informe
from camctl.salida.diagnosticos.github import escribir, resumen_de_la_tarea
from camctl.salida.limpieza import limpio
from camctl.salida.ordenes import sin_almohadillas

from .muestras import (
    DEL_ARCHIVO,
    RELACION,
    VARIAS_LINEAS,
    como_lo_ve_el_ejecutor,
    informe,
    informe_de_los_datos,
    informes,
    obedece_a,
    repetido,
)

_LECTOR = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PROPIO = {"<br>", "<!-- -->"}


class Orden(NamedTuple):
    """Lo que el ejecutor entiende de una línea."""

    nombre: str
    propiedades: dict[str, str]
    dato: str


def leer(texto: str) -> Iterator[Orden | str]:
    """Cada línea de `texto`: la orden que es, o ella misma si no es ninguna."""
    for linea in texto.removesuffix("\n").split("\n"):
        recortada = linea.lstrip()
        if not recortada.startswith("::") or "::" not in recortada[2:]:
            yield linea
            continue
        cabeza, _, dato = recortada[2:].partition("::")
        nombre, _, resto = cabeza.partition(" ")
        pares = (par.partition("=") for par in resto.strip().split(",") if par)
        propiedades = {clave: _sin_escapes(valor, ":,") for clave, _, valor in pares if valor}
        yield Orden(nombre, propiedades, _sin_escapes(dato))


def _sin_escapes(texto: str, otros: str = "") -> str:
    for signo in f"\r\n{otros}%":
        texto = texto.replace(f"%{ord(signo):02X}", signo)
    return texto


def test_una_anotacion_por_hallazgo_y_el_resumen() -> None:
    assert escribir(informe(RELACION, VARIAS_LINEAS, DEL_ARCHIVO)) == (
        "::error file=data/calendario.yaml,line=41,endLine=41,col=21,endColumn=24,"
        "title=camctl R301::la actividad ACT-4 «100 %25 digital, por fin» cita el objetivo «B88», "
        "que no existe%0AAyuda: ¿quiso decir «B8»? Escriba: objetivos: [B1, B8]"
        "%0Adata/objetivos.yaml:12:9: aquí está B8\n"
        "::warning file=data/calendario.yaml,line=50,endLine=52,title=camctl E501::"
        "el texto es largo\n"
        "::error file=data/mandatos.yaml,title=camctl L101::falta el archivo"
        "%0AAyuda: escríbalo con su lista vacía: mandatos: []\n"
        "2 errores y 1 aviso en 2 de 4 archivos\n"
    )


def test_el_ejecutor_lee_lo_que_se_escribio() -> None:
    anotada, resumen = leer(escribir(informe(RELACION)))
    assert resumen == "1 error en 1 de 4 archivos"
    assert anotada == Orden(
        "error",
        {
            "file": "data/calendario.yaml",
            "line": "41",
            "endLine": "41",
            "col": "21",
            "endColumn": "24",
            "title": "camctl R301",
        },
        "la actividad ACT-4 «100 % digital, por fin» cita el objetivo «B88», que no existe\n"
        "Ayuda: ¿quiso decir «B8»? Escriba: objetivos: [B1, B8]\n"
        "data/objetivos.yaml:12:9: aquí está B8",
    )


def test_sin_hallazgos_no_hay_ordenes() -> None:
    assert list(leer(escribir(informe()))) == [
        "Sin errores: 15 objetivos, 4 mandatos, 9 actores, 6 actividades"
    ]


def test_las_propiedades_llevan_tambien_sus_dos_puntos_y_sus_comas() -> None:
    archivo = "C:/el plan, 100%/calendario.yaml"
    con_signos = DEL_ARCHIVO._replace(lugar=DEL_ARCHIVO.lugar._replace(archivo=archivo))
    escrito = escribir(informe(con_signos))
    assert escrito.startswith("::error file=C%3A/el plan%2C 100%25/calendario.yaml,title=")
    anotada = next(leer(escrito))
    assert isinstance(anotada, Orden)
    assert anotada.propiedades["file"] == archivo


@pytest.mark.parametrize(
    ("mensaje", "dato"),
    [
        ("x\n::error::y", "x ::error::y"),
        ("x%0A::error::y", "x%0A::error::y"),
        ("x\r::stop-commands::y", "x<U+000D>::stop-commands::y"),
        ("##[add-mask]x", "# #[add-mask]x"),
        ("###[add-mask]x", "# # #[add-mask]x"),
        ("#\ufe0f#[add-mask]x", "# \ufe0f#[add-mask]x"),
        ("\u202e\x1b[2J", "<U+202E><U+001B>[2J"),
        ("tema #2 [B1]", "tema #2 [B1]"),
    ],
)
def test_un_titulo_no_da_ordenes(mensaje: str, dato: str) -> None:
    escrito = escribir(informe(DEL_ARCHIVO._replace(mensaje=mensaje, ayuda="")))
    anotada, _ = leer(escrito)
    assert isinstance(anotada, Orden)
    assert (anotada.nombre, anotada.dato) == ("error", dato)
    assert "##[" not in escrito


def test_si_hay_mas_de_diez_dice_cuantos_son() -> None:
    *ordenes, resumen = leer(escribir(informe(*repetido(RELACION, 11), avisos=2)))
    assert ordenes[11:] == [
        Orden(
            "notice",
            {"title": "camctl"},
            "11 errores y 2 avisos en 1 de 4 archivos\n"
            "GitHub solo enseña los 10 primeros errores y los 10 primeros avisos de cada paso; "
            "los demás están en el registro.",
        ),
        "… y 2 hallazgos más (para verlos: --maximo 0)",
    ]
    assert resumen == "11 errores y 2 avisos en 1 de 4 archivos"


def test_diez_se_ven_todos() -> None:
    assert "::notice" not in escribir(informe(*repetido(RELACION, 10)))


def test_el_resumen_de_la_tarea() -> None:
    assert resumen_de_la_tarea(informe(RELACION, VARIAS_LINEAS)) == (
        "# camctl\n"
        "\n"
        "1 error y 1 aviso en 1 de 4 archivos\n"
        "\n"
        "| Hallazgo | Lugar | Qué pasa y qué escribir |\n"
        "| --- | --- | --- |\n"
        "| error R301 | data/calendario.yaml:41:21 | la actividad ACT-4 «100 % digital, por fin» "
        "cita el objetivo «B88», que no existe<br>Ayuda: ¿quiso decir «B8»? Escriba: objetivos: "
        "\\[B1, B8\\] |\n"
        "| aviso E501 | data/calendario.yaml:50:5 | el texto es largo |\n"
    )


def test_el_resumen_de_la_tarea_sin_hallazgos() -> None:
    assert resumen_de_la_tarea(informe()) == (
        "# camctl\n\nSin errores: 15 objetivos, 4 mandatos, 9 actores, 6 actividades\n"
    )


def test_el_resumen_de_la_tarea_cabe_en_lo_que_github_admite() -> None:
    peor = RELACION._replace(
        lugar=RELACION.lugar._replace(archivo="@" * 5000), mensaje="@" * 5000, ayuda="@" * 5000
    )
    escrito = resumen_de_la_tarea(informe(*repetido(peor, 150), avisos=50))
    assert len(escrito.encode()) < 1024 * 1024
    assert escrito.count("| error R301 |") == 100
    assert escrito.endswith("\n\n… y 100 hallazgos más.\n")


def test_los_datos_con_erratas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hallado = informe_de_los_datos(tmp_path, monkeypatch)
    *ordenes, resumen = leer(escribir(hallado))
    assert resumen == hallado.resumen
    assert [
        (orden.nombre, orden.propiedades["file"], orden.propiedades.get("line"))
        for orden in ordenes
        if isinstance(orden, Orden)
    ] == [
        (
            "error" if uno.gravedad is Gravedad.ERROR else "warning",
            uno.lugar.archivo,
            str(uno.lugar.linea) if uno.lugar.linea else None,
        )
        for uno in hallado.diagnosticos
    ]


@given(informes)
def test_el_ejecutor_encuentra_cada_anotacion_y_ninguna_orden_mas(hostil: Informe) -> None:
    escrito = escribir(hostil)
    assert escrito.encode("utf-8")
    ordenes = [linea for linea in leer(escrito) if isinstance(linea, Orden)]
    anotaciones = ordenes[: len(hostil.diagnosticos)]
    assert [orden.nombre for orden in ordenes[len(anotaciones) :]] in ([], ["notice"])
    nuestras = ("::error ", "::warning ", "::notice ")
    assert all(linea.startswith(nuestras) for linea in obedece_a(escrito))
    assert "##[" not in como_lo_ve_el_ejecutor(escrito)
    for orden, uno in zip(anotaciones, hostil.diagnosticos, strict=True):
        assert orden.nombre == {"error": "error", "aviso": "warning"}[uno.gravedad]
        assert orden.propiedades["title"] == f"camctl {uno.codigo}"
        assert orden.propiedades.get("file", "") == sin_almohadillas(limpio(uno.lugar.archivo))
        assert orden.dato.startswith(sin_almohadillas(limpio(uno.mensaje)))


@given(informes)
def test_nada_de_los_datos_es_marcado_en_el_resumen_de_la_tarea(hostil: Informe) -> None:
    tokens = [
        hijo
        for bloque in _LECTOR.parse(resumen_de_la_tarea(hostil))
        for hijo in (bloque, *(bloque.children or ()))
    ]
    ajenos = {token.content for token in tokens if token.type.startswith("html")} - _PROPIO
    assert not ajenos
    assert {token.type for token in tokens if token.nesting != -1} <= {
        *("heading_open", "paragraph_open", "inline", "text", "html_inline"),
        *("table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open"),
    }
    filas = sum(token.type == "tr_open" for token in tokens)
    assert filas == (len(hostil.diagnosticos) + 1 if hostil.diagnosticos else 0)
