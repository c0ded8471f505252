"""Las claves de una ficha: cada una es una palabra, y está una vez. L120 y L125."""

import re
from typing import Final

from camctl.castellano import contar, entre_comillas, recortar
from camctl.diagnostico import Gravedad, Regla, Relacionado
from camctl.lectura.limites import CAMPOS_MAXIMOS, parar_por_muchos_campos
from camctl.lectura.obra import Basta, Obra
from camctl.lectura.valores import ILEGIBLE, Ilegible, Valor

CLAVE_REPETIDA = Regla(
    "L120",
    Gravedad.ERROR,
    """Una clave está dos veces en la misma ficha.

    Otros lectores de YAML se quedan con la última sin decir nada, y lo escrito en la primera se
    pierde. Si lo repetido es el id, lo más seguro es que falte el guion de otro registro.
    """,
)

CLAVE_QUE_NO_ES_TEXTO = Regla(
    "L125",
    Gravedad.ERROR,
    """Una clave que no es una palabra.

    Delante de los dos puntos va el nombre de un campo. Una lista, una ficha o nada en su lugar
    es casi siempre un corchete o una llave de más.
    """,
)

COMO_ES_UN_CAMPO: Final = (
    "escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …"
)
_EN_UN_REGISTRO: Final = 4  # lo abierto: el documento, la raíz, la lista y el registro


def anotar_clave(obra: Obra, valor: Valor, nodo: int) -> None:
    """La clave que está en `nodo`, en la ficha que se está leyendo; dice lo que tenga de malo.

    Raises:
        Basta: si con ella ya no se puede seguir.
    """
    if not isinstance(valor, str) or not valor:
        obra.saltar_entrada(nodo)
        if not isinstance(valor, Ilegible):
            decir_que_no_es_texto(obra, nodo)
        return
    if not valor[0].isalnum():
        _buscar_lo_que_no_es_de_un_campo(obra, valor, nodo)
    obra.clave = valor
    campos = obra.pila[-1][1] or {}
    if valor in campos:
        _decir_que_esta_repetida(obra, valor, nodo)
    elif len(campos) >= CAMPOS_MAXIMOS:
        parar_por_muchos_campos(obra, nodo)


def recordar_lo_repetido(obra: Obra, valor: Valor) -> None:
    """Recuerda los registros que quedan tras una clave repetida: existen aunque no se lean."""
    _, raiz, *dentro = obra.abiertos
    if not dentro and isinstance(valor, list):
        obra.ocultos.setdefault(raiz.clave or "", []).extend(valor)
    elif len(dentro) == 2 and obra.clave:
        obra.ocultos.setdefault(raiz.clave or "", []).append({obra.clave: valor})


def decir_que_no_es_texto(obra: Obra, nodo: int) -> None:
    """Dice que en `nodo` va el nombre de un campo, y no lo hay."""
    mapa = obra.mapa
    inicio = mapa.inicio[nodo]
    fin = mapa.hasta[nodo] if mapa.es_texto(nodo) else inicio
    obra.decir(
        CLAVE_QUE_NO_ES_TEXTO,
        (inicio, max(fin, inicio + 1)),
        "aquí va el nombre de un campo, y no hay ninguno",
        ayuda=COMO_ES_UN_CAMPO,
    )


def _buscar_lo_que_no_es_de_un_campo(obra: Obra, clave: str, nodo: int) -> None:
    from camctl.lectura.lineas import linea_mal_hecha
    from camctl.lectura.renglon import ESPACIOS_RAROS, Renglon
    from camctl.lectura.signos import VINETAS

    if not re.match(rf"[-{VINETAS}{ESPACIOS_RAROS}]", clave):
        return
    mapa = obra.mapa
    lugar = mapa.lugar(mapa.inicio[nodo], mapa.inicio[nodo])
    renglon = Renglon.de(mapa, lugar.linea)
    # Un espacio raro o un guion que no lo es cambia de ficha el campo: lo demás no es de fiar.
    if lugar.columna == renglon.columna + 1 and (mal := linea_mal_hecha(mapa, renglon)):
        obra.diagnosticos.append(mal)
        raise Basta(dudoso=True)


def _decir_que_esta_repetida(obra: Obra, clave: str, nodo: int) -> None:
    de_la_ficha, campos, *_ = obra.pila[-1]
    if de_la_ficha not in obra.con_dos_registros and not _falta_el_primero(obra, clave, nodo):
        if clave == "id" or (_es_un_elemento(obra) and clave == next(iter(campos or ()))):
            obra.con_dos_registros[de_la_ficha] = None
        mapa, primera = obra.mapa, _nodo_de_la_clave(obra, clave)
        obra.decir(
            CLAVE_REPETIDA,
            (mapa.inicio[nodo], mapa.hasta[nodo]),
            f"{entre_comillas(clave)} está dos veces en la misma ficha",
            ayuda=_que_hacer_con_una_repetida(obra, clave),
            relacionados=(
                Relacionado(
                    mapa.lugar(mapa.inicio[primera], mapa.hasta[primera]), "la primera está aquí"
                ),
            ),
        )
        obra.ultima_repetida = clave, nodo
    obra.sobra = nodo


def _es_un_elemento(obra: Obra) -> bool:
    """Si la ficha que se está leyendo es de una lista: otra igual puede seguirla."""
    return len(obra.pila) > 2 and obra.pila[-2][1] is None


def _falta_el_primero(obra: Obra, clave: str, nodo: int) -> bool:
    """Si con esta son dos seguidas las claves repetidas: empieza otro registro sin su guion.

    En lugar de decirlas una a una, cambia lo dicho de la primera por lo que falta encima de ella.
    """
    mapa, (repetida, en_su_nodo) = obra.mapa, obra.ultima_repetida
    # De lo repetido no queda rastro: la clave que lo sigue está en su mismo nodo.
    if nodo != en_su_nodo or clave == repetida or not _es_un_elemento(obra):
        return False
    (lista, *_), (ficha, campos, *_) = obra.pila[-2:]
    dicho, primero = obra.diagnosticos[-1], next(iter(campos or ()))
    if dicho.codigo != CLAVE_REPETIDA.codigo or mapa.texto[mapa.inicio[ficha]] == "{":
        return False
    obra.con_dos_registros[ficha] = None
    sangria = mapa.lugar(mapa.inicio[lista], mapa.inicio[lista]).columna - 1
    obra.diagnosticos[-1] = dicho._replace(
        mensaje=f"desde {entre_comillas(repetida)} se repiten los campos de la misma ficha",
        ayuda="si aquí empieza otro registro, le falta su primera línea; escríbala encima, con "
        f"{contar(sangria, 'espacio', 'espacios')} delante: - {recortar(primero)}: …; si no, "
        "borre lo repetido",
    )
    if len(obra.pila) == _EN_UN_REGISTRO:
        # Del que empieza aquí no se sabe ni cómo se llama.
        obra.ocultos.setdefault(obra.pila[2][3] or "", []).append(ILEGIBLE)
    return True


def _nodo_de_la_clave(obra: Obra, clave: str) -> int:
    """Dónde está una clave ya leída."""
    nodo, ficha, *_ = obra.pila[-1]
    if clave not in obra.claves.get(nodo, ()):
        obra.claves[nodo] = obra.mapa.nodos_de_las_claves(nodo, ficha or ())
    return obra.claves[nodo][clave]


def _que_hacer_con_una_repetida(obra: Obra, clave: str) -> str:
    if len(obra.pila) == 2:
        return "deje una sola, y debajo, lo que había en las dos"
    if obra.pila[-2][1] is not None:
        return "deje una sola, o cambie el nombre de una de las dos"
    return (
        "deje una sola; si aquí empieza otro registro, póngale delante su guion: "
        f"- {recortar(clave)}: …"
    )
