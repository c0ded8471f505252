"""El esquema del plan entero: lo que `exportar json` da lo cumple, y nada más lo cumple."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from camctl.cobertura import Cobertura, Criterio
from camctl.indices import Indices
from camctl.salida.papeles.json import escribir
from camctl.vistas.encargo import Encargo
from camctl.vistas.esquema_entero import esquema_entero
from camctl.vistas.seleccion import Seleccion

ESQUEMA = esquema_entero()
LECTOR = Draft202012Validator(ESQUEMA)
GUARDADO = Path(__file__).resolve().parents[2] / "docs" / "esquemas" / "plan-1.json"


def entero(indices: Indices, criterio: Criterio = "actor") -> dict[str, Any]:
    """Lo que toma otro programa: de los bytes que se le dan."""
    assert indices.plan.cabecera is not None
    encargo = Encargo(
        indices.plan.cabecera, indices, Cobertura(indices), Seleccion(criterio=criterio)
    )
    leido: dict[str, Any] = json.loads(escribir(encargo))
    return leido


def fallos(plan: dict[str, Any]) -> list[str]:
    return [fallo.json_path for fallo in LECTOR.iter_errors(plan)]


def test_es_un_esquema_y_el_de_docs_es_el_mismo() -> None:
    Draft202012Validator.check_schema(ESQUEMA)
    assert json.loads(GUARDADO.read_text(encoding="utf-8")) == ESQUEMA


@pytest.mark.parametrize("criterio", ["directo", "actor", "general"])
def test_los_planes_lo_cumplen(
    indices: Indices, indices_reales: Indices, criterio: Criterio
) -> None:
    assert fallos(entero(indices, criterio)) == []
    assert fallos(entero(indices_reales, criterio)) == []


def test_un_plan_sin_nada_tambien(indices: Indices) -> None:
    plan = entero(Indices(indices.plan._replace(programa=None, actividades=(), actores=())))
    assert (plan["programa"], plan["actividades"]) == (None, [])
    assert fallos(plan) == []


def fichas(esquema: Any) -> Iterator[dict[str, Any]]:
    """Las fichas de un esquema, estén donde estén."""
    if isinstance(esquema, dict):
        if "properties" in esquema:
            yield esquema
        for dentro in esquema.values():
            yield from fichas(dentro)


def test_ninguna_ficha_admite_una_clave_de_mas_ni_de_menos() -> None:
    todas = list(fichas(ESQUEMA))
    assert len(todas) > 15
    for ficha in todas:
        assert ficha["additionalProperties"] is False
        assert ficha["required"] == list(ficha["properties"])


def caminos(valor: Any, hasta: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """El camino de cada ficha con claves fijas de un plan."""
    if isinstance(valor, dict):
        # Las letras de los grupos y los idiomas de los enlaces las pone el plan.
        if not hasta or hasta[-1] not in ("grupos", "categorias", "enlaces"):
            yield hasta
        for clave, dentro in valor.items():
            yield from caminos(dentro, (*hasta, clave))
    elif isinstance(valor, list):
        for puesto, dentro in enumerate(valor):
            yield from caminos(dentro, (*hasta, puesto))


def en(plan: Any, camino: tuple[Any, ...]) -> Any:
    for paso in camino:
        plan = plan[paso]
    return plan


def test_una_clave_que_falta_o_que_sobra_no_lo_cumple(indices: Indices) -> None:
    plan = entero(indices)
    revisadas = 0
    for camino in caminos(plan):
        for clave in [*en(plan, camino), "de_mas"]:
            otro = copy.deepcopy(plan)
            ficha = en(otro, camino)
            if ficha.pop(clave, None) is None and clave not in en(plan, camino):
                ficha[clave] = "x"
            assert len(fallos(otro)) == 1, (camino, clave)
            revisadas += 1
    assert revisadas > 300


@pytest.mark.parametrize(
    ("camino", "valor"),
    [
        (("version",), 2),
        (("plan", "periodo"), "2030 - 2031"),
        (("actividades", 1, "hora"), "9:00"),
        (("actividades", 1, "fecha"), "14/3/2030"),
        (("actividades", 1, "actualizado"), "2030-03-16"),
        (("actividades", 1, "estado"), "hecha"),
        (("actividades", 1, "acuerdos", 0, "cumplido"), "sí"),
        (("actividades", 1, "documentos", 0, "enlace"), "http://ejemplo.org"),
        (("actividades", 4, "objetivos"), "alguno"),
        (("actores", 0, "transversal"), "no"),
        (("objetivos", 0, "titulo"), None),
        (("objetivos", 1, "sesiones", 0, "criterio"), "otro"),
        (("cobertura", "porcentaje"), 101),
    ],
)
def test_un_valor_de_otra_forma_no_lo_cumple(
    indices: Indices, camino: tuple[Any, ...], valor: Any
) -> None:
    plan = entero(indices)
    en(plan, camino[:-1])[camino[-1]] = valor
    assert len(fallos(plan)) == 1
