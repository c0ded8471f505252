"""Los hallazgos como anotaciones de GitHub Actions, y su tabla para el resumen de la tarea.

Las órdenes son las de «Workflow commands for GitHub Actions»; sus escapes, los que deshace
`ActionCommand`, en actions/runner.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from camctl.castellano import contar, recortar
from camctl.diagnostico import Diagnostico, Gravedad, Lugar
from camctl.informe import Informe
from camctl.salida.hallazgos import donde, sin_mostrar, uno_a_uno
from camctl.salida.limpieza import limpio
from camctl.salida.ordenes import sin_almohadillas
from camctl.salida.tablas import md
from camctl.vistas.respuesta import Columna, Respuesta, una_tabla

_ORDEN: Final[Mapping[Gravedad, str]] = {Gravedad.ERROR: "error", Gravedad.AVISO: "warning"}
# De cada clase, las que GitHub enseña por paso; las demás solo quedan en el registro.
_ANOTACIONES: Final = 10
_LO_QUE_SE_VE: Final = (
    f"GitHub solo enseña los {_ANOTACIONES} primeros errores y los {_ANOTACIONES} primeros avisos "
    "de cada paso; los demás están en el registro."
)
# GitHub rechaza los resúmenes de más de 1 MiB. Un carácter ocupa, escapado, hasta diez octetos.
_FILAS: Final = 100
_LARGO: Final = 300
_LARGO_DEL_LUGAR: Final = 200


def escribir(informe: Informe) -> str:
    """Una anotación por hallazgo y, al final, el resumen en una línea."""
    return "".join(f"{linea}\n" for linea in _lineas(informe))


def resumen_de_la_tarea(informe: Informe) -> str:
    """El Markdown que se añade al archivo de `GITHUB_STEP_SUMMARY`.

    Nada de los datos es en él marcado, enlace ni mención; pasadas cien filas, dice cuántas faltan.
    """
    mostrados = informe.diagnosticos[:_FILAS]
    resto = informe.errores + informe.avisos - len(mostrados)
    tabla = una_tabla(
        (Columna("Hallazgo"), Columna("Lugar"), Columna("Qué pasa y qué escribir")),
        map(_fila, mostrados),
    )
    pie = (f"… y {contar(resto, 'hallazgo más', 'hallazgos más')}.",) if resto > 0 else ()
    return md.escribir(Respuesta(tabla, [], ("camctl", informe.resumen), pie))


def _fila(uno: Diagnostico) -> tuple[str, str, str]:
    mensaje, ayuda = (recortar(limpio(texto), _LARGO) for texto in (uno.mensaje, uno.ayuda))
    return (
        f"{uno.gravedad.value} {uno.codigo}",
        recortar(limpio(donde(uno.lugar)), _LARGO_DEL_LUGAR),
        f"{mensaje}\nAyuda: {ayuda}" if ayuda else mensaje,
    )


def _lineas(informe: Informe) -> Iterator[str]:
    yield from map(_anotacion, uno_a_uno(informe))
    if max(informe.errores, informe.avisos) > _ANOTACIONES:
        yield _orden("notice", {"title": "camctl"}, [informe.resumen, _LO_QUE_SE_VE])
    if resto := sin_mostrar(informe):
        yield resto
    yield informe.resumen


def _anotacion(uno: Diagnostico) -> str:
    lineas = [uno.mensaje]
    if uno.ayuda:
        lineas.append(f"Ayuda: {uno.ayuda}")
    lineas += [f"{donde(otro.lugar)}: {otro.mensaje}" for otro in uno.relacionados]
    propiedades = {**_propiedades(uno.lugar), "title": f"camctl {uno.codigo}"}
    return _orden(_ORDEN[uno.gravedad], propiedades, lineas)


def _propiedades(lugar: Lugar) -> dict[str, str]:
    """El lugar de una anotación; con columnas solo si cae en una línea, como GitHub exige."""
    propiedades = {"file": lugar.archivo}
    if lugar.linea:
        propiedades |= {"line": str(lugar.linea), "endLine": str(lugar.linea_fin)}
    if lugar.linea and lugar.linea == lugar.linea_fin:
        propiedades |= {"col": str(lugar.columna), "endColumn": str(lugar.columna_fin)}
    return propiedades


def _orden(nombre: str, propiedades: Mapping[str, str], lineas: Iterable[str]) -> str:
    cabeza = ",".join(f"{clave}={_propiedad(valor)}" for clave, valor in propiedades.items())
    return sin_almohadillas(f"::{nombre} {cabeza}::{'%0A'.join(map(_dato, lineas))}")


def _dato(texto: str) -> str:
    # Antes de escapar: quien lea la anotación la verá sin escapes.
    return sin_almohadillas(limpio(texto)).replace("%", "%25")


def _propiedad(texto: str) -> str:
    return _dato(texto).replace(":", "%3A").replace(",", "%2C")
