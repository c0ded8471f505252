"""Las reglas de redacción miran todos los textos que una persona escribe, campo por campo.

Un campo de texto nuevo entra aquí solo: o lo miran, o se dice abajo por qué no.
"""

from typing import Any, get_args

import pytest

from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria, contenidos
from camctl.reglas.motor import diagnosticar
from camctl.reglas.texto_libre import textos_libres
from plan_entero import CAMPOS, FICHAS, Campo, con_valor, fuente

# Los textos que no son libres: los que el modelo obliga a escribir de un modo, los que nombran un
# registro y los que son uno de una lista.
NO_LIBRES = {
    *("Programa.mandato", "Objetivo.id"),
    *("Mandato.id", "Mandato.organo", "Mandato.parrafos", "Mandato.enlaces"),
    *("Actor.id", "Actor.categoria", "ObjetivoServido.id"),
    *("Cabecera.comision", "Cabecera.apoyo", "Cabecera.mandatos", "Cabecera.zona_horaria"),
    *("Actividad.id", "Actividad.hora", "Actividad.actores", "Actividad.objetivos"),
    *("Invitado.actor", "MandatoCitado.id", "MandatoCitado.parrafos", "Documento.enlace"),
    *("Avance.objetivo", "Avance.actor", "Avance.enlace", "Acuerdo.responsable"),
}
# Lo que puede ocupar varias líneas, y lo que se copia de un documento.
LARGOS = {"texto", "funcion", "mision", "cita", "motivo", "motivo_sin_sesion", "nota"}
PUEDEN_NO_DECIR_NADA = {"nota", "alias", "cita"}


def guarda_textos(anotacion: Any) -> bool:
    return anotacion is str or any(map(guarda_textos, get_args(anotacion)))


TEXTOS = [
    campo
    for campo in CAMPOS
    if guarda_textos(campo.ficha.model_fields[campo.nombre].annotation)
    and str(campo) not in NO_LIBRES
]


MARCA = "MARCA"


def codigos(campo: Campo, escrito: str) -> set[str]:
    """Los códigos de lo que se dice del plan con `escrito`, tal cual, en `campo`."""
    en_lista = campo.ficha.model_fields[campo.nombre].annotation == tuple[str, ...]
    archivos = {
        nombre: contenido.replace(MARCA.encode(), escrito.encode())
        for nombre, contenido in contenidos(
            fuente(con_valor(campo, [MARCA] if en_lista else MARCA))
        ).items()
    }
    return {uno.codigo for uno in diagnosticar(cargar(Memoria(archivos)))}


def test_son_los_del_modelo() -> None:
    assert {f"{ficha.__name__}.{uno}" for ficha in FICHAS for uno in textos_libres(ficha)} == {
        str(campo) for campo in TEXTOS
    }


@pytest.mark.parametrize("campo", TEXTOS, ids=str)
def test_se_miran_los_espacios_de_mas(campo: Campo) -> None:
    dichos = codigos(campo, "híbrida  y presencial")
    assert ("E503" in dichos) == (campo.nombre not in LARGOS)


@pytest.mark.parametrize("campo", TEXTOS, ids=str)
def test_se_mira_si_no_dicen_nada(campo: Campo) -> None:
    assert ("E509" in codigos(campo, "TBD")) == (campo.nombre not in PUEDEN_NO_DECIR_NADA)


@pytest.mark.parametrize("campo", TEXTOS, ids=str)
def test_se_mira_si_una_almohadilla_los_corta(campo: Campo) -> None:
    assert "E506" in codigos(campo, "híbrida #1")


@pytest.mark.parametrize("campo", TEXTOS, ids=str)
def test_se_mira_si_otro_programa_los_lee_de_otro_modo(campo: Campo) -> None:
    assert "E507" in codigos(campo, "010")
