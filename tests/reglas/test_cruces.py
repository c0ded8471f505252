"""Lo que el ejemplo de una regla sobre referencias no muestra: lo que se calla, y los bordes."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.carga import Carga
from camctl.diagnostico import Diagnostico
from camctl.reglas.motor import diagnosticar

Cargar: TypeAlias = Callable[..., Carga]
Hallar: TypeAlias = Callable[..., list[Diagnostico]]
Actividad: TypeAlias = Callable[..., str]

SIN_PROGRAMA = ("  mandato: AG-101\n", "")


def codigos(hallados: list[Diagnostico]) -> list[str]:
    return sorted(uno.codigo for uno in hallados)


@pytest.mark.parametrize(
    ("mandatos", "esperados"),
    [
        ("mandatos: []", ["R304"]),
        ("mandatos: [AG-101]", []),
        ("mandatos: AG-101", ["M203"]),
        ("mandatos: [AG-110]", ["R303"]),
    ],
)
def test_un_mandato_sin_uso_solo_si_se_sabe_todo_lo_que_se_cita(
    hallar: Hallar, mandatos: str, esperados: list[str]
) -> None:
    hallados = hallar(calendario=("mandatos: [AG-101]", mandatos), objetivos=SIN_PROGRAMA)
    assert codigos(hallados) == esperados


@pytest.mark.parametrize(
    ("actores", "esperados"),
    [
        ("actores: [CB]", ["R312"]),
        ("actores: CB, ILI", ["M203"]),
        ("actores: [CB, IIL]", ["R302"]),
        ("actores: [CB, Instituto Infantil]", ["R314"]),
    ],
)
def test_un_actor_ausente_solo_si_se_sabe_quien_esta(
    hallar: Hallar, actores: str, esperados: list[str]
) -> None:
    assert codigos(hallar(calendario=("actores: [CB, ILI]", actores))) == esperados


def test_tras_un_error_de_sintaxis_no_se_echa_nada_en_falta(hallar: Hallar) -> None:
    hallados = hallar(
        calendario=("    tipo: informal", "   tipo: informal"), objetivos=SIN_PROGRAMA
    )
    assert codigos(hallados) == ["L114"]


def test_sin_actividades_no_se_echa_de_menos_a_nadie(hallar: Hallar) -> None:
    sin_ellas = ("actividades:\n  - id: ACT-1", "otras:\n  - id: ACT-1")
    assert "R312" not in codigos(hallar(calendario=sin_ellas))


@pytest.mark.parametrize("roto", ["  A: [x]", "  A:\n    B: c"])
def test_un_grupo_mal_escrito_existe(hallar: Hallar, roto: str) -> None:
    hallados = hallar(objetivos=("  A: Objetivos generales", roto))
    assert {uno.codigo[0] for uno in hallados} == {"M"}


def test_una_mision_mal_escrita_no_desmiente_la_cita(hallar: Hallar) -> None:
    mision = "mision: Le corresponde que haya libros en cada escuela."
    assert codigos(hallar(actores=(mision, "mision: [libros]"))) == ["M203"]


@pytest.mark.parametrize(
    "id_",
    ["1B", "B1.", "B\u00a01", "B\u200b1", "Objetivo B1", "B1 (Escuelas)", "B.1."],
)
def test_quien_cita_el_id_que_se_quiso_escribir_cita_uno_que_existe(
    hallar: Hallar, id_: str
) -> None:
    otro = "\n  - id: B2\n    titulo: Otro\n    texto: Otro."
    de_uno = "    texto: Dotar de biblioteca a cada escuela."
    (hallado,) = hallar(
        objetivos=(
            f"B1\n    titulo: Bibliotecas escolares\n{de_uno}",
            f"{id_}\n    titulo: Bibliotecas escolares\n{de_uno}\n{otro}",
        ),
    )
    assert (hallado.codigo, hallado.ayuda) == ("M206", "escriba: id: B1")


@pytest.mark.parametrize(
    ("archivo", "id_", "escrito", "bueno"),
    [
        ("actores", "ILI", "ILI (Bibliotecas)", "ILI"),
        ("actores", "ILI", "Instituto (ILI)", "ILI"),
        ("actores", "ILI", "I.L.I.", "ILI"),
        ("mandatos", "AG-101", "AG/RES. 101 (X-O/30)", "AG-101"),
    ],
)
def test_un_id_con_algo_mas_no_desmiente_a_quien_lo_cita(
    hallar: Hallar, archivo: str, id_: str, escrito: str, bueno: str
) -> None:
    (hallado,) = hallar(**{archivo: (f"- id: {id_}", f"- id: {escrito}")})
    assert (hallado.codigo, hallado.ayuda) == ("M206", f"escriba: id: {bueno}")


@pytest.mark.parametrize(
    ("id_", "lleva"),
    [
        ("ACT\u00a01", ": lleva un espacio que no es corriente"),
        ("ACT\u2009-1", ": lleva un espacio que no es corriente"),
        ("ACT-\u200b1", ": lleva un carácter que no se ve"),
        ("ACT-1!", ""),
    ],
)
def test_de_un_id_se_dice_lo_que_no_se_ve(hallar: Hallar, id_: str, lleva: str) -> None:
    (hallado,) = hallar(calendario=("- id: ACT-1", f"- id: {id_}"))
    assert hallado.mensaje.endswith(f"no vale en «id»{lleva}")
    assert (hallado.ayuda == "escriba: id: ACT-1") == bool(lleva)


@pytest.mark.parametrize(("ids", "y_otros"), [(["b2"], "y otro"), (["B2", "B3"], "y otros 2")])
def test_de_un_grupo_que_se_perdio_se_habla_una_vez(
    hallar: Hallar, ids: list[str], y_otros: str
) -> None:
    otros = "".join(f"  - {{id: {id_}, titulo: Otro, texto: Otro.}}\n" for id_ in ids)
    sin_grupo = ("  B: Objetivos específicos\n\nobjetivos:\n", f"\nobjetivos:\n{otros}")
    (hallado,) = (uno for uno in hallar(objetivos=sin_grupo) if uno.codigo == "R307")
    assert hallado.registro == ids[0]
    assert f"» {y_otros} serían del grupo «{ids[0][0]}», que no existe" in hallado.mensaje
    assert hallado.ayuda.startswith("no hay más que A; si falta, escriba debajo de «grupos:»: ")


@pytest.mark.parametrize(
    "cita", ["Libros en cada escuela", "“libros en cada escuela”", "líbros en cada escuela."]
)
def test_de_la_cita_que_casi_esta_se_propone_como_esta(hallar: Hallar, cita: str) -> None:
    (hallado,) = hallar(actores=("cita: libros en cada escuela", f"cita: {cita}"))
    assert hallado.codigo == "R308"
    assert hallado.ayuda == (
        "las palabras están, pero no escritas así. Escriba: cita: libros en cada escuela"
    )


def test_la_categoria_es_una_letra(hallar: Hallar) -> None:
    con_nombre = (
        "    alias: [Instituto Infantil]\n    categoria: B\n",
        "    categoria: institutos\n",
    )
    (hallado,) = hallar(actores=con_nombre)
    assert (hallado.codigo, hallado.ayuda) == ("R306", "aquí va su letra. Escriba: categoria: B")


def test_sin_mision_ni_funcion_no_hay_de_donde_citar(hallar: Hallar) -> None:
    mision = "    mision: Le corresponde que haya libros en cada escuela.\n"
    hallado, *mas = hallar(actores=(mision, ""))
    assert (hallado.codigo, mas) == ("R308", [])
    assert "escriba su «mision»" in hallado.ayuda


@pytest.mark.parametrize(
    ("cita", "esperados"),
    [
        ("ibros en cad", ["R308"]),
        ("cad", ["R308"]),
        ("a", ["R308"]),
        ("cada", []),
        ("escuela.", []),
        ("Le corresponde", []),
    ],
)
def test_un_trozo_de_una_palabra_no_es_una_cita(
    hallar: Hallar, cita: str, esperados: list[str]
) -> None:
    hallados = hallar(actores=("cita: libros en cada escuela", f"cita: {cita}"))
    assert codigos(hallados) == esperados


def test_de_un_objetivo_sin_cita_no_hay_nada_que_comprobar(hallar: Hallar) -> None:
    sin_textos = """    objetivos:
      - B1
      - {id: b1, cita: libros en cada escuela}
"""
    principio = "    mision: Le corresponde que haya libros en cada escuela.\n    objetivos:\n"
    con_cita = "      - id: B1\n        cita: libros en cada escuela\n"
    hallados = hallar(actores=(principio + con_cita, sin_textos))
    citas = [uno for uno in hallados if uno.codigo == "R308"]
    assert [(uno.lugar.linea, "«libros en cada" in uno.mensaje) for uno in citas] == [(20, True)]


def test_un_actor_por_su_id_y_por_su_alias_esta_dos_veces(hallar: Hallar) -> None:
    hallados = hallar(calendario=("[CB, ILI]", "[CB, ILI, Instituto Infantil]"))
    assert codigos(hallados) == ["R309", "R314"]
    assert hallados[0].mensaje.endswith(
        "tiene «Instituto Infantil» en «actores», y ya está como «ILI»"
    )


@pytest.mark.parametrize(
    ("otro", "esperados"),
    [
        ("{nombre: ana nunez, actor: ILI, estado: excusado}", ["R309"]),
        ("{nombre: Ana Núñez, actor: Instituto Infantil}", ["R309", "R314"]),
        ("{nombre: Ana Núñez, actor: CB}", []),
    ],
)
def test_una_persona_invitada_dos_veces(
    hallar: Hallar, actividad: Actividad, otro: str, esperados: list[str]
) -> None:
    invitados = f"invitados: [{{nombre: Ana Núñez, actor: ILI, estado: por_confirmar}}, {otro}]"
    assert codigos(hallar(actividad(2, "2030-03", invitados))) == esperados


def test_un_alias_que_es_el_id_esta_repetido(hallar: Hallar) -> None:
    assert codigos(hallar(actores=("[Instituto Infantil]", "[i.l.i.]"))) == ["R309"]


@pytest.mark.parametrize(
    ("citados", "dichos"),
    [
        ("{id: AG-101, parrafos: 1-2}, {id: AG-101, parrafos: 3}", []),
        ("AG-101, AG-101", ["tiene dos veces «AG-101» en «mandatos»"]),
        (
            "{id: AG-101, parrafos: '1,3'}, {id: ag101, parrafos: '1, 3'}",
            ["tiene «ag101» en «mandatos», y ya está como «AG-101»"],
        ),
        (
            "{id: AG-101, parrafos: 1-2}, {id: AG-101, parrafos: 2-3}",
            ["cita «AG-101, párrafos 2-3», y algo de ello está ya en «AG-101, párrafos 1-2»"],
        ),
        (
            "{id: AG-101, parrafos: 3}, AG-101",
            ["cita «AG-101», y algo de ello está ya en «AG-101, párrafos 3»"],
        ),
        (
            "AG-101, {id: AG-101, parrafos: 1}, {id: AG-101, parrafos: 3}",
            [
                "cita «AG-101, párrafos 1», y algo de ello está ya en «AG-101»",
                "cita «AG-101, párrafos 3», y algo de ello está ya en «AG-101»",
            ],
        ),
    ],
)
def test_un_mandato_puede_citarse_por_parrafos_distintos(
    hallar: Hallar, actividad: Actividad, citados: str, dichos: list[str]
) -> None:
    hallados = hallar(actividad(2, "2030-03", f"mandatos: [{citados}]"))
    suyos = [uno for uno in hallados if uno.codigo == "R309"]
    assert [uno.mensaje.partition("«Sesión 2» ")[2] for uno in suyos] == dichos


@pytest.mark.parametrize(
    ("otro", "esperados"),
    [
        ("{id: B1, cita: haya libros}", []),
        ("{id: B1, cita: Libros en cada  escuela}", ["R308", "R309"]),
        ("{id: B1}", ["R309"]),
        ("{id: B1, cita: libros en cada escuela}", ["R309"]),
    ],
)
def test_un_actor_puede_servir_a_un_objetivo_con_dos_citas(
    hallar: Hallar, otro: str, esperados: list[str]
) -> None:
    cita = "        cita: libros en cada escuela\n"
    hallados = hallar(actores=(cita, f"{cita}      - {otro}\n"))
    assert [codigo for codigo in codigos(hallados) if codigo[0] == "R"] == esperados


@pytest.mark.parametrize(
    ("campo", "una", "otra"),
    [
        ("documentos", "{titulo: Nota, signatura: CB/4}", "{titulo: Nota}"),
        ("avances", "{objetivo: B1, texto: Diez salas.}", "{objetivo: A1, texto: Diez salas.}"),
        ("acuerdos", "{texto: Remitir la guía.}", "{texto: Remitir la guía., plazo: 2030-06}"),
    ],
)
def test_lo_que_dice_lo_mismo_dos_veces(
    hallar: Hallar, actividad: Actividad, campo: str, una: str, otra: str
) -> None:
    assert codigos(hallar(actividad(2, "2030-03", f"{campo}: [{una}, {otra}]"))) == []
    (hallado,) = hallar(actividad(2, "2030-03", f"{campo}: [{una}, {otra}, {una}]"))
    assert hallado.codigo == "R309"
    assert f"» en «{campo}»" in hallado.mensaje


def test_de_una_ficha_rota_no_se_dice_que_este_repetida(
    hallar: Hallar, actividad: Actividad
) -> None:
    rotas = ("acuerdos: [{plazo: 2030-06}, {plazo: 2030-06}]", "mandatos: [AG-101, {parrafos: 1}]")
    assert {uno.codigo[0] for uno in hallar(actividad(2, "2030-03", *rotas))} == {"M"}


@pytest.mark.parametrize(
    ("parrafos", "esperados", "sustituto"),
    [
        ("1, 2, 3", [], ""),
        ("3, 1", [], ""),
        ("1-3, 3", ["E508"], "1-3"),
        ("6-4, 1", ["E508"], "1, 4-6"),
        ("2, 2", ["E508"], "2"),
        ("1-" + "9" * 6000, [], ""),
    ],
)
def test_los_parrafos_van_en_orden_y_una_vez(
    hallar: Hallar, parrafos: str, esperados: list[str], sustituto: str
) -> None:
    hallados = hallar(mandatos=("parrafos: 1-3", f"parrafos: {parrafos}"))
    assert codigos(hallados) == esperados
    if hallados:
        assert sustituto in [arreglo.texto.strip('"') for arreglo in hallados[0].arreglos]


def test_no_hay_parrafo_0(hallar: Hallar) -> None:
    (hallado,) = hallar(mandatos=("parrafos: 1-3", "parrafos: 3, 0-2"))
    assert (hallado.codigo, hallado.ayuda) == ("E508", "el primero de una resolución es el 1")
    assert hallado.mensaje.endswith("cuenta el párrafo 0 en «3, 0-2»")


def test_los_parrafos_citados_caben_entre_varios_tramos(
    hallar: Hallar, actividad: Actividad
) -> None:
    citado = actividad(2, "2030-03", "mandatos: [{id: AG-101, parrafos: 2-4}]")
    assert codigos(hallar(citado, mandatos=("parrafos: 1-3", 'parrafos: "1-2, 3-5"'))) == []
    assert codigos(hallar(citado, mandatos=("parrafos: 1-3", 'parrafos: "1-2, 4-5"'))) == ["R313"]


def test_el_arreglo_de_un_id_es_seguro(hallar: Hallar) -> None:
    (hallado,) = hallar(mandatos=("organo: AG", "organo: a.g."))
    assert [(uno.texto, uno.seguro) for uno in hallado.arreglos] == [("AG", True)]


def test_con_un_id_repetido_cada_cual_se_cita_como_es(hallar: Hallar, actividad: Actividad) -> None:
    doble = actividad(2, "2030-03", "objetivos: [b-1]")
    repetido = ("  - id: B1\n", "  - id: b-1\n    titulo: Otro\n    texto: Otro.\n\n  - id: B1\n")
    assert codigos(hallar(doble, objetivos=repetido)) == ["R305"]


def senalado(carga: Carga) -> list[tuple[str, str]]:
    """El código de cada hallazgo y las palabras del archivo que señala."""
    hallados = []
    for uno in diagnosticar(carga):
        mapa = carga.mapas[uno.lugar.archivo]
        inicio, fin = mapa.posiciones(uno.lugar)
        hallados.append((uno.codigo, mapa.texto[inicio:fin]))
    return hallados


def test_un_error_en_un_campo_no_esconde_lo_demas_que_tiene(
    cargar_con: Cargar, actividad: Actividad
) -> None:
    con_errores = actividad(
        2,
        "2030-03",
        "invitados: [{nombre: Ana Pérez, actor: XX, estado: quizá}, {cargo: Relator, actor: YY}]",
        "mandatos: [{id: AG-109, parrafos: todos}]",
        "avances: [{objetivo: B9, actor: ZZ, enlace: nada}]",
    )
    assert senalado(cargar_con(con_errores)) == [
        ("R302", "XX"),
        ("M204", "quizá"),
        ("M201", "cargo"),
        ("R302", "YY"),
        ("R303", "AG-109"),
        ("M206", "todos"),
        ("M201", "objetivo"),
        ("R301", "B9"),
        ("R302", "ZZ"),
        ("M206", "nada"),
    ]


def test_detras_de_un_elemento_ilegible_cada_cosa_esta_en_su_sitio(
    cargar_con: Cargar, actividad: Actividad
) -> None:
    con_errores = actividad(
        2,
        "2030-03",
        "actores: [CB, [x], ILI, *y, XX, ILI]",
        "invitados: [nadie, {nombre: 'Ana  Pérez', actor: ZZ, cargo: null}]",
    )
    ilegible = "  - {id: '¿?', fecha: 2030-02, tipo: otra, titulo: x}\n"
    sin_arreglo = ("  - id: ACT-1\n", f"{ilegible}  - id: ACT-1\n")
    assert senalado(cargar_con(con_errores, calendario=sin_arreglo)) == [
        ("M206", "'¿?'"),
        ("M203", "[x]"),
        ("L121", "*y"),
        ("R302", "XX"),
        ("R309", "ILI"),
        ("M203", "nadie"),
        ("E503", "'Ana  Pérez'"),
        ("R302", "ZZ"),
        ("E509", "null"),
    ]


def test_de_lo_que_falta_a_medias_no_se_saca_ninguna_cuenta(
    hallar: Hallar, actividad: Actividad
) -> None:
    # Quién más estuviera en una lista con un elemento ilegible no se sabe.
    con_actores = ("actores: [CB, ILI]", "actores: [CB, [ILI]]")
    assert codigos(hallar(calendario=con_actores)) == ["M203"]
    realizada = actividad(
        2, "2030-03", "estado: realizada", "invitados: [{nombre: Ana, estado: quizá}]"
    )
    assert codigos(hallar(realizada)) == ["M204"]


def test_de_un_registro_copiado_entero_solo_se_dice_que_lo_esta(
    hallar: Hallar, actividad: Actividad
) -> None:
    una = actividad(2, "2030-03-14", 'hora: "10:00"')
    otra = actividad(3, "2030-04")
    (hallado,) = hallar(una + otra + una)
    assert (hallado.codigo, hallado.registro) == ("R305", "ACT-2")
    assert hallado.mensaje.endswith("está dos veces, con el mismo ID y los mismos datos")
    assert hallado.ayuda == (
        "borre uno de los dos o, si es otro, dele su ID y sus datos. Escriba: - id: ACT-4"
    )


def test_de_un_actor_copiado_no_se_repiten_los_alias(hallar: Hallar) -> None:
    ficha = "  - id: OTRO\n    nombre: Otro\n    alias: [Otro más]\n    categoria: B\n\n"
    hallados = hallar(actores=("  - id: AG\n", f"{ficha}{ficha}  - id: AG\n"))
    assert codigos(hallados) == ["R305"]


def test_un_id_repetido_propone_el_siguiente(hallar: Hallar, actividad: Actividad) -> None:
    (hallado,) = hallar(actividad(1, "2030-03"))
    assert hallado.ayuda == (
        "dé a cada uno un ID distinto, o borre el que sobre. Escriba: - id: ACT-2"
    )


def test_cada_repetido_propone_uno_que_no_tiene_nadie(hallar: Hallar, actividad: Actividad) -> None:
    hallados = hallar(actividad(1, "2030-03") + actividad(1, "2030-04"))
    assert [uno.ayuda.rpartition(": ")[2] for uno in hallados] == ["ACT-2", "ACT-3"]


def test_antes_que_el_siguiente_se_propone_el_hueco(hallar: Hallar, actividad: Actividad) -> None:
    hallados = hallar(actividad(1, "2030-03") + actividad(3, "2030-04"))
    ayudas = [uno.ayuda.rpartition(": ")[2] for uno in hallados if uno.codigo == "R305"]
    assert ayudas == ["ACT-2"]


def test_el_de_un_registro_danado_no_es_un_hueco(hallar: Hallar, actividad: Actividad) -> None:
    danada = actividad(2, "2030-04").replace("ACT-2", "ACT-2-")
    hallados = hallar(actividad(1, "2030-03") + danada)
    ayudas = [uno.ayuda.rpartition(": ")[2] for uno in hallados if uno.codigo == "R305"]
    assert ayudas == ["ACT-3"]


def test_de_lo_que_no_va_numerado_no_se_propone_nada(hallar: Hallar) -> None:
    otro = "  - id: AG-101\n    resolucion: Otra\n    titulo: Otro\n"
    (hallado,) = hallar(mandatos=("mandatos:\n", f"mandatos:\n{otro}"))
    assert hallado.ayuda == "dé a cada uno un nombre distinto, o borre el que sobre"


def test_con_una_letra_repetida_no_se_sabe_que_grupos_hay(hallar: Hallar) -> None:
    hallados = hallar(objetivos=("  B: Objetivos específicos\n", "  A: Objetivos específicos\n"))
    assert codigos(hallados) == ["L120"]


def test_si_hay_un_solo_grupo_se_dice_en_singular(hallar: Hallar) -> None:
    (hallado,) = hallar(objetivos=("  B: Objetivos específicos\n", ""))
    assert (hallado.codigo, hallado.ayuda) == ("R307", "no hay más que A")
