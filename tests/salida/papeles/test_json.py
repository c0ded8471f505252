"""El plan entero en JSON: lo que toma otro programa."""

import json
import re
from typing import Any

from camctl.salida import papeles
from camctl.salida.limpieza import PELIGROSO
from camctl.vistas.encargo import Encargo
from camctl.vistas.entero import plan_entero
from camctl.vistas.seleccion import Seleccion


def escrito(encargo: Encargo) -> str:
    contenido = papeles.escribir(encargo, "json", {})
    assert isinstance(contenido, bytes)
    return contenido.decode("utf-8")


def test_se_lee_lo_que_dice_el_plan(encargo_real: Encargo) -> None:
    texto = escrito(encargo_real)
    assert json.loads(texto) == json.loads(json.dumps(plan_entero(encargo_real)))
    assert texto.endswith("}\n")


def test_lo_peligroso_va_escapado_y_se_lee_igual(encargo_real: Encargo) -> None:
    titulo = "Plan\u202e\x1b[31m"
    cabecera = encargo_real.cabecera.model_copy(update={"titulo": titulo})
    texto = escrito(encargo_real._replace(cabecera=cabecera))
    assert not re.search(PELIGROSO, texto)
    leido: dict[str, Any] = json.loads(texto)
    assert leido["plan"]["titulo"] == titulo


def test_del_calendario_va_lo_pedido(encargo_real: Encargo) -> None:
    instituto = encargo_real.indices.actor("IIN")
    assert instituto is not None
    suyo = encargo_real._replace(pedido=Seleccion(actores=(instituto,)))
    assert [una["id"] for una in json.loads(escrito(suyo))["actividades"]] == ["ACT-5"]
