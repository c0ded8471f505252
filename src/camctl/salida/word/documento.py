"""Cualquier documento de Word que se reparte: con la plantilla de camctl, o con la de uno."""

from typing import Any

from camctl.castellano import contar
from camctl.salida.papeles import PapelImposible
from camctl.salida.word import PlantillaRota, plantilla_propia
from camctl.vistas.encargo import Encargo
from camctl.vistas.propiedades import propiedades_de


def escribir(
    encargo: Encargo, contexto: Any, propia: str, *, titulo: str, plantilla: str | None = None
) -> bytes:
    """El documento que dice `contexto`.

    Args:
        encargo: de qué plan es; de él salen su autor y su fecha.
        contexto: la pieza con los campos que la plantilla puede nombrar.
        propia: cómo se llama la plantilla que trae camctl.
        titulo: el del documento, para sus propiedades.
        plantilla: la ruta de la de uno, en lugar de la que trae camctl.

    Raises:
        PapelImposible: si la plantilla no se puede usar, con lo que tiene mal.
    """
    # python-docx y docxtpl tardan en importarse, y quien se equivoca de opción no los espera.
    from camctl.salida.word.escritor import rellenar
    from camctl.salida.word.paquete import leer

    try:
        usada = leer(plantilla) if plantilla is not None else plantilla_propia(propia)
        return rellenar(usada, contexto, propiedades_de(encargo, titulo))
    except PlantillaRota as rota:
        raise _imposible(plantilla or propia, rota) from None


def _imposible(nombre: str, rota: PlantillaRota) -> PapelImposible:
    if len(rota.faltas) == 1:
        return PapelImposible(f"la plantilla «{nombre}» no se puede usar: {rota.faltas[0]}")
    cuantas = contar(len(rota.faltas), "error", "errores")
    return PapelImposible(f"la plantilla «{nombre}» no se puede usar: {cuantas}", rota.faltas)
