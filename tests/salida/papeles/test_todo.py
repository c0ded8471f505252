"""Todos los papeles a la vez: lo mismo que uno a uno, y una portada que lleva a cada cual."""

from urllib.parse import unquote

import html5lib
import pytest

from camctl.salida import papeles
from camctl.salida.papeles.todo import PORTADA
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion

from .conftest import Encargar


@pytest.fixture(scope="module")
def carpeta(encargo_real: Encargo) -> dict[str, bytes]:
    contenido = papeles.escribir(encargo_real, "todo", {})
    assert isinstance(contenido, dict)
    return contenido


def enlaces(portada: bytes) -> dict[str, str]:
    """El texto de cada enlace, por adónde lleva."""
    arbol = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(portada.decode())
    return {unquote(uno.get("href", "")): uno.text or "" for uno in arbol.iter("a")}


def test_estan_todos_y_son_los_mismos(encargo_real: Encargo, carpeta: dict[str, bytes]) -> None:
    for formato in set(papeles.formatos()) - {"todo"}:
        solo = papeles.escribir(encargo_real, formato, {})
        if isinstance(solo, dict):
            suyos = {f"{formato}/{nombre}": contenido for nombre, contenido in solo.items()}
            assert {nombre: carpeta[nombre] for nombre in suyos} == suyos
        else:
            assert carpeta[f"CAM-2018-2019.{formato}"] == solo


def test_cada_institucion_presente_tiene_su_agenda(carpeta: dict[str, bytes]) -> None:
    agendas = {nombre: contenido for nombre, contenido in carpeta.items() if "agendas/" in nombre}
    assert sorted(agendas) == [
        f"agendas/CAM-2018-2019-{sigla}.ics"
        for sigla in ("CAM", "CIDH", "CIDI", "CIM", "IIN", "SSM")
    ]
    del_iin = agendas["agendas/CAM-2018-2019-IIN.ics"].decode()
    assert del_iin.count("BEGIN:VEVENT") == 1
    assert "UID:cam-2018-2019-act5@camctl" in del_iin


def test_dos_siglas_que_dan_el_mismo_nombre_tienen_cada_una_su_agenda(encargar: Encargar) -> None:
    actores = "actores: [{id: A/B, nombre: Una}, {id: A-B, nombre: Otra}, {id: CB, nombre: La CB}]"
    calendario = """
    plan: {titulo: Plan, periodo: 2030, comision: CB}
    actividades:
      - {id: ACT-1, fecha: 2030-03, tipo: formal, titulo: La de una, actores: [A/B, CB]}
      - {id: ACT-2, fecha: 2030-04, tipo: formal, titulo: La de otra, actores: [A-B]}
    """
    encargo = encargar(actores=actores, calendario=calendario)
    carpeta = papeles.escribir(encargo, "todo", {})
    assert isinstance(carpeta, dict)
    agendas = {nombre: contenido for nombre, contenido in carpeta.items() if "agendas/" in nombre}
    assert {nombre: contenido.count(b"BEGIN:VEVENT") for nombre, contenido in agendas.items()} == {
        "agendas/CB-2030-A-B.ics": 1,
        "agendas/CB-2030-A-B-2.ics": 1,
        "agendas/CB-2030-CB.ics": 1,
    }
    assert b"La de otra" in agendas["agendas/CB-2030-A-B-2.ics"]
    assert enlaces(carpeta[PORTADA])["agendas/CB-2030-A-B-2.ics"] == "A-B · Otra"
    # El nombre no depende de quién está en lo pedido.
    solo = encargo._replace(pedido=Seleccion(actores=(encargo.plan.actores[1],)))
    de_la_otra = papeles.escribir(solo, "todo", {})
    assert [nombre for nombre in de_la_otra if "agendas/" in str(nombre)] == [
        "agendas/CB-2030-A-B-2.ics"
    ]


def test_la_portada_lleva_a_cada_archivo_y_a_ninguno_mas(carpeta: dict[str, bytes]) -> None:
    hallados = enlaces(carpeta[PORTADA])
    assert sorted(hallados) == sorted(set(carpeta) - {PORTADA})
    assert hallados["CAM-2018-2019.docx"] == "Documento de Word"
    assert hallados["agendas/CAM-2018-2019-IIN.ics"] == (
        "IIN · Instituto Interamericano del Niño, la Niña y Adolescentes"
    )
    assert hallados["csv/objetivos.csv"] == "Tabla en CSV: objetivos"


def test_la_portada_no_ejecuta_ni_carga_nada(carpeta: dict[str, bytes]) -> None:
    portada = carpeta[PORTADA].decode()
    assert "script-src &#39;none&#39;" in portada
    assert "default-src &#39;none&#39;" in portada
    assert "<script" not in portada
    assert "://" not in portada


def test_las_opciones_llegan_a_los_suyos(encargo_real: Encargo) -> None:
    opciones = {"separador": ";", "solo_fechadas": True}
    carpeta = papeles.escribir(encargo_real, "todo", opciones)
    assert isinstance(carpeta, dict)
    assert carpeta["csv/objetivos.csv"].decode("utf-8-sig").splitlines()[0].startswith("ID;")
    assert b"BEGIN:VEVENT" not in carpeta["CAM-2018-2019.ics"]


def test_lo_que_dice_un_papel_solo_lo_dice_con_los_demas(encargo_real: Encargo) -> None:
    opciones = {"solo_fechadas": True}
    carpeta = papeles.escribir(encargo_real, "todo", opciones)
    dicho = papeles.avisos(encargo_real, "todo", opciones, carpeta)
    assert dicho == papeles.avisos(encargo_real, "ics", opciones, b"")
    assert dicho[0].startswith("Fuera de la agenda, 6 actividades sin día")
