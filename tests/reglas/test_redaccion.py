"""Lo que el ejemplo de una regla de redacción no muestra: qué es dudoso y qué no lo es."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.diagnostico import Diagnostico
from camctl.lectura.escrito import entre_comillas
from camctl.salida.limpieza import limpio
from dichos import NO_DICEN_NADA

Hallar: TypeAlias = Callable[..., list[Diagnostico]]
Actividad: TypeAlias = Callable[..., str]

TITULO = "titulo: Sesión informal con el ILI"


def codigos(hallados: list[Diagnostico]) -> list[str]:
    return sorted(uno.codigo for uno in hallados)


@pytest.mark.parametrize(("largo", "esperados"), [(70, []), (71, ["E501"])])
def test_en_un_titulo_caben_setenta(hallar: Hallar, largo: int, esperados: list[str]) -> None:
    assert codigos(hallar(calendario=(TITULO, f"titulo: {'á' * largo}"))) == esperados


@pytest.mark.parametrize(
    ("titulo", "hay"),
    [
        ("Sesión con el ILI.", True),
        ("Sesión con el ILI .", True),
        ("Sesión con el ILI..", False),
        ("Sesión con el ILI…", False),
        ("Sesión con el ILI...", False),
        ("Ferias, clubes, etc.", False),
        ("Ferias (clubes, etc.)", False),
        ("Convenio con Libros, S.A.", False),
        ("Visita a los EE. UU.", False),
        ("Visita a los EE.UU.", False),
        ("¿Quién lee?", False),
        ('"."', False),
    ],
)
def test_el_punto_final(hallar: Hallar, titulo: str, *, hay: bool) -> None:
    assert codigos(hallar(calendario=(TITULO, f"titulo: {titulo}"))) == ["E502"] * hay


def test_el_punto_se_quita_sin_riesgo(hallar: Hallar) -> None:
    (hallado,) = hallar(calendario=(TITULO, 'titulo: "Sesión: el ILI."'))
    assert [(uno.texto, uno.seguro) for uno in hallado.arreglos] == [('"Sesión: el ILI"', True)]


@pytest.mark.parametrize(
    ("archivo", "viejo", "nuevo"),
    [
        ("objetivos", "A: Objetivos generales", "A: Objetivos  generales"),
        ("objetivos", "titulo: Programa Nacional", "titulo: Programa  Nacional"),
        ("objetivos", "titulo: Fomento de la", "titulo: Fomento\tde la"),
        ("actores", "alias: [Instituto Infantil]", "alias: [Instituto  Infantil]"),
        ("actores", "nombre: Asamblea General", 'nombre: "Asamblea   General"'),
        ("mandatos", "resolucion: AG/RES. 101", "resolucion: AG/RES.  101"),
        ("calendario", "titulo: Plan de", "titulo: Plan  de"),
        ("calendario", "  comision: CB", "  comision: CB\n  presenta: La  Presidencia"),
    ],
)
def test_los_espacios_de_mas_en_cualquier_texto_de_una_linea(
    hallar: Hallar, archivo: str, viejo: str, nuevo: str
) -> None:
    (hallado,) = hallar(**{archivo: (viejo, nuevo)})
    assert hallado.codigo == "E503"
    (arreglo,) = hallado.arreglos
    assert "  " not in arreglo.texto
    assert arreglo.seguro


@pytest.mark.parametrize(
    ("escrito", "arreglos"),
    [
        ("|\n      Sesión sobre\n      las salas", ["Sesión sobre las salas"]),
        ("Sesión sobre\n\n      las salas", ["Sesión sobre las salas"]),
        # Se perdería el comentario.
        ("|  # corto\n      Sesión sobre\n      las salas", []),
        ('"Sesión sobre\\nlas salas"', ["Sesión sobre las salas"]),
    ],
)
def test_un_titulo_va_en_una_linea(hallar: Hallar, escrito: str, arreglos: list[str]) -> None:
    (hallado,) = hallar(calendario=(TITULO, f"titulo: {escrito}"))
    assert hallado.codigo == "E503"
    assert hallado.mensaje.endswith("va en varias líneas en «Sesión sobre↵las salas»")
    assert hallado.ayuda.startswith("escríbalo en una sola. Escriba: ")
    assert hallado.ayuda.endswith("Sesión sobre las salas")
    assert [arreglo.texto for arreglo in hallado.arreglos] == arreglos


def test_los_espacios_de_no_separacion_se_respetan(hallar: Hallar) -> None:
    assert codigos(hallar(calendario=(TITULO, "titulo: Sesión\u00a0 con el 50\u00a0%"))) == []


@pytest.mark.parametrize(
    "texto",
    ["a\u200bb", "a\u00adb", "a\u202eb", "a\u2066b", '"a\\u2066b"', '"a\\xadb"', '"a\\U000E0041b"'],
)
def test_lo_que_no_se_ve_se_dice(hallar: Hallar, texto: str) -> None:
    hallados = hallar(calendario=(TITULO, f"{TITULO}\n    nota: {texto}"))
    assert codigos(hallados) == ["E504"]


def test_lo_que_no_se_ve_es_lo_mismo_que_se_limpia_al_escribir(hallar: Hallar) -> None:
    # Menos los controles, los saltos y lo que YAML no admite: de eso se habla al leer.
    escritos = [
        f"{codigo:08x}"
        for codigo in range(0xA0, 0x110000)
        if not 0xD800 <= codigo < 0xE000
        and codigo not in (0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
        and limpio(chr(codigo)) != chr(codigo)
    ]
    nombres = "".join(f'\n      - {{nombre: "{uno}\\U{uno}"}}' for uno in escritos)
    hallados = hallar(calendario=(TITULO, f"{TITULO}\n    invitados:{nombres}"))
    assert codigos(hallados) == ["E504"] * len(escritos)


@pytest.mark.parametrize(
    "texto", ["España — «ñ» 50\u00a0% 📚", '"a\\u00e1b"', "a\\u200b", "'\\u200b'"]
)
def test_lo_que_se_ve_no_es_invisible(hallar: Hallar, texto: str) -> None:
    assert codigos(hallar(calendario=(TITULO, f"{TITULO}\n    nota: {texto}"))) == []


def test_un_texto_con_muchos_invisibles_se_dice_una_vez(hallar: Hallar) -> None:
    texto = "a\u200b" * 1000
    (hallado,) = hallar(calendario=(TITULO, f"{TITULO}\n    nota: {texto}"))
    assert len(hallado.mensaje) < 300
    assert hallado.arreglos == ()


@pytest.mark.parametrize(
    ("linea", "hay"),
    [
        ("nota: uno #dos", True),
        ("nota: uno\t#dos", True),
        ("nota: uno # dos", False),
        ("nota: uno ## dos", False),
        ("nota: uno#dos", False),
        ("nota: uno #", False),
        ('nota: "uno #dos"', False),
        ('nota: "uno" #dos', False),
        ("nota: >-\n      uno #dos", False),
        ("nota: >- #dos\n      uno", False),
        ("nota: uno\n      otro #dos", True),
        ("estado: propuesta #dos", False),
        ("objetivos: [B1] #dos", False),
        ("objetivos:\n      - B1 #dos", True),
        ("mandatos:\n      - AG-101 #2", True),
        ("mandatos:\n      - id: AG-101 #2", True),
        ("documentos:\n      - titulo: Guía\n        enlace: https://x.org/a #p2", True),
        ("#dos", False),
    ],
)
def test_la_almohadilla_que_corta(hallar: Hallar, linea: str, *, hay: bool) -> None:
    hallados = hallar(calendario=(TITULO, f"{TITULO}\n    {linea}"))
    assert codigos(hallados) == ["E506"] * hay


def test_lo_que_corta_en_una_direccion_o_en_un_id(hallar: Hallar) -> None:
    def ayuda(lineas: str) -> str:
        (hallado,) = hallar(lineas)
        return hallado.ayuda

    si_no = "; si es un comentario, ponga un espacio detrás de la almohadilla"
    documento = "    documentos:\n      - titulo: Guía\n        enlace: https://x.org/a #p2\n"
    assert ayuda(documento) == (
        "si es parte de la dirección, va sin espacio; escriba: enlace: https://x.org/a#p2" + si_no
    )
    assert ayuda("    mandatos:\n      - AG-101 #2\n") == (
        "un ID no lleva almohadilla: borre «#2»" + si_no
    )


@pytest.mark.parametrize(
    "texto",
    [
        *("no", "No", "NO", "yes", "y", "on", "off", "true", "False"),
        *("010", "12", "-3", "+4.5", "1_000", "0x1F", "0o17", "0b11", "1e3", ".5", ".inf", ".NaN"),
        *("12:30", "190:20:30", "2030-02-30", "2030-2-3", "2030-02-03T10:30:00Z", "="),
    ],
)
def test_lo_que_otro_programa_no_lee_como_texto(hallar: Hallar, texto: str) -> None:
    (hallado,) = hallar(calendario=(TITULO, f"{TITULO}\n    lugar: {texto}"))
    assert hallado.codigo == "E507"
    assert [(uno.texto, uno.seguro) for uno in hallado.arreglos] == [(f'"{texto}"', True)]
    for comilla in "\"'":
        citado = f"lugar: {comilla}{texto}{comilla}"
        assert codigos(hallar(calendario=(TITULO, f"{TITULO}\n    {citado}"))) == []


@pytest.mark.parametrize(
    "texto",
    [
        "sí",
        "nones",
        "n.º 4",
        "010 bis",
        "1, 2",
        "10:00-13:00",
        "12 de marzo",
        "1-3",
        "nulo",
        "- 3",
        "x: 12",
    ],
)
def test_lo_que_cualquiera_lee_como_texto(hallar: Hallar, texto: str) -> None:
    bloque = f"{TITULO}\n    lugar: >-\n      {texto}"
    assert codigos(hallar(calendario=(TITULO, bloque))) == []
    if texto not in ("- 3", "x: 12"):
        llano = f"{TITULO}\n    lugar: {texto}"
        assert codigos(hallar(calendario=(TITULO, llano))) == []


@pytest.mark.parametrize(
    ("linea", "codigo"), [("lugar: null", "E509"), ("lugar: ~", "E509"), ("nota: null", "E507")]
)
def test_lo_que_no_es_nada_no_se_arregla_con_comillas(
    hallar: Hallar, linea: str, codigo: str
) -> None:
    assert codigos(hallar(calendario=(TITULO, f"{TITULO}\n    {linea}"))) == [codigo]


@pytest.mark.parametrize("alias", ["[x, 010]", "[010, x]", "[010]", "\n      - x\n      - 010"])
def test_tambien_en_los_alias(hallar: Hallar, alias: str) -> None:
    (hallado,) = hallar(actores=("alias: [Instituto Infantil]", f"alias: {alias}"))
    assert (hallado.codigo, hallado.registro) == ("E507", "ILI")
    assert [uno.texto for uno in hallado.arreglos] == ['"010"']


@pytest.mark.parametrize(
    "linea", ["cumplido: no", "objetivos: [B1]", "fecha_prevista: 2030-02", "hasta: 2030-02-14"]
)
def test_lo_que_no_es_texto_no_lleva_comillas(hallar: Hallar, linea: str) -> None:
    hallados = hallar(calendario=(TITULO, f"{TITULO}\n    {linea}"))
    assert "E507" not in codigos(hallados)


def test_un_registro_perdido_no_descoloca_a_los_demas(hallar: Hallar) -> None:
    roto = "  - id: [x]\n    nombre: no\n\n  - id: AG\n    nombre: no\n"
    hallados = hallar(actores=("  - id: AG\n    nombre: Asamblea General\n", roto))
    assert [(uno.codigo, uno.registro) for uno in hallados if uno.codigo[0] == "E"] == [
        ("E507", "AG")
    ]


# Lo que no dice nada, o dice otra cosa

AL_FINAL = "espere a saberlo para añadir esta ficha"


@pytest.mark.parametrize(
    ("linea", "mensaje", "ayuda"),
    [
        ("lugar: TBD", "«lugar» «TBD», que no dice nada", "si aún no se sabe, borre la línea"),
        ("lugar: \"N/A\"", "«lugar» «N/A», que no dice nada", "si aún no se sabe, borre la línea"),
        ("lugar: (Por definir)", "«lugar» «(Por definir)», que no", "si aún no se sabe, borre"),
        ("motivo: …", "«motivo» «…», que no dice nada", "si aún no se sabe, borre la línea"),
        ("lugar: sin información", "«lugar» «sin información», que no", "si aún no se sabe, borre"),
        ("documentos: [{titulo: pendiente}]", "«titulo» «pendiente», que no", "escríbalo"),
        ("invitados: [{nombre: XXX}]", "«nombre» «XXX», que no dice nada", "quién vendrá, borre"),
        ("lugar: =B2", "«lugar» la fórmula «=B2», que aquí no se calcula", "escriba su resultado"),
        ("lugar: =SI(A1;\"a\";\"b\")", "la fórmula «=SI(A1", "escriba su resultado"),
    ],
)  # fmt: skip
def test_un_texto_que_no_dice_nada(hallar: Hallar, linea: str, mensaje: str, ayuda: str) -> None:
    (uno,) = hallar(calendario=(TITULO, f"{TITULO}\n    {linea}"))
    assert uno.codigo == "E509"
    assert mensaje in uno.mensaje
    assert ayuda in uno.ayuda


@pytest.mark.parametrize("texto", NO_DICEN_NADA)
def test_se_escriba_como_se_escriba(hallar: Hallar, texto: str) -> None:
    hallados = hallar(calendario=(TITULO, f"{TITULO}\n    lugar: {entre_comillas(texto)}"))
    assert "E509" in codigos(hallados)


@pytest.mark.parametrize(
    ("archivo", "viejo", "nuevo"),
    [
        ("calendario", TITULO, "titulo: Por definir"),
        ("objetivos", "texto: Dotar de biblioteca a cada escuela.", "texto: TBD"),
        ("actores", "nombre: Asamblea General", "nombre: N/A"),
        ("mandatos", "titulo: Programa Nacional de Lectura", "titulo: null"),
    ],
)
def test_en_un_campo_obligatorio_hay_que_escribir_algo(
    hallar: Hallar, archivo: str, viejo: str, nuevo: str
) -> None:
    (uno,) = hallar(**{archivo: (viejo, nuevo)})
    assert uno.codigo == "E509"
    assert uno.ayuda.endswith(AL_FINAL)


@pytest.mark.parametrize(
    "linea", ["nota: Pendiente", "lugar: Sala N/A", "lugar: Nadal", "lugar: '= 2'"]
)
def test_un_texto_que_dice_algo(hallar: Hallar, linea: str) -> None:
    assert codigos(hallar(calendario=(TITULO, f"{TITULO}\n    {linea}"))) == (
        ["E509"] if "=" in linea else []
    )


@pytest.mark.parametrize(
    ("escrito", "queda"),
    [
        ("“Sesión informal”", "titulo: Sesión informal"),
        ("‘Sesión informal’", "titulo: Sesión informal"),
        ("„Sesión informal“", "titulo: Sesión informal"),
        ("“Sesión” y “otra”", None),
        ("«Sesión informal»", None),
        ("“Sesión” informal", None),
    ],
)
def test_entre_comillas_de_word(hallar: Hallar, escrito: str, queda: str | None) -> None:
    hallados = hallar(calendario=(TITULO, f"titulo: {escrito}"))
    assert [(uno.codigo, uno.ayuda) for uno in hallados] == (
        [("E510", f"quítelas: aquí son letras. Escriba: {queda}")] if queda else []
    )


@pytest.mark.parametrize(
    ("nombre", "ayuda"),
    [
        (
            "Ana Pérez; Juan Gil",
            "escriba a cada una en su ficha: {nombre: Ana Pérez} y {nombre: Juan Gil}",
        ),
        (
            "Ana Pérez / Juan Gil",
            "escriba a cada una en su ficha: {nombre: Ana Pérez} y {nombre: Juan Gil}",
        ),
        ("Ana Pérez o TBD", "eso lo dice su estado, por_confirmar. Escriba: - nombre: Ana Pérez"),
        ("Ana Pérez o Ortega", None),
        ("Ana Pérez y Gil", None),
    ],
)
def test_un_invitado_es_uno(hallar: Hallar, nombre: str, ayuda: str | None) -> None:
    lineas = f"{TITULO}\n    invitados:\n      - nombre: {nombre}\n        actor: ILI"
    hallados = hallar(calendario=(TITULO, lineas))
    assert [(uno.codigo, uno.ayuda) for uno in hallados] == ([("E511", ayuda)] if ayuda else [])


@pytest.mark.parametrize(
    ("id_", "codigo"), [("ACT 2", "E512"), ("act-2", "E512"), ("Act. 2", "E512"), ("ACT-2", None)]
)
def test_un_id_se_escribe_como_los_demas(
    hallar: Hallar, actividad: Actividad, id_: str, codigo: str | None
) -> None:
    mas = actividad(2, "2030-03").replace("ACT-2", id_) + actividad(3, "2030-04")
    hallados = hallar(mas)
    assert codigos(hallados) == ([codigo] if codigo else [])
    assert [uno.ayuda for uno in hallados] == (
        ["escríbalo como ellos. Escriba: - id: ACT-2"] if codigo else []
    )


@pytest.mark.parametrize(
    ("final", "ayuda"),
    [(".", "quítelo."), (",", "quítela."), (";", "quítelo."), (":", "quítelos.")],
)
def test_un_titulo_no_acaba_en_un_signo(hallar: Hallar, final: str, ayuda: str) -> None:
    (uno,) = hallar(calendario=(TITULO, f"titulo: 'Sesión informal{final}'"))
    assert (uno.codigo, uno.ayuda) == ("E502", f"{ayuda} Escriba: titulo: Sesión informal")


@pytest.mark.parametrize(
    ("titulo", "codigo"),
    [
        ("Sesión\u200b informal.", "E502"),
        ("Sesión\u200b  informal", "E503"),
        ("Sesión \u200b  informal", "E503"),
    ],
)
def test_por_otra_cosa_no_se_manda_escribir_lo_que_no_se_ve(
    hallar: Hallar, titulo: str, codigo: str
) -> None:
    hallados = hallar(calendario=(TITULO, f"titulo: {titulo}"))
    assert codigos(hallados) == [codigo, "E504"]
    assert hallados[0].ayuda.endswith(" Escriba: titulo: Sesión informal")
    # Si sobra o no lo ha de mirar una persona: `corregir` lo deja como está.
    assert not any(arreglo.seguro for uno in hallados for arreglo in uno.arreglos)


OTRO = "\n  - id: {}\n    titulo: Otro\n    texto: Otro.\n"
DE_B1 = "    titulo: Bibliotecas escolares\n    texto: Dotar de biblioteca a cada escuela."


@pytest.mark.parametrize(
    ("ids", "registro", "ayuda"),
    [
        (["B02"], "B02", "quíteselo. Escriba: - id: B2"),
        (["B2", "B03"], "B03", "quíteselo. Escriba: - id: B3"),
        (["B01", "B2"], "B01", "dele un número libre. Escriba: - id: B3"),
    ],
)
def test_un_id_con_ceros_entre_otros_que_no_los_llevan(
    hallar: Hallar, ids: list[str], registro: str, ayuda: str
) -> None:
    otros = "".join(map(OTRO.format, ids))
    hallados = hallar(objetivos=(DE_B1, f"{DE_B1}\n{otros}"))
    assert [(uno.registro, uno.ayuda) for uno in hallados if uno.codigo == "E512"] == [
        (registro, ayuda)
    ]


def test_si_todos_llevan_ceros_son_de_su_numero(hallar: Hallar, actividad: Actividad) -> None:
    mas = "".join(actividad(n, "2030-03").replace("ACT-", "R0") for n in range(1, 10))
    diez = actividad(10, "2030-03").replace("ACT-", "R")
    assert codigos(hallar(mas + diez, calendario=("ACT-1", "R11"))) == []
