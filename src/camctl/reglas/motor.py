"""Descubre las reglas, las aplica y pone a cada hallazgo su lugar.

Una regla dice qué está mal (registro, campo, registros relacionados); dónde está eso en los
archivos solo lo sabe este módulo.
"""

import importlib
import pkgutil
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from camctl import reglas
from camctl.carga import Carga
from camctl.castellano import entre_comillas
from camctl.comparacion import plegar_id
from camctl.diagnostico import Diagnostico, Gravedad, Lugar, Regla, Relacionado
from camctl.indices import Indices
from camctl.lectura.mapa import Mapa
from camctl.lectura.valores import Ruta, Valor
from camctl.modelo.base import Registro
from camctl.modelo.objetivo import Programa
from camctl.modelo.plan import CLASES, Cabecera, Plan
from camctl.referencias import ClaseDeRegistro

_ESCRIBA_MAXIMO = 100


class Sitio(NamedTuple):
    """Un campo de un registro del plan: `ruta` parte del registro y puede no estar escrita."""

    registro: Registro
    ruta: Ruta = ()


class Hallazgo(NamedTuple):
    """Lo que una regla encuentra mal en un sitio.

    `mensaje` es el predicado de una frase cuyo sujeto es el registro: «cita el objetivo «B88»,
    que no existe». `sustituto` es el valor que habría que escribir en el sitio.
    """

    sitio: Sitio
    mensaje: str
    ayuda: str = ""
    sustituto: str = ""
    relacionados: tuple[tuple[Sitio, str], ...] = ()


class Comprobacion(NamedTuple):
    """Una regla y la función que la aplica; su documentación es la de la función."""

    regla: Regla
    revisar: "Revision"


class Contexto:
    """Lo que una regla puede mirar: el plan y sus relaciones, sin lugares ni archivos."""

    def __init__(self, carga: Carga) -> None:
        self._carga = carga
        self.plan: Plan = carga.borrador
        self.indices = Indices(carga.borrador)

    def se_leyo_entera(self, clase: ClaseDeRegistro) -> bool:
        """Si se leyeron todos los registros de `clase`: lo que no esté, no existe."""
        archivo = next(una.archivo for una in CLASES if una.nombre == clase)
        return self._carga.esta_entero(archivo)

    def existe(self, clase: ClaseDeRegistro, referencia: str) -> bool:
        """Si `referencia` nombra un registro de `clase`, aunque ese registro esté dañado."""
        if self.indices.por_id(clase, referencia):
            return True
        return plegar_id(referencia) in self._perdidos[clase]

    def nombrar(self, registro: Registro) -> str:
        """Cómo se llama un registro ante una persona: «la actividad ACT-4 «Sesión…»»."""
        return nombrar(registro, self._carga.danos.get(id(registro), ()))

    @cached_property
    def _perdidos(self) -> dict[str, frozenset[str]]:
        archivos = self._carga.archivos
        return {
            una.nombre: frozenset(
                map(plegar_id, archivos[una.archivo].remiendo.perdidos.get(una.clave, ()))
            )
            for una in CLASES
        }


Revision: TypeAlias = Callable[[Contexto], Iterable[Hallazgo]]


def comprueba(codigo: str, gravedad: Gravedad) -> Callable[[Revision], Comprobacion]:
    """Convierte una función en la regla `codigo`; su docstring la explica a quien la incumple."""

    def convertir(revisar: Revision) -> Comprobacion:
        return Comprobacion(Regla(codigo, gravedad, revisar.__doc__ or ""), revisar)

    return convertir


def comprobaciones() -> list[Comprobacion]:
    """Todas las reglas de la carpeta, por código."""
    halladas = {
        valor.regla.codigo: valor
        for modulo in pkgutil.iter_modules(reglas.__path__)
        if not modulo.ispkg
        for valor in vars(importlib.import_module(f"{reglas.__name__}.{modulo.name}")).values()
        if isinstance(valor, Comprobacion)
    }
    return [halladas[codigo] for codigo in sorted(halladas)]


def diagnosticar(carga: Carga) -> tuple[Diagnostico, ...]:
    """Todo lo que está mal en lo cargado: lectura, modelo y reglas, por orden de lugar."""
    contexto = Contexto(carga)
    situador = _Situador(carga, contexto)
    hallados = (
        diagnostico
        for comprobacion in comprobaciones()
        for hallazgo in comprobacion.revisar(contexto)
        if (diagnostico := situador.diagnostico(comprobacion.regla, hallazgo))
    )
    return tuple(sorted({*carga.diagnosticos, *hallados}))


def nombrar(registro: Registro, danados: Container[str] = ()) -> str:
    """El nombre de un registro, sin el título si está entre los campos `danados`."""
    if isinstance(registro, Cabecera):
        return "el plan"
    if isinstance(registro, Programa):
        return "el programa"
    clase = next(una for una in CLASES if isinstance(registro, una.modelo))
    nombre = f"{clase.con_articulo} {getattr(registro, 'id', '')}"
    campo = "titulo" if "titulo" in clase.modelo.model_fields else "nombre"
    # Lo que falta se suple para seguir comprobando, pero no lo ha escrito nadie.
    return nombre if campo in danados else f"{nombre} {entre_comillas(getattr(registro, campo))}"


class _Situador:
    """Traduce hallazgos a diagnósticos, con su lugar en los archivos."""

    def __init__(self, carga: Carga, contexto: Contexto) -> None:
        self._carga = carga
        self._contexto = contexto

    def diagnostico(self, regla: Regla, hallazgo: Hallazgo) -> Diagnostico | None:
        """El diagnóstico de `hallazgo`, o nada si toca un campo del que ya se dijo algo."""
        sitios = [hallazgo.sitio, *(sitio for sitio, _ in hallazgo.relacionados)]
        if any(self._esta_remendado(sitio) for sitio in sitios):
            return None
        lugar = self._lugar(hallazgo.sitio)
        return regla.en(
            lugar,
            f"{self._contexto.nombrar(hallazgo.sitio.registro)} {hallazgo.mensaje}",
            ayuda=self._ayuda(hallazgo, lugar),
            registro=getattr(hallazgo.sitio.registro, "id", ""),
            relacionados=tuple(
                Relacionado(self._lugar(sitio), mensaje) for sitio, mensaje in hallazgo.relacionados
            ),
        )

    def _esta_remendado(self, sitio: Sitio) -> bool:
        campos = self._carga.danos.get(id(sitio.registro), frozenset())
        return bool(sitio.ruta) and sitio.ruta[0] in campos

    def _lugar(self, sitio: Sitio) -> Lugar:
        mapa, base = self._origen[id(sitio.registro)]
        if sitio.ruta and _esta_escrito(mapa.raiz, base + sitio.ruta[:1]):
            return mapa.lugar_de(base + sitio.ruta)
        return mapa.lugar_de_la_cabeza(base)

    def _ayuda(self, hallazgo: Hallazgo, lugar: Lugar) -> str:
        if not hallazgo.sustituto:
            return hallazgo.ayuda
        from camctl.lectura.escrito import escrito

        sustituto = escrito(hallazgo.sustituto)
        mapa, _ = self._origen[id(hallazgo.sitio.registro)]
        linea = mapa.linea(lugar.linea)
        nueva = linea[: lugar.columna - 1] + sustituto + linea[lugar.columna_fin - 1 :]
        if lugar.linea != lugar.linea_fin or len(nueva) > _ESCRIBA_MAXIMO:
            nueva = sustituto
        return f"{hallazgo.ayuda} Escriba: {nueva.strip()}".strip()

    @cached_property
    def _origen(self) -> dict[int, tuple[Mapa, Ruta]]:
        origen: dict[int, tuple[Mapa, Ruta]] = {}
        for archivo in self._carga.archivos.values():
            if archivo.lectura is None or archivo.contenido is None:
                continue
            mapa = archivo.lectura.mapa
            for clave in type(archivo.contenido).model_fields:
                valor = getattr(archivo.contenido, clave)
                puestos: Sequence[int] | None = archivo.remiendo.posiciones.get(clave)
                for registro, ruta in _registros_con_ruta(clave, valor, puestos):
                    origen[id(registro)] = mapa, ruta
        return origen


def _registros_con_ruta(
    clave: str, valor: object, puestos: Sequence[int] | None
) -> Iterator[tuple[Registro, Ruta]]:
    if isinstance(valor, Registro):
        yield valor, (clave,)
    elif isinstance(valor, tuple):
        for orden, registro in enumerate(valor):
            yield registro, (clave, puestos[orden] if puestos is not None else orden)


def _esta_escrito(valor: Valor, ruta: Ruta) -> bool:
    dentro: Any = valor
    for paso in ruta:
        try:
            dentro = dentro[paso]
        except (KeyError, IndexError, TypeError):
            return False
    return True
