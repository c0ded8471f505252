"""Los hallazgos como resultados de pruebas, en el XML de JUnit que leen Jenkins y GitLab.

Sigue `junit-10.xsd`, del complemento xUnit de Jenkins. Cada archivo es un grupo de pruebas, y cada
hallazgo, una prueba: la de un error falla; la de un aviso pasa y lo cuenta en su salida, porque
avisar no es fallar, si no se pidió que lo fuera. Un archivo sin hallazgos es una prueba que pasa.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from camctl.diagnostico import Diagnostico, Gravedad
from camctl.informe import Informe
from camctl.salida.hallazgos import donde, sin_mostrar, uno_a_uno
from camctl.salida.limpieza import limpio
from camctl.salida.ordenes import sin_almohadillas

_DECLARACION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def escribir(informe: Informe) -> str:
    """El documento XML entero, sin horas ni duraciones."""
    raiz = Element("testsuites", name="camctl")
    for archivo, pruebas in sorted(_por_archivo(informe).items()):
        # Si hay hallazgos sin mostrar, pueden ser de este archivo.
        if not pruebas and not informe.omitidos:
            pruebas.append(_prueba(_clase(archivo), "sin hallazgos"))
        raiz.append(_grupo(archivo, pruebas))
    if resto := sin_mostrar(informe):
        raiz.append(_grupo("camctl", [_prueba_del_resto(resto, informe)]))
    _contar(raiz)
    indent(raiz)
    return _DECLARACION + sin_almohadillas(tostring(raiz, encoding="unicode"), "&#35;") + "\n"


def _por_archivo(informe: Informe) -> dict[str, list[Element]]:
    """Las pruebas de los hallazgos de cada archivo, también de los que no tienen ninguno."""
    por_archivo: dict[str, list[Element]] = {archivo: [] for archivo in informe.mapas}
    nombres: Counter[str] = Counter()
    for uno in uno_a_uno(informe):
        archivo = uno.lugar.archivo
        nombre = f"{uno.codigo} {donde(uno.lugar)}"
        nombres[nombre] += 1
        # GitLab se queda con una de las pruebas que se llaman igual.
        orden = f" ({nombres[nombre]})" if nombres[nombre] > 1 else ""
        prueba = _prueba(_clase(archivo), nombre + orden)
        prueba.append(_resultado(uno, falla=informe.hace_fallar(uno)))
        por_archivo.setdefault(archivo, []).append(prueba)
    return por_archivo


def _resultado(uno: Diagnostico, *, falla: bool) -> Element:
    if falla:
        resultado = Element("failure", type=uno.codigo, message=limpio(uno.mensaje))
    else:
        resultado = Element("system-out")
    # GitLab no lee el atributo: el texto ha de decirlo todo.
    resultado.text = _texto(uno)
    return resultado


def _prueba_del_resto(resto: str, informe: Informe) -> Element:
    prueba = _prueba("camctl", "hallazgos sin mostrar")
    mostrados = sum(uno.gravedad is Gravedad.ERROR for uno in informe.diagnosticos)
    if informe.errores > mostrados or informe.estricto:
        SubElement(prueba, "failure", type="camctl", message=resto).text = resto
    else:
        SubElement(prueba, "system-out").text = resto
    return prueba


def _texto(uno: Diagnostico) -> str:
    lineas = [f"{uno.gravedad.value}[{uno.codigo}]: {uno.mensaje}", f"lugar: {donde(uno.lugar)}"]
    lineas += [f"relacionado: {donde(otro.lugar)}: {otro.mensaje}" for otro in uno.relacionados]
    if uno.ayuda:
        lineas.append(f"ayuda: {uno.ayuda}")
    return "\n".join(map(limpio, lineas))


def _prueba(grupo: str, nombre: str) -> Element:
    return Element("testcase", classname=limpio(grupo), name=limpio(nombre))


def _clase(archivo: str) -> str:
    """Jenkins toma lo que va tras el último punto por el nombre de una clase, y no lo es."""
    return archivo.removesuffix(".yaml")


def _grupo(nombre: str, pruebas: Iterable[Element]) -> Element:
    grupo = Element("testsuite", name=limpio(nombre))
    grupo.extend(pruebas)
    _contar(grupo)
    return grupo


def _contar(elemento: Element) -> None:
    """Pone en un grupo, o en el documento, cuántas pruebas hay en él y cuántas fallan."""
    elemento.set("tests", str(len(list(elemento.iter("testcase")))))
    elemento.set("failures", str(len(list(elemento.iter("failure")))))
    elemento.set("errors", "0")
