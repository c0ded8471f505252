"""Lo que comparten los comandos: sus opciones, los datos que abren y cómo responden."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple, NoReturn

import typer

from camctl.castellano import contar, entre_comillas, enumerar
from camctl.cli.completado import completar
from camctl.comparacion import plegar

if TYPE_CHECKING:
    from camctl.carga import Carga
    from camctl.carga.archivo import ArchivoCargado
    from camctl.cobertura import Cobertura
    from camctl.fuentes.localizar import Localizada
    from camctl.indices import Indices
    from camctl.informe import Informe
    from camctl.vistas.respuesta import Respuesta

CONSULTAR: Final = "Consultar"
COMPROBAR: Final = "Comprobar"

_CON_HALLAZGOS: Final = 1
_MAL_USO: Final = 2
_REGLAS_QUE_CAMBIAN_UNA_RESPUESTA: Final = ("referencias", "repetidos", "clasificacion")
_SALIDA_ESTANDAR: Final = "-"
_ANCHO_SIN_TERMINAL: Final = 80
_MUESTRA_DE_ERRORES: Final = 8


def _formatos(incompleto: str) -> list[str]:
    from camctl.salida.tablas import formatos

    return [formato for formato in formatos() if formato.startswith(incompleto)]


def _criterios(incompleto: str) -> list[str]:
    from camctl.cobertura import CRITERIOS

    return [criterio for criterio in CRITERIOS if criterio.startswith(incompleto)]


OpcionDatos = Annotated[
    str | None,
    typer.Option(
        "--datos",
        metavar="CARPETA",
        help="La carpeta de los datos; también con la variable CAMCTL_DATOS.",
    ),
]
OpcionFormato = Annotated[
    str | None,
    typer.Option(
        "--formato",
        "-f",
        metavar="FORMATO",
        help="tabla, json, csv, yaml o md.",
        autocompletion=_formatos,
    ),
]
OpcionSalida = Annotated[
    str | None,
    typer.Option(
        "--salida",
        "-o",
        metavar="FICHERO",
        help="Escribe en un fichero; su extensión dice el formato. «-» es la salida estándar.",
    ),
]
OpcionActor = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ACTOR",
        help="Lo que toca a esta institución: su ID o un alias. Se puede repetir.",
        autocompletion=completar("actor"),
    ),
]
OpcionObjetivo = Annotated[
    list[str] | None,
    typer.Option(
        "--objetivo",
        metavar="OBJETIVO",
        help="Lo que toca a este objetivo: B8, b.8… Se puede repetir.",
        autocompletion=completar("objetivo"),
    ),
]
OpcionCriterio = Annotated[
    str | None,
    typer.Option(
        "--criterio",
        metavar="CRITERIO",
        help="Qué sesiones cuentan: directo, las que lo nombran; actor, además, por la misión de "
        "quien está (por omisión); general, además, por abarcarlo todo.",
        autocompletion=_criterios,
    ),
]


class Opciones(NamedTuple):
    """Lo que se dijo antes del nombre del comando."""

    datos: str | None = None


class Consulta:
    """Los datos de un comando que solo consulta: se abren cuando se piden, una vez."""

    def __init__(self, ctx: typer.Context, datos: str | None, *, con_paquete: bool = True) -> None:
        self._pedida = datos_pedidos(ctx, datos)
        self._con_paquete = con_paquete

    @cached_property
    def localizada(self) -> "Localizada":
        """De dónde salen los datos; a falta de otros, del paquete."""
        return localizar_datos(self._pedida, con_paquete=self._con_paquete)

    @cached_property
    def carga(self) -> "Carga":
        """Lo cargado; si algún archivo falta o no se puede leer, termina con un 2."""
        from camctl.carga import cargar

        carga = cargar(self.localizada.fuente)
        ilegibles = [uno for uno in carga.archivos.values() if not _se_leyo(uno)]
        if ilegibles:
            _terminar_sin_respuesta(ilegibles)
        return carga

    @cached_property
    def indices(self) -> "Indices":
        """Las relaciones entre los registros sanos."""
        from camctl.indices import Indices

        return Indices(self.carga.plan, borrador=self.carga.borrador)

    @cached_property
    def cobertura(self) -> "Cobertura":
        """Qué sesiones cubren cada objetivo."""
        from camctl.cobertura import Cobertura

        return Cobertura(self.indices)

    @cached_property
    def errores(self) -> int:
        """Cuántos errores cambian lo que una consulta responde: al leer, al validar y al cruzar.

        Son una parte de los que cuenta `camctl validar`: cargar todas las reglas costaría a cada
        consulta más que contestarla.
        """
        # Casi siempre todo cuadra, y saberlo no pide ni cargar las reglas.
        if not self.carga.diagnosticos and self.indices.cuadran:
            return 0
        from camctl.reglas.motor import diagnosticar

        hallazgos = diagnosticar(self.carga, modulos=_REGLAS_QUE_CAMBIAN_UNA_RESPUESTA)
        return sum(hallazgo.gravedad == "error" for hallazgo in hallazgos)

    def responder(
        self, respuesta: "Respuesta", formato: str | None, salida: str | None, *, codigo: int = 0
    ) -> NoReturn:
        """Da la respuesta, dice lo que haya que decir aparte y termina.

        El código es `codigo`, o 1 si los datos tienen errores.
        """
        entregar(self._encabezada(respuesta), formato, salida)
        if self.localizada.origen == "paquete":
            avisar("No hay datos en esta carpeta: se muestra el plan que trae camctl.")
        if respuesta.vacio:
            punto = "" if respuesta.vacio.endswith("?") else "."
            avisar(f"Nada que mostrar: {respuesta.vacio}{punto}")
        if self.errores:
            cuantos = contar(self.errores, "error", "errores")
            avisar(f"{cuantos} en los datos; vea `camctl validar`.")
        raise typer.Exit(codigo or (_CON_HALLAZGOS if self.errores else 0))

    def _encabezada(self, respuesta: "Respuesta") -> "Respuesta":
        from camctl.vistas.palabras import rotulo_del_plan

        fuente = self.localizada.fuente
        carpeta = fuente.nombre if self.localizada.origen == "pedida" else ""
        rotulo = rotulo_del_plan(self.indices, carpeta=carpeta)
        return respuesta._replace(encabezado=(rotulo, *respuesta.encabezado))


def _se_leyo(archivo: "ArchivoCargado") -> bool:
    """Si se leyó hasta el final y con su forma, aunque algún registro esté dañado."""
    leido = archivo.lectura is not None and archivo.lectura.completa
    return leido and archivo.contenido is not None


def _terminar_sin_respuesta(ilegibles: "Iterable[ArchivoCargado]") -> NoReturn:
    diagnosticos = [uno for archivo in ilegibles for uno in archivo.diagnosticos]
    for diagnostico in diagnosticos[:_MUESTRA_DE_ERRORES]:
        lugar = diagnostico.lugar
        donde = f"{lugar.archivo}:{lugar.linea}" if lugar.linea else lugar.archivo
        avisar(f"{donde}: {diagnostico.mensaje}")
    avisar("Los datos no se pueden leer; vea `camctl validar`.")
    raise typer.Exit(_MAL_USO)


def localizar_datos(pedida: str | None, *, con_paquete: bool) -> "Localizada":
    """La fuente de los datos, o un error de uso si no la hay."""
    from camctl.fuentes.localizar import VARIABLE, SinDatos, localizar

    if pedida == "":
        # Una variable vacía en la orden no ha de acabar en los datos de otro plan.
        raise mal_uso("el nombre de la carpeta de datos está vacío")
    try:
        return localizar(pedida, os.environ.get(VARIABLE), con_paquete=con_paquete)
    except SinDatos as sin_datos:
        raise mal_uso(str(sin_datos)) from None


def datos_pedidos(ctx: typer.Context, datos: str | None) -> str | None:
    """La carpeta dicha tras el comando o, si no, antes de él."""
    antes = ctx.obj if isinstance(ctx.obj, Opciones) else Opciones()
    return antes.datos if datos is None else datos


def mal_uso(mensaje: str) -> typer.TyperException:
    """El error de una orden que no se puede cumplir, sin que lo cause un valor suyo."""
    from typer._click.exceptions import UsageError

    return UsageError(mensaje)


def entregar(respuesta: "Respuesta", formato: str | None, salida: str | None) -> None:
    """Da la respuesta en el formato pedido, el de la extensión de `salida` o en una tabla."""
    from camctl.salida.tablas import TABLA, escribir, formato_de, formatos

    elegido = elegir_formato(formato, salida, formatos(), formato_de)
    if salida not in (None, _SALIDA_ESTANDAR):
        escribir_fichero(str(salida), escribir(respuesta, elegido))
    elif elegido == TABLA and sys.stdout.isatty():
        from camctl.salida.tablas.consola import mostrar

        with escribiendo():
            mostrar(respuesta, _ancho())
    else:
        emitir(escribir(respuesta, elegido, ancho=_ancho()), exacto=elegido != TABLA)


def entregar_informe(informe: "Informe", formato: str | None, salida: str | None) -> None:
    """Da el informe de `validar` en el formato pedido, el de la extensión de `salida` o texto."""
    from camctl.salida import diagnosticos
    from camctl.salida.diagnosticos import TEXTO

    if formato is None and salida is None and os.environ.get("GITHUB_ACTIONS"):
        _entregar_a_github(informe)
        return
    elegido = elegir_formato(formato, salida, diagnosticos.formatos(), diagnosticos.formato_de)
    if salida not in (None, _SALIDA_ESTANDAR):
        escribir_fichero(str(salida), diagnosticos.escribir(informe, elegido))
    elif elegido == TEXTO and sys.stdout.isatty():
        with escribiendo():
            diagnosticos.mostrar(informe, _ancho())
    else:
        emitir(diagnosticos.escribir(informe, elegido), exacto=elegido != TEXTO)


def _entregar_a_github(informe: "Informe") -> None:
    """Las anotaciones en la salida y, si la tarea tiene dónde, su resumen."""
    from camctl.salida.diagnosticos import github

    emitir(github.escribir(informe))
    if resumen := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(resumen).open("a", encoding="utf-8") as abierto:
                abierto.write(github.resumen_de_la_tarea(informe))
        except OSError as fallo:
            avisar(f"no se pudo escribir el resumen de la tarea: {_causa(fallo)}")


def elegir_formato(
    pedido: str | None,
    salida: str | None,
    formatos: Sequence[str],
    formato_de: Callable[[str], str | None],
) -> str:
    """El formato pedido o, si no se pide, el de la extensión de `salida`; si no, el primero."""
    if pedido is not None:
        elegido = next((uno for uno in formatos if plegar(uno) == plegar(pedido)), None)
        if elegido is None:
            valores = enumerar([*map(entre_comillas, formatos)])
            raise typer.BadParameter(
                f"«{pedido}» no está entre los valores admitidos: {valores}",
                param_hint="--formato",
            )
        return elegido
    if salida in (None, _SALIDA_ESTANDAR):
        return formatos[0]
    deducido = formato_de(str(salida))
    if deducido is None:
        raise typer.BadParameter(
            f"la extensión de «{salida}» no dice el formato; añada --formato", param_hint="--salida"
        )
    return deducido


def escribir_fichero(ruta: str, texto: str) -> None:
    """Deja `texto` en `ruta` de una vez; si no se puede, es un error de uso."""
    from camctl.archivos import escribir_archivo

    destino = Path(os.path.realpath(ruta))
    try:
        if _es_de_datos(Path(ruta)) or _es_de_datos(destino):
            raise mal_uso(f"«{ruta}» es un archivo de datos, y no se escribe encima")
        if destino.exists() and not destino.is_file() and not destino.is_dir():
            raise mal_uso(f"«{ruta}» no es un fichero corriente; la salida estándar es «-»")
        escribir_archivo(destino, texto.encode("utf-8"))
    except OSError as fallo:
        raise mal_uso(f"no se puede escribir «{ruta}»: {_causa(fallo)}") from None
    avisar(f"Escrito: {ruta}")


def reemplazar(ruta: Path, contenido: bytes) -> None:
    """Cambia un archivo de datos por `contenido` de una vez; si no se puede, queda como estaba."""
    from camctl.archivos import escribir_archivo

    try:
        escribir_archivo(ruta, contenido)
    except OSError as fallo:
        raise mal_uso(f"no se puede escribir «{ruta}»: {_causa(fallo)}") from None


def _es_de_datos(destino: Path) -> bool:
    """Si ahí está uno de los archivos de un plan, se llegue a él por el nombre que sea."""
    from camctl.fuentes import ARCHIVOS

    if not destino.exists():
        return False
    vecinos = (destino.with_name(archivo) for archivo in ARCHIVOS)
    return any(vecino.exists() and vecino.samefile(destino) for vecino in vecinos)


def emitir(texto: str, *, exacto: bool = False) -> None:
    """Escribe en la salida estándar; si quien leía se fue, no es un error.

    Con `exacto`, lo que se escribe es para otro programa: va en UTF-8 y con sus saltos de línea,
    sea cual sea la codificación de la máquina.
    """
    octetos = getattr(sys.stdout, "buffer", None)
    with escribiendo():
        if exacto and octetos and not sys.stdout.isatty():
            octetos.write(texto.encode("utf-8"))
        else:
            sys.stdout.write(texto)


@contextmanager
def escribiendo() -> Iterator[None]:
    """Lo que dentro se escribe en la salida estándar: si quien leía se fue, no es un error."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Que el cierre del proceso no lo intente otra vez.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fallo:
        avisar(f"error: no se pudo escribir la respuesta: {_causa(fallo)}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_MAL_USO) from None


def avisar(texto: str) -> None:
    """Dice algo por la salida de errores, sin que se mezcle con la respuesta."""
    from camctl.salida.limpieza import limpio

    # Si nadie lee los errores, queda el código de salida.
    with suppress(OSError):
        typer.echo(limpio(texto), err=True)


def _ancho() -> int:
    import shutil

    return shutil.get_terminal_size((_ANCHO_SIN_TERMINAL, 24)).columns


def _causa(fallo: OSError) -> str:
    import errno

    causas = {
        errno.ENOSPC: "no queda sitio en el disco",
        errno.EACCES: "no hay permiso",
        errno.EPERM: "no hay permiso",
        errno.EROFS: "el disco es de solo lectura",
        errno.ENOENT: "la carpeta no existe",
        errno.ENOTDIR: "la ruta pasa por un fichero como si fuera una carpeta",
        errno.EISDIR: "es una carpeta",
        errno.ENAMETOOLONG: "el nombre es demasiado largo",
    }
    return causas.get(fallo.errno or 0, "el sistema no lo permite")
