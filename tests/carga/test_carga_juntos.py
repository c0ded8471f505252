"""Lo que sobra en la línea de un campo del que se sabe qué admite."""

import pytest

from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria

CALENDARIO = (
    "plan: {titulo: Plan, periodo: 2030, comision: CB}\n"
    "actividades:\n"
    "  - id: ACT-1\n"
    "    fecha: 2030-02-01\n"
    "    tipo: otra\n"
    "    titulo: Una\n"
)
OTROS = {
    "objetivos.yaml": "programa: {titulo: Programa}\n",
    "mandatos.yaml": "mandatos: []\n",
    "actores.yaml": "actores: [{id: CB, nombre: Comisión}]\n",
}


def con(linea: str) -> list[tuple[str, str, str]]:
    textos = {**OTROS, "calendario.yaml": f"{CALENDARIO}    {linea}\n"}
    carga = cargar(Memoria({nombre: texto.encode() for nombre, texto in textos.items()}))
    return [(uno.codigo, uno.mensaje, uno.ayuda) for uno in carga.diagnosticos]


DOS = "aquí hay dos campos en la misma línea"


@pytest.mark.parametrize(
    ("linea", "codigo", "mensaje", "lineas"),
    [
        (
            "hora: 10:00 lugar: Sala 1",
            "L111",
            DOS,
            'hora: "10:00" y lugar: Sala 1',
        ),
        (
            "fecha_prevista: 3/14/2030, hora: 10h; estado: propuesta",
            "L111",
            "aquí hay varios campos en la misma línea",
            'fecha_prevista: 3/14/2030, hora: "10:00" y estado: propuesta',
        ),
        (
            'hora: "10:00" objetivos: [B1]',
            "L112",
            DOS,
            'hora: "10:00" y objetivos: [B1]',
        ),
    ],
)
def test_varios_campos_en_una_linea(linea: str, codigo: str, mensaje: str, lineas: str) -> None:
    assert con(linea) == [(codigo, mensaje, f"escriba cada uno en su línea: {lineas}")]


def test_de_un_texto_cualquiera_puede_ser_todo() -> None:
    ((_, mensaje, ayuda),) = con("nota: Se sabe la hora: 10:00")
    assert mensaje == "aquí hay dos puntos de más"
    assert ayuda == (
        'si son parte del texto, escriba: nota: "Se sabe la hora: 10:00"; '
        'si son dos campos, cada uno en su línea: nota: Se sabe la y hora: "10:00"'
    )


@pytest.mark.parametrize(
    "linea", ["hora: '10:00' a '13:00'", "hora: '10:00'-'13:00'", 'hora: "10:00 a 13:00']
)
def test_las_comillas_de_una_hora(linea: str) -> None:
    ((codigo, _, ayuda),) = con(linea)
    assert (codigo, ayuda) == ("L112", 'escriba: hora: "10:00-13:00"')


@pytest.mark.parametrize(
    ("linea", "escriba"),
    [
        ("lugar: 'Sala' y 'sala'", "lugar: \"'Sala' y 'sala'\""),
        ("hora: '10:00", 'hora: "10:00"'),
        ("hora: 'por' 'definir'", "hora: \"'por' 'definir'\""),
    ],
)
def test_las_comillas_de_lo_que_no_se_adivina(linea: str, escriba: str) -> None:
    ((_, _, ayuda),) = con(linea)
    assert ayuda.endswith(f": {escriba}")
