"""Piso 3: el sitio de un error del modelo, con lo que hace falta para decir qué escribir en él."""

from typing import Any, NamedTuple

from camctl.modelo.base import Registro


class Cortado(NamedTuple):
    """Un campo con un texto que, por no ir entre comillas, se cortó en una coma."""

    campo: str
    hasta: str  # lo que quedó de él
    entero: str


class Campo(NamedTuple):
    """Lo que la traducción necesita saber del sitio de un error."""

    nombre: str  # `estado`, `objetivos`
    linea: str = ""  # lo que va delante del valor: el nombre, o nada si es un elemento
    modelo: type[Registro] | None = None  # el de la ficha en que está, si el campo no existe
    claves_escritas: tuple[str, ...] = ()  # las que esa ficha ya tiene
    en_su_linea: bool = False  # todo lo que lleva está en la línea de su nombre
    es_una_seccion: bool = False  # es del archivo, que no la tiene, y está en una ficha
    es_de_dentro: bool = False  # no existe en esta ficha, y sí en las que lleva dentro
    otro_archivo: str = ""  # el del plan al que pertenece, si es de otro
    fugados: tuple[str, ...] = ()  # los que siguen, él incluido, a los que falta la sangría
    alineados_con: str = ""  # «con 4 espacios delante, como «id», de la línea 3»
    seccion_sin_nombre: str = ""  # la sección de la que es, a la que le falta el nombre encima
    cortado: Cortado | None = None  # el campo del que es, que se cortó en una coma
    ejemplo: str = ""  # cómo se escribe: `estado: por_confirmar`
    muestra: Any = None  # el valor de ese ejemplo
    descripcion: str = ""
    ficha: str = ""  # el campo en que está, si es de una ficha que va dentro de otra
    es_optativo: bool = False
    campos: tuple[str, ...] = ()  # los de la ficha que el campo lleva dentro
    obligatorios: tuple[str, ...] = ()  # los que esa ficha ha de llevar
    esta_vacio: bool = False  # la clave está escrita, sin nada detrás
    es_elemento: bool = False  # el error está en un elemento de la lista
    admite_textos: bool = False  # es una lista de textos, o de fichas que se abrevian con su ID
    entre_llaves: bool = False  # lo equivocado está escrito entre llaves
    es_de_otra: str = ""  # qué hacer si lo que falta lo tiene la ficha de delante

    @property
    def claves_posibles(self) -> tuple[str, ...]:
        """Las de la ficha en que está un campo que no existe."""
        return tuple(self.modelo.model_fields) if self.modelo else ()
