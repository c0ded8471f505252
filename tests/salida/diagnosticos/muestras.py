"""Informes con que se prueban los formatos: a mano, de `data/` con erratas, y hostiles."""

import shutil
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import strategies as st

from camctl.carga import cargar
from camctl.diagnostico import Arreglo, Diagnostico, Gravedad, Lugar, Relacionado
from camctl.fuentes.carpeta import Carpeta
from camctl.informe import Informe, informar
from camctl.lectura.mapa import Mapa

DATOS = Path(__file__).resolve().parents[3] / "data"
ESQUEMAS = Path(__file__).resolve().parents[2] / "esquemas"

CALENDARIO = "data/calendario.yaml"
OBJETIVOS = "data/objetivos.yaml"

RELACION = Diagnostico(
    Lugar(CALENDARIO, 41, 21, 41, 24),
    "R301",
    Gravedad.ERROR,
    "la actividad ACT-4 «100 % digital, por fin» cita el objetivo «B88», que no existe",
    ayuda="¿quiso decir «B8»? Escriba: objetivos: [B1, B8]",
    registro="ACT-4",
    relacionados=(Relacionado(Lugar(OBJETIVOS, 12, 9, 12, 11), "aquí está B8"),),
    arreglos=(Arreglo(Lugar(CALENDARIO, 41, 21, 41, 24), "B8", seguro=False),),
)
VARIAS_LINEAS = Diagnostico(
    Lugar(CALENDARIO, 50, 5, 52, 10), "E501", Gravedad.AVISO, "el texto es largo", registro="ACT-5"
)
DEL_ARCHIVO = Diagnostico(
    Lugar("data/mandatos.yaml"),
    "L101",
    Gravedad.ERROR,
    "falta el archivo",
    ayuda="escríbalo con su lista vacía: mandatos: []",
)


def informe(
    *diagnosticos: Diagnostico, leidos: Sequence[str] = (), errores: int = 0, avisos: int = 0
) -> Informe:
    """Un informe con `diagnosticos` y, sin mostrar, otros tantos `errores` y `avisos`."""
    mostrados = sum(uno.gravedad is Gravedad.ERROR for uno in diagnosticos)
    return Informe(
        diagnosticos=diagnosticos,
        errores=mostrados + errores,
        avisos=len(diagnosticos) - mostrados + avisos,
        omitidos=errores + avisos,
        archivos=4,
        archivos_con_hallazgos=len({uno.lugar.archivo for uno in diagnosticos}),
        mapas={archivo: Mapa(archivo, "") for archivo in leidos},
        registros="15 objetivos, 4 mandatos, 9 actores, 6 actividades",
    )


def repetido(uno: Diagnostico, veces: int) -> tuple[Diagnostico, ...]:
    """`uno`, en otras tantas líneas seguidas."""
    return tuple(
        uno._replace(lugar=uno.lugar._replace(linea=linea, linea_fin=linea))
        for linea in range(1, veces + 1)
    )


def informe_de_los_datos(carpeta: Path, monkeypatch: pytest.MonkeyPatch) -> Informe:
    """El informe de una copia de `data/` con erratas, en la carpeta `data` de `carpeta`."""
    copia = carpeta / "data"
    shutil.copytree(DATOS, copia, ignore=shutil.ignore_patterns(".*"))
    (copia / "mandatos.yaml").unlink()
    _cambiar(copia / "calendario.yaml", "id: ACT-5", "id: ACT-4")
    _cambiar(copia / "calendario.yaml", "actores: [CAM, IIN]", "actores: [CAM, IINN]")
    _cambiar(copia / "objetivos.yaml", "titulo: ", "titulo: '##[error]x' ::error::y: ", desde=3)
    monkeypatch.chdir(carpeta)
    return informar(cargar(Carpeta(Path("data"))))


def _cambiar(archivo: Path, viejo: str, nuevo: str, *, desde: int = 0) -> None:
    partes = archivo.read_text(encoding="utf-8").split(viejo)
    assert len(partes) > desde + 1, f"«{viejo}» no está en {archivo.name}"
    antes, despues = viejo.join(partes[: desde + 1]), viejo.join(partes[desde + 1 :])
    archivo.write_text(antes + nuevo + despues, encoding="utf-8")


_PIEZAS = (
    *("::error::x", "::", ":", "::add-mask::a", "##[error]x", "##", "#", "[", "#\ufe0f#[group]"),
    *(":\ufe0f:error::", "%0A::error::x", "%", ",", "=", "\n", "\r", "\r\n", "\x85", "\u2028"),
    *("\x00", "\x0b", "\x1b[31m", "\u202e", "\u200b", "\ud800", "\ufffe", "\U000e0041", " "),
    *("]]>", "&", "<", ">", '"', "'", "\\", "{0}", "{", "}", "](", "[x](https://ejemplo.org)"),
    *("<script>", "@ana", "www.ejemplo.org", "|", "`", "\n::error::x", "\t##[error]"),
)
textos = st.lists(st.one_of(st.sampled_from(_PIEZAS), st.text(max_size=5)), max_size=6).map("".join)
_rutas = st.one_of(st.just(CALENDARIO), textos)
_numeros = st.integers(1, 9)


def _tramo(archivo: str, linea: int, columna: int, lineas: int, largo: int) -> Lugar:
    return Lugar(archivo, linea, columna, linea + lineas, columna + largo)


_tramos = st.builds(_tramo, _rutas, _numeros, _numeros, st.integers(0, 1), st.integers(0, 9))
_lugares = st.one_of(_tramos, _rutas.map(Lugar))
_diagnosticos = st.builds(
    Diagnostico,
    _lugares,
    st.sampled_from(["L101", "R301", "R999"]),
    st.sampled_from(Gravedad),
    textos,
    textos,
    textos,
    st.lists(st.builds(Relacionado, _lugares, textos), max_size=2).map(tuple),
    st.lists(st.builds(Arreglo, _lugares, textos, st.booleans()), max_size=2).map(tuple),
)
informes = st.builds(
    lambda diagnosticos, leidos, errores, avisos: informe(
        *diagnosticos, leidos=leidos, errores=errores, avisos=avisos
    ),
    st.lists(_diagnosticos, max_size=4),
    st.lists(_rutas, max_size=2),
    st.sampled_from([0, 3, 30]),
    st.sampled_from([0, 3, 30]),
)


def como_lo_ve_el_ejecutor(linea: str) -> str:
    """`linea` sin lo que el ejecutor de GitHub se salta al buscar órdenes en ella."""
    return "".join(uno for uno in linea if unicodedata.category(uno) not in _INVISIBLES).lstrip()


_INVISIBLES = frozenset({"Cc", "Cf", "Cn", "Mn"})


def obedece_a(texto: str) -> list[str]:
    """Las líneas de `texto` que un ejecutor podría tomar por órdenes."""
    lineas = map(como_lo_ve_el_ejecutor, texto.split("\n"))
    return [linea for linea in lineas if linea.startswith("::") or "##[" in linea]
