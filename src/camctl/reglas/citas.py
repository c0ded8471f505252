"""Las palabras que se citan tienen que estar dichas: R308."""

from collections.abc import Iterator
from typing import Final

from camctl.castellano import entre_comillas
from camctl.comparacion import plegar, sin_blancos_de_mas, tramos_de
from camctl.diagnostico import Gravedad
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

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
        for orden, objetivo, dicho in citados:
            cita = sin_blancos_de_mas(dicho)
            if not any(tramos_de(cita, texto) for texto in textos):
                yield Hallazgo(
                    Sitio(actor, ("objetivos", orden, "cita")),
                    f"cita {entre_comillas(cita)} para {objetivo}, y eso no está en su misión "
                    "ni en su función",
                    ayuda=_que_hacer(cita, textos),
                    sustituto=_como_esta(cita, textos),
                )


def _que_hacer(cita: str, textos: list[str]) -> str:
    if not textos:
        return "escriba su «mision» o su «funcion», y cite palabras de ellas"
    if _como_esta(cita, textos):
        return "las palabras están, pero no escritas así."
    return "copie las palabras de su «mision» o de su «funcion» tal cual están"


def _como_esta(cita: str, textos: list[str]) -> str:
    """Las palabras de `cita` tal como están en un texto, que las escribe de otro modo."""
    if len(cita) > _LARGA:
        return ""
    buscadas = [_lisa(palabra) for palabra in cita.split()]
    for texto in textos:
        palabras = texto.split()
        lisas = [_lisa(palabra) for palabra in palabras]
        for desde in range(len(lisas) - len(buscadas) + 1):
            if lisas[desde : desde + len(buscadas)] == buscadas:
                hallada = " ".join(palabras[desde : desde + len(buscadas)])
                return hallada.strip(_SIGNOS)
    return ""


def _lisa(palabra: str) -> str:
    return plegar(palabra).strip(_SIGNOS)
