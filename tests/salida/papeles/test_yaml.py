"""El plan entero en un YAML: lo que se escribe se vuelve a leer igual."""

import re

import yaml

from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria
from camctl.modelo.plan import MODELO_DE_ARCHIVO, Plan
from camctl.salida import papeles
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion


def escrito(encargo: Encargo) -> str:
    contenido = papeles.escribir(encargo, "yaml", {})
    assert isinstance(contenido, bytes)
    return contenido.decode("utf-8")


def releido(texto: str) -> Plan:
    """El plan que sale de repartir las secciones de `texto` entre sus cuatro archivos."""
    trozos = re.split(r"^(?=\w)", texto, flags=re.MULTILINE)[1:]
    secciones = {trozo.partition(":")[0]: trozo for trozo in trozos}
    archivos = {
        archivo: "".join(secciones.get(clave, "") for clave in modelo.model_fields).encode()
        for archivo, modelo in MODELO_DE_ARCHIVO.items()
    }
    carga = cargar(Memoria(archivos))
    assert carga.diagnosticos == ()
    return carga.plan


def test_el_plan_real_vuelve_igual(encargo_real: Encargo) -> None:
    assert releido(escrito(encargo_real)) == encargo_real.plan


def test_el_plan_inventado_vuelve_igual(encargo: Encargo) -> None:
    assert releido(escrito(encargo)) == encargo.plan


def test_lo_lee_otro_lector(encargo_real: Encargo) -> None:
    leido = yaml.safe_load(escrito(encargo_real))
    assert [uno["id"] for uno in leido["actividades"]] == [f"ACT-{n}" for n in range(1, 7)]
    assert leido["actividades"][5]["objetivos"] == "todos"
    assert leido["objetivos"][0]["texto"] == encargo_real.plan.objetivos[0].texto


def test_del_calendario_va_lo_pedido(encargo_real: Encargo) -> None:
    instituto = encargo_real.indices.actor("IIN")
    assert instituto is not None
    suyo = encargo_real._replace(pedido=Seleccion(actores=(instituto,)))
    assert [una.id for una in releido(escrito(suyo)).actividades] == ["ACT-5"]
