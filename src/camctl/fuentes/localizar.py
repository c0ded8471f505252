"""Dónde están los datos de quien pregunta.

Por orden: la carpeta que dice, la de `CAMCTL_DATOS`, la actual si tiene algún archivo del plan, la
`data/` más cercana hacia arriba que lo tenga y, solo para consultar, el plan del paquete. Basta un
archivo: si se exigiera uno determinado, a quien le falte se le contestaría con el plan de otro.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from camctl.archivos import causa
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.carpeta import Carpeta

VARIABLE: Final = "CAMCTL_DATOS"

Origen: TypeAlias = Literal["pedida", "cercana", "paquete"]


class SinDatos(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """No hay carpeta de datos; el mensaje dice cuál se buscó."""


class Localizada(NamedTuple):
    """La fuente encontrada, y si la pidió alguien, estaba a mano o es la del paquete."""

    fuente: Carpeta
    origen: Origen


def localizar(pedida: str | None, del_entorno: str | None, *, con_paquete: bool) -> Localizada:
    """La fuente de los datos.

    Raises:
        SinDatos: si la pedida no es una carpeta, o si no hay ninguna ni vale la del paquete.
    """
    if pedida or del_entorno:
        return Localizada(_carpeta(pedida, del_entorno), "pedida")
    aqui = Path()
    if _tiene_un_plan(aqui):
        return Localizada(Carpeta(aqui), "cercana")
    for madre in (aqui, *_las_de_encima()):
        if _tiene_un_plan(madre / "data"):
            return Localizada(Carpeta(madre / "data"), "cercana")
    if con_paquete:
        from camctl.fuentes.paquete import Paquete

        if del_paquete := Paquete.buscar():
            return Localizada(del_paquete, "paquete")
    raise SinDatos(
        "no hay datos aquí: ni un archivo del plan en la carpeta actual ni una carpeta data/ que "
        f"lo tenga; diga cuál con --datos CARPETA o con la variable {VARIABLE}"
    )


def _las_de_encima() -> Sequence[Path]:
    try:
        return Path.cwd().parents
    except OSError:
        # Borraron la carpeta actual.
        return ()


def _tiene_un_plan(carpeta: Path) -> bool:
    try:
        return any((carpeta / archivo).exists() for archivo in ARCHIVOS)
    except OSError:
        # Donde no dejan mirar no se ha hallado nada, y se sigue buscando.
        return False


def _carpeta(pedida: str | None, del_entorno: str | None) -> Carpeta:
    ruta = Path(pedida or del_entorno or "")
    try:
        if ruta.is_dir():
            return Carpeta(ruta)
        que_pasa = "no es una carpeta" if ruta.exists() else "no existe"
    except OSError as fallo:
        que_pasa = f"no se puede abrir: {causa(fallo)}"
    de_donde = "" if pedida else f" (la pide la variable {VARIABLE})"
    raise SinDatos(f"la carpeta de datos «{ruta}» {que_pasa}{de_donde}")
