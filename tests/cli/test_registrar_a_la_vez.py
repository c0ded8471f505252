"""Pase lo que pase al escribir, el archivo es el de antes o el de después, entero."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from camctl import cerrojos
from camctl.cli import cambiar
from camctl.edicion.editor import editar

from .conftest import DATOS, Camctl, Lanzar, entorno_limpio

ORIGINAL = (DATOS / "calendario.yaml").read_bytes()
# Con una actividad más, las demás dejan de estar donde estaban.
CON_OTRA_DELANTE = ORIGINAL.replace(
    b"actividades:\n",
    b"actividades:\n  - {id: ACT-99, fecha: 2018-09, tipo: otra, titulo: De otro}\n",
)
SOLO_POSIX = pytest.mark.skipif(os.name != "posix", reason="señales y límites de POSIX")
COMO_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

# Se para justo antes de poner el archivo nuevo en el sitio del viejo, y espera lo que haga falta.
_PARADO = """
import sys, time
from pathlib import Path

def parar(self, destino):
    print("aquí", flush=True)
    time.sleep(60)

Path.replace = parar
from camctl.__main__ import principal
sys.argv = ["camctl", "registrar", "ACT-5", "--lugar", "Otra sala"]
principal()
"""
# Con un límite de tamaño de archivo, escribir falla a medias, como con el disco lleno.
_SIN_SITIO = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from camctl.__main__ import principal
sys.argv = ["camctl", "registrar", "ACT-5", "--lugar", "Otra sala"]
principal()
"""


def orden(*argumentos: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "camctl", *argumentos],
        env=entorno_limpio(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def texto_de(datos: Path) -> str:
    return (datos / "calendario.yaml").read_text(encoding="utf-8")


def test_varios_a_la_vez_no_se_pisan(datos: Path, camctl_: Camctl) -> None:
    procesos = [
        orden("registrar", f"ACT-{numero}", "--lugar", f"Sala {numero}") for numero in range(1, 5)
    ]
    procesos += [
        orden(
            *("agregar", "actividad", "--fecha", f"2019-0{numero}", "--tipo", "otra"),
            *("--titulo", f"Nueva {numero}"),
        )
        for numero in range(5, 7)
    ]
    for proceso in procesos:
        _, errores = proceso.communicate(timeout=60)
        assert proceso.returncode == 0, errores.decode()
    texto = texto_de(datos)
    for numero in range(1, 5):
        assert f"    lugar: Sala {numero}\n" in texto
    # Cada una con su número, y en su sitio.
    assert [linea for linea in texto.splitlines() if "titulo: Nueva" in linea] == [
        f"    titulo: Nueva {numero}" for numero in range(5, 7)
    ]
    assert sorted(n for n in range(1, 20) if f"- id: ACT-{n}\n" in texto) == [*range(1, 9)]
    assert camctl_("validar").salida.startswith("Sin errores: ")
    assert sorted(hijo.name for hijo in datos.iterdir()) == sorted(
        hijo.name for hijo in DATOS.iterdir()
    )


@SOLO_POSIX
def test_si_matan_el_proceso_queda_el_de_antes_y_nadie_espera(datos: Path, lanzar: Lanzar) -> None:
    parado = subprocess.Popen(
        [sys.executable, "-c", _PARADO], env=entorno_limpio(), stdout=subprocess.PIPE
    )
    try:
        assert parado.stdout is not None
        assert parado.stdout.readline() == "aquí\n".encode()
    finally:
        parado.send_signal(signal.SIGKILL)
        parado.communicate()
    assert (datos / "calendario.yaml").read_bytes() == ORIGINAL
    # El cerrojo murió con él.
    hecho = lanzar("registrar", "ACT-5", "--lugar", "Sala")
    assert (hecho.returncode, hecho.stdout) == (0, b"ACT-5: lugar, Sala\n")
    assert "    lugar: Sala\n" in texto_de(datos)


@SOLO_POSIX
def test_con_el_disco_lleno_queda_el_de_antes(datos: Path) -> None:
    hecho = subprocess.run(
        [sys.executable, "-c", _SIN_SITIO],
        env=entorno_limpio(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (hecho.returncode, hecho.stdout) == (2, b"")
    assert hecho.stderr.decode().splitlines()[-1] == (
        "error: no se puede escribir en «data»: pasa del tamaño que el sistema deja escribir"
    )
    assert (datos / "calendario.yaml").read_bytes() == ORIGINAL
    assert [hijo.name for hijo in datos.iterdir() if hijo.name.startswith(".camctl")] == []


def test_sin_sitio_en_el_disco(
    datos: Path, camctl_: Camctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lleno(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", lleno)
    hecho = camctl_("registrar", "ACT-5", "--lugar", "Sala")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == (
        "error: no se puede escribir en «data»: no queda sitio en el disco"
    )
    assert (datos / "calendario.yaml").read_bytes() == ORIGINAL


def test_un_archivo_de_solo_lectura(datos: Path, camctl_: Camctl) -> None:
    (datos / "calendario.yaml").chmod(0o444)
    # La orden está bien dada: no se enseña cómo se usa.
    assert camctl_("registrar", "ACT-5", "--lugar", "Sala") == (
        2,
        "",
        "error: no se puede escribir «data/calendario.yaml»: no hay permiso\n",
    )
    assert (datos / "calendario.yaml").read_bytes() == ORIGINAL
    # Los demás sí se pueden cambiar.
    assert camctl_("registrar", "B9", "--nota", "Una.").codigo == 0


@SOLO_POSIX
@pytest.mark.skipif(COMO_ROOT, reason="a quien administra la máquina no se le niega nada")
def test_una_carpeta_de_solo_lectura(datos: Path, camctl_: Camctl) -> None:
    datos.chmod(0o555)
    try:
        hecho = camctl_("registrar", "ACT-5", "--lugar", "Sala")
    finally:
        datos.chmod(0o755)
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1].endswith(": no hay permiso")
    assert (datos / "calendario.yaml").read_bytes() == ORIGINAL


@pytest.mark.parametrize(
    "orden",
    [
        ["registrar", "ACT-3", "--lugar", "Sala"],
        ["agregar", "actividad", "--fecha", "2019-05", "--tipo", "otra", "--titulo", "Una"],
    ],
)
@pytest.mark.parametrize(
    ("funcion", "de_verdad"),
    [
        # Leídos los datos y sin saber todavía qué línea cambia, y cuando ya se sabe.
        ("camctl.cli.cambiar.preparar", cambiar.preparar),
        ("camctl.edicion.propuesta.editar", editar),
    ],
)
@pytest.mark.parametrize("guardado", [ORIGINAL + b"# De otro\n", CON_OTRA_DELANTE, None])
def test_lo_que_cambia_un_editor_mientras_tanto_no_se_pierde(
    datos: Path,
    camctl_: Camctl,
    monkeypatch: pytest.MonkeyPatch,
    orden: list[str],
    funcion: str,
    de_verdad: Callable[..., Any],
    guardado: bytes | None,
) -> None:
    calendario = datos / "calendario.yaml"

    def que_alguien_guarde(*con: Any) -> Any:
        if guardado is None:
            calendario.unlink()
        else:
            calendario.write_bytes(guardado)
        return de_verdad(*con)

    monkeypatch.setattr(funcion, que_alguien_guarde)
    hecho = camctl_(*orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == (
        "error: «data/calendario.yaml» ha cambiado mientras tanto, y no se ha escrito nada: repita "
        "la orden"
    )
    assert (calendario.read_bytes() if calendario.exists() else None) == guardado


def test_si_otro_no_acaba_se_dice(
    datos: Path, camctl_: Camctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cerrojos, "ESPERA", 0.0)
    with cerrojos.bloqueada(datos):
        hecho = camctl_("registrar", "ACT-5", "--lugar", "Sala")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == (
        "error: otra orden está escribiendo en «data»: espere a que acabe y repita esta"
    )
    assert (datos / "calendario.yaml").read_bytes() == ORIGINAL


def test_una_carpeta_que_no_se_deja_abrir(
    datos: Path, camctl_: Camctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def negar(_: Path) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(cerrojos, "_abrir", negar)
    hecho = camctl_("registrar", "ACT-5", "--lugar", "Sala")
    assert hecho.codigo == 2
    assert hecho.errores.splitlines()[-1] == "error: no se puede escribir en «data»: no hay permiso"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="el sistema no tiene /dev/full")
def test_si_no_cabe_la_respuesta_se_dice_que_lo_pedido_esta_hecho(datos: Path) -> None:
    with Path("/dev/full").open("wb") as lleno:
        hecho = subprocess.run(
            [sys.executable, "-m", "camctl", "registrar", "ACT-5", "--lugar", "Sala"],
            env=entorno_limpio(),
            stdout=lleno,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert hecho.returncode == 2
    assert hecho.stderr.decode().splitlines() == [
        "error: no se pudo escribir la respuesta: no queda sitio en el disco",
        "Escrito: data/calendario.yaml",
    ]
    assert "    lugar: Sala\n" in texto_de(datos)


def test_lo_tecleado_con_tildes_llega_aunque_la_maquina_no_sepa_de_ellas(
    datos: Path, lanzar: Lanzar
) -> None:
    hecho = lanzar("registrar", "ACT-5", "--lugar", "Salón", LC_ALL="C", PYTHONUTF8="0")
    assert hecho.returncode == 0
    assert "    lugar: Salón\n" in texto_de(datos)
