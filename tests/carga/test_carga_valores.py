"""Qué se admite en cada campo, y qué se dice de lo que no se admite."""

import gc
from collections.abc import Mapping
from textwrap import indent

import pytest

from camctl.carga import Carga, cargar
from camctl.castellano import enumerar
from camctl.diagnostico import Diagnostico
from camctl.fuentes.memoria import Memoria
from camctl.modelo.actividad import TODOS, Actividad
from camctl.modelo.fecha import Fecha
from camctl.reglas.motor import diagnosticar
from cargas import SANOS, cargado, dicho

PLAN = "plan: {titulo: Plan, periodo: 2030, comision: CB}\n"
CAMPOS = {"id": "ACT-1", "fecha": "2030-03", "tipo": "formal", "titulo": "Uno"}


def con_actividad(cambios: Mapping[str, str | None]) -> Carga:
    campos = {**CAMPOS, **cambios}
    lineas = [f"{campo}: {valor}" for campo, valor in campos.items() if valor is not None]
    registro = indent("\n".join(lineas), "    ").replace("    ", "  - ", 1)
    return cargado(calendario=f"{PLAN}actividades:\n{registro}\n")


def unica(cambios: Mapping[str, str | None]) -> Actividad:
    carga = con_actividad(cambios)
    assert carga.diagnosticos == ()
    (actividad,) = carga.plan.actividades
    return actividad


def sitio(uno: Diagnostico) -> tuple[int, int, int]:
    return uno.lugar.linea, uno.lugar.columna, uno.lugar.columna_fin


def test_lo_sano_no_dice_nada() -> None:
    carga = cargado()
    assert carga.diagnosticos == ()
    assert carga.plan is carga.borrador
    assert carga.danos == {}
    assert all(carga.esta_entero(archivo) for archivo in SANOS)


def test_el_recolector_de_basura_queda_como_estaba() -> None:
    assert gc.isenabled()
    cargado()
    assert gc.isenabled()
    gc.disable()
    try:
        cargado()
        assert not gc.isenabled()
    finally:
        gc.enable()


# Textos que otro lector tomaría por otra cosa


@pytest.mark.parametrize(
    "escrito", ["no", "sí", "true", "010", "10:30", "null", "~", "2030-02-30", "1e3", "0x1F", "-5"]
)
def test_en_un_campo_de_texto_todo_es_texto(escrito: str) -> None:
    actividad = unica({"titulo": escrito, "lugar": escrito, "actores": f"[{escrito}]"})
    assert (actividad.titulo, actividad.lugar, actividad.actores) == (escrito, escrito, (escrito,))


def test_los_blancos_de_fuera_no_cuentan() -> None:
    actividad = unica({"titulo": "'  Uno  '", "texto": "|\n      dos\n", "fecha": "' 2030-03 '"})
    assert (actividad.titulo, actividad.texto, str(actividad.fecha)) == ("Uno", "dos", "2030-03")


def test_ni_los_de_no_separacion_ni_en_las_listas_ni_en_las_fichas_de_dentro() -> None:
    actividad = unica(
        {
            "lugar": "\u00a0Sala A\u00a0",
            "motivo": '"\\u2003porque sí\\t"',
            "actores": "[' CB', 'ILI ', SA\u00a0]",
            "invitados": "[{nombre: ' Ana ', actor: '\u00a0CB'}]",
            "mandatos": "[' AG-1 ', {id: ' AG-2 ', parrafos: ' 1-3 '}]",
            "objetivos": "' todos '",
        }
    )
    assert (actividad.lugar, actividad.motivo) == ("Sala A", "porque sí")
    assert actividad.actores == ("CB", "ILI", "SA")
    assert [(uno.nombre, uno.actor) for uno in actividad.invitados] == [("Ana", "CB")]
    citados = [(uno.id, uno.parrafos) for uno in actividad.mandatos]
    assert citados == [("AG-1", None), ("AG-2", "1-3")]
    assert actividad.objetivos == TODOS


def test_los_nombres_de_los_grupos_y_sus_letras_tampoco_llevan_blancos() -> None:
    carga = cargado(
        objetivos="""\
            programa: {titulo: ' x '}
            grupos: {' A ': ' Uno '}
            objetivos: [{id: A1, titulo: Uno, texto: x}]
            """,
        mandatos="""\
            mandatos:
              - id: ' AG-1 '
                resolucion: AG/RES. 1
                titulo: x
                enlaces: {' es ': ' https://ejemplo.org/1 '}
            """,
    )
    assert carga.diagnosticos == ()
    assert carga.plan.grupos == {"A": "Uno"}
    assert carga.plan.mandatos[0].id == "AG-1"
    assert carga.plan.mandatos[0].enlaces == {"es": "https://ejemplo.org/1"}


def test_un_texto_que_solo_lleva_blancos_no_es_un_texto() -> None:
    carga = con_actividad({"titulo": "'  '", "lugar": '"\\u00a0"'})
    assert [uno.codigo for uno in carga.diagnosticos] == ["M201", "M201"]


def test_una_palabra_de_una_lista_si_es_como_es() -> None:
    # Un editor que lea el esquema tampoco la da por buena.
    carga = con_actividad({"tipo": "' formal '"})
    assert [uno.codigo for uno in carga.diagnosticos] == ["M204"]


@pytest.mark.parametrize(
    ("escrito", "valor"),
    [
        ("sí", True),
        ("si", True),
        ("SÍ", True),
        ("si\u0301", True),
        ("true", True),
        ("no", False),
        ("No", False),
        ("false", False),
        ('"sí"', True),
    ],
)
def test_si_o_no(escrito: str, valor: bool) -> None:
    acuerdo = unica({"acuerdos": f"[{{texto: x, cumplido: {escrito}}}]"}).acuerdos[0]
    assert acuerdo.cumplido is valor


# Fechas


@pytest.mark.parametrize(
    ("escrito", "fecha"),
    [
        ("2030-03", Fecha.de_partes(2030, 3)),
        ("2030-03-14", Fecha.de_partes(2030, 3, 14)),
        ('"2030-03-14"', Fecha.de_partes(2030, 3, 14)),
        ("2028-02-29", Fecha.de_partes(2028, 2, 29)),
    ],
)
def test_fechas(escrito: str, fecha: Fecha) -> None:
    assert unica({"fecha": escrito}).fecha == fecha


OTRA_ESCRITURA = "no está escrita como se escriben aquí las fechas: año-mes-día o año-mes"
SIN_SABERLA = "escriba el mes en que se prevé, aunque no se sepa el día: fecha: 2030-03"
SIN_FECHA = "escriba el año y el mes, y el día si se sabe: 2030-03 o 2030-03-14"


@pytest.mark.parametrize(
    ("escrito", "mensaje", "ayuda"),
    [
        ("14/3/2019", f"«14/3/2019» {OTRA_ESCRITURA}", "escriba: fecha: 2019-03-14"),
        ("marzo de 2019", f"«marzo de 2019» {OTRA_ESCRITURA}", "escriba: fecha: 2019-03"),
        ("14-mar-2019", f"«14-mar-2019» {OTRA_ESCRITURA}", "escriba: fecha: 2019-03-14"),
        ("2019-3", f"«2019-3» {OTRA_ESCRITURA}", "escriba: fecha: 2019-03"),
        ("3/2019", f"«3/2019» {OTRA_ESCRITURA}", "escriba: fecha: 2019-03"),
        (
            "8/4/2030",
            f"«8/4/2030» {OTRA_ESCRITURA}",
            "escriba: fecha: 2030-04-08 si es el 8 de abril de 2030; "
            "o bien, fecha: 2030-08-04 si es el 4 de agosto de 2030",
        ),
        (
            "del 8 al 10 de abril de 2030",
            f"«del 8 al 10 de abril de 2030» {OTRA_ESCRITURA}",
            "escriba en dos líneas: fecha: 2030-04-08 y hasta: 2030-04-10",
        ),
        (
            "2030-04-08 9:30",
            f"«2030-04-08 9:30» {OTRA_ESCRITURA}",
            'escriba en dos líneas: fecha: 2030-04-08 y hora: "09:30"',
        ),
        (
            "2019-02-30",
            "«2019-02-30» no es una fecha: febrero de 2019 no tiene día 30",
            "corrija el día o, si no se sabe, escriba: fecha: 2019-02",
        ),
        (
            "31 de febrero de 2019",
            "«31 de febrero de 2019» no es una fecha: febrero de 2019 no tiene día 31",
            "corrija el día o, si no se sabe, escriba: fecha: 2019-02",
        ),
        ("14/13/2019", "«14/13/2019» no es una fecha: no hay mes 13", SIN_FECHA),
        ("2019-13", "«2019-13» no es una fecha: no hay mes 13", SIN_FECHA),
        ("2019-00-01", "«2019-00-01» no es una fecha: no hay mes 00", SIN_FECHA),
        ("0000-01", "«0000-01» no es una fecha: no hay año 0", SIN_FECHA),
        ("marzo", "«marzo» no es una fecha: falta el año", SIN_FECHA),
        ("pronto", "«pronto» no es una fecha", SIN_FECHA),
        (
            "2019",
            "«2019» no es una fecha: falta el mes",
            "escriba también el mes, aunque no se sepa el día: 2019-03",
        ),
        ("null", "«null» no es una fecha", SIN_SABERLA),
        ("por definir", "«por definir» no es una fecha", SIN_SABERLA),
        ("٢٠١٩-٠٣", "«٢٠١٩-٠٣» no es una fecha", SIN_FECHA),
    ],
)
def test_fechas_mal_escritas(escrito: str, mensaje: str, ayuda: str) -> None:
    carga = con_actividad({"fecha": escrito})
    assert dicho(carga) == [("M207", f"la actividad ACT-1 «Uno»: {mensaje}", ayuda)]
    assert sitio(carga.diagnosticos[0]) == (4, 12, 12 + len(escrito))


@pytest.mark.parametrize("campo", ["hasta", "fecha_prevista", "actualizado"])
def test_los_demas_campos_de_fecha(campo: str) -> None:
    (uno,) = con_actividad({campo: "pronto"}).diagnosticos
    assert (uno.codigo, sitio(uno)[0]) == ("M207", 7)


@pytest.mark.parametrize(
    ("escrito", "mensaje", "ayuda"),
    [
        (
            "2031-2030",
            "el periodo «2031-2030» acaba antes de empezar",
            "escriba: periodo: 2030-2031",
        ),
        (
            "este año",
            "«este año» no es un periodo",
            "escriba el primer año y el último, 2030-2031, o un solo año",
        ),
        (
            "0000",
            "«0000» no es un periodo",
            "escriba el primer año y el último, 2030-2031, o un solo año",
        ),
        ("2030-31", "«2030-31» no es un periodo", "escriba: periodo: 2030-2031"),
        ("2030 y 2031", "«2030 y 2031» no es un periodo", "escriba: periodo: 2030-2031"),
    ],
)
def test_periodos_mal_escritos(escrito: str, mensaje: str, ayuda: str) -> None:
    carga = cargado(calendario=f"plan: {{titulo: x, periodo: {escrito}, comision: CB}}\n")
    assert dicho(carga) == [("M206", f"el plan: {mensaje}", ayuda)]
    assert carga.plan.cabecera is None
    assert carga.danos[id(carga.borrador.cabecera)] == {("periodo",)}


@pytest.mark.parametrize(
    ("escrito", "texto"),
    [
        ("2030", "2030"),
        ("2030-2031", "2030-2031"),
        ("2030 – 2031", "2030-2031"),
        ("2030/2031", "2030-2031"),
        ("0999-1000", "0999-1000"),
    ],
)
def test_periodos(escrito: str, texto: str) -> None:
    carga = cargado(calendario=f"plan: {{titulo: x, periodo: {escrito}, comision: CB}}\n")
    assert carga.plan.cabecera is not None
    assert str(carga.plan.cabecera.periodo) == texto


# Horas, enlaces, párrafos, ID: lo que tiene una sola manera de escribirse


@pytest.mark.parametrize(
    ("escrita", "queda"),
    [('"10:00"', "10:00"), ("9:30", "09:30"), ("10:00 – 13:00", "10:00-13:00"), ("0:00", "00:00")],
)
def test_horas(escrita: str, queda: str) -> None:
    assert unica({"hora": escrita}).hora == queda


MAL_ESCRITOS: list[tuple[dict[str, str], str, str]] = [
    ({"hora": "las diez"}, "«las diez» no es una hora", 'escriba "10:00" o "10:00-13:00"'),
    ({"hora": "25:00"}, "«25:00» no es una hora que exista", 'escriba, por ejemplo, "10:00"'),
    ({"hora": "10:60"}, "«10:60» no es una hora que exista", 'escriba, por ejemplo, "10:00"'),
    (
        {"documentos": "[{titulo: x, enlace: http://ejemplo.org}]"},
        "«http://ejemplo.org» no vale en «enlace»",
        "los enlaces empiezan por https:// y no llevan espacios; "
        "escriba: enlace: https://ejemplo.org",
    ),
    (
        {"mandatos": "[{id: AG-101, parrafos: del 1 al 3}]"},
        "«del 1 al 3» no vale en «parrafos»",
        "escriba: parrafos: 1-3",
    ),
    (
        {"mandatos": "[{id: AG-101, parrafos: el primero}]"},
        "«el primero» no vale en «parrafos»",
        "escriba números, guiones y comas: 1-3, o bien 1, 4-6",
    ),
    (
        {"mandatos": "[{id: AG-101, parrafos: 1 y 3}]"},
        "«1 y 3» no vale en «parrafos»",
        'escriba: parrafos: "1, 3"',
    ),
    (
        {"hora": "10:00 a.m. a 1:00 p.m."},
        "«10:00 a.m. a 1:00 p.m.» no está escrita como se escriben aquí las horas",
        'escriba: hora: "10:00-13:00"',
    ),
    ({"hora": "TBD"}, "«TBD» no es una hora", "si aún no se sabe, borre la línea"),
    (
        {"documentos": "[{titulo: x, enlace: pendiente}]"},
        "«pendiente» no vale en «enlace»",
        "si aún no se sabe, borre la línea",
    ),
    (
        {"documentos": "[{titulo: x, enlace: www.ejemplo.org}]"},
        "«www.ejemplo.org» no vale en «enlace»",
        "los enlaces empiezan por https:// y no llevan espacios; "
        "escriba: enlace: https://www.ejemplo.org",
    ),
    (
        {"documentos": "[{titulo: x, enlace: https://ejemplo.org@malo.org/x}]"},
        "«https://ejemplo.org@malo.org/x» no vale en «enlace»",
        "los enlaces empiezan por https:// y no llevan espacios, ni «@» en el nombre del sitio",
    ),
    (
        {"acuerdos": "[{texto: x, cumplido: FALSO}]"},
        "«FALSO» no es ni sí ni no",
        "escriba: cumplido: no",
    ),
    ({"id": "ACT–1."}, "«ACT–1.» no vale en «id»", "escriba: id: ACT-1"),
    (
        {"actualizado": "25/2/2030 9:05"},
        "«25/2/2030 9:05» no es un día con su hora",
        "escriba: actualizado: 2030-02-25T09:05",
    ),
    (
        {"acuerdos": "[{texto: x, cumplido: casi}]"},
        "«casi» no es ni sí ni no",
        "escriba sí o no",
    ),
    (
        {"id": "'¿?'"},
        "«¿?» no vale en «id»",
        "ACT- y su número de orden; por ejemplo: id: ACT-1",
    ),
]


@pytest.mark.parametrize(("cambios", "mensaje", "ayuda"), MAL_ESCRITOS)
def test_mal_escritos(cambios: dict[str, str], mensaje: str, ayuda: str) -> None:
    carga = con_actividad(cambios)
    nombre = cambios.get("id", "ACT-1").strip("'")
    codigo = "M207" if "actualizado" in cambios else "M206"
    assert dicho(carga) == [(codigo, f"la actividad {nombre} «Uno»: {mensaje}", ayuda)]


def test_el_id_de_un_objetivo_y_los_enlaces_de_un_mandato() -> None:
    carga = cargado(
        objetivos="programa: {titulo: x}\nobjetivos: [{id: 12, titulo: Uno, texto: x}]\n",
        mandatos="mandatos: [{id: M1, resolucion: R, titulo: T, enlaces: {es: ftp://x}}]\n",
    )
    assert dicho(carga) == [
        (
            "M206",
            "el mandato M1 «T»: «ftp://x» no vale en «enlaces»",
            "los enlaces empiezan por https:// y no llevan espacios",
        ),
        (
            "M206",
            "el objetivo 12 «Uno»: «12» no vale en «id»",
            "la letra de su grupo y su número; por ejemplo: id: B8",
        ),
    ]
    assert sitio(carga.diagnosticos[0]) == (1, 61, 68)


# Palabras contadas


def test_fuera_del_vocabulario() -> None:
    assert dicho(con_actividad({"tipo": "Informal"})) == [
        (
            "M204",
            "la actividad ACT-1 «Uno»: «Informal» no vale en «tipo»",
            "escríbalo así: tipo: informal",
        )
    ]


VALORES = "los valores de «tipo» son circulacion, informal, formal y otra"
ESTADOS = "los valores de «estado» son propuesta, convocada, realizada, aplazada y cancelada"
DE_INVITADO = "los valores de «estado» son por_confirmar, confirmado, excusado y asistio"


@pytest.mark.parametrize(
    ("cambios", "ayuda"),
    [
        ({"tipo": "sesión informal"}, "aquí se dice «informal»; escriba: tipo: informal"),
        ({"tipo": "Sesión_formal"}, "aquí se dice «formal»; escriba: tipo: formal"),
        ({"tipo": "formal/informal"}, VALORES),
        ({"tipo": "virtual"}, VALORES),
        ({"tipo": "[formal]"}, "escriba: tipo: formal"),
        ({"estado": "realizado"}, "aquí se dice «realizada»; escriba: estado: realizada"),
        ({"estado": "Hecha"}, "aquí se dice «realizada»; escriba: estado: realizada"),
        # «propuesta» se le parece más, y es lo contrario.
        ({"estado": "pospuesta"}, "aquí se dice «aplazada»; escriba: estado: aplazada"),
        (
            {"estado": "convcada"},
            f"¿quiso decir «convocada»? Escriba: estado: convocada; {ESTADOS}",
        ),
        ({"estado": "n/a"}, f"si aún no se sabe, borre la línea; {ESTADOS}"),
        (
            {"invitados": "[{nombre: Ana, estado: Por confirmar}]"},
            "escríbalo así: estado: por_confirmar",
        ),
        (
            {"invitados": "[{nombre: Ana, estado: TBD}]"},
            "aquí se dice «por_confirmar»; escriba: estado: por_confirmar",
        ),
        ({"invitados": "[{nombre: Ana, estado: no asistió}]"}, DE_INVITADO),
    ],
)
def test_la_palabra_que_se_quiso_decir(cambios: dict[str, str], ayuda: str) -> None:
    (uno,) = con_actividad(cambios).diagnosticos
    assert uno.ayuda == ayuda


def test_todos_los_objetivos() -> None:
    assert unica({"objetivos": "Todos"}).objetivos == TODOS
    assert unica({"objetivos": "[todos]"}).objetivos == ("todos",)
    assert unica({"objetivos": "[]"}).objetivos == ()


# Formas equivocadas: una lista por un texto, un texto por una lista…

FORMAS: list[tuple[dict[str, str], str, str]] = [
    (
        {"objetivos": "B8"},
        "«B8» no es una lista de objetivos ni la palabra «todos»",
        "escriba una lista: objetivos: [B8]",
    ),
    (
        {"actores": "CB"},
        "en «actores» va una lista, y hay un texto, «CB»",
        "escriba una lista: actores: [CB]",
    ),
    (
        {"actores": "CB, SBP"},
        "en «actores» va una lista, y hay un texto, «CB, SBP»",
        "escriba una lista: actores: [CB, SBP]",
    ),
    (
        {"invitados": "Ana"},
        "en «invitados» va una lista, y hay un texto, «Ana»",
        "escriba una lista de fichas: invitados: [{nombre: Ana}]",
    ),
    (
        {"actores": "{CB: x}"},
        "en «actores» va una lista, y hay una ficha con campos",
        "escriba una lista: entre corchetes, o un guion por línea",
    ),
    (
        {"titulo": "[Uno]"},
        "en «titulo» va un solo texto, y hay una lista",
        "escriba: titulo: Uno",
    ),
    (
        {"fecha": "[2030-03]"},
        "en «fecha» va un solo texto, y hay una lista",
        "escriba: fecha: 2030-03",
    ),
    (
        {"tipo": "[formal]"},
        "en «tipo» va un solo texto, y hay una lista",
        "escriba: tipo: formal",
    ),
    (
        {"lugar": "{Sala: primera}"},
        "en «lugar» va un solo texto, y hay una ficha con campos",
        'si los dos puntos son parte del texto, escriba: "Sala: primera"',
    ),
    (
        {"actores": "[CB, [SBP]]"},
        "cada elemento de «actores» es un solo texto, y aquí hay una lista",
        "escriba: SBP",
    ),
    (
        {"actores": "[CB, SBP: x]"},
        "cada elemento de «actores» es un solo texto, y aquí hay una ficha con campos",
        'si los dos puntos son parte del texto, escriba: "SBP: x"',
    ),
    (
        {"actores": "\n      - CB\n      -"},
        "cada elemento de «actores» es un solo texto, y aquí no hay nada",
        "escriba un solo texto, sin guion delante; si empieza por un corchete, entre comillas",
    ),
    (
        {"invitados": "[Ana]"},
        "aquí va una ficha con sus campos, y hay un texto, «Ana»",
        "escriba una ficha: {nombre: Ana}",
    ),
    (
        {"invitados": "[Ana Pérez (SBP)]"},
        "aquí va una ficha con sus campos, y hay un texto, «Ana Pérez (SBP)»",
        "escriba una ficha: {nombre: Ana Pérez, actor: SBP}",
    ),
    (
        {"invitados": "\n      - Ana Pérez, Relatora del SBP"},
        "aquí va una ficha con sus campos, y hay un texto, «Ana Pérez, Relatora del SBP»",
        "escriba una ficha: {nombre: Ana Pérez, cargo: Relatora del SBP}",
    ),
    (
        {"invitados": "\n      - Ana Pérez;Relatora;SBP"},
        "aquí va una ficha con sus campos, y hay un texto, «Ana Pérez;Relatora;SBP»",
        "parece una fila copiada de una tabla: aquí cada dato va en su línea, con el nombre de su "
        "campo",
    ),
    (
        {"acuerdos": "\n      - Leer; anotar; y volver"},
        "aquí va una ficha con sus campos, y hay un texto, «Leer; anotar; y volver»",
        "escriba una ficha: {texto: Leer; anotar; y volver}",
    ),
    (
        {"invitados": "\n      • Ana Pérez (SBP)"},
        "en «invitados» va una lista, y hay un texto, «• Ana Pérez (SBP)»",
        "escriba una lista de fichas: invitados: [{nombre: Ana Pérez, actor: SBP}]",
    ),
    (
        {"acuerdos": "Remitir la guía, si la hay"},
        "en «acuerdos» va una lista, y hay un texto, «Remitir la guía, si la hay»",
        'escriba una lista de fichas: acuerdos: [{texto: "Remitir la guía, si la hay"}]',
    ),
    (
        {"invitados": "{nombre: Ana, actor: SBP}"},
        "en «invitados» va una lista, y hay una ficha con campos",
        "póngala entre corchetes: invitados: [{nombre: Ana, actor: SBP}]",
    ),
    (
        {"invitados": "\n      nombre: Ana\n      actor: SBP"},
        "en «invitados» va una lista, y hay una ficha con campos",
        "escriba un guion delante de su primer campo, - nombre: Ana, y alinee con él los demás",
    ),
    (
        {"invitados": "ninguno"},
        "en «invitados» va una lista, y hay un texto, «ninguno»",
        "si no hay ninguno, o aún no se sabe, borre la línea",
    ),
    (
        {"actores": "CB; SBP"},
        "en «actores» va una lista, y hay un texto, «CB; SBP»",
        "escriba una lista: actores: [CB, SBP]",
    ),
    (
        {"actores": "\n      -CB\n      -SBP"},
        "en «actores» va una lista, y hay un texto, «-CB -SBP»",
        "escriba una lista: actores: [CB, SBP]",
    ),
    (
        {"actores": "todos"},
        "en «actores» va una lista, y hay un texto, «todos»",
        "«todos» no vale aquí: escriba el ID de cada uno; por ejemplo: actores: [CB, SBP]",
    ),
    (
        {"objetivos": "Todos los objetivos"},
        "«Todos los objetivos» no es una lista de objetivos ni la palabra «todos»",
        "escriba: objetivos: todos",
    ),
    (
        {"objetivos": "B1 a B3"},
        "«B1 a B3» no es una lista de objetivos ni la palabra «todos»",
        "escriba una lista: objetivos: [B1, B2, B3]",
    ),
    (
        {"objetivos": "1, 2"},
        "«1, 2» no es una lista de objetivos ni la palabra «todos»",
        "escriba una lista con sus ID; por ejemplo: objetivos: [B1, B8]",
    ),
    (
        {"objetivos": "{B1, B2}"},
        "en «objetivos» va una lista, y hay una ficha con campos",
        "escriba una lista: objetivos: [B1, B2]",
    ),
    (
        {"mandatos": "AG-101"},
        "en «mandatos» va una lista, y hay un texto, «AG-101»",
        "escriba una lista: mandatos: [AG-101]",
    ),
    (
        {"acuerdos": "[{texto: x, cumplido: [sí]}]"},
        "en «cumplido» va sí o no, y hay una lista",
        "escriba sí o no",
    ),
]


@pytest.mark.parametrize(("cambios", "mensaje", "ayuda"), FORMAS)
def test_formas_equivocadas(cambios: dict[str, str], mensaje: str, ayuda: str) -> None:
    carga = con_actividad(cambios)
    nombre = "la actividad ACT-1" + ("" if "titulo" in cambios else " «Uno»")
    assert dicho(carga) == [("M203", f"{nombre}: {mensaje}", ayuda)]
    assert carga.plan.actividades == ()
    (remendada,) = carga.borrador.actividades
    assert {ruta[0] for ruta in carga.danos[id(remendada)]} == set(cambios)


def test_formas_equivocadas_de_una_seccion() -> None:
    carga = cargado(
        objetivos="programa: hola\nobjetivos: {B1: x}\ngrupos: [A]\n",
        calendario="plan: [x]\nactividades: ninguna\n",
        mandatos="mandatos:\n  - AG-101\n  -\n",
    )
    assert [(uno.codigo, uno.lugar.linea, uno.mensaje) for uno in carga.diagnosticos] == [
        ("M203", 1, "en «plan» va una ficha, y hay una lista"),
        ("M203", 2, "en «actividades» va una lista, y hay un texto, «ninguna»"),
        (
            "M203",
            2,
            "el mandato número 1: aquí va una ficha con sus campos, y hay un texto, «AG-101»",
        ),
        ("M203", 3, "el mandato número 2: aquí va una ficha con sus campos, y no hay nada"),
        ("M203", 1, "en «programa» va una ficha, y hay un texto, «hola»"),
        ("M203", 2, "en «objetivos» va una lista, y hay una ficha con campos"),
        ("M203", 3, "en «grupos» va una ficha, y hay una lista"),
    ]
    # Lo que había en una lista que no lo es no se sabe: nadie puede decir que falte.
    enteros = {nombre: carga.esta_entero(nombre) for nombre in SANOS}
    assert enteros == {
        "objetivos.yaml": False,
        "mandatos.yaml": False,
        "actores.yaml": True,
        "calendario.yaml": False,
    }


# Lo que falta y lo que sobra


@pytest.mark.parametrize("campo", ["fecha", "tipo", "titulo"])
def test_falta_un_campo_o_esta_vacio(campo: str) -> None:
    nombre = "la actividad ACT-1" + ("" if campo == "titulo" else " «Uno»")
    ejemplos = {"fecha": "2030-03", "tipo": "informal", "titulo": "Sesión informal con el SBP"}
    ayuda = f"escriba, por ejemplo: {campo}: {ejemplos[campo]}"
    falta = con_actividad({campo: None})
    assert dicho(falta) == [("M201", f"{nombre}: falta «{campo}»", ayuda)]
    # Lo que falta se señala en el id del registro; lo vacío, en su clave.
    assert sitio(falta.diagnosticos[0]) == (3, 9, 14)
    for nada in ("", "''", "'  '"):
        vacio = con_actividad({campo: nada})
        linea = 3 + list(CAMPOS).index(campo)
        if campo == "titulo" or not nada:
            assert dicho(vacio) == [("M201", f"{nombre}: «{campo}» está vacío", ayuda)]
        if not nada:
            assert sitio(vacio.diagnosticos[0]) == (linea, 5, 5 + len(campo))


def test_un_campo_opcional_vacio_es_como_no_ponerlo() -> None:
    vacia = unica(
        dict.fromkeys(["lugar", "actores", "invitados", "hora", "estado", "objetivos"], "")
    )
    assert vacia == unica({})


def test_un_campo_vacio_de_otra_ficha_no_existe_en_esta() -> None:
    carga = cargado(
        calendario="""\
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - id: ACT-1
                fecha: 2030-03
                tipo: formal
                titulo: Uno
                resolucion:
                invitados: [{nombre: Ana, plazo: , cargo: }]
            objetivos:
            """
    )
    assert [(uno.codigo, uno.mensaje, sitio(uno)) for uno in carga.diagnosticos] == [
        ("M202", "la actividad ACT-1 «Uno»: el campo «resolucion» no existe aquí", (7, 5, 15)),
        ("M202", "la actividad ACT-1 «Uno»: el campo «plazo» no existe aquí", (8, 31, 36)),
        ("M202", "a «objetivos» le falta la sangría", (9, 1, 10)),
    ]


def test_un_elemento_vacio() -> None:
    carga = con_actividad({"actores": "[CB, '']", "mandatos": "['', AG-1]"})
    assert dicho(carga) == [
        (
            "M201",
            "la actividad ACT-1 «Uno»: hay un elemento vacío en «actores»",
            "escriba algo en él, o bórrelo",
        ),
        (
            "M201",
            "la actividad ACT-1 «Uno»: hay un elemento vacío en «mandatos»",
            "escriba algo en él, o bórrelo",
        ),
    ]
    (remendada,) = carga.borrador.actividades
    assert [uno.id for uno in remendada.mandatos] == ["AG-1"]


def test_falta_en_una_ficha_de_dentro() -> None:
    carga = con_actividad({"invitados": "[{cargo: Relatora}]"})
    assert dicho(carga) == [
        (
            "M201",
            "la actividad ACT-1 «Uno»: falta «nombre» en «invitados»",
            "escriba, por ejemplo: nombre: Ana Pérez",
        )
    ]
    assert sitio(carga.diagnosticos[0]) == (7, 18, 23)


def test_falta_el_id() -> None:
    carga = con_actividad({"id": None})
    assert dicho(carga) == [
        ("M201", "la actividad número 1 «Uno»: falta «id»", "escriba, por ejemplo: id: ACT-1")
    ]
    assert carga.borrador.actividades == ()
    # Con qué ID la citan los demás no se sabe.
    assert not carga.esta_entero("calendario.yaml")


def test_falta_una_seccion() -> None:
    carga = cargado(objetivos="objetivos: []\n", calendario="actividades: []\n", actores="{}\n")
    assert [(uno.codigo, uno.mensaje, uno.lugar.linea) for uno in carga.diagnosticos] == [
        ("M201", "falta «plan»", 1),
        ("M201", "falta «programa»", 1),
    ]
    assert carga.diagnosticos[0].ayuda == (
        "escriba, por ejemplo: plan: {titulo: Plan de trabajo de la Presidencia, "
        "periodo: 2030-2031, comision: CB}"
    )
    assert (carga.plan.cabecera, carga.plan.programa) == (None, None)
    # Los registros sí están todos.
    assert all(map(carga.esta_entero, SANOS))


def test_campos_que_no_existen() -> None:
    carga = con_actividad({"titlo": "x", "Lugar": "x", "nota:aclaración": "x", "zzz": "x"})
    assert [(uno.mensaje.partition(": ")[2], uno.ayuda) for uno in carga.diagnosticos] == [
        (
            "el campo «titlo» no existe aquí",
            "¿quiso decir «titulo»? Ya está en esta ficha: deje una de las dos líneas, "
            "con lo que digan ambas",
        ),
        ("el campo «Lugar» no existe aquí", "escríbalo así, sin mayúsculas ni tildes: lugar: x"),
        (
            "el campo «nota:aclaración» no existe aquí",
            "falta un espacio detrás de los dos puntos: nota: aclaración",
        ),
        (
            "el campo «zzz» no existe aquí",
            f"los campos de esta ficha son {enumerar([*Actividad.model_fields])}",
        ),
    ]
    assert {uno.codigo for uno in carga.diagnosticos} == {"M202"}
    assert [sitio(uno) for uno in carga.diagnosticos] == [
        (7, 5, 10), (8, 5, 10), (9, 5, 20), (10, 5, 8),
    ]  # fmt: skip


def test_una_seccion_que_no_existe() -> None:
    carga = cargado(objetivos="programa: {titulo: x}\nobjetivo: []\n", mandatos="titulo: x\n")
    assert dicho(carga) == [
        (
            "M202",
            "el campo «titulo» no existe aquí",
            "va dentro de otra ficha: dele la misma sangría que a los demás campos de esta",
        ),
        (
            "M202",
            "el campo «objetivo» no existe aquí",
            "¿quiso decir «objetivos»? Escriba: objetivos: []",
        ),
    ]
    assert not carga.esta_entero("objetivos.yaml")


def test_claves_en_blanco_de_un_grupo() -> None:
    carga = cargado(objetivos="programa: {titulo: x}\ngrupos: {' ': x, B: [y], C: z}\n")
    assert [(uno.codigo, sitio(uno)) for uno in carga.diagnosticos] == [
        ("M201", (2, 10, 13)),
        ("M203", (2, 21, 24)),
    ]
    assert carga.plan.grupos == {"C": "z"}


# El archivo entero


@pytest.mark.parametrize("contenido", ["", "\n", "# solo un comentario\n", "---\n"])
def test_archivo_vacio(contenido: str) -> None:
    carga = cargado(calendario=contenido)
    assert dicho(carga) == [
        (
            "M209",
            "el archivo está vacío",
            "escriba en él «plan:» y «actividades:», cada una en su línea",
        )
    ]
    assert carga.diagnosticos[0].lugar.linea == 0
    assert not carga.esta_entero("calendario.yaml")


def test_un_archivo_vacio_de_una_sola_seccion() -> None:
    assert dicho(cargado(mandatos="")) == [
        ("M209", "el archivo está vacío", "escriba en él «mandatos:»")
    ]


@pytest.mark.parametrize(("contenido", "fin"), [("- a\n", 4), ("hola\n", 5), ("[]\n", 3)])
def test_archivo_que_no_es_una_ficha(contenido: str, fin: int) -> None:
    carga = cargado(actores=contenido)
    assert dicho(carga) == [
        (
            "M209",
            "el archivo no empieza por sus campos",
            "escriba en él «categorias:» y «actores:», cada una en su línea",
        )
    ]
    assert sitio(carga.diagnosticos[0]) == (1, 1, fin)


def test_archivo_que_falta() -> None:
    carga = cargar(Memoria({}))
    assert [
        (uno.codigo, uno.lugar.archivo, uno.mensaje, uno.ayuda) for uno in carga.diagnosticos
    ] == [
        (
            "L101",
            f"{nombre}.yaml",
            f"falta el archivo «{nombre}.yaml»",
            ayuda,
        )
        for nombre, ayuda in [
            ("actores", "créelo, aunque solo lleve «actores: []»"),
            (
                "calendario",
                "créelo con «plan:», y debajo «titulo:», «periodo:» y «comision:»; "
                "lo demás puede quedarse en «actividades: []»",
            ),
            ("mandatos", "créelo, aunque solo lleve «mandatos: []»"),
            (
                "objetivos",
                "créelo con «programa:», y debajo «titulo:»; "
                "lo demás puede quedarse en «objetivos: []»",
            ),
        ]
    ]
    assert carga.plan == carga.borrador
    assert carga.plan.actividades == ()
    assert carga.mapas == {}


def test_tras_un_error_de_sintaxis_no_se_echa_nada_en_falta() -> None:
    carga = cargado(
        calendario="actividades:\n  - id: ACT-1\n    fecha: 2030-03\n    tipo: formal\n"
        "    titulo: Uno\n  - id: ACT-2\n    titulo: @x\n",
        objetivos="objetivos:\n  - id: B1\n    titulo: Uno\n   texto: x\n",
        actores="titulo:x\nactores: []\n",
    )
    assert [(uno.codigo, uno.lugar.archivo) for uno in carga.diagnosticos] == [
        ("L117", "actores.yaml"),
        ("L113", "calendario.yaml"),
        ("L114", "objetivos.yaml"),
    ]
    assert [una.id for una in carga.plan.actividades] == ["ACT-1"]
    assert not any(carga.esta_entero(f"{n}.yaml") for n in ("calendario", "objetivos", "actores"))
    assert set(carga.mapas) == set(SANOS)


# Por mucho que se escriba, lo que se dice cabe en un párrafo

ENORME = "ñ" * 20_000


@pytest.mark.parametrize(
    "cambios",
    [
        *({campo: ENORME} for campo in (*CAMPOS, "hasta", "hora", "estado", "actualizado", ENORME)),
        *({campo: ENORME} for campo in ("actores", "invitados", "objetivos", "acuerdos")),
        *({campo: f"[{ENORME}]"} for campo in ("titulo", "invitados", "actores", "objetivos")),
        *({campo: f"{{{ENORME}: {ENORME}}}"} for campo in ("titulo", "invitados", "actores")),
        {"actores": f"{{{ENORME}, x}}"},
        {"invitados": f"\n      {ENORME}: x"},
        {"invitados": f"[{{{ENORME}: x}}]"},
        {"invitados": f"[{{nombre: x, {ENORME}: {ENORME}}}]"},
        {"invitados": f"[{{nombre: {ENORME}; {ENORME}}}]"},
        {"invitados": f"[nombre: {ENORME}, actor: {ENORME}]"},
        {"lugar": f"“{ENORME}”"},
        {"lugar": f"={ENORME}"},
        {"lugar": f"'{ENORME}  x'"},
        {"lugar": f"#{ENORME}"},
        {"mandatos": f"[{{id: x, parrafos: {ENORME}}}]"},
        {"mandatos": f"[{{id: x, parrafos: [{ENORME}]}}]"},
        {"documentos": f"[{{titulo: x, enlace: ejemplo.org/{ENORME}}}]"},
        {"acuerdos": f"[{{texto: x, cumplido: {ENORME}, plazo: {ENORME}}}]"},
    ],
)
def test_lo_que_se_dice_de_lo_enorme_es_breve(cambios: dict[str, str]) -> None:
    hallados = diagnosticar(con_actividad(cambios))
    assert hallados
    for uno in hallados:
        assert len(uno.mensaje) < 500, uno.codigo
        assert len(uno.ayuda) < 1000, uno.codigo


@pytest.mark.parametrize("archivo", ["objetivos", "actores"])
def test_y_de_una_seccion_enorme(archivo: str) -> None:
    seccion = {"objetivos": "grupos", "actores": "categorias"}[archivo]
    programa = "programa: {titulo: x}\n" if archivo == "objetivos" else ""
    for valor in (ENORME, f"[{ENORME}]", f"[{{{ENORME}: {ENORME}}}]", f"\n  - {ENORME}: x"):
        for uno in cargado(**{archivo: f"{programa}{seccion}: {valor}\n"}).diagnosticos:
            assert len(uno.mensaje) < 500
            assert len(uno.ayuda) < 1000
