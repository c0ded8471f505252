"""La galería de deslices: cada uno se dice una vez, en español y con lo que hay que escribir.

Los deslices y sus respuestas están en `docs/deslices.md`. Que la página esté al día lo comprueba
`test_documentacion`; aquí, que lo que responde camctl le sirve a quien cometió el desliz.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import pytest

from camctl.carga import cargar
from camctl.diagnostico import Diagnostico
from camctl.fuentes.memoria import Memoria
from camctl.reglas.motor import diagnosticar
from guiones import generar

PLAN: Final[dict[str, str]] = generar.plan_de_ejemplo(generar.FORMATO.read_text(encoding="utf-8"))
PAGINA: Final[str] = generar.DESLICES.read_text(encoding="utf-8")


class Desliz(NamedTuple):
    """Lo que se escribió, y lo que la página dice que camctl responde."""

    titulo: str
    archivo: str
    tras: str  # las líneas tras las que se escribió
    habia: str  # las que había
    plan: dict[str, str]
    respuesta: str


def deslices() -> Iterator[Desliz]:
    for trozo in re.split(r"(?m)^### ", PAGINA)[1:]:
        titulo, _, resto = trozo.partition("\n")
        cambio, respuesta = generar.bloques(resto)
        tras, habia = (
            "".join(re.findall(rf"(?m)^{signo}(.*\n)", cambio.texto)) for signo in (" ", "-")
        )
        plan = generar.con_cambio(PLAN, cambio)
        yield Desliz(titulo, cambio.archivo, tras, habia, plan, respuesta.texto)


DESLICES: Final = list(deslices())
de_cada_uno = pytest.mark.parametrize("desliz", DESLICES, ids=[uno.titulo for uno in DESLICES])


@cache
def dicho_de(titulo: str) -> tuple[Diagnostico, ...]:
    """Lo que camctl dice del desliz que se titula así."""
    return diagnosticos(next(uno.plan for uno in DESLICES if uno.titulo == titulo))


def diagnosticos(plan: dict[str, str]) -> tuple[Diagnostico, ...]:
    fuente = Memoria({archivo: texto.encode() for archivo, texto in plan.items()})
    return diagnosticar(cargar(fuente))


def como_en_la_pagina(uno: Diagnostico) -> tuple[str, str, str]:
    """La cabecera, el lugar y la ayuda de un hallazgo, con lo que no se ve como se dibuja."""
    cabecera = f"{uno.gravedad.value}[{uno.codigo}]: {uno.mensaje}".replace("\u00ad", "<U+00AD>")
    lugar = uno.lugar
    return cabecera, f"{lugar.archivo}:{lugar.linea}:{lugar.columna}", uno.ayuda


def test_son_mas_de_cincuenta_y_ninguno_esta_dos_veces() -> None:
    assert len(DESLICES) > 50
    titulos = [uno.titulo for uno in DESLICES]
    assert len(set(titulos)) == len(titulos)


def test_las_secciones_estan_en_el_indice() -> None:
    indice, *secciones = re.split(r"(?m)^## ", PAGINA)
    assert re.findall(r"^- \[(.+)\]\(#", indice, re.MULTILINE) == [
        seccion.partition("\n")[0] for seccion in secciones
    ]


@de_cada_uno
def test_un_desliz_es_un_hallazgo_y_es_el_de_la_pagina(desliz: Desliz) -> None:
    (hallado,) = dicho_de(desliz.titulo)
    cabecera, lugar, ayuda = como_en_la_pagina(hallado)
    assert hallado.ayuda
    lineas = [linea.strip() for linea in desliz.respuesta.splitlines()]
    assert lineas[1:3] == [cabecera, f"--> {lugar}"]
    assert f"= ayuda: {ayuda}" in lineas


# Ni una palabra en inglés ni de oficio, fuera de lo que escribió quien lo escribió.
AJENAS: Final = re.compile(
    r"\b(mapping|scalar|token|parser|sequence|stream|block|flow|node|indent\w*|expected|found|"
    r"while|not|the|and|key|value|string|line|character|input|field|required|extra|valid\w*|"
    r"mapeo|escalar|secuencia|nodo|flujo|sintaxis|booleano|cadena|par[aá]metro)\b",
    re.IGNORECASE,
)


@de_cada_uno
def test_en_palabras_de_quien_trabaja_con_word(desliz: Desliz) -> None:
    for uno in dicho_de(desliz.titulo):
        assert not AJENAS.search(re.sub(r"«[^»]*»", "", f"{uno.mensaje}\n{uno.ayuda}"))


# Lo que se manda escribir es lo que había o, si es otra cosa, deja el plan sin hallazgos.

# Por cada uno en que es otra cosa: las palabras de la ayuda, y cómo quedan las líneas.
OTRA_COSA: Final = {
    "Una fecha que se puede leer de dos maneras": (
        "fecha: 2031-04-08 si es el 8 de abril",
        "    fecha: 2031-04-08\n",
    ),
    "Un día que no existe": ("fecha: 2031-02", "    fecha: 2031-02\n"),
    "Varios días en una fecha": (
        "fecha: 2031-04-08 y hasta: 2031-04-10",
        "    fecha: 2031-04-08\n    hasta: 2031-04-10\n",
    ),
    "Varios días entre corchetes": (
        "fecha: 2031-04-08 y hasta: 2031-04-10",
        "    fecha: 2031-04-08\n    hasta: 2031-04-10\n",
    ),
    "La fecha y la hora juntas": (
        'fecha: 2031-04-08 y hora: "10:00"',
        '    fecha: 2031-04-08\n    hora: "10:00"\n',
    ),
    "Con la hache": ('hora: "10:00"', '    hora: "10:00"\n'),
    "La fecha y la hora en una línea": (
        'fecha: 2030-03-14 y hora: "10:00-13:00"',
        '    fecha: 2030-03-14\n    hora: "10:00-13:00"\n',
    ),
    "La categoría por su nombre": ("categoria: B", "    categoria: B\n    transversal: sí\n"),
    "El ID con su punto": ("objetivos: [B1]", "    objetivos: [B1]\n"),
    "Una letra que parece una cifra": ("objetivos: [B1]", "    objetivos: [B1]\n"),
    "La resolución, y no su ID": ("mandatos: [AG-101]", "    mandatos: [AG-101]\n"),
    "El mandato con sus párrafos detrás": (
        '{id: AG-101, parrafos: "2, 3"}',
        '    mandatos: [{id: AG-101, parrafos: "2, 3"}]\n',
    ),
    "De uno a otro": ("objetivos: [A1, B1, B2]", "    objetivos: [A1, B1, B2]\n"),
    "Llaves en lugar de corchetes": ("objetivos: [B1, B2]", "    objetivos: [B1, B2]\n"),
    "Un invitado escrito como un texto": (
        "{nombre: Ana Pérez, cargo: Directora del ILI}",
        "    invitados:\n      - {nombre: Ana Pérez, cargo: Directora del ILI}\n",
    ),
    "Sin el guion": (
        "- nombre: Ana Pérez, y alinee con él los demás",
        "    invitados:\n      - nombre: Ana Pérez\n        actor: ILI\n",
    ),
    "Con la raya de Word por guion": (
        "- nombre: Ana Pérez",
        "    invitados:\n      - nombre: Ana Pérez\n",
    ),
    "Un guion delante de cada campo": (
        "borre el guion y escríbalo con 8 espacios delante",
        "    invitados:\n      - nombre: Ana Pérez\n        actor: ILI\n",
    ),
    "Sin las llaves": (
        "{nombre: Ana Pérez, actor: ILI}",
        "    invitados: [{nombre: Ana Pérez, actor: ILI}]\n",
    ),
    "La persona y su institución, con dos puntos": (
        "{nombre: Ana Pérez, actor: ILI}",
        "    invitados:\n      - {nombre: Ana Pérez, actor: ILI}\n",
    ),
    "Dos personas en un invitado": (
        "{nombre: Ana Pérez} y {nombre: Juan Gil}",
        "      - {nombre: Juan Gil}\n      - nombre: Ana Pérez\n",
    ),
    "Un documento con solo su título": (
        "documentos: [{titulo: Nota conceptual}]",
        "    documentos: [{titulo: Nota conceptual}]\n",
    ),
    "En singular": ("objetivos: [B1, B2]", "    objetivos: [B1, B2]\n"),
    "Con otra palabra": ("nota: Falta la sala.", "    nota: Falta la sala.\n"),
    "Un guion en lugar de los dos puntos": ("lugar: Sala 1", "    lugar: Sala 1\n"),
    "Una línea pegada a la de debajo": (
        "id: ACT-3 y fecha: 2031-04",
        "  - id: ACT-3\n    fecha: 2031-04\n",
    ),
    "Dos campos en una línea": (
        "id: AG y nombre: Asamblea General",
        "  - id: AG\n    nombre: Asamblea General\n",
    ),
    "El campo, sin nombre: falta el ID": ("id: ACT-", "  - id: ACT-3\n    fecha: 2031-04\n"),
    "El estado en masculino": ("estado: realizada", "    estado: realizada\n"),
    "El estado con otra palabra": (
        "estado: aplazada",
        "    estado: aplazada\n    motivo: A petición del SA.\n",
    ),
    "Los párrafos, con palabras": ('parrafos: "1-3, 5"', '    parrafos: "1-3, 5"\n'),
    "Los párrafos, con su coma y sin comillas": (
        'parrafos: "1, 3"',
        '    mandatos: [{id: AG-101, parrafos: "1, 3"}]\n',
    ),
    "Los párrafos que Excel toma por una fecha": (
        "parrafos: 2-3",
        "    mandatos: [{id: AG-101, parrafos: 2-3}]\n",
    ),
    "El enlace sin su comienzo": (
        "https://www.ejemplo.org/101.pdf",
        "    enlaces: {es: https://www.ejemplo.org/101.pdf}\n",
    ),
    "El enlace como en una nota": (
        "enlace: https://ejemplo.org/nota.pdf",
        "    documentos:\n      - titulo: Nota\n        enlace: https://ejemplo.org/nota.pdf\n",
    ),
    "Un texto oficial con una línea fuera": (
        "escríbala con 6 espacios delante",
        "      atención a las escuelas rurales.\n",
    ),
    "Un guion delante de un campo": ("escriba: lugar: Sala 1", "    lugar: Sala 1\n"),
    "Un campo que perdió su sangría": ("escríbalo con 4 espacios delante", "    fecha: 2031-04\n"),
    "Un registro sin su primera línea": ("con 2 espacios delante: - id: …", "  - id: ACT-3\n"),
    "Un grupo que se borró": ("B: …", "  B: Objetivos específicos\n"),
    "Las dos versiones de un cambio": ("deje una de las dos", "    fecha: 2031-04\n"),
    "Un registro copiado al que no se le cambió el ID": ("- id: ACT-3", "  - id: ACT-3\n"),
    "La misma letra para dos grupos": ("cambie el nombre", "  B: Objetivos específicos\n"),
    **dict.fromkeys(
        ["Un registro pegado sin su sangría", "Un registro que perdió su sangría"],
        (
            "escríbalos con 4 espacios delante",
            "  - id: ACT-4\n    fecha: 2031-05\n    tipo: otra\n    titulo: Circulación\n",
        ),
    ),
    # La línea sobra.
    "Dos letras cambiadas, y el bueno ya está": ("deje una de las dos líneas", ""),
    "Un error de Excel": ("borre la línea", ""),
    "Por determinar": ("borre la línea", ""),
    "Nada": ("borre la línea", ""),
    "Ninguno": ("borre la línea", ""),
    "Un registro pegado dos veces": ("borre uno de los dos", ""),
    "Acaba antes de empezar": ("borre «hasta»", ""),
    "Una fórmula": ("escriba su resultado", "    lugar: Sala 1\n"),
}
# Aquí la ayuda dice qué falta; el dato solo lo sabe quien lo escribió.
SIN_LINEA: Final = {
    "Una fecha por definir": "escriba el mes en que se prevé",
    "Solo el año": "escriba también el mes",
    "La zona horaria con sus palabras": "el continente y la ciudad: America/Montevideo",
    "Un objetivo que no existe": "los que hay son A1, B1 y B2",
    "Un objetivo entre los actores": "llévelo a «objetivos»",
    "Una institución que aún no tiene ficha": "si falta, añádalo a actores.yaml",
    "Una actividad en el archivo de los objetivos": "llévela a calendario.yaml",
}


@de_cada_uno
def test_la_ayuda_dice_lo_que_hay_que_escribir(desliz: Desliz) -> None:
    (hallado,) = dicho_de(desliz.titulo)
    if desliz.titulo in SIN_LINEA:
        assert SIN_LINEA[desliz.titulo] in hallado.ayuda
        return
    palabras, lineas = OTRA_COSA.get(desliz.titulo, (desliz.habia.strip(), desliz.habia))
    # Un registro puede nombrarse con su guion o sin él.
    assert palabras.removeprefix("- ") in hallado.ayuda
    quedan = PLAN[desliz.archivo] + lineas
    if desliz.habia or desliz.tras:
        antes, ahora = desliz.tras + desliz.habia, desliz.tras + lineas
        quedan = PLAN[desliz.archivo].replace(antes, ahora)
    assert diagnosticos({**PLAN, desliz.archivo: quedan}) == ()


def test_los_titulos_de_esas_listas_estan_en_la_pagina() -> None:
    assert {uno.titulo for uno in DESLICES} >= {*OTRA_COSA, *SIN_LINEA}
