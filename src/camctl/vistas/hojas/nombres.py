"""Cómo se llama cada hoja, en cuál está cada registro y qué columnas tiene de lo que no nombra."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from camctl.indices import Indices
from camctl.modelo.base import Registro
from camctl.modelo.plan import ClaseDeRegistro
from camctl.vistas.demas import lineas_de, los_demas
from camctl.vistas.hojas.hoja import Destino, Dicho, en_lineas
from camctl.vistas.nombres import rotulo

PLAN: Final = "Plan"
CALENDARIO: Final = "Calendario"
OBJETIVOS: Final = "Objetivos"
ACTORES: Final = "Actores"
MANDATOS: Final = "Mandatos"
COBERTURA: Final = "Cobertura"

INVITADOS: Final = "Invitados"
AVANCES: Final = "Avances"
ACUERDOS: Final = "Acuerdos"
DOCUMENTOS: Final = "Documentos"
MISIONES: Final = "Misiones"
ENLACES: Final = "Enlaces"

HOJA_DE: Final[Mapping[ClaseDeRegistro, str]] = {
    "actividad": CALENDARIO,
    "objetivo": OBJETIVOS,
    "actor": ACTORES,
    "mandato": MANDATOS,
}


def ids(
    indices: Indices, clase: ClaseDeRegistro, *referencias: str | None, salvo: object = None
) -> Dicho | None:
    """Los ID citados, seguidos y sin repetir: «B1, B6»; nada si no se cita ninguno.

    Llevan a la fila del primero, y a la de `salvo` solo si es el único: una celda no puede llevar a
    dos sitios. De lo que no está en el plan se dice lo escrito.
    """
    citados = {
        registro.id if registro else referencia: registro
        for referencia in referencias
        if referencia
        for registro in (indices.por_id(clase, referencia),)
    }
    if not citados:
        return None
    hallados = [registro for registro in citados.values() if registro]
    hallados.sort(key=lambda registro: registro is salvo)
    lleva_a = Destino(HOJA_DE[clase], hallados[0].id) if hallados else None
    return Dicho((", ".join(citados),), lleva_a)


def rotulos_de_los_demas(modelo: type[Registro], dichos: Collection[str]) -> tuple[str, ...]:
    """Una columna por cada campo de `modelo` que no es de los `dichos`."""
    return tuple(rotulo(modelo, nombre) for nombre in los_demas(modelo, dichos))


def valores_de_los_demas(
    registro: Registro, dichos: Collection[str], indices: Indices
) -> Iterator[Dicho | None]:
    """Lo que va en esas columnas, o nada en las de los campos que nada dicen."""
    for nombre in los_demas(type(registro), dichos):
        yield en_lineas(lineas_de(registro, nombre, indices))
