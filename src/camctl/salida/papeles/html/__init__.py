"""El plan en una página web de un solo archivo: se lee sin nada más, y se busca y se filtra.

Nada se carga de fuera ni nada de los datos se ejecuta: lo dice su Content-Security-Policy (CSP
nivel 3), que solo admite la hoja de estilo y el guion que van dentro, por su resumen SHA-256.
"""

from typing import TYPE_CHECKING, Final

from camctl.vistas.encargo import Encargo

if TYPE_CHECKING:
    from jinja2 import Environment

TITULO: Final = "Página web"
ES_TEXTO: Final = True
OPCIONES: Final = frozenset[str]()


def escribir(encargo: Encargo) -> bytes:
    """La página de lo encargado, en UTF-8."""
    from importlib.resources import files

    from camctl.salida.papeles.html.pagina import SECCIONES, Pagina

    propios = files(__package__)
    estilo = propios.joinpath("pagina.css").read_text(encoding="utf-8")
    guion = propios.joinpath("pagina.js").read_text(encoding="utf-8")
    plantillas = entorno()
    plantillas.globals["pagina"] = Pagina(encargo)
    texto = plantillas.get_template("pagina.html.j2").render(
        secciones=SECCIONES,
        politica=politica(estilo, guion),
        estilo=estilo,
        guion=guion,
    )
    return texto.encode("utf-8")


def politica(estilo: str, guion: str | None = None) -> str:
    """La Content-Security-Policy de una página con ese estilo, ese guion si lo hay, y nada más."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_resumen(estilo)}'",
            f"script-src '{_resumen(guion) if guion else 'none'}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _resumen(texto: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(texto.encode('utf-8')).digest()).decode('ascii')}"


def entorno(paquete: str = __package__) -> "Environment":
    """Las plantillas de `paquete`, que escapan todo lo que venga de los datos."""
    from jinja2 import PackageLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from camctl.salida.papeles.html import textos

    plantillas = ImmutableSandboxedEnvironment(
        loader=PackageLoader(paquete, "plantillas"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=textos.a_la_vista,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    plantillas.globals.update(textos.DE_LAS_PLANTILLAS)
    return plantillas
