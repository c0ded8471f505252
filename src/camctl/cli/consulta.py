"""Los datos de una orden: de dónde salen, y lo que hace falta para contestar con ellos."""

import os
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final, NoReturn

import typer

from camctl.castellano import contar
from camctl.cli.comun import CON_HALLAZGOS, MAL_USO, datos_pedidos, mal_uso
from camctl.cli.entrega import entregar
from camctl.cli.progreso import a_la_vista
from camctl.cli.salidas import avisar

if TYPE_CHECKING:
    from camctl.carga import Carga
    from camctl.carga.archivo import ArchivoCargado
    from camctl.cobertura import Cobertura
    from camctl.fuentes import Fuente
    from camctl.fuentes.localizar import Localizada, Origen
    from camctl.indices import Indices
    from camctl.vistas.respuesta import Respuesta

REGLAS_QUE_CAMBIAN_UNA_RESPUESTA: Final = ("referencias", "repetidos", "clasificacion", "fechas")
_MUESTRA_DE_ERRORES: Final = 8


class ConsultaDe:
    """Los datos de una fuente, para quien solo consulta: se abren cuando se piden, una vez."""

    def __init__(self, abrir: "Callable[[], tuple[Fuente, Origen]]") -> None:
        self._abrir = abrir

    @cached_property
    def _abierta(self) -> "tuple[Fuente, Origen]":
        return self._abrir()

    @property
    def fuente(self) -> "Fuente":
        """La fuente de los datos."""
        return self._abierta[0]

    @property
    def origen(self) -> "Origen":
        """Si la fuente la pidió alguien, estaba a mano o es la del paquete."""
        return self._abierta[1]

    @cached_property
    def carga(self) -> "Carga":
        """Lo cargado; si algún archivo falta o no se puede leer, termina con un 2."""
        from camctl.carga import cargar

        carga = a_la_vista(cargar, self.fuente)
        ilegibles = [uno for uno in carga.archivos.values() if not uno.leido]
        if ilegibles:
            _terminar_sin_respuesta(ilegibles, self.remite_a_validar)
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

        hallazgos = diagnosticar(self.carga, modulos=REGLAS_QUE_CAMBIAN_UNA_RESPUESTA)
        return sum(hallazgo.gravedad == "error" for hallazgo in hallazgos)

    @property
    def remite_a_validar(self) -> str:
        """Dónde se dice todo lo que está mal en estos datos."""
        return remite_a_validar(self.fuente, self.origen)

    def responder(
        self, respuesta: "Respuesta", formato: str | None, salida: str | None, *, codigo: int = 0
    ) -> NoReturn:
        """Da la respuesta, y termina como `terminar`."""
        entregar(self._encabezada(respuesta), formato, salida)
        self.terminar(respuesta.vacio, codigo=codigo)

    def terminar(self, vacio: str = "", *, codigo: int = 0) -> NoReturn:
        """Dice lo que haya que decir aparte y termina.

        Args:
            vacio: por qué no hay nada en la respuesta, si no lo hay.
            codigo: el de salida; si es 0 y los datos tienen errores, será un 1.
        """
        if self.origen == "paquete":
            avisar("No hay datos en esta carpeta: se muestra el plan que trae camctl.")
        if vacio:
            punto = "" if vacio.endswith("?") else "."
            avisar(f"Nada que mostrar: {vacio}{punto}")
        if self.errores:
            cuantos = contar(self.errores, "error", "errores")
            avisar(f"{cuantos} en los datos{self.remite_a_validar}.")
        raise typer.Exit(codigo or (CON_HALLAZGOS if self.errores else 0))

    def _encabezada(self, respuesta: "Respuesta") -> "Respuesta":
        from camctl.vistas.palabras import rotulo_del_plan

        carpeta = self.fuente.nombre if self.origen == "pedida" else ""
        rotulo = rotulo_del_plan(self.indices, carpeta=carpeta)
        return respuesta._replace(encabezado=(rotulo, *respuesta.encabezado))


class Consulta(ConsultaDe):
    """Los datos de la orden: los de la carpeta que pide o, si no pide ninguna, los que haya."""

    def __init__(self, ctx: typer.Context, datos: str | None, *, con_paquete: bool = True) -> None:
        super().__init__(lambda: self.localizada)
        self._pedida = datos_pedidos(ctx, datos)
        self._con_paquete = con_paquete
        ctx.meta[__name__] = self

    @cached_property
    def localizada(self) -> "Localizada":
        """De dónde salen los datos; a falta de otros, del paquete."""
        return localizar_datos(self._pedida, con_paquete=self._con_paquete)


def _terminar_sin_respuesta(ilegibles: Iterable["ArchivoCargado"], remite: str) -> NoReturn:
    diagnosticos = [uno for archivo in ilegibles for uno in archivo.diagnosticos]
    for diagnostico in diagnosticos[:_MUESTRA_DE_ERRORES]:
        lugar = diagnostico.lugar
        donde = f"{lugar.archivo}:{lugar.linea}" if lugar.linea else lugar.archivo
        avisar(f"{donde}: {diagnostico.mensaje}")
    avisar(f"Los datos no se pueden leer{remite}.")
    raise typer.Exit(MAL_USO)


def remision_de_la_orden() -> str:
    """Lo que dice `remite_a_validar` de los datos de la orden que se está cumpliendo."""
    from typer._click.globals import get_current_context

    consulta: Consulta = get_current_context().meta[__name__]
    return consulta.remite_a_validar


def remite_a_validar(fuente: "Fuente", origen: "Origen") -> str:
    """«; vea `camctl validar`», con la carpeta si se pidió; nada de lo que ya no se cambia."""
    import shlex

    from camctl.fuentes.carpeta import Carpeta

    if not isinstance(fuente, Carpeta):
        return ""
    orden = ["camctl", "validar", *([fuente.nombre] if origen == "pedida" else [])]
    return f"; vea `{shlex.join(orden)}`"


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
