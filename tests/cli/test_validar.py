"""`camctl validar`: lo que está mal, dónde, y qué escribir, para personas y para programas."""

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.diagnostico import Diagnostico, Gravedad, Lugar
from camctl.fuentes import ARCHIVOS
from camctl.informe import Informe
from camctl.lectura import leer
from camctl.salida.diagnosticos.texto import componer
from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.lineas import texto_de
from camctl.salida.maqueta.medida import anchura

from .conftest import Camctl, Lanzar

SIN_ERRORES = "Sin errores: 15 objetivos, 4 mandatos, 9 actores, 6 actividades\n"
CABECERA = re.compile(r"^(error|aviso)\[([A-Z]\d{3})\]: (.+)$")
FLECHA = re.compile(r"^ *(-->|==>) (.+):(\d+):(\d+)$")

# Las demás reglas, que vigilan el calendario y la redacción, tienen sus propias pruebas.
LECTURA_MODELO_Y_CITAS = [
    parte for codigo in ("L", "M", "R301", "R302", "R303", "R305") for parte in ("--regla", codigo)
]

pytestmark = pytest.mark.usefixtures("datos")


class Senalado(NamedTuple):
    """Un sitio de la salida en texto: dónde dice que está y qué subraya."""

    archivo: str
    linea: int
    columna: int
    subrayado: str


def estropear(carpeta: Path, archivo: str, bien: str, mal: str) -> None:
    ruta = carpeta / archivo
    texto = ruta.read_text(encoding="utf-8")
    assert texto.count(bien) == 1, f"{texto.count(bien)} veces: {bien}"
    ruta.write_text(texto.replace(bien, mal), encoding="utf-8")


def sitio(carpeta: Path, archivo: str, ancla: str, trozo: str, desde: int = 0) -> Senalado:
    """El sitio de `trozo`, `desde` líneas más abajo de la única que dice `ancla`."""
    lineas = (carpeta / archivo).read_text(encoding="utf-8").splitlines()
    (anclada,) = (numero for numero, linea in enumerate(lineas, 1) if ancla in linea)
    linea = anclada + desde
    columna = lineas[linea - 1].index(trozo) + 1
    return Senalado(f"data/{archivo}", linea, columna, trozo)


def senalados(salida: str) -> Iterator[tuple[str, Senalado]]:
    """Cada hallazgo de la salida en texto: su código y su sitio, con lo que subraya."""
    lineas = salida.splitlines()
    for numero, linea in enumerate(lineas):
        if hallada := CABECERA.match(linea):
            flecha = FLECHA.match(lineas[numero + 1])
            assert flecha
            trozo = subrayado(lineas[numero + 3], lineas[numero + 4])
            yield hallada[2], Senalado(flecha[2], int(flecha[3]), int(flecha[4]), trozo)


def subrayado(fragmento: str, marcas: str) -> str:
    """Lo que queda encima de las marcas `^` o `-`."""
    inicio = len(marcas) - len(marcas.lstrip(" |"))
    fin = inicio + len(re.match(r"[\^-]+", marcas[inicio:])[0])  # type: ignore[index]
    return fragmento[inicio:fin]


def contenido(carpeta: Path) -> dict[str, tuple[bytes, int]]:
    """Lo que hay en cada archivo y cuándo se escribió."""
    return {
        ruta.name: (ruta.read_bytes(), ruta.stat().st_mtime_ns)
        for ruta in carpeta.iterdir()
        if ruta.is_file()
    }


def informe_en_json(camctl_: Camctl, *orden: str) -> dict[str, Any]:
    hecho = camctl_("validar", *orden, "-f", "json")
    assert hecho.errores == ""
    informe: dict[str, Any] = json.loads(hecho.salida)
    return informe


def codigos(camctl_: Camctl) -> list[tuple[str, str]]:
    return [(uno["codigo"], uno["archivo"]) for uno in informe_en_json(camctl_)["diagnosticos"]]


# Sin nada que decir


def test_unos_datos_sin_errores(camctl_: Camctl) -> None:
    assert camctl_("validar") == (0, SIN_ERRORES, "")
    for orden in (["data"], ["--datos", "data"], ["data", "--datos", "data"]):
        assert camctl_("validar", *orden) == (0, SIN_ERRORES, "")
    assert camctl_("--datos", "data", "validar") == (0, SIN_ERRORES, "")


def test_en_json_tambien_se_dice_que_no_hay_nada(camctl_: Camctl) -> None:
    assert informe_en_json(camctl_) == {
        "version": 1,
        "resumen": {"errores": 0, "avisos": 0, "omitidos": 0, "archivos": 4},
        "diagnosticos": [],
    }


def test_los_registros_se_cuentan_en_singular_y_en_plural(camctl_: Camctl, datos: Path) -> None:
    (datos / "objetivos.yaml").write_text("programa: {titulo: P}\n", encoding="utf-8")
    (datos / "mandatos.yaml").write_text(
        "mandatos: [{id: R-1, resolucion: R. 1, titulo: Una}]\n", encoding="utf-8"
    )
    (datos / "actores.yaml").write_text("actores: [{id: CB, nombre: C}]\n", encoding="utf-8")
    (datos / "calendario.yaml").write_text(
        "plan: {titulo: P, periodo: 2030, comision: CB, mandatos: [R-1]}\n"
        "actividades: [{id: A-1, fecha: 2030-02, tipo: otra, titulo: T}]\n",
        encoding="utf-8",
    )
    assert camctl_("validar").salida == (
        "Sin errores: 0 objetivos, 1 mandato, 1 actor, 1 actividad\n"
    )


# Los diez descuidos


@pytest.fixture
def descuidos(datos: Path) -> dict[str, Senalado]:
    """Diez descuidos hechos a mano en los datos; por cada código, el sitio que se ha de señalar."""
    estropear(
        datos,
        "calendario.yaml",
        "    titulo: Sesión informal con la SSM\n",
        "    estado: quizá\n    titulo: Sesión informal con la SSM\n",
    )
    estropear(
        datos,
        "calendario.yaml",
        "    actores: [CAM, CIDH]\n    invitados:",
        "    actores: [CAM, CIDH]\n    objetivos: [B5, B13]\n    invitados:",
    )
    estropear(
        datos,
        "calendario.yaml",
        "  - id: ACT-4\n    fecha: 2019-03\n",
        "  - id: ACT-4\n    fecha: 2019-13\n",
    )
    estropear(datos, "calendario.yaml", "    titulo: Sesión informal con el IIN\n", "")
    estropear(
        datos,
        "calendario.yaml",
        "    actores: [CAM, CIDI]\n",
        "    actores: [CAM, CIDI]\n    invitaods: []\n    tipo: formal\n",
    )
    estropear(datos, "objetivos.yaml", "  - id: B12\n", "  - id: b.11\n")
    estropear(datos, "actores.yaml", "    categoria: C\n", "    categoria: *letra\n")
    estropear(datos, "actores.yaml", "    nombre: Consejo", "\tnombre: Consejo")
    estropear(
        datos,
        "mandatos.yaml",
        "    titulo: Migración en las Américas\n",
        "    titulo: Migración: en las Américas\n",
    )
    return {
        "L121": sitio(datos, "actores.yaml", "categoria: *letra", "*letra"),
        "L110": sitio(datos, "actores.yaml", "\tnombre: Consejo", "\t"),
        "M204": sitio(datos, "calendario.yaml", "estado: quizá", "quizá"),
        "R301": sitio(datos, "calendario.yaml", "objetivos: [B5, B13]", "B13"),
        "M207": sitio(datos, "calendario.yaml", "fecha: 2019-13", "2019-13"),
        "M201": sitio(datos, "calendario.yaml", "id: ACT-5", "ACT-5"),
        "M202": sitio(datos, "calendario.yaml", "invitaods: []", "invitaods"),
        "L120": sitio(datos, "calendario.yaml", "invitaods: []", "tipo", desde=1),
        "L111": sitio(datos, "mandatos.yaml", "titulo: Migración: en", ": en"),
        "R305": sitio(datos, "objetivos.yaml", "id: b.11", "b.11"),
    }


def test_los_diez_en_una_sola_pasada(camctl_: Camctl, descuidos: dict[str, Senalado]) -> None:
    hecho = camctl_("validar", *LECTURA_MODELO_Y_CITAS)
    assert (hecho.codigo, hecho.errores) == (1, "")
    hallados = dict(senalados(hecho.salida))
    assert list(hallados) == list(descuidos)
    for codigo, esperado in descuidos.items():
        hallado = hallados[codigo]
        assert hallado[:3] == esperado[:3]
        # El tabulador se enseña como una flecha, y de los dos puntos basta el signo.
        trozo = {"L110": "→", "L111": ":"}.get(codigo, esperado.subrayado)
        assert hallado.subrayado == trozo
    assert hecho.salida.endswith("\n\n10 errores en 4 de 4 archivos\n")


def test_cada_uno_dice_que_escribir(camctl_: Camctl, descuidos: dict[str, Senalado]) -> None:
    informe = informe_en_json(camctl_, *LECTURA_MODELO_Y_CITAS)
    sin_ayuda = [uno["codigo"] for uno in informe["diagnosticos"] if not uno["ayuda"]]
    assert sin_ayuda == []
    # Ninguna frase de YAML ni de Pydantic.
    jerga = re.compile(r"\b(?:mapping|scalar|token|field|input|expected|found|string|block)\b")
    assert jerga.findall(camctl_("validar").salida) == []


def test_los_mismos_diez_en_json(camctl_: Camctl, descuidos: dict[str, Senalado]) -> None:
    informe = informe_en_json(camctl_, *LECTURA_MODELO_Y_CITAS)
    assert list(informe) == ["version", "resumen", "diagnosticos"]
    assert informe["version"] == 1
    assert informe["resumen"] == {"errores": 10, "avisos": 0, "omitidos": 0, "archivos": 4}
    for uno, (codigo, esperado) in zip(informe["diagnosticos"], descuidos.items(), strict=True):
        assert list(uno) == [
            "codigo", "gravedad", "mensaje", "ayuda", "archivo", "linea", "columna",
            "linea_fin", "columna_fin", "registro", "relacionados",
        ]  # fmt: skip
        assert (uno["codigo"], uno["gravedad"]) == (codigo, "error")
        assert (uno["archivo"], uno["linea"], uno["columna"]) == esperado[:3]
        assert uno["linea_fin"] == uno["linea"]
        largo = 1 if codigo == "L111" else len(esperado.subrayado)
        assert uno["columna_fin"] == uno["columna"] + largo
    registros = {uno["codigo"]: uno["registro"] for uno in informe["diagnosticos"]}
    assert registros["M204"] == "ACT-2"
    assert registros["R305"] == "b.11"
    assert registros["L110"] is None


def test_los_dos_extremos_de_una_relacion_rota(
    camctl_: Camctl, datos: Path, descuidos: dict[str, Senalado]
) -> None:
    (repetido,) = (
        uno for uno in informe_en_json(camctl_)["diagnosticos"] if uno["codigo"] == "R305"
    )
    primero = sitio(datos, "objetivos.yaml", "id: B11", "B11")
    assert repetido["relacionados"] == [
        {
            "mensaje": "el primero está aquí",
            "archivo": "data/objetivos.yaml",
            "linea": primero.linea,
            "columna": primero.columna,
            "linea_fin": primero.linea,
            "columna_fin": primero.columna + 3,
        }
    ]
    texto = camctl_("validar").salida
    trozo = texto[texto.index("error[R305]") :].splitlines()
    segundo = descuidos["R305"]
    assert trozo[:10] == [
        (
            "error[R305]: el objetivo b.11 «Alianzas para políticas migratorias coherentes y "
            "efectivas» se llama «b.11», y así se llama ya el objetivo B11 «Buenas prácticas y "
            "cooperación entre países»"
        ),
        f"   --> data/objetivos.yaml:{segundo.linea}:{segundo.columna}",
        "    |",
        f"{segundo.linea} |   - id: b.11",
        "    |         ^^^^",
        f"   ==> data/objetivos.yaml:{primero.linea}:{primero.columna}",
        "    |",
        f"{primero.linea} |   - id: B11",
        "    |         --- el primero está aquí",
        "    = ayuda: dé a cada uno un ID distinto, o borre el que sobre. Escriba: - id: B12",
    ]


def test_dos_pasadas_dicen_lo_mismo(
    camctl_: Camctl, lanzar: Lanzar, descuidos: dict[str, Senalado]
) -> None:
    for formato in ("texto", "json"):
        primera = camctl_("validar", "-f", formato)
        assert camctl_("validar", "-f", formato) == primera
        otra = lanzar("validar", "-f", formato, PYTHONHASHSEED="42")
        assert (otra.returncode, otra.stdout.decode()) == (1, primera.salida)


def test_validar_no_cambia_nada(
    camctl_: Camctl, datos: Path, descuidos: dict[str, Senalado]
) -> None:
    antes = contenido(datos)
    camctl_("validar")
    camctl_("validar", "-o", "informe.json")
    assert contenido(datos) == antes


# Qué se dice, y qué se calla


def test_una_cita_rota_en_un_registro_con_otro_error(camctl_: Camctl, datos: Path) -> None:
    estropear(
        datos,
        "calendario.yaml",
        "    actores: [CAM, IIN]\n",
        "    actores: [CAM, INN]\n    estado: tal vez\n",
    )
    estropear(datos, "calendario.yaml", "    titulo: Sesión informal con el IIN\n", "")
    hallados = informe_en_json(camctl_)["diagnosticos"]
    assert [uno["codigo"] for uno in hallados] == ["M201", "R302", "M204"]
    # El título que falta no se inventa.
    assert hallados[1]["mensaje"] == "la actividad ACT-5 cita el actor «INN», que no existe"
    assert hallados[1]["ayuda"] == "¿quiso decir «INNA» o «IIN»?"


def test_lo_que_se_cita_de_un_registro_danado_existe(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "actores.yaml", "  - id: CIM\n", "  - id: CIM\n    sobra: x\n")
    estropear(datos, "objetivos.yaml", "  - id: B8\n", "  - id: B8\n    titolo: x\n")
    assert [codigo for codigo, _ in codigos(camctl_)] == ["M202", "M202"]


def test_lo_que_se_cita_de_un_archivo_sin_leer_se_calla(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "objetivos: todos", "objetivos: [B99]")
    assert codigos(camctl_) == [("R301", "data/calendario.yaml")]
    estropear(datos, "objetivos.yaml", "  - id: B12\n", "  - id: B12\n\tx: y\n")
    assert {archivo for _, archivo in codigos(camctl_)} == {"data/objetivos.yaml"}
    (datos / "objetivos.yaml").unlink()
    assert codigos(camctl_) == [("L101", "data/objetivos.yaml")]


def test_las_citas_rotas_de_los_cuatro_archivos(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "objetivos.yaml", "  mandato: AG-2883\n", "  mandato: ZZ-1\n")
    estropear(
        datos,
        "mandatos.yaml",
        "    organo: AG\n    titulo: Migra",
        "    organo: ZZZZ\n    titulo: Migra",
    )
    estropear(datos, "actores.yaml", "      - id: B8\n", "      - id: B88\n")
    estropear(datos, "calendario.yaml", "  comision: CAM\n", "  comision: CAMM\n")
    informe = informe_en_json(camctl_)["diagnosticos"]
    assert [(uno["archivo"], uno["codigo"], uno["registro"]) for uno in informe] == [
        ("data/actores.yaml", "R301", "IIN"),
        ("data/calendario.yaml", "R302", None),
        ("data/mandatos.yaml", "R302", "AG-2910"),
        ("data/objetivos.yaml", "R303", None),
    ]
    assert [uno["mensaje"] for uno in informe] == [
        (
            "el actor IIN «Instituto Interamericano del Niño, la Niña y Adolescentes» cita el "
            "objetivo «B88», que no existe"
        ),
        "el plan cita el actor «CAMM», que no existe",
        "el mandato AG-2910 «Migración en las Américas» cita el actor «ZZZZ», que no existe",
        "el programa cita el mandato «ZZ-1», que no existe",
    ]
    assert [uno["ayuda"] for uno in informe] == [
        "¿quiso decir «B8»? Escriba: - id: B8",
        "¿quiso decir «CAM»? Escriba: comision: CAM",
        (
            "los que hay son CAM, CIDH, CIM, IIN, SSM, EM, CIDI, SADyE y AG; si falta, añádalo a "
            "actores.yaml"
        ),
        "los que hay son AG-2738, AG-2883, AG-2910 y AG-2916; si falta, añádalo a mandatos.yaml",
    ]


def test_un_alias_tambien_se_propone(camctl_: Camctl, datos: Path) -> None:
    estropear(
        datos,
        "calendario.yaml",
        "    actores: [CAM, SSM]\n",
        "    actores: [CAM, Seguridad Multidimencional]\n",
    )
    (uno,) = informe_en_json(camctl_)["diagnosticos"]
    # Con el alias habría otro aviso: se propone el ID.
    assert uno["ayuda"] == (
        "¿quiso decir «Seguridad Multidimensional»? Su ID es SSM. Escriba: actores: [CAM, SSM]"
    )


def test_lo_que_se_propone_lleva_las_comillas_que_necesita(camctl_: Camctl, datos: Path) -> None:
    titulo = "Diálogo y cooperación sobre la migración"
    estropear(datos, "objetivos.yaml", f"titulo: {titulo}\n", f"titulo: 'Ojo: {titulo}.'\n")
    (uno,) = informe_en_json(camctl_)["diagnosticos"]
    assert uno["ayuda"].endswith(f'Escriba: titulo: "Ojo: {titulo}"')


# Lo que se elige comprobar


@pytest.mark.parametrize("calendario", ["", "plan: [", "plan: {titulo: Uno}\n\tx"])
@pytest.mark.parametrize(
    "eleccion", [("--regla", "C"), ("--regla", "E"), ("--ignorar", "L", "--ignorar", "M")]
)
def test_un_archivo_sin_leer_se_dice_aunque_no_se_elija(
    camctl_: Camctl, datos: Path, calendario: str, eleccion: tuple[str, ...]
) -> None:
    # Si no, un plan a medias daría por cumplidas las reglas elegidas.
    (datos / "calendario.yaml").write_text(calendario, encoding="utf-8")
    hecho = camctl_("validar", *eleccion)
    assert hecho.codigo == 1
    assert hecho.salida.endswith("\n1 error en 1 de 4 archivos\n")


def test_de_un_archivo_leido_solo_se_dice_lo_elegido(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "  - id: ACT-4\n", "  - id: ACT-4\n    etado: x\n")
    assert camctl_("validar").codigo == 1
    hecho = camctl_("validar", "--regla", "R301")
    assert (hecho.codigo, hecho.salida) == (
        0,
        "Sin errores de las reglas elegidas: 15 objetivos, 4 mandatos, 9 actores, 5 actividades\n",
    )


@pytest.mark.parametrize(
    ("comentario", "avisos"),
    [
        ("# camctl: ignora R999 — ya se verá", ["se ignora R999, que no es ninguna regla"]),
        (
            "# camctl: ignora L115, E501 — ya se verá",
            [
                "se ignora E501, y aquí no ocurre",
                "se ignora L115, que no se calla: lo que no se pudo leer no está en el plan",
            ],
        ),
        ("# Camctl  Ignora R301", ["este comentario pide ignorar algo sin decir por qué"]),
        ("# camctl ignora R301 - ya se verá", ["se ignora R301, y aquí no ocurre"]),
        ("# CAMCTL: IGNORA R301 - ya se verá", ["se ignora R301, y aquí no ocurre"]),
        ("# camctl: ignora R301 ya se verá", ["se ignora R301, y aquí no ocurre"]),
        ("# camctl: ignorar R301 — ya se verá", ["se ignora R301, y aquí no ocurre"]),
        ("# camctl: ignora R301 y R309 — ya", ["se ignora R301 y R309, y aquí no ocurre"]),
        # De sí mismo no se calla.
        ("# camctl: ignora R301, E602 — ya se verá", ["se ignora R301, y aquí no ocurre"]),
        ("# camctl: ignora E602 — ya se verá", []),
        ("# camctl ignorará esto", []),
    ],
)
def test_un_comentario_que_no_calla_nada_lo_dice(
    camctl_: Camctl, datos: Path, comentario: str, avisos: list[str]
) -> None:
    estropear(datos, "calendario.yaml", "  - id: ACT-4\n", f"  - id: ACT-4  {comentario}\n")
    dichos = informe_en_json(camctl_)["diagnosticos"]
    assert [(uno["codigo"][:2], uno["mensaje"]) for uno in dichos] == [
        ("E6", aviso) for aviso in avisos
    ]


# Carpetas y archivos que no lo son


def test_una_carpeta_vacia_no_parece_un_exito(camctl_: Camctl) -> None:
    Path("hueca").mkdir()
    hecho = camctl_("validar", "hueca")
    assert hecho.codigo == 1
    assert [linea for linea in hecho.salida.splitlines() if linea.startswith("error")] == [
        f"error[L101]: falta el archivo «{archivo}»" for archivo in sorted(ARCHIVOS)
    ]
    assert hecho.salida.endswith("\n4 errores en 4 de 4 archivos\n")
    uno = informe_en_json(camctl_, "hueca")["diagnosticos"][0]
    assert uno["archivo"] == "hueca/actores.yaml"
    assert [uno[clave] for clave in ("linea", "columna", "linea_fin", "columna_fin")] == [None] * 4


def test_en_una_tarea_de_github_las_anotaciones_van_en_utf_8(datos: Path, lanzar: Lanzar) -> None:
    (datos / "mandatos.yaml").unlink()
    solas = lanzar("validar", GITHUB_ACTIONS="true", PYTHONIOENCODING="latin-1")
    pedidas = lanzar("validar", "-f", "github", PYTHONIOENCODING="latin-1")
    assert solas.returncode == pedidas.returncode == 1
    assert solas.stdout.decode("utf-8").startswith("::error file=data/mandatos.yaml,")
    assert "créelo, aunque solo lleve «mandatos: []»" in solas.stdout.decode("utf-8")
    assert solas.stdout == pedidas.stdout


def test_una_carpeta_que_no_existe_es_mal_uso(camctl_: Camctl) -> None:
    hecho = camctl_("validar", "nada", "-f", "json")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert hecho.errores.endswith("error: la carpeta de datos «nada» no existe\n")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="el sistema no tiene enlaces")
def test_dos_carpetas_y_una_es_un_enlace_que_da_vueltas(camctl_: Camctl, aislada: Path) -> None:
    (aislada / "vueltas").symlink_to("vueltas")
    hecho = camctl_("corregir", "vueltas", "--datos", "otra")
    assert hecho.codigo == 2
    assert hecho.errores.endswith("error: ¿qué carpeta, «vueltas» o «otra»? Diga una sola\n")


@pytest.mark.parametrize("orden", ["validar", "corregir"])
def test_dos_carpetas_distintas(camctl_: Camctl, datos: Path, orden: str) -> None:
    shutil.copytree(datos, "otra")
    antes_y_despues = (("--datos", "otra", orden, "data"), (orden, "data", "--datos", "otra"))
    for hecho in (camctl_(*palabras) for palabras in antes_y_despues):
        assert hecho.codigo == 2
        assert hecho.errores.endswith("error: ¿qué carpeta, «data» o «otra»? Diga una sola\n")


@pytest.mark.parametrize("orden", ["validar", "corregir"])
@pytest.mark.parametrize("otra_vez", ["data", "./data", "data/../data/"])
def test_la_misma_carpeta_dicha_dos_veces(
    camctl_: Camctl, datos: Path, orden: str, otra_vez: str
) -> None:
    assert datos.is_dir()
    assert camctl_(orden, "data", "--datos", otra_vez).codigo == 0


def test_un_archivo_con_otro_nombre(camctl_: Camctl, datos: Path) -> None:
    (datos / "actores.yaml").rename(datos / "actores.yml")
    hecho = camctl_("validar")
    assert hecho.codigo == 1
    assert "error[L101]: falta el archivo «actores.yaml»\n" in hecho.salida
    assert "¿es «actores.yml»?" in hecho.salida


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no hay tuberías con nombre")
@pytest.mark.parametrize("clase", ["tubería", "carpeta", "enlace fuera", "enlace roto"])
def test_lo_que_no_es_un_archivo_ni_se_espera_ni_se_lee(
    lanzar: Lanzar, datos: Path, tmp_path: Path, clase: str
) -> None:
    calendario = datos / "calendario.yaml"
    fuera = tmp_path / "fuera.yaml"
    calendario.rename(fuera)
    if clase == "tubería":
        os.mkfifo(calendario)
    elif clase == "carpeta":
        calendario.mkdir()
    elif clase == "enlace fuera":
        calendario.symlink_to(fuera)
    else:
        calendario.symlink_to("nada.yaml")
    hecho = lanzar("validar", "data")
    assert (hecho.returncode, hecho.stderr) == (1, b"")
    lineas = hecho.stdout.decode().splitlines()
    codigo = "L101" if clase == "enlace roto" else "L102"
    assert lineas[0].startswith(f"error[{codigo}]: ")
    assert lineas[1] == "--> data/calendario.yaml"
    assert lineas[-1] == "1 error en 1 de 4 archivos"
    consulta = lanzar("mandatos", "--datos", "data")
    assert (consulta.returncode, consulta.stdout) == (2, b"")


# El resumen y el máximo


def test_el_resumen_en_singular(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "objetivos: todos", "objetivos: [B99]")
    assert camctl_("validar").salida.splitlines()[-1] == "1 error en 1 de 4 archivos"


@pytest.fixture
def cinco(datos: Path) -> None:
    """Cinco citas rotas, en dos archivos."""
    estropear(datos, "calendario.yaml", "objetivos: todos", "objetivos: [Z1, Z2, Z3]")
    estropear(datos, "actores.yaml", "      - id: B8\n", "      - id: Z4\n")
    estropear(datos, "actores.yaml", "      - id: B6\n", "      - id: Z5\n")


@pytest.mark.usefixtures("cinco")
@pytest.mark.parametrize(
    ("maximo", "mostrados", "aviso"),
    [
        ("1", 1, "… y 4 hallazgos más (para verlos: --maximo 0)"),
        ("4", 4, "… y 1 hallazgo más (para verlos: --maximo 0)"),
        ("5", 5, None),
        ("0", 5, None),
    ],
)
def test_cuantos_se_muestran(
    camctl_: Camctl, maximo: str, mostrados: int, aviso: str | None
) -> None:
    hecho = camctl_("validar", "--maximo", maximo)
    assert hecho.codigo == 1
    assert len(re.findall(r"^error\[", hecho.salida, re.MULTILINE)) == mostrados
    *_, penultima, ultima = hecho.salida.splitlines()
    assert ultima == "5 errores en 2 de 4 archivos"
    assert penultima == (aviso or "")
    informe = informe_en_json(camctl_, "--maximo", maximo)
    assert len(informe["diagnosticos"]) == mostrados
    assert informe["resumen"] == {
        "errores": 5,
        "avisos": 0,
        "omitidos": 5 - mostrados,
        "archivos": 4,
    }


@pytest.mark.usefixtures("cinco")
def test_por_omision_mil(camctl_: Camctl, datos: Path) -> None:
    ids = ", ".join(f"Y{numero}" for numero in range(1200))
    estropear(datos, "calendario.yaml", "[Z1, Z2, Z3]", f"[{ids}]")
    hecho = camctl_("validar")
    assert len(re.findall(r"^error\[", hecho.salida, re.MULTILINE)) == 1000
    assert "… y 202 hallazgos más (para verlos: --maximo 0)\n" in hecho.salida


@pytest.mark.parametrize("maximo", ["-1", "x"])
def test_un_maximo_imposible(camctl_: Camctl, maximo: str) -> None:
    assert camctl_("validar", f"--maximo={maximo}").codigo == 2


# En un archivo


def test_en_un_archivo(camctl_: Camctl, datos: Path) -> None:
    estropear(datos, "calendario.yaml", "objetivos: todos", "objetivos: [B99]")
    assert camctl_("validar", "-o", "i.json") == (1, "", "Escrito: i.json\n")
    assert json.loads(Path("i.json").read_text("utf-8")) == informe_en_json(camctl_)
    camctl_("validar", "-o", "i.txt")
    assert Path("i.txt").read_text("utf-8") == camctl_("validar").salida
    assert camctl_("validar", "-o", "-").salida == camctl_("validar").salida
    hecho = camctl_("validar", "-o", "i.docx")
    assert hecho.codigo == 2
    assert "la extensión de «i.docx» no dice el formato; diga cuál con --formato: " in hecho.errores


def test_un_formato_desconocido(camctl_: Camctl) -> None:
    hecho = camctl_("validar", "-f", "yaml")
    assert (hecho.codigo, hecho.salida) == (2, "")
    assert "«yaml» no está entre los valores admitidos: «texto», " in hecho.errores
    assert camctl_("validar", "-f", "JSON").codigo == 0


# El fragmento


def fragmento(camctl_: Camctl, datos: Path, linea: str) -> list[str]:
    """Lo que se enseña de la última línea de un calendario que acaba en `linea`."""
    (datos / "calendario.yaml").write_text(
        "plan: {titulo: P, periodo: 2030, comision: CAM}\n"
        "actividades:\n"
        "  - id: ACT-1\n"
        "    fecha: 2030-02\n"
        "    tipo: otra\n"
        "    titulo: T\n"
        f"{linea}\n",
        encoding="utf-8",
    )
    salida = camctl_("validar").salida
    comienzo = salida.index("\n7 | ")
    return salida[comienzo + 1 :].splitlines()[:2]


@pytest.mark.parametrize(
    ("linea", "esperado"),
    [
        (
            "    objetivos: [B1, B88]",
            ["7 |     objetivos: [B1, B88]", "  |                     ^^^"],
        ),
        ("    objetivos:\t[B88]", ["7 |     objetivos:→[B88]", "  |                 ^^^"]),
        # Cada uno de esos ocupa dos celdas.
        (
            '    actores: ["漢字", CAM]',
            ['7 |     actores: ["漢字", CAM]', "  |               ^^^^^^"],
        ),
        (
            "    actores: [CIM, 漢字, CAM, Z9]",
            ["7 |     actores: [CIM, 漢字, CAM, Z9]", "  |                    ^^^^"],
        ),
        # Y una tilde suelta, ninguna.
        (
            "    actores: [CIM, e\u0301e\u0301]",
            ["7 |     actores: [CIM, e\u0301e\u0301]", "  |                    ^^"],
        ),
    ],
)
def test_la_marca_queda_debajo(
    camctl_: Camctl, datos: Path, linea: str, esperado: list[str]
) -> None:
    assert fragmento(camctl_, datos, linea) == esperado


def test_de_una_linea_larga_se_ensena_lo_que_rodea(camctl_: Camctl, datos: Path) -> None:
    nombre = ", ".join(["Ana"] * 50)
    antes, despues = (f'{{nombre: "{inicial} {nombre}"}}' for inicial in "AB")
    linea, marcas = fragmento(
        camctl_, datos, f"    invitados: [{antes}, {{nombre: C, actor: NADIE}}, {despues}]"
    )
    assert len(linea) == len("7 | ") + 100
    assert linea.startswith("7 | …")
    assert linea.endswith("…")
    assert subrayado(linea, marcas) == "NADIE"


def test_de_un_valor_larguisimo_se_ensena_el_principio(camctl_: Camctl, datos: Path) -> None:
    linea, marcas = fragmento(camctl_, datos, f"    actores: [CAM, {'N' * 500}]")
    assert len(linea) <= len("7 | ") + 100
    assert set(subrayado(linea, marcas)) == {"N"}


def informe_de(linea: str, inicio: int, fin: int) -> Informe:
    """Un informe con un hallazgo entre esas columnas de un archivo de una línea."""
    mapa = leer(linea.encode("utf-8", "surrogatepass"), "a.yaml").mapa
    uno = Diagnostico(Lugar("a.yaml", 1, inicio, 1, fin), "X000", Gravedad.ERROR, "x")
    return Informe((uno,), 1, 0, 0, 4, 1, {"a.yaml": mapa}, "")


LETRAS = st.sampled_from("ab [],:#-é漢字ｱ\t\u0301\u202e\u200b👩🏽🇵🇪")


@given(st.text(LETRAS, min_size=1, max_size=300), st.data(), st.integers(20, 140))
def test_en_cualquier_linea_la_marca_queda_debajo(
    linea: str, data: st.DataObject, ancho: int
) -> None:
    inicio = data.draw(st.integers(1, len(linea)))
    fin = data.draw(st.integers(inicio, len(linea) + 1))
    _, _, _, codigo, marcas, *_ = map(texto_de, componer(informe_de(linea, inicio, fin), ancho))
    assert codigo == codigo.rstrip()
    # Lo señalado puede ser un blanco del final, que no se escribe.
    codigo += " " * len(marcas)
    inicio_de_la_marca = len(marcas) - len(marcas.lstrip(" |"))
    # Las celdas que quedan a la izquierda de la marca acaban justo donde empieza lo señalado.
    primero = limpio(linea[inicio - 1].replace("\t", "→"))
    antes = [
        corte for corte in range(len(codigo) + 1) if anchura(codigo[:corte]) == inicio_de_la_marca
    ]
    assert antes
    if not unicodedata.combining(primero[0]) and primero.strip():
        assert any(codigo[corte:].startswith(primero[0]) for corte in antes)


@pytest.mark.parametrize(
    ("ancho", "esperadas"),
    [
        (
            80,
            [
                "error[X000]: la actividad ACT-1 «Sesión» cita el objetivo «B88», que no existe",
                " --> a.yaml:1:13",
                "  |",
                "1 | objetivos: [B88]",
                "  |             ^^^",
                "  = ayuda: ¿quiso decir «B8»? Escriba: objetivos: [B8]",
            ],
        ),
        (
            40,
            [
                "error[X000]: la actividad ACT-1",
                "  «Sesión» cita el objetivo «B88», que",
                "  no existe",
                " --> a.yaml:1:13",
                "  |",
                "1 | objetivos: [B88]",
                "  |             ^^^",
                "  = ayuda: ¿quiso decir «B8»? Escriba:",
                "    objetivos: [B8]",
            ],
        ),
        (
            20,
            [
                "error[X000]: la",
                "  actividad ACT-1",
                "  «Sesión» cita el",
                "  objetivo «B88»,",
                "  que no existe",
                " --> a.yaml:1:13",
                "  |",
                "1 | …jetivos: [B88]",
                "  |            ^^^",
                "  = ayuda: ¿quiso",
                "    decir «B8»?",
                "    Escriba:",
                "    objetivos: [B8]",
            ],
        ),
    ],
)
def test_en_una_terminal_estrecha(ancho: int, esperadas: list[str]) -> None:
    uno = Diagnostico(
        Lugar("a.yaml", 1, 13, 1, 16),
        "X000",
        Gravedad.ERROR,
        "la actividad ACT-1 «Sesión» cita el objetivo «B88», que no existe",
        ayuda="¿quiso decir «B8»? Escriba: objetivos: [B8]",
    )
    mapa = leer(b"objetivos: [B88]", "a.yaml").mapa
    informe = Informe((uno,), 1, 0, 0, 4, 1, {"a.yaml": mapa}, "")
    *lineas, blanca, _ = map(texto_de, componer(informe, ancho))
    assert lineas == esperadas
    assert blanca == ""
    assert max(map(len, lineas)) <= ancho
