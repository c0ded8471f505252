"""Los registros en YAML."""

import re
from typing import Any

import yaml

from camctl.salida.limpieza import PELIGROSO
from camctl.vistas.respuesta import Respuesta


def escribir(respuesta: Respuesta) -> str:
    r"""Los registros en YAML, que se leen igual; lo que actuaría en una terminal, como `\u202E`."""
    texto: str = yaml.dump(
        respuesta.registros, Dumper=_Escritor, allow_unicode=True, sort_keys=False, width=100
    )
    return re.sub(PELIGROSO, _escapado, texto)


class _Escritor(yaml.CSafeDumper):
    """Escribe sin anclas, que camctl no lee."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 — la firma es de PyYAML
        """Repetido o no, todo se escribe entero."""
        return True


def _como_texto(escritor: _Escritor, texto: str) -> yaml.ScalarNode:
    # Un texto de varios párrafos, en sus líneas; lo que ha de escaparse, entre comillas dobles.
    estilo = '"' if re.search(PELIGROSO, texto) else "|" if "\n" in texto else None
    return escritor.represent_scalar("tag:yaml.org,2002:str", texto, style=estilo)


_Escritor.add_representer(str, _como_texto)


def _escapado(hallado: re.Match[str]) -> str:
    # Solo las comillas dobles admiten escapes, y solo entre ellas puede haber algo peligroso.
    numero = ord(hallado[0])
    return f"\\u{numero:04X}" if numero <= 0xFFFF else f"\\U{numero:08X}"
