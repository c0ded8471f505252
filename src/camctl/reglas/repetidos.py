"""Un ID nombra un solo registro: R305."""

from collections.abc import Iterator

from camctl.comparacion import plegar_id
from camctl.diagnostico import Gravedad
from camctl.indices import RegistroConId
from camctl.lectura.valores import Ruta
from camctl.libres import Libres
from camctl.modelo.actor import Actor
from camctl.modelo.plan import CLASES, Clase
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba


@comprueba("R305", Gravedad.ERROR)
def id_repetido(contexto: Contexto) -> Iterator[Hallazgo]:
    """Dos registros se llaman igual.

    Un ID nombra un solo registro de su clase; entre actores, tampoco un alias puede ser el ID o el
    alias de otro. No cuentan mayúsculas, acentos, espacios, puntos ni guiones: `b.8` y `B8` son
    el mismo. Con dos iguales, nadie sabe a cuál se refiere quien lo cita.
    """
    for clase in CLASES:
        if not contexto.indices.son_unicos(clase.nombre):
            yield from _repetidos(contexto, clase)


def _repetidos(contexto: Contexto, clase: Clase) -> Iterator[Hallazgo]:
    registros = contexto.indices.por_clase(clase.nombre)
    primeros: dict[str, tuple[RegistroConId, Ruta]] = {}
    libres = Libres(uno.id for uno in registros)
    for registro in registros:
        for ruta, nombre in _nombres(registro):
            primero, ruta_del_primero = primeros.setdefault(plegar_id(nombre), (registro, ruta))
            if primero is registro:
                continue
            es_copia = id(registro) in contexto.copias
            if es_copia and ruta != ("id",):
                continue
            libre = _tras(libres, clase, primero, contexto) if ruta == ("id",) else ""
            yield Hallazgo(
                Sitio(registro, ruta),
                "está dos veces, con el mismo ID y los mismos datos"
                if es_copia
                else f"se llama «{nombre}», y así se llama ya {contexto.nombrar(primero)}",
                ayuda=_que_hacer(libre, es_copia=es_copia),
                sustituto=libre,
                relacionados=((Sitio(primero, ruta_del_primero), "el primero está aquí"),),
                de_copia=es_copia,
            )


def _que_hacer(libre: str, *, es_copia: bool) -> str:
    if es_copia:
        return f"borre uno de los dos o, si es otro, dele su ID y sus datos{'.' * bool(libre)}"
    if libre:
        return "dé a cada uno un ID distinto, o borre el que sobre."
    return "dé a cada uno un nombre distinto, o borre el que sobre"


def _tras(libres: Libres, clase: Clase, registro: RegistroConId, contexto: Contexto) -> str:
    """Un ID que no tiene nadie, de la serie de `registro`; nada si su clase no se numera."""
    if not clase.se_numera:
        return ""
    libre = libres.tras(registro.id)
    # De un registro dañado solo se sabe el ID, y también es suyo.
    while libre and contexto.existe(clase.nombre, libre):
        libre = libres.tras(libre)
    return libre


def _nombres(registro: RegistroConId) -> Iterator[tuple[Ruta, str]]:
    yield ("id",), registro.id
    if isinstance(registro, Actor):
        for orden, alias in enumerate(registro.alias):
            yield ("alias", orden), alias
