"""YAML 1.2, como lo lee un editor: para ver que otros leen lo mismo que camctl."""

import re
from typing import Any

import yaml


class Nucleo(yaml.SafeLoader):
    """Un lector con el esquema «core» de YAML 1.2: sin fechas, octales viejos ni base 60."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = True) -> Any:
        # Las claves de un objeto de JSON son textos.
        return {k.value: self.construct_object(v, deep=deep) for k, v in node.value}


def _entero(lector: yaml.SafeLoader, nodo: yaml.ScalarNode) -> int:
    return int(nodo.value, 0 if nodo.value[:2] in ("0o", "0x") else 10)


def _real(lector: yaml.SafeLoader, nodo: yaml.ScalarNode) -> float:
    return float(re.sub(r"\.(?=[a-zA-Z])", "", nodo.value))


for _etiqueta, _forma in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}.items():
    Nucleo.add_implicit_resolver(
        f"tag:yaml.org,2002:{_etiqueta}", re.compile(rf"(?:{_forma})\Z"), None
    )
Nucleo.add_constructor("tag:yaml.org,2002:int", _entero)
Nucleo.add_constructor("tag:yaml.org,2002:float", _real)


def leido(texto: str) -> Any:
    """`texto`, como lo lee un lector de YAML 1.2."""
    return yaml.load(texto, Loader=Nucleo)  # noqa: S506 — hereda del lector seguro
