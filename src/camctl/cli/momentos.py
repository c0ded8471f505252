"""De lo que alguien teclea al plan de un momento: una carpeta, una revisión de git o una fecha."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from camctl.archivos import causa
from camctl.cli.comun import mal_uso, mal_valor
from camctl.cli.consulta import Consulta, ConsultaDe
from camctl.cli.resolver import un_anio
from camctl.fuentes import Fuente
from camctl.fuentes.carpeta import Carpeta
from camctl.fuentes.git import Revision, SinRevision
from camctl.modelo.fecha import CUALQUIER_ANIO, interpretar, por_que_no_existe

if TYPE_CHECKING:
    from camctl.vistas.cambios import Momento


def abrir(ahora: Consulta, texto: str, opcion: str) -> ConsultaDe:
    """El plan que `texto` nombra: una carpeta, si existe; si no, una revisión; si no, una fecha.

    Una fecha es una revisión solo si alguien dio ese nombre a una rama o a una etiqueta.

    Raises:
        BadParameter: si no es nada de eso.
    """
    carpeta = Path(texto)
    try:
        if texto and carpeta.is_dir():
            return _consulta_de(Carpeta(carpeta))
    except OSError as fallo:
        raise mal_valor(f"no se puede abrir «{texto}»: {causa(fallo)}", opcion) from None
    try:
        revision = Revision.de(_donde(ahora), texto, solo_nombres=_dia(texto) is not None)
    except SinRevision as sin_revision:
        raise mal_valor(f"«{texto}» no es una carpeta, y {sin_revision}", opcion) from None
    if revision is not None:
        return _consulta_de(revision)
    if _dia(texto):
        return abrir_al(ahora, texto, opcion)
    nada_de_eso = f"«{texto}» no es una carpeta, ni una revisión de git, ni una fecha"
    porque = _por_que_no(texto)
    raise mal_valor(f"{nada_de_eso}: {porque}" if porque else nada_de_eso, opcion)


def abrir_al(ahora: Consulta, texto: str, opcion: str) -> ConsultaDe:
    """El plan como estaba al empezar el día, el mes o el año que dice `texto`.

    Raises:
        BadParameter: si no es una fecha con su año, o git no guarda nada anterior.
    """
    dia = _dia(texto)
    if dia is None:
        porque = _por_que_no(texto)
        ayuda = f": {porque}" if porque else "; escriba 2030-03-14, 14/3/2030 o 2030-03"
        raise mal_valor(f"«{texto}» no es una fecha{ayuda}", opcion)
    try:
        return _consulta_de(Revision.al_empezar(_donde(ahora), dia))
    except SinRevision as sin_revision:
        raise mal_valor(str(sin_revision), opcion) from None


def abrir_lo_guardado(ahora: Consulta) -> ConsultaDe:
    """El plan como se guardó la última vez.

    Raises:
        UsageError: si no hay git, o nada guardado.
    """
    try:
        revision = Revision.de(_donde(ahora), "HEAD")
    except SinRevision as sin_revision:
        raise mal_uso(f"{sin_revision}; diga dos carpetas") from None
    if revision is None:
        raise mal_uso("git no encuentra la última versión guardada; diga dos carpetas")
    return _consulta_de(revision)


def momento(consulta: ConsultaDe) -> "Momento":
    """El plan de `consulta`, para compararlo: con el día en que se guardó, si git lo sabe."""
    from camctl.vistas.cambios import Momento

    fuente = consulta.fuente
    dia = fuente.cuando.date() if isinstance(fuente, Revision) else None
    return Momento(fuente.nombre, consulta.indices, consulta.cobertura, dia)


def _consulta_de(fuente: Fuente) -> ConsultaDe:
    # Siempre pedida: quien lee ha de ver de cuándo es.
    return ConsultaDe(lambda: (fuente, "pedida"))


def _donde(ahora: Consulta) -> Path:
    return ahora.localizada.fuente.ruta


def _dia(texto: str) -> date | None:
    """El primer día de la fecha que dice `texto`, si es una y tiene año."""
    if anio := un_anio(texto):
        return date(anio, 1, 1)
    hoy = date.today()  # noqa: DTZ011 — el día de quien pregunta
    return next((fecha.inicio for fecha in interpretar(texto, hoy=hoy)), None)


def _por_que_no(texto: str) -> str:
    """Qué le falta a `texto` para ser una fecha: que exista, o su año."""
    sin_anio = f"le falta el año; escriba, por ejemplo, «{texto} de 2030»"
    return por_que_no_existe(texto) or (sin_anio if interpretar(texto, CUALQUIER_ANIO) else "")
