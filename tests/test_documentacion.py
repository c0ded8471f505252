"""La documentación dice lo que el programa hace: lo generado, los ejemplos y las trampas."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from camctl.carga import cargar
from camctl.cli.app import ejecutar, nombres_de_comandos
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.reglas.motor import diagnosticar
from guiones import RAIZ, generar


def llano(bloque: Any) -> str:
    """Un bloque en pocas palabras, para nombrar su prueba."""
    return " ".join(str(bloque.texto).split())[-50:]


GUIA = generar.FORMATO.read_text(encoding="utf-8")
PLAN: dict[str, str] = generar.plan_de_ejemplo(GUIA)
BLOQUES: list[Any] = generar.bloques(GUIA)
CONSULTAS = [
    bloque
    for anterior, bloque in pairwise([None, *BLOQUES])
    if bloque.clase == "console" and not (anterior and anterior.juicio)
]
MALOS = [(malo, siguiente) for malo, siguiente in pairwise(BLOQUES) if malo.juicio == "mal"]
BUENOS = [bloque for bloque in BLOQUES if bloque.juicio == "bien"]


def codigos(plan: Mapping[str, str]) -> set[str]:
    """Los códigos de todo lo que `validar` diría de `plan`."""
    fuente = Memoria({archivo: texto.encode() for archivo, texto in plan.items()})
    return {hallazgo.codigo for hallazgo in diagnosticar(cargar(fuente))}


def test_lo_generado_esta_al_dia(capsys: pytest.CaptureFixture[str]) -> None:
    assert generar.principal(["--comprobar"]) == 0, capsys.readouterr().err


def test_comprobar_nombra_lo_atrasado_y_no_lo_toca(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    archivo = tmp_path / "docs" / "uno.md"
    monkeypatch.setattr(generar, "RAIZ", tmp_path)
    binario = tmp_path / "src" / "una.docx"
    monkeypatch.setattr(generar, "GENERADOS", {archivo: lambda _actual: "nuevo\n"})
    monkeypatch.setattr(generar, "BINARIOS", {binario: lambda: b"PK\x03\x04"})
    assert generar.principal(["--comprobar"]) == 1
    dicho = capsys.readouterr().err
    assert "docs/uno.md" in dicho
    assert "src/una.docx" in dicho
    assert not archivo.exists()
    assert not binario.exists()
    assert generar.principal([]) == 0
    assert archivo.read_bytes() == b"nuevo\n"
    assert binario.read_bytes() == b"PK\x03\x04"
    assert generar.principal(["--comprobar"]) == 0


def test_sin_sus_marcas_no_se_genera_nada() -> None:
    with pytest.raises(ValueError, match="generado: campos"):
        generar.guia_al_dia("# Una guía sin marcas\n")


def test_la_imagen_no_pide_nada_fuera() -> None:
    imagen = generar.CALENDARIO.read_text(encoding="utf-8")
    assert "@font-face" not in imagen
    assert re.findall(r"\w+://[^\s\"']+", imagen) == ["http://www.w3.org/2000/svg"]
    assert "ACT-6" in imagen


def test_el_plan_de_ejemplo_esta_entero_y_bien() -> None:
    assert sorted(PLAN) == sorted(ARCHIVOS)
    assert codigos(PLAN) == set()


@pytest.mark.parametrize("consulta", CONSULTAS, ids=lambda bloque: bloque.orden)
def test_cada_orden_responde_lo_que_dice_la_guia(consulta: Any, tmp_path: Path) -> None:
    for archivo, texto in PLAN.items():
        (tmp_path / archivo).write_text(texto, encoding="utf-8")
    programa, *argumentos = generar.shlex.split(consulta.orden)
    assert programa == "camctl"
    entorno = {"COLUMNS": "80", "PYTHONUTF8": "1"}
    for variable in ("PATH", "PYTHONPATH", "SYSTEMROOT"):
        if variable in os.environ:
            # Las rutas relativas lo son a la carpeta de las pruebas, no a la del plan.
            partes = os.environ[variable].split(os.pathsep)
            entorno[variable] = os.pathsep.join(str(Path(parte).resolve()) for parte in partes)
    respuesta = subprocess.run(
        [sys.executable, "-m", "camctl", *argumentos],
        cwd=tmp_path,
        env=entorno,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert f"$ {consulta.orden}\n{respuesta.stdout}" == consulta.texto


@pytest.mark.parametrize(("malo", "respuesta"), MALOS, ids=[llano(malo) for malo, _ in MALOS])
def test_cada_trampa_da_el_codigo_que_la_guia_cita(malo: Any, respuesta: Any) -> None:
    assert respuesta.clase == "console", "tras cada ejemplo malo va lo que camctl responde"
    citados = set(re.findall(r"^(?:error|aviso)\[(\w+)\]", respuesta.texto, re.MULTILINE))
    if respuesta.orden == "camctl validar":
        assert codigos(generar.con_cambio(PLAN, malo)) == citados


@pytest.mark.parametrize("bueno", BUENOS, ids=llano)
def test_los_ejemplos_buenos_no_tienen_hallazgos(bueno: Any) -> None:
    assert codigos(generar.con_cambio(PLAN, bueno)) == set()


ANIO = generar.GUIA.read_text(encoding="utf-8")
# Lo que en la guía termina con un 1, y así ha de ser.
_CON_UN_UNO = {"--simular"}


def test_el_anio_de_la_guia_se_puede_seguir_orden_por_orden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Lo que responde cada una ya se coteja al generar la guía; aquí, que salga bien y que los
    # datos queden limpios tras cada paso.
    generar.preparar_el_anio(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1551445200")
    for orden in (una for bloque in generar.ordenes(ANIO) for una in bloque):
        programa, *argumentos = generar.shlex.split(orden)
        if programa == "cp":
            generar.hacer_en(orden, tmp_path)
            continue
        debido = int(not _CON_UN_UNO.isdisjoint(argumentos))
        assert ejecutar(argumentos) == debido, f"{orden}: {capsys.readouterr().err}"
        assert ejecutar(["validar", "--estricto"]) == 0, orden
    capsys.readouterr()


def test_la_guia_nombra_lo_que_cambia_el_plan() -> None:
    dichas = {una.split()[1] for bloque in generar.ordenes(ANIO) for una in bloque}
    assert {
        "registrar", "agregar", "seguimiento", "cambios", "cotejar", "nuevo", "objetivos",
        "convocatoria", "exportar", "validar",
    } <= dichas  # fmt: skip


@pytest.mark.parametrize("comando", nombres_de_comandos())
def test_el_leeme_nombra_todos_los_comandos(comando: str) -> None:
    leeme = (RAIZ / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"\bcamctl {comando}\b", leeme), f"README.md no dice nada de «{comando}»"


PAGINAS = [
    RAIZ / "README.md",
    RAIZ / "CONTRIBUTING.md",
    RAIZ / "CHANGELOG.md",
    *sorted((RAIZ / "bench").rglob("*.md")),
    *sorted((RAIZ / "docs").rglob("*.md")),
]
MARKDOWN = MarkdownIt().enable("table")


@cache
def anclas(pagina: Path) -> frozenset[str]:
    """Los nombres que GitHub da a los títulos de `pagina`, y los que ella misma pone.

    El de un título son sus letras, con sus tildes y en minúsculas, y un guion por espacio; los que
    se repiten llevan detrás su número.
    """
    fichas = MARKDOWN.parse(pagina.read_text(encoding="utf-8"))
    hallados = {
        nombre
        for ficha in fichas
        for nombre in re.findall(r"<a (?:id|name)=\"(.+?)\"", ficha.content)
    }
    veces: Counter[str] = Counter()
    for anterior, ficha in pairwise(fichas):
        if anterior.type != "heading_open":
            continue
        titulo = "".join(dentro.content for dentro in ficha.children or ())
        nombre = re.sub(r"[^\w\- ]", "", titulo.lower()).replace(" ", "-")
        hallados.add(f"{nombre}-{veces[nombre]}" if veces[nombre] else nombre)
        veces[nombre] += 1
    return frozenset(hallados)


def enlaces(pagina: Path) -> Iterator[str]:
    """A dónde lleva cada enlace o imagen de `pagina`."""
    for ficha in MARKDOWN.parse(pagina.read_text(encoding="utf-8")):
        for dentro in (ficha, *(ficha.children or ())):
            yield from (str(dentro.attrs[cual]) for cual in ("href", "src") if cual in dentro.attrs)
            if dentro.type in ("html_block", "html_inline"):
                yield from re.findall(r"(?:href|src)=\"(.+?)\"", dentro.content)


def lleva_a_algo(pagina: Path, enlace: str) -> bool:
    """Si hay algo donde dice `enlace`, y en ello el título o el nombre que cita."""
    archivo, _, ancla = unquote(enlace).partition("#")
    destino = (pagina.parent / archivo).resolve() if archivo else pagina
    return destino.exists() and (not ancla or ancla in anclas(destino))


def test_las_anclas_son_las_de_github(tmp_path: Path) -> None:
    pagina = tmp_path / "una.md"
    pagina.write_text(
        "# ¿Qué día? `hora:` y *más*\n\n## Año 2.º\n\n```\n# nada\n```\n\n## Año 2.º\n\n"
        '<a id="aparte"></a>\n\n### Un_campo — otro-campo\n',
        encoding="utf-8",
    )
    assert anclas(pagina) == {
        "qué-día-hora-y-más", "año-2º", "año-2º-1", "aparte", "un_campo--otro-campo"
    }  # fmt: skip
    assert lleva_a_algo(pagina, "#qu%C3%A9-d%C3%ADa-hora-y-m%C3%A1s")
    assert not lleva_a_algo(pagina, "#nada")
    assert not lleva_a_algo(pagina, "otra.md")


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda una: una.relative_to(RAIZ).as_posix())
def test_los_enlaces_llevan_a_algun_sitio(pagina: Path) -> None:
    propios = [uno for uno in enlaces(pagina) if not re.match(r"\w+:", uno)]
    assert [uno for uno in propios if not lleva_a_algo(pagina, uno)] == []
