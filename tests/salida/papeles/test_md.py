"""El plan en Markdown, leído por otro lector: cada texto una vez, y todo enlace lleva a algo."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from camctl.cobertura import Criterio
from camctl.indices import Indices
from camctl.modelo.actividad import Documento, Invitado
from camctl.modelo.base import Registro
from camctl.modelo.fecha import Fecha
from camctl.salida.limpieza import limpio
from camctl.salida.papeles import md
from camctl.vistas.encargo import Encargo
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de
from vistas.conftest import CON_DOS_CITAS, UN_OBJETIVO, UNA_SESION

Encargar: TypeAlias = Callable[..., Encargo]

LECTOR = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NUESTRO = re.compile(r'<a id="[a-z0-9-]+">|</a>|<br>|<!-- -->')


def tokens(texto: str) -> list[Token]:
    return [
        token
        for bloque in LECTOR.parse(texto)
        for token in (bloque, *(bloque.children or ()))
        if token.type != "inline"
    ]


def leido(encargo: Encargo) -> str:
    """Todo lo que se lee del documento, sin marcado ni saltos de línea."""
    trozos = []
    for token in tokens(md.escribir(encargo).decode("utf-8")):
        if token.type in ("text", "softbreak"):
            trozos.append(token.content or " ")
        elif token.type == "paragraph_close" or token.content == "<br>":
            trozos.append(" ")
    return " ".join("".join(trozos).split())


def test_un_plan_pequeno(encargar: Encargar) -> None:
    documento = md.escribir(
        encargar(
            objetivos="""
                programa: {titulo: Programa de lectura}
                grupos: {B: Objetivos específicos}
                objetivos:
                  - {id: B1, titulo: Salas, texto: Abrir salas de lectura.}
                  - {id: B2, titulo: Libros, texto: Comprar libros., nota: Pocos.}
            """,
            mandatos="""
                mandatos:
                  - {id: RES-10, resolucion: ASA/RES. 10, titulo: Lectura para todos, parrafos: 1-3}
            """,
            actores="""
                actores:
                  - {id: CB, nombre: Comisión de Bibliotecas}
                  - id: ILI
                    nombre: Instituto de la Lectura
                    mision: Le corresponde abrir salas.
                    objetivos: [{id: B1, cita: abrir salas}]
            """,
            calendario="""
                plan: {titulo: Plan de trabajo, periodo: 2030-2031, comision: CB}
                actividades:
                  - id: ACT-1
                    fecha: 2030-03
                    tipo: informal
                    titulo: Sesión con el ILI
                    texto: Sesión de la Comisión con el Instituto.
                    actores: [CB, ILI]
                    objetivos: [B2]
                    mandatos: [{id: RES-10, parrafos: "2"}]
                    invitados: [{nombre: Ana Paz, actor: ILI, estado: por_confirmar}]
                    documentos: [{titulo: Nota, enlace: "https://ejemplo.org/nota_(1)"}]
            """,
        )
    ).decode()
    assert documento == (
        """\
# Plan de trabajo

- **Periodo:** 2030-2031
- **Comisión:** [CB](#cb)

[Programa](#programa) · [Objetivos](#objetivos) · [Actores](#actores) · [Mandatos](#mandatos) · \
[Calendario](#calendario) · [Cobertura](#cobertura)

## Programa

Programa de lectura

## Objetivos

### B · Objetivos específicos

#### <a id="b1"></a>B1 · Salas

Abrir salas de lectura.

- **Actores:** [ILI](#ili)
- **Sesiones:** [ACT-1](#act1) ([ILI](#ili))

#### <a id="b2"></a>B2 · Libros

Comprar libros.

- **Nota:** Pocos.
- **Sesiones:** [ACT-1](#act1) (directo)

## Actores

### Sin categoría

#### <a id="cb"></a>CB · Comisión de Bibliotecas

- **Actividades:** [ACT-1](#act1)

#### <a id="ili"></a>ILI · Instituto de la Lectura

- **Misión:** Le corresponde abrir salas.
- **Objetivos:**
  - [B1](#b1) · «abrir salas»
- **Actividades:** [ACT-1](#act1)

## Mandatos

### <a id="res10"></a>RES-10 · ASA/RES. 10

Lectura para todos

- **Párrafos:** 1-3
- **Sustenta:** [ACT-1](#act1) (párrafo 2)

## Calendario

### Marzo de 2030

#### <a id="act1"></a>ACT-1 · Sesión con el ILI

> Sesión de la Comisión con el Instituto.

- **Fecha:** marzo de 2030
- **Tipo:** sesión informal
- **Actores:** [CB](#cb), [ILI](#ili)
- **Invitados:**
  - Ana Paz (por confirmar) · [ILI](#ili)
- **Objetivos:** [B2](#b2)
- **Mandatos:**
  - [RES-10](#res10) · párrafo 2
- **Estado:** propuesta
- **Documentos:**
  - Nota · [enlace](<https://ejemplo.org/nota_(1)>)
- **Objetivos que cubre, criterio actor:** [B1](#b1), [B2](#b2)

## Cobertura

Cobertura: 100 %, 2 de 2 objetivos (criterio actor: cuentan la sesión que lo nombra y la misión \
de sus actores)

| Objetivo | Cubierto | Sesiones |
| --- | --- | --- |
| [B1](#b1) | sí | [ACT-1](#act1) ([ILI](#ili)) |
| [B2](#b2) | sí | [ACT-1](#act1) (directo) |
""".replace("100 %", "100\u00a0%")
    )


def textos(valor: Any) -> Iterator[str]:
    """Los textos que alguien escribió: ni ID, ni direcciones, ni palabras de un vocabulario."""
    if isinstance(valor, Registro):
        for nombre in type(valor).model_fields:
            yield from textos(getattr(valor, nombre))
    elif isinstance(valor, dict):
        for uno in valor.values():
            yield from textos(uno)
    elif isinstance(valor, tuple) and not isinstance(valor, Fecha):
        for uno in valor:
            yield from textos(uno)
    elif isinstance(valor, str) and " " in valor.strip():
        yield " ".join(valor.split())


@pytest.mark.parametrize("cual", ["encargo", "encargo_real"])
def test_cada_texto_esta_una_vez(cual: str, request: pytest.FixtureRequest) -> None:
    encargo: Encargo = request.getfixturevalue(cual)
    plan = encargo.plan
    dichos = [
        *textos(plan.cabecera),
        *textos(plan.programa),
        *plan.grupos.values(),
        *plan.categorias.values(),
        *(uno for registros in plan[4:] for uno in textos(registros)),
    ]
    documento = leido(encargo)
    # Un texto puede estar dentro de otro: el título, en el del programa; una cita, en la misión.
    veces = {uno: sum(otro.count(uno) for otro in dichos) for uno in dichos}
    assert len(veces) > 30
    assert {uno: documento.count(uno) for uno in veces} == veces


@pytest.mark.parametrize("cual", ["encargo", "encargo_real"])
@pytest.mark.parametrize("criterio", ["directo", "actor", "general"])
def test_todo_enlace_lleva_a_algo(
    cual: str, criterio: Criterio, request: pytest.FixtureRequest
) -> None:
    encargo: Encargo = request.getfixturevalue(cual)
    documento = md.escribir(encargo_de(encargo.indices, Seleccion(criterio=criterio))).decode()
    comprobar_enlaces(documento)
    registros = [uno for unos in encargo.plan[4:] for uno in unos]
    assert documento.count("<a id=") == len(registros)


def comprobar_enlaces(documento: str) -> None:
    destinos = [
        str(token.attrs["href"]) for token in tokens(documento) if token.type == "link_open"
    ]
    anclas = Counter(re.findall(r'<a id="([^"]+)"></a>', documento))
    anclas.update(titulo.lower() for titulo in re.findall(r"(?m)^## (\w+)$", documento))
    assert set(anclas.values()) == {1}
    assert [
        uno for uno in destinos if not uno.startswith("https://") and uno[1:] not in anclas
    ] == []
    assert len(destinos) > 20


def test_lo_que_no_se_pidio_se_nombra_sin_enlace(encargo: Encargo) -> None:
    marzo = Seleccion(meses=(Fecha.de_partes(2030, 3),))
    documento = md.escribir(encargo_de(encargo.indices, marzo)).decode()
    comprobar_enlaces(documento)
    assert "Solo lo que se pidió (mes: marzo de 2030)." in documento
    assert "- **Actividades:** [ACT-2](#act2), ACT-4" in documento
    assert documento.count('<a id="act') == 1


def test_quien_sirve_con_dos_citas_se_dice_una_vez(encargar: Encargar) -> None:
    encargo = encargar(objetivos=UN_OBJETIVO, actores=CON_DOS_CITAS, calendario=UNA_SESION)
    assert "\n- **Actores:** [ILI](#ili)\n- **Sesiones:**" in md.escribir(encargo).decode()


def test_dos_registros_no_comparten_ancla(encargar: Encargar) -> None:
    documento = md.escribir(
        encargar(
            objetivos="""
                programa: {titulo: Programa de lectura}
                objetivos: [{id: B1, titulo: Salas, texto: Abrir.}]
            """,
            mandatos="mandatos: [{id: B-1, resolucion: R, titulo: Lectura}]",
            actores="""
                actores:
                  - {id: CB, nombre: Comisión}
                  - {id: b/1, nombre: Biblioteca, objetivos: [B1]}
                  - {id: Programa, nombre: Programa}
                  - {id: B1, nombre: Otra}
            """,
            calendario="""
                plan: {titulo: Plan, periodo: 2030, comision: CB, mandatos: [b1], apoyo: [Programa]}
            """,
        )
    ).decode()
    assert re.findall(r'<a id="([^"]+)"', documento) == [
        "b1",
        "cb",
        "b-1",
        "actor-programa",
        "actor-b1",
        "mandato-b1",
    ]
    assert (
        "- **Apoyo:** [Programa](#actor-programa)\n- **Mandatos:** [B-1](#mandato-b1)" in documento
    )


HOSTILES = [
    *("[x](javascript:alert(1))", "![x](https://ejemplo.org)", "<https://ejemplo.org>", "[^1]"),
    *("<script>alert(1)</script>", "<!-- x -->", "&lt;b&gt;", "a&copy;b", "</a><a id='b1'>"),
    *("`x`", "**x**", "_x_ __x__", "~~x~~", "*", "\\", "x\\", "$x$", "a|b", "# x", "x #", "> x"),
    *("- x", "+ x", "1. x", "12) x", "---", "===", "***", "```", "~~~", "[x]: https://ejemplo.org"),
    *("\x1b[31m", "\u202e", "\x00", "x\r\n\r\n# y", "x\n\n- y"),
]


def con(encargo: Encargo, dato: str) -> Encargo:
    """El plan inventado con `dato` en todos los textos de sus registros."""
    plan = encargo.plan

    def cambiado(registro: Registro, *campos: str, **mas: Any) -> Any:
        return registro.model_copy(update={**dict.fromkeys(campos, dato), **mas})

    actividad = cambiado(
        plan.actividades[1],
        *("titulo", "texto", "motivo", "lugar", "nota"),
        invitados=(Invitado.model_construct(nombre=dato, cargo=dato, nota=dato, actor=dato),),
        documentos=(
            Documento.model_construct(titulo=dato, signatura=dato, enlace=f"https://e.org/){dato}"),
        ),
    )
    assert plan.cabecera is not None
    assert plan.programa is not None
    return encargo_de(
        Indices(
            plan._replace(
                cabecera=cambiado(plan.cabecera, "titulo", "texto", "presenta", "nota"),
                programa=cambiado(plan.programa, "titulo", "nota"),
                grupos={"A": dato},
                categorias={"B": dato},
                objetivos=(cambiado(plan.objetivos[0], "titulo", "texto", "nota"),),
                mandatos=(cambiado(plan.mandatos[0], "titulo", "resolucion", "seccion", "nota"),),
                actores=(
                    cambiado(plan.actores[2], "nombre", "mision", "nota", alias=(dato, dato)),
                ),
                actividades=(actividad,),
            )
        )
    )


def estructura(documento: str) -> list[str]:
    ajeno = [
        token.content
        for token in tokens(documento)
        if token.type.startswith("html") and not NUESTRO.fullmatch(token.content)
    ]
    assert ajeno == []
    # Un texto de varias líneas da varios párrafos, o varios saltos dentro de uno.
    propios = {"text", "html_inline", "paragraph_open", "paragraph_close"}
    return [token.type for token in tokens(documento) if token.type not in propios]


@pytest.mark.parametrize("dato", HOSTILES)
def test_los_datos_no_son_marcado(encargo: Encargo, dato: str) -> None:
    hostil, inocente = (md.escribir(con(encargo, uno)).decode() for uno in (dato, "dato"))
    assert estructura(hostil) == estructura(inocente)
    assert hostil.replace("\n", "").replace("\u00a0", "").isprintable()
    ultima = limpio(dato.splitlines()[-1]).strip()
    assert leido(con(encargo, dato)).count(" ".join(ultima.split())) > 20
    destinos = {
        str(token.attrs["href"]).partition(":")[0]
        for token in tokens(hostil)
        if token.type == "link_open" and ":" in str(token.attrs["href"])
    }
    assert destinos == {"https"}


@pytest.mark.parametrize(
    "direccion", ["https://e.org/?a=1&para;b", "https://e.org/?a=1&b=2", "https://e.org/(&copy;)"]
)
def test_una_direccion_llega_entera(encargo: Encargo, direccion: str) -> None:
    actividad = encargo.plan.actividades[1]
    nota = Documento(titulo="Nota", enlace=direccion)
    plan = encargo.plan._replace(
        actividades=(actividad.model_copy(update={"documentos": (nota,), "avances": ()}),)
    )
    documento = md.escribir(encargo_de(Indices(plan))).decode()
    destinos = [token.attrs["href"] for token in tokens(documento) if token.type == "link_open"]
    assert direccion in destinos


def test_de_otra_comision_no_sale_nada_de_la_primera(encargo: Encargo) -> None:
    documento = md.escribir(encargo).decode()
    assert [uno for uno in ("CAM", "CIDH", "OEA", "2018", "2019") if uno in documento] == []
