"""Los campos de un registro nuevo: qué opción los dice, cómo se leen y cómo se preguntan."""

import re
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args, get_origin

import typer

from camctl.castellano import enumerar
from camctl.cli import resolver, valores
from camctl.cli.comun import opcion_de
from camctl.comparacion import plegar
from camctl.modelo.actividad import TODOS
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo, ficha_de
from camctl.modelo.fecha import Fecha
from camctl.referencias import clase_citada

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from camctl.indices import Indices

_DE_FECHA: Final = frozenset({"fecha", "hasta"})
_POCOS: Final = 20
_EN_SINGULAR: Final = {
    "actores": "actor",
    "invitados": "invitado",
    "objetivos": "objetivo",
    "mandatos": "mandato",
    "enlaces": "enlace",
}
# Lo que va tras el ID de una ficha o el nombre de una persona.
_CON_ACTOR: Final = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)


class CampoNuevo(NamedTuple):
    """Un campo de una clase de registro, como lo da el modelo."""

    modelo: type[Registro]
    nombre: str

    @property
    def info(self) -> "FieldInfo":
        """Lo que el modelo sabe de él."""
        return self.modelo.model_fields[self.nombre]

    @property
    def opcion(self) -> str:
        """La opción que lo dice: «--actor», de la lista `actores`."""
        return opcion_de(_EN_SINGULAR.get(self.nombre, self.nombre))

    @property
    def titulo(self) -> str:
        """Su título: «Fecha»."""
        return self.info.title or self.nombre

    @property
    def es_lista(self) -> bool:
        """Si lleva varios valores."""
        return get_origin(self.info.annotation) in (tuple, dict)

    @property
    def es_si_o_no(self) -> bool:
        """Si solo dice sí o no."""
        return self.info.annotation is bool

    @property
    def vocabulario(self) -> tuple[str, ...]:
        """Las palabras que admite, si no admite otras."""
        anotacion = self.info.annotation
        return get_args(anotacion) if get_origin(anotacion) is Literal else ()

    @property
    def descripcion(self) -> str:
        """Qué es y, si admite solo unas palabras, cuáles."""
        partes = [self.info.description or ""]
        if self.vocabulario:
            partes.append(f"Una de estas palabras: {', '.join(self.vocabulario)}.")
        elif como := self._como_se_dice():
            partes.append(como)
        return " ".join(partes)

    def posibles(self, indices: "Indices") -> str:
        """Qué se puede contestar: los ID del plan, si no son muchos, o un ejemplo."""
        if self.vocabulario:
            return ""
        clase = clase_citada(self.modelo, self.nombre)
        ids = [uno.id for uno in indices.por_clase(clase)] if clase else []
        if 0 < len(ids) <= _POCOS:
            return f"En el plan están {enumerar(ids)}."
        return f"Por ejemplo: {self.muestra.rstrip('.')}."

    @property
    def muestra(self) -> str:
        """Un ejemplo de lo que se teclea."""
        valor = ejemplo(self.info)
        if isinstance(valor, dict):
            return "; ".join(f"{clave}: {suyo}" for clave, suyo in valor.items())
        if not isinstance(valor, list):
            return str(valor)
        return _elemento_de_muestra(valor[0])

    def leer(self, dicho: str, indices: "Indices", *, cerca_de: Fecha | None = None) -> Any:
        """Lo que se escribe en el archivo por lo que alguien teclea; de una lista, un elemento.

        Raises:
            BadParameter: si no vale, con lo que habría que escribir.
        """
        limpio = valores.texto(dicho, self.opcion)
        if not limpio:
            raise typer.BadParameter("está vacío", param_hint=self.opcion)
        if self.vocabulario:
            return resolver.vocablos([limpio], self.vocabulario, self.opcion)[0]
        if self.nombre in _DE_FECHA:
            return str(resolver.una_fecha(indices, limpio, self.opcion, cerca_de=cerca_de))
        leido = self._leer_uno(limpio, indices)
        if not self.es_lista or leido == TODOS:
            return valores.comprobado(self.modelo, self.nombre, leido, self.opcion)
        valores.comprobado(self.modelo, self.nombre, self.juntar([leido]), self.opcion)
        return leido

    def juntar(self, leidos: list[Any]) -> Any:
        """El valor de una lista con los elementos leídos."""
        if get_origin(self.info.annotation) is dict:
            return {clave: valor for uno in leidos for clave, valor in uno.items()}
        return TODOS if TODOS in leidos else leidos

    def _leer_uno(self, dicho: str, indices: "Indices") -> Any:
        ficha = ficha_de(self.info.annotation)
        if get_origin(self.info.annotation) is dict:
            return self._pareja(dicho)
        if clase := clase_citada(self.modelo, self.nombre):
            if not ficha:
                if self.nombre == "objetivos" and plegar(dicho) == TODOS:
                    return TODOS
                return resolver.registros(indices, clase, [dicho], self.opcion)[0].id
            id_, _, resto = dicho.partition(":")
            citado = resolver.registros(indices, clase, [id_], self.opcion)[0].id
            detalle = list(ficha.model_fields)[1]
            return {"id": citado, detalle: resto.strip()} if resto.strip() else citado
        if ficha:
            return self._persona(dicho, indices)
        if self.nombre == "categoria" and indices.plan.categorias:
            return resolver.vocablos([dicho], resolver.categorias(indices), self.opcion)[0]
        return dicho

    def _pareja(self, dicho: str) -> dict[str, str]:
        clave, _, valor = (parte.strip() for parte in dicho.partition(":"))
        if not valor or valor.startswith("//"):
            raise typer.BadParameter(
                f"falta delante el idioma; escriba, por ejemplo: {self.muestra}",
                param_hint=self.opcion,
            )
        return {clave: valor}

    def _persona(self, dicho: str, indices: "Indices") -> dict[str, str]:
        nombre, actor = dicho, None
        if partes := _CON_ACTOR.fullmatch(dicho):
            nombre, entre_parentesis = partes.groups()
            (actor,) = resolver.registros(indices, "actor", [entre_parentesis], self.opcion)
        suyos = {"nombre": " ".join(nombre.split()), "actor": actor.id if actor else ""}
        return {clave: valor for clave, valor in suyos.items() if valor} | {
            "estado": "por_confirmar"
        }

    def _como_se_dice(self) -> str:
        if get_origin(self.info.annotation) is dict:
            return f"Delante, el idioma: {self.muestra}."
        ficha = ficha_de(self.info.annotation)
        if ficha and clase_citada(self.modelo, self.nombre):
            detalle = ficha.model_fields[list(ficha.model_fields)[1]]
            return f"Con dos puntos detrás, lo que sea «{detalle.title}»."
        return "Entre paréntesis, de qué institución viene." if ficha else ""


def _elemento_de_muestra(valor: Any) -> str:
    if not isinstance(valor, dict):
        return str(valor)
    return f"{valor['nombre']} ({valor['actor']})"
