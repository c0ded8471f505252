"""Cómo se escribe un valor en una línea de YAML, con comillas solo donde hacen falta."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import yaml
from yaml._yaml import CParser

# Lo que YAML 1.1 o 1.2 no leen como un texto si va sin comillas.
COMO_OTRA_COSA: Final = (
    r"~|<<|=|[Nn]ull|NULL"
    r"|[Yy](?:es)?|YES|[Nn]o?|NO|[Oo]n|ON|[Oo]ff|OFF|[Tt]rue|TRUE|[Ff]alse|FALSE"
    r"|[-+]?(?:0b[01_]+|0x[0-9A-Fa-f_]+|0o[0-7]+|\.[Ii]nf|\.INF"
    r"|(?:[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[Ee][-+]?[0-9]+)?)"
    r"|\.(?:nan|NaN|NAN)"
)
COMO_FECHA: Final = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9:.]+(?:Z|[ ]?[-+][0-9:]+)?)?"
_FECHA_DE_YAML: Final = "tag:yaml.org,2002:timestamp"
# También «10:00-13:00», que nadie confunde, para que todas las horas se escriban igual.
_HORA: Final = r"[0-9]+:"


def escrito(valor: object, *, en_corchetes: bool = True) -> str:
    """`valor` en YAML, en una línea: `[B1, B8]`, `{id: B8, cita: "la trata: sus causas"}`.

    Si no va a ir dentro de otros corchetes, un texto puede llevar comas sin comillas. Una fecha va
    sin ellas, como se escriben aquí, aunque otro lector la tome por fecha.
    """
    if isinstance(valor, Mapping):
        entradas = (f"{escrito(clave)}: {escrito(suyo)}" for clave, suyo in valor.items())
        return "{" + ", ".join(entradas) + "}"
    if isinstance(valor, str):
        sin_comillas = _vale_sin_comillas(valor, en_corchetes=en_corchetes)
        return valor if sin_comillas else entre_comillas(valor)
    if isinstance(valor, Sequence):
        return "[" + ", ".join(map(escrito, valor)) + "]"
    if isinstance(valor, bool):
        return "true" if valor else "false"
    return str(valor)


def entre_comillas(texto: str) -> str:
    """`texto` entre comillas dobles de YAML, que son las de JSON; lo que no se ve, escapado."""
    # Importarlo tarda, y quien no escribe nada entre comillas no lo espera.
    import json

    citado = json.dumps(texto, ensure_ascii=False)
    return citado if citado.isprintable() else "".join(map(_a_la_vista, citado))


def tiene_invisibles(texto: str) -> bool:
    """Si lleva algo que actúa y no se ve: solo entre comillas se puede escribir a la vista."""
    return not texto.isprintable() and any(map(_es_invisible, texto))


def _es_invisible(letra: str) -> bool:
    return unicodedata.category(letra)[0] == "C"


def _a_la_vista(letra: str) -> str:
    if not _es_invisible(letra):
        return letra
    numero = ord(letra)
    return f"\\u{numero:04X}" if numero <= 0xFFFF else f"\\U{numero:08X}"


@lru_cache(maxsize=1024)
def _vale_sin_comillas(texto: str, *, en_corchetes: bool) -> bool:
    formas = yaml.resolver.Resolver.yaml_implicit_resolvers.get(texto[:1], ())
    if re.fullmatch(COMO_OTRA_COSA, texto) or re.match(_HORA, texto) or tiene_invisibles(texto):
        return False
    if any(etiqueta != _FECHA_DE_YAML and forma.match(texto) for etiqueta, forma in formas):
        return False
    # Dentro de corchetes no valen algunos signos, y fuera de ellos no valen otros.
    # La interrogación de «[¿sí?]» la admite libyaml, y no todos los que leen YAML.
    vale_dentro = not en_corchetes or ("?" not in texto and _es_un_texto(f"[{texto}]", texto))
    return vale_dentro and _es_un_texto(f"- {texto}\n", texto)


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
