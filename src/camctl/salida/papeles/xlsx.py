"""El plan en un libro de Excel: una hoja por tabla, con fechas, filtros y enlaces entre hojas."""

from typing import Final

from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas import de_detalle, principales
from camctl.vistas.palabras import rotulo_del_plan
from camctl.vistas.propiedades import propiedades_de

TITULO: Final = "Libro de Excel"
ES_TEXTO: Final = False
OPCIONES: Final = frozenset[str]()


def escribir(encargo: Encargo) -> bytes:
    """Las hojas del plan y las de detalle que digan algo; cada una, encabezada por su plan.

    Raises:
        PapelImposible: si una no cabe en una hoja de Excel.
    """
    from camctl.salida.libro.libro import escribir_libro

    hojas = (*principales(encargo), *(hoja for hoja in de_detalle(encargo) if hoja.filas))
    propiedades = propiedades_de(encargo, encargo.cabecera.titulo)
    return escribir_libro(hojas, rotulo_del_plan(encargo.indices), propiedades)
