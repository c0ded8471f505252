"""Un desliz, un hallazgo: lo que es consecuencia de otro error no se dice."""

import pytest

from camctl.carga import Carga, cargar
from camctl.fuentes.memoria import Memoria
from camctl.reglas.motor import diagnosticar

SANOS = {
    "objetivos.yaml": (
        "programa: {titulo: Programa}\n"
        "grupos: {B: Generales}\n"
        "objetivos:\n"
        "  - {id: B1, titulo: Uno, texto: x}\n"
    ),
    "mandatos.yaml": "mandatos: []\n",
    "actores.yaml": "actores: [{id: CB, nombre: Comisión}]\n",
    "calendario.yaml": (
        "plan: {titulo: Plan, periodo: 2030, comision: CB}\n"
        "actividades:\n"
        "  - id: ACT-1\n"
        "    fecha: 2030-02\n"
        "    tipo: otra\n"
        "    titulo: Una\n"
    ),
}
DOS = "  - id: ACT-2\n    fecha: 2030-03\n    tipo: otra\n    titulo: Dos\n"


def con(archivo: str, anadido: str) -> Carga:
    textos = {**SANOS, archivo: SANOS[archivo] + anadido}
    return cargar(Memoria({nombre: texto.encode() for nombre, texto in textos.items()}))


def dicho(carga: Carga) -> list[tuple[str, int, str, str]]:
    return [(uno.codigo, uno.lugar.linea, uno.mensaje, uno.ayuda) for uno in diagnosticar(carga)]


@pytest.mark.parametrize("clave", ["Título", "titulos", "tiulo", "nombre", "title"])
def test_un_campo_con_otro_nombre_no_falta(clave: str) -> None:
    anadido = DOS.replace("titulo", clave)
    ((codigo, linea, mensaje, ayuda),) = dicho(con("calendario.yaml", anadido))
    assert (codigo, linea) == ("M202", 10)
    assert mensaje.endswith(f"el campo «{clave}» no existe aquí")
    assert ayuda.endswith(": titulo: Dos")


def test_el_que_falta_de_verdad_se_dice() -> None:
    carga = con("calendario.yaml", "  - id: ACT-2\n    tipo: otra\n    tiulo: Dos\n")
    assert [(uno.codigo, uno.mensaje.rpartition(": ")[2]) for uno in carga.diagnosticos] == [
        ("M201", "falta «fecha»"),
        ("M202", "el campo «tiulo» no existe aquí"),
    ]


def test_de_una_ficha_sin_nada_suyo_se_dice_lo_que_sobra() -> None:
    anadido = f"{DOS}    invitados:\n      - Ana Pérez: CB\n"
    assert dicho(con("calendario.yaml", anadido)) == [
        (
            "M202",
            12,
            "la actividad ACT-2 «Dos»: el campo «Ana Pérez» no existe aquí",
            "escriba: {nombre: Ana Pérez, actor: CB}; "
            "los campos de esta ficha son nombre, actor, cargo, estado y nota",
        )
    ]


def test_a_un_registro_pegado_sin_sangria_le_falta_la_sangria() -> None:
    anadido = "  - id: ACT-2\nfecha: 2030-03\ntipo: otra\ntitulo: Dos\n"
    assert dicho(con("calendario.yaml", anadido)) == [
        (
            "M202",
            8,
            "a «fecha», «tipo» y «titulo» les falta la sangría",
            "escríbalos con 4 espacios delante, como «id», de la línea 7",
        )
    ]


def test_a_un_solo_campo_tambien() -> None:
    assert dicho(con("calendario.yaml", "lugar: Sala 1\n")) == [
        (
            "M202",
            7,
            "a «lugar» le falta la sangría",
            "escríbalo con 4 espacios delante, como «id», de la línea 3",
        )
    ]


def test_a_un_campo_de_una_ficha_que_no_es_de_una_lista_tambien() -> None:
    plan = "plan:\n  titulo: Plan\n  periodo: 2030\n  comision: CB\ntexto: x\n"
    carga = cargar(
        Memoria({n: t.encode() for n, t in {**SANOS, "calendario.yaml": plan}.items()}),
    )
    assert dicho(carga) == [
        (
            "M202",
            5,
            "a «texto» le falta la sangría",
            "escríbalo con 2 espacios delante, como «titulo», de la línea 2",
        )
    ]


def test_a_la_ultima_categoria_tambien_y_sus_actores_estan_en_ella() -> None:
    actores = (
        "categorias:\n  A: Órganos\nB: Institutos\n"
        "actores: [{id: CB, nombre: Comisión, categoria: A}, {id: EM, nombre: x, categoria: B}]\n"
    )
    carga = cargar(
        Memoria({n: t.encode() for n, t in {**SANOS, "actores.yaml": actores}.items()}),
    )
    assert dicho(carga) == [
        (
            "M202",
            3,
            "a «B» le falta la sangría",
            "escríbalo con 2 espacios delante, como «A», de la línea 2",
        )
    ]


@pytest.mark.parametrize("encima", ["[ACT-1]", "[]", "[{}]", "ACT-1"])
def test_sin_un_registro_encima_no_se_sabe_de_quien_es_un_campo(encima: str) -> None:
    texto = (
        f"actividades: {encima}\nfecha: 2030-01\nplan: {{titulo: x, periodo: 2030, comision: CB}}\n"
    )
    dichos = dicho(
        cargar(Memoria({n: t.encode() for n, t in {**SANOS, "calendario.yaml": texto}.items()}))
    )
    assert dichos[-1] == (
        "M202",
        2,
        "el campo «fecha» no existe aquí",
        "va dentro de otra ficha: dele la misma sangría que a los demás campos de esta",
    )


def test_de_una_ficha_vacia_se_dice_lo_que_falta() -> None:
    dichos = dicho(con("objetivos.yaml", "  - {}\n"))
    assert [mensaje for *_, mensaje, _ in dichos] == [
        f"el objetivo número 2: falta «{campo}»" for campo in ("id", "texto", "titulo")
    ]


def test_lo_que_el_registro_ya_tiene_no_es_suyo() -> None:
    ((codigo, _, mensaje, ayuda),) = dicho(con("calendario.yaml", "titulo: Otra\n"))
    assert (codigo, mensaje) == ("M202", "el campo «titulo» no existe aquí")
    assert ayuda == "va dentro de otra ficha: dele la misma sangría que a los demás campos de esta"


def test_a_los_grupos_les_falta_su_nombre() -> None:
    texto = (
        "programa:\n  titulo: Programa\n  A: Generales\n  B: Otros\n  nombre: x\nobjetivos: []\n"
    )
    archivos = {**SANOS, "objetivos.yaml": texto}
    carga = cargar(Memoria({nombre: texto.encode() for nombre, texto in archivos.items()}))
    assert dicho(carga) == [
        (
            "M202",
            3,
            "encima de esta línea falta «grupos:», que es la ficha en que está",
            "escriba en la línea de encima, sin espacios delante: grupos:",
        ),
        (
            "M202",
            5,
            "el programa: el campo «nombre» no existe aquí",
            "¿quiso decir «titulo»? Ya está en esta ficha: deje una de las dos líneas, "
            "con lo que digan ambas",
        ),
    ]


def test_con_sus_grupos_una_letra_es_un_campo_de_mas() -> None:
    ((_, _, mensaje, _),) = dicho(
        con("objetivos.yaml", "  - {id: B2, titulo: x, texto: x, A: x}\n")
    )
    assert mensaje == "el objetivo B2 «x»: el campo «A» no existe aquí"


def test_un_registro_en_el_archivo_de_otra_clase() -> None:
    # De lo demás que le pasa se hablará cuando esté donde debe.
    assert dicho(con("objetivos.yaml", f"{DOS}    actores: [NADIE]\n")) == [
        (
            "M202",
            5,
            "el objetivo ACT-2 «Dos»: por sus campos es una actividad, y esta no es su lista",
            "llévela a calendario.yaml, debajo de «actividades:»",
        )
    ]


def test_con_un_solo_campo_ajeno_es_una_errata() -> None:
    anadido = "  - {id: B2, titulo: Dos, texto: x, fecha: 2030-03}\n"
    ((codigo, _, mensaje, _),) = dicho(con("objetivos.yaml", anadido))
    assert (codigo, mensaje) == ("M202", "el objetivo B2 «Dos»: el campo «fecha» no existe aquí")


def test_con_dos_y_sin_lo_que_la_otra_clase_pide_tambien() -> None:
    anadido = "  - {id: B2, titulo: Dos, texto: x, lugar: Sala 1, hora: '10:00'}\n"
    assert [mensaje for *_, mensaje, _ in dicho(con("objetivos.yaml", anadido))] == [
        f"el objetivo B2 «Dos»: el campo «{campo}» no existe aquí" for campo in ("lugar", "hora")
    ]


@pytest.mark.parametrize(
    "mas",
    ["zzz: 1", "organo: CB", "resolucion: AG/RES. 1"],
    ids=["un campo de nadie", "uno de un mandato", "todo lo de un mandato"],
)
def test_un_mandato_con_un_campo_de_objetivo_sigue_siendo_un_mandato(mas: str) -> None:
    mandatos = f"mandatos: [{{id: B2, titulo: Dos, texto: x, {mas}}}]\n"
    carga = cargar(
        Memoria({n: t.encode() for n, t in {**SANOS, "mandatos.yaml": mandatos}.items()})
    )
    mensajes = [mensaje for *_, mensaje, _ in dicho(carga)]
    assert "el mandato B2 «Dos»: el campo «texto» no existe aquí" in mensajes


def test_un_objetivo_entre_los_mandatos() -> None:
    registro = "{id: B2, titulo: Dos, texto: x}"
    carga = cargar(
        Memoria(
            {nombre: texto.encode() for nombre, texto in SANOS.items()}
            | {"mandatos.yaml": f"mandatos: [{registro}]\n".encode()}
        )
    )
    assert dicho(carga) == [
        (
            "M202",
            1,
            "el mandato B2 «Dos»: por sus campos es un objetivo, y esta no es su lista",
            "llévelo a objetivos.yaml, debajo de «objetivos:»",
        )
    ]


@pytest.mark.parametrize(
    ("clave", "debajo", "archivo"),
    [
        ("actores", "  - id: ILI\n    nombre: Instituto\n", "actores.yaml"),
        ("mandatos", "  - {id: AG-1, resolucion: x, titulo: x}\n", "mandatos.yaml"),
        ("objetivos", "  - {id: B2, titulo: x, texto: x}\n", "objetivos.yaml"),
        ("grupos", "  A: Generales\n", "objetivos.yaml"),
        ("categorias", "  A: Órganos\n", "actores.yaml"),
    ],
)
def test_lo_de_un_archivo_en_otro(clave: str, debajo: str, archivo: str) -> None:
    assert dicho(con("calendario.yaml", f"{clave}:\n{debajo}")) == [
        (
            "M202",
            7,
            f"el campo «{clave}» no existe aquí",
            f"va en {archivo}: llévelo allí con todo lo que tiene debajo",
        )
    ]


CAMPOS = "si no, los campos de esta ficha son nombre, actor, cargo, estado y nota"


def test_un_texto_con_comas_entre_llaves_se_dice_una_vez() -> None:
    invitados = (
        "    invitados:\n"
        "      - {nombre: Ana, cargo: Jefa, y antes, Relatora, actor: CB}\n"
        "      - {nombre: Eva, cargo: Rectora, y antes, Relatora, actor: CB}\n"
    )
    assert dicho(con("calendario.yaml", f"{DOS}{invitados}")) == [
        (
            "M202",
            linea,
            "la actividad ACT-2 «Dos»: entre llaves, la coma separa campos: «cargo» se queda en "
            f"«{cargo}», y «y antes» no es un campo",
            "si es parte de «cargo», escríbalo entre comillas: "
            f'cargo: "{cargo}, y antes, Relatora"; {CAMPOS}',
        )
        for linea, cargo in ((12, "Jefa"), (13, "Rectora"))
    ]


def test_un_texto_largo_con_comas_no_se_repite() -> None:
    cargo = f"{'Jefa' * 50}, y más"
    ((_, _, _, ayuda),) = dicho(
        con("calendario.yaml", f"{DOS}    invitados: [{{nombre: Ana, cargo: {cargo}}}]\n")
    )
    assert ayuda == f"si es parte de «cargo», escríbalo entre comillas; {CAMPOS}"


@pytest.mark.parametrize(
    ("invitado", "sobran"),
    [
        ("{nombre: Ana, crgo, actor: CB}", ["crgo"]),
        ("{Ana, nombre: Eva}", ["Ana"]),
        ("{nombre: Ana, x: 1, y}", ["x", "y"]),
        ("nombre: Ana\n        x:", ["x"]),
    ],
)
def test_lo_que_no_es_el_resto_de_un_texto(invitado: str, sobran: list[str]) -> None:
    hallados = dicho(con("calendario.yaml", f"{DOS}    invitados:\n      - {invitado}\n"))
    assert [mensaje.rpartition(": ")[2] for _, _, mensaje, _ in hallados] == [
        f"el campo «{sobra}» no existe aquí" for sobra in sobran
    ]


def test_una_lista_de_id_sin_sangria_es_del_registro() -> None:
    ((_, _, mensaje, _),) = dicho(con("calendario.yaml", "actores: [CB]\n"))
    assert mensaje == "a «actores» le falta la sangría"


def test_unas_citas_sin_sangria_tambien() -> None:
    anadido = "mandatos:\n  - {id: AG-1, parrafos: 1-2}\n"
    ((_, _, mensaje, _),) = dicho(con("calendario.yaml", anadido))
    assert mensaje == "a «mandatos» le falta la sangría"


def test_una_lista_vacia_de_otro_archivo_es_de_el() -> None:
    ((_, _, mensaje, ayuda),) = dicho(con("mandatos.yaml", "actividades: []\n"))
    assert mensaje == "el campo «actividades» no existe aquí"
    assert ayuda == "va en calendario.yaml: llévelo allí con todo lo que tiene debajo"


FALTA = "la actividad ACT-2 «Dos»: falta «nombre» en «invitados»"
POR_EJEMPLO = "escriba, por ejemplo: nombre: Ana Pérez"


def test_un_guion_delante_de_cada_campo() -> None:
    anadido = f"{DOS}    invitados:\n      - nombre: Ana\n      - actor: CB\n      - cargo: Jefa\n"
    ayuda = (
        "si es de la ficha de arriba, borre el guion y escríbalo con 8 espacios delante, "
        f"como «nombre», de la línea 12; si es otra, {POR_EJEMPLO}"
    )
    assert dicho(con("calendario.yaml", anadido)) == [
        ("M201", 13, FALTA, ayuda),
        ("M201", 14, FALTA, ayuda),
    ]


def test_entre_corchetes_y_sin_llaves() -> None:
    carga = con("calendario.yaml", f"{DOS}    invitados: [nombre: Ana, actor: CB]\n")
    ayuda = (
        "si es de la ficha de delante, escríbalas en una: {nombre: Ana, actor: CB}; "
        f"si es otra, {POR_EJEMPLO}"
    )
    assert dicho(carga) == [("M201", 11, FALTA, ayuda)]


def test_una_palabra_no_es_el_nombre_de_un_invitado() -> None:
    dichos = dicho(con("calendario.yaml", f"{DOS}    invitados: [Ana, {{actor: CB}}]\n"))
    assert dichos[1:] == [("M201", 11, FALTA, POR_EJEMPLO)]


def test_a_una_ficha_que_repite_un_campo_le_falta_lo_suyo() -> None:
    anadido = f"{DOS}    invitados: [{{nombre: Ana, actor: CB}}, {{actor: CB}}]\n"
    assert dicho(con("calendario.yaml", anadido)) == [("M201", 11, FALTA, POR_EJEMPLO)]


def test_muchas_fichas_a_las_que_les_falta_lo_mismo_no_cuestan_el_cuadrado() -> None:
    fichas = "".join("      - cargo: Jefa\n" for _ in range(3_000))
    hallados = dicho(con("calendario.yaml", f"{DOS}    invitados:\n{fichas}"))
    assert {(codigo, mensaje) for codigo, _, mensaje, _ in hallados} == {("M201", FALTA)}
    assert len(hallados) == 3_000
