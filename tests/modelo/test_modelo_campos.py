"""Cada campo del modelo lleva su nombre, su porqué y un ejemplo, y el ejemplo vale."""

from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from camctl.lectura import leer
from camctl.lectura.escrito import escrito
from camctl.modelo.actividad import Actividad, Invitado, MandatoCitado
from camctl.modelo.actor import ArchivoDeActores
from camctl.modelo.base import Registro
from camctl.modelo.campos import campo_en, ejemplo, ficha_de, ficha_en, ficha_minima
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import (
    CLASES,
    MODELO_DE_ARCHIVO,
    ArchivoDeCalendario,
    Cabecera,
)


def fichas(modelo: type[Registro]) -> Iterator[type[Registro]]:
    yield modelo
    for campo in modelo.model_fields.values():
        if dentro := ficha_de(campo.annotation):
            yield from fichas(dentro)


FICHAS = list(dict.fromkeys(f for modelo in MODELO_DE_ARCHIVO.values() for f in fichas(modelo)))
CAMPOS = [(f, nombre, campo) for f in FICHAS for nombre, campo in f.model_fields.items()]


@pytest.mark.parametrize(
    ("ficha", "nombre", "campo"), CAMPOS, ids=[f"{f.__name__}.{nombre}" for f, nombre, _ in CAMPOS]
)
def test_cada_campo(ficha: type[Registro], nombre: str, campo: FieldInfo) -> None:
    assert nombre.isascii()
    assert campo.title
    assert campo.description
    assert campo.description.endswith(".")
    dentro = ficha_de(campo.annotation)
    if dentro is None:
        assert campo.examples
    for muestra in campo.examples or ():
        # Tal como se vería en el archivo: escrito, y vuelto a leer.
        leida = leer(f"{nombre}: {escrito(muestra)}\n".encode(), "x")
        assert leida.diagnosticos == ()
        assert isinstance(leida.valor, dict)
        modelo_validado = ficha.model_validate({**ficha_minima(ficha), **leida.valor})
        assert getattr(modelo_validado, nombre) != ()


@pytest.mark.parametrize("ficha", FICHAS, ids=lambda ficha: ficha.__name__)
def test_la_ficha_minima_vale(ficha: type[Registro]) -> None:
    minima = ficha_minima(ficha)
    assert ficha.model_validate(minima).model_dump(mode="json", exclude_unset=True).keys() == (
        minima.keys()
    )
    assert TypeAdapter(ficha).json_schema()["properties"].keys() == ficha.model_fields.keys()


def test_que_fichas_hay() -> None:
    assert {ficha.__name__ for ficha in FICHAS} == {
        "Acuerdo", "Actividad", "Actor", "ArchivoDeActores", "ArchivoDeCalendario",
        "ArchivoDeMandatos", "ArchivoDeObjetivos", "Avance", "Cabecera", "Documento", "Invitado",
        "Mandato", "MandatoCitado", "Objetivo", "ObjetivoServido", "Programa",
    }  # fmt: skip


def test_ficha_en_y_campo_en() -> None:
    calendario = ArchivoDeCalendario
    assert ficha_en(calendario, ("actividades", 3, "titulo")) is Actividad
    assert ficha_en(calendario, ("actividades", 3, "invitados", 0, "nombre")) is Invitado
    assert ficha_en(calendario, ("actividades", 3, "mandatos", 0, "id")) is MandatoCitado
    assert ficha_en(calendario, ("plan", "titulo")) is Cabecera
    assert ficha_en(calendario, ("plan",)) is ArchivoDeCalendario
    assert ficha_en(calendario, ("nada", "titulo")) is None
    assert ficha_en(ArchivoDeActores, ("categorias", "A")) is None
    assert campo_en(calendario, ("plan", "titulo")) is Cabecera.model_fields["titulo"]
    assert campo_en(calendario, ("plan", "nada")) is None
    assert campo_en(calendario, ("actividades", 0)) is None
    assert ejemplo(ArchivoDeCalendario.model_fields["plan"]) == ficha_minima(Cabecera)
    assert ficha_minima(Programa) == {"titulo": "Programa de Bibliotecas Escolares"}


def test_las_clases_de_registro() -> None:
    for clase in CLASES:
        assert clase.modelo is ficha_de(
            MODELO_DE_ARCHIVO[clase.archivo].model_fields[clase.clave].annotation
        )
    assert [clase.con_articulo for clase in CLASES] == [
        "el objetivo", "el mandato", "el actor", "la actividad",
    ]  # fmt: skip
    assert [clase.con_un for clase in CLASES] == [
        "un objetivo", "un mandato", "un actor", "una actividad",
    ]  # fmt: skip
    assert [clase.pronombre for clase in CLASES] == ["lo", "lo", "lo", "la"]


@pytest.mark.parametrize("estado", ["propuesta", "convocada", "realizada", "aplazada", "cancelada"])
@pytest.mark.parametrize("tipo", ["circulacion", "informal", "formal", "otra"])
def test_que_es_una_sesion(tipo: str, estado: str) -> None:
    una = Actividad.model_validate({**ficha_minima(Actividad), "tipo": tipo, "estado": estado})
    assert una.es_sesion == (
        tipo in {"informal", "formal"} and estado not in {"aplazada", "cancelada"}
    )
