"""Los grupos de objetivos y las categorías de actores: R306 y R307."""

from collections.abc import Iterator, Mapping

from camctl.castellano import enumerar
from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.reglas.motor import Contexto, Hallazgo, Sitio, comprueba


@comprueba("R306", Gravedad.ERROR)
def categoria_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un actor está en una categoría que no existe.

    Las categorías se declaran en `categorias`, al principio de `actores.yaml`, cada una con su
    letra. Un actor que el plan no clasifica se deja sin categoría.
    """
    existentes = {plegar_id(letra) for letra in contexto.plan.categorias}
    for actor in contexto.plan.actores:
        if actor.categoria and plegar_id(actor.categoria) not in existentes:
            yield Hallazgo(
                Sitio(actor, ("categoria",)),
                f"está en la categoría «{actor.categoria}», que no existe",
                ayuda=_las_que_hay("las categorías", contexto.plan.categorias),
            )


@comprueba("R307", Gravedad.ERROR)
def grupo_que_no_existe(contexto: Contexto) -> Iterator[Hallazgo]:
    """Un objetivo es de un grupo que no existe.

    La letra de un objetivo es la de su grupo, y los grupos se declaran en `grupos`, al principio
    de `objetivos.yaml`.
    """
    existentes = {plegar_id(letra) for letra in contexto.plan.grupos}
    # Declarar grupos no es obligatorio; declarar unos y usar otros es un descuido.
    for objetivo in contexto.plan.objetivos if existentes else ():
        if plegar_id(objetivo.grupo) not in existentes:
            yield Hallazgo(
                Sitio(objetivo, ("id",)),
                f"sería del grupo «{objetivo.grupo}», que no existe",
                ayuda=_las_que_hay("los grupos", contexto.plan.grupos),
            )


def _las_que_hay(cuales: str, declaradas: Mapping[str, str]) -> str:
    if not declaradas:
        return f"declare {cuales} al principio del archivo"
    return f"{cuales} son {enumerar(list(declaradas))}"
