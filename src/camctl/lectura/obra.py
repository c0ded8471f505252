"""Lo que se lleva leído de un archivo: lo que está abierto, y lo que ya se ha dicho de él."""

from collections.abc import Iterable
from typing import Final

from camctl.castellano import miles
from camctl.diagnostico import Diagnostico, Gravedad, Regla, Relacionado
from camctl.lectura.mapa import Mapa
from camctl.lectura.valores import Ruta, Sitio, Valor

DEMASIADOS_ERRORES = Regla(
    "L128",
    Gravedad.ERROR,
    """El archivo tiene demasiados errores.

    A partir de cien mil no se sigue: no es un plan con erratas, es otra cosa.
    """,
)

ERRORES_MAXIMOS: Final = 100_000
_NINGUNO: Final[dict[str, int]] = {}
_DEMASIADOS = f"hay más de {miles(ERRORES_MAXIMOS)} errores; el resto del archivo no se lee"


class Basta(Exception):  # noqa: N818 — no es un error: es dejar de leer
    """El diagnóstico ya está dicho y el resto del archivo no se lee.

    `dudoso`: si lo último que se leyó entero pudo quedar cortado.
    """

    def __init__(self, *, dudoso: bool) -> None:
        super().__init__()
        self.dudoso = dudoso


class Abierto:
    """Una ficha o lista que se está leyendo: de las dos, tiene la que es."""

    __slots__ = (
        "clave",
        "contenido",
        "es_clave",
        "espera_clave",
        "ficha",
        "lista",
        "nodo",
        "nodo_clave",
        "nodos",
        "sobra",
        "son_dos",
    )

    def __init__(
        self, nodo: int, ficha: dict[str, Valor] | None, lista: list[Valor] | None
    ) -> None:
        self.nodo = nodo
        self.ficha = ficha
        self.lista = lista
        self.contenido: Valor = lista if ficha is None else ficha
        self.es_clave = False  # una ficha o lista donde va el nombre de un campo
        self.clave = ""  # la última
        self.nodo_clave = 0
        self.nodos: dict[str, int] = _NINGUNO  # los de sus claves, si hubo que buscarlos
        self.espera_clave = lista is None  # si no, espera un valor
        self.sobra = False  # la última clave y su valor no cuentan: repetida o ilegible
        self.son_dos = False  # tiene dos id: son dos registros sin guion entre ellos

    def saltar_entrada(self, nodo: int) -> None:
        """La clave que está en `nodo` no se entiende: su valor se lee y se olvida."""
        self.clave = ""
        self.nodo_clave = nodo
        self.espera_clave = False
        self.sobra = True


class Obra:
    """Un archivo a medio leer.

    `raiz` es lo que se pudo leer, cuando se acaba; lo demás, como en `Lectura`.
    """

    def __init__(self, mapa: Mapa) -> None:
        self.mapa = mapa
        self.raiz: Valor = None
        self.completa = True
        self.hay_vacios = False
        self.hay_blancos = False
        self.ocultos: dict[str, list[Valor]] = {}
        # De fuera adentro. El primero es el documento, como una lista de un elemento: la raíz.
        self.abiertos = [Abierto(-1, None, [])]
        self.diagnosticos: list[Diagnostico] = []
        self.danos: dict[Sitio, set[Ruta]] = {}
        self.sitios: dict[int, Sitio] = {}

    @property
    def corchete(self) -> int | None:
        """Dónde está el último corchete, o llave, sin cerrar."""
        inicios = (self.mapa.inicio[abierto.nodo] for abierto in reversed(self.abiertos[1:]))
        return next((uno for uno in inicios if self.mapa.texto[uno] in "[{"), None)

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
        if len(self.abiertos) < 3 or any(abierto.sobra for abierto in self.abiertos[1:-1]):
            return
        _, raiz, seccion, *dentro = self.abiertos
        orden = None if seccion.lista is None else len(seccion.lista)
        sitio = (raiz.clave, orden)
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
