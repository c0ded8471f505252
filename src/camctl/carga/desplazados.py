"""Campos que por su sangría, o por un guion, cayeron en otra ficha: se dice una vez, y no más."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, get_args, get_origin

from camctl.carga.nombres import fallo_de
from camctl.carga.remiendo import SOBRA, Fallo
from camctl.castellano import entre_comillas, enumerar_pocos
from camctl.lectura.mapa import Mapa
from camctl.lectura.renglon import Renglon, con_espacios, tantos_espacios
from camctl.lectura.sangria import con_que_se_alinea, falta_la_sangria
from camctl.lectura.valores import Ruta
from camctl.modelo.base import Registro
from camctl.modelo.campos import ficha_de, obligatorios_de
from camctl.remedios import campo_parecido

_DE_OTRA_FICHA: Final = (SOBRA, "literal_error")
NIVEL: Final = 2  # los espacios de cada nivel de la sangría

Errados = Mapping[int, Sequence[Fallo]]  # los fallos de cada registro de una lista, por su orden


class Desplazado(NamedTuple):
    """Lo que se dice de unos campos que cayeron donde no van."""

    ruta: Ruta  # del primero de ellos
    registro: Ruta  # del que son
    mensaje: str
    ayuda: str
    explicados: frozenset[Ruta]  # los fallos de los que ya no hay que hablar


def desplazados(
    modelo: type[Registro], valor: Mapping[str, Any], mapa: Mapa, fallos: Sequence[Fallo]
) -> Iterator[Desplazado]:
    """Los campos de los registros de un archivo que cayeron en otra ficha."""
    errados: dict[str, dict[int, list[Fallo]]] = {}
    for fallo in fallos:
        if len(fallo.ruta) > 1 and isinstance(fallo.ruta[1], int):
            suyos = errados.setdefault(str(fallo.ruta[0]), {})
            suyos.setdefault(fallo.ruta[1], []).append(fallo)
    for seccion, por_orden in errados.items():
        ficha = ficha_de(modelo.model_fields[seccion].annotation)
        if ficha is not None:
            lista = _Lista((seccion,), ficha, valor[seccion], mapa)
            # Entre corchetes la sangría no dice nada.
            yield from lista.desplazados(por_orden) if lista.va_con_guiones((seccion,)) else ()


class _Lista:
    """Los registros de una sección, y dónde están escritos."""

    def __init__(
        self, ruta: Ruta, ficha: type[Registro], registros: Sequence[Any], mapa: Mapa
    ) -> None:
        self.ruta = ruta
        self.ficha = ficha
        self.registros = registros
        self.mapa = mapa
        self._obligatorios = frozenset(obligatorios_de(ficha))

    def desplazados(self, errados: Errados) -> Iterator[Desplazado]:
        siguiente = 0
        for orden in sorted(errados):
            if orden < siguiente:
                continue
            siguiente = orden + 1
            if self._esta_completo(orden):
                # Casi todos: de dónde están no hace falta saber nada.
                yield from self._caidos(orden, errados[orden])
                continue
            hasta = self._fin_de_los_elementos(orden, errados)
            if hasta > orden:
                siguiente = hasta
                yield self._elementos(orden, hasta, errados)
            elif (hasta := self._fin_de_los_guiones(orden, errados)) > orden:
                siguiente = hasta
                yield self._guiones(orden, hasta, errados)
            else:
                yield from self._caidos(orden, errados[orden])

    def _esta_completo(self, orden: int) -> bool:
        registro = self.registros[orden]
        return isinstance(registro, dict) and registro.keys() >= self._obligatorios

    def va_con_guiones(self, ruta: Ruta) -> bool:
        """Si los elementos de una lista van con un guion por línea."""
        return self.mapa.comienzo_de(ruta) == "-"

    def _va_entre_llaves(self, ruta: Ruta) -> bool:
        return self.mapa.comienzo_de(ruta) == "{"

    # Los campos de una ficha de dentro que cayeron en el registro.

    def _caidos(self, orden: int, fallos: Sequence[Fallo]) -> Iterator[Desplazado]:
        registro, donde = self.registros[orden], (*self.ruta, orden)
        dudosos = {
            str(uno.ruta[2]): uno.sobra
            for uno in fallos
            if len(uno.ruta) == 3 and uno.error["type"] in _DE_OTRA_FICHA
        }
        for lista, campos in self._de_la_ficha_de_encima(registro, dudosos):
            dueno = (*donde, lista, len(registro[lista]) - 1)
            if self._va_entre_llaves(dueno):
                continue
            primero = next(iter(registro[lista][-1]))
            lugar = self.mapa.lugar_de_la_clave((*dueno, primero))
            mensaje, ayuda = falta_la_sangria(
                campos, con_que_se_alinea(lugar.columna - 1, primero, lugar.linea)
            )
            sitios = frozenset((*sitio, uno) for sitio in (donde, dueno) for uno in campos)
            yield Desplazado((*donde, campos[0]), donde, mensaje, ayuda, sitios)

    def _de_la_ficha_de_encima(
        self, registro: Mapping[str, Any], dudosos: Mapping[str, bool]
    ) -> Iterator[tuple[str, list[str]]]:
        """Los campos `dudosos` que son de la última ficha de la lista de encima, y cuál es."""
        hallados: dict[str, list[str]] = {}
        lista = ""
        for campo, dicho in registro.items() if dudosos else ():
            if lista and campo in dudosos and self._es_de(lista, registro, campo):
                parecido = dudosos[campo] and campo_parecido(campo, tuple(self.ficha.model_fields))
                # Un campo mal llamado que aún no está puede ser el del registro.
                if not parecido or parecido in registro:
                    hallados.setdefault(lista, []).append(campo)
                    continue
            lista = campo if self._acaba_en_una_ficha(campo, dicho) else ""
        yield from hallados.items()

    def _es_de(self, lista: str, registro: Mapping[str, Any], campo: str) -> bool:
        ficha = ficha_de(self.ficha.model_fields[lista].annotation)
        if ficha is None or campo not in ficha.model_fields or campo in registro[lista][-1]:
            return False
        return fallo_de(ficha, campo, registro[campo]) is None

    def _acaba_en_una_ficha(self, campo: str, dicho: Any) -> bool:
        if not isinstance(dicho, list) or not dicho or not isinstance(dicho[-1], dict):
            return False
        return campo in self.ficha.model_fields and bool(dicho[-1])

    # Los elementos de una lista del registro que cayeron en la de los registros.

    def _fin_de_los_elementos(self, orden: int, errados: Errados) -> int:
        """El orden del primer registro que no es un elemento de la lista que abre el anterior."""
        abierta = self._lista_abierta(orden - 1) if orden else ""
        hasta = orden
        while abierta and hasta in errados and self._es_elemento(hasta, orden - 1, abierta):
            hasta += 1
        return hasta

    def _lista_abierta(self, orden: int) -> str:
        """La lista con que acaba un registro, si es de las que llevan un guion por línea."""
        registro = self.registros[orden]
        if not isinstance(registro, dict) or "id" not in registro:
            return ""
        if self._va_entre_llaves((*self.ruta, orden)):
            return ""
        campo = next(reversed(registro))
        info = self.ficha.model_fields.get(campo)
        if info is None or not _es_una_lista(info.annotation):
            return ""
        esta_abierta = registro[campo] is None or self.va_con_guiones((*self.ruta, orden, campo))
        return campo if esta_abierta else ""

    def _es_elemento(self, orden: int, dueno: int, lista: str) -> bool:
        elemento, registro = self.registros[orden], self.registros[dueno]
        if isinstance(elemento, str):
            return True
        dentro = ficha_de(self.ficha.model_fields[lista].annotation)
        if dentro is None or not isinstance(elemento, dict):
            return False
        suyos, resto = _partidos(elemento, dentro)
        if not all(uno in suyos for uno in obligatorios_de(dentro)):
            return False
        # Los campos que los dos tienen no bastan para saber que no es un registro a medio escribir.
        se_sabe = any(uno not in self.ficha.model_fields for uno in suyos)
        se_sabe |= registro[lista] is None and len(elemento) > 1 and "id" not in elemento
        return se_sabe and all(
            uno in self.ficha.model_fields and uno not in registro for uno in resto
        )

    def _elementos(self, orden: int, hasta: int, errados: Errados) -> Desplazado:
        dueno = (*self.ruta, orden - 1)
        lista = next(reversed(self.registros[orden - 1]))
        primero, ultimo = (*self.ruta, orden), (*self.ruta, hasta - 1)
        suyos, resto = self._lo_suyo(orden, lista)
        clave = self.mapa.lugar_de_la_clave((*dueno, lista))
        mensaje, _ = falta_la_sangria(suyos, "")
        que = "es" if len(suyos) == 1 else "son"
        guion = self._columna_del_guion((*dueno, lista), clave.columna - 1)
        ayuda = f"escriba su guion {con_espacios(guion)}"
        if len(suyos) > 1:
            ayuda += f", y los demás con {tantos_espacios(guion + NIVEL)}"
        if hasta > orden + 1:
            ayuda += f"; y lo mismo con lo que sigue, hasta la línea {self._fin(ultimo)}"
        explicados = {uno.ruta for n in range(orden, hasta) for uno in errados[n]}
        explicados |= {(*dueno, uno) for uno in resto}
        return Desplazado(
            (*primero, suyos[0]) if isinstance(self.registros[orden], dict) else primero,
            dueno,
            f"{mensaje}: {que} de «{lista}», de la línea {clave.linea}",
            ayuda,
            frozenset(explicados),
        )

    def _lo_suyo(self, orden: int, lista: str) -> tuple[list[str], Collection[str]]:
        elemento = self.registros[orden]
        dentro = ficha_de(self.ficha.model_fields[lista].annotation)
        if dentro is None or not isinstance(elemento, dict):
            return [str(elemento)], ()
        return _partidos(elemento, dentro)

    def _columna_del_guion(self, ruta: Ruta, columna: int) -> int:
        lugar = self.mapa.lugar_de(ruta)
        if self.va_con_guiones(ruta):
            return Renglon.de(self.mapa, lugar.linea).sangria
        return columna + NIVEL

    # Los campos de un registro a los que un guion de delante hizo registros.

    def _fin_de_los_guiones(self, orden: int, errados: Errados) -> int:
        """El orden del primer registro que no son solo campos que al de delante le faltan."""
        previo = self.registros[orden - 1] if orden else None
        if not isinstance(previo, dict) or "id" not in previo:
            return orden
        if self._va_entre_llaves((*self.ruta, orden - 1)):
            return orden
        suyos = set(previo)
        hasta = orden
        while hasta in errados:
            campos = self.registros[hasta]
            if not isinstance(campos, dict) or not campos or not suyos.isdisjoint(campos):
                break
            if not self.ficha.model_fields.keys() >= campos.keys():
                break
            suyos |= campos.keys()
            hasta += 1
        return hasta

    def _guiones(self, orden: int, hasta: int, errados: Errados) -> Desplazado:
        dueno = (*self.ruta, orden - 1)
        trozos = range(orden - 1, hasta)
        escritos = {campo for n in trozos for campo in self.registros[n]}
        primeros = [next(iter(self.registros[n])) for n in range(orden, hasta)]
        lugar = self.mapa.lugar_de_la_clave((*dueno, "id"))
        donde = con_que_se_alinea(lugar.columna - 1, "id", lugar.linea)
        cuales = enumerar_pocos([entre_comillas(uno) for uno in primeros])
        uno_solo = len(primeros) == 1
        # Lo que a un trozo le falta lo tienen los demás, o le falta al registro entero.
        explicados = frozenset(
            uno.ruta
            for n in trozos
            for uno in errados.get(n, ())
            if uno.falta and (n >= orden or uno.ruta[2] in escritos)
        )
        return Desplazado(
            (*self.ruta, orden, primeros[0]),
            dueno,
            f"{'sobra el guion' if uno_solo else 'sobran los guiones'} delante de {cuales}: "
            "no empieza ahí otro registro",
            f"bórre{'lo' if uno_solo else 'los'} y escriba {cuales} {donde}",
            explicados,
        )

    def _fin(self, ruta: Ruta) -> int:
        return self.mapa.lugar_de(ruta).linea_fin


def _es_una_lista(anotacion: Any) -> bool:
    return any(get_origin(una) is tuple for una in (anotacion, *get_args(anotacion)))


def _partidos(elemento: Mapping[str, Any], dentro: type[Registro]) -> tuple[list[str], list[str]]:
    """Los primeros campos de un elemento, que son de su ficha, y los que siguen."""
    claves = list(elemento)
    corte = next((i for i, uno in enumerate(claves) if uno not in dentro.model_fields), len(claves))
    return claves[:corte], claves[corte:]
