"""Cambiar un archivo de los datos: comprobado antes, de una vez, y sin pisar lo que hizo otro."""

from typing import TYPE_CHECKING, NoReturn

import typer

from camctl.cli.comun import CON_HALLAZGOS, mal_uso
from camctl.cli.salidas import avisar, emitir

if TYPE_CHECKING:
    from collections.abc import Iterable

    from camctl.cli.carpetas import ConsultaParaEscribir
    from camctl.diagnostico import Diagnostico
    from camctl.edicion.cambios import Cambio
    from camctl.edicion.propuesta import Propuesta


def preparar(
    consulta: "ConsultaParaEscribir", archivo: str, cambios: "Iterable[Cambio]"
) -> "Propuesta":
    """Cómo quedaría `archivo`; si trajera un error que no había, lo dice y termina con un 1."""
    from camctl.edicion.editor import NoSePuedeEmpalmar
    from camctl.edicion.propuesta import proponer

    try:
        propuesta = proponer(consulta.carga, archivo, cambios)
    except NoSePuedeEmpalmar as enredo:
        raise mal_uso(
            f"por cómo está escrito {enredo.rotulo}, línea {enredo.linea}, no se puede hacer ahí "
            "este cambio sin tocar nada más; hágalo a mano"
        ) from None
    if propuesta.errores:
        _mostrar(propuesta, propuesta.errores)
        avisar("No se ha cambiado nada: los datos quedarían con un error que no tenían.")
        raise typer.Exit(CON_HALLAZGOS)
    return propuesta


def ensenar(consulta: "ConsultaParaEscribir", propuesta: "Propuesta") -> None:
    """Las líneas que cambiarían, por la salida estándar, y los avisos que traerían."""
    from camctl.salida.diferencias import diferencias

    _mostrar(propuesta, propuesta.avisos)
    rotulo = consulta.fuente.rotulo(propuesta.archivo)
    emitir(diferencias(propuesta.antes, propuesta.despues, rotulo, hecho="con el cambio"))


def simular(consulta: "ConsultaParaEscribir", propuesta: "Propuesta") -> NoReturn:
    """Enseña lo que cambiaría, sin cambiarlo, y termina con un 1."""
    ensenar(consulta, propuesta)
    avisar("No se ha cambiado nada: era una simulación.")
    raise typer.Exit(CON_HALLAZGOS)


def escribir(consulta: "ConsultaParaEscribir", propuesta: "Propuesta") -> None:
    """Deja en su archivo lo propuesto, de una vez, si nadie ha tocado los datos entretanto.

    Raises:
        ArchivoCambiado: si alguien los ha tocado.
        OSError: si el sistema no deja escribir.
    """
    from camctl.archivos import reemplazar_si_no_cambio

    nuevo = {propuesta.archivo: propuesta.despues}
    reemplazar_si_no_cambio(consulta.fuente.ruta, propuesta.leidos, nuevo)


def dar_cuenta(
    consulta: "ConsultaParaEscribir", propuesta: "Propuesta", hecho: "Iterable[str]"
) -> None:
    """Dice lo `hecho`, los avisos que trae y dónde se ha escrito."""
    from camctl.salida.limpieza import limpio

    try:
        emitir("".join(f"{limpio(linea)}\n" for linea in hecho))
    finally:
        # Aunque nadie lea lo demás: ya está hecho.
        _mostrar(propuesta, propuesta.avisos)
        avisar(f"Escrito: {consulta.fuente.rotulo(propuesta.archivo)}")


def _mostrar(propuesta: "Propuesta", hallazgos: "tuple[Diagnostico, ...]") -> None:
    """Los hallazgos que estrena una propuesta, como los diría `validar`."""
    if not hallazgos:
        return
    from camctl.informe import informe_de
    from camctl.salida.diagnosticos.texto import escribir as en_texto

    for linea in en_texto(informe_de(hallazgos, propuesta.carga)).splitlines():
        avisar(linea)
