"""Un plan como estaba en una revisión de git."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from camctl.archivos import ArchivoIlegible, Motivo
from camctl.carga import cargar
from camctl.fuentes import ARCHIVOS, git
from camctl.fuentes.git import Revision, SinRevision

DATOS = Path(__file__).resolve().parents[2] / "data"

Guardar = Callable[[str], None]


def orden(carpeta: Path, *argumentos: str, cuando: str = "2030-01-01T12:00:00+0000") -> str:
    """Lo que contesta git, sin el último salto de línea."""
    hecho = subprocess.run(
        ["git", "-C", str(carpeta), *argumentos],  # noqa: S607 — el git del sistema
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(carpeta),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{quien}_NAME": "Ana" for quien in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{quien}_EMAIL": "ana@ejemplo.org" for quien in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{que}_DATE": cuando for que in ("AUTHOR", "COMMITTER")},
        },
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return hecho.stdout.removesuffix("\n")


@pytest.fixture
def repositorio(tmp_path: Path) -> Path:
    """Un repositorio con el plan de `data/` guardado el 1 de enero y cambiado el 1 de marzo."""
    raiz = tmp_path / "repositorio"
    shutil.copytree(DATOS, raiz / "data")
    orden(raiz, "init", "-q", "-b", "principal")
    orden(raiz, "add", ".")
    orden(raiz, "commit", "-q", "-m", "El plan adoptado")
    orden(raiz, "tag", "adoptado")
    calendario = raiz / "data" / "calendario.yaml"
    calendario.write_text(calendario.read_text("utf-8") + "# visto\n", "utf-8")
    orden(raiz, "commit", "-q", "-a", "-m", "Visto", cuando="2030-03-01T23:30:00-0500")
    return raiz


def test_una_revision_da_los_archivos_de_entonces(repositorio: Path) -> None:
    carpeta = repositorio / "data"
    adoptado = Revision.de(carpeta, "adoptado")
    assert adoptado is not None
    (carpeta / "calendario.yaml").write_text("roto: [", "utf-8")
    assert {nombre: adoptado.leer(nombre) for nombre in ARCHIVOS} == {
        nombre: (DATOS / nombre).read_bytes() for nombre in ARCHIVOS
    }
    carga = cargar(adoptado)
    assert carga.diagnosticos == ()
    assert len(carga.plan.actividades) == 6


def test_se_nombra_por_su_comienzo_y_su_fecha(repositorio: Path) -> None:
    ultima = Revision.de(repositorio / "data", "HEAD")
    assert ultima is not None
    rotulo = ultima.rotulo("calendario.yaml")
    assert rotulo[7:] == ":data/calendario.yaml"
    # El día de quien la guardó, no el de aquí.
    assert ultima.nombre == f"la revisión {rotulo[:7]} (1 de marzo de 2030)"


@pytest.mark.parametrize(
    ("escrito", "dia"),
    [
        ("1700000000 +0000", "14 de noviembre de 2023"),
        ("1700000000 +0200", "15 de noviembre de 2023"),
        ("1700000000 -2359", "13 de noviembre de 2023"),
        # Ninguna hora del mundo: la universal.
        ("1700000000 +9999", "14 de noviembre de 2023"),
        ("1700000000 -2400", "14 de noviembre de 2023"),
        ("1700000000 +0060", "14 de noviembre de 2023"),
        ("1700000000 hoy", "14 de noviembre de 2023"),
        # Ni siquiera un momento.
        ("170000000000 +0000", "1 de enero de 1970"),
        ("hoy", "1 de enero de 1970"),
    ],
)
def test_un_commit_mal_fechado_no_lo_para(repositorio: Path, escrito: str, dia: str) -> None:
    de_otro = repositorio / "commit"
    de_otro.write_text(
        f"tree {orden(repositorio, 'rev-parse', 'HEAD^{tree}')}\n"
        f"author x <a@b> 1700000000 +0000\ncommitter x <a@b> {escrito}\n\nUno\n",
        "utf-8",
    )
    commit = orden(
        repositorio, "hash-object", "-t", "commit", "-w", "--literally", os.fspath(de_otro)
    )
    revision = Revision.de(repositorio / "data", commit)
    assert revision is not None
    assert revision.nombre == f"la revisión {commit[:7]} ({dia})"


def test_la_carpeta_puede_ser_la_raiz(tmp_path: Path) -> None:
    (tmp_path / "mandatos.yaml").write_text("mandatos: []\n", "utf-8")
    orden(tmp_path, "init", "-q")
    orden(tmp_path, "add", ".")
    orden(tmp_path, "commit", "-q", "-m", "Uno")
    revision = Revision.de(tmp_path, "HEAD")
    assert revision is not None
    assert revision.rotulo("mandatos.yaml")[7:] == ":mandatos.yaml"
    assert revision.leer("mandatos.yaml") == b"mandatos: []\n"
    with pytest.raises(ArchivoIlegible) as falta:
        revision.leer("actores.yaml")
    assert falta.value.motivo is Motivo.FALTA


@pytest.mark.parametrize(
    "texto",
    ["", "nada", "--help", "--output=robado", "-n1", "HEAD:data", "a\0b", "HEAD^{tree}", "^HEAD"],
)
def test_lo_que_no_es_una_revision_no_lo_es(repositorio: Path, texto: str) -> None:
    assert Revision.de(repositorio / "data", texto) is None
    assert not (repositorio / "robado").exists()
    assert not (repositorio / "data" / "robado").exists()


@pytest.mark.parametrize(
    ("dia", "mensaje_del_commit"),
    [(date(2030, 2, 1), "adoptado"), (date(2030, 4, 1), "HEAD")],
)
def test_el_estado_al_empezar_un_dia(repositorio: Path, dia: date, mensaje_del_commit: str) -> None:
    carpeta = repositorio / "data"
    esperada = Revision.de(carpeta, mensaje_del_commit)
    assert esperada is not None
    assert Revision.al_empezar(carpeta, dia).nombre == esperada.nombre


def test_un_numero_puede_no_ser_el_comienzo_de_un_resumen(repositorio: Path) -> None:
    carpeta = repositorio / "data"
    comienzo = orden(repositorio, "rev-parse", "HEAD")[:7]
    assert Revision.de(carpeta, comienzo) is not None
    assert Revision.de(carpeta, comienzo, solo_nombres=True) is None
    orden(repositorio, "tag", "2030", "adoptado")
    etiqueta, adoptado = (
        Revision.de(carpeta, uno, solo_nombres=True) for uno in ("2030", "adoptado")
    )
    assert etiqueta is not None
    assert adoptado is not None
    assert etiqueta.rotulo("") == adoptado.rotulo("")


def test_una_rama_que_parece_una_opcion_es_una_rama(repositorio: Path) -> None:
    orden(repositorio, "update-ref", "refs/heads/--all", "adoptado")
    rama, adoptado = (Revision.de(repositorio / "data", uno) for uno in ("--all", "adoptado"))
    assert rama is not None
    assert adoptado is not None
    assert rama.rotulo("") == adoptado.rotulo("")


def test_lo_guardado_no_se_sustituye_por_otra_cosa(repositorio: Path) -> None:
    # `git replace` hace que se lea un objeto por otro, y puede llegar con el repositorio.
    orden(repositorio, "replace", "adoptado", "HEAD")
    adoptado = Revision.de(repositorio / "data", "adoptado")
    assert adoptado is not None
    assert adoptado.leer("calendario.yaml") == (DATOS / "calendario.yaml").read_bytes()


@pytest.mark.parametrize(("cuando", "esta"), [("00:00:00", False), ("23:59:59", True)])
def test_lo_guardado_a_medianoche_es_ya_de_ese_dia(tmp_path: Path, cuando: str, esta: bool) -> None:
    (tmp_path / "mandatos.yaml").write_text("mandatos: []\n", "utf-8")
    orden(tmp_path, "init", "-q")
    orden(tmp_path, "add", ".")
    dia = date(2030, 3, 1)
    suyo = dia - timedelta(days=1) if esta else dia
    local = datetime.fromisoformat(f"{suyo}T{cuando}").astimezone()
    orden(tmp_path, "commit", "-q", "-m", "Uno", cuando=local.isoformat())
    with nullcontext() if esta else pytest.raises(SinRevision, match="no guarda nada anterior"):
        assert Revision.al_empezar(tmp_path, dia).leer("mandatos.yaml")


# De un número de segundos pequeño o negativo git entiende otra cosa: ahora, un día de este mes…
@pytest.mark.parametrize("anio", [2010, 1972, 1960, 1])
def test_antes_de_lo_guardado_no_hay_nada(tmp_path: Path, anio: int) -> None:
    (tmp_path / "mandatos.yaml").write_text("mandatos: []\n", "utf-8")
    orden(tmp_path, "init", "-q")
    orden(tmp_path, "add", ".")
    orden(tmp_path, "commit", "-q", "-m", "Uno", cuando="2010-01-01T12:00:00+0000")
    with pytest.raises(SinRevision, match=f"no guarda nada anterior al 1 de enero de {anio}$"):
        Revision.al_empezar(tmp_path, date(anio, 1, 1))
    assert Revision.al_empezar(tmp_path, date(9999, 12, 31)).leer("mandatos.yaml")


def test_un_enlace_guardado_no_se_sigue(repositorio: Path) -> None:
    actores = repositorio / "data" / "actores.yaml"
    actores.unlink()
    actores.symlink_to("/etc/hostname")
    orden(repositorio, "commit", "-q", "-a", "-m", "Un enlace")
    revision = Revision.de(repositorio / "data", "HEAD")
    assert revision is not None
    with pytest.raises(ArchivoIlegible) as enlace:
        revision.leer("actores.yaml")
    assert enlace.value.motivo is Motivo.NO_ES_ARCHIVO


def test_un_archivo_enorme_no_se_lee(repositorio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "TAMANO_MAXIMO", 100)
    revision = Revision.de(repositorio / "data", "HEAD")
    assert revision is not None
    with pytest.raises(ArchivoIlegible) as enorme:
        revision.leer("calendario.yaml")
    assert enorme.value.motivo is Motivo.ENORME


def test_la_configuracion_de_un_repositorio_ajeno_no_ejecuta_nada(repositorio: Path) -> None:
    trampa = repositorio / "trampa"
    ejecuta = f"touch {trampa}"
    for clave in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"):
        orden(repositorio, "config", clave, ejecuta)
    orden(repositorio, "config", "diff.malo.textconv", ejecuta)
    (repositorio / ".gitattributes").write_text("*.yaml diff=malo filter=malo\n", "utf-8")
    orden(repositorio, "config", "filter.malo.smudge", ejecuta)
    revision = Revision.de(repositorio / "data", "adoptado")
    assert revision is not None
    assert cargar(revision).diagnosticos == ()
    assert revision.nombre.endswith("(1 de enero de 2030)")
    assert not trampa.exists()


def test_desde_un_gancho_de_git_se_lee_lo_mismo(repositorio: Path, tmp_path: Path) -> None:
    # En un árbol de trabajo enlazado, git da a sus ganchos un GIT_DIR que solo vale en su raíz.
    orden(repositorio, "worktree", "add", "-q", str(tmp_path / "otro"), "-b", "otra")
    gancho = repositorio / ".git" / "hooks" / "pre-commit"
    gancho.parent.mkdir(exist_ok=True)
    gancho.write_text(
        "#!/bin/sh\n"
        f'test -n "$GIT_DIR" && "{sys.executable}" -m camctl --datos data cambios adoptado '
        f'> "{tmp_path}/dicho" 2>&1\n'
    )
    gancho.chmod(0o755)
    calendario = tmp_path / "otro" / "data" / "calendario.yaml"
    calendario.write_text(calendario.read_text("utf-8").replace("[CAM, CIM]", "[CAM]"), "utf-8")
    orden(tmp_path / "otro", "commit", "-q", "-a", "-m", "Sin la CIM")
    dicho = (tmp_path / "dicho").read_text("utf-8")
    assert "ACT-4" in dicho
    assert "error" not in dicho


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"])
def test_el_repositorio_es_el_de_la_carpeta(
    repositorio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    orden(tmp_path, "init", "-q", "ajeno")
    monkeypatch.setenv(variable, str(tmp_path / "ajeno" / ".git"))
    adoptado = Revision.de(repositorio / "data", "adoptado")
    assert adoptado is not None
    assert adoptado.leer("mandatos.yaml") == (DATOS / "mandatos.yaml").read_bytes()


def test_fuera_de_un_repositorio_se_dice(tmp_path: Path) -> None:
    with pytest.raises(SinRevision, match="no está en ningún repositorio de git"):
        Revision.de(tmp_path, "HEAD")


def test_un_repositorio_sin_nada_guardado_se_dice(tmp_path: Path) -> None:
    orden(tmp_path, "init", "-q")
    with pytest.raises(SinRevision, match="aún no guarda ninguna versión"):
        Revision.de(tmp_path, "HEAD")


def test_sin_git_se_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SinRevision, match="no está instalado git"):
        Revision.de(tmp_path, "HEAD")


@pytest.mark.skipif(os.name != "posix", reason="los permisos de ejecución son de POSIX")
def test_un_git_que_no_se_deja_ejecutar_se_dice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\n", "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SinRevision) as sin_revision:
        Revision.de(tmp_path, "HEAD")
    assert str(sin_revision.value) == (
        "no se puede usar git, que hace falta para ver lo ya guardado: no hay permiso"
    )


def test_un_repositorio_de_otra_persona_se_dice(
    repositorio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    # La que usan las pruebas del propio git.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    carpeta = repositorio / "data"
    with pytest.raises(SinRevision) as sin_revision:
        Revision.de(carpeta, "HEAD")
    assert str(sin_revision.value) == (
        f"git no se fía del repositorio de «{carpeta}», porque es de otra persona; si usted sí, "
        "añádalo a safe.directory en su configuración de git"
    )


def perder(repositorio: Path, objeto: str) -> None:
    """Borra del repositorio lo que nombra `objeto`, como si el disco lo hubiera perdido."""
    resumen = orden(repositorio, "rev-parse", objeto)
    (repositorio / ".git" / "objects" / resumen[:2] / resumen[2:]).unlink()


@pytest.mark.parametrize("perdido", ["HEAD:data", "HEAD:data/calendario.yaml"])
def test_lo_que_el_repositorio_ha_perdido_no_es_que_falte(repositorio: Path, perdido: str) -> None:
    revision = Revision.de(repositorio / "data", "HEAD")
    assert revision is not None
    perder(repositorio, perdido)
    with pytest.raises(ArchivoIlegible) as ilegible:
        revision.leer("calendario.yaml")
    assert (ilegible.value.motivo, ilegible.value.detalle) == (
        Motivo.SISTEMA, "git no lo encuentra en el repositorio",
    )  # fmt: skip


def test_una_historia_perdida_no_es_que_empiece_despues(repositorio: Path) -> None:
    perder(repositorio, "adoptado")
    carpeta = repositorio / "data"
    with pytest.raises(SinRevision) as sin_revision:
        Revision.al_empezar(carpeta, date(2030, 2, 1))
    assert str(sin_revision.value) == f"git no puede leer entero el repositorio de «{carpeta}»"


def test_si_git_deja_de_contestar_el_archivo_no_se_lee(
    repositorio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = Revision.de(repositorio / "data", "HEAD")
    assert revision is not None
    assert revision.rotulo("") != ""
    monkeypatch.setattr(git, "_TARDA_DEMASIADO", 0)
    with pytest.raises(ArchivoIlegible) as ilegible:
        revision.leer("calendario.yaml")
    assert (ilegible.value.motivo, ilegible.value.detalle) == (
        Motivo.SISTEMA, f"git no contesta en el repositorio de «{repositorio / 'data'}»",
    )  # fmt: skip
