"""La hoja que dice de qué plan son las demás."""

from collections.abc import Iterable, Iterator

from camctl.castellano import contar, miles
from camctl.indices import Indices
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import Cabecera, ClaseDeRegistro
from camctl.vistas.demas import demas
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas.calendario import DESDE, DIA_FIJADO, HASTA, que_se_pidio
from camctl.vistas.hojas.hoja import Destino, Dicho, Fila, Hoja, Valor, en_lineas
from camctl.vistas.hojas.nombres import (
    ACTORES,
    CALENDARIO,
    COBERTURA,
    HOJA_DE,
    MANDATOS,
    OBJETIVOS,
    PLAN,
)
from camctl.vistas.matriz import como_se_lee, resumen
from camctl.vistas.nombres import rotulo, titular

_COMO_SE_LEE = (
    f"En {CALENDARIO}, «{DESDE}» y «{HASTA}» son los días entre los que cae la actividad. Si no se "
    f"ha fijado el día («{DIA_FIJADO}»: no), son el primero y el último del mes."
)


def plan(encargo: Encargo, actividades: int) -> Hoja:
    """Una fila por cada cosa que el plan dice de sí mismo, y lo que hay en cada hoja."""
    filas = (
        Fila("", (campo, valor))
        for campo, valor in (
            *_del_plan(encargo.cabecera, encargo.indices),
            *_del_programa(encargo.plan.programa, encargo.indices),
            *_de_las_hojas(encargo, actividades),
        )
        if valor is not None
    )
    return Hoja(PLAN, ("Campo", "Valor"), tuple(filas), es_ficha=True)


def _del_plan(cabecera: Cabecera, indices: Indices) -> Iterator[tuple[str, Valor]]:
    valores: dict[str, Valor] = {
        "titulo": cabecera.titulo,
        "periodo": str(cabecera.periodo),
        "comision": _titulares(indices, "actor", [cabecera.comision]),
        "presenta": cabecera.presenta,
        "apoyo": _titulares(indices, "actor", cabecera.apoyo),
        "mandatos": _titulares(indices, "mandato", cabecera.mandatos),
        "zona_horaria": cabecera.zona_horaria,
        "texto": cabecera.texto,
        "nota": cabecera.nota,
        "actualizado": cabecera.actualizado,
    }
    yield from ((rotulo(Cabecera, campo), valor) for campo, valor in valores.items())
    yield from (
        (suyo, en_lineas(lineas)) for suyo, lineas in demas(cabecera, valores.keys(), indices)
    )


def _del_programa(programa: Programa | None, indices: Indices) -> Iterator[tuple[str, Valor]]:
    if programa:
        yield "Programa", programa.titulo
        yield "Programa: mandato", _titulares(indices, "mandato", [programa.mandato])
        yield "Programa: nota", programa.nota
        for suyo, lineas in demas(programa, ("titulo", "mandato", "nota"), indices):
            yield f"Programa: {suyo.lower()}", en_lineas(lineas)
    for letra, nombre in indices.plan.grupos.items():
        yield f"Grupo {letra}", nombre
    for letra, nombre in indices.plan.categorias.items():
        yield f"Categoría {letra}", nombre


def _de_las_hojas(encargo: Encargo, actividades: int) -> Iterator[tuple[Valor, Valor]]:
    plan = encargo.plan
    todas = contar(len(plan.actividades), "actividad", "actividades")
    dicho = f"{miles(actividades)} de {todas}" if encargo.filtros else todas
    cuentas = {
        CALENDARIO: (dicho, *que_se_pidio(encargo)),
        OBJETIVOS: (contar(len(plan.objetivos), "objetivo", "objetivos"),),
        ACTORES: (contar(len(plan.actores), "actor", "actores"),),
        MANDATOS: (contar(len(plan.mandatos), "mandato", "mandatos"),),
        COBERTURA: (f"{resumen(encargo.cobertura, encargo.criterio)}.",),
    }
    for hoja, lineas in cuentas.items():
        yield Dicho((f"Hoja {hoja}",), Destino(hoja)), Dicho(lineas)
    yield "Cómo se lee", Dicho((_COMO_SE_LEE, *como_se_lee(encargo.criterio)))


def _titulares(
    indices: Indices, clase: ClaseDeRegistro, referencias: Iterable[str | None]
) -> Dicho | None:
    citadas = [uno for uno in referencias if uno]
    hallados = [indices.por_id(clase, referencia) for referencia in citadas]
    lineas = (
        titular(hallado) if hallado else referencia
        for referencia, hallado in zip(citadas, hallados, strict=True)
    )
    primero = next((hallado for hallado in hallados if hallado), None)
    return en_lineas(lineas, Destino(HOJA_DE[clase], primero.id) if primero else None)
