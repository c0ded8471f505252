"""Una sola pasada por los sucesos del lector de YAML: valores y lugares a la vez.

Aquí se levantan los valores y se reconoce lo raro: un texto vacío o con signos, un alias, otro
documento. Lo que hay que decir de ello está en los módulos que se llaman como ello (`claves`,
`adornos`, `almohadilla`, `escapes`, `limites`), y lo que se salva de un archivo que no se puede
leer entero, en `a_medias`.
"""

from typing import TYPE_CHECKING, Any, Final, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from camctl.lectura.claves import anotar_clave, decir_que_no_es_texto, recordar_lo_repetido
from camctl.lectura.limites import (
    CAMPOS_MAXIMOS,
    HONDURA_MAXIMA,
    VALORES_MAXIMOS,
    parar_por_hondo,
    parar_por_muchos_valores,
)
from camctl.lectura.mapa import DENTRO, Mapa
from camctl.lectura.nombres import ComoSeLlama
from camctl.lectura.obra import Basta, Obra
from camctl.lectura.texto import Decodificado, caracter_prohibido
from camctl.lectura.valores import ILEGIBLE, Valor
from camctl.progreso import alguien_oye, decir

if TYPE_CHECKING:
    from collections.abc import Callable

_CON_RAREZAS: Final = ("&", "!", "\\")


def recorrer(
    contenido: bytes, decodificado: Decodificado, archivo: str, como_se_llama: ComoSeLlama
) -> Obra:
    """Los valores de un archivo, con su mapa y sus diagnósticos; lo leído es `contenido`."""
    obra = Obra(Mapa(archivo, decodificado.texto), como_se_llama)
    try:
        try:
            # Con el texto, PyYAML volvería a codificarlo.
            _Constructor(obra, con_rarezas=decodificado.lleva_blancos_raros).leer(
                CParser(contenido)
            )
        except yaml.MarkedYAMLError as fallo:
            from camctl.lectura.a_medias import tropezar

            tropezar(obra, fallo)
        except UnicodeDecodeError:
            from camctl.lectura.a_medias import tropezar_en_una_etiqueta

            # Una etiqueta puede escribir con %XX lo que no es UTF-8, y PyYAML no lo espera.
            tropezar_en_una_etiqueta(obra)
    except Basta as basta:
        from camctl.lectura.a_medias import conservar_lo_entero

        conservar_lo_entero(obra, dudoso=basta.dudoso, desde=basta.desde)
    obra.mapa.raiz = obra.raiz
    return obra


class _Constructor:
    """Levanta los valores a medida que llegan los sucesos.

    Una ficha se cuelga de la que la contiene cuando se cierra: tras un error de sintaxis, lo que
    queda colgado está entero.
    """

    def __init__(self, obra: Obra, *, con_rarezas: bool) -> None:
        self._obra = obra
        self._mapa = obra.mapa
        self._claves_buenas: dict[str, str] = {}
        self._hay_rarezas = con_rarezas or any(signo in obra.mapa.texto for signo in _CON_RAREZAS)
        self._hay_documento = False
        self._se_oye = alguien_oye()
        self._que_se_hace = f"leyendo {obra.mapa.archivo.rpartition('/')[2]}"

    def leer(self, lector: CParser) -> None:  # noqa: C901 — llamar a otras sería lo más lento
        """Consume todos los sucesos; lanza lo que lance el lector, o `Basta`."""
        siguiente: Callable[[], Any] = lector.get_event
        inicios, hastas, cierres = self._mapa.inicio, self._mapa.hasta, self._mapa.cierres
        clave_buena, hay_rarezas, se_oye = self._claves_buenas.get, self._hay_rarezas, self._se_oye
        obra, pila = self._obra, self._obra.pila
        # Por aquí pasan cientos de miles de sucesos: lo corriente se hace aquí mismo, sin llamar a
        # nadie y con lo último que se abrió en variables, que se ponen en la obra ante lo raro. Con
        # la condición en el `while`, Python 3.11 no llega a acelerar este bucle.
        ficha: Any = None
        lista: Any = pila[0][2]
        clave: str | None = None
        sobra: int | None = None
        try:
            while True:
                suceso = siguiente()
                tipo = type(suceso)
                if tipo is ScalarEvent:
                    inicios.append(suceso.start_mark.index)
                    hastas.append(suceso.end_mark.index)
                    valor: Any = suceso.value
                    if hay_rarezas or not valor:
                        obra.clave, obra.sobra = clave, sobra
                        valor = self._texto_raro(suceso)
                    if clave is None and ficha is not None:
                        clave = clave_buena(valor)
                        if clave is None or clave in ficha:
                            clave, sobra = self._clave(valor)
                        continue
                    # Sin comillas ni bloque, los blancos de fuera no son del texto.
                    if (suceso.style or hay_rarezas) and not obra.hay_blancos:
                        obra.hay_blancos = isinstance(valor, str) and valor != valor.strip()
                elif tipo is MappingEndEvent or tipo is SequenceEndEvent:
                    nodo, acabada, acabado, clave, sobra = pila.pop()
                    _, ficha, lista, _, _ = pila[-1]
                    cierres.append(nodo)
                    cierres.append(suceso.end_mark.index)
                    hastas[nodo] = DENTRO + len(hastas)
                    if se_oye:
                        decir(self._que_se_hace, suceso.end_mark.index, len(self._mapa.texto))
                    if nodo == sobra:
                        continue  # estaba donde va una clave
                    valor = acabado if acabada is None else acabada
                elif tipo is MappingStartEvent or tipo is SequenceStartEvent:
                    nodo = len(inicios)
                    inicios.append(suceso.start_mark.index)
                    hastas.append(DENTRO)  # hasta dónde llega se sabrá cuando se cierre
                    es_clave = clave is None and ficha is not None
                    if (
                        hay_rarezas
                        or es_clave
                        or len(pila) > HONDURA_MAXIMA
                        or nodo >= VALORES_MAXIMOS
                    ):
                        obra.clave, obra.sobra = clave, sobra
                        self._apertura_rara(suceso, nodo, es_clave=es_clave)
                        clave, sobra = obra.clave, obra.sobra
                    ficha, lista = ({}, None) if tipo is MappingStartEvent else (None, [])
                    pila.append((nodo, ficha, lista, clave, sobra))
                    clave = sobra = None
                    continue
                elif tipo is AliasEvent:
                    es_clave = clave is None and ficha is not None
                    obra.clave, obra.sobra = clave, sobra
                    self._alias(suceso.start_mark.index, suceso.end_mark.index, es_clave=es_clave)
                    clave, sobra = obra.clave, obra.sobra
                    if es_clave:
                        continue
                    valor = ILEGIBLE
                elif suceso is None:
                    break
                else:
                    self._documento(suceso, suceso.start_mark.index, suceso.end_mark.index)
                    continue
                if ficha is None:
                    lista.append(valor)
                    if len(inicios) > VALORES_MAXIMOS:
                        obra.esperar()
                        parar_por_muchos_valores(obra, len(inicios) - 1)
                    continue
                if sobra is None:
                    ficha[clave] = valor
                else:
                    obra.clave, obra.sobra = clave, sobra
                    recordar_lo_repetido(obra, valor)
                    obra.olvidar()
                    sobra = None
                clave = None
        except (yaml.MarkedYAMLError, UnicodeDecodeError):
            obra.clave, obra.sobra = clave, sobra
            raise
        documento = pila[0][2]
        obra.raiz = documento[0] if documento else None

    def _texto_raro(self, suceso: ScalarEvent) -> Valor:
        """El valor de un texto vacío, o de un archivo con signos que hay que mirar."""
        inicio, fin, valor = self._mapa.inicio[-1], self._mapa.hasta[-1], suceso.value
        if suceso.anchor is not None or suceso.tag is not None:
            self._rechazar_adorno(inicio, en_texto=True)
            if not valor:
                return ILEGIBLE  # «titulo: !importante»: todo el texto se fue en la etiqueta
        elif not valor and suceso.implicit[0]:
            # Casi siempre la línea acaba ahí mismo.
            if self._mapa.texto[fin : fin + 1] in (" ", "\t"):
                from camctl.lectura.almohadilla import se_lo_come_una_almohadilla

                if se_lo_come_una_almohadilla(self._obra, fin):
                    return ILEGIBLE
            self._obra.hay_vacios = True
            return None
        if suceso.style == '"' and (malo := caracter_prohibido(valor)):
            from camctl.lectura.escapes import rechazar_escape

            rechazar_escape(self._obra, (inicio, fin), malo.group())
            return ILEGIBLE
        return valor

    def _clave(self, valor: Valor) -> tuple[str | None, int | None]:
        """La clave que dice `valor` y, si no cuenta, el nodo en que está."""
        obra = self._obra
        obra.esperar()
        anotar_clave(obra, valor, len(self._mapa.inicio) - 1)
        # Las buenas no se vuelven a mirar. Con este tope, ninguna ficha pasa del suyo con ellas.
        if obra.clave and len(self._claves_buenas) < CAMPOS_MAXIMOS:
            self._claves_buenas[obra.clave] = obra.clave
        return obra.clave, obra.sobra

    def _alias(self, inicio: int, fin: int, *, es_clave: bool) -> None:
        mapa, nodo = self._mapa, len(self._mapa.inicio)
        mapa.inicio.append(inicio)
        mapa.hasta.append(fin)
        if es_clave:
            self._obra.saltar_entrada(nodo)
        self._rechazar_adorno(inicio, en_texto=True)

    def _rechazar_adorno(self, inicio: int, *, en_texto: bool) -> None:
        from camctl.lectura.adornos import rechazar_adorno

        rechazar_adorno(self._obra, inicio, en_texto=en_texto)

    def _documento(self, suceso: Event, inicio: int, fin: int) -> None:
        """Un documento que empieza o acaba: en un archivo solo cabe uno."""
        texto = self._mapa.texto
        if isinstance(suceso, DocumentStartEvent):
            if self._hay_documento:
                self._parar_por_otro_documento(inicio)
            self._hay_documento = True
        elif isinstance(suceso, DocumentEndEvent) and suceso.explicit and texto[fin:].strip():
            self._parar_por_otro_documento(inicio)

    def _parar_por_otro_documento(self, inicio: int) -> NoReturn:
        from camctl.lectura.documentos import otro_documento

        self._obra.diagnosticos.append(otro_documento(self._mapa, inicio))
        raise Basta(dudoso=False)

    def _apertura_rara(
        self, suceso: MappingStartEvent | SequenceStartEvent, nodo: int, *, es_clave: bool
    ) -> None:
        """La de una ficha o lista con adornos, demasiado adentro o donde va una clave."""
        obra, inicio = self._obra, self._mapa.inicio[nodo]
        if nodo >= VALORES_MAXIMOS:
            parar_por_muchos_valores(obra, nodo)
        if suceso.anchor is not None or suceso.tag is not None:
            self._rechazar_adorno(inicio, en_texto=False)
        if len(obra.pila) > HONDURA_MAXIMA:
            parar_por_hondo(obra, inicio)
        if es_clave:
            # La clave es una ficha entera: se lee y se olvida, y su valor también.
            obra.saltar_entrada(nodo)
            decir_que_no_es_texto(obra, nodo)
