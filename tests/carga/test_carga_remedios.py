"""Lo que se manda escribir, escrito, deja de dar el error: con lo que da más de un error."""

import pytest

from camctl.carga import Carga, cargar
from camctl.fuentes.memoria import Memoria
from cargas import SANOS, cargado

ACTIVIDAD = """\
plan: {titulo: Plan, periodo: 2030, comision: CB}
actividades:
  - id: ACT-1
    fecha: 2030-03
    tipo: formal
    titulo: Uno
"""


def con_linea(linea: str) -> Carga:
    return cargado(calendario=f"{ACTIVIDAD}    {linea}\n")


def ayudas(carga: Carga) -> list[str]:
    return [uno.ayuda for uno in carga.diagnosticos]


@pytest.mark.parametrize(
    ("avances", "ayuda"),
    [
        (
            "Se informó",
            "escriba una lista de fichas: avances: [{objetivo: …, texto: Se informó}]",
        ),
        ("B8", "escriba una lista de fichas: avances: [{objetivo: B8, texto: …}]"),
        ("[Se informó]", "escriba una ficha: {objetivo: …, texto: Se informó}"),
        ("[B8 (CIM)]", "escriba una ficha: {objetivo: B8, texto: …, actor: CIM}"),
        ("[Se informó (CIM)]", "escriba una ficha: {objetivo: …, texto: Se informó, actor: CIM}"),
        ("['B8: Se informó']", "escriba una ficha: {objetivo: B8, texto: Se informó}"),
        ("[B8 – Se informó]", "escriba una ficha: {objetivo: B8, texto: Se informó}"),
    ],
)
def test_lo_que_se_informo_va_en_el_texto(avances: str, ayuda: str) -> None:
    assert ayudas(con_linea(f"avances: {avances}")) == [ayuda]


@pytest.mark.parametrize(
    ("texto", "escrito"), [("Se informó", "Se informó"), ("Se informó. " * 30, "…")]
)
def test_con_dos_puntos_delante_va_su_objetivo(texto: str, escrito: str) -> None:
    (ayuda,) = ayudas(con_linea(f"avances:\n      - B8: {texto}"))
    assert ayuda == (
        f"escriba: {{objetivo: B8, texto: {escrito}}}; "
        "los campos de esta ficha son objetivo, actor, texto y enlace"
    )


def actividades(*ids: str) -> Carga:
    """Unas actividades con esos ID; sin nada, la que no lo lleva."""
    resto = "fecha: 2030-03\n    tipo: otra\n    titulo: Una"
    lineas = [f"  - {f'id: {uno}' if uno else 'lugar: Sala'}\n    {resto}" for uno in ids]
    cabecera = "plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
    return cargado(calendario=cabecera + "\n".join(lineas) + "\n")


@pytest.mark.parametrize(
    ("ids", "libres"),
    [
        (["ACT-4", ""], ["ACT-5"]),
        (["ACT-4", "", "ACT-6"], ["ACT-5"]),
        (["ACT-4", "", "", "ACT-5", ""], ["ACT-6", "ACT-7", "ACT-8"]),
        (["", "ACT-1"], ["ACT-2"]),
        (["ACT-4", '""'], ["ACT-5"]),
        (["Una"], []),
        (["Una", ""], ["ACT-2"]),
    ],
)
def test_a_quien_no_lleva_id_se_le_propone_uno_libre(ids: list[str], libres: list[str]) -> None:
    carga = actividades(*ids)
    assert ayudas(carga) == [f"escriba, por ejemplo: id: {uno}" for uno in libres]


def test_el_ejemplo_de_una_sigla_tampoco_es_la_de_otro() -> None:
    carga = cargado(actores="actores: [{id: ILI, nombre: x}, {nombre: y}]\n")
    (ayuda,) = ayudas(carga)
    assert ayuda.startswith("escriba, por ejemplo: id: ")
    assert ayuda.rpartition(" ")[2] != "ILI"


def test_un_asterisco_son_todos() -> None:
    assert ayudas(con_linea('objetivos: "*"')) == ["escriba: objetivos: todos"]


@pytest.mark.parametrize(
    ("archivo", "ayuda", "contenido"),
    [
        (
            "calendario",
            "créelo con «plan:», y debajo «titulo:», «periodo:» y «comision:»; "
            "lo demás puede quedarse en «actividades: []»",
            "plan:\n  titulo: x\n  periodo: 2030\n  comision: CB\nactividades: []\n",
        ),
        (
            "objetivos",
            "créelo con «programa:», y debajo «titulo:»; "
            "lo demás puede quedarse en «objetivos: []»",
            "programa:\n  titulo: x\nobjetivos: []\n",
        ),
        ("actores", "créelo, aunque solo lleve «actores: []»", "actores: []\n"),
    ],
)
def test_el_archivo_que_falta_se_crea_sin_otro_error(
    archivo: str, ayuda: str, contenido: str
) -> None:
    sin_el = {nombre: texto for nombre, texto in SANOS.items() if nombre != f"{archivo}.yaml"}
    falta = cargar(Memoria({nombre: texto.encode() for nombre, texto in sin_el.items()}))
    assert ayudas(falta) == [ayuda]
    assert ayudas(cargado(**{archivo: contenido})) == []


@pytest.mark.parametrize(
    "mandatos", ["[AG-101, parrafos: 4-6]", "\n      - AG-101\n      - parrafos: 4-6"]
)
def test_los_parrafos_son_del_mandato_de_delante(mandatos: str) -> None:
    (ayuda,) = ayudas(con_linea(f"mandatos: {mandatos}"))
    assert ayuda.startswith(
        "si es de la ficha de delante, escríbalas en una: {id: AG-101, parrafos: 4-6}; "
        "si es otra, escriba, por ejemplo: id: "
    )


def test_al_enlace_pegado_a_su_idioma_le_falta_un_espacio() -> None:
    mandato = "id: AG-101, resolucion: x, titulo: x, enlaces: {es:https://ejemplo.org/x}"
    assert ayudas(cargado(mandatos=f"mandatos: [{{{mandato}}}]\n")) == [
        "falta un espacio detrás de los dos puntos: es: https://ejemplo.org/x"
    ]


SEGUIDOS = "si son días seguidos, escriba en dos líneas: {}; si no, cada día es otra actividad"


@pytest.mark.parametrize(
    ("lista", "ayuda"),
    [
        (
            "fecha: [2030-03-01, 2030-03-05]",
            SEGUIDOS.format("fecha: 2030-03-01 y hasta: 2030-03-05"),
        ),
        (
            "fecha: [1/3/2030, 2/3/2030, 3/3/2030]",
            SEGUIDOS.format("fecha: 2030-03-01 y hasta: 2030-03-03"),
        ),
        (
            "fecha: [2030-03, 2030-04]",
            "va uno solo, sin corchetes ni guion; si hay más, cada uno pide otra ficha",
        ),
        ("hora: ['10:00', '13:00']", 'escriba: hora: "10:00-13:00"'),
        (
            "hora: [10, 12, 13]",
            "va uno solo, sin corchetes ni guion; si hay más, cada uno pide otra ficha",
        ),
    ],
)
def test_varias_fechas_u_horas_en_una_lista(lista: str, ayuda: str) -> None:
    campo = lista.partition(":")[0]
    sin_ella = "".join(
        linea for linea in ACTIVIDAD.splitlines(keepends=True) if f" {campo}:" not in linea
    )
    assert ayudas(cargado(calendario=f"{sin_ella}    {lista}\n")) == [ayuda]


@pytest.mark.parametrize(
    ("linea", "ayuda"),
    [
        (
            "lugar: [Sala 1, Sala 2]",
            'si es un solo texto, escriba: lugar: "Sala 1, Sala 2"; si no, va uno solo, sin '
            "corchetes ni guion; si hay más, cada uno pide otra ficha",
        ),
        (
            "actores: [[CB, SA]]",
            "cada uno va por su cuenta: CB, SA; o, cada uno en su línea, - CB y - SA",
        ),
        (
            "actores:\n      - [CB, SA, ILI]",
            "cada uno va por su cuenta: CB, SA, ILI; o, cada uno en su línea, - CB, - SA y - ILI",
        ),
    ],
)
def test_de_varios_donde_va_uno_no_se_pierde_ninguno(linea: str, ayuda: str) -> None:
    assert ayudas(con_linea(linea)) == [ayuda]


@pytest.mark.parametrize(
    ("lineas", "ayuda"),
    [
        (
            "avances:\n      B1: Se informó\n      B2: Nada",
            "escriba una lista de fichas: avances: [{objetivo: B1, texto: Se informó}, "
            "{objetivo: B2, texto: Nada}]",
        ),
        (
            "mandatos: {AG-1: 2-3}",
            "escriba una lista de fichas: mandatos: [{id: AG-1, parrafos: 2-3}]",
        ),
        (
            f"avances:\n      B1: {'Se informó. ' * 30}",
            "cada línea es una ficha de la lista: - objetivo: B1, y en la línea siguiente, "
            "alineado con él, texto: con lo demás",
        ),
        (
            "invitados: {Nombre: Ana, cargo: x}",
            "póngala entre corchetes: invitados: [{Nombre: Ana, cargo: x}]",
        ),
    ],
)
def test_de_una_ficha_por_linea_se_hace_una_lista(lineas: str, ayuda: str) -> None:
    assert ayudas(con_linea(lineas)) == [ayuda]
