"""Traigan lo que traigan los archivos, cada orden acaba con un 0, un 1 o un 2, y en español."""

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.cli.app import ejecutar
from camctl.fuentes import ARCHIVOS

from .conftest import DATOS, Hecho

REALES: Mapping[str, bytes] = {archivo: (DATOS / archivo).read_bytes() for archivo in ARCHIVOS}

ORDENES: list[Callable[[str], list[str]]] = [
    lambda carpeta: ["validar", carpeta, "--formato", "texto"],
    lambda carpeta: ["validar", carpeta, "--formato", "sarif", "--estricto"],
    lambda carpeta: ["corregir", carpeta, "--simular"],
    lambda carpeta: ["calendario", "--datos", carpeta],
    lambda carpeta: ["ver", "B8", "--datos", carpeta, "--formato", "yaml"],
    lambda carpeta: ["buscar", "migrantes", "--datos", carpeta, "--formato", "json"],
]

# Lo que para YAML, o para quien lo lee, significa algo.
RETAZOS = st.sampled_from(
    [
        *"\t:-'\"[]{},&*!%@`|>?#\n\r \\\0\x1b\x85\u2028\u202e\ufeff\U0001f600",
        *(": ", "- ", " #", "<<: ", "---\n", "...\n", "? ", "\n  - id: ACT-1", "\nplan:", "\u00a0"),
        *("*x", "&x ", "!!python/none ", "14/3/2019", "10h00", "Sesión formal", "B1, B8", "Título"),
        *("  ", "# camctl: ignora R301 — x", "9" * 400, "[" * 200),
    ]
)


class Destrozo(NamedTuple):
    """En un archivo, `pone` en lugar de los `quita` caracteres que hay en `donde`."""

    archivo: str
    donde: int
    quita: int
    pone: str

    def en(self, archivos: dict[str, bytes]) -> None:
        texto = archivos[self.archivo].decode("utf-8")
        nuevo = texto[: self.donde] + self.pone + texto[self.donde + self.quita :]
        archivos[self.archivo] = nuevo.encode("utf-8")


DESTROZOS = st.builds(
    Destrozo,
    st.sampled_from(ARCHIVOS),
    st.integers(0, 9_000),
    st.sampled_from([0, 0, 1, 5, 40, 9_000]),
    RETAZOS | st.text(max_size=5),
)
# En lugar de un archivo, cualquier cosa, o nada.
SUSTITUTOS = st.dictionaries(
    st.sampled_from(ARCHIVOS), st.none() | st.binary(max_size=200), max_size=2
)


def estropeados(
    destrozos: Sequence[Destrozo], sustitutos: Mapping[str, bytes | None]
) -> dict[str, bytes]:
    archivos = dict(REALES)
    for destrozo in destrozos:
        destrozo.en(archivos)
    todos = {**archivos, **sustitutos}
    return {nombre: contenido for nombre, contenido in todos.items() if contenido is not None}


def hacer(orden: list[str]) -> Hecho:
    salida, errores = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(salida), contextlib.redirect_stderr(errores):
        codigo = ejecutar(orden)
    return Hecho(codigo, salida.getvalue(), errores.getvalue())


@pytest.mark.usefixtures("aislada_entera")
@given(st.lists(DESTROZOS, max_size=4), SUSTITUTOS)
def test_ninguna_orden_se_cae(
    destrozos: list[Destrozo], sustitutos: dict[str, bytes | None]
) -> None:
    archivos = estropeados(destrozos, sustitutos)
    with tempfile.TemporaryDirectory() as temporal:
        carpeta = Path(temporal)
        for nombre, contenido in archivos.items():
            (carpeta / nombre).write_bytes(contenido)
        for orden in ORDENES:
            palabras = orden(temporal)
            hecho = hacer(palabras)
            assert hecho.codigo in (0, 1, 2), (palabras, hecho)
            assert "Traceback" not in hecho.salida + hecho.errores
            assert "\x1b" not in hecho.salida + hecho.errores
            # Un hallazgo no es un silencio.
            assert hecho.salida or hecho.errores
        # Y ninguna de estas escribe.
        assert {ruta.name: ruta.read_bytes() for ruta in carpeta.iterdir()} == archivos


@pytest.fixture(scope="module")
def aislada_entera() -> Iterator[None]:
    """Nada en el entorno que cambie lo que hace camctl, durante todo el módulo."""
    with pytest.MonkeyPatch.context() as parche:
        for variable in ("CAMCTL_DATOS", "GITHUB_ACTIONS", "FORCE_COLOR"):
            parche.delenv(variable, raising=False)
        yield
