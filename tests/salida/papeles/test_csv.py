"""La carpeta de CSV: las tablas del libro, para quien las abre en Excel y para otro programa."""

import csv
import io
from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.salida.papeles import PapelImposible
from camctl.salida.papeles import csv as papel
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas import de_detalle, principales

Encargar: TypeAlias = Callable[..., Encargo]
MARCA = b"\xef\xbb\xbf"


def filas(contenido: bytes, separador: str = ",") -> list[dict[str, str]]:
    assert contenido.startswith(MARCA)
    texto = contenido.removeprefix(MARCA).decode("utf-8")
    assert "\ufeff" not in texto
    return list(csv.DictReader(io.StringIO(texto, newline=""), delimiter=separador, strict=True))


@pytest.fixture(scope="module")
def carpeta(encargo: Encargo) -> dict[str, bytes]:
    """La carpeta del plan inventado."""
    return papel.escribir(encargo)


def test_un_archivo_por_tabla_tambien_las_vacias(
    carpeta: dict[str, bytes], encargar: Encargar
) -> None:
    nombres = [
        *("plan.csv", "calendario.csv", "objetivos.csv", "actores.csv", "mandatos.csv"),
        *("cobertura.csv", "invitados.csv", "avances.csv", "acuerdos.csv", "documentos.csv"),
        *("misiones.csv", "enlaces.csv"),
    ]
    assert [*carpeta] == nombres
    vacia = papel.escribir(encargar())
    assert [*vacia] == nombres
    # Con las mismas columnas: a quien las lee no le falta ninguna según lo que el plan diga.
    assert vacia["avances.csv"] == MARCA + b"Actividad,Fecha,Objetivo,Actor,Texto,Enlace\r\n"
    assert [*filas(carpeta["avances.csv"])[0]] == [
        *("Actividad", "Fecha", "Objetivo", "Actor", "Texto", "Enlace"),
    ]


def test_una_actividad_con_todo(carpeta: dict[str, bytes]) -> None:
    fila = filas(carpeta["calendario.csv"])[1]
    assert {columna: valor for columna, valor in fila.items() if valor} == {
        "ID": "ACT-2",
        "Actividad": "Sesión formal sobre las salas",
        "Fecha": "del 14 al 15 de marzo de 2030",
        "Hora de inicio": "10:00",
        "Hora de fin": "13:00",
        "Tipo": "sesión formal",
        "Estado": "realizada",
        "Lugar": "Salón Azul",
        "Actores": "CB, ILI, RED",
        "Invitados": "Ana Núñez (asistió); Luis Paz (asistencia confirmada); Eva Sol (se excusó)",
        "Objetivos que cubre": "B1, B2, B3",
        "Objetivos que nombra": "B3, B1",
        "Mandatos": "RES-10 (párrafos 4-6), RES-10 (párrafo 9), RES-11",
        "Fecha prevista": "febrero de 2030",
        "Motivo": "A petición de la Red.",
        "Desde": "2030-03-14",
        "Hasta": "2030-03-15",
        "Día fijado": "sí",
        "Falta": "si asistió Luis Paz",
        "Texto": "Sesión de dos días.",
        "Nota": "Hubo intérpretes.",
        "Actualizado (UTC)": "2030-03-16T10:30:00Z",
    }


def test_la_cobertura_tiene_una_columna_por_sesion(carpeta: dict[str, bytes]) -> None:
    assert filas(carpeta["cobertura.csv"])[1] == {
        "ID": "B1",
        "Objetivo": "Salas de lectura",
        "Cubierto": "sí",
        "ACT-2": "directo; ILI; (RED)",
        "ACT-4": "ILI",
    }


@pytest.mark.parametrize("cual", ["encargo", "encargo_real"])
def test_dicen_lo_mismo_que_las_hojas(cual: str, request: pytest.FixtureRequest) -> None:
    suyo: Encargo = request.getfixturevalue(cual)
    hecha = papel.escribir(suyo)
    for hoja in (*principales(suyo), *de_detalle(suyo)):
        leidas = filas(hecha[f"{hoja.nombre.lower()}.csv"])
        assert len(leidas) == len(hoja.filas)
        for leida, fila in zip(leidas, hoja.filas, strict=True):
            for dicho, valor in zip(leida.values(), fila.valores, strict=True):
                # En una celda de CSV, un párrafo sigue al anterior.
                if isinstance(valor, str):
                    assert dicho == " ".join(valor.split("\n"))


def test_ningun_texto_se_calcula(encargar: Encargar) -> None:
    suyo = encargar(
        calendario="""
        plan: {titulo: "=1+1", periodo: 2030, comision: CB, presenta: "@A1"}
        actividades:
          - {id: ACT-1, fecha: 2030-03, tipo: otra, titulo: "=cmd|' /C calc'!A0", lugar: "-1+1",
             texto: "hola;=1+1", nota: "\\t+1", motivo: "uno\\u202edos"}
        """
    )
    (unica,) = filas(papel.escribir(suyo)["calendario.csv"])
    assert unica["Actividad"] == "'=cmd|' /C calc'!A0"
    assert unica["Lugar"] == "'-1+1"
    assert unica["Texto"] == "hola;'=1+1"
    assert unica["Motivo"] == "uno<U+202E>dos"
    plan = {fila["Campo"]: fila["Valor"] for fila in filas(papel.escribir(suyo)["plan.csv"])}
    assert (plan["Título"], plan["Presenta"]) == ("'=1+1", "'@A1")


@pytest.mark.parametrize(
    ("pedido", "signo"),
    [
        (";", ";"),
        ("punto y coma", ";"),
        ("Punto  y coma", ";"),
        ("coma", ","),
        ("|", "|"),
        ("barra", "|"),
        ("tab", "\t"),
        ("Tabulador", "\t"),
        ("\\t", "\t"),
        ("\t", "\t"),
    ],
)
def test_se_separa_con_lo_que_se_pida(encargo: Encargo, pedido: str, signo: str) -> None:
    acuerdos = papel.escribir(encargo, separador=pedido)["acuerdos.csv"]
    assert acuerdos.decode("utf-8-sig").split("\r\n")[2] == signo.join(
        ["ACT-2", "del 14 al 15 de marzo de 2030", "Buscar fondos.", "", "", "", "no"]
    )
    assert filas(acuerdos, signo)[0]["Texto"] == "Remitir la guía."


@pytest.mark.parametrize("pedido", ["", " ", "x", ";;", ",;", "\n", '"', "=", "espacio"])
def test_lo_que_no_separa_columnas_se_dice(encargo: Encargo, pedido: str) -> None:
    with pytest.raises(PapelImposible, match="no separa columnas; escriba coma, «punto y coma»"):
        papel.escribir(encargo, separador=pedido)


def test_dos_hechas_de_lo_mismo_son_la_misma(encargo: Encargo) -> None:
    assert papel.escribir(encargo) == papel.escribir(encargo)
