"""Los apartados del documento: cada uno, los bloques de Markdown de lo suyo."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final, TypeAlias

from camctl.castellano import en_mayuscula
from camctl.cobertura import Razon
from camctl.indices import Apoyo, RegistroConId
from camctl.modelo.actor import ArchivoDeActores
from camctl.modelo.fecha import mes_en_palabras
from camctl.modelo.objetivo import Objetivo
from camctl.modelo.plan import ArchivoDeCalendario
from camctl.salida.markdown import en_linea, fila, parrafo
from camctl.salida.papeles.md.campos import campos, elemento
from camctl.salida.papeles.md.enlaces import Enlaces
from camctl.vistas import palabras
from camctl.vistas.agrupacion import SIN_CATEGORIA, por_letras
from camctl.vistas.encargo import Encargo
from camctl.vistas.matriz import matriz
from camctl.vistas.nombres import rotulo, unir
from camctl.vistas.ver.comun import SESIONES, SUSTENTA

_Bloques: TypeAlias = Iterator[str]


def _programa(encargo: Encargo, enlaces: Enlaces) -> _Bloques:
    if programa := encargo.plan.programa:
        yield parrafo(programa.titulo)
        yield "\n".join(campos(programa, enlaces, menos=["titulo"]))


def _objetivos(encargo: Encargo, enlaces: Enlaces) -> _Bloques:
    plan = encargo.plan
    for grupo in por_letras(plan.objetivos, lambda uno: uno.grupo, plan.grupos, con_vacias=True):
        yield f"### {en_linea(grupo.titulo)}"
        for objetivo in grupo.registros:
            servidores = encargo.indices.quienes_sirven(objetivo)
            yield _titulo(4, objetivo, objetivo.titulo, enlaces)
            yield "\n\n".join(map(parrafo, palabras.parrafos_de(objetivo.texto)))
            yield "\n".join(
                [
                    *campos(objetivo, enlaces, menos=["id", "titulo", "texto"]),
                    *elemento(rotulo(ArchivoDeActores, "actores"), map(enlaces.a, servidores)),
                    *elemento(SESIONES, _sesiones(objetivo, encargo, enlaces)),
                ]
            )


def _actores(encargo: Encargo, enlaces: Enlaces) -> _Bloques:
    plan = encargo.plan
    nombres = plan.categorias
    for categoria in por_letras(plan.actores, lambda uno: uno.categoria, nombres, con_vacias=True):
        yield f"### {en_linea(categoria.titulo or SIN_CATEGORIA)}"
        for actor in categoria.registros:
            actividades = encargo.indices.actividades_de(actor)
            yield _titulo(4, actor, actor.nombre, enlaces)
            yield "\n".join(
                [
                    *campos(actor, enlaces, menos=["id", "nombre", "categoria"]),
                    *elemento(
                        rotulo(ArchivoDeCalendario, "actividades"), map(enlaces.a, actividades)
                    ),
                ]
            )


def _mandatos(encargo: Encargo, enlaces: Enlaces) -> _Bloques:
    for mandato in encargo.plan.mandatos:
        apoyos = encargo.indices.apoyos_en(mandato)
        yield _titulo(3, mandato, mandato.resolucion, enlaces)
        yield parrafo(mandato.titulo)
        yield "\n".join(
            [
                *campos(mandato, enlaces, menos=["id", "resolucion", "titulo"]),
                *elemento(SUSTENTA, (_apoyo(uno, enlaces) for uno in apoyos)),
            ]
        )


def _calendario(encargo: Encargo, enlaces: Enlaces) -> _Bloques:
    if encargo.filtros:
        yield parrafo(f"Solo lo que se pidió ({'; '.join(encargo.filtros)}).")
    for mes, suyas in groupby(encargo.actividades, key=lambda una: una.fecha.mes):
        yield f"### {en_mayuscula(mes_en_palabras(mes))}"
        for actividad in suyas:
            cubiertos = encargo.cobertura.cubiertos_por(actividad, encargo.criterio)
            que_cubre = f"Objetivos que cubre, criterio {encargo.criterio}"
            yield _titulo(4, actividad, actividad.titulo, enlaces)
            yield "\n>\n".join(f"> {parrafo(uno)}" for uno in palabras.parrafos_de(actividad.texto))
            yield "\n".join(
                [
                    *campos(actividad, enlaces, menos=["id", "titulo", "texto"]),
                    *elemento(que_cubre, map(enlaces.a, cubiertos)),
                ]
            )


def _cobertura(encargo: Encargo, enlaces: Enlaces) -> _Bloques:
    yield "\n\n".join(map(parrafo, matriz(encargo.cobertura, encargo.criterio).encabezado))
    if not encargo.plan.objetivos:
        return
    yield "\n".join(
        [
            fila(["Objetivo", "Cubierto", SESIONES]),
            fila(["---"] * 3),
            *(
                fila(
                    [
                        enlaces.a(objetivo),
                        "sí"
                        if encargo.cobertura.esta_cubierto(objetivo, encargo.criterio)
                        else "no",
                        ", ".join(_sesiones(objetivo, encargo, enlaces)),
                    ]
                )
                for objetivo in encargo.plan.objetivos
            ),
        ]
    )


APARTADOS: Final[Mapping[str, Callable[[Encargo, Enlaces], _Bloques]]] = {
    "Programa": _programa,
    "Objetivos": _objetivos,
    "Actores": _actores,
    "Mandatos": _mandatos,
    "Calendario": _calendario,
    "Cobertura": _cobertura,
}


def _titulo(nivel: int, registro: RegistroConId, texto: str, enlaces: Enlaces) -> str:
    ancla = f'<a id="{enlaces.ancla(registro)}"></a>'
    return f"{'#' * nivel} {ancla}{en_linea(unir(registro.id, texto))}"


def _sesiones(objetivo: Objetivo, encargo: Encargo, enlaces: Enlaces) -> Iterator[str]:
    """Las que lo cubren y por qué: el actor, «directo» si lo nombran, «todos» si abarcan todo."""
    for sesion, razones in encargo.cobertura.por_sesiones(objetivo, encargo.criterio):
        # Un actor cubre con dos citas, o por su misión y por ser transversal.
        porques = dict.fromkeys(_porque(razon, enlaces) for razon in razones)
        yield f"{enlaces.a(sesion)} ({', '.join(porques)})"


def _porque(razon: Razon, enlaces: Enlaces) -> str:
    return enlaces.a(razon.actor) if razon.actor else palabras.porque(razon)


def _apoyo(apoyo: Apoyo, enlaces: Enlaces) -> str:
    if apoyo.id is None:
        return f"el {apoyo.clase}"
    numeros = palabras.parrafos_citados(apoyo.parrafos)
    citado = enlaces.a_lo_citado("actividad", apoyo.id)
    return f"{citado} ({numeros})" if numeros else citado
