"""Los errores de sintaxis del lector de YAML, dichos para quien no sabe YAML.

El lector (libyaml) los dice en inglés y con palabras de su oficio. Aquí cada uno se convierte en
lo que hay en el archivo, dónde, y qué escribir en su lugar. El lector suele darse cuenta tarde:
lo primero es buscar la línea que hay que tocar.
"""

from collections.abc import Callable
from typing import Final

import yaml

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.comillas import barra, comillas_abiertas
from camctl.lectura.corchetes import corchete_abierto, de_mas
from camctl.lectura.fusiones import fusion_a_medias
from camctl.lectura.lineas import sin_dos_puntos
from camctl.lectura.mapa import Mapa
from camctl.lectura.sangria import alineacion, dos_puntos, guion_a_destiempo, pegado_en_corchetes
from camctl.lectura.signos import bloque, interrogacion, signo_inicial, signo_suelto, tabulador
from camctl.lectura.tropiezo import Tropiezo

OTRO_ERROR = Regla(
    "L119",
    Gravedad.ERROR,
    """El archivo no se puede leer a partir de aquí.

    Algo de esta línea, o de la anterior, no es YAML. Compárela con un registro que esté bien.
    """,
)


_Traductor = Callable[[Tropiezo], Diagnostico]


def diagnostico_de_sintaxis(
    fallo: yaml.MarkedYAMLError, mapa: Mapa, corchete: int | None = None
) -> Diagnostico:
    """El diagnóstico que corresponde a `fallo`; el resto del archivo no se ha leído."""
    posicion = _posicion(fallo.problem_mark, mapa, por_omision=len(mapa.texto))
    contexto = _posicion(fallo.context_mark, mapa, por_omision=posicion)
    # Según dónde caigan sus marcas, el lector tropieza con ellas de mil maneras.
    if a_medias := fusion_a_medias(mapa, posicion):
        return a_medias
    problema = str(fallo.problem)
    traductores = (traductor for fragmento, traductor in _TRADUCTORES if fragmento in problema)
    return next(traductores, _otro)(Tropiezo(mapa, posicion, contexto, corchete))


def _posicion(marca: "yaml.Mark | None", mapa: Mapa, *, por_omision: int) -> int:
    return por_omision if marca is None else min(marca.index, len(mapa.texto))


def _otro(aqui: Tropiezo) -> Diagnostico:
    return aqui.en(
        OTRO_ERROR,
        aqui.posicion,
        1,
        "el archivo no se puede leer a partir de aquí",
        "compare esta línea y la anterior con las de un registro que esté bien; "
        "ante la duda, escriba los textos entre comillas",
    )


# Los fragmentos son los de libyaml 0.2 (scanner.c y parser.c); el primero que coincide decide.
_TRADUCTORES: Final[tuple[tuple[str, _Traductor], ...]] = (
    ("found a tab character", tabulador),
    ("found character that cannot start any token", signo_suelto),
    ("mapping values are not allowed", dos_puntos),
    ("block sequence entries are not allowed", guion_a_destiempo),
    ("mapping keys are not allowed", interrogacion),
    ("could not find expected ':'", sin_dos_puntos),
    ("found unexpected ':'", pegado_en_corchetes),
    ("found unexpected end of stream", comillas_abiertas),
    ("found unexpected document indicator", comillas_abiertas),
    ("found unknown escape character", barra),
    ("hexdecimal number", barra),
    ("invalid Unicode character escape", barra),
    ("did not find expected comment or line break", bloque),
    ("found an indentation indicator equal to 0", bloque),
    ("did not find expected ',' or", corchete_abierto),
    ("did not find expected node content", de_mas),
    ("did not find expected key", alineacion),
    ("did not find expected '-' indicator", alineacion),
    ("did not find expected <document start>", alineacion),
    # De aquí en adelante, lo que puede seguir a &, * o !: anclas, alias y etiquetas a medias.
    ("did not find expected alphabetic or numeric character", signo_inicial),
    ("did not find expected whitespace or line break", signo_inicial),
    ("did not find expected '!'", signo_inicial),
    ("did not find the expected '>'", signo_inicial),
    ("found undefined tag handle", signo_inicial),
    ("tag URI", signo_inicial),
    ("URI escaped octet", signo_inicial),
    ("UTF-8 octet", signo_inicial),
)
