"""Diez deslices en una copia de los datos de verdad: todos se dicen, de una vez y en su sitio."""

from pathlib import Path

import pytest

from camctl.carga import Carga, cargar
from camctl.fuentes.carpeta import Carpeta

DATOS = Path(__file__).resolve().parents[2] / "data"

# De cada desliz: archivo, lo que había, lo que se escribió.
DESLICES = [
    # 1. Un tabulador en la sangría.
    (
        "mandatos.yaml",
        "    organo: AG\n    titulo: Migración en",
        "\torgano: AG\n    titulo: Migración en",
    ),
    # 2. Dos puntos sin comillas.
    (
        "actores.yaml",
        "nombre: Consejo Interamericano para el",
        "nombre: Consejo: Interamericano para el",
    ),
    # 3. Un estado que no existe.
    ("calendario.yaml", "estado: por_confirmar", "estado: quizá"),
    # 4. El mes trece.
    ("calendario.yaml", "- id: ACT-5\n    fecha: 2019-03", "- id: ACT-5\n    fecha: 2019-13"),
    # 5. Un título que falta.
    ("objetivos.yaml", "    titulo: Diálogo y cooperación sobre la migración\n", ""),
    # 6. Una clave repetida.
    (
        "calendario.yaml",
        "    titulo: Sesión informal con la SSM\n",
        "    titulo: Sesión informal con la SSM\n    titulo: Otra\n",
    ),
    # 7. Una clave mal escrita.
    (
        "calendario.yaml",
        "    titulo: Sesión informal con la CIDH\n",
        "    titulo: Sesión informal con la CIDH\n    lugr: Salón\n",
    ),
    # 8. Un asterisco a modo de énfasis.
    ("calendario.yaml", "titulo: Sesión informal con la CIM", "titulo: *importante"),
    # 9. Un objetivo que no existe: no es cosa de la carga, y tiene que llegar a las reglas.
    ("calendario.yaml", "objetivos: todos", "objetivos: [B1, B13]"),
    # 10. Un ID repetido: tampoco lo es.
    ("calendario.yaml", "- id: ACT-2\n", "- id: ACT-1\n"),
]


@pytest.fixture(scope="module")
def carga(tmp_path_factory: pytest.TempPathFactory) -> Carga:
    carpeta = tmp_path_factory.mktemp("data")
    for original in DATOS.glob("*.yaml"):
        texto = original.read_text(encoding="utf-8")
        for archivo, habia, escrito in DESLICES:
            if archivo == original.name:
                assert habia in texto, habia
                texto = texto.replace(habia, escrito, 1)
        (carpeta / original.name).write_text(texto, encoding="utf-8")
    return cargar(Carpeta(carpeta))


def test_los_ocho_de_la_carga_se_dicen_a_la_vez(carga: Carga) -> None:
    dichos = [
        (
            Path(uno.lugar.archivo).name,
            # La línea, por lo que lleva: los datos crecen, y su número cambia.
            (carga.mapas[uno.lugar.archivo].linea(uno.lugar.linea), *uno.lugar[2::2]),
            uno.codigo,
            uno.registro,
            uno.mensaje,
            uno.ayuda,
        )
        for uno in carga.diagnosticos
    ]
    assert dichos == [
        (
            "actores.yaml",
            ("    nombre: Consejo: Interamericano para el Desarrollo Integral", 20, 21),
            "L111",
            "",
            "aquí hay dos puntos de más",
            "si son parte del texto, escriba: "
            'nombre: "Consejo: Interamericano para el Desarrollo Integral"',
        ),
        (
            "calendario.yaml",
            ("    titulo: Otra", 5, 11),
            "L120",
            "ACT-1",
            "la actividad ACT-1 «Sesión informal con la SSM»: "
            "«titulo» está dos veces en la misma ficha",
            "deje una sola; si aquí empieza otro registro, póngale delante su guion: - titulo: …",
        ),
        (
            "calendario.yaml",
            ("    lugr: Salón", 5, 9),
            "M202",
            "ACT-3",
            "la actividad ACT-3 «Sesión informal con la CIDH»: el campo «lugr» no existe aquí",
            "¿quiso decir «lugar»? Escriba: lugar: Salón",
        ),
        (
            "calendario.yaml",
            ("    titulo: *importante", 13, 24),
            "L121",
            "ACT-4",
            "la actividad ACT-4: un texto sin comillas no puede empezar por «*»: para YAML es un "
            "alias, y aquí no se admiten",
            'escriba: titulo: "*importante"',
        ),
        (
            "calendario.yaml",
            ("        estado: quizá", 17, 22),
            "M204",
            "ACT-4",
            "la actividad ACT-4: «quizá» no vale en «estado»",
            "los valores de «estado» son por_confirmar, confirmado, excusado y asistio",
        ),
        (
            "calendario.yaml",
            ("    fecha: 2019-13", 12, 19),
            "M207",
            "ACT-5",
            "la actividad ACT-5 «Sesión informal con el IIN»: "
            "«2019-13» no es una fecha: no hay mes 13",
            "escriba el año y el mes, y el día si se sabe: 2030-03 o 2030-03-14",
        ),
        (
            "mandatos.yaml",
            ("\torgano: AG", 1, 2),
            "L110",
            "",
            "hay un tabulador, y la sangría se hace con espacios",
            "bórrelo y escriba en su lugar 4 espacios",
        ),
        (
            "objetivos.yaml",
            ("  - id: A3", 9, 11),
            "M201",
            "A3",
            "el objetivo A3: falta «titulo»",
            "escriba, por ejemplo: titulo: Lectura en la primera infancia",
        ),
    ]


def test_la_primera_de_la_clave_repetida_tambien_se_senala(carga: Carga) -> None:
    repetida = next(uno for uno in carga.diagnosticos if uno.codigo == "L120")
    (primera,) = repetida.relacionados
    assert primera.mensaje == "la primera está aquí"
    assert primera.lugar.linea == repetida.lugar.linea - 1


def test_el_plan_solo_trae_lo_sano(carga: Carga) -> None:
    assert [una.id for una in carga.plan.actividades] == ["ACT-1", "ACT-6"]
    assert [uno.id for uno in carga.plan.objetivos] == [
        "A1", "A2", *(f"B{n}" for n in range(1, 13)),
    ]  # fmt: skip
    assert [uno.id for uno in carga.plan.mandatos] == ["AG-2738", "AG-2883"]
    assert [uno.id for uno in carga.plan.actores] == ["CAM", "CIDH", "CIM", "IIN", "SSM", "EM"]
    assert carga.plan.cabecera is not None


def test_el_borrador_trae_lo_que_las_reglas_han_de_ver(carga: Carga) -> None:
    actividades = carga.borrador.actividades
    assert [una.id for una in actividades] == ["ACT-1", "ACT-1", "ACT-3", "ACT-4", "ACT-5", "ACT-6"]
    assert actividades[5].objetivos == ("B1", "B13")
    assert [una.actores for una in actividades[2:5]] == [
        ("CAM", "CIDH"), ("CAM", "CIM"), ("CAM", "IIN"),
    ]  # fmt: skip
    assert len(carga.borrador.objetivos) == 15


def test_de_lo_remendado_se_sabe_que_campo(carga: Carga) -> None:
    (objetivo,) = (uno for uno in carga.borrador.objetivos if id(uno) in carga.danos)
    assert (objetivo.titulo, set(carga.danos[id(objetivo)])) == (
        "Lectura en la primera infancia",
        {("titulo",)},
    )
    danadas = [
        (una.titulo, set(carga.danos[id(una)]))
        for una in carga.borrador.actividades
        if id(una) in carga.danos
    ]
    assert danadas == [
        ("Sesión informal con la SSM", {("titulo",)}),
        ("Sesión informal con la CIDH", {("lugr",)}),
        ("Sesión informal con el SBP", {("titulo",), ("invitados", 0, "estado")}),
        ("Sesión informal con el IIN", {("fecha",)}),
    ]
    assert len(carga.danos) == 1 + len(danadas)


def test_que_archivos_se_leyeron_enteros(carga: Carga) -> None:
    assert {archivo: carga.esta_entero(archivo) for archivo in carga.archivos} == {
        "objetivos.yaml": True,
        "mandatos.yaml": False,
        "actores.yaml": False,
        "calendario.yaml": True,
    }
