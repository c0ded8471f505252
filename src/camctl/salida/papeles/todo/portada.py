"""La página que reúne los papeles de una carpeta, para publicarla."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Final, NamedTuple

from camctl.salida import papeles
from camctl.vistas.encargo import Encargo

_PARA_LEER: Final = ("html", "docx", "md")
_PARA_LA_AGENDA: Final = ("ics",)
_PARA_TRABAJAR: Final = ("xlsx", "csv")


class Archivo(NamedTuple):
    """Un archivo de la carpeta: adónde lleva su enlace y cómo se llama ante una persona."""

    ruta: str
    titulo: str
    formato: str


class Apartado(NamedTuple):
    """Unos archivos que sirven para lo mismo."""

    titulo: str
    archivos: tuple[Archivo, ...]


def portada(encargo: Encargo, archivos: Iterable[str], agendas: Mapping[str, str]) -> bytes:
    """La página con un enlace a cada archivo; `agendas`, de quién es cada una, por su ruta."""
    from importlib.resources import files

    from camctl.salida.papeles.html import entorno, politica

    estilo = files(__package__).joinpath("portada.css").read_text(encoding="utf-8")
    texto = (
        entorno(__package__)
        .get_template("portada.html.j2")
        .render(
            encargo=encargo,
            apartados=_apartados(archivos, agendas),
            politica=politica(estilo),
            estilo=estilo,
        )
    )
    return texto.encode("utf-8")


def _apartados(archivos: Iterable[str], agendas: Mapping[str, str]) -> list[Apartado]:
    todos = [_archivo(ruta, agendas) for ruta in archivos]
    dichos = {*_PARA_LEER, *_PARA_LA_AGENDA, *_PARA_TRABAJAR}
    demas = tuple(dict.fromkeys(uno.formato for uno in todos if uno.formato not in dichos))
    apartados = (
        ("Para leer y repartir", _PARA_LEER),
        ("Para la agenda", _PARA_LA_AGENDA),
        ("Para trabajar con ellos", _PARA_TRABAJAR),
        ("Para otros programas", demas),
    )
    return [
        Apartado(
            titulo,
            tuple(uno for formato in formatos for uno in todos if uno.formato == formato),
        )
        for titulo, formatos in apartados
    ]


def _archivo(ruta: str, agendas: Mapping[str, str]) -> Archivo:
    formato = papeles.formato_de(ruta) or ""
    titulo = papeles.papel(formato).TITULO if formato else PurePath(ruta).name
    if ruta in agendas:
        return Archivo(ruta, agendas[ruta], formato)
    if len(PurePath(ruta).parts) > 1:
        return Archivo(ruta, f"{titulo}: {PurePath(ruta).stem}", formato)
    return Archivo(ruta, titulo, formato)
