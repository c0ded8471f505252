"""Si los textos oficiales de los datos están, palabra por palabra, en el documento oficial.

Los blancos, las comillas y las rayas valen por los de su clase; los acentos y las palabras, no.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from camctl.castellano import contar, entre_comillas
from camctl.indices import Indices
from camctl.lectura.documento import Pasaje
from camctl.modelo.actor import ArchivoDeActores
from camctl.modelo.base import OFICIAL, Registro
from camctl.modelo.objetivo import ArchivoDeObjetivos
from camctl.modelo.plan import CLASES
from camctl.vistas.cotejo.documento import Documento, Hallazgo
from camctl.vistas.diferencias import Diferencia
from camctl.vistas.nombres import rotulo, unir
from camctl.vistas.respuesta import Ficha, Respuesta
from camctl.vistas.textos import textos_de

_DIFIEREN: Final = "Con diferencias"
_NO_CONSTAN: Final = "No constan en el documento"
_FALTAN: Final = "En las listas del documento, y no en los datos"


class TextoOficial(NamedTuple):
    """Un texto de los datos que ha de estar en el documento."""

    clase: str
    id: str
    campo: str
    rotulo: str
    texto: str

    @property
    def es_entero(self) -> bool:
        """Si recoge un punto del documento entero, y no un trozo como una misión o un nombre."""
        return self.campo == "texto"


class Cotejo(NamedTuple):
    """Lo que se encontró, y si todo está al pie de la letra."""

    respuesta: Respuesta
    todo_consta: bool


def cotejar(indices: Indices, pasajes: Sequence[Pasaje], nombre: str) -> Cotejo:
    """El cotejo de los textos oficiales con el documento `nombre`."""
    documento = Documento(pasajes)
    cotejados = [
        (texto, documento.buscar(texto.texto, entero=texto.es_entero))
        for texto in textos_oficiales(indices)
    ]
    faltan = documento.sin_recoger(_todos_los_textos(indices))
    constan = sum(hallado.resultado == "consta" for _, hallado in cotejados)
    total = contar(len(cotejados), "texto oficial", "textos oficiales")
    fichas = (
        _ficha(_DIFIEREN, [(t, h) for t, h in cotejados if h.resultado == "difiere"]),
        _ficha(_NO_CONSTAN, [(t, h) for t, h in cotejados if h.resultado == "no_consta"]),
        Ficha(_FALTAN, tuple((str(n), (pasaje,)) for n, pasaje in enumerate(faltan, 1))),
    )
    respuesta = Respuesta(
        tuple(ficha for ficha in fichas if ficha.campos),
        [
            *(_registro(texto, hallado) for texto, hallado in cotejados),
            *(_registro_que_falta(pasaje) for pasaje in faltan),
        ],
        encabezado=(f"Cotejo con {nombre}: {constan} de {total}, al pie de la letra",),
    )
    return Cotejo(respuesta, constan == len(cotejados))


def textos_oficiales(indices: Indices) -> Iterator[TextoOficial]:
    """Los textos del plan que el modelo da por oficiales, clase por clase."""
    plan = indices.plan
    for clase, cabecera in (("plan", plan.cabecera), ("programa", plan.programa)):
        if cabecera is not None:
            yield from _del_registro(clase, "", cabecera)
    grupos, categorias = (
        rotulo(ArchivoDeObjetivos, "grupos"),
        rotulo(ArchivoDeActores, "categorias"),
    )
    yield from _de_los_nombres("grupo", grupos, plan.grupos)
    yield from _de_los_nombres("categoria", categorias, plan.categorias)
    for clase_de_registro in CLASES:
        for registro in getattr(plan, clase_de_registro.clave):
            yield from _del_registro(clase_de_registro.nombre, registro.id, registro)


def _del_registro(clase: str, id_: str, registro: Registro) -> Iterator[TextoOficial]:
    modelo = type(registro)
    for nombre, campo in modelo.model_fields.items():
        texto = getattr(registro, nombre)
        if texto and OFICIAL in campo.metadata:
            yield TextoOficial(clase, id_, nombre, rotulo(modelo, nombre), texto)


def _de_los_nombres(
    clase: str, rotulo_suyo: str, nombres: Mapping[str, str]
) -> Iterator[TextoOficial]:
    for letra, nombre in nombres.items():
        yield TextoOficial(clase, letra, "nombre", rotulo_suyo, nombre)


def _todos_los_textos(indices: Indices) -> Iterator[str]:
    """Lo que los datos dicen, oficial o no: un pasaje puede ser solo el nombre de un actor."""
    plan = indices.plan
    yield from plan.grupos.values()
    yield from plan.categorias.values()
    sueltos = (uno for uno in (plan.cabecera, plan.programa) if uno is not None)
    registros = (getattr(plan, clase.clave) for clase in CLASES)
    for registro in chain(sueltos, chain.from_iterable(registros)):
        yield from (texto.texto for texto in textos_de(registro, indices))


def _ficha(titulo: str, cotejados: Sequence[tuple[TextoOficial, Hallazgo]]) -> Ficha:
    return Ficha(
        titulo,
        tuple(
            (unir(texto.id or texto.clase, texto.rotulo.lower()), tuple(_lineas(texto, hallado)))
            for texto, hallado in cotejados
        ),
    )


def _lineas(texto: TextoOficial, hallado: Hallazgo) -> Iterator[str]:
    if not hallado.diferencias:
        yield entre_comillas(texto.texto)
    for una in hallado.diferencias:
        yield _dicha(una)


def _dicha(una: Diferencia) -> str:
    if una.antes and una.despues:
        return f"el documento dice {una.antes_en_contexto}; los datos, {una.despues_en_contexto}"
    verbo = "omiten" if una.antes else "añaden"
    return f"{una.donde}, los datos {verbo} {entre_comillas(una.antes or una.despues)}"


def _registro(texto: TextoOficial, hallado: Hallazgo) -> dict[str, Any]:
    return {
        "clase": texto.clase,
        "id": texto.id or None,
        "campo": texto.campo,
        "resultado": hallado.resultado,
        "texto": texto.texto,
        "diferencias": [
            {"documento": una.antes or None, "datos": una.despues or None}
            for una in hallado.diferencias
        ],
    }


def _registro_que_falta(pasaje: str) -> dict[str, Any]:
    return {
        "clase": "pasaje",
        "id": None,
        "campo": None,
        "resultado": "falta_en_los_datos",
        "texto": pasaje,
        "diferencias": [],
    }
