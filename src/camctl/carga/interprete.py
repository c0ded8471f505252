"""Poner a cada error de Pydantic su lugar, su registro y su frase."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from camctl.carga.remiendo import Fallo
from camctl.castellano import entre_comillas, recortar
from camctl.diagnostico import Arreglo, Diagnostico, Lugar
from camctl.lectura import ILEGIBLE, Lectura
from camctl.lectura.escrito import escrito
from camctl.lectura.valores import Ruta, Sitio
from camctl.modelo.base import Enmienda, Registro
from camctl.modelo.campos import campo_en, ejemplo, ficha_de, ficha_en, se_abrevia
from camctl.modelo.plan import CLASES
from camctl.traduccion import Campo, Frase, traducir

_DE_UNO_SOLO: Final = {"plan": "el plan", "programa": "el programa"}
_DE_MUCHOS: Final = {clase.clave: clase for clase in CLASES}


class Interprete:
    """Lo que hay que decir de un archivo que no está bien."""

    def __init__(self, lectura: Lectura, modelo: type[Registro]) -> None:
        self.lectura = lectura
        self.modelo = modelo
        # Diez mil errores suelen ser el mismo diez mil veces.
        self._frases: dict[tuple[object, ...], Frase] = {}

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

    def del_modelo(self, fallos: Iterable[Fallo]) -> Iterator[Diagnostico]:
        """Los diagnósticos de `fallos`, sin los que son consecuencia de otro ya dicho."""
        for fallo in fallos:
            if self._ya_esta_dicho(fallo):
                continue
            frase = self._frase(fallo)
            id_, nombre = self._registro(fallo.ruta)
            lugar = self._lugar(fallo)
            yield frase.regla.en(
                lugar,
                f"{nombre}: {frase.mensaje}" if nombre else frase.mensaje,
                ayuda=frase.ayuda,
                registro=id_,
                arreglos=self._arreglos(fallo, frase.enmienda, lugar),
            )

    def _arreglos(
        self, fallo: Fallo, enmienda: Enmienda | None, lugar: Lugar
    ) -> tuple[Arreglo, ...]:
        # Un texto de varias líneas lleva su propia manera de estar escrito: se deja a una persona.
        if enmienda is None or lugar.linea != lugar.linea_fin:
            return ()
        inicio, _ = self.lectura.mapa.posiciones(lugar)
        tiene_adorno = self.lectura.mapa.texto[inicio] in "&!"
        es_un_campo = fallo.error["type"] == "extra_forbidden"
        if tiene_adorno or (es_un_campo and enmienda.valor in self._valor_en(fallo.ruta[:-1])):
            return ()
        return (Arreglo(lugar, escrito(enmienda.valor), enmienda.segura),)

    def _ya_esta_dicho(self, fallo: Fallo) -> bool:
        if fallo.error["input"] is ILEGIBLE:
            return True
        # Lo que falta al final de un archivo a medio leer puede estar en lo que no se leyó.
        falta = fallo.error["type"] == "missing"
        return falta and len(fallo.ruta) == 1 and not self.lectura.completa

    def _frase(self, fallo: Fallo) -> Frase:
        esta_vacio = fallo.error["type"] == "missing" and self._esta_escrita(fallo.ruta)
        pasos = tuple(paso if isinstance(paso, str) else None for paso in fallo.ruta)
        caso = (fallo.error["type"], pasos, _lo_que_se_ensena(fallo), esta_vacio)
        frase = self._frases.get(caso)
        if frase is None:
            campo = self._campo(fallo, esta_vacio=esta_vacio)
            frase = self._frases[caso] = traducir(fallo.error, campo)
        return frase

    def _campo(self, fallo: Fallo, *, esta_vacio: bool) -> Campo:
        ruta = fallo.ruta
        # El campo del modelo más cercano: el error puede estar en un elemento de su lista.
        hasta = len(ruta)
        while hasta > 1 and campo_en(self.modelo, ruta[:hasta]) is None:
            hasta -= 1
        info = campo_en(self.modelo, ruta[:hasta])
        ficha = ficha_en(self.modelo, ruta)
        if fallo.error["type"] == "extra_forbidden" or info is None:
            return Campo(
                nombre=str(ruta[-1]),
                claves_posibles=tuple(ficha.model_fields) if ficha else (),
                claves_de_dentro=tuple(_claves_de_dentro(self.modelo)) if len(ruta) == 1 else (),
            )
        nombre = str(ruta[hasta - 1])
        muestra = ejemplo(info)
        return Campo(
            nombre=nombre,
            ejemplo=f"{nombre}: {escrito(muestra)}",
            descripcion=info.description or "",
            ficha=next((p for p in reversed(ruta[2 : hasta - 1]) if isinstance(p, str)), ""),
            esta_vacio=esta_vacio,
            es_elemento=hasta < len(ruta),
            admite_textos=ficha_de(info.annotation) is None or se_abrevia(info.annotation),
        )

    def _lugar(self, fallo: Fallo) -> Lugar:
        mapa, ruta = self.lectura.mapa, fallo.ruta
        tipo = fallo.error["type"]
        if tipo == "missing" and not self._esta_escrita(ruta):
            return mapa.lugar_de_la_cabeza(ruta[:-1])
        if tipo in {"missing", "extra_forbidden"} or fallo.es_de_la_clave:
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


def nombrar(clase: str, ficha: Any, orden: int) -> tuple[str, str]:
    """El ID de un registro sin validar y cómo nombrarlo: «la actividad ACT-4 «Sesión…»»."""
    datos = ficha if isinstance(ficha, dict) else {}
    id_, titulo = datos.get("id"), datos.get("titulo") or datos.get("nombre")
    id_ = recortar(id_) if isinstance(id_, str) else ""
    nombre = f"{clase} {id_}" if id_ else f"{clase} número {orden + 1}"
    if isinstance(titulo, str) and titulo.strip():
        nombre += f" {entre_comillas(titulo)}"
    return id_, nombre


def _claves_de_dentro(modelo: type[Registro]) -> Iterator[str]:
    for campo in modelo.model_fields.values():
        ficha = ficha_de(campo.annotation)
        yield from ficha.model_fields if ficha else ()


def _lo_que_se_ensena(fallo: Fallo) -> object:
    """Lo escrito que la frase puede mostrar; los fallos que coinciden en ello la comparten."""
    entrada = fallo.error["input"]
    if fallo.error["type"] in {"missing", "extra_forbidden"}:
        return None
    if isinstance(entrada, str):
        return entrada
    if isinstance(entrada, dict) and len(entrada) == 1:
        return next((par for par in entrada.items() if isinstance(par[1], str)), dict)
    return type(entrada)
