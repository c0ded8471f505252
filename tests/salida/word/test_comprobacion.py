"""Lo que está mal en una plantilla: qué marca es, dónde está y qué le pasa."""

import io
import re
from pathlib import Path

import docx
import pytest

from camctl.salida.word import PlantillaRota, plantilla_propia
from camctl.salida.word.comprobacion import MARCAS_MAXIMO, faltas_de
from camctl.vistas.redaccion.convocatoria import Convocatoria
from camctl.vistas.redaccion.plan import DocumentoDelPlan

from .muestras import Biblioteca, abierto, con_partes, hecho, parrafo, parte, plantilla, tabla

NO_EXISTE = "no existe «{}»; puede ser nombre, abierta, nota o libros"
ORDENES = "las órdenes son for, if, elif, else, endfor y endif"

MAL = [
    # Nombres
    ("{{ nombr }}", "no existe «nombr»; ¿quiso decir «nombre»?"),
    ("{{ range }}", NO_EXISTE.format("range")),
    ("{{ libros.titulo }}", "«titulo» se pide a una lista de registros, que no tiene campos"),
    ("{{ nombre.upper }}", "«upper» se pide a un texto, que no tiene campos"),
    ("{{ nombre.__class__ }}", "«__class__» se pide a un texto, que no tiene campos"),
    ("{{ ''.__class__ }}", "«__class__» se pide a un texto, que no tiene campos"),
    ("{{ cycler.__init__.__globals__ }}", NO_EXISTE.format("cycler")),
    ("{{ loop.index }}", NO_EXISTE.format("loop")),
    # Lo que no se escribe
    ("{{ libros }}", "es una lista de registros, y no un texto; se recorre con «{% for … %}»"),
    ("{{ abierta }}", "es un sí o no, y no un texto; se pregunta con «{% if … %}»"),
    ("{{ none }}", "es un sí o no, y no un texto; se pregunta con «{% if … %}»"),
    # Lo que no se entiende
    ("{{ nombre nota }}", "no se entiende a partir de «nota»"),
    ("{{ nombre ¿ }}", "no se entiende a partir de «¿»"),
    ("{{ }}", "no se entiende: le falta algo"),
    ("{{ nombre | }}", "no se entiende: le falta algo"),
    ("{{ 'a' if nota }}", "falta qué poner si no se cumple: … if … else ''"),
    # Lo que no se admite
    ("{{ range(9) }}", "no se puede llamar a una función, «nombre(…)»"),
    ("{{ nombre.format(nota) }}", "no se puede llamar a una función, «nombre(…)»"),
    ("{{ nombre['x'] }}", "no se pueden usar corchetes, «nombre[…]»"),
    ("{{ 'a' * 1000000000 }}", "no se puede hacer una cuenta, «a + b»"),
    ("{{ 9**9**9 }}", "no se puede hacer una cuenta, «a + b»"),
    ("{{ -1 }}", "no se puede hacer una cuenta, «-a»"),
    ("{{ [nombre] }}", "no se puede escribir una lista, «[…]»"),
    ("{{ {'a': nombre} }}", "no se puede escribir un diccionario, «{…}»"),
    ("{{ nombre, nota }}", "no se pueden nombrar varias cosas a la vez, «a, b»"),
    (
        "{{ nombre|attr('x') }}",
        "no hay ningún filtro «attr»; hay estos: upper, lower, capitalize, join, length",
    ),
    ("{{ nombre|upper('x') }}", "a «upper» le sobra lo que va entre paréntesis"),
    ("{{ libros|join }}", "«join» necesita una lista de textos, y esto es una lista de registros"),
    ("{{ abierta|length }}", "«length» cuenta los de una lista, y esto es un sí o no"),
    # Órdenes
    ("{% include 'x' %}", ORDENES),
    ("{% macro f() %}", ORDENES),
    ("{% import 'x' as y %}", ORDENES),
    ("{% set x = nombre %}", ORDENES),
    ("{% vm %}", ORDENES),
    ("{% cellbg nombre %}", ORDENES),
    ("{% endfr %}", "¿quiso decir «endfor»?"),
    ("{% p if nota %}", "«p» va pegado a «{%»: {%p … %}"),
    ("{% endif %}", "no hay antes ningún «if»"),
    ("{% else %}", "no hay antes ningún «if»"),
    # Marcas que no lo son
    ("{{- nombre }}", "junto a sus llaves sobra «-» o «+»"),
    ("{{r nombre }}", "detrás de «{{» sobra «r»"),
    ("{{p nombre }}", "detrás de «{{» sobra «p»"),
    ("{{ nombre", "no se cierra con «}}» en su mismo párrafo"),
    ("}}", "cierra una marca que no se abre en ese párrafo"),
]


@pytest.mark.parametrize(("marca", "defecto"), MAL, ids=[marca for marca, _ in MAL])
def test_cada_defecto_se_explica(marca: str, defecto: str) -> None:
    assert faltas(marca) == [f"«{marca}»: {defecto}"]


def faltas(*parrafos: str, cuerpo: str = "") -> list[str]:
    documento = abierto(plantilla(*parrafos, cuerpo=cuerpo).contenido)
    return [*faltas_de(documento, Biblioteca)]


def test_se_dice_en_que_parrafo_esta() -> None:
    assert faltas("Se llama {{ nombr }}, y abre.") == [
        "«{{ nombr }}», en «Se llama {{ nombr }}, y abre.»: no existe «nombr»; "
        "¿quiso decir «nombre»?"
    ]


def test_se_dice_todo_de_una_vez() -> None:
    assert len(faltas("{{ a }} {{ b }}", "{{ c")) == 3


def test_lo_de_dentro_de_una_vuelta_se_comprueba_aunque_hoy_no_haya_ninguna() -> None:
    (falta,) = faltas("{% for libro in libros %}{{ libro.titlo }}{% endfor %}")
    assert falta.endswith("«libro» no tiene ningún campo «titlo»; ¿quiso decir «titulo»?")
    (falta,) = faltas("{% if nota %}{{ nobre }}{% endif %}")
    assert falta.endswith("no existe «nobre»; ¿quiso decir «nombre»?")


def test_fuera_de_su_vuelta_un_nombre_no_vale() -> None:
    (falta,) = faltas("{% for libro in libros %}x{% endfor %}{{ libro.titulo }}")
    assert "no existe «libro»; ¿quiso decir «libros»?" in falta


def test_una_vuelta_mal_dicha_no_da_mas_errores_que_el_suyo() -> None:
    for vuelta in (
        "{% for libro in libro %}",
        "{% for libro in nombre %}",
        "{% for libro libros %}",
    ):
        (falta,) = faltas(vuelta, "{{ libro.titulo }}" if "in" in vuelta else "x", "{% endfor %}")
        assert falta.startswith(f"«{vuelta}»: ")


@pytest.mark.parametrize(
    ("vuelta", "defecto"),
    [
        ("{% for libro in nombre %}", "lo que recorre es un texto, y no una lista"),
        ("{% for libro in libros if nota %}", "se escribe: {% for uno in lista %}"),
        ("{% for libro in libros recursive %}", "se escribe: {% for uno in lista %}"),
        ("{% for i in range(1000000000) %}", "no se puede llamar a una función, «nombre(…)»"),
    ],
)
def test_de_una_vuelta_solo_se_admite_una_forma(vuelta: str, defecto: str) -> None:
    assert faltas(vuelta, "{% endfor %}") == [f"«{vuelta}»: {defecto}"]


def test_las_ordenes_se_cierran_por_orden() -> None:
    assert faltas("{%p for libro in libros %}", "{%p if nota %}", "{%p endfor %}") == [
        "«{%p endfor %}»: antes hay que cerrar «{%p if nota %}»",
        "«{%p for libro in libros %}»: no se cierra con «{% endfor %}»",
        "«{%p if nota %}»: no se cierra con «{% endif %}»",
    ]


def test_un_else_es_el_ultimo() -> None:
    texto = "{% if nota %}a{% else %}b{% elif abierta %}c{% endif %}"
    assert faltas(texto) == [
        f"«{{% elif abierta %}}», en «{texto}»: detrás de un «else» no va un «elif»"
    ]


@pytest.mark.parametrize(
    ("pregunta", "defecto"),
    [
        ("nombre > 3", "no se puede saber si un texto es mayor o menor que un número"),
        ("libros > libros", "no se puede saber si una lista de registros es mayor o menor"),
        ("3 in nombre", "no se puede buscar un número en un texto"),
        ("nombre in libros", "no se puede buscar un texto en una lista de registros"),
        ("nombre is defined", "no se puede preguntar con «is»"),
    ],
)
def test_lo_que_no_se_puede_comparar(pregunta: str, defecto: str) -> None:
    (falta,) = faltas(f"{{% if {pregunta} %}}x{{% endif %}}")
    assert defecto in falta


@pytest.mark.parametrize(
    "pregunta",
    [
        "nota", "not nota", "nota and abierta", "nota or libros", "nombre == 'x'", "nombre != nota",
        "libros|length > 1", "'Sur' in nombre", "nota not in nombre|lower", "libros == libros",
        "(nota or nombre) == nombre", "abierta and not (nota or libros)",
    ],
)  # fmt: skip
def test_lo_que_se_puede_preguntar(pregunta: str) -> None:
    assert faltas(f"{{% if {pregunta} %}}x{{% endif %}}") == []
    hecho(plantilla(f"{{% if {pregunta} %}}x{{% endif %}}"))


def test_lo_que_abre_y_lo_que_cierra_van_en_el_mismo_sitio() -> None:
    (falta,) = faltas("{%p if nota %}", cuerpo=tabla("{%p endif %}"))
    assert falta.startswith("«{%p endif %}»: «{%p if nota %}» está en otro sitio")
    (falta,) = faltas("{%p if nota %}", "x", "{% endif %}")
    assert falta.startswith("«{% endif %}»: «{%p if nota %}» está en otro sitio")


def test_lo_que_quita_su_parrafo_o_su_fila_no_se_lleva_nada_por_delante() -> None:
    (falta,) = faltas("{%p if nota %} y algo más", "{%p endif %}")
    assert falta.endswith("con «p», ha de ocupar un párrafo, ella sola")
    assert faltas("{%tr if nota %}", "{%tr endif %}") == [
        f"«{marca}»: con «tr», ha de ocupar una fila de una tabla, ella sola"
        for marca in ("{%tr if nota %}", "{%tr endif %}")
    ]
    assert faltas("{%tc if nota %}", "{%tc endif %}") == [
        f"«{marca}»: detrás de «{{%» sobra «tc»" for marca in ("{%tc if nota %}", "{%tc endif %}")
    ]
    dos_celdas = tabla("{%tr if nota %}", "{%tr endif %}").replace(
        "</w:tc></w:tr>", f"</w:tc><w:tc>{parrafo('algo')}</w:tc></w:tr>", 1
    )
    (falta,) = faltas(cuerpo=dos_celdas)
    assert falta.endswith("con «tr», ha de ocupar una fila de una tabla, ella sola")


def test_una_marca_larguisima_no_es_una_marca() -> None:
    (falta,) = faltas("{{ nombre" + " " * 600 + "}}")
    assert "pasa de 500 caracteres" in falta


def test_demasiadas_marcas_se_dicen_una_vez() -> None:
    assert faltas("{{ nombre }}" * (MARCAS_MAXIMO + 1)) == [f"tiene más de {MARCAS_MAXIMO} marcas"]


@pytest.mark.parametrize("hondura", [200, 5000])
def test_una_expresion_enrevesada_no_agota_nada(hondura: int) -> None:
    texto = f"{{{{ {'(' * 200}nombre{')' * 200} }}}}"
    (falta,) = faltas(*[texto] * (hondura // 200))[:1]
    assert re.search("no se entiende|enrevesada", falta)


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p><w:bookmarkStart w:id='0' w:name='{{ nombre }}'/></w:p>",
        "<w:p><w:r><w:instrText>{{ nombre }}</w:instrText></w:r></w:p>",
        "<w:p><w:fldSimple w:instr=' DOCPROPERTY {{ nombre }} '/></w:p>",
    ],
)
def test_donde_no_se_rellena_no_ha_de_haber_marcas(xml: str) -> None:
    (falta,) = faltas(cuerpo=xml)
    assert falta.endswith("está en un campo o en una imagen, y ahí no se rellena")


def test_las_notas_al_pie_no_se_rellenan() -> None:
    espacio = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    oficina = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    suyo = plantilla("x").contenido
    con_nota = con_partes(
        suyo,
        {
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{espacio}"><w:footnote w:id="1">'
            f"{parrafo('{{ nombre }}')}</w:footnote></w:footnotes>".encode(),
            "word/_rels/document.xml.rels": parte(suyo, "word/_rels/document.xml.rels")
            .replace(
                "</Relationships>",
                '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats'
                '.org/officeDocument/2006/relationships/footnotes"/></Relationships>',
            )
            .encode(),
            "[Content_Types].xml": parte(suyo, "[Content_Types].xml")
            .replace(
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{oficina}.footnotes+xml"/>'
                "</Types>",
            )
            .encode(),
        },
    )
    assert [*faltas_de(abierto(con_nota), Biblioteca)] == [
        "«{{ nombre }}»: está en una nota, y ahí no se rellena"
    ]


def test_la_guia_ensena_marcas_que_valen() -> None:
    """Cada marca de la tabla de docs/plantillas.md se entiende."""
    guia = (Path(__file__).resolve().parents[3] / "docs" / "plantillas.md").read_text("utf-8")
    ensenadas = re.findall(r"(?m)^\| `(\{[{%] [^`]*)` \|", guia)
    enteras = [marca for marca in ensenadas if not re.search(r"(if|for) …", marca)]
    assert len(enteras) == 4
    for marca in enteras:
        usada = plantilla(f"{{% for mandato in mandatos %}}{marca}{{% endfor %}}")
        assert [*faltas_de(abierto(usada.contenido), Convocatoria)] == []


@pytest.mark.parametrize(
    ("nombre", "pieza"), [("plan", DocumentoDelPlan), ("convocatoria", Convocatoria)]
)
def test_las_plantillas_que_trae_camctl_estan_bien(nombre: str, pieza: type) -> None:
    assert [*faltas_de(abierto(plantilla_propia(nombre).contenido), pieza)] == []


def test_rellenar_no_escribe_nada_si_algo_esta_mal() -> None:
    with pytest.raises(PlantillaRota) as rota:
        hecho(plantilla("{{ nombr }}", "{{ nota }}"))
    assert rota.value.faltas == ("«{{ nombr }}»: no existe «nombr»; ¿quiso decir «nombre»?",)


def test_una_plantilla_sin_marcas_vale() -> None:
    assert docx.Document(io.BytesIO(plantilla("x").contenido)).paragraphs[0].text == "x"
    assert faltas("x") == []
