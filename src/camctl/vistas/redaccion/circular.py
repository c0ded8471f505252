"""La circular de los cambios: qué es distinto en el plan, y qué supone para cada institución."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, NamedTuple

from camctl.castellano import dia_en_palabras, en_mayuscula, porcentaje
from camctl.modelo.plan import Plan as PlanLeido
from camctl.vistas import palabras
from camctl.vistas.cambios import Comparacion, Momento
from camctl.vistas.cambios.comparacion import RegistroCambiado
from camctl.vistas.encargo import Encargo
from camctl.vistas.redaccion import desde_registros
from camctl.vistas.redaccion.piezas import Institucion, Plan, Programa


class RegistroQueCambia(NamedTuple):
    """Un registro y lo que cambia de él."""

    id: Annotated[str, "Su ID; de lo que no es un registro, qué es: «Plan», «Programa»…"]
    titulo: Annotated[str, "Su título; de una institución, su nombre."]
    cambios: Annotated[tuple[str, ...], "Lo que cambia, una frase cada cosa."]


class Circular(NamedTuple):
    """Lo que puede decir la plantilla de una circular."""

    plan: Annotated[Plan, "El plan, con los cambios."]
    comision: Annotated[Institucion, "La comisión que convoca."]
    programa: Annotated[Programa, "El programa cuyos objetivos sigue."]
    desde: Annotated[str, "De qué día es el plan con que se compara; vacío si no se sabe."]
    hasta: Annotated[str, "De qué día es el plan con los cambios; vacío si no se sabe."]
    criterio: Annotated[str, "Qué sesiones se cuentan: «criterio actor: cuentan…»."]
    cobertura_antes: Annotated[str, "Los objetivos que tenían sesión: «33,3 %»."]
    cobertura_ahora: Annotated[str, "Los que la tienen ahora."]
    calendario: Annotated[
        tuple[RegistroQueCambia, ...], "Las actividades que cambian, entran o salen."
    ]
    objetivos: Annotated[tuple[RegistroQueCambia, ...], "Los que ganan o pierden sesión."]
    instituciones: Annotated[
        tuple[RegistroQueCambia, ...], "Qué suponen los cambios para cada institución."
    ]
    textos: Annotated[
        tuple[RegistroQueCambia, ...], "El programa, los mandatos y las instituciones."
    ]
    firma: Annotated[str, "Quién presenta el plan o, si no se dice, la comisión."]


def circular(encargo: Encargo, comparacion: Comparacion) -> Circular:
    """Lo que cambia hasta el plan del encargo, contado con el criterio con que se comparó."""
    antes, despues, criterio = comparacion.antes, comparacion.despues, comparacion.criterio
    de, a = (porcentaje(uno.cobertura.porcentaje(criterio)) for uno in (antes, despues))
    return Circular(
        plan=desde_registros.plan(encargo),
        comision=desde_registros.comision(encargo),
        programa=desde_registros.programa(encargo),
        desde=_dia(antes),
        hasta=_dia(despues),
        criterio=palabras.criterio_usado(criterio),
        cobertura_antes=de,
        cobertura_ahora=a,
        calendario=_registros(comparacion.calendario),
        objetivos=_registros(comparacion.cobertura),
        instituciones=_registros(comparacion.actores),
        textos=_registros(comparacion.textos),
        firma=desde_registros.firma(encargo),
    )


def _dia(momento: Momento) -> str:
    """De qué día es: el que se sepa por fuera o, si no, el del último cambio que conste en él."""
    dia = momento.dia or max(_dias_de_sus_cambios(momento.indices.plan), default=None)
    return dia_en_palabras(dia) if dia else ""


def _dias_de_sus_cambios(plan: PlanLeido) -> Iterator[date]:
    for uno in (plan.cabecera, *plan.actividades):
        if uno is not None and uno.actualizado is not None:
            yield uno.actualizado.date()


def _registros(cambiados: Iterable[RegistroCambiado]) -> tuple[RegistroQueCambia, ...]:
    return tuple(
        RegistroQueCambia(
            uno.id or en_mayuscula(uno.clase),
            uno.titulo,
            tuple(cambio.texto for cambio in uno.cambios),
        )
        for uno in cambiados
    )
