"""Lo que el ejemplo de una regla del calendario no muestra: los bordes y lo que se calla."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.diagnostico import Diagnostico

Hallar: TypeAlias = Callable[..., list[Diagnostico]]
Actividad: TypeAlias = Callable[..., str]


def codigos(hallados: list[Diagnostico]) -> list[str]:
    return sorted(uno.codigo for uno in hallados)


@pytest.mark.parametrize(
    ("primera", "segunda", "chocan"),
    [
        ("10:00-12:00", "12:00-13:00", False),
        ("10:00-12:00", "11:59-13:00", True),
        ("9:00-12:00", "10:00", True),
        ("10:00", "10:00", True),
        ("10:00", "10:30", False),
        ("10:00", "9:00-11:00", True),
        ("10:00-13:00", "9:00-14:00", True),
    ],
)
def test_dos_sesiones_coinciden_si_sus_horas_se_solapan(
    hallar: Hallar, actividad: Actividad, primera: str, segunda: str, *, chocan: bool
) -> None:
    dia = "2030-03-14"
    hallados = hallar(
        actividad(2, dia, f'hora: "{primera}"') + actividad(3, dia, f'hora: "{segunda}"')
    )
    assert codigos(hallados) == ["C405"] * chocan


@pytest.mark.parametrize("otro", [("2030-03-15", "informal"), ("2030-03-14", "otra")])
def test_en_otro_dia_o_sin_ser_sesion_no_coinciden(
    hallar: Hallar, actividad: Actividad, otro: tuple[str, str]
) -> None:
    hora = 'hora: "10:00-13:00"'
    fecha, tipo = otro
    anadido = actividad(2, "2030-03-14", hora) + actividad(3, fecha, hora, tipo=tipo)
    assert codigos(hallar(anadido)) == []


def test_una_sesion_de_varios_dias_ocupa_sus_horas_en_cada_uno(
    hallar: Hallar, actividad: Actividad
) -> None:
    hora = 'hora: "10:00-13:00"'
    anadido = actividad(2, "2030-03-13", "hasta: 2030-03-15", hora)
    assert codigos(hallar(anadido + actividad(3, "2030-03-14", hora))) == ["C405"]


def test_el_choque_nombra_a_quien_tendria_que_estar_en_las_dos(
    hallar: Hallar, actividad: Actividad
) -> None:
    ana = ('hora: "10:00"', "actores: [CB]", "invitados: [{nombre: Ana Pérez}]")
    hallado, *mas = hallar(actividad(2, "2030-03-14", *ana) + actividad(3, "2030-03-14", *ana))
    assert mas == []
    assert hallado.mensaje.endswith("; en las dos están CB y Ana Pérez")
    assert [uno.lugar.archivo for uno in hallado.relacionados] == ["calendario.yaml"]


def test_el_choque_no_nombra_a_quien_no_ha_escrito_nadie(
    hallar: Hallar, actividad: Actividad
) -> None:
    sin_nombre = ('hora: "10:00"', "actores: [CB]", "invitados: [{cargo: Relatora}]")
    hallados = hallar("".join(actividad(n, "2030-03-14", *sin_nombre) for n in (2, 3)))
    assert codigos(hallados) == ["C405", "M201", "M201"]
    (choque,) = (uno for uno in hallados if uno.codigo == "C405")
    assert choque.mensaje.endswith("; en las dos está CB")


def test_cada_sesion_que_choca_se_dice_una_vez(hallar: Hallar, actividad: Actividad) -> None:
    anadido = "".join(actividad(n, "2030-03-14", 'hora: "10:00"') for n in range(2, 40))
    assert codigos(hallar(anadido)) == ["C405"] * 37


def test_una_sola_fuera_de_orden_no_arrastra_a_las_demas(
    hallar: Hallar, actividad: Actividad
) -> None:
    meses = ["2030-03", "2031-11", "2030-04", "2030-05", "2030-06"]
    anadido = "".join(actividad(n, mes) for n, mes in enumerate(meses, 2))
    hallado, *mas = hallar(anadido)
    assert (hallado.codigo, hallado.registro, mas) == ("C404", "ACT-4", [])


@pytest.mark.parametrize(
    "cambio", ["2030-13", "14/3/2030", "[2030-02]", "2030-02-31"], ids=lambda texto: texto
)
def test_de_una_fecha_mal_escrita_no_se_dice_nada_mas(
    hallar: Hallar, actividad: Actividad, cambio: str
) -> None:
    hora = 'hora: "10:00"'
    anadido = actividad(2, cambio, hora, "hasta: 2030-01-01") + actividad(3, "2030-02-15")
    assert {uno.codigo[0] for uno in hallar(anadido)} == {"M"}


def test_sin_periodo_no_hay_fechas_fuera_de_el(hallar: Hallar) -> None:
    hallados = hallar(calendario=("periodo: 2030-2031", "periodo: dos años"))
    assert codigos(hallados) == ["M206"]


@pytest.mark.parametrize("fecha", ["2030-01-01", "2031-12-31", "2030", "2031-12"])
def test_los_bordes_del_periodo_son_del_periodo(
    hallar: Hallar, actividad: Actividad, fecha: str
) -> None:
    hallados = hallar(actividad(2, fecha, tipo="otra"))
    assert "C401" not in codigos(hallados)


def test_el_final_en_el_mismo_mes_no_es_anterior(hallar: Hallar, actividad: Actividad) -> None:
    assert codigos(hallar(actividad(2, "2030-03-14", "hasta: 2030-03"))) == []


def test_los_huecos_que_ocupa_un_registro_roto_no_son_huecos(
    hallar: Hallar, actividad: Actividad
) -> None:
    rota = actividad(2, "2030-03").replace("ACT-2", "ACT-2!")
    hallados = hallar(rota + actividad(3, "2030-04"))
    assert codigos(hallados) == ["C410", "M206"]
    sin_fecha = actividad(2, "marzo") + actividad(3, "2030-04")
    assert [codigo for codigo in codigos(hallar(sin_fecha)) if codigo[0] != "M"] == []


def test_escrito_de_otra_manera_un_numero_es_el_mismo(hallar: Hallar, actividad: Actividad) -> None:
    otra = actividad(2, "2030-03").replace("ACT-2", "Act 2")
    assert codigos(hallar(otra + actividad(3, "2030-04"))) == ["E512"]
    # De dos con el mismo número, se nombra el que está escrito como los demás.
    dos = otra + actividad(2, "2030-03") + actividad(4, "2030-04")
    dichos = {uno.codigo: uno.mensaje for uno in hallar(dos)}
    assert dichos["C410"].endswith("sigue en la numeración a ACT-2: falta ACT-3")


@pytest.mark.parametrize(
    "id_",
    [
        *("Actividad 2", "2", "Reunión-2", "ATC-2", "AC-2", "ACT-2a", "ACT-II", "ACT"),
        *("ACT-1.5", "ACT-2/3", "Reunión-1"),
    ],
)
def test_a_la_que_no_es_de_la_serie_se_le_da_su_id(
    hallar: Hallar, actividad: Actividad, id_: str
) -> None:
    otra = actividad(2, "2030-03").replace("ACT-2", id_)
    (hallado,) = hallar(otra + actividad(3, "2030-04"))
    assert (hallado.codigo, hallado.registro) == ("E512", id_)
    assert hallado.mensaje.endswith("no tiene el ID como las demás: ACT- y un número")
    assert hallado.ayuda == "escríbalo como ellas. Escriba: - id: ACT-2"


@pytest.mark.parametrize(
    ("ids", "propuestos"),
    [
        # La primera, la última, y con un número que ya es de otra.
        (["ACT", "ACT-2", "ACT-3"], ["ACT-1"]),
        (["ACT-1", "ACT-2", "ATC-7"], ["ACT-7"]),
        (["ACT-1", "ACT-2", "ATC-2"], ["ACT-3"]),
        # Varias, cada una el suyo.
        (["ACT-1", "ACT-2", "ATC-3", "S-3"], ["ACT-3", "ACT-4"]),
        (["ACT-1", "X", "ACT-2", "Y", "ACT-3"], ["ACT-4", "ACT-5"]),
        (["ACT-1", "Act-2", "ACT-3", "ATC-2"], ["ACT-2", "ACT-4"]),
        # Con más cifras que un número de orden.
        (["ACT-1", f"ACT-{'9' * 600}", "ACT"], ["ACT-2"]),
        (["ACT-1", "ACT-2", f"ATC-{'9' * 600}"], ["ACT-3"]),
        # No son los de las demás: no se sabe de qué serie es, o es de otra.
        (["ACT-1", "ATC-2"], []),
        (["ACT-1", "ACT-2", "Reunión-1", "Reunión-2"], []),
        (["X", "V", "Z"], []),
    ],
)
def test_el_id_que_le_toca_a_la_que_no_es_de_la_serie(
    hallar: Hallar, actividad: Actividad, ids: list[str], propuestos: list[str]
) -> None:
    primero, *otros = ids
    mas = "".join(actividad(9, "2030-03").replace("ACT-9", id_) for id_ in otros)
    hallados = hallar(mas, calendario=("ACT-1", primero))
    assert [uno.ayuda.rpartition(" ")[2] for uno in hallados if uno.codigo == "E512"] == propuestos


def test_el_id_que_le_toca_lo_ha_de_mirar_una_persona(hallar: Hallar, actividad: Actividad) -> None:
    otra = actividad(3, "2030-03").replace("ACT-3", "ATC-3")
    (hallado,) = hallar(actividad(2, "2030-03") + otra)
    assert [arreglo.seguro for arreglo in hallado.arreglos] == [False]


def test_no_se_le_da_el_id_de_una_rota(hallar: Hallar, actividad: Actividad) -> None:
    rota = actividad(3, "2030-03").replace("ACT-3", "ACT-3.")
    otra = actividad(3, "2030-03").replace("ACT-3", "ATC-3")
    hallados = hallar(actividad(2, "2030-03") + otra + rota)
    assert [(uno.codigo, uno.ayuda.rpartition(" ")[2]) for uno in hallados] == [
        ("E512", "ACT-4"),
        ("M206", "ACT-3"),
    ]


def test_otra_serie_no_llena_un_hueco(hallar: Hallar, actividad: Actividad) -> None:
    otras = "".join(
        actividad(2, "2030-03").replace("ACT-2", id_) for id_ in ("Reunión-2", "Reunión-3")
    )
    (hallado,) = hallar(otras + actividad(3, "2030-04"))
    assert hallado.mensaje.endswith("sigue en la numeración a ACT-1: falta ACT-2")


def test_un_hueco_enorme_es_un_solo_hallazgo(hallar: Hallar, actividad: Actividad) -> None:
    hallado, *mas = hallar(actividad(999_999_999, "2030-03"))
    assert mas == []
    assert hallado.mensaje.endswith("faltan de ACT-2 a ACT-999999998")
    largo = actividad(2, "2030-03").replace("ACT-2", f"ACT-{'9' * 6000}")
    assert codigos(hallar(largo)) == []


def test_motivo_mal_escrito_no_es_motivo_que_falta(hallar: Hallar, actividad: Actividad) -> None:
    anadido = actividad(2, "2030-03", "estado: cancelada", "motivo: [uno, dos]")
    assert {uno.codigo[0] for uno in hallar(anadido)} == {"M"}


def test_de_un_final_anterior_no_se_mira_el_dia_de_la_semana(
    hallar: Hallar, actividad: Actividad
) -> None:
    # El 3 de marzo de 2030 es domingo.
    hallados = hallar(actividad(2, "2030-03-14", "hasta: 2030-03-03"))
    assert codigos(hallados) == ["C402"]


def test_si_ninguna_es_del_periodo_el_que_esta_mal_es_el(
    hallar: Hallar, actividad: Actividad
) -> None:
    otro = ("  periodo: 2030-2031\n", "  periodo: 2018-2019\n")
    (hallado,) = hallar(actividad(2, "2031-03-14"), calendario=otro)
    assert (hallado.codigo, hallado.lugar.linea) == ("C401", 3)
    assert hallado.mensaje == "el plan es de 2018-2019, y ninguna actividad cae en él"
    assert hallado.ayuda.endswith("Escriba: periodo: 2030-2031")


def test_de_una_sola_no_se_sabe_cual_de_los_dos_esta_mal(hallar: Hallar) -> None:
    (hallado,) = hallar(calendario=("  periodo: 2030-2031\n", "  periodo: 2018\n"))
    assert (hallado.codigo, hallado.registro) == ("C401", "ACT-1")


@pytest.mark.parametrize(
    ("hora", "ayuda"),
    [
        (
            "10:00-1:00",
            'si acaba por la tarde, cuente las horas hasta 24. Escriba: hora: "10:00-13:00"',
        ),
        ("15:00-14:30", "escriba primero la hora en que empieza"),
        ("12:30-12:30", "escriba primero la hora en que empieza"),
    ],
)
def test_la_una_de_la_tarde(hallar: Hallar, actividad: Actividad, hora: str, ayuda: str) -> None:
    (hallado,) = hallar(actividad(2, "2030-03-14", f'hora: "{hora}"'))
    assert (hallado.codigo, hallado.ayuda) == ("C411", ayuda)


@pytest.mark.parametrize(
    ("viejo", "nuevo", "dicho"),
    [
        ("tipo: informal", "tipo: circulasion", "M204"),
        ("    tipo: informal\n", "", "M201"),
        ("actores: [", "estado: cancelado\n    actores: [", "M204"),
    ],
)
def test_si_no_se_sabe_si_es_una_sesion_no_se_mira_como_tal(
    hallar: Hallar, actividad: Actividad, viejo: str, nuevo: str, dicho: str
) -> None:
    # El 16 de marzo de 2030 es sábado.
    en_sabado = actividad(2, "2030-03-16").replace(viejo, nuevo)
    assert set(codigos(hallar(en_sabado))) == {dicho}
    una, otra = (actividad(n, "2030-03-14", 'hora: "10:00"') for n in (2, 3))
    assert set(codigos(hallar(una + otra.replace(viejo, nuevo)))) == {dicho}
    assert set(codigos(hallar(una.replace(viejo, nuevo) + otra))) == {dicho}


# El ejemplo del modelo, que se pone en el lugar de una fecha rota, es de 2030.
@pytest.mark.parametrize("periodo", ["2016-2017", "2030"])
def test_una_fecha_mal_escrita_no_dice_nada_del_periodo(
    hallar: Hallar, actividad: Actividad, periodo: str
) -> None:
    anadido = "".join(actividad(n, una) for n, una in enumerate(("mañana", "2018-05"), 2))
    comienzo = "periodo: {}\n  comision: CB\n  mandatos: [AG-101]\n\nactividades:\n  - id: ACT-1\n"
    comienzo += "    fecha: {}"
    otro = (comienzo.format("2030-2031", "2030-02"), comienzo.format(periodo, "2018-02"))
    fuera, rota = hallar(anadido, calendario=otro)
    assert (fuera.codigo, fuera.lugar.linea, rota.codigo) == ("C401", 3, "M207")
    assert fuera.ayuda.endswith('Escriba: periodo: "2018"')
