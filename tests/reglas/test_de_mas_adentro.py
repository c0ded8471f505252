"""Lo que tiene espacios de más y se queda dentro de un texto: qué es seguro y qué es dudoso."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from camctl.diagnostico import Diagnostico
from camctl.reglas.ejemplos import Caso

Hallar: TypeAlias = Callable[..., list[Diagnostico]]

BASE = Caso({}, frozenset()).fuente
ULTIMO = "    texto: Dotar de biblioteca a cada escuela.\n"
EN_VARIAS = "    texto: >-\n      Dotar de biblioteca\n      a cada escuela.\n"
B2 = "      - id: B2\n        titulo: Otro\n        texto: Otro.\n"
CALENDARIO = BASE.leer("calendario.yaml").decode()


def codigos(hallados: list[Diagnostico]) -> list[str]:
    return [uno.codigo for uno in hallados]


def test_un_registro_entero(hallar: Hallar) -> None:
    (hallado,) = hallar(objetivos=(ULTIMO, f"{EN_VARIAS}\n{B2}"))
    assert hallado.codigo == "E513"
    assert hallado.mensaje == (
        "el objetivo B1 «Bibliotecas escolares» tiene dentro de «texto» la línea 20, «- id: B2», "
        "que empieza otra ficha: lleva espacios de más"
    )
    assert hallado.ayuda == (
        "escríbala con 2 espacios delante, y lo que la sigue, en su columna; si es parte del "
        "texto, póngala a continuación de la línea de encima"
    )
    assert not hallado.arreglos


def test_de_varios_registros_se_habla_una_vez(hallar: Hallar) -> None:
    mas = B2.replace("B2", "B3")
    assert codigos(hallar(objetivos=(ULTIMO, f"{EN_VARIAS}{B2}{mas}"))) == ["E513"]


def test_de_un_texto_que_traga_no_se_dice_que_se_junte(hallar: Hallar) -> None:
    # Ni salto de línea ni punto final: corregirlos dejaría el párrafo en el título, para siempre.
    titulo = "    titulo: >-\n      Leer\n        parrafos: 1-3.\n"
    (hallado,) = hallar(mandatos=("    titulo: Programa Nacional de Lectura\n", titulo))
    assert hallado.codigo in {"E513", "E514"}
    assert not hallado.arreglos


def test_lo_que_cita_un_registro_tragado_no_se_manda_a_otro(hallar: Hallar) -> None:
    hallados = hallar(
        objetivos=(ULTIMO, f"{EN_VARIAS}{B2}"),
        calendario=("    actores: [CB, ILI]", "    actores: [CB, ILI]\n    objetivos: [B2]"),
    )
    assert codigos(hallados) == ["E513"]


@pytest.mark.parametrize(
    ("lineas", "esperado"),
    [
        (("actores: [CB]",), "E513"),
        (("nota: >-", "  Una nota."), "E513"),
        (("estado: cancelada", "motivo: A petición del ILI."), "E513"),
        (("invitados:", "  - nombre: Ana Pérez"), "E513"),
        (("estado: cancelada",), "E514"),
        (("fecha:",), "E514"),
        # De la ficha de fuera, y de ninguna en que esté.
        (("actividades:",), "E514"),
        (("cargo: Directora",), ""),
        (("Estado: cancelada",), ""),
        (("sobre su estado: cancelada",), ""),
        (("estado:cancelada",), ""),
        (("- estado",), ""),
    ],
)
def test_segun_lo_que_sea(hallar: Hallar, lineas: tuple[str, ...], esperado: str) -> None:
    texto = "".join(f"      {una}\n" for una in ("Texto", "de varias líneas.", *lineas))
    hallados = hallar(f"    texto: >-\n{texto}")
    assert codigos(hallados) == [esperado] * bool(esperado)


def test_unos_datos_apuntados_en_sus_lineas_pueden_ser_del_texto(hallar: Hallar) -> None:
    apuntados = "      lugar: por confirmar\n      hora: por confirmar\n"
    (hallado,) = hallar(f"    nota: |-\n{apuntados}")
    assert (hallado.codigo, hallado.mensaje) == (
        "E514",
        "la actividad ACT-1 «Sesión informal con el ILI» tiene dentro de «nota» la línea 14, "
        "«lugar: por confirmar», que quizá es otro campo: lleva espacios de más",
    )
    assert hallado.ayuda == (
        "escríbala con 4 espacios delante, y lo que la sigue, en su columna; si es parte del "
        "texto, escriba el texto entero entre comillas"
    )
    assert hallar('    nota: "lugar: por confirmar\n\n      hora: por confirmar"\n') == []


def test_en_una_ficha_de_dentro_lo_suyo_y_lo_de_fuera(hallar: Hallar) -> None:
    avances = "    avances:\n      - objetivo: B1\n        texto: >-\n          Guía.\n"

    def ayuda(linea: str) -> str:
        (hallado,) = hallar(f"{avances}{linea}")
        return hallado.ayuda.partition(",")[0]

    assert ayuda("          actor: ILI\n") == "escríbala con 8 espacios delante"
    assert ayuda("          lugar: Sala 2\n") == "escríbala con 4 espacios delante"
    assert ayuda("          - objetivo: A1\n            texto: Otra.\n") == (
        "escríbala con 6 espacios delante"
    )
    assert ayuda("          - id: ACT-2\n            fecha: 2030-04\n") == (
        "escríbala con 2 espacios delante"
    )


def test_da_igual_con_que_se_salte_de_linea(hallar: Hallar) -> None:
    actores = "      Texto.\r\n      de varias líneas.\r\n      actores: [CB]\r\n"
    assert codigos(hallar(f"    texto: >-\r\n{actores}")) == ["E513"]


def test_el_plan_puede_tragarse_una_seccion(hallar: Hallar) -> None:
    seccion = CALENDARIO.partition("\n\n")[2]
    dentro = "".join(f"    {linea}\n" for linea in ("Una.", *seccion.splitlines()))
    (hallado,) = hallar(calendario=(f"\n{seccion}", f"  nota: >-\n{dentro}"))
    assert (hallado.codigo, hallado.mensaje, hallado.ayuda.partition(",")[0]) == (
        "E513",
        "el plan tiene dentro de «nota» la línea 8, «actividades:», que es otro campo: lleva "
        "espacios de más",
        "escríbala sin espacios delante",
    )
