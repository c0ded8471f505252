"""Cómo se escribe un valor en una línea de YAML, con comillas solo donde hacen falta."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

import yaml
from yaml._yaml import CParser

# Una fecha se escribe aquí sin comillas, aunque otro lector la tome por fecha.
_FECHA: Final = "tag:yaml.org,2002:timestamp"
# También «10:00-13:00», que nadie confunde, para que todas las horas se escriban igual.
_HORA: Final = r"[0-9]+:"
# PyYAML, que lee YAML 1.1, no tiene por números todos los de YAML 1.2.
_NUMERO: Final = r"[-+]?(?:0o[0-7]+|(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:[eE][-+]?[0-9]+)?)"


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
    if re.fullmatch(_NUMERO, texto) or re.match(_HORA, texto):
        return False
    if any(etiqueta != _FECHA and forma.match(texto) for etiqueta, forma in formas):
        return False
    # Dentro de corchetes no valen algunos signos, y fuera de ellos no valen otros.
    return _es_un_texto(f"[{texto}]", texto) and _es_un_texto(f"- {texto}\n", texto)


def _es_un_texto(lista: str, texto: str) -> bool:
    """Si `lista`, escrita en YAML, no tiene más que un elemento, y es `texto` sin comillas."""
    lector = CParser(lista.encode())
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
