"""Cómo se escribe un valor en una línea de YAML, con comillas solo donde hacen falta."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

import yaml
from yaml._yaml import CParser

# Los textos que otro lector tomaría por otra cosa; una fecha se escribe aquí sin comillas.
_FECHA: Final = "tag:yaml.org,2002:timestamp"


def escrito(valor: object) -> str:
    """`valor` en YAML, en una línea: `[B1, B8]`, `{id: B8, cita: "la trata: sus causas"}`."""
    if isinstance(valor, Mapping):
        entradas = (f"{clave}: {escrito(suyo)}" for clave, suyo in valor.items())
        return "{" + ", ".join(entradas) + "}"
    if isinstance(valor, str):
        return valor if _vale_sin_comillas(valor) else entre_comillas(valor)
    if isinstance(valor, Sequence):
        return "[" + ", ".join(map(escrito, valor)) + "]"
    if isinstance(valor, bool):
        return "true" if valor else "false"
    return str(valor)


def entre_comillas(texto: str) -> str:
    """`texto` entre comillas dobles de YAML, que son las de JSON."""
    return json.dumps(texto, ensure_ascii=False)


def _vale_sin_comillas(texto: str) -> bool:
    formas = yaml.resolver.Resolver.yaml_implicit_resolvers.get(texto[:1], ())
    if any(etiqueta != _FECHA and forma.match(texto) for etiqueta, forma in formas):
        return False
    # Dentro de corchetes valen menos signos: lo que vale ahí vale en cualquier sitio.
    lector = CParser(f"[{texto}]".encode())
    try:
        _, _, _, suceso, siguiente = (lector.get_event() for _ in range(5))
    except (yaml.YAMLError, UnicodeError):
        return False
    return (
        isinstance(suceso, yaml.ScalarEvent)
        and isinstance(siguiente, yaml.SequenceEndEvent)
        and suceso.value == texto
        and suceso.implicit[0]
    )
