"""Un archivo leído, y los sitios de su texto por los que se puede cortar."""

import re
from typing import Any, Final

from camctl.lectura import Lectura
from camctl.lectura.valores import Ruta

_SALTO: Final = re.compile(r"\r\n|\r|\n")


class Pagina:
    """El texto de un archivo y dónde está en él lo que dice; las posiciones, en caracteres."""

    def __init__(self, lectura: Lectura) -> None:
        self.mapa = lectura.mapa
        self.texto = lectura.mapa.texto
        self._raiz = lectura.valor

    def valor(self, ruta: Ruta) -> Any:
        """Lo escrito en `ruta`; nada si no hay nada detrás de la clave o no está la clave."""
        valor: Any = self._raiz
        for paso in ruta:
            if isinstance(valor, dict):
                valor = valor.get(str(paso))
            elif isinstance(valor, list) and isinstance(paso, int) and paso < len(valor):
                valor = valor[paso]
            else:
                return None
        return valor

    def tiene(self, ruta: Ruta) -> bool:
        """Si el campo de `ruta` está escrito, aunque no lleve nada detrás."""
        ficha = self.valor(ruta[:-1])
        return isinstance(ficha, dict) and ruta[-1] in ficha

    def tramo(self, ruta: Ruta) -> tuple[int, int]:
        """Dónde empieza y dónde acaba lo que se ve de un valor que existe."""
        return self.mapa.posiciones(self.mapa.lugar_de(ruta))

    def clave(self, ruta: Ruta) -> tuple[int, int]:
        """Dónde empieza y dónde acaba la clave de un campo que existe."""
        return self.mapa.posiciones(self.mapa.lugar_de_la_clave(ruta))

    def esta_entre_corchetes(self, ruta: Ruta) -> bool:
        """Si lo que hay en `ruta`, una lista o una ficha, se escribe entre corchetes o llaves."""
        return any(self.texto[self.tramo(ruta[:n])[0]] in "[{" for n in range(len(ruta) + 1))

    def guion(self, ruta: Ruta) -> int | None:
        """Donde está el guion de un elemento de una lista en bloque; nada si no se ve."""
        columna = self.columna(self.tramo(ruta[:-1])[0])
        comienzo = self.comienzo_de_linea(self.tramo(ruta)[0])
        while self.texto[comienzo : comienzo + columna].strip() or (
            self.texto[comienzo + columna : comienzo + columna + 1] != "-"
        ):
            if not comienzo:
                return None
            comienzo = self.comienzo_de_linea(self.fin_de_la_anterior(comienzo))
        return comienzo + columna

    def es_bloque(self, ruta: Ruta) -> bool:
        """Si en `ruta` hay una lista o una ficha que se escribe en sus propias líneas."""
        valor = self.valor(ruta)
        return isinstance(valor, dict | list) and not self.esta_entre_corchetes(ruta)

    def columna(self, posicion: int) -> int:
        """Cuántos caracteres hay en la línea antes de una posición."""
        return posicion - self.comienzo_de_linea(posicion)

    def comienzo_de_linea(self, posicion: int) -> int:
        """Donde empieza la línea de una posición."""
        return max(self.texto.rfind("\n", 0, posicion), self.texto.rfind("\r", 0, posicion)) + 1

    def fin_de_linea(self, posicion: int) -> int:
        """Donde acaba la línea de una posición, sin su salto."""
        hallado = _SALTO.search(self.texto, posicion)
        return hallado.start() if hallado else len(self.texto)

    def linea_siguiente(self, posicion: int) -> int | None:
        """Donde empieza la línea que sigue a la de una posición; nada si es la última."""
        hallado = _SALTO.search(self.texto, posicion)
        return hallado.end() if hallado and hallado.end() < len(self.texto) else None

    def salto(self, posicion: int) -> str:
        """El salto con que acaba la línea de una posición; si no acaba, el de la primera."""
        hallado = _SALTO.search(self.texto, posicion) or _SALTO.search(self.texto)
        return hallado.group() if hallado else "\n"

    def empieza_su_linea(self, posicion: int) -> bool:
        """Si en la línea no hay nada antes de una posición."""
        return not self.texto[self.comienzo_de_linea(posicion) : posicion].strip(" ")

    def resto_de_linea(self, posicion: int) -> str:
        """Lo que queda de la línea desde una posición."""
        return self.texto[posicion : self.fin_de_linea(posicion)]

    def fin_con_comentarios(self, posicion: int, columna: int) -> int:
        """El fin de la línea en que algo acaba o, si siguen comentarios suyos, el del último.

        Son suyos los que siguen y empiezan a la derecha de `columna`.
        """
        fin = mirado = self.fin_de_linea(posicion)
        while (siguiente := self.linea_siguiente(mirado)) is not None:
            mirado = self.fin_de_linea(siguiente)
            linea = self.texto[siguiente:mirado].rstrip()
            sangria = len(linea) - len(linea.lstrip(" "))
            if linea and (sangria <= columna or linea[sangria] != "#"):
                break
            if linea:
                fin = mirado
        return fin

    def comienzo_con_comentarios(self, posicion: int) -> int:
        """Donde empieza la línea de algo o, si tiene comentarios justo encima, el primero."""
        comienzo = self.comienzo_de_linea(posicion)
        while comienzo:
            anterior = self.comienzo_de_linea(self.fin_de_la_anterior(comienzo))
            if not self.resto_de_linea(anterior).lstrip(" ").startswith("#"):
                break
            comienzo = anterior
        return comienzo

    def fin_de_lo_de_encima(self, comienzo: int) -> int:
        """Donde acaba la última línea con algo escrito que hay por encima de otra."""
        while comienzo:
            fin = self.fin_de_la_anterior(comienzo)
            comienzo = self.comienzo_de_linea(fin)
            if self.texto[comienzo:fin].strip():
                return fin
        return 0

    def comienzo_de_lo_de_debajo(self, fin: int) -> int:
        """Donde empieza la primera línea con algo escrito que hay por debajo de otra."""
        while (comienzo := self.linea_siguiente(fin)) is not None:
            fin = self.fin_de_linea(comienzo)
            if self.texto[comienzo:fin].strip():
                return comienzo
        return len(self.texto)

    def lineas_en_blanco(self, desde: int, hasta: int) -> int:
        """Cuántas líneas en blanco siguen al fin de una línea, `desde`, sin pasar de `hasta`."""
        lineas = _SALTO.split(self.texto[desde:hasta])[1:-1]
        return next((n for n, linea in enumerate(lineas) if linea.strip()), len(lineas))

    def fin_de_la_anterior(self, comienzo: int) -> int:
        """Donde acaba la línea anterior a la que empieza en `comienzo`, que no es la primera."""
        fin = comienzo - 1
        return fin - 1 if self.texto[fin - 1 : comienzo] == "\r\n" else fin
