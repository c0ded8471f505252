"""Las fichas del plan, por columnas."""

from pathlib import Path

from camctl.carga import cargar
from camctl.fuentes.carpeta import Carpeta
from camctl.modelo.actividad import Actividad, Acuerdo, Invitado
from camctl.modelo.plan import Cabecera
from camctl.reglas.fichas import Fichas

DATOS = Path(__file__).resolve().parents[2] / "data"
PLAN = cargar(Carpeta(DATOS)).plan


def test_estan_las_de_dentro_de_los_registros_en_su_orden() -> None:
    fichas = Fichas(PLAN.actividades)
    invitados = [uno for una in PLAN.actividades for uno in una.invitados]
    assert len(invitados) > 2
    assert list(fichas.columna(Invitado, "nombre")) == [uno.nombre for uno in invitados]
    con_actor = [(uno, uno.actor) for uno in invitados if uno.actor]
    assert list(fichas.con(Invitado, "actor")) == con_actor


def test_de_un_tipo_que_no_esta_no_hay_nada() -> None:
    assert PLAN.cabecera
    fichas = Fichas((PLAN.cabecera,), ())
    assert list(fichas.tipos) == [Cabecera]
    assert list(fichas.columna(Acuerdo, "plazo")) == []
    assert list(fichas.con(Acuerdo, "plazo")) == []
    assert list(fichas.con_tal(Acuerdo, "plazo", bool)) == []


def test_se_pregunta_una_vez_por_cada_valor_distinto() -> None:
    preguntados: list[str] = []

    def es_informal(tipo: str) -> bool:
        preguntados.append(tipo)
        return tipo == "informal"

    halladas = list(Fichas(PLAN.actividades).con_tal(Actividad, "tipo", es_informal))
    informales = [(una, una.tipo) for una in PLAN.actividades if una.tipo == "informal"]
    assert halladas == informales
    assert sorted(preguntados) == sorted({una.tipo for una in PLAN.actividades})
    assert len(preguntados) < len(PLAN.actividades)
