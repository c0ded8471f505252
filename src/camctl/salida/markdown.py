"""Textos de desconocidos en Markdown: nada de lo que digan es marcado, enlace ni HTML."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from camctl.salida.limpieza import limpio

_SIGNO: Final = re.compile(r"[\\`*_{}\[\]#|~$<>&@]")
# Lo que una barra delante no desarma. GitHub hace de una arroba un enlace de correo, o avisa a
# quien se llame así, salvo que algo la separe de lo que la sigue.
_SUSTITUTOS: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "@<!-- -->"}
# También hace un enlace de lo que parece una dirección, aunque nadie lo haya pedido.
_DIRECCION: Final = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
# Al principio de un párrafo, esto es una lista o un subrayado.
_COMIENZO: Final = re.compile(r"^([0-9]*)([-+=.)])")
# Lo que puede ir en una dirección tal cual; los corchetes angulares, las barras y lo demás, no.
_DE_DIRECCION: Final = ":/?#[]@!$'()*+,;=%&~"


def en_linea(texto: str) -> str:
    """`texto` en una línea, con lo que Markdown entendería como marcado escapado."""
    escapado = _SIGNO.sub(_escape, limpio(texto).strip())
    return _DIRECCION.sub(_escape, escapado)


def parrafo(texto: str) -> str:
    """`texto` en una línea que empieza un párrafo, o un elemento de una lista."""
    return al_comienzo(en_linea(texto))


def al_comienzo(escrito: str) -> str:
    """Lo ya escrito, para que empiece un párrafo o un elemento y no otra lista."""
    return _COMIENZO.sub(r"\1\\\2", escrito, count=1)


def en_lineas(textos: Iterable[str]) -> str:
    """Varias líneas en una celda o en un elemento de una lista."""
    return "<br>".join(map(en_linea, textos))


def fila(celdas: Iterable[str]) -> str:
    """Una fila de una tabla; las celdas van ya escritas."""
    return f"| {' | '.join(celdas)} |"


def enlace(texto: str, destino: str) -> str:
    """Un enlace a una dirección o a un ancla; `texto` va ya escrito."""
    # «&para;» sería el signo de párrafo también dentro de una dirección.
    segura = quote(destino, safe=_DE_DIRECCION, errors="replace").replace("&", "&amp;")
    return f"[{texto}](<{segura}>)" if re.search("[()]", segura) else f"[{texto}]({segura})"


def _escape(hallado: re.Match[str]) -> str:
    return _SUSTITUTOS.get(hallado[0], f"\\{hallado[0]}")
