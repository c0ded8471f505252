"""Piso 5: lo que `validar` cuenta: los hallazgos, su resumen y el texto de donde salieron."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from camctl.carga import Carga
from camctl.castellano import contar, enumerar
from camctl.diagnostico import Diagnostico, Gravedad
from camctl.fuentes import ARCHIVOS
from camctl.lectura.mapa import Mapa
from camctl.modelo.plan import CLASES
from camctl.reglas.motor import TODAS, Eleccion, diagnosticar


class Informe(NamedTuple):
    """Los hallazgos que se muestran y la cuenta de todos.

    `mapas` da el texto de cada archivo por el rótulo que llevan los lugares; `registros`, cuántos
    hay de cada clase, ya en palabras; `estricto`, si un aviso basta para no pasar.
    """

    diagnosticos: tuple[Diagnostico, ...]
    errores: int
    avisos: int
    omitidos: int
    archivos: int
    archivos_con_hallazgos: int
    mapas: Mapping[str, Mapa]
    registros: str
    eleccion: Eleccion = TODAS
    estricto: bool = False

    @property
    def pasa(self) -> bool:
        """Si lo hallado no impide darlo por bueno."""
        return not self.errores and not (self.estricto and self.avisos)

    def hace_fallar(self, uno: Diagnostico) -> bool:
        """Si por ese hallazgo no pasa."""
        return self.estricto or uno.gravedad is Gravedad.ERROR

    @property
    def resumen(self) -> str:
        """«3 errores y 2 avisos en 2 de 4 archivos», o lo que se comprobó sin hallar nada."""
        if not self.errores and not self.avisos:
            cuales = "" if self.eleccion == TODAS else " de las reglas elegidas"
            return f"Sin errores{cuales}: {self.registros}"
        donde = f"{self.archivos_con_hallazgos} de {self.archivos} archivos"
        return f"{cuenta(self.errores, self.avisos)} en {donde}"


def cuenta(errores: int, avisos: int) -> str:
    """«3 errores y 2 avisos», sin lo que no hay; nada si no hay ninguno."""
    cuentas = ((errores, "error", "errores"), (avisos, "aviso", "avisos"))
    return enumerar([contar(*una) for una in cuentas if una[0]])


def informar(
    carga: Carga, *, maximo: int = 0, eleccion: Eleccion = TODAS, estricto: bool = False
) -> Informe:
    """El informe de lo cargado, con hasta `maximo` hallazgos; todos si es 0."""
    informe = informe_de(diagnosticar(carga, eleccion), carga, maximo=maximo)
    return informe._replace(eleccion=eleccion, estricto=estricto)


def informe_de(todos: Sequence[Diagnostico], carga: Carga, *, maximo: int = 0) -> Informe:
    """El informe de unos hallazgos de lo cargado, con hasta `maximo`; todos si es 0."""
    mostrados = tuple(todos[:maximo] if maximo else todos)
    errores = sum(uno.gravedad is Gravedad.ERROR for uno in todos)
    return Informe(
        diagnosticos=mostrados,
        errores=errores,
        avisos=len(todos) - errores,
        omitidos=len(todos) - len(mostrados),
        archivos=len(ARCHIVOS),
        archivos_con_hallazgos=len({uno.lugar.archivo for uno in todos}),
        mapas=carga.mapas,
        registros=_registros(carga),
    )


def _registros(carga: Carga) -> str:
    return ", ".join(
        contar(len(getattr(carga.plan, clase.clave)), clase.nombre, clase.clave) for clase in CLASES
    )
