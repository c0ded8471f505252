"""La página web en un Chromium: buscar, filtrar, compartir, imprimir, con teclado y en un móvil."""

import io
import json
import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final

import pypdf
import pytest
from selenium.webdriver.common.keys import Keys

from camctl.carga import cargar
from camctl.fuentes.carpeta import Carpeta
from camctl.indices import Indices
from camctl.vistas.encargo import Encargo
from conftest import encargo_de
from papeles.conftest import Encargar

from .conftest import ANCHO, MOVIL, Escribir, Navegador

RAIZ: Final = Path(__file__).resolve().parents[4]
AXE: Final = os.environ.get("AXE_CORE")
ACTIVIDADES: Final = [f"ACT-{n}" for n in range(1, 7)]
_PAPEL: Final = 650  # lo que cabe a lo ancho entre los márgenes de una hoja en vertical


@pytest.fixture(scope="session")
def de_cuantas(
    escribir: Escribir, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[int], Path]:
    """La página de un plan con esas actividades, todas sesiones, y doce objetivos."""
    hallado = spec_from_file_location("planes", RAIZ / "bench" / "planes.py")
    assert hallado is not None
    assert hallado.loader is not None
    planes = module_from_spec(hallado)
    hallado.loader.exec_module(planes)

    def escrita(cuantas: int) -> Path:
        carpeta = tmp_path_factory.mktemp("plan")
        planes.escribir(carpeta, cuantas)
        plan = cargar(Carpeta(carpeta)).plan
        return escribir(encargo_de(Indices(plan)), f"de-{cuantas}")

    return escrita


@pytest.fixture(scope="session")
def grande(de_cuantas: Callable[[int], Path]) -> Path:
    """La página de un plan de 300 actividades."""
    return de_cuantas(300)


@pytest.fixture(scope="session")
def mediana(de_cuantas: Callable[[int], Path]) -> Path:
    """La de uno con las sesiones que bastan para que sean las filas de la matriz."""
    return de_cuantas(25)


def del_calendario(navegador: Navegador) -> list[str]:
    """Las actividades a la vista."""
    return [ancla for ancla in navegador.visibles if ancla.startswith("ACT")]


# Buscar


@pytest.mark.parametrize(
    ("escrito", "hallados"),
    [
        ("INTERES  Superior", ["ACT-5", "B8", "IIN"]),
        ("niñez", ["IIN"]),
        ("piñeres", ["ACT-4", "CIM"]),
        ("superior regularizacion", []),
        ("b.8", ["ACT-5", "B8", "IIN"]),
        ("B 8", ["ACT-5", "B8", "IIN"]),
        ("act4", ["ACT-4", "CAM", "CIM"]),
        ("inna", ["IIN"]),
        ("abril de 2019", ["ACT-6", "CAM", "CIDI", "AG-2883", "AG-2910"]),
    ],
)
def test_busca_sin_mirar_acentos_ni_mayusculas(
    navegador: Navegador, real: Path, escrito: str, hallados: list[str]
) -> None:
    navegador.abrir(real)
    navegador.buscar(escrito)
    assert navegador.visibles == hallados


def test_lo_hallado_se_cuenta_se_anuncia_y_se_senala(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    assert navegador.resultado == ""
    navegador.buscar("TRATA")
    assert navegador.visibles == ["ACT-2", "B1", "B6", "SSM"]
    assert navegador.resultado == "1 de 6 actividades, 2 de 15 objetivos y 1 de 9 actores"
    assert navegador.uno("[role=status]").get_attribute("aria-live") == "polite"
    senalado = navegador.calcular(
        "return [...CSS.highlights.get('hallado')].map((tramo) => tramo.toString().toLowerCase())"
    )
    assert set(senalado) == {"trata"}
    # De la matriz quedan las filas de los objetivos hallados, y de la línea, los meses con algo.
    filas = navegador.calcular(
        "return [...document.querySelectorAll('.matriz tbody tr')]"
        ".filter((fila) => fila.checkVisibility()).map((fila) => fila.dataset.de)"
    )
    assert filas == ["B1", "B6"]
    assert [mes for mes in ("02", "03", "04") if _se_ve(navegador, f"mes-2019-{mes}")] == ["02"]


def _se_ve(navegador: Navegador, ancla: str) -> bool:
    return bool(
        navegador.calcular("return document.getElementById(arguments[0]).checkVisibility()", ancla)
    )


def test_si_no_hay_nada_se_dice(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    navegador.buscar("xyzzy")
    assert navegador.visibles == []
    assert navegador.resultado == (
        "0 de 6 actividades, 0 de 15 objetivos, 0 de 9 actores y 0 de 4 mandatos"
    )
    avisos = navegador.calcular(
        "return [...document.querySelectorAll('.nada')].filter((uno) => uno.checkVisibility())"
        ".map((uno) => uno.closest('section').id)"
    )
    assert avisos == ["calendario", "objetivos", "actores", "mandatos"]


def test_un_id_no_se_halla_dentro_de_otro_mas_largo(navegador: Navegador, grande: Path) -> None:
    navegador.abrir(grande)
    navegador.buscar("act-30")
    assert del_calendario(navegador) == ["ACT-30"]
    navegador.buscar("persona 299")
    assert del_calendario(navegador) == ["ACT-299"]


# Filtrar


@pytest.mark.parametrize(
    ("filtro", "valor", "pedido", "quedan"),
    [
        ("mes", "Marzo de 2019", "?mes=2019-03", ["ACT-4", "ACT-5"]),
        (
            "actor",
            "IIN · Instituto Interamericano del Niño, la Niña y Adolescentes",
            "?actor=IIN",
            ["ACT-5"],
        ),
        (
            "objetivo",
            "B5 · Programas de regularización de migrantes",
            "?objetivo=B5",
            ["ACT-3"],
        ),
        ("tipo", "Sesión formal", "?tipo=formal", ["ACT-6"]),
        ("estado", "Propuesta", "?estado=propuesta", ACTIVIDADES),
    ],
)
def test_cada_filtro_del_calendario(
    navegador: Navegador, real: Path, filtro: str, valor: str, pedido: str, quedan: list[str]
) -> None:
    navegador.abrir(real)
    todos = navegador.visibles
    navegador.elegir(filtro, valor)
    assert del_calendario(navegador) == quedan
    assert navegador.resultado == f"{len(quedan)} de 6 actividades"
    # Solo miran al calendario.
    assert [uno for uno in navegador.visibles if uno not in ACTIVIDADES] == [
        uno for uno in todos if uno not in ACTIVIDADES
    ]
    # Y quien reciba la dirección ve lo mismo.
    assert navegador.direccion == pedido
    navegador.abrir(real, pedido)
    assert del_calendario(navegador) == quedan
    assert navegador.calcular(f"return document.querySelector('[name={filtro}]').value") != ""


def test_los_estados_y_los_dias_que_pasan_de_un_mes_a_otro(
    navegador: Navegador, escribir: Escribir, encargar: Encargar
) -> None:
    pagina = escribir(
        encargar(
            calendario="""
            plan: {titulo: Plan, periodo: 2030, comision: CB}
            actividades:
              - {id: ACT-1, fecha: 2030-03-30, hasta: 2030-05-02, tipo: formal, titulo: Larga}
              - {id: ACT-2, fecha: 2030-04, tipo: otra, titulo: Corta, estado: cancelada}
            """
        ),
        "meses",
    )
    navegador.abrir(pagina)
    for mes, quedan in (
        ("Marzo", ["ACT-1"]), ("Abril", ["ACT-1", "ACT-2"]), ("Mayo", ["ACT-1"]),
    ):  # fmt: skip
        navegador.elegir("mes", f"{mes} de 2030")
        assert del_calendario(navegador) == quedan
    navegador.elegir("mes", "Todos")
    navegador.elegir("estado", "Cancelada")
    assert del_calendario(navegador) == ["ACT-2"]


def test_los_objetivos_sin_sesion(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    navegador.elegir("sesion", "Sin sesión")
    hallados = [uno for uno in navegador.visibles if uno[0] in "AB" and uno[1].isdigit()]
    assert hallados == ["A1", "A2", "A3", "B2", "B3", "B4", "B7", "B9", "B10", "B12"]
    assert navegador.resultado == "10 de 15 objetivos"
    assert navegador.direccion == "?sesion=sin"


def test_un_objetivo_que_nadie_cubre_no_se_puede_elegir(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    opcion = navegador.uno("[name=objetivo] option[value=A1]")
    assert opcion.get_attribute("disabled") == "true"
    assert opcion.text == ("A1 · Derechos humanos y políticas migratorias integrales (sin sesión)")


# La dirección


def test_una_vista_se_comparte_y_se_recupera(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    navegador.elegir("mes", "Febrero de 2019")
    navegador.elegir("tipo", "Sesión informal")
    navegador.buscar("tráfico ilícito")
    pedido = navegador.direccion
    assert pedido == "?mes=2019-02&tipo=informal&q=tráfico+ilícito"
    vista = (navegador.visibles, navegador.resultado)
    navegador.abrir(real, pedido)
    assert (navegador.visibles, navegador.resultado) == vista
    assert navegador.uno("[type=search]").get_attribute("value") == "tráfico ilícito"


def test_la_direccion_se_escribe_como_salga(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real, "?actor=iin&objetivo=b.8")
    assert del_calendario(navegador) == ["ACT-5"]
    assert navegador.resultado == "1 de 6 actividades"


def test_lo_que_la_direccion_pide_y_no_esta_se_dice(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real, "?actor=XYZ&mes=2019-03")
    assert navegador.resultado == "«XYZ» no está en «Actor». 2 de 6 actividades"
    navegador.uno(".resultado button").click()
    assert navegador.resultado == ""
    assert navegador.direccion == ""


@pytest.mark.parametrize(
    ("escrita", "ancla"),
    [("#B8", "B8"), ("#b8", "B8"), ("#act4", "ACT-4"), ("#INNA", "IIN"), ("#2738", "AG-2738")],
)
def test_un_ancla_lleva_a_su_registro(
    navegador: Navegador, real: Path, escrita: str, ancla: str
) -> None:
    navegador.abrir(real, escrita)
    navegador.esperar("return location.hash === arguments[0]", f"#{ancla}")
    # Debajo de la barra, que no lo tapa.
    assert 60 < navegador.arriba(ancla) < 120
    assert navegador.calcular("return document.querySelector(':target').id") == ancla


@pytest.mark.parametrize("escrita", ["#no-esta", "#%E0%A4%A", "#"])
def test_un_ancla_que_no_es_de_nada_no_estorba(
    navegador: Navegador, real: Path, escrita: str
) -> None:
    navegador.abrir(real, escrita)
    assert len(navegador.visibles) == 34
    assert navegador.quejas == []


def test_un_enlace_lleva_a_su_sitio_aunque_no_sea_de_lo_buscado(
    navegador: Navegador, real: Path
) -> None:
    navegador.abrir(real, "?mes=2019-03#B8")
    navegador.uno("#SSM a[href='#ACT-2']").click()
    navegador.esperar("return location.hash === '#ACT-2'")
    assert navegador.direccion == "?mes=2019-03#ACT-2"
    assert del_calendario(navegador) == ["ACT-2", "ACT-4", "ACT-5"]
    assert navegador.resultado == "2 de 6 actividades"
    aviso = "return getComputedStyle(arguments[0], '::after').content"
    nombre = navegador.uno("#ACT-2 .nombre")
    assert "no es de lo que se busca" in navegador.calcular(aviso, nombre)
    assert 60 < navegador.arriba("ACT-2") < 160
    navegador.mando.back()
    navegador.esperar("return location.hash === '#B8'")
    assert del_calendario(navegador) == ["ACT-4", "ACT-5"]


# El teclado


def test_se_maneja_con_el_teclado(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    navegador.teclear(Keys.TAB)
    assert navegador.con_foco == "a #contenido"
    assert navegador.calcular("return document.activeElement.getBoundingClientRect().left") >= 0
    navegador.teclear(Keys.ENTER)
    assert navegador.direccion == "#contenido"
    navegador.teclear(Keys.TAB)
    assert navegador.con_foco == "select mes"
    assert navegador.estilo(":focus", "outline-style") == "solid"
    assert navegador.estilo(":focus", "outline-width") == "3px"


def test_la_barra_lleva_al_buscador_y_escape_lo_vacia(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    navegador.uno("[name=tipo]").send_keys("/")
    assert navegador.con_foco == "select tipo"
    navegador.elegir("tipo", "Sesión formal")
    navegador.calcular("document.activeElement.blur()")
    navegador.teclear("/")
    assert navegador.con_foco == "input q"
    assert navegador.uno("[type=search]").get_attribute("value") == ""
    navegador.buscar("avances")
    assert navegador.direccion == "?tipo=formal&q=avances"
    navegador.teclear(Keys.ESCAPE)
    assert navegador.direccion == "?tipo=formal"
    assert navegador.con_foco == "input q"
    navegador.teclear(Keys.ESCAPE)
    assert navegador.direccion == ""
    assert len(navegador.visibles) == 34


def test_el_orden_del_foco_es_el_de_la_lectura(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    # Nada está en un sitio de la pantalla y en otro del documento, que es el que sigue el foco.
    for cuales in ("main > section", ".grupo", ".ficha", "#ACT-2 dl > div"):
        alturas = navegador.calcular(
            "return [...document.querySelectorAll(arguments[0])]"
            ".map((uno) => uno.getBoundingClientRect().top)",
            cuales,
        )
        assert len(alturas) > 3
        assert alturas == sorted(alturas)
    positivos = "return [...document.querySelectorAll('[tabindex]')].map((uno) => uno.tabIndex)"
    assert navegador.calcular(positivos) == [0]


# Ventanas de todos los tamaños, y papel


def _se_sale(navegador: Navegador) -> bool:
    guion = "return document.documentElement.scrollWidth > innerWidth"
    return bool(navegador.calcular(guion))


@pytest.mark.parametrize(
    ("cual", "ancho"),
    [
        ("real", 320), ("real", MOVIL), ("real", 800), ("real", ANCHO),
        ("inventada", MOVIL), ("mediana", MOVIL), ("grande", ANCHO),
    ],
)  # fmt: skip
def test_nada_se_sale_por_los_lados(
    navegador: Navegador, cual: str, ancho: int, request: pytest.FixtureRequest
) -> None:
    navegador.abrir(request.getfixturevalue(cual), ancho=ancho)
    assert not _se_sale(navegador)


def test_en_un_movil_la_matriz_se_desplaza_ella_sola(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real, ancho=MOVIL)
    ventana = navegador.uno(".ventana")
    assert navegador.calcular("return arguments[0].scrollWidth > arguments[0].clientWidth", ventana)
    navegador.calcular("arguments[0].focus()", ventana)
    ventana.send_keys(Keys.ARROW_RIGHT)
    navegador.esperar("return arguments[0].scrollLeft > 0", ventana)
    # La primera columna dice siempre de qué es cada fila.
    cabeza = "return arguments[0].querySelector('tbody th').getBoundingClientRect().left"
    assert 0 <= navegador.calcular(cabeza, ventana) < 20


def test_de_noche_es_oscura(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real)
    claro = navegador.estilo("html", "background-color")
    navegador.ajustar(oscuro=True)
    assert navegador.estilo("html", "background-color") != claro
    navegador.ajustar(oscuro=True, impreso=True)
    assert navegador.estilo("html", "background-color") == "rgba(255, 255, 255, 1)"


def test_en_papel_no_hay_nada_que_pulsar_y_se_leen_los_enlaces(
    navegador: Navegador, inventada: Path
) -> None:
    navegador.abrir(inventada, ancho=_PAPEL, impreso=True)
    for oculto in (".secciones", ".busqueda", ".filtros", ".salto", "footer"):
        assert navegador.estilo(oculto, "display") == "none"
    assert not _se_sale(navegador)
    enlace = navegador.uno("a[href='https://ejemplo.org/nota']")
    despues = navegador.calcular("return getComputedStyle(arguments[0], '::after').content", enlace)
    assert despues != "none"


def test_el_pdf_lo_dice_todo(navegador: Navegador, inventada: Path, encargo: Encargo) -> None:
    navegador.abrir(inventada)
    lector = pypdf.PdfReader(io.BytesIO(navegador.imprimir()))
    texto = " ".join("".join(pagina.extract_text() for pagina in lector.pages).split())
    seguido = texto.replace(" ", "")
    titulos = [uno.titulo for uno in encargo.plan.objetivos]
    for titulo in (*titulos, *(una.titulo for una in encargo.plan.actividades)):
        assert titulo.replace(" ", "") in seguido
    assert "<https://ejemplo.org/nota>" in seguido
    assert "<https://ejemplo.org/es/10>" in seguido
    for oculto in ("Saltar al contenido", "Volver al principio", "Sobre el plan Buscar"):
        assert oculto not in texto
    apaisadas = [
        pagina for pagina in lector.pages if pagina.mediabox.width > pagina.mediabox.height
    ]
    assert "Cobertura" in apaisadas[0].extract_text()
    assert len(lector.pages) < 12


def test_se_imprime_lo_que_se_ve_y_se_dice_que_es_parte(navegador: Navegador, real: Path) -> None:
    navegador.abrir(real, "?mes=2019-04")
    lector = pypdf.PdfReader(io.BytesIO(navegador.imprimir()))
    primera = lector.pages[0].extract_text()
    assert "1 de 6 actividades" in " ".join(primera.split())
    assert "Verlo todo" not in primera
    assert not any("Sesión informal con la SSM\n" in una.extract_text() for una in lector.pages[:1])


# Sin guion, sin red y sin quejas


@pytest.fixture
def sin_guion(navegador: Navegador) -> Iterator[Navegador]:
    navegador.pedir("Emulation.setScriptExecutionDisabled", value=True)
    yield navegador
    navegador.pedir("Emulation.setScriptExecutionDisabled", value=False)


def test_sin_guion_esta_entera(sin_guion: Navegador, real: Path) -> None:
    sin_guion.abrir(real, "?mes=2019-03&q=trata#B8")
    assert len(sin_guion.visibles) == 34
    assert not sin_guion.uno("[type=search]").is_displayed()
    assert not sin_guion.uno("[name=mes]").is_displayed()
    assert 60 < sin_guion.arriba("B8") < 120


@pytest.mark.parametrize("cual", ["real", "inventada", "grande"])
def test_no_pide_nada_ni_la_consola_se_queja(
    navegador: Navegador, cual: str, request: pytest.FixtureRequest
) -> None:
    pagina: Path = request.getfixturevalue(cual)
    navegador.abrir(pagina)
    navegador.buscar("sesion")
    navegador.uno("#ACT-2 .id").click()
    assert navegador.quejas == []
    assert navegador.peticiones == [pagina.as_uri()]


def test_un_plan_vacio_tampoco_se_queja(
    navegador: Navegador, escribir: Escribir, encargar: Encargar
) -> None:
    navegador.abrir(escribir(encargar(), "vacia"))
    navegador.buscar("algo")
    assert navegador.resultado == ""
    assert navegador.quejas == []


def test_de_un_servidor_tampoco_pide_nada_mas(navegador: Navegador, real: Path) -> None:
    pedidas: list[str] = []

    class Atento(SimpleHTTPRequestHandler):
        def log_message(self, *_datos: Any) -> None:
            pedidas.append(self.path)

    atender = partial(Atento, directory=str(real.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), atender) as servidor:
        hilo = threading.Thread(target=servidor.serve_forever)
        hilo.start()
        try:
            navegador.abrir(f"http://127.0.0.1:{servidor.server_port}/{real.name}", "?q=trata")
            assert navegador.visibles == ["ACT-2", "B1", "B6", "SSM"]
            assert navegador.quejas == []
        finally:
            servidor.shutdown()
            hilo.join()
    assert pedidas == [f"/{real.name}?q=trata"]


def test_un_texto_hostil_no_hace_nada(
    navegador: Navegador, escribir: Escribir, encargar: Encargar
) -> None:
    malo = (
        "</script><script>document.title='mal'</script><img src=x onerror=\"document.title='mal'\">"
    )
    pagina = escribir(
        encargar(
            calendario=f"""
            plan: {{titulo: {json.dumps(malo)}, periodo: 2030, comision: CB}}
            actividades:
              - {{id: ACT-1, fecha: 2030-03, tipo: otra, titulo: {json.dumps(malo)}}}
            """
        ),
        "hostil",
    )
    navegador.abrir(pagina)
    navegador.buscar("onerror")
    assert navegador.visibles == ["ACT-1"]
    assert navegador.mando.title == "Plan 2030 · CB"
    assert navegador.quejas == []


def test_si_algo_se_colara_la_politica_no_lo_dejaria(
    navegador: Navegador, real: Path, tmp_path: Path
) -> None:
    colado = "<script>document.title='mal'</script><img src='https://ejemplo.org/x.png'></main>"
    texto = real.read_text(encoding="utf-8").replace("</main>", colado)
    (tmp_path / "colada.html").write_text(texto, encoding="utf-8")
    navegador.abrir(tmp_path / "colada.html")
    assert navegador.mando.title == "Plan 2018-2019 · CAM"
    assert len([queja for queja in navegador.quejas if "Content Security Policy" in queja]) == 2


# Para todos


@pytest.mark.skipif(AXE is None, reason="no está axe-core, o AXE_CORE no dice dónde")
@pytest.mark.parametrize("ancho", [ANCHO, MOVIL])
@pytest.mark.parametrize("oscuro", [False, True], ids=["claro", "oscuro"])
@pytest.mark.parametrize("cual", ["real", "inventada", "mediana"])
def test_es_accesible(
    navegador: Navegador, cual: str, oscuro: bool, ancho: int, request: pytest.FixtureRequest
) -> None:
    navegador.abrir(request.getfixturevalue(cual), "?estado=propuesta", ancho=ancho, oscuro=oscuro)
    navegador.calcular(Path(str(AXE)).read_text(encoding="utf-8"))
    hallado = navegador.mando.execute_async_script(
        "axe.run(document, { resultTypes: ['violations'] }).then(arguments[0])"
    )
    assert [
        (una["id"], [nodo["html"] for nodo in una["nodes"]][:3]) for una in hallado["violations"]
    ] == []
    assert len(hallado["passes"]) > 20
