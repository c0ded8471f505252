"""Remendar los registros dañados, para poder decir en la misma pasada lo demás que les pasa.

Un registro con un campo equivocado no sirve para consultar, pero sus referencias sí se pueden
comprobar. Lo que sobra se quita; lo obligatorio que falta se suple con el ejemplo de su campo, y
se anota qué sitios se tocaron, para no decir nada de ellos dos veces.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Self

from pydantic_core import ErrorDetails

from camctl.lectura import ILEGIBLE, Lectura
from camctl.lectura.valores import Ruta, Sitio
from camctl.modelo.base import Registro
from camctl.modelo.campos import campo_en, ejemplo, ficha_de
from camctl.modelo.descuidos import identificador

_LA_CLAVE: Final = "[key]"
_FALTA: Final = "missing"
SOBRA: Final = "extra_forbidden"
_HUECO: Final = object()  # el sitio de un elemento que se quita cuando ya no hay más que mirar


class Fallo(NamedTuple):
    """Un error de Pydantic y su ruta en los datos.

    Los pasos que Pydantic da por su cuenta no están en ella: ni el «[key]» con que dice que lo que
    está mal es la propia clave (`es_de_la_clave`), ni los de una ficha escrita en una palabra.
    """

    error: ErrorDetails
    ruta: Ruta
    es_de_la_clave: bool = False

    @property
    def falta(self) -> bool:
        """Si es de un campo que falta."""
        return self.error["type"] == _FALTA

    @property
    def sobra(self) -> bool:
        """Si es de un campo que no existe en su ficha."""
        return self.error["type"] == SOBRA

    @classmethod
    def de(cls, error: ErrorDetails, valor: Any) -> Self:
        """El fallo de `error` al validar `valor`."""
        ruta: tuple[Any, ...] = error["loc"]
        for paso in ruta[:-1]:
            valor = valor[paso]
        if isinstance(valor, list) or (
            isinstance(valor, dict) and not _es_clave_ajena(ruta, valor)
        ):
            return cls(error, ruta)
        return cls(error, ruta[:-1], ruta[-1] == _LA_CLAVE)


def _es_clave_ajena(ruta: Ruta, ficha: dict[str, Any]) -> bool:
    return ruta[-1] == _LA_CLAVE and _LA_CLAVE not in ficha


class Remiendo(NamedTuple):
    """Qué se tocó para que un archivo encajara en su modelo.

    `danos`: los sitios dañados de cada registro, por sección y orden entre los que quedan (sin
    orden si la sección es una sola ficha); son rutas desde el registro, y cuentan los elementos de
    las listas como están en el archivo. `posiciones`: en qué puesto del archivo estaba cada
    elemento de los que quedan, para las listas que perdieron alguno, por su ruta en el archivo.
    `perdidos`: los ID y alias de los registros que no tuvieron arreglo, que siguen existiendo para
    quien los cite. `se_sabe_todo` es falso si se perdió algún registro cuyo ID no se sabe.
    """

    danos: Mapping[Sitio, frozenset[Ruta]] = MappingProxyType({})
    posiciones: Mapping[Ruta, tuple[int, ...]] = MappingProxyType({})
    perdidos: Mapping[str, frozenset[str]] = MappingProxyType({})
    se_sabe_todo: bool = True

    def en_el_archivo(self, ruta: Ruta) -> Ruta:
        """Dónde está escrito lo que el plan tiene en `ruta`."""
        if not self.posiciones:
            return ruta
        escrita: Ruta = ()
        for paso in ruta:
            puestos = self.posiciones.get(escrita, ())
            se_movio = isinstance(paso, int) and paso < len(puestos)
            escrita = (*escrita, puestos[int(paso)] if se_movio else paso)
        return escrita

    def en_el_plan(self, escrita: Ruta) -> Ruta | None:
        """Dónde tiene el plan lo escrito en una ruta del archivo; nada si se quitó."""
        if not self.posiciones:
            return escrita
        ruta: Ruta = ()
        for orden, paso in enumerate(escrita):
            puestos = self.posiciones.get(escrita[:orden])
            if puestos is not None and isinstance(paso, int):
                puesto = bisect_left(puestos, paso)
                if puestos[puesto : puesto + 1] != (paso,):
                    return None
                ruta = (*ruta, puesto)
            else:
                ruta = (*ruta, paso)
        return ruta


def remendar(
    modelo: type[Registro], valor: dict[str, Any], lectura: Lectura, fallos: Iterable[Fallo]
) -> tuple[dict[str, Any], Remiendo]:
    """El `valor` de un archivo sin sus `fallos`, y lo que hubo que hacer."""
    taller = _Taller(modelo, valor)
    for sitio, rutas in lectura.danos.items():
        taller.anotar(sitio, rutas)
    for fallo in fallos:
        taller.corregir(fallo)
    return taller.terminar(lectura.ocultos)


class _Taller:
    """Copia lo que cambia, y solo eso: el valor que se leyó queda como estaba."""

    def __init__(self, modelo: type[Registro], valor: dict[str, Any]) -> None:
        self.modelo = modelo
        self.leido = valor
        self.valor = dict(valor)
        self.danos: dict[Sitio, set[Ruta]] = {}
        self.se_sabe_todo = True
        self.copias: dict[int, Any] = {}  # las que ya son nuestras, por su id()
        self.con_huecos: dict[Ruta, list[Any]] = {}

    def anotar(self, sitio: Sitio, rutas: Iterable[Ruta]) -> None:
        """Lo que hay en esas `rutas` de un registro no es de fiar."""
        self.danos.setdefault(sitio, set()).update(rutas)

    def corregir(self, fallo: Fallo) -> None:
        """Quita lo que está mal, o lo suple si es obligatorio."""
        ruta = fallo.ruta
        seccion, paso = str(ruta[0]), ruta[-1]
        if len(ruta) == 1:
            self._corregir_seccion(seccion, falta=fallo.falta)
            return
        numero = ruta[1] if isinstance(ruta[1], int) else None
        resto = ruta[1:] if numero is None else ruta[2:]
        # Los registros de una sección que cayó en otra no se leen, y existen.
        self.se_sabe_todo &= paso not in self.modelo.model_fields or paso in self.leido
        if numero is not None and resto in ((), ("id",)):
            self._abrir_hueco((seccion, numero))
            return
        self.anotar((seccion, numero), [resto])
        contenedor = self._contenedor(ruta)
        campo = campo_en(self.modelo, ruta)
        if isinstance(paso, int):
            self._abrir_hueco(ruta)
        elif isinstance(contenedor, dict) and campo is not None and campo.is_required():
            contenedor[paso] = ejemplo(campo)
        elif isinstance(contenedor, dict):
            contenedor.pop(paso, None)

    def terminar(self, ocultos: Mapping[str, list[Any]]) -> tuple[dict[str, Any], Remiendo]:
        """El valor remendado y la cuenta de lo hecho."""
        perdidos = {seccion: list(registros) for seccion, registros in ocultos.items()}
        self.se_sabe_todo &= all(ILEGIBLE not in registros for registros in perdidos.values())
        posiciones = {}
        for ruta, lista in self.con_huecos.items():
            posiciones[ruta] = tuple(i for i, uno in enumerate(lista) if uno is not _HUECO)
            if len(ruta) == 1:
                seccion = str(ruta[0])
                leidos = zip(self.leido[seccion], lista, strict=True)
                quitados = [leido for leido, uno in leidos if uno is _HUECO]
                perdidos.setdefault(seccion, []).extend(quitados)
                self.se_sabe_todo &= all(_tiene_id(uno) for uno in quitados)
            lista[:] = [uno for uno in lista if uno is not _HUECO]
        return self.valor, Remiendo(
            danos=dict(self._renumerados(posiciones)),
            posiciones=posiciones,
            perdidos={s: frozenset(_nombres(registros)) for s, registros in perdidos.items()},
            se_sabe_todo=self.se_sabe_todo,
        )

    def _renumerados(
        self, posiciones: Mapping[Ruta, tuple[int, ...]]
    ) -> Iterator[tuple[Sitio, frozenset[Ruta]]]:
        """Los daños de los registros que quedan, por su orden entre ellos."""
        puestos = {
            ruta[0]: {viejo: nuevo for nuevo, viejo in enumerate(quedan)}
            for ruta, quedan in posiciones.items()
            if len(ruta) == 1
        }
        for (seccion, viejo), rutas in self.danos.items():
            valor = self.valor.get(seccion)
            campo = self.modelo.model_fields.get(seccion)
            if campo is None or ficha_de(campo.annotation) is None:
                continue
            nuevo = viejo
            if viejo is not None and seccion in puestos:
                nuevo = puestos[seccion].get(viejo, len(puestos[seccion]))
            # Un registro a medio leer no llegó a la lista.
            if nuevo is None or (isinstance(valor, list) and nuevo < len(valor)):
                yield (seccion, nuevo), frozenset(rutas)

    def _corregir_seccion(self, seccion: str, *, falta: bool) -> None:
        campo = self.modelo.model_fields.get(seccion)
        ficha = ficha_de(campo.annotation) if campo else None
        if campo is not None and ficha is not None and campo.is_required():
            self.valor[seccion] = ejemplo(campo)
            self.anotar((seccion, None), [(nombre,) for nombre in ficha.model_fields])
        else:
            self.valor.pop(seccion, None)
        # De lo escrito en una sección que no existe, o que no es una lista, no se sabe qué era.
        self.se_sabe_todo &= falta

    def _abrir_hueco(self, ruta: Ruta) -> None:
        lista, orden = self._contenedor(ruta), ruta[-1]
        if isinstance(lista, list) and isinstance(orden, int):
            self.con_huecos[ruta[:-1]] = lista
            lista[orden] = _HUECO

    def _contenedor(self, ruta: Ruta) -> Any:
        """La ficha o lista en que está el último paso de `ruta`, copiada si aún no lo estaba."""
        contenedor: Any = self.valor
        for paso in ruta[:-1]:
            if contenedor is _HUECO:
                break
            dentro = contenedor[paso]
            if isinstance(dentro, dict | list) and id(dentro) not in self.copias:
                dentro = contenedor[paso] = dentro.copy()
                self.copias[id(dentro)] = dentro
            contenedor = dentro
        return contenedor


def _tiene_id(registro: Any) -> bool:
    return isinstance(registro, dict) and isinstance(registro.get("id"), str)


def _nombres(registros: Iterable[Any]) -> Iterator[str]:
    for registro in registros:
        if isinstance(registro, dict):
            alias = registro.get("alias")
            for nombre in (registro.get("id"), *(alias if isinstance(alias, list) else ())):
                if isinstance(nombre, str):
                    yield nombre
                    # Quien lo cite, o cuente con él, lo hará por el ID que se quiso escribir.
                    yield from (una.valor for una in identificador(nombre))
