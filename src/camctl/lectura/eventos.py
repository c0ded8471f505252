"""Una sola pasada por los sucesos del lector de YAML: valores y lugares a la vez.

Aquí se levantan los valores. Lo que un archivo puede tener de malo está en los módulos que se
llaman como ello (`claves`, `adornos`, `almohadilla`, `limites`), y lo que se salva de uno que no
se puede leer entero, en `a_medias`.
"""

from typing import TYPE_CHECKING, Any, Final, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from camctl.lectura.claves import anotar_clave, decir_que_no_es_texto
from camctl.lectura.limites import (
    CAMPOS_MAXIMOS,
    HONDURA_MAXIMA,
    VALORES_MAXIMOS,
    parar_por_hondo,
    parar_por_muchos_valores,
)
from camctl.lectura.mapa import DENTRO, Mapa
from camctl.lectura.obra import Abierto, Basta, Obra
from camctl.lectura.texto import (
    CARACTER_PROHIBIDO,
    Decodificado,
    caracter_prohibido,
    nombrar,
)
from camctl.lectura.valores import ILEGIBLE, Valor
from camctl.progreso import alguien_oye, decir

if TYPE_CHECKING:
    from collections.abc import Callable

_CON_RAREZAS: Final = ("&", "!", "\\")


def recorrer(contenido: bytes, decodificado: Decodificado, archivo: str) -> Obra:
    """Los valores de un archivo, con su mapa y sus diagnósticos; lo leído es `contenido`."""
    obra = Obra(Mapa(archivo, decodificado.texto))
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

        conservar_lo_entero(obra, dudoso=basta.dudoso)
    obra.mapa.raiz = obra.raiz
    return obra


class _Constructor:
    """Levanta los valores a medida que llegan los sucesos.

    Una ficha se cuelga de la que la contiene cuando se cierra: tras un error de sintaxis, lo que
    queda colgado está entero.
    """

    def __init__(self, obra: Obra, *, con_rarezas: bool) -> None:
        self._obra = obra
        self._abiertos = obra.abiertos
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
        obra, abiertos = self._obra, self._abiertos
        abierto: Any = abiertos[-1]
        # Por aquí pasan cientos de miles de sucesos: lo corriente se hace aquí mismo, sin llamar a
        # nadie. Con la condición en el `while`, Python 3.11 no llega a acelerar este bucle.
        while True:
            suceso = siguiente()
            tipo = type(suceso)
            if tipo is ScalarEvent:
                inicios.append(suceso.start_mark.index)
                hastas.append(suceso.end_mark.index)
                valor: Any = suceso.value
                if hay_rarezas or not valor:
                    valor = self._texto_raro(suceso)
                if abierto.espera_clave:
                    clave = clave_buena(valor)
                    if clave and clave not in abierto.ficha:
                        abierto.clave = clave
                        abierto.espera_clave = False
                    else:
                        self._clave(abierto, valor)
                    continue
                # Los otros no pueden llevarlos.
                if (suceso.style or hay_rarezas) and not obra.hay_blancos:
                    obra.hay_blancos = isinstance(valor, str) and valor != valor.strip()
            elif tipo is MappingEndEvent or tipo is SequenceEndEvent:
                cerrado = abiertos.pop()
                abierto = abiertos[-1]
                cierres.append(cerrado.nodo)
                cierres.append(suceso.end_mark.index)
                hastas[cerrado.nodo] = DENTRO + len(hastas)
                if se_oye:
                    decir(self._que_se_hace, suceso.end_mark.index, len(self._mapa.texto))
                if cerrado.es_clave:
                    continue
                valor = cerrado.contenido
            elif tipo is MappingStartEvent or tipo is SequenceStartEvent:
                nodo = len(inicios)
                inicios.append(suceso.start_mark.index)
                hastas.append(DENTRO)  # hasta dónde llega se sabrá cuando se cierre
                es_ficha = tipo is MappingStartEvent
                abierto = Abierto(nodo, {}, None) if es_ficha else Abierto(nodo, None, [])
                es_rara = abiertos[-1].espera_clave or len(abiertos) > HONDURA_MAXIMA
                if hay_rarezas or es_rara or nodo >= VALORES_MAXIMOS:
                    self._apertura_rara(abierto, suceso)
                abiertos.append(abierto)
                continue
            elif tipo is AliasEvent:
                es_clave = abierto.espera_clave
                self._alias(abierto, suceso)
                if es_clave:
                    continue
                valor = ILEGIBLE
            elif suceso is None:
                break
            else:
                self._documento(suceso, tipo)
                continue
            if abierto.sobra:
                self._olvidar(abierto, valor)
            elif abierto.lista is None:
                abierto.ficha[abierto.clave] = valor
                abierto.espera_clave = True
            else:
                abierto.lista.append(valor)
                if len(inicios) > VALORES_MAXIMOS:
                    parar_por_muchos_valores(obra, len(inicios) - 1)
        documento = abiertos[0].lista
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
            self._obra.decir(
                CARACTER_PROHIBIDO,
                (inicio, fin),
                f"la barra inversa escribe aquí {nombrar(malo.group())}, que no puede estar en un "
                "texto",
                ayuda="bórrelo; si la barra es parte del texto, use comillas simples ('…')",
            )
            return ILEGIBLE
        return valor

    def _clave(self, abierto: Abierto, valor: Valor) -> None:
        anotar_clave(self._obra, valor, len(self._mapa.inicio) - 1)
        # Las buenas no se vuelven a mirar. Con este tope, ninguna ficha pasa del suyo con ellas.
        if abierto.clave and len(self._claves_buenas) < CAMPOS_MAXIMOS:
            self._claves_buenas[abierto.clave] = abierto.clave

    def _alias(self, abierto: Abierto, suceso: Any) -> None:
        mapa, nodo = self._mapa, len(self._mapa.inicio)
        mapa.inicio.append(suceso.start_mark.index)
        mapa.hasta.append(suceso.end_mark.index)
        if abierto.espera_clave:
            abierto.saltar_entrada(nodo)
        self._rechazar_adorno(mapa.inicio[nodo], en_texto=True)

    def _rechazar_adorno(self, inicio: int, *, en_texto: bool) -> None:
        from camctl.lectura.adornos import rechazar_adorno

        rechazar_adorno(self._obra, inicio, en_texto=en_texto)

    def _documento(self, suceso: Any, tipo: type) -> None:
        """Un documento que empieza o acaba: en un archivo solo cabe uno."""
        if tipo is DocumentStartEvent:
            if self._hay_documento:
                self._parar_por_otro_documento(suceso)
            self._hay_documento = True
        elif tipo is DocumentEndEvent and self._queda_algo_tras(suceso):
            self._parar_por_otro_documento(suceso)

    def _queda_algo_tras(self, suceso: Any) -> bool:
        return bool(suceso.explicit and self._mapa.texto[suceso.end_mark.index :].strip())

    def _parar_por_otro_documento(self, suceso: Any) -> NoReturn:
        from camctl.lectura.documentos import otro_documento

        self._obra.diagnosticos.append(otro_documento(self._mapa, suceso.start_mark.index))
        raise Basta(dudoso=False)

    def _apertura_rara(self, abierto: Abierto, suceso: Any) -> None:
        """La de una ficha o lista con adornos, demasiado adentro o donde va una clave."""
        nodo, padre = abierto.nodo, self._abiertos[-1]
        if nodo >= VALORES_MAXIMOS:
            parar_por_muchos_valores(self._obra, nodo)
        if suceso.anchor is not None or suceso.tag is not None:
            self._rechazar_adorno(self._mapa.inicio[nodo], en_texto=False)
        if len(self._abiertos) > HONDURA_MAXIMA:
            parar_por_hondo(self._obra, self._mapa.inicio[nodo])
        if padre.espera_clave:
            # La clave es una ficha entera: se lee y se olvida, y su valor también.
            padre.saltar_entrada(nodo)
            decir_que_no_es_texto(self._obra, nodo)
            abierto.es_clave = True

    def _olvidar(self, abierto: Abierto, valor: Valor) -> None:
        """Deshace la entrada que sobra, ya leído su valor."""
        self._ocultar(abierto, valor)
        # Sin rastro de ella, los números de los demás nodos no se mueven.
        mapa, nodo = self._mapa, abierto.nodo_clave
        del mapa.inicio[nodo:], mapa.hasta[nodo:]
        while mapa.cierres and mapa.cierres[-2] >= nodo:
            del mapa.cierres[-2:]
        abierto.sobra = False
        abierto.espera_clave = True

    def _ocultar(self, abierto: Abierto, valor: Valor) -> None:
        """Recuerda los registros que quedan tras una clave repetida: existen aunque no se lean."""
        ocultos, raiz, hondura = self._obra.ocultos, self._abiertos[1], len(self._abiertos)
        if hondura == 2 and isinstance(valor, list):
            ocultos.setdefault(abierto.clave, []).extend(valor)
        elif hondura == 4 and abierto.clave:
            ocultos.setdefault(raiz.clave, []).append({abierto.clave: valor})
