"""`camctl exportar`: qué papel se hace, dónde queda y cuándo no se hace ninguno."""

import json
import re
import shlex
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from .conftest import Camctl, Lanzar


def test_un_texto_sale_por_la_salida_estandar(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("exportar", "json")
    assert (hecho.codigo, hecho.errores) == (0, "")
    plan = json.loads(hecho.salida)
    assert [len(plan[clase]) for clase in ("objetivos", "mandatos", "actores", "actividades")] == [
        15,
        4,
        9,
        6,
    ]
    assert plan["cobertura"]["porcentaje"] == 33.3


def test_la_extension_dice_el_formato_y_el_archivo_es_el_mismo(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    hecho = camctl_("exportar", "-o", "plan.json")
    assert hecho == (0, "", "Escrito: plan.json\n")
    assert (aislada / "plan.json").read_text(encoding="utf-8") == camctl_("exportar", "json").salida


def test_el_plan_entero_en_markdown(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    hecho = camctl_("exportar", "-o", "plan.md")
    assert hecho == (0, "", "Escrito: plan.md\n")
    documento = (aislada / "plan.md").read_text(encoding="utf-8")
    assert documento == camctl_("exportar", "md").salida
    assert documento.startswith("# Plan de Trabajo de la Vicepresidencia")
    assert '#### <a id="act4"></a>ACT-4 · Sesión informal con la CIM\n' in documento


def test_los_filtros_solo_miran_al_calendario(camctl_: Camctl, datos: Path) -> None:
    plan = json.loads(camctl_("exportar", "json", "--actor", "inna", "--mes", "marzo").salida)
    assert [una["id"] for una in plan["actividades"]] == ["ACT-5"]
    assert plan["filtros"] == ["mes: marzo de 2018 o marzo de 2019", "actor: IIN"]
    assert len(plan["objetivos"]) == 15


def test_un_filtro_que_no_deja_nada_se_dice(camctl_: Camctl, datos: Path) -> None:
    hecho = camctl_("exportar", "json", "--tipo", "otra")
    assert (hecho.codigo, hecho.errores) == (0, "El calendario queda vacío (tipo: otra).\n")


def _citar_un_actor_que_no_existe(datos: Path) -> None:
    calendario = datos / "calendario.yaml"
    texto = calendario.read_text(encoding="utf-8")
    calendario.write_text(texto.replace("actores: [CAM, CIM]", "actores: [CAM, CIMM]"), "utf-8")


def test_con_errores_en_los_datos_no_se_reparte_nada(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    _citar_un_actor_que_no_existe(datos)
    hecho = camctl_("exportar", "-o", "plan.json")
    assert hecho.codigo == 1
    assert hecho.salida == ""
    assert hecho.errores == (
        "1 error en los datos: no se reparte un plan a medias; vea `camctl validar`.\n"
    )
    assert not (aislada / "plan.json").exists()


def test_al_no_repartir_dice_como_verlo_en_la_carpeta_pedida(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    _citar_un_actor_que_no_existe(datos)
    otra = datos.rename(aislada / "el plan")
    hecho = camctl_("exportar", "-o", "plan.json", "--datos", str(otra))
    assert hecho.codigo == 1
    assert hecho.errores == (
        "1 error en los datos: no se reparte un plan a medias; "
        f"vea `camctl validar {shlex.quote(str(otra))}`.\n"
    )


def test_sin_datos_no_se_reparte_el_plan_del_paquete(camctl_: Camctl, del_paquete: Path) -> None:
    hecho = camctl_("exportar", "json")
    assert hecho.codigo == 2
    assert "no hay datos aquí" in hecho.errores


@pytest.mark.parametrize(
    ("orden", "mensaje"),
    [
        ([], "«FORMATO»: diga qué papel se hace: "),
        (["-o", "-"], "«FORMATO»: diga qué papel se hace: "),
        (["pdf"], "«FORMATO»: «pdf» no está entre los valores admitidos: "),
        (
            ["-o", "plan.pdf"],
            "«--salida»: la extensión de «plan.pdf» no dice el formato; diga cuál: csv,",
        ),
    ],
)
def test_lo_que_no_se_entiende_se_dice(
    camctl_: Camctl, datos: Path, orden: list[str], mensaje: str
) -> None:
    hecho = camctl_("exportar", *orden)
    assert hecho.codigo == 2
    assert mensaje in " ".join(hecho.errores.split())


def test_un_papel_no_cae_sobre_un_archivo_de_datos(camctl_: Camctl, datos: Path) -> None:
    antes = (datos / "calendario.yaml").read_bytes()
    hecho = camctl_("exportar", "json", "-o", "data/calendario.yaml")
    assert hecho.codigo == 2
    assert "es un archivo de datos" in hecho.errores
    assert (datos / "calendario.yaml").read_bytes() == antes


@pytest.mark.parametrize("formato", ["json", "md", "yaml"])
def test_un_papel_es_el_mismo_cada_vez(lanzar: Lanzar, datos: Path, formato: str) -> None:
    primero, segundo = (
        lanzar("exportar", formato, PYTHONHASHSEED=semilla, TZ=zona).stdout
        for semilla, zona in (("1", "UTC"), ("2", "Asia/Tokyo"))
    )
    assert primero == segundo != b""


def test_lo_exportado_cumple_el_esquema_que_se_da(camctl_: Camctl, datos: Path) -> None:
    esquema = json.loads(camctl_("esquema", "plan").salida)
    plan = json.loads(camctl_("exportar", "json", "--mes", "marzo", "--criterio", "general").salida)
    assert list(Draft202012Validator(esquema).iter_errors(plan)) == []


def test_todos_los_papeles_en_una_carpeta(camctl_: Camctl, datos: Path, aislada: Path) -> None:
    hecho = camctl_("exportar", "todo", "-o", "web")
    assert (hecho.codigo, hecho.salida) == (0, "")
    (primera,) = hecho.errores.splitlines()
    assert re.fullmatch(r"Escritos: \d+ archivos en web", primera)
    # Otra vez lo mismo no deja nada de más.
    assert camctl_("exportar", "todo", "-o", "web").errores == hecho.errores


@pytest.mark.parametrize(
    ("filtro", "aviso"),
    [
        (
            ("--hasta", "2019-03"),
            "En web/agendas queda de otra vez CAM-2018-2019-CIDI.ics, que ahora no se ha escrito; "
            "si ya no vale, bórrelo.",
        ),
        (
            ("--actor", "IIN"),
            "En web/agendas quedan de otra vez CAM-2018-2019-CIDH.ics, CAM-2018-2019-CIDI.ics, "
            "CAM-2018-2019-CIM.ics y CAM-2018-2019-SSM.ics, que ahora no se han escrito; "
            "si ya no valen, bórrelos.",
        ),
    ],
)
def test_la_agenda_de_quien_ya_no_esta_se_dice_y_no_se_borra(
    camctl_: Camctl, datos: Path, aislada: Path, filtro: tuple[str, ...], aviso: str
) -> None:
    camctl_("exportar", "todo", "-o", "web")
    agendas = aislada / "web" / "agendas"
    (agendas / "LEEME.txt").write_text("De la secretaría.", "utf-8")
    antes = sorted(agendas.iterdir())
    hecho = camctl_("exportar", "todo", "-o", "web", *filtro)
    assert hecho.codigo == 0
    assert hecho.errores.splitlines()[1] == aviso
    assert sorted(agendas.iterdir()) == antes


def test_si_falta_un_papel_la_portada_no_cambia(
    camctl_: Camctl, datos: Path, aislada: Path
) -> None:
    (aislada / "web" / "CAM-2018-2019.xlsx").mkdir(parents=True)
    hecho = camctl_("exportar", "todo", "-o", "web")
    assert hecho.codigo == 2
    assert "«web/CAM-2018-2019.xlsx» es una carpeta" in hecho.errores
    assert not (aislada / "web" / "index.html").exists()
