"""Archivos hechos para hacer daño: respuesta en segundos, memoria acotada, un diagnóstico.

Cada caso corre en su propio proceso, con la memoria limitada y un plazo holgado: un archivo que
hiciera crecer el tiempo con el cuadrado de su tamaño no llegaría ni de lejos.
"""

import json

import pytest

from procesos import ACOTAR_LA_MEMORIA, lo_que_escribe

pytest.importorskip("resource", reason="Windows no sabe limitar la memoria de un proceso")

# Lo que corre cada proceso: levanta el archivo, lo carga y cuenta qué se dijo de él.
PROGRAMA = (
    ACOTAR_LA_MEMORIA
    + """
import sys
from collections import Counter
from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria
contenido = eval(sys.argv[1]).encode()
carga = cargar(Memoria({"calendario.yaml": contenido}))
suyos = [uno for uno in carga.diagnosticos if uno.lugar.archivo == "calendario.yaml"]
assert all(len(uno.mensaje) + len(uno.ayuda) + len(uno.registro) < 2000 for uno in suyos)
print(Counter(uno.codigo for uno in suyos))
"""
)

CASOS: dict[str, tuple[str, str]] = {
    # expresión que da el texto, código que ha de salir
    "30 000 corchetes": ("'[' * 30_000", "L126"),
    "un millón de corchetes": ("'a: ' + '[' * 1_000_000", "L126"),
    "10 000 llaves": ("'{' * 10_000", "L126"),
    "llaves con su clave": ("'{a: ' * 10_000", "L126"),
    "un megabyte de guiones": ("'- ' * 500_000", "L126"),
    "un megabyte de interrogaciones": ("'? ' * 500_000", "L126"),
    "sangría sin fin": ("'\\n'.join(' ' * n + '- ' for n in range(3_000))", "L126"),
    "bomba de alias": (
        "'a: &a [x]\\n' + ''.join(f'b{n}: &b{n} [*a, *a]\\n' for n in range(900))",
        "L121",
    ),
    "un millón de alias en una línea": ("'b: 1\\na: [' + '*x, ' * 1_000_000 + ']'", "L128"),
    "demasiados alias y, después, corchetes": (
        "'b: 1\\na: [' + '*x, ' * 100_000 + '[' * 2_000",
        "L128",
    ),
    "mil campos y el último, 100 000 veces": (
        "'actividades:\\n  - ' + ''.join(f'k{n}: a\\n    ' for n in range(999)) + "
        "'k998: a\\n    ' * 100_000",
        "L120",
    ),
    "fichas con dos mil campos ya vistos": (
        "'\\n'.join('- {' + ', '.join(f'k{n}: a' for n in range(*de)) + '}' for de in "
        "((900,), (900, 1_800), (1_800,)))",
        "L127",
    ),
    "100 000 claves repetidas": ("'a: 1\\n' * 100_000", "L120"),
    "100 000 claves repetidas en un registro": (
        "'actividades:\\n  - id: A\\n' + '    titulo: x\\n' * 100_000",
        "L120",
    ),
    "dos millones de claves distintas": (
        "''.join(f'k{n}: {n}\\n' for n in range(2_000_000))",
        "L127",
    ),
    "etiquetas declaradas sin fin": ("''.join(f'%TAG !a{n}! x\\n' for n in range(40_000))", "L124"),
    "etiquetas declaradas tras un CR": (
        "'#\\r' + ''.join(f'%TAG !a{n}! x\\r' for n in range(40_000)) + '---\\ra: 1'",
        "L124",
    ),
    "un texto de 45 MB": ("'a: ' + 'x' * 45_000_000", "M202"),
    "un texto de 45 MB entre comillas": ("'a: \"' + 'x ' * 22_000_000 + '\"'", "M202"),
    "una clave de 45 MB": ("'? ' + 'x' * 45_000_000 + '\\n: 1'", "M202"),
    "un id y una fecha de 20 MB": (
        "'actividades:\\n  - id: ' + 'A' * 20_000_000 + '\\n    fecha: ' + '2' * 20_000_000",
        "M207",
    ),
    "una etiqueta de 20 MB": ("'a: !' + 'x' * 20_000_000 + ' b'", "L122"),
    "un entero de 5 000 cifras": ("'actividades: [{id: ' + '9' * 5_000 + '}]'", "M201"),
    "python/object": ("'a: !!python/object/apply:os.system [ls]'", "L122"),
    "int hola": ("'a: !!int hola'", "L122"),
    "un millón de elementos": ("'a:\\n' + '- a\\n' * 1_000_000", "M202"),
    "un millón de elementos que no son registros": (
        "'actividades:\\n' + '- a\\n' * 1_000_000",
        "L128",
    ),
    "valores sin fin": ("'-\\n' * 9_000_000", "L127"),
    "comillas sin cerrar durante 12 MB": ("'a: \\'' + 'x\\n' * 6_000_000", "L112"),
    "un corchete sin cerrar": ("'a: [' + 'a: b, ' * 300_000", "L115"),
    "documentos sin fin": ("'---\\n' * 5_000_000", "L123"),
    "líneas en blanco": ("'a: b\\n' + '\\n' * 15_000_000", "M202"),
    "100 000 claves que no son textos": ("'[a]: b\\n' * 100_000", "L125"),
    "un estado y un campo de 5 MB": (
        "'actividades: [{id: A, estado: ' + 'x' * 5_000_000 + ', ? ' + 't' * 5_000_000 + '}]'",
        "M204",
    ),
}


@pytest.mark.parametrize(("expresion", "codigo"), CASOS.values(), ids=CASOS)
def test_hostil(expresion: str, codigo: str) -> None:
    escrito = lo_que_escribe(PROGRAMA, expresion)
    assert codigo in escrito


# Diez mil errores de cada clase en diez mil registros: el doble de registros, el doble de tiempo.

ERRORES = {
    "sin título": {"titulo": None},
    "título vacío": {"titulo": ""},
    "sin id": {"id": None},
    "campo que no existe": {"titlo": "x"},
    "campos que no existen": {"titlo{n}": "x"},
    "fuera del vocabulario": {"estado": "quizá{n}"},
    "fecha": {"fecha": "2030-13"},
    "fecha de otro modo": {"fecha": "{n}/3/2030"},
    "texto por lista": {"actores": "CB"},
    "lista por texto": {"titulo": "[a]"},
    "elementos": {"actores": "[[a], [b], c]"},
    "clave repetida": {"lugar": "x\n    lugar: y"},
    "alias": {"lugar": "*x"},
    "ancla": {"lugar": "&x y"},
    "seis a la vez": {
        "titulo": "[a]", "fecha": "x", "tipo": "y", "actores": "z", "objetivos": "w", "estado": "v",
    },
}  # fmt: skip

MIDE = """
import sys, time, json
from camctl.carga import cargar
from camctl.fuentes.memoria import Memoria
cambios = json.loads(sys.argv[1])
base = {"id": "ACT-{n}", "fecha": "2030-03", "tipo": "formal", "titulo": "Uno", "actores": "[CB]"}
campos = {c: v for c, v in {**base, **cambios}.items() if v is not None}
def tarda(cuantos):
    registro = "  - " + "\\n    ".join(f"{c}: {v}" for c, v in campos.items()) + "\\n"
    texto = "plan: {titulo: x, periodo: 2030, comision: CB}\\nactividades:\\n" + "".join(
        registro.replace("{n}", str(n)) for n in range(cuantos)
    )
    inicio = time.process_time()
    carga = cargar(Memoria({"calendario.yaml": texto.encode()}))
    tiempo = time.process_time() - inicio
    assert len(carga.diagnosticos) >= cuantos, carga.diagnosticos[:5]
    return tiempo
tarda(100)
print(min(tarda(2_500) for _ in range(2)), tarda(10_000))
"""


@pytest.mark.parametrize("cambios", ERRORES.values(), ids=ERRORES)
def test_el_tiempo_crece_con_los_errores_y_no_con_su_cuadrado(cambios: dict[str, str]) -> None:
    escrito = lo_que_escribe(MIDE, json.dumps(cambios))
    pocos, muchos = map(float, escrito.split())
    # Lineal es 4 veces; con el cuadrado serían 16.
    assert muchos < 9 * pocos + 0.2
