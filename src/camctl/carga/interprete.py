"""Poner a cada error de Pydantic su lugar, su registro y su frase."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from camctl.campo_errado import Campo, Cortado
from camctl.carga.cascadas import (
    archivo_de,
    consecuencias,
    cortados,
    es_una_seccion,
    ficha_que_sigue,
    fugados,
    secciones_sin_nombre,
)
from camctl.carga.desplazados import NIVEL, Desplazado, desplazados
from camctl.carga.hundidos import hundidos
from camctl.carga.remiendo import Fallo
from camctl.carga.rotulos import nombrar
from camctl.carga.sin_id import propuestos
from camctl.diagnostico import Arreglo, Diagnostico, Lugar
from camctl.lectura import ILEGIBLE, Lectura
from camctl.lectura.escrito import escrito
from camctl.lectura.sangria import con_que_se_alinea
from camctl.lectura.valores import Ruta, Sitio
from camctl.modelo.base import Registro
from camctl.modelo.campos import (
    campo_en,
    claves_de_dentro,
    ejemplo,
    ficha_de,
    ficha_en,
    lista_de,
    obligatorios_de,
    se_abrevia,
)
from camctl.modelo.errores import Enmienda
from camctl.modelo.plan import CLASES
from camctl.remedios import es_breve
from camctl.traduccion import CAMPO_DESCONOCIDO, Frase, traducir

_DE_UNO_SOLO: Final = {"plan": "el plan", "programa": "el programa"}
_DE_MUCHOS: Final = {clase.clave: clase for clase in CLASES}


class Interprete:
    """Lo que hay que decir de un archivo que no está bien."""

    def __init__(self, lectura: Lectura, modelo: type[Registro]) -> None:
        self.lectura = lectura
        self.modelo = modelo
        self._valor: dict[str, Any] = lectura.valor if isinstance(lectura.valor, dict) else {}
        fuera = fugados(modelo, self._valor)
        self._fugados = {uno.campos[0]: uno for uno in fuera}
        self._sin_nombre = secciones_sin_nombre(modelo, self._valor)
        self._ya_en_otro: set[Ruta] = {(campo,) for uno in fuera for campo in uno.campos[1:]}
        for ficha, (seccion, letras) in self._sin_nombre.items():
            # Con su nombre en la ficha, basta con decir que es él quien no va en ella.
            tiene_nombre = seccion in self._valor_en(ficha)
            self._ya_en_otro |= {(*ficha, letra) for letra in letras[not tiene_nombre :]}
        # Diez mil errores suelen ser el mismo diez mil veces.
        self._frases: dict[tuple[object, ...], Frase] = {}
        self._libres: dict[str, dict[int, str]] = {}
        self._cortados: dict[Ruta, dict[str, Cortado | None]] = {}

    def de_la_lectura(self) -> Iterator[Diagnostico]:
        """Los diagnósticos de la lectura, con el nombre del registro en que están."""
        for orden, diagnostico in enumerate(self.lectura.diagnosticos):
            sitio = self.lectura.sitios.get(orden)
            id_, nombre = self._registro(sitio) if sitio else ("", "")
            if nombre:
                mensaje = f"{nombre}: {diagnostico.mensaje}"
                yield diagnostico._replace(mensaje=mensaje, registro=id_)
            else:
                yield diagnostico

    def del_modelo(self, fallos: Sequence[Fallo]) -> Iterator[Diagnostico]:
        """Los diagnósticos de `fallos`, sin los que son consecuencia de otro ya dicho."""
        no_faltan = consecuencias(fallos, self.modelo, self._valor, self._fugados.values())
        con_que = self.modelo, self._valor, self.lectura.mapa, fallos
        fuera = [*desplazados(*con_que), *hundidos(*con_que)]
        yield from map(self._de_un_desplazado, fuera)
        explicados = {ruta for uno in fuera for ruta in uno.explicados}
        for fallo in fallos:
            if fallo.ruta in explicados:
                continue
            falta_en_falso = fallo.falta and fallo.ruta in no_faltan
            if falta_en_falso or self._ya_esta_dicho(fallo):
                continue
            frase = self._frase(fallo)
            es_de_otra = self._seccion_sin_nombre(fallo.ruta)
            id_, nombre = ("", "") if es_de_otra else self._registro(fallo.ruta)
            lugar = self._lugar(fallo)
            yield frase.regla.en(
                lugar,
                f"{nombre}: {frase.mensaje}" if nombre else frase.mensaje,
                ayuda=frase.ayuda,
                registro=id_,
                arreglos=self._arreglos(fallo, frase.enmienda, lugar),
            )

    def _de_un_desplazado(self, uno: Desplazado) -> Diagnostico:
        id_, nombre = self._registro(uno.registro)
        lugar = self.lectura.mapa.lugar_de_la_clave(uno.ruta)
        mensaje = f"{nombre}: {uno.mensaje}"
        return CAMPO_DESCONOCIDO.en(lugar, mensaje, ayuda=uno.ayuda, registro=id_)

    def _arreglos(
        self, fallo: Fallo, enmienda: Enmienda | None, lugar: Lugar
    ) -> tuple[Arreglo, ...]:
        # Un texto de varias líneas lleva su propia manera de estar escrito: se deja a una persona.
        if enmienda is None or lugar.linea != lugar.linea_fin:
            return ()
        inicio, _ = self.lectura.mapa.posiciones(lugar)
        tiene_adorno = self.lectura.mapa.texto[inicio] in "&!"
        es_un_campo = fallo.sobra
        if tiene_adorno or (es_un_campo and enmienda.valor in self._valor_en(fallo.ruta[:-1])):
            return ()
        return (Arreglo(lugar, escrito(enmienda.valor), enmienda.segura),)

    def _ya_esta_dicho(self, fallo: Fallo) -> bool:
        if fallo.error["input"] is ILEGIBLE:
            return True
        # De los campos a los que falta la sangría, o su sección, se habla en el primero.
        if fallo.ruta in self._ya_en_otro:
            return True
        # Y de lo que se cortó en varias comas, en la primera.
        if fallo.sobra and fallo.error["input"] is None:
            restos, nombre = self._lo_que_se_corto(fallo.ruta), str(fallo.ruta[-1])
            if nombre in restos and restos[nombre] is None:
                return True
        # Lo que falta al final de un archivo a medio leer puede estar en lo que no se leyó.
        falta = fallo.falta
        return falta and len(fallo.ruta) == 1 and not self.lectura.completa

    def _frase(self, fallo: Fallo) -> Frase:
        esta_vacio = fallo.falta and self._esta_escrita(fallo.ruta)
        pasos = tuple(paso if isinstance(paso, str) else None for paso in fallo.ruta)
        caso = (fallo.error["type"], pasos, esta_vacio, *self._lo_que_se_ensena(fallo))
        frase = self._frases.get(caso)
        if frase is None:
            campo = self._campo(fallo, esta_vacio=esta_vacio)
            frase = self._frases[caso] = traducir(fallo.error, campo)
        return frase

    def _lo_que_se_ensena(self, fallo: Fallo) -> Iterator[object]:
        """Lo escrito que la frase puede mostrar; los fallos que coinciden en ello la comparten."""
        entrada = fallo.error["input"]
        if fallo.falta:
            yield self._es_de_otra(fallo.ruta)
        else:
            yield entrada if isinstance(entrada, str) else id(entrada)
        # A cada registro sin ID se le propone uno distinto.
        yield fallo.ruta[1] if _es_un_id(fallo.ruta) else None
        if fallo.sobra:
            yield frozenset(self._valor_en(fallo.ruta[:-1]))
            yield self._esta_en_su_linea(fallo.ruta)
            yield self._lo_que_se_corto(fallo.ruta).get(str(fallo.ruta[-1]))

    def _campo(self, fallo: Fallo, *, esta_vacio: bool) -> Campo:
        ruta = fallo.ruta
        # El campo del modelo más cercano: el error puede estar en un elemento de su lista.
        hasta = len(ruta)
        while hasta > 1 and campo_en(self.modelo, ruta[:hasta]) is None:
            hasta -= 1
        info = campo_en(self.modelo, ruta[:hasta])
        if fallo.sobra or info is None:
            return self._campo_de_mas(ruta)
        nombre, ultimo = str(ruta[hasta - 1]), ruta[-1]
        muestra, dentro = ejemplo(info), ficha_de(info.annotation)
        if _es_un_id(ruta):
            muestra = self._ids_libres(str(ruta[0]), muestra).get(int(ruta[1]), muestra)
        return Campo(
            nombre=nombre,
            # La entrada de una ficha tiene su propia clave; el elemento de una lista, ninguna.
            linea=ultimo if isinstance(ultimo, str) else "",
            ejemplo=f"{nombre}: {escrito(muestra)}",
            muestra=muestra,
            descripcion=info.description or "",
            ficha=next((p for p in reversed(ruta[2 : hasta - 1]) if isinstance(p, str)), ""),
            es_optativo=not info.is_required(),
            campos=tuple(dentro.model_fields) if dentro else (),
            obligatorios=obligatorios_de(dentro),
            esta_vacio=esta_vacio,
            es_elemento=hasta < len(ruta),
            admite_textos=ficha_de(info.annotation) is None or se_abrevia(info.annotation),
            entre_llaves=self.lectura.mapa.comienzo_de(ruta) == "{",
            es_de_otra=self._es_de_otra(ruta) if fallo.falta else "",
        )

    def _ids_libres(self, seccion: str, muestra: str) -> dict[int, str]:
        if seccion not in self._libres:
            self._libres[seccion] = propuestos(
                _DE_MUCHOS[seccion], self._valor_en((seccion,)), muestra
            )
        return self._libres[seccion]

    def _campo_de_mas(self, ruta: Ruta) -> Campo:
        nombre = str(ruta[-1])
        fuera = self._fugados.get(nombre) if len(ruta) == 1 else None
        return Campo(
            nombre=nombre,
            modelo=ficha_en(self.modelo, ruta),
            ficha=lista_de(ruta),
            claves_escritas=tuple(self._valor_en(ruta[:-1])),
            en_su_linea=self._esta_en_su_linea(ruta),
            es_una_seccion=es_una_seccion(ruta, self.modelo, self._valor),
            es_de_dentro=len(ruta) == 1 and nombre in claves_de_dentro(self.modelo),
            otro_archivo=self._otro_archivo(nombre) if len(ruta) == 1 else "",
            fugados=fuera.campos if fuera else (),
            alineados_con=self._con_que_se_alinea(fuera.dueno) if fuera else "",
            cortado=self._lo_que_se_corto(ruta).get(nombre),
            seccion_sin_nombre=self._seccion_sin_nombre(ruta),
        )

    def _esta_en_su_linea(self, ruta: Ruta) -> bool:
        """Si todo lo que lleva un campo está en la línea de su nombre."""
        suyo = self.lectura.mapa.lugar_de(ruta)
        return self.lectura.mapa.lugar_de_la_clave(ruta).linea == suyo.linea == suyo.linea_fin

    def _seccion_sin_nombre(self, ruta: Ruta) -> str:
        """La sección de la que es una letra que cayó en otra ficha; nada si no es eso."""
        seccion, letras = self._sin_nombre.get(ruta[:-1], ("", ()))
        return seccion if ruta[-1] in letras else ""

    def _lo_que_se_corto(self, ruta: Ruta) -> dict[str, Cortado | None]:
        """Los restos de textos cortados en una coma que hay en la ficha de un campo."""
        de_donde = ruta[:-1]
        if de_donde not in self._cortados:
            modelo, ficha = ficha_en(self.modelo, ruta), self._valor_en(de_donde)
            sueltas = [
                uno for uno in ficha if ficha[uno] is None and self._va_suelta(de_donde, uno)
            ]
            campos = tuple(modelo.model_fields) if modelo else ()
            self._cortados[de_donde] = cortados(ficha, campos, sueltas)
        return self._cortados[de_donde]

    def _va_suelta(self, ruta: Ruta, clave: str) -> bool:
        """Si una clave de la ficha que está en `ruta` no lleva dos puntos: va entre llaves."""
        mapa = self.lectura.mapa
        _, fin = mapa.posiciones(mapa.lugar_de_la_clave((*ruta, clave)))
        return not mapa.texto.startswith((":", " "), fin)

    def _otro_archivo(self, clave: str) -> str:
        return archivo_de(clave, self._valor[clave], self.modelo)

    def _con_que_se_alinea(self, ruta: Ruta) -> str:
        """Los espacios que llevan delante los campos de una ficha, y cuál es el primero."""
        campos = self._valor_en(ruta)
        if campos is None:
            lugar = self.lectura.mapa.lugar_de_la_clave(ruta)
            espacios = con_que_se_alinea(NIVEL, "", lugar.linea)
            return f"{espacios}, debajo de «{ruta[-1]}», de la línea {lugar.linea}"
        clave = next(iter(campos))
        lugar = self.lectura.mapa.lugar_de_la_clave((*ruta, clave))
        return con_que_se_alinea(lugar.columna - 1, clave, lugar.linea)

    def _es_de_otra(self, ruta: Ruta) -> str:
        """Qué hacer si lo que le falta a una ficha lo tiene la de delante; nada si no es eso."""
        if len(ruta) < 4 or not isinstance(ruta[-2], int):
            return ""
        lista, orden, campo = ruta[:-2], ruta[-2], str(ruta[-1])
        cuantas, entera = ficha_que_sigue(self._valor_en(lista), orden, campo)
        if not cuantas:
            return ""
        es_palabra = isinstance(self._valor_en(lista)[orden - cuantas], str)
        if es_palabra or self.lectura.mapa.comienzo_de(lista) == "[":
            juntas = escrito(entera) if es_breve(entera) else "{…}"
            return f"si es de la ficha de delante, escríbalas en una: {juntas}"
        donde = self._con_que_se_alinea((*lista, orden - cuantas))
        return f"si es de la ficha de arriba, borre el guion y escríbalo {donde}"

    def _lugar(self, fallo: Fallo) -> Lugar:
        mapa, ruta = self.lectura.mapa, fallo.ruta
        if fallo.falta and not self._esta_escrita(ruta):
            return mapa.lugar_de_la_cabeza(ruta[:-1])
        if fallo.falta or fallo.sobra or fallo.es_de_la_clave:
            return mapa.lugar_de_la_clave(ruta)
        return mapa.lugar_de(ruta)

    def _registro(self, ruta: "Ruta | Sitio") -> tuple[str, str]:
        if len(ruta) < 2:
            return "", ""
        seccion, numero = str(ruta[0]), ruta[1]
        clase = _DE_MUCHOS.get(seccion)
        if clase is None or not isinstance(numero, int):
            return "", _DE_UNO_SOLO.get(seccion, "")
        registros = self._valor_en((seccion,))
        # Un registro a medio leer no llegó a su lista.
        registro = registros[numero] if numero < len(registros) else None
        return nombrar(clase.con_articulo, registro, numero)

    def _valor_en(self, ruta: Ruta) -> Any:
        valor: Any = self.lectura.valor
        for paso in ruta:
            valor = valor[paso]
        return valor

    def _esta_escrita(self, ruta: Ruta) -> bool:
        # Una clave con nada detrás está escrita, aunque para el modelo falte.
        ficha = self._valor_en(ruta[:-1])
        return isinstance(ficha, dict) and ruta[-1] in ficha


def _es_un_id(ruta: Ruta) -> bool:
    """Si en `ruta` va el ID de un registro entero."""
    return ruta[2:] == ("id",) and isinstance(ruta[1], int)
