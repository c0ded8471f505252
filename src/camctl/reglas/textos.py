"""Los textos que no son lo que su campo pide: E509, E510 y E511."""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final

from camctl.castellano import entre_comillas, enumerar, recortar
from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad, Invitado
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.descuidos import COMIENZO, no_dice_nada, puede_no_decir_nada
from camctl.modelo.mandato import Mandato
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba
from camctl.reglas.texto_libre import Escrito, escritos

# Los que no se miran: una `nota` puede decir solo que algo está pendiente, que para eso está; un
# alias puede ser cualquier sigla, y una cita que no esté en la misión de su actor tiene su regla.
SIN_MIRAR: Final = frozenset({"nota", "alias", "cita"})
_LARGA: Final = 200

# Con qué empiezan una fórmula y un texto entre comillas de Word.
_OTROS_COMIENZOS: Final = frozenset("=“‘„")
_comienzo_de = itemgetter(slice(COMIENZO))


def _los_sospechosos(textos: Sequence[str]) -> Iterable[str]:
    comienzos = set(filter(_es_sospechoso, set(map(_comienzo_de, textos))))
    # Casi nunca hay ninguno.
    return (uno for uno in textos if _comienzo_de(uno) in comienzos) if comienzos else ()


def _es_sospechoso(comienzo: str) -> bool:
    return comienzo[:1] in _OTROS_COMIENZOS or puede_no_decir_nada(comienzo)


def _sospechosos(contexto: Contexto) -> Iterator[Escrito]:
    # El ID de un registro no es texto libre; lo escribe una persona, y tampoco dice siempre algo.
    for tipo in (Mandato, Actor, Actividad):
        malos = frozenset(_los_sospechosos(contexto.fichas.columna(tipo, "id")))
        for registro, id_ in contexto.fichas.con(tipo, "id"):
            if id_ in malos:
                yield Escrito(Sitio(registro, ("id",)), tipo, id_)
    yield from escritos(contexto, _los_sospechosos, menos=SIN_MIRAR)


@comprueba("E509", Gravedad.AVISO)
def texto_que_no_dice_nada(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto solo dice que falta, o es una fórmula de Excel.

    Lo que aún no se sabe no se escribe: ni «TBD», ni «por definir», ni «n/a». Escrito, sale en las
    tablas y en los documentos como si fuera el dato, y nadie ve que falta. Una fórmula aquí no se
    calcula.
    """
    for sitio, ficha, texto in contexto.una_vez(_sospechosos):
        campo = str(sitio.ruta[-1])
        if no_dice_nada(texto):
            yield Hallazgo(
                sitio,
                f"tiene en «{campo}» {entre_comillas(texto)}, que no dice nada",
                ayuda=_si_no_se_sabe(campo, ficha),
            )
        elif re.match(r"=\s*[\w(\"'+-]", texto):
            yield Hallazgo(
                sitio,
                f"tiene en «{campo}» la fórmula {entre_comillas(texto)}, que aquí no se calcula",
                ayuda="escriba su resultado; si no es una fórmula, quítele el «=»",
            )


def _si_no_se_sabe(campo: str, ficha: type[Registro]) -> str:
    if not ficha.model_fields[campo].is_required():
        from camctl.remedios import SI_NO_SE_SABE

        return SI_NO_SE_SABE
    if ficha is Invitado:
        return "si aún no se sabe quién vendrá, borre el invitado: «actores» ya dice de dónde"
    return "escríbalo; y si aún no se sabe, espere a saberlo para añadir esta ficha"


@comprueba("E510", Gravedad.AVISO)
def texto_entre_comillas_de_word(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un texto está entero entre las comillas curvas de Word.

    Para YAML esas comillas son letras: no encierran nada, y salen en las tablas y en los documentos
    como parte del texto. Si hacen falta unas, son las rectas del teclado.
    """
    for sitio, _, texto in contexto.una_vez(_sospechosos):
        dentro = re.fullmatch(r"“([^“”]+)”|‘([^‘’]+)’|„([^„“”]+)[“”]", texto)
        if dentro:
            yield Hallazgo(
                sitio,
                f"tiene «{sitio.ruta[-1]}» entero entre comillas de Word",
                ayuda="quítelas: aquí son letras.",
                sustituto=next(filter(None, dentro.groups())).strip(),
            )


@comprueba("E511", Gravedad.AVISO)
def invitado_que_son_varios(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un invitado parece ser varios, o no se sabe si vendrá.

    Cada persona va en su ficha, con su institución, su cargo y su estado. Si quizá venga otra en su
    lugar, lo dice el estado `por_confirmar`, y no el nombre.
    """
    for invitado, nombre in contexto.fichas.con(Invitado, "nombre"):
        if ";" in nombre or " / " in nombre:
            from camctl.lectura.escrito import escrito

            partes = [parte.strip() for parte in re.split(r";| / ", nombre) if parte.strip()]
            fichas = enumerar([f"{{nombre: {escrito(parte)}}}" for parte in partes])
            yield Hallazgo(
                contexto.sitio_en(invitado, "nombre"),
                f"tiene a varias personas en un invitado, {entre_comillas(nombre)}",
                ayuda=f"escriba a cada una en su ficha: {recortar(fichas, _LARGA)}",
            )
        elif " o " in nombre and no_dice_nada(nombre.rpartition(" o ")[2]):
            yield Hallazgo(
                contexto.sitio_en(invitado, "nombre"),
                f"dice en el nombre de un invitado que no es seguro, {entre_comillas(nombre)}",
                ayuda="eso lo dice su estado, por_confirmar.",
                sustituto=nombre.rpartition(" o ")[0].strip(),
            )
