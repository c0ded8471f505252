"""Los hallazgos para una persona: qué, dónde, la línea señalada y qué escribir.

El orden de las partes y las marcas son los que ya conoce quien ha visto los de Rust o Ruff.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from camctl.diagnostico import Diagnostico, Gravedad, Lugar
from camctl.informe import Informe
from camctl.lectura.mapa import Mapa
from camctl.salida.hallazgos import donde, lo_omitido, uno_a_uno
from camctl.salida.limpieza import limpio
from camctl.salida.maqueta.lineas import VACIA, Linea, texto_de
from camctl.salida.maqueta.medida import anchura, partir
from camctl.salida.ordenes import sin_ordenes
from camctl.vistas.respuesta import Estilo

# Fuera de una terminal las líneas no se parten: quien las lea después ya lo hará.
_SIN_LIMITE: Final = 1_000_000
_FRAGMENTO: Final = 100
_ALREDEDOR: Final = 10
# Por estrecha que sea la terminal, menos no se entendería.
_MINIMO: Final = 12
_HOLGADO: Final = 60
_ESTILO: Final[Mapping[Gravedad, Estilo]] = {Gravedad.ERROR: "error", Gravedad.AVISO: "aviso"}


def escribir(informe: Informe) -> str:
    """Todos los hallazgos y, al final, el resumen en una línea.

    Lo que se escribe puede acabar en el registro de un ejecutor: ninguna línea le da órdenes.
    """
    lineas = (sin_ordenes(texto_de(linea)) for linea in componer(informe, _SIN_LIMITE))
    return "\n".join(lineas) + "\n"


def componer(informe: Informe, ancho: int) -> list[Linea]:
    """Las líneas del informe; el fragmento de cada archivo no pasa de `ancho`."""
    lineas: list[Linea] = []
    for diagnostico in uno_a_uno(informe):
        lineas += [*_hallazgo(diagnostico, informe.mapas, ancho), VACIA]
    if omitido := lo_omitido(informe):
        antes, cuantos, despues = omitido
        lineas.append(((antes, ""), (cuantos, "fuerte"), (despues, "")))
    estilo: Estilo = "fuerte" if informe.errores or informe.avisos else "bien"
    return [*lineas, ((informe.resumen, estilo),)]


def _hallazgo(uno: Diagnostico, mapas: Mapping[str, Mapa], ancho: int) -> Iterator[Linea]:
    titulo = f"{uno.gravedad.value}[{uno.codigo}]"
    primera, *resto = partir(f"{titulo}: {limpio(uno.mensaje)}", max(_MINIMO, ancho - 2))
    yield (titulo, _ESTILO[uno.gravedad]), (primera.removeprefix(titulo), "fuerte")
    for linea in resto:
        yield (("  " + linea, "fuerte"),)
    lugares = [uno.lugar, *(relacionado.lugar for relacionado in uno.relacionados)]
    margen = max(len(str(lugar.linea or "")) for lugar in lugares)
    yield _flecha("-->", uno.lugar, margen)
    yield from _fragmento(uno.lugar, mapas, margen, ancho, marca="^", estilo=_ESTILO[uno.gravedad])
    for relacionado in uno.relacionados:
        yield _flecha("==>", relacionado.lugar, margen)
        yield from _fragmento(
            relacionado.lugar,
            mapas,
            margen,
            ancho,
            marca="-",
            estilo="id",
            nota=relacionado.mensaje,
        )
    if uno.ayuda:
        yield from _ayuda(limpio(uno.ayuda), margen, ancho)


def _ayuda(ayuda: str, margen: int, ancho: int) -> Iterator[Linea]:
    rotulo = "ayuda: "
    # Lo que sigue va debajo de la primera palabra, si hay sitio.
    sangria = margen + 3 + (len(rotulo) if ancho >= _HOLGADO else 0)
    texto = rotulo + ayuda
    primera = partir(texto, max(_MINIMO, ancho - margen - 3))[0]
    resto = texto[len(primera) :].lstrip(" ")
    yield (f"{' ' * margen} = ", "tenue"), (rotulo, "id"), (primera.removeprefix(rotulo), "")
    for linea in partir(resto, max(_MINIMO, ancho - sangria)) if resto else ():
        yield ((f"{' ' * sangria}{linea}", ""),)


def _flecha(flecha: str, lugar: Lugar, margen: int) -> Linea:
    return (" " * margen, ""), (f"{flecha} ", "tenue"), (limpio(donde(lugar)), "")


def _fragmento(
    lugar: Lugar,
    mapas: Mapping[str, Mapa],
    margen: int,
    ancho: int,
    *,
    marca: str,
    estilo: Estilo,
    nota: str = "",
) -> Iterator[Linea]:
    mapa = mapas.get(lugar.archivo)
    if mapa is None or not lugar.linea:
        return
    # Un tabulador que se viera como un espacio escondería justo lo que hay que borrar.
    linea = mapa.linea(lugar.linea).replace("\t", "→")
    fin = lugar.columna_fin - 1 if lugar.linea_fin == lugar.linea else len(linea)
    antes, dentro, despues = _ventana(linea, lugar.columna - 1, fin, ancho - margen - 4)
    numero = str(lugar.linea).rjust(margen)
    barra = f"{' ' * margen} |"
    yield ((barra, "tenue"),)
    codigo = f" {antes}{dentro}{despues}".rstrip()
    yield (f"{numero} |", "tenue"), (codigo, "")
    senal = marca * max(1, anchura(dentro.rstrip() or " "))
    yield (
        (f"{barra} {' ' * anchura(antes)}", "tenue"),
        (f"{senal} {limpio(nota)}".rstrip(), estilo),
    )


def _ventana(linea: str, inicio: int, fin: int, libre: int) -> tuple[str, str, str]:
    """La parte de la línea que se enseña: lo señalado y lo que quepa alrededor."""
    libre = max(_MINIMO, min(libre, _FRAGMENTO))
    fin = max(fin, inicio + 1)
    desde, hasta = 0, len(linea)
    if len(linea) > libre:
        fin = min(fin, inicio + libre - _ALREDEDOR)
        desde = max(0, min(inicio - (libre - (fin - inicio)) // 2, len(linea) - libre))
        hasta = desde + libre
    antes, despues = linea[desde:inicio], linea[fin:hasta]
    if desde:
        antes = "…" + antes[1:]
    if hasta < len(linea):
        despues = despues[:-1] + "…"
    return limpio(antes), limpio(linea[inicio:fin]), limpio(despues)
