"""El ID que se propone a un registro que no lo lleva: uno que no sea ya de otro."""

import pytest

from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria

VACIOS = {
    "objetivos.yaml": "programa: {titulo: Programa}\nobjetivos: []\n",
    "mandatos.yaml": "mandatos: []\n",
    "actores.yaml": "actores: []\n",
    "calendario.yaml": "plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades: []\n",
}


@pytest.mark.parametrize(
    ("archivo", "registros", "propuestos"),
    [
        ("calendario", "{id: ACT-1}, {nota: x}, {id: ACT-2}, {nota: x}", ["ACT-3", "ACT-4"]),
        # Delante no hay ninguno: el primero libre tras el que haya.
        ("objetivos", "{nota: x}, {id: B7}, {id: B8}", ["B9"]),
        ("objetivos", "palabra, {id: B2}, {nota: x}", ["B4"]),  # el B3, para la palabra
        # Los de otro no se siguen: se propone el del ejemplo, u otro como él.
        ("mandatos", "{id: AG-7}, {nota: x}", ["AG-101"]),
        ("mandatos", "{id: ag-101}, {id: AG-101-2}, {nota: x}", ["AG-101-3"]),
        ("mandatos", "{nota: x}, {nota: x}", ["AG-101", "AG-101-2"]),
        # No lo lleva ninguno: desde el primero de la serie del ejemplo.
        ("calendario", "{nota: x}, {nota: x}, {nota: x}", ["ACT-1", "ACT-2", "ACT-3"]),
        # El que no tiene número no dice cuál sigue, y también lo necesita.
        ("calendario", "{id: ACT-1}, {id: ACT-}, {nota: x}", ["ACT-3"]),
        ("calendario", "{id: ACT}, {nota: x}, {id: ACT-4}", ["ACT-6"]),
    ],
)
def test_el_id_que_se_propone(archivo: str, registros: str, propuestos: list[str]) -> None:
    nombre = f"{archivo}.yaml"
    textos = VACIOS | {nombre: VACIOS[nombre].replace("[]", f"[{registros}]")}
    carga = cargar(Memoria({uno: texto.encode() for uno, texto in textos.items()}))
    assert [
        uno.ayuda.rpartition("id: ")[2]
        for uno in carga.diagnosticos
        if uno.mensaje.endswith("falta «id»")
    ] == propuestos


@pytest.mark.parametrize(
    ("registros", "ayudas"),
    [
        ("{id: ACT-1}, {id: ACT-}, {id: ACT-3}", ["ACT-2"]),
        ("{id: ACT-}, {id: ACT-}", ["ACT-1", "ACT-2"]),
    ],
)
def test_al_que_le_falta_el_numero_se_le_propone_uno_libre(
    registros: str, ayudas: list[str]
) -> None:
    textos = VACIOS | {"calendario.yaml": VACIOS["calendario.yaml"].replace("[]", f"[{registros}]")}
    carga = cargar(Memoria({uno: texto.encode() for uno, texto in textos.items()}))
    assert [uno.ayuda for uno in carga.diagnosticos if uno.codigo == "M206"] == [
        f"ACT- y su número de orden; por ejemplo: id: {ayuda}" for ayuda in ayudas
    ]
