"""Lo que una regla puede mirar, y cómo señala lo que encuentra: sin lugares ni archivos."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from camctl.carga import Carga
from camctl.carga.remiendo import Remiendo
from camctl.castellano import entre_comillas, recortar
from camctl.comparacion import plegar_id
from camctl.indices import Indices, RegistroConId
from camctl.lectura.mapa import Mapa
from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import Actividad
from camctl.modelo.base import Registro
from camctl.modelo.campos import campos_con_fichas
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import CLASES, Cabecera, ClaseDeRegistro, Plan, clase_de, clase_llamada
from camctl.referencias import citas_de, ids_citados, los_que_citan
from camctl.reglas.fichas import Fichas

_R = TypeVar("_R", bound=Registro)
_T = TypeVar("_T")

# La sección de un registro que no está en el plan, y su ID.
IdDicho: TypeAlias = tuple[str, str]

_DE_SECCION: Final = {"grupos": "el grupo", "categorias": "la categoría"}


class Entrada(NamedTuple):
    """Lo que no es un registro y tiene nombre: un grupo o una categoría, por su letra."""

    seccion: str
    letra: str
    nombre: str


class Sitio(NamedTuple):
    """Un campo de un registro del plan: `ruta` parte del registro y puede no estar escrita.

    De una entrada, la ruta vacía es su letra, y cualquier otra, su nombre.
    """

    registro: Registro | Entrada
    ruta: Ruta = ()


class Pasaje(NamedTuple):
    """Algo hallado en el texto de un archivo, y el valor que lo lleva o que acaba antes de ello.

    `inicio` y `fin` son los del valor en `hallado.string`, con las comillas si las lleva.
    """

    sitio: Sitio
    valor: str
    inicio: int
    fin: int
    hallado: re.Match[str]


class Contexto:
    """Lo que una regla puede mirar: el plan y sus relaciones, sin lugares ni archivos."""

    def __init__(self, carga: Carga, tragados: "Callable[[Contexto], Iterable[IdDicho]]") -> None:
        self._carga = carga
        self._tragados = tragados
        self.plan: Plan = carga.borrador
        self.indices = Indices(carga.borrador)
        self._hallado: dict[Callable[[Contexto], Iterable[Any]], Sequence[Any]] = {}

    def una_vez(self, buscar: Callable[["Contexto"], Iterable[_T]]) -> Sequence[_T]:
        """Lo que `buscar` halla aquí; se busca una vez, aunque lo pidan varias reglas."""
        if buscar not in self._hallado:
            self._hallado[buscar] = tuple(buscar(self))
        return self._hallado[buscar]

    def se_conocen_todos(self, clase: ClaseDeRegistro) -> bool:
        """Si se sabe el ID de todos los registros de `clase`: el que no se sepa, no existe.

        Alguno puede faltar en el plan, de tan roto como está.
        """
        return self._carga.esta_entero(clase_llamada(clase).archivo)

    def estan_todos(self, clase: ClaseDeRegistro) -> bool:
        """Si en el plan están todos los registros de `clase`: ninguno falta por estar roto."""
        return self.se_conocen_todos(clase) and not self._perdidos[clase]

    def esta_danado(self, registro: Registro, *campos: str) -> bool:
        """Si de algo de los `campos` de `registro` ya se ha dicho algo: no es de fiar."""
        danos = self._carga.danos.get(id(registro))
        return danos is not None and any(ruta[0] in campos for ruta in danos)

    def es_sesion(self, actividad: Actividad) -> bool:
        """Si se sabe que `actividad` es una sesión que cuenta: lo que lo dice está bien escrito."""
        return actividad.es_sesion and not self.esta_danado(actividad, "tipo", "estado")

    def hay_danos_en(self, *campos: str) -> bool:
        """Si algún registro, el que sea, tiene dañado alguno de los `campos`."""
        return not self._campos_danados.isdisjoint(campos)

    def con_fiables(self, registros: Sequence[_R], *campos: str) -> Sequence[_R]:
        """Los `registros` que no tienen dañado ninguno de los `campos`."""
        if not self.hay_danos_en(*campos):
            return registros
        return [uno for uno in registros if not self.esta_danado(uno, *campos)]

    def letras(self, seccion: str) -> Collection[str] | None:
        """Las letras que declara una sección, aunque su nombre o su sangría estén mal.

        Nada si no se sabe.
        """
        cargado = self._carga.archivo_de(seccion)
        if cargado.lectura and (seccion, None) in cargado.lectura.danos:
            return None  # una letra está dos veces: puede ser cualquier otra
        leido = cargado.lectura.valor if cargado.lectura else None
        raiz = leido if isinstance(leido, dict) else {}
        declarado = raiz.get(seccion)
        if isinstance(declarado, dict):
            return {*declarado, *(clave for clave in raiz if len(clave) == 1)}
        return () if declarado is None and cargado.entero else None

    @cached_property
    def fichas(self) -> Fichas:
        """Todas las fichas del plan."""
        return Fichas(*self._listas_de_registros())

    def sitio_en(self, ficha: Registro, *ruta: str | int) -> Sitio:
        """El sitio de un campo de `ficha`, una de `fichas`."""
        registro, hasta_ella = self._de_quien_son[id(ficha)]
        return Sitio(registro, (*hasta_ella, *ruta))

    @cached_property
    def origen(self) -> Mapping[int, tuple[Mapa, Remiendo, Ruta]]:
        """De cada registro, por su `id()`: el mapa de su archivo y su ruta en el plan."""
        origen: dict[int, tuple[Mapa, Remiendo, Ruta]] = {}
        for archivo in self._carga.archivos.values():
            if archivo.lectura is None or archivo.contenido is None:
                continue
            mapa = archivo.lectura.mapa
            for clave in type(archivo.contenido).model_fields:
                valor = getattr(archivo.contenido, clave)
                for registro, ruta in _registros_con_ruta(clave, valor):
                    origen[id(registro)] = mapa, archivo.remiendo, ruta
        return origen

    @cached_property
    def _de_quien_son(self) -> Mapping[int, tuple[Registro, Ruta]]:
        """De cada ficha, por su `id()`, el registro en que está y por dónde se llega a ella."""
        return {
            id(ficha): (registro, ruta)
            for lista in self._listas_de_registros()
            for registro in lista
            for ruta, ficha in _con_lo_de_dentro(registro, ())
        }

    def _listas_de_registros(self) -> tuple[Sequence[Registro], ...]:
        plan = self.plan
        sueltos = [(uno,) for uno in (plan.cabecera, plan.programa) if uno]
        return (*sueltos, plan.objetivos, plan.mandatos, plan.actores, plan.actividades)

    @cached_property
    def copias(self) -> frozenset[int]:
        """El `id()` de los registros que repiten entero otro anterior de su lista."""
        repetidas = []
        for clase in CLASES:
            if self.indices.son_unicos(clase.nombre):
                continue
            primeros: dict[str, RegistroConId] = {}
            for uno in self.indices.por_clase(clase.nombre):
                primero = primeros.setdefault(plegar_id(uno.id), uno)
                if primero is not uno and primero == uno:
                    repetidas.append(id(uno))
        return frozenset(repetidas)

    def citas_dudosas(self, clase: ClaseDeRegistro) -> Mapping[str, Sequence[Sitio]]:
        """Dónde se cita un registro de `clase` con un texto que no es el ID de ninguno."""
        return self._citas_dudosas[clase]

    def hay_citas_rotas(self, clase: ClaseDeRegistro) -> bool:
        """Si se cita algún registro de `clase` que no existe: puede ser cualquiera mal escrito."""
        return any(not self.existe(clase, texto) for texto in self._citas_dudosas[clase])

    def pasajes(
        self, patron: str, archivo: str = "", con: str = "", *, uno_por_valor: bool = False
    ) -> Iterator[Pasaje]:
        """Lo que `patron` halla en los archivos, o solo en uno, con el valor al que toca.

        Cuenta el comienzo del grupo 1, si el patrón lo tiene. Un archivo que no lleve ninguno de
        los caracteres `con` no se recorre: saber si están cuesta mucho menos. Con `uno_por_valor`,
        de los que tocan al mismo solo el primero.
        """
        buscado = re.compile(patron)
        grupo = min(buscado.groups, 1)
        for nombre, cargado in self._carga.archivos.items():
            if cargado.lectura is None or archivo not in ("", nombre):
                continue
            mapa = cargado.lectura.mapa
            if con and not any(signo in mapa.texto for signo in con):
                continue
            posicion = hasta = 0
            escrito, sitio = None, None
            while hallado := buscado.search(mapa.texto, posicion):
                # Puede haber millones: el valor al que tocan se busca una vez.
                if hallado.start(grupo) >= hasta:
                    escrito = mapa.texto_en(hallado.start(grupo))
                    hasta = mapa.inicio_tras(hallado.start(grupo))
                    sitio = self._sitio(nombre, escrito.ruta) if escrito else None
                if escrito and sitio:
                    yield Pasaje(sitio, escrito.valor, escrito.inicio, escrito.fin, hallado)
                posicion = hasta if uno_por_valor else hallado.end()

    def existe(self, clase: ClaseDeRegistro, referencia: str) -> bool:
        """Si `referencia` nombra un registro de `clase`, aunque ese registro esté dañado."""
        if self.indices.por_id(clase, referencia):
            return True
        return plegar_id(referencia) in self._perdidos[clase]

    def nombrar(self, registro: Registro | Entrada) -> str:
        """Cómo se llama un registro ante una persona: «la actividad ACT-4 «Sesión…»»."""
        # Lo que falta se suple para seguir comprobando, pero no lo ha escrito nadie.
        suplido = isinstance(registro, Registro) and self.esta_danado(registro, "titulo", "nombre")
        return nombrar(registro, con_titulo=not suplido)

    def _sitio(self, archivo: str, ruta: Ruta) -> Sitio | None:
        """El sitio del plan que está escrito en `ruta`, si llegó al plan."""
        cargado = self._carga.archivos[archivo]
        ruta = cargado.remiendo.en_el_plan(ruta) or ()
        seccion = str(ruta[0]) if ruta else ""
        valor = getattr(cargado.contenido, seccion, None)
        if isinstance(valor, Registro):
            return Sitio(valor, ruta[1:])
        if isinstance(valor, dict) and len(ruta) == 2 and ruta[1] in valor:
            return Sitio(Entrada(seccion, str(ruta[1]), valor[str(ruta[1])]), ("nombre",))
        if not isinstance(valor, tuple) or len(ruta) < 3:
            return None
        orden = ruta[1]
        if not isinstance(orden, int) or orden >= len(valor):
            return None
        return Sitio(valor[orden], ruta[2:])

    @cached_property
    def _citas_dudosas(self) -> dict[str, dict[str, list[Sitio]]]:
        citas: dict[str, dict[str, list[Sitio]]] = {una.nombre: {} for una in CLASES}
        ids = {una.nombre: frozenset(self.fichas.columna(una.modelo, "id")) for una in CLASES}
        if all(ids_citados(una, self.fichas.columna) <= suyos for una, suyos in ids.items()):
            return citas
        for registro in los_que_citan(self.plan):
            for cita in citas_de(registro, ids):
                citas[cita.clase].setdefault(cita.texto, []).append(Sitio(registro, cita.ruta))
        return citas

    @cached_property
    def _campos_danados(self) -> frozenset[str | int]:
        return frozenset(ruta[0] for rutas in self._carga.danos.values() for ruta in rutas)

    @cached_property
    def _perdidos(self) -> dict[str, frozenset[str]]:
        archivos = self._carga.archivos
        tragados = frozenset(self.una_vez(self._tragados))
        return {
            una.nombre: frozenset(
                map(plegar_id, archivos[una.archivo].remiendo.perdidos.get(una.clave, ()))
            ).union(plegar_id(id_) for seccion, id_ in tragados if seccion == una.clave)
            for una in CLASES
        }


def nombrar(registro: Registro | Entrada, *, con_titulo: bool = True) -> str:
    """El nombre de un registro: su clase, su ID y, `con_titulo`, su título o nombre."""
    if isinstance(registro, Entrada):
        suyo = _DE_SECCION.get(registro.seccion, registro.seccion)
        return f"{suyo} {registro.letra} {entre_comillas(registro.nombre)}"
    if isinstance(registro, Cabecera):
        return "el plan"
    if isinstance(registro, Programa):
        return "el programa"
    clase = clase_de(registro)
    nombre = f"{clase.con_articulo} {recortar(getattr(registro, 'id', ''))}"
    campo = "titulo" if "titulo" in clase.modelo.model_fields else "nombre"
    return f"{nombre} {entre_comillas(getattr(registro, campo))}" if con_titulo else nombre


def _registros_con_ruta(clave: str, valor: object) -> Iterator[tuple[Registro, Ruta]]:
    if isinstance(valor, Registro):
        yield valor, (clave,)
    elif isinstance(valor, tuple):
        for orden, registro in enumerate(valor):
            yield registro, (clave, orden)


def _con_lo_de_dentro(ficha: Registro, ruta: Ruta) -> Iterator[tuple[Ruta, Registro]]:
    yield ruta, ficha
    for campo, va_en_lista in campos_con_fichas(type(ficha)):
        valor = getattr(ficha, campo)
        if va_en_lista:
            for orden, una in enumerate(valor):
                yield from _con_lo_de_dentro(una, (*ruta, campo, orden))
        elif valor:
            yield from _con_lo_de_dentro(valor, (*ruta, campo))
