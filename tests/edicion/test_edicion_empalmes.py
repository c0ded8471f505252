"""Cada manera de estar escrito un archivo, y cómo queda con un cambio, letra a letra."""

from textwrap import dedent
from typing import Any

import pytest

from camctl.edicion.cambios import Agregar, Cambio, Poner, Quitar, Trasladar, tras
from camctl.edicion.editor import NoSePuedeEmpalmar, editar

ARCHIVO = "calendario.yaml"
UNA = ("actividades", 0)


def queda(antes: str, *cambios: Cambio) -> str:
    return editar(dedent(antes).encode(), ARCHIVO, ARCHIVO, cambios).decode()


CASOS: dict[str, tuple[str, Cambio, str]] = {
    "un texto sin comillas que ahora las pide": (
        "actividades: [{id: ACT-1, lugar: Sala}]  # aquí\n",
        Poner((*UNA, "lugar"), "Sala: la de abajo"),
        'actividades: [{id: ACT-1, lugar: "Sala: la de abajo"}]  # aquí\n',
    ),
    "unas comillas simples siguen siéndolo": (
        "actividades:\n- id: ACT-1\n  lugar: 'Sala'   # la de abajo\n",
        Poner((*UNA, "lugar"), "Sala d'actes"),
        "actividades:\n- id: ACT-1\n  lugar: 'Sala d''actes'   # la de abajo\n",
    ),
    "unas dobles también, aunque no hagan falta": (
        'actividades:\n- id: ACT-1\n  lugar: "Sala"\n',
        Poner((*UNA, "lugar"), "Biblioteca"),
        'actividades:\n- id: ACT-1\n  lugar: "Biblioteca"\n',
    ),
    "un texto en varias líneas pasa a una": (
        "actividades:\n- id: ACT-1\n  lugar: Sala de\n    abajo   # pronto\n  nota: n\n",
        Poner((*UNA, "lugar"), "Biblioteca"),
        "actividades:\n- id: ACT-1\n  lugar: Biblioteca   # pronto\n  nota: n\n",
    ),
    "un plegado sigue plegado, con su comentario": (
        "actividades:\n- id: ACT-1\n  nota: >-  # ojo\n    Una\n    nota.\n\n- id: ACT-2\n",
        Poner((*UNA, "nota"), "Otra."),
        "actividades:\n- id: ACT-1\n  nota: >-  # ojo\n    Otra.\n\n- id: ACT-2\n",
    ),
    "un literal pasa a plegado": (
        "actividades:\n- id: ACT-1\n  nota: |2\n    Una\n  lugar: x\n",
        Poner((*UNA, "nota"), "Una.\nDos."),
        "actividades:\n- id: ACT-1\n  nota: >\n    Una.\n\n    Dos.\n  lugar: x\n",
    ),
    "lo que no se puede plegar va en una línea": (
        "actividades:\n- id: ACT-1\n",
        Poner((*UNA, "nota"), "con: un\ttabulador " + "y largo " * 20 + "fin"),
        'actividades:\n- id: ACT-1\n  nota: "con: un\\ttabulador ' + "y largo " * 20 + 'fin"\n',
    ),
    "una clave sin nada detrás": (
        "actividades:\n- id: ACT-1\n  lugar:   # por fijar\n",
        Poner((*UNA, "lugar"), "Sala"),
        "actividades:\n- id: ACT-1\n  lugar: Sala   # por fijar\n",
    ),
    "una clave sin nada detrás, entre llaves": (
        "actividades: [{id: ACT-1, lugar: , nota: n}]\n",
        Poner((*UNA, "lugar"), "Sala"),
        "actividades: [{id: ACT-1, lugar: Sala, nota: n}]\n",
    ),
    "un sí o no": (
        "actividades:\n- id: ACT-1\n  acuerdos:\n  - texto: t\n    cumplido: no\n",
        Poner((*UNA, "acuerdos", 0, "cumplido"), valor=True),
        "actividades:\n- id: ACT-1\n  acuerdos:\n  - texto: t\n    cumplido: true\n",
    ),
    "un campo que falta va donde lo pone el modelo": (
        "actividades:\n  - id: ACT-1\n    fecha: 2030-03  # mes\n\n    # el tipo\n    tipo: otra\n",
        Poner((*UNA, "hora"), "10:00"),
        "actividades:\n  - id: ACT-1\n    fecha: 2030-03  # mes\n"
        '    hora: "10:00"\n\n    # el tipo\n    tipo: otra\n',
    ),
    "un campo que falta, tras una lista con su comentario": (
        "actividades:\n- id: ACT-1\n  invitados:\n  - nombre: Ana\n    # y quizá otra\n  nota: n\n",
        Poner((*UNA, "estado"), "convocada"),
        "actividades:\n- id: ACT-1\n  invitados:\n  - nombre: Ana\n    # y quizá otra\n"
        "  estado: convocada\n  nota: n\n",
    ),
    "el guion en su propia línea": (
        "actividades:\n  -\n    id: ACT-1\n    nota: n\n",
        Poner((*UNA, "lugar"), "Sala"),
        "actividades:\n  -\n    id: ACT-1\n    lugar: Sala\n    nota: n\n",
    ),
    "llaves con un campo por línea": (
        "actividades:\n- {\n    id: ACT-1,  # el primero\n    nota: n\n  }\n",
        Poner((*UNA, "lugar"), "Sala"),
        "actividades:\n- {\n    id: ACT-1,  # el primero\n    lugar: Sala,\n    nota: n\n  }\n",
    ),
    "llaves, tras el último": (
        "actividades:\n- {\n    id: ACT-1,\n    tipo: otra  # y ya\n  }\n",
        Poner((*UNA, "nota"), "una"),
        "actividades:\n- {\n    id: ACT-1,\n    tipo: otra,  # y ya\n    nota: una\n  }\n",
    ),
    "un JSON": (
        '{\n  "actividades": [\n    {"id": "ACT-1", "fecha": "2030-03"}\n  ]\n}\n',
        Poner((*UNA, "lugar"), "Sala"),
        '{\n  "actividades": [\n    {"id": "ACT-1", "fecha": "2030-03", "lugar": Sala}\n  ]\n}\n',
    ),
    "otro registro en un JSON": (
        '{\n  "actividades": [\n    {"id": "ACT-1"}\n  ]\n}\n',
        Agregar(("actividades",), {"id": "ACT-2"}),
        '{\n  "actividades": [\n    {"id": "ACT-1"},\n    {id: ACT-2}\n  ]\n}\n',
    ),
    "el primero, entre corchetes": (
        "actividades: [{id: ACT-2}]\n",
        Agregar(("actividades",), {"id": "ACT-1"}, 0),
        "actividades: [{id: ACT-1}, {id: ACT-2}]\n",
    ),
    "una lista que falta, de textos": (
        "actividades:\n- id: ACT-1\n  nota: n\n",
        Agregar((*UNA, "actores"), "CB"),
        "actividades:\n- id: ACT-1\n  actores: [CB]\n  nota: n\n",
    ),
    "una lista que falta, de fichas, como las demás del archivo": (
        "actividades:\n-   id: ACT-1\n-   id: ACT-2\n    invitados:\n      - nombre: Ana\n",
        Agregar((*UNA, "documentos"), {"titulo": "Acta", "enlace": "https://e.org"}),
        "actividades:\n-   id: ACT-1\n    documentos:\n    -   titulo: Acta\n"
        "        enlace: https://e.org\n-   id: ACT-2\n    invitados:\n      - nombre: Ana\n",
    ),
    "una lista vacía, de textos": (
        "actividades:\n- id: ACT-1\n  actores: []  # nadie\n",
        Agregar((*UNA, "actores"), "CB"),
        "actividades:\n- id: ACT-1\n  actores: [CB]  # nadie\n",
    ),
    "una lista vacía, de fichas": (
        "actividades:\n- id: ACT-1\n  invitados: []  # nadie\n  nota: n\n",
        Agregar((*UNA, "invitados"), {"nombre": "Ana"}),
        "actividades:\n- id: ACT-1\n  invitados:  # nadie\n  - nombre: Ana\n  nota: n\n",
    ),
    "una lista vacía con un comentario dentro": (
        "actividades:\n- id: ACT-1\n  invitados: [  # nadie\n  ]\n",
        Agregar((*UNA, "invitados"), {"nombre": "Ana"}),
        "actividades:\n- id: ACT-1\n  invitados: [{nombre: Ana}  # nadie\n  ]\n",
    ),
    "una lista sin nada detrás": (
        "actividades:\n  - id: ACT-1\n    invitados:  # nadie\n    nota: n\n",
        Agregar((*UNA, "invitados"), {"nombre": "Ana"}),
        "actividades:\n  - id: ACT-1\n    invitados:  # nadie\n      - nombre: Ana\n    nota: n\n",
    ),
    "una lista de textos sin nada detrás": (
        "actividades:\n- id: ACT-1\n  actores:\n",
        Agregar((*UNA, "actores"), "CB"),
        "actividades:\n- id: ACT-1\n  actores: [CB]\n",
    ),
    "una lista entre corchetes que sigue en otra línea": (
        "actividades:\n- id: ACT-1\n  actores: [CB,  # la comisión\n            SBP]\n",
        Agregar((*UNA, "actores"), "ILI"),
        "actividades:\n- id: ACT-1\n  actores: [CB,  # la comisión\n            SBP,\n"
        "            ILI]\n",
    ),
    "una coma de más": (
        "actividades:\n- id: ACT-1\n  actores: [CB, SBP, ]\n",
        Agregar((*UNA, "actores"), "ILI"),
        "actividades:\n- id: ACT-1\n  actores: [CB, SBP, ILI, ]\n",
    ),
    "un elemento entre llaves pide otro igual": (
        "actividades:\n- id: ACT-1\n  invitados:\n    - {nombre: Ana}  # sí\n",
        Agregar((*UNA, "invitados"), {"nombre": "Luz", "actor": "CB"}),
        "actividades:\n- id: ACT-1\n  invitados:\n    - {nombre: Ana}  # sí\n"
        "    - {nombre: Luz, actor: CB}\n",
    ),
    "textos con guion": (
        "actividades:\n- id: ACT-1\n  actores:\n    - CB\n    # - SBP\n  nota: n\n",
        Agregar((*UNA, "actores"), "ILI"),
        "actividades:\n- id: ACT-1\n  actores:\n    - CB\n    - ILI\n    # - SBP\n  nota: n\n",
    ),
    "una sección que falta": (
        "# Un plan\nplan:\n  titulo: Plan\n# Fin\n",
        Agregar(("actividades",), {"id": "ACT-1", "fecha": "2030-03"}),
        "# Un plan\nplan:\n  titulo: Plan\n\nactividades:\n  - id: ACT-1\n    fecha: 2030-03\n"
        "# Fin\n",
    ),
    "una sección vacía": (
        "actividades: []\n",
        Agregar(("actividades",), {"id": "ACT-1", "fecha": "2030-03"}),
        "actividades:\n  - id: ACT-1\n    fecha: 2030-03\n",
    ),
    "un registro en medio, con los huecos de los demás": (
        "actividades:\n- id: ACT-1\n\n\n# La dos\n- id: ACT-2\n",
        Agregar(("actividades",), {"id": "ACT-3"}, 1),
        "actividades:\n- id: ACT-1\n\n\n- id: ACT-3\n\n\n# La dos\n- id: ACT-2\n",
    ),
    "un registro al final de un archivo sin salto": (
        "actividades:\n- id: ACT-1\n- id: ACT-2",
        Agregar(("actividades",), {"id": "ACT-3"}),
        "actividades:\n- id: ACT-1\n- id: ACT-2\n- id: ACT-3",
    ),
    "un registro ante el fin del documento": (
        "actividades:\n- id: ACT-1\n...\n",
        Agregar(("actividades",), {"id": "ACT-2"}),
        "actividades:\n- id: ACT-1\n\n- id: ACT-2\n...\n",
    ),
    "quitar un campo, con su comentario": (
        "actividades:\n- id: ACT-1\n  hora: '10:00'  # hora local\n  nota: n\n",
        Quitar((*UNA, "hora")),
        "actividades:\n- id: ACT-1\n  nota: n\n",
    ),
    "quitar el último campo de un archivo sin salto": (
        "actividades:\n- id: ACT-1\n  nota: n",
        Quitar((*UNA, "nota")),
        "actividades:\n- id: ACT-1",
    ),
    "quitar entre llaves": (
        "actividades: [{id: ACT-1, hora: '10:00', nota: n}]\n",
        Quitar((*UNA, "hora")),
        "actividades: [{id: ACT-1, nota: n}]\n",
    ),
    "llevar un registro con su comentario": (
        "actividades:\n- id: ACT-1\n\n# La dos\n- id: ACT-2\n  # le falta\n\n- id: ACT-3\n",
        Trasladar(("actividades", 1), 2),
        "actividades:\n- id: ACT-1\n\n- id: ACT-3\n\n# La dos\n- id: ACT-2\n  # le falta\n",
    ),
    "llevar el primero": (
        "actividades:\n  # Por fecha\n- id: ACT-1\n- id: ACT-2",
        Trasladar(("actividades", 0), 1),
        "actividades:\n  # Por fecha\n- id: ACT-2\n- id: ACT-1",
    ),
    "llevar entre corchetes": (
        "actividades: [{id: ACT-1},  # primero\n  {id: ACT-2}]\n",
        Trasladar(("actividades", 0), 1),
        "actividades: [{id: ACT-2},  # primero\n  {id: ACT-1}]\n",
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_asi_queda(caso: str) -> None:
    antes, cambio, despues = CASOS[caso]
    assert queda(antes, cambio) == despues


@pytest.mark.parametrize("caso", CASOS)
def test_asi_queda_con_finales_de_windows(caso: str) -> None:
    antes, cambio, despues = CASOS[caso]
    contenido = b"\xef\xbb\xbf" + antes.replace("\n", "\r\n").encode()
    esperado = b"\xef\xbb\xbf" + despues.replace("\n", "\r\n").encode()
    assert editar(contenido, ARCHIVO, ARCHIVO, [cambio]) == esperado


def test_un_texto_largo_se_pliega_al_ancho_del_archivo() -> None:
    antes = """\
    actividades:
      - id: ACT-1
        texto: >-
          Un texto que en este archivo se parte antes de que llegue
          a las setenta columnas, y así ha de seguir.
      - id: ACT-2
    """
    largo = "Otro texto que tampoco cabe en una línea y se parte por donde se partía el primero."
    assert queda(antes, Poner(("actividades", 1, "nota"), largo)) == dedent(antes) + (
        "    nota: >-\n"
        "      Otro texto que tampoco cabe en una línea y se parte por\n"
        "      donde se partía el primero.\n"
    )


def test_varios_cambios_ven_cada_uno_lo_que_hizo_el_anterior() -> None:
    antes = "actividades:\n- id: ACT-1\n"
    assert queda(
        antes,
        Agregar((*UNA, "invitados"), {"nombre": "Ana"}),
        Agregar((*UNA, "invitados"), {"nombre": "Luz"}),
        Poner((*UNA, "invitados", 1, "estado"), "confirmado"),
    ) == (
        "actividades:\n- id: ACT-1\n  invitados:\n  - nombre: Ana\n"
        "  - nombre: Luz\n    estado: confirmado\n"
    )


@pytest.mark.parametrize(
    ("antes", "cambio", "linea"),
    [
        # Donde hay una lista no se escribe un texto.
        ("actividades:\n- id: ACT-1\n  actores: [CB]\n", Poner((*UNA, "actores"), "CB"), 3),
        # El primer campo lleva delante el guion.
        ("actividades:\n- id: ACT-1\n  nota: n\n", Quitar((*UNA, "id")), 2),
        # Se perdería el comentario.
        (
            "actividades: [{id: ACT-1, # uno\n  nota: n, lugar: x}]\n",
            Quitar((*UNA, "nota")),
            2,
        ),
        # «todos» no es una lista.
        ("actividades:\n- id: ACT-1\n  objetivos: todos\n", Agregar((*UNA, "objetivos"), "B1"), 3),
    ],
)
def test_lo_que_no_se_puede_hacer_sin_tocar_otra_cosa_no_se_hace(
    antes: str, cambio: Cambio, linea: int
) -> None:
    with pytest.raises(NoSePuedeEmpalmar) as enredo:
        queda(antes, cambio)
    assert (enredo.value.rotulo, enredo.value.linea) == (ARCHIVO, linea)


def test_lo_que_habia_no_se_toca_en_la_memoria() -> None:
    antes: Any = {"actividades": [{"id": "ACT-1", "actores": ["CB"]}, {"id": "ACT-2"}]}
    copia = {"actividades": [{"id": "ACT-1", "actores": ["CB"]}, {"id": "ACT-2"}]}
    for cambio in (
        Poner((*UNA, "nota"), "n"),
        Agregar((*UNA, "actores"), "ILI"),
        Quitar((*UNA, "id")),
        Trasladar(UNA, 1),
    ):
        tras(antes, cambio)
    assert antes == copia
