"""Los registros dañados: el plan no los trae, el borrador sí, y se sabe qué se tocó."""

from textwrap import dedent

from camctl.carga import Carga, cargar
from camctl.carga.archivo import ArchivoCargado
from camctl.carga.remiendo import Remiendo
from camctl.fuentes.memoria import Memoria

VACIOS = {
    "objetivos": "programa: {titulo: Programa}\n",
    "mandatos": "mandatos: []\n",
    "actores": "actores: []\n",
    "calendario": "plan: {titulo: Plan, periodo: 2030, comision: CB}\n",
}


def cargado(**archivos: str) -> Carga:
    textos = {**VACIOS, **{nombre: dedent(texto) for nombre, texto in archivos.items()}}
    return cargar(Memoria({f"{nombre}.yaml": texto.encode() for nombre, texto in textos.items()}))


def actores(texto: str) -> tuple[Carga, ArchivoCargado]:
    carga = cargado(actores=texto)
    return carga, carga.archivos["actores.yaml"]


def test_un_registro_sin_arreglo_deja_su_nombre() -> None:
    carga, archivo = actores(
        """\
        actores:
          - {id: CB, nombre: Comisión}
          - {id: 'I/?', nombre: Instituto, alias: [ILI, ILIN]}
          - {id: SBP, nombre: Servicio}
          - {id: '¿?', nombre: Otro, alias: ILO}
          - {id: RED, nombre: [Red]}
        """
    )
    assert [uno.id for uno in carga.plan.actores] == ["CB", "SBP"]
    assert [uno.id for uno in carga.borrador.actores] == ["CB", "SBP", "RED"]
    assert archivo.remiendo.perdidos == {"actores": {"I/?", "ILI", "ILIN", "¿?"}}
    # En qué puesto del archivo estaba cada uno de los que quedan.
    assert archivo.remiendo.posiciones == {("actores",): (0, 2, 4)}
    assert archivo.remiendo.danos == {("actores", 2): {("nombre",)}}
    assert archivo.entero
    assert archivo.lectura is not None
    red = archivo.lectura.mapa.lugar_de(archivo.remiendo.en_el_archivo(("actores", 2, "id")))
    assert (red.linea, red.columna) == (6, 10)


def test_un_registro_perdido_sin_id_deja_dudas() -> None:
    for sin_id in ("{nombre: x}", "{id: [a], nombre: x}", "texto", "", "{id: , nombre: x}"):
        _, archivo = actores(f"actores:\n  - {{id: CB, nombre: x}}\n  - {sin_id}\n")
        assert archivo.remiendo.posiciones == {("actores",): (0,)}
        assert not archivo.entero


def test_los_ocultos_tras_una_clave_repetida_existen() -> None:
    carga, archivo = actores(
        """\
        actores:
          - id: CB
            nombre: Comisión
            id: ILI
            nombre: Instituto
            alias: [ILIN]
        actores:
          - {id: SBP, nombre: Servicio, alias: [BP]}
        """
    )
    assert [(uno.codigo, uno.mensaje) for uno in carga.diagnosticos] == [
        ("L120", "el actor CB «Comisión»: «id» está dos veces en la misma ficha"),
        ("L120", "«actores» está dos veces en la misma ficha"),
    ]
    assert archivo.remiendo.perdidos == {"actores": {"ILI", "SBP", "BP"}}
    assert archivo.entero
    # El registro en que se repite una clave no está sano, aunque encaje en su modelo.
    assert carga.plan.actores == ()
    assert [(uno.id, set(carga.danos[id(uno)])) for uno in carga.borrador.actores] == [
        ("CB", {("id",)})
    ]


def test_un_registro_sin_su_primera_linea_deja_dudas() -> None:
    _, archivo = actores(
        """\
        actores:
          - id: CB
            nombre: Comisión
            alias: [COM]
            nombre: Instituto
            alias: [ILIN]
        """
    )
    assert archivo.leido
    assert not archivo.entero


def test_lo_que_esta_en_el_archivo_y_lo_que_esta_en_el_plan() -> None:
    remiendo = Remiendo(posiciones={("lista",): (0, 2), ("lista", 2, "de"): (1,)})
    for escrita, puesto in (
        (("lista", 2, "id"), ("lista", 1, "id")),
        (("lista", 2, "de", 1), ("lista", 1, "de", 0)),
        (("lista", 0, "de", 3), ("lista", 0, "de", 3)),
        (("otra", 5), ("otra", 5)),
        (("lista",), ("lista",)),
    ):
        assert remiendo.en_el_plan(escrita) == puesto
        assert remiendo.en_el_archivo(puesto) == escrita
    for quitada in (("lista", 1), ("lista", 3, "id"), ("lista", 2, "de", 0)):
        assert remiendo.en_el_plan(quitada) is None
    assert remiendo.en_el_archivo(("lista", 2)) == ("lista", 2)


def test_lo_ilegible_de_una_seccion_que_no_existe_no_dana_a_nadie() -> None:
    for otra in ("{a: *x}", "[{a: *x}]"):
        carga = cargado(calendario=f"{VACIOS['calendario']}otra: {otra}\n")
        assert sorted(uno.codigo for uno in carga.diagnosticos) == ["L121", "M202"]
        assert carga.danos == {}


def test_un_id_de_mas_en_el_plan_lo_dana() -> None:
    carga = cargado(calendario="plan: {id: x, titulo: Plan, periodo: 2030, comision: CB}\n")
    assert [uno.mensaje for uno in carga.diagnosticos] == ["el plan: el campo «id» no existe aquí"]
    assert list(carga.danos.values()) == [{("id",)}]


def test_lo_obligatorio_se_suple_y_lo_demas_se_quita() -> None:
    carga = cargado(
        calendario="""\
        plan: {titulo: Plan, periodo: 2030, comision: CB, apoyo: [[x], SBP]}
        actividades:
          - id: ACT-1
            fecha: pronto
            tipo: formal
            titulo: Uno
            lugar: [a]
            sobra: x
            actores: [CB, [x], SBP, {y: z}]
            invitados:
              - {nombre: Ana, estado: quizá, cargo: Relatora}
              - nada
              - {cargo: Relator}
            mandatos: [AG-101, {parrafos: 1-3}, {id: AG-102, parrafos: todos}]
            avances: [{objetivo: B1, texto: x, enlace: nada}]
          - {id: ACT-2, fecha: 2030-04, tipo: formal, titulo: Dos}
        """
    )
    una, otra = carga.borrador.actividades
    assert str(una.fecha) == "2030-03"
    assert una.lugar is None
    assert una.actores == ("CB", "SBP")
    assert [(i.nombre, i.estado, i.cargo) for i in una.invitados] == [
        ("Ana", None, "Relatora"),
        ("Ana Pérez", None, "Relator"),
    ]
    assert [(m.id, m.parrafos) for m in una.mandatos] == [
        ("AG-101", None), ("AG-102", "1-3"), ("AG-102", None),
    ]  # fmt: skip
    assert [(a.objetivo, a.enlace) for a in una.avances] == [("B1", None)]
    assert carga.danos[id(una)] == {
        ("fecha",),
        ("lugar",),
        ("sobra",),
        ("actores", 1),
        ("actores", 3),
        ("invitados", 0, "estado"),
        ("invitados", 1),
        ("invitados", 2, "nombre"),
        ("mandatos", 1, "id"),
        ("mandatos", 2, "parrafos"),
        ("avances", 0, "enlace"),
    }
    assert carga.plan.actividades == (otra,)
    assert carga.plan.cabecera is None
    assert carga.borrador.cabecera is not None
    assert carga.borrador.cabecera.apoyo == ("SBP",)
    assert carga.danos[id(carga.borrador.cabecera)] == {("apoyo", 0)}


def test_una_ficha_que_falta_entera_esta_toda_danada() -> None:
    carga = cargado(calendario="actividades: []\n", objetivos="programa:\nobjetivos: []\n")
    for ficha in (carga.borrador.cabecera, carga.borrador.programa):
        assert ficha is not None
        assert carga.danos[id(ficha)] == {(campo,) for campo in type(ficha).model_fields}
    assert (carga.plan.cabecera, carga.plan.programa) == (None, None)


def test_lo_que_no_se_pudo_leer_tambien_dana() -> None:
    carga = cargado(
        calendario="""\
        plan: {titulo: Plan, periodo: 2030, comision: CB, texto: &t Plan}
        actividades:
          - {id: ACT-1, fecha: 2030-04, tipo: formal, titulo: !muy importante}
          - {id: ACT-2, fecha: 2030-04, tipo: formal, titulo: &a Dos}
          - {id: *x, fecha: 2030-04, tipo: formal, titulo: Tres}
          - *y
          - {id: ACT-5, fecha: 2030-04, tipo: formal, titulo: Cinco, actores: [CB, *z]}
        """
    )
    assert {uno.codigo for uno in carga.diagnosticos} == {"L121", "L122"}
    assert [uno.registro for uno in carga.diagnosticos] == ["", "ACT-1", "ACT-2", "", "", "ACT-5"]
    assert carga.plan.actividades == ()
    assert [(una.id, set(carga.danos[id(una)])) for una in carga.borrador.actividades] == [
        ("ACT-1", {("titulo",)}),
        ("ACT-2", {("titulo",)}),
        ("ACT-5", {("actores", 1)}),
    ]
    assert carga.borrador.cabecera is not None
    assert carga.danos[id(carga.borrador.cabecera)] == {("texto",)}
    assert carga.diagnosticos[0].mensaje.startswith("el plan: un texto sin comillas")
    assert carga.diagnosticos[3].mensaje.startswith("la actividad número 3 «Tres»: ")


def test_lo_leido_no_se_toca() -> None:
    carga = cargado(calendario="plan: {titulo: [x]}\nactividades:\n  - {id: '?', actores: [[x]]}\n")
    lectura = carga.archivos["calendario.yaml"].lectura
    assert lectura is not None
    assert lectura.valor == {
        "plan": {"titulo": ["x"]},
        "actividades": [{"id": "?", "actores": [["x"]]}],
    }
    assert lectura.mapa.raiz is lectura.valor


def test_con_demasiados_errores_se_ensena_una_muestra() -> None:
    malas = "  - {id: ACT-1, a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1}\n" * 11_000
    carga = cargado(calendario=f"{VACIOS['calendario']}actividades:\n{malas}")
    assert carga.diagnosticos[0].codigo == "L128"
    assert carga.diagnosticos[0].mensaje == (
        "hay más de 100\u00a0000 errores: aquí no están más que los primeros"
    )
    assert len(carga.diagnosticos) == 101
    assert carga.diagnosticos[-1].lugar.linea == 12
    assert carga.borrador.actividades == ()
    assert not carga.esta_entero("calendario.yaml")
