"""La tabla de la pantalla: lo que se ve, a cada ancho."""

import subprocess
import sys

import pytest
from rich.text import Text

from camctl.salida.tablas import consola
from camctl.vistas.respuesta import (
    Columna,
    Ficha,
    Grupo,
    Respuesta,
    Tabla,
    campo,
    una_tabla,
)
from pantalla import dibujo, en_pantalla

COLUMNAS = (
    Columna("ID", estilo="id"),
    Columna("Día"),
    Columna("Actividad", flexible=True),
    Columna("Invitados", flexible=True),
    Columna("Lugar", flexible=True, prioridad=1),
    Columna("Tipo", estilo="tenue", prioridad=2),
)
CALENDARIO = Respuesta(
    Tabla(
        COLUMNAS,
        (
            Grupo(
                (
                    ("ACT-1", "", "Circulación del plan", "", "", "circulación"),
                    (
                        "ACT-2",
                        "",
                        "Sesión informal sobre las cosechas de los valles del norte",
                        "Inés Ochoa\nLuis Vargas (por confirmar)",
                        "Salón de las Américas",
                        "sesión informal",
                    ),
                ),
                "Mayo de 2030",
            ),
            Grupo((), "Junio de 2030"),
            Grupo(
                (("ACT-3", "", "Sesión formal", "Ana Paz", "", "sesión formal"),), "Julio de 2030"
            ),
        ),
    ),
    [],
    encabezado=("Plan 2030-2031 · CB", "3 actividades"),
    pie=("Objetivos que cubre cada sesión, según la misión de sus actores.",),
)


FICHAS = Respuesta(
    (Ficha("A1 · Riego", tuple(campo("Texto", "Regar los valles del norte y los del sur"))),),
    [],
    encabezado=("Plan 2030-2031 · CB",),
)


def test_a_lo_ancho_cada_columna_ocupa_lo_suyo_y_la_vacia_no_esta() -> None:
    assert en_pantalla(CALENDARIO, 200) == dibujo("""
    Plan 2030-2031 · CB
    3 actividades

     ID     Actividad                                                   Invitados                    Lugar                  Tipo
     ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    Mayo de 2030
     ACT-1  Circulación del plan                                                                                            circulación
     ACT-2  Sesión informal sobre las cosechas de los valles del norte  Inés Ochoa                   Salón de las Américas  sesión informal
                                                                        Luis Vargas (por confirmar)

    Julio de 2030
     ACT-3  Sesión formal                                               Ana Paz                                             sesión formal

    Objetivos que cubre cada sesión, según la misión de sus actores.
    """)  # noqa: E501


def test_a_ochenta_se_parten_los_textos_y_sale_lo_menos_importante() -> None:
    assert en_pantalla(CALENDARIO) == dibujo("""
    Plan 2030-2031 · CB
    3 actividades

     ID     Actividad                  Invitados      Lugar          Tipo
     ───────────────────────────────────────────────────────────────────────────────
    Mayo de 2030
     ACT-1  Circulación del plan                                     circulación
     ACT-2  Sesión informal sobre las  Inés Ochoa     Salón de las   sesión informal
            cosechas de los valles     Luis Vargas    Américas
            del norte                  (por
                                       confirmar)

    Julio de 2030
     ACT-3  Sesión formal              Ana Paz                       sesión formal

    Objetivos que cubre cada sesión, según la misión de sus actores.
    """)


def test_estrecha_se_quedan_las_imprescindibles() -> None:
    assert en_pantalla(CALENDARIO, 44) == dibujo("""
    Plan 2030-2031 · CB
    3 actividades

     ID     Actividad          Invitados
     ───────────────────────────────────────────
    Mayo de 2030
     ACT-1  Circulación del
            plan
     ACT-2  Sesión informal    Inés Ochoa
            sobre las          Luis Vargas (por
            cosechas de los    confirmar)
            valles del norte

    Julio de 2030
     ACT-3  Sesión formal      Ana Paz

    Objetivos que cubre cada sesión, según la
    misión de sus actores.
    """)


def test_muy_estrecha_cada_fila_va_en_renglones_y_no_se_pierde_nada() -> None:
    assert en_pantalla(CALENDARIO, 28) == dibujo("""
    Plan 2030-2031 · CB
    3 actividades

    Mayo de 2030

    ACT-1
      Actividad: Circulación
        del plan
      Tipo: circulación

    ACT-2
      Actividad: Sesión
        informal sobre las
        cosechas de los valles
        del norte
      Invitados:
        Inés Ochoa
        Luis Vargas (por
        confirmar)
      Lugar: Salón de las
        Américas
      Tipo: sesión informal

    Julio de 2030

    ACT-3
      Actividad: Sesión formal
      Invitados: Ana Paz
      Tipo: sesión formal

    Objetivos que cubre cada
    sesión, según la misión de
    sus actores.
    """)


def test_sin_columnas_flexibles_ni_grupos_una_tabla_es_solo_una_tabla() -> None:
    tabla = una_tabla([Columna("ID"), Columna("Nota")], [("A1", ""), ("A2", "")])
    assert en_pantalla(Respuesta(tabla, [])) == [" ID", " ──", " A1", " A2"]


def test_las_filas_altas_van_separadas() -> None:
    largo = "Promover y proteger los derechos de quienes viven lejos de su país"
    tabla = una_tabla([Columna("ID"), Columna("Texto", flexible=True)], [("A1", largo)] * 2)
    assert en_pantalla(Respuesta(tabla, []), 30) == dibujo("""
     ID  Texto
     ─────────────────────────────
     A1  Promover y proteger los
         derechos de quienes viven
         lejos de su país

     A1  Promover y proteger los
         derechos de quienes viven
         lejos de su país
    """)


@pytest.mark.parametrize(
    "cuerpo", [(), una_tabla(COLUMNAS, ()), una_tabla(COLUMNAS, [("", " ", "\n", "", "", "")])]
)
def test_sin_nada_que_ensenar_solo_va_el_encabezado(cuerpo: Tabla | tuple[Ficha, ...]) -> None:
    vacia = Respuesta(cuerpo, [], ("Plan 2030-2031 · CB",), ("Pie.",), "ninguna actividad")
    assert en_pantalla(vacia) == ["Plan 2030-2031 · CB"]


def test_los_datos_no_mandan_en_la_terminal() -> None:
    malo = "\x1b[2J[red]hola[/red]\r\u202e"
    ficha = Ficha(malo, ((malo, (malo,)),))
    tabla = Tabla((Columna(malo),), (Grupo(((malo,),), malo),))
    bueno = "<U+001B>[2J[red]hola[/red]<U+000D><U+202E>"
    assert en_pantalla(Respuesta((ficha,), [], (malo,), (malo,)), 200) == [
        *(bueno, "", bueno),
        f" {bueno}  {bueno}",
        *("", bueno),
    ]
    assert en_pantalla(Respuesta(tabla, [], (malo,), (malo,)), 200) == [
        *(bueno, ""),
        f" {bueno}",
        f" {'─' * len(bueno)}",
        bueno,
        f" {bueno}",
        *("", bueno),
    ]


@pytest.mark.parametrize("respuesta", [CALENDARIO, FICHAS])
@pytest.mark.parametrize("ancho", [80, 40, 20])
def test_en_la_terminal_salen_las_mismas_lineas_con_estilos(
    respuesta: Respuesta,
    ancho: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Rich no vuelve a partir las líneas, aunque la terminal sea más estrecha que el texto.
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "10")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    consola.mostrar(respuesta, ancho)
    salida = capsys.readouterr().out
    assert "\x1b[1mPlan 2030-2031 · CB\x1b[0m" in salida
    assert salida.endswith("\n")
    assert Text.from_ansi(salida).plain.rstrip("\n") + "\n" == consola.escribir(respuesta, ancho)


def test_los_estilos_de_la_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    tabla = una_tabla([Columna("ID", "id"), Columna("Estado", "aviso")], [("A1", "[b]:x:[/b]")])
    consola.mostrar(Respuesta(tabla, [], pie=("Pie.",)), 80)
    assert capsys.readouterr().out.split("\n") == [
        " \x1b[1mID\x1b[0m  \x1b[1mEstado\x1b[0m",
        f" \x1b[2m{'─' * 14}\x1b[0m",
        " \x1b[36mA1\x1b[0m  \x1b[33m[b]:x:[/b]\x1b[0m",
        *("", "\x1b[2mPie.\x1b[0m", ""),
    ]


def test_fuera_de_una_terminal_no_se_carga_rich() -> None:
    orden = (
        "import sys; from camctl.salida.tablas import escribir;"
        "from camctl.vistas.respuesta import *;"
        "escribir(Respuesta(una_tabla([Columna('Año')], [('«así» — sí…',)]), []), 'tabla');"
        "sys.exit(any(nombre in sys.modules for nombre in ('rich', 'json', 'csv', 'yaml')))"
    )
    assert subprocess.run([sys.executable, "-c", orden], check=False).returncode == 0
