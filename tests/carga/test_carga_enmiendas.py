"""Qué se propone escribir en lugar de un valor que no vale, y si se puede hacer sin mirar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camctl.carga import Carga, cargar
from camctl.diagnostico import Arreglo
from camctl.edicion.arreglos import empalmar
from camctl.fuentes.memoria import Memoria
from camctl.lectura.escrito import escrito
from camctl.modelo import descuidos
from camctl.modelo.enmiendas import (
    enmendar_fecha,
    enmendar_hora,
    enmendar_lista,
    enmendar_parrafos,
    enmendar_vocablo,
)
from camctl.modelo.fecha import Fecha, interpretar

ACTIVIDAD = {"id": "ACT-1", "fecha": "2030-03-14", "tipo": "formal", "titulo": "Uno"}
PLAN = "plan: {titulo: Plan, periodo: 2030, comision: CB}\n"
OTROS = {
    "objetivos.yaml": b"programa: {titulo: x}\n",
    "mandatos.yaml": b"mandatos: []\n",
    "actores.yaml": b"actores: []\n",
}


def cargado(calendario: str, **otros: str) -> Carga:
    textos = {**OTROS, **{f"{nombre}.yaml": texto.encode() for nombre, texto in otros.items()}}
    return cargar(Memoria({**textos, "calendario.yaml": calendario.encode()}))


def con_campo(campo: str, valor: str) -> Carga:
    lineas = "\n    ".join(f"{k}: {v}" for k, v in {**ACTIVIDAD, campo: valor}.items())
    return cargado(f"{PLAN}actividades:\n  - {lineas}\n")


def arreglo_de(carga: Carga) -> Arreglo | None:
    (hallado,) = carga.diagnosticos
    assert len(hallado.arreglos) <= 1
    return next(iter(hallado.arreglos), None)


def test_la_ayuda_de_unos_parrafos_es_lo_que_se_arregla() -> None:
    assert ayuda_de(con_campo("mandatos", "[{id: AG-1, parrafos: pp. 4–6}]")) == (
        "escriba: parrafos: 4-6"
    )


def ayuda_de(carga: Carga) -> str:
    (hallado,) = carga.diagnosticos
    return hallado.ayuda


SEGUROS = [
    # campo, lo escrito, lo que queda
    ("fecha", "14/3/2030", "2030-03-14"),
    ("fecha", '"14/3/2030"', "2030-03-14"),
    ("fecha", "3/3/2030", "2030-03-03"),
    ("fecha", "2030-3-4", "2030-03-04"),
    ("fecha", "2030/3", "2030-03"),
    ("fecha", "3/2030", "2030-03"),
    ("fecha", "marzo de 2030", "2030-03"),
    ("fecha", "4 de marzo de 2030", "2030-03-04"),
    ("fecha", "lunes 4 de marzo de 2030", "2030-03-04"),
    ("fecha", "jueves, 14-mar-2030", "2030-03-14"),
    ("fecha", "miércoles 3/4/2030", "2030-04-03"),
    ("fecha", "“marzo de 2030”", "2030-03"),
    ("hasta", "15/3/2030", "2030-03-15"),
    ("fecha_prevista", "febrero del 2030", "2030-02"),
    ("acuerdos", "[{texto: x, plazo: 14/3/2030}]", "[{texto: x, plazo: 2030-03-14}]"),
    ("acuerdos", "[{texto: x, cumplido: Verdadero}]", "[{texto: x, cumplido: true}]"),
    ("acuerdos", "[{texto: x, cumplido: FALSO}]", "[{texto: x, cumplido: false}]"),
    ("acuerdos", "[{texto: x, cumplido: Yes}]", "[{texto: x, cumplido: true}]"),
    ("hora", "10h00", '"10:00"'),
    ("hora", "10.30-13.00", '"10:30-13:00"'),
    ("hora", "9 h", '"09:00"'),
    ("hora", "de 10:00 a 13:00 horas", '"10:00-13:00"'),
    ("hora", "10:00 a. m. — 1:00 p. m.", '"10:00-13:00"'),
    ("hora", "3pm", '"15:00"'),
    ("hora", "“12:30”", '"12:30"'),
    ("tipo", "Formal", "formal"),
    ("tipo", "Sesión informal", "informal"),
    ("tipo", "Sesión formal", "formal"),
    ("tipo", "Circulación", "circulacion"),
    ("estado", "Realizada", "realizada"),
    ("estado", "'APLAZADA '", "aplazada"),
    ("invitados", "[{nombre: A, estado: Por confirmar}]", "[{nombre: A, estado: por_confirmar}]"),
    ("invitados", "[{nombre: A, estado: Asistió}]", "[{nombre: A, estado: asistio}]"),
    ("mandatos", "[{id: AG-1, parrafos: 1 a 3}]", "[{id: AG-1, parrafos: 1-3}]"),
    ("mandatos", '[{id: AG-1, parrafos: "1, 4–6 y 9"}]', '[{id: AG-1, parrafos: "1, 4-6, 9"}]'),
    ("mandatos", "[{id: AG-1, parrafos: Párrafos 26 al 33}]", "[{id: AG-1, parrafos: 26-33}]"),
    ("mandatos", "[{id: AG-1, parrafos: pp. 4–6}]", "[{id: AG-1, parrafos: 4-6}]"),
    ("mandatos", "AG-1", "[AG-1]"),
    ("actores", "CB, ILI", "[CB, ILI]"),
    ("objetivos", "B1, B8", "[B1, B8]"),
]  # fmt: skip


@pytest.mark.parametrize(("campo", "mal", "queda"), SEGUROS)
def test_lo_que_no_cabe_leer_de_otro_modo_es_seguro(campo: str, mal: str, queda: str) -> None:
    carga = con_campo(campo, mal)
    arreglo = arreglo_de(carga)
    assert arreglo is not None
    assert arreglo.seguro
    # Con el arreglo hecho, ese error ya no está, y lo demás de la línea sigue igual.
    texto, _ = empalmar(carga.mapas["calendario.yaml"], [arreglo])
    assert f"    {campo}: {queda}\n" in texto
    assert cargado(texto).diagnosticos == ()


DUDOSOS = [
    ("fecha", "3/4/2030", "2030-04-03"),
    ("fecha", "lunes 14/3/2030", "2030-03-14"),
    ("tipo", "reunión formal", "formal"),
    ("tipo", "circulasion", "circulacion"),
    ("estado", "realizado", "realizada"),
    ("hora", "13h00-10h00", '"13:00-10:00"'),
    ("mandatos", "[{id: AG-1, parrafos: 01-mar}]", "1-3"),
    ("mandatos", "[{id: AG-1, parrafos: 1/3}]", '"1, 3"'),
    ("objetivos", "ninguno", "[ninguno]"),
]


@pytest.mark.parametrize(("campo", "mal", "propuesto"), DUDOSOS)
def test_lo_que_hay_que_mirar_se_propone_y_no_es_seguro(
    campo: str, mal: str, propuesto: str
) -> None:
    arreglo = arreglo_de(con_campo(campo, mal))
    assert arreglo is not None
    assert (arreglo.texto, arreglo.seguro) == (propuesto, False)


SIN_ARREGLO = [
    ("fecha", "marzo"),
    ("fecha", "31/2/2030"),
    ("fecha", "14/3/30"),
    ("fecha", "|\n      14/3/2030"),
    ("hora", "a las diez"),
    ("hora", "10"),
    ("hora", "10-13"),
    ("hora", "10:00 a 1:00 p. m."),
    ("hora", "12 a. m."),
    ("hora", "15:00 p. m."),
    ("hora", "10h75"),
    ("estado", "pendiente de fecha"),
    ("tipo", "formal o informal"),
    ("lugar", "[Sala]"),
    ("invitados", "Ana"),
    ("documentos", "Nota"),
    ("actores", "la Comisión y el ILI"),
    ("objetivos", "B1 y B8"),
    ("mandatos", "[{id: AG-1, parrafos: todos}]"),
    ("acuerdos", "[{texto: x, cumplido: quizá}]"),
]


@pytest.mark.parametrize(("campo", "mal"), SIN_ARREGLO)
def test_lo_que_no_se_sabe_no_se_propone(campo: str, mal: str) -> None:
    assert arreglo_de(con_campo(campo, mal)) is None


@pytest.mark.parametrize(
    ("campo", "mal", "ayuda"),
    [
        (
            "fecha",
            "3/4/2030",
            "escriba: fecha: 2030-04-03 si es el 3 de abril de 2030; o bien, fecha: 2030-03-04 si "
            "es el 4 de marzo de 2030",
        ),
        (
            "fecha",
            "lunes 14/3/2030",
            "escriba: 2030-03-14; pero compruebe el día: el 14 de marzo de 2030 es jueves, y no "
            "lunes",
        ),
        ("fecha", "lunes marzo de 2030", "escriba: fecha: 2030-03"),
        ("hora", "10h00", 'escriba: hora: "10:00"'),
        ("hora", "a las diez", 'escriba "10:00" o "10:00-13:00"'),
        (
            "tipo",
            "Sesión formal",
            "aquí se dice «formal»; escriba: tipo: formal",
        ),
        ("mandatos", "[{id: AG-1, parrafos: 1 a 3}]", "escriba: parrafos: 1-3"),
        ("acuerdos", "[{texto: x, cumplido: verdadero}]", "escriba: cumplido: sí"),
    ],
)
def test_la_ayuda_dice_lo_que_hay_que_escribir(campo: str, mal: str, ayuda: str) -> None:
    assert ayuda_de(con_campo(campo, mal)) == ayuda


@pytest.mark.parametrize(
    ("mal", "bien", "seguro"),
    [("Título", "titulo", True), ("TITULO", "titulo", True), ("titlo", "titulo", False)],
)
def test_un_campo_mal_escrito(mal: str, bien: str, seguro: bool) -> None:
    carga = cargado(f"{PLAN}actividades:\n  - {{id: ACT-1, fecha: 2030, {mal}: Uno}}\n")
    (hallado,) = (uno for uno in carga.diagnosticos if uno.codigo == "M202")
    assert [(uno.texto, uno.seguro) for uno in hallado.arreglos] == [(bien, seguro)]


def test_un_campo_mal_escrito_que_ya_esta_no_se_repite() -> None:
    lineas = "{id: ACT-1, fecha: 2030-03, tipo: otra, titulo: Uno, Título: Dos}"
    assert arreglo_de(cargado(f"{PLAN}actividades: [{lineas}]\n")) is None


def test_una_lista_de_siglas_con_una_sola() -> None:
    carga = cargado(PLAN, actores="actores: [{id: ILI, nombre: Instituto, alias: ILIN}]\n")
    arreglo = arreglo_de(carga)
    assert arreglo is not None
    assert (arreglo.texto, arreglo.seguro) == ("[ILIN]", True)


def test_lo_que_lleva_un_adorno_de_yaml_se_deja_a_una_persona() -> None:
    carga = con_campo("fecha", "&f 14/3/2030")
    assert {uno.codigo for uno in carga.diagnosticos} == {"L121", "M207"}
    assert not any(uno.arreglos for uno in carga.diagnosticos)


# Lo que vale para cualquier fecha y cualquier texto

DIAS_Y_MESES = st.dates().map(lambda dia: Fecha(dia, dia))


@given(DIAS_Y_MESES, st.sampled_from(["{d}/{m}/{a}", "{d}-{m}-{a}", "{d:02}.{m:02}.{a}"]))
def test_una_fecha_con_cifras_es_segura_solo_si_se_lee_de_una_manera(
    fecha: Fecha, forma: str
) -> None:
    anio, mes, dia = fecha.inicio.year, fecha.inicio.month, fecha.inicio.day
    hallada = enmendar_fecha(forma.format(d=dia, m=mes, a=f"{anio:04}"))
    assert hallada is not None
    assert hallada[0].valor == str(fecha)
    assert hallada[0].segura == (dia > 12 or dia == mes)


@given(st.text(max_size=30) | st.from_regex(r"[0-9a-z :.h/–-]{0,20}", fullmatch=True))
def test_ningun_texto_las_tumba_y_lo_que_dan_vale(texto: str) -> None:
    if hallada := enmendar_fecha(texto):
        assert interpretar(str(hallada[0].valor)) != []
    if hora := enmendar_hora(texto):
        # Lo que se hace y lo que se aconseja es lo mismo.
        assert [una.valor for una in descuidos.hora(texto)] == [f'"{hora.valor}"']
        assert con_campo("hora", f'"{hora.valor}"').diagnosticos == ()
    if parrafos := enmendar_parrafos(texto):
        mandato = f'[{{id: AG-1, parrafos: "{parrafos.valor}"}}]'
        assert con_campo("mandatos", mandato).diagnosticos == ()
    if vocablo := enmendar_vocablo(texto, ("formal", "otra")):
        assert vocablo.valor in ("formal", "otra")
    if lista := enmendar_lista(texto):
        assert con_campo("actores", escrito(lista.valor)).diagnosticos == ()
