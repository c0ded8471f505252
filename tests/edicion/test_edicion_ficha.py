"""Los cambios de una ficha: los que hacen falta, y ninguno más."""

import pytest

from camctl.carga import Carga, cargar
from camctl.edicion.cambios import Agregar, Poner, Quitar
from camctl.edicion.ficha import FichaEnEdicion, IdRepetido, ficha_en_edicion, fichas
from camctl.edicion.numeracion import ids_de, prefijo_corriente, siguiente_id
from camctl.edicion.propuesta import proponer
from camctl.fuentes.memoria import Memoria
from camctl.indices import Indices
from camctl.modelo.plan import CLASES

CALENDARIO = """\
plan: {titulo: Plan, periodo: 2030, comision: CB}
actividades:
  - {id: ACT-1, fecha: 2030-99, tipo: otra, titulo: Rota}
  - {id: ACT-2, fecha: 2030-03, tipo: otra, titulo: Sana}
"""
ACTIVIDAD = next(clase for clase in CLASES if clase.nombre == "actividad")


def carga(calendario: str = CALENDARIO) -> Carga:
    return cargar(
        Memoria(
            {
                "objetivos.yaml": b"programa: {titulo: Programa}\n",
                "mandatos.yaml": b"mandatos: []\n",
                "actores.yaml": b"actores: [{id: CB, nombre: Comision}]\n",
                "calendario.yaml": calendario.encode(),
            }
        )
    )


def test_poner_lo_que_ya_dice_no_cambia_nada() -> None:
    una = FichaEnEdicion((), {"lugar": " Sala ", "acuerdos": [{"texto": "t"}], "nota": None})
    una.poner("lugar", valor="Sala")
    una.poner("nota", valor="")
    una.poner("hora", valor="")
    una.anadir_o_completar("acuerdos", {"texto": "T", "plazo": ""}, claves=("texto",))
    assert una.cambios == []


def test_cada_cambio_ve_los_anteriores() -> None:
    una = FichaEnEdicion(("actividades", 3), {})
    una.poner("lugar", valor="Sala")
    una.poner("lugar", valor="Sala")
    una.poner("lugar", valor="")
    una.anadir_o_completar("acuerdos", {"texto": "t", "plazo": ""}, claves=("texto",))
    una.anadir_o_completar("acuerdos", {"texto": "t", "plazo": "2030-05"}, claves=("texto",))
    una.anadir_id("actores", "CB")
    una.anadir_id("actores", "c.b.")
    ruta = ("actividades", 3)
    assert una.cambios == [
        Poner((*ruta, "lugar"), "Sala"),
        Quitar((*ruta, "lugar")),
        Agregar((*ruta, "acuerdos"), {"texto": "t"}),
        Poner((*ruta, "acuerdos", 0, "plazo"), "2030-05"),
        Agregar((*ruta, "actores"), "CB"),
    ]
    assert una.lista("acuerdos") == [{"texto": "t", "plazo": "2030-05"}]


def test_la_ficha_de_un_registro_es_la_del_archivo_aunque_haya_rotas() -> None:
    leida = carga()
    (sana,) = leida.plan.actividades
    una = ficha_en_edicion(leida, sana)
    assert (una.ruta, una.texto("titulo")) == (("actividades", 1), "Sana")
    assert len(fichas(leida, ACTIVIDAD)) == 2


def test_con_el_id_repetido_no_se_sabe_cual_es() -> None:
    leida = carga(CALENDARIO.replace("ACT-1", "act2"))
    with pytest.raises(IdRepetido):
        ficha_en_edicion(leida, leida.plan.actividades[0])


def test_solo_es_nuevo_lo_que_no_estaba() -> None:
    leida = carga()
    una = ficha_en_edicion(leida, leida.plan.actividades[0])
    una.poner("fecha", valor="2031-01")
    una.poner("estado", valor="aplazada")
    propuesta = proponer(leida, "calendario.yaml", una.cambios)
    # El de la fecha de la otra sigue ahí, en otra línea, y no es de este cambio.
    assert [uno.codigo for uno in leida.diagnosticos] == ["M207"]
    assert [uno.codigo for uno in propuesta.errores] == ["C401"]
    assert [uno.codigo for uno in propuesta.avisos] == ["C409"]
    nueva = Indices(propuesta.carga.plan).actividad("ACT-2")
    assert nueva is not None
    assert str(nueva.fecha) == "2031-01"


@pytest.mark.parametrize(
    ("ids", "prefijo", "esperado"),
    [
        ([], "ACT-", "ACT-1"),
        (["ACT-1", "ACT-3"], "ACT-", "ACT-4"),
        (["act 1", "ACT-2"], "ACT-", "ACT-3"),
        (["S-1", "S-9", "ACT-4"], "S-", "S-10"),
        (["ACT-08", "ACT-09"], "ACT-", "ACT-10"),
        (["ACT-007"], "ACT-", "ACT-008"),
        (["B1", "B.2", "A7"], "B", "B.3"),
        (["A" + "9" * 5000, "A2"], "A", "A3"),
    ],
)
def test_el_id_que_sigue(ids: list[str], prefijo: str, esperado: str) -> None:
    assert siguiente_id(ids, prefijo) == esperado


def test_los_id_escritos_y_su_prefijo() -> None:
    assert ids_de([{"id": " ACT-1 "}, {"id": None}, {}, "x", {"id": ["y"]}]) == ["ACT-1"]
    assert prefijo_corriente(["S-1", "ACT-1", "ACT-2"], "X-") == "ACT-"
    assert prefijo_corriente([], "X-") == "X-"
