"""Las resoluciones y lo que descansa en cada una."""

from collections.abc import Callable

from camctl.indices import Indices
from camctl.vistas.mandatos import mandatos
from camctl.vistas.respuesta import Respuesta, Tabla


def columnas(respuesta: Respuesta, *titulos: str) -> list[tuple[str, ...]]:
    assert isinstance(respuesta.cuerpo, Tabla)
    nombres = [una.titulo for una in respuesta.cuerpo.columnas]
    numeros = [nombres.index(titulo) for titulo in titulos]
    (unico,) = respuesta.cuerpo.grupos
    return [tuple(fila[numero] for numero in numeros) for fila in unico.filas]


def test_los_del_plan_real(indices_reales: Indices) -> None:
    respuesta = mandatos(indices_reales)
    assert columnas(respuesta, "ID", "Resolución", "Párrafos", "Sustenta") == [
        ("AG-2738", "AG/RES. 2738 (XLII-O/12)", "1-3", "el plan"),
        ("AG-2883", "AG/RES. 2883 (XLVI-O/16)", "1-3", "el plan\nel programa\nACT-1\nACT-6"),
        ("AG-2910", "AG/RES. 2910 (XLVII-O/17)", "1-20", "el plan\nACT-1\nACT-6"),
        ("AG-2916", "AG/RES. 2916 (XLVIII-O/18)", "26-33", "el plan"),
    ]
    assert columnas(respuesta, "Título")[2] == ("Migración en las Américas",)
    assert respuesta.vacio == ""


def test_sus_registros(indices_reales: Indices) -> None:
    registros = mandatos(indices_reales).registros
    assert isinstance(registros, list)
    assert [uno["id"] for uno in registros] == ["AG-2738", "AG-2883", "AG-2910", "AG-2916"]
    assert registros[2] == {
        "id": "AG-2910",
        "resolucion": "AG/RES. 2910 (XLVII-O/17)",
        "organo": "AG",
        "titulo": "Migración en las Américas",
        "seccion": None,
        "parrafos": "1-20",
        "enlaces": {},
        "nota": None,
        "sustenta": [
            {"clase": "plan", "id": None},
            {"clase": "actividad", "id": "ACT-1"},
            {"clase": "actividad", "id": "ACT-6"},
        ],
    }


def test_los_parrafos_que_cita_cada_actividad(indices: Indices) -> None:
    assert columnas(mandatos(indices), "ID", "Párrafos", "Sustenta") == [
        (
            "RES-10",
            "1-9",
            "el plan\nel programa\nACT-2 (párrafos 4-6)\nACT-2 (párrafo 9)",
        ),
        ("RES-11", "", "ACT-2"),
    ]


def test_el_organo_por_su_id(indices: Indices) -> None:
    registros = mandatos(indices).registros
    assert isinstance(registros, list)
    # En los datos, por un alias.
    assert [uno["organo"] for uno in registros] == ["ASA", None]


def test_en_el_que_no_descansa_nada(levantar: Callable[..., Indices]) -> None:
    indices = levantar(mandatos="mandatos: [{id: RES-1, resolucion: RES. 1, titulo: Una}]")
    respuesta = mandatos(indices)
    assert columnas(respuesta, "ID", "Sustenta") == [("RES-1", "nada")]
    assert isinstance(respuesta.registros, list)
    assert respuesta.registros[0]["sustenta"] == []


def test_un_plan_sin_mandatos(levantar: Callable[..., Indices]) -> None:
    respuesta = mandatos(levantar())
    assert respuesta.vacio == "el plan no tiene ningún mandato"
    assert respuesta.registros == []
