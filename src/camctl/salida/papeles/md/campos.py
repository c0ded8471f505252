"""Todo lo que un registro dice de sí, campo por campo, en el orden de su ficha.

Ningún campo se nombra para que salga: uno nuevo del modelo está en el documento sin que nadie lo
añada. Se nombran los que se dicen de otra manera.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from camctl.lectura.valores import Ruta
from camctl.modelo.actividad import TODOS, Actividad, Acuerdo, Invitado, MandatoCitado
from camctl.modelo.actor import ObjetivoServido
from camctl.modelo.base import Registro
from camctl.modelo.fecha import Tramo
from camctl.modelo.plan import ClaseDeRegistro
from camctl.referencias import citas_de
from camctl.salida.markdown import al_comienzo, en_linea, en_lineas, enlace
from camctl.salida.papeles.md.enlaces import Enlaces
from camctl.vistas import palabras
from camctl.vistas.demas import dicho
from camctl.vistas.nombres import SEPARADOR, rotulo
from camctl.vistas.ver.comun import ABARCA_TODO

_Citas: TypeAlias = Mapping[Ruta, ClaseDeRegistro]

# Los campos que se dicen con palabras propias, y los que por eso ya están dichos.
_CON_PALABRAS: Final[Mapping[tuple[type[Registro], str], Callable[[Any], str]]] = {
    (Actividad, "fecha"): palabras.cuando,
    (Actividad, "tipo"): palabras.tipo,
    (Invitado, "nombre"): palabras.invitado,
    (MandatoCitado, "parrafos"): lambda uno: palabras.parrafos_citados(uno.parrafos),
    (ObjetivoServido, "cita"): lambda uno: f"«{uno.cita}»",
    (Acuerdo, "cumplido"): lambda uno: "cumplido" if uno.cumplido else "pendiente",
}
_YA_DICHOS: Final = {(Actividad, "hasta"), (Actividad, "hora"), (Invitado, "estado")}
# De una ficha dentro de otra, los campos que sin su rótulo no se entienden.
_CON_ROTULO: Final = {(Acuerdo, "responsable"), (Acuerdo, "plazo")}


def campos(registro: Registro, enlaces: Enlaces, *, menos: Collection[str] = ()) -> Iterator[str]:
    """Un elemento de lista por campo que dice algo; `menos`, los que van en otra parte."""
    citas: _Citas = {cita.ruta: cita.clase for cita in citas_de(registro)}
    for nombre in type(registro).model_fields:
        if nombre in menos or _esta_dicho(registro, nombre):
            continue
        valor = getattr(registro, nombre)
        titulo = rotulo(type(registro), nombre)
        if _es_lista(valor) and isinstance(valor[0], Registro):
            yield f"- **{en_linea(titulo)}:**"
            for puesto, uno in enumerate(valor):
                yield f"  - {_ficha(uno, (nombre, puesto), citas, enlaces)}"
        else:
            yield from elemento(titulo, [_dicho(registro, nombre, (nombre,), citas, enlaces)])


def elemento(titulo: str, dichos: Iterable[str]) -> Iterator[str]:
    """«- **Sesiones:** uno, otro», de lo que ya está escrito; nada si no hay qué decir."""
    if lista := ", ".join(dichos):
        yield f"- **{en_linea(titulo)}:** {lista}"


def _esta_dicho(registro: Registro, nombre: str) -> bool:
    valor, clave = getattr(registro, nombre), (type(registro), nombre)
    return (
        clave in _YA_DICHOS
        or valor in (None, (), {})
        or (valor is False and clave not in _CON_PALABRAS)
    )


def _ficha(registro: Registro, ruta: Ruta, citas: _Citas, enlaces: Enlaces) -> str:
    """Una ficha que va dentro de otra, en una línea."""
    partes = []
    for nombre in type(registro).model_fields:
        if _esta_dicho(registro, nombre):
            continue
        suyo = _dicho(registro, nombre, (*ruta, nombre), citas, enlaces)
        if (type(registro), nombre) in _CON_ROTULO:
            suyo = f"{rotulo(type(registro), nombre).lower()}: {suyo}"
        partes.append(suyo)
    return al_comienzo(SEPARADOR.join(partes))


def _dicho(registro: Registro, nombre: str, ruta: Ruta, citas: _Citas, enlaces: Enlaces) -> str:
    valor: Any = getattr(registro, nombre)
    if decir := _CON_PALABRAS.get((type(registro), nombre)):
        return en_linea(decir(registro))
    if nombre == "enlace":
        return enlace(nombre, valor)
    if isinstance(valor, Mapping):
        return SEPARADOR.join(enlace(en_linea(idioma), suyo) for idioma, suyo in valor.items())
    if _es_lista(valor):
        unos = enumerate(valor)
        return ", ".join(_suelto(uno, (*ruta, puesto), citas, enlaces) for puesto, uno in unos)
    return _suelto(valor, ruta, citas, enlaces)


def _suelto(valor: Any, ruta: Ruta, citas: _Citas, enlaces: Enlaces) -> str:
    if clase := citas.get(ruta):
        return enlaces.a_lo_citado(clase, valor)
    if valor == TODOS:
        return ABARCA_TODO
    return en_lineas(palabras.parrafos_de(dicho(valor)))


def _es_lista(valor: Any) -> bool:
    # También son tuplas los días de un tramo.
    return isinstance(valor, tuple) and not isinstance(valor, Tramo)
