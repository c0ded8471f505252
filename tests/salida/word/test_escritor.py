"""Una plantilla rellenada: lo que se dice está, y nada de lo que se dice actúa."""

from datetime import UTC, datetime

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RELACION

from camctl.salida.word import PlantillaRota, lenguaje
from camctl.salida.word.escritor import rellenar

from .muestras import (
    PROPIEDADES,
    Biblioteca,
    Libro,
    abierto,
    guardado,
    hecho,
    lineas,
    parrafo,
    parte,
    plantilla,
    tabla,
)


def test_un_dato_ocupa_el_sitio_de_su_marca_con_su_formato() -> None:
    documento = hecho(
        plantilla(cuerpo="<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>«{{ nombre }}»</w:t></w:r></w:p>")
    )
    (trozo,) = documento.paragraphs[0].runs
    assert (trozo.text, trozo.bold) == ("«Biblioteca Sur»", True)


def test_lo_que_no_es_marca_queda_como_estaba() -> None:
    assert lineas("50 % {y} [más] & <b>") == ["50 % {y} [más] & <b>"]


def test_ordenes_dentro_de_un_parrafo() -> None:
    assert lineas(
        "{% for libro in libros %}{{ loop.index }}. {{ libro.titulo }}"
        "{% if not loop.last %}; {% endif %}{% endfor %}",
        "{% if nota %}{{ nota }}{% elif abierta %}abre{% else %}cierra{% endif %}",
        "{{ nota or 'sin nota' }} {{ nombre|upper }} {{ libros|length }}",
    ) == ["1. Rayuela; 2. Ficciones", "abre", "sin nota BIBLIOTECA SUR 2"]


def test_ordenes_que_quitan_su_parrafo() -> None:
    assert lineas(
        "antes",
        "{%p for libro in libros %}",
        "{{ libro.titulo }}, {{ libro.paginas }}",
        "{%p if libro.temas %}",
        "{{ libro.temas|join(' y ') }}",
        "{%p endif %}",
        "{%p endfor %}",
        "{# un comentario #}después",
    ) == ["antes", "Rayuela, 600", "juego y París", "Ficciones, 200", "después"]


def test_ordenes_que_quitan_su_fila() -> None:
    cuerpo = tabla("Título", "{%tr for libro in libros %}", "{{ libro.titulo }}", "{%tr endfor %}")
    (hecha,) = hecho(plantilla(cuerpo=cuerpo)).tables
    assert [fila.cells[0].text for fila in hecha.rows] == ["Título", "Rayuela", "Ficciones"]


def test_una_marca_que_word_ha_partido_es_la_misma() -> None:
    cuerpo = parrafo("Aquí: {", "{ nom", "bre }", "}.") + parrafo(
        "{", "% if abierta %", "}sí{% endif", " %}"
    )
    assert [uno.text for uno in hecho(plantilla(cuerpo=cuerpo)).paragraphs] == [
        "Aquí: Biblioteca Sur.",
        "sí",
    ]


def test_valen_las_comillas_y_los_espacios_que_pone_word() -> None:
    assert lineas("{{ nota or “nada” }} {{\u00a0nota or «nada» }} {{ nota or ‘nada’ }}") == [
        "nada nada nada"
    ]


def test_se_rellenan_los_encabezados_y_no_las_propiedades() -> None:
    documento = hecho(plantilla("x", encabezado="{{ nombre }}"))
    assert documento.sections[0].header.paragraphs[0].text == "Biblioteca Sur"
    suyas = documento.core_properties
    assert (suyas.title, suyas.subject, suyas.author, suyas.last_modified_by) == (
        "El título",
        "El asunto",
        "Quien lo firma",
        "Quien lo firma",
    )
    assert suyas.created == suyas.modified == datetime(2030, 2, 1, tzinfo=UTC)
    assert (suyas.revision, suyas.language) == (1, "es")


def test_una_propiedad_larga_o_con_controles_se_puede_escribir() -> None:
    rara = PROPIEDADES._replace(titulo="a\x07b\n" + "x" * 400)
    titulo = abierto(rellenar(plantilla("x"), Biblioteca(), rara)).core_properties.title
    assert titulo.startswith("a<U+0007>b xxx")
    assert titulo.endswith("…")
    assert len(titulo) == 255


HOSTILES = {
    "marcas": "{{ nombre }} {% for x in y %} {# nada #} {_{ nombre }_}",
    "xml": "</w:t><w:p> & <w:br/> ]]> &amp; \"'",
    "llaves": "} }} {",
}


@pytest.mark.parametrize("texto", HOSTILES.values(), ids=HOSTILES)
def test_un_dato_no_actua(texto: str) -> None:
    assert lineas("«{{ nombre }}»", contexto=Biblioteca(nombre=texto)) == [f"«{texto}»"]
    documento = hecho(plantilla("x", encabezado="{{ nombre }}"), Biblioteca(nombre=texto))
    assert documento.sections[0].header.paragraphs[0].text == texto


def test_lo_que_xml_prohibe_o_no_se_ve_sale_a_la_vista() -> None:
    texto = "a\x00b\x0bc\x1bd\u202ee\ufffef\x7fg\u200bh"
    (linea,) = lineas("{{ nombre }}", contexto=Biblioteca(nombre=texto))
    assert linea == "a<U+0000>b<U+000B>c<U+001B>d<U+202E>e<U+FFFE>f<U+007F>g<U+200B>h"


def test_un_texto_de_varios_parrafos_da_varios_con_su_estilo() -> None:
    usada = plantilla(
        cuerpo='<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        "<w:t>1. {{ nombre }}.</w:t></w:r></w:p>"
    )
    documento = hecho(usada, Biblioteca(nombre="Uno.\n\n  Dos,\ttres.\nCuatro"))
    assert [(uno.text, uno.style.name if uno.style else "") for uno in documento.paragraphs] == [
        ("1. Uno.", "Heading 2"),
        ("Dos, tres.", "Heading 2"),
        ("Cuatro.", "Heading 2"),
    ]
    assert all(trozo.bold for uno in documento.paragraphs for trozo in uno.runs)


def test_una_constante_con_signos_se_lee_como_se_escribio() -> None:
    assert lineas("{{ nota or 'a & b < c' }} {{ nombre ~ ' & ' ~ nombre }}") == [
        "a & b < c Biblioteca Sur & Biblioteca Sur"
    ]


def test_una_celda_que_se_queda_sin_nada_conserva_un_parrafo() -> None:
    # Sin él, Word dice que el archivo está dañado.
    usada = plantilla(
        cuerpo=tabla("x").replace(
            parrafo("x"),
            parrafo("{%p if nota %}") + parrafo("{{ nota }}") + parrafo("{%p endif %}"),
        )
    )
    (celda,) = hecho(usada).tables[0].rows[0].cells
    assert [uno.text for uno in celda.paragraphs] == [""]


def test_una_tabla_que_se_queda_sin_filas_desaparece() -> None:
    cuerpo = tabla("{%tr for libro in libros %}", "{{ libro.titulo }}", "{%tr endfor %}")
    assert hecho(plantilla(cuerpo=cuerpo), Biblioteca(libros=())).tables == []


def test_una_direccion_con_el_estilo_de_los_enlaces_es_un_enlace() -> None:
    estilo = (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Enlace"/></w:rPr><w:t>{{ nombre }}</w:t></w:r></w:p>'
    )
    documento = abierto(plantilla("x", cuerpo=estilo).contenido)
    documento.styles.add_style("Hyperlink", 2).element.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Enlace"
    )
    usada = plantilla("x")._replace(contenido=guardado(documento))
    con_enlace = hecho(usada, Biblioteca(nombre="https://ejemplo.org/a?b=1&c=2"))
    (enlace,) = con_enlace.paragraphs[1].hyperlinks
    assert (enlace.url, enlace.text) == ("https://ejemplo.org/a?b=1&c=2",) * 2
    for otro in ("javascript:alert(1)", "véase https://ejemplo.org"):
        assert hecho(usada, Biblioteca(nombre=otro)).paragraphs[1].hyperlinks == []
    relaciones = hecho(usada, Biblioteca(nombre="x")).part.rels.values()
    assert RELACION.HYPERLINK not in {una.reltype for una in relaciones}


def test_cada_imagen_tiene_su_numero() -> None:
    dibujos = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    dibujo = (
        parrafo("{%p for libro in libros %}")
        + f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="{dibujos}" id="7"/></w:drawing></w:r></w:p>'
        + parrafo("{%p endfor %}")
    )
    documento = hecho(plantilla(cuerpo=dibujo))
    assert documento.element.xpath("//wp:docPr/@id") == ["1", "2"]


def test_la_fecha_del_documento_es_la_que_se_da() -> None:
    escrito = rellenar(plantilla("{{ nombre }}"), Biblioteca(), PROPIEDADES)
    assert "2030-02-01T00:00:00Z" in parte(escrito, "docProps/core.xml")


def test_unas_vueltas_dentro_de_otras_no_se_eternizan() -> None:
    contexto = Biblioteca(libros=(Libro("x", 1),) * 400)
    vueltas = [f"{{% for l{n} in libros %}}" for n in range(6)]
    with pytest.raises(PlantillaRota, match="repite demasiado"):
        lineas("".join(vueltas) + "x" + "{% endfor %}" * 6, contexto=contexto)


def test_lo_que_se_escribe_tampoco(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lenguaje, "SALIDA_MAXIMO", 20_000)
    largo = Biblioteca(libros=(Libro("x" * 1000, 1),) * 40)
    with pytest.raises(PlantillaRota, match="repite demasiado"):
        lineas("{% for libro in libros %}{{ libro.titulo }}{% endfor %}", contexto=largo)


def test_una_marca_que_parte_en_dos_un_enlace_se_dice() -> None:
    enlace = (
        "<w:p><w:r><w:t>{% for libro in libros %}</w:t></w:r><w:hyperlink w:anchor='x'>"
        "<w:r><w:t>x{% endfor %}</w:t></w:r></w:hyperlink></w:p>"
    )
    with pytest.raises(PlantillaRota, match="empieza dentro de un enlace"):
        hecho(plantilla(cuerpo=enlace))
