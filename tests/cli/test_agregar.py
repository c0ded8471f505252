"""`camctl agregar`: con opciones, preguntando en una terminal, y lo que queda escrito."""

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from camctl.cli.altas import campos_de
from camctl.modelo.plan import CLASES, Clase

from .conftest import Camctl, entorno_limpio
from .test_registrar import cambiadas

AHORA = "2019-02-11T10:30Z"
ACTIVIDAD = ("agregar", "actividad", "--fecha", "2019-05", "--tipo", "otra", "--titulo", "Una más")


@pytest.fixture(autouse=True)
def reloj(monkeypatch: pytest.MonkeyPatch) -> None:
    """Las once y media de la mañana de un lunes, en hora universal."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1549881000")


def puestas(datos: Path, archivo: str = "calendario.yaml") -> list[str]:
    """Las líneas nuevas de un archivo, que es todo lo que cambia, y una en blanco."""
    lineas = cambiadas(datos, archivo)
    assert all(linea.startswith("+") for linea in lineas)
    assert lineas.count("+") == 1
    return [linea[1:] for linea in lineas if linea != "+"]


# Con opciones


def test_una_actividad_con_su_numero_y_en_su_sitio(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_(
        *("agregar", "actividad", "--fecha", "14/3/2019", "--tipo", "Informal"),
        *("--titulo", "Sesión informal: datos migratorios", "--hora", "9:00-13:00"),
        *("--actor", "cam", "--actor", "c.i.d.h.", "--invitado", "Ana  Pérez (cidh)"),
        *("--invitado", "Juan Díaz", "--objetivo", "b.9", "--mandato", "2883"),
        *("--mandato", "2910: 4-6"),
    )
    assert hecho == (
        0,
        "ACT-7 · Sesión informal: datos migratorios · propuesta · 14 de marzo de 2019, "
        "09:00-13:00\n",
        "Escrito: data/calendario.yaml\n",
    )
    assert puestas(datos) == [
        "  - id: ACT-7",
        "    fecha: 2019-03-14",
        '    hora: "09:00-13:00"',
        "    tipo: informal",
        '    titulo: "Sesión informal: datos migratorios"',
        "    actores: [CAM, CIDH]",
        "    invitados:",
        "      - nombre: Ana Pérez",
        "        actor: CIDH",
        "        estado: por_confirmar",
        "      - nombre: Juan Díaz",
        "        estado: por_confirmar",
        "    objetivos: [B9]",
        "    mandatos: [AG-2883, {id: AG-2910, parrafos: 4-6}]",
        f"    actualizado: {AHORA}",
    ]
    texto = (datos / "calendario.yaml").read_text(encoding="utf-8")
    orden = [linea.strip() for linea in texto.splitlines() if linea.startswith("  - id: ")]
    assert orden == [f"- id: ACT-{n}" for n in (1, 2, 3, 4, 5, 7, 6)]
    assert camctl_("validar").salida.startswith("Sin errores: ")


def test_una_actividad_tras_todas_las_demas(camctl_: Camctl, datos: Path) -> None:
    assert camctl_(*ACTIVIDAD, "--objetivo", "Todos").codigo == 0
    assert puestas(datos) == [
        "  - id: ACT-7",
        "    fecha: 2019-05",
        "    tipo: otra",
        "    titulo: Una más",
        "    objetivos: todos",
        f"    actualizado: {AHORA}",
    ]


def test_un_objetivo_al_final_de_su_grupo(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_(
        *("agregar", "objetivo", "--grupo", "a", "--titulo", "Uno más", "--texto"),
        "Un texto oficial que no cabe en una línea: sigue y sigue, con sus comas y sus puntos.",
    )
    assert hecho == (0, "A4 · Uno más\n", "Escrito: data/objetivos.yaml\n")
    assert puestas(datos, "objetivos.yaml") == [
        "  - id: A4",
        "    titulo: Uno más",
        "    texto: >-",
        "      Un texto oficial que no cabe en una línea: sigue y sigue, con sus comas y sus",
        "      puntos.",
    ]
    texto = (datos / "objetivos.yaml").read_text(encoding="utf-8")
    assert texto.index("- id: A3\n") < texto.index("- id: A4\n") < texto.index("- id: B1\n    t")


def test_un_actor_con_lo_que_sirve(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_(
        *("agregar", "actor", "--id", "OIM", "--nombre", "Organización de Migraciones"),
        *("--alias", "IOM", "--categoria", "b", "--transversal", "--mision", "Le toca acoger."),
        *("--objetivo", "b8: acoger", "--objetivo", "B9"),
    )
    assert (hecho.codigo, hecho.salida) == (0, "OIM · Organización de Migraciones\n")
    assert puestas(datos, "actores.yaml") == [
        "  - id: OIM",
        "    nombre: Organización de Migraciones",
        "    alias: [IOM]",
        "    categoria: B",
        "    transversal: true",
        "    mision: Le toca acoger.",
        "    objetivos: [{id: B8, cita: acoger}, B9]",
    ]
    # Que no esté en ninguna actividad es un aviso, y no impide escribirlo.
    assert "aviso[R312]" in hecho.errores


def test_un_mandato_con_sus_enlaces(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_(
        *("agregar", "mandato", "--id", "AG-2999", "--resolucion", "AG/RES. 2999 (L-O/20)"),
        *("--titulo", "Migración: datos", "--organo", "asamblea general", "--parrafos", "1-3"),
        *("--enlace", "es: https://ejemplo.org/es", "--enlace", "en: https://ejemplo.org/en"),
    )
    assert (hecho.codigo, hecho.salida) == (0, "AG-2999 · AG/RES. 2999 (L-O/20)\n")
    assert puestas(datos, "mandatos.yaml") == [
        "  - id: AG-2999",
        "    resolucion: AG/RES. 2999 (L-O/20)",
        "    organo: AG",
        '    titulo: "Migración: datos"',
        "    parrafos: 1-3",
        "    enlaces: {es: https://ejemplo.org/es, en: https://ejemplo.org/en}",
    ]


def test_simular_no_escribe(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_(*ACTIVIDAD, "--simular")
    assert hecho.codigo == 1
    assert "+  - id: ACT-7\n" in hecho.salida
    assert hecho.errores == "No se ha cambiado nada: era una simulación.\n"
    assert cambiadas(datos) == []


def test_en_un_plan_sin_nada(camctl_: Camctl, aislada: Path) -> None:
    plan = {
        "objetivos": "programa: {titulo: Programa de Bibliotecas}\n",
        "mandatos": "mandatos: []\n",
        "actores": "actores:\n  - {id: CB, nombre: Comisión de Bibliotecas}\n",
        "calendario": "plan: {titulo: Plan de trabajo, periodo: 2030, comision: CB}\n",
    }
    for archivo, texto in plan.items():
        (aislada / f"{archivo}.yaml").write_text(texto, encoding="utf-8")
    una = ("agregar", "actividad", "--fecha", "marzo", "--tipo", "otra", "--titulo", "Una")
    assert camctl_(*una).salida == "ACT-1 · Una · propuesta · marzo de 2030\n"
    objetivo = ("agregar", "objetivo", "--grupo", "b", "--titulo", "Uno", "--texto", "Texto.")
    assert camctl_(*objetivo).salida == "B1 · Uno\n"
    actor = ("agregar", "actor", "--id", "ILI", "--nombre", "Instituto de Lectura")
    assert camctl_(*actor).salida == "ILI · Instituto de Lectura\n"
    for archivo, nuevo in {
        "calendario": "\nactividades:\n  - id: ACT-1\n    fecha: 2030-03\n    tipo: otra\n"
        f"    titulo: Una\n    actualizado: {AHORA}\n",
        "objetivos": "\nobjetivos:\n  - id: B1\n    titulo: Uno\n    texto: Texto.\n",
        "actores": "  - {id: ILI, nombre: Instituto de Lectura}\n",
    }.items():
        assert (aislada / f"{archivo}.yaml").read_text(encoding="utf-8") == plan[archivo] + nuevo


PARA = "error: valor no válido para"


@pytest.mark.parametrize("orden", [[], ["--ayuda"]])
def test_el_uso_dice_que_se_nombra_una_clase(camctl_: Camctl, orden: list[str]) -> None:
    hecho = camctl_("agregar", *orden)
    assert "Uso: camctl agregar [OPCIONES] CLASE [ARGUMENTOS]..." in hecho.salida + hecho.errores


@pytest.mark.parametrize(
    ("orden", "esperado"),
    [
        ([], "error: diga cuál: actividad, actor, mandato u objetivo"),
        (
            ["sesion"],
            "error: no existe el comando «sesion»; diga cuál: actividad, actor, mandato u objetivo",
        ),
        (["actvidad"], "error: no existe el comando «actvidad»; ¿quiso decir «actividad»?"),
        (["actividad"], "error: faltan --fecha, --tipo y --titulo"),
        (["actividad", "--fecha", "2019-05", "--tipo", "otra"], "error: falta --titulo"),
        (["objetivo"], "error: faltan --grupo, --titulo y --texto"),
        (["actor", "--nombre", "Uno"], "error: falta --id"),
        (
            ["actividad", "--fecha", "marzo"],
            f"{PARA} «--fecha»: «marzo» puede ser marzo de 2018 o marzo de 2019; escriba el año",
        ),
        (
            ["actividad", "--tipo", "infomal"],
            f"{PARA} «--tipo»: «infomal» no está entre los valores admitidos; "
            "¿quiso decir «informal»?",
        ),
        (
            ["actividad", "--actor", "CIDHH"],
            f"{PARA} «--actor»: no existe el actor «CIDHH»; ¿quiso decir «CIDH»?",
        ),
        (
            ["actividad", "--id", "act-4"],
            f"{PARA} «--id»: «act-4» ya es la actividad ACT-4 · Sesión informal con la CIM · "
            "propuesta · marzo de 2019",
        ),
        (
            ["actividad", "--hora", "mañana"],
            f'{PARA} «--hora»: «mañana» no es una hora; escriba "10:00" o "10:00-13:00"',
        ),
        (
            ["actividad", "--mandato", "2910: uno"],
            f"{PARA} «--mandato»: «uno» no vale en «mandatos»; los mandatos en que descansa, "
            "enteros o por párrafos; por ejemplo: mandatos: [AG-101, {id: AG-102, parrafos: 4-6}]",
        ),
        (
            ["actividad", "--invitado", "Ana (XYZ)"],
            f"{PARA} «--invitado»: no existe el actor «XYZ»",
        ),
        (
            ["mandato", "--enlace", "https://ejemplo.org"],
            f"{PARA} «--enlace»: falta delante el idioma; escriba, por ejemplo: "
            "es: https://ejemplo.org/es/101.pdf",
        ),
        (
            ["objetivo", "--grupo", "z"],
            f"{PARA} «--grupo»: «z» no está entre los valores admitidos: «A» y «B»",
        ),
        (
            ["objetivo", "--grupo", "a", "--id", "B13", "--titulo", "Uno", "--texto", "Texto."],
            f"{PARA} «--id»: «B13» no es del grupo A, el que dice --grupo",
        ),
        (["actor", "--nombre", " "], f"{PARA} «--nombre»: está vacío"),
    ],
)
def test_lo_que_falta_o_no_vale(
    orden: list[str], esperado: str, camctl_: Camctl, datos: Path
) -> None:
    hecho = camctl_("agregar", *orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == esperado


def test_con_un_error_nuevo_no_se_escribe(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_(*ACTIVIDAD[:3], "2025-05", *ACTIVIDAD[4:])
    assert hecho.codigo == 1
    assert hecho.errores.startswith("error[C401]: la actividad ACT-7 «Una más» es en mayo de 2025")
    assert cambiadas(datos) == []


@pytest.mark.parametrize("clase", CLASES, ids=lambda clase: clase.nombre)
def test_la_ayuda_explica_cada_campo_como_el_modelo(
    clase: Clase, camctl_: Camctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    lineas = camctl_("agregar", clase.nombre, "--ayuda").salida.splitlines()
    for campo in campos_de(clase):
        (linea,) = (una for una in lineas if una.lstrip("│ ").startswith(f"{campo.opcion} "))
        assert str(campo.info.description) in linea
    # Lo que pone camctl no se pide.
    assert not any("--actualizado" in linea for linea in lineas)


# Preguntando en una terminal


class Terminal:
    """Un camctl en una terminal de verdad: se le contesta y se mira lo que dice."""

    def __init__(self, *orden: str) -> None:
        fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
        self._nuestro, suyo = os.openpty()
        self.proceso = subprocess.Popen(
            [sys.executable, "-m", "camctl", *orden],
            env=entorno_limpio(
                SOURCE_DATE_EPOCH="1549881000", COLUMNS="80", TERM="dumb", LANG="C.UTF-8"
            ),
            stdin=suyo,
            stdout=suyo,
            stderr=suyo,
            start_new_session=True,
            # Suya, para que Ctrl-C le llegue.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 — sin hilos
        )
        os.close(suyo)
        self.dicho = ""

    def contestar(self, texto: str) -> None:
        """Espera a que pregunte, y contesta."""
        self._esperar_pregunta()
        os.write(self._nuestro, texto.encode() + b"\n")

    def pulsar(self, tecla: bytes) -> None:
        """Espera a que pregunte, y pulsa una tecla; otra vez, si llegó antes de que escuchara."""
        self._esperar_pregunta()
        for _ in range(30):
            os.write(self._nuestro, tecla)
            if select.select([self._nuestro], [], [], 1)[0]:
                return

    def acabar(self) -> int:
        """Lee hasta el final y devuelve el código de salida."""
        while self._leer():
            pass
        return self.proceso.wait(timeout=30)

    def cerrar(self) -> None:
        self.proceso.kill()
        self.proceso.wait()
        os.close(self._nuestro)

    def _esperar_pregunta(self) -> None:
        desde = len(self.dicho)
        while not self.dicho[desde:].endswith("> "):
            assert self._leer(), self.dicho

    def _leer(self) -> bool:
        listos, _, _ = select.select([self._nuestro], [], [], 30)
        assert listos, f"no dice nada más:\n{self.dicho}"
        try:
            trozo = os.read(self._nuestro, 4096)
        except OSError:
            return False  # así dice Linux que ya no hay nadie al otro lado
        self.dicho += trozo.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(trozo)


@pytest.fixture
def terminal(datos: Path) -> Iterator[Callable[..., Terminal]]:
    """Abre una orden en una terminal."""
    abiertas: list[Terminal] = []

    def abrir(*orden: str) -> Terminal:
        abiertas.append(Terminal(*orden))
        return abiertas[-1]

    yield abrir
    for una in abiertas:
        una.cerrar()


def test_pregunta_lo_que_falta_y_repite_lo_que_no_vale(
    terminal: Callable[..., Terminal], datos: Path
) -> None:
    una = terminal("agregar", "actividad", "--tipo", "informal")
    for respuesta in (
        *("marzo", "14/3/2019"),  # sin el año, puede ser de dos
        *("10", "10:00-13:00"),
        *("", "Sesión: datos"),  # el título hace falta
        *("cam", "cidhh", "cidh", ""),
        *("Ana Pérez (cidh)", ""),
        *("", "", "Salón"),
        "sí",
    ):
        una.contestar(respuesta)
    assert una.acabar() == 0, una.dicho
    for frase in (
        "«marzo» puede ser marzo de 2018 o marzo de 2019; escriba el año.",
        '«10» no está escrita como se escriben aquí las horas; escriba: "10:00".',
        "Sin esto no se puede escribir el registro.",
        "No existe el actor «cidhh»; ¿quiso decir «CIDH»?",
        "En el plan están CAM, CIDH, CIM, IIN, SSM, EM, CIDI, SADyE y AG.",
    ):
        assert frase in " ".join(una.dicho.split())
    assert una.dicho.endswith(
        "ACT-7 · Sesión: datos · propuesta · 14 de marzo de 2019, 10:00-13:00\n"
        "Escrito: data/calendario.yaml\n"
    )
    assert puestas(datos) == [
        "  - id: ACT-7",
        "    fecha: 2019-03-14",
        '    hora: "10:00-13:00"',
        "    tipo: informal",
        '    titulo: "Sesión: datos"',
        "    actores: [CAM, CIDH]",
        "    invitados:",
        "      - nombre: Ana Pérez",
        "        actor: CIDH",
        "        estado: por_confirmar",
        "    lugar: Salón",
        f"    actualizado: {AHORA}",
    ]


def test_con_todo_dicho_no_pregunta(terminal: Callable[..., Terminal], datos: Path) -> None:
    una = terminal(*ACTIVIDAD)
    assert una.acabar() == 0
    assert una.dicho == (
        "ACT-7 · Una más · propuesta · mayo de 2019\nEscrito: data/calendario.yaml\n"
    )


def test_pregunta_el_grupo_por_su_letra(terminal: Callable[..., Terminal], datos: Path) -> None:
    una = terminal("agregar", "objetivo", "--titulo", "Uno más")
    for respuesta in ("z", "b", "El texto.", "quizá", ""):
        una.contestar(respuesta)
    assert una.acabar() == 0, una.dicho
    assert "Grupo. A · Objetivos generales o B · Objetivos específicos." in una.dicho
    assert puestas(datos, "objetivos.yaml")[0] == "  - id: B13"


def test_si_se_dice_que_no_no_se_escribe(terminal: Callable[..., Terminal], datos: Path) -> None:
    una = terminal("agregar", "objetivo", "--titulo", "Uno más", "--grupo", "b")
    una.contestar("El texto.")
    una.contestar("no")
    assert una.acabar() == 0
    assert una.dicho.endswith("No se ha escrito nada.\n")
    assert cambiadas(datos, "objetivos.yaml") == []


@pytest.mark.parametrize("tecla", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_dejarlo_a_medias_no_escribe_nada(
    tecla: bytes, terminal: Callable[..., Terminal], datos: Path
) -> None:
    una = terminal("agregar", "mandato", "--titulo", "Uno")
    una.contestar("AG-3000")
    una.pulsar(tecla)
    assert una.acabar() == 130
    assert una.dicho.endswith("Interrumpido.\n")
    assert cambiadas(datos, "mandatos.yaml") == []
