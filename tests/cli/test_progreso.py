"""Lo que tarda dice por dónde va en la terminal de quien espera, y no deja rastro."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from camctl.cli import progreso
from camctl.fuentes import ARCHIVOS
from camctl.progreso import alguien_oye, decir, oyendo, siguiendo

RAIZ = Path(__file__).resolve().parents[2]
# Un plan que llena varias veces la pausa entre dos líneas, sea cual sea la máquina.
GRANDE = 20_000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Reloj:
    """El tiempo que diga la prueba."""

    def __init__(self) -> None:
        self.ahora = 100.0

    def __call__(self) -> float:
        return self.ahora


@pytest.fixture
def reloj(monkeypatch: pytest.MonkeyPatch) -> Reloj:
    uno = Reloj()
    monkeypatch.setattr(progreso, "monotonic", uno)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return uno


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    una = Terminal()
    # El `sys.stderr` de verdad lo cambia pytest entre la preparación y la prueba.
    monkeypatch.setattr(progreso, "sys", SimpleNamespace(stderr=una))
    return una


def test_lo_que_no_llega_a_un_segundo_no_dice_nada(reloj: Reloj, terminal: Terminal) -> None:
    with progreso.mostrando_progreso():
        for _ in range(9):
            reloj.ahora += 0.11
            decir("leyendo", 1, 2)
    assert terminal.getvalue() == ""


def test_lo_que_tarda_dice_por_donde_va_y_no_deja_rastro(reloj: Reloj, terminal: Terminal) -> None:
    with progreso.mostrando_progreso():
        reloj.ahora += 1
        decir("aplicando las reglas", 1, 3)
        reloj.ahora += 0.05
        decir("aplicando las reglas", 2, 3)  # demasiado pronto
        reloj.ahora += 0.06
        decir("leyendo", 3, 3)
    assert terminal.getvalue().split("\r") == [
        "",
        "33 % aplicando las reglas",
        # Tapa lo que había.
        "100 % leyendo            ",
        "             ",
        "",
    ]
    assert not alguien_oye()


def test_se_borra_aunque_falle(reloj: Reloj, terminal: Terminal) -> None:
    with pytest.raises(KeyboardInterrupt), progreso.mostrando_progreso():  # noqa: PT012
        reloj.ahora += 1
        decir("leyendo", 0, 0)
        raise KeyboardInterrupt
    assert terminal.getvalue() == "\r0 % leyendo\r           \r"
    assert not alguien_oye()


def test_en_una_terminal_estrecha_no_salta_de_linea(
    reloj: Reloj, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    with progreso.mostrando_progreso():
        reloj.ahora += 1
        decir("leyendo calendario.yaml", 43, 100)
    assert terminal.getvalue().split("\r")[1] == "43 % leyendo calend"


def test_sin_una_terminal_que_sepa_volver_atras_no_dice_nada(
    reloj: Reloj, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with progreso.mostrando_progreso():
        reloj.ahora += 5
        assert not alguien_oye()
    assert terminal.getvalue() == ""


def test_si_la_terminal_se_va_el_trabajo_sigue(
    reloj: Reloj, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def romper(_texto: str) -> int:
        raise OSError

    monkeypatch.setattr(terminal, "write", romper)
    with progreso.mostrando_progreso():
        reloj.ahora += 1
        decir("leyendo", 1, 2)
        hecho = True
    assert hecho


def test_sin_quien_oiga_no_cuesta_nada() -> None:
    cosas = [1, 2, 3]
    assert siguiendo("contando", cosas) is cosas


def test_se_dice_por_cual_se_va() -> None:
    dicho = []
    with oyendo(lambda *partes: dicho.append(partes)):
        assert list(siguiendo("contando", [*"abcde"], cada=2)) == [*"abcde"]
    assert dicho == [("contando", 0, 5), ("contando", 2, 5), ("contando", 4, 5)]


# Procesos enteros


# El proceso no espera para decirlo: lo que tarda un plan depende de la máquina.
SIN_ESPERA = """
from camctl.cli import progreso
progreso.ESPERA = progreso.PAUSA = 0
from camctl.__main__ import principal
principal()
"""


@pytest.fixture(scope="module")
def plan_grande(tmp_path_factory: pytest.TempPathFactory) -> Path:
    carpeta = tmp_path_factory.mktemp("grande")
    subprocess.run([sys.executable, RAIZ / "bench" / "planes.py", str(GRANDE), carpeta], check=True)
    return carpeta


def en_una_terminal(programa: str, salida: Path, *orden: str) -> tuple[int, str, str]:
    """El código, la salida y lo que llega a la terminal por la de errores de un proceso."""
    pty = pytest.importorskip("pty", reason="Windows no tiene seudoterminales")
    nuestro, suyo = pty.openpty()
    with salida.open("wb") as abierta:
        proceso = subprocess.Popen(
            [sys.executable, "-c", programa, *orden],
            stdout=abierta,
            stderr=suyo,
            env={**os.environ, "PYTHONPATH": str(RAIZ / "src"), "TERM": "xterm", "PYTHONUTF8": "1"},
        )
    os.close(suyo)
    visto = b"".join(_hasta_que_se_cierre(nuestro))
    os.close(nuestro)
    return proceso.wait(timeout=60), salida.read_text(encoding="utf-8"), visto.decode()


def _hasta_que_se_cierre(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            trozo = os.read(descriptor, 65_536)
        except OSError:  # Linux lo dice así
            return
        if not trozo:
            return
        yield trozo


def test_un_plan_grande_dice_por_donde_va(plan_grande: Path, tmp_path: Path) -> None:
    orden = ("validar", str(plan_grande))
    codigo, salida, visto = en_una_terminal(SIN_ESPERA, tmp_path / "salida", *orden)
    assert codigo == 0
    assert salida == ("Sin errores: 12 objetivos, 1 mandato, 6 actores, 20\u00a0000 actividades\n")
    pasos = [trozo.strip() for trozo in visto.split("\r") if trozo.strip()]
    dichos = [re.fullmatch(r"(\d+) % (.+)", paso) for paso in pasos]
    assert all(dichos)
    leidos = [int(uno[1]) for uno in dichos if uno and uno[2] == "leyendo calendario.yaml"]
    assert leidos == sorted(leidos)
    assert set(range(1, 100)) <= set(leidos) <= set(range(101))
    assert list(dict.fromkeys(uno[2] for uno in dichos if uno)) == [
        *(f"leyendo {archivo}" for archivo in ARCHIVOS),
        "comprobando los registros",
        "aplicando las reglas",
    ]
    # Al acabar, la línea está en blanco y el cursor, al principio.
    assert visto.endswith("\r")
    assert visto.split("\r")[-2].strip() == ""


def test_una_consulta_sobre_un_plan_grande_tambien(plan_grande: Path, tmp_path: Path) -> None:
    orden = ("calendario", "--datos", str(plan_grande), "--mes", "2030-01", "--formato", "csv")
    codigo, salida, visto = en_una_terminal(SIN_ESPERA, tmp_path / "salida", *orden)
    assert codigo == 0
    assert "ACT-1," in salida
    assert "50 % leyendo calendario.yaml" in visto
    assert visto.endswith("\r")


def test_un_plan_pequeno_no_dice_nada(tmp_path: Path) -> None:
    programa = "from camctl.__main__ import principal; principal()"
    orden = ("validar", str(RAIZ / "data"))
    codigo, salida, visto = en_una_terminal(programa, tmp_path / "salida", *orden)
    assert (codigo, visto) == (0, "")
    assert salida.startswith("Sin errores")


def test_fuera_de_una_terminal_no_se_dice_nada(plan_grande: Path) -> None:
    hecho = subprocess.run(
        [sys.executable, "-c", SIN_ESPERA, "validar", plan_grande],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(RAIZ / "src")},
        timeout=60,
    )
    assert (hecho.returncode, hecho.stderr) == (0, b"")
    assert hecho.stdout.startswith(b"Sin errores")
