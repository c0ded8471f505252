"""Los párrafos de las resoluciones: R313 y E508."""

from collections.abc import Iterator, Sequence

from camctl.diagnostico import Gravedad
from camctl.modelo.actividad import Actividad
from camctl.modelo.mandato import Tramos, tramos_de_parrafos
from camctl.reglas.contexto import Contexto, Sitio
from camctl.reglas.motor import Hallazgo, comprueba


@comprueba("R313", Gravedad.AVISO)
def parrafos_que_el_mandato_no_trae(contexto: Contexto) -> Iterator[Hallazgo]:
    """Una actividad cita párrafos que su mandato no trae.

    En `mandatos.yaml` están los párrafos de la resolución que tocan al plan. Una actividad
    descansa en todos o en algunos; si cita otros, o faltan allí o sobran aquí.
    """
    for actividad, citados in contexto.fichas.con(Actividad, "mandatos"):
        for orden, citado in enumerate(citados):
            mandato = contexto.indices.mandato(citado.id) if citado.parrafos else None
            if mandato is None or not mandato.parrafos or not citado.parrafos:
                continue
            if contexto.esta_danado(mandato, "parrafos"):
                continue
            hay = _unidos(tramos_de_parrafos(mandato.parrafos))
            fuera = [
                (primero, ultimo)
                for primero, ultimo in _unidos(tramos_de_parrafos(citado.parrafos))
                if not any(desde <= primero and ultimo <= hasta for desde, hasta in hay)
            ]
            if fuera:
                yield Hallazgo(
                    Sitio(actividad, ("mandatos", orden, "parrafos")),
                    f"cita de {mandato.id} los párrafos «{citado.parrafos}», y el mandato solo "
                    f"trae «{mandato.parrafos}»",
                    ayuda="corrija los que cita o, si faltan, añádalos en mandatos.yaml",
                    relacionados=((Sitio(mandato, ("parrafos",)), "los del mandato"),),
                )


@comprueba("E508", Gravedad.ERROR)
def parrafos_mal_contados(contexto: Contexto) -> Iterator[Hallazgo]:
    """Unos párrafos están al revés o repetidos.

    Los párrafos se cuentan desde el 1, un tramo va del menor al mayor y cada uno está una vez:
    `1-3, 5`. Si el último va delante (`6-4`) o uno está dos veces (`1-3, 2`), alguna cifra está
    equivocada.
    """
    for mandato in contexto.plan.mandatos:
        if mandato.parrafos:
            yield from _mal_contados(Sitio(mandato, ("parrafos",)), mandato.parrafos)
    for actividad, citados in contexto.fichas.con(Actividad, "mandatos"):
        for orden, citado in enumerate(citados):
            if citado.parrafos:
                sitio = Sitio(actividad, ("mandatos", orden, "parrafos"))
                yield from _mal_contados(sitio, citado.parrafos)


def _mal_contados(sitio: Sitio, parrafos: str) -> Iterator[Hallazgo]:
    tramos = tramos_de_parrafos(parrafos)
    al_reves = next((uno for uno in tramos if uno[0] > uno[1]), None)
    repetido = _repetido(tramos)
    if al_reves:
        mensaje = f"tiene al revés los párrafos «{al_reves[0]}-{al_reves[1]}»"
    elif repetido is not None:
        mensaje = f"repite el párrafo {repetido} en «{parrafos}»"
    elif any(primero == 0 for primero, _ in tramos):
        yield Hallazgo(
            sitio,
            f"cuenta el párrafo 0 en «{parrafos}»",
            ayuda="el primero de una resolución es el 1",
        )
        return
    else:
        return
    yield Hallazgo(
        sitio,
        mensaje,
        ayuda="escríbalos del menor al mayor y sin repetir.",
        sustituto=_escritos(_unidos(tramos)),
    )


def _repetido(tramos: Tramos) -> int | None:
    """El primer párrafo que está dos veces."""
    ordenados = sorted((min(tramo), max(tramo)) for tramo in tramos)
    hasta = -1
    for primero, ultimo in ordenados:
        if primero <= hasta:
            return primero
        hasta = ultimo
    return None


def _unidos(tramos: Tramos) -> Tramos:
    """Los `tramos` por orden, del derecho, y en uno solo los que se tocan."""
    unidos: Tramos = []
    for primero, ultimo in sorted((min(tramo), max(tramo)) for tramo in tramos):
        if unidos and primero <= unidos[-1][1] + 1:
            unidos[-1] = (unidos[-1][0], max(unidos[-1][1], ultimo))
        else:
            unidos.append((primero, ultimo))
    return unidos


def _escritos(tramos: Sequence[tuple[int, int]]) -> str:
    return ", ".join(str(uno) if uno == otro else f"{uno}-{otro}" for uno, otro in tramos)
