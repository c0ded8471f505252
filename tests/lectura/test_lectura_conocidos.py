"""Lo que se dice de una línea mal escrita cuando se sabe cómo se llaman los campos."""

from functools import partial

import pytest

from camctl.carga.nombres import nombres_de
from camctl.diagnostico import Diagnostico
from camctl.lectura import leer
from camctl.modelo.plan import MODELO_DE_ARCHIVO

CALENDARIO = """\
plan:
  titulo: Plan de trabajo
  periodo: 2030
  comision: CB

actividades:
  - id: ACT-1
    fecha: 2030-03
    tipo: informal
    titulo: Sesión informal con el ILI
    texto: >-
      La Comisión recibe al Instituto.
    actores: [CB, ILI]
    invitados:
      - nombre: Ana Pérez
        actor: ILI
        estado: por_confirmar
    lugar: Sala 1

  - id: ACT-2
    fecha: 2030-04
    tipo: formal
    titulo: Sesión formal
"""
ACTORES = """\
# Las instituciones.
categorias:
  A: Órganos de la organización
  B: Organismos especializados
  C: Estados Miembros

actores:
  - id: ILI
    nombre: Instituto de Lectura
    transversal: true
    mision: >-
      Fomentar la lectura.
"""
MANDATOS = """\
mandatos:
  - id: AG-2738
    resolucion: AG/RES. 2738 (XLII-O/12)
    organo: AG
    titulo: Fomento de la lectura

  - id: AG-2883
    resolucion: AG/RES. 2883 (XLVI-O/16)
    organo: AG
    titulo: Programa de lectura
"""
TEXTOS = {"calendario.yaml": CALENDARIO, "actores.yaml": ACTORES, "mandatos.yaml": MANDATOS}

SIN_DOS_PUNTOS = "detrás de «{}» van dos puntos y un espacio"
NO_LO_ES = "esta línea no es «campo: valor»"
DOS = "aquí hay dos campos en la misma línea"
DE_MAS = "aquí hay dos puntos de más"


def dicho(archivo: str, habia: str, hay: str) -> Diagnostico:
    """Lo único que se dice de un archivo en el que hay una cosa donde había otra."""
    texto = TEXTOS[archivo]
    assert texto.count(habia) == 1
    nombres = partial(nombres_de, MODELO_DE_ARCHIVO[archivo])
    (uno,) = leer(texto.replace(habia, hay).encode(), archivo, nombres).diagnosticos
    return uno


def comprobar(uno: Diagnostico, linea: int, mensaje: str, ayuda: str) -> None:
    assert (uno.lugar.linea, uno.mensaje, uno.ayuda) == (linea, mensaje, ayuda)


@pytest.mark.parametrize(
    ("archivo", "habia", "hay", "linea", "campo", "ayuda"),
    [
        ("calendario.yaml", "tipo: formal", "tipo=formal", 22, "tipo", "tipo: formal"),
        ("calendario.yaml", "tipo: formal", "tipo= formal", 22, "tipo", "tipo: formal"),
        ("calendario.yaml", "tipo: formal", "tipo =formal", 22, "tipo", "tipo: formal"),
        ("calendario.yaml", "tipo: formal", "tipo;formal", 22, "tipo", "tipo: formal"),
        ("calendario.yaml", "tipo: formal", "tpo=formal", 22, "tpo", "tipo: formal"),
        ("calendario.yaml", "lugar: Sala 1", 'lugar="Sala 1"', 18, "lugar", "lugar: Sala 1"),
        ("calendario.yaml", "lugar: Sala 1", "hora=10:00", 18, "hora", 'hora: "10:00"'),
        ("calendario.yaml", "texto: >-", "texto=>-", 11, "texto", "texto: >-"),
        (
            "calendario.yaml",
            "titulo: Sesión formal",
            "titulo=Sesión formal",
            23,
            "titulo",
            "titulo: Sesión formal",
        ),
        ("mandatos.yaml", "- id: AG-2883", "- id=AG-2883", 7, "id", "id: AG-2883"),
        ("mandatos.yaml", "- id: AG-2883", "-id=AG-2883", 7, "id", "- id: AG-2883"),
        ("actores.yaml", "transversal: true", "transversal=true", 10, "transversal", ""),
        ("actores.yaml", "B: Organismos", "B=Organismos", 4, "B", "B: Organismos especializados"),
    ],
)
def test_otro_signo_en_lugar_de_los_dos_puntos(
    archivo: str, habia: str, hay: str, linea: int, campo: str, ayuda: str
) -> None:
    uno = dicho(archivo, habia, hay)
    comprobar(uno, linea, SIN_DOS_PUNTOS.format(campo), f"escriba: {ayuda or habia}")


@pytest.mark.parametrize(
    ("archivo", "habia", "hay", "linea", "lineas"),
    [
        (
            "calendario.yaml",
            "ACT-2\n    fecha",
            "ACT-2fecha",
            20,
            "id: ACT-2 y fecha: 2030-04",
        ),
        (
            "calendario.yaml",
            "actor: ILI\n        estado",
            "actor: ILIestado",
            16,
            "actor: ILI y estado: por_confirmar",
        ),
        (
            "calendario.yaml",
            "tipo: formal\n    titulo",
            "tipo: formaltitulo",
            22,
            "tipo: formal y titulo: Sesión formal",
        ),
        (
            "calendario.yaml",
            "con el ILI\n    texto",
            "con el Institutotexto",
            10,
            "titulo: Sesión informal con el Instituto y texto: >-",
        ),
        (
            "calendario.yaml",
            "[CB, ILI]\n    invitados",
            "[CB, ILI]invitados",
            13,
            "actores: [CB, ILI] e invitados:",
        ),
        (
            "calendario.yaml",
            "lugar: Sala 1",
            'hora: "10:00"lugar: Sala 1',
            18,
            'hora: "10:00" y lugar: Sala 1',
        ),
        (
            "mandatos.yaml",
            "AG-2738\n    resolucion",
            "AG-2738resolucion",
            2,
            "id: AG-2738 y resolucion: AG/RES. 2738 (XLII-O/12)",
        ),
        (
            "calendario.yaml",
            "actor: ILI\n        estado",
            "actor: SADyEestado",
            16,
            "actor: SADyE y estado: por_confirmar",
        ),
        (
            "mandatos.yaml",
            "(XLII-O/12)\n    organo",
            "(XLII-O/12)organo",
            3,
            "resolucion: AG/RES. 2738 (XLII-O/12) y organo: AG",
        ),
    ],
)
def test_dos_lineas_pegadas(archivo: str, habia: str, hay: str, linea: int, lineas: str) -> None:
    uno = dicho(archivo, habia, hay)
    comprobar(uno, linea, DOS, f"escriba cada uno en su línea: {lineas}")


@pytest.mark.parametrize(
    "titulo", ["Contexto: uno", "Factor: uno", "Madrid: uno", "El tema (id: 1)"]
)
def test_una_palabra_que_acaba_como_un_campo_es_del_texto(titulo: str) -> None:
    uno = dicho("calendario.yaml", "Sesión formal", titulo)
    comprobar(uno, 23, DE_MAS, f'si son parte del texto, escriba: titulo: "{titulo}"')


def test_un_campo_detras_de_un_espacio_puede_ser_del_texto() -> None:
    uno = dicho("calendario.yaml", "Sesión formal", "Curso de texto: uno")
    ayuda = (
        'si son parte del texto, escriba: titulo: "Curso de texto: uno"; '
        "si son dos campos, cada uno en su línea: titulo: Curso de y texto: uno"
    )
    comprobar(uno, 23, DE_MAS, ayuda)


@pytest.mark.parametrize(
    ("habia", "hay", "linea", "campo", "ayuda"),
    [
        ("tipo: formal", "tipo formal", 22, "tipo", "escriba: tipo: formal"),
        ("texto: >-", "texto >-", 11, "texto", "escriba: texto: >-"),
        ("- id: ACT-2", "- id ACT-2", 20, "id", "escriba: id: ACT-2"),
        ("- id: ACT-2", "- id", 20, "id", "escriba «id:» y su valor"),
        ("invitados:", "invitados", 14, "invitados", "escriba: invitados:"),
        ("actividades:", "actividades", 6, "actividades", "escriba: actividades:"),
        ("lugar: Sala 1", "lugar", 18, "lugar", "escriba «lugar:» y su valor"),
    ],
)
def test_el_nombre_de_un_campo_entre_los_de_su_ficha(
    habia: str, hay: str, linea: int, campo: str, ayuda: str
) -> None:
    uno = dicho("calendario.yaml", habia, hay)
    comprobar(uno, linea, SIN_DOS_PUNTOS.format(campo), ayuda)


@pytest.mark.parametrize(
    ("habia", "hay", "linea", "ayuda"),
    [
        # No es el nombre de ningún campo.
        (
            "con el ILI\n",
            "con el\nILI y más\n",
            11,
            "si sigue el texto de la línea de arriba, escríbalo en ella: "
            "titulo: Sesión informal con el ILI y más",
        ),
        (
            "      La Comisión recibe",
            "  recibe",
            12,
            "si es el texto de «texto», escríbala con 6 espacios delante",
        ),
        # Lo es, y ya está en la ficha.
        (
            "con el ILI\n",
            "con el\n    texto de la ley\n",
            11,
            "si sigue el texto de la línea de arriba, escríbalo en ella: "
            "titulo: Sesión informal con el texto de la ley; "
            "si «texto» es un campo, escriba: texto: de la ley",
        ),
        # Lo es, y lo que lleva detrás no le vale.
        (
            "titulo: Sesión formal\n",
            "titulo: Informe sobre el\n    estado de la lectura\n",
            24,
            "si sigue el texto de la línea de arriba, escríbalo en ella: "
            "titulo: Informe sobre el estado de la lectura; "
            "si «estado» es un campo, escriba: estado: de la lectura",
        ),
        # Se le parece.
        (
            "    lugar: Sala 1\n",
            "    nota: Se avisará\n    lugr Sala 1\n",
            19,
            "si «lugr» es «lugar», escriba: lugar: Sala 1; si sigue el texto de la línea de "
            "arriba, escríbalo en ella: nota: Se avisará lugr Sala 1",
        ),
        ("tipo: formal", "tpo formal", 22, "si «tpo» es «tipo», escriba: tipo: formal"),
        ("- id: ACT-2", "- id? ", 20, "si «id?» es «id», escriba «id:» y su valor"),
        # El valor de arriba no admite nada detrás, o sigue sin un espacio.
        (
            "tipo: formal\n",
            "tipo: formal\n    Sesión\n",
            23,
            "escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …; "
            "si sobra la línea, bórrela",
        ),
        (
            "plan:\n",
            "plan:\n  Uno de los dos\n",
            2,
            "escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …; "
            "si sobra la línea, bórrela",
        ),
        (
            "por_confirmar",
            "por_con\nfirmar",
            18,
            "si sigue el texto de la línea de arriba, escríbalo en ella: estado: por_confirmar",
        ),
        (
            "ACT-2\n",
            "ACT-\n2\n",
            21,
            "si sigue el texto de la línea de arriba, escríbalo en ella: id: ACT-2",
        ),
        (
            "ACT-2\n",
            "ACT-2\n    sala\n",
            21,
            "escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …; "
            "si sobra la línea, bórrela",
        ),
        # Un espacio raro a solas.
        (
            "      La Comisión recibe al Instituto.\n",
            "      La Comisión recibe.\n  \u00a0\n",
            13,
            "si sigue el texto de la línea de arriba, escríbala con 6 espacios delante",
        ),
    ],
)
def test_lo_que_no_se_sabe_si_es_un_campo(habia: str, hay: str, linea: int, ayuda: str) -> None:
    comprobar(dicho("calendario.yaml", habia, hay), linea, NO_LO_ES, ayuda)


def test_lo_que_sigue_a_un_comentario() -> None:
    uno = dicho("actores.yaml", "Las instituciones.", "Las\ninstituciones y su fin.")
    comprobar(uno, 2, NO_LO_ES, "si es un comentario, escriba: # instituciones y su fin.")


def test_de_una_ficha_libre_no_se_conocen_los_nombres() -> None:
    uno = dicho("actores.yaml", "B: Organismos", "B Organismos")
    ayuda = (
        "si sigue el texto de la línea de arriba, escríbalo en ella: "
        "A: Órganos de la organización B Organismos especializados; "
        "si «B» es un campo, escriba: B: Organismos especializados"
    )
    comprobar(uno, 4, NO_LO_ES, ayuda)


@pytest.mark.parametrize(
    ("archivo", "habia", "hay", "linea", "mensaje", "ayuda"),
    [
        (
            "calendario.yaml",
            "tipo: formal",
            "ti\npo: formal",
            22,
            "«tipo» está partido en dos líneas",
            "borre la línea 23; escriba: tipo: formal",
        ),
        (
            "calendario.yaml",
            "actividades",
            "activi\ndades",
            6,
            "«actividades» está partido en dos líneas",
            "borre la línea 7; escriba: actividades:",
        ),
        (
            "actores.yaml",
            "transversal: true",
            "trans\n    versal: true",
            10,
            "«transversal» está partido en dos líneas",
            "borre la línea 11; escriba: transversal: true",
        ),
    ],
)
def test_el_nombre_de_un_campo_partido_en_dos(
    archivo: str, habia: str, hay: str, linea: int, mensaje: str, ayuda: str
) -> None:
    comprobar(dicho(archivo, habia, hay), linea, mensaje, ayuda)


@pytest.mark.parametrize(
    ("habia", "hay", "linea", "cuales", "ayuda"),
    [
        (
            "  A: Ó",
            "A: Ó",
            3,
            "«A» le",
            "escríbalo con 2 espacios delante, como «B», de la línea 4",
        ),
        (
            "  B: O",
            "B: O",
            4,
            "«B» le",
            "escríbalo con 2 espacios delante, como «A», de la línea 3",
        ),
        (
            "  A: Órganos de la organización\n  B",
            "A: Órganos\nB",
            3,
            "«A» y «B» les",
            "escríbalos con 2 espacios delante, como «C», de la línea 5",
        ),
    ],
)
def test_una_categoria_sin_su_sangria(
    habia: str, hay: str, linea: int, cuales: str, ayuda: str
) -> None:
    comprobar(dicho("actores.yaml", habia, hay), linea, f"a {cuales} falta la sangría", ayuda)


def test_un_campo_mal_escrito_y_sin_su_sangria() -> None:
    uno = dicho("calendario.yaml", "    tipo: formal", "tpo: formal")
    ayuda = "escríbalo con 4 espacios delante, como «fecha», de la línea 21"
    comprobar(uno, 22, "a «tpo» le falta la sangría", ayuda)


def test_una_linea_de_un_texto_con_dos_puntos_no_es_un_campo_sin_sangria() -> None:
    uno = dicho("calendario.yaml", "      La Comisión recibe", "recibe: esto\n      y más")
    assert "falta la sangría" not in uno.mensaje
