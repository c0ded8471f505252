"""Una sola pasada por los sucesos del lector de YAML: valores y lugares a la vez."""

import re
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from camctl.castellano import entre_comillas, miles, recortar
from camctl.diagnostico import Diagnostico, Gravedad, Regla, Relacionado
from camctl.lectura.mapa import Mapa
from camctl.lectura.texto import CARACTER_PROHIBIDO, caracter_prohibido, nombrar
from camctl.lectura.valores import ILEGIBLE, Ilegible, Ruta, Sitio, Valor
from camctl.progreso import alguien_oye, decir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CLAVE_REPETIDA = Regla(
    "L120",
    Gravedad.ERROR,
    """Una clave está dos veces en la misma ficha.

    Otros lectores de YAML se quedan con la última sin decir nada, y lo escrito en la primera se
    pierde. Si lo repetido es el id, lo más seguro es que falte el guion de otro registro.
    """,
)

ALIAS = Regla(
    "L121",
    Gravedad.ERROR,
    """Un texto sin comillas empieza por * o por &.

    Para YAML son un alias y un ancla, que los archivos del plan no admiten. Si el signo es parte
    del texto, el texto va entre comillas.
    """,
)

ETIQUETA = Regla(
    "L122",
    Gravedad.ERROR,
    """Un texto sin comillas empieza por !.

    Para YAML es una etiqueta de tipo, que los archivos del plan no admiten. Si el signo es parte
    del texto, el texto va entre comillas.
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

DEMASIADO_HONDO = Regla(
    "L126",
    Gravedad.ERROR,
    """Hay demasiadas fichas o listas, unas dentro de otras.

    El plan necesita seis niveles. Un archivo con muchos más está roto o no es un plan.
    """,
)

DEMASIADO_LARGO = Regla(
    "L127",
    Gravedad.ERROR,
    """El archivo tiene demasiados valores.

    El límite da para un plan de más de cien mil actividades, y ninguna ficha del plan pasa de
    treinta campos. Por encima, el archivo no es un plan.
    """,
)

DEMASIADOS_ERRORES = Regla(
    "L128",
    Gravedad.ERROR,
    """El archivo tiene demasiados errores.

    A partir de cien mil no se sigue: no es un plan con erratas, es otra cosa.
    """,
)

ALMOHADILLA = Regla(
    "L129",
    Gravedad.ERROR,
    """Un campo se queda sin valor, porque lo que lleva detrás empieza por #.

    Para YAML, # empieza un comentario, y un comentario no se lee. Pasa con los números de orden
    (#3) y con los errores que se copian de Excel (#N/A). Un comentario de verdad lleva un espacio
    detrás.
    """,
)

HONDURA_MAXIMA: Final = 20
# Desde la 0.2.6 libyaml se niega por su cuenta, y antes de entregar el primer corchete.
_HONDO_PARA_LIBYAML: Final = "maximum nesting depth"
VALORES_MAXIMOS: Final = 4_000_000
CAMPOS_MAXIMOS: Final = 1_000
ERRORES_MAXIMOS: Final = 100_000

_ERROR_DE_EXCEL: Final = r"#(?:N/[AD]|[¡¿]?[A-Z/0]+[!?])"
_DE_ADORNO: Final = frozenset({ALIAS.codigo, ETIQUETA.codigo})
_NOMBRES: Final = {"*": "un alias", "&": "un ancla", "!": "una etiqueta"}
_CON_RAREZAS: Final = ("&", "!", "\\")
_DEMASIADOS = f"hay más de {miles(ERRORES_MAXIMOS)} errores; el resto del archivo no se lee"


def recorrer(texto: str, archivo: str) -> "Constructor":
    """Los valores de `texto`, con su mapa y sus diagnósticos."""
    constructor = Constructor(Mapa(archivo, texto))
    try:
        # El texto ya se comprobó; pasar los bytes evita que PyYAML vuelva a codificarlo.
        constructor.recorrer(CParser(texto.encode("utf-8")))
    except yaml.MarkedYAMLError as fallo:
        constructor.tropezar(fallo)
    except UnicodeDecodeError:
        # Una etiqueta puede escribir con %XX lo que no es UTF-8, y PyYAML no lo espera.
        constructor.tropezar_en_una_etiqueta()
    except _Basta as basta:
        constructor.dejar_de_leer(dudoso=basta.dudoso)
    constructor.mapa.raiz = constructor.raiz
    return constructor


class _Basta(Exception):  # noqa: N818 — no es un error: es dejar de leer
    """El diagnóstico ya está dicho y el resto del archivo no se lee.

    `dudoso`: si lo último que se leyó entero pudo quedar cortado.
    """

    def __init__(self, *, dudoso: bool) -> None:
        super().__init__()
        self.dudoso = dudoso


class _Abierto:
    """Una ficha o lista que se está leyendo; es ficha si `ficha` no falta."""

    __slots__ = (
        "clave",
        "claves",
        "es_clave",
        "espera_clave",
        "ficha",
        "lista",
        "nodo",
        "nodo_clave",
        "sobra",
        "son_dos",
    )

    def __init__(self, nodo: int, ficha: "dict[str, Valor] | None" = None) -> None:
        self.nodo = nodo
        self.ficha = ficha
        self.lista: list[Valor] = []
        self.es_clave = False  # una ficha o lista donde va el nombre de un campo
        self.claves: dict[str, int] = {}  # las ya leídas, con su nodo
        self.clave = ""  # la última
        self.nodo_clave = 0
        self.espera_clave = ficha is not None  # si no, espera un valor
        self.sobra = False  # la última clave y su valor no cuentan: repetida o ilegible
        self.son_dos = False  # tiene dos id: son dos registros sin guion entre ellos

    @property
    def contenido(self) -> Valor:
        return self.lista if self.ficha is None else self.ficha


class Constructor:
    """Levanta los valores a medida que llegan los sucesos.

    Una ficha se cuelga de la que la contiene cuando se cierra: tras un error de sintaxis, lo que
    queda colgado está entero.
    """

    def __init__(self, mapa: Mapa) -> None:
        self.mapa = mapa
        self.raiz: Valor = None
        self.diagnosticos: list[Diagnostico] = []
        self.completo = True
        self.hay_vacios = False
        self.danos: dict[Sitio, set[Ruta]] = {}
        self.sitios: dict[int, Sitio] = {}
        self.ocultos: dict[str, list[Valor]] = {}
        self._claves_buenas: dict[str, str] = {}
        # El primero es el documento, como una lista de un solo elemento: la raíz.
        self._abiertos = [_Abierto(-1)]
        self._hay_rarezas = any(signo in mapa.texto for signo in _CON_RAREZAS)
        self._hay_documento = False
        self._se_oye = alguien_oye()
        self._que_se_hace = f"leyendo {mapa.archivo.rpartition('/')[2]}"

    def recorrer(self, lector: CParser) -> None:
        """Consume todos los sucesos; lanza lo que lance el lector, o `_Basta`."""
        siguiente: Callable[[], Any] = lector.get_event
        inicios, fines, saltos = self.mapa.inicio, self.mapa.fin, self.mapa.salto
        claves_buenas, hay_rarezas = self._claves_buenas, self._hay_rarezas
        abiertos = self._abiertos
        abierto = abiertos[-1]
        # Casi todos los sucesos son textos: se atienden aquí mismo, sin llamar a nadie.
        while (suceso := siguiente()) is not None:
            tipo = type(suceso)
            if tipo is not ScalarEvent:
                self._atender(suceso)
                abierto = abiertos[-1]
                continue
            nodo = len(saltos)
            inicios.append(suceso.start_mark.index)
            fines.append(suceso.end_mark.index)
            saltos.append(nodo + 1)
            valor: Valor = suceso.value
            if hay_rarezas or not valor or nodo >= VALORES_MAXIMOS:
                valor = self._texto_raro(suceso, nodo)
            if abierto.espera_clave:
                clave = claves_buenas.get(valor) if type(valor) is str else None
                if clave is None or clave in abierto.claves:
                    self._clave(abierto, valor, nodo)
                else:
                    abierto.clave = clave
                    abierto.claves[clave] = nodo
                    abierto.espera_clave = False
            elif abierto.ficha is None or abierto.sobra:
                self._colgar(abierto, valor)
            else:
                abierto.ficha[abierto.clave] = valor
                abierto.espera_clave = True
        documento = abiertos[0].lista
        self.raiz = documento[0] if documento else None

    def tropezar(self, fallo: yaml.MarkedYAMLError) -> None:
        """Deja de leer por un error de sintaxis."""
        from camctl.lectura.sintaxis import diagnostico_de_sintaxis

        if _HONDO_PARA_LIBYAML in str(fallo.problem) and fallo.problem_mark:
            self._decir_que_es_hondo(fallo.problem_mark.index)
            self.dejar_de_leer(dudoso=True)
            return
        diagnostico = diagnostico_de_sintaxis(fallo, self.mapa, self._corchete)
        # «titulo: *uno dos»: tras decir que * es un alias, lo de detrás ya está dicho.
        if not any(
            dicho.codigo in _DE_ADORNO and dicho.lugar.linea == diagnostico.lugar.linea
            for dicho in self.diagnosticos[-1:]
        ):
            self.diagnosticos.append(diagnostico)
        self.dejar_de_leer(dudoso=True)

    def tropezar_en_una_etiqueta(self) -> None:
        """Deja de leer por una etiqueta que PyYAML no puede entregar."""
        inicio = self.mapa.texto.find("!", self.mapa.fin[-1] if self.mapa.fin else 0)
        self._rechazar_adorno(inicio, en_texto=True)
        self.dejar_de_leer(dudoso=True)

    def dejar_de_leer(self, *, dudoso: bool) -> None:
        """Conserva la raíz y los registros enteros de la lista que se estaba leyendo.

        Si es `dudoso`, suelta también lo último que se cerró: con la sangría equivocada, un
        registro parece acabado antes de estarlo.
        """
        self.completo = False
        documento, *abiertos = self._abiertos
        for abierto in abiertos:
            self.mapa.salto[abierto.nodo] = len(self.mapa.salto)
        if not abiertos:
            self.raiz = documento.lista[0] if documento.lista else None
        else:
            self.raiz = abiertos[0].contenido
        if dudoso and len(abiertos) < 2 and all(abierto.espera_clave for abierto in abiertos):
            _soltar_lo_ultimo(self.raiz)
        if len(abiertos) > 1:
            self._conservar_lista(abiertos[0], abiertos[1], dudoso=dudoso and len(abiertos) == 2)

    def _conservar_lista(self, raiz: _Abierto, seccion: _Abierto, *, dudoso: bool) -> None:
        if raiz.ficha is not None and seccion.ficha is None and not raiz.sobra:
            if dudoso:
                _soltar_lo_ultimo(seccion.lista)
            raiz.ficha[raiz.clave] = seccion.lista

    @property
    def _corchete(self) -> int | None:
        """Dónde está el último corchete, o llave, sin cerrar."""
        inicios = (self.mapa.inicio[abierto.nodo] for abierto in reversed(self._abiertos[1:]))
        return next((uno for uno in inicios if self.mapa.texto[uno] in "[{"), None)

    # Lo que se lee

    def _atender(self, suceso: Any) -> None:
        tipo = type(suceso)
        if tipo is MappingStartEvent:
            self._abrir(suceso, {})
        elif tipo is SequenceStartEvent:
            self._abrir(suceso, None)
        elif tipo is MappingEndEvent or tipo is SequenceEndEvent:
            self._cerrar(suceso)
            if self._se_oye:
                decir(self._que_se_hace, suceso.end_mark.index, len(self.mapa.texto))
        elif tipo is AliasEvent:
            self._alias(suceso)
        elif tipo is DocumentStartEvent or tipo is DocumentEndEvent:
            self._documento(suceso)

    def _texto_raro(self, suceso: ScalarEvent, nodo: int) -> Valor:
        if nodo >= VALORES_MAXIMOS:
            self._demasiado_largo(nodo, "el archivo tiene demasiados valores; el resto no se lee")
        valor = suceso.value
        if suceso.anchor is not None or suceso.tag is not None:
            self._rechazar_adorno(self.mapa.inicio[nodo], en_texto=True)
            if not valor:
                return ILEGIBLE  # «titulo: !importante»: todo el texto se fue en la etiqueta
        elif not valor and suceso.implicit[0]:
            _, fin = _tramo(suceso)
            # Casi siempre la línea acaba ahí mismo.
            if self.mapa.texto[fin : fin + 1] in " \t" and self._se_lo_come_una_almohadilla(fin):
                return ILEGIBLE
            self.hay_vacios = True
            return None
        if suceso.style == '"' and (malo := caracter_prohibido(valor)):
            self._decir(
                CARACTER_PROHIBIDO,
                (self.mapa.inicio[nodo], self.mapa.fin[nodo]),
                f"la barra inversa escribe aquí {nombrar(malo.group())}, que no puede estar en un "
                "texto",
                ayuda="bórrelo; si la barra es parte del texto, use comillas simples ('…')",
            )
            return ILEGIBLE
        return valor

    def _se_lo_come_una_almohadilla(self, fin: int) -> bool:
        """Si un campo se queda sin valor porque lo que lleva detrás empieza por «#»."""
        abierto = self._abiertos[-1]
        comido = re.compile(r"[ \t]+(#(?=[^\s#])[^\r\n]*)").match(self.mapa.texto, fin)
        if comido is None or abierto.espera_clave:
            return False
        texto = comido[1].rstrip()
        linea = f"{abierto.clave}: " if abierto.ficha is not None else "- "
        cual = f"«{abierto.clave}»" if abierto.ficha is not None else "el elemento"
        self._decir(
            ALMOHADILLA,
            (comido.start(1), comido.start(1) + len(texto)),
            f"lo que sigue a una almohadilla no se lee: {cual} se queda sin valor",
            ayuda="es un error de Excel: escriba el dato o, si no lo hay, borre la línea"
            if re.fullmatch(_ERROR_DE_EXCEL, texto)
            else f'si es su valor, escriba: {linea}"{recortar(texto, 60)}"; si es un comentario, '
            "ponga un espacio detrás de la almohadilla",
        )
        return True

    def _rechazar_adorno(self, inicio: int, *, en_texto: bool) -> None:
        from camctl.lectura.renglon import Renglon, hasta_donde_acaba

        texto = self.mapa.texto
        signo = texto[inicio : inicio + 1]
        valor = hasta_donde_acaba(self.mapa, inicio, en_corchetes=self._corchete is not None)
        adorno = valor if en_texto else valor.partition(" ")[0]
        renglon = Renglon.de(self.mapa, self.mapa.lugar(inicio, inicio).linea)
        self._decir(
            ETIQUETA if signo == "!" else ALIAS,
            (inicio, inicio + len(adorno)),
            f"un texto sin comillas no puede empezar por «{signo}»: "
            f"para YAML es {_NOMBRES.get(signo, 'un signo suyo')}, y aquí no se admiten",
            ayuda=f"escriba: {renglon.citando(valor)}" if en_texto else f"borre «{adorno}»",
        )

    def _alias(self, suceso: AliasEvent) -> None:
        nodo = self._nuevo_nodo(suceso)
        self.mapa.salto[nodo] = nodo + 1
        abierto = self._abiertos[-1]
        if abierto.espera_clave:
            self._saltar_entrada(abierto, nodo)
            self._rechazar_adorno(self.mapa.inicio[nodo], en_texto=True)
        else:
            self._rechazar_adorno(self.mapa.inicio[nodo], en_texto=True)
            self._colgar(abierto, ILEGIBLE)

    def _clave(self, abierto: _Abierto, valor: Valor, nodo: int) -> None:
        if not isinstance(valor, str) or not valor:
            self._saltar_entrada(abierto, nodo)
            if not isinstance(valor, Ilegible):
                self._clave_rara(nodo)
            return
        if valor not in self._claves_buenas:
            self._estrenar_clave(valor, nodo)
        abierto.clave = valor
        abierto.espera_clave = False
        if valor in abierto.claves:
            self._clave_repetida(abierto, valor, nodo)
            return
        if len(abierto.claves) >= CAMPOS_MAXIMOS:
            self._demasiado_largo(
                nodo,
                f"hay una ficha con más de {miles(CAMPOS_MAXIMOS)} campos; "
                "el resto del archivo no se lee",
            )
        abierto.claves[valor] = nodo

    def _estrenar_clave(self, clave: str, nodo: int) -> None:
        if not clave[0].isalnum():
            self._buscar_lo_que_no_es_de_un_campo(clave, nodo)
        self._claves_buenas[clave] = clave

    def _buscar_lo_que_no_es_de_un_campo(self, clave: str, nodo: int) -> None:
        from camctl.lectura.lineas import linea_mal_hecha
        from camctl.lectura.renglon import ESPACIOS_RAROS, Renglon
        from camctl.lectura.signos import VINETAS

        if not re.match(rf"[-{VINETAS}{ESPACIOS_RAROS}]", clave):
            return
        lugar = self.mapa.lugar(self.mapa.inicio[nodo], self.mapa.inicio[nodo])
        renglon = Renglon.de(self.mapa, lugar.linea)
        # Un espacio raro o un guion que no lo es cambia de ficha el campo: lo demás no es de fiar.
        if lugar.columna == renglon.columna + 1 and (mal := linea_mal_hecha(self.mapa, renglon)):
            self.diagnosticos.append(mal)
            raise _Basta(dudoso=True)

    def _clave_repetida(self, abierto: _Abierto, clave: str, nodo: int) -> None:
        abierto.nodo_clave = nodo
        if not abierto.son_dos:
            abierto.son_dos = clave == "id"
            primera = abierto.claves[clave]
            lugar = self.mapa.lugar(self.mapa.inicio[primera], self.mapa.fin[primera])
            self._decir(
                CLAVE_REPETIDA,
                (self.mapa.inicio[nodo], self.mapa.fin[nodo]),
                f"{entre_comillas(clave)} está dos veces en la misma ficha",
                ayuda=self._que_hacer_con_una_repetida(clave),
                relacionados=(Relacionado(lugar, "la primera está aquí"),),
            )
        abierto.sobra = True

    def _que_hacer_con_una_repetida(self, clave: str) -> str:
        if len(self._abiertos) == 2:
            return "deje una sola, y debajo, lo que había en las dos"
        if self._abiertos[-2].ficha is not None:
            return "deje una sola, o cambie el nombre de una de las dos"
        return (
            "deje una sola; si aquí empieza otro registro, póngale delante su guion: "
            f"- {recortar(clave)}: …"
        )

    def _clave_rara(self, nodo: int) -> None:
        inicio = self.mapa.inicio[nodo]
        self._decir(
            CLAVE_QUE_NO_ES_TEXTO,
            (inicio, max(self.mapa.fin[nodo], inicio + 1)),
            "aquí va el nombre de un campo, y no hay ninguno",
            ayuda="escriba el campo, dos puntos, un espacio y su valor; por ejemplo, titulo: …",
        )

    def _saltar_entrada(self, abierto: _Abierto, nodo: int) -> None:
        abierto.clave = ""
        abierto.nodo_clave = nodo
        abierto.espera_clave = False
        abierto.sobra = True

    # Lo que se cuelga

    def _colgar(self, abierto: _Abierto, valor: Valor) -> None:
        if abierto.ficha is None:
            abierto.lista.append(valor)
            return
        if abierto.sobra:
            self._ocultar(abierto, valor)
            # Sin rastro de la entrada que sobra, los números de los demás nodos no se mueven.
            nodo = abierto.nodo_clave
            del self.mapa.inicio[nodo:], self.mapa.fin[nodo:], self.mapa.salto[nodo:]
            abierto.sobra = False
        else:
            abierto.ficha[abierto.clave] = valor
        abierto.espera_clave = True

    def _ocultar(self, abierto: _Abierto, valor: Valor) -> None:
        """Recuerda los registros que quedan tras una clave repetida: existen aunque no se lean."""
        raiz, hondura = self._abiertos[1], len(self._abiertos)
        if hondura == 2 and isinstance(valor, list):
            self.ocultos.setdefault(abierto.clave, []).extend(valor)
        elif hondura == 4 and abierto.clave:
            self.ocultos.setdefault(raiz.clave, []).append({abierto.clave: valor})

    def _decir_que_es_hondo(self, inicio: int) -> None:
        self._decir(
            DEMASIADO_HONDO,
            (inicio, inicio + 1),
            f"hay más de {HONDURA_MAXIMA} fichas o listas unas dentro de otras; "
            "el resto del archivo no se lee",
            ayuda="borre los corchetes, las llaves o los guiones que sobren",
        )

    def _abrir(self, suceso: CollectionStartEvent, ficha: "dict[str, Valor] | None") -> None:
        nodo = self._nuevo_nodo(suceso)
        if suceso.anchor is not None or suceso.tag is not None:
            self._rechazar_adorno(self.mapa.inicio[nodo], en_texto=False)
        if len(self._abiertos) > HONDURA_MAXIMA:
            self._decir_que_es_hondo(self.mapa.inicio[nodo])
            raise _Basta(dudoso=True)
        abierto = _Abierto(nodo, ficha)
        padre = self._abiertos[-1]
        if padre.espera_clave:
            # La clave es una ficha entera: se lee y se olvida, y su valor también.
            self._saltar_entrada(padre, nodo)
            self._clave_rara(nodo)
            abierto.es_clave = True
        self._abiertos.append(abierto)

    def _cerrar(self, suceso: Event) -> None:
        cerrado = self._abiertos.pop()
        _, self.mapa.fin[cerrado.nodo] = _tramo(suceso)
        self.mapa.salto[cerrado.nodo] = len(self.mapa.salto)
        if not cerrado.es_clave:
            self._colgar(self._abiertos[-1], cerrado.contenido)

    def _documento(self, suceso: "DocumentStartEvent | DocumentEndEvent") -> None:
        inicio, fin = _tramo(suceso)
        if isinstance(suceso, DocumentEndEvent):
            sobra = bool(suceso.explicit and self.mapa.texto[fin:].strip())
        else:
            sobra, self._hay_documento = self._hay_documento, True
        if sobra:
            from camctl.lectura.documentos import otro_documento

            self.diagnosticos.append(otro_documento(self.mapa, inicio))
            raise _Basta(dudoso=False)

    def _nuevo_nodo(self, suceso: Event) -> int:
        mapa = self.mapa
        nodo = len(mapa.salto)
        inicio, fin = _tramo(suceso)
        mapa.inicio.append(inicio)
        mapa.fin.append(fin)
        mapa.salto.append(0)
        return nodo

    # Lo que se dice

    def _decir(
        self,
        regla: Regla,
        tramo: tuple[int, int],
        mensaje: str,
        *,
        ayuda: str,
        relacionados: tuple[Relacionado, ...] = (),
    ) -> None:
        if len(self.diagnosticos) >= ERRORES_MAXIMOS:
            regla, mensaje, ayuda, relacionados = DEMASIADOS_ERRORES, _DEMASIADOS, "", ()
        lugar = self.mapa.lugar(*tramo)
        self.diagnosticos.append(regla.en(lugar, mensaje, ayuda=ayuda, relacionados=relacionados))
        if regla is DEMASIADOS_ERRORES:
            raise _Basta(dudoso=True)
        self._anotar_dano()

    def _demasiado_largo(self, nodo: int, mensaje: str) -> None:
        inicio = self.mapa.inicio[nodo]
        self._decir(DEMASIADO_LARGO, (inicio, inicio + 1), mensaje, ayuda="")
        raise _Basta(dudoso=True)

    def _anotar_dano(self) -> None:
        """Anota qué registro tiene el último error, y en qué sitio de él si se sabe."""
        if len(self._abiertos) < 3 or any(abierto.sobra for abierto in self._abiertos[1:-1]):
            return
        _, raiz, seccion, *dentro = self._abiertos
        es_lista = seccion.ficha is None
        sitio = (raiz.clave, len(seccion.lista) if es_lista else None)
        self.sitios[len(self.diagnosticos) - 1] = sitio
        rutas = self.danos.setdefault(sitio, set())
        if ruta := _ruta_abierta(dentro if es_lista else [seccion, *dentro]):
            rutas.add(ruta)


def _ruta_abierta(abiertos: "Iterable[_Abierto]") -> Ruta:
    """Los pasos que llevan a lo que se está leyendo, hasta donde tengan nombre."""
    ruta: list[str | int] = []
    for abierto in abiertos:
        if abierto.ficha is None:
            ruta.append(len(abierto.lista))
        elif abierto.clave:
            ruta.append(abierto.clave)
        else:
            break
    return tuple(ruta)


def _tramo(suceso: Any) -> tuple[int, int]:
    return suceso.start_mark.index, suceso.end_mark.index


def _soltar_lo_ultimo(contenido: Valor) -> None:
    if isinstance(contenido, list):
        del contenido[-1:]
    elif isinstance(contenido, dict) and contenido:
        ultima = next(reversed(contenido))
        if isinstance(contenido[ultima], list):
            _soltar_lo_ultimo(contenido[ultima])
        else:
            del contenido[ultima]
