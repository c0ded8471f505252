"""En una carpeta escribe uno cada vez, y el que la deja no estorba al siguiente."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from camctl import cerrojos
from camctl.cerrojos import CarpetaOcupada, bloqueada

TOMARLO = """
import sys
from pathlib import Path
from camctl.cerrojos import bloqueada

with bloqueada(Path(sys.argv[1])):
    print("suyo", flush=True)
    sys.stdin.readline()
"""
CONTAR = """
import sys
from pathlib import Path
from camctl.cerrojos import bloqueada

cuenta = Path(sys.argv[1]) / "cuenta"
for _ in range(40):
    with bloqueada(cuenta.parent):
        cuenta.write_text(str(int(cuenta.read_text()) + 1))
"""


def otro_lo_tiene(carpeta: Path) -> "subprocess.Popen[str]":
    """Otro proceso que ya tiene el cerrojo, y lo suelta cuando se le escribe algo."""
    otro = subprocess.Popen(
        [sys.executable, "-c", TOMARLO, str(carpeta)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert otro.stdout is not None
    assert otro.stdout.readline() == "suyo\n"
    return otro


def test_quien_la_deja_no_deja_rastro(tmp_path: Path) -> None:
    for _ in range(2):
        with bloqueada(tmp_path):
            assert [*tmp_path.iterdir()] == []
        assert [*tmp_path.iterdir()] == []


def test_tampoco_si_algo_falla(tmp_path: Path) -> None:
    with pytest.raises(KeyError), bloqueada(tmp_path):
        raise KeyError
    assert [*tmp_path.iterdir()] == []
    with bloqueada(tmp_path):
        pass


def test_con_otro_dentro_se_espera_lo_justo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with otro_lo_tiene(tmp_path) as otro:
        monkeypatch.setattr(cerrojos, "ESPERA", 0.0)
        with pytest.raises(CarpetaOcupada), bloqueada(tmp_path):
            pass
        monkeypatch.setattr(cerrojos, "ESPERA", 60.0)
        assert otro.stdin is not None
        otro.stdin.write("ya\n")
        otro.stdin.flush()
        with bloqueada(tmp_path):
            pass
    assert [*tmp_path.iterdir()] == []


def test_el_de_quien_muere_no_estorba(tmp_path: Path) -> None:
    with otro_lo_tiene(tmp_path) as otro:
        otro.kill()
        otro.wait()
        with bloqueada(tmp_path):
            pass
    assert [*tmp_path.iterdir()] == []


def test_muchos_a_la_vez_no_se_pisan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    (tmp_path / "cuenta").write_text("0")
    ordenes = [subprocess.Popen([sys.executable, "-c", CONTAR, str(tmp_path)]) for _ in range(4)]
    assert [orden.wait(timeout=120) for orden in ordenes] == [0] * 4
    assert (tmp_path / "cuenta").read_text() == "160"
    assert [ruta.name for ruta in tmp_path.iterdir()] == ["cuenta"]


def test_es_el_mismo_por_cualquier_camino(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "otra").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cerrojos, "ESPERA", 0.0)
    for camino in (tmp_path, tmp_path / "otra"):
        with bloqueada(Path()), pytest.raises(CarpetaOcupada), bloqueada(camino):
            pytest.fail("había dos a la vez")


@pytest.mark.skipif(sys.platform == "win32", reason="allí los cerrojos son otros")
def test_donde_no_hay_cerrojos_no_se_espera(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def sin_cerrojos(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", sin_cerrojos)
    with bloqueada(tmp_path), bloqueada(tmp_path):
        pass


def test_una_carpeta_que_no_existe(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), bloqueada(tmp_path / "nada"):
        pass
