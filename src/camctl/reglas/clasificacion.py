"""Los grupos de objetivos y las categorías de actores: R306, R307, R310 y R311."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from camctl.castellano import enumerar, miles
from camctl.comparacion import plegar, plegar_id
from camctl.diagnostico import Gravedad
from camctl.reglas.contexto import Contexto, Entrada, Sitio
from camctl.reglas.motor import Hallazgo, comprueba

if TYPE_CHECKING:
    from camctl.modelo.actor import Actor
    from camctl.modelo.objetivo import Objetivo


@comprueba("R306", Gravedad.ERROR)
def categoria_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un actor está en una categoría que no existe.

    Las categorías se declaran en `categorias`, al principio de `actores.yaml`, cada una con su
    letra. Un actor que el plan no clasifica se deja sin categoría.
    """
    letras = contexto.letras("categorias") if contexto.plan.actores else None
    existentes = set(map(plegar_id, letras or ()))
    por_letra: dict[str, list[Actor]] = {}
    for actor in contexto.plan.actores if letras is not None else ():
        if not actor.categoria or plegar_id(actor.categoria) in existentes:
            continue
        if letra := _letra_de(actor.categoria, contexto.plan.categorias):
            yield Hallazgo(
                Sitio(actor, ("categoria",)),
                f"está en la categoría «{actor.categoria}», que no existe",
                ayuda="aquí va su letra.",
                sustituto=letra,
            )
        else:
            por_letra.setdefault(plegar_id(actor.categoria), []).append(actor)
    for actor, *otros in por_letra.values():
        yield Hallazgo(
            Sitio(actor, ("categoria",)),
            f"{_con(otros, 'está', 'están')} en la categoría «{actor.categoria}», que no existe",
            ayuda=_las_que_hay("las categorías", contexto.plan.categorias)
            + _si_se_perdio("categorias", str(actor.categoria), otros),
        )


@comprueba("R307", Gravedad.ERROR)
def grupo_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un objetivo es de un grupo que no existe.

    La letra de un objetivo es la de su grupo, y los grupos se declaran en `grupos`, al principio
    de `objetivos.yaml`.
    """
    letras = contexto.letras("grupos") if contexto.plan.objetivos else None
    existentes = set(map(plegar_id, letras or ()))
    # Declarar grupos no es obligatorio; declarar unos y usar otros es un descuido.
    por_letra: dict[str, list[Objetivo]] = {}
    for objetivo in contexto.plan.objetivos if existentes else ():
        if plegar_id(objetivo.grupo) not in existentes:
            por_letra.setdefault(plegar_id(objetivo.grupo), []).append(objetivo)
    for objetivo, *otros in por_letra.values():
        yield Hallazgo(
            Sitio(objetivo, ("id",)),
            f"{_con(otros, 'sería', 'serían')} del grupo «{objetivo.grupo}», que no existe",
            ayuda=_las_que_hay("los grupos", contexto.plan.grupos)
            + _si_se_perdio("grupos", objetivo.grupo, otros),
        )


@comprueba("R310", Gravedad.AVISO)
def grupo_sin_objetivos(contexto: Contexto) -> Iterator[Hallazgo]:
    """Se declara un grupo y ningún objetivo es de él.

    O faltan sus objetivos, o la letra no es la que llevan, o el grupo sobra.
    """
    usados = {plegar_id(objetivo.grupo) for objetivo in contexto.plan.objetivos}
    declarados = {plegar_id(letra) for letra in contexto.plan.grupos}
    # Un objetivo de un grupo que no existe puede ser el que aquí falta: eso ya tiene su error.
    if contexto.estan_todos("objetivo") and usados and usados <= declarados:
        yield from _sin_uso("grupos", contexto.plan.grupos, usados, "ningún objetivo es de él")


@comprueba("R311", Gravedad.AVISO)
def categoria_sin_actores(contexto: Contexto) -> Iterator[Hallazgo]:
    """Se declara una categoría y ningún actor está en ella.

    O falta poner en ella a sus actores, o la letra no es la que llevan, o la categoría sobra.
    """
    usadas = {plegar_id(actor.categoria) for actor in contexto.plan.actores if actor.categoria}
    declaradas = {plegar_id(letra) for letra in contexto.plan.categorias}
    if (
        contexto.plan.actores
        and contexto.estan_todos("actor")
        and not contexto.hay_danos_en("categoria")
        and usadas <= declaradas
    ):
        yield from _sin_uso(
            "categorias", contexto.plan.categorias, usadas, "ningún actor está en ella"
        )


def _sin_uso(
    seccion: str, declaradas: Mapping[str, str], usadas: Container[str], que_pasa: str
) -> Iterator[Hallazgo]:
    for letra, nombre in declaradas.items():
        if plegar_id(letra) not in usadas:
            yield Hallazgo(
                Sitio(Entrada(seccion, letra, nombre)),
                f"no se usa: {que_pasa}",
                ayuda="borre la línea, o corrija la letra",
            )


def _letra_de(nombre: str, declaradas: Mapping[str, str]) -> str:
    """La letra de quien se llama `nombre`: en su lugar se quiso escribir ella."""
    return next((letra for letra, suyo in declaradas.items() if plegar(suyo) == plegar(nombre)), "")


def _con(otros: Sequence[object], es: str, son: str) -> str:
    """El verbo de la frase, con los `otros` de los que se dice lo mismo."""
    if not otros:
        return es
    return f"y otros {miles(len(otros))} {son}" if otros[1:] else f"y otro {son}"


def _si_se_perdio(seccion: str, letra: str, otros: Sequence[object]) -> str:
    """Qué más escribir si una letra la usan varios: será que falta, y no que esté mal en todos."""
    return f"; si falta, escriba debajo de «{seccion}:»: {letra}: …" if otros else ""


def _las_que_hay(cuales: str, declaradas: Mapping[str, str]) -> str:
    if not declaradas:
        return f"declare {cuales} al principio del archivo"
    if len(declaradas) == 1:
        return f"no hay más que {next(iter(declaradas))}"
    return f"{cuales} son {enumerar(list(declaradas))}"
