"""`camctl nuevo`: la carpeta del periodo siguiente y la de otra comisión."""

import errno
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from camctl.carga import cargar
from camctl.edicion.nuevo import periodo_siguiente
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.carpeta import Carpeta
from camctl.modelo.fecha import Periodo

from .conftest import Camctl


def contenido(carpeta: Path) -> dict[str, bytes]:
    """Los archivos de una carpeta, por su ruta dentro de ella."""
    return {
        ruta.relative_to(carpeta).as_posix(): ruta.read_bytes()
        for ruta in sorted(carpeta.rglob("*"))
        if ruta.is_file()
    }


def test_lo_que_sigue_va_como_esta(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    antes = contenido(datos)
    hecho = camctl_("nuevo", "siguiente", "--periodo", "2019-2020")
    assert hecho.codigo == 0
    assert hecho.errores == (
        "Hecho: siguiente. Compruébelo cuando quiera con `camctl validar siguiente`.\n"
    )
    assert contenido(datos) == antes
    nuevos = contenido(aislada / "siguiente")
    iguales = set(antes) - {"calendario.yaml"}
    assert {nombre: nuevos[nombre] for nombre in iguales} == {n: antes[n] for n in iguales}
    assert set(nuevos) == set(antes)


def test_el_calendario_nuevo_esta_vacio_y_trae_su_cabecera(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    camctl_("nuevo", "siguiente", "--periodo", "2019-2020")
    viejo, nuevo = (
        yaml.safe_load((carpeta / "calendario.yaml").read_text("utf-8"))
        for carpeta in (datos, aislada / "siguiente")
    )
    assert nuevo["actividades"] == []
    del viejo["plan"]["texto"]
    assert nuevo["plan"] == {**viejo["plan"], "periodo": "2019-2020"}


def test_lo_que_queda_por_decidir_se_muestra_y_queda_comentado(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text("utf-8")
    texto = texto.replace(
        "    titulo: Sesión informal con el IIN",
        "    estado: aplazada\n    motivo: A petición suya.\n"
        "    titulo: Sesión informal con el IIN",
    )
    texto = texto.replace("fecha: 2019-02\n", "fecha: 2019-02\n    estado: realizada\n")
    texto += "    acuerdos: [{texto: Remitir la guía, responsable: IIN}]\n"
    calendario.write_text(texto, "utf-8")
    hecho = camctl_("nuevo", "siguiente", "--periodo", "2019-2020")
    lineas = hecho.salida.splitlines()
    assert lineas[:9] == [
        "Por decidir: 15 puntos",
        "",
        "Sesiones aplazadas",
        " ACT-5  Sesión informal con el IIN · marzo de 2019 · A petición suya.",
        "",
        "Sesiones que no consta que se celebraran",
        " ACT-4  Sesión informal con la CIM · marzo de 2019",
        " ACT-6  Sesión formal con el CIDI sobre los avances del Programa · abril de 2019",
        "",
    ]
    assert " ACT-6  Remitir la guía · IIN · pendiente" in lineas
    nuevo = (aislada / "siguiente" / "calendario.yaml").read_text("utf-8")
    desde = nuevo.index("# PENDIENTE")
    assert nuevo[desde:].splitlines()[:7] == [
        "# PENDIENTE DE DECIDIR, del plan 2018-2019",
        "#",
        "# Sesiones aplazadas:",
        "#   · ACT-5 · Sesión informal con el IIN · marzo de 2019 · A petición suya.",
        "#",
        "# Sesiones que no consta que se celebraran:",
        "#   · ACT-4 · Sesión informal con la CIM · marzo de 2019",
    ]
    assert "#   · B8 · Interés superior del niño y unidad familiar" in nuevo
    assert nuevo.endswith("\nactividades: []\n")


@pytest.mark.parametrize(
    "orden",
    [
        ["--periodo", "2019-2020"],
        ["--periodo", "2030", "--vacio", "--comision", "CB"],
        [
            "--periodo", "2030-2031", "--vacio", "--comision", "CB",
            "--nombre", "Comisión de Bibliotecas: # [y] archivos",
            "--titulo", "Plan: de trabajo " * 12,
        ],
    ],
)  # fmt: skip
def test_lo_nuevo_pasa_validar_sin_un_aviso(
    camctl_: Camctl, datos: Path, aislada: Path, orden: list[str]
) -> None:
    assert camctl_("nuevo", "otra", *orden).codigo == 0
    hecho = camctl_("validar", "otra", "--estricto")
    assert hecho.codigo == 0, hecho.salida
    assert "0 actividades" in hecho.salida
    assert (aislada / "otra" / ".esquemas" / "calendario.json").is_file()


def test_otra_comision_no_trae_nada_de_esta(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    camctl_("nuevo", "otra", "--periodo", "2030", "--vacio", "--comision", "CB")
    for nombre in ARCHIVOS:
        texto = (aislada / "otra" / nombre).read_text("utf-8")
        assert not any(ajena in texto for ajena in ("CAM", "OEA", "migra", "Migra", "2019"))


def test_el_ejemplo_comentado_vale_si_se_descomenta(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    camctl_("nuevo", "otra", "--periodo", "2030", "--vacio", "--comision", "CB")
    for nombre, seccion in (
        ("objetivos.yaml", "objetivos: []"),
        ("mandatos.yaml", "mandatos: []"),
        ("calendario.yaml", "actividades: []"),
    ):
        ruta = aislada / "otra" / nombre
        texto = ruta.read_text("utf-8")
        desde = texto.index("#   - id:")
        ejemplo = texto[desde : texto.index("\n#\n", desde)].replace("\n# ", "\n")[2:]
        lista = seccion.removesuffix(" []")
        ruta.write_text(texto.replace(f"\n{seccion}\n", f"\n{lista}\n{ejemplo}\n"), "utf-8")
    # El mandato del ejemplo no lo cita nadie todavía.
    hecho = camctl_("validar", "otra", "--estricto", "--ignorar", "R304")
    assert hecho.codigo == 0, hecho.salida
    assert (
        hecho.salida
        == "Sin errores de las reglas elegidas: 1 objetivo, 1 mandato, 1 actor, 1 actividad\n"
    )


def test_lo_que_ya_hay_no_se_toca(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    otra = aislada / "otra"
    otra.mkdir()
    (otra / "mandatos.yaml").write_text("mío\n", "utf-8")
    (otra / "notas.txt").write_text("mías\n", "utf-8")
    antes = contenido(otra)
    hecho = camctl_("nuevo", "otra", "--periodo", "2019-2020")
    assert hecho.codigo == 2
    assert "en «otra» ya hay un «mandatos.yaml», y no se toca nada" in hecho.errores
    assert contenido(otra) == antes


def test_si_no_se_puede_escribir_no_queda_nada_a_medias(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    (aislada / "otra").mkdir()
    (aislada / "otra" / ".esquemas").write_text("no soy una carpeta", "utf-8")
    hecho = camctl_("nuevo", "otra", "--periodo", "2019-2020")
    assert hecho.codigo == 2
    assert "no se puede escribir en «otra»" in hecho.errores
    assert set(contenido(aislada / "otra")) == {".esquemas"}


def test_un_nombre_demasiado_largo_se_dice(camctl_: Camctl, datos: Path) -> None:
    largo = "n" * 300
    hecho = camctl_("nuevo", largo, "--periodo", "2019-2020")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == (
        f"error: no se puede escribir en «{largo}»: el nombre es demasiado largo"
    )


def test_con_el_disco_lleno_no_quedan_ni_las_carpetas(
    camctl_: Camctl, datos: Path, aislada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    de_verdad = Path.open

    def sin_sitio(ruta: Path, *como: Any, **mas: Any) -> Any:
        if ruta.name == "mandatos.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return de_verdad(ruta, *como, **mas)

    (aislada / "planes").mkdir()
    monkeypatch.setattr(Path, "open", sin_sitio)
    hecho = camctl_("nuevo", "planes/2019/otra", "--periodo", "2019-2020")
    assert hecho.codigo == 2
    assert "no se puede escribir en «planes/2019/otra»" in hecho.errores
    assert list((aislada / "planes").iterdir()) == []


def test_si_se_interrumpe_tampoco_queda_nada(
    camctl_: Camctl, datos: Path, aislada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    de_verdad = Path.open

    def interrumpido(ruta: Path, *como: Any, **mas: Any) -> Any:
        if ruta.name == "mandatos.json":
            raise KeyboardInterrupt
        return de_verdad(ruta, *como, **mas)

    monkeypatch.setattr(Path, "open", interrumpido)
    hecho = camctl_("nuevo", "planes/otra", "--periodo", "2019-2020")
    assert hecho.codigo == 130
    assert sorted(hijo.name for hijo in aislada.iterdir()) == ["data"]


@pytest.mark.parametrize("ocupada", ["data/mandatos.yaml", "roto"])
def test_donde_hay_otra_cosa_no_se_hace_la_carpeta(
    camctl_: Camctl, datos: Path, aislada: Path, ocupada: str
) -> None:
    (aislada / "roto").symlink_to("nada")
    hecho = camctl_("nuevo", ocupada, "--periodo", "2019-2020")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.splitlines()[-1] == (
        f"error: «{ocupada}» ya existe y no es una carpeta; diga otro nombre"
    )
    # Ni debajo de ella.
    hecho = camctl_("nuevo", "roto/otra", "--periodo", "2019-2020")
    assert hecho.errores.splitlines()[-1] == (
        "error: no se puede escribir en «roto/otra»: ya hay algo con ese nombre"
    )


def test_la_orden_que_se_aconseja_se_puede_copiar(camctl_: Camctl, datos: Path) -> None:
    assert camctl_("nuevo", "mi plan", "--periodo", "2019-2020").errores == (
        "Hecho: mi plan. Compruébelo cuando quiera con `camctl validar 'mi plan'`.\n"
    )


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        (["--periodo", "2018-2019"], "2018-2019 es el de este plan"),
        (["--periodo", "dos mil"], "«dos mil» no es un periodo; escriba el primer año"),
        (["--periodo", "2030/31"], "«2030/31» no es un periodo; escriba 2030-2031"),
        (
            ["--periodo", "2020", "--comision", "CB"],
            "«--comision» solo vale con --vacio: aquí sale de este plan",
        ),
        # Ni vacía.
        (
            ["--periodo", "2020", "--titulo", ""],
            "«--titulo» solo vale con --vacio: aquí sale de este plan",
        ),
        (["--periodo", "2020", "--vacio"], "diga con --comision la sigla de quien convoca"),
        (["--periodo", "2020", "--vacio", "--comision", "¿?"], "con eso no sale un plan válido"),
        ([], "--periodo"),
    ],
)
def test_lo_que_no_vale_se_dice_y_no_se_hace_nada(
    camctl_: Camctl, datos: Path, aislada: Path, orden: list[str], mensaje: str
) -> None:
    hecho = camctl_("nuevo", "otra", *orden)
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert mensaje in " ".join(hecho.errores.split())
    assert not (aislada / "otra").exists()


def test_de_unos_datos_con_errores_no_sale_otro_periodo(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    (datos / "mandatos.yaml").write_text("mandatos: [{id: AG-2738}]\n", "utf-8")
    hecho = camctl_("nuevo", "otra", "--periodo", "2019-2020")
    assert hecho.codigo == 1
    assert "vea `camctl validar`" in hecho.errores
    assert not (aislada / "otra").exists()


def test_un_texto_con_saltos_raros_no_se_sale_del_comentario(datos: Path) -> None:
    fuente = Carpeta(datos)
    cabecera = cargar(fuente).plan.cabecera
    assert cabecera is not None
    periodo = Periodo(date(2030, 1, 1), date(2030, 12, 31))
    pendiente = {"Acuerdos": ["ACT-1 · uno\u2028actividades: [{id: X}]\nplan: {}\x85mal: sí"]}
    archivos = periodo_siguiente(fuente, cabecera, periodo, pendiente)
    nuevo = yaml.safe_load(archivos["calendario.yaml"])
    assert set(nuevo) == {"plan", "actividades"}
    assert nuevo["actividades"] == []


def test_una_carpeta_sin_nombre_no_es_la_de_los_datos(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("nuevo", "", "--periodo", "2020")
    assert hecho.codigo == 2
    assert "el nombre de la carpeta está vacío" in hecho.errores
