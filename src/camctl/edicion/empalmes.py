"""Dónde se corta y qué se pega para hacer un cambio: en bloque o entre corchetes, como esté."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from camctl.edicion.cambios import Agregar, Cambio, Poner, Quitar, Trasladar
from camctl.edicion.hechura import (
    Escalar,
    campo,
    de_una_linea,
    elementos,
    escalar,
    hechura_de,
)
from camctl.edicion.pagina import Pagina
from camctl.lectura import Lectura
from camctl.lectura.escrito import escrito
from camctl.lectura.renglon import DE_BLOQUE
from camctl.lectura.valores import Ruta
from camctl.modelo.campos import ficha_en
from camctl.modelo.plan import MODELO_DE_ARCHIVO


class Corte(NamedTuple):
    """Lo que hay entre dos posiciones, y lo que va en su lugar."""

    inicio: int
    fin: int
    texto: str


class _Enredo(Exception):  # noqa: N818 — el nombre dice qué pasa, en español
    """Lo escrito no se deja cortar por donde haría falta."""


def empalmado(lectura: Lectura, archivo: str, cambio: Cambio) -> str | None:
    """El texto de `archivo` con el cambio hecho; nada si no hay por dónde cortar."""
    pagina = Pagina(lectura)
    try:
        cortes = list(_cortes(pagina, archivo, cambio))
    except _Enredo:
        return None
    return _cortado(pagina.texto, cortes)


def _cortado(texto: str, cortes: Iterable[Corte]) -> str:
    trozos: list[str] = []
    posicion = 0
    # De dos en el mismo sitio, va delante el que se dio antes.
    for inicio, fin, nuevo in sorted(cortes, key=lambda corte: corte.inicio):
        trozos += [texto[posicion:inicio], nuevo]
        posicion = fin
    return "".join([*trozos, texto[posicion:]])


def _cortes(pagina: Pagina, archivo: str, cambio: Cambio) -> Iterator[Corte]:
    match cambio:
        case Poner(ruta, valor):
            if not pagina.tiene(ruta):
                return _insertar_campo(pagina, archivo, ruta, valor)
            return _sustituir(pagina, ruta, valor)
        case Quitar(ruta):
            return _quitar(pagina, ruta)
        case Agregar(ruta, valor, orden):
            lista = pagina.valor(ruta)
            if isinstance(lista, list) and lista:
                orden = len(lista) if orden is None else orden
                return _insertar_elemento(pagina, ruta, valor, orden)
            if pagina.tiene(ruta):
                return _estrenar(pagina, ruta, valor)
            return _insertar_campo(pagina, archivo, ruta, [valor])
        case Trasladar(ruta, orden):
            return _trasladar(pagina, ruta, orden)


# Un valor que ya está


def _sustituir(pagina: Pagina, ruta: Ruta, valor: Any) -> Iterator[Corte]:
    viejo = pagina.valor(ruta)
    if not isinstance(valor, str | bool) or not isinstance(viejo, str | None):
        raise _Enredo
    inicio, fin = pagina.tramo(ruta)
    escrito_ahora = pagina.texto[inicio:fin]
    if pagina.esta_entre_corchetes(ruta[:-1]):
        nuevo = Escalar(de_una_linea(valor, escrito_ahora))
    else:
        columna = pagina.columna(pagina.clave(ruta)[0])
        usado = pagina.columna(inicio)
        nuevo = escalar(valor, usado, columna, hechura_de(pagina, ruta[:-1]), escrito_ahora)
    if viejo is None and pagina.texto[inicio - 1] == ":":
        nuevo = nuevo._replace(cabeza=f" {nuevo.cabeza}")
    salto = pagina.salto(inicio)
    debajo = "".join(f"{salto}{linea}" for linea in nuevo.cuerpo)
    if escrito_ahora.startswith(DE_BLOQUE):
        # Tras «>-» puede ir un comentario, que se queda.
        cabeza = escrito_ahora.split(maxsplit=1)[0]
        yield Corte(inicio, inicio + len(cabeza), nuevo.cabeza)
        acaba = pagina.fin_de_linea(inicio)
        yield Corte(acaba, max(acaba, fin), debajo)
    else:
        yield Corte(inicio, fin, nuevo.cabeza)
        if debajo:
            acaba = pagina.fin_de_linea(fin)
            yield Corte(acaba, acaba, debajo)


def _quitar(pagina: Pagina, ruta: Ruta) -> Iterator[Corte]:
    inicio, fin = pagina.clave(ruta)[0], pagina.tramo(ruta)[1]
    en_bloque = not pagina.esta_entre_corchetes(ruta[:-1])
    detras = pagina.resto_de_linea(fin).lstrip(" \t,")
    if en_bloque or (pagina.empieza_su_linea(inicio) and detras[:1] in ("", "#")):
        comienzo = pagina.comienzo_de_linea(inicio)
        if not comienzo or not pagina.empieza_su_linea(inicio):
            raise _Enredo
        # Con el salto de antes y no el de después, que en la última línea puede faltar.
        acaba = pagina.fin_con_comentarios(fin, pagina.columna(inicio))
        yield Corte(pagina.fin_de_la_anterior(comienzo), acaba, "")
        return
    claves = list(pagina.valor(ruta[:-1]))
    puesto = claves.index(ruta[-1])
    if puesto:
        desde, hasta = pagina.tramo((*ruta[:-1], claves[puesto - 1]))[1], fin
    elif len(claves) > 1:
        desde, hasta = inicio, pagina.clave((*ruta[:-1], claves[1]))[0]
    else:
        raise _Enredo
    if "#" in pagina.texto[desde:inicio] or "#" in pagina.texto[fin:hasta]:
        raise _Enredo
    yield Corte(desde, hasta, "")


# Un campo que falta


def _insertar_campo(pagina: Pagina, archivo: str, ruta: Ruta, valor: Any) -> Iterator[Corte]:
    suya, clave = ruta[:-1], str(ruta[-1])
    anterior = _campo_anterior(pagina, archivo, ruta)
    if anterior is None:
        raise _Enredo
    inicio, fin = pagina.clave(anterior)[0], pagina.tramo(anterior)[1]
    if pagina.esta_entre_corchetes(suya):
        nombre = f'"{clave}"' if pagina.texto[inicio] == '"' else clave
        yield from _tras_una_entrada(pagina, inicio, fin, f"{nombre}: {escrito(valor)}")
        return
    columna = pagina.columna(pagina.tramo(suya)[0])
    acaba = pagina.fin_con_comentarios(fin, columna)
    lineas = campo(clave, valor, columna, hechura_de(pagina, suya))
    if not suya and not isinstance(valor, str):
        # Una sección nueva se separa de la anterior como las demás.
        lineas.insert(0, "")
    yield Corte(acaba, acaba, "".join(f"{pagina.salto(fin)}{linea}" for linea in lineas))


def _campo_anterior(pagina: Pagina, archivo: str, ruta: Ruta) -> Ruta | None:
    """El campo tras el que va uno nuevo, según el orden en que los da el modelo."""
    modelo = ficha_en(MODELO_DE_ARCHIVO[archivo], ruta)
    presentes = list(pagina.valor(ruta[:-1]))
    orden = list(modelo.model_fields) if modelo else presentes
    de_antes = orden[: orden.index(str(ruta[-1]))] if ruta[-1] in orden else orden
    anterior = max((uno for uno in presentes if uno in de_antes), key=orden.index, default=None)
    if anterior is None and presentes:
        anterior = presentes[-1]
    return None if anterior is None else (*ruta[:-1], anterior)


def _tras_una_entrada(pagina: Pagina, inicio: int, fin: int, texto: str) -> Iterator[Corte]:
    """Pega `texto` tras una entrada escrita entre corchetes o llaves, a su manera."""
    if not pagina.empieza_su_linea(inicio):
        yield Corte(fin, fin, f", {texto}")
        return
    # Cada entrada va en su línea, y los comentarios de la de antes se quedan con ella.
    detras = pagina.resto_de_linea(fin)
    margen = " " * pagina.columna(inicio)
    salto = pagina.salto(fin)
    acaba = pagina.fin_de_linea(fin)
    if detras.lstrip(" \t").startswith(","):
        if detras.strip(" \t,") and not detras.strip(" \t,").startswith("#"):
            yield Corte(fin, fin, f", {texto}")
        else:
            yield Corte(acaba, acaba, f"{salto}{margen}{texto},")
    elif detras.strip() and not detras.lstrip(" \t").startswith("#"):
        yield Corte(fin, fin, f",{salto}{margen}{texto}")
    else:
        yield Corte(fin, fin, ",")
        yield Corte(acaba, acaba, f"{salto}{margen}{texto}")


# Un elemento de una lista


def _estrenar(pagina: Pagina, ruta: Ruta, valor: Any) -> Iterator[Corte]:
    """El primer elemento de una lista vacía: `lista: []`, o `lista:` sin nada detrás."""
    inicio, fin = pagina.tramo(ruta)
    esta_vacia = pagina.valor(ruta) is None
    dentro = "" if esta_vacia else pagina.texto[inicio + 1 : fin - 1]
    if isinstance(valor, str) or pagina.esta_entre_corchetes(ruta[:-1]) or dentro.strip():
        if esta_vacia:
            blanco = " " if pagina.texto[inicio - 1] == ":" else ""
            yield Corte(inicio, fin, f"{blanco}[{escrito(valor)}]")
        else:
            # Si dentro solo hay un comentario, que se quede.
            yield Corte(inicio + 1, inicio + 1 + len(dentro) * (not dentro.strip()), escrito(valor))
        return
    clave, fin_de_la_clave = pagina.clave(ruta)
    hechura = hechura_de(pagina, ruta[:-1])
    lineas = elementos([valor], pagina.columna(clave) + hechura.lista, hechura)
    if not esta_vacia:
        hasta_los_puntos = pagina.texto.index(":", fin_de_la_clave) + 1
        yield Corte(hasta_los_puntos, fin, "")
    acaba = pagina.fin_de_linea(fin)
    yield Corte(acaba, acaba, "".join(f"{pagina.salto(inicio)}{linea}" for linea in lineas))


def _insertar_elemento(pagina: Pagina, ruta: Ruta, valor: Any, orden: int) -> Iterator[Corte]:
    if pagina.esta_entre_corchetes(ruta):
        if orden:
            inicio, fin = pagina.tramo((*ruta, orden - 1))
            yield from _tras_una_entrada(pagina, inicio, fin, escrito(valor))
        else:
            inicio = pagina.tramo((*ruta, 0))[0]
            aparte = pagina.empieza_su_linea(inicio)
            separador = f"{pagina.salto(inicio)}{' ' * pagina.columna(inicio)}" if aparte else " "
            yield Corte(inicio, inicio, f"{escrito(valor)},{separador}")
        return
    guion = pagina.tramo(ruta)[0]
    columna = pagina.columna(guion)
    vecino = (*ruta, max(orden - 1, 0))
    dentro = pagina.columna(pagina.tramo(vecino)[0])
    hechura = hechura_de(pagina, vecino)._replace(guion=max(dentro - columna, 2))
    if pagina.esta_entre_corchetes(vecino):
        lineas = [f"{' ' * columna}-".ljust(columna + hechura.guion) + escrito(valor)]
    else:
        lineas = elementos([valor], columna, hechura)
    yield _corte_en_la_lista(pagina, ruta, orden, lineas)


def _corte_en_la_lista(pagina: Pagina, ruta: Ruta, orden: int, lineas: list[str]) -> Corte:
    """Pega las líneas de un elemento en su puesto, con el mismo hueco que hay entre los demás."""
    hueco = [""] * _hueco(pagina, ruta, orden)
    if orden:
        fin = pagina.fin_con_comentarios(
            pagina.tramo((*ruta, orden - 1))[1], pagina.columna(pagina.tramo(ruta)[0])
        )
        salto = pagina.salto(fin)
        return Corte(fin, fin, "".join(f"{salto}{linea}" for linea in [*hueco, *lineas]))
    # Los comentarios que siguen a la clave pueden ser de la lista o del primero: ahí se quedan.
    comienzo = pagina.comienzo_de_linea(pagina.tramo(ruta)[0])
    salto = pagina.salto(comienzo)
    return Corte(comienzo, comienzo, "".join(f"{linea}{salto}" for linea in [*lineas, *hueco]))


def _hueco(pagina: Pagina, ruta: Ruta, orden: int) -> int:
    """Cuántas líneas en blanco separan los elementos de una lista alrededor de `orden`."""
    cuantos = len(pagina.valor(ruta))
    if cuantos == 1:
        # Los registros de una sección van separados; lo que cuelga de ellos, no.
        return int(len(ruta) == 1 and not pagina.esta_entre_corchetes((*ruta, 0)))
    primero = min(max(orden - 1, 0), cuantos - 2)
    fin = pagina.fin_con_comentarios(
        pagina.tramo((*ruta, primero))[1], pagina.columna(pagina.tramo(ruta)[0])
    )
    return pagina.lineas_en_blanco(fin, pagina.tramo((*ruta, primero + 1))[0])


def _trasladar(pagina: Pagina, ruta: Ruta, orden: int) -> Iterator[Corte]:
    lista, puesto = ruta[:-1], ruta[-1]
    if not isinstance(puesto, int) or puesto == orden:
        return
    if pagina.esta_entre_corchetes(lista):
        yield from _permutar(pagina, lista, puesto, orden)
        return
    columna = pagina.columna(pagina.tramo(lista)[0])
    guion = pagina.guion(ruta)
    if guion is None:
        raise _Enredo
    comienzo = pagina.comienzo_de_linea(guion)
    if puesto:
        comienzo = pagina.comienzo_con_comentarios(comienzo)
    fin = pagina.fin_con_comentarios(pagina.tramo(ruta)[1], columna)
    lineas = [pagina.texto[comienzo:fin]]
    # El puesto se cuenta en la lista que queda sin él.
    destino = orden if orden < puesto else orden + 1
    yield _corte_en_la_lista(pagina, lista, destino, lineas)
    if puesto:
        yield Corte(pagina.fin_de_lo_de_encima(comienzo), fin, "")
    else:
        yield Corte(comienzo, pagina.comienzo_de_lo_de_debajo(fin), "")


def _permutar(pagina: Pagina, lista: Ruta, puesto: int, orden: int) -> Iterator[Corte]:
    """Entre corchetes se mueven los elementos, y comas, saltos y comentarios quedan en su sitio."""
    tramos = [pagina.tramo((*lista, n)) for n in range(len(pagina.valor(lista)))]
    textos = [pagina.texto[inicio:fin] for inicio, fin in tramos]
    textos.insert(orden, textos.pop(puesto))
    for (inicio, fin), texto in zip(tramos, textos, strict=True):
        yield Corte(inicio, fin, texto)
