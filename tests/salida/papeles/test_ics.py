"""La agenda: lo que dice cada suceso, leído también por lectores de otros."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.indices import Indices
from camctl.modelo.actividad import Documento, Invitado
from camctl.salida.limpieza import limpio
from camctl.salida.papeles import PapelImposible, ics
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de

from .lectores import LECTORES, Lector, Leido, con_icalendar

Encargar: TypeAlias = Callable[..., Encargo]

CABECERA = """
plan:
  titulo: Plan de trabajo
  periodo: 2030-2031
  comision: CB
"""


def lineas(agenda: bytes) -> list[str]:
    """Las líneas de la agenda, enteras."""
    return agenda.decode("utf-8").replace("\r\n ", "").split("\r\n")


def con_actividades(*actividades: str, cabecera: str = "") -> str:
    """Un `calendario.yaml` con esas actividades, cada una en una línea."""
    return f"{CABECERA}{cabecera}actividades:\n" + "".join(f"  - {una}\n" for una in actividades)


def con(*campos: str) -> str:
    """Una actividad con lo imprescindible y `campos`."""
    dados = ", ".join(campos)
    return f"{{id: ACT-1, tipo: informal, titulo: Sesión, {dados}}}"


@pytest.fixture
def suceso(encargar: Encargar) -> Callable[..., list[str]]:
    """Las líneas del suceso de una actividad con esos campos, en un plan con esa zona."""

    def escrito(*campos: str, zona: str = "America/Lima", cabecera: str = "") -> list[str]:
        dicho = f"  zona_horaria: {zona}\n" if zona else ""
        suya = encargar(calendario=con_actividades(con(*campos), cabecera=dicho + cabecera))
        todas = lineas(ics.escribir(suya))
        return todas[todas.index("BEGIN:VEVENT") : todas.index("END:VEVENT")]

    return escrito


# Lo que dice


def test_una_agenda_entera(encargar: Encargar) -> None:
    agenda = ics.escribir(
        encargar(
            calendario=con_actividades(
                con("fecha: 2030-03-14", 'hora: "10:00-13:00"', "lugar: 'Salón Azul; planta 2'"),
                cabecera="  zona_horaria: America/Lima\n",
            )
        )
    )
    assert agenda.decode() == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//camctl//Agenda//ES\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
        "DESCRIPTION:Plan de trabajo\r\n"
        "X-WR-CALDESC:Plan de trabajo\r\n"
        "NAME:Plan 2030-2031 · CB\r\n"
        "X-WR-CALNAME:Plan 2030-2031 · CB\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
        "X-PUBLISHED-TTL:P1D\r\n"
        "X-WR-TIMEZONE:America/Lima\r\n"
        "BEGIN:VTIMEZONE\r\n"
        "TZID:America/Lima\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:20290101T000000\r\n"
        "TZNAME:-05\r\n"
        "TZOFFSETFROM:-0500\r\n"
        "TZOFFSETTO:-0500\r\n"
        "END:STANDARD\r\n"
        "END:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\n"
        "SUMMARY:Sesión\r\n"
        "DTSTART;TZID=America/Lima:20300314T100000\r\n"
        "DTEND;TZID=America/Lima:20300314T130000\r\n"
        "DTSTAMP:20300101T000000Z\r\n"
        "UID:cb-2030-2031-act1@camctl\r\n"
        "SEQUENCE:0\r\n"
        "CATEGORIES:Sesión informal\r\n"
        "DESCRIPTION:Sesión informal · propuesta · 14 de marzo de 2030\\, 10:00-1\r\n"
        " 3:00 (America/Lima)\\n\\nLugar: Salón Azul\\; planta 2\\n\\nPlan 2030-2031 · \r\n"
        " CB · ACT-1\r\n"
        "LAST-MODIFIED:20300101T000000Z\r\n"
        "LOCATION:Salón Azul\\; planta 2\r\n"
        "STATUS:TENTATIVE\r\n"
        "TRANSP:OPAQUE\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


DESCRIPCION = """\
Sesión formal · realizada · del 14 al 15 de marzo de 2030, 10:00-13:00 (America/Lima)

Sesión de dos días.

Lugar: Salón Azul

Fecha prevista: febrero de 2030

Motivo: A petición de la Red.

Actores:
- CB · Comisión de Bibliotecas
- ILI · Instituto de la Lectura
- RED · Red de Mujeres Lectoras

Invitados:
- Ana Núñez (asistió) · Directora · ILI · O su suplente.
- Luis Paz (asistencia confirmada) · ILI
- Eva Sol (se excusó)

Objetivos que cubre (criterio actor: cuentan la sesión que lo nombra y la misión de sus actores):
- B1 · Salas de lectura
- B2 · Formación del personal
- B3 · Préstamo entre países

Mandatos:
- RES-10 · ASA/RES. 10 (I/30) · párrafos 4-6
- RES-10 · ASA/RES. 10 (I/30) · párrafo 9
- RES-11 · ASA/RES. 11 (I/30)

Documentos:
- Nota conceptual · CB/doc.4/30 · https://ejemplo.org/nota
- Lista de salas

Nota: Hubo intérpretes.

Plan 2030-2031 · CB · ACT-2"""


@pytest.mark.parametrize("leer", LECTORES)
def test_un_suceso_con_todo(encargo: Encargo, leer: Lector) -> None:
    assert leer(ics.escribir(encargo))[1] == Leido(
        uid="cb-2030-2031-act2@camctl",
        resumen="Sesión formal sobre las salas",
        # Las diez de Lima.
        empieza=datetime.fromisoformat("2030-03-14T15:00"),
        acaba=datetime.fromisoformat("2030-03-14T18:00"),
        estado="CONFIRMED",
        ocupa="OPAQUE",
        secuencia=107_190,
        descripcion=DESCRIPCION,
        lugar="Salón Azul",
        clases=("Sesión formal",),
        dias=2,
    )


@pytest.mark.parametrize("leer", LECTORES)
def test_los_demas_sucesos_del_plan_inventado(encargo: Encargo, leer: Lector) -> None:
    leidos = leer(ics.escribir(encargo))
    assert [
        (uno.uid, uno.resumen, uno.empieza, uno.acaba, uno.estado, uno.ocupa)
        for uno in (leidos[0], *leidos[2:])
    ] == [
        (
            "cb-2030-2031-act1@camctl",
            "Circulación del plan",
            date(2030, 2, 1),
            date(2030, 2, 2),
            "CONFIRMED",
            "TRANSPARENT",
        ),
        (
            "cb-2030-2031-act3@camctl",
            "Aplazada: Sesión sobre los relatos (fecha por fijar)",
            date(2030, 4, 1),
            date(2030, 5, 1),
            "TENTATIVE",
            "TRANSPARENT",
        ),
        (
            "cb-2030-2031-act4@camctl",
            "Sesión con invitados",
            date(2030, 5, 20),
            date(2030, 5, 21),
            "TENTATIVE",
            "OPAQUE",
        ),
        (
            "cb-2030-2031-act5@camctl",
            "Cancelada: Sesión de cierre",
            date(2030, 6, 1),
            date(2030, 7, 1),
            "CANCELLED",
            "TRANSPARENT",
        ),
    ]


@pytest.mark.parametrize("leer", LECTORES)
def test_el_plan_real_son_seis_meses_por_fijar(encargo_real: Encargo, leer: Lector) -> None:
    leidos = leer(ics.escribir(encargo_real))
    assert [(uno.uid, uno.empieza, uno.acaba) for uno in leidos] == [
        ("cam-2018-2019-act1@camctl", date(2019, 2, 1), date(2019, 3, 1)),
        ("cam-2018-2019-act2@camctl", date(2019, 2, 1), date(2019, 3, 1)),
        ("cam-2018-2019-act3@camctl", date(2019, 2, 1), date(2019, 3, 1)),
        ("cam-2018-2019-act4@camctl", date(2019, 3, 1), date(2019, 4, 1)),
        ("cam-2018-2019-act5@camctl", date(2019, 3, 1), date(2019, 4, 1)),
        ("cam-2018-2019-act6@camctl", date(2019, 4, 1), date(2019, 5, 1)),
    ]
    assert {(uno.estado, uno.ocupa, uno.secuencia) for uno in leidos} == {
        ("TENTATIVE", "TRANSPARENT", 0)
    }
    assert [uno.resumen for uno in leidos if not uno.resumen.endswith(" (fecha por fijar)")] == []
    assert "Invitados: Beatriz Piñeres (por confirmar) · CIM" in leidos[3].descripcion
    assert "Objetivos: abarca todo el programa" in leidos[5].descripcion


def test_los_dos_lectores_entienden_lo_mismo(encargo: Encargo, encargo_real: Encargo) -> None:
    for suyo in (encargo, encargo_real):
        agenda = ics.escribir(suyo)
        uno, otro = (leer(agenda) for leer in LECTORES)
        assert uno == otro


# Días y horas


@pytest.mark.parametrize(
    ("campos", "dichas"),
    [
        (["fecha: 2030-03"], ["DTSTART;VALUE=DATE:20300301", "DTEND;VALUE=DATE:20300401"]),
        (["fecha: 2031-12"], ["DTSTART;VALUE=DATE:20311201", "DTEND;VALUE=DATE:20320101"]),
        (
            ["fecha: 2030-03", "hasta: 2030-04"],
            ["DTSTART;VALUE=DATE:20300301", "DTEND;VALUE=DATE:20300501"],
        ),
        (
            ["fecha: 2030-03", "hasta: 2030-04-10"],
            ["DTSTART;VALUE=DATE:20300301", "DTEND;VALUE=DATE:20300411"],
        ),
        (
            ["fecha: 2030-03-14", "hasta: 2030-04"],
            ["DTSTART;VALUE=DATE:20300314", "DTEND;VALUE=DATE:20300501"],
        ),
        (
            ["fecha: 2030-03-14", "hasta: 2030-04", 'hora: "10:00"'],
            ["DTSTART;VALUE=DATE:20300314", "DTEND;VALUE=DATE:20300501"],
        ),
        (["fecha: 2030-03-14"], ["DTSTART;VALUE=DATE:20300314", "DTEND;VALUE=DATE:20300315"]),
        (
            ["fecha: 2030-03-14", "hasta: 2030-03-16"],
            ["DTSTART;VALUE=DATE:20300314", "DTEND;VALUE=DATE:20300317"],
        ),
        (["fecha: 2030-03-14", 'hora: "9:30"'], ["DTSTART;TZID=America/Lima:20300314T093000"]),
        (
            ["fecha: 2030-03-14", 'hora: "9:30-11:00"'],
            [
                "DTSTART;TZID=America/Lima:20300314T093000",
                "DTEND;TZID=America/Lima:20300314T110000",
            ],
        ),
        (
            ["fecha: 2030-03-14", "hasta: 2030-03-14", 'hora: "9:30"'],
            ["DTSTART;TZID=America/Lima:20300314T093000"],
        ),
        (
            ["fecha: 2030-03-30", "hasta: 2030-04-02", 'hora: "9:30-11:00"'],
            [
                "DTSTART;TZID=America/Lima:20300330T093000",
                "DTEND;TZID=America/Lima:20300330T110000",
                "RRULE:FREQ=DAILY;COUNT=4",
            ],
        ),
    ],
)
def test_cuando_es(suceso: Callable[..., list[str]], campos: list[str], dichas: list[str]) -> None:
    fechas = ("DTSTART", "DTEND", "RRULE", "DURATION", "RDATE")
    assert [linea for linea in suceso(*campos) if linea.startswith(fechas)] == dichas


@pytest.mark.parametrize(
    ("campos", "resumen", "estado", "ocupa"),
    [
        (["fecha: 2030-03"], "Sesión (fecha por fijar)", "TENTATIVE", "TRANSPARENT"),
        (
            ["fecha: 2030-03", "estado: convocada"],
            "Sesión (fecha por fijar)",
            "TENTATIVE",
            "TRANSPARENT",
        ),
        (
            ["fecha: 2030-03-14", "hasta: 2030-04", "estado: convocada"],
            "Sesión (último día por fijar)",
            "TENTATIVE",
            "TRANSPARENT",
        ),
        (["fecha: 2030-03", "estado: cancelada"], "Cancelada: Sesión", "CANCELLED", "TRANSPARENT"),
        (["fecha: 2030-03-14"], "Sesión", "TENTATIVE", "OPAQUE"),
        (["fecha: 2030-03-14", "estado: convocada"], "Sesión", "CONFIRMED", "OPAQUE"),
        (["fecha: 2030-03-14", "estado: realizada"], "Sesión", "CONFIRMED", "OPAQUE"),
        (
            ["fecha: 2030-03-14", "estado: aplazada"],
            "Aplazada: Sesión",
            "TENTATIVE",
            "TRANSPARENT",
        ),
        (
            ["fecha: 2030-03-14", "estado: cancelada"],
            "Cancelada: Sesión",
            "CANCELLED",
            "TRANSPARENT",
        ),
    ],
)
def test_como_esta(
    suceso: Callable[..., list[str]], campos: list[str], resumen: str, estado: str, ocupa: str
) -> None:
    assert {f"SUMMARY:{resumen}", f"STATUS:{estado}", f"TRANSP:{ocupa}"} <= {*suceso(*campos)}


@pytest.mark.parametrize(
    ("campos", "dicho"),
    [
        (["fecha: 2030-03"], ["Aún no se sabe el día."]),
        (["fecha: 2030-03-14", "hasta: 2030-04"], ["Aún no se sabe el último día."]),
        (["fecha: 2030-03-14", "hasta: 2030-04-02"], []),
        (["fecha: 2030-03", "estado: cancelada"], []),
    ],
)
def test_la_descripcion_dice_que_dia_no_se_sabe(
    suceso: Callable[..., list[str]], campos: list[str], dicho: list[str]
) -> None:
    (descripcion,) = (una for una in suceso(*campos) if una.startswith("DESCRIPTION:"))
    assert re.findall(r"Aún no[^.]*\.", descripcion) == dicho


@pytest.mark.parametrize(
    ("zona", "dicha"),
    [
        ("", "DTSTART:20300714T093000"),
        ("UTC", "DTSTART:20300714T093000Z"),
        ("Etc/Zulu", "DTSTART:20300714T093000Z"),
        ("Europe/Madrid", "DTSTART;TZID=Europe/Madrid:20300714T093000"),
        # icalendar tiene las dos por una misma.
        ("Europe/Oslo", "DTSTART;TZID=Europe/Oslo:20300714T093000"),
    ],
)
def test_la_hora_es_la_de_la_zona_del_plan(
    suceso: Callable[..., list[str]], zona: str, dicha: str
) -> None:
    assert dicha in suceso("fecha: 2030-07-14", 'hora: "9:30"', zona=zona)


@pytest.mark.parametrize(("zona", "cuantos"), [("", 0), ("UTC", 0), ("America/Lima", 1)])
def test_solo_se_explica_la_zona_que_hace_falta(
    encargar: Encargar, zona: str, cuantos: int
) -> None:
    cabecera = f"  zona_horaria: {zona}\n" if zona else ""
    agenda = lineas(ics.escribir(encargar(calendario=con_actividades(cabecera=cabecera))))
    assert agenda.count("BEGIN:VTIMEZONE") == cuantos
    assert agenda.count(f"X-WR-TIMEZONE:{zona}") == bool(zona)


def test_una_zona_que_no_existe_no_tiene_agenda(encargar: Encargar) -> None:
    mala = encargar(calendario=con_actividades(cabecera="  zona_horaria: América/Lima\n"))
    with pytest.raises(PapelImposible, match="no hay ninguna zona horaria «América/Lima»"):
        ics.escribir(mala)


@pytest.mark.parametrize("leer", LECTORES)
@pytest.mark.parametrize(
    ("dia", "universal"),
    [
        # Ese domingo, en Nueva York, a las dos son las tres; y en noviembre, la una.
        ("2030-03-09", "2030-03-09T15:00"),
        ("2030-03-10", "2030-03-10T14:00"),
        ("2030-11-02", "2030-11-02T14:00"),
        ("2030-11-03", "2030-11-03T15:00"),
    ],
)
def test_la_hora_cambia_con_la_de_verano(
    encargar: Encargar, leer: Lector, dia: str, universal: str
) -> None:
    agenda = ics.escribir(
        encargar(
            calendario=con_actividades(
                con(f"fecha: {dia}", 'hora: "10:00"'),
                cabecera="  zona_horaria: America/New_York\n",
            )
        )
    )
    assert [uno.empieza for uno in leer(agenda)] == [datetime.fromisoformat(universal)]


# Poner al día lo que ya se tiene


@pytest.mark.parametrize(
    ("en_el_plan", "en_la_actividad", "instante", "secuencia"),
    [
        ("", "", "20300101T000000Z", 0),
        ("", "2030-01-01T00:01Z", "20300101T000100Z", 1),
        ("", "2030-02-11T10:30:59Z", "20300211T103059Z", 59_670),
        ("2030-01-02", "", "20300102T000000Z", 1440),
        ("2030-01-02", "2030-01-01T01:00Z", "20300101T010000Z", 60),
        # Antes del periodo manda el instante, y después de todo, el mayor entero que cabe.
        ("", "2029-12-31T23:59Z", "20291231T235900Z", 0),
        ("", "9999-12-31T23:59Z", "99991231T235900Z", 2**31 - 1),
    ],
)
def test_de_cuando_es(
    suceso: Callable[..., list[str]],
    en_el_plan: str,
    en_la_actividad: str,
    instante: str,
    secuencia: int,
) -> None:
    del_plan = f'  actualizado: "{en_el_plan}"\n' if en_el_plan else ""
    suyo = [f'actualizado: "{en_la_actividad}"'] if en_la_actividad else []
    dichas = suceso("fecha: 2030-03", *suyo, cabecera=del_plan)
    assert {
        f"DTSTAMP:{instante}",
        f"LAST-MODIFIED:{instante}",
        f"SEQUENCE:{secuencia}",
    } <= {*dichas}


def test_cambiar_la_fecha_pone_al_dia_el_mismo_suceso(encargar: Encargar) -> None:
    viejo, nuevo = (
        con_icalendar(ics.escribir(encargar(calendario=con_actividades(con(*campos)))))[0]
        for campos in (
            ["fecha: 2030-03"],
            ["fecha: 2030-04-09", "estado: convocada", "actualizado: 2030-02-11T10:30Z"],
        )
    )
    assert nuevo.uid == viejo.uid
    assert (viejo.empieza, nuevo.empieza) == (date(2030, 3, 1), date(2030, 4, 9))
    assert (viejo.secuencia, nuevo.secuencia) == (0, 59_670)


@pytest.mark.parametrize(
    ("comision", "id_", "uid"),
    [
        ("CB", "ACT-1", "cb-2030-2031-act1@camctl"),
        ("c.b.", "act 1", "cb-2030-2031-act1@camctl"),
        ("La Comisión", "Act.1", "cb-2030-2031-act1@camctl"),
        ("CB", "REUNIÓN-1", "cb-2030-2031-reunion1@camctl"),
        ("CB", "reunion1", "cb-2030-2031-reunion1@camctl"),
    ],
)
def test_el_uid_no_depende_de_como_se_escriban_los_id(
    encargar: Encargar, comision: str, id_: str, uid: str
) -> None:
    suyo = encargar(
        actores="actores: [{id: CB, nombre: Comisión de Bibliotecas, alias: [La Comisión]}]",
        calendario=con_actividades(con("fecha: 2030-03"))
        .replace("comision: CB", f"comision: {comision}")
        .replace("id: ACT-1", f"id: {id_}"),
    )
    assert [uno.uid for uno in con_icalendar(ics.escribir(suyo))] == [uid]


def test_lo_pedido_conserva_sus_uid(encargo: Encargo, indices_reales: Indices) -> None:
    cidh = indices_reales.actor("CIDH")
    assert cidh is not None
    agenda = ics.escribir(encargo_de(indices_reales, Seleccion(actores=(cidh,))))
    assert [uno.uid for uno in con_icalendar(agenda)] == ["cam-2018-2019-act3@camctl"]
    assert "X-WR-CALNAME:Plan 2018-2019 · CAM · actor: CIDH" in lineas(agenda)


# Lo que se queda fuera


def test_solo_las_que_tienen_dia(encargo: Encargo) -> None:
    agenda = ics.escribir(encargo, solo_fechadas=True)
    assert [uno.uid.partition("@")[0] for uno in con_icalendar(agenda)] == [
        "cb-2030-2031-act1",
        "cb-2030-2031-act2",
        "cb-2030-2031-act4",
    ]
    assert list(ics.avisos(encargo, agenda, None, solo_fechadas=True)) == [
        "Fuera de la agenda, 2 actividades sin día: ACT-3 y ACT-5."
    ]
    assert list(ics.avisos(encargo, agenda, None)) == []


def test_un_ultimo_dia_sin_fijar_tampoco_es_un_dia(encargar: Encargar) -> None:
    suyo = encargar(calendario=con_actividades(con("fecha: 2030-03-14", "hasta: 2030-04")))
    agenda = ics.escribir(suyo, solo_fechadas=True)
    assert con_icalendar(agenda) == []
    assert list(ics.avisos(suyo, agenda, None, solo_fechadas=True)) == [
        "Fuera de la agenda, 1 actividad sin día: ACT-1."
    ]


@pytest.mark.parametrize(("hora", "avisa"), [("", False), ('hora: "10:00"', True)])
def test_una_hora_sin_zona_se_dice(encargar: Encargar, hora: str, *, avisa: bool) -> None:
    suyo = encargar(calendario=con_actividades(con("fecha: 2030-03-14", hora)))
    assert [aviso[:41] for aviso in ics.avisos(suyo, ics.escribir(suyo), None)] == [
        "El plan no dice su «zona_horaria»: cada a"
    ] * avisa


@pytest.mark.parametrize(
    ("criterio", "esperados"),
    [
        ("directo", "B1 · Salas de lectura\n- B3 · Préstamo entre países\n\n"),
        (
            "general",
            "A1 · Acceso a la lectura\n- B1 · Salas de lectura\n- B2 · Formación del personal\n"
            "- B3 · Préstamo entre países\n- B4 · Archivos orales\n\n",
        ),
    ],
)
def test_los_objetivos_que_cubre_segun_el_criterio(
    encargo: Encargo, criterio: str, esperados: str
) -> None:
    suyo = encargo_de(encargo.indices, Seleccion(criterio=criterio))  # type: ignore[arg-type]  # viene del caso
    descripcion = con_icalendar(ics.escribir(suyo))[1].descripcion
    _, _, desde_objetivos = descripcion.partition(f"Objetivos que cubre (criterio {criterio}: ")
    assert desde_objetivos.partition("):\n- ")[2].startswith(esperados)


# Lo que escriben desconocidos


# Todo lo que parte líneas, actúa en una terminal o cambia el sentido de lo escrito. Al cargar un
# plan ya es un error; aquí se mira que el papel no se fíe de eso.
HOSTIL = 'a\r\nEND:VEVENT\nBEGIN:VALARM\u2028\x85b \x1b[31m \u202e \\n;,: " #{x}'
LIMPIO = 'a<U+000D> END:VEVENT BEGIN:VALARM<U+2028><U+0085>b <U+001B>[31m <U+202E> \\n;,: " #{x}'


@pytest.mark.parametrize("leer", LECTORES)
def test_un_texto_hostil_no_es_mas_que_texto(encargo: Encargo, leer: Lector) -> None:
    cambiada = encargo.plan.actividades[1].model_copy(
        update={
            **dict.fromkeys(("titulo", "lugar", "texto", "motivo", "nota"), HOSTIL),
            "invitados": (Invitado.model_construct(nombre=HOSTIL, cargo=HOSTIL, nota=HOSTIL),),
            "documentos": (
                Documento.model_construct(titulo=HOSTIL, enlace="https://e.org/\x1b[31m;a,b"),
            ),
        }
    )
    cabecera = encargo.cabecera.model_copy(update={"titulo": HOSTIL})
    plan = encargo.plan._replace(actividades=(cambiada,), cabecera=cabecera)
    agenda = ics.escribir(encargo_de(Indices(plan)))
    assert [linea for linea in lineas(agenda) if linea.startswith(("BEGIN", "END"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "BEGIN:STANDARD",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert all(letra.isprintable() for letra in agenda.decode().replace("\r\n", ""))
    (leido,) = leer(agenda)
    assert (leido.resumen, leido.lugar) == (LIMPIO, LIMPIO)
    assert "https://e.org/<U+001B>[31m;a,b" in leido.descripcion


def test_un_texto_muy_largo_cabe_en_lineas_de_75_octetos(encargar: Encargar) -> None:
    largo = "ñandú 𝄞 " * 20_000
    suyo = encargar(calendario=con_actividades(con("fecha: 2030-03", f'lugar: "{largo}"')))
    agenda = ics.escribir(suyo)
    assert max(map(len, agenda.split(b"\r\n"))) <= 75
    # Ningún carácter queda partido entre dos líneas.
    assert [linea.decode() for linea in agenda.split(b"\r\n")][-1] == ""
    assert con_icalendar(agenda)[0].lugar == largo.strip()


TEXTOS = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda texto: texto.strip())


@settings(max_examples=60, deadline=None)
@given(titulo=TEXTOS, lugar=TEXTOS)
def test_lo_que_se_escribe_es_lo_que_se_lee(encargo: Encargo, titulo: str, lugar: str) -> None:
    original = encargo.plan.actividades[3]
    cambiada = original.model_copy(update={"titulo": titulo, "lugar": lugar})
    indices = Indices(encargo.plan._replace(actividades=(cambiada,)))
    agenda = ics.escribir(encargo_de(indices))
    (leido,) = con_icalendar(agenda)
    assert (leido.resumen, leido.lugar) == (limpio(titulo), limpio(lugar))
    assert max(map(len, agenda.split(b"\r\n"))) <= 75


@pytest.mark.parametrize("periodo", ["0001", "9999", "0001-9999"])
def test_los_extremos_del_calendario_no_la_rompen(encargar: Encargar, periodo: str) -> None:
    anio = periodo[:4]
    suyo = encargar(
        calendario=con_actividades(
            con(f"fecha: {anio}-12-31", 'hora: "23:59"'),
            f"{{id: ACT-2, fecha: {anio}-12, tipo: otra, titulo: Cierre}}",
            cabecera="  zona_horaria: America/New_York\n",
        ).replace("2030-2031", periodo)
    )
    agenda = ics.escribir(suyo)
    assert f"DTSTART;TZID=America/New_York:{anio}1231T235900" in lineas(agenda)
    assert lineas(agenda).count("END:VEVENT") == 2


def test_de_otra_comision_no_sale_nada_de_la_primera(encargo: Encargo) -> None:
    agenda = ics.escribir(encargo).decode()
    assert [nombre for nombre in ("CAM", "CIDH", "OEA", "2018", "2019") if nombre in agenda] == []


def test_nadie_convoca_con_una_direccion_inventada(encargo: Encargo) -> None:
    calendario = icalendar.Calendar.from_ical(ics.escribir(encargo))
    claves = {clave for evento in calendario.walk("VEVENT") for clave in evento}
    assert claves.isdisjoint({"ORGANIZER", "ATTENDEE", "URL", "ATTACH"})
