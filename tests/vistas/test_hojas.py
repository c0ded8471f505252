"""Las tablas de lo encargado: qué dice cada celda, de qué tipo es y adónde lleva."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from camctl.indices import Indices
from camctl.modelo.fecha import Fecha
from camctl.vistas.hojas import de_detalle, principales
from camctl.vistas.hojas.hoja import Destino, Dicho, Fila, Hoja, Valor
from camctl.vistas.seleccion import Seleccion
from conftest import encargo_de


def hojas_de(indices: Indices, pedido: Seleccion | None = None) -> dict[str, Hoja]:
    encargo = encargo_de(indices, pedido)
    return {hoja.nombre: hoja for hoja in (*principales(encargo), *de_detalle(encargo))}


def llano(valor: Valor) -> Any:
    """Lo que dice una celda, sin adónde lleva ni cómo se ve."""
    return "; ".join(valor.lineas) if isinstance(valor, Dicho) else valor


def filas(hoja: Hoja) -> list[dict[str, Any]]:
    """Cada fila, con el título de cada columna que dice algo."""
    titulos = [llano(columna) for columna in hoja.columnas]
    assert {len(fila.valores) for fila in hoja.filas} <= {len(titulos)}
    return [
        {
            titulo: llano(valor)
            for titulo, valor in zip(titulos, fila.valores, strict=True)
            if valor is not None
        }
        for fila in hoja.filas
    ]


def enlaces(hoja: Hoja, columna: str) -> list[Destino | str | None]:
    """Adónde lleva cada celda de una columna que dice algo."""
    numero = [*map(llano, hoja.columnas)].index(columna)
    valores = [fila.valores[numero] for fila in hoja.filas]
    return [valor.lleva_a for valor in valores if isinstance(valor, Dicho)]


def estilos(hoja: Hoja, columna: str) -> dict[str, str]:
    """El estilo de cada celda de una columna, por la clave de su fila."""
    numero = [*map(llano, hoja.columnas)].index(columna)
    return {
        fila.clave: valor.estilo
        for fila in hoja.filas
        for valor in (fila.valores[numero],)
        if isinstance(valor, Dicho)
    }


@pytest.fixture(scope="module")
def hojas(indices: Indices) -> dict[str, Hoja]:
    """Las hojas del plan inventado, por su nombre."""
    return hojas_de(indices)


def test_las_hojas_y_su_orden(hojas: dict[str, Hoja]) -> None:
    assert [*hojas] == [
        *("Plan", "Calendario", "Objetivos", "Actores", "Mandatos", "Cobertura"),
        *("Invitados", "Avances", "Acuerdos", "Documentos", "Misiones", "Enlaces"),
    ]


def test_una_actividad_con_todo(hojas: dict[str, Hoja]) -> None:
    assert filas(hojas["Calendario"])[1] == {
        "ID": "ACT-2",
        "Actividad": "Sesión formal sobre las salas",
        "Fecha": "del 14 al 15 de marzo de 2030",
        "Hora de inicio": time(10),
        "Hora de fin": time(13),
        "Tipo": "sesión formal",
        "Estado": "realizada",
        "Lugar": "Salón Azul",
        "Actores": "CB, ILI, RED",
        "Invitados": "Ana Núñez (asistió); Luis Paz (asistencia confirmada); Eva Sol (se excusó)",
        "Objetivos que cubre": "B1, B2, B3",
        "Objetivos que nombra": "B3, B1",
        "Mandatos": "RES-10 (párrafos 4-6), RES-10 (párrafo 9), RES-11",
        "Fecha prevista": "febrero de 2030",
        "Motivo": "A petición de la Red.",
        "Desde": date(2030, 3, 14),
        "Hasta": date(2030, 3, 15),
        "Día fijado": "sí",
        "Falta": "si asistió Luis Paz",
        "Texto": "Sesión de dos días.",
        "Nota": "Hubo intérpretes.",
        "Actualizado (UTC)": datetime(2030, 3, 16, 10, 30, tzinfo=UTC),
    }


def test_de_un_mes_se_dicen_sus_dias_y_que_el_dia_no_esta_fijado(hojas: dict[str, Hoja]) -> None:
    aplazada = filas(hojas["Calendario"])[2]
    assert aplazada["Fecha"] == "abril de 2030"
    assert (aplazada["Desde"], aplazada["Hasta"]) == (date(2030, 4, 1), date(2030, 4, 30))
    assert aplazada["Día fijado"] == "no"
    assert aplazada["Falta"] == "motivo, día, hora, lugar"


def test_sin_saber_el_ultimo_dia_no_hay_dia_fijado(levantar: Callable[..., Indices]) -> None:
    suyas = hojas_de(
        levantar(
            calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - {id: ACT-1, fecha: 2030-03-14, hasta: 2030-04, tipo: otra, titulo: Curso,
                 hora: "9:00"}
            """
        )
    )
    (unica,) = filas(suyas["Calendario"])
    assert unica["Fecha"] == "del 14 de marzo de 2030 a abril de 2030"
    assert (unica["Desde"], unica["Hasta"]) == (date(2030, 3, 14), date(2030, 4, 30))
    assert unica["Día fijado"] == "no"
    assert unica["Hora de inicio"] == time(9)
    assert "Hora de fin" not in unica


def test_lo_que_no_se_celebra_se_ve(hojas: dict[str, Hoja]) -> None:
    assert estilos(hojas["Calendario"], "Estado") == {
        "ACT-1": "",
        "ACT-2": "",
        "ACT-3": "aviso",
        "ACT-4": "",
        "ACT-5": "aviso",
    }


def test_una_celda_lleva_a_la_fila_de_lo_que_cita(hojas: dict[str, Hoja]) -> None:
    calendario = hojas["Calendario"]
    # A la de la comisión, que está en todas, solo si no hay otro.
    assert enlaces(calendario, "Actores") == [
        Destino("Actores", "CB"),
        Destino("Actores", "ILI"),
        Destino("Actores", "ARC"),
        Destino("Actores", "ILI"),
    ]
    assert enlaces(calendario, "Objetivos que cubre") == [Destino("Objetivos", "B1")] * 2
    assert enlaces(calendario, "Mandatos") == [Destino("Mandatos", "RES-10")]
    assert enlaces(hojas["Objetivos"], "Sesiones")[1] == Destino("Calendario", "ACT-2")
    assert enlaces(hojas["Objetivos"], "ID")[1] == Destino("Cobertura", "B1")
    assert enlaces(hojas["Mandatos"], "Órgano") == [Destino("Actores", "ASA")]


def test_los_objetivos_dicen_sus_sesiones_o_que_no_tienen(hojas: dict[str, Hoja]) -> None:
    objetivos = filas(hojas["Objetivos"])
    assert objetivos[1] == {
        "ID": "B1",
        "Objetivo": "Salas de lectura",
        "Grupo": "B",
        "Texto": "Abrir salas de lectura.\n\nMantenerlas abiertas.",
        "Sesiones": "ACT-2, ACT-2 (ILI), ACT-4 (ILI)",
        "Actores que lo sirven": "ILI",
        "Nota": "Así lo dice el original.",
    }
    assert objetivos[0]["Grupo"] == "A · Objetivos generales"
    assert objetivos[0]["Sesiones"] == "sin sesión"
    assert objetivos[3]["Motivo sin sesión"] == "Lo trata otra comisión."
    assert estilos(hojas["Objetivos"], "Sesiones") == {
        "A1": "aviso",
        "B1": "",
        "B2": "",
        "B3": "",
        "B4": "aviso",
    }


def test_los_actores_dicen_que_son_y_a_que_sirven(hojas: dict[str, Hoja]) -> None:
    comision, asamblea, instituto, *_, archivo, secretaria = filas(hojas["Actores"])
    assert comision["Papel"] == "comisión que convoca; transversal"
    assert asamblea["Papel"] == "órgano que adopta RES-10"
    assert asamblea["Alias"] == "Asamblea de Estados; asamblea"
    assert instituto == {
        "ID": "ILI",
        "Institución": "Instituto de la Lectura",
        "Categoría": "B · Organismos especializados",
        "Objetivos": "B1, B2",
        "Sesiones": "ACT-2, ACT-4",
        "Función": "Estudiar la lectura.",
        "Misión": "Abrir salas de lectura y formar a su personal.",
        "Alias": "INLE",
    }
    assert archivo["Nota"] == "Nuevo."
    assert secretaria["Papel"] == "apoyo técnico del plan"


def test_los_mandatos_dicen_lo_que_descansa_en_ellos(hojas: dict[str, Hoja]) -> None:
    assert filas(hojas["Mandatos"]) == [
        {
            "ID": "RES-10",
            "Resolución": "ASA/RES. 10 (I/30)",
            "Título": "Programa de Bibliotecas Escolares",
            "Órgano": "ASA",
            "Sección": "Sección II",
            "Párrafos": "1-9",
            "Sustenta": "el plan, el programa, ACT-2 (párrafos 4-6), ACT-2 (párrafo 9)",
            "Nota": "Revisada en 2029.",
        },
        {
            "ID": "RES-11",
            "Resolución": "ASA/RES. 11 (I/30)",
            "Título": "Lectura en voz alta",
            "Sustenta": "ACT-2",
        },
    ]


def test_la_cobertura_da_la_razon_en_cada_celda(hojas: dict[str, Hoja]) -> None:
    cobertura = hojas["Cobertura"]
    assert [[*map(llano, fila.valores)] for fila in cobertura.filas] == [
        ["A1", "Acceso a la lectura", "no", "(RED)", ""],
        ["B1", "Salas de lectura", "sí", "directo; ILI; (RED)", "ILI"],
        ["B2", "Formación del personal", "sí", "ILI; (RED)", "ILI"],
        ["B3", "Préstamo entre países", "sí", "directo; (RED)", ""],
        ["B4", "Archivos orales", "no", "(RED)", ""],
    ]
    assert cobertura.encima == (
        *(None, None, None),
        "Sesión formal sobre las salas · del 14 al 15 de marzo de 2030",
        "Sesión con invitados · 20 de mayo de 2030",
    )
    assert [columna for columna in cobertura.columnas if isinstance(columna, Dicho)] == [
        Dicho(("ACT-2",), Destino("Calendario", "ACT-2")),
        Dicho(("ACT-4",), Destino("Calendario", "ACT-4")),
    ]
    assert cobertura.notas[0] == (
        "Cobertura: 60\u00a0%, 3 de 5 objetivos (criterio actor: cuentan la sesión que lo nombra y "
        "la misión de sus actores)."
    )
    assert [*estilos(cobertura, "ACT-2").values()] == ["tenue", "bien", "bien", "bien", "tenue"]
    assert estilos(cobertura, "Cubierto")["B4"] == "aviso"


def test_una_sesion_que_no_cubre_nada_tiene_su_columna(levantar: Callable[..., Indices]) -> None:
    suyas = hojas_de(
        levantar(
            objetivos="""
            programa: {titulo: Programa}
            objetivos: [{id: A1, titulo: Leer, texto: Leer.}]
            """,
            calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades: [{id: ACT-1, fecha: 2030-03, tipo: formal, titulo: Sesión}]
            """,
        )
    )
    columnas = suyas["Cobertura"].sin_columnas_vacias().columnas
    assert [*map(llano, columnas)] == ["ID", "Objetivo", "Cubierto", "ACT-1"]


def test_una_razon_lleva_a_las_palabras_que_la_dan(hojas: dict[str, Hoja]) -> None:
    citas = {fila.clave: fila.valores[2] for fila in hojas["Misiones"].filas}
    destinos = enlaces(hojas["Cobertura"], "ACT-2")
    assert destinos == [
        None,
        Destino("Misiones", "ILI B1"),
        Destino("Misiones", "ILI B2"),
        None,
        None,
    ]
    assert (citas["ILI B1"], citas["ILI B2"]) == ("Abrir salas de lectura", None)


def test_lo_que_cuelga_de_cada_actividad(hojas: dict[str, Hoja]) -> None:
    assert filas(hojas["Invitados"])[0] == {
        "Actividad": "ACT-2",
        "Fecha": "del 14 al 15 de marzo de 2030",
        "Nombre": "Ana Núñez",
        "Cargo": "Directora",
        "Actor": "ILI",
        "Estado": "asistió",
        "Nota": "O su suplente.",
    }
    assert estilos(hojas["Invitados"], "Estado")["ACT-4"] == "aviso"
    assert [*filas(hojas["Avances"])[0].values()][2:] == [
        *("B1", "ILI", "Diez salas.", "https://ejemplo.org/salas"),
    ]
    remitir, buscar = filas(hojas["Acuerdos"])
    assert [*remitir.values()][2:] == [
        *("Remitir la guía.", "ILI", "mayo de 2030", date(2030, 5, 31), "sí"),
    ]
    assert [*buscar.values()][2:] == ["Buscar fondos.", "no"]
    assert [*filas(hojas["Documentos"])[0].values()][2:] == [
        *("Nota conceptual", "CB/doc.4/30", "https://ejemplo.org/nota"),
    ]
    assert [[*fila.values()] for fila in filas(hojas["Enlaces"])] == [
        ["RES-10", "es", "https://ejemplo.org/es/10"],
        ["RES-10", "en", "https://ejemplo.org/en/10"],
    ]
    assert enlaces(hojas["Enlaces"], "Enlace") == [
        "https://ejemplo.org/es/10",
        "https://ejemplo.org/en/10",
    ]


def test_el_plan_se_presenta_y_dice_que_hay_en_cada_hoja(hojas: dict[str, Hoja]) -> None:
    plan = dict([*map(llano, fila.valores)] for fila in hojas["Plan"].filas)
    assert plan.pop("Cómo se lee").startswith("En Calendario, «Desde» y «Hasta» son los días")
    assert plan.pop("Hoja Cobertura") == hojas["Cobertura"].notas[0]
    assert plan == {
        "Título": "Plan de trabajo",
        "Periodo": "2030-2031",
        "Comisión": "CB · Comisión de Bibliotecas",
        "Apoyo": "SEC · Secretaría de Apoyo",
        "Mandatos": "RES-10 · ASA/RES. 10 (I/30)",
        "Zona horaria": "America/Lima",
        "Programa": "Programa de Bibliotecas Escolares",
        "Programa: mandato": "RES-10 · ASA/RES. 10 (I/30)",
        "Grupo A": "Objetivos generales",
        "Categoría B": "Organismos especializados",
        "Hoja Calendario": "5 actividades",
        "Hoja Objetivos": "5 objetivos",
        "Hoja Actores": "7 actores",
        "Hoja Mandatos": "2 mandatos",
    }


def test_lo_pedido_se_dice_y_solo_cambia_el_calendario(indices: Indices) -> None:
    suyas = hojas_de(indices, Seleccion(meses=(Fecha.de_partes(2030, 5),)))
    assert [fila.clave for fila in suyas["Calendario"].filas] == ["ACT-4"]
    assert suyas["Calendario"].notas == ("Solo mes: mayo de 2030.",)
    assert [fila["Nombre"] for fila in filas(suyas["Invitados"])] == ["Iris Mar"]
    assert suyas["Avances"].filas == ()
    assert len(suyas["Cobertura"].columnas) == 5
    plan = dict([*map(llano, fila.valores)] for fila in suyas["Plan"].filas)
    assert plan["Hoja Calendario"] == "1 de 5 actividades; Solo mes: mayo de 2030."


def test_con_otro_criterio_cambia_lo_que_se_cubre(indices: Indices) -> None:
    general = hojas_de(indices, Seleccion(criterio="general"))
    assert filas(general["Calendario"])[1]["Objetivos que cubre"] == "todos"
    assert filas(general["Objetivos"])[0]["Sesiones"] == "ACT-2 (RED)"
    assert filas(general["Cobertura"])[0]["ACT-2"] == "RED"
    directo = hojas_de(indices, Seleccion(criterio="directo"))
    assert filas(directo["Calendario"])[1]["Objetivos que cubre"] == "B1, B3"
    assert estilos(directo["Cobertura"], "ACT-2")["B2"] == "tenue"


def test_lo_que_abarca_todo_se_dice_como_en_el_calendario(levantar: Callable[..., Indices]) -> None:
    """También con un solo objetivo, que si solo está cubierto se dice por su ID."""
    indices = levantar(
        objetivos="""
        programa: {titulo: Programa}
        grupos: {A: Objetivos}
        objetivos: [{id: A1, titulo: Acceso, texto: Acercar los libros.}]
        """,
        calendario="""
        plan: {titulo: Plan, periodo: 2030, comision: CB}
        actividades:
          - {id: ACT-1, fecha: 2030-03, tipo: formal, titulo: Una, objetivos: todos}
          - {id: ACT-2, fecha: 2030-04, tipo: formal, titulo: Otra, objetivos: [A1]}
        """,
    )
    general = hojas_de(indices, Seleccion(criterio="general"))
    dichos = [fila["Objetivos que cubre"] for fila in filas(general["Calendario"])]
    assert dichos == ["todos", "A1"]


def test_lo_que_no_esta_en_el_plan_se_dice_como_se_escribio(
    levantar: Callable[..., Indices],
) -> None:
    # Un aviso callado a sabiendas deja pasar una cita de quien aún no tiene ficha.
    suyas = hojas_de(
        levantar(
            actores="actores: [{id: CB, nombre: Comisión, objetivos: [B9]}]",
            calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB, apoyo: [SEC], mandatos: [RES-1]}
            actividades:
              - id: ACT-1
                fecha: 2030-03
                tipo: informal
                titulo: Sesión
                actores: [OTRO, CB, otro]
                objetivos: [B9]
                mandatos: [RES-1]
                invitados: [{nombre: Ana, actor: MAS}]
            """,
        )
    )
    (actividad,) = filas(suyas["Calendario"])
    assert actividad["Actores"] == "OTRO, CB, otro, MAS"
    assert enlaces(suyas["Calendario"], "Actores") == [Destino("Actores", "CB")]
    assert (actividad["Objetivos que nombra"], actividad["Mandatos"]) == ("B9", "RES-1")
    assert enlaces(suyas["Calendario"], "Mandatos") == [None]
    assert filas(suyas["Invitados"])[0]["Actor"] == "MAS"
    assert filas(suyas["Misiones"]) == [{"Actor": "CB", "Objetivo": "B9"}]
    plan = dict([*map(llano, fila.valores)] for fila in suyas["Plan"].filas)
    assert (plan["Apoyo"], plan["Mandatos"]) == ("SEC", "RES-1")


def test_un_plan_vacio_tiene_todas_las_hojas(levantar: Callable[..., Indices]) -> None:
    suyas = hojas_de(levantar())
    assert {nombre for nombre, hoja in suyas.items() if hoja.filas} == {"Plan"}
    assert all(hoja.columnas for hoja in suyas.values())


def test_las_columnas_aparte_van_al_final(hojas: dict[str, Hoja]) -> None:
    for hoja in hojas.values():
        assert hoja.columnas[hoja.impresas :] == hoja.aparte


def test_una_columna_vacia_se_quita_con_lo_que_lleva_encima() -> None:
    hoja = Hoja(
        "Hoja",
        ("A", "B", "C"),
        (Fila("1", ("a", None, None)), Fila("2", ("b", None, "c"))),
        encima=("sobre A", "sobre B", None),
        aparte=("C",),
    ).sin_columnas_vacias()
    assert hoja.columnas == ("A", "C")
    assert hoja.filas == (Fila("1", ("a", None)), Fila("2", ("b", "c")))
    assert hoja.encima == ("sobre A", None)
    assert hoja.impresas == 1
    vacia = Hoja("Hoja", ("A", "B"), ())
    assert vacia.sin_columnas_vacias() == vacia
