"""Un Chromium de verdad, que mira la página como la mira quien la abre.

Hacen falta Chromium y chromedriver, en el PATH o donde digan `CHROMIUM` y `CHROMEDRIVER`; sin
ellos, estas pruebas se saltan y lo dicen. Nada se descarga.
"""

import json
import os
import shutil
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from camctl.salida import papeles
from camctl.vistas.encargo import Encargo

_SEGUNDOS: Final = 30
# Ni una petición que no sea de la página, ni nada que dependa de la máquina.
_OPCIONES: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=es",
)
ANCHO: Final = 1280
MOVIL: Final = 375

Escribir: TypeAlias = Callable[[Encargo, str], Path]


def _programa(variable: str, *nombres: str) -> str | None:
    hallados = (shutil.which(nombre) for nombre in nombres)
    return os.environ.get(variable) or next(filter(None, hallados), None)


CHROMIUM: Final = _programa("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
CHROMEDRIVER: Final = _programa("CHROMEDRIVER", "chromedriver")


class Navegador:
    """Lo que hace alguien con la página abierta, y lo que ve."""

    def __init__(self, mando: webdriver.Chrome) -> None:
        self.mando = mando

    def abrir(
        self,
        pagina: Path | str,
        pedido: str = "",
        *,
        ancho: int = ANCHO,
        oscuro: bool = False,
        impreso: bool = False,
    ) -> None:
        """Abre la página, con lo que se quiera detrás de su dirección (`?q=…`, `#B8`)."""
        self.ajustar(ancho=ancho, oscuro=oscuro, impreso=impreso)
        # De una página en blanco: con solo otra ancla, el navegador no la cargaría de nuevo.
        self.mando.get("about:blank")
        self.olvidar()
        self.mando.get((pagina.as_uri() if isinstance(pagina, Path) else pagina) + pedido)

    def ajustar(self, *, ancho: int = ANCHO, oscuro: bool = False, impreso: bool = False) -> None:
        """El ancho de la ventana, el tema y si se ve como en papel."""
        esquema = {"name": "prefers-color-scheme", "value": "dark" if oscuro else "light"}
        medio = {"media": "print" if impreso else "", "features": [esquema]}
        self.pedir("Emulation.setEmulatedMedia", **medio)
        self.pedir(
            "Emulation.setDeviceMetricsOverride",
            width=ancho,
            height=800,
            deviceScaleFactor=1,
            mobile=ancho <= MOVIL,
        )

    def pedir(self, orden: str, **datos: Any) -> dict[str, Any]:
        """Una orden del protocolo de depuración de Chromium."""
        respuesta: dict[str, Any] = self.mando.execute_cdp_cmd(orden, datos)
        return respuesta

    def calcular(self, guion: str, *argumentos: Any) -> Any:
        """Lo que devuelve un guion en la página."""
        return self.mando.execute_script(guion, *argumentos)

    def uno(self, selector: str) -> WebElement:
        return self.mando.find_element(By.CSS_SELECTOR, selector)

    def estilo(self, selector: str, propiedad: str) -> str:
        return self.uno(selector).value_of_css_property(propiedad)

    # Lo que se ve

    @property
    def visibles(self) -> list[str]:
        """Los registros a la vista, por su ancla."""
        hallados: list[str] = self.calcular(
            "return [...document.querySelectorAll('article')]"
            ".filter((uno) => uno.checkVisibility()).map(({ id }) => id)"
        )
        return hallados

    @property
    def resultado(self) -> str:
        """Lo que se anuncia de lo pedido."""
        return self.uno("[role=status]").text

    @property
    def direccion(self) -> str:
        """Lo que va detrás del nombre del archivo en la dirección."""
        pedido: str = self.calcular("return decodeURI(location.search + location.hash)")
        return pedido

    @property
    def con_foco(self) -> str:
        """Qué tiene el foco: su etiqueta y su nombre."""
        return str(
            self.calcular(
                "const { tagName, name, id, hash } = document.activeElement;"
                "return `${tagName.toLowerCase()} ${name || hash || id || ''}`.trim()"
            )
        )

    def arriba(self, ancla: str) -> float:
        """A qué altura de la ventana empieza lo que hay en un ancla."""
        sitio = "return document.getElementById(arguments[0]).getBoundingClientRect().top"
        return float(self.calcular(sitio, ancla))

    # Lo que se hace

    def buscar(self, texto: str) -> None:
        """Escribe en el buscador en lugar de lo que haya, y espera a que se note."""
        buscador = self.uno("[type=search]")
        buscador.send_keys(Keys.CONTROL, "a")
        buscador.send_keys(texto)
        self.esperar("return new URL(location.href).searchParams.get('q') === arguments[0]", texto)

    def elegir(self, filtro: str, valor: str) -> None:
        """Elige un valor de un filtro, por lo que se lee en él."""
        Select(self.uno(f"select[name={filtro}]")).select_by_visible_text(valor)

    def teclear(self, *teclas: str) -> None:
        """Pulsa unas teclas donde esté el foco."""
        self.mando.switch_to.active_element.send_keys(*teclas)

    def esperar(self, guion: str, *argumentos: Any) -> None:
        """Espera a que un guion devuelva verdadero."""
        WebDriverWait(self.mando, _SEGUNDOS).until(lambda _: self.calcular(guion, *argumentos))

    # Lo que pasa por dentro

    def olvidar(self) -> None:
        """Lo pasado hasta ahora no cuenta."""
        self._apuntes("browser")
        self._apuntes("performance")

    @property
    def quejas(self) -> list[str]:
        """Lo que la consola ha dicho: errores, y lo que la política no deja hacer."""
        return self._apuntes("browser")

    @property
    def peticiones(self) -> list[str]:
        """Lo que la página ha pedido, salvo lo que lleva dentro."""
        sucesos = [json.loads(apunte)["message"] for apunte in self._apuntes("performance")]
        pedidas = [
            str(uno["params"]["request"]["url"])
            for uno in sucesos
            if uno["method"] == "Network.requestWillBeSent"
        ]
        return [una for una in pedidas if not una.startswith("data:")]

    def _apuntes(self, cuales: str) -> list[str]:
        # Selenium no dice de qué tipo son.
        mando: Any = self.mando
        return [str(apunte["message"]) for apunte in mando.get_log(cuales)]

    def imprimir(self) -> bytes:
        """La página en PDF, como la haría «Guardar como PDF»."""
        hecho = self.pedir("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return b64decode(hecho["data"])


@pytest.fixture(scope="session")
def navegador(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Navegador]:
    """Un Chromium recién estrenado, para todas las pruebas."""
    if CHROMIUM is None or CHROMEDRIVER is None:
        pytest.skip("no está Chromium con su chromedriver")
    opciones = Options()
    opciones.binary_location = CHROMIUM
    perfil = tmp_path_factory.mktemp("perfil")
    for opcion in (*_OPCIONES, f"--user-data-dir={perfil}"):
        opciones.add_argument(opcion)
    opciones.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    mando = webdriver.Chrome(opciones, Service(CHROMEDRIVER))
    mando.set_script_timeout(_SEGUNDOS)
    try:
        yield Navegador(mando)
    finally:
        mando.quit()


@pytest.fixture(scope="session")
def escribir(tmp_path_factory: pytest.TempPathFactory) -> Escribir:
    """Deja la página de un encargo en un archivo con ese nombre."""
    carpeta = tmp_path_factory.mktemp("paginas")

    def escrita(encargo: Encargo, nombre: str) -> Path:
        contenido = papeles.escribir(encargo, "html", {})
        assert isinstance(contenido, bytes)
        ruta = carpeta / f"{nombre}.html"
        ruta.write_bytes(contenido)
        return ruta

    return escrita


@pytest.fixture(scope="session")
def real(escribir: Escribir, encargo_real: Encargo) -> Path:
    """La página del plan de `data/`."""
    return escribir(encargo_real, "real")


@pytest.fixture(scope="session")
def inventada(escribir: Escribir, encargo: Encargo) -> Path:
    """La página del plan inventado."""
    return escribir(encargo, "inventada")
