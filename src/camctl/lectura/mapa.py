"""Dónde está cada valor en el texto de su archivo.

Los nodos se numeran en el orden del documento (ficha, clave, valor, clave, valor…) y sus lugares
van en vectores planos de enteros: ocho bytes por nodo, y otros ocho por ficha o lista. La ruta de
un valor (`actividades`, 3, `titulo`) se traduce a su número solo cuando un diagnóstico la pide.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from camctl.diagnostico import Lugar
from camctl.lectura.valores import Ruta, Valor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Más que ninguna posición de un archivo y que el número de ningún nodo.
DENTRO: Final = 1 << 31
_SALTO: Final = r"\r\n|\r|\n"


class TextoEscrito(NamedTuple):
    """Un valor que es un texto, su ruta y el tramo que ocupa, en caracteres desde 0."""

    ruta: Ruta
    valor: str
    inicio: int
    fin: int


class Mapa:
    """Los lugares de los valores de un archivo y su texto, línea a línea.

    El nodo `n` empieza en el carácter `inicio[n]`. De `hasta[n]` se sabe, si es un texto, en cuál
    acaba; y si no, cuál es el primer nodo que ya no está dentro de él: su número, más `DENTRO`. El
    final de cada ficha o lista está en `cierres`, detrás de su número.
    """

    def __init__(self, archivo: str, texto: str) -> None:
        self.archivo = archivo
        self.texto = texto
        self.raiz: Valor = None
        self.inicio = array("I")
        self.hasta = array("I")
        self.cierres = array("I")
        # Se calculan una vez por ficha o lista, aunque haya en ella diez mil errores.
        self._hijos: dict[int, list[int]] = {}
        self._claves: dict[int, dict[str, int]] = {}

    def es_texto(self, nodo: int) -> bool:
        """Si un nodo es un texto, y no una ficha o una lista."""
        return self.hasta[nodo] < DENTRO

    def salto(self, nodo: int) -> int:
        """El primer nodo que ya no está dentro de otro."""
        hasta = self.hasta[nodo]
        return nodo + 1 if hasta < DENTRO else hasta - DENTRO

    def fin(self, nodo: int) -> int:
        """En qué carácter acaba un nodo, ya leído el archivo; si quedó abierto, donde empieza."""
        hasta = self.hasta[nodo]
        return hasta if hasta < DENTRO else self._cierres.get(nodo, self.inicio[nodo])

    def lugar_de(self, ruta: Ruta) -> Lugar:
        """El lugar del valor que está en `ruta`, o del antecesor más cercano que exista."""
        nodo = self._nodo_de(ruta)
        return Lugar(self.archivo) if nodo is None else self._lugar_del_nodo(nodo)

    def comienzo_de(self, ruta: Ruta) -> str:
        """El primer carácter de lo escrito en `ruta`; vacío si no hay nada."""
        nodo = self._nodo_de(ruta)
        return "" if nodo is None else self.texto[self.inicio[nodo] : self.inicio[nodo] + 1]

    def lugar_de_la_clave(self, ruta: Ruta) -> Lugar:
        """El lugar de la clave con que acaba `ruta`: `titulo`, no lo que lleva detrás."""
        nodo = self._nodo_de(ruta)
        if nodo is None or not ruta or isinstance(ruta[-1], int):
            return self.lugar_de(ruta)
        return self._lugar_del_nodo(nodo - 1)

    def lugar_de_la_cabeza(self, ruta: Ruta) -> Lugar:
        """Por dónde se reconoce la ficha de `ruta`: su `id` o, si no lo tiene, su primera clave."""
        nodo = self._nodo_de(ruta)
        if nodo is None:
            return Lugar(self.archivo)
        con_id = self._nodo_de((*ruta, "id"))
        if con_id is not None and con_id != nodo:
            return self._lugar_del_nodo(con_id)
        hijos = self._hijos_de(nodo)
        return self._lugar_del_nodo(hijos[0] if hijos else nodo)

    def lugar(self, inicio: int, fin: int) -> Lugar:
        """El lugar entre dos posiciones del texto, en caracteres desde 0."""
        linea, columna = self._linea_y_columna(inicio)
        linea_fin, columna_fin = self._linea_y_columna(max(inicio, fin))
        return Lugar(self.archivo, linea, columna, linea_fin, columna_fin)

    def posiciones(self, lugar: Lugar) -> tuple[int, int]:
        """Dónde empieza y acaba un lugar de este archivo, en caracteres del texto."""
        inicio = self._comienzos[lugar.linea - 1] + lugar.columna - 1
        return inicio, self._comienzos[lugar.linea_fin - 1] + lugar.columna_fin - 1

    def linea(self, numero: int, *, largo: int | None = None) -> str:
        """El texto de una línea, contada desde 1, sin su salto; vacío si no existe.

        Con `largo`, como mucho sus primeros caracteres: una línea puede tener millones.
        """
        if not 1 <= numero <= len(self._comienzos):
            return ""
        desde = self._comienzos[numero - 1]
        hasta = self._comienzos[numero] if numero < len(self._comienzos) else len(self.texto)
        if largo is not None:
            hasta = min(hasta, desde + largo)
        return self.texto[desde:hasta].rstrip("\r\n")

    def alrededor(self, lugar: Lugar, largo: int) -> tuple[str, str]:
        """Lo que hay en su línea antes y después de un lugar, hasta `largo` caracteres."""
        comienzo = self._comienzos[lugar.linea - 1]
        inicio, fin = self.posiciones(lugar)
        antes = self.texto[max(comienzo, inicio - largo) : inicio]
        despues = re.split(_SALTO, self.texto[fin : fin + largo], maxsplit=1)[0]
        return antes, despues

    def comienzo_de_linea(self, numero: int) -> int:
        """La posición en que empieza una línea que existe, contada desde 1."""
        return self._comienzos[numero - 1]

    def esta_en_un_texto(self, posicion: int) -> bool:
        """Si lo que hay en una posición es parte de un valor, y no un comentario."""
        nodo = bisect_right(self.inicio, posicion) - 1
        return nodo >= 0 and self.es_texto(nodo) and posicion < self.hasta[nodo]

    def inicio_tras(self, posicion: int) -> int:
        """Dónde empieza lo primero que empieza después de una posición; si no hay nada, el fin."""
        nodo = bisect_right(self.inicio, posicion)
        return self.inicio[nodo] if nodo < len(self.inicio) else len(self.texto)

    def lugar_de_lo_que_sigue(self, posicion: int) -> Lugar | None:
        """El registro o campo que empieza tras una posición, con su valor; nada si no hay más."""
        nodo = max(bisect_left(self.inicio, posicion), 1)
        if nodo >= len(self.inicio):
            return None
        es_clave = self.es_texto(nodo) and self.texto.startswith(":", self.hasta[nodo])
        fin = self._fin_visible(nodo + es_clave)
        return self.lugar(self.inicio[nodo], fin)

    def texto_en(self, posicion: int) -> TextoEscrito | None:
        """El valor que hay en una posición, o el último que empieza antes; nada si es una clave."""
        if not self.inicio:
            return None
        ruta: Ruta = ()
        valor, nodo = self.raiz, 0
        while isinstance(valor, dict | list):
            hijos = self._hijos_de(nodo)
            orden = bisect_right(hijos, posicion, key=self.inicio.__getitem__) - 1
            if isinstance(valor, list):
                pasos: Sequence[str | int] = range(len(valor))
                puesto = orden
            else:
                pasos = list(valor)
                # Clave y valor alternan.
                puesto = orden // 2 if orden % 2 else -1
            if not 0 <= puesto < len(pasos):
                return None
            dentro: Any = valor
            ruta, valor, nodo = (*ruta, pasos[puesto]), dentro[pasos[puesto]], hijos[orden]
        if not isinstance(valor, str):
            return None
        return TextoEscrito(ruta, valor, self.inicio[nodo], self.fin(nodo))

    def nodos_de_las_claves(self, nodo: int, ficha: "Iterable[str]") -> dict[str, int]:
        """El nodo de cada clave de la `ficha` que está en `nodo`; el de su valor es el siguiente.

        Tras una clave repetida no queda rastro de la segunda.
        """
        nodos: dict[str, int] = {}
        suyo = nodo + 1
        for clave in ficha:
            nodos[clave] = suyo
            suyo = self.salto(suyo + 1)
        return nodos

    @cached_property
    def _cierres(self) -> "Mapping[int, int]":
        return dict(zip(self.cierres[::2], self.cierres[1::2], strict=True))

    @cached_property
    def _comienzos(self) -> "array[int]":
        return array("I", chain((0,), (salto.end() for salto in re.finditer(_SALTO, self.texto))))

    def _linea_y_columna(self, posicion: int) -> tuple[int, int]:
        linea = bisect_right(self._comienzos, posicion)
        return linea, posicion - self._comienzos[linea - 1] + 1

    def _lugar_del_nodo(self, nodo: int) -> Lugar:
        inicio, fin = self.inicio[nodo], self._fin_visible(nodo)
        # El fin de un bloque llega hasta lo siguiente: se recorta a lo que se ve.
        return self.lugar(inicio, inicio + len(self.texto[inicio:fin].rstrip(" \t\r\n")))

    def _fin_visible(self, nodo: int) -> int:
        es_bloque = self.texto[self.inicio[nodo] : self.inicio[nodo] + 1] not in ("[", "{")
        hijos = self._hijos_de(nodo) if es_bloque and not self.es_texto(nodo) else ()
        return self._fin_visible(hijos[-1]) if hijos else self.fin(nodo)

    def _hijos_de(self, nodo: int) -> list[int]:
        hijos = self._hijos.get(nodo)
        if hijos is None:
            hijos = []
            hijo, acaba = nodo + 1, self.salto(nodo)
            while hijo < acaba:
                hijos.append(hijo)
                hijo = self.salto(hijo)
            self._hijos[nodo] = hijos
        return hijos

    def _nodo_de(self, ruta: Ruta) -> int | None:
        if not self.inicio:
            return None
        valor, nodo = self.raiz, 0
        for paso in ruta:
            if isinstance(valor, dict) and paso in valor:
                if nodo not in self._claves:
                    self._claves[nodo] = self.nodos_de_las_claves(nodo, valor)
                valor, nodo = valor[str(paso)], self._claves[nodo][str(paso)] + 1
            elif isinstance(valor, list) and isinstance(paso, int) and paso < len(valor):
                valor, nodo = valor[paso], self._hijos_de(nodo)[paso]
            else:
                break
        return nodo
