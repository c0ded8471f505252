"""Los errores de sintaxis del lector de YAML, dichos para quien no sabe YAML.

El lector (libyaml) los dice en inglés y con palabras de su oficio. Aquí cada uno se convierte en
lo que hay en el archivo, dónde, y qué escribir en su lugar. El lector suele darse cuenta tarde:
lo primero es buscar la línea que hay que tocar.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

import yaml

from camctl.diagnostico import Diagnostico, Gravedad, Regla
from camctl.lectura.escrito import escrito
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import (
    ESPACIOS_RAROS,
    Renglon,
    anteriores,
    citado,
    como_se_sigue,
    donde_va,
    espacios_para,
    hasta_donde_acaba,
    se_usa,
)

TABULADOR = Regla(
    "L110",
    Gravedad.ERROR,
    """Hay un tabulador donde YAML pide espacios.

    La sangría de YAML son espacios, dos por nivel. El tabulador se ve igual y no lo es.
    """,
)

DOS_PUNTOS = Regla(
    "L111",
    Gravedad.ERROR,
    """Sobran unos dos puntos, o falta ponerlos entre comillas.

    Dos puntos seguidos de espacio separan un campo de su valor. Dentro de un texto obligan a
    escribirlo entero entre comillas.
    """,
)

COMILLAS = Regla(
    "L112",
    Gravedad.ERROR,
    """Unas comillas que no se cierran, o un texto que sigue después de cerrarlas.

    Un texto entre comillas acaba donde estas se cierran, y detrás no va nada más. Si dentro lleva
    comillas dobles, por fuera van las simples, y al revés.
    """,
)

SIGNO_INICIAL = Regla(
    "L113",
    Gravedad.ERROR,
    """Un texto sin comillas empieza por un signo que YAML reserva.

    Son @ ` % & * ! | > ? - , [ ] { }. Un texto que empiece por uno de ellos va entre comillas.
    """,
)

SANGRIA = Regla(
    "L114",
    Gravedad.ERROR,
    """Una línea no está alineada con las de su ficha.

    Los campos de un mismo registro empiezan todos en la misma columna, y los guiones de una misma
    lista, también.
    """,
)

CORCHETES = Regla(
    "L115",
    Gravedad.ERROR,
    """Falta cerrar un corchete o una llave, o sobra uno.

    Una lista en una línea se escribe [B1, B8]; una ficha en una línea, {id: B8, cita: …}.
    """,
)

BARRA_INVERSA = Regla(
    "L116",
    Gravedad.ERROR,
    r"""Una barra inversa dentro de comillas dobles.

    Dentro de "…" la barra inversa anuncia un signo especial. Para escribirla tal cual, use comillas
    simples: 'C:\datos'.
    """,
)

SIN_DOS_PUNTOS = Regla(
    "L117",
    Gravedad.ERROR,
    """Una línea que no es «campo: valor».

    Le faltan los dos puntos, o el espacio que va detrás de ellos o del guion, o es la continuación
    de un texto con menos sangría de la debida.
    """,
)

ESPACIO_RARO = Regla(
    "L118",
    Gravedad.ERROR,
    """Un espacio que no es el de la barra espaciadora.

    Word y las páginas web ponen espacios de no separación, que se ven como los demás y que YAML
    toma por letras. Ni en la sangría ni detrás de los dos puntos valen.
    """,
)

OTRO_ERROR = Regla(
    "L119",
    Gravedad.ERROR,
    """El archivo no se puede leer a partir de aquí.

    Algo de esta línea, o de la anterior, no es YAML. Compárela con un registro que esté bien.
    """,
)

VARIOS_DOCUMENTOS = Regla(
    "L123",
    Gravedad.ERROR,
    """Hay más de un documento en el archivo.

    Una línea con tres guiones (---) empieza otro documento de YAML. Cada archivo del plan es uno
    solo; lo que sigue a esa línea no se lee.
    """,
)

# Lo que alguien pone en lugar del guion de una lista.
VINETAS: Final = "*•·●○▪‣–—"
_RAYAS: Final = "–—"  # pegadas al texto también lo son
_ABRE_Y_CIERRA: Final = {"[": "]", "{": "}"}
_COMILLAS: Final = frozenset({"'", '"'})
_LARGA: Final = 100  # la línea que ya no se repite en la ayuda
_GUION_PEGADO = re.compile(r" *(?:- +)*-(?=[^\s-])")
_DOS_PUNTOS_PEGADOS = re.compile(r"((?!\d)\w[\w.-]*):(?=[^\s/])(.*)")
_OTRO_SEPARADOR = re.compile(r"((?!\d)\w[\w.-]*)(?:\s*[=：﹕;](?!\w)|\s+[-–—](?=\s))(.*)")
_RARO_EN_SU_SITIO = re.compile(
    rf" *(?:-? *[{ESPACIOS_RAROS}]|(?:- +)*\w[\w.-]* *:?[{ESPACIOS_RAROS}])[\s{ESPACIOS_RAROS}]*"
)
_RAROS_SEGUIDOS = re.compile(rf"[{ESPACIOS_RAROS}]+")
_CABEZA_DE_BLOQUE = re.compile(r"[|>][-+0-9]*")


class Tropiezo(NamedTuple):
    """Dónde dejó de entender el lector de YAML, y lo que llevaba entre manos."""

    mapa: Mapa
    posicion: int  # lo que no entiende
    contexto: int  # donde empieza lo que estaba leyendo
    corchete: int | None  # el último corchete o llave sin cerrar

    @property
    def signo(self) -> str:
        """El carácter que no entiende; vacío al final del archivo."""
        return self.mapa.texto[self.posicion : self.posicion + 1]

    @property
    def previo(self) -> tuple[int, int] | None:
        """El principio y el fin de lo último que se leyó, si es un texto."""
        mapa = self.mapa
        nodo = len(mapa.salto) - 1
        if nodo < 0 or mapa.salto[nodo] != nodo + 1:
            return None
        return mapa.inicio[nodo], mapa.fin[nodo]

    def renglon(self, posicion: int) -> Renglon:
        """La línea en que cae `posicion`."""
        return Renglon.de(self.mapa, self.mapa.lugar(posicion, posicion).linea)

    def valor(self, posicion: int) -> str:
        """Lo escrito desde `posicion` hasta donde acaba su línea, o su elemento en una lista."""
        return hasta_donde_acaba(self.mapa, posicion, en_corchetes=self.corchete is not None)

    def en(self, regla: Regla, posicion: int, largo: int, mensaje: str, ayuda: str) -> Diagnostico:
        """El diagnóstico de `regla` sobre `largo` caracteres desde `posicion`."""
        return regla.en(self.mapa.lugar(posicion, posicion + largo), mensaje, ayuda=ayuda)

    def en_renglon(
        self, regla: Regla, renglon: Renglon, columna: int, largo: int, mensaje: str, ayuda: str
    ) -> Diagnostico:
        """El diagnóstico de `regla` en una línea, desde su `columna`, que cuenta desde 0."""
        inicio = self.mapa.comienzo_de_linea(renglon.numero) + columna
        return self.en(regla, inicio, largo, mensaje, ayuda)


_Traductor = Callable[[Tropiezo], Diagnostico]


def diagnostico_de_sintaxis(
    fallo: yaml.MarkedYAMLError, mapa: Mapa, corchete: int | None = None
) -> Diagnostico:
    """El diagnóstico que corresponde a `fallo`; el resto del archivo no se ha leído."""
    posicion = _posicion(fallo.problem_mark, mapa, por_omision=len(mapa.texto))
    contexto = _posicion(fallo.context_mark, mapa, por_omision=posicion)
    problema = str(fallo.problem)
    traductores = (traductor for fragmento, traductor in _TRADUCTORES if fragmento in problema)
    return next(traductores, _otro)(Tropiezo(mapa, posicion, contexto, corchete))


def _posicion(marca: "yaml.Mark | None", mapa: Mapa, *, por_omision: int) -> int:
    return por_omision if marca is None else min(marca.index, len(mapa.texto))


# Tabuladores


def _tabulador(aqui: Tropiezo) -> Diagnostico:
    texto = aqui.mapa.texto
    posicion = max(texto.find("\t", aqui.posicion), aqui.posicion)
    renglon = aqui.renglon(posicion)
    detras = texto[posicion : posicion + 80]
    cuantos = len(detras) - len(detras.lstrip("\t"))
    borre = "bórrelo" if cuantos == 1 else "bórrelos"
    if renglon.texto[: aqui.mapa.lugar(posicion, posicion).columna - 1].strip():
        mensaje, ayuda = "hay un tabulador donde va un espacio", f"{borre} y escriba un espacio"
    else:
        mensaje = "hay un tabulador, y la sangría se hace con espacios"
        sin_margen = Renglon.de_texto(renglon.numero, renglon.texto.lstrip())
        espacios = espacios_para(aqui.mapa, sin_margen)
        ayuda = f"{borre} y escriba en su lugar {espacios or 'espacios, como en las demás líneas'}"
    return aqui.en(TABULADOR, posicion, cuantos, mensaje, ayuda)


def _signo_suelto(aqui: Tropiezo) -> Diagnostico:
    return _tabulador(aqui) if aqui.signo == "\t" else _signo_inicial(aqui)


# Signos reservados


def _signo_inicial(aqui: Tropiezo) -> Diagnostico:
    # El texto empieza donde dice el contexto: el lector puede llegar más allá de su signo.
    renglon = aqui.renglon(aqui.contexto)
    if vineta := _vineta(aqui.mapa, renglon):
        return vineta
    valor = aqui.valor(aqui.contexto)
    return aqui.en(
        SIGNO_INICIAL,
        aqui.contexto,
        1,
        f"un texto no puede empezar por «{valor[:1]}» si no va entre comillas",
        f"escriba: {renglon.citando(valor)}",
    )


def _vineta(mapa: Mapa, renglon: Renglon) -> Diagnostico | None:
    contenido = renglon.contenido
    if contenido[:1] not in VINETAS or not (
        contenido[1:2].isspace() or renglon.contenido[0] in _RAYAS
    ):
        return None
    inicio = mapa.comienzo_de_linea(renglon.numero) + renglon.columna
    return SIGNO_INICIAL.en(
        mapa.lugar(inicio, inicio + 1),
        f"las listas se hacen con guiones corrientes (-), y aquí hay «{contenido[0]}»",
        ayuda=f"escriba: - {contenido[1:].strip()[:60]}",
    )


def _interrogacion(aqui: Tropiezo) -> Diagnostico:
    return _signo_inicial(Tropiezo(aqui.mapa, aqui.posicion, aqui.posicion, aqui.corchete))


def _guion_a_destiempo(aqui: Tropiezo) -> Diagnostico:
    if antes := _tras_las_comillas(aqui) or _tras_una_lista_vacia(aqui):
        return antes
    valor = aqui.valor(aqui.posicion)
    if valor == "-":
        mensaje = "un guion a solas no es un valor"
        ayuda = "si no hay nada que poner, borre el guion"
    else:
        mensaje = "un guion no puede ir en la misma línea que el nombre del campo"
        ayuda = (
            f"si es una lista, {_como_lista(aqui.renglon(aqui.posicion), valor)}; "
            f"si es un texto, escriba: {aqui.renglon(aqui.posicion).citando(valor)}"
        )
    return aqui.en(SIGNO_INICIAL, aqui.posicion, 1, mensaje, ayuda)


def _como_lista(renglon: Renglon, valor: str) -> str:
    elementos = re.split(r"(?:^|\s)-\s+", valor)[1:]
    lista = f"[{', '.join(map(escrito, elementos))}]"
    if not renglon.campo or len(lista) > _LARGA or any(": " in uno for uno in elementos):
        return "escriba cada elemento en su propia línea, debajo y con más sangría"
    return f"escriba: {renglon.campo}: {lista}"


def _bloque(aqui: Tropiezo) -> Diagnostico:
    cabeza = _CABEZA_DE_BLOQUE.match(aqui.valor(aqui.contexto))
    signo = cabeza.group() if cabeza else aqui.signo
    return aqui.en(
        SIGNO_INICIAL,
        aqui.contexto,
        len(signo),
        f"detrás de «{signo}» no va nada más en la misma línea",
        f"escriba el texto en la línea siguiente, con más sangría; si «{signo}» es parte del "
        "texto, escríbalo entre comillas",
    )


# Dos puntos


def _dos_puntos(aqui: Tropiezo) -> Diagnostico:
    inicio, _ = aqui.previo or (aqui.posicion, aqui.posicion)
    renglon = aqui.renglon(aqui.posicion)
    primero = aqui.renglon(inicio)
    if primero.numero == renglon.numero:
        return _dos_puntos_de_mas(aqui, renglon)
    # El texto viene de más arriba: o su línea está mal, o esta.
    if mal := linea_mal_hecha(aqui.mapa, primero):
        return mal
    if inicio == aqui.mapa.comienzo_de_linea(primero.numero) + primero.columna:
        return _no_es_campo_y_valor(aqui, primero)
    if renglon.guiones:
        return _elemento_inesperado(aqui, renglon, primero)
    if renglon.campo:
        return _con_mas_sangria(aqui, renglon)
    return _dos_puntos_de_mas(aqui, renglon, primero)


def _dos_puntos_de_mas(
    aqui: Tropiezo, renglon: Renglon, primero: Renglon | None = None
) -> Diagnostico:
    if primero is not None:
        campo = f"{primero.campo}: >-" if primero.campo else ">-"
        remedio = f"escriba «{campo}» y, debajo, el texto entero con más sangría"
    elif renglon.campo and renglon.valor:
        remedio = f"escriba: {renglon.con_valor(citado(renglon.valor))}"
    else:
        remedio = "escriba el texto entero entre comillas"
    return aqui.en(
        DOS_PUNTOS,
        aqui.posicion,
        1,
        "aquí hay dos puntos de más",
        f"si son parte del texto, {remedio}",
    )


def _con_mas_sangria(aqui: Tropiezo, renglon: Renglon) -> Diagnostico:
    previo = next(anteriores(aqui.mapa, renglon.numero), None)
    # En la primera columna solo van las secciones, y ninguna es un texto.
    if previo and previo.campo and previo.valor and not previo.columna:
        return aqui.en_renglon(
            SANGRIA,
            renglon,
            renglon.columna,
            len(renglon.campo),
            f"«{renglon.campo}» es un campo de «{previo.campo}», que lleva ya un texto detrás",
            f"borre el texto de la línea {previo.numero}; escriba: {previo.campo}:",
        )
    remedio = donde_va(aqui.mapa, renglon) or "alinéela con el campo de arriba"
    return aqui.en_renglon(
        SANGRIA,
        renglon,
        renglon.columna,
        len(renglon.campo),
        f"«{renglon.campo}» tiene más sangría que los demás campos de su ficha",
        f"{remedio}; si es parte del texto de arriba, escriba ese texto entero entre comillas",
    )


def _elemento_inesperado(aqui: Tropiezo, renglon: Renglon, primero: Renglon) -> Diagnostico:
    return aqui.en_renglon(
        SANGRIA,
        renglon,
        renglon.sangria,
        1,
        "aquí empieza un elemento de una lista, y encima no hay ninguna lista abierta",
        f"{donde_va(aqui.mapa, renglon) or 'alinee el guion con los de su lista'}; "
        f"revise también la sangría de la línea {primero.numero}",
    )


def _pegado_en_corchetes(aqui: Tropiezo) -> Diagnostico:
    return aqui.en(
        DOS_PUNTOS,
        aqui.posicion,
        1,
        "detrás de estos dos puntos falta un espacio con su valor",
        f"si son parte de un texto, escríbalo entre comillas: {citado(aqui.valor(aqui.contexto))}",
    )


# Líneas que no son «campo: valor»


def _sin_dos_puntos(aqui: Tropiezo) -> Diagnostico:
    renglon = aqui.renglon(aqui.contexto)
    return linea_mal_hecha(aqui.mapa, renglon) or _no_es_campo_y_valor(aqui, renglon)


def linea_mal_hecha(mapa: Mapa, renglon: Renglon) -> Diagnostico | None:
    """Lo que se ve que le pasa a una línea: un espacio, un guion o un signo que no es el suyo."""
    if raro := espacio_raro(mapa, renglon):
        return raro
    if vineta := _vineta(mapa, renglon):
        return vineta
    comienzo = mapa.comienzo_de_linea(renglon.numero)
    if pegado := _GUION_PEGADO.match(renglon.texto):
        return SIN_DOS_PUNTOS.en(
            mapa.lugar(comienzo + pegado.end() - 1, comienzo + pegado.end()),
            "detrás del guion falta un espacio",
            ayuda=f"escriba: - {renglon.texto[pegado.end() :][:60]}",
        )
    for forma, mensaje in (
        (_DOS_PUNTOS_PEGADOS, "detrás de «{}:» falta un espacio"),
        (_OTRO_SEPARADOR, "detrás de «{}» van dos puntos y un espacio"),
    ):
        if partes := forma.match(renglon.contenido):
            campo, valor = partes.groups()
            inicio = comienzo + renglon.columna
            return SIN_DOS_PUNTOS.en(
                mapa.lugar(inicio, inicio + len(renglon.contenido) - len(valor)),
                mensaje.format(campo),
                ayuda=f"escriba: {campo}: {valor.strip()[:60]}",
            )
    return None


def espacio_raro(mapa: Mapa, renglon: Renglon) -> Diagnostico | None:
    """Si la sangría, o lo que va detrás de un guion o de un campo, no es un espacio corriente."""
    sitio = _RARO_EN_SU_SITIO.match(renglon.texto)
    if sitio is None:
        return None
    desde, hasta = next(_RAROS_SEGUIDOS.finditer(sitio.group())).span()
    comienzo = mapa.comienzo_de_linea(renglon.numero)
    if hasta - desde == 1:
        mensaje, borre = "hay un espacio que no es corriente: se ve igual, y no vale", "bórrelo"
    else:
        mensaje, borre = "hay espacios que no son corrientes: se ven igual, y no valen", "bórrelos"
    return ESPACIO_RARO.en(
        mapa.lugar(comienzo + desde, comienzo + hasta),
        mensaje,
        ayuda=f"{borre} y use la barra espaciadora; suelen venir de Word o de una página web",
    )


def _no_es_campo_y_valor(aqui: Tropiezo, renglon: Renglon) -> Diagnostico:
    palabra, _, resto = renglon.contenido.partition(" ")
    if not palabra.isidentifier():
        como_campo = "si es un campo, escriba su nombre, dos puntos, un espacio y el valor"
    elif resto:
        como_campo = f"si «{palabra}» es un campo, escriba: {palabra}: {resto.strip()[:60]}"
    else:
        como_campo = f"si «{palabra}» es un campo, escriba «{palabra}:» y su valor"
    remedios = [como_se_sigue(aqui.mapa, renglon), como_campo]
    previo = next(anteriores(aqui.mapa, renglon.numero), None)
    # Lo que abre un registro es su ID, y no un texto que pueda seguir en otra línea.
    tras_un_id = previo is not None and bool(previo.guiones)
    if not resto or tras_un_id or se_usa(aqui.mapa, palabra):
        remedios.reverse()
    return aqui.en_renglon(
        SIN_DOS_PUNTOS,
        renglon,
        renglon.columna,
        len(renglon.contenido),
        "esta línea no es «campo: valor»",
        "; ".join(remedios),
    )


# Comillas


def _comillas_abiertas(aqui: Tropiezo) -> Diagnostico:
    comilla = aqui.mapa.texto[aqui.contexto : aqui.contexto + 1]
    renglon = aqui.renglon(aqui.contexto)
    valor = hasta_donde_acaba(aqui.mapa, aqui.contexto)
    if valor.endswith(f"\\{comilla}") and comilla == '"':
        return aqui.en(
            BARRA_INVERSA,
            aqui.contexto + len(valor) - 2,
            2,
            "la barra inversa deja sin efecto las comillas de cierre",
            f"escriba: {renglon.citando(valor)}",
        )
    ayuda = f"ciérrelas donde acaba el texto: {renglon.citando(valor)}"
    return aqui.en(
        COMILLAS,
        aqui.contexto,
        1,
        f"las comillas ({comilla}) que se abren aquí no se cierran",
        ayuda,
    )


def _tras_las_comillas(aqui: Tropiezo) -> Diagnostico | None:
    inicio, fin = aqui.previo or (0, 0)
    texto = aqui.mapa.texto
    entre_comillas = fin - inicio > 1 and texto[inicio] in _COMILLAS
    if not entre_comillas or texto[fin : aqui.posicion].strip(" \t"):
        return None
    abre, cierra = aqui.renglon(inicio), aqui.renglon(fin)
    if abre.numero != cierra.numero:
        # Lo que parece abrirse en esta línea es el cierre de las que se abrieron más arriba.
        return aqui.en(
            COMILLAS,
            inicio,
            1,
            f"las comillas ({texto[inicio]}) que se abren aquí no se cierran hasta la "
            f"línea {cierra.numero}",
            "ciérrelas donde acaba el texto: " + abre.citando(hasta_donde_acaba(aqui.mapa, inicio)),
        )
    valor = hasta_donde_acaba(aqui.mapa, inicio)
    return aqui.en(
        COMILLAS,
        aqui.posicion,
        len(aqui.valor(aqui.posicion)),
        "hay texto después de cerrar las comillas",
        f"las comillas abarcan el texto entero; escriba: {abre.citando(valor)}",
    )


def _barra(aqui: Tropiezo) -> Diagnostico:
    barra = aqui.mapa.texto.rfind("\\", aqui.contexto, aqui.posicion + 1)
    valor = hasta_donde_acaba(aqui.mapa, aqui.contexto)
    return aqui.en(
        BARRA_INVERSA,
        barra,
        2,
        f"dentro de comillas dobles, «{aqui.mapa.texto[barra : barra + 2]}» no significa nada",
        f"use comillas simples: {aqui.renglon(aqui.contexto).citando(valor)}",
    )


# Sangría


def _alineacion(aqui: Tropiezo) -> Diagnostico:
    if antes := _tras_las_comillas(aqui) or _tras_una_lista_vacia(aqui):
        return antes
    renglon = aqui.renglon(aqui.posicion)
    columna = aqui.mapa.lugar(aqui.posicion, aqui.posicion).columna - 1
    if renglon.texto[:columna].strip():
        return _de_mas(aqui)
    if mal := linea_mal_hecha(aqui.mapa, renglon):
        return mal
    if sobra := _guion_de_mas(aqui, renglon):
        return sobra
    if aqui.signo == ":":
        return aqui.en(
            SIN_DOS_PUNTOS,
            aqui.posicion,
            1,
            "falta el nombre del campo delante de los dos puntos",
            "escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …",
        )
    return aqui.en(
        SANGRIA,
        aqui.posicion,
        len(renglon.texto) - columna,
        "esta línea no está alineada con las de su ficha o su lista",
        donde_va(aqui.mapa, renglon)
        or "los campos de un registro empiezan en la misma columna, y los guiones de una lista, "
        "también",
    )


def _guion_de_mas(aqui: Tropiezo, renglon: Renglon) -> Diagnostico | None:
    """Un guion delante de un campo del registro de arriba, y no de un registro nuevo."""
    previos = list(anteriores(aqui.mapa, renglon.numero))
    primeros = {previo.campo for previo in previos if previo.guiones}
    if not renglon.guiones or not renglon.campo or not previos or renglon.campo in primeros:
        return None
    if not renglon.sangria or previos[0].columna != renglon.sangria:
        return None
    return aqui.en_renglon(
        SANGRIA,
        renglon,
        renglon.sangria,
        1,
        f"sobra el guion: delante de «{renglon.campo}» no empieza otro registro",
        f"si es un campo del registro de arriba, escriba: {renglon.contenido[:60]}; "
        "si empieza otro, alinee su guion con los de los demás",
    )


def _tras_una_lista_vacia(aqui: Tropiezo) -> Diagnostico | None:
    """Los elementos que se añadieron debajo de una lista sin borrar su «[]»."""
    renglon = aqui.renglon(aqui.posicion)
    previo = next(anteriores(aqui.mapa, renglon.numero), None)
    if previo is None or previo.valor not in ("[]", "{}") or renglon.columna <= previo.columna:
        return None
    return aqui.en_renglon(
        CORCHETES,
        previo,
        previo.texto.index(previo.valor, previo.columna),
        2,
        f"«{previo.valor}» dice que «{previo.campo}» está vacío, y debajo hay más",
        f"bórrelo; escriba: {previo.campo}:",
    )


# Corchetes y llaves


def _de_mas(aqui: Tropiezo) -> Diagnostico:
    """Algo que no puede ir donde va: un corchete, una coma, texto detrás de una lista."""
    if aqui.corchete is not None and aqui.signo in ("", "\r", "\n"):
        return _sin_cerrar(aqui, aqui.corchete)
    if aqui.mapa.texto.startswith("...", aqui.posicion):
        return otro_documento(aqui.mapa, aqui.posicion)
    renglon = aqui.renglon(aqui.posicion)
    valor = hasta_donde_acaba(aqui.mapa, aqui.posicion)
    if aqui.corchete is None and renglon.valor == valor and len(valor) > 1:
        return _signo_inicial(Tropiezo(aqui.mapa, aqui.posicion, aqui.posicion, None))
    entero = f": {renglon.con_valor(citado(renglon.valor))}" if renglon.valor else ""
    return aqui.en(
        CORCHETES,
        aqui.posicion,
        1,
        f"aquí sobra «{aqui.signo}»",
        f"{_sin_lo_que_sobra(aqui, renglon)}; si es parte de un texto, escriba el texto entero "
        f"entre comillas{entero}",
    )


def _sin_lo_que_sobra(aqui: Tropiezo, renglon: Renglon) -> str:
    """Cómo queda una lista o una ficha sin lo que hay detrás de cerrarla, o sin su coma de más."""
    comienzo = aqui.mapa.comienzo_de_linea(renglon.numero)
    antes = renglon.texto[renglon.columna : aqui.posicion - comienzo].rstrip()
    detras = renglon.texto[aqui.posicion - comienzo + 1 :].strip()
    if aqui.signo == "," and detras:
        return f"bórrela; escriba: {antes.rstrip(',')}, {detras}"
    if aqui.corchete is None and renglon.valor[:1] in _ABRE_Y_CIERRA and len(antes) <= _LARGA:
        return f"bórrelo; escriba: {antes}"
    return "bórrelo"


def _corchete_abierto(aqui: Tropiezo) -> Diagnostico:
    abre = aqui.mapa.texto[aqui.contexto : aqui.contexto + 1]
    cierre = _ABRE_Y_CIERRA.get(abre, "]")
    if aqui.signo in _ABRE_Y_CIERRA.values() and aqui.signo != cierre:
        return aqui.en(
            CORCHETES,
            aqui.posicion,
            1,
            f"lo que se abre con «{abre}» no se cierra con «{aqui.signo}»",
            f"escriba «{cierre}» en su lugar",
        )
    detras = hasta_donde_acaba(aqui.mapa, aqui.posicion)
    esta_en_su_linea = (
        aqui.renglon(aqui.posicion).numero == aqui.renglon(aqui.contexto).numero
        and cierre in detras
    )
    if not esta_en_su_linea:
        return _sin_cerrar(aqui, aqui.contexto)
    if aqui.signo == ":":
        mensaje = "aquí hay dos puntos de más, o falta una coma antes"
    else:
        mensaje = "aquí falta una coma, o unas comillas que abarquen el texto entero"
    con_coma = _con_la_coma(aqui)
    return aqui.en(
        CORCHETES,
        aqui.posicion,
        1,
        mensaje,
        f"{con_coma}; un texto con dos puntos, comas o comillas va entero entre comillas",
    )


def _con_la_coma(aqui: Tropiezo) -> str:
    renglon = aqui.renglon(aqui.posicion)
    aqui_mismo = aqui.posicion - aqui.mapa.comienzo_de_linea(renglon.numero)
    antes, detras = renglon.texto[renglon.columna : aqui_mismo], renglon.texto[aqui_mismo:]
    # Ante unos dos puntos, la coma va delante del campo que los lleva.
    partes = re.fullmatch(r"(.*\S)\s+(\S+)", antes) if aqui.signo == ":" else None
    previo, siguiente = partes.groups() if partes else (antes.rstrip(), "")
    entera = f"{previo}, {siguiente}{detras}"
    if len(entera) > _LARGA:
        return 'separe los elementos con comas: [B1, B8], {id: B8, cita: "…"}'
    return f"si falta la coma, escriba: {entera}"


def _sin_cerrar(aqui: Tropiezo, donde: int) -> Diagnostico:
    abre = aqui.mapa.texto[donde : donde + 1]
    que, cierre_de = ("la llave", "ciérrela") if abre == "{" else ("el corchete", "ciérrelo")
    cierre = _ABRE_Y_CIERRA.get(abre, "]")
    escrito = hasta_donde_acaba(aqui.mapa, donde).rstrip(",) ")
    renglon = aqui.renglon(donde)
    ayuda = f"{cierre_de} con «{cierre}» detrás de su último elemento"
    if len(escrito) > 1:
        ayuda += f": {renglon.con_valor(escrito[:60] + cierre)}"
    return aqui.en(
        CORCHETES,
        donde,
        1,
        f"{que} que se abre aquí no se cierra",
        f"{ayuda}; si ocupa varias líneas, todas acaban en coma; si es un texto, va entre comillas",
    )


def otro_documento(mapa: Mapa, posicion: int) -> Diagnostico:
    """Una línea que acaba el archivo, o que empieza otro, antes de su final."""
    signo = mapa.texto[posicion : posicion + 3]
    if signo == "...":
        mensaje = "los tres puntos (...) dan por acabado el archivo, y detrás hay más"
    else:
        mensaje = "los tres guiones (---) empiezan otro archivo dentro de este"
    return VARIOS_DOCUMENTOS.en(
        mapa.lugar(posicion, posicion + 3),
        f"{mensaje}; lo que sigue no se lee",
        ayuda="borre la línea, o lleve lo que sigue a su propio archivo",
    )


def _otro(aqui: Tropiezo) -> Diagnostico:
    return aqui.en(
        OTRO_ERROR,
        aqui.posicion,
        1,
        "el archivo no se puede leer a partir de aquí",
        "compare esta línea y la anterior con las de un registro que esté bien; "
        "ante la duda, escriba los textos entre comillas",
    )


# Los fragmentos son los de libyaml 0.2 (scanner.c y parser.c); el primero que coincide decide.
_TRADUCTORES: Final[tuple[tuple[str, _Traductor], ...]] = (
    ("found a tab character", _tabulador),
    ("found character that cannot start any token", _signo_suelto),
    ("mapping values are not allowed", _dos_puntos),
    ("block sequence entries are not allowed", _guion_a_destiempo),
    ("mapping keys are not allowed", _interrogacion),
    ("could not find expected ':'", _sin_dos_puntos),
    ("found unexpected ':'", _pegado_en_corchetes),
    ("found unexpected end of stream", _comillas_abiertas),
    ("found unexpected document indicator", _comillas_abiertas),
    ("found unknown escape character", _barra),
    ("hexdecimal number", _barra),
    ("invalid Unicode character escape", _barra),
    ("did not find expected comment or line break", _bloque),
    ("found an indentation indicator equal to 0", _bloque),
    ("did not find expected ',' or", _corchete_abierto),
    ("did not find expected node content", _de_mas),
    ("did not find expected key", _alineacion),
    ("did not find expected '-' indicator", _alineacion),
    ("did not find expected <document start>", _alineacion),
    # De aquí en adelante, lo que puede seguir a &, * o !: anclas, alias y etiquetas a medias.
    ("did not find expected alphabetic or numeric character", _signo_inicial),
    ("did not find expected whitespace or line break", _signo_inicial),
    ("did not find expected '!'", _signo_inicial),
    ("did not find the expected '>'", _signo_inicial),
    ("found undefined tag handle", _signo_inicial),
    ("tag URI", _signo_inicial),
    ("URI escaped octet", _signo_inicial),
    ("UTF-8 octet", _signo_inicial),
)
