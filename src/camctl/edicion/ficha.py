"""Una ficha que se está cambiando: lo que dice ya, y los cambios que pide en su archivo."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from camctl.carga import Carga
from camctl.comparacion import plegar, plegar_id
from camctl.edicion.cambios import Agregar, Cambio, Poner, Quitar, tras
from camctl.indices import RegistroConId
from camctl.lectura.valores import Ruta, Valor
from camctl.modelo.plan import Clase, clase_de


class IdRepetido(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Hay más de un registro con ese ID, y no se sabe en cuál se escribe."""


class FichaEnEdicion:
    """Los cambios que se piden en el registro de `ruta`; lo que ya dice lo pedido no se cambia."""

    def __init__(self, ruta: Ruta, valor: Valor) -> None:
        self.ruta = ruta
        self.cambios: list[Cambio] = []
        self._valor: Any = valor

    def texto(self, *ruta: str | int) -> str:
        """Lo que dice un campo, como está escrito; nada si no lo dice."""
        dentro = self._valor
        for paso in ruta:
            dentro = dentro[paso] if isinstance(paso, int) else dentro.get(paso)
        return dentro.strip() if isinstance(dentro, str) else ""

    def lista(self, campo: str) -> Sequence[Any]:
        """Los elementos de un campo que es una lista, de fichas o de textos."""
        return self._valor.get(campo) or ()

    def poner(self, *ruta: str | int, valor: str | bool) -> None:
        """El campo de `ruta`, dentro del registro, pasa a decir `valor`; si no dice nada, sobra."""
        if valor == "":
            self._quitar(ruta)
        elif self.texto(*ruta) != valor:
            self._hacer(Poner((*self.ruta, *ruta), valor))

    def anadir(self, campo: str, elemento: Mapping[str, str]) -> None:
        """Un elemento más en la lista de `campo`, con lo que dice algo de `elemento`."""
        dicho = {clave: valor for clave, valor in elemento.items() if valor}
        self._hacer(Agregar((*self.ruta, campo), dicho))

    def anadir_o_completar(
        self,
        campo: str,
        elemento: Mapping[str, str],
        *,
        claves: tuple[str, ...],
        si_es_nuevo: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Un elemento más en una lista, con lo que se diga de los nuevos.

        Si ya hay uno que dice lo mismo en sus `claves`, solo lo que de `elemento` no diga igual.
        """
        for puesto, uno in enumerate(self.lista(campo)):
            if all(plegar(str(uno.get(una) or "")) == plegar(elemento[una]) for una in claves):
                for suyo, valor in elemento.items():
                    if suyo not in claves and valor:
                        self.poner(campo, puesto, suyo, valor=valor)
                return
        self.anadir(campo, {**elemento, **si_es_nuevo})

    def anadir_id(self, campo: str, id_: str) -> None:
        """Un ID más en la lista de `campo`, que es de textos, si no está ya."""
        if plegar_id(id_) not in {plegar_id(str(uno)) for uno in self.lista(campo)}:
            self._hacer(Agregar((*self.ruta, campo), id_))

    def _quitar(self, ruta: Ruta) -> None:
        if self.texto(*ruta):
            self._hacer(Quitar((*self.ruta, *ruta)))

    def _hacer(self, cambio: Cambio) -> None:
        self.cambios.append(cambio)
        dentro = cambio._replace(ruta=cambio.ruta[len(self.ruta) :])
        self._valor = tras(self._valor, dentro)


def ficha_en_edicion(carga: Carga, registro: RegistroConId) -> FichaEnEdicion:
    """La ficha en que está escrito un registro del plan cargado.

    Raises:
        IdRepetido: si hay más de una con su ID.
    """
    clase = clase_de(registro)
    suyas = [
        (puesto, uno)
        for puesto, uno in enumerate(fichas(carga, clase))
        if isinstance(uno, dict) and plegar_id(str(uno.get("id"))) == plegar_id(registro.id)
    ]
    if len(suyas) != 1:
        raise IdRepetido(registro.id)
    [(puesto, uno)] = suyas
    return FichaEnEdicion((clase.clave, puesto), uno)


def fichas(carga: Carga, clase: Clase) -> Sequence[Any]:
    """Lo escrito en la sección de una clase, esté bien o mal."""
    lectura = carga.archivos[clase.archivo].lectura
    valor = lectura.valor if lectura else None
    escritas = valor.get(clase.clave) if isinstance(valor, dict) else None
    return escritas if isinstance(escritas, list) else ()
