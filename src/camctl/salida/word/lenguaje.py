"""Lo poco que una marca puede hacer: nombrar campos, preguntar por ellos y recorrer listas.

Una plantilla puede venir de cualquiera. Jinja2 trae una jaula (`SandboxedEnvironment`), pero dentro
de ella caben aún textos que crecen sin fin y vueltas que no acaban; aquí solo se admite lo que no
puede crecer, y lo que recorre listas tiene las vueltas contadas.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from camctl.salida.limpieza import limpio
from camctl.salida.word.tipos import Vuelta, campos_de

# Cada vuelta de una lista cuesta lo que mide lo que se repite, en nodos: unos segundos, en total.
VUELTAS_MAXIMO: Final = 20_000_000
# Caracteres de XML: el Word que sale de ellos ya no lo abre nadie.
SALIDA_MAXIMO: Final = 60_000_000

_CONTADO: Final = "_contado"
# docxtpl hace de él un párrafo más, con el mismo estilo.
_OTRO_PARRAFO: Final = escape("\a")
_ADMITIDO: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Keyword,
)
# Lo que alguien puede intentar y no está, dicho como se escribe.
_NO_ADMITIDO: Final[dict[type[nodes.Node], str]] = {
    nodes.Call: "no se puede llamar a una función, «nombre(…)»",
    nodes.Getitem: "no se pueden usar corchetes, «nombre[…]»",
    nodes.Test: "no se puede preguntar con «is»",
    nodes.List: "no se puede escribir una lista, «[…]»",
    nodes.Tuple: "no se pueden nombrar varias cosas a la vez, «a, b»",
    nodes.Dict: "no se puede escribir un diccionario, «{…}»",
    nodes.BinExpr: "no se puede hacer una cuenta, «a + b»",
    nodes.UnaryExpr: "no se puede hacer una cuenta, «-a»",
}


class Desbordada(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Una plantilla que da demasiadas vueltas o escribe demasiado."""


class Entorno(SandboxedEnvironment):
    """Jinja2 con solo lo admitido: ni funciones, ni macros, ni archivos, ni más filtros."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=en_xml)
        self.filters = dict(FILTROS)
        self.tests = {}
        self.globals = {_CONTADO: self._contado}
        self._quedan = VUELTAS_MAXIMO

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 — la firma es de Jinja2
        """Solo los campos de una pieza, y los de `loop`."""
        campos = campos_de(Vuelta) if isinstance(obj, LoopContext) else getattr(obj, "_fields", ())
        return attr in campos

    def _contado(self, lista: Sequence[Any], peso: int) -> Sequence[Any]:
        self._quedan -= len(lista) * peso
        if self._quedan < 0:
            raise Desbordada
        return lista

    def rellenar(self, texto: str, contexto: dict[str, Any]) -> str:
        """`texto` con sus marcas rellenadas.

        Raises:
            TemplateSyntaxError: si alguna no se entiende, o hace lo que no se admite.
            Desbordada: si no acaba, o no cabe.
        """
        arbol = self.parse(texto)
        for defecto in no_admitido(arbol):
            raise TemplateSyntaxError(defecto, 1)
        for vuelta in [*arbol.find_all(nodes.For)]:
            # Se hace la cuenta al empezar cada lista, y no a cada paso.
            peso = nodes.Const(1 + sum(1 for _ in vuelta.find_all(nodes.Node)))
            contador = nodes.Name(_CONTADO, "load")
            vuelta.iter = nodes.Call(contador, [vuelta.iter, peso], [], None, None)
        codigo = self.compile(arbol)
        plantilla = self.template_class.from_code(self, codigo, self.make_globals(None))
        return "".join(_acotado(plantilla.generate(contexto)))


def _acotado(trozos: Iterator[str]) -> Iterator[str]:
    quedan = SALIDA_MAXIMO
    for trozo in trozos:
        quedan -= len(trozo)
        if quedan < 0:
            raise Desbordada
        yield trozo


def no_admitido(arbol: nodes.Node) -> Iterator[str]:
    """Lo que hay en `arbol` que una plantilla no puede hacer, con el nombre que tiene."""
    for nodo in (arbol, *arbol.find_all(nodes.Node)):
        if isinstance(nodo, nodes.Filter) and nodo.name not in FILTROS:
            yield f"no hay ningún filtro «{nodo.name}»; hay estos: {', '.join(FILTROS)}"
        elif not isinstance(nodo, _ADMITIDO):
            clase = next((c for c in type(nodo).__mro__ if c in _NO_ADMITIDO), nodes.Call)
            yield _NO_ADMITIDO[clase]


def en_xml(valor: Any) -> Markup:
    """Un dato, de modo que se lea y no actúe: sin XML ni controles, y con sus párrafos.

    Cada línea de un texto es un párrafo, como en las consultas.
    """
    # A una constante de la plantilla, Jinja2 ya la ha escapado.
    texto = valor.unescape() if isinstance(valor, Markup) else str(valor)
    lineas = (limpio(linea).strip() for linea in texto.split("\n"))
    return _OTRO_PARRAFO.join(escape(linea) for linea in lineas if linea)


def _unir(partes: Sequence[str], separador: str = ", ") -> str:
    return separador.join(partes)


FILTROS: Final[dict[str, Callable[..., Any]]] = {
    "upper": str.upper,
    "lower": str.lower,
    "capitalize": str.capitalize,
    "join": _unir,
    "length": len,
}
