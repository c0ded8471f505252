"""Descubre las reglas, las aplica y pone a cada hallazgo su lugar.

Una regla dice qué está mal (registro, campo, registros relacionados); dónde está eso en los
archivos solo lo sabe este módulo.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Final, NamedTuple, TypeAlias

from camctl import reglas
from camctl.carga import Carga, sin_recoger_basura
from camctl.castellano import miles
from camctl.diagnostico import Arreglo, Diagnostico, Gravedad, Lugar, Regla, Relacionado
from camctl.invisibles import CLASE
from camctl.lectura.escrito import entre_comillas, escrito, tiene_invisibles
from camctl.lectura.mapa import Mapa
from camctl.lectura.obra import DEMASIADOS_ERRORES, ERRORES_MAXIMOS
from camctl.lectura.valores import Ruta, Valor
from camctl.progreso import siguiendo
from camctl.reglas.contexto import Contexto, Entrada, Sitio
from camctl.reglas.renglones import Situado, con_sus_lineas
from camctl.reglas.tragados import ids_tragados, tragados

_ANCHO: Final = 100  # de una línea


class Hallazgo(NamedTuple):
    """Lo que una regla encuentra mal en un sitio.

    `mensaje` es el predicado de una frase cuyo sujeto es el registro: «cita el objetivo «B88»,
    que no existe». `sustituto` es el valor que habría que escribir en el sitio, o los varios que
    habría que poner en su lista, y `seguro`, si se puede escribir sin que lo mire nadie; `citado`,
    si va entre comillas aunque aquí no hagan falta. `de_copia`, si es de que el registro esté dos
    veces; `de_lo_tragado`, de que un texto lleve dentro otros campos. `hasta` es el último sitio de
    lo que se halló, si son varios seguidos.
    """

    sitio: Sitio
    mensaje: str
    ayuda: str = ""
    sustituto: str | tuple[str, ...] = ""
    seguro: bool = False
    relacionados: tuple[tuple[Sitio, str], ...] = ()
    citado: bool = False
    de_copia: bool = False
    de_lo_tragado: bool = False
    hasta: Sitio | None = None


class Eleccion(NamedTuple):
    """Qué reglas se aplican: las de `solo`, o todas si no dice ninguna, menos las de `menos`.

    Una regla se nombra por su código o, con las demás de su clase, por su letra.
    """

    solo: tuple[str, ...] = ()
    menos: tuple[str, ...] = ()

    def incluye(self, codigo: str) -> bool:
        """Si la regla `codigo` es de las elegidas."""
        return codigo.startswith(self.solo or ("",)) and not codigo.startswith(self.menos)


TODAS: Final = Eleccion()


class Comprobacion(NamedTuple):
    """Una regla y la función que la aplica; su documentación es la de la función."""

    regla: Regla
    revisar: "Revision"


Revision: TypeAlias = Callable[[Contexto], Iterable[Hallazgo]]


def comprueba(codigo: str, gravedad: Gravedad) -> Callable[[Revision], Comprobacion]:
    """Convierte una función en la regla `codigo`; su docstring la explica a quien la incumple."""

    def convertir(revisar: Revision) -> Comprobacion:
        return Comprobacion(Regla(codigo, gravedad, revisar.__doc__ or ""), revisar)

    return convertir


def comprobaciones(modulos: Collection[str] = ()) -> list[Comprobacion]:
    """Las reglas de la carpeta, por código; si se dan, solo las de esos `modulos`."""
    halladas = {
        valor.regla.codigo: valor
        for modulo in pkgutil.iter_modules(reglas.__path__)
        if not modulo.ispkg and (not modulos or modulo.name in modulos)
        for valor in vars(importlib.import_module(f"{reglas.__name__}.{modulo.name}")).values()
        if isinstance(valor, Comprobacion)
    }
    return [halladas[codigo] for codigo in sorted(halladas)]


def diagnosticar(
    carga: Carga, eleccion: Eleccion = TODAS, *, modulos: Collection[str] = ()
) -> tuple[Diagnostico, ...]:
    """Lo que está mal en lo cargado según las reglas elegidas, por orden de lugar.

    Lo que alguien pidió ignorar con su motivo no sale; lo que dejó un archivo sin leer, siempre,
    porque de él no se sabe si cumple lo elegido. `modulos` limita las reglas que se cargan.
    """
    existentes = comprobaciones(modulos)
    aplicadas = [una for una in existentes if eleccion.incluye(una.regla.codigo)]
    with sin_recoger_basura():
        contexto = Contexto(carga, ids_tragados)
        situador = _Situador(carga, contexto)
        situados = (
            situado
            for comprobacion in siguiendo("aplicando las reglas", aplicadas, cada=1)
            for hallazgo in comprobacion.revisar(contexto)
            if (situado := situador.situado(comprobacion.regla, hallazgo))
        )
        hallados = set(con_sus_lineas(list(islice(situados, ERRORES_MAXIMOS)), situador.mapas))
        quedan = next(situados, None)
    todos = sorted(hallados.union(carga.diagnosticos))
    mapas = [uno for uno in carga.mapas.values() if _pide_ignorar(uno.texto)]
    if mapas:
        from camctl.ignorados import callar

        existen = {una.regla.codigo for una in existentes}
        todos = sorted(callar(todos, mapas, existen, {una.regla.codigo for una in aplicadas}))
    impedimentos = {uno for archivo in carga.archivos.values() for uno in archivo.impedimentos}
    elegidos = [uno for uno in todos if eleccion.incluye(uno.codigo) or uno in impedimentos]
    if quedan:
        # Aunque no se pidiera: sin él parecería que no hay más.
        elegidos = sorted([*elegidos, _hay_demasiados(quedan.diagnostico.lugar.archivo)])
    return tuple(elegidos)


def _pide_ignorar(texto: str) -> bool:
    # Sin almohadilla no hay comentarios, y buscar un solo carácter cuesta mucho menos.
    return "#" in texto and any(una in texto for una in ("ignora", "Ignora", "IGNORA"))


def _hay_demasiados(archivo: str) -> Diagnostico:
    return DEMASIADOS_ERRORES.en(
        Lugar(archivo),
        f"las reglas encuentran más de {miles(ERRORES_MAXIMOS)} cosas: aquí no están más que las "
        "primeras",
        ayuda="compruebe que los archivos son los que cree",
    )


class _Situador:
    """Traduce hallazgos a diagnósticos, con su lugar en los archivos."""

    def __init__(self, carga: Carga, contexto: Contexto) -> None:
        self._carga = carga
        self._contexto = contexto
        self.mapas = carga.mapas

    def situado(self, regla: Regla, hallazgo: Hallazgo) -> Situado | None:
        """El diagnóstico de `hallazgo`.

        Nada si toca un campo del que ya se dijo algo, si su registro repite entero a otro o si su
        texto se traga otros campos.
        """
        sitios = [hallazgo.sitio, *(sitio for sitio, _ in hallazgo.relacionados)]
        if any(self._esta_remendado(sitio) for sitio in sitios):
            return None
        # De un registro repetido entero solo se dice que lo está: lo demás es del primero.
        if not hallazgo.de_copia and id(hallazgo.sitio.registro) in self._contexto.copias:
            return None
        # De un texto que se traga otros campos, que lo hace: corregirlo los dejaría dentro.
        texto = id(hallazgo.sitio.registro), hallazgo.sitio.ruta
        if not hallazgo.de_lo_tragado and texto in self._con_tragados:
            return None
        lugar = self._lugar(hallazgo.sitio)
        if hallazgo.hasta:
            fin = self._lugar(hallazgo.hasta)
            lugar = lugar._replace(linea_fin=fin.linea_fin, columna_fin=fin.columna_fin)
        escritos = _escritos(hallazgo)
        diagnostico = regla.en(
            lugar,
            f"{self._contexto.nombrar(hallazgo.sitio.registro)} {hallazgo.mensaje}",
            ayuda=hallazgo.ayuda,
            registro=getattr(hallazgo.sitio.registro, "id", ""),
            relacionados=tuple(
                Relacionado(self._lugar(sitio), mensaje) for sitio, mensaje in hallazgo.relacionados
            ),
            arreglos=_arreglos(
                escritos, lugar, self.mapas[lugar.archivo], seguro=_es_seguro(hallazgo)
            ),
        )
        return Situado(diagnostico, escritos)

    @cached_property
    def _con_tragados(self) -> Collection[tuple[int, Ruta]]:
        """Los textos que llevan dentro otros campos: el `id()` de su registro, y su ruta."""
        sitios = (uno.sitio for uno in self._contexto.una_vez(tragados))
        return {(id(sitio.registro), sitio.ruta) for sitio in sitios}

    def _esta_remendado(self, sitio: Sitio) -> bool:
        danos = self._carga.danos.get(id(sitio.registro)) if sitio.ruta else None
        if not danos:
            return False
        _, remiendo, base = self._contexto.origen[id(sitio.registro)]
        escrita = remiendo.en_el_archivo(base + sitio.ruta)[len(base) :]
        # Lo dañado puede estar dentro de lo señalado, o ser más que ello.
        return any(
            all(uno == otro for uno, otro in zip(danado, escrita, strict=False)) for danado in danos
        )

    def _lugar(self, sitio: Sitio) -> Lugar:
        if isinstance(sitio.registro, Entrada):
            seccion, letra, _ = sitio.registro
            lectura = self._carga.archivo_de(seccion).lectura
            assert lectura is not None  # noqa: S101 — una entrada sale de un archivo leído
            donde = lectura.mapa.lugar_de if sitio.ruta else lectura.mapa.lugar_de_la_clave
            return donde((seccion, letra))
        mapa, remiendo, base = self._contexto.origen[id(sitio.registro)]
        escrita = remiendo.en_el_archivo(base + sitio.ruta)
        if sitio.ruta and _esta_escrito(mapa.raiz, escrita[: len(base) + 1]):
            return mapa.lugar_de(escrita)
        return mapa.lugar_de_la_cabeza(escrita[: len(base)])


def _arreglos(
    escritos: Sequence[str], lugar: Lugar, mapa: Mapa, *, seguro: bool
) -> tuple[Arreglo, ...]:
    # Varios elementos donde había uno se dejan a una persona: depende de cómo vaya su lista.
    if len(escritos) != 1:
        return ()
    if lugar.linea != lugar.linea_fin and not _cabe_en_su_linea(escritos[0], lugar, mapa):
        return ()
    return (Arreglo(lugar, escritos[0], seguro),)


def _cabe_en_su_linea(nuevo: str, lugar: Lugar, mapa: Mapa) -> bool:
    """Si lo que hay en `lugar` es un texto de varias líneas y `nuevo` puede ir en la primera."""
    inicio, fin = mapa.posiciones(lugar)
    viejo = mapa.texto_en(inicio)
    # Detrás de «>-» puede haber un comentario, y lo que ocupa varias líneas, ser varias cosas.
    es_uno = viejo is not None and viejo.inicio == inicio and fin <= viejo.fin
    con_comentario = re.match(r"[|>][^\r\n]*#", mapa.texto[inicio:fin])
    breve = lugar.columna + len(nuevo) <= _ANCHO
    return es_uno and breve and not con_comentario


def _es_seguro(hallazgo: Hallazgo) -> bool:
    # Si lo que no se ve sobra o no, lo ha de mirar una persona.
    return hallazgo.seguro and not any(map(tiene_invisibles, hallazgo.sustituto))


def _escritos(hallazgo: Hallazgo) -> tuple[str, ...]:
    """El sustituto, o los varios, como se escriben en el archivo; nada si no lo hay."""
    sustituto = hallazgo.sustituto
    if not sustituto:
        return ()
    escribir = entre_comillas if hallazgo.citado else escrito
    textos = [sustituto] if isinstance(sustituto, str) else sustituto
    return tuple(escribir(_sin_lo_que_no_se_ve(uno)) for uno in textos)


def _sin_lo_que_no_se_ve(texto: str) -> str:
    # De lo que no se ve ya hay otro hallazgo: si no, se mandaría escribir con una barra inversa.
    if not tiene_invisibles(texto):
        return texto
    return re.sub(" +", " ", re.sub(f"[{CLASE}]+", "", texto)).strip()


def _esta_escrito(valor: Valor, ruta: Ruta) -> bool:
    dentro: Any = valor
    for paso in ruta:
        try:
            dentro = dentro[paso]
        except (KeyError, IndexError, TypeError):
            return False
    return True
