"""La hoja de la cobertura: objetivos por sesiones, con la razón en cada celda."""

from collections.abc import Iterator, Sequence

from camctl.cobertura import Razon
from camctl.modelo.objetivo import Objetivo
from camctl.vistas import palabras
from camctl.vistas.encargo import Encargo
from camctl.vistas.hojas.hoja import EN_BLANCO, Destino, Dicho, Fila, Hoja, Valor, si_o_no
from camctl.vistas.hojas.nombres import CALENDARIO, COBERTURA, MISIONES, OBJETIVOS
from camctl.vistas.hojas.registros import clave_de_mision
from camctl.vistas.matriz import como_se_lee, motivos, resumen
from camctl.vistas.nombres import rotulo, unir


def cobertura(encargo: Encargo) -> Hoja:
    """Una fila por objetivo y una columna por sesión, también las que no se pidan."""
    sesiones = encargo.cobertura.sesiones
    fijas = (rotulo(Objetivo, "id"), "Objetivo", "Cubierto")
    return Hoja(
        COBERTURA,
        (*fijas, *(Dicho((sesion.id,), Destino(CALENDARIO, sesion.id)) for sesion in sesiones)),
        tuple(Fila(uno.id, tuple(_valores(uno, encargo))) for uno in encargo.plan.objetivos),
        notas=(
            f"{resumen(encargo.cobertura, encargo.criterio)}.",
            " ".join(como_se_lee(encargo.criterio)),
        ),
        encima=(
            *(None for _ in fijas),
            *(unir(una.titulo, palabras.fechas(una)) for una in sesiones),
        ),
        fijas=2,
    )


def _valores(objetivo: Objetivo, encargo: Encargo) -> Iterator[Valor]:
    cubierto = encargo.cobertura.esta_cubierto(objetivo, encargo.criterio)
    yield Dicho((objetivo.id,), Destino(OBJETIVOS, objetivo.id))
    yield objetivo.titulo
    yield Dicho((si_o_no(cubierto),), estilo="" if cubierto else "aviso")
    suyas = {id(sesion): razones for sesion, razones in encargo.cobertura.por_sesiones(objetivo)}
    for sesion in encargo.cobertura.sesiones:
        yield _celda(objetivo, suyas.get(id(sesion), ()), encargo)


def _celda(objetivo: Objetivo, razones: Sequence[Razon], encargo: Encargo) -> Dicho:
    if not razones:
        return EN_BLANCO
    criterio = encargo.criterio
    cuentan = any(razon.cuenta_con(criterio) for razon in razones)
    # La misión de quien lo cubre tiene su propia fila, con las palabras que lo dicen.
    actor = next((razon.actor for razon in razones if razon.criterio == "actor"), None)
    return Dicho(
        motivos(razones, criterio),
        Destino(MISIONES, clave_de_mision(actor, objetivo)) if actor else None,
        "bien" if cuentan else "tenue",
    )
