"""Los filtros de la página: cómo se llaman en la dirección, y cómo se leen."""

from typing import NamedTuple

from camctl.castellano import en_mayuscula
from camctl.indices import RegistroConId
from camctl.modelo.actividad import Actividad
from camctl.modelo.objetivo import Objetivo
from camctl.salida.papeles.html.anclas import Anclas
from camctl.vistas.encargo import Encargo
from camctl.vistas.nombres import unir
from camctl.vistas.pagina.filtros import Valores


class Opcion(NamedTuple):
    """Un valor por el que se puede filtrar; el que no daría nada no se puede elegir."""

    valor: str
    nombre: str
    vale: bool = True


class Filtro(NamedTuple):
    """Un filtro: cómo se llama en la dirección, su rótulo y sus valores."""

    nombre: str
    rotulo: str
    opciones: list[Opcion]


class Filtros:
    """Los de la página: los del calendario, y el de los objetivos.

    Un valor es un ancla, un mes en ISO o una palabra del modelo: ninguno lleva espacios.
    """

    def __init__(self, encargo: Encargo, anclas: Anclas) -> None:
        self._valores = Valores(encargo)
        self._anclas = anclas

    def valores(self, registro: RegistroConId) -> dict[str, list[str]]:
        """Por qué filtros se encuentra un registro, y con qué valores de cada uno."""
        if isinstance(registro, Objetivo):
            return {"sesion": ["con" if self._valores.esta_cubierto(registro) else "sin"]}
        if not isinstance(registro, Actividad):
            return {}
        return {
            "mes": [str(mes) for mes in self._valores.meses_de(registro)],
            "actor": [self._anclas.de(uno) for uno in self._valores.actores_de(registro)],
            "objetivo": [self._anclas.de(uno) for uno in self._valores.objetivos_de(registro)],
            "tipo": [registro.tipo],
            "estado": [registro.estado],
        }

    @property
    def de_los_objetivos(self) -> list[Filtro]:
        """Si los cubre alguna sesión."""
        opciones = [Opcion("con", "Con sesión"), Opcion("sin", "Sin sesión")]
        return [Filtro("sesion", "Sesión", opciones)]

    @property
    def del_calendario(self) -> list[Filtro]:
        """Los de `camctl calendario` que caben en una lista, con los valores que dan algo."""
        valores, ancla = self._valores, self._anclas.de
        return [
            Filtro(
                "mes",
                "Mes",
                [Opcion(str(mes), en_mayuscula(mes.en_palabras)) for mes in valores.meses],
            ),
            Filtro(
                "actor",
                "Actor",
                [Opcion(ancla(uno), unir(uno.id, uno.nombre)) for uno in valores.actores],
            ),
            Filtro(
                "objetivo",
                "Objetivo",
                [
                    Opcion(ancla(uno), unir(uno.id, uno.titulo), vale=cubierto)
                    for uno, cubierto in valores.objetivos
                ],
            ),
            Filtro(
                "tipo",
                "Tipo",
                [Opcion(tipo, en_mayuscula(dicho)) for tipo, dicho in valores.tipos.items()],
            ),
            Filtro("estado", "Estado", [Opcion(uno, en_mayuscula(uno)) for uno in valores.estados]),
        ]
