"""Lo que dicen los documentos, antes de darles forma."""

from collections.abc import Callable
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices
from camctl.vistas.encargo import Encargo, nombre_de_archivo
from camctl.vistas.redaccion import desde_registros, piezas
from camctl.vistas.redaccion.convocatoria import Destinatario, convocatoria
from camctl.vistas.redaccion.plan import DocumentoDelPlan, documento_del_plan
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de

from .conftest import SIN_CITA_DOS_VECES, UN_OBJETIVO, UNA_SESION


@pytest.fixture(scope="module")
def encargo(indices: Indices, cobertura: Cobertura) -> Encargo:
    assert indices.plan.cabecera is not None
    return Encargo(indices.plan.cabecera, indices, cobertura, Seleccion())


@pytest.fixture(scope="module")
def documento(encargo: Encargo) -> DocumentoDelPlan:
    return documento_del_plan(encargo)


def actividad(encargo: Encargo, id_: str) -> piezas.Actividad:
    suya = encargo.indices.actividad(id_)
    assert suya is not None
    return desde_registros.actividad(suya, encargo)


def test_una_actividad_con_todo(encargo: Encargo) -> None:
    una = actividad(encargo, "ACT-2")
    assert una.cuando == "del 14 al 15 de marzo de 2030, 10:00-13:00"
    assert (una.dia, una.fecha, una.hora) == (
        "14-15",
        "del 14 al 15 de marzo de 2030",
        "10:00-13:00",
    )
    assert una.actores == "CB, ILI, RED"
    assert una.objetivos == "B1, B2, B3"
    assert una.cambio == "Fecha adoptada: febrero de 2030. Motivo: A petición de la Red."
    assert [(*tuple(uno)[:4], uno.nota) for uno in una.invitados] == [
        ("Ana Núñez", "Directora", "ILI", "asistió", "O su suplente."),
        ("Luis Paz", "", "ILI", "asistencia confirmada", ""),
        ("Eva Sol", "", "", "se excusó", ""),
    ]
    assert una.avances[0] == piezas.Avance("B1", "ILI", "Diez salas.", "https://ejemplo.org/salas")
    assert una.acuerdos == (
        piezas.Acuerdo("Remitir la guía.", "ILI", "mayo de 2030", "cumplido"),
        piezas.Acuerdo("Buscar fondos.", "", "", "pendiente"),
    )


def test_un_dia_se_dice_con_su_nombre_y_un_mes_sin_dia(encargo: Encargo) -> None:
    assert actividad(encargo, "ACT-4").fecha == "lunes 20 de mayo de 2030"
    assert actividad(encargo, "ACT-3").fecha == "abril de 2030"
    assert actividad(encargo, "ACT-3").dia == ""


@pytest.mark.parametrize(
    ("id_", "objetivos"),
    [("ACT-1", "(B1)"), ("ACT-3", "(B3)"), ("ACT-4", "B1, B2"), ("ACT-5", "(todos)")],
)
def test_lo_que_se_nombra_y_no_se_cuenta_va_entre_parentesis(
    encargo: Encargo, id_: str, objetivos: str
) -> None:
    assert actividad(encargo, id_).objetivos == objetivos


@pytest.mark.parametrize(
    ("parrafos", "dicho"),
    [
        ("4", "párrafo resolutivo 4"),
        ("1-3", "párrafos resolutivos 1 a 3"),
        ("1, 4-6", "párrafos resolutivos 1 y 4 a 6"),
        ("1,2, 8-11", "párrafos resolutivos 1, 2 y 8 a 11"),
    ],
)
def test_los_parrafos_como_en_una_resolucion(
    levantar: Callable[..., Indices], parrafos: str, dicho: str
) -> None:
    indices = levantar(
        mandatos=f"mandatos: [{{id: R, resolucion: R 1, titulo: t, parrafos: '{parrafos}'}}]"
    )
    assert desde_registros.mandato(indices.plan.mandatos[0], indices).parrafos == dicho


def test_un_mandato_dice_lo_que_sustenta(documento: DocumentoDelPlan) -> None:
    primero, segundo = documento.mandatos
    assert primero.sustenta == ("el plan, el programa, ACT-2 (párrafos 4-6) y ACT-2 (párrafo 9)")
    assert primero.organo == "Asamblea (ASA)"
    assert (segundo.organo, segundo.sustenta) == ("", "ACT-2")


def test_las_instituciones_con_mision_van_aparte_de_la_comision_y_las_colectivas(
    documento: DocumentoDelPlan,
) -> None:
    assert [una.id for una in documento.instituciones] == ["ILI", "ARC"]
    assert documento.colectivas == ()
    assert documento.comision.nombre_y_sigla == "Comisión de Bibliotecas (CB)"


def test_las_categorias_declaradas_van_primero_y_las_demas_detras(
    documento: DocumentoDelPlan,
) -> None:
    assert [
        (una.letra, una.nombre, [i.id for i in una.instituciones]) for una in documento.categorias
    ] == [
        ("B", "Organismos especializados", ["ILI"]),
        ("Z", "", ["MAE"]),
    ]
    assert [una.id for una in documento.sin_categoria] == ["CB", "ASA", "RED", "ARC", "SEC"]


def test_la_cobertura_agrupa_las_sesiones_por_su_razon(documento: DocumentoDelPlan) -> None:
    por_objetivo = {uno.id: uno for uno in documento.cobertura.objetivos}
    assert por_objetivo["B1"].razones == (
        piezas.RazonDeCobertura("ACT-2 (del 14 al 15 de marzo de 2030)", "lo nombra"),
        piezas.RazonDeCobertura(
            "ACT-2 (del 14 al 15 de marzo de 2030), ACT-4 (20 de mayo de 2030)",
            "misión de ILI: «Abrir salas de lectura»",
        ),
    )
    assert por_objetivo["B4"].razones == ()
    cobertura = documento.cobertura
    assert (cobertura.cubiertos, cobertura.total, cobertura.porcentaje) == (3, 5, "60\u00a0%")
    assert cobertura.sin_sesion == "A1 y B4"
    assert cobertura.generales == "RED, transversal, está en ACT-2"


def test_servir_dos_veces_sin_cita_es_una_razon(levantar: Callable[..., Indices]) -> None:
    indices = levantar(objetivos=UN_OBJETIVO, actores=SIN_CITA_DOS_VECES, calendario=UNA_SESION)
    (objetivo,) = documento_del_plan(encargo_de(indices)).cobertura.objetivos
    assert objetivo.razones == (
        piezas.RazonDeCobertura("ACT-1 (febrero de 2030)", "misión de ILI"),
    )


def test_las_notas_son_las_de_lo_que_no_las_lleva_consigo(documento: DocumentoDelPlan) -> None:
    assert documento.notas == (
        piezas.Nota("Objetivo B1", "Así lo dice el original."),
        piezas.Nota("RES-10", "Revisada en 2029."),
        piezas.Nota("ACT-2", "Hubo intérpretes."),
    )


def test_solo_tiene_seguimiento_lo_que_lo_tiene(documento: DocumentoDelPlan) -> None:
    assert [una.id for una in documento.con_seguimiento] == ["ACT-2"]


def test_una_carta_para_todos_se_dirige_a_las_instituciones_y_a_quien_no_es_de_ninguna(
    levantar: Callable[..., Indices],
) -> None:
    indices = levantar(
        actores="actores: [{id: CB, nombre: Comisión}, {id: ILI, nombre: Instituto}]",
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - id: ACT-1
                fecha: 2030-03
                tipo: otra
                titulo: Visita
                invitados:
                  - {nombre: Ana, actor: ILI}
                  - {nombre: Eva}
                  - {nombre: Luz, estado: excusado}
        """,
    )
    cabecera = indices.plan.cabecera
    assert cabecera is not None
    una = indices.plan.actividades[0]
    dicho = convocatoria(Encargo(cabecera, indices, Cobertura(indices)), una)
    assert dicho.destinatarios == (
        Destinatario("", "", "Instituto (ILI)"),
        Destinatario("Eva", "", ""),
    )
    assert (dicho.pide_confirmacion, dicho.mandatos, dicho.alcance) == (False, (), "")


def test_lo_que_no_es_una_sesion_trata_lo_que_nombra(
    levantar: Callable[..., Indices],
) -> None:
    indices = levantar(
        objetivos="programa: {titulo: P}\nobjetivos: [{id: B1, titulo: t, texto: x}]",
        actores="actores: [{id: CB, nombre: Comisión}]",
        calendario="plan: {titulo: Plan, periodo: 2030, comision: CB}\nactividades:\n"
        "  - {id: ACT-1, fecha: 2030-03, tipo: otra, titulo: Visita, objetivos: [b1]}\n",
    )
    cabecera = indices.plan.cabecera
    assert cabecera is not None
    encargo = Encargo(cabecera, indices, Cobertura(indices))
    (objetivo,) = convocatoria(encargo, indices.plan.actividades[0]).objetivos
    assert (objetivo.id, objetivo.razon) == ("B1", "lo nombra")


def test_los_transversales_se_dicen_en_singular_y_en_plural(encargo: Encargo) -> None:
    suya = encargo.indices.actividad("ACT-2")
    assert suya is not None
    assert convocatoria(encargo, suya).alcance == (
        "Participa RED, cuya misión atraviesa todos los objetivos."
    )
    red = encargo.indices.actor("RED")
    assert red is not None


def test_cada_campo_de_cada_pieza_dice_que_es() -> None:
    for pieza in vars(piezas).values():
        if isinstance(pieza, type) and hasattr(pieza, "_fields"):
            anotaciones: dict[str, Any] = pieza.__annotations__
            assert pieza.__doc__
            assert all(
                anotacion.__metadata__[0].endswith((".", "…")) for anotacion in anotaciones.values()
            )


@pytest.mark.parametrize(
    ("texto", "nombre"),
    [("CB", "CB"), ("../../etc", "etc"), ("a b/c", "a-b-c"), ("¿?", "plan"), ("ACT-4", "ACT-4")],
)
def test_un_nombre_de_archivo_no_sale_de_su_carpeta(texto: str, nombre: str) -> None:
    assert nombre_de_archivo(texto) == nombre
