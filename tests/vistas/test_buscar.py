"""Cualquier texto en cualquier registro, y dónde se halló."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.cobertura import Cobertura
from camctl.comparacion import plegar
from camctl.indices import Indices
from camctl.vistas.buscar import buscar
from camctl.vistas.extractos import extracto, plegar_con_origen
from camctl.vistas.respuesta import Respuesta, Tabla


def filas(respuesta: Respuesta) -> list[tuple[str, ...]]:
    assert isinstance(respuesta.cuerpo, Tabla)
    (grupo,) = respuesta.cuerpo.grupos
    return list(grupo.filas)


def hallados(texto: str, indices: Indices) -> list[str]:
    respuesta = buscar(texto, indices, Cobertura(indices))
    return [f"{clase} {id_}".strip() for clase, id_, *_ in filas(respuesta)]


def donde(texto: str, indices: Indices) -> dict[str, str]:
    respuesta = buscar(texto, indices, Cobertura(indices))
    return {id_ or clase: sitio for clase, id_, _, sitio in filas(respuesta)}


def vacio(texto: str, indices: Indices) -> str:
    respuesta = buscar(texto, indices, Cobertura(indices))
    assert filas(respuesta) == []
    assert respuesta.registros == []
    assert respuesta.encabezado == ()
    return respuesta.vacio


def test_sin_mirar_acentos_mayusculas_ni_blancos(
    indices_reales: Indices, cobertura_real: Cobertura
) -> None:
    respuesta = buscar(" catastrofes\n NATURALES ", indices_reales, cobertura_real)
    assert filas(respuesta) == [
        (
            "objetivo",
            "B11",
            "Buenas prácticas y cooperación entre países",
            "Texto: …situaciones de crisis humanitaria o catástrofes naturales.",
        ),
        (
            "actor",
            "CIDH",
            "Comisión Interamericana de Derechos Humanos",
            "Misión: …situaciones de crisis humanitarias o catástrofes naturales.",
        ),
    ]
    assert respuesta.encabezado == ("2 registros contienen «catastrofes NATURALES»",)
    assert respuesta.vacio == ""
    assert isinstance(respuesta.cuerpo, Tabla)
    assert [columna.titulo for columna in respuesta.cuerpo.columnas] == [
        "Clase",
        "ID",
        "Título o nombre",
        "Dónde",
    ]


def test_como_datos_el_registro_entero_y_donde_se_hallo(
    indices_reales: Indices, cobertura_real: Cobertura
) -> None:
    registros = buscar("unidad familiar", indices_reales, cobertura_real).registros
    assert isinstance(registros, list)
    assert [(uno["id"], uno["hallado_en"]) for uno in registros] == [
        ("B8", ["titulo", "texto"]),
        ("IIN", ["mision", "objetivos.cita"]),
        ("SSM", ["mision", "objetivos.cita"]),
    ]
    assert list(registros[0]) == [
        "clase", "id", "titulo", "texto", "motivo_sin_sesion", "nota", "sesiones", "hallado_en",
    ]  # fmt: skip
    assert registros[1]["sesiones"] == [{"id": "ACT-5", "fecha": "2019-03"}]


@pytest.mark.parametrize("texto", ["ACT-4", "act4", "act 4", "A.C.T.4"])
def test_un_id_escrito_como_sea(indices_reales: Indices, texto: str) -> None:
    assert donde(texto, indices_reales) == {"ACT-4": "ID: ACT-4"}


@pytest.mark.parametrize("texto", ["b8", "B.8", "b 8"])
def test_un_id_y_quien_lo_cita(indices_reales: Indices, texto: str) -> None:
    assert donde(texto, indices_reales) == {"B8": "ID: B8", "IIN": "Objetivos: B8"}


def test_primero_el_que_se_llama_asi(indices_reales: Indices) -> None:
    # En el orden de los archivos, ningún actor iría antes que los objetivos.
    assert hallados("seguridad multidimensional", indices_reales) == [
        "actor SSM",
        "actividad ACT-2",
    ]
    assert hallados("b1", indices_reales) == [
        "objetivo B1",
        "objetivo B10",
        "objetivo B11",
        "objetivo B12",
        "actor CIDH",
        "actor SSM",
    ]
    assert hallados("INNA", indices_reales) == ["actor IIN"]
    assert hallados("asamblea general", indices_reales) == ["actor AG", "actor CIDI"]


def test_despues_los_titulos_y_luego_el_resto(indices_reales: Indices) -> None:
    titulos = donde("dialogo", indices_reales)
    assert list(titulos) == ["A3"]
    assert hallados("buenas practicas", indices_reales) == ["objetivo B11", "actor CIDH"]
    # B5 lo lleva en el título; A1, antes en su archivo, solo en el texto.
    assert hallados("regularización", indices_reales) == ["objetivo B5", "actor CIDH"]
    assert hallados("politicas", indices_reales)[:4] == [
        "objetivo A1",
        "objetivo B12",
        "objetivo B2",
        "objetivo B8",
    ]


def test_una_resolucion_con_otros_blancos(indices_reales: Indices) -> None:
    assert donde("AG/RES.2738", indices_reales) == {
        "AG-2738": "Resolución: AG/RES. 2738 (XLII-O/12)"
    }
    assert donde("2738", indices_reales) == {"AG-2738": "ID: AG-2738", "plan": "Mandatos: AG-2738"}


def test_el_programa_y_la_cabecera_del_plan(indices: Indices) -> None:
    assert donde("bibliotecas escolares", indices) == {
        "programa": "Título: Programa de Bibliotecas Escolares",
        "RES-10": "Título: Programa de Bibliotecas Escolares",
    }
    respuesta = buscar("lima", indices, Cobertura(indices))
    assert filas(respuesta) == [
        ("plan", "", "Plan de trabajo", "Zona horaria: America/Lima"),
    ]
    assert isinstance(respuesta.registros, list)
    (plan,) = respuesta.registros
    assert next(iter(plan)) == "clase"
    assert plan["clase"] == "plan"
    assert plan["comision"] == "CB"
    assert plan["hallado_en"] == ["zona_horaria"]


@pytest.mark.parametrize(
    ("texto", "sitios"),
    [
        ("suplente", {"ACT-2": "Invitados, nota: O su suplente."}),
        ("núñez", {"ACT-2": "Invitados, nombre: Ana Núñez"}),
        ("por confirmar", {"ACT-4": "Invitados, estado: por confirmar"}),
        ("nota conceptual", {"ACT-2": "Documentos, título: Nota conceptual"}),
        ("doc.4/30", {"ACT-2": "Documentos, signatura: CB/doc.4/30"}),
        ("diez salas", {"ACT-2": "Avances, texto: Diez salas."}),
        ("fondos", {"ACT-2": "Acuerdos, texto: Buscar fondos."}),
        ("quorum", {"ACT-5": "Motivo: Falta de quórum."}),
        ("interpretes", {"ACT-2": "Nota: Hubo intérpretes."}),
        ("/en/10", {"RES-10": "Enlaces, en: https://ejemplo.org/en/10"}),
        ("otra comision", {"B3": "Motivo sin sesión: Lo trata otra comisión."}),
        ("generales", {"A1": "Grupos: A · Objetivos generales"}),
        ("especializados", {"ILI": "Categoría: B · Organismos especializados"}),
        ("circulación", {"ACT-1": "Tipo: circulación"}),
        ("aplazada", {"ACT-3": "Estado: aplazada"}),
        ("marzo", {"ACT-2": "Fecha: 14 de marzo de 2030"}),
        ("2030-04", {"ACT-3": "Fecha: 2030-04"}),
        ("2030-2031", {"plan": "Periodo: 2030-2031"}),
    ],
)
def test_en_cualquier_campo(indices: Indices, texto: str, sitios: dict[str, str]) -> None:
    assert donde(texto, indices) == sitios


def test_todas_las_palabras_en_el_mismo_registro(indices: Indices) -> None:
    # Ninguna está entera en un solo campo: se dice dónde está cada una.
    assert donde("verde iris", indices) == {
        "ACT-4": "Invitados, nombre: Iris Mar\nLugar: Salón Verde"
    }
    assert hallados("verde azul", indices) == []


def test_la_frase_exacta_antes_que_sus_palabras(indices: Indices) -> None:
    assert (
        hallados("salas de lectura", indices)
        == [
            "objetivo B1",
            "actor ILI",
            "objetivo B2",
            "actividad ACT-2",
        ][:2]
    )
    assert hallados("lectura salas", indices) == ["objetivo B1", "actor ILI"]
    assert hallados("sesión sobre", indices) == ["actividad ACT-3", "actividad ACT-2"]


def test_nada_lo_contiene(indices_reales: Indices) -> None:
    assert vacio("zzz", indices_reales) == "nada en el plan contiene «zzz»"
    assert vacio("SADE", indices_reales) == (
        "nada en el plan contiene «SADE»; ¿quiso decir «SADyE»?"
    )
    assert vacio("Piñerez", indices_reales) == (
        "nada en el plan contiene «Piñerez»; ¿quiso decir «Piñeres»?"
    )


@pytest.mark.parametrize("texto", ["gatos", "refugiado", "naciones", "agua", "covid", "OIM"])
def test_lo_que_solo_se_parece_de_lejos_no_se_propone(texto: str, indices_reales: Indices) -> None:
    assert vacio(texto, indices_reales) == f"nada en el plan contiene «{texto}»"


def test_solo_se_culpa_a_las_palabras_que_no_estan(indices_reales: Indices) -> None:
    assert vacio("luis vargaz", indices_reales) == (
        "nada en el plan contiene «vargaz»; ¿quiso decir «Vargas»?"
    )
    assert vacio("Beatris Piñerez", indices_reales) == (
        "nada en el plan contiene «Beatris» ni «Piñerez»; ¿quiso decir «Beatriz Piñeres»?"
    )
    assert vacio("trata xenofobia", indices_reales) == (
        "ningún registro contiene a la vez «trata» y «xenofobia»"
    )


@pytest.mark.parametrize("texto", ["", "  \n"])
def test_sin_nada_que_buscar(indices: Indices, texto: str) -> None:
    assert vacio(texto, indices) == "no ha escrito qué buscar"


def test_un_plan_sin_cabecera_ni_programa(levantar: Callable[..., Indices]) -> None:
    indices = levantar(actores="actores: [{id: ILI, nombre: Instituto}]")
    indices = Indices(type(indices.plan)(actores=indices.plan.actores))
    assert hallados("instituto", indices) == ["actor ILI"]


# El extracto


def test_el_extracto_conserva_lo_escrito() -> None:
    texto = (
        "Se presentará, según lo acordado, el Informe de la Comisión sobre Migración y Niñez en "
        "las Américas y el Caribe, con sus anexos."
    )
    assert extracto(texto, "migracion y ninez") == (
        "…de la Comisión sobre Migración y Niñez en las Américas y el…"
    )
    assert extracto(texto, "se presentara") == (
        "Se presentará, según lo acordado, el Informe de la Comisión…"
    )
    assert extracto(texto, "anexos.") == "…y Niñez en las Américas y el Caribe, con sus anexos."


def test_el_extracto_de_un_texto_corto_es_el_texto() -> None:
    assert extracto("Corto\n  y en dos líneas", "lineas") == "Corto y en dos líneas"
    assert extracto("", "nada") == ""


def test_el_extracto_no_pierde_los_acentos_sueltos() -> None:
    texto = unicodedata.normalize("NFD", "x" * 40 + " niñez " + "y" * 40)
    assert "niñez" in unicodedata.normalize("NFC", extracto(texto, "ninez", ancho=20))
    assert extracto(texto, "nin", ancho=3) == unicodedata.normalize("NFD", "…niñ…")


def test_el_extracto_cuando_plegar_cambia_los_largos() -> None:
    texto = "ß" * 30 + " ﬁn de la Straße " + "ß" * 30
    assert extracto(texto, "fin de la strasse", ancho=20) == "…ﬁn de la Straße…"
    # Lo hallado empieza y acaba a mitad de una ligadura: se da entera.
    assert extracto("a" * 50 + " oﬃce " + "a" * 50, "fi", ancho=1) == "…ﬃ…"


def test_una_palabra_enorme_se_corta() -> None:
    assert extracto("a" * 100, "zzz") == f"{'a' * 60}…"


@given(st.text())
def test_el_plegado_con_origen_es_el_de_siempre(texto: str) -> None:
    plegado, origen = plegar_con_origen(texto)
    assert plegado == plegar(texto)
    assert len(origen) == len(plegado)
    assert origen == sorted(origen)


@given(st.text(min_size=1), st.data())
def test_el_extracto_contiene_lo_hallado(texto: str, datos: st.DataObject) -> None:
    plegado = plegar(texto)
    inicio = datos.draw(st.integers(0, len(plegado)))
    forma = plegado[inicio : datos.draw(st.integers(inicio, len(plegado)))].strip()
    dado = extracto(texto, forma, ancho=8)
    assert forma in plegar(dado)
