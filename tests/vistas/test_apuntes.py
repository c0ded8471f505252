"""Lo que se dice a quien acaba de cambiar un registro."""

from typing import Any

import pytest

from camctl.modelo.actividad import Actividad
from camctl.modelo.actor import Actor
from camctl.vistas.apuntes import apuntes

ANTES: dict[str, Any] = {
    "id": "ACT-1",
    "fecha": "2030-03",
    "tipo": "informal",
    "titulo": "Sesión",
    "actores": ["CB"],
    "invitados": [{"nombre": "Ana", "estado": "por_confirmar"}, {"nombre": "Luz"}],
    "acuerdos": [{"texto": "Remitir la guía."}],
    "lugar": "Sala de Lectura",
}


@pytest.mark.parametrize(
    ("cambio", "esperado"),
    [
        ({"actualizado": "2030-02-11T10:30Z"}, []),
        ({"fecha": "2030-03-14"}, ["fecha, de marzo de 2030 a 14 de marzo de 2030"]),
        ({"estado": "aplazada"}, ["estado, de propuesta a aplazada"]),
        ({"hora": "10:00"}, ["hora, 10:00"]),
        ({"lugar": None}, ["lugar, que era «Sala de Lectura», se quita"]),
        ({"lugar": "Patio"}, ["lugar, de «Sala de Lectura» a Patio"]),
        ({"actores": ["CB", "SBP"]}, ["actores, de CB a CB y SBP"]),
        (
            {"invitados": [{"nombre": "Ana", "estado": "asistio"}, {"nombre": "Luz"}]},
            ["Ana, de por confirmar a asistió"],
        ),
        (
            {"invitados": [{"nombre": "Ana"}, {"nombre": "Luz", "estado": "excusado"}]},
            ["Ana, sin decir si asiste", "Luz, se excusó"],
        ),
        (
            {
                "invitados": [
                    {"nombre": "Sol", "estado": "por_confirmar"},
                    {"nombre": "Luz", "actor": "SBP"},
                    {"nombre": "Eva"},
                ]
            },
            ["Sol (por confirmar) sustituye a Ana", "Luz: actor, SBP", "se invita a Eva"],
        ),
        (
            {"acuerdos": [{"texto": "Remitir la guía.", "cumplido": True}, {"texto": "Otro"}]},
            ["acuerdo «Remitir la guía.», cumplido", "acuerdo «Otro», nuevo"],
        ),
        (
            {"acuerdos": [{"texto": "Remitir la guía.", "plazo": "2030-05"}]},
            ["acuerdo «Remitir la guía.»: plazo, mayo de 2030"],
        ),
        ({"documentos": [{"titulo": "Acta"}]}, ["documento «Acta», nuevo"]),
        (
            {"avances": [{"objetivo": "B8", "texto": "Guía publicada."}]},
            ["avance sobre B8, «Guía publicada.»"],
        ),
    ],
)
def test_una_linea_por_cosa(cambio: dict[str, Any], esperado: list[str]) -> None:
    antes = Actividad.model_validate(ANTES)
    despues = Actividad.model_validate({**ANTES, **cambio})
    assert list(apuntes(antes, despues)) == esperado


def test_un_si_o_no() -> None:
    antes = Actor.model_validate({"id": "SBP", "nombre": "Servicio"})
    despues = Actor.model_validate({"id": "SBP", "nombre": "Servicio", "transversal": "sí"})
    assert list(apuntes(antes, despues)) == ["transversal, de no a sí"]
