"""El plan entero como documento, con los apartados del que una comisión reparte."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated, Final, NamedTuple

from camctl.castellano import en_mayuscula, enumerar, porcentaje
from camctl.cobertura import Cobertura as CoberturaDelPlan
from camctl.cobertura import Criterio
from camctl.modelo.actividad import Actividad as ActividadDelPlan
from camctl.modelo.fecha import mes_en_palabras
from camctl.modelo.objetivo import Objetivo as ObjetivoDelPlan
from camctl.vistas import palabras
from camctl.vistas.agrupacion import por_letras
from camctl.vistas.encargo import Encargo
from camctl.vistas.redaccion import desde_registros
from camctl.vistas.redaccion.piezas import (
    Actividad,
    Categoria,
    Cobertura,
    GrupoDeObjetivos,
    Institucion,
    Mandato,
    Mes,
    Nota,
    ObjetivoCubierto,
    Plan,
    Programa,
    RazonDeCobertura,
)
from camctl.vistas.ver.comun import por_que_cubren

# Con más sesiones, las fechas las da el calendario.
_SESIONES_CON_FECHA: Final = 5


class DocumentoDelPlan(NamedTuple):
    """Lo que puede decir la plantilla del plan."""

    plan: Annotated[Plan, "El plan."]
    comision: Annotated[Institucion, "La comisión que convoca."]
    programa: Annotated[Programa, "El programa cuyos objetivos sigue."]
    grupos: Annotated[tuple[GrupoDeObjetivos, ...], "Los objetivos, por grupos."]
    instituciones: Annotated[
        tuple[Institucion, ...],
        "Las que tienen función o misión, menos la comisión y las colectivas.",
    ]
    colectivas: Annotated[
        tuple[Institucion, ...], "Las que son muchas bajo un nombre, si tienen función o misión."
    ]
    mandatos: Annotated[tuple[Mandato, ...], "Los mandatos, en el orden del plan."]
    categorias: Annotated[tuple[Categoria, ...], "Las instituciones, por categorías."]
    sin_categoria: Annotated[tuple[Institucion, ...], "Las que no son de ninguna categoría."]
    filtros: Annotated[str, "Qué se pidió del calendario: «mes: marzo de 2030»; vacío si todo."]
    meses: Annotated[tuple[Mes, ...], "El calendario, mes a mes."]
    con_seguimiento: Annotated[
        tuple[Actividad, ...], "Las actividades del calendario con documentos, avances o acuerdos."
    ]
    cobertura: Annotated[Cobertura, "Qué sesiones tratan cada objetivo."]
    notas: Annotated[
        tuple[Nota, ...], "Las notas de los registros; las de `sin_categoria` están en ellas."
    ]


def documento_del_plan(encargo: Encargo) -> DocumentoDelPlan:
    """El plan con todos sus textos; del calendario, las actividades pedidas."""
    plan, indices = encargo.plan, encargo.indices
    presentables = [uno for uno in plan.actores if uno.funcion or uno.mision]
    actividades = [desde_registros.actividad(una, encargo) for una in encargo.actividades]
    categorias = _categorias(encargo)
    return DocumentoDelPlan(
        plan=desde_registros.plan(encargo),
        comision=desde_registros.comision(encargo),
        programa=desde_registros.programa(encargo),
        grupos=tuple(
            GrupoDeObjetivos(
                grupo.letra, grupo.nombre, tuple(map(desde_registros.objetivo, grupo.registros))
            )
            for grupo in por_letras(plan.objetivos, lambda uno: uno.grupo, plan.grupos)
        ),
        instituciones=tuple(
            desde_registros.institucion(uno, indices)
            for uno in presentables
            if uno is not indices.comision and not uno.colectivo
        ),
        colectivas=tuple(
            desde_registros.institucion(uno, indices)
            for uno in presentables
            if uno is not indices.comision and uno.colectivo
        ),
        mandatos=tuple(desde_registros.mandato(uno, indices) for uno in plan.mandatos),
        categorias=tuple(una for una in categorias if una.letra),
        sin_categoria=tuple(
            suya for una in categorias if not una.letra for suya in una.instituciones
        ),
        filtros="; ".join(encargo.filtros),
        meses=tuple(_meses(encargo, actividades)),
        con_seguimiento=tuple(
            una for una in actividades if una.documentos or una.avances or una.acuerdos
        ),
        cobertura=_cobertura(encargo.cobertura, encargo.criterio),
        notas=tuple(_notas(encargo)),
    )


def _categorias(encargo: Encargo) -> list[Categoria]:
    plan, indices = encargo.plan, encargo.indices
    return [
        Categoria(
            grupo.letra,
            grupo.nombre,
            tuple(desde_registros.institucion(uno, indices) for uno in grupo.registros),
        )
        for grupo in por_letras(plan.actores, lambda uno: uno.categoria, plan.categorias)
    ]


def _meses(encargo: Encargo, dichas: Sequence[Actividad]) -> Iterator[Mes]:
    emparejadas = zip(encargo.actividades, dichas, strict=True)
    for mes, suyas in groupby(emparejadas, key=lambda par: par[0].fecha.mes):
        yield Mes(en_mayuscula(mes_en_palabras(mes)), tuple(dicha for _, dicha in suyas))


def _cobertura(cobertura: CoberturaDelPlan, criterio: Criterio) -> Cobertura:
    objetivos = cobertura.indices.plan.objetivos
    sin_sesion = cobertura.sin_sesion(criterio)
    generales = () if criterio == "general" else cobertura.razones_generales
    return Cobertura(
        porcentaje=porcentaje(cobertura.porcentaje(criterio)),
        cubiertos=len(objetivos) - len(sin_sesion),
        total=len(objetivos),
        criterio=palabras.criterio_usado(criterio),
        sin_sesion=enumerar([uno.id for uno in sin_sesion]),
        generales=palabras.porques_generales(generales),
        objetivos=tuple(
            ObjetivoCubierto(
                uno.id,
                uno.titulo,
                tuple(_razones(uno, cobertura, criterio)),
                uno.motivo_sin_sesion or "",
            )
            for uno in objetivos
        ),
    )


def _razones(
    objetivo: ObjetivoDelPlan, cobertura: CoberturaDelPlan, criterio: Criterio
) -> Iterator[RazonDeCobertura]:
    """Las razones, cada una con todas sus sesiones: la cita de un actor se dice una sola vez."""
    por_razon: dict[str, list[ActividadDelPlan]] = {}
    for sesion, razones in cobertura.por_sesiones(objetivo, criterio):
        for dicha in por_que_cubren(razones, con_cita=True):
            por_razon.setdefault(dicha, []).append(sesion)
    for dicha, suyas in por_razon.items():
        con_fecha = len(suyas) <= _SESIONES_CON_FECHA
        sesiones = [_sesion(sesion, con_fecha=con_fecha) for sesion in suyas]
        yield RazonDeCobertura(", ".join(sesiones), dicha)


def _sesion(una: ActividadDelPlan, *, con_fecha: bool) -> str:
    return f"{una.id} ({palabras.fechas(una)})" if con_fecha else una.id


def _notas(encargo: Encargo) -> Iterator[Nota]:
    plan, cabecera = encargo.plan, encargo.cabecera
    dichas = [
        ("Título del plan en el original", cabecera.texto),
        ("Plan", cabecera.nota),
        ("Programa", plan.programa.nota if plan.programa else None),
        *((f"Objetivo {uno.id}", uno.nota) for uno in plan.objetivos),
        *((uno.id, uno.nota) for uno in plan.mandatos),
        *((uno.id, uno.nota) for uno in plan.actores if uno.categoria),
        *((una.id, una.nota) for una in encargo.actividades),
    ]
    for de, texto in dichas:
        if texto:
            yield Nota(de, texto)
