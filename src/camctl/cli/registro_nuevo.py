"""Un registro que se está añadiendo: lo que se dijo, lo que falta por saber y dónde va."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import typer

from camctl.castellano import enumerar
from camctl.cli import cambiar, preguntas, resolver
from camctl.cli.altas import OPCION_GRUPO
from camctl.cli.carpetas import ConsultaParaEscribir, para_escribir
from camctl.cli.comun import mal_uso
from camctl.cli.reloj import ahora
from camctl.cli.salidas import avisar
from camctl.comparacion import plegar_id
from camctl.edicion.calendario import fechas_de, puesto_de_una_nueva
from camctl.edicion.cambios import Agregar
from camctl.edicion.ficha import fichas
from camctl.edicion.numeracion import ids_de, prefijo_corriente, siguiente_id
from camctl.libres import sin_numero
from camctl.modelo.campos import ejemplo
from camctl.modelo.fecha import Fecha
from camctl.vistas.nombres import con_su_nombre, titular

if TYPE_CHECKING:
    from camctl.cli.altas import Alta
    from camctl.cli.campos import CampoNuevo
    from camctl.edicion.propuesta import Propuesta
    from camctl.indices import RegistroConId
    from camctl.modelo.plan import Clase

# Solo se preguntan si ya se sabe el día.
_DE_UN_DIA: Final = frozenset({"hora"})


class RegistroNuevo:
    """Lee lo que se dijo de un registro, pregunta lo que falte y lo escribe donde va."""

    def __init__(
        self,
        clase: "Clase",
        alta: "Alta",
        campos: "Sequence[CampoNuevo]",
        consultar: Callable[[], ConsultaParaEscribir],
        dichos: Mapping[str, Any],
    ) -> None:
        self._clase = clase
        self._alta = alta
        self._campos = campos
        self._consultar = consultar
        self._consulta = consultar()
        self._grupo = self._letra(dichos[OPCION_GRUPO]) if dichos.get(OPCION_GRUPO) else ""
        self._leido: dict[str, Any] = {}
        for campo in campos:
            if dicho := dichos[campo.nombre]:
                self._leido[campo.nombre] = self._leer(campo, dicho)

    def anadir(self, *, simular: bool) -> None:
        """Escribe el registro, o enseña cómo quedaría; si falta algo y no hay a quién, lo dice."""
        faltan = self._faltan()
        if faltan and not preguntas.hay_a_quien_preguntar():
            raise mal_uso(f"falta{'n' * (len(faltan) > 1)} {enumerar(faltan)}")
        if faltan:
            self._preguntar()
            if not simular and not self._se_quiere():
                avisar("No se ha escrito nada.")
                return
        # Mientras se contestaba ha podido cambiar todo: se lee otra vez, y ya nadie más escribe.
        self._consulta = self._consultar()
        with para_escribir(self._consulta.fuente):
            id_, propuesta = self._propuesta()
            if simular:
                cambiar.simular(self._consulta, propuesta)
            cambiar.escribir(self._consulta, propuesta)
        quedan: Sequence[RegistroConId] = getattr(propuesta.carga.plan, self._clase.clave)
        nuevo = next(uno for uno in quedan if uno.id == id_)
        cambiar.dar_cuenta(self._consulta, propuesta, [titular(nuevo)])

    # Lo que se sabe de él

    def _leer(self, campo: "CampoNuevo", dicho: Any) -> Any:
        if campo.es_si_o_no:
            return True
        if campo.es_lista:
            return campo.juntar([self._leer_uno(campo, uno) for uno in dicho])
        return self._leer_uno(campo, dicho)

    def _leer_uno(self, campo: "CampoNuevo", dicho: str) -> Any:
        indices = self._consulta.indices
        leido = campo.leer(dicho, indices, cerca_de=Fecha.de_iso(self._leido.get("fecha", "")))
        if campo.nombre == "id":
            self._comprobar_que_es_de_su_grupo(leido, campo.opcion)
            self._comprobar_que_esta_libre(leido, campo.opcion)
        return leido

    def _comprobar_que_es_de_su_grupo(self, id_: str, opcion: str) -> None:
        if self._grupo and plegar_id(sin_numero(id_)) != plegar_id(self._grupo):
            de_otro = f"«{id_}» no es del grupo {self._grupo}, el que dice --{OPCION_GRUPO}"
            raise typer.BadParameter(de_otro, param_hint=opcion)

    def _comprobar_que_esta_libre(self, id_: str, opcion: str) -> None:
        registros: Sequence[RegistroConId] = getattr(self._consulta.indices.plan, self._clase.clave)
        for uno in registros:
            if plegar_id(uno.id) == plegar_id(id_):
                ocupado = f"«{id_}» ya es {self._clase.con_articulo} {titular(uno)}"
                raise typer.BadParameter(ocupado, param_hint=opcion)

    def _faltan(self) -> list[str]:
        faltan = [
            campo.opcion
            for campo in self._campos
            if campo.info.is_required() and not self._esta_resuelto(campo)
        ]
        return [f"--{OPCION_GRUPO}", *faltan] if self._falta_el_grupo else faltan

    def _esta_resuelto(self, campo: "CampoNuevo") -> bool:
        return campo.nombre in self._leido or (campo.nombre == "id" and self._clase.se_numera)

    @property
    def _falta_el_grupo(self) -> bool:
        va_en_grupos = self._clase.nombre == "objetivo"
        return va_en_grupos and not self._grupo and "id" not in self._leido

    def _preguntar(self) -> None:
        preguntas.decir(
            f"{self._alta.ayuda} Con Ctrl-C, en cualquier momento, todo queda como estaba."
        )
        if self._falta_el_grupo:
            self._grupo = preguntas.preguntar_por("Grupo", self._los_grupos(), self._letra)
        for campo in self._campos:
            if self._esta_resuelto(campo) or not self._se_pregunta(campo):
                continue
            posibles = campo.posibles(self._consulta.indices)
            contestado = preguntas.preguntar(campo, posibles, partial(self._leer_uno, campo))
            if contestado is not None:
                self._leido[campo.nombre] = contestado

    def _se_pregunta(self, campo: "CampoNuevo") -> bool:
        if campo.nombre in _DE_UN_DIA:
            fecha = Fecha.de_iso(self._leido["fecha"])
            return fecha is not None and fecha.es_dia
        return campo.info.is_required() or campo.nombre in self._alta.se_preguntan

    def _los_grupos(self) -> str:
        nombres = self._consulta.indices.plan.grupos
        letras = [con_su_nombre(una, nombres) for una in resolver.grupos(self._consulta.indices)]
        return f"{enumerar(letras, conjuncion='o')}." if letras else "Una letra."

    def _letra(self, dicho: str) -> str:
        letras = resolver.grupos(self._consulta.indices)
        opcion = f"--{OPCION_GRUPO}"
        return resolver.vocablos([dicho], letras, opcion)[0] if letras else dicho.strip().upper()

    def _se_quiere(self) -> bool:
        _, propuesta = self._propuesta()
        preguntas.decir("")
        cambiar.ensenar(self._consulta, propuesta)
        return preguntas.confirmar("¿Se escribe?")

    # Dónde va

    def _propuesta(self) -> "tuple[str, Propuesta]":
        escritas = fichas(self._consulta.carga, self._clase)
        registro = {"id": self._id(escritas), **self._leido}
        if "actualizado" in self._clase.modelo.model_fields:
            registro["actualizado"] = ahora()
        en_orden = {
            campo: registro[campo] for campo in self._clase.modelo.model_fields if campo in registro
        }
        cambio = Agregar((self._clase.clave,), en_orden, self._puesto(escritas, en_orden))
        archivo = self._clase.archivo
        return registro["id"], cambiar.preparar(self._consulta, archivo, [cambio])

    def _id(self, escritas: Sequence[Any]) -> str:
        if "id" in self._leido:
            return str(self._leido["id"])
        ids = ids_de(escritas)
        if self._grupo:
            return siguiente_id(ids, self._grupo)
        de_muestra = sin_numero(ejemplo(self._clase.modelo.model_fields["id"]))
        return siguiente_id(ids, prefijo_corriente(ids, de_muestra))

    def _puesto(self, escritas: Sequence[Any], registro: Mapping[str, Any]) -> int:
        if self._clase.nombre == "actividad":
            fecha = Fecha.de_iso(registro["fecha"])
            return puesto_de_una_nueva(fechas_de(escritas), fecha) if fecha else len(escritas)
        if self._clase.nombre == "objetivo":
            grupo = plegar_id(sin_numero(registro["id"]))
            suyos = [
                puesto
                for puesto, uno in enumerate(escritas)
                for id_ in ids_de([uno])
                if plegar_id(sin_numero(id_)) == grupo
            ]
            return suyos[-1] + 1 if suyos else len(escritas)
        return len(escritas)
