"""El ejemplo de cada regla: un Markdown que se lee y se comprueba.

Cada uno da primero los archivos mal escritos y después bien escritos. Un comentario
`# error: R301` o `# aviso: R304` señala las líneas en que la regla habla; si en ella no cabe, va en
la de encima: `# error debajo: L112`. Los archivos que un ejemplo no trae son los de `plan/`.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria

_CARPETA: Final = Path(__file__).parent
_BLOQUE: Final = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SENAL: Final = re.compile(r"#\s*(?:error|aviso)( debajo)?:\s*([A-Z]\d{3})\s*$")
# Lo que en un ejemplo no se vería se dibuja con otro signo.
A_LA_VISTA: Final = str.maketrans({"→": "\t", "⍽": "\u00a0", "¬": "\u00ad"})


class Caso(NamedTuple):
    """Un plan de ejemplo y lo que se espera de él: (archivo, línea, código)."""

    archivos: Mapping[str, str]
    esperados: frozenset[tuple[str, int, str]]

    @property
    def fuente(self) -> Memoria:
        """El plan entero, con los archivos que el ejemplo no trae."""
        base = {nombre: (_CARPETA / "plan" / nombre).read_bytes() for nombre in ARCHIVOS}
        propios = {nombre: texto.encode("utf-8") for nombre, texto in self.archivos.items()}
        return Memoria({**base, **propios})


def codigos_con_ejemplo() -> list[str]:
    """Los códigos que tienen un ejemplo, en orden."""
    return sorted(archivo.stem for archivo in _CARPETA.glob("*.md"))


def texto_de(codigo: str) -> str:
    """El Markdown del ejemplo de `codigo`."""
    return (_CARPETA / f"{codigo}.md").read_text(encoding="utf-8")


def casos_de(codigo: str) -> list[Caso]:
    """Los planes del ejemplo de `codigo`, en orden: mal y bien.

    Un archivo que vuelve a aparecer empieza otro caso.
    """
    casos: list[dict[str, str]] = [{}]
    for nombre, contenido in _BLOQUE.findall(texto_de(codigo)):
        if nombre in casos[-1]:
            casos.append({})
        casos[-1][nombre] = contenido.translate(A_LA_VISTA)
    return [Caso(archivos, frozenset(_esperados(archivos))) for archivos in casos]


def _esperados(archivos: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    for nombre, contenido in archivos.items():
        for numero, linea in enumerate(contenido.splitlines(), 1):
            if senal := _SENAL.search(linea):
                debajo, codigo = senal.groups()
                yield nombre, numero + bool(debajo), codigo
