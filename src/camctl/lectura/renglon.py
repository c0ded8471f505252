"""Una línea del archivo mirada como la mira una persona: su sangría, su guion, su campo, su valor.

Sirve a los mensajes de sintaxis: el lector de YAML no dice qué quiso escribir quien la escribió.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, Self

from camctl.castellano import contar
from camctl.lectura.escrito import entre_comillas, escrito
from camctl.lectura.mapa import Mapa

# Se ven como un espacio, o no se ven, y para YAML son letras. Va dentro de unos corchetes.
ESPACIOS_RAROS: Final = "\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"

_LARGO: Final = 400  # lo que se mira de una línea
_LARGO_CITADO: Final = 60
_LARGO_ENTERO: Final = 100
_LINEAS_ATRAS: Final = 40
DE_BLOQUE: Final = (">", "|")  # con lo que empieza un valor que va en las líneas de debajo
LINEAS_DE_UN_REGISTRO: Final = 400  # puede llevar textos de muchas líneas
_FORMA = re.compile(
    r"(?P<sangria> *)(?P<guiones>(?:- +)*)"
    r"(?:(?P<campo>\w[\w.-]*) *:(?: +(?P<valor>.*))?$)?"
)
_COMENTARIO = re.compile(r"(^|\s)#.*$")
_PAREJAS: Final = {"“": "”", "‘": "’", "`": "`", "´": "´", '"': '"', "'": "'"}
_CIERRES_FALSOS: Final = "”’“‘»´`"


CADA_DATO_EN_SU_LINEA: Final = (
    "parece una fila copiada de una tabla: aquí cada dato va en su línea, con el nombre de su campo"
)


def parece_una_fila(texto: str) -> bool:
    """Si `texto` lleva varias celdas de una hoja de cálculo o de una tabla."""
    # Detrás de un punto y coma, en una frase va un espacio.
    return any(len(re.findall(signo, texto[:_LARGO])) > 1 for signo in (r"\t", r";(?=\S)", r"\|"))


class Renglon(NamedTuple):
    """Lo que hay en una línea; `campo` está vacío si no es «campo: valor»."""

    numero: int
    texto: str
    sangria: int
    guiones: str  # con sus espacios: «- »
    campo: str
    valor: str

    @classmethod
    def de(cls, mapa: Mapa, numero: int) -> Self:
        """La línea `numero` de un archivo."""
        return cls.de_texto(numero, mapa.linea(numero, largo=_LARGO))

    @classmethod
    def de_texto(cls, numero: int, texto: str) -> Self:
        """La línea que lleva `texto`."""
        texto = texto.rstrip()
        sangria, guiones, campo, valor = next(_FORMA.finditer(texto)).groups("")
        return cls(numero, texto, len(sangria), guiones, campo, _COMENTARIO.sub("", valor).strip())

    @property
    def columna(self) -> int:
        """Donde empieza, contando desde 0, lo que sigue a la sangría y a los guiones."""
        return self.sangria + len(self.guiones)

    @property
    def contenido(self) -> str:
        """Lo que sigue a la sangría y a los guiones."""
        return self.texto[self.columna :]

    @property
    def esta_vacio(self) -> bool:
        """Si no lleva nada, o solo un comentario."""
        return not self.texto.strip() or self.texto.lstrip().startswith("#")

    def con_valor(self, valor: str) -> str:
        """Cómo queda el campo con `valor` detrás, o `valor` a solas si la línea no tiene campo."""
        return f"{self.campo}: {valor}" if self.campo else valor

    def citando(self, valor: str) -> str:
        """Cómo se escribe entre comillas `valor`, con su campo delante si es el de la línea."""
        return self.con_valor(citado(valor)) if valor == self.valor else citado(valor)


def anteriores(mapa: Mapa, numero: int, *, cuantas: int = _LINEAS_ATRAS) -> Iterator[Renglon]:
    """Las líneas con algo escrito que preceden a la línea `numero`, de abajo arriba."""
    for anterior in range(numero - 1, max(0, numero - 1 - cuantas), -1):
        renglon = Renglon.de(mapa, anterior)
        if not renglon.esta_vacio:
            yield renglon


def siguientes(mapa: Mapa, numero: int, *, cuantas: int = _LINEAS_ATRAS) -> Iterator[Renglon]:
    """Las líneas con algo escrito que siguen a la línea `numero`, de arriba abajo."""
    for siguiente in range(numero + 1, numero + cuantas + 1):
        renglon = Renglon.de(mapa, siguiente)
        if not renglon.esta_vacio:
            yield renglon


def donde_va(mapa: Mapa, renglon: Renglon) -> str:
    """Cómo alinear `renglon` con la línea de arriba a la que más se parece; vacío si a ninguna."""
    if not (renglon.guiones or renglon.campo):
        previo = next(anteriores(mapa, renglon.numero), None)
        return (
            f"si sigue el texto de arriba, escríbala {con_espacios(previo.columna)}"
            if previo
            else ""
        )
    if not renglon.guiones and (sin_guion := _sin_su_guion(mapa, renglon)):
        return sin_guion
    posibles = [c for c in _columnas(mapa, renglon) if c[0] != renglon.sangria]
    if not posibles:
        return ""
    columna, modelo = min(posibles, key=lambda posible: abs(posible[0] - renglon.sangria))
    return f"alinéela con {modelo}: escríbala {con_espacios(columna)}"


def espacios_para(mapa: Mapa, renglon: Renglon) -> str:
    """Los espacios que lleva delante `renglon`, según la línea de arriba; vacío si no se sabe."""
    previo = next(anteriores(mapa, renglon.numero), None)
    if previo is not None and previo.campo and not previo.valor:
        return tantos_espacios(previo.columna + 2)
    columna = next((columna for columna, _ in _columnas(mapa, renglon)), 0)
    return tantos_espacios(columna) if columna else ""


def _sin_su_guion(mapa: Mapa, renglon: Renglon) -> str:
    """Cómo se escribe un campo que abre otros registros con un guion, si le falta."""
    for previo in anteriores(mapa, renglon.numero):
        if previo.guiones and previo.campo == renglon.campo and previo.sangria == renglon.sangria:
            escrito = f"- {breve(renglon.contenido)}"
            return f"si empieza otro registro, le falta el guion: escriba: {escrito}"
    return ""


def _columnas(mapa: Mapa, renglon: Renglon) -> Iterator[tuple[int, str]]:
    """Dónde empiezan las líneas de arriba de la misma especie, y cómo se nombra cada una."""
    previos = list(anteriores(mapa, renglon.numero))
    # El guion de otro registro que empieza igual, antes que el de una lista que va dentro de él.
    iguales = [uno for uno in previos if renglon.guiones and uno.guiones]
    iguales = [uno for uno in iguales if renglon.campo and uno.campo == renglon.campo]
    for previo in iguales or previos:
        if renglon.guiones and previo.guiones:
            yield previo.sangria, f"el guion de la línea {previo.numero}"
        elif not renglon.guiones and previo.campo:
            yield previo.columna, f"«{previo.campo}», de la línea {previo.numero}"


def como_se_sigue(mapa: Mapa, renglon: Renglon) -> str:
    """Qué hacer con `renglon` si es la continuación del texto, o de la lista, de arriba."""
    con_mas_sangria = "si sigue el texto de la línea de arriba, dele más sangría que a su campo"
    previo = next(anteriores(mapa, renglon.numero), None)
    if previo is not None and not previo.campo and previo.sangria > renglon.sangria:
        return f"si sigue el texto de la línea de arriba, escríbala {con_espacios(previo.sangria)}"
    es_tras_un_elemento = previo is not None and previo.guiones and not previo.campo
    if previo is not None and es_tras_un_elemento and previo.sangria == renglon.sangria:
        return f"si es otro elemento de la lista, escriba: - {breve(renglon.contenido)}"
    if previo is None or not previo.campo or previo.valor[:1] in ("[", "{", '"', "'"):
        return con_mas_sangria
    if previo.valor[:1] in DE_BLOQUE:
        return f"si es el texto de «{previo.campo}», escríbala {con_espacios(previo.columna + 2)}"
    entero = f"{previo.campo}: {escrito(f'{previo.valor} {renglon.contenido}'.strip())}"
    if len(entero) > _LARGO_ENTERO:
        return con_mas_sangria
    return f"si sigue el texto de la línea de arriba, escríbalo en ella: {entero}"


def se_usa(mapa: Mapa, palabra: str) -> bool:
    """Si en otro sitio del archivo `palabra` es el nombre de un campo."""
    return bool(re.search(rf"(?m)^[ -]*{re.escape(palabra)}:(?: |$)", mapa.texto))


def con_espacios(espacios: int) -> str:
    """«con 4 espacios delante», o «sin espacios delante»."""
    return f"con {tantos_espacios(espacios)} delante" if espacios else "sin espacios delante"


def tantos_espacios(espacios: int) -> str:
    """«4 espacios»."""
    return contar(espacios, "espacio", "espacios")


def hasta_donde_acaba(mapa: Mapa, posicion: int, *, en_corchetes: bool = False) -> str:
    """Lo escrito desde `posicion` hasta el fin de su línea, o de su elemento si va en una lista."""
    trozo = re.split(r"[\r\n]", mapa.texto[posicion : posicion + _LARGO], maxsplit=1)[0]
    if en_corchetes:
        trozo = re.split(r"[,\]}]", trozo, maxsplit=1)[0]
    return _COMENTARIO.sub("", trozo).rstrip()


def breve(texto: str) -> str:
    """El principio de `texto`; si no está entero, acaba en «…»: lo demás se deja como estaba."""
    texto = texto.strip()
    return texto if len(texto) <= _LARGO_CITADO else f"{texto[: _LARGO_CITADO - 1].rstrip()}…"


def citado(texto: str) -> str:
    """`texto` como se escribe entre comillas, con las de fuera cambiadas si dentro ya las hay."""
    texto = breve(sin_comillas(texto))
    if ('"' in texto or "\\" in texto) and "'" not in texto:
        return f"'{texto}'"
    return entre_comillas(texto)


def sin_comillas(texto: str) -> str:
    """`texto` sin las comillas que lo abren y, si están, las que lo cierran, sean las que sean."""
    texto = texto.strip()
    cierre = _PAREJAS.get(texto[:1])
    if cierre is None:
        return texto
    # «"uno" y "dos"»: ni las abre la primera ni las cierra la última.
    if re.fullmatch(
        rf"{texto[0]}[^{cierre}]*\S{cierre}\s(?:.*\s)?{texto[0]}\S[^{cierre}]*{cierre}", texto
    ):
        return texto
    if texto.endswith(cierre) or texto[-1] in _CIERRES_FALSOS:
        return texto[1:-1]
    return texto if texto.count(texto[0]) > 1 else texto[1:]
