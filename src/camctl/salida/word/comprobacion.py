"""Qué está mal en una plantilla, marca por marca, antes de rellenarla.

Una marca se comprueba contra los campos del documento, y no contra los datos de hoy: la que está
dentro de un `{% if %}` que hoy no se cumple fallaría el día que se cumpliera.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from docx.document import Document
from jinja2 import nodes

from camctl.castellano import entre_comillas, enumerar, quiso_decir
from camctl.comparacion import Sugerencias
from camctl.salida.word.expresiones import Defecto, arbol_de, escribible, tipo_de
from camctl.salida.word.lenguaje import Entorno
from camctl.salida.word.marcas import Marca, Tropiezo, marcas_de
from camctl.salida.word.tipos import CUALQUIERA, Tipo, Vuelta, campos_de

_ORDENES: Final = ("for", "if", "elif", "else", "endfor", "endif")
MARCAS_MAXIMO: Final = 5000
_HONDURA: Final = 15  # Python no compila muchos más bucles, unos dentro de otros
_FOR: Final = "se escribe: {% for uno in lista %}"


class _Abierta(NamedTuple):
    """Un `for` o un `if` sin cerrar todavía, y los nombres que da a lo de dentro."""

    orden: str
    marca: Marca
    nombres: Mapping[str, Tipo]
    tiene_else: bool = False


def faltas_de(documento: Document, pieza: type) -> Iterator[str]:
    """Todo lo que está mal en la plantilla de un documento con los campos de `pieza`, en frases."""
    recorrido = _Recorrido({nombre: campo.tipo for nombre, campo in campos_de(pieza).items()})
    for numero, marca in enumerate(marcas_de(documento)):
        if numero == MARCAS_MAXIMO:
            yield f"tiene más de {MARCAS_MAXIMO} marcas"
            return
        defecto = marca.defecto
        if isinstance(marca, Marca):
            try:
                recorrido.mirar(marca)
            except Defecto as otro:
                defecto = defecto or str(otro)
        if defecto:
            yield _frase(marca, defecto)
    for abierta in recorrido.abiertas:
        yield _frase(abierta.marca, f"no se cierra con «{{% end{abierta.orden} %}}»")


def _frase(marca: Marca | Tropiezo, defecto: str) -> str:
    # Si la marca es todo el párrafo, no hace falta decirla dos veces.
    hay_mas = marca.parrafo.strip() not in ("", marca.texto)
    donde = f", en {entre_comillas(marca.parrafo)}" if hay_mas else ""
    return f"{entre_comillas(marca.texto)}{donde}: {defecto}"


class _Recorrido:
    """Las marcas en orden, con lo que cada `for` y cada `if` dejan abierto."""

    def __init__(self, nombres: Mapping[str, Tipo]) -> None:
        self._nombres = nombres
        self._jinja = Entorno()
        self.abiertas: list[_Abierta] = []

    def mirar(self, marca: Marca) -> None:
        """Comprueba la marca siguiente.

        Raises:
            Defecto: si está mal.
        """
        if marca.es_dato:
            dato = arbol_de(self._jinja, f"{{{{ {marca.cuerpo} }}}}")
            escribible(dato.nodes[0], self._visibles)
        elif marca.es_orden:
            self._mirar_orden(marca, marca.cuerpo.partition(" ")[0])

    @property
    def _visibles(self) -> dict[str, Tipo]:
        visibles = dict(self._nombres)
        for abierta in self.abiertas:
            visibles |= abierta.nombres
        return visibles

    def _mirar_orden(self, marca: Marca, orden: str) -> None:
        if orden == "for":
            self._abrir_vuelta(marca)
        elif orden == "if":
            self._abrir(_Abierta("if", marca, {}))
            self._preguntar(marca.cuerpo)
        elif orden in _ORDENES:
            self._seguir(marca, orden)
        elif orden in ("p", "tr"):
            raise Defecto(f"«{orden}» va pegado a «{{%»: {{%{orden} … %}}")
        else:
            sugerencia = quiso_decir(Sugerencias(_ORDENES).para(orden)[:1])
            raise Defecto(sugerencia or f"las órdenes son {enumerar(_ORDENES)}")

    def _abrir(self, abierta: _Abierta) -> None:
        self.abiertas.append(abierta)
        if len(self.abiertas) > _HONDURA:
            raise Defecto(f"hay más de {_HONDURA} marcas abiertas, unas dentro de otras")

    def _abrir_vuelta(self, marca: Marca) -> None:
        # Se abre aunque esté mal, para que su final no parezca otro error; y entonces, lo que
        # recorre puede ser cualquier cosa.
        try:
            vuelta = arbol_de(self._jinja, f"{{% {marca.cuerpo} %}}{{% endfor %}}")
        except Defecto:
            self._abrir(_Abierta("for", marca, {}))
            raise
        if vuelta.recursive or vuelta.test or not isinstance(vuelta.target, nodes.Name):
            self._abrir(_Abierta("for", marca, {}))
            raise Defecto(_FOR)
        dentro = {vuelta.target.name: CUALQUIERA, "loop": Tipo(Vuelta)}
        try:
            lista = tipo_de(vuelta.iter, self._visibles)
            if not lista.lista and lista != CUALQUIERA:
                raise Defecto(f"lo que recorre es {lista}, y no una lista")
            dentro[vuelta.target.name] = Tipo(lista.de)
        finally:
            self._abrir(_Abierta("for", marca, dentro))

    def _preguntar(self, cuerpo: str) -> None:
        pregunta = arbol_de(self._jinja, f"{{% {cuerpo} %}}{{% endif %}}")
        tipo_de(pregunta.test, self._visibles)

    def _seguir(self, marca: Marca, orden: str) -> None:
        """Un `elif`, un `else` o el final de algo abierto."""
        suya = "for" if orden == "endfor" else "if"
        if not self.abiertas:
            raise Defecto(f"no hay antes ningún «{suya}»")
        abierta = self.abiertas[-1]
        if abierta.orden != suya:
            raise Defecto(f"antes hay que cerrar «{abierta.marca.texto}»")
        if orden.startswith("end"):
            self.abiertas.pop()
        elif abierta.tiene_else:
            raise Defecto(f"detrás de un «else» no va un «{orden}»")
        else:
            self.abiertas[-1] = abierta._replace(tiene_else=orden == "else")
        if orden == "elif":
            self._preguntar(marca.cuerpo.removeprefix("el"))
        elif marca.cuerpo != orden:
            raise Defecto(f"detrás de «{orden}» no va nada")
        if marca.ambito != abierta.marca.ambito or marca.recinto is not abierta.marca.recinto:
            raise Defecto(
                f"«{abierta.marca.texto}» está en otro sitio: las dos han de ir en la misma celda, "
                "o las dos fuera de ella, y con las mismas letras detrás de «{%»"
            )
