"""Rehace lo que se toma del programa: partes e imágenes de docs/, esquemas y plantillas de Word.

    python herramientas/generar.py               escribe lo que no esté al día
    python herramientas/generar.py --comprobar   no escribe: termina con 1 y dice qué no lo está

En `docs/formato.md`, los bloques `yaml ARCHIVO` forman un plan de ejemplo, y cada bloque `console`
se rehace con lo que `camctl` responde sobre él. Un bloque `yaml mal ARCHIVO` o `yaml bien ARCHIVO`
se añade al final de ese archivo solo para la respuesta que lo sigue; un bloque `diff ARCHIVO`, como
los de `docs/deslices.md`, cambia unas líneas por otras.
"""

import argparse
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin
from unittest.mock import patch

import campos
import pagina_de_reglas
import plantillas
from camctl.cli.app import ejecutar
from camctl.esquema import en_json, esquema_de
from camctl.lectura.escrito import escrito
from camctl.modelo.base import Registro
from camctl.modelo.campos import ejemplo, ficha_de
from camctl.modelo.plan import MODELO_DE_ARCHIVO
from camctl.reglas.ejemplos import A_LA_VISTA
from camctl.vistas.entero import VERSION
from camctl.vistas.esquema_entero import esquema_entero
from camctl.vistas.redaccion.circular import Circular
from camctl.vistas.redaccion.convocatoria import Convocatoria
from camctl.vistas.redaccion.informe import InformeDeSeguimiento
from camctl.vistas.redaccion.plan import DocumentoDelPlan

RAIZ: Final = Path(__file__).resolve().parent.parent
FORMATO: Final = RAIZ / "docs" / "formato.md"
DESLICES: Final = RAIZ / "docs" / "deslices.md"
CALENDARIO: Final = RAIZ / "docs" / "imagenes" / "calendario.svg"
GUIA: Final = RAIZ / "docs" / "guia.md"
REGLAS: Final = RAIZ / "docs" / "reglas.md"
PLAN_ENTERO: Final = RAIZ / "docs" / "esquemas" / f"plan-{VERSION}.json"
PLANTILLAS: Final = RAIZ / "docs" / "plantillas.md"

_UN_MOMENTO: Final = 1_551_445_200  # 2019-03-01T13:00Z: la hora de lo que se escribe en la guía
_ANCHO: Final = 80
_MARGEN: Final = 2  # de las imágenes, a cada lado
_FALLO: Final = 3  # el código de salida de un fallo de camctl
# Lo que cambiaría la respuesta según la máquina en que se pida.
_MOLESTAS: Final = ("CAMCTL_DATOS", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE")

_BLOQUE: Final = re.compile(
    r"^```(?P<clase>yaml|diff|console)(?: (?P<rotulo>[^\n]+))?\n(?P<texto>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def principal(argumentos: list[str] | None = None) -> int:
    """Escribe lo que no esté al día; con `--comprobar`, solo dice qué es y devuelve 1."""
    opciones = argparse.ArgumentParser(description="Rehace las partes generadas de docs/.")
    opciones.add_argument("--comprobar", action="store_true", help="no escribe; 1 si algo cambia")
    comprobar = opciones.parse_args(argumentos).comprobar
    atrasados = dict(atrasos())
    for ruta, contenido in atrasados.items():
        nombre = ruta.relative_to(RAIZ).as_posix()
        if comprobar:
            sys.stderr.write(f"no está al día: {nombre}\n")
        else:
            ruta.parent.mkdir(parents=True, exist_ok=True)
            ruta.write_bytes(contenido)
            sys.stdout.write(f"escrito: {nombre}\n")
    if comprobar and atrasados:
        sys.stderr.write("para ponerlo al día: python herramientas/generar.py\n")
    return int(comprobar and bool(atrasados))


def atrasos() -> Iterator[tuple[Path, bytes]]:
    """Cada archivo que no está como debe, y cómo debe estar."""
    for ruta, rehacer in GENERADOS.items():
        actual = ruta.read_text(encoding="utf-8") if ruta.exists() else ""
        debido = rehacer(actual)
        if debido != actual:
            yield ruta, debido.encode("utf-8")
    for ruta, hacer in BINARIOS.items():
        hecho = hacer()
        if not ruta.exists() or ruta.read_bytes() != hecho:
            yield ruta, hecho


# --- La guía del formato --------------------------------------------------------------------------


class Bloque(NamedTuple):
    """Un bloque de código de una página.

    `clase` es `yaml`, `diff` o `console`; de un YAML, `juicio` es `mal`, `bien` o nada si es del
    plan.
    """

    clase: str
    juicio: str
    archivo: str
    texto: str

    @property
    def contenido(self) -> str:
        """El texto como se escribe en el archivo, con los caracteres que no se ven."""
        return self.texto.translate(A_LA_VISTA)

    @property
    def orden(self) -> str:
        """La orden de un bloque `console`: su primera línea, sin el símbolo."""
        return self.texto.partition("\n")[0].removeprefix("$ ")


def bloques(guia: str) -> list[Bloque]:
    """Los bloques YAML, de cambios y de consola de una página, en orden."""
    return [_bloque(hallado) for hallado in _BLOQUE.finditer(guia)]


def _bloque(hallado: re.Match[str]) -> Bloque:
    juicio, _, archivo = (hallado["rotulo"] or "").rpartition(" ")
    return Bloque(hallado["clase"], juicio, archivo, hallado["texto"])


def plan_de_ejemplo(guia: str) -> dict[str, str]:
    """Los archivos del plan que la guía invita a copiar."""
    return {
        bloque.archivo: bloque.contenido
        for bloque in bloques(guia)
        if bloque.clase == "yaml" and bloque.archivo and not bloque.juicio
    }


def con_cambio(plan: Mapping[str, str], bloque: Bloque) -> dict[str, str]:
    """`plan` con el contenido de `bloque` al final de su archivo o, si es un `diff`, cambiado.

    Raises:
        ValueError: si lo que se cambia no está, o está más de una vez.
    """
    texto = plan[bloque.archivo]
    if bloque.clase != "diff":
        return {**plan, bloque.archivo: f"{texto}\n{bloque.contenido}"}
    lineas = bloque.contenido.splitlines(keepends=True)
    antes = "".join(linea[1:] for linea in lineas if linea[0] in " -")
    despues = "".join(linea[1:] for linea in lineas if linea[0] in " +")
    if not antes:
        return {**plan, bloque.archivo: texto + despues}
    if texto.count(antes) != 1:
        raise ValueError(f"en {bloque.archivo} no está, o no una sola vez:\n{antes}")
    return {**plan, bloque.archivo: texto.replace(antes, despues)}


def guia_al_dia(guia: str) -> str:
    """La guía con las tablas de campos y las respuestas de ahora."""
    al_dia = _entre_marcas(guia, "campos", tablas_de_campos())
    return _con_respuestas(al_dia, plan_de_ejemplo(al_dia))


def deslices_al_dia(pagina: str) -> str:
    """La página de los deslices con las respuestas de ahora, sobre el plan de la guía."""
    return _con_respuestas(pagina, plan_de_ejemplo(FORMATO.read_text(encoding="utf-8")))


def _con_respuestas(guia: str, plan: Mapping[str, str]) -> str:
    anterior: Bloque | None = None

    def rehecho(hallado: re.Match[str]) -> str:
        nonlocal anterior
        previo, anterior = anterior, _bloque(hallado)
        if anterior.clase != "console":
            return hallado[0]
        cambia = previo is not None and (previo.juicio or previo.clase == "diff")
        suyo = con_cambio(plan, previo) if previo and cambia else plan
        return f"```console\n$ {anterior.orden}\n{responder(anterior.orden, suyo)}```"

    return _BLOQUE.sub(rehecho, guia)


def _entre_marcas(guia: str, nombre: str, contenido: str) -> str:
    inicio, fin = f"<!-- generado: {nombre} -->", f"<!-- fin: {nombre} -->"
    antes, _, resto = guia.partition(inicio)
    _, hay_fin, despues = resto.partition(fin)
    if not hay_fin:
        raise ValueError(f"la guía no tiene las marcas {inicio} y {fin}")
    return f"{antes}{inicio}\n\n{contenido}\n{fin}{despues}"


# --- La guía de un año ----------------------------------------------------------------------------

_ORDEN: Final = re.compile(r"^\$ (.+)$", re.MULTILINE)


def ordenes(guia: str) -> list[list[str]]:
    """Las órdenes de cada bloque de consola, en el orden en que se dan."""
    return [
        _ORDEN.findall(hallado["texto"])
        for hallado in _BLOQUE.finditer(guia)
        if hallado["clase"] == "console"
    ]


def guia_del_anio_al_dia(guia: str) -> str:
    """La guía con lo que responde ahora cada orden, una tras otra sobre una copia de `data/`."""
    with tempfile.TemporaryDirectory() as carpeta:
        preparar_el_anio(Path(carpeta))

        def rehecho(hallado: re.Match[str]) -> str:
            if hallado["clase"] != "console":
                return hallado[0]
            dichas = _ORDEN.findall(hallado["texto"])
            respuestas = (f"$ {una}\n{hacer_en(una, Path(carpeta))}" for una in dichas)
            return f"```console\n{''.join(respuestas)}```"

        return _BLOQUE.sub(rehecho, guia)


def preparar_el_anio(carpeta: Path) -> None:
    """Lo que tiene delante quien empieza la guía: los datos y el documento oficial."""
    shutil.copytree(RAIZ / "data", carpeta / "data")
    for documento in (RAIZ / "docs" / "documento").iterdir():
        shutil.copy(documento, carpeta)


def hacer_en(orden: str, carpeta: Path) -> str:
    """Lo que responde una orden de la guía en `carpeta`; de las del sistema, solo `cp -r`."""
    programa, *argumentos = shlex.split(orden)
    if programa == "cp":
        _, origen, destino = argumentos
        shutil.copytree(carpeta / origen, carpeta / destino)
        return ""
    return _salida_de(orden, carpeta, io.StringIO())


# --- Los campos, del modelo -----------------------------------------------------------------------


def tablas_de_campos() -> str:
    """Una tabla por cada ficha que un plan puede llevar, archivo por archivo."""
    partes = []
    for archivo, modelo in MODELO_DE_ARCHIVO.items():
        partes.append(f"### `{archivo}`\n")
        partes += [_tabla(ruta, ficha) for ruta, ficha in _fichas(modelo)]
    return "\n".join(partes)


def _fichas(
    modelo: type[Registro], ruta: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], type[Registro]]]:
    yield ruta, modelo
    for clave, campo in modelo.model_fields.items():
        if dentro := ficha_de(campo.annotation):
            yield from _fichas(dentro, (*ruta, clave))


def _tabla(ruta: tuple[str, ...], ficha: type[Registro]) -> str:
    lineas = [f"#### {' → '.join(f'`{clave}`' for clave in ruta)}\n"] if ruta else []
    lineas += [
        f"{(ficha.__doc__ or '').partition(chr(10))[0]}\n",
        "| Campo | Se escribe | ¿Obligatorio? | Qué dice | Ejemplo |",
        "|---|---|---|---|---|",
    ]
    for clave, campo in ficha.model_fields.items():
        celdas = (
            campo.title or "",
            f"`{clave}:`",
            "sí" if campo.is_required() else "",
            " ".join([campo.description or "", _palabras_contadas(campo.annotation)]).strip(),
            _ejemplo_escrito(clave, campo),
        )
        lineas.append(_fila(celdas))
    return "\n".join(lineas) + "\n"


def _fila(celdas: Iterable[str]) -> str:
    return f"| {' | '.join(celda.replace('|', '&#124;') for celda in celdas)} |"


def _palabras_contadas(anotacion: Any) -> str:
    """«Una de estas palabras: …», si el campo no admite otras."""
    if get_origin(anotacion) is Literal:
        return f"Una de estas palabras: {', '.join(f'`{valor}`' for valor in get_args(anotacion))}."
    partes = (_palabras_contadas(parte) for parte in get_args(anotacion))
    return next((parte for parte in partes if parte), "")


def _ejemplo_escrito(clave: str, campo: Any) -> str:
    if not campo.examples:
        return "sus campos, más abajo" if ficha_de(campo.annotation) else ""
    # Un sí o no se entiende en cualquier lector: no le hacen falta comillas.
    valor = ejemplo(campo) if campo.annotation is bool else escrito(ejemplo(campo))
    return f"`{clave}: {valor}`"


# --- Las plantillas de Word -----------------------------------------------------------------------


# Lo que puede decir cada documento, por el nombre de su apartado en la guía de las plantillas.
DOCUMENTOS: Final[Mapping[str, type]] = {
    "del plan": DocumentoDelPlan,
    "de la convocatoria": Convocatoria,
    "del informe": InformeDeSeguimiento,
    "de la circular": Circular,
}


def plantillas_al_dia(guia: str) -> str:
    """La guía de las plantillas con los campos que hoy puede nombrar cada una."""
    for marca, documento in DOCUMENTOS.items():
        guia = _entre_marcas(guia, f"campos {marca}", campos.tabla(documento))
    return _entre_marcas(guia, "piezas", campos.tablas_de_dentro(*DOCUMENTOS.values()))


# --- Lo que responde el programa ------------------------------------------------------------------


class _Terminal(io.StringIO):
    """Un texto que se tiene por una terminal."""

    def isatty(self) -> bool:
        return True


def responder(orden: str, plan: Mapping[str, str]) -> str:
    """Lo que `orden` responde en una carpeta con los archivos de `plan`, fuera de una terminal."""
    with tempfile.TemporaryDirectory() as carpeta:
        for archivo, contenido in plan.items():
            (Path(carpeta) / archivo).write_text(contenido, encoding="utf-8", newline="\n")
        return _salida_de(orden, Path(carpeta), io.StringIO())


def _salida_de(orden: str, carpeta: Path, salida: io.StringIO) -> str:
    programa, *argumentos = shlex.split(orden)
    if programa != "camctl":
        raise ValueError(f"«{orden}» no es una orden de camctl")
    entorno = {clave: valor for clave, valor in os.environ.items() if clave not in _MOLESTAS}
    entorno |= {
        "COLUMNS": str(_ANCHO),
        "TERM": "xterm-256color",
        "SOURCE_DATE_EPOCH": str(_UN_MOMENTO),
    }
    with (
        chdir(carpeta),
        patch.dict(os.environ, entorno, clear=True),
        redirect_stdout(salida),
        redirect_stderr(salida),
    ):
        codigo = ejecutar(argumentos)
    if codigo == _FALLO:
        raise RuntimeError(f"«{orden}» ha fallado, y eso no se documenta:\n{salida.getvalue()}")
    return salida.getvalue()


# Sin fuentes de fuera: la imagen se ve igual sin conexión y no pide nada a nadie.
_SVG: Final = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>ORDEN</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def imagen_del_calendario(_actual: str) -> str:
    """Una terminal de 80 columnas con el calendario de `data/`."""
    return _imagen("camctl calendario", RAIZ, "calendario")


def _imagen(orden: str, carpeta: Path, nombre: str) -> str:
    from rich.console import Console
    from rich.padding import Padding
    from rich.style import Style
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    tema = TerminalTheme(
        (22, 27, 34),
        (230, 237, 243),
        [(72, 79, 88), (255, 123, 114), (126, 231, 135), (242, 204, 96), (121, 192, 255),
         (210, 168, 255), (118, 227, 234), (201, 209, 217)],
    )  # fmt: skip
    texto = Text.assemble(("$ ", "bold green"), (orden, "bold"), "\n")
    texto.append_text(Text.from_ansi(_salida_de(orden, carpeta, _Terminal())))
    # Con los huecos aparte, cada columna empieza en su sitio sea cual sea la fuente.
    texto.highlight_regex(r"(?m)^ +| {2,}", Style(italic=False))
    consola = Console(
        record=True,
        width=_ANCHO + 2 * _MARGEN,
        file=io.StringIO(),
        force_terminal=True,
        legacy_windows=False,
    )
    consola.print(Padding(texto, (0, _MARGEN)))
    return consola.export_svg(
        title="",
        theme=tema,
        code_format=_SVG.replace("ORDEN", orden),
        font_aspect_ratio=0.6,
        unique_id=nombre,
    )


# --- Los esquemas, para los editores y para otros programas ---------------------------------------


def _esquema(archivo: str) -> Callable[[str], str]:
    return lambda _actual: en_json(esquema_de(archivo))


ESQUEMAS: Final[Mapping[Path, Callable[[str], str]]] = {
    RAIZ / "data" / ".esquemas" / Path(archivo).with_suffix(".json"): _esquema(archivo)
    for archivo in MODELO_DE_ARCHIVO
}

# Cada archivo con partes generadas, y cómo se rehace a partir del que hay.
GENERADOS: Final[Mapping[Path, Callable[[str], str]]] = {
    FORMATO: guia_al_dia,
    GUIA: guia_del_anio_al_dia,
    DESLICES: deslices_al_dia,
    CALENDARIO: imagen_del_calendario,
    REGLAS: lambda _actual: pagina_de_reglas.pagina(),
    PLAN_ENTERO: lambda _actual: en_json(esquema_entero()),
    PLANTILLAS: plantillas_al_dia,
    **ESQUEMAS,
}
# Y los que no son texto, que se hacen enteros.
BINARIOS: Final[Mapping[Path, Callable[[], bytes]]] = {
    RAIZ / "src" / "camctl" / "salida" / "word" / "plantillas" / f"{nombre}.docx": partial(
        plantillas.plantilla, nombre
    )
    for nombre in plantillas.NOMBRES
}

if __name__ == "__main__":
    sys.exit(principal())
