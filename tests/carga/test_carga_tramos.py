"""Un archivo enorme se valida por tramos, y dice lo mismo que de una vez."""

from collections.abc import Callable
from pathlib import Path

import pytest

from camctl.carga import archivo, cargar, tramos
from camctl.fuentes import ARCHIVOS
from camctl.fuentes.memoria import Memoria
from camctl.lectura.obra import DEMASIADOS_ERRORES

DATOS = Path(__file__).resolve().parents[2] / "data"
REAL = {nombre: (DATOS / nombre).read_bytes() for nombre in ARCHIVOS}
ROTO = (
    REAL["calendario.yaml"]
    .replace(b"tipo: formal", b"tipo: formla")
    .replace(b"actores: [CAM, IIN]", b"actores: {}")
)


@pytest.fixture
def por_tramos(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def acortar() -> None:
        monkeypatch.setattr(archivo, "VALORES_DE_UNA_VEZ", 0)
        monkeypatch.setattr(tramos, "_TRAMO", 2)

    return acortar


@pytest.mark.parametrize("calendario", [REAL["calendario.yaml"], ROTO])
def test_dice_lo_mismo_que_de_una_vez(por_tramos: Callable[[], None], calendario: bytes) -> None:
    fuente = Memoria({**REAL, "calendario.yaml": calendario})
    de_una_vez = cargar(fuente)
    por_tramos()
    carga = cargar(fuente)
    assert carga.plan == de_una_vez.plan
    assert carga.borrador == de_una_vez.borrador
    assert carga.diagnosticos == de_una_vez.diagnosticos
    assert len(carga.plan.actividades) == (6 if calendario is not ROTO else 4)


def test_los_registros_con_los_mismos_campos_comparten_su_conjunto(
    por_tramos: Callable[[], None],
) -> None:
    por_tramos()
    cabeza = "plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
    una = "  - {{id: ACT-{}, fecha: 2030-03, tipo: otra, titulo: Una}}\n"
    fuente = Memoria({**REAL, "calendario.yaml": (cabeza + una.format(1) + una.format(2)).encode()})
    una_actividad, otra = cargar(fuente).plan.actividades
    assert una_actividad.model_fields_set == {"id", "fecha", "tipo", "titulo"}
    assert una_actividad.model_fields_set is otra.model_fields_set


def test_con_demasiados_errores_se_deja_de_apuntar(
    por_tramos: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    por_tramos()
    vistos: list[int] = []
    trozos = tramos._trozos

    def contar(*argumentos: object) -> object:
        for trozo, errores in trozos(*argumentos):  # type: ignore[arg-type]  # los que se le dan
            vistos.append(len(trozo))
            yield trozo, errores

    monkeypatch.setattr(tramos, "_trozos", contar)
    monkeypatch.setattr(tramos, "ERRORES_MAXIMOS", 10)
    cabeza = "plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
    mala = "  - {id: ACT-1, fecha: nunca, tipo: otra, titulo: Una}\n"
    fuente = Memoria({**REAL, "calendario.yaml": (cabeza + mala * 100).encode()})
    codigos = {uno.codigo for uno in cargar(fuente).diagnosticos}
    assert "M207" in codigos
    assert DEMASIADOS_ERRORES.codigo in codigos
    # Los 28 de los otros archivos, y doce de los cien de este.
    assert sum(vistos) == 40


def test_un_registro_que_no_cabe_en_un_registro(por_tramos: Callable[[], None]) -> None:
    por_tramos()
    invitados = ", ".join(["{}"] * 20_001)
    texto = (
        "plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
        f"  - {{id: ACT-1, fecha: 2030-01, tipo: otra, titulo: Una, invitados: [{invitados}]}}\n"
    )
    fuente = Memoria({**REAL, "calendario.yaml": texto.encode()})
    codigos = [uno.codigo for uno in cargar(fuente).diagnosticos]
    assert DEMASIADOS_ERRORES.codigo in codigos
    assert len(codigos) < 100
