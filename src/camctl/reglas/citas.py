"""Las palabras que se citan tienen que estar dichas: R308."""

from collections.abc import Iterator
from typing import Final

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar, sin_blancos_de_mas, tramos_de
from camctl.diagnostico import Gravedad
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

# Cuánto se busca de un actor: los caracteres de sus textos por sus citas. Es decenas de veces lo de
# un plan de verdad, y sin tope un archivo del tamaño máximo no acabaría nunca.
_BUSQUEDA_MAXIMA: Final = 10_000_000
_LARGA: Final = 1000
_SIGNOS: Final = " .,;:…«»“”‘’\"'()"


@comprueba("R308", Gravedad.ERROR)
def cita_que_no_esta_en_el_texto(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una cita no está, palabra por palabra, en la misión ni en la función del actor.

    La cita es la prueba de que la misión de un actor sirve a un objetivo: son palabras suyas, con
    las mismas mayúsculas, tildes y comas. Solo los espacios y los saltos de línea pueden cambiar.
    """
    for actor in contexto.con_fiables(contexto.plan.actores, "mision", "funcion"):
        citados = [(n, uno.id, uno.cita) for n, uno in enumerate(actor.objetivos) if uno.cita]
        if not citados:
            continue
        textos = [sin_blancos_de_mas(texto) for texto in (actor.mision, actor.funcion) if texto]
        if len(citados) * sum(map(len, textos)) > _BUSQUEDA_MAXIMA:
            yield Hallazgo(
                Sitio(actor, ("objetivos",)),
                "tiene demasiadas citas, o textos demasiado largos, para comprobar que las dicen",
                ayuda="compruebe que en su ficha está lo que cree",
            )
            continue
        lisos = [_liso(texto) for texto in textos]
        for orden, objetivo, dicho in citados:
            cita = sin_blancos_de_mas(dicho)
            if not any(tramos_de(cita, texto) for texto in textos):
                como_esta = _como_esta(cita, textos, lisos)
                yield Hallazgo(
                    Sitio(actor, ("objetivos", orden, "cita")),
                    f"cita {entre_comillas(cita)} para {objetivo}, y eso no está en su misión "
                    "ni en su función",
                    ayuda=_que_hacer(como_esta, textos),
                    sustituto=como_esta,
                )


def _que_hacer(como_esta: str, textos: list[str]) -> str:
    if not textos:
        return "escriba su «mision» o su «funcion», y cite palabras de ellas"
    if como_esta:
        return "las palabras están, pero no escritas así."
    return "copie las palabras de su «mision» o de su «funcion» tal cual están"


def _como_esta(cita: str, textos: list[str], lisos: list[str]) -> str:
    """Las palabras de `cita` tal como están en un texto, que las escribe de otro modo."""
    if len(cita) > _LARGA:
        return ""
    buscada = _liso(cita)
    for texto, liso in zip(textos, lisos, strict=True):
        if (hallada := liso.find(buscada)) >= 0:
            desde = liso.count(" ", 0, hallada)
            palabras = texto.split()[desde : desde + len(cita.split())]
            return " ".join(palabras).strip(_SIGNOS)
    return ""


def _liso(texto: str) -> str:
    """Las palabras de `texto` sin nada que las distinga de otras iguales, entre espacios."""
    lisas = (plegar(palabra).replace(" ", "").strip(_SIGNOS) for palabra in texto.split())
    return f" {' '.join(lisas)} "
