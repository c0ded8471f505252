"""Cualquier texto en cualquier registro, sin mirar acentos, mayúsculas ni blancos."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from camctl.castellano import contar, entre_comillas, enumerar, quiso_decir
from camctl.cobertura import Cobertura
from camctl.comparacion import Sugerencias, plegar, plegar_id, sin_blancos_de_mas
from camctl.indices import Indices, RegistroConId
from camctl.modelo.actor import Actor
from camctl.modelo.base import Registro
from camctl.modelo.plan import CLASES
from camctl.vistas.derivados import con_derivados
from camctl.vistas.extractos import extracto
from camctl.vistas.respuesta import Columna, Respuesta, una_tabla
from camctl.vistas.textos import Texto, textos_de

_COLUMNAS: Final = (
    Columna("Clase", estilo="tenue", prioridad=1),
    Columna("ID", estilo="id"),
    Columna("Título o nombre", flexible=True),
    Columna("Dónde", flexible=True),
)
_TITULOS: Final = ("titulo", "nombre")
# Un texto más largo no es un ID ni una signatura: no se compara como tal.
_LARGO_DE_UN_ID: Final = 40
# Las palabras más cortas se parecen a demasiadas para proponerlas.
_LETRAS_PARA_PROPONER: Final = 4
# Más que entre ID: quien busca «refugiado» no ha tecleado mal «Equidad».
_PARECIDO: Final = 0.75


class _Consulta(NamedTuple):
    """Lo que alguien escribió, ya plegado: entero y por palabras."""

    frase: str
    palabras: tuple[str, ...]


class _Pasaje(NamedTuple):
    """Un texto que dice algo de lo buscado: la frase entera o algunas de sus palabras."""

    texto: Texto
    tiene_frase: bool
    palabras: frozenset[str]


class _Hallazgo(NamedTuple):
    """Un registro que dice todo lo buscado, y los pasajes en que lo dice."""

    clase: str
    registro: Registro
    pasajes: tuple[_Pasaje, ...]


def buscar(texto: str, indices: Indices, cobertura: Cobertura) -> Respuesta:
    """Los registros que dicen todas las palabras de `texto`; también el plan y el programa.

    Va primero aquel cuyo ID, alias o nombre es `texto`; después los que lo dicen tal cual, en el
    título antes que en otro sitio; y después los que dicen sus palabras por separado.
    """
    exactos = _exactos(texto, indices)
    consulta = _consulta(texto, es_un_id=bool(exactos))
    hallazgos = sorted(
        _hallazgos(consulta, indices), key=lambda uno: _rango(uno, consulta, exactos)
    )
    cuantos = contar(len(hallazgos), "registro contiene", "registros contienen")
    return Respuesta(
        una_tabla(_COLUMNAS, (_fila(uno, consulta) for uno in hallazgos)),
        lambda: [_registro(uno, indices, cobertura) for uno in hallazgos],
        encabezado=(f"{cuantos} {_citado(texto)}",) if hallazgos else (),
        vacio="" if hallazgos else _por_que_nada(texto, consulta, indices),
    )


def _consulta(texto: str, *, es_un_id: bool) -> _Consulta:
    frase = plegar(texto)
    # «b 8» es un ID escrito con un espacio; por palabras, hallaría todo lo que tenga un 8.
    entera = es_un_id and any(letra.isdigit() for letra in frase)
    return _Consulta(frase, (frase,) if entera else tuple(dict.fromkeys(frase.split())))


def _exactos(texto: str, indices: Indices) -> frozenset[int]:
    """El `id()` de cada registro que se llama como `texto`."""
    return frozenset(
        id(registro)
        for clase in ("objetivo", "mandato", "actor", "actividad")
        for registro in indices.encontrar(texto, clase)
    )


def _hallazgos(consulta: _Consulta, indices: Indices) -> Iterator[_Hallazgo]:
    if not consulta.palabras:
        return
    todas = frozenset(consulta.palabras)
    for clase, registro in _registros(indices):
        pasajes = tuple(_pasajes(registro, consulta, indices))
        if any(uno.tiene_frase for uno in pasajes) or todas == _dichas(pasajes):
            yield _Hallazgo(clase, registro, pasajes)


def _registros(indices: Indices) -> Iterator[tuple[str, Registro]]:
    """Todo lo que puede hallarse, en el orden de los archivos."""
    plan = indices.plan
    if plan.programa:
        yield "programa", plan.programa
    for clase in CLASES:
        # La cabecera abre el archivo de las actividades.
        if clase.nombre == "actividad" and plan.cabecera:
            yield "plan", plan.cabecera
        for registro in getattr(plan, clase.clave):
            yield clase.nombre, registro


def _pasajes(registro: Registro, consulta: _Consulta, indices: Indices) -> Iterator[_Pasaje]:
    for texto in textos_de(registro, indices):
        tiene_frase = _dice(texto.texto, consulta.frase)
        dichas = frozenset(p for p in consulta.palabras if _dice(texto.texto, p))
        if tiene_frase or dichas:
            yield _Pasaje(texto, tiene_frase, dichas)


def _dichas(pasajes: Sequence[_Pasaje]) -> frozenset[str]:
    return frozenset(palabra for pasaje in pasajes for palabra in pasaje.palabras)


def _dice(texto: str, forma: str) -> bool:
    if forma in plegar(texto):
        return True
    clave = plegar_id(forma)
    if not clave or len(texto) > _LARGO_DE_UN_ID:
        return False
    # Un ID se escribe de muchas maneras; con cifras, su comienzo ya lo distingue.
    suya = plegar_id(texto)
    return suya == clave or (suya.startswith(clave) and any(c.isdigit() for c in clave))


def _rango(
    hallazgo: _Hallazgo, consulta: _Consulta, exactos: frozenset[int]
) -> tuple[bool, bool, bool]:
    """El puesto de un hallazgo: el menor va antes, y a igual puesto, el orden de los archivos."""
    tiene_frase = any(pasaje.tiene_frase for pasaje in hallazgo.pasajes)
    en_el_titulo = any(
        pasaje.tiene_frase or (not tiene_frase and len(pasaje.palabras) == len(consulta.palabras))
        for pasaje in hallazgo.pasajes
        if pasaje.texto.campo in _TITULOS
    )
    return id(hallazgo.registro) not in exactos, not tiene_frase, not en_el_titulo


def _fila(hallazgo: _Hallazgo, consulta: _Consulta) -> tuple[str, ...]:
    registro = hallazgo.registro
    titulo = registro.nombre if isinstance(registro, Actor) else getattr(registro, "titulo", "")
    return (
        hallazgo.clase,
        getattr(registro, "id", ""),
        sin_blancos_de_mas(titulo),
        "\n".join(_donde(pasaje, consulta) for pasaje in _que_lo_muestran(hallazgo.pasajes)),
    )


def _que_lo_muestran(pasajes: Sequence[_Pasaje]) -> Iterator[_Pasaje]:
    """El primer pasaje con la frase; si no lo hay, los que hacen falta para todas las palabras."""
    con_frase = next((pasaje for pasaje in pasajes if pasaje.tiene_frase), None)
    if con_frase:
        yield con_frase
        return
    vistas: frozenset[str] = frozenset()
    for pasaje in sorted(pasajes, key=lambda uno: -len(uno.palabras)):
        if pasaje.palabras - vistas:
            vistas |= pasaje.palabras
            yield pasaje


def _donde(pasaje: _Pasaje, consulta: _Consulta) -> str:
    plegado = plegar(pasaje.texto.texto)
    formas = (consulta.frase,) if pasaje.tiene_frase else tuple(pasaje.palabras)
    primera = min((forma for forma in formas if forma in plegado), key=plegado.find, default="")
    return f"{pasaje.texto.rotulo}: {extracto(pasaje.texto.texto, primera)}"


def _registro(hallazgo: _Hallazgo, indices: Indices, cobertura: Cobertura) -> dict[str, Any]:
    return {
        "clase": hallazgo.clase,
        **con_derivados(hallazgo.registro, indices, cobertura),
        "hallado_en": list(dict.fromkeys(pasaje.texto.campo for pasaje in hallazgo.pasajes)),
    }


def _por_que_nada(texto: str, consulta: _Consulta, indices: Indices) -> str:
    if not consulta.palabras:
        return "no ha escrito qué buscar"
    escritas = {plegar(palabra): palabra for palabra in texto.split()}
    ausentes = [
        escritas.get(forma, texto)
        for forma in consulta.palabras
        if not any(_hallazgos(_Consulta(forma, (forma,)), indices))
    ]
    if not ausentes:
        return f"ningún registro contiene a la vez {enumerar([*map(_citado, escritas.values())])}"
    nada = f"nada en el plan contiene {enumerar([*map(_citado, ausentes)], conjuncion='ni')}"
    # Si alguna palabra está, lo mal escrito son las otras; si no, quizá un nombre entero.
    dudosas = [texto] if len(ausentes) == len(consulta.palabras) else []
    propuestas = _propuestas([*dudosas, *ausentes], indices)
    return f"{nada}; {quiso_decir(propuestas)}" if propuestas else nada


def _propuestas(dudosas: Sequence[str], indices: Indices) -> list[str]:
    """Los nombres parecidos a la primera de `dudosas` que se parece a alguno."""
    sugerencias = Sugerencias(_nombres(indices))
    propuestas = (sugerencias.para(dudosa, parecido=_PARECIDO) for dudosa in dudosas)
    return next(filter(None, propuestas), [])


def _nombres(indices: Indices) -> Iterator[str]:
    """Lo que alguien pudo querer escribir; los ID, al final, para que se propongan tal cual."""
    plan = indices.plan
    personas = [uno.nombre for actividad in plan.actividades for uno in actividad.invitados]
    nombres = [*personas, *(actor.nombre for actor in plan.actores)]
    for nombre in nombres:
        sueltas = (una for una in nombre.split() if len(una) >= _LETRAS_PARA_PROPONER)
        yield from (una for una in sueltas if una[0].isupper())
    yield from nombres
    for actor in plan.actores:
        yield from actor.alias
    con_id: tuple[RegistroConId, ...] = (
        *plan.objetivos, *plan.mandatos, *plan.actores, *plan.actividades,
    )  # fmt: skip
    for registro in con_id:
        yield registro.id


def _citado(texto: str) -> str:
    return entre_comillas(sin_blancos_de_mas(texto))
