"""El libro de Excel, leído por openpyxl y por LibreOffice: dice todo, una vez, y no hace nada."""

import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from camctl.indices import Indices
from camctl.modelo.actividad import MandatoCitado
from camctl.modelo.base import Registro
from camctl.modelo.fecha import Fecha
from camctl.modelo.plan import Plan
from camctl.salida.libro import libro as modulo_del_libro
from camctl.salida.libro.libro import escribir_libro
from camctl.salida.papeles import PapelImposible, xlsx
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas.hoja import Fila, Hoja
from camctl.vistas.propiedades import Propiedades
from camctl.vistas.seleccion import Seleccion

from . import oficina

Encargar: TypeAlias = Callable[..., Encargo]


def abierto(contenido: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(contenido))


def celdas(hoja: Worksheet) -> Iterator[Cell]:
    """Las celdas que dicen algo."""
    for fila in hoja.iter_rows():
        yield from (celda for celda in fila if isinstance(celda, Cell) and celda.value is not None)


def titulos(hoja: Worksheet) -> dict[str, int]:
    """El número de cada columna, por su título: la fila en que están los filtros."""
    fila = primera(hoja) - 1
    return {str(celda.value): celda.column for celda in celdas(hoja) if celda.row == fila}


def primera(hoja: Worksheet) -> int:
    """La primera fila de datos: la que queda debajo de lo inmóvil."""
    assert hoja.freeze_panes is not None
    return int(re.sub(r"\D", "", str(hoja.freeze_panes)))


def valor(hoja: Worksheet, clave: str, columna: str) -> Any:
    """La celda de una fila, la que empieza por `clave`, bajo un título."""
    fila = next(celda.row for celda in celdas(hoja) if celda.column == 1 and celda.value == clave)
    return hoja.cell(fila, titulos(hoja)[columna]).value


def partes(contenido: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(contenido)) as paquete:
        return {nombre: paquete.read(nombre).decode("utf-8") for nombre in paquete.namelist()}


@pytest.fixture(scope="module")
def libro(encargo: Encargo) -> Workbook:
    """El libro del plan inventado."""
    return abierto(xlsx.escribir(encargo))


@pytest.fixture(scope="module")
def libro_real(encargo_real: Encargo) -> Workbook:
    """El libro del plan de `data/`."""
    return abierto(xlsx.escribir(encargo_real))


# Lo que dice


def test_las_hojas_que_dicen_algo(libro: Workbook, libro_real: Workbook) -> None:
    siempre = ["Plan", "Calendario", "Objetivos", "Actores", "Mandatos", "Cobertura"]
    assert libro.sheetnames == [
        *siempre,
        *("Invitados", "Avances", "Acuerdos", "Documentos", "Misiones", "Enlaces"),
    ]
    assert libro_real.sheetnames == [*siempre, "Invitados", "Misiones"]


def test_cada_hoja_la_encabeza_su_plan(libro: Workbook) -> None:
    assert [hoja["A1"].value for hoja in libro.worksheets[:3]] == [
        "Plan 2030-2031 · CB",
        "Plan 2030-2031 · CB · Calendario",
        "Plan 2030-2031 · CB · Objetivos",
    ]


def test_los_dias_y_las_horas_lo_son(libro: Workbook) -> None:
    calendario = libro["Calendario"]
    assert valor(calendario, "ACT-2", "Fecha") == "del 14 al 15 de marzo de 2030"
    assert valor(calendario, "ACT-2", "Desde") == datetime(2030, 3, 14)  # noqa: DTZ001 — Excel no sabe de zonas
    assert valor(calendario, "ACT-2", "Hora de inicio") == time(10)
    assert valor(calendario, "ACT-2", "Actualizado (UTC)") == datetime(2030, 3, 16, 10, 30)  # noqa: DTZ001 — ídem
    desde = calendario.cell(primera(calendario), titulos(calendario)["Desde"])
    assert desde.number_format == "[$-C0A]d mmm yyyy"
    assert valor(libro["Acuerdos"], "ACT-2", "Vence") == datetime(2030, 5, 31)  # noqa: DTZ001 — ídem


def test_lo_anterior_a_los_dias_de_excel_queda_en_letras(encargar: Encargar) -> None:
    suyo = encargar(
        calendario="""
        plan: {titulo: Plan, periodo: 1890-1900, comision: CB}
        actividades:
          - {id: ACT-1, fecha: 1890-03-14, tipo: otra, titulo: Antigua}
          - {id: ACT-2, fecha: 1900-02-28, tipo: otra, titulo: Dudosa}
          - {id: ACT-3, fecha: 1900-03-01, tipo: otra, titulo: Segura}
        """
    )
    calendario = abierto(xlsx.escribir(suyo))["Calendario"]
    assert valor(calendario, "ACT-1", "Desde") == "1890-03-14"
    assert valor(calendario, "ACT-2", "Desde") == "1900-02-28"
    assert valor(calendario, "ACT-3", "Desde") == datetime(1900, 3, 1)  # noqa: DTZ001 — Excel no sabe de zonas


# Los ID de otros registros, las horas y las palabras de un vocabulario se dicen de otra manera.
_CITAS = {
    *("id", "actor", "actores", "objetivo", "objetivos", "mandato", "mandatos", "organo"),
    *("comision", "apoyo", "responsable", "tipo", "estado", "categoria", "hora"),
}


def textos_de(registro: Registro) -> Iterator[str]:
    """Los textos de un registro y de las fichas que lleva dentro."""
    for campo, valor in registro:
        for uno in valor if isinstance(valor, tuple) else (valor,):
            # Los párrafos que se citan van con su mandato: «RES-10 (párrafos 4-6)».
            if isinstance(uno, MandatoCitado):
                continue
            if isinstance(uno, Registro):
                yield from textos_de(uno)
            elif isinstance(uno, dict):
                yield from uno.values()
            elif isinstance(uno, str) and campo not in _CITAS:
                yield "\n".join(uno.splitlines())


def todos_los_textos(plan: Plan) -> set[str]:
    unicos = [uno for uno in (plan.cabecera, plan.programa) if uno]
    clases: tuple[tuple[Registro, ...], ...] = (
        plan.objetivos,
        plan.mandatos,
        plan.actores,
        plan.actividades,
    )
    registros = [*unicos, *(uno for clase in clases for uno in clase)]
    de_registros = {texto for registro in registros for texto in textos_de(registro)}
    return {*de_registros, *plan.grupos.values(), *plan.categorias.values()}


def dichos(hoja: Worksheet) -> list[str]:
    """Lo que dicen las celdas de la tabla: enteras y, si tienen varias líneas, una a una."""
    de_texto = [str(celda.value) for celda in celdas(hoja) if celda.row >= primera(hoja)]
    return [dicho for texto in de_texto for dicho in dict.fromkeys([texto, *texto.split("\n")])]


@pytest.mark.parametrize("cual", ["encargo", "encargo_real"])
def test_todo_texto_esta_y_ninguno_dos_veces_en_su_tabla(
    cual: str, request: pytest.FixtureRequest
) -> None:
    suyo: Encargo = request.getfixturevalue(cual)
    hecho = abierto(xlsx.escribir(suyo))
    por_hoja = {hoja.title: dichos(hoja) for hoja in hecho.worksheets}
    for texto in todos_los_textos(suyo.plan):
        veces = {nombre: suyos.count(texto) for nombre, suyos in por_hoja.items()}
        assert sum(veces.values()) >= 1, texto
        # Los cortos pueden coincidir con otros: dos «CB», un párrafo «1-3».
        if len(texto) > 20:
            assert max(veces.values()) == 1, (texto, veces)


def test_lo_pedido_se_ve_en_el_calendario(encargar: Encargar, encargo: Encargo) -> None:
    mayo = encargo._replace(pedido=Seleccion(meses=(Fecha.de_partes(2030, 5),)))
    hecho = abierto(xlsx.escribir(mayo))
    calendario = hecho["Calendario"]
    assert calendario["A2"].value == "Solo mes: mayo de 2030."
    assert [celda.value for celda in celdas(calendario) if celda.column == 1][3:] == ["ACT-4"]
    assert "Avances" not in hecho.sheetnames
    # La sesión que no se pidió no está adonde ir; la otra, sí.
    sesiones = {celda.value: celda.hyperlink for celda in celdas(hecho["Cobertura"])}
    assert sesiones["ACT-2"] is None
    assert sesiones["ACT-4"] is not None


def test_la_segunda_comision_no_sabe_nada_de_la_primera(encargo: Encargo, plan_real: Plan) -> None:
    ajenas = {uno.id for uno in plan_real.actores} | {"2018", "2019", "OEA"}
    for nombre, parte in partes(xlsx.escribir(encargo)).items():
        assert set(re.findall(r"\w+", parte)) & ajenas == set(), nombre


# Adónde lleva


@pytest.mark.parametrize("cual", ["libro", "libro_real"])
def test_cada_enlace_lleva_a_lo_que_dice(cual: str, request: pytest.FixtureRequest) -> None:
    hecho: Workbook = request.getfixturevalue(cual)
    cuantos = 0
    for celda in (celda for hoja in hecho.worksheets for celda in celdas(hoja)):
        enlace = celda.hyperlink
        if enlace is None or enlace.target:
            continue
        cuantos += 1
        destino = re.fullmatch(r"'(\w+)'!A(\d+)", str(enlace.location))
        assert destino is not None, enlace.location
        alli = hecho[destino[1]].cell(int(destino[2]), 1).value
        _, _, clave = str(enlace.tooltip).removeprefix("Ir a ").partition(" · ")
        if destino[2] == "1":
            assert clave == ""
        elif destino[1] == "Misiones":
            assert clave.split()[0] == alli
        else:
            assert clave == alli
            assert clave in re.findall(r"[\w-]+", str(celda.value)) or alli == celda.value
    assert cuantos > 40


def test_de_un_objetivo_a_su_sesion_y_vuelta(libro: Workbook) -> None:
    def destino(hoja: str, clave: str, columna: str) -> str | None:
        suya = libro[hoja]
        fila = next(c.row for c in celdas(suya) if c.column == 1 and c.value == clave)
        enlace = suya.cell(fila, titulos(suya)[columna]).hyperlink
        return enlace.location if enlace else None

    assert destino("Calendario", "ACT-4", "Objetivos que cubre") == "'Objetivos'!A4"
    assert libro["Objetivos"]["A4"].value == "B1"
    assert destino("Objetivos", "B2", "Sesiones") == "'Calendario'!A4"
    assert libro["Calendario"]["A4"].value == "ACT-2"
    assert destino("Objetivos", "B1", "ID") == "'Cobertura'!A7"
    assert destino("Cobertura", "B1", "ID") == "'Objetivos'!A4"


def test_las_direcciones_se_pueden_seguir(libro: Workbook) -> None:
    fuera = {
        celda.value: celda.hyperlink for celda in celdas(libro["Enlaces"]) if celda.column == 3
    }
    assert fuera["https://ejemplo.org/es/10"] is not None
    assert fuera["https://ejemplo.org/es/10"].target == "https://ejemplo.org/es/10"


@pytest.mark.parametrize(
    ("direccion", "destino", "lugar"),
    [
        ("https://ejemplo.org", "https://ejemplo.org", None),
        (
            "https://ejemplo.org:8443/a?b=c&d=%C3%B1",
            "https://ejemplo.org:8443/a?b=c&d=%C3%B1",
            None,
        ),
        ("https://ejemplo.org/a#p-2", "https://ejemplo.org/a", "p-2"),
        ('https://ejemplo.org/ñ"<>', "https://ejemplo.org/%C3%B1%22%3C%3E", None),
        ("https://ejemplo.org\\u202e/", None, None),
        ("https://ñandú.org/", None, None),
        ("https://[::1", None, None),
        ("https://ejemplo.org/" + "a" * 2100, None, None),
        ("https://ejemplo.org/#" + "a" * 300, None, None),
    ],
)
def test_solo_se_enlaza_lo_que_es_lo_que_parece(
    encargar: Encargar, direccion: str, destino: str | None, lugar: str | None
) -> None:
    escrita = direccion.replace("\\", "\\\\").replace('"', '\\"').replace("\\\\u", "\\u")
    suyo = encargar(
        mandatos=f'mandatos: [{{id: M-1, resolucion: R, titulo: T, enlaces: {{es: "{escrita}"}}}}]'
    )
    celda = abierto(xlsx.escribir(suyo))["Enlaces"]["C3"]
    assert celda.value is not None
    enlace = celda.hyperlink
    leido = (enlace.target, enlace.location) if enlace else (None, None)
    assert leido == (destino, lugar)


# Lo que no hace

_HOSTILES = {
    "formula": '=HYPERLINK("https://malo.org","pulse")',
    "dde": "=cmd|' /C calc'!A0",
    "suma": "+1+1",
    "resta": "-2+3",
    "arroba": "@SUM(A1:A9)",
    "tabulador": "\t=1+1",
    "error": "#REF!",
    "matriz": "{=1+1}",
    "escape": "_x202E_ _x003D_1 _x0000_",
    "sentido": "\u202egnp.exe",
    "nulo": "uno\x00dos\x1b[31m",
    "emoji": "👩\u200d🚀 🙂",
    "xml": '</t></is></c><f>1+1</f> & \' customHeight="1" </headerFooter>',
    "parrafos": "uno\r\ndos\u2028tres",
    "ceros": "010",
    "numeros": "1-3",
    "largo": "ñ" * 40_000,
    "largo de emojis": "🙂" * 20_000,
}


@pytest.fixture(scope="module")
def hostil(encargo: Encargo) -> bytes:
    """Un libro en que cada texto es de quien no lo quiere bien."""
    (actividad, *_), (objetivo, *_) = encargo.plan.actividades, encargo.plan.objetivos
    actividades = tuple(
        actividad.model_copy(
            update={"id": f"ACT-{n}", "titulo": texto, "texto": texto, "lugar": texto}
        )
        for n, texto in enumerate(_HOSTILES.values())
    )
    raro = objetivo.model_copy(update={"titulo": "=1+1", "texto": "=1+1"})
    cabecera = encargo.cabecera.model_copy(update={"titulo": "=1+1\x00", "presenta": "@A1\x1b"})
    plan = encargo.plan._replace(
        actividades=actividades, objetivos=(raro,), cabecera=cabecera, grupos={"A": "=2"}
    )
    indices = Indices(plan)
    cobertura = type(encargo.cobertura)(indices)
    return xlsx.escribir(Encargo(cabecera, indices, cobertura))


def test_nada_que_digan_los_datos_es_una_formula(hostil: bytes) -> None:
    for nombre, parte in partes(hostil).items():
        assert "<f>" not in parte, nombre
        assert "<f " not in parte, nombre
    for hoja in abierto(hostil).worksheets:
        for celda in celdas(hoja):
            assert celda.data_type in ("s", "d", "n"), celda.coordinate
            if isinstance(celda.value, str):
                assert celda.number_format == "@", celda.coordinate
                # Tampoco si alguien entra en la celda y pulsa Intro.
                empieza = celda.value.lstrip().startswith(("=", "+", "-", "@"))
                assert celda.quotePrefix == empieza, celda.coordinate


def test_lo_que_dicen_se_lee_y_no_actua(hostil: bytes) -> None:
    calendario = abierto(hostil)["Calendario"]
    leidos = {
        clave: valor(calendario, f"ACT-{n}", "Actividad") for n, clave in enumerate(_HOSTILES)
    }
    enteros = ("formula", "dde", "suma", "resta", "arroba", "error", "matriz", "ceros", "numeros")
    for clave in (*enteros, "xml"):
        assert leidos[clave] == _HOSTILES[clave]
    assert leidos["tabulador"] == " =1+1"
    assert leidos["sentido"] == "<U+202E>gnp.exe"
    assert leidos["nulo"] == "uno<U+0000>dos<U+001B>[31m"
    assert leidos["emoji"] == "👩<U+200D>🚀 🙂"
    assert leidos["parrafos"] == "uno<U+000D>\ndos<U+2028>tres"
    # Así lo escapa Excel; openpyxl no lo deshace al leerlo, y Excel y LibreOffice sí.
    assert leidos["escape"] == "_x005F_x202E_ _x005F_x003D_1 _x005F_x0000_"


@pytest.mark.parametrize("clave", ["largo", "largo de emojis"])
def test_lo_que_no_cabe_en_una_celda_se_corta_y_se_dice(hostil: bytes, clave: str) -> None:
    numero = [*_HOSTILES].index(clave)
    leido = valor(abierto(hostil)["Calendario"], f"ACT-{numero}", "Texto")
    texto, corte, aviso = leido.partition("…")
    assert corte + aviso == "… [sigue en los datos: una celda de Excel no admite más]"
    assert _HOSTILES[clave].startswith(texto)
    assert 32_766 <= len(leido.encode("utf-16-le")) // 2 <= 32_767


def test_un_numero_que_es_texto_no_se_senala(hostil: bytes) -> None:
    for nombre, parte in partes(hostil).items():
        if nombre.startswith("xl/worksheets/sheet"):
            assert '<ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/>' in parte
            # En su sitio: detrás de la página y al final.
            assert parte.index("<headerFooter>") < parte.index("<ignoredErrors>")


def test_excel_puede_cambiar_el_alto_de_las_filas(hostil: bytes) -> None:
    for nombre, parte in partes(hostil).items():
        if nombre.startswith("xl/worksheets/sheet"):
            filas = re.findall(r"<row [^>]*>", parte)
            assert all(' ht="' in fila and "customHeight" not in fila for fila in filas)
    altos = [hoja.row_dimensions.values() for hoja in abierto(hostil).worksheets]
    assert max(fila.height or 0 for filas_ in altos for fila in filas_) == 409


# Cómo se ve y cómo se imprime


def test_los_titulos_no_se_van_y_se_filtran(libro: Workbook) -> None:
    vistas = {hoja.title: (hoja.freeze_panes, hoja.auto_filter.ref) for hoja in libro.worksheets}
    assert vistas["Plan"] == ("A3", None)
    assert vistas["Calendario"] == ("C3", "A2:V7")
    assert vistas["Cobertura"] == ("C6", "A5:E10")
    assert vistas["Acuerdos"] == ("B3", "A2:G4")


def test_se_imprime_a_lo_ancho_con_sus_titulos_y_numerada(libro: Workbook) -> None:
    calendario = libro["Calendario"]
    assert calendario.page_setup.orientation == "landscape"
    assert (calendario.page_setup.fitToWidth, calendario.page_setup.fitToHeight) == (1, 0)
    assert calendario.sheet_properties.pageSetUpPr is not None
    assert calendario.sheet_properties.pageSetUpPr.fitToPage
    assert calendario.print_title_rows == "$1:$2"
    # Lo que es para trabajar no se imprime.
    assert calendario.print_area == "'Calendario'!$A$1:$O$7"
    assert titulos(calendario)["Motivo"] == 15
    assert calendario.oddFooter is not None
    assert calendario.oddFooter.right.text == "Página &P de &N"
    assert libro["Plan"].page_setup.orientation == "portrait"


def test_lo_que_importa_se_ve_sin_color(libro: Workbook) -> None:
    cobertura = libro["Cobertura"]
    por_texto = {str(celda.value): celda.font for celda in celdas(cobertura)}
    assert por_texto["ILI"].bold
    assert por_texto["(RED)"].italic
    assert not por_texto["(RED)"].bold
    assert por_texto["no"].bold
    assert not por_texto["sí"].bold
    enlaces = [celda for hoja in libro.worksheets for celda in celdas(hoja) if celda.hyperlink]
    assert {celda.font.underline for celda in enlaces if celda.row > 1} == {"single"}


def test_la_letra_corriente_mide_las_columnas(libro: Workbook, encargo: Encargo) -> None:
    estilos = partes(xlsx.escribir(encargo))["xl/styles.xml"]
    primera_letra = re.search(r"<fonts[^>]*><font>(.*?)</font>", estilos)
    assert primera_letra is not None
    assert primera_letra[1] == '<name val="Arial"/><family val="2"/><sz val="10"/>'
    assert "Calibri" not in estilos


def test_ningun_texto_queda_tapado(libro_real: Workbook) -> None:
    # Lo menos que ocupa una letra de Arial es media cifra: con menos filas no cabe de ningún modo.
    for hoja in libro_real.worksheets:
        anchos = {letra: ajuste.width for letra, ajuste in hoja.column_dimensions.items()}
        for celda in celdas(hoja):
            if celda.row < primera(hoja) or not isinstance(celda.value, str):
                continue
            renglones = sum(
                -(-len(linea) * 0.75 // anchos[celda.column_letter]) or 1
                for linea in celda.value.split("\n")
            )
            alto = hoja.row_dimensions[celda.row].height
            assert alto is not None
            assert alto >= 12.75 * renglones, celda.coordinate


def test_un_calendario_de_muchas_sesiones_ocupa_varias_paginas(encargar: Encargar) -> None:
    suyo = encargar(
        objetivos="""
        programa: {titulo: Programa}
        objetivos: [{id: A1, titulo: Un objetivo de título más bien largo, texto: Texto.}]
        """,
        calendario="plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
        + "".join(
            f"  - {{id: ACT-{n}, fecha: 2030-03, tipo: formal, titulo: Sesión {n}}}\n"
            for n in range(1, 41)
        ),
    )
    cobertura = abierto(xlsx.escribir(suyo))["Cobertura"]
    assert cobertura.page_setup.fitToWidth == 4
    assert cobertura.print_title_cols == "$A:$B"
    assert cobertura["A1"].value == "Plan 2030 · CB · Cobertura"


def test_una_hoja_que_no_cabe_en_excel_se_dice(monkeypatch: pytest.MonkeyPatch) -> None:
    propiedades = Propiedades("Plan", "Plan 2030", "CB", datetime(2030, 1, 1, tzinfo=UTC))
    ancha = Hoja("Ancha", ("columna",) * 16_385, ())
    with pytest.raises(PapelImposible) as imposible:
        escribir_libro([Hoja("Portada", ("Campo",), ()), ancha], "Plan 2030", propiedades)
    assert str(imposible.value) == (
        "la hoja Ancha tendría 16\u00a0385 columnas, y Excel no admite más de 16\u00a0384; "
        "en csv cabe"
    )
    # Con menos filas de las que caben de verdad, que son más de un millón.
    monkeypatch.setattr(modulo_del_libro, "_MAXIMO_DE_FILAS", 5)
    larga = Hoja("Larga", ("columna",), (Fila("", ("dato",)),) * 4)
    with pytest.raises(PapelImposible, match="la hoja Larga tendría 6 filas"):
        escribir_libro([larga], "Plan 2030", propiedades)


# El archivo


def test_dos_hechos_de_lo_mismo_son_el_mismo(encargo: Encargo) -> None:
    assert xlsx.escribir(encargo) == xlsx.escribir(encargo)


def test_las_propiedades_son_las_del_plan_y_no_las_de_la_maquina(encargo: Encargo) -> None:
    actualizado = encargo.cabecera.model_copy(
        update={"actualizado": datetime(2030, 5, 6, 7, 8, tzinfo=UTC), "presenta": "La Presidencia"}
    )
    propiedades = abierto(xlsx.escribir(encargo._replace(cabecera=actualizado))).properties
    assert propiedades.title == "Plan de trabajo"
    assert propiedades.subject == "Plan 2030-2031 · CB"
    assert propiedades.creator == "La Presidencia"
    assert propiedades.lastModifiedBy == "La Presidencia"
    assert propiedades.language == "es"
    assert propiedades.created == propiedades.modified == datetime(2030, 5, 6, 7, 8)  # noqa: DTZ001 — openpyxl las da sin zona


def test_sin_carpeta_temporal_se_dice(
    encargo: Encargo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no-existe"))
    with pytest.raises(PapelImposible, match="no se puede escribir en la carpeta temporal"):
        xlsx.escribir(encargo)


def test_un_plan_vacio_tambien_se_abre(encargar: Encargar) -> None:
    hecho = abierto(xlsx.escribir(encargar()))
    assert hecho.sheetnames[1:] == ["Calendario", "Objetivos", "Actores", "Mandatos", "Cobertura"]
    calendario = hecho["Calendario"]
    ultima = calendario.cell(2, calendario.max_column)
    assert ultima.value == "Actualizado (UTC)"
    assert calendario.auto_filter.ref == f"A2:{ultima.coordinate}"


# Leído por otro

# Cada hoja en un CSV: coma, comillas, UTF-8, en español, las celdas como se ven.
_TODAS_LAS_HOJAS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1034,false,true,true,false,false,-1"


@pytest.fixture(scope="module")
def leidos(
    encargo: Encargo,
    encargo_real: Encargo,
    hostil: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[Workbook, dict[str, list[list[str]]]]]:
    """Cada libro, y las filas de cada una de sus hojas según LibreOffice."""
    carpeta = tmp_path_factory.mktemp("oficina")
    contenidos = {
        "inventado": xlsx.escribir(encargo),
        "real": xlsx.escribir(encargo_real),
        "hostil": hostil,
    }
    for nombre, contenido in contenidos.items():
        (carpeta / f"{nombre}.xlsx").write_bytes(contenido)
    oficina.convertir(sorted(carpeta.glob("*.xlsx")), _TODAS_LAS_HOJAS, carpeta / "csv")
    return {
        nombre: (abierto(contenido), dict(_hojas_en(carpeta / "csv", nombre)))
        for nombre, contenido in contenidos.items()
    }


def _hojas_en(carpeta: Path, nombre: str) -> Iterator[tuple[str, list[list[str]]]]:
    for ruta in carpeta.glob(f"{nombre}-*.csv"):
        with ruta.open(encoding="utf-8", newline="") as abierta:
            yield ruta.stem.removeprefix(f"{nombre}-"), list(csv.reader(abierta))


@oficina.hace_falta
@pytest.mark.parametrize("cual", ["inventado", "real", "hostil"])
def test_libreoffice_lee_lo_mismo(
    cual: str, leidos: dict[str, tuple[Workbook, dict[str, list[list[str]]]]]
) -> None:
    hecho, hojas = leidos[cual]
    assert {*hojas} == {*hecho.sheetnames}
    for nombre, filas in hojas.items():
        for celda in celdas(hecho[nombre]):
            if isinstance(celda.value, str):
                leida = filas[celda.row - 1][celda.column - 1]
                assert leida == celda.value.replace("_x005F_", "_"), (nombre, celda.coordinate)


@oficina.hace_falta
def test_libreoffice_dice_los_dias_en_espanol(
    leidos: dict[str, tuple[Workbook, dict[str, list[list[str]]]]],
) -> None:
    _, titulos_, *filas = leidos["inventado"][1]["Calendario"]
    dichos_ = [dict(zip(titulos_, fila, strict=True)) for fila in filas]
    assert (dichos_[0]["Desde"], dichos_[3]["Desde"]) == ("1 feb 2030", "20 may 2030")
    assert (dichos_[1]["Hora de inicio"], dichos_[1]["Hora de fin"]) == ("10:00", "13:00")
