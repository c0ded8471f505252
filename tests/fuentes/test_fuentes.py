"""De dónde salen los bytes de un plan: una carpeta, la memoria, el paquete."""

import os
import shutil
from pathlib import Path

import pytest

from camctl.archivos import TAMANO_MAXIMO, ArchivoIlegible, Motivo
from camctl.carga import cargar
from camctl.fuentes import ARCHIVOS, Fuente, paquete
from camctl.fuentes.carpeta import Carpeta
from camctl.fuentes.localizar import SinDatos, localizar
from camctl.fuentes.memoria import Memoria
from camctl.fuentes.paquete import Paquete

DATOS = Path(__file__).resolve().parents[2] / "data"


def test_carpeta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "actores.yaml").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    fuente = Carpeta(Path("data"))
    assert fuente.nombre == "data"
    assert fuente.rotulo("actores.yaml") == "data/actores.yaml"
    assert fuente.leer("actores.yaml") == b"x"
    assert Carpeta(Path()).rotulo("actores.yaml") == "actores.yaml"


@pytest.mark.parametrize(
    ("presentes", "falta", "hermanos"),
    [
        (["calendario.yml"], "calendario.yaml", ["calendario.yml"]),
        (["Calendario.YAML"], "calendario.yaml", ["Calendario.YAML"]),
        (["calendario.yaml.txt"], "calendario.yaml", ["calendario.yaml.txt"]),
        (["calendario (1).yaml"], "calendario.yaml", ["calendario (1).yaml"]),
        (["calendaro.yaml", "nada.txt"], "calendario.yaml", ["calendaro.yaml"]),
        # Otro de los cuatro no es este mal llamado.
        (["actores.yaml", "objetivos.yaml", "calendario.yaml"], "mandatos.yaml", []),
        (["foto.jpg"], "mandatos.yaml", []),
        (["manda\x1btos.yaml"], "mandatos.yaml", []),
    ],
)
def test_hermanos(presentes: list[str], falta: str, hermanos: list[str], tmp_path: Path) -> None:
    for nombre in presentes:
        (tmp_path / nombre).touch()
    assert Carpeta(tmp_path).hermanos(falta) == hermanos


def test_hermanos_de_una_carpeta_que_no_existe(tmp_path: Path) -> None:
    assert Carpeta(tmp_path / "no").hermanos("mandatos.yaml") == []


def test_el_archivo_que_falta_se_busca_entre_los_demas(tmp_path: Path) -> None:
    (tmp_path / "calendario.yml").touch()
    carga = cargar(Carpeta(tmp_path))
    dichos = {Path(uno.lugar.archivo).name: (uno.codigo, uno.ayuda) for uno in carga.diagnosticos}
    assert dichos["calendario.yaml"] == ("L101", "¿es «calendario.yml»? Llámelo «calendario.yaml»")
    assert dichos["mandatos.yaml"] == ("L101", "créelo, aunque solo lleve «mandatos: []»")


def test_los_archivos_que_no_se_leen(tmp_path: Path) -> None:
    (tmp_path / "objetivos.yaml").mkdir()
    (tmp_path / "mandatos.yaml").symlink_to("/dev/null")
    (tmp_path / "actores.yaml").symlink_to("actores.yaml")
    with (tmp_path / "calendario.yaml").open("wb") as enorme:
        os.truncate(enorme.fileno(), TAMANO_MAXIMO + 1)
    carga = cargar(Carpeta(tmp_path))
    assert [
        (Path(uno.lugar.archivo).name, uno.lugar.linea, uno.codigo, uno.mensaje, uno.ayuda)
        for uno in carga.diagnosticos
    ] == [
        (
            "actores.yaml", 0, "L102",
            "no se puede leer el archivo «actores.yaml»: el sistema no deja leerlo "
            "(el enlace da vueltas sobre sí mismo)",
            "ponga en su lugar un archivo de texto que se llame «actores.yaml»",
        ),
        (
            "calendario.yaml", 0, "L103",
            "el archivo «calendario.yaml» pasa del tamaño máximo, 48 MB",
            "compruebe que el archivo es el que cree",
        ),
        (
            "mandatos.yaml", 0, "L102",
            "no se puede leer el archivo «mandatos.yaml»: es un enlace que sale de la carpeta de "
            "datos",
            "ponga en su lugar un archivo de texto que se llame «mandatos.yaml»",
        ),
        (
            "objetivos.yaml", 0, "L102",
            "no se puede leer el archivo «objetivos.yaml»: no es un archivo corriente",
            "ponga en su lugar un archivo de texto que se llame «objetivos.yaml»",
        ),
    ]  # fmt: skip


def test_sin_permiso_no_se_pide_otro_archivo() -> None:
    class SinPermiso(Memoria):
        def leer(self, archivo: str) -> bytes:
            raise ArchivoIlegible(Motivo.SIN_PERMISO, archivo)

    dichos = {uno.lugar.archivo: uno.ayuda for uno in cargar(SinPermiso({})).diagnosticos}
    assert dichos["actores.yaml"] == (
        "pida que le dejen leer «actores.yaml», y también la carpeta en que está"
    )


def test_memoria() -> None:
    fuente = Memoria({"actores.yaml": b"x"}, nombre="prueba")
    assert (fuente.nombre, fuente.rotulo("a.yaml"), fuente.leer("actores.yaml")) == (
        "prueba", "a.yaml", b"x",
    )  # fmt: skip
    assert fuente.hermanos("mandatos.yaml") == []
    with pytest.raises(ArchivoIlegible) as hallado:
        fuente.leer("mandatos.yaml")
    assert hallado.value.motivo is Motivo.FALTA


def test_la_memoria_tiene_el_mismo_limite() -> None:
    enorme = Memoria({"actores.yaml": bytes(TAMANO_MAXIMO + 1)})
    with pytest.raises(ArchivoIlegible) as hallado:
        enorme.leer("actores.yaml")
    assert hallado.value.motivo is Motivo.ENORME


def test_el_paquete_se_nombra_para_personas() -> None:
    fuente: Fuente = Paquete(DATOS)
    assert fuente.nombre == "el plan que trae camctl"
    assert fuente.rotulo("actores.yaml") == "camctl/plan/actores.yaml"


def test_con_pip_install_e_el_plan_es_el_del_repositorio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paquete, "_CARPETA", tmp_path / "plan")
    monkeypatch.setattr(paquete, "_DEL_REPOSITORIO", DATOS)
    fuente = Paquete.buscar()
    assert fuente is not None
    assert fuente.leer("mandatos.yaml") == (DATOS / "mandatos.yaml").read_bytes()


def test_el_codigo_solo_no_trae_ningun_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paquete, "_CARPETA", tmp_path / "plan")
    monkeypatch.setattr(paquete, "_DEL_REPOSITORIO", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SinDatos, match="no hay datos aquí"):
        localizar(None, None, con_paquete=True)


def test_los_cuatro_archivos() -> None:
    assert ARCHIVOS == ("objetivos.yaml", "mandatos.yaml", "actores.yaml", "calendario.yaml")


@pytest.mark.parametrize("archivo", ARCHIVOS)
@pytest.mark.parametrize("carpeta", [".", "data"])
def test_basta_un_archivo_del_plan(
    archivo: str, carpeta: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Encima está, entero, el plan de otro: no ha de contestar por este.
    shutil.copytree(DATOS, tmp_path / "data")
    aqui = tmp_path / "otro"
    (aqui / carpeta).mkdir(parents=True)
    (aqui / carpeta / archivo).touch()
    monkeypatch.chdir(aqui)
    fuente, origen = localizar(None, None, con_paquete=True)
    assert fuente.ruta.resolve() == (aqui / carpeta).resolve()
    assert origen == "cercana"
