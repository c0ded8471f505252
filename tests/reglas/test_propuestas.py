"""De una cita rota se dice a quién se quiso citar, y lo que se manda escribir es un plan sano."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.diagnostico import Diagnostico

Hallar: TypeAlias = Callable[..., list[Diagnostico]]

ACTORES = "    actores: [CB, ILI]\n"
VARIOS = "son varios en uno: sepárelos."
COMILLAS = "escríbalo sin esas comillas, que aquí son letras."

# Lo que se escribió en lugar de la línea de los actores, y la ayuda.
CON_REMEDIO = [
    ("actores: [CB; ILI]", f"{VARIOS} Escriba: actores: [CB, ILI]"),
    ("actores: [CB e ILI]", f"{VARIOS} Escriba: actores: [CB, ILI]"),
    ("actores: ['cb, ili']", f"{VARIOS} Escriba: actores: [CB, ILI]"),
    ("actores: [CB/ILI]", f"{VARIOS} Escriba: actores: [CB, ILI]"),
    ("actores: [AG, CB ILI]", f"{VARIOS} Escriba: actores: [AG, CB, ILI]"),
    ("actores: [CB, “ILI”]", f"{COMILLAS} Escriba: actores: [CB, ILI]"),
    ("actores: [CB, 1LI]", "¿quiso decir «ILI»? Escriba: actores: [CB, ILI]"),
    ("actores: [CB, instituto de lectura infantil]", "aquí va su ID. Escriba: actores: [CB, ILI]"),
    (
        "actores: [CB, Instituto Infantl]",
        "¿quiso decir «Instituto Infantil»? Su ID es ILI. Escriba: actores: [CB, ILI]",
    ),
    ("actores: [CB, ILI (Instituto)]", "basta con su ID. Escriba: actores: [CB, ILI]"),
    ("actores: [CB, 'Instituto (ILI)']", "basta con su ID. Escriba: actores: [CB, ILI]"),
    (
        "objetivos: [Bl]",
        "lleva una letra donde va una cifra. Escriba: objetivos: [B1]",
    ),
    ("objetivos: [Fomento de la lectura]", "aquí va su ID. Escriba: objetivos: [A1]"),
    ("objetivos: ['B1: bibliotecas']", "basta con su ID. Escriba: objetivos: [B1]"),
    ("objetivos: [A1, todos]", "«todos» va solo y sin corchetes; escriba: objetivos: todos"),
    ("mandatos: [AG/RES. 101 (X-O/30)]", "aquí va su ID. Escriba: mandatos: [AG-101]"),
]
SIN_LINEA = [
    ("actores:\n      - CB, ILI", f"{VARIOS} Escriba cada uno en su línea: - CB y - ILI"),
    ("mandatos: [{id: 'AG-101, AG-101'}]", VARIOS),
    ("actores: [CB, B1]", "B1 es un objetivo, y aquí va un actor: llévelo a «objetivos»"),
    ("actores: [CB, ACT-1]", "ACT-1 es una actividad, y aquí va un actor"),
    ("actores: [CB, TBD]", "si aún no se sabe, bórrelo"),
    ("actores: [CB, FMI]", "los que hay son AG, CB e ILI; si falta, añádalo a actores.yaml"),
    ("invitados: [{nombre: Ana, actor: 'CB, ILI'}]", "aquí va uno solo: CB o ILI"),
    (
        "mandatos: [AG-101 párrafos 2 y 3]",
        'los párrafos van aparte; escriba: {id: AG-101, parrafos: "2, 3"}',
    ),
]


def con(hallar: Hallar, linea: str) -> list[Diagnostico]:
    queda = linea if linea.startswith("actores") else f"actores: [CB, ILI]\n    {linea}"
    return hallar(calendario=(ACTORES, f"    {queda}\n"))


@pytest.mark.parametrize(("linea", "ayuda"), [*CON_REMEDIO, *SIN_LINEA])
def test_a_quien_se_quiso_citar(hallar: Hallar, linea: str, ayuda: str) -> None:
    (uno,) = con(hallar, linea)
    assert uno.codigo in {"R301", "R302", "R303"}
    assert uno.ayuda == ayuda


@pytest.mark.parametrize("ayuda", [ayuda for _, ayuda in CON_REMEDIO])
def test_lo_que_se_manda_escribir_esta_bien(hallar: Hallar, ayuda: str) -> None:
    assert con(hallar, ayuda.rpartition("scriba: ")[2]) == []


@pytest.mark.parametrize(
    ("linea", "arreglada"),
    [
        ("actores: [CBB, ILLI]", "actores: [CB, ILI]"),
        # También lo que hallan reglas distintas, y lo que son varios en uno.
        ("actores: [CBB, ili]", "actores: [CB, ILI]"),
        ("actores: [AGG, CB; ILI] # los tres", "actores: [AG, CB, ILI] # los tres"),
    ],
)
def test_la_linea_que_se_manda_escribir_lleva_lo_demas_arreglado(
    hallar: Hallar, linea: str, arreglada: str
) -> None:
    hallados = con(hallar, linea)
    assert len(hallados) == 2
    assert {uno.ayuda.rpartition("Escriba: ")[2] for uno in hallados} == {arreglada}
    assert con(hallar, arreglada) == []


def test_de_lo_que_no_se_sabe_arreglar_la_linea_queda_como_esta(hallar: Hallar) -> None:
    uno, otro = con(hallar, "actores: [CBB, OEA]")
    assert uno.ayuda == "¿quiso decir «CB»? Escriba: actores: [CB, OEA]"
    assert otro.ayuda == "los que hay son AG, CB e ILI; si falta, añádalo a actores.yaml"


def test_de_dos_cosas_en_el_mismo_texto_cada_ayuda_arregla_la_suya(hallar: Hallar) -> None:
    titulo = "titulo: Sesión  informal con el ILI"
    hallados = hallar(calendario=("titulo: Sesión informal con el ILI", f"{titulo}."))
    assert {uno.ayuda.rpartition("scriba: ")[2] for uno in hallados} == {
        "titulo: Sesión informal con el ILI.",
        titulo,
    }


CON_COMAS = (
    "nombre: Instituto de Lectura Infantil",
    "nombre: Instituto de Libros, Lectura, y Escuela",
)


def test_de_un_nombre_partido_por_sus_comas_se_habla_una_vez(hallar: Hallar) -> None:
    lista = "    actores: [CB, Instituto de libros, Lectura, y Escuela]\n"
    (uno,) = hallar(actores=CON_COMAS, calendario=(ACTORES, lista))
    assert uno.codigo == "R302"
    assert uno.mensaje.endswith("cita el actor ILI por su nombre, y sus comas lo parten en 3")
    assert uno.ayuda == "aquí va su ID. Escriba: actores: [CB, ILI]"
    assert (uno.lugar.columna, uno.lugar.columna_fin) == (19, 58)


def test_un_trozo_de_un_nombre_no_es_el_nombre(hallar: Hallar) -> None:
    lista = "    actores: [CB, Instituto de Libros, Lectura]\n"
    assert [
        uno.mensaje.rpartition(" cita ")[2]
        for uno in hallar(actores=CON_COMAS, calendario=(ACTORES, lista))
    ] == [
        "el actor «Instituto de Libros», que no existe",
        "el actor «Lectura», que no existe",
    ]


def test_una_persona_no_es_una_institucion(hallar: Hallar) -> None:
    invitados = "    invitados: [{nombre: Ana Pérez, actor: ILI}]\n"
    (uno,) = hallar(calendario=(ACTORES, f"    actores: [CB, ana perez]\n{invitados}"))
    assert uno.ayuda == (
        "es una persona, que va en «invitados»; aquí va su institución. Escriba: actores: [CB, ILI]"
    )


def test_de_una_persona_puede_no_saberse_de_donde_viene(hallar: Hallar) -> None:
    invitados = "    invitados: [{nombre: Ana Pérez}]\n"
    (uno,) = hallar(calendario=(ACTORES, f"    actores: [CB, Ana Pérez]\n{invitados}"))
    assert uno.ayuda == "es una persona, que va en «invitados»; aquí va su institución"


def test_de_dos_que_se_llaman_igual_no_se_propone_ninguno(hallar: Hallar) -> None:
    (uno,) = hallar(
        objetivos=("titulo: Bibliotecas escolares", "titulo: Fomento de la lectura"),
        calendario=(ACTORES, f"{ACTORES}    objetivos: [Fomento de la lectura]\n"),
    )
    assert uno.ayuda == "los que hay son A1 y B1; si falta, añádalo a objetivos.yaml"


@pytest.mark.parametrize("id_", ["101", '"101"', "AG/RES. 101"])
def test_del_mandato_con_otro_id_se_habla_una_vez_y_en_su_ficha(hallar: Hallar, id_: str) -> None:
    (uno,) = hallar(
        mandatos=("- id: AG-101", f"- id: {id_}"),
        calendario=(ACTORES, f"{ACTORES}    mandatos: [ag-101]\n"),
    )
    assert (uno.codigo, uno.lugar.archivo) == ("R303", "mandatos.yaml")
    assert uno.mensaje.endswith("se cita como «AG-101», y su ID es otro")
    assert uno.ayuda == "escríbalo como se cita. Escriba: - id: AG-101"
    assert [suyo.lugar.archivo for suyo in uno.relacionados] == ["calendario.yaml"]


def test_del_objetivo_con_ceros_tambien(hallar: Hallar) -> None:
    otro = "    titulo: Bibliotecas escolares\n    texto: Dotar de biblioteca a cada escuela."
    (uno,) = hallar(
        objetivos=(
            f"- id: B1\n{otro}",
            f"- id: B01\n{otro}\n\n  - id: B2\n    titulo: Otro\n    texto: Otro.",
        )
    )
    assert (uno.codigo, uno.lugar.archivo, uno.registro) == ("R301", "objetivos.yaml", "B01")
    assert uno.ayuda == "escríbalo como se cita. Escriba: - id: B1"


def test_si_alguien_cita_el_mandato_por_el_id_que_tiene_se_habla_de_quien_no(
    hallar: Hallar,
) -> None:
    hallados = hallar(
        mandatos=("- id: AG-101", '- id: "101"'),
        calendario=(ACTORES, f"{ACTORES}    mandatos: ['101']\n"),
    )
    assert {uno.ayuda for uno in hallados} == {
        "«AG/RES. 101 (X-O/30)» está en mandatos.yaml con otro ID, «101»: "
        "si es esa, escriba allí: id: AG-101"
    }
    assert all(uno.codigo == "R303" and not uno.arreglos for uno in hallados)


def test_el_numero_de_otro_organo_es_otra_resolucion(hallar: Hallar) -> None:
    (uno,) = con(hallar, "mandatos: [CP-101]")
    assert "con otro ID" not in uno.ayuda


@pytest.mark.parametrize(
    ("linea", "ayuda"),
    [
        ("mandatos: [AG-102]", "¿quiso decir «AG-101»? Escriba: mandatos: [AG-101]"),
        ("mandatos: [AG-110]", "¿quiso decir «AG-101»? Escriba: mandatos: [AG-101]"),
        # Solo se parecen en la sigla.
        ("mandatos: [AG-290]", "el único que hay es AG-101; si falta, añádalo a mandatos.yaml"),
        # Ya está en la lista.
        (
            "mandatos: [AG-101, AG-102]",
            "el único que hay es AG-101; si falta, añádalo a mandatos.yaml",
        ),
        (
            "objetivos: [B1, B11]",
            "los que hay son A1 y B1; si falta, añádalo a objetivos.yaml",
        ),
        ("objetivos: [b11]", "¿quiso decir «B1»? Escriba: objetivos: [B1]"),
    ],
)
def test_no_se_propone_otro_numero_ni_el_que_ya_esta(
    hallar: Hallar, linea: str, ayuda: str
) -> None:
    (uno,) = con(hallar, linea)
    assert uno.ayuda == ayuda


@pytest.mark.parametrize(
    ("citado", "ayuda"),
    [
        ("OEA", "los que hay son AG, CB e ILI; si falta, añádalo a actores.yaml"),
        ("ILLI", "¿quiso decir «ILI»? Escriba: actores: [CB, ILI]"),
    ],
)
def test_una_sigla_no_es_la_de_quien_la_lleva_detras(
    hallar: Hallar, citado: str, ayuda: str
) -> None:
    hallados = hallar(
        actores=("alias: [", "alias: [ILI-OEA, "),
        calendario=(ACTORES, f"    actores: [CB, {citado}]\n"),
    )
    (uno,) = (uno for uno in hallados if uno.codigo == "R302")
    assert uno.ayuda == ayuda
