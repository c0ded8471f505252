"""Otra comisión, en otro año: ningún papel suyo dice nada del plan de `data/`."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from camctl.modelo.plan import Plan
from camctl.salida import papeles
from camctl.vistas.encargo import Encargo


def textos(contenido: bytes) -> Iterator[str]:
    """Los textos de un archivo o, si es un ZIP, los de sus partes, sin marcas de XML."""
    if zipfile.is_zipfile(io.BytesIO(contenido)):
        with zipfile.ZipFile(io.BytesIO(contenido)) as paquete:
            for parte in paquete.namelist():
                yield from textos(paquete.read(parte))
    else:
        # Una agenda dobla sus líneas, y Word parte las palabras en tramos.
        texto = contenido.decode("utf-8-sig").replace("\r\n ", "")
        yield texto
        yield re.sub(r"<[^>]*>", "", texto)


def palabras(encargo: Encargo, formato: str) -> set[str]:
    contenido = papeles.escribir(encargo, formato, {})
    archivos = contenido if isinstance(contenido, dict) else {"": contenido}
    return {
        palabra
        for nombre, bytes_ in archivos.items()
        for texto in (nombre, *textos(bytes_))
        for palabra in re.findall(r"[^\W_]+", texto)
    }


def siglas(plan: Plan) -> set[str]:
    """Las de sus actores, los números de sus mandatos y los apellidos de sus invitados."""
    numeros = re.findall(r"\d{3,}", " ".join(uno.id for uno in plan.mandatos))
    nombres = (uno.nombre for una in plan.actividades for uno in una.invitados)
    apellidos = {nombre.split()[-1] for nombre in nombres}
    return {actor.id for actor in plan.actores} | set(numeros) | apellidos


@pytest.mark.parametrize("formato", papeles.formatos())
def test_no_dice_nada_del_plan_de_data(
    formato: str, encargo: Encargo, encargo_real: Encargo
) -> None:
    suyas, ajenas = siglas(encargo.plan), siglas(encargo_real.plan)
    assert suyas.isdisjoint(ajenas)
    dichas = palabras(encargo, formato)
    assert dichas & ajenas == set()
    assert "ILI" in dichas
    # En los papeles del otro plan sí están: se mira donde se debe.
    assert "IIN" in palabras(encargo_real, formato)
