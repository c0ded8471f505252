"""`camctl cambios`: entre qué momentos se compara, y qué se dice si no se puede."""

import hashlib
import json
import os
import shutil
import subprocess
from itertools import count
from pathlib import Path

import pytest

from .conftest import DATOS, Camctl


def guardar(carpeta: Path, mensaje: str, cuando: str) -> None:
    """Guarda en git lo que hay en `carpeta`, con esa fecha."""
    for argumentos in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", mensaje]):
        subprocess.run(
            ["git", *argumentos],  # noqa: S607 — el git del sistema
            cwd=carpeta,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(carpeta),
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_AUTHOR_NAME": "Ana",
                "GIT_AUTHOR_EMAIL": "ana@ejemplo.org",
                "GIT_COMMITTER_NAME": "Ana",
                "GIT_COMMITTER_EMAIL": "ana@ejemplo.org",
                "GIT_AUTHOR_DATE": cuando,
                "GIT_COMMITTER_DATE": cuando,
            },
            check=True,
        )


def fijar_la_fecha(datos: Path) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text("utf-8")
    calendario.write_text(texto.replace("fecha: 2019-04\n", "fecha: 2019-04-11\n"), "utf-8")


@pytest.fixture
def guardados(aislada: Path, datos: Path) -> Path:
    """Los datos, guardados en git el 1 de febrero y cambiados, sin guardar, después."""
    guardar(aislada, "El plan adoptado", "2019-02-01T12:00:00Z")
    fijar_la_fecha(datos)
    return datos


@pytest.mark.parametrize(
    "orden", [[], ["HEAD"], ["HEAD", "data"], ["--desde", "marzo de 2019"], ["2019-03-01"]]
)
def test_desde_lo_guardado_hasta_ahora(camctl_: Camctl, guardados: Path, orden: list[str]) -> None:
    hecho = camctl_("cambios", *orden, "-f", "json")
    assert (hecho.codigo, hecho.errores) == (0, "")
    assert [
        (uno["id"], uno["que"], uno["antes"], uno["despues"]) for uno in json.loads(hecho.salida)
    ] == [
        ("ACT-6", "fecha_fijada", "2019-04", "2019-04-11"),
        ("CIDI", "consecuencia", None, None),
    ]


def test_se_lee_como_una_circular(camctl_: Camctl, guardados: Path) -> None:
    hecho = camctl_("cambios")
    primera, segunda, *resto = hecho.salida.splitlines()
    assert primera == "Plan 2018-2019 · CAM"
    assert segunda.startswith("Cambios entre la revisión ")
    assert segunda.endswith(" (1 de febrero de 2019) y data")
    assert resto == [
        "Cobertura: 33,3\u00a0%, como antes (criterio actor: cuentan la sesión que lo nombra y",
        "la misión de sus actores)",
        "",
        "Calendario",
        " ACT-6  Sesión formal con el CIDI sobre los avances del Programa",
        "        Se fija la fecha: 11 de abril de 2019.",
        "",
        "Qué supone para cada institución",
        " CIDI   Consejo Interamericano para el Desarrollo Integral",
        "        Con fecha fijada: ACT-6 · 11 de abril de 2019.",
    ]


def git(carpeta: Path, *argumentos: str, entrada: bytes = b"") -> str:
    hecho = subprocess.run(
        ["git", *argumentos],  # noqa: S607 — el git del sistema
        cwd=carpeta,
        input=entrada,
        capture_output=True,
        check=True,
    )
    return hecho.stdout.decode().strip()


def test_un_anio_no_es_el_comienzo_de_un_resumen(
    camctl_: Camctl, guardados: Path, aislada: Path
) -> None:
    firmas = "author x <a@b> 1549022400 +0000\ncommitter x <a@b> 1549022400 +0000"
    cabecera = f"tree {git(aislada, 'rev-parse', 'HEAD^{tree}')}\n{firmas}\n\n"
    commits = (f"{cabecera}{numero}\n".encode() for numero in count())
    suyo = next(
        uno
        for uno in commits
        if hashlib.sha1(b"commit %d\0%s" % (len(uno), uno)).hexdigest().startswith("2019")  # noqa: S324 — el de git
    )
    resumen = git(aislada, "hash-object", "-t", "commit", "-w", "--stdin", entrada=suyo)
    assert git(aislada, "rev-parse", "2019") == resumen
    hecho = camctl_("cambios", "2019")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert "no guarda nada anterior al 1 de enero de 2019" in hecho.errores
    # Con ese nombre, sí.
    git(aislada, "tag", "2019", "HEAD")
    assert "Se fija la fecha: 11 de abril de 2019." in camctl_("cambios", "2019").salida


def test_sin_cambios_se_dice(camctl_: Camctl, aislada: Path, datos: Path) -> None:
    guardar(aislada, "El plan adoptado", "2019-02-01T12:00:00Z")
    hecho = camctl_("cambios")
    assert hecho.codigo == 0
    assert "Nada que mostrar: nada ha cambiado entre la revisión " in hecho.errores


def test_una_carpeta_manda_sobre_una_revision_que_se_llame_igual(
    camctl_: Camctl, guardados: Path, aislada: Path
) -> None:
    shutil.copytree(DATOS, aislada / "HEAD")
    hecho = camctl_("cambios", "HEAD", "data")
    assert "Cambios entre HEAD y data" in hecho.salida


def test_dos_carpetas_se_comparan_sin_git(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    shutil.copytree(DATOS, aislada / "adoptado")
    fijar_la_fecha(datos)
    hecho = camctl_("cambios", "adoptado", "data")
    assert hecho.codigo == 0
    assert "Se fija la fecha: 11 de abril de 2019." in hecho.salida


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        (["nada"], "«nada» no es una carpeta, ni una revisión de git, ni una fecha"),
        (["--desde", "nada"], "«nada» no es una fecha; escriba 2030-03-14"),
        (["--desde", "2018"], "no guarda nada anterior al 1 de enero de 2018"),
        (["2018"], "no guarda nada anterior al 1 de enero de 2018"),
        (["marzo"], "ni una fecha: le falta el año; escriba, por ejemplo, «marzo de 2030»"),
        (["--desde", "29 de febrero"], "no es una fecha: le falta el año; escriba, por"),
        (["--desde", "31/2/2019"], "«31/2/2019» no es una fecha: febrero de 2019 no tiene día 31"),
        (["31/2/2019"], "ni una fecha: febrero de 2019 no tiene día 31"),
        (["--desde", "2018-01-01"], "no guarda nada anterior al 1 de enero de 2018"),
        (["HEAD", "--desde", "2019-03"], "«--desde» ya dice desde cuándo"),
        (["--output=robado"], "no existe la opción «--output»"),
        (["n" * 300], f"no se puede abrir «{'n' * 300}»: el nombre es demasiado largo"),
        (["--", "--output=robado"], "«--output=robado» no es una carpeta, ni una revisión"),
    ],
)
def test_lo_que_no_se_entiende_se_dice(
    camctl_: Camctl, guardados: Path, aislada: Path, orden: list[str], mensaje: str
) -> None:
    hecho = camctl_("cambios", *orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert mensaje in " ".join(hecho.errores.split())
    assert not list(aislada.rglob("robado"))


def test_fuera_de_git_se_dice_que_hacer(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("cambios")
    assert hecho.codigo == 2
    assert "«data» no está en ningún repositorio de git; diga dos carpetas" in hecho.errores


def test_una_revision_con_errores_se_compara_y_se_dice(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    calendario = datos / "calendario.yaml"
    sano = calendario.read_text("utf-8")
    calendario.write_text(sano.replace("actores: [CAM, CIM]", "actores: [CAM, CIMM]"), "utf-8")
    guardar(aislada, "Con una errata", "2019-02-01T12:00:00Z")
    calendario.write_text(sano, "utf-8")
    hecho = camctl_("cambios")
    assert hecho.codigo == 1
    # Por su invitada, la CIM ya estaba presente.
    assert "Actores: «CAM» y «CIM» (antes, «CAM» y «CIMM»)." in hecho.salida
    assert "1 error en la revisión " in hecho.errores


def test_una_revision_sin_los_datos_no_tiene_respuesta(
    camctl_: Camctl, aislada: Path, datos: Path
) -> None:
    (aislada / "LEEME.txt").write_text("Aún sin datos\n", "utf-8")
    shutil.move(datos, aislada / "fuera")
    guardar(aislada / ".", "Sin datos", "2019-01-01T12:00:00Z")
    shutil.move(aislada / "fuera", datos)
    hecho = camctl_("cambios", "data", "HEAD")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert "data/calendario.yaml" in hecho.errores


def test_los_errores_de_lo_guardado_no_mandan_a_validar_otra_cosa(
    camctl_: Camctl, guardados: Path, aislada: Path
) -> None:
    calendario = guardados / "calendario.yaml"
    calendario.write_text(
        calendario.read_text("utf-8").replace("[CAM, CIM]", "[CAM, CIMM]"), "utf-8"
    )
    guardar(aislada, "Con un error", "2019-02-02T12:00:00Z")
    hecho = camctl_("cambios", "HEAD~1", "HEAD")
    assert (hecho.codigo, hecho.errores) == (1, "1 error en los datos.\n")
