"""Qué no verán, en una agenda que sustituye a otra, quienes ya tienen la otra."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from camctl.castellano import entre_comillas, enumerar_pocos
from camctl.salida.papeles.ics.suceso import es_de_su_plan, uid_de
from camctl.vistas.encargo import Encargo

# Lo que dice cuándo cambió el suceso, y no qué dice.
_DE_CUANDO: Final = {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"}
_ESCRITO: Final = "actualizado: 2030-02-11T10:30Z"


class _Suceso(NamedTuple):
    """Un VEVENT: lo que dice, línea por línea, y lo que lo hace más reciente que otro."""

    dicho: tuple[str, ...]
    edad: tuple[int, str]
    resumen: str


def novedades(encargo: Encargo, escrito: bytes, anterior: bytes) -> Iterator[str]:
    """Lo que hay que decir a quien deja la agenda `escrito` donde estaba `anterior`.

    Qué actividades cambiaron y no son más recientes que las que había: las agendas se quedarán con
    la que tienen. Y cuáles ya no están: quien las importó las conserva.
    """
    nuevos, viejos = _sucesos(escrito), _sucesos(anterior)
    ids = {uid_de(una, encargo): una.id for una in encargo.actividades}
    yield from _de_calladas(
        [ids[uid] for uid in nuevos if uid in viejos and _calla(nuevos[uid], viejos[uid])]
    )
    yield from _de_perdidas(
        [
            entre_comillas(viejo.resumen)
            for uid, viejo in viejos.items()
            if uid not in nuevos and es_de_su_plan(uid, encargo)
        ]
    )


def _calla(nuevo: _Suceso, viejo: _Suceso) -> bool:
    return nuevo.dicho != viejo.dicho and nuevo.edad <= viejo.edad


def _de_calladas(ids: list[str]) -> Iterator[str]:
    if len(ids) == 1:
        yield (
            f"{ids[0]} ha cambiado y su «actualizado» no: quien ya la tenga en su agenda puede no "
            f"ver el cambio. Escriba en ella el día y la hora en que cambió: {_ESCRITO}."
        )
    elif ids:
        yield (
            f"{enumerar_pocos(ids)} han cambiado y su «actualizado» no: quien ya las tenga en su "
            "agenda puede no ver el cambio. Escriba en cada una el día y la hora en que cambió: "
            f"{_ESCRITO}."
        )


def _de_perdidas(resumenes: list[str]) -> Iterator[str]:
    consejo = "Lo que no se va a celebrar se deja en el plan, con estado: cancelada."
    if len(resumenes) == 1:
        yield (f"Ya no está en esta agenda {resumenes[0]}: quien la importó la conserva. {consejo}")
    elif resumenes:
        yield (
            f"Ya no están en esta agenda {enumerar_pocos(resumenes)}: quien las importó las "
            f"conserva. {consejo}"
        )


def _sucesos(agenda: bytes) -> dict[str, _Suceso]:
    """Los sucesos de una agenda por su UID; de lo que no es una agenda, ninguno."""
    sucesos: dict[str, _Suceso] = {}
    lineas: list[str] = []
    for linea in _enteras(agenda):
        if linea == "BEGIN:VEVENT":
            lineas = []
        elif linea == "END:VEVENT":
            valores = {una.partition(":")[0]: una.partition(":")[2] for una in lineas}
            sucesos[valores.get("UID", "")] = _suceso(lineas, valores)
        else:
            lineas.append(linea)
    return sucesos


def _enteras(agenda: bytes) -> list[str]:
    """Las líneas, sin las vueltas que dan para no ser largas (RFC 5545 §3.1)."""
    texto = agenda.decode("utf-8", "replace")
    return re.split("\r?\n", re.sub("\r?\n[ \t]", "", texto))


def _suceso(lineas: list[str], valores: dict[str, str]) -> _Suceso:
    from icalendar import vText

    numero = valores.get("SEQUENCE", "")
    secuencia = int(numero) if re.fullmatch("[0-9]{1,10}", numero) else 0
    return _Suceso(
        tuple(sorted(una for una in lineas if re.split("[;:]", una)[0] not in _DE_CUANDO)),
        (secuencia, valores.get("DTSTAMP", "")),
        str(vText.from_ical(valores.get("SUMMARY", ""))),
    )
