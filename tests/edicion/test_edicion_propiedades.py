"""Se escriba como se escriba un archivo, un cambio hace lo que se pide y no toca nada más."""

import codecs
import difflib
import re
from random import Random
from typing import Any, Final

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from camctl.edicion.cambios import Agregar, Cambio, Poner, Quitar, Trasladar, tras
from camctl.edicion.editor import editar
from camctl.lectura import leer
from camctl.lectura.escrito import entre_comillas, escrito
from camctl.modelo.actividad import Actividad

ARCHIVO: Final = "calendario.yaml"
_TEXTOS: Final = (
    "corto",
    "con: dos puntos",
    "almohadilla #1 y # suelta",
    "# desde el principio",
    "'entre' \"comillas\"",
    "«latinas», y una raya — así",
    "no",
    "010",
    "10:30",
    "2030-02-30",
    "- guion",
    "[corchete",
    "{llave}, y coma",
    "*ancla &alias !etiqueta",
    "% y @ y `",
    "~",
    "acaba en dos puntos:",
    "barra \\ inversa\\",
    "dos  espacios",
    "un\ttabulador",
    "una línea\ny otra",
    "un párrafo\n\ny otro, " + "con muchas palabras " * 8 + "y final",
    "palabra " * 30 + "final",
    "x" * 150,
    "una nota larga: " + "que no cabe en una línea, ni en dos # ni en tres " * 5 + "fin",
)
_CAMPOS: Final = ("hora", "titulo", "texto", "estado", "motivo", "lugar", "nota", "actualizado")
_LISTAS: Final = ("invitados", "documentos", "acuerdos")

textos = st.sampled_from(_TEXTOS) | st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2000), min_size=1
).map(str.strip).filter(bool)


class Escriba:
    """Escribe un plan a su manera: sangrías, comillas, corchetes, comentarios y huecos al azar."""

    def __init__(self, azar: Random) -> None:
        self.azar = azar
        self.lista = azar.choice((0, 2, 2, 4))
        self.guion = azar.choice((2, 2, 3, 4))
        self.hueco = azar.choice((0, 1, 1, 2))
        self.en_llaves = azar.random() < 0.3
        self.por_lineas = azar.random() < 0.5
        self.salto = azar.choice(("\n", "\n", "\r\n"))
        self.sin_final = azar.random() < 0.2
        self.marca = codecs.BOM_UTF8 if azar.random() < 0.2 else b""

    def archivo(self, actividades: list[dict[str, Any]]) -> bytes:
        lineas = ["# Un plan", "plan:  # la cabecera", "  titulo: Plan", "  periodo: 2030", ""]
        lineas += ["# Las actividades", "actividades:" + self.comentario()]
        for orden, una in enumerate(actividades):
            if orden:
                lineas += [""] * self.hueco
                lineas += ["", f"  # Antes de la {orden}", ""] if self.quiere(0.1) else []
                lineas += [f"{' ' * self.lista}# De la {orden}"] if self.quiere(0.2) else []
            lineas += self.elemento(una, self.lista)
            lineas += [f"{' ' * (self.lista + 2)}# queda algo"] if self.quiere(0.15) else []
        lineas += ["", "# Fin"] if self.quiere(0.4) else []
        texto = self.salto.join(lineas) + ("" if self.sin_final else self.salto)
        return self.marca + texto.encode()

    def quiere(self, cuanto: float) -> bool:
        return self.azar.random() < cuanto

    def comentario(self) -> str:
        return "  # y esto" if self.quiere(0.2) else ""

    def elemento(self, ficha: dict[str, Any], columna: int) -> list[str]:
        margen = f"{' ' * columna}-".ljust(columna + self.guion)
        if self.en_llaves or (self.quiere(0.15) and columna > self.lista):
            return self.en_llaves_(ficha, margen)
        lineas = [
            linea
            for clave, valor in ficha.items()
            for linea in self.campo(clave, valor, columna + self.guion)
        ]
        return [margen + lineas[0][columna + self.guion :], *lineas[1:]]

    def en_llaves_(self, ficha: dict[str, Any], margen: str) -> list[str]:
        entradas = [f"{clave}: {self.en_linea(valor)}" for clave, valor in ficha.items()]
        coma = "," if self.quiere(0.3) else ""
        if not self.por_lineas:
            return [f"{margen}{{{', '.join(entradas)}{coma}}}{self.comentario()}"]
        interior = " " * (len(margen) + 2)
        cuerpo = [f"{interior}{una},{self.comentario()}" for una in entradas[:-1]]
        ultima = f"{interior}{entradas[-1]}{coma}{self.comentario()}"
        return [f"{margen}{{", *cuerpo, ultima, f"{' ' * len(margen)}}}"]

    def en_linea(self, valor: Any) -> str:
        if isinstance(valor, dict):
            return "{" + ", ".join(f"{c}: {self.en_linea(v)}" for c, v in valor.items()) + "}"
        if isinstance(valor, list):
            return "[" + ", ".join(map(self.en_linea, valor)) + "]"
        forma = self.azar.choice((escrito, escrito, entre_comillas, _simples))
        return forma(valor)

    def campo(self, clave: str, valor: Any, columna: int) -> list[str]:
        margen = " " * columna
        if isinstance(valor, list) and valor and isinstance(valor[0], dict) and self.quiere(0.8):
            lineas = [f"{margen}{clave}:{self.comentario()}"]
            for uno in valor:
                lineas += self.elemento(uno, columna + self.lista)
                lineas += [f"{margen}{' ' * self.lista}  # de este"] if self.quiere(0.1) else []
            return lineas
        if isinstance(valor, str) and self.quiere(0.4) and (cuerpo := _doblado(valor)):
            cabeza = self.azar.choice((">-", ">", "|-") if len(cuerpo) == 1 else (">-", ">"))
            pie = ["", f"{margen}# tras el texto"] if self.quiere(0.1) else []
            dentro = [f"{margen}  {linea}" for linea in cuerpo]
            return [f"{margen}{clave}: {cabeza}{self.comentario()}", *dentro, *pie]
        comentario = "\t# tabulado" if self.quiere(0.1) else self.comentario()
        return [f"{margen}{clave}: {self.en_linea(valor)}{comentario}"]


def _simples(texto: str) -> str:
    return f"'{texto.replace(chr(39), chr(39) * 2)}'" if texto.isprintable() else escrito(texto)


def _doblado(texto: str) -> list[str]:
    """`texto` partido en dos líneas, si plegado dice lo mismo."""
    palabras = texto.split(" ")
    if not texto.isprintable() or "" in palabras or len(palabras) < 4:
        return [texto] if texto.isprintable() and texto[0] != " " else []
    return [" ".join(palabras[:2]), " ".join(palabras[2:])]


@st.composite
def actividades(draw: st.DrawFn) -> list[dict[str, Any]]:
    registros = []
    for orden in range(1, draw(st.integers(1, 4)) + 1):
        ficha: dict[str, Any] = {"id": f"ACT-{orden}", "fecha": "2030-03"}
        for campo in draw(st.lists(st.sampled_from(_CAMPOS), unique=True, max_size=4)):
            ficha[campo] = draw(textos)
        if draw(st.booleans()):
            ficha["actores"] = draw(st.lists(st.sampled_from(("CB", "SBP", "no")), max_size=3))
        for lista in draw(st.lists(st.sampled_from(_LISTAS), unique=True, max_size=2)):
            ficha[lista] = draw(
                st.lists(st.fixed_dictionaries({"nombre": textos, "cargo": textos}), max_size=2)
            )
        orden_del_modelo = list(Actividad.model_fields)
        registros.append(
            dict(sorted(ficha.items(), key=lambda par: orden_del_modelo.index(par[0])))
        )
    return registros


@st.composite
def casos(draw: st.DrawFn) -> tuple[bytes, int, Cambio]:
    plan = draw(actividades())
    contenido = Escriba(draw(st.randoms(use_true_random=False))).archivo(plan)
    numero = draw(st.integers(0, len(plan) - 1))
    ficha, ruta = plan[numero], ("actividades", numero)
    que = draw(st.integers(0, 5))
    quitables = [campo for campo in ficha if campo not in ("id", "fecha")]
    con_fichas = [lista for lista in _LISTAS if ficha.get(lista)]
    cambio: Cambio
    if que == 0 and quitables:
        cambio = Quitar((*ruta, draw(st.sampled_from(quitables))))
    elif que == 1:
        invitado = draw(st.fixed_dictionaries({"nombre": textos}, optional={"cargo": textos}))
        cambio = Agregar((*ruta, draw(st.sampled_from(_LISTAS))), invitado)
    elif que == 2:
        cambio = Agregar((*ruta, "actores"), draw(st.sampled_from(("ILI", "010"))))
    elif que == 3 and con_fichas:
        lista = draw(st.sampled_from(con_fichas))
        orden = draw(st.integers(0, len(ficha[lista]) - 1))
        campo = draw(st.sampled_from(("cargo", "estado", "cumplido")))
        valor = draw(st.booleans()) if campo == "cumplido" else draw(textos)
        cambio = Poner((*ruta, lista, orden, campo), valor)
    elif que == 4:
        nueva = {"id": "ACT-9", "fecha": "2030-04", "titulo": draw(textos), "nota": draw(textos)}
        cambio = Agregar(("actividades",), nueva, draw(st.integers(0, len(plan)) | st.none()))
    else:
        cambio = Poner((*ruta, draw(st.sampled_from(("fecha", *_CAMPOS)))), draw(textos))
    return contenido, numero, cambio


def leido_por_pyyaml(contenido: bytes) -> Any:
    return yaml.load(contenido, yaml.CBaseLoader)  # noqa: S506 — no construye más que textos


def lineas(contenido: bytes) -> list[str]:
    return re.split(r"\r\n|\n", contenido.decode("utf-8-sig"))


def comentarios(contenido: bytes) -> list[str]:
    mapa = leer(contenido, ARCHIVO).mapa
    # El que va detrás de «>-» está en el tramo del texto, y es un comentario.
    hallados = re.finditer(r"(?m)(^.*: [|>]-?[ \t]+)?(?<!\S)(#[^\r\n]*)", mapa.texto)
    return sorted(uno[2] for uno in hallados if uno[1] or not mapa.esta_en_un_texto(uno.start(2)))


def lineas_del_registro(contenido: bytes, numero: int) -> range:
    """Desde la primera del registro hasta la primera del siguiente, sin ella."""
    leido = leer(contenido, ARCHIVO)
    suyas = [leido.mapa.lugar_de(("actividades", n)).linea - 1 for n in (numero, numero + 1)]
    es_el_ultimo = suyas[1] <= suyas[0]
    return range(suyas[0], len(lineas(contenido)) if es_el_ultimo else suyas[1])


def normal(valor: Any) -> Any:
    """Lo que dice un YAML para PyYAML, con todo por texto y sin blancos alrededor."""
    if isinstance(valor, dict):
        return {clave: normal(suyo) for clave, suyo in valor.items()}
    if isinstance(valor, list):
        return [normal(suyo) for suyo in valor]
    return str(valor).lower() if isinstance(valor, bool) else (valor or "").strip()


@settings(max_examples=150, deadline=None)
@given(casos())
def test_un_cambio_hace_lo_pedido_y_nada_mas(caso: tuple[bytes, int, Cambio]) -> None:
    contenido, numero, cambio = caso
    assert leer(contenido, ARCHIVO).diagnosticos == ()
    nuevo = editar(contenido, ARCHIVO, ARCHIVO, [cambio])

    # Dice lo pedido, para un lector que no es el nuestro.
    antes, despues = leido_por_pyyaml(contenido), leido_por_pyyaml(nuevo)
    assert normal(despues) == normal(tras(antes, cambio))

    # Los comentarios siguen todos, salvo el de una línea que se quita.
    perdidos = set(comentarios(contenido)) - set(comentarios(nuevo))
    assert not perdidos or isinstance(cambio, Quitar)

    # La marca inicial, los saltos y el final son los mismos.
    assert nuevo.startswith(codecs.BOM_UTF8) == contenido.startswith(codecs.BOM_UTF8)
    assert nuevo.endswith(b"\n") == contenido.endswith(b"\n")
    if b"\r\n" in contenido:
        assert nuevo.count(b"\n") == nuevo.count(b"\r\n")
    else:
        assert b"\r" not in nuevo

    # Y solo cambian líneas del registro.
    es_nuevo = len(cambio.ruta) == 1
    suyas = lineas_del_registro(contenido, numero)
    for clase, desde, hasta, _, _ in difflib.SequenceMatcher(
        None, lineas(contenido), lineas(nuevo), autojunk=False
    ).get_opcodes():
        if clase != "equal" and es_nuevo:
            assert clase == "insert"
        elif clase != "equal":
            assert suyas.start <= desde
            assert hasta <= suyas.stop


@settings(max_examples=60, deadline=None)
@given(actividades(), st.randoms(use_true_random=False), st.data())
def test_un_registro_se_lleva_entero(
    plan: list[dict[str, Any]], azar: Random, data: st.DataObject
) -> None:
    contenido = Escriba(azar).archivo(plan)
    puesto = data.draw(st.integers(0, len(plan) - 1))
    orden = data.draw(st.integers(0, len(plan) - 1))
    cambio = Trasladar(("actividades", puesto), orden)
    nuevo = editar(contenido, ARCHIVO, ARCHIVO, [cambio])
    antes, despues = leido_por_pyyaml(contenido), leido_por_pyyaml(nuevo)
    assert normal(despues) == normal(tras(antes, cambio))
    assert comentarios(nuevo) == comentarios(contenido)
    # Son las mismas líneas, en otro orden; puede cambiar cuántas en blanco hay.
    assert sorted(filter(None, lineas(nuevo))) == sorted(filter(None, lineas(contenido)))
    assert nuevo.endswith(b"\n") == contenido.endswith(b"\n")
