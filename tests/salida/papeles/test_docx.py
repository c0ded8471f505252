"""El plan en Word: todo lo que el plan dice está, una vez, y el documento es como ha de ser."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from camctl.indices import Indices
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO
from camctl.referencias import citas_de
from camctl.salida.papeles.docx import escribir
from camctl.vistas.seleccion import Seleccion
from conftest import Levantar, encargo_de
from vistas import conftest as inventado

from .planes import COMPLETO

INVENTADO = {
    "objetivos": inventado.OBJETIVOS,
    "mandatos": inventado.MANDATOS,
    "actores": inventado.ACTORES,
    "calendario": inventado.CALENDARIO,
}


def leido(contenido: bytes) -> Document:
    documento: Document = docx.Document(io.BytesIO(contenido))
    return documento


def parrafos(documento: Document) -> list[str]:
    """Los párrafos, también los de las tablas, en el orden en que se leen."""
    return [
        "".join(trozo.text or "" for trozo in uno.iter(qn("w:t")))
        for uno in documento.element.body.iter(qn("w:p"))
    ]


@pytest.fixture(scope="module", params=["real", "inventado", "completo"])
def indices(request: pytest.FixtureRequest, indices_reales: Indices, levantar: Levantar) -> Indices:
    if request.param == "real":
        return indices_reales
    return levantar(**{"inventado": INVENTADO, "completo": COMPLETO}[request.param])


# Todo, y una vez


# Lo que se dice de otro modo que como se escribió, o lo lleva otro registro.
DE_OTRO_MODO = {"tipo", "estado", "parrafos", "periodo", "categoria", "id", "objetivos"}
# Lo que puede leerse en más de un sitio: los nombres se repiten, y una cita está en su misión.
EN_VARIOS_SITIOS = {
    "titulo", "nombre", "alias", "resolucion", "seccion", "cita", "lugar", "hora", "presenta",
    "zona_horaria", "cargo",
}  # fmt: skip
UNA_VEZ = {
    "texto", "nota", "funcion", "mision", "motivo_sin_sesion", "motivo", "signatura", "enlace",
    "enlaces",
}  # fmt: skip


def textos(registro: Registro) -> Iterator[tuple[str, str]]:
    """Los textos de un registro y de lo que lleva dentro, con el nombre de su campo."""
    referencias = {cita.ruta[0] for cita in citas_de(registro) if len(cita.ruta) < 3}
    for campo in type(registro).model_fields:
        if campo not in referencias:
            yield from _textos(campo, getattr(registro, campo))


def _textos(campo: str, valor: Any) -> Iterator[tuple[str, str]]:
    if isinstance(valor, Registro):
        yield from textos(valor)
    elif isinstance(valor, dict):
        yield from ((campo, uno) for uno in valor.values())
    elif isinstance(valor, str):
        yield campo, valor
    elif type(valor) is tuple:
        for uno in valor:
            yield from _textos(campo, uno)


def registros(indices: Indices) -> Iterator[Registro]:
    plan = indices.plan
    assert plan.cabecera is not None
    assert plan.programa is not None
    yield from (plan.cabecera, plan.programa)
    yield from (*plan.objetivos, *plan.mandatos, *plan.actores, *plan.actividades)


def test_cada_campo_de_texto_tiene_dicho_como_sale() -> None:
    campos = {campo for modelo in modelos() for campo in modelo.model_fields}
    assert {*DE_OTRO_MODO, *EN_VARIOS_SITIOS, *UNA_VEZ} <= campos


def modelos() -> set[type[Registro]]:
    pendientes, vistos = [*MODELO_DE_ARCHIVO.values()], set[type[Registro]]()
    while pendientes:
        modelo = pendientes.pop()
        vistos.add(modelo)
        fichas = (ficha_de(campo.annotation) for campo in modelo.model_fields.values())
        pendientes += [ficha for ficha in fichas if ficha and ficha not in vistos]
    return vistos


def test_el_plan_completo_usa_todos_los_campos(levantar: Levantar) -> None:
    usados: dict[type[Registro], set[str]] = {}

    def anotar(valor: Any) -> None:
        if isinstance(valor, Registro):
            usados.setdefault(type(valor), set()).update(valor.model_fields_set)
            for campo in type(valor).model_fields:
                anotar(getattr(valor, campo))
        elif type(valor) is tuple:
            for uno in valor:
                anotar(uno)

    for registro in registros(levantar(**COMPLETO)):
        anotar(registro)
    for modelo, campos in usados.items():
        assert campos == set(modelo.model_fields), modelo.__name__
    assert len(usados) == len(modelos()) - len(MODELO_DE_ARCHIVO)


def test_todo_texto_del_plan_esta_y_ninguno_dos_veces(indices: Indices) -> None:
    escritos = parrafos(leido(escribir(encargo_de(indices))))
    dichos = [
        (campo, linea.strip())
        for registro in registros(indices)
        for campo, texto in textos(registro)
        if campo not in DE_OTRO_MODO
        for linea in texto.split("\n")
        if linea.strip()
    ]
    assert {campo for campo, _ in dichos} <= EN_VARIOS_SITIOS | UNA_VEZ
    for campo, linea in dichos:
        veces = sum(linea in escrito for escrito in escritos)
        # Dos registros pueden decir lo mismo.
        debidas = sum(linea in otra for suyo, otra in dichos if suyo in UNA_VEZ)
        assert veces == debidas if campo in UNA_VEZ else veces, (campo, linea, veces)


def test_lo_dicho_de_otro_modo_tambien_esta(levantar: Levantar) -> None:
    escritos = parrafos(leido(escribir(encargo_de(levantar(**COMPLETO)))))
    for debido in (
        "ASA/RES. 10 (I/30), «Un programa para leer», «Sección segunda», "
        "párrafos resolutivos 1 y 4 a 6"
        "RES-10. Órgano: Asamblea (ASA). Sustenta: el plan, el programa y ACT-1 (párrafo 4)."
        "https://ejemplo.org/es/10?a=1&b=2https://ejemplo.org/en/10",
        "1. Instituto de la Lectura (ILI). Otros nombres: INLE. Objetivos: B1.",
        "2. Red de Mujeres Lectoras (RED). Transversal a todos los objetivos.",
        "Ana Núñez, Directora (ILI) — por confirmar. O su suplente.",
        "Eva Sol — se excusó",
        "Convocada. Fecha adoptada: febrero de 2030. Motivo: A petición de la Red.",
        "B1 (ILI): Diez salas.https://ejemplo.org/s",
        "Remitir la guía.Cumplido. Responsable: ILI. Plazo: mayo de 2030.",
        "B1, B2",
        "(todos)",
        "ACT-1 (del 14 al 15 de marzo de 2030) — misión de ILI: «abrir las salas del norte»",
        "ACT-1 (del 14 al 15 de marzo de 2030) — lo nombra",
        "Motivo para dejarlo sin sesión: Lo trata otra comisión.",
        "No se cuenta: RED, transversal, está en ACT-1.",
    ):
        assert escritos.count(debido) == 1, debido


def test_los_enlaces_del_plan_son_enlaces(levantar: Levantar) -> None:
    documento = leido(escribir(encargo_de(levantar(**COMPLETO))))
    enlaces = {enlace.url for uno in documento.paragraphs for enlace in uno.hyperlinks}
    assert enlaces == {
        "https://ejemplo.org/es/10?a=1&b=2",
        "https://ejemplo.org/en/10",
        "https://ejemplo.org/n",
        "https://ejemplo.org/s",
    }


# La estructura


def titulos(documento: Document) -> list[tuple[str, str]]:
    """Los títulos del documento, con su nivel."""
    dichos = ((uno.style.name if uno.style else "", uno.text) for uno in documento.paragraphs)
    return [
        (estilo or "", texto) for estilo, texto in dichos if re.match("Heading|Anexo", estilo or "")
    ]


def test_los_apartados_son_los_del_documento_oficial(indices_reales: Indices) -> None:
    documento = leido(escribir(encargo_de(indices_reales)))
    assert [texto for estilo, texto in titulos(documento) if estilo != "Heading 2"] == [
        "Introducción",
        "Programa",
        "Objetivos",
        "Instituciones y su misión",
        "Mandatos",
        "Actores del programa",
        "Calendario",
        "Anexo. Cobertura de los objetivos",
        "Notas",
    ]
    assert [texto for estilo, texto in titulos(documento) if estilo == "Heading 2"] == [
        "A. Objetivos generales",
        "B. Objetivos específicos",
        "Comisión Interamericana de Derechos Humanos (CIDH)",
        "Comisión Interamericana de las Mujeres (CIM)",
        "Instituto Interamericano del Niño, la Niña y Adolescentes (IIN)",
        "Secretaría de Seguridad Multidimensional (SSM)",
        "Estados Miembros de la OEA (EM)",
        "A) Órganos, organismos y entidades de la OEA y del sistema interamericano",
        "B) Organismos especializados",
        "C) Estados Miembros de la OEA",
        "Otras instituciones que el plan nombra",
        "Febrero de 2019",
        "Marzo de 2019",
        "Abril de 2019",
    ]


def test_el_calendario_dice_lo_que_se_sabe_y_lo_que_no(indices_reales: Indices) -> None:
    marzo = leido(escribir(encargo_de(indices_reales))).tables[1]
    assert [[celda.text for celda in fila.cells] for fila in marzo.rows] == [
        ["Día", "Actividad", "Participan", "Objetivos"],
        [
            "ACT-4\nPor fijar",
            "Sesión informal con la CIM\nSesión Informal de la CAM con personal de la Comisión "
            "Interamericana de las Mujeres incluida Beatriz Piñeres o TBD",
            "CAM, CIM\nBeatriz Piñeres (CIM) — por confirmar",
            "—",
        ],
        [
            "ACT-5\nPor fijar",
            "Sesión informal con el IIN\nSesión Informal de la CAM con personal del Instituto "
            "Interamericano del Niño, la Niña y Adolescentes incluido con Victor Giorgi o TBD.",
            "CAM, IIN\nVictor Giorgi (IIN) — por confirmar",
            "B8",
        ],
    ]


def test_la_cobertura_dice_su_criterio_y_su_porque(indices_reales: Indices) -> None:
    documento = leido(escribir(encargo_de(indices_reales)))
    escritos = parrafos(documento)
    assert (
        "5 de 15 objetivos tienen sesión: 33,3\u00a0% (criterio actor: cuentan la sesión que lo "
        "nombra y la misión de sus actores)."
    ) in escritos
    assert "Sin sesión: A1, A2, A3, B2, B3, B4, B7, B9, B10 y B12." in escritos
    filas = {
        fila.cells[0].text.partition(".")[0]: fila.cells[1].text
        for fila in documento.tables[3].rows
    }
    assert filas["B8"] == (
        "ACT-5 (marzo de 2019) — misión de IIN: «el interés superior de los niños, niñas y "
        "adolescentes, así como el principio de unidad familiar»"
    )
    assert filas["A1"] == "Sin sesión"


def test_con_otro_criterio_se_cuenta_de_otro_modo(indices_reales: Indices) -> None:
    pedido = Seleccion(criterio="general")
    escritos = parrafos(leido(escribir(encargo_de(indices_reales, pedido))))
    assert any(uno.startswith("15 de 15 objetivos tienen sesión: 100\u00a0%") for uno in escritos)
    assert not any(uno.startswith(("Sin sesión: ", "No se cuenta: ")) for uno in escritos)


def test_un_calendario_filtrado_lo_dice(indices_reales: Indices) -> None:
    actor = indices_reales.actor("CIM")
    assert actor is not None
    documento = leido(escribir(encargo_de(indices_reales, Seleccion(actores=(actor,)))))
    escritos = parrafos(documento)
    assert "Solo lo pedido: actor: CIM." in escritos
    assert [texto for _, texto in titulos(documento) if texto.endswith(" de 2019")] == [
        "Marzo de 2019"
    ]
    assert not any("ACT-5\n" in uno for uno in escritos)
    # Lo demás sigue entero.
    assert any(uno.startswith("B12. Fomentar la participación") for uno in escritos)


def test_sin_actividades_se_dice(levantar: Levantar) -> None:
    documento = leido(escribir(encargo_de(levantar())))
    assert "Ninguna actividad." in parrafos(documento)
    assert documento.tables == []


def test_con_muchas_sesiones_la_cobertura_no_repite_las_fechas(levantar: Levantar) -> None:
    actividades = "".join(
        f"  - {{id: ACT-{n}, fecha: 2030-03, tipo: informal, titulo: t, objetivos: [B1]}}\n"
        for n in range(1, 8)
    )
    indices = levantar(
        objetivos="programa: {titulo: Programa}\nobjetivos:\n  - {id: B1, titulo: t, texto: x}\n",
        actores="actores: [{id: CB, nombre: Comisión}]\n",
        calendario="plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
        + actividades,
    )
    cobertura = leido(escribir(encargo_de(indices))).tables[-1]
    assert cobertura.rows[1].cells[1].text == (
        "ACT-1, ACT-2, ACT-3, ACT-4, ACT-5, ACT-6, ACT-7 — lo nombra"
    )


# El documento como documento


def test_las_tablas_repiten_su_encabezado_y_no_parten_filas(indices: Indices) -> None:
    documento = leido(escribir(encargo_de(indices)))
    assert documento.tables
    for tabla in documento.tables:
        filas = [fila._tr.trPr for fila in tabla.rows]
        assert [fila.find(qn("w:tblHeader")) is not None for fila in filas] == [
            True,
            *[False] * (len(filas) - 1),
        ]
        assert all(fila.find(qn("w:cantSplit")) is not None for fila in filas)
        propiedades = tabla._tbl.tblPr
        assert propiedades.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert propiedades.find(qn("w:tblDescription")).get(qn("w:val"))
        # Ni celdas unidas ni huecos: quien la oye no se pierde.
        assert {len(fila.cells) for fila in tabla.rows} == {len(tabla.columns)}
        assert all(celda.text for fila in tabla.rows for celda in fila.cells)


def test_habla_espanol_y_dice_quien_es(indices_reales: Indices) -> None:
    contenido = escribir(encargo_de(indices_reales))
    with zipfile.ZipFile(io.BytesIO(contenido)) as paquete:
        estilos = paquete.read("word/styles.xml").decode()
    assert 'w:lang w:val="es-ES"' in estilos
    assert "en-US" not in estilos
    suyas = leido(contenido).core_properties
    assert indices_reales.plan.cabecera is not None
    assert suyas.title.startswith("Plan de Trabajo de la Vicepresidencia de la Comisión de Asuntos")
    assert len(suyas.title) <= 255
    assert (suyas.subject, suyas.author, suyas.language) == (
        "Plan 2018-2019 · CAM",
        "Vicepresidencia de la CAM",
        "es",
    )


def test_cada_pagina_dice_de_que_es_y_cual_es(indices_reales: Indices) -> None:
    (seccion,) = leido(escribir(encargo_de(indices_reales))).sections
    assert (
        seccion.header.paragraphs[0].text == "Comisión de Asuntos Migratorios (CAM)\tPlan 2018-2019"
    )
    pie = seccion.footer.paragraphs[0]._p
    assert [campo.get(qn("w:instr")).strip() for campo in pie.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]
    assert "".join(trozo.text for trozo in pie.iter(qn("w:t"))) == "Página 1 de 1"
    assert (seccion.page_width, seccion.page_height) == (
        docx.shared.Twips(11906),
        docx.shared.Twips(16838),
    )


def test_el_aspecto_lo_dan_los_estilos(indices_reales: Indices) -> None:
    cuerpo = leido(escribir(encargo_de(indices_reales))).element.body
    directo = {hijo.tag for trozo in cuerpo.iter(qn("w:rPr")) for hijo in trozo} - {qn("w:rStyle")}
    assert directo == set()
    assert {hijo.tag for uno in cuerpo.iter(qn("w:pPr")) for hijo in uno} == {qn("w:pStyle")}


def test_no_queda_ninguna_marca(indices: Indices) -> None:
    with zipfile.ZipFile(io.BytesIO(escribir(encargo_de(indices)))) as paquete:
        for parte in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
            xml = paquete.read(parte).decode().replace("{{ países }}", "")
            assert not re.search(r"\{\{|\{%|%\}|\}\}", xml)
            assert 'w:val="Marca"' not in xml


def test_del_primer_plan_no_hay_nada_en_el_de_otra_comision(levantar: Levantar) -> None:
    with zipfile.ZipFile(io.BytesIO(escribir(encargo_de(levantar(**COMPLETO))))) as paquete:
        todo = b"".join(map(paquete.read, paquete.namelist())).decode("utf-8", "replace")
    assert not re.search(r"\b(CAM|OEA|CIDH|CIM|IIN|2018|2019|[Mm]igra\w+)\b", todo)
