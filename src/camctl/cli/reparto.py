"""Hacer un papel y dejarlo donde se pidió."""

import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from camctl.archivos import hay_otra_cosa
from camctl.castellano import concordar, contar, entre_comillas, enumerar, enumerar_pocos
from camctl.cli.comun import CON_HALLAZGOS, MAL_USO, SALIDA_ESTANDAR, mal_uso, opcion_de
from camctl.cli.consulta import Consulta, ConsultaDe
from camctl.cli.entrega import elegir_formato
from camctl.cli.plantillas import no_sobre_la_plantilla
from camctl.cli.salidas import avisar, dejar_archivo, emitir_bytes, lo_que_habia
from camctl.salida import papeles
from camctl.vistas.encargo import Encargo

if TYPE_CHECKING:
    from camctl.salida.papeles import Contenido
    from camctl.vistas.seleccion import Seleccion

_DETALLES_A_LA_VEZ: Final = 10


def elegir_papel(formato: str | None, salida: str | None) -> str:
    """El formato pedido o, si no se pide, el de la extensión de `salida`.

    Raises:
        BadParameter: si no hay ninguno así, o no se dice ni de una manera ni de otra.
    """
    todos = papeles.formatos()
    if formato is None and salida in (None, SALIDA_ESTANDAR):
        cuales = enumerar([*todos], conjuncion="o")
        raise typer.BadParameter(f"diga qué papel se hace: {cuales}", param_hint="FORMATO")
    return elegir_formato(formato, salida, todos, papeles.formato_de, opcion="FORMATO")


def comprobar_opciones(formato: str, opciones: Mapping[str, Any]) -> None:
    """Que las opciones dadas sean de ese formato.

    Raises:
        BadParameter: si alguna es de otros, que nombra.
    """
    for nombre in opciones:
        if nombre not in papeles.papel(formato).OPCIONES:
            de_quien = enumerar([*papeles.que_admiten(nombre)])
            raise typer.BadParameter(
                f"no vale para {formato}, sino para {de_quien}",
                param_hint=opcion_de(nombre),
            )


def encargo_de(consulta: ConsultaDe, pedido: "Seleccion") -> Encargo:
    """Lo pedido de los datos de `consulta`; si tienen errores, termina con un 1.

    Una consulta contesta con los registros sanos y lo dice; un papel sale de aquí hacia quien no
    verá el aviso.
    """
    from camctl.reglas.motor import diagnosticar

    cabecera = consulta.indices.plan.cabecera
    errores = sum(uno.gravedad == "error" for uno in diagnosticar(consulta.carga))
    if errores or cabecera is None:
        cuantos = contar(errores, "error", "errores")
        que_hacer = consulta.remite_a_validar
        avisar(f"{cuantos} en los datos: no se reparte un plan a medias{que_hacer}.")
        raise typer.Exit(CON_HALLAZGOS)
    return Encargo(cabecera, consulta.indices, consulta.cobertura, pedido)


class Taller(Consulta):
    """Los datos de una orden que reparte papeles: los de una carpeta, y sin errores."""

    def __init__(self, ctx: typer.Context, datos: str | None) -> None:
        super().__init__(ctx, datos, con_paquete=False)

    def encargo(self, pedido: "Seleccion") -> Encargo:
        """Lo pedido de estos datos, como `encargo_de`."""
        return encargo_de(self, pedido)

    def repartir(
        self, encargo: Encargo, formato: str, salida: str | None, opciones: Mapping[str, Any]
    ) -> None:
        """Hace el papel y lo deja en `salida` o, si no se dice, donde suele ir."""
        comprobar_opciones(formato, opciones)
        with haciendo():
            contenido = papeles.escribir(encargo, formato, opciones)
        if encargo.filtros and not encargo.actividades:
            avisar(f"El calendario queda vacío ({'; '.join(encargo.filtros)}).")
        no_sobre_la_plantilla(opciones.get("plantilla"), salida or f"{encargo.nombre}.{formato}")
        anterior = _lo_anterior(contenido, salida, encargo.nombre)
        avisos = papeles.avisos(encargo, formato, opciones, contenido, anterior)
        dejar(contenido, formato, salida, encargo.nombre)
        for aviso in avisos:
            avisar(aviso)


@contextmanager
def haciendo() -> Iterator[None]:
    """Lo que dentro se hace: si es imposible, se dice por qué y se termina con un 2."""
    try:
        yield
    except papeles.PapelImposible as imposible:
        if not imposible.detalles:
            raise mal_uso(str(imposible)) from None
        avisar(f"error: {imposible}")
        for detalle in imposible.detalles[:_DETALLES_A_LA_VEZ]:
            avisar(f"  · {detalle}")
        if (mas := len(imposible.detalles) - _DETALLES_A_LA_VEZ) > 0:
            avisar(f"  · y {contar(mas, 'error', 'errores')} más")
        raise typer.Exit(MAL_USO) from None


def dejar(contenido: "Contenido", formato: str, salida: str | None, nombre: str) -> None:
    """Deja lo hecho en `salida` o, si no se dice, en un archivo o una carpeta de ese nombre."""
    if isinstance(contenido, dict):
        _dejar_en_carpeta(contenido, formato, salida or nombre)
    elif salida == SALIDA_ESTANDAR or (salida is None and papeles.papel(formato).ES_TEXTO):
        if not papeles.papel(formato).ES_TEXTO and sys.stdout.isatty():
            raise mal_uso(f"un {formato} no se lee en una terminal; diga un archivo con --salida")
        emitir_bytes(contenido)
    else:
        dejar_archivo(salida or f"{nombre}.{formato}", contenido)


def _lo_anterior(contenido: "Contenido", salida: str | None, nombre: str) -> "Contenido | None":
    """Lo que se va a sustituir: los bytes de un archivo o, de una carpeta, los de cada uno."""
    if isinstance(contenido, dict):
        carpeta = Path(salida or nombre)
        leidos = {suyo: lo_que_habia(str(carpeta / suyo)) for suyo in contenido}
        return {suyo: habia for suyo, habia in leidos.items() if habia is not None}
    return None if salida in (None, SALIDA_ESTANDAR) else lo_que_habia(str(salida))


def _dejar_en_carpeta(archivos: Mapping[str, bytes], formato: str, carpeta: str) -> None:
    cuantos = contar(len(archivos), "archivo", "archivos")
    es_un_archivo = papeles.formato_de(carpeta) == formato or hay_otra_cosa(Path(carpeta))
    if carpeta == SALIDA_ESTANDAR or es_un_archivo:
        raise typer.BadParameter(
            f"son {cuantos}, que van a una carpeta, y {entre_comillas(carpeta)} no lo es",
            param_hint="--salida",
        )
    for nombre, contenido in archivos.items():
        dejar_archivo(str(Path(carpeta) / nombre), contenido, de_varios=True)
    avisar(f"{concordar(len(archivos), 'Escrito', 'Escritos')}: {cuantos} en {carpeta}")
    for dentro in dict.fromkeys(Path(nombre).parent for nombre in archivos):
        if dentro != Path():
            _avisar_de_lo_que_queda(Path(carpeta), dentro, archivos)


def _avisar_de_lo_que_queda(carpeta: Path, dentro: Path, escritos: Collection[str]) -> None:
    """Dice qué archivos de los que camctl escribe quedan en `dentro` de otra vez.

    No se borran: puede que alguien los enlace, o que no sean suyos.
    """
    suyos = {Path(nombre) for nombre in escritos}
    extensiones = {uno.suffix for uno in suyos if uno.parent == dentro}
    quedan = sorted(
        uno.name
        for uno in (carpeta / dentro).glob("*")
        if uno.suffix in extensiones and dentro / uno.name not in suyos
    )
    if quedan:
        n = len(quedan)
        avisar(
            f"En {carpeta / dentro} {concordar(n, 'queda', 'quedan')} de otra vez "
            f"{enumerar_pocos(quedan)}, que ahora no se {concordar(n, 'ha', 'han')} escrito; "
            f"si ya no {concordar(n, 'vale, bórrelo', 'valen, bórrelos')}."
        )
