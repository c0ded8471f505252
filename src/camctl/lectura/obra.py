"""Lo que se lleva leído de un archivo: lo que está abierto, y lo que ya se ha dicho de él."""

from collections.abc import Iterable
from typing import Final, NamedTuple, TypeAlias

from camctl.castellano import miles
from camctl.diagnostico import Diagnostico, Gravedad, Regla, Relacionado
from camctl.lectura.mapa import Mapa
from camctl.lectura.nombres import ComoSeLlama
from camctl.lectura.valores import Ruta, Sitio, Valor

DEMASIADOS_ERRORES = Regla(
    "L128",
    Gravedad.ERROR,
    """El archivo tiene demasiados errores.

    A partir de cien mil no se sigue: no es un plan con erratas, es otra cosa.
    """,
)

ERRORES_MAXIMOS: Final = 100_000
_DEMASIADOS = f"hay más de {miles(ERRORES_MAXIMOS)} errores; el resto del archivo no se lee"


class Basta(Exception):  # noqa: N818 — no es un error: es dejar de leer
    """El diagnóstico ya está dicho y el resto del archivo no se lee.

    `dudoso`: si lo último que se leyó entero pudo quedar cortado. `desde`: el campo que, por no
    tener sangría, parece de la raíz, y es de lo que hay encima.
    """

    def __init__(self, *, dudoso: bool, desde: str = "") -> None:
        super().__init__()
        self.dudoso = dudoso
        self.desde = desde


# Una ficha o lista abierta: su nodo, la que es de las dos, y la clave y lo que sobra de quien la
# contiene, que vuelven a valer cuando se cierra.
Marco: TypeAlias = tuple[int, dict[str, Valor] | None, list[Valor] | None, str | None, int | None]


class Abierto(NamedTuple):
    """Una ficha o lista que se está leyendo: de las dos, tiene la que es.

    `clave` es la que espera su valor, vacía si no se entiende; `sobra`, el nodo de esa clave, si ni
    ella ni su valor cuentan: está repetida o es ilegible.
    """

    nodo: int
    ficha: dict[str, Valor] | None
    lista: list[Valor] | None
    clave: str | None
    sobra: int | None

    @property
    def contenido(self) -> Valor:
        """La ficha, o la lista."""
        return self.lista if self.ficha is None else self.ficha

    @property
    def espera_clave(self) -> bool:
        """Si lo que viene ahora es una clave, y no un valor."""
        return self.ficha is not None and self.clave is None


class Obra:
    """Un archivo a medio leer.

    `raiz` es lo que se pudo leer, cuando se acaba; lo demás, como en `Lectura`.
    """

    def __init__(self, mapa: Mapa, como_se_llama: ComoSeLlama) -> None:
        self.mapa = mapa
        self.como_se_llama = como_se_llama
        self.raiz: Valor = None
        self.completa = True
        self.hay_vacios = False
        self.hay_blancos = False
        self.ocultos: dict[str, list[Valor]] = {}
        # De fuera adentro. El primero es el documento, como una lista de un elemento: la raíz.
        self.pila: list[Marco] = [(-1, None, [], None, None)]
        # La clave y lo que sobra de lo último que se abrió: se ponen solo ante algo raro.
        self.clave: str | None = None
        self.sobra: int | None = None
        # De las fichas con alguna clave repetida, por su nodo: los de sus claves, y las que
        # tienen dos veces la primera, que son dos registros sin guion entre ellos.
        self.claves: dict[int, dict[str, int]] = {}
        self.con_dos_registros: dict[int, None] = {}
        self.ultima_repetida = "", -1  # la clave, y su nodo
        self.diagnosticos: list[Diagnostico] = []
        self.danos: dict[Sitio, set[Ruta]] = {}
        self.sitios: dict[int, Sitio] = {}

    @property
    def abiertos(self) -> list[Abierto]:
        """Lo que está abierto, de fuera adentro: primero, el documento."""
        claves = [marco[3:] for marco in self.pila[1:]]
        claves.append((self.clave, self.sobra))
        return [Abierto(*marco[:3], *suyo) for marco, suyo in zip(self.pila, claves, strict=True)]

    @property
    def corchete(self) -> int | None:
        """Dónde está el último corchete, o llave, sin cerrar."""
        inicios = (self.mapa.inicio[nodo] for nodo, *_ in reversed(self.pila[1:]))
        return next((uno for uno in inicios if self.mapa.texto[uno] in "[{"), None)

    def esperar(self) -> None:
        """Lo que viene es otra clave, u otro elemento."""
        self.clave = self.sobra = None

    def saltar_entrada(self, nodo: int) -> None:
        """La clave que está en `nodo` no se entiende: su valor se lee y se olvida."""
        self.clave = ""
        self.sobra = nodo

    def olvidar(self) -> None:
        """Deshace la entrada que sobra, ya leído su valor.

        Sin rastro de ella, los números de los demás nodos no se mueven. Sus cierres se quedan: de
        un nodo vale el último, y este acaba antes de donde empieza el que toma su número.
        """
        mapa, nodo = self.mapa, self.sobra or 0
        del mapa.inicio[nodo:], mapa.hasta[nodo:]
        for por_nodo in (self.claves, self.con_dos_registros):
            while por_nodo and next(reversed(por_nodo)) >= nodo:
                por_nodo.popitem()

    def decir(
        self,
        regla: Regla,
        tramo: tuple[int, int],
        mensaje: str,
        *,
        ayuda: str,
        relacionados: tuple[Relacionado, ...] = (),
    ) -> None:
        """Añade un diagnóstico sobre un tramo del texto, y anota qué registro está dañado.

        Raises:
            Basta: si ya hay demasiados.
        """
        if len(self.diagnosticos) >= ERRORES_MAXIMOS:
            regla, mensaje, ayuda, relacionados = DEMASIADOS_ERRORES, _DEMASIADOS, "", ()
        lugar = self.mapa.lugar(*tramo)
        self.diagnosticos.append(regla.en(lugar, mensaje, ayuda=ayuda, relacionados=relacionados))
        if regla is DEMASIADOS_ERRORES:
            raise Basta(dudoso=True)
        self._anotar_dano()

    def _anotar_dano(self) -> None:
        """Anota qué registro tiene el último error, y en qué sitio de él si se sabe."""
        abiertos = self.abiertos
        if len(abiertos) < 3 or any(abierto.sobra is not None for abierto in abiertos[1:-1]):
            return
        _, raiz, seccion, *dentro = abiertos
        orden = None if seccion.lista is None else len(seccion.lista)
        sitio = (raiz.clave or "", orden)
        self.sitios[len(self.diagnosticos) - 1] = sitio
        rutas = self.danos.setdefault(sitio, set())
        if ruta := _ruta_abierta([seccion, *dentro] if orden is None else dentro):
            rutas.add(ruta)


def _ruta_abierta(abiertos: Iterable[Abierto]) -> Ruta:
    """Los pasos que llevan a lo que se está leyendo, hasta donde tengan nombre."""
    ruta: list[str | int] = []
    for abierto in abiertos:
        if abierto.lista is not None:
            ruta.append(len(abierto.lista))
        elif abierto.clave:
            ruta.append(abierto.clave)
        else:
            break
    return tuple(ruta)
