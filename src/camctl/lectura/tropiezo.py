"""Dónde tropieza el lector de YAML: lo que necesitan los que explican cada tropiezo."""

from typing import NamedTuple

from camctl.diagnostico import Diagnostico, Regla
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import Renglon, hasta_donde_acaba


class Tropiezo(NamedTuple):
    """Dónde dejó de entender el lector de YAML, y lo que llevaba entre manos."""

    mapa: Mapa
    posicion: int  # lo que no entiende
    contexto: int  # donde empieza lo que estaba leyendo
    corchete: int | None  # el último corchete o llave sin cerrar

    @property
    def signo(self) -> str:
        """El carácter que no entiende; vacío al final del archivo."""
        return self.mapa.texto[self.posicion : self.posicion + 1]

    @property
    def previo(self) -> tuple[int, int] | None:
        """El principio y el fin de lo último que se leyó, si es un texto."""
        mapa = self.mapa
        nodo = len(mapa.hasta) - 1
        if nodo < 0 or not mapa.es_texto(nodo):
            return None
        return mapa.inicio[nodo], mapa.hasta[nodo]

    def renglon(self, posicion: int) -> Renglon:
        """La línea en que cae `posicion`."""
        return Renglon.de(self.mapa, self.mapa.lugar(posicion, posicion).linea)

    def valor(self, posicion: int) -> str:
        """Lo escrito desde `posicion` hasta donde acaba su línea, o su elemento en una lista."""
        return hasta_donde_acaba(self.mapa, posicion, en_corchetes=self.corchete is not None)

    def en(self, regla: Regla, posicion: int, largo: int, mensaje: str, ayuda: str) -> Diagnostico:
        """El diagnóstico de `regla` sobre `largo` caracteres desde `posicion`."""
        return regla.en(self.mapa.lugar(posicion, posicion + largo), mensaje, ayuda=ayuda)

    def en_renglon(
        self, regla: Regla, renglon: Renglon, columna: int, largo: int, mensaje: str, ayuda: str
    ) -> Diagnostico:
        """El diagnóstico de `regla` en una línea, desde su `columna`, que cuenta desde 0."""
        inicio = self.mapa.comienzo_de_linea(renglon.numero) + columna
        return self.en(regla, inicio, largo, mensaje, ayuda)
