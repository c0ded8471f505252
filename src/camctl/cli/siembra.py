"""Dejar en una carpeta los archivos de un plan que empieza, o ninguno."""

import shlex
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from camctl.archivos import causa, hay_otra_cosa
from camctl.castellano import entre_comillas
from camctl.cli.comun import mal_uso
from camctl.cli.entrega import entregar
from camctl.cli.reparto import Taller
from camctl.cli.salidas import avisar

if TYPE_CHECKING:
    from camctl.modelo.fecha import Periodo


def del_que_acaba(ctx: typer.Context, datos: str | None, carpeta: str, periodo: "Periodo") -> None:
    """Siembra el periodo siguiente del plan de la orden y muestra lo que queda por decidir."""
    from camctl.edicion.nuevo import periodo_siguiente
    from camctl.vistas.pendientes import como_respuesta, pendientes
    from camctl.vistas.seleccion import Seleccion

    taller = Taller(ctx, datos)
    encargo = taller.encargo(Seleccion())
    if periodo == encargo.cabecera.periodo:
        raise typer.BadParameter(f"{periodo} es el de este plan", param_hint="--periodo")
    pendiente = pendientes(encargo.indices, encargo.cobertura)
    por_decidir = {
        titulo: [f"{uno.id} · {uno.texto}" for uno in puntos]
        for titulo, puntos in pendiente.items()
    }
    sembrar(carpeta, periodo_siguiente(taller.fuente, encargo.cabecera, periodo, por_decidir))
    if pendiente:
        entregar(como_respuesta(pendiente), None, None)


def sembrar(carpeta: str, archivos: Mapping[str, bytes]) -> None:
    """Escribe los archivos en `carpeta`; si ya hay alguno, o algo falla, no queda nada nuevo.

    Raises:
        UsageError: con el archivo que ya estaba, o por qué no se puede escribir.
    """
    if not carpeta:
        raise mal_uso("el nombre de la carpeta está vacío")
    _exigir_que_valga(archivos)
    destino = Path(carpeta)
    if hay_otra_cosa(destino):
        raise mal_uso(f"«{carpeta}» ya existe y no es una carpeta; diga otro nombre")
    try:
        ya = next((nombre for nombre in archivos if (destino / nombre).exists()), None)
        if ya is not None:
            raise mal_uso(f"en {entre_comillas(carpeta)} ya hay un «{ya}», y no se toca nada")
        _escribir(destino, archivos)
    except OSError as fallo:
        raise mal_uso(f"no se puede escribir en «{carpeta}»: {causa(fallo)}") from None
    orden = shlex.join(["camctl", "validar", carpeta])
    avisar(f"Hecho: {carpeta}. Compruébelo cuando quiera con `{orden}`.")


def _escribir(destino: Path, archivos: Mapping[str, bytes]) -> None:
    hechos: list[Path] = []
    carpetas: list[Path] = []
    try:
        for nombre, contenido in archivos.items():
            ruta = destino / nombre
            carpetas += [una for una in ruta.parents if not una.exists()]
            ruta.parent.mkdir(parents=True, exist_ok=True)
            # Que no lo haya hecho otro entretanto.
            with ruta.open("xb") as abierto:
                hechos.append(ruta)
                abierto.write(contenido)
    except BaseException:
        # También si lo interrumpen.
        _deshacer(hechos, carpetas)
        raise


def _deshacer(hechos: Iterable[Path], carpetas: Iterable[Path]) -> None:
    """Quita lo hecho: de las carpetas, primero las de más adentro; la que tenga algo se queda."""
    for ruta in hechos:
        with suppress(OSError):
            ruta.unlink()
    for una in sorted(carpetas, key=lambda ruta: len(ruta.parts), reverse=True):
        with suppress(OSError):
            una.rmdir()


def _exigir_que_valga(archivos: Mapping[str, bytes]) -> None:
    from camctl.carga import cargar
    from camctl.fuentes.memoria import Memoria
    from camctl.reglas.motor import diagnosticar

    errores = [uno for uno in diagnosticar(cargar(Memoria(archivos))) if uno.gravedad == "error"]
    if errores:
        raise mal_uso(f"con eso no sale un plan válido: {errores[0].mensaje}")
