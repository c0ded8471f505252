"""La ficha entera de cada registro, con lo que lo une a otros y lo que le falta."""

from collections.abc import Callable
from typing import Any

import pytest

from camctl.cobertura import Cobertura
from camctl.indices import Indices, RegistroConId
from camctl.vistas.respuesta import Ficha, Respuesta, Tabla
from camctl.vistas.ver import ver

from .conftest import SIN_CITA_DOS_VECES, UN_OBJETIVO, UNA_SESION

PIE = (
    (
        "Qué cubre cada sesión, criterio actor: cuentan la sesión que lo nombra y la misión de sus "
        "actores. Para contar de otro modo, consulte la cobertura con --criterio."
    ),
)
CAM = "CAM · Comisión de Asuntos Migratorios · convoca"
GENERAL_4 = (
    "ACT-4 · Sesión informal con la CIM · propuesta · marzo de 2019 · transversal: CIM "
    "(solo con --criterio general)"
)
GENERAL_6 = (
    "ACT-6 · Sesión formal con el CIDI sobre los avances del Programa · propuesta · abril de 2019 "
    "· abarca todo el programa (solo con --criterio general)"
)
SALAS = (
    "ACT-2 · Sesión formal sobre las salas · realizada · del 14 al 15 de marzo de 2030, 10:00-13:00"
)
CIERRE = (
    "ACT-5 · Sesión de cierre · cancelada · junio de 2030 "
    "· abarca todo el programa; no cuenta: está cancelada"
)


def registro_de(indices: Indices, id_: str) -> RegistroConId:
    for clase in ("objetivo", "mandato", "actor", "actividad"):
        if hallado := indices.por_id(clase, id_):
            return hallado
    raise AssertionError(id_)


def visto(indices: Indices, id_: str) -> tuple[Respuesta, Ficha]:
    respuesta = ver([registro_de(indices, id_)], indices, Cobertura(indices))
    assert not isinstance(respuesta.cuerpo, Tabla)
    (ficha,) = respuesta.cuerpo
    return respuesta, ficha


def campos(indices: Indices, id_: str) -> dict[str, tuple[str, ...]]:
    ficha = visto(indices, id_)[1]
    assert len(dict(ficha.campos)) == len(ficha.campos), "dos filas con el mismo rótulo"
    return dict(ficha.campos)


def datos(indices: Indices, id_: str) -> dict[str, Any]:
    registros = visto(indices, id_)[0].registros
    assert isinstance(registros, list)
    (registro,) = registros
    return registro


# Actividades


def test_una_sesion_con_un_actor_transversal(indices_reales: Indices) -> None:
    respuesta, ficha = visto(indices_reales, "act4")
    assert ficha.titulo == "ACT-4 · Sesión informal con la CIM · propuesta · marzo de 2019"
    assert ficha.campos == (
        ("Tipo", ("sesión informal",)),
        (
            "Texto",
            (
                (
                    "Sesión Informal de la CAM con personal de la Comisión Interamericana de las "
                    "Mujeres incluida Beatriz Piñeres o TBD"
                ),
            ),
        ),
        ("Actores", (CAM, "CIM · Comisión Interamericana de las Mujeres · transversal")),
        ("Invitados", ("Beatriz Piñeres (por confirmar) · CIM",)),
        ("Objetivos", ("ninguno nombrado; transversal: CIM",)),
        (
            "Nota",
            ("El documento dice «o TBD» (por determinar): puede venir otra persona en su lugar.",),
        ),
        ("Falta", ("día, hora, lugar, confirmar a Beatriz Piñeres",)),
    )
    assert respuesta.pie == PIE
    assert respuesta.encabezado == ()
    assert respuesta.vacio == ""


def test_una_sesion_que_cubre_por_la_mision_de_un_actor(indices_reales: Indices) -> None:
    assert campos(indices_reales, "ACT-5")["Objetivos"] == (
        "ninguno nombrado",
        (
            "B8 · Interés superior del niño y unidad familiar · misión de IIN: «el interés "
            "superior de los niños, niñas y adolescentes, así como el principio de unidad familiar»"
        ),
    )


def test_una_sesion_sobre_todo_el_programa(indices_reales: Indices) -> None:
    sexta = campos(indices_reales, "ACT-6")
    assert sexta["Objetivos"] == ("abarca todo el programa",)
    assert sexta["Mandatos"] == (
        "AG-2883 · AG/RES. 2883 (XLVI-O/16)",
        "AG-2910 · AG/RES. 2910 (XLVII-O/17)",
    )
    assert sexta["Falta"] == ("día, hora, lugar",)
    assert "Invitados" not in sexta


def test_a_una_circulacion_solo_le_falta_el_dia(indices_reales: Indices) -> None:
    respuesta, ficha = visto(indices_reales, "ACT-1")
    primera = dict(ficha.campos)
    assert primera["Tipo"] == ("circulación",)
    # No convoca a nadie, ni cubre objetivo alguno.
    assert primera["Actores"] == ("CAM · Comisión de Asuntos Migratorios",)
    assert "Objetivos" not in primera
    assert primera["Falta"] == ("día",)
    assert respuesta.pie == ()


@pytest.mark.parametrize(
    ("hasta", "falta"),
    [
        ("2030-04", ["último día", "hora"]),
        ("2030-03", ["último día", "hora"]),
        ("2030-03-15", ["hora"]),
    ],
)
def test_de_la_que_dura_varios_dias_puede_faltar_el_ultimo(
    levantar: Callable[..., Indices], hasta: str, falta: list[str]
) -> None:
    indices = levantar(
        calendario=f"""
            plan: {{titulo: Plan, periodo: 2030, comision: CB}}
            actividades:
              - {{id: ACT-1, fecha: 2030-03-14, hasta: {hasta}, tipo: formal, titulo: U, lugar: A}}
            """
    )
    assert datos(indices, "ACT-1")["falta"] == falta


def test_los_invitados_con_su_cargo(indices_reales: Indices) -> None:
    assert campos(indices_reales, "ACT-3")["Invitados"] == (
        (
            "Luis Ernesto Vargas Silva · Relator sobre los Derechos de los Migrantes Comisionado · "
            "CIDH"
        ),
        "Alvaro Botero · experto en temas migratorios de la CIDH · CIDH",
    )


def test_una_sesion_celebrada_con_todo(indices: Indices) -> None:
    _, ficha = visto(indices, "ACT-2")
    assert ficha.titulo == SALAS
    assert ficha.campos == (
        ("Tipo", ("sesión formal",)),
        ("Texto", ("Sesión de dos días.",)),
        ("Hora", ("10:00-13:00 (America/Lima)",)),
        ("Lugar", ("Salón Azul",)),
        ("Fecha prevista", ("febrero de 2030",)),
        ("Motivo", ("A petición de la Red.",)),
        (
            "Actores",
            (
                "CB · Comisión de Bibliotecas · convoca · transversal",
                "ILI · Instituto de la Lectura",
                "RED · Red de Mujeres Lectoras · transversal",
            ),
        ),
        (
            "Invitados",
            (
                "Ana Núñez (asistió) · Directora · ILI · O su suplente.",
                "Luis Paz (asistencia confirmada) · ILI",
                "Eva Sol (se excusó)",
            ),
        ),
        (
            "Objetivos",
            (
                # La comisión también es transversal, y no cubre nada por estar.
                "transversal: RED",
                "B1 · Salas de lectura · lo nombra; misión de ILI: «Abrir salas de lectura»",
                "B2 · Formación del personal · misión de ILI",
                "B3 · Préstamo entre países · lo nombra",
            ),
        ),
        (
            "Mandatos",
            (
                "RES-10 · ASA/RES. 10 (I/30) · párrafos 4-6",
                "RES-10 · ASA/RES. 10 (I/30) · párrafo 9",
                "RES-11 · ASA/RES. 11 (I/30)",
            ),
        ),
        (
            "Documentos",
            (
                "Nota conceptual · CB/doc.4/30 · https://ejemplo.org/nota",
                "Lista de salas",
            ),
        ),
        (
            "Avances",
            ("B1 · ILI · Diez salas. · https://ejemplo.org/salas", "B2 · Un curso."),
        ),
        (
            "Acuerdos",
            (
                "Remitir la guía. · responsable: ILI · plazo: mayo de 2030 · cumplido",
                "Buscar fondos. · pendiente",
            ),
        ),
        ("Nota", ("Hubo intérpretes.",)),
        ("Actualizado", ("2030-03-16 10:30 UTC",)),
        ("Falta", ("si asistió Luis Paz",)),
    )


@pytest.mark.parametrize(
    ("id_", "objetivos", "falta"),
    [
        ("ACT-1", ("no cuenta: no es una sesión", "B1 · Salas de lectura · lo nombra"), None),
        (
            "ACT-3",
            ("no cuenta: está aplazada", "B3 · Préstamo entre países · lo nombra"),
            ("motivo, día, hora, lugar",),
        ),
        ("ACT-5", ("abarca todo el programa; no cuenta: está cancelada",), None),
    ],
)
def test_lo_que_no_cuenta_dice_por_que(
    indices: Indices, id_: str, objetivos: tuple[str, ...], falta: tuple[str, ...] | None
) -> None:
    una = campos(indices, id_)
    assert una["Objetivos"] == objetivos
    assert una.get("Falta") == falta


def test_quien_envia_un_invitado_esta_presente(indices: Indices) -> None:
    cuarta = campos(indices, "ACT-4")
    assert cuarta["Actores"] == (
        "CB · Comisión de Bibliotecas · convoca · transversal",
        "ILI · Instituto de la Lectura · presente por sus invitados",
    )
    assert cuarta["Objetivos"] == (
        "ninguno nombrado",
        "B1 · Salas de lectura · misión de ILI: «Abrir salas de lectura»",
        "B2 · Formación del personal · misión de ILI",
    )
    assert cuarta["Falta"] == ("hora, confirmar a Iris Mar",)


def test_servir_dos_veces_sin_cita_se_dice_una(levantar: Callable[..., Indices]) -> None:
    indices = levantar(objetivos=UN_OBJETIVO, actores=SIN_CITA_DOS_VECES, calendario=UNA_SESION)
    assert campos(indices, "ACT-1")["Objetivos"] == (
        "ninguno nombrado",
        "A1 · Leer · misión de ILI",
    )


def test_como_datos_una_actividad(indices_reales: Indices, indices: Indices) -> None:
    cuarta = datos(indices_reales, "ACT-4")
    assert list(cuarta)[:3] == ["clase", "id", "fecha"]
    assert list(cuarta)[-2:] == ["objetivos_cubiertos", "falta"]
    assert cuarta["clase"] == "actividad"
    assert cuarta["falta"] == ["día", "hora", "lugar", "confirmar a Beatriz Piñeres"]
    segunda = datos(indices, "ACT-2")
    assert segunda["objetivos_cubiertos"] == ["B1", "B2", "B3"]
    assert segunda["acuerdos"] == [
        {"texto": "Remitir la guía.", "responsable": "ILI", "plazo": "2030-05", "cumplido": True},
        {"texto": "Buscar fondos.", "responsable": None, "plazo": None, "cumplido": False},
    ]


# Objetivos


def test_un_objetivo_con_sesion(indices_reales: Indices) -> None:
    respuesta, ficha = visto(indices_reales, "b.8")
    assert ficha.titulo == "B8 · Interés superior del niño y unidad familiar"
    rotulos = [rotulo for rotulo, _ in ficha.campos]
    assert rotulos == ["Grupo", "Texto", "Actores", "Transversales", "Sesiones", "Mandato"]
    b8 = dict(ficha.campos)
    assert b8["Grupo"] == ("B · Objetivos específicos",)
    assert b8["Actores"] == (
        (
            "IIN · Instituto Interamericano del Niño, la Niña y Adolescentes · «el interés "
            "superior de los niños, niñas y adolescentes, así como el principio de unidad familiar»"
        ),
    )
    assert b8["Transversales"] == ("CIM · Comisión Interamericana de las Mujeres",)
    assert b8["Sesiones"] == (
        GENERAL_4,
        "ACT-5 · Sesión informal con el IIN · propuesta · marzo de 2019 · misión de IIN",
        GENERAL_6,
    )
    assert b8["Mandato"] == ("AG-2883 · AG/RES. 2883 (XLVI-O/16)",)
    assert respuesta.pie == PIE


def test_un_objetivo_sin_sesion(indices_reales: Indices) -> None:
    b2 = campos(indices_reales, "B2")
    assert b2["Sesiones"] == (GENERAL_4, GENERAL_6)
    assert b2["Falta"] == ("una sesión",)
    assert "Actores" not in b2
    assert datos(indices_reales, "B2")["falta"] == ["una sesión"]


def test_todos_los_motivos_de_una_sesion_en_su_linea(indices: Indices) -> None:
    b1 = campos(indices, "B1")
    assert b1 == {
        # Un grupo sin nombre se queda en su letra.
        "Grupo": ("B",),
        "Texto": ("Abrir salas de lectura.", "Mantenerlas abiertas."),
        "Actores": ("ILI · Instituto de la Lectura · «Abrir salas de lectura»",),
        "Transversales": ("RED · Red de Mujeres Lectoras",),
        "Sesiones": (
            f"{SALAS} · lo nombra; misión de ILI; transversal: RED",
            "ACT-4 · Sesión con invitados · propuesta · 20 de mayo de 2030 · misión de ILI",
        ),
        "Otras actividades": (
            (
                "ACT-1 · Circulación del plan · realizada · 1 de febrero de 2030 · lo nombra; "
                "no cuenta: no es una sesión"
            ),
            CIERRE,
        ),
        "Avances": (
            (
                "ACT-2 · del 14 al 15 de marzo de 2030, 10:00-13:00 · ILI · Diez salas. · "
                "https://ejemplo.org/salas"
            ),
        ),
        "Mandato": ("RES-10 · ASA/RES. 10 (I/30)",),
        "Nota": ("Así lo dice el original.",),
    }


def test_un_objetivo_cuya_unica_sesion_se_aplazo(indices: Indices) -> None:
    b4 = campos(indices, "B4")
    assert b4["Otras actividades"] == (
        (
            "ACT-3 · Sesión sobre los relatos · aplazada · abril de 2030 · misión de ARC; "
            "no cuenta: está aplazada"
        ),
        CIERRE,
    )
    assert b4["Falta"] == ("una sesión",)


def test_el_motivo_de_no_tener_sesion(indices: Indices) -> None:
    assert campos(indices, "B3")["Motivo sin sesión"] == ("Lo trata otra comisión.",)


def test_como_datos_un_objetivo(indices: Indices) -> None:
    b1 = datos(indices, "B1")
    assert list(b1) == [
        "clase", "id", "titulo", "texto", "motivo_sin_sesion", "nota",
        "sesiones", "servidores", "transversales", "avances", "falta",
    ]  # fmt: skip
    assert b1["clase"] == "objetivo"
    assert b1["servidores"] == [{"actor": "ILI", "cita": "Abrir salas de lectura"}]
    assert b1["transversales"] == ["RED"]
    assert b1["avances"] == [
        {
            "actividad": "ACT-2",
            "objetivo": "B1",
            "actor": "ILI",
            "texto": "Diez salas.",
            "enlace": "https://ejemplo.org/salas",
        }
    ]
    assert b1["falta"] == []


# Actores


def test_un_actor_cuya_mision_sirve_a_objetivos(indices: Indices) -> None:
    respuesta, ficha = visto(indices, "inle")
    assert ficha == Ficha(
        "ILI · Instituto de la Lectura",
        (
            ("Alias", ("INLE",)),
            ("Categoría", ("B · Organismos especializados",)),
            ("Función", ("Estudiar la lectura.",)),
            ("Misión", ("Abrir salas de lectura y formar a su personal.",)),
            (
                "Objetivos",
                ("B1 · Salas de lectura · «Abrir salas de lectura»", "B2 · Formación del personal"),
            ),
            (
                "Actividades",
                (SALAS, "ACT-4 · Sesión con invitados · propuesta · 20 de mayo de 2030"),
            ),
            (
                "Invitados",
                (
                    "Ana Núñez (asistió) · Directora · ACT-2",
                    "Luis Paz (asistencia confirmada) · ACT-2",
                    "Iris Mar (por confirmar) · ACT-4",
                ),
            ),
            (
                "Avances",
                (
                    (
                        "B1 · ACT-2 · del 14 al 15 de marzo de 2030, 10:00-13:00 · Diez salas. · "
                        "https://ejemplo.org/salas"
                    ),
                ),
            ),
            ("Acuerdos", ("Remitir la guía. · ACT-2 · plazo: mayo de 2030 · cumplido",)),
        ),
    )
    assert respuesta.pie == ()


def test_el_papel_de_cada_actor(indices_reales: Indices) -> None:
    papeles = {
        actor.id: campos(indices_reales, actor.id).get("Papel")
        for actor in indices_reales.plan.actores
    }
    assert papeles == {
        "CAM": ("comisión que convoca",),
        "CIDH": None,
        "CIM": None,
        "IIN": None,
        "SSM": None,
        "EM": None,
        "CIDI": None,
        "SADyE": ("apoyo técnico del plan",),
        "AG": ("órgano que adopta AG-2738, AG-2883, AG-2910 y AG-2916",),
    }


def test_las_categorias_lo_transversal_y_lo_colectivo(indices_reales: Indices) -> None:
    cim, em, ssm = (campos(indices_reales, id_) for id_ in ("CIM", "EM", "SSM"))
    assert cim["Categoría"] == ("B · Organismos especializados",)
    assert cim["Transversal"] == ("sí",)
    assert "Colectivo" not in cim
    assert em["Colectivo"] == ("sí",)
    assert "Transversal" not in em
    assert ssm["Categoría"] == ("sin categoría",)


def test_solo_falta_una_sesion_a_quien_deberia_estar_en_alguna(
    indices_reales: Indices, indices: Indices
) -> None:
    for actor in indices_reales.plan.actores:
        assert "Falta" not in campos(indices_reales, actor.id)
    faltas = {actor.id: datos(indices, actor.id)["falta"] for actor in indices.plan.actores}
    # A MAE lo excusa ser colectivo; a CB, ser la comisión; SEC y ASA no sirven a ninguno.
    assert faltas == {
        "CB": [],
        "ASA": [],
        "ILI": [],
        "RED": [],
        "MAE": [],
        "ARC": ["una sesión en la que esté presente"],
        "SEC": [],
    }


def test_a_un_transversal_que_nunca_esta_le_falta_una_sesion(
    levantar: Callable[..., Indices],
) -> None:
    indices = levantar(actores="actores: [{id: RED, nombre: Red, transversal: sí}]")
    assert campos(indices, "RED")["Falta"] == ("una sesión en la que esté presente",)


def test_como_datos_un_actor(indices_reales: Indices, indices: Indices) -> None:
    iin = datos(indices_reales, "INNA")
    assert iin["clase"] == "actor"
    assert iin["sesiones"] == [{"id": "ACT-5", "fecha": "2019-03"}]
    assert iin["actividades"] == [{"id": "ACT-5", "fecha": "2019-03"}]
    assert [uno["nombre"] for uno in iin["invitados"]] == ["Victor Giorgi"]
    assert datos(indices_reales, "AG")["mandatos"] == ["AG-2738", "AG-2883", "AG-2910", "AG-2916"]
    ili = datos(indices, "ILI")
    assert ili["acuerdos"] == [
        {
            "actividad": "ACT-2",
            "texto": "Remitir la guía.",
            "responsable": "ILI",
            "plazo": "2030-05",
            "cumplido": True,
        }
    ]
    assert [uno["objetivo"] for uno in ili["avances"]] == ["B1"]
    # Presente en una aplazada: es actividad suya, no sesión.
    arc = datos(indices, "ARC")
    assert arc["sesiones"] == []
    assert arc["actividades"] == [{"id": "ACT-3", "fecha": "2030-04"}]


# Mandatos


def test_un_mandato_sin_enlaces(indices_reales: Indices) -> None:
    _, ficha = visto(indices_reales, "ag2910")
    assert ficha == Ficha(
        "AG-2910 · AG/RES. 2910 (XLVII-O/17)",
        (
            ("Título", ("Migración en las Américas",)),
            ("Órgano", ("AG · Asamblea General",)),
            ("Párrafos", ("1-20",)),
            (
                "Sustenta",
                (
                    "el plan 2018-2019",
                    "ACT-1 · Circulación del Plan de Trabajo · propuesta · febrero de 2019",
                    (
                        "ACT-6 · Sesión formal con el CIDI sobre los avances del Programa · "
                        "propuesta · abril de 2019"
                    ),
                ),
            ),
            ("Falta", ("enlaces",)),
        ),
    )


def test_un_mandato_con_todo(indices: Indices) -> None:
    _, ficha = visto(indices, "RES-10")
    assert ficha.campos == (
        ("Título", ("Programa de Bibliotecas Escolares",)),
        ("Órgano", ("ASA · Asamblea",)),
        ("Sección", ("Sección II",)),
        ("Párrafos", ("1-9",)),
        ("Enlaces", ("es: https://ejemplo.org/es/10", "en: https://ejemplo.org/en/10")),
        (
            "Sustenta",
            (
                "el plan 2030-2031",
                "el programa que adopta: Programa de Bibliotecas Escolares",
                f"{SALAS} · párrafos 4-6",
                f"{SALAS} · párrafo 9",
            ),
        ),
        ("Nota", ("Revisada en 2029.",)),
    )
    assert datos(indices, "RES-10")["falta"] == []


# Lo común


def test_lo_que_no_esta_en_el_plan_se_dice(levantar: Callable[..., Indices]) -> None:
    indices = levantar(
        objetivos="""
            programa: {titulo: Programa, mandato: RES-9}
            objetivos: [{id: A1, titulo: Leer, texto: Leer.}]
            """,
        mandatos="mandatos: [{id: RES-1, resolucion: RES. 1, titulo: Una, organo: NADIE}]",
        actores="actores: [{id: ILI, nombre: Instituto, objetivos: [Z9]}]",
        calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - id: ACT-1
                fecha: 2030-02
                tipo: informal
                titulo: Sesión
                actores: [NADIE, ILI]
                objetivos: [Z9, a1]
                mandatos: [{id: RES-9, parrafos: "4"}]
                avances: [{objetivo: Z9, actor: NADIE, texto: Algo.}]
            """,
    )
    una = campos(indices, "ACT-1")
    assert una["Actores"] == ("NADIE · no está en el plan", "ILI · Instituto")
    assert una["Objetivos"] == ("A1 · Leer · lo nombra", "Z9 · no está en el plan")
    assert una["Mandatos"] == ("RES-9 · no está en el plan · párrafo 4",)
    assert una["Avances"] == ("Z9 · NADIE · Algo.",)
    assert campos(indices, "A1")["Mandato"] == ("RES-9 · no está en el plan",)
    assert campos(indices, "ILI")["Objetivos"] == ("Z9 · no está en el plan",)
    assert campos(indices, "RES-1")["Órgano"] == ("NADIE · no está en el plan",)


def test_varios_registros_en_el_orden_pedido(
    indices_reales: Indices, cobertura_real: Cobertura
) -> None:
    pedidos = [registro_de(indices_reales, id_) for id_ in ("CIM", "ACT-4", "AG-2738", "A1")]
    respuesta = ver(pedidos, indices_reales, cobertura_real)
    assert not isinstance(respuesta.cuerpo, Tabla)
    assert [ficha.titulo for ficha in respuesta.cuerpo] == [
        "CIM · Comisión Interamericana de las Mujeres",
        "ACT-4 · Sesión informal con la CIM · propuesta · marzo de 2019",
        "AG-2738 · AG/RES. 2738 (XLII-O/12)",
        "A1 · Derechos humanos y políticas migratorias integrales",
    ]
    assert isinstance(respuesta.registros, list)
    assert [(uno["clase"], uno["id"]) for uno in respuesta.registros] == [
        ("actor", "CIM"),
        ("actividad", "ACT-4"),
        ("mandato", "AG-2738"),
        ("objetivo", "A1"),
    ]


def test_sin_ningun_registro_no_hay_fichas(indices: Indices, cobertura: Cobertura) -> None:
    assert ver([], indices, cobertura) == Respuesta((), [])
